package read

import (
	"sort"

	"sayso/article"
	"sayso/parse"
)

// figures finds the quantities, from statements and events already in m.
//
// Victims come first: a word that says what befell people ("killed", "missing", "detained") and the
// noun phrase for those it befell. Then everything else that is counted ("ten boats", "the 30th
// strike"). A sentence with neither a cue nor a number is passed over after one look at its words.
func figures(m *Mentions) []Figure {
	s := newCounter(m)
	for k := range m.Doc.Sentences {
		end := m.Doc.Sentences[k].End
		for s.first = m.Doc.Body(&m.Doc.Sentences[k]); s.first < end; s.first = s.end {
			s.end = min(end, s.first+maxTokens)
			s.sentence()
		}
	}
	order(s.out)
	s.toldEarlier()
	s.moneys()
	s.anchor()
	return s.out
}

// maxTokens is how many tokens are looked at together. News sentences are shorter; lists and texts
// without full stops are cut, which keeps the work linear.
const maxTokens = 256

// sentence finds the figures of tokens [s.first, s.end).
func (s *counter) sentence() {
	if !s.counts() {
		return
	}
	s.chunk()
	from := len(s.out)
	s.victims()
	s.bareTotals(from)
	s.toldAgain(from)
	s.keptCounts(from)
	s.parts(from)
	s.listed(from)
	s.risen(from)
	s.amongThe(from)
	s.someOf(from)
	s.worse(from)
	s.eithers(from)
	s.excess(from)
	s.gapped(from)
	s.against(from)
	s.placed(from)
	s.cases(from)
	s.things(from)
	s.deeds(from)
	s.ballotCounts(from)
	s.thingsAgain(from)
	s.pairedBy(from)
	s.totals(from)
	s.raisedAgain(from)
	s.corrects(from)
	s.sameScope()
	if from == len(s.out) {
		s.asOfBefore()
		return
	}
	s.attach(from)
}

// counts reports whether the sentence holds a cue or a number at all.
func (s *counter) counts() bool {
	for i := s.first; i < s.end; i++ {
		if w := s.words[i]; w[0] >= '0' && w[0] <= '9' {
			return true
		}
		if s.class[i]&(clCue|clNumeral|clIdiom) != 0 {
			return true
		}
	}
	return false
}

// idioms are the words at which idiom looks for what several words say.
var idioms = map[string]bool{"martyrdom": true, "hit": true, "struck": true, "striking": true, "hitting": true, "strikes": true, "hits": true, "fatally": true, "critically": true, "seriously": true,
	"condition": true, "conditions": true, "hospital": true, "hospitals": true, "double": true, "triple": true, "quadruple": true, "quintuple": true, "custody": true,
	"hostage": true, "captive": true, "prisoner": true, "held": true, "taken": true, "captivity": true, "alive": true, "forced": true, "forcing": true, "forces": true, "drove": true, "driven": true, "driving": true, "prompted": true, "prompting": true, "pulled": true, "plucked": true, "winched": true, "fished": true, "lost": true, "left": true, "leave": true, "abandoned": true, "vacated": true, "loses": true, "losing": true, "lives": true, "life": true, "suicide": true, "himself": true, "herself": true, "themselves": true, "tents": true, "tarpaulins": true, "shelters": true, "camps": true}

// order puts figures in text order and keeps PartOf true.
func order(fs []Figure) {
	index := make([]int, len(fs))
	for i := range index {
		index[i] = i
	}
	sort.SliceStable(index, func(a, b int) bool {
		x, y := fs[index[a]].Span, fs[index[b]].Span
		if x.Start != y.Start {
			return x.Start < y.Start
		}
		return x.End > y.End
	})
	place := make([]int, len(fs))
	sorted := make([]Figure, len(fs))
	for at, old := range index {
		place[old], sorted[at] = at, fs[old]
	}
	for i := range sorted {
		if p := sorted[i].PartOf; p >= 0 {
			sorted[i].PartOf = place[p]
		}
	}
	copy(fs, sorted)
}

// add appends the figure for phrase p counted by cue (or -1), and returns its index.
func (s *counter) add(p *phrase, measure, unit, key string, cue int32) int {
	f := Figure{
		Span: s.spanOf(p), Head: p.head, Measure: measure, Unit: unit,
		Approximate: p.q.approx, Event: -1, Statement: -1, PartOf: -1,
		Cue: cue, Key: key, Form: formNames[p.form], Who: p.who, Other: p.other,
		Vague: p.q.vague, More: p.q.more,
	}
	if p.form == formNumber {
		f.Head = p.q.num
	}
	f.Low, f.High = p.q.bounds()
	s.out = append(s.out, f)
	return len(s.out) - 1
}

var formNames = [...]string{"", "number", "singular", "plural", "definite", "name", "pronoun"}

// bounds are the ends of q, nil where open.
func (q quantity) bounds() (low, high *float64) {
	v := [2]float64{q.low, q.high}
	if q.hasLow {
		low = &v[0]
	}
	if q.hasHigh {
		high = &v[1]
	}
	return low, high
}

// spanOf is the words that anchor a count: the number with its qualifier, or the whole phrase where
// a noun, a name or a pronoun stands for one.
func (s *counter) spanOf(p *phrase) article.Span {
	if p.form == formNumber && p.q.end > p.q.first {
		end := p.q.end
		if s.words[end-1] == "of" {
			end--
		}
		return s.d.Range(p.q.first, end)
	}
	return s.d.Range(p.first, p.end)
}

// Title finds the figures of a headline, which is no part of an article's text: what it says can
// support a figure of the text, but has no anchor there. It is read by its words alone, without tags and trees: for its
// numbers that is as good, and a parse of the headline cost as much as reading the rest of a brief.
func Title(title string) []Figure {
	return figures(&Mentions{Doc: parse.Words(&article.Article{Text: title})})
}
