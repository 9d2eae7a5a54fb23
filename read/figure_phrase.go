package read

import (
	"sayso/article"
	"strings"
	"unicode"
	"unicode/utf8"

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
	sources []article.Span // those of the statements, once asked for
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
		s.phrases = append(s.phrases, p)
		if p.form == formNumber && p.person && !p.bare && !p.other && (p.q.low > 1 || p.q.high > 1) && p.head >= p.q.end && s.words[p.head] != "people" {
			s.groups = append(s.groups, group{s.words[p.head], p.q, p.head})
		}
		i = p.end
	}
}

// phraseAt is the noun phrase that begins at token i.
func (s *counter) phraseAt(i int32) (phrase, bool) {
	p := phrase{first: i, head: -1}
	j := i
	if s.is(i, clPronSg|clPronPl) && !s.is(i, clPoss) || s.is(i, clReflexive) || (s.is(i, clPoss) && s.is(i, clPronSg) && !s.nounFollows(i+1)) {
		return s.pronoun(i)
	}
	if w := s.words[i]; (w == "years" || w == "months") && s.word(i+1) == "old" || w == "old" && (s.word(i-1) == "years" || s.word(i-1) == "months") {
		return p, false // "ages 3 months to 10 years old"
	}
	if age, end := s.age(i); age >= 0 && !s.personAhead(end) {
		return s.aged(i, end, p), true
	}
	definite := false
	for j < s.end && j < i+3 && s.determiner(j) {
		definite = true
		j++
	}
	if q, ok := s.quantity(j); ok && !s.notACount(q) {
		p.q = q
		p.form = formNumber
		j = q.end
		if s.word(j) == "of" && (s.is(j+1, clDet|clPoss|clPronPl|clOther) || s.word(j+1) == "all") {
			for j++; s.is(j, clDet|clPoss|clSome); j++ {
			}
			if s.is(j, clPronPl) {
				p.head, p.end, p.person = j, j+1, true
				p.who = ""
				return p, true
			}
			if of, ok := s.quantity(j); ok && !s.notACount(of) {
				p.of = of
			}
		}
	} else if q, ok := s.further(j); ok {
		p.q, p.form, p.other, j = q, formNumber, true, q.end // "another four teenagers"
	} else if s.is(j, clIndef) && s.words[j] != "one" {
		p.form = formSingular
		p.other = s.words[j] == "another"
		j++
	} else if s.is(j, clSome) {
		p.form = formDefinite
		definite = true
		j++
		for s.is(j, clDet|clPoss) {
			j++
		}
		if q, ok := s.quantity(j); ok && !s.notACount(q) {
			p.q, p.form, j = q, formNumber, q.end
		}
	}
	if j == i && (s.opensNothing(i) || p.form == formNone && s.digit(i) && !s.hasAge(i)) {
		return p, false
	}
	return s.body(i, j, p, definite)
}

// quantity is the quantity that begins at token i.
func (s *counter) quantity(i int32) (quantity, bool) {
	if !s.is(i, clQuantity) {
		return quantity{}, false
	}
	return quantityAt(s.word, i)
}

// further is the number after "another" at token i.
func (s *counter) further(i int32) (quantity, bool) {
	if s.word(i) != "another" {
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

// age is the years of an age that begins at i, "34-year-old" or "34 - year - old", and where it
// ends; -1 where there is none.
func (s *counter) age(i int32) (years int, end int32) {
	w := s.word(i)
	if s.is(i, clIndef) || s.is(i, clDet|clPoss) {
		return -1, i
	}
	if strings.HasSuffix(w, "-year-old") || strings.HasSuffix(w, "-month-old") {
		return 0, i + 1
	}
	j := i + 1
	if _, ok := numeral(w); !ok {
		if q, ok := wordNumber(s.word, i); !ok {
			return -1, i
		} else {
			j = q.end
		}
	}
	if w := s.word(j); strings.HasPrefix(w, "-year-old") || w == "year-old" || w == "years-old" || w == "month-old" {
		return 0, j + 1
	}
	if dash(s.word(j)) {
		j++
	}
	switch s.word(j) {
	case "year", "years", "month", "yr", "day", "week":
	case "year-old":
		return 0, j + 1
	default:
		return -1, i
	}
	j++
	if dash(s.word(j)) {
		j++
	}
	if s.word(j) == "old" || s.word(j) == "olds" {
		return 0, j + 1
	}
	return -1, i
}

func (s *counter) hasAge(i int32) bool {
	years, _ := s.age(i)
	return years >= 0
}

// personAhead reports whether a noun for people or a name follows the age: "34-year-old man".
func (s *counter) personAhead(i int32) bool {
	for j := i; j < i+4 && j < s.end; j++ {
		if s.is(j, clPerson) || s.capital(j) && !s.is(j, clTime) {
			return true
		}
		if !wordy(s.words[j]) || s.is(j, clPrep|clConj|clRel|clBe|clHave|clEnd) {
			return false
		}
	}
	return false
}

// aged is "a 34-year-old": a person by age alone.
func (s *counter) aged(i, end int32, p phrase) phrase {
	p.first, p.end, p.head = i, end, end-1
	p.form, p.q, p.person, p.who = formSingular, exact(1), true, "year-old"
	return p
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
	case dash(prev) && wordy(s.word(q.first-2)) && s.d.Tokens[q.first].Start == s.d.Tokens[q.first-1].End && !s.digit(q.first-2):
		return true // "F-18"
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

// barePersonAge reports whether the number [first, end) is an age without "year": "Ana Ruiz, 34,",
// "(34)", "aged 34", "ages 11 and 25".
func (s *counter) barePersonAge(first, end int32, depth int) bool {
	prev, next := s.word(first-1), s.word(end)
	switch prev {
	case "age", "aged", "ages":
		return true
	case "of":
		return s.word(first-2) == "age" || s.word(first-2) == "ages"
	case "(":
		return next == ")"
	case ",":
		if next != "" && next != "," && next != "." && next != "and" && next != ";" && next != ")" && next != "of" {
			return false
		}
		return s.capital(first-2) || s.is(first-2, clPerson) || depth > 0 && s.digit(first-2) && s.barePersonAge(first-2, first-1, depth-1)
	case "and", "to", "or", "-":
		return depth > 0 && s.digit(first-2) && s.barePersonAge(first-2, first-1, depth-1)
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

// stops reports whether token i cannot stand inside a noun phrase.
func (s *counter) stops(i int32) bool {
	w := s.words[i]
	if dash(w) && s.apart(i) {
		return true // "HARBOUR TOWN — Four teens"
	}
	if !wordy(w) && !dash(w) && w != "'s" && w != "’s" && w != "." && w != "“" && w != "\"" {
		return true
	}
	if w == "would" && dash(s.word(i+1)) || w == "be" && dash(s.word(i-1)) {
		return false // "three would-be robbers"
	}
	if s.is(i, clPrep|clConj|clRel|clBe|clHave|clNot|clPronSg|clPronPl|clReflexive) && !(w == "may" && s.capital(i)) {
		return true
	}
	if s.is(i, clModal) && !s.capital(i) || w == "p.m." || w == "a.m." {
		return true
	}
	if s.tagged {
		switch s.tag(i) {
		case parse.VERB, parse.AUX, parse.ADP, parse.SCONJ, parse.CCONJ:
			// "suspected insurgents", "armed men": participles stand inside.
			x := s.d.Tokens[i].XPOS
			if s.measure(i).kind == cuePart && (s.opener(i+1) && !s.is(i+1, clPerson) || s.capital(i+1) && !s.capital(i)) {
				return true // "the force detained several men": a verb, whatever the tree says
			}
			inner := s.d.Tokens[i].Label == parse.Amod || (x == parse.XVBN || x == parse.XVBG || strings.HasSuffix(w, "ed")) && (s.noun(i+1) || s.is(i+1, clPerson)) && s.opener(i-1)
			return !(inner || s.is(i, clPerson))
		case parse.ADV:
			// "heavily armed men" goes on, "six aboard" does not.
			return !s.is(i, clOther) && !s.nounFollows(i+1) && !(s.tag(i+1) == parse.VERB && s.d.Tokens[i+1].Label == parse.Amod)
		}
		return false
	}
	return s.is(i, clEnd) && w != "suspected" && w != "identified" && w != "wanted"
}

// qualities reports whether token i joins two adjectives of a noun to come.
func (s *counter) qualities(i int32) bool {
	quality := func(j int32) bool {
		return s.tag(j) == parse.ADJ || s.tag(j) == parse.VERB && s.d.Tokens[j].XPOS == parse.XVBN
	}
	return s.tagged && quality(i-1) && quality(i+1) && s.noun(i+2) && s.measure(i-1).kind == cueNone && s.measure(i+1).kind == cueNone
}

// apart reports whether white space stands on either side of token i.
func (s *counter) apart(i int32) bool {
	t := s.d.Tokens
	return i > 0 && int(i)+1 < len(t) && t[i-1].End < t[i].Start && t[i].End < t[i+1].Start
}

// acronym is the end of "(IED)" inside a noun phrase that begins at token i, or i.
func (s *counter) acronym(i int32) int32 {
	if s.word(i) == "(" && s.word(i+2) == ")" && s.capital(i+1) && i+3 < s.end && s.nounFollows(i+3) && len(s.words[i+1]) <= 6 && !s.is(i+1, clTime) {
		return i + 3
	}
	return i
}

// body reads modifiers and head from j on. The head is the last noun for people before the phrase
// ends, else the last word.
func (s *counter) body(first, j int32, p phrase, definite bool) (phrase, bool) {
	start := j
	lastPerson, last := int32(-1), int32(-1)
	capitals, aged := int32(0), int32(-1)
	end := j
	for ; j < s.end && j < start+14; j++ {
		if k := s.acronym(j); k > j && last >= 0 { // "an improvised explosive device (IED) expert"
			j = k
		}
		w := s.words[j]
		if age, e := s.age(j); age >= 0 {
			last, end, j, aged = e-1, e, e-1, e
			if p.form == formNone {
				p.form = formDefinite
			}
			if s.word(e) == "," {
				break
			}
			continue
		}
		if (w == "and" || w == "or") && s.qualities(j) {
			continue // "48 confirmed and probable cases"
		}
		if w == "alive" && last >= 0 {
			break
		}
		if s.stops(j) || (w == "ages" || w == "aged") && last >= 0 || lastPerson >= 0 && s.tagged && s.tag(j) == parse.VERB && !s.is(j, clPerson) {
			break // "a 16-year-old boy shocked Oldport", whatever the tree says
		}
		if (w == "'s" || w == "’s") && j > start {
			// A possessor: what follows is a new phrase of its own.
			break
		}
		if w == "\"" || w == "“" || w == "”" || w == "." && !(j+1 < s.end && s.capital(j+1)) || dash(w) && j == start {
			break
		}
		if c := s.measure(j); c.kind != cueNone && !s.is(j, clPerson) {
			if last >= 0 && c.kind != cueCount || p.form == formNumber && (c.kind == cuePart || c.kind == cueAdj) && !s.nounFollows(j+1) {
				break
			}
		}
		if s.is(j, clTime) && (lastPerson >= 0 || p.form == formNumber && last < 0) {
			break
		}
		if s.is(j, clDet|clIndef|clPoss) && j > start && w != "one" && w != "another" && w != "said" {
			break
		}
		if j > start && last >= 0 && p.form == formNumber && s.digit(j) {
			break
		}
		if s.is(j, clOther) {
			p.other = true
		}
		if s.is(j, clPerson) {
			lastPerson = j
		} else if s.tagged && s.tag(j) == parse.NOUN && !s.is(j, clTime|clOther) {
			lastPerson = -1 // "a police dog", "the student center"
		}
		if s.capital(j) && !s.is(j, clTime|clPerson) {
			capitals++
		}
		last, end = j, j+1
	}
	if last < 0 {
		if p.form == formNumber || p.form == formSingular && p.other {
			p.first, p.end, p.head, p.bare, p.person = first, start, start-1, true, true
			if p.form == formSingular {
				p.q = exact(1)
			} else {
				p.head = p.q.num
			}
			return p, true
		}
		return p, false
	}
	p.first, p.end, p.head = first, end, last
	if lastPerson >= 0 {
		p.head = lastPerson
		p.person = true
	}
	if aged >= 0 && !p.person && (end == aged || capitals > 0 || s.noun(p.head)) {
		p.person = true // "a 7-year-old", "24-year-old Ana Ruiz"
		if p.form == formDefinite && !definite {
			p.form = formNone
		}
		if end > aged && s.capital(p.head) {
			p.form, p.q, p.who = formName, exact(1), s.words[p.head]
			return p, true
		}
	}
	s.finish(&p, definite, capitals, start)
	return p, true
}

func (s *counter) digit(i int32) bool {
	w := s.word(i)
	return w != "" && w[0] >= '0' && w[0] <= '9'
}

// finish works out form, number and key of a phrase whose extent is known.
func (s *counter) finish(p *phrase, definite bool, capitals, start int32) {
	h := s.words[p.head]
	p.who = h
	singular := s.is(p.head, clSingular)
	if s.is(p.head, clCollective) && p.form != formNumber {
		p.person = false // "police", "staff": no number of their own
	}
	if !p.person && capitals >= 1 && s.capital(p.head) && !definite && p.form != formSingular && s.nameLike(p) {
		p.form, p.person, p.q = formName, true, exact(1)
		return
	}
	if p.person && capitals >= 1 && singular && p.form == formNone && s.capitalBefore(p) {
		// "Taliban leader Alaudin", "Officer Smith": one person.
		p.form, p.q = formName, exact(1)
		if s.capital(p.end - 1) {
			p.head = p.end - 1
			p.who = s.words[p.head]
		}
		return
	}
	if p.person && p.end-1 > p.head && s.capital(p.end-1) && p.form == formNone && singular {
		p.form, p.q = formName, exact(1)
		p.head = p.end - 1
		p.who = s.words[p.head]
		return
	}
	if h == "one" && p.form == formNumber {
		p.person = true // "no one"
	}
	if !p.person && (p.other && (h == "others" || h == "other" || h == "more" || h == "additional" || h == "another" || h == "second" || h == "third" || h == "fourth" || h == "fifth")) {
		p.person, p.bare = true, true
	}
	if n := groups[h]; n > 0 && p.person && p.form != formNumber && (definite || n > 2 || h != "parents" && h != "grandparents") {
		p.q = exact(n) // "a young couple"
		return
	}
	switch p.form {
	case formNumber:
	case formSingular:
		p.q = exact(1)
	default:
		switch {
		case definite && singular:
			p.form, p.q = formDefinite, exact(1)
		case definite:
			p.form = formDefinite
			if q, ok := s.again(h, p.head); ok && p.person && !p.other {
				p.q = q
				p.q.first, p.q.end = p.first, p.first
			}
		case p.person && singular:
			p.form, p.q = formSingular, exact(1) // headlines: "Man shot dead"
		case p.person:
			p.form = formPlural
			p.q = quantity{first: p.first, end: p.end, num: p.head, low: 2, hasLow: true, vague: true, approx: true}
		}
	}
}

// groups are nouns for a fixed number of people.
var groups = map[string]float64{"parents": 2, "grandparents": 2, "couple": 2, "pair": 2, "duo": 2, "twins": 2, "newlyweds": 2, "trio": 3, "triplets": 3, "quartet": 4}

func (s *counter) capitalBefore(p *phrase) bool {
	return s.capital(p.end-1) && !s.is(p.end-1, clPerson|clTime)
}

// nameLike reports whether a capitalised phrase names a person: the names found in the document
// say so, an age follows, or it is two to four capitalised words.
func (s *counter) nameLike(p *phrase) bool {
	if s.word(p.end) == "," && s.digit(p.end+1) {
		if v, ok := numeral(s.word(p.end + 1)); ok && v > 0 && v < 105 && (s.word(p.end+2) == "," || s.word(p.end+2) == "" || s.word(p.end+2) == "and" || s.word(p.end+2) == ".") {
			return true
		}
	}
	if kind, ok := s.nameKind(p.head); ok {
		return kind == parse.Person
	}
	n := 0
	for i := p.first; i < p.end; i++ {
		if s.capital(i) {
			n++
		}
	}
	return !s.tagged && n >= 2 && n <= 4
}

// nameKind is the kind of the name that covers token i.
func (s *counter) nameKind(i int32) (parse.NameKind, bool) {
	if n := s.nameAt(i); n != nil {
		return n.Kind, true
	}
	return "", false
}

// nameAt is the name that covers token i, or nil.
func (s *counter) nameAt(i int32) *parse.Name {
	lo, hi := 0, len(s.d.Names)
	for lo < hi {
		mid := (lo + hi) / 2
		if s.d.Names[mid].End <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(s.d.Names) && s.d.Names[lo].First <= i {
		return &s.d.Names[lo]
	}
	return nil
}
