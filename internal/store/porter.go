package store

import "strings"

// porter is the stem of an English word in lower case by M. F. Porter, "An algorithm for suffix
// stripping", Program 14(3), 1980: "workers" and "worker" are "worker", "injuries" and "injury"
// "injuri". Both engines' search indexes have the words by these stems. Words of one or two letters
// and words that are not all a to z stay as they are.
func porter(w string) string {
	if len(w) < 3 || strings.Trim(w, "abcdefghijklmnopqrstuvwxyz") != "" {
		return w
	}
	w = porterPlural(w)
	w = porterPast(w)
	if b, ok := strings.CutSuffix(w, "y"); ok && vowelIn(b) {
		w = b + "i"
	}
	w = replaceEnd(w, 0, porterDouble)
	w = replaceEnd(w, 0, porterSingle)
	w = dropEnd(w)
	if b, ok := strings.CutSuffix(w, "e"); ok && (measure(b) > 1 || measure(b) == 1 && !shortEnd(b)) {
		w = b
	}
	if strings.HasSuffix(w, "ll") && measure(w) > 1 {
		w = w[:len(w)-1]
	}
	return w
}

// porterPlural is step 1a.
func porterPlural(w string) string {
	switch {
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "ies"):
		return w[:len(w)-2]
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss"):
		return w[:len(w)-1]
	}
	return w
}

// porterPast is step 1b.
func porterPast(w string) string {
	if b, ok := strings.CutSuffix(w, "eed"); ok {
		if measure(b) > 0 {
			return w[:len(w)-1]
		}
		return w
	}
	b, ok := strings.CutSuffix(w, "ed")
	if !ok {
		b, ok = strings.CutSuffix(w, "ing")
	}
	if !ok || !vowelIn(b) {
		return w
	}
	n := len(b)
	switch {
	case strings.HasSuffix(b, "at"), strings.HasSuffix(b, "bl"), strings.HasSuffix(b, "iz"):
		return b + "e"
	case n > 1 && b[n-1] == b[n-2] && consonant(b, n-1) && strings.IndexByte("lsz", b[n-1]) < 0:
		return b[:n-1]
	case measure(b) == 1 && shortEnd(b):
		return b + "e"
	}
	return b
}

type ending struct{ end, with string }

// Steps 2 and 3. Where one ending ends in another, the longer stands first.
var (
	porterDouble = []ending{
		{"ational", "ate"}, {"tional", "tion"}, {"enci", "ence"}, {"anci", "ance"}, {"izer", "ize"}, {"abli", "able"}, {"alli", "al"}, {"entli", "ent"}, {"eli", "e"},
		{"ousli", "ous"}, {"ization", "ize"}, {"ation", "ate"}, {"ator", "ate"}, {"alism", "al"}, {"iveness", "ive"}, {"fulness", "ful"}, {"ousness", "ous"},
		{"aliti", "al"}, {"iviti", "ive"}, {"biliti", "ble"},
	}
	porterSingle = []ending{{"icate", "ic"}, {"ative", ""}, {"alize", "al"}, {"iciti", "ic"}, {"ical", "ic"}, {"ful", ""}, {"ness", ""}}
)

// replaceEnd replaces the first ending that w has, where the measure before it is greater than m.
func replaceEnd(w string, m int, all []ending) string {
	for _, e := range all {
		if b, ok := strings.CutSuffix(w, e.end); ok {
			if measure(b) > m {
				return b + e.with
			}
			return w
		}
	}
	return w
}

// porterEnds are those of step 4; where one ends in another, the longer stands first.
var porterEnds = []string{"al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti", "ous", "ive", "ize"}

func dropEnd(w string) string {
	for _, end := range porterEnds {
		b, ok := strings.CutSuffix(w, end)
		if !ok {
			continue
		}
		if measure(b) > 1 && (end != "ion" || strings.HasSuffix(b, "s") || strings.HasSuffix(b, "t")) {
			return b
		}
		return w
	}
	return w
}

// consonant reports whether the letter at i is one: no vowel, and no y behind a consonant.
func consonant(w string, i int) bool {
	switch w[i] {
	case 'a', 'e', 'i', 'o', 'u':
		return false
	case 'y':
		return i == 0 || !consonant(w, i-1)
	}
	return true
}

func vowelIn(w string) bool {
	for i := range len(w) {
		if !consonant(w, i) {
			return true
		}
	}
	return false
}

// measure is how often a vowel is followed by a consonant.
func measure(w string) (m int) {
	vowel := false
	for i := range len(w) {
		c := consonant(w, i)
		if c && vowel {
			m++
		}
		vowel = !c
	}
	return m
}

// shortEnd reports whether w ends in consonant, vowel, consonant, the last of them not w, x or y.
func shortEnd(w string) bool {
	n := len(w)
	return n >= 3 && consonant(w, n-3) && !consonant(w, n-2) && consonant(w, n-1) && strings.IndexByte("wxy", w[n-1]) < 0
}
