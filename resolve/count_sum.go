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
		adds := false
		switch how {
		case "names":
			adds = f.Form == "name" && !seen[f.Who]
		case "suicide":
			adds = besideSuicide(f, parts, seen["suicide"])
		default:
			adds = newPeople(f) && (len(parts) == 0 || t.apart(f, &t.fs[parts[len(parts)-1]], how, total, seen))
		}
		if !adds {
			continue
		}
		switch how {
		case "names":
			seen[f.Who] = true
		case "suicide":
			seen["suicide"] = seen["suicide"] || f.Key == "suicide"
		default:
			seen["other"] = seen["other"] || f.Other && len(parts) > 0
			seen[f.Who], seen[f.Who+f.Form] = true, true
			for p := k + 1; p < len(t.fs) && t.fs[p].PartOf == k; p++ {
				seen["part"+t.fs[p].Who] = true
			}
		}
		total += value(f)
		parts = append(parts, k)
	}
	return total, parts
}

// besideSuicide reports whether a figure adds to the parts so far where the one who killed others killed himself too: the first figure of others, then his.
func besideSuicide(f *read.Figure, parts []int, done bool) bool {
	switch {
	case f.PartOf >= 0 || f.Form == "pronoun" && f.Key != "suicide" || f.Form == "definite":
		return false
	case f.Key == "suicide":
		return !done && len(parts) > 0
	}
	return len(parts) == 0
}

// newPeople reports whether a figure tells of people who were not told of before.
func newPeople(f *read.Figure) bool {
	return f.PartOf < 0 && f.Form != "pronoun" && f.Form != "definite" && (f.Form != "plural" || f.Other)
}

// apart reports whether rule how tells the people of f apart from those added up so far, the last of them in before.
func (t *tallier) apart(f, before *read.Figure, how string, total float64, seen map[string]bool) bool {
	if f.Key == "toll" || before.Key == "toll" {
		return false // a toll holds the others already
	}
	if !f.Other && t.rivals(f, before) {
		return false
	}
	same := t.d.Tokens[f.Head].Sentence == t.d.Tokens[before.Head].Sentence
	add := f.Other
	if how != "others" {
		add = add || same && f.Cue != before.Cue // "arrested a leader and detained three others": two cues, two groups.
	}
	if how == "also" || how == "nouns" {
		add = add || t.also(f)
	}
	if how == "nouns" {
		add = add || !seen[f.Who] && f.Who != "people" && f.Form != "name"
	}
	v := value(f)
	if !add || seen[f.Who+f.Form] && v == value(before) && !same || v == total && !f.Other && !same || seen["part"+f.Who] {
		return false
	}
	return !(f.Other && seen["other"] && how == "others")
}

// rivalFrom is from how many people on two sources are taken to count the same ones; few are told one by one.
const rivalFrom = 10

// rivals reports whether two numbers are two sources' counts of the same: "Police arrested 41 people. A lawyers' group said 70 had been detained."
func (t *tallier) rivals(f, before *read.Figure) bool {
	return value(f) >= rivalFrom && value(before) >= rivalFrom && !t.also(f) && t.speaker(f) != "" && t.speaker(f) != t.speaker(before)
}

// speaker is the words for who gives a figure, or "".
func (t *tallier) speaker(f *read.Figure) string {
	if f.Statement < 0 || f.Statement >= len(t.said) || len(t.said[f.Statement].Source) == 0 {
		return ""
	}
	return strings.ToLower(t.said[f.Statement].Source[0].Text(t.d.Text))
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
