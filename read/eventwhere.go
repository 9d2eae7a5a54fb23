package read

import (
	"sayso/article"
	"sayso/parse"
)

// locate gives each event its time and its place: the first that hangs on it in the tree; else, for a
// noun that a verb carries ("launched a strike on Friday") and for a clause without a tense of its own
// ("ordering the fleet to sail on Friday"), those of the event above; else a place inside its object
// ("strikes posts inside the valley").
func (f *eventFinder) locate(es []Event) {
	at := make([]int32, len(f.d.Tokens))
	for i := range at {
		at[i] = -1
	}
	for k := range es {
		es[k].Time, es[k].Place = -1, -1
		at[es[k].Head] = int32(k)
	}
	for k := range f.m.Times {
		h := f.headOf(f.m.Times[k].Span)
		if h >= 0 && f.inDateline(h) {
			continue
		}
		if h >= 0 && preposition(f.d, h) == "since" { // from when a count runs, not when it is: "the ninth strike since May"
			continue
		}
		if e := f.saidOf(f.hangsOn(h, at, false), h, es, at); e >= 0 && f.m.Times[k].Type != "SET" && f.dates(&es[e], &f.m.Times[k]) && !f.endsOn(h, &es[e]) {
			es[e].Time = k
		}
	}
	for k := range f.m.Places {
		p := &f.m.Places[k]
		if p.Role == Actor || p.Role == Container || p.Role == Dateline {
			continue
		}
		h := f.headOf(p.Whole)
		if h < 0 {
			h = f.headOf(p.Span)
		}
		if h >= 0 && f.inDateline(h) {
			continue
		}
		if e := f.hangsOn(h, at, p.Role != Location); e >= 0 && es[e].Place < 0 {
			es[e].Place = k
		}
	}
	f.carry(es, at)
	f.dateClauses(es)
}

// inDateline reports whether token i says where or when the report was filed, which is no time or place of what it tells.
func (f *eventFinder) inDateline(i int32) bool {
	return i < f.d.Body(&f.d.Sentences[f.d.Tokens[i].Sentence])
}

// dates: t is a better date than the one event e has: the first, but a date before a duration or a "now" ("will now reopen in autumn").
func (f *eventFinder) dates(e *Event, t *Time) bool {
	if e.Time < 0 {
		return true
	}
	if f.m.Times[e.Time].Says.Ref == "PRESENT_REF" && t.Type != "DURATION" && t.Says.Ref == "" {
		return true
	}
	return f.m.Times[e.Time].Type == "DURATION" && t.Type != "DURATION"
}

// endsOn reports whether the time headed by h is when what event e brings about ends, or is to be done, and not when e was: "ordered the port closed until
// Friday", "postponed the vote to May", "gave the crew an hour to leave by noon". "Will leave by Friday" and "did not leave until Friday" are of that day.
func (f *eventFinder) endsOn(h int32, e *Event) bool {
	if h < 0 {
		return false
	}
	switch preposition(f.d, h) {
	case "until", "till", "through", "thru", "to":
		return !e.Negated && f.d.Tokens[h].Start > f.d.Tokens[e.Head].Start
	case "by":
		return e.Status == ordered.String()
	}
	return false
}

// headOf is the token of span s whose head lies outside it, or -1 for an empty span.
func (f *eventFinder) headOf(s article.Span) int32 {
	if s.End <= s.Start {
		return -1
	}
	d := f.d
	first := d.TokenAt(s.Start)
	for i := first; int(i) < len(d.Tokens) && int(d.Tokens[i].Start) < s.End; i++ {
		h := d.Tokens[i].Head
		if d.Tokens[i].Label != parse.Punct && d.Tokens[i].Label != parse.Case && (h < first || int(d.Tokens[h].Start) >= s.End) {
			return i
		}
	}
	return -1
}

// hangsOn is the event that the time or place headed by h belongs to, or -1: the nearest event above
// it. Where doubt is set the tree must show that it stands as a place: "in Havre", not "talks with Havre".
func (f *eventFinder) hangsOn(h int32, at []int32, doubt bool) int32 {
	d := f.d
	if h >= 0 && f.ofThing(h, at) {
		return -1
	}
	for step := 0; h >= 0 && step < maxClimb; step++ {
		if e := at[h]; e >= 0 && step > 0 {
			return e
		}
		t := &d.Tokens[h]
		if doubt && step < 2 && !f.locative(h, step) {
			return -1
		}
		if doubt && step > 0 && (t.Label == parse.Nsubj || t.Label == parse.NsubjPass || t.Label == parse.Obj) {
			return -1 // "the Havre army killed six": it says whose army, not where
		}
		h = t.Head
	}
	return -1
}

// ofThing reports whether a place tells where a thing comes from or goes: "banned imports of shrimp from Vietnam", "arrested a man from Oslo". An event
// noun's "flight from Oslo" is its own.
func (f *eventFinder) ofThing(h int32, at []int32) bool {
	up := f.d.Tokens[h].Head
	if up >= 0 && preposition(f.d, h) == "from" {
		return !Leaving[f.d.Tokens[up].Lemma]
	}
	if up < 0 || f.d.Tokens[up].UPOS != parse.NOUN && f.d.Tokens[up].UPOS != parse.PROPN || at != nil && at[up] >= 0 {
		return false
	}
	switch preposition(f.d, h) {
	case "from", "to", "into", "onto", "toward", "towards", "via", "through":
		return true
	}
	return false
}

// Leaving are the words of what begins at the place behind their "from"; behind others it tells whence a thing is, "banned shrimp from Vietnam".
var Leaving = set(`withdraw withdrawal pull pullout recall flee escape evacuate evacuation leave depart departure expel expulsion deport deportation retreat remove removal return launch fire
	rescue free release eject evict eviction exodus flight travel fly sail move march escort drive extradite extradition hear report speak emerge vanish disappear fall jump`)

// locative: token h stands where a place of an event can.
func (f *eventFinder) locative(h int32, step int) bool {
	d := f.d
	t := &d.Tokens[h]
	switch t.Label {
	case parse.Obl, parse.Nmod, parse.OblUnmarked, parse.NmodUnmarked:
		switch preposition(d, h) {
		case "with", "by", "between", "against", "for", "about", "than", "as", "like":
			return false
		case "of":
			return step > 0 || t.Head >= 0 && typesOf('n', d.Tokens[t.Head].Lemma) == nil
		}
		return true
	case parse.Compound, parse.Appos, parse.Conj, parse.Advmod, parse.Flat, parse.Root, parse.Advcl, parse.Dep, parse.Case:
		return true
	case parse.NmodPoss:
		return false
	}
	return step > 0
}

// carry fills times and places that an event shares with the events around it.
func (f *eventFinder) carry(es []Event, at []int32) {
	d := f.d
	for k := range es { // events come in text order; governors that follow are met in the second round
		f.inherit(es, k, at)
	}
	for k := len(es) - 1; k >= 0; k-- {
		f.inherit(es, k, at)
	}
	for k := range es {
		e := &es[k]
		h := d.Tokens[e.Head].Head
		if h < 0 || at[h] < 0 {
			continue
		}
		up := &es[at[h]]
		if f.whenClause(e.Head) && up.Place < 0 {
			up.Place = e.Place
		}
		if l := d.Tokens[e.Head].Label; l != parse.Obj && l != parse.Nsubj && l != parse.NsubjPass && l != parse.Obl {
			continue
		}
		if up.Time < 0 && e.Time >= 0 && d.Tokens[e.Head].UPOS == parse.NOUN { // "the strike on Friday killed six"
			up.Time = e.Time
		}
		if up.Place < 0 && e.Place >= 0 {
			up.Place = e.Place
		}
	}
	for k := range es {
		if e := &es[k]; e.Place < 0 && d.Tokens[e.Head].UPOS == parse.VERB {
			e.Place = f.inside(e.Head)
		}
	}
}

// whenClause reports whether verb i heads a clause with "when" that follows what happened with it: "six were killed on Friday when the
// navy struck a boat".
func (f *eventFinder) whenClause(i int32) bool {
	t := &f.d.Tokens[i]
	if t.Label != parse.Advcl || t.Head > i {
		return false
	}
	for _, c := range f.d.Children(i) {
		if c < i && f.d.Word(c) == "when" {
			return true
		}
	}
	return false
}

// inherit takes time and place from the event above where the two are told as one.
func (f *eventFinder) inherit(es []Event, k int, at []int32) {
	d := f.d
	e := &es[k]
	if e.Time >= 0 && e.Place >= 0 || f.undone(e.Head) {
		return
	}
	t := &d.Tokens[e.Head]
	if t.Head < 0 || at[t.Head] < 0 || t.UPOS == parse.VERB && f.s.st[e.Head].tensed && !f.whenClause(e.Head) {
		return
	}
	switch t.Label {
	case parse.Obj, parse.Nsubj, parse.NsubjPass, parse.Xcomp, parse.Ccomp, parse.Advcl, parse.ACL, parse.Conj:
	default:
		return
	}
	up := &es[at[t.Head]]
	if e.Time < 0 {
		e.Time = up.Time
	}
	if e.Place < 0 && t.Label != parse.ACL {
		e.Place = up.Place
	}
}

// inside is the first place within the object of verb i, or -1: "struck posts inside the valley".
func (f *eventFinder) inside(i int32) int {
	o := f.d.Child(i, parse.Obj, parse.NsubjPass)
	if o < 0 || len(f.m.Places) == 0 {
		return -1
	}
	_, end := f.extent(o)
	lo, hi := 0, len(f.m.Places)
	start := int(f.d.Tokens[o].End)
	for lo < hi {
		m := (lo + hi) / 2
		if f.m.Places[m].Span.Start < start {
			lo = m + 1
		} else {
			hi = m
		}
	}
	for lo < len(f.m.Places) && f.m.Places[lo].Role == Container {
		lo++
	}
	if lo < len(f.m.Places) && f.m.Places[lo].Span.End <= int(f.d.At(end-1).End) {
		if h := f.headOf(f.m.Places[lo].Span); h >= 0 && f.locative(h, 0) && !f.ofThing(h, nil) && !f.inClauseOf(h, o) {
			return lo
		}
	}
	return -1
}

// inClauseOf reports whether a clause lies on the way from token h up to the noun o: "shut the pipeline that carries oil to the Red Sea" shuts nothing at sea.
func (f *eventFinder) inClauseOf(h, o int32) bool {
	for n := 0; h >= 0 && h != o && n < maxClimb; h, n = f.d.Tokens[h].Head, n+1 {
		switch f.d.Tokens[h].Label {
		case parse.ACL, parse.ACLRelcl, parse.Advcl, parse.Ccomp:
			return true
		}
	}
	return false
}

// maxExtent bounds the words of a phrase that are looked at.
const maxExtent = 60

// extent is the token range of the phrase of i, within maxExtent tokens of it.
func (f *eventFinder) extent(i int32) (first, end int32) {
	first, end = i, i+1
	stack := append(make([]int32, 0, 32), i)
	for n := 0; len(stack) > 0 && n < maxExtent; n++ {
		v := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		for _, c := range f.d.Children(v) {
			first, end = min(first, c), max(end, c+1)
			stack = append(stack, c)
		}
	}
	return first, end
}
