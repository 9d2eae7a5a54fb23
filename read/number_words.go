package read

import "strings"

// Numbers in words: "twenty-one", "three hundred and six", "half a dozen".

// unitWords are the number words below twenty, tens included, with their value.
var unitWords = map[string]float64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
	"seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
	"sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

// magnitudes multiply what stands before them.
var magnitudes = map[string]float64{
	"dozen": 12, "score": 20, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
	"m": 1e6, "bn": 1e9, "k": 1e3, "mn": 1e6,
}

// wordNumber reads number words by the English grammar: units, then hundreds, then thousands.
func wordNumber(word wordsOf, i int32) (quantity, bool) {
	if word(i) == "half" && (word(i+1) == "a" || word(i+1) == "-") && word(i+2) == "dozen" {
		q := exact(6)
		q.first, q.end, q.num = i, i+3, i+2
		return q, true
	}
	j, num := i, i
	var n spelled
	if word(j) == "a" || word(j) == "an" {
		// "a dozen", "a hundred", "a thousand"; a bare "a" is no number here.
		if m, ok := magnitudes[word(j+1)]; !ok || len(word(j+1)) < 3 || m == 20 {
			return quantity{}, false
		}
		n.group, n.seen, j, num = 1, true, j+1, i+1
	}
	for steps := 0; steps < 24 && !n.closed; steps++ {
		goesOn := false
		switch w := word(j); {
		case dash(w) && n.some:
			goesOn = numberWord(word(j + 1))
		case w == "and" && n.some && n.group >= 0 && numberWord(word(j+1)) && joinsAnd(word, j, n.group, n.total):
			goesOn = true
		default:
			goesOn = n.take(w)
		}
		if !goesOn {
			break
		}
		j++
	}
	if !n.some {
		return quantity{}, false
	}
	q := exact(n.total + n.group)
	q.first, q.end, q.num = i, j, num
	return q, true
}

// A spelled is a number as far as its words are read.
type spelled struct {
	total, group float64 // the thousands that are done, and what is below them
	seen         bool    // a unit in this group
	some         bool    // anything at all
	closed       bool    // by a word that ends a number: "dozen"
}

// take adds a word, and reports whether it goes on with the number.
func (n *spelled) take(w string) bool {
	if u, ok := hyphenated(w); ok {
		return n.unit(u)
	}
	return n.magnitude(w)
}

// unit takes a number below a hundred, and reports whether it fits.
func (n *spelled) unit(u float64) bool {
	if n.seen && !fits(n.group, u) {
		return false
	}
	n.group, n.seen, n.some = n.group+u, true, true
	return true
}

// magnitude takes "hundred", "thousand" or "dozen", and reports whether w is one and something stands before it.
func (n *spelled) magnitude(w string) bool {
	m, ok := magnitudes[w]
	if !ok || len(w) < 3 || !n.seen && (w == "score" || !n.some) {
		return false
	}
	n.some = true
	if n.group == 0 {
		n.group = 1
	}
	n.group *= m
	n.closed, n.seen = w == "dozen" || w == "score", true
	if m >= 1e3 {
		n.total, n.group = n.total+n.group, 0
	}
	return true
}

// fits reports whether unit u can follow what a group holds: "twenty" then "one", "hundred" then
// anything below it; "six seven" are two numbers.
func fits(group, u float64) bool {
	g := int(group)
	switch {
	case u == 0:
		return false
	case g == 0:
		return true
	case g%100 == 0:
		return true
	case g%10 == 0 && g%100 >= 20:
		return u < 10
	}
	return false
}

// joinsAnd tells "two hundred and six" (one number) from "two and six" (two numbers).
func joinsAnd(word wordsOf, j int32, group, total float64) bool {
	if group == 0 && total == 0 {
		return false
	}
	prev := word(j - 1)
	if m, ok := magnitudes[prev]; !ok || m < 100 {
		return false
	}
	u, ok := hyphenated(word(j + 1))
	return ok && u < 100
}

func numberWord(w string) bool {
	_, ok := hyphenated(w)
	if !ok {
		m, isMagnitude := magnitudes[w]
		ok = isMagnitude && m >= 100 && len(w) > 2
	}
	return ok
}

// hyphenated is the value of a unit, or of "twenty-one" written as one word.
func hyphenated(w string) (float64, bool) {
	if v, ok := unitWords[w]; ok {
		return v, true
	}
	if len(w) < 9 || len(w) > 13 {
		return 0, false
	}
	a, b, found := strings.Cut(w, "-")
	if !found {
		return 0, false
	}
	t, okt := unitWords[a]
	u, oku := unitWords[b]
	if okt && oku && t >= 20 && u > 0 && u < 10 {
		return t + u, true
	}
	return 0, false
}
