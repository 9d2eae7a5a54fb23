package ledger

import (
	"slices"
	"strings"

	"sayso/resolve"
)

// Whether two figures of a report count in one incident.

// placeUnit is which of the units before w it belongs to, or len(out): one that surely is it, then the one told last
// where w follows on its heels, then the report's own.
func placeUnit(out []unit, w *unit, r *resolve.Reading, f *resolve.Figure) int {
	for k := range out {
		if out[k].sure(w, f) && out[k].other == w.other {
			return k
		}
	}
	if n := len(out) - 1; n > 0 && out[n].other == w.other && w.sentence.Start-out[n].end < 200 && !w.conflicts(&out[n]) && !f.Background && !setsApart(w.sentence.Text(r.Article.Text)) && len(w.places) == 0 && !w.timed {
		return n
	}
	for k := range out {
		if out[k].other == w.other && (out[k].takes(w, r, f) || out[k].takesOne(w, r, f)) {
			return k
		}
	}
	return len(out)
}

// addsUp reports whether part is one of those that sum is made of: its words list it, or it was added up.
func addsUp(sum, part *resolve.Figure) bool {
	return part.PartOf == sum.ID && sum.Span.Contains(part.Span) && part.Span != sum.Span || slices.Contains(sum.SumOf, part.ID)
}

// sure reports whether w and its figure f are in u for sure: the same sentence, the same event, or the same number again.
func (u *unit) sure(w *unit, f *resolve.Figure) bool {
	if u.matter.apart(w.matter) {
		return false
	}
	if u.recalls(w) {
		return false
	}
	if u.sentence == w.sentence || slices.Contains(u.sentences, w.sentence) {
		return u.again == w.again && !(u.worded && w.worded && u.first != w.first) // "five on May 5 and eight on May 6"
	}
	if u.again != w.again && (u.exact || w.exact) && u.value(f.Measure) != uint64(*f.Low) {
		return false
	}
	if u.craft > 0 && w.craft > 0 && u.craft != w.craft {
		return false
	}
	fits := !w.apart && !w.conflicts(u)
	if n := u.value(f.Measure); n > 1 && float64(n) == *f.Low {
		nearDay := u.first-w.first <= 1 && w.first-u.first <= 1
		if n >= 10 || fits || u.own && !w.apart && !f.Background && nearDay {
			return true // the number told again
		}
	}
	return fits && !f.Background && shares(u.sets, w.sets)
}

// conflicts reports whether the days or the places of two units of one report differ. The day of publication may be the
// dateline's.
func (u *unit) conflicts(w *unit) bool {
	days := u.exact && w.exact && u.first != w.first || u.given && !w.exact && u.last < w.first-1 || w.given && !u.exact && w.last < u.first-1
	if d := u.first - w.first; days && (d == 1 && u.first == u.published && !u.worded || d == -1 && w.first == w.published && !w.worded) {
		days = false
	}
	return days || u.recalls(w) || u.matter.apart(w.matter) || apartPlaces(u.places, w.places) || u.craft > 0 && w.craft > 0 && u.craft != w.craft
}

// takes reports whether nothing sets w, told after u, apart from it.
func (u *unit) takes(w *unit, r *resolve.Reading, f *resolve.Figure) bool {
	if !u.own || u.again != w.again && u.sentence == w.sentence || w.conflicts(u) || setsApart(w.sentence.Text(r.Article.Text)) {
		return false
	}
	if n := u.value(f.Measure); !u.exact && w.worded && w.first < u.first && n > 0 && float64(n) != *f.Low {
		return false // another number of a day that is no news
	}
	if f.Background {
		return !w.timed && w.sentence.Start-u.sentence.End < 900
	}
	return true
}

// takesOne reports whether one person of whom the report tells by name or description is of those whom u, what it is about, counts: nothing
// says that this was before, or elsewhere. "Carter died of his wounds on Sunday".
func (u *unit) takesOne(w *unit, r *resolve.Reading, f *resolve.Figure) bool {
	text := r.Article.Text
	return u.own && u.again == w.again && oneTold(f, f.Text(text)) && !(w.timed && w.first < u.first) && !setsApart(w.sentence.Text(text)) && !(f.Background && apartPlaces(u.places, w.places))
}

// oneTold reports whether a figure is of one person who is named or described and not counted: "a 14-year-old boy", not "one person".
func oneTold(f *resolve.Figure, words string) bool {
	return f.Low != nil && f.High != nil && *f.Low == 1 && *f.High == 1 && !countsOne(words)
}

// countsOne reports whether words count to one.
func countsOne(s string) bool {
	return slices.ContainsFunc(words(s), func(w word) bool { t := foldString(w.Text(s)); return t == "one" || t == "1" })
}

func (u *unit) add(w *unit) {
	for _, s := range w.sets {
		if !slices.Contains(u.sets, s) {
			u.sets = append(u.sets, s)
		}
	}
	for _, p := range w.places {
		if !slices.Contains(u.places, p) {
			u.places = append(u.places[:len(u.places):len(u.places)], p)
		}
	}
	if u.craft == 0 {
		u.craft = w.craft
	}
	u.words = union(u.words, w.words)
	u.rising = u.rising || w.rising
	for _, p := range w.parts {
		if !slices.Contains(u.parts, p) {
			u.parts = append(u.parts[:len(u.parts):len(u.parts)], p)
		}
	}
	if w.exact && !u.exact && (u.described || !w.described) { // one of them may have died of wounds
		u.first, u.last, u.exact = w.first, w.last, true
	}
}

// setsApart reports whether a sentence says that it tells of another incident.
func setsApart(sentence string) bool {
	s := strings.ToLower(sentence)
	for _, w := range []string{"separately", "separate ", "unrelated ", "another strike", "another attack", "elsewhere", "earlier strike", "earlier attack", "previous strike",
		"previous attack", "last week", "last month", "last year", "before this one", "a second strike", "also killed", "came days after", "came after"} {
		if i := strings.Index(s, w); i >= 0 && !(strings.HasPrefix(w, "last ") && (saysEnd(s[:i]) || containsAny(s, "died in hospital", "died of their", "died of his", "died of her", "succumbed"))) && !(w == "also killed" && (definite(s[:i]) || ofTheSame(s[i+len(w):]))) {
			return true
		}
	}
	if ofEarlier(s) {
		return true
	}
	if i := strings.Index(s, " came "); i >= 0 { // "came a week after air strikes on the port killed 33"
		if k := strings.Index(s[i:], " after "); k > 0 && k < 24 {
			return true
		}
	}
	return strings.HasPrefix(s, "earlier ") || strings.HasPrefix(s, "in a ")
}

// ofTheSame reports whether words go on with what was spoken of before: "four others were also killed in the attack".
func ofTheSame(after string) bool {
	fs := strings.Fields(after)
	for i := 0; i+2 < len(fs); i++ {
		if (fs[i] == "in" || fs[i] == "by") && (fs[i+1] == "the" || fs[i+1] == "that" || fs[i+1] == "this") && disasters[strings.Trim(fs[i+2], ".,;")] {
			return true
		}
	}
	return false
}

// definite reports whether words end in what was spoken of before: "the assault also killed four".
func definite(before string) bool {
	fs := strings.Fields(before)
	n := len(fs)
	return n > 0 && (fs[n-1] == "it" || fs[n-1] == "which" || n > 1 && fs[n-2] == "the")
}

func shares(a, b []int32) bool {
	for _, x := range a {
		if slices.Contains(b, x) {
			return true
		}
	}
	return false
}

// apartPlaces reports whether both name places and none is the other's or lies in it.
func apartPlaces(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	for _, p := range a {
		if slices.Contains(b, p) {
			return false
		}
	}
	return true
}
