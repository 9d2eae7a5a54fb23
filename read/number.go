package read

import "strings"

// A quantity is a number as written, with what qualifies it. It covers tokens [first, end).
type quantity struct {
	first, end int32
	num        int32   // token that heads the number itself, without its qualifier
	low, high  float64 // meaningful where hasLow, hasHigh
	hasLow     bool
	hasHigh    bool
	approx     bool // "about", "nearly", "dozens"
	ordinal    bool // "30th", "third": a place in a series
	vague      bool // no number of its own: "several", "dozens", "many"
	digits     bool // written in digits
	more       bool // "more than": low is one above the number printed
}

func exact(n float64) quantity { return quantity{low: n, high: n, hasLow: true, hasHigh: true} }

// vagueWords are quantities without a number. low is the least that a careful reader takes from
// them: "several" is more than two, "dozens" at least two dozen, "hundreds" at least two hundred.
// "numerous", "many" and "a number of" say more than "several" does.
var vagueWords = map[string]float64{
	"several": 3, "multiple": 3, "numerous": 4, "many": 4, "various": 3, "countless": 4, "few": 3, "handful": 3,
	"couple": 2, "pair": 2, "duo": 2, "trio": 3, "both": 2, "dozens": 24, "scores": 40, "hundreds": 200,
	"thousands": 2000, "millions": 2e6, "number": 4, "some": 2, "quartet": 4, "twins": 2, "triplets": 3,
	"quartets": 4, "tens": 20,
}

var ordinals = map[string]float64{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
	"tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
	"seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
	"fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}

// A bound says how a qualifier bends a number.
type bound uint8

const (
	boundNone   bound = iota
	boundLeast        // "at least 46": 46 and open
	boundMore         // "more than 30": 31 and open, for things that are counted
	boundMost         // "up to 20": open and 20
	boundLess         // "fewer than 20": open and 19
	boundApprox       // "about 20": both, approximate
	boundNearly       // "nearly 20", "almost 20": both, approximate
)

// qualifiers are the words before a number that bend it, longest first where one begins another.
var qualifiers = []struct {
	words []string
	bound bound
}{
	{[]string{"no", "less", "than"}, boundLeast},
	{[]string{"no", "fewer", "than"}, boundLeast},
	{[]string{"not", "less", "than"}, boundLeast},
	{[]string{"no", "more", "than"}, boundMost},
	{[]string{"not", "more", "than"}, boundMost},
	{[]string{"as", "many", "as"}, boundMost},
	{[]string{"as", "much", "as"}, boundMost},
	{[]string{"as", "few", "as"}, boundLeast},
	{[]string{"at", "least"}, boundLeast},
	{[]string{"at", "most"}, boundMost},
	{[]string{"a", "minimum", "of"}, boundLeast},
	{[]string{"a", "maximum", "of"}, boundMost},
	{[]string{"a", "total", "of"}, boundNone},
	{[]string{"more", "than"}, boundMore},
	{[]string{"greater", "than"}, boundMore},
	{[]string{"less", "than"}, boundLess},
	{[]string{"fewer", "than"}, boundLess},
	{[]string{"up", "to"}, boundMost},
	{[]string{"close", "to"}, boundNearly},
	{[]string{"upwards", "of"}, boundMore},
	{[]string{"upward", "of"}, boundMore},
	{[]string{"well", "over"}, boundMore},
	{[]string{"over"}, boundMore},
	{[]string{"above"}, boundMore},
	{[]string{"exceeding"}, boundMore},
	{[]string{"under"}, boundLess},
	{[]string{"below"}, boundLess},
	{[]string{"about"}, boundApprox},
	{[]string{"around"}, boundApprox},
	{[]string{"approximately"}, boundApprox},
	{[]string{"roughly"}, boundApprox},
	{[]string{"some"}, boundApprox},
	{[]string{"nearly"}, boundNearly},
	{[]string{"almost"}, boundNearly},
	{[]string{"an", "estimated"}, boundApprox},
	{[]string{"estimated"}, boundApprox},
	{[]string{"only"}, boundNone},
	{[]string{"just"}, boundNone},
}

// apply bends q by b.
func (q quantity) apply(b bound) quantity {
	switch b {
	case boundLeast:
		q.hasHigh = false
	case boundMore:
		// What is counted comes in ones: "more than 30 insurgents" is at least 31. From vague
		// words ("more than a dozen") the same.
		if q.hasLow && !q.vague && q.low == float64(int64(q.low)) {
			q.low, q.more = q.low+1, true
		}
		q.hasHigh = false
	case boundMost:
		q.high, q.hasHigh = q.low, q.hasLow
		q.hasLow = false
	case boundLess:
		q.high, q.hasHigh = q.low-1, q.hasLow
		q.hasLow = false
	case boundApprox:
		q.approx = true
	case boundNearly:
		q.approx = true
	}
	return q
}

// numeral is the value of a numeral in digits with commas, after thousands or as in South Asia, and a decimal point: "1,234",
// "1,20,000", "3.5". ok is false for anything else.
func numeral(w string) (v float64, ok bool) {
	if w == "" || w[0] < '0' || w[0] > '9' {
		return 0, false
	}
	group := -1    // digits since the last comma
	pairs := false // the last group has two
	frac := 0.0    // the power of ten that the decimals stand for, or 0 before the point
	n := 0
	for i := 0; i < len(w); i++ {
		c := w[i]
		switch {
		case c >= '0' && c <= '9':
			n++
			if n > 15 {
				return 0, false
			}
			if frac > 0 {
				frac *= 10
			}
			v = v*10 + float64(c-'0')
			if group >= 0 {
				group++
			}
		case c == ',' && frac == 0 && i+1 < len(w) && (group < 0 && i <= 3 || group == 3 && !pairs || group == 2 && (pairs || n <= 4)):
			pairs = group == 2
			group = 0
		case c == '.' && frac == 0 && i+1 < len(w):
			frac = 1
		default:
			return 0, false
		}
	}
	if frac > 0 { // once, since tenths added up are not what was printed
		v /= frac
	}
	return v, group < 0 || group == 3
}

// ordinalDigits is the value of "30th", "1st".
func ordinalDigits(w string) (float64, bool) {
	if len(w) < 3 {
		return 0, false
	}
	switch w[len(w)-2:] {
	case "st", "nd", "rd", "th":
		return numeral(w[:len(w)-2])
	}
	return 0, false
}

// rangeDigits is the two values of "12-15" or "12–15" written as one word.
func rangeDigits(w string) (lo, hi float64, ok bool) {
	for _, dash := range []string{"-", "–", "—"} {
		a, b, found := strings.Cut(w, dash)
		if !found {
			continue
		}
		x, okx := numeral(a)
		y, oky := numeral(b)
		if okx && oky && x < y {
			return x, y, true
		}
	}
	return 0, 0, false
}

func dash(w string) bool { return w == "-" || w == "–" || w == "—" || w == "‑" }

// A wordsOf gives the lower-cased word i, and "" outside the text.
type wordsOf func(i int32) string

// quantityAt is the quantity that begins at token i, its qualifier included.
func quantityAt(word wordsOf, i int32) (quantity, bool) {
	if word(i) == "between" {
		if q, ok := between(word, i); ok {
			return q, true
		}
	}
	b, j := qualifierAt(word, i)
	q, ok := numberAt(word, j)
	if !ok && j > i && b == boundApprox && word(i) == "some" {
		j, b = i, boundNone
		q, ok = numberAt(word, i)
	}
	if !ok {
		return quantity{}, false
	}
	q = q.apply(b)
	q.first = i
	// "20 or more", "20 or so", "20-plus"
	switch {
	case word(q.end) == "or" && word(q.end+1) == "more":
		q.hasHigh, q.end = false, q.end+2
	case word(q.end) == "or" && word(q.end+1) == "so":
		q.approx, q.end = true, q.end+2
	case word(q.end) == "plus", word(q.end) == "+":
		q.hasHigh, q.end = false, q.end+1
	case dash(word(q.end)) && word(q.end+1) == "plus":
		q.hasHigh, q.end = false, q.end+2
	}
	return q, true
}

func qualifierAt(word wordsOf, i int32) (bound, int32) {
	for k := range qualifiers {
		q := &qualifiers[k]
		if matches(word, i, q.words) {
			j := i + int32(len(q.words))
			if w := word(j); (q.words[0] == "above" || q.words[0] == "below") && (w == "" || w[0] < '0' || w[0] > '9') {
				continue // "above three villages" is a place
			}
			// "at least about 20", "just over 20"
			if b, jj := qualifierAt(word, j); jj > j {
				if q.bound == boundNone || q.bound == boundApprox {
					return b, jj
				}
				return q.bound, jj
			}
			return q.bound, j
		}
	}
	return boundNone, i
}

func matches(word wordsOf, i int32, words []string) bool {
	for k, w := range words {
		if word(i+int32(k)) != w {
			return false
		}
	}
	return true
}

// between is "between 12 and 15".
func between(word wordsOf, i int32) (quantity, bool) {
	a, ok := numberAt(word, i+1)
	if !ok || word(a.end) != "and" {
		return quantity{}, false
	}
	b, ok := numberAt(word, a.end+1)
	if !ok || b.low <= a.low || a.ordinal || b.ordinal {
		return quantity{}, false
	}
	return quantity{first: i, end: b.end, num: a.num, low: a.low, high: b.low, hasLow: true, hasHigh: true, digits: a.digits}, true
}

// numberAt is the bare number that begins at token i: a numeral, number words, a range, a vague word.
func numberAt(word wordsOf, i int32) (quantity, bool) {
	w := word(i)
	if w == "" {
		return quantity{}, false
	}
	if lo, hi, ok := rangeDigits(w); ok {
		return quantity{first: i, end: i + 1, num: i, low: lo, high: hi, hasLow: true, hasHigh: true, digits: true}, true
	}
	if v, ok := ordinalDigits(w); ok {
		q := exact(v)
		q.first, q.end, q.num, q.ordinal, q.digits = i, i+1, i, true, true
		return q, true
	}
	q, ok := simpleNumber(word, i)
	if !ok {
		return vagueAt(word, i)
	}
	// "12 to 15", "12 - 15", "two or three"
	if sep := word(q.end); sep == "to" && word(i-1) != "from" && !changedBy(word, i) || sep == "or" || dash(sep) {
		if r, ok := simpleNumber(word, q.end+1); ok && r.low > q.low && !r.ordinal && !q.ordinal && !(sep == "to" && r.low > 20*q.low+20) {
			q.high, q.end = r.low, r.end
		}
	}
	return q, true
}

// spaced is what follows a thousand that a space sets off, "3 000 people", "1 175 injured": three digits behind one to three, no day of a month.
func spaced(word wordsOf, i int32) (float64, bool) {
	a, b := word(i), word(i+1)
	if len(a) > 3 || a[0] == '0' || len(b) != 3 || strings.Trim(a+b, "0123456789") != "" || months[word(i-1)] || word(i-1) == "may" {
		return 0, false
	}
	return numeral(strings.TrimLeft(b[:2], "0") + b[2:])
}

// becomes are the verbs of a number that becomes another.
var becomes = set("rose rise rises risen rising increase increases increased increasing grew grow grows grown growing climb climbs climbed climbing jump jumps jumped jumping " +
	"went gone up fell fall falls fallen falling drop drops dropped dropping down decrease decreases decreased decreasing raised raise raises raising revised")

// changedBy reports whether the number at token i is that by which another changed: "rose by three to 37" tells of 37.
func changedBy(word wordsOf, i int32) bool {
	for j := i - 1; j > i-4; j-- {
		switch word(j) {
		case "by":
			return becomes[word(j-1)]
		case "more", "than", "at", "least", "about", "nearly", "another", "around", "over", "some":
		default:
			return false
		}
	}
	return false
}

// simpleNumber is a numeral with its magnitude ("1.2 million") or number words ("two hundred and six").
func simpleNumber(word wordsOf, i int32) (quantity, bool) {
	w := word(i)
	if v, ok := numeral(w); ok {
		q := exact(v)
		q.first, q.end, q.num, q.digits = i, i+1, i, true
		if m, ok := magnitudes[word(i+1)]; ok && word(i+1) != "score" {
			q = exact(v * m)
			q.first, q.end, q.num, q.digits = i, i+2, i, true
		} else if n, ok := spaced(word, i); ok {
			q = exact(v*1000 + n)
			q.first, q.end, q.num, q.digits = i, i+2, i, true
		} else if n, d, ok := fraction(word(i + 1)); ok {
			q = exact(v + n/d)
			q.first, q.end, q.num, q.digits = i, i+2, i, true
		}
		return q, true
	}
	if v, m, ok := glued(w); ok {
		q := exact(v * m)
		q.first, q.end, q.num, q.digits = i, i+1, i, true
		return q, true
	}
	return wordNumber(word, i)
}

// glued is "12k", "3m", "1.5bn".
func glued(w string) (v, m float64, ok bool) {
	for i := 0; i < len(w); i++ {
		if c := w[i]; c >= '0' && c <= '9' || c == '.' || c == ',' {
			continue
		}
		if i == 0 {
			return 0, 0, false
		}
		switch w[i:] {
		case "k", "m", "bn", "mn":
			v, ok = numeral(w[:i])
			return v, magnitudes[w[i:]], ok
		}
		return 0, 0, false
	}
	return 0, 0, false
}

func fraction(w string) (n, d float64, ok bool) {
	switch w {
	case "½":
		return 1, 2, true
	case "¼":
		return 1, 4, true
	case "¾":
		return 3, 4, true
	}
	return 0, 0, false
}

// vagueAt is "several", "a couple of", "dozens of", "a handful of", "both", "none".
func vagueAt(word wordsOf, i int32) (quantity, bool) {
	w := word(i)
	if v, ok := ordinals[w]; ok {
		q := exact(v)
		q.first, q.end, q.num, q.ordinal = i, i+1, i, true
		return q, true
	}
	switch w {
	case "no", "none", "nobody":
		q := exact(0)
		q.first, q.end, q.num = i, i+1, i
		return q, true
	}
	j := i
	article := w == "a" || w == "an" || w == "the"
	if article {
		j++
		if word(j) == "large" || word(j) == "small" || word(j) == "great" {
			j++
		}
		w = word(j)
	}
	low, ok := vagueWords[w]
	if !ok || (w == "number" && (!article || word(j+1) != "of")) {
		return quantity{}, false
	}
	q := quantity{first: i, end: j + 1, num: j, low: low, hasLow: true, approx: true, vague: true}
	switch w {
	case "couple", "pair", "both", "duo", "trio", "twins", "triplets", "quartet":
		q.high, q.hasHigh, q.approx, q.vague = low, true, false, false
	case "tens", "hundreds", "dozens", "scores", "thousands":
		// "tens of thousands", "hundreds of thousands"
		if word(j+1) == "of" {
			if m, ok := vagueWords[word(j+2)]; ok && m >= 24 && strings.HasSuffix(word(j+2), "s") {
				q.low, q.end = low*m/2, j+3
			}
		}
	case "few":
		if word(j-1) != "a" && word(i) == "few" {
			q.low = 2
		}
	}
	if word(q.end) == "of" && word(q.end+1) != "the" && w != "both" {
		q.end++
	}
	return q, true
}
