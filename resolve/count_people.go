package resolve

import (
	"strconv"
	"strings"

	"sayso/read"
)

// A victim is one person whom figures of one speak of: "a 34-year-old man", "Alder", "he". It is
// kept apart from another by family name, age or sex where the words give them.
type victim struct {
	name     string // family name, lower case, or ""
	age      int    // 0 where it is not said
	sex      byte   // 'm', 'f' or 0
	killed   bool
	injured  bool
	captured bool
	figures  []int
	last     int32 // sentence of the last mention
}

// sexes are the nouns and pronouns that tell a sex.
var sexes = map[string]byte{"man": 'm', "boy": 'm', "male": 'm', "father": 'm', "son": 'm', "brother": 'm', "husband": 'm', "boyfriend": 'm', "uncle": 'm',
	"nephew": 'm', "grandfather": 'm', "grandson": 'm', "he": 'm', "him": 'm', "himself": 'm', "policeman": 'm', "ex-husband": 'm', "ex-boyfriend": 'm', "stepfather": 'm', "stepson": 'm', "dad": 'm',
	"woman": 'f', "girl": 'f', "female": 'f', "mother": 'f', "daughter": 'f', "sister": 'f', "wife": 'f', "girlfriend": 'f', "aunt": 'f', "niece": 'f',
	"grandmother": 'f', "granddaughter": 'f', "she": 'f', "her": 'f', "herself": 'f', "policewoman": 'f', "ex-wife": 'f', "ex-girlfriend": 'f', "stepmother": 'f', "stepdaughter": 'f', "mom": 'f'}

// victims are the single persons of the report whom its figures speak of, in order of first mention.
func (t *tallier) victims() []victim {
	var vs []victim
	for k := range t.fs {
		f := &t.fs[k]
		if f.Cumulative || f.Superseded || value(f) != 1 || f.Form != "singular" && f.Form != "definite" && f.Form != "name" && f.Form != "pronoun" && !(f.Form == "number" && f.Other) {
			continue
		}
		switch f.Measure {
		case "killed", "injured", "captured":
		default:
			continue
		}
		v := t.portrait(f)
		at := t.same(vs, &v, f, k)
		if at < 0 {
			if f.Form == "pronoun" && len(vs) > 0 && v.sex == 0 {
				continue
			}
			vs = append(vs, v)
			at = len(vs) - 1
		}
		vs[at].take(&v, f.Measure, k)
	}
	return vs
}

// portrait is what f's own words say of the person.
func (t *tallier) portrait(f *read.Figure) victim {
	v := victim{last: t.d.Tokens[f.Head].Sentence}
	if f.Form == "name" {
		v.name = f.Who
	}
	first := t.d.TokenAt(f.Span.Start)
	end := t.d.TokenAt(f.Span.End)
	for i := first; i < end; i++ {
		w := strings.ToLower(t.d.Word(i))
		if s := sexes[w]; s != 0 && (w != "her" && w != "him" || end == first+1) {
			v.sex = s
		}
		if v.age == 0 {
			v.age = t.age(i, w)
		}
	}
	if v.age == 0 && int(end)+2 < len(t.d.Tokens) && t.d.Word(end) == "," {
		if n, err := strconv.Atoi(t.d.Word(end + 1)); err == nil && n > 0 && n < 105 {
			v.age = n
		}
	}
	return v
}

// age is the years of "34-year-old" at token i, 0 where there are none.
func (t *tallier) age(i int32, w string) int {
	if a, ok := strings.CutSuffix(w, "-year-old"); ok {
		n, _ := strconv.Atoi(a)
		return n
	}
	n, err := strconv.Atoi(w)
	if err != nil || n <= 0 || n > 105 {
		return 0
	}
	for j := i + 1; j < i+3 && int(j) < len(t.d.Tokens); j++ {
		if strings.HasPrefix(strings.ToLower(t.d.Word(j)), "year") {
			return n
		}
	}
	return 0
}

// same is the index of the victim whom f means, or −1 for one not met before.
func (t *tallier) same(vs []victim, v *victim, f *read.Figure, k int) int {
	for i := len(vs) - 1; i >= 0; i-- {
		o := &vs[i]
		for _, j := range o.figures {
			if t.fs[j].Head == f.Head {
				return i
			}
		}
	}
	for i := len(vs) - 1; i >= 0; i-- {
		o := &vs[i]
		if v.name != "" && o.name != "" {
			if v.name == o.name {
				return i
			}
			continue
		}
		if v.age != 0 && o.age != 0 && v.age != o.age || v.sex != 0 && o.sex != 0 && v.sex != o.sex {
			continue
		}
		sure := v.age != 0 && v.age == o.age
		if f.Key == "wounded" && o.killed && !sure {
			continue // the wounded are told apart from the dead
		}
		if f.Other && !sure {
			continue
		}
		if f.Form == "singular" && o.last == v.last && !sure {
			continue // two men of one sentence are two
		}
		if f.Form == "pronoun" && v.sex == 0 {
			return i
		}
		return i
	}
	return -1
}

// take adds figure k and what it says to the victim.
func (o *victim) take(v *victim, measure string, k int) {
	if o.name == "" {
		o.name = v.name
	}
	if o.age == 0 {
		o.age = v.age
	}
	if o.sex == 0 {
		o.sex = v.sex
	}
	o.last = v.last
	o.figures = append(o.figures, k)
	switch measure {
	case "killed":
		o.killed = true
	case "injured":
		o.injured = true
	case "captured":
		o.captured = true
	}
}

// persons are the victims who count for measure: the injured are those who did not die.
func (t *tallier) persons(measure string) (n float64, sum []int) {
	for i := range t.people {
		v := &t.people[i]
		if measure == "killed" && v.killed || measure == "injured" && v.injured && !v.killed || measure == "captured" && v.captured {
			n++
			for _, k := range v.figures {
				if t.fs[k].Measure == measure {
					sum = append(sum, k)
					break
				}
			}
		}
	}
	return n, sum
}

// fate says whether those whom figure k of the injured means also died: by the same words, as a
// person known to have died, or not.
func (t *tallier) fate(k int) string {
	f := &t.fs[k]
	s := t.d.Tokens[f.Head].Sentence
	other := false
	for j := range t.fs {
		g := &t.fs[j]
		if g.Measure != "killed" || value(g) == 0 {
			continue
		}
		if g.Head == f.Head {
			return "same words"
		}
		if t.d.Tokens[g.Head].Sentence == s && g.Span != f.Span {
			other = true
		}
	}
	dead := false
	for i := range t.people {
		for _, j := range t.people[i].figures {
			if j == k {
				dead = t.people[i].killed
				if !dead {
					return "lives"
				}
			}
		}
	}
	switch {
	case dead && other:
		return "dead, others too"
	case dead:
		return "dead"
	case other:
		return "beside the dead"
	}
	return "unknown"
}
