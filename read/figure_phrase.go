package read

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/article"
	"sayso/gazetteer"
	"sayso/parse"
)

// A phraseForm says how a noun phrase gives its number.
type phraseForm uint8

const (
	formNone     phraseForm = iota
	formNumber              // "two men", "several"
	formSingular            // "a man"
	formPlural              // "insurgents": two at least
	formDefinite            // "the man", "the insurgents": known from before
	formName                // "John Alder"
	formPronoun             // "he", "they"
)

// A phrase is a noun phrase, tokens [first, end), as far as counting needs it. It never holds a
// verb, a preposition but "of" after a number, or a comma.
type phrase struct {
	first, end int32
	head       int32
	form       phraseForm
	q          quantity // its number; for a plural without one, at least two
	person     bool     // people, or a number alone that can stand for people
	bare       bool     // a number with no noun: "two" in "killed two"
	other      bool     // "two others", "an additional insurgent"
	of         quantity // the whole that it is a part of: "five" in "one of the five men"
	prep       string   // the preposition before it, or ""
	who        string   // family name or noun of the head, lower case
}

// A counter is the working state of one document: words in lower case and what they can be.
type counter struct {
	m       *Mentions
	d       *parse.Doc
	words   []string
	class   []wordClass
	phrases []phrase // of the current sentence
	out     []Figure
	first   int32 // the current sentence
	end     int32
	tagged  bool // tags are there
	word    wordsOf
	sources []sourceOf     // those of the statements, once asked for
	told    []article.Span // of counts that were told earlier by their words
	pairs   [][2]int       // in the sentence at hand, counts told again and what they are counts of
	alone   map[int]int    // by the first byte of what is said shortly: its end, once asked for
	groups  []group        // those counted so far, for "the insurgents"
}

// A group is a number of people by their noun, for those who are named again without it: "three
// hikers … the hikers were found dead".
type group struct {
	noun string
	q    quantity
	at   int32
}

// again is how many "the insurgents" are: the last number of them that the report gave, in the same or
// the sentences before.
func (s *counter) again(noun string, at int32) (quantity, bool) {
	for k := len(s.groups) - 1; k >= 0 && k > len(s.groups)-40; k-- {
		if g := &s.groups[k]; g.noun == noun && s.d.Tokens[at].Sentence-s.d.Tokens[g.at].Sentence <= againWithin {
			return g.q, true
		}
	}
	return quantity{}, false
}

// againWithin is how many sentences apart.
const againWithin = 6

func newCounter(m *Mentions) *counter {
	s := &counter{m: m, d: m.Doc}
	n := len(s.d.Tokens)
	s.words = make([]string, n)
	s.class = make([]wordClass, n)
	for i := range s.words {
		w := strings.ToLower(s.d.Word(int32(i)))
		s.words[i] = w
		s.class[i] = classOf(w)
		if w == "us" && s.d.Word(int32(i)) == "US" || w == "it" && s.d.Word(int32(i)) == "IT" {
			s.class[i] &^= clPronPl // "two US soldiers", "IT staff"
		}
		if s.d.Tokens[i].UPOS != parse.X {
			s.tagged = true
		}
	}
	s.word = func(i int32) string {
		if i < s.first || i >= s.end {
			return ""
		}
		return s.words[i]
	}
	return s
}

// national reports whether token i is a word for somebody's people: "Portuguese", "Canadian".
func (s *counter) national(i int32) bool {
	sp := s.d.Span(i)
	return sp.Len() > 3 && gazetteer.Demonym(gazetteer.Fold(nil, sp.Text(s.d.Text))) != ""
}

func (s *counter) is(i int32, c wordClass) bool {
	return i >= s.first && i < s.end && s.class[i]&c != 0
}

func (s *counter) tag(i int32) parse.UPOS {
	if i < s.first || i >= s.end {
		return parse.PUNCT
	}
	return s.d.Tokens[i].UPOS
}

func (s *counter) capital(i int32) bool {
	if i < s.first || i >= s.end {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s.d.Text[s.d.Tokens[i].Start:])
	return unicode.IsUpper(r)
}

func wordy(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// chunk finds the noun phrases of the sentence, left to right.
func (s *counter) chunk() {
	s.phrases = s.phrases[:0]
	for i := s.first; i < s.end; {
		p, ok := s.phraseAt(i)
		if !ok {
			i++
			continue
		}
		if i > s.first && s.is(i-1, clPrep) {
			p.prep = s.words[i-1]
		}
		if (p.form == formNumber || p.form == formSingular) && !p.person && !p.bare && p.head == p.end-1 && s.capital(p.head) && s.national(p.head) {
			p.person = true // "seven Portuguese and one Canadian"
		}
		if p.form == formNumber && s.word(p.end) == "or" && s.word(p.end+1) == "more" {
			p.q.hasHigh, p.end = false, p.end+2 // "sixty people or more"
		}
		if (p.form == formNumber || p.form == formPlural) && s.rate(&p) {
			p.form, p.q = formDefinite, quantity{}
		}
		s.phrases = append(s.phrases, p)
		if p.form == formNumber && p.person && !p.bare && !p.other && (p.q.low > 1 || p.q.high > 1) && p.head >= p.q.end && s.words[p.head] != "people" {
			s.groups = append(s.groups, group{s.words[p.head], p.q, p.head})
		}
		i = p.end
	}
	s.clauses()
}

// clauses takes the preposition from phrases before which it opens a clause: "after ten officers were injured".
func (s *counter) clauses() {
	for k := range s.phrases {
		p := &s.phrases[k]
		switch p.prep {
		case "after", "before", "since", "until", "till", "as":
		default:
			continue
		}
		n := k
		for n+1 < len(s.phrases) && s.coordinated(s.phrases[n].end, s.phrases[n+1].first) {
			n++
		}
		l := s.d.Tokens[p.head].Label
		if s.tagged && (s.tag(p.first-1) == parse.SCONJ || l == parse.Nsubj || l == parse.NsubjPass) || p.prep != "since" && s.hasCue(n) { // but "had been missing since the blast were found"
			p.prep = ""
		}
	}
}

// phraseAt is the noun phrase that begins at token i.
func (s *counter) phraseAt(i int32) (phrase, bool) {
	p := phrase{first: i, head: -1}
	if s.isPronoun(i) {
		return s.pronoun(i)
	}
	if s.spanOfAges(i) {
		return p, false
	}
	if age, end := s.age(i); age >= 0 && !s.personAhead(end) {
		return s.aged(i, end, p), true
	}
	if s.timeBeforeCount(i) || s.placeBeforeCount(i) {
		return p, false
	}
	if p, ok := s.allBut(i); ok {
		return p, true
	}
	if s.words[i] == "a" && s.is(i+1, clOther) && s.word(i+2) == "of" && s.is(i+3, clDet|clPoss|clSome) {
		return p, false // "a third of those aboard"
	}
	definite := false
	j := i
	for j < s.end && j < i+3 && s.determiner(j) {
		definite = true
		j++
	}
	if definite && latest[s.word(j)] && s.is(j+1, clNumeral) {
		j++ // "the first two deaths"
	}
	j, some := s.howMany(&p, j)
	if p.head >= 0 {
		return p, true
	}
	if j == i && (s.opensNothing(i) || p.form == formNone && s.digit(i) && !s.hasAge(i)) {
		return p, false
	}
	return s.body(i, j, p, definite || some)
}

// isPronoun reports whether token i stands for people by itself: "they", "themselves", "his" before no noun.
func (s *counter) isPronoun(i int32) bool {
	return s.is(i, clPronSg|clPronPl) && !s.is(i, clPoss) || s.is(i, clReflexive) || s.is(i, clPoss) && s.is(i, clPronSg) && !s.nounFollows(i+1)
}

// spanOfAges reports whether token i stands in a span of ages: "ages 3 months to 10 years old".
func (s *counter) spanOfAges(i int32) bool {
	ofAge := func(w string) bool { return w == "years" || w == "months" }
	return ofAge(s.words[i]) && s.word(i+1) == "old" || s.words[i] == "old" && ofAge(s.word(i-1))
}

// timeBeforeCount reports whether token i is a day before a count: "said on Wednesday 13 soldiers had died".
func (s *counter) timeBeforeCount(i int32) bool {
	return dayNames[s.words[i]] && s.capital(i) && s.countAfter(i+1)
}

// placeBeforeCount reports whether token i is a place before a count: "In Norland one farmer was killed".
func (s *counter) placeBeforeCount(i int32) bool {
	return i > s.first && s.capital(i) && s.tag(i) == parse.PROPN && (s.word(i-1) == "in" || s.word(i-1) == "near" || s.word(i-1) == "at") && s.countAfter(i+1)
}

// howMany reads into p what opens a phrase at token j, a number or a word in its place, and returns where that ends and whether it is a word as
// "some of", which the known follow. Where a pronoun follows, "three of them", the phrase is whole.
func (s *counter) howMany(p *phrase, j int32) (end int32, some bool) {
	if q, ok := s.quantity(j); ok && !s.notACount(q) {
		p.q, p.form = q, formNumber
		return s.ofHowMany(p, q.end), false
	}
	if q, ok := s.further(j); ok {
		p.q, p.form, p.other = q, formNumber, true // "another four teenagers"
		return q.end, false
	}
	switch {
	case s.word(j) == "a" && s.word(j+1) == "single" && s.word(j-1) == "not":
		p.q, p.form = exact(0), formNumber // "not a single civilian was harmed"
		p.q.first, p.q.end, p.q.num = j-1, j+2, j+1
		return j + 2, false
	case s.is(j, clIndef) && s.words[j] != "one":
		p.form, p.other = formSingular, s.words[j] == "another"
		return j + 1, false
	case s.is(j, clSome):
		p.form = formDefinite
		for j++; s.is(j, clDet|clPoss); j++ {
		}
		if q, ok := s.quantity(j); ok && !s.notACount(q) {
			p.q, p.form, j = q, formNumber, q.end
		}
		return j, true
	}
	return j, false
}

// ofHowMany reads into p what follows its number at token j: of how many, or of whom.
func (s *counter) ofHowMany(p *phrase, j int32) int32 {
	if s.word(j) == "out" && s.word(j+1) == "of" && s.nounFollows(j+2) {
		if of, ok := s.quantity(j + 2); ok && !s.notACount(of) && of.low >= p.q.low {
			p.of, j = of, j+2 // "nine out of 475 passengers"
		}
	}
	if of, end := s.ofWhose(j); end > 0 {
		p.of = of // "490 of the firm's roughly 770 employees"
		return end
	}
	if s.word(j) != "of" || !s.is(j+1, clDet|clPoss|clPronPl|clOther) && s.word(j+1) != "all" {
		return j
	}
	for j++; s.is(j, clDet|clPoss|clSome); j++ {
	}
	if s.is(j, clPronPl) {
		p.head, p.end, p.person = j, j+1, true
	} else if of, ok := s.quantity(j); ok && !s.notACount(of) {
		p.of = of
	}
	return j
}

// ofWhose is the number of the whole in "of the firm's roughly 770" at token i, and its end; or 0.
func (s *counter) ofWhose(i int32) (of quantity, end int32) {
	if s.word(i) != "of" {
		return of, 0
	}
	if q, ok := s.quantity(i + 1); ok && q.low >= fewOf && !q.vague && !s.notACount(q) && !s.is(q.end, clUnit|clTime) && s.nounFollows(q.end) {
		return q, q.end // "900 of 1,100 pilots"
	}
	for j := i + 1; j < s.end && j < i+7; j++ {
		if w := s.words[j]; w != "'s" && w != "’s" && w != "'" && w != "’" {
			if s.tagged && s.tag(j) == parse.VERB || w == "," || s.is(j, clRel) {
				return of, 0
			}
			continue
		}
		q, ok := s.quantity(j + 1)
		if !ok || s.notACount(q) || q.vague || !s.nounFollows(q.end) {
			return of, 0
		}
		return q, q.end
	}
	return of, 0
}

// latest are the words that can stand between "the" and a number.
var latest = set("first last latest remaining")

var dayNames = map[string]bool{"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true}

// allBut is the phrase "all but one of the 242 people" at token i: the rest of them, where both numbers are said.
func (s *counter) allBut(i int32) (phrase, bool) {
	p := phrase{first: i, head: -1}
	if s.words[i] != "all" || s.word(i+1) != "but" {
		return p, false
	}
	few, ok := s.quantity(i + 2)
	if !ok || few.vague || few.ordinal {
		return p, false
	}
	j := few.end
	if s.word(j) == "of" {
		for j++; s.is(j, clDet|clPoss); j++ {
		}
		if of, ok := s.quantity(j); ok && !s.notACount(of) && of.low > few.high && !of.vague {
			p.q, p.form = of, formNumber
			p.q.low, p.q.high, p.q.first = of.low-few.high, of.high-few.low, i
			return s.body(i, of.end, p, true)
		}
	}
	p.form, p.end, p.head = formDefinite, few.end, few.num // how many the rest are is not said
	if q, ok := s.body(i, j, p, true); ok {
		q.form, q.q = formDefinite, quantity{}
		return q, true
	}
	return p, true
}

// countAfter reports whether a count of something begins at token i: no day of a month, no hour, no age.
func (s *counter) countAfter(i int32) bool {
	q, ok := s.quantity(i)
	return ok && !s.notACount(q) && !s.is(q.end, clTime) && (s.nounFollows(q.end) || s.is(q.end, clPerson|clOther))
}

// quantity is the quantity that begins at token i.
func (s *counter) quantity(i int32) (quantity, bool) {
	if !s.is(i, clQuantity) || s.ages(i) || s.word(i) == "many" && s.word(i-1) == "how" || s.word(i) == "between" && s.year(i+1) && s.word(i+2) == "and" && s.year(i+3) {
		return quantity{}, false // "killed between 2008 and 2011"
	}
	return quantityAt(s.word, i)
}

// year reports whether token i is written as a year.
func (s *counter) year(i int32) bool {
	w := s.word(i)
	return len(w) == 4 && (w[:2] == "19" || w[:2] == "20") && w >= "1900" && strings.Trim(w, "0123456789") == ""
}

// ages reports whether a number at token i is one of the ages of several: "three men aged between 52 and 68".
func (s *counter) ages(i int32) bool {
	for j := i - 1; j >= s.first && j > i-5; j-- {
		switch w := s.words[j]; {
		case w == "aged" || w == "ages":
			return j < i-1
		case w == "between" || w == "and" || w == "from" || w == "to" || s.digit(j):
		default:
			return false
		}
	}
	return false
}

// further is the number after "another" or "a further" at token i.
func (s *counter) further(i int32) (quantity, bool) {
	switch next := s.word(i + 1); {
	case s.word(i) == "another":
	case s.word(i) == "a" && next == "further" || s.word(i) == "an" && (next == "additional" || next == "extra"):
		i++
	default:
		return quantity{}, false
	}
	q, ok := s.quantity(i + 1)
	return q, ok && !s.notACount(q)
}

// measure is what the cue word at token i says, or nothing.
func (s *counter) measure(i int32) measureWord {
	if !s.is(i, clCue) {
		return measureWord{}
	}
	return measureWords[s.words[i]]
}

// determiner reports whether token i is "the", "those", "his" before a noun; "that" can also open a
// clause.
func (s *counter) determiner(i int32) bool {
	if !s.is(i, clDet|clPoss) || s.is(i, clPronPl) {
		return false
	}
	return s.words[i] != "that" || !s.tagged || s.tag(i) == parse.DET
}

// opensNothing reports whether a noun phrase cannot begin with token i: an adverb, a verb.
func (s *counter) opensNothing(i int32) bool {
	if s.words[i] == "dead" && s.opener(i+1) {
		return true // "shot dead five protesters"
	}
	if s.tagged {
		if k := s.measure(i).kind; (k == cuePart || k == cueActive || k == cueBase) && s.d.Tokens[i].Label != parse.Amod {
			return s.opener(i+1) || s.capital(i+1) || s.is(i+1, clPronSg|clReflexive)
		}
		return s.tag(i) == parse.ADV || s.tag(i) == parse.PART || s.tag(i) == parse.PUNCT
	}
	return s.is(i, clEnd) || s.measure(i).kind != cueNone && !s.is(i, clPerson) || s.adverb(i)
}

func (s *counter) nounFollows(i int32) bool {
	if i >= s.end || !wordy(s.words[i]) {
		return false
	}
	if s.tagged {
		switch s.tag(i) {
		case parse.NOUN, parse.PROPN, parse.ADJ, parse.NUM:
			return true
		}
		return false
	}
	return !s.is(i, clPrep|clConj|clRel|clBe|clHave|clEnd|clTime)
}

// opener reports whether token i is a word that begins a noun phrase: a determiner or a number.
func (s *counter) opener(i int32) bool {
	return s.is(i, clIndef|clDet|clPoss|clOther|clOpener) || s.digit(i)
}

func (s *counter) noun(i int32) bool {
	t := s.tag(i)
	return t == parse.NOUN || t == parse.PROPN
}

func (s *counter) pronoun(i int32) (phrase, bool) {
	p := phrase{first: i, end: i + 1, head: i, form: formPronoun, person: s.words[i] != "it" && s.words[i] != "itself", who: s.words[i]}
	if s.is(i, clPronSg) || s.words[i] == "himself" || s.words[i] == "herself" {
		p.q = exact(1)
	}
	return p, true
}

// notACount reports whether q, though a number, counts nothing: an age, a part of a date or an
// address, money, a score.
func (s *counter) notACount(q quantity) bool {
	if q.ordinal {
		return true
	}
	if _, end := s.age(q.num); end > q.num {
		return true
	}
	prev, next := s.word(q.first-1), s.word(q.end)
	switch {
	case q.digits && q.low == 911 && s.words[q.num] == "911":
		return true // the number to call
	case prev == "$" || prev == "€" || prev == "£" || prev == "#" || prev == "no.":
		return true
	case dash(prev) && wordy(s.word(q.first-2)) && s.d.Tokens[q.first].Start == s.d.At(q.first-1).End && !s.digit(q.first-2):
		return true // "F-18"
	case dash(next) && s.is(q.end+1, clUnit) && s.d.Tokens[q.end].Start == s.d.Tokens[q.end-1].End && s.d.Tokens[q.end+1].Start == s.d.Tokens[q.end].End:
		return true // "the 6,325-ton ferry"
	case next == ":" && (s.measure(q.first-1).kind != cueNone || reaches[prev] && s.is(q.end+1, clQuantity)):
		return false // "killed 31: 20 civilians and 11 soldiers"
	case next == "times" || next == "percent" || next == "per" && s.word(q.end+1) == "cent":
		return true // "five times more people", "the proportion was 55 per cent"
	case next == "%" || next == ":" || prev == ":" && q.digits && s.end-s.first < 4:
		return true
	case q.digits && q.low > 0 && q.low < 105 && s.barePersonAge(q.first, q.end, 1):
		return true
	case q.digits && s.monthAt(q.first-1), q.digits && s.monthAt(q.end):
		return true
	case q.digits && q.low >= 1900 && q.low <= 2100 && q.high == q.low && !s.is(q.end, clPerson|clOther) && !strings.Contains(s.word(q.num), ",") && measureWords[next].kind == cueNone:
		return true
	}
	return false
}

var months = map[string]bool{"january": true, "february": true, "march": true, "april": true, "may": true, "june": true, "july": true, "august": true, "september": true, "october": true, "november": true, "december": true,
	"jan": true, "feb": true, "mar": true, "apr": true, "jun": true, "jul": true, "aug": true, "sep": true, "sept": true, "oct": true, "nov": true, "dec": true,
	"jan.": true, "feb.": true, "mar.": true, "apr.": true, "jun.": true, "jul.": true, "aug.": true, "sep.": true, "sept.": true, "oct.": true, "nov.": true, "dec.": true}

func (s *counter) monthAt(i int32) bool {
	w := s.word(i)
	return months[w] && (w != "may" && w != "march" || s.capital(i))
}

// groups are nouns for a fixed number of people.
var groups = map[string]float64{"parents": 2, "grandparents": 2, "couple": 2, "pair": 2, "duo": 2, "twins": 2, "newlyweds": 2, "trio": 3, "triplets": 3, "quartet": 4}
