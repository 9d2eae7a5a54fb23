package resolve

import (
	"strings"

	"sayso/internal/learn"
	"sayso/read"
)

// describe gives c its features.
func (t *tallier) describe(c *candidate, cs []candidate, measure string) {
	add := func(parts ...string) {
		c.features = append(c.features, hash(append([]string{measure}, parts...)...))
	}
	t.describeValue(c, cs, add, measure)
	first, keys := true, map[string]bool{}
	for _, k := range c.figures {
		if f := &t.fs[k]; first {
			first = false
			add("first", where(t.d, f))
			add("first", f.Key, f.Form, where(t.d, f))
		}
		t.describeFigure(c, k, measure, func(parts ...string) {
			if s := strings.Join(parts, " "); !keys[s] {
				keys[s] = true
				add(parts...)
			}
		})
	}
	if c.value == 0 {
		t.none(cs, add, measure)
	}
}

// describeValue adds how the value of c stands beside the other candidates, the headline and the killed.
func (t *tallier) describeValue(c *candidate, cs []candidate, add func(...string), measure string) {
	add("value", bucket(c.value))
	larger, smaller := 0, 0
	for i := range cs {
		if len(cs[i].figures) > 0 && cs[i].value > c.value {
			larger++
		} else if len(cs[i].figures) > 0 && cs[i].value > 0 && cs[i].value < c.value {
			smaller++
		}
	}
	add("larger", small(larger))
	add("smaller", small(smaller), "of", small(larger))
	add("said", small(len(c.figures)))
	n, _ := t.persons(measure)
	add("persons", small(int(n)), bucket(c.value))
	if measure == "injured" {
		add("killed", small(int(t.killed)), bucket(c.value), small(larger))
		add("same as killed", yes(t.killed == c.value && c.value > 0))
	}
	t.headline(c, add, measure)
	if v := t.vague(c); len(c.figures) > 0 {
		for i := range cs {
			if o := &cs[i]; len(o.figures) > 0 && o.value > 0 && t.vague(o) != v {
				add("vague", yes(v), yes(o.value > c.value))
			}
		}
	}
	if measure == "injured" && t.killed > 0 && c.value > 0 {
		add("with the killed", yes(has(cs, c.value+t.killed)), yes(len(c.figures) > 0))
		add("without the killed", yes(c.value > t.killed && has(cs, c.value-t.killed)), yes(len(c.figures) > 0))
	}
}

// describeFigure adds how figure k gives the value of c, each feature once for all its figures.
func (t *tallier) describeFigure(c *candidate, k int, measure string, once func(...string)) {
	f := &t.fs[k]
	once("key", f.Key, f.Form)
	once("key", f.Key, bucket(c.value))
	once("form", f.Form, bucket(c.value))
	once("part", yes(f.PartOf >= 0), f.Form)
	once("other", yes(f.Other), bucket(c.value))
	once("open", yes(f.High == nil), yes(f.Approximate))
	once("where", where(t.d, f), f.Form)
	if measure == "injured" && t.killed > 0 {
		once("dead", f.Key, f.Form, small(int(t.killed)))
		once("fate", t.fate(k), f.Key)
		once("fate", t.fate(k), f.Form)
		once("fate", t.fate(k))
		once("killed beside", t.beside(k))
		once("killed beside", t.beside(k), f.Key)
	}
	for _, w := range t.setting(f) {
		once("setting", w)
	}
}

// vague reports whether only words without a number say c: "several", "numerous".
func (t *tallier) vague(c *candidate) bool {
	for _, k := range c.figures {
		if f := &t.fs[k]; !f.Approximate || f.High != nil {
			return false
		}
	}
	return true
}

// has reports whether a candidate with value v stands in a figure's own words.
func has(cs []candidate, v float64) bool {
	for i := range cs {
		if cs[i].value == v && len(cs[i].figures) > 0 {
			return true
		}
	}
	return false
}

// beside says whether the sentence of figure k tells of as many killed as the incident had.
func (t *tallier) beside(k int) string {
	s, out := t.d.Tokens[t.fs[k].Head].Sentence, "none"
	for j := range t.fs {
		g := &t.fs[j]
		if g.Measure == "killed" && g.Low != nil && t.d.Tokens[g.Head].Sentence == s && g.Head != t.fs[k].Head {
			if value(g) == t.killed {
				return "same"
			}
			out = "other"
		}
	}
	return out
}

// none describes zero by what speaks against it.
func (t *tallier) none(cs []candidate, add func(...string), measure string) {
	keys := map[string]bool{}
	for i := range cs {
		for _, k := range cs[i].figures {
			f := &t.fs[k]
			if measure == "injured" && t.killed > 0 && value(f) > 0 {
				add("none against", t.fate(k), f.Key)
			}
			for _, s := range []string{f.Key + " " + f.Form, "where " + where(t.d, f) + " " + f.Form} {
				if !keys[s] && value(f) > 0 {
					keys[s] = true
					add("none against", s)
				}
			}
		}
	}
	add("none", small(len(keys)))
}

// headline says how the title stands to c.
func (t *tallier) headline(c *candidate, add func(...string), measure string) {
	if t.title == nil {
		add("no title")
		return
	}
	said, other, any := false, false, false
	for k := range t.title {
		f := &t.title[k]
		if f.Low == nil {
			continue
		}
		if f.Measure == measure {
			if value(f) == c.value {
				said = true
				add("title says", f.Form, f.Key)
			} else {
				other = true
			}
		} else if value(f) == c.value {
			any = true
		}
	}
	add("title", yes(said), yes(other), yes(any), yes(c.value == 0))
	from := "figure"
	if len(c.figures) == 0 {
		from = c.how
	}
	add("title", yes(said), yes(other), from, yes(t.vague(c)))
}

// setting are words around f that tell its incident from others: years, comparisons, places in
// time.
func (t *tallier) setting(f *read.Figure) []string {
	out := []string{}
	s := t.d.Sentences[t.d.Tokens[f.Head].Sentence]
	from, to := max(s.First, f.Head-20), min(s.End, f.Head+20)
	for i := from; i < to; i++ {
		w := t.d.Word(i)
		l := strings.ToLower(w)
		if marker[l] {
			out = append(out, l)
		}
		if len(w) == 4 && w > "1900" && w < "2100" {
			if p := t.d.Article.Published; len(p) >= 4 && w < p[:4] {
				out = append(out, "earlier year")
			}
		}
	}
	if f.Head > 0 {
		out = append(out, "left "+strings.ToLower(t.d.Word(f.Head-1)))
	}
	if int(f.Head)+1 < len(t.d.Tokens) {
		out = append(out, "right "+strings.ToLower(t.d.Word(f.Head+1)))
	}
	if f.Cue >= 0 {
		out = append(out, "cue "+strings.ToLower(t.d.Word(f.Cue)))
		if f.Cue > 0 {
			out = append(out, "before cue "+strings.ToLower(t.d.Word(f.Cue-1)))
		}
	}
	out = append(out, "who "+f.Who)
	return out
}

func bucket(v float64) string {
	switch {
	case v <= 5:
		return string(rune('0' + int(v)))
	case v <= 10:
		return "10"
	case v <= 30:
		return "30"
	}
	return "many"
}

func small(n int) string { return string(rune('0' + min(max(n, 0), 4))) }

func yes(b bool) string {
	if b {
		return "y"
	}
	return "n"
}

func hash(parts ...string) uint32 {
	h := uint32(0)
	for _, p := range parts {
		h = learn.Mix(h, learn.Hash(p))
	}
	return h
}
