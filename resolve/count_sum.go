package resolve

import (
	"strings"

	"sayso/read"
)

// sums are the totals over those who are told apart: by a name, by "another", by "also", by a
// different noun.
func (t *tallier) sums(measure string) []candidate {
	var out []candidate
	for _, how := range []string{"others", "also", "nouns", "sentence", "names", "suicide"} {
		v, sum := t.sum(measure, how)
		if len(sum) > 1 || how == "names" && len(sum) > 0 {
			out = append(out, candidate{value: v, how: how, sum: sum})
		}
	}
	if n, sum := t.persons(measure); len(sum) > 0 {
		out = append(out, candidate{value: n, how: "persons", sum: sum})
	}
	return out
}

// sum adds up the top figures of measure that rule how tells apart.
func (t *tallier) sum(measure, how string) (total float64, parts []int) {
	seen := map[string]bool{}
	for k := range t.fs {
		f := &t.fs[k]
		if !t.eligible(k, measure) || value(f) == 0 {
			continue
		}
		v := value(f)
		switch how {
		case "names":
			if f.Form != "name" || seen[f.Who] {
				continue
			}
			seen[f.Who] = true
		case "suicide":
			if f.PartOf >= 0 || f.Form == "pronoun" && f.Key != "suicide" || f.Form == "definite" {
				continue
			}
			if f.Key == "suicide" {
				if seen["suicide"] || len(parts) == 0 {
					continue
				}
				seen["suicide"] = true
			} else if len(parts) > 0 {
				continue
			}
		default:
			if f.PartOf >= 0 || f.Form == "pronoun" || f.Form == "definite" || f.Form == "plural" && !f.Other {
				continue
			}
			if len(parts) > 0 {
				key := f.Who + f.Form
				add := f.Other
				before := &t.fs[parts[len(parts)-1]]
				if f.Key == "toll" || before.Key == "toll" {
					continue // a toll holds the others already
				}
				same := t.d.Tokens[f.Head].Sentence == t.d.Tokens[before.Head].Sentence
				if how != "others" {
					// "arrested a leader and detained three others": two cues, two groups.
					add = add || same && f.Cue != before.Cue
				}
				if how == "also" || how == "nouns" {
					add = add || t.also(f)
				}
				if how == "nouns" {
					add = add || !seen[f.Who] && f.Who != "people" && f.Form != "name"
				}
				if !add || seen[key] && v == value(before) && !same || v == total && !f.Other && !same || seen["part"+f.Who] {
					continue
				}
				if f.Other && seen["other"] && how == "others" {
					continue
				}
				if f.Other {
					seen["other"] = true
				}
			}
			seen[f.Who], seen[f.Who+f.Form] = true, true
			for p := k + 1; p < len(t.fs) && t.fs[p].PartOf == k; p++ {
				seen["part"+t.fs[p].Who] = true
			}
		}
		total += v
		parts = append(parts, k)
	}
	return total, parts
}

// also reports whether "also" stands beside the figure's cue: "the force also detained two".
func (t *tallier) also(f *read.Figure) bool {
	if f.Cue < 0 {
		return false
	}
	for i := max(0, f.Cue-4); i < f.Cue+3 && int(i) < len(t.d.Tokens); i++ {
		if strings.EqualFold(t.d.Word(i), "also") {
			return true
		}
	}
	return false
}
