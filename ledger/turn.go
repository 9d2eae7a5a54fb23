package ledger

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"sayso/article"
	"sayso/read"
	"sayso/resolve"
)

// Turned is the meeting of what one source first would not say, left open, denied or said, with what it says of the same matter in a
// later report. Its A is "" where nothing was said at first.
const Turned MeetingKind = "now says"

// The bounds of turns.
const (
	turnStems     = 3       // telling words in common, names left out, by which two sayings of one source are of one matter
	openShare     = .4      // of the telling words of what was left open
	turnShare     = .6      // or of the telling words of what was not said, two and more
	turnLatest    = 96      // of a source's sayings that one which it turns on is held against
	turnDays      = 366     // between two sayings
	turnDenied    = 1.0 / 3 // of what a content says is not so, from which it may take something back
	turnAlike     = .40
	admittedAlike = .15 // of what is admitted
	copiedAlike   = .70 // from which a content of a copy is one of what it copies
	turnHours     = 3   // between two of one day that are opposite
	mostTurns     = 40  // of a story
)

// deniedIt is what a source did at first that said it was not so.
const deniedIt = "denied it"

// An unsaid is a passage in which a source does not say something, leaves it open or denies it.
type unsaid struct {
	at    item // the claim, n -1 for words that are none
	ref   Ref  // its words
	spans []article.Span
	stems []uint32 // telling words that are no names, sorted
	how   string   // what the source did at first
}

// Turns are the changes of position in a story: one source, two reports, the earlier first. A toll that rises is none. Those of its
// meetings in which one source said the one and says the other are among them.
func (v *View) Turns(story string, meetings []Meeting) []Meeting {
	said, before := v.saidBySource(story)
	var out []Meeting
	seen := map[[2]string]bool{}
	add := func(m Meeting) {
		if k := [2]string{m.EarlierWords.Report + " " + m.Changed, m.B}; !seen[k] && len(out) < mostTurns {
			seen[k] = true
			out = append(out, m)
		}
	}
	for _, s := range v.sourcesIn(said, before) {
		for _, u := range before[s] {
			if m, ok := v.turn(s, u, said[s]); ok {
				add(m)
			}
			if m, ok := v.takesBack(s, u, said[s]); ok {
				add(m)
			}
		}
	}
	for _, m := range meetings {
		switch {
		case m.Changed != "" && m.Kind == Against:
			m.Kind = Turned
			add(m)
		case m.Changed != "" && m.Kind == Updated:
			add(m) // a number that goes on is no change of mind, and is told with who tells it
		}
	}
	o := v.voicesIn(v.recent(story))
	v.standTurns(v.recent(story), o, add)
	v.admissions(v.recent(story), o, add)
	once := func(m Meeting) { // one turn is told once
		if !slices.ContainsFunc(out, func(t Meeting) bool { return t.Changed == m.Changed && t.B == m.B || t.A == m.A && t.B == m.B }) {
			add(m)
		}
	}
	v.toldTurns(v.recent(story), add)
	for _, n := range v.recent(story) {
		if v.current[n] && v.copyRoots[n] == n {
			v.formerTurns(n, o, once)
		}
	}
	for _, m := range meetings {
		if m.Kind == Against && m.Changed == "" && o.turnsWithin(&m) {
			once(m)
		}
	}
	return out
}

// WithoutTurns is meetings without those of which the turns tell by the same words, and those in which one source says the one and then the other.
func WithoutTurns(meetings, turns []Meeting) []Meeting {
	type place struct {
		report string
		at     int
	}
	told := map[[2]place]bool{}
	pair := func(m *Meeting) [2]place {
		return [2]place{{m.EarlierWords.Report, m.EarlierWords.Start}, {m.LaterWords.Report, m.LaterWords.Start}}
	}
	for i := range turns {
		told[pair(&turns[i])] = true
	}
	return slices.DeleteFunc(slices.Clone(meetings), func(m Meeting) bool {
		return (m.Kind == Against || m.Kind == Updated) && (m.Changed != "" || told[pair(&m)])
	})
}

// TurnsOf are the changes of position of one source in its latest stories.
func (v *View) TurnsOf(source string) []Meeting {
	set, ok := v.lookup('s', source)
	if !ok {
		return nil
	}
	var out []Meeting
	seen := map[int32]bool{}
	members := v.sourceSets[set]
	for i := len(members) - 1; i >= 0 && len(seen) < 3; i-- {
		n := v.storyOf[v.source[members[i]].entry]
		if seen[n] {
			continue
		}
		seen[n] = true
		story, meetings := v.storyID(v.stories[n][0]), []Meeting(nil)
		if len(v.stories[n]) <= most {
			meetings = v.Meetings(story)
		}
		for _, m := range v.Turns(story, meetings) {
			if m.Changed == source {
				out = append(out, m)
			}
		}
	}
	return out
}

// sourcesIn is the sources that have both, in order.
func (v *View) sourcesIn(said map[int32][]item, before map[int32][]unsaid) []int32 {
	var out []int32
	for s := range before {
		if len(said[s]) > 0 {
			out = append(out, s)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i] < out[j] })
	return out
}

// saidBySource is what each source of a story does not say, leaves open or says is not so, and what those sources say.
func (v *View) saidBySource(story string) (said map[int32][]item, before map[int32][]unsaid) {
	said, before = map[int32][]item{}, map[int32][]unsaid{}
	entries := v.recent(story)
	for _, n := range entries {
		e := v.entries[n]
		if !v.current[n] {
			continue
		}
		for i := range e.claims {
			c := &e.claims[i]
			if !v.ofSomebody(n, i) {
				continue
			}
			how := e.leavesOpen(c)
			if (how != "" || c.deniesShare() >= turnDenied) && v.ownSaying(n, c) {
				s := v.sourceOf[v.sourceBase[n]+c.source]
				before[s] = append(before[s], unsaid{at: item{n, int32(i)}, ref: v.ref(n, c.spans[0]), spans: c.spans, stems: c.gist.plain, how: either(how == "", deniedIt, how)})
			}
		}
		v.unsaidIn(n, before)
	}
	for _, n := range entries {
		e := v.entries[n]
		for i := range e.claims {
			if c := &e.claims[i]; v.current[n] && v.ofSomebody(n, i) {
				if s := v.sourceOf[v.sourceBase[n]+c.source]; len(before[s]) > 0 && e.leavesOpen(c) == "" && !e.demands(c) && !c.disputes && v.ownSaying(n, c) {
					said[s] = append(said[s], item{n, int32(i)})
				}
			}
		}
	}
	return said, before
}

// ofSomebody reports whether the i-th claim of an entry is cited for a source.
func (v *View) ofSomebody(n int32, i int) bool {
	c := &v.entries[n].claims[i]
	return c.source >= 0 && c.att >= 0 && v.claimOf[v.claimBase[n]+int32(i)] >= 0
}

// ownSaying reports whether a content is not another report's nor told by another person, and its source no outlet.
func (v *View) ownSaying(n int32, c *claimItem) bool {
	e := v.entries[n]
	return !v.copiedSaying(n, c) && v.asOutlet(e, &e.sources[c.source]) == nil && !v.hearsay(e, c)
}

// demands reports whether a content is what its source wants others to do or asks: nobody says by that that it is so.
func (e *entry) demands(c *claimItem) bool {
	s := e.r.Attributions[c.att].Stance
	return s == read.Demands || s == read.Asks
}

// hearsay reports whether a content is told to be somebody's by somebody else who is no outlet: that Quill was warned, says Fenn; or is what somebody
// knew and not what he says.
func (v *View) hearsay(e *entry, c *claimItem) bool {
	a := &e.r.Attributions[c.att]
	return slices.ContainsFunc(a.Chain[:max(0, len(a.Chain)-1)], func(id string) bool {
		k := sourcePlace(e.r, id)
		return k >= 0 && (e.sources[k].s.Kind == resolve.Person || e.sources[k].s.Kind == resolve.Group)
	}) || knewCue(e, a)
}

// knewCue reports whether an attribution tells what somebody knew, which he has not said: "knew for two years that".
func knewCue(e *entry, a *resolve.Attribution) bool {
	return slices.ContainsFunc(words(joinSpans(e.r.Article.Text, a.Cue)), func(w word) bool { return knewWords[w.hash] })
}

var knewWords = setOfWords("knew known")

// copiedSaying reports whether a content repeats what the report that its own copies says; a follow-up keeps old paragraphs and tells new things.
func (v *View) copiedSaying(n int32, c *claimItem) bool {
	root := v.copyRoots[n]
	return root != n && slices.ContainsFunc(v.entries[root].claims, func(d claimItem) bool {
		return dot(c.vec, d.vec) >= copiedAlike && opposed(c, &d) < turnDenied && !contraryWords(c, &d)
	})
}

// unsaidIn adds what the sources of an entry would not say.
func (v *View) unsaidIn(n int32, before map[int32][]unsaid) {
	e := v.entries[n]
	text := e.r.Article.Text
	add := func(source string, span article.Span, spans []article.Span, words string) {
		if root := v.copyRoots[n]; root != n && strings.Contains(v.entries[root].r.Article.Text, span.Text(text)) {
			return
		}
		if k := sourcePlace(e.r, source); k >= 0 && source != "" { // what else the sentence says is no part of it
			s := v.sourceOf[v.sourceBase[n]+k]
			before[s] = append(before[s], unsaid{at: item{n, -1}, ref: v.ref(n, sentenceAround(text, span)), spans: spans, stems: plainIn(joinSpans(text, spans)), how: "would not say (“" + clip(words, 60) + "”)"})
		}
	}
	for i := range e.r.NonStatements {
		ns := &e.r.NonStatements[i]
		add(ns.Source, ns.Span, []article.Span{ns.Span}, ns.Span.Text(text))
	}
	for i := range e.r.Attributions {
		a := &e.r.Attributions[i]
		if a.Stance != read.Declines || a.Form != read.Indirect || a.Inside != "" || len(a.Chain) == 0 || len(a.Content) == 0 || slices.ContainsFunc(e.r.NonStatements, func(ns resolve.NonStatement) bool { return ns.Span.Overlaps(a.Content[0]) }) {
			continue
		}
		add(a.Chain[len(a.Chain)-1], a.Content[0], a.Content, joinSpans(text, a.Cue)+" "+joinSpans(text, a.Content))
	}
}

// plainIn is the telling words of a sentence that are no names, as stems, sorted.
func plainIn(sentence string) []uint32 {
	var out []uint32
	for i, w := range words(sentence) {
		if !stopStems[w.stem] && (!w.upper || i == 0) && !measuring[w.hash] && !refusing[w.stem] {
			out = append(out, w.stem)
		}
	}
	return sortedSet(out)
}

// refusing are the words by which somebody will not say.
var refusing = setOfStems("how why what who whom where make made give gave get take would whether if decline declined declines refuse refused refuses say saying said confirm confirmed comment disclose reveal provide provided answer respond specify elaborate discuss explicitly immediately publicly")

// leavesOpen is how a source did not say the content of a claim: "did not know whether", "has yet to confirm"; "" where it says it.
func (e *entry) leavesOpen(c *claimItem) string {
	a := &e.r.Attributions[c.att]
	cue := joinSpans(e.r.Article.Text, a.Cue)
	if not := notYet(e.r, a); not != "" {
		return "had not confirmed it (“" + not + " " + strings.TrimPrefix(cue, "to ") + "”)"
	}
	if c.unsettled {
		return "left it open (“" + cue + "”)"
	}
	said := strings.ToLower(joinSpans(e.r.Article.Text, c.spans))
	for _, w := range openings {
		if i := strings.Index(said, w); i >= 0 {
			return "left it open (“" + said[strings.LastIndexByte(said[:i+1], ' ')+1:i+len(w)] + "”)"
		}
	}
	return ""
}

// notYet is the words by which somebody has not confirmed what an attribution has for confirmed: "has yet to acknowledge"; "" without any.
func notYet(r *resolve.Reading, a *resolve.Attribution) string {
	if a.Stance != read.Confirms || len(a.Cue) == 0 {
		return ""
	}
	text, at := r.Article.Text, a.Cue[0].Start
	lead := " " + strings.ToLower(strings.ToValidUTF8(text[max(0, at-16):at], "")) + strings.ToLower(a.Cue[0].Text(text)) + " "
	for _, w := range []string{" yet to ", " not ", "n't ", "n’t ", " declined to ", " refused to "} {
		if strings.Contains(lead, w) {
			return strings.TrimSpace(w)
		}
	}
	return ""
}

// openings leave open what follows them.
var openings = []string{"not clear", "unclear", "not known", "not know whether", "not know if", "not know how", "not know who", "not know why", "t know whether", "t know if", "t know how", "t know who", "t know why", "cannot confirm", "could not confirm", "can't confirm", "can’t confirm", "too early to say", "ing whether to", "not decided", "not yet decided", "yet to decide", "no decision"}

// turn is the source's later saying that is most of one matter with what it did not say before, where it says that now.
func (v *View) turn(source int32, u unsaid, said []item) (Meeting, bool) {
	e := v.entries[u.at.entry]
	best, most, looked := item{-1, -1}, 0.0, 0
	for _, at := range said {
		o := v.entries[at.entry]
		if o.key == e.key || o.when <= e.when || o.day == unknownDay || daysApart(e, o) > turnDays {
			continue
		}
		if looked++; looked > turnLatest {
			break
		}
		c := &o.claims[at.n]
		n := v.oneMatter(u, at)
		if u.how == deniedIt && n < turnStems && v.admitted(at) && v.turnsOnIt(u.at, at) {
			n = turnStems
		}
		if strings.Contains(u.how, "deci") {
			break // who had not decided and then decides changes nothing
		}
		if n < turnStems || n < openShare*float64(len(u.stems)) && u.how != deniedIt || n <= most || o.supposes(c) || c.status == resolve.Possible || c.status == resolve.Predicted || c.status == resolve.Considered {
			continue
		}
		if u.how == deniedIt && (c.deniesShare() >= turnDenied || !v.opposite(u.at, at, v.admitted(at)) || !v.mayTurn(u.at, at, true)) {
			continue
		}
		best, most = at, n
	}
	if best.entry < 0 {
		return Meeting{}, false
	}
	o := v.entries[best.entry]
	m := Meeting{Kind: Turned, B: v.claimID(int(v.claimOf[v.claimBase[best.entry]+best.n])), EarlierWords: u.ref, LaterWords: v.ref(best.entry, o.claims[best.n].spans[0]),
		Changed: v.sourceSetID(int(source))}
	if u.at.n >= 0 {
		m.A = v.claimID(int(v.claimOf[v.claimBase[u.at.entry]+u.at.n]))
	}
	m.Reason = fmt.Sprintf("%s first %s, and now says it", v.sourceName(m.Changed), u.how)
	if both := v.commonStems(u.stems, best); both != "" {
		m.Reason += "; both speak of " + both
	}
	return m, m.A != m.B
}

// takesBack is the source's earlier saying that is most of one matter with what it now denies, where it said that it was so.
func (v *View) takesBack(source int32, u unsaid, said []item) (Meeting, bool) {
	if u.how != deniedIt {
		return Meeting{}, false
	}
	e := v.entries[u.at.entry]
	best, most := item{-1, -1}, 0.0
	for _, at := range said[max(0, len(said)-turnLatest):] {
		o := v.entries[at.entry]
		if o.key == e.key || o.when >= e.when || e.day == unknownDay || daysApart(e, o) > turnDays || o.claims[at.n].deniesShare() >= turnDenied {
			continue
		}
		n, admitted := v.oneMatter(u, at), v.admitted(u.at)
		if admitted && n < turnStems && v.turnsOnIt(u.at, at) {
			n = turnStems
		}
		if n >= turnStems && n > most && v.opposite(u.at, at, admitted) && v.mayTurn(u.at, at, false) {
			best, most = at, n
		}
	}
	if best.entry < 0 {
		return Meeting{}, false
	}
	o := v.entries[best.entry]
	m := Meeting{Kind: Turned, A: v.claimID(int(v.claimOf[v.claimBase[best.entry]+best.n])), B: v.claimID(int(v.claimOf[v.claimBase[u.at.entry]+u.at.n])),
		EarlierWords: v.ref(best.entry, o.claims[best.n].spans[0]), LaterWords: u.ref, Changed: v.sourceSetID(int(source))}
	m.Reason = fmt.Sprintf("%s first said it, and now says that it is not so", v.sourceName(m.Changed))
	if both := v.commonStems(u.stems, best); both != "" {
		m.Reason += "; both speak of " + both
	}
	return m, m.A != m.B
}

// oneMatter is how many telling words a saying has in common with a passage, turnStems where fewer are most of it or both tell one event.
func (v *View) oneMatter(u unsaid, at item) float64 {
	c := &v.entries[at.entry].claims[at.n]
	n := common(u.stems, c.gist.plain)
	if n < 2 {
		return 0
	}
	n += float64(likeWords(u.stems, c.gist.plain))
	if n < turnStems && (n >= turnShare*float64(len(u.stems)) || v.oneEvent(u.at.entry, u.spans, at.entry, c.spans)) {
		return turnStems
	}
	return n
}

// admitted reports whether a source says a thing as what it admits: "conceded that".
func (v *View) admitted(at item) bool {
	e := v.entries[at.entry]
	c := &e.claims[at.n]
	return c.att >= 0 && e.r.Attributions[c.att].Stance == read.Confirms && containsAny(strings.ToLower(joinSpans(e.r.Article.Text, e.r.Attributions[c.att].Cue)), "admit", "conced", "acknowledg", "own")
}

// turnsOnIt reports whether a saying tells of what a denial denies first: "the July inspection was never carried out", "passed an inspection".
func (v *View) turnsOnIt(denial, at item) bool {
	e := v.entries[denial.entry]
	h := e.firstDenied(&e.claims[denial.n])
	return h != 0 && !vagueVerbs[h] && !wishing[h] && inSorted(v.entries[at.entry].claims[at.n].gist.plain, h)
}

// wishing are verbs of which everybody says and denies something.
var wishing = setOfStems("want wanted wanting need needed like liked hope hoped try tried think thought believe believed mean meant")

// opposite reports whether of two sayings of one source the one says that what the other tells is not so; of one day, hours must lie between. What is
// admitted need not be as much alike.
func (v *View) opposite(x, y item, admitted bool) bool {
	e, o := v.entries[x.entry], v.entries[y.entry]
	a, b := &e.claims[x.n], &o.claims[y.n]
	apart := max(e.when-o.when, o.when-e.when)
	if e.day == o.day && apart < turnHours*3600 {
		return false
	}
	if a.denial == b.denial && !admitted && !v.negates(x, y) && !v.negates(y, x) && !e.saysNone(a, b) && !o.saysNone(b, a) {
		return false
	}
	return opposed(a, b) >= turnDenied && dot(a.vec, b.vec) >= either[float32](admitted, admittedAlike, turnAlike) && incidentsApart(e, a, o, b) == ""
}

// oneEvent reports whether two passages tell one event across reports.
func (v *View) oneEvent(n int32, spans []article.Span, m int32, others []article.Span) bool {
	told := map[int32]bool{}
	v.eventsIn(n, spans, func(set int32) { told[set] = true })
	found := false
	v.eventsIn(m, others, func(set int32) { found = found || told[set] })
	return found
}

// eventsIn yields the events across reports that passages of an entry tell.
func (v *View) eventsIn(n int32, spans []article.Span, yield func(set int32)) {
	e := v.entries[n]
	for i := range e.events {
		if set := v.eventOf[v.eventBase[n]+int32(i)]; set >= 0 && spansHold(spans, e.r.Events[e.events[i].n].Trigger.Start) {
			yield(set)
		}
	}
}

// commonStems is the telling words that a saying has in common with stems, as it writes them.
func (v *View) commonStems(stems []uint32, at item) string {
	e := v.entries[at.entry]
	c := &e.claims[at.n]
	var out []string
	for _, h := range commonWord(stems, c.gist.plain) {
		if w := writtenAs(h, e.r.Article.Text, c.spans); w != "" && len(out) < 4 {
			out = append(out, "“"+w+"”")
		}
	}
	return strings.Join(out, ", ")
}
