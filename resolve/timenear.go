package resolve

import (
	"strings"

	"sayso/article"
	"sayso/parse"
)

// A When is the days that a time expression, or an event's place in the report's running time, can mean.
type When struct {
	article.Span        // the words, or empty where it was carried over
	Value        string // ISO 8601 / TIMEX3
	Start, End   string // first and last day, ISO 8601; "" where open
	Precision    string // "day", "week", "month", "quarter", "year", "part_of_day", "range", "vague"
}

// when is t as a When, or nil where t is no point or stretch of the calendar: a bare duration or a set.
func (t *Time) when() *When {
	if t.Type == "SET" || t.Type == "DURATION" && t.Start == "" && t.End == "" {
		return nil
	}
	return &When{Span: t.Span, Value: t.Value, Start: t.Start, End: t.End, Precision: t.Precision}
}

// whenAt is when the event at token is: the time of the same clause that is nearest by the tree, or
// nil. Days and parts of them come before stretches and before "now" and "recently".
func (w *work) whenAt(token int32) *When {
	d := w.m.Doc
	var buf [12]int32
	at := w.climb(token, buf[:0])
	var best *When
	cost, which := far, 0
	s := d.Sentences[d.Tokens[token].Sentence]
	start, end := int(d.Tokens[s.First].Start), int(d.At(s.End-1).End)
	for i := w.firstTime(start); i < len(w.r.Times) && w.r.Times[i].Span.Start < end; i++ {
		t := &w.r.Times[i]
		x := t.when()
		if x == nil {
			continue
		}
		h := w.headOf(t.Span)
		c := w.apart(at, h)
		if c == far || h < d.Body(&s) || w.datesAnother(h, token) {
			continue
		}
		switch {
		case t.Start == "" && t.End == "":
			c += 6
		case t.Type == "DURATION" || t.Precision == "vague":
			c += 3
		}
		if c < cost {
			best, cost, which = x, c, i
		}
	}
	if best != nil {
		if r := w.stretch(which); r != nil {
			return r
		}
	}
	return best
}

// datesAnother reports whether the time at h stands in a noun phrase for another thing than token's, to which something is done: neither is anything handed
// over in March in "the March warning would be handed to the inquiry", nor condemned on Monday in "he condemned Monday's attack".
func (w *work) datesAnother(h, token int32) bool {
	d := w.m.Doc
	t := d.At(h)
	if w.datesDecision(h, token) {
		return true
	}
	if h < 0 || t.Label != parse.Compound && t.Label != parse.NmodPoss && t.Label != parse.NmodUnmarked || t.Head <= h || t.Head == token {
		return false
	}
	n := d.At(t.Head)
	if n.Label != parse.NsubjPass && n.Label != parse.Obj {
		return false
	}
	for i := token; i >= 0; i = d.Tokens[i].Head { // what stands in the phrase itself
		if i == t.Head {
			return false
		}
	}
	return true
}

// datesDecision reports whether the time at h says which decision another verb is about: "overturned the High Court's decision of December", "upheld a ruling of Friday".
func (w *work) datesDecision(h, token int32) bool {
	d := w.m.Doc
	t := d.At(h)
	if h < 0 || t.Head < 0 || t.Head == token || t.Label != parse.Nmod && t.Label != parse.Obl && t.Label != parse.Compound {
		return false
	}
	if c := d.Child(h, parse.Case); t.Label != parse.Compound && (c < 0 || d.Tokens[c].Lemma != "of") {
		return false
	}
	n := d.At(t.Head)
	return decisions[lower(d.Word(t.Head))] && (n.Label == parse.Obj || n.Label == parse.Nmod || n.Label == parse.Obl) && d.Tokens[token].UPOS == parse.VERB
}

// decisions are nouns for what was decided before somebody deals with it.
var decisions = words("decision ruling verdict judgment judgement order injunction conviction sentence")

// stretch is the days from one time to another where words join time i to the one beside it: "from Oct.
// 3 to Oct. 5", "between Monday and Wednesday".
func (w *work) stretch(i int) *When {
	switch {
	case w.spans(i):
	case i > 0 && w.spans(i-1):
		i--
	default:
		return nil
	}
	a, b := &w.r.Times[i], &w.r.Times[i+1]
	return &When{Span: article.Span{Start: a.Span.Start, End: b.Span.End}, Value: a.Start + "/" + b.End, Start: a.Start, End: b.End, Precision: "range"}
}

// spans reports whether time i and the next are the ends of one stretch.
func (w *work) spans(i int) bool {
	if i+1 >= len(w.r.Times) {
		return false
	}
	a, b := &w.r.Times[i], &w.r.Times[i+1]
	if a.Start == "" || b.End == "" || a.Start >= b.End || a.Type == "DURATION" || b.Type == "DURATION" || b.Span.Start-a.Span.End > 12 || b.Span.Start < a.Span.End {
		return false
	}
	text := w.m.Doc.Text
	before := text[max(0, a.Span.Start-8):a.Span.Start]
	switch strings.Trim(text[a.Span.End:b.Span.Start], " ,") {
	case "to", "through", "until", "till", "up to":
		return true
	case "-", "–", "—":
		return true
	case "and":
		return strings.HasSuffix(strings.ToLower(before), "between ")
	}
	return false
}

// firstTime is the index of the first time that ends after byte off.
func (w *work) firstTime(off int) int {
	lo, hi := 0, len(w.r.Times)
	for lo < hi {
		if m := (lo + hi) / 2; w.r.Times[m].Span.End <= off {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// headOf is the token of span whose head lies outside it.
func (w *work) headOf(span article.Span) int32 {
	d := w.m.Doc
	first := d.TokenAt(span.Start)
	for i := first; int(i) < len(d.Tokens) && int(d.Tokens[i].Start) < span.End; i++ {
		h := d.Tokens[i].Head
		if h < 0 || int(d.Tokens[h].Start) < span.Start || int(d.Tokens[h].Start) >= span.End {
			return i
		}
	}
	return min(first, int32(len(d.Tokens))-1)
}
