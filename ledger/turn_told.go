package ledger

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"sayso/article"
	"sayso/read"
	"sayso/resolve"
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
		v.recalledTurns(n, add)
		for i := range e.claims {
			if before := &e.claims[i]; v.ofSomebody(n, i) && (e.saidAtFirst(before) || e.saidUntilNow(before)) {
				k := -1
				if e.saidAtFirst(before) {
					k = v.toldSince(n, i)
				}
				if k < 0 && e.saidUntilNow(before) {
					k = v.takenBack(n, i)
				}
				if k >= 0 {
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
		if last.Start-first.End > toldWithin || last.Start < first.End || strings.Contains(text[first.End:last.Start], "\n") {
			continue
		}
		around := article.Span{Start: sentenceAround(text, first).Start, End: sentenceAround(text, last).End}
		between := strings.ToLower(around.Text(text))
		if (common(a.gist.plain, b.gist.plain) >= 1 || v.admitted(item{n, int32(k)}) && around.End-around.Start < maxSentence && sentenceAround(text, first) == sentenceAround(text, last)) && containsAny(between, turnCues...) && !(e.countsPeople(a) && e.countsPeople(b)) {
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

// untilNow are words of how long somebody had said a thing, or that it was before, beside the "had" of it.
var untilNow = regexp.MustCompile(`\b(?:for (?:[a-z]+ )?(?:hours|days|weeks|months|years)|until (?:now|then|[a-z]+day)|initially|previously|originally|earlier|at first|repeatedly|long|always|last (?:week|month|year))\b`)

// saidUntilNow reports whether a claim is cited as what its source had said so far: "had denied for several days that", "had for weeks insisted that".
func (e *entry) saidUntilNow(c *claimItem) bool {
	a, text := &e.r.Attributions[c.att], e.r.Article.Text
	if len(a.Source) == 0 || len(a.Cue) == 0 || a.Source[0].Start > c.spans[0].Start {
		return false
	}
	start := sentenceAround(text, a.Source[0]).Start
	lead := " " + strings.ToLower(text[start:c.spans[0].Start])
	clause := lead[strings.LastIndexByte(lead[:max(0, min(len(lead), a.Cue[0].Start-start+1))], ',')+1:]
	first, _, _ := strings.Cut(lead, ",")
	return strings.Contains(clause, " had ") && (untilNow.MatchString(clause) || untilNow.MatchString(first))
}

// ownTurn reports whether of two contents of one report the one is what the other's side had said so far.
func (v *View) ownTurn(ia, ib item) bool {
	e := v.entries[ia.entry]
	if ia.entry != ib.entry || !v.ofSomebody(ia.entry, int(ia.n)) || !v.ofSomebody(ib.entry, int(ib.n)) {
		return false
	}
	a, b := &e.claims[ia.n], &e.claims[ib.n]
	return e.saidUntilNow(a) && v.takenBack(ia.entry, int(ia.n)) == int(ib.n) || e.saidUntilNow(b) && v.takenBack(ib.entry, int(ib.n)) == int(ia.n)
}

// takenBackWithin is how many bytes may lie between what a side had said so far and what it says now.
const takenBackWithin = 900

// takenBack is the claim by which the side of the i-th claim of an entry says that this is not so, or -1: "Norland says it shot the plane down. It had
// denied for days that it was hit by a missile". What it had said and what it says have a word in common, and the one denies, or what it says it
// admits.
func (v *View) takenBack(n int32, i int) int {
	e := v.entries[n]
	a := &e.claims[i]
	side, group, best := v.sidesOfChain(n, a), e.sources[a.source].s, -1
	if len(side) == 0 && group.Name == "" && group.Kind == resolve.Group {
		return -1 // "some scientists" are not the same every time
	}
	for k := range e.claims {
		b := &e.claims[k]
		gap := max(a.spans[0].Start-b.spans[0].End, b.spans[0].Start-a.spans[0].End)
		if k == i || gap < 0 || gap > takenBackWithin || v.claimOf[v.claimBase[n]+int32(k)] == v.claimOf[v.claimBase[n]+int32(i)] {
			continue
		}
		if !v.ofSomebody(n, k) || b.disputes || e.saidAtFirst(b) || e.saidUntilNow(b) || e.leavesOpen(b) != "" {
			continue // nothing that the side says now
		}
		one := v.sourceOf[v.sourceBase[n]+a.source] == v.sourceOf[v.sourceBase[n]+b.source] || anyShared(side, v.sidesOfChain(n, b)) || e.speaksFor(b.source, group)
		admits := e.r.Attributions[b.att].Stance == read.Confirms
		if !one || a.denial == b.denial && !admits && !v.negates(item{n, int32(i)}, item{n, int32(k)}) && !v.negates(item{n, int32(k)}, item{n, int32(i)}) || e.countsPeople(a) && e.countsPeople(b) {
			continue
		}
		least := either(a.denial == b.denial, 2, 1)
		if common(a.gist.plain, b.gist.plain)+float64(likeWords(a.gist.plain, b.gist.plain)) >= float64(least) && (best < 0 || b.spans[0].Start < e.claims[best].spans[0].Start) {
			best = k
		}
	}
	return best
}

// speaksFor reports whether a source of a report is called by the word for an unnamed body of it: "police commander Ana Ruiz", of "police".
func (e *entry) speaksFor(source int32, body *resolve.Source) bool {
	ws := stemsOf(body.Description)
	if body.Name != "" || body.Kind == resolve.Person || len(ws) == 0 || len(ws) > 2 {
		return false
	}
	s := e.sources[source].s
	return s.Kind == resolve.Person && slices.Contains(stemsOf(s.Role+" "+s.Description), ws[len(ws)-1])
}

// sidesOfChain is the words for the sides of all through whom a claim is cited.
func (v *View) sidesOfChain(n int32, c *claimItem) []uint32 {
	var out []uint32
	for _, id := range v.entries[n].r.Attributions[c.att].Chain {
		out = append(out, v.sideOf(n, sourcePlace(v.entries[n].r, id))...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
