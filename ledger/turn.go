package ledger

import (
	"fmt"
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
	turnStems  = 3  // telling words in common, names left out, by which two sayings of one source are of one matter
	turnLatest = 96 // of a source's sayings that one which it turns on is held against
	mostTurns  = 40 // of a story
)

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
		}
	}
	for _, m := range meetings {
		if m.Changed != "" && m.Kind == Against {
			m.Kind = Turned
			add(m)
		}
	}
	return out
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

// saidBySource is what each source of a story says, and what it does not say, leaves open or says is not so.
func (v *View) saidBySource(story string) (said map[int32][]item, before map[int32][]unsaid) {
	said, before = map[int32][]item{}, map[int32][]unsaid{}
	for _, n := range v.recent(story) {
		e := v.entries[n]
		if !v.current[n] || v.copyRoots[n] != n {
			continue
		}
		for i := range e.claims {
			c := &e.claims[i]
			if c.source < 0 || c.att < 0 || v.claimOf[v.claimBase[n]+int32(i)] < 0 || v.asOutlet(e, &e.sources[c.source]) != nil {
				continue
			}
			at, s := item{n, int32(i)}, v.sourceOf[v.sourceBase[n]+c.source]
			how := e.leavesOpen(c)
			if how != "" || c.mostlyDenied() {
				before[s] = append(before[s], unsaid{at: at, ref: v.ref(n, c.spans[0]), spans: c.spans, stems: c.gist.plain, how: either(how == "", "denied it", how)})
			}
			if how == "" {
				said[s] = append(said[s], at)
			}
		}
		for i := range e.r.NonStatements {
			ns := &e.r.NonStatements[i]
			k := sourcePlace(e.r, ns.Source)
			if k < 0 || ns.Source == "" {
				continue
			}
			stems := plainIn(ns.Span.Text(e.r.Article.Text)) // what else the sentence says is no part of it
			before[v.sourceOf[v.sourceBase[n]+k]] = append(before[v.sourceOf[v.sourceBase[n]+k]],
				unsaid{at: item{n, -1}, ref: v.ref(n, sentenceAround(e.r.Article.Text, ns.Span)), spans: []article.Span{ns.Span}, stems: stems, how: "would not say (“" + clip(ns.Span.Text(e.r.Article.Text), 60) + "”)"})
		}
	}
	return said, before
}

// plainIn is the telling words of a sentence that are no names, as stems, sorted.
func plainIn(sentence string) []uint32 {
	var out []uint32
	for i, w := range words(sentence) {
		if !stopStems[w.stem] && (!w.upper || i == 0) && !measuring[w.hash] {
			out = append(out, w.stem)
		}
	}
	return sortedSet(out)
}

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
		if strings.Contains(said, w) {
			return "left it open (“" + w + "”)"
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
var openings = []string{"not clear", "unclear", "not known", "do not know", "did not know", "don't know", "don’t know", "didn't know", "cannot confirm", "could not confirm", "can't confirm", "can’t confirm", "too early to say"}

// turn is the source's later saying that is most of one matter with what it did not say before, where it says that now.
func (v *View) turn(source int32, u unsaid, said []item) (Meeting, bool) {
	e := v.entries[u.at.entry]
	best, most := item{-1, -1}, 0.0
	looked := 0
	for _, at := range said {
		o := v.entries[at.entry]
		if o.key == e.key || o.when <= e.when || o.day == unknownDay || daysApart(e, o) > claimDays {
			continue
		}
		if looked++; looked > turnLatest {
			break
		}
		c := &o.claims[at.n]
		n := common(u.stems, c.gist.plain) + float64(likeWords(u.stems, c.gist.plain))
		if n > 0 && n < turnStems && v.oneEvent(u.at.entry, u.spans, at.entry, c.spans) {
			n = turnStems
		}
		if n < turnStems || n <= most || c.mostlyDenied() || open(c.status) {
			continue
		}
		if u.at.n >= 0 && u.how == "denied it" && (o.day == e.day || opposed(&e.claims[u.at.n], c) < meetOpposed || dot(e.claims[u.at.n].vec, c.vec) < meetAlike) {
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
	if m.A == m.B {
		return Meeting{}, false
	}
	m.Reason = fmt.Sprintf("%s first %s, and now says it", v.sourceName(m.Changed), u.how)
	if both := v.commonStems(u.stems, best); both != "" {
		m.Reason += "; both speak of " + both
	}
	return m, true
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
