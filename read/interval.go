package read

import "sayso/parse"

// What came before by so much: "eight days after the ferry sank", "Two weeks after a bridge fell and killed seven, the mayor resigned". The
// words decide and not the tree, which seldom has such clauses right.

// intervals gives the events behind "eight days after" that time for the stretch by which they are earlier, and makes them recalled.
func (f *eventFinder) intervals(es []Event) {
	for k := range es {
		es[k].Before = -1
	}
	for k := range f.m.Times {
		t := &f.m.Times[k]
		if t.Type != "DURATION" || !t.Says.HasN || t.Says.Unit < Day {
			continue
		}
		first, end := f.recalledBy(t)
		for n := range es {
			if e := &es[n]; e.Head >= first && e.Head < end && parseStatus(e.Status) == happened && !f.cues[e.Head] {
				e.Past, e.Before = true, k
			}
		}
	}
}

// recalledBy is the range of tokens that t, with "after" behind it, sets before the rest of its sentence; an empty one for other times.
func (f *eventFinder) recalledBy(t *Time) (first, end int32) {
	d := f.d
	at := d.TokenAt(t.Span.Start)
	after := at
	for int(after) < len(d.Tokens) && int(d.Tokens[after].Start) < t.Span.End {
		after++
	}
	if int(after) >= len(d.Tokens) || d.Tokens[after].Lemma != "after" {
		return 0, 0
	}
	s := &d.Sentences[d.Tokens[at].Sentence]
	first, end = after+1, s.End
	opens := at <= d.Body(s)+2 && f.commas(d.Body(s), at) == 0 // "Just two weeks after …"
	said := false
	for i := first; i < s.End; i++ {
		said = said || d.Tokens[i].UPOS == parse.VERB || eventNoun(d.Tokens[i].Lemma)
		if d.Word(i) != "," || !said {
			continue
		}
		if opens || i+1 < s.End && d.At(i+1).UPOS == parse.CCONJ || f.cuedSoon(i+1, s.End) {
			return first, i
		}
	}
	if opens {
		return 0, 0 // no comma: where it ends is not clear
	}
	return first, end
}

// commas is how many commas stand among the tokens of a range.
func (f *eventFinder) commas(first, end int32) int {
	n := 0
	for i := first; i < end; i++ {
		if f.d.Word(i) == "," {
			n++
		}
	}
	return n
}

// cuedSoon reports whether somebody is cited from token i on: ", the coast guard said".
func (f *eventFinder) cuedSoon(i, end int32) bool {
	for k := i; k < min(end, i+8) && f.d.Word(k) != ","; k++ {
		if f.cues[k] {
			return true
		}
	}
	return false
}
