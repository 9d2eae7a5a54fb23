package ledger

import (
	"fmt"
	"strings"

	"sayso/article"
)

// A report can tell a change of position itself: "Police, who had previously said that the guard was hit during the attack, reversed course and
// said that he was hit before it". Both accounts stand in it, and no earlier report with the first one is needed.

// atFirst are words beside a cue that put what was said before what is said now.
var atFirst = setOf("initially previously originally first")

// turnCues are words by which a sentence says that an account changed. One of them stands at the first account, at the second or between them.
var turnCues = []string{"revers", "backtrack", "backpedal", "changed ", "correct", "retract", "walked back", " now ", " but ", "actually", "acknowledg", "admit", "conced", "instead", "revised"}

// toldWithin is how many bytes may lie between the two accounts.
const toldWithin = 260

// toldTurns are the changes of position that the reports of a story tell in their own words.
func (v *View) toldTurns(entries []int32, add func(Meeting)) {
	for _, n := range entries {
		e := v.entries[n]
		if !v.current[n] || v.copyRoots[n] != n {
			continue
		}
		for i := range e.claims {
			if before := &e.claims[i]; v.ofSomebody(n, i) && e.saidAtFirst(before) {
				if k := v.toldSince(n, i); k >= 0 {
					add(v.toldTurn(n, i, k))
				}
			}
		}
	}
}

// saidAtFirst reports whether the words that cite a claim put it before what its source says now, which the claim itself does not go on to.
func (e *entry) saidAtFirst(c *claimItem) bool {
	text := e.r.Article.Text
	cue := strings.Fields(strings.ToLower(joinSpans(text, e.r.Attributions[c.att].Cue)))
	for i, w := range cue {
		if atFirst[w] && !(w == "first" && (i+1 == len(cue) || onlyFirst[cue[i+1]])) {
			return !containsAny(strings.ToLower(joinSpans(text, c.spans)), turnCues...)
		}
	}
	return false
}

// onlyFirst are what is first without another to follow: "said for the first time", "first revealed".
var onlyFirst = setOf("time official reported revealed disclosed published announced broke acknowledgement acknowledgment admission public told")

// toldSince is the claim that the source of the i-th claim of an entry puts in its place, by the words beside both, or -1.
func (v *View) toldSince(n int32, i int) int {
	e := v.entries[n]
	text, a := e.r.Article.Text, &e.claims[i]
	source := v.sourceOf[v.sourceBase[n]+a.source]
	for k := range e.claims {
		b := &e.claims[k]
		if k == i || !v.ofSomebody(n, k) || v.sourceOf[v.sourceBase[n]+b.source] != source || e.saidAtFirst(b) || e.leavesOpen(b) != "" || v.claimOf[v.claimBase[n]+int32(i)] == v.claimOf[v.claimBase[n]+int32(k)] {
			continue
		}
		first, last := a.spans[0], b.spans[0]
		if first.Start > last.Start {
			first, last = last, first
		}
		if last.Start-first.End > toldWithin || last.Start < first.End {
			continue
		}
		around := article.Span{Start: sentenceAround(text, first).Start, End: sentenceAround(text, last).End}
		between := strings.ToLower(around.Text(text))
		if common(a.gist.plain, b.gist.plain) >= 1 && containsAny(between, turnCues...) && !(e.countsPeople(a) && e.countsPeople(b)) {
			return k
		}
	}
	return -1
}

// countsPeople reports whether a claim counts people: a number that rises is no change of position.
func (e *entry) countsPeople(c *claimItem) bool {
	for i := range e.r.Figures {
		if f := &e.r.Figures[i]; peopleMeasure[f.Measure] && f.Low != nil && *f.Low > 1 && spansHold(c.spans, f.Start) {
			return true
		}
	}
	return false
}

func (v *View) toldTurn(n int32, i, k int) Meeting {
	e := v.entries[n]
	a, b := &e.claims[i], &e.claims[k]
	cue := func(c *claimItem) string { return joinSpans(e.r.Article.Text, e.r.Attributions[c.att].Cue) }
	m := Meeting{Kind: Turned, A: v.claimID(int(v.claimOf[v.claimBase[n]+int32(i)])), B: v.claimID(int(v.claimOf[v.claimBase[n]+int32(k)])),
		EarlierWords: v.ref(n, a.spans[0]), LaterWords: v.ref(n, b.spans[0]), Changed: v.sourceSetID(int(v.sourceOf[v.sourceBase[n]+a.source]))}
	m.Reason = fmt.Sprintf("%s tells both: %s “%s” the first, and “%s” the second", label(e), v.sourceName(m.Changed), cue(a), cue(b))
	return m
}
