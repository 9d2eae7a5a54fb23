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
	money   moneyAt        // the last amount
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
	return dayNames[s.words[i]] && s.capital(i) && (s.countAfter(i+1) || s.digit(i+1) && s.is(i+2, clHave|clBe)) // "By Thursday 22,000 had left"
}

// placeBeforeCount reports whether token i is a place before a count: "In Norland one farmer was killed".
func (s *counter) placeBeforeCount(i int32) bool {
	return i > s.first && s.capital(i) && s.tag(i) == parse.PROPN && (s.word(i-1) == "in" || s.word(i-1) == "near" || s.word(i-1) == "at") && s.countAfter(i+1)
}

// latest are the words that can stand between "the" and a number.
var latest = set("first last latest remaining")

var dayNames = map[string]bool{"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true}

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
