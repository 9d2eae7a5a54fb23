package ledger

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"sayso/read"
	"sayso/resolve"
)

// A standAt is a stand with where it was taken.
type standAt struct {
	*stand
	entry int32
}

// The bounds of turns by stands.
const (
	standDays   = 3  // between two contents of harm that name neither a day nor a place in common
	standWords  = 4  // of so many denied words one may be missing in what is said later
	standLatest = 64 // of a voice's contents that one stand is held against
)

// standTurns are the changes of position of a story by what its voices hold to be so.
func (v *View) standTurns(entries []int32, o *voices, add func(Meeting)) {
	stands := map[int32][]standAt{}
	for _, n := range entries {
		if !v.current[n] {
			continue
		}
		all := v.entries[n].standsOf()
		for i := range all {
			st := &all[i]
			set := o.speaker(n, st)
			if set < 0 || v.claimOf[v.claimBase[n]+st.claim] < 0 || !v.ownStand(n, st) {
				continue
			}
			stands[set] = append(stands[set], standAt{st, n})
		}
	}
	voice := make([]int32, 0, len(stands))
	for s := range stands {
		voice = append(voice, s)
	}
	slices.Sort(voice)
	claims := v.claimsOfVoices(entries, o, stands)
	for _, s := range voice {
		o.turnsOf(stands[s], claims[s], add)
	}
}

// speaker is the voice that takes a stand. A pronoun that no report explains is whoever its content opens with: "Ida Orr is stepping down, she said".
func (o *voices) speaker(n int32, st *stand) int32 {
	return o.whose(n, st.claim, st.source, st.by)
}

// whose is the voice that a content of a report is of, or -1.
func (o *voices) whose(n, claim, source int32, by uint32) int32 {
	if set := o.named(n, claim, source, by); set >= 0 {
		return o.find(set)
	}
	return -1
}

// named is the source across reports that a content is of, or -1.
func (o *voices) named(n, claim, source int32, by uint32) int32 {
	if source < 0 {
		if o.oneVoice(o.people[by]) {
			return o.people[by][0]
		}
		return -1
	}
	e := o.v.entries[n]
	set := o.v.sourceOf[o.v.sourceBase[n]+source]
	opens := clip(e.claims[claim].spans[0].Text(e.r.Article.Text), openingNames)
	if s := &e.sources[source]; s.s.Name == "" && (soleSelves[strings.ToLower(s.s.Description)] || s.s.Kind == resolve.Person && !s.s.Anonymous && s.s.Description != "" && strings.HasPrefix(opens, s.s.Description)) {
		names := personRuns(opens, nil)
		if len(names) > 0 && o.oneVoice(o.people[names[0]]) {
			set = o.people[names[0]][0]
		}
	}
	return set
}

var soleSelves = setOf("he she")

// ownStand reports whether a stand is its report's own and its speaker no outlet.
func (v *View) ownStand(n int32, st *stand) bool {
	e := v.entries[n]
	c := &e.claims[st.claim]
	if c.att < 0 {
		return v.copyRoots[n] == n
	}
	return v.ownSaying(n, c)
}

// claimsOfVoices is what the voices that deny something say besides.
func (v *View) claimsOfVoices(entries []int32, o *voices, stands map[int32][]standAt) map[int32][]item {
	out := map[int32][]item{}
	for s, all := range stands {
		if slices.ContainsFunc(all, func(a standAt) bool { return a.issue == onAny || a.issue == onPlan }) {
			out[s] = []item{}
		}
	}
	for _, n := range entries {
		e := v.entries[n]
		for i := range e.claims {
			c := &e.claims[i]
			if !v.current[n] || !v.ofSomebody(n, i) || e.demands(c) || c.disputes {
				continue
			}
			set := o.whose(n, int32(i), c.source, 0)
			if all, ok := out[set]; ok && e.leavesOpen(c) == "" && !e.supposes(c) && v.ownSaying(n, c) {
				out[set] = append(all, item{n, int32(i)})
			}
		}
	}
	return out
}

// turnsOf are the changes of position of one voice: for each of its stands the first later one that is against it.
func (o *voices) turnsOf(stands []standAt, said []item, add func(Meeting)) {
	v := o.v
	v.byTime(stands)
	for i, a := range stands {
		if a.issue == onAny {
			o.deniedTurns(a, said, add)
			continue
		}
		if a.issue == onPlan && !a.so && a.claim >= 0 { // "is not considering a ban", "will ban"
			plan := *a.stand
			plan.issue, plan.tense = onAny, inFuture
			o.deniedTurns(standAt{&plan, a.entry}, said, add)
		}
		for _, b := range stands[i+1 : min(len(stands), i+1+standLatest)] {
			if b.issue == a.issue && v.later(a.entry, b.entry) && v.standsApart(a, b) {
				add(o.standTurn(a, b))
				break
			}
		}
	}
}

func (v *View) byTime(stands []standAt) {
	sort.SliceStable(stands, func(i, k int) bool {
		a, b := stands[i], stands[k]
		if a.entry != b.entry {
			return v.entries[a.entry].before(v.entries[b.entry])
		}
		return a.claim < b.claim
	})
}

// later reports whether a report is of another text and later than another by a day, or by hours on one day.
func (v *View) later(a, b int32) bool {
	x, y := v.entries[a], v.entries[b]
	return x.key != y.key && x.day != unknownDay && y.day != unknownDay && y.when > x.when && (x.day != y.day || y.when-x.when >= turnHours*3600) && daysApart(x, y) <= turnDays
}

// standsApart reports whether two stands of one issue and one voice cannot both be held.
func (v *View) standsApart(a, b standAt) bool {
	switch a.issue {
	case onReason:
		return v.reasonsApart(a, b)
	case onCause:
		return v.causesApart(item{a.entry, a.claim}, item{b.entry, b.claim})
	}
	if a.so == b.so {
		return false
	}
	ea, eb := v.entries[a.entry], v.entries[b.entry]
	x, y := &ea.claims[a.claim], &eb.claims[b.claim]
	if _, off := commonDay(x.anchor, y.anchor); off != "" && b.tense != inFuture {
		return false
	}
	if _, off := commonPlace(ea, x.anchor, eb, y.anchor); off != "" {
		return false
	}
	switch a.issue {
	case onHarm:
		return v.harmApart(a, b)
	case onCraft:
		return daysApart(ea, eb) <= standDays && (a.key == 0 || b.key == 0 || a.key == b.key)
	case onTrust:
		return len(commonWord(a.who, b.who)) > 0
	case onLeaving, onLife:
		return a.key == b.key
	case onPlan:
		return !a.so && v.plansApart(a, b)
	}
	return len(commonWord(a.words, b.words))+len(commonWord(a.names, b.names)) > standCommon[a.issue]
}

// standCommon is how many words the words for an issue have in common by themselves, whatever they are of.
var standCommon = map[issue]int{onTest: 1, onArms: 0, onRecords: 0}

// harmApart reports whether the one says that nobody was hurt of those whom the other tells of as hurt.
func (v *View) harmApart(a, b standAt) bool {
	none, some := a, b
	if a.so {
		none, some = b, a
	}
	if none.tense == inPresent || none.tense == upToNow && some.tense != upToNow || none.key != 0 && none.key != some.key || len(none.words) > 0 && len(some.words) == 0 {
		return false
	}
	ea, eb := v.entries[a.entry], v.entries[b.entry]
	if daysApart(ea, eb) <= 1 {
		return true
	}
	day, _ := commonDay(ea.claims[a.claim].anchor, eb.claims[b.claim].anchor)
	return (daysApart(ea, eb) <= standDays || day) && (dot(ea.vec, eb.vec) >= oneAffair || v.oneHappening(a.entry, b.entry))
}

// oneAffair is the cosine from which two reports tell of one happening under whatever words.
const oneAffair = .5

// oneHappening reports whether two reports tell of one event that happened.
func (v *View) oneHappening(n, m int32) bool {
	told := map[int32]bool{}
	v.happened(n, func(set int32) { told[set] = true })
	found := false
	v.happened(m, func(set int32) { found = found || told[set] })
	return found
}

func (v *View) happened(n int32, yield func(set int32)) {
	e := v.entries[n]
	for i := range e.events {
		if set := v.eventOf[v.eventBase[n]+int32(i)]; set >= 0 && e.r.Events[e.events[i].n].Status == resolve.Happened {
			yield(set)
		}
	}
}

// reasonsApart reports whether two contents give other reasons for one decision.
func (v *View) reasonsApart(a, b standAt) bool {
	if a.key != b.key || len(commonWord(a.words, b.words)) > 0 {
		return false
	}
	return len(a.who) > 0 || len(b.who) > 0 || len(commonWord(a.names, b.names)) > 0
}

// deniedTurns are the sayings that are against what a voice denies, before and after: the first later one, else the last earlier one.
func (o *voices) deniedTurns(a standAt, said []item, add func(Meeting)) {
	v := o.v
	before := item{-1, -1}
	for _, at := range said {
		switch {
		case v.later(a.entry, at.entry) && v.saysIt(a, at, true):
			add(o.standTurn(a, v.standOf(at)))
			return
		case v.later(at.entry, a.entry) && v.saysIt(a, at, false):
			before = at
		}
	}
	if before.entry < 0 {
		return
	}
	m := o.standTurn(a, v.standOf(before))
	m.A, m.B, m.EarlierWords, m.LaterWords = m.B, m.A, m.LaterWords, m.EarlierWords
	m.Changed = v.sourceSetID(int(o.named(a.entry, a.claim, a.source, a.by)))
	m.Reason = fmt.Sprintf("%s first said it, and now says that it is not so", v.sourceName(m.Changed))
	add(m)
}

// saysIt reports whether a content says, as its main point, all that a voice denies.
func (v *View) saysIt(a standAt, at item, later bool) bool {
	e := v.entries[at.entry]
	c := &e.claims[at.n]
	stance := e.r.Attributions[c.att].Stance
	s := e.sayingOf(c)
	if c.denial || (c.status == resolve.Possible || c.status == resolve.Considered) && doubtWords.MatchString(s.low) || stance == read.Denies {
		return false
	}
	common := 0
	for _, h := range a.words {
		switch {
		case inSorted(c.denied, h):
			return false
		case inSorted(c.gist.plain, h) || likeSurely(h, c.gist.plain):
			common++
		}
	}
	if len(a.words)-common > len(a.words)/standWords || len(a.words) == 1 && (vagueVerbs[a.words[0]] || wishing[a.words[0]] || daysApart(v.entries[a.entry], e) > standDays) {
		return false // one word is soon said again of another thing
	}
	if conditional.MatchString(s.low) || !v.tensesMeet(a, &s, c, later) {
		return false
	}
	plain, names := s.telling()
	if len(a.names) > 0 && len(commonWord(a.names, names)) == 0 && len(commonWord(a.words, plain)) < 3 || len(a.names) > 0 && len(names) == 0 && len(a.words) < 3 {
		return false
	}
	ea := v.entries[a.entry]
	x := &ea.claims[a.claim]
	if _, off := commonDay(x.anchor, c.anchor); off != "" && a.tense != inFuture {
		return false
	}
	if _, off := commonPlace(ea, x.anchor, e, c.anchor); off != "" || x.anchor.ordinal != c.anchor.ordinal {
		return false
	}
	return len(commonWord(a.words, plain)) > 0 && (common >= standWords || incidentsApart(ea, x, e, c) == "")
}

// mayTurn reports whether what a source denies and what it says at another time can be of one thing: what was not so yet, or not elsewhere, may be so
// for all that it denied.
func (v *View) mayTurn(denial, other item, later bool) bool {
	e, f := v.entries[denial.entry], v.entries[other.entry]
	c, d := &e.claims[denial.n], &f.claims[other.n]
	s, t := e.sayingOf(c), f.sayingOf(d)
	if later && !c.denial && (s.notYet() || s.tense() == upToNow && !v.tensesMeet(standAt{&stand{tense: upToNow}, denial.entry}, &t, d, later)) {
		return false
	}
	_, names := s.telling()
	for i, w := range t.ws {
		if w.upper && inSorted(names, w.stem) && t.laterName(i) {
			return false // "passed papers to the ministry and none to Peru"
		}
	}
	_, off := commonDay(c.anchor, d.anchor)
	return off == ""
}

// overtaken reports whether of two contents the later one tells what was not so yet by the earlier: "no arrests had been made", "two men were arrested".
func (v *View) overtaken(ia, ib item) bool {
	e, f := v.entries[ia.entry], v.entries[ib.entry]
	a, b := &e.claims[ia.n], &f.claims[ib.n]
	if a.deniesShare() < b.deniesShare() {
		ia, ib, e, f, a, b = ib, ia, f, e, b, a
	}
	s := e.sayingOf(a)
	return !a.denial && e.day < f.day && f.day != unknownDay && a.deniesShare() >= turnDenied && !v.mayTurn(ia, ib, true) && (s.notYet() || s.tense() == upToNow)
}

// tensesMeet reports whether what a voice denies and what it says are of one time: what is not so yet may be so later.
func (v *View) tensesMeet(a standAt, s *saying, c *claimItem, later bool) bool {
	t := s.tense()
	switch a.tense {
	case inPresent:
		return false
	case upToNow:
		return t == upToNow && perfectPast.MatchString(s.low)
	case inFuture:
		return later || t == inFuture
	}
	return t != inFuture && !open(c.status)
}

// standOf is a content as what is said in place of a stand.
func (v *View) standOf(at item) standAt {
	return standAt{&stand{claim: at.n, source: v.entries[at.entry].claims[at.n].source}, at.entry}
}

// standTurn is the meeting of a stand with a later one of its voice.
func (o *voices) standTurn(a, b standAt) Meeting {
	v := o.v
	e, f := v.entries[a.entry], v.entries[b.entry]
	m := Meeting{Kind: Turned, A: v.claimID(int(v.claimOf[v.claimBase[a.entry]+a.claim])), B: v.claimID(int(v.claimOf[v.claimBase[b.entry]+b.claim])),
		EarlierWords: v.ref(a.entry, e.claims[a.claim].spans[0]), LaterWords: v.ref(b.entry, f.claims[b.claim].spans[0])}
	first, last := o.named(a.entry, a.claim, a.source, a.by), o.named(b.entry, b.claim, b.source, b.by)
	m.Changed = v.sourceSetID(int(last))
	now := "now"
	if last != first {
		now = v.sourceName(m.Changed) + ", who speaks for the same, now"
	}
	m.Reason = fmt.Sprintf("%s first %s", v.sourceName(v.sourceSetID(int(first))), fmt.Sprintf(turnPhrase(a), now))
	return m
}

// turnPhrase says what somebody took back; "%s" stands for who does and when.
func turnPhrase(a standAt) string {
	switch {
	case a.issue == onReason || a.issue == onCause:
		return "gave one reason, and %s gives another"
	case a.issue == onAny:
		return "said that it was not so, and %s says that it is"
	case a.so:
		return "said " + issuePhrases[a.issue][0] + ", and %s says " + issuePhrases[a.issue][1]
	}
	return "said " + issuePhrases[a.issue][1] + ", and %s says " + issuePhrases[a.issue][0]
}

var issuePhrases = map[issue][2]string{
	onHarm:    {"that people were hurt", "that nobody was hurt"},
	onCraft:   {"that craft were lost", "that none was lost"},
	onTrust:   {"that somebody is trusted", "that he is trusted no more"},
	onLeaving: {"that somebody gives up an office", "that nobody does"},
	onTest:    {"that a test was passed", "that it was failed"},
	onArms:    {"that somebody was armed", "that he was not"},
	onPlan:    {"that it is planned or thought of", "that it is not"},
	onLife:    {"that somebody is alive", "that he is dead"},
	onRecords: {"that records are there still", "that they are gone"},
}
