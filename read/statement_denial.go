package read

import (
	"slices"

	"sayso/article"
	"sayso/parse"
)

// deniedDoing adds the denials of a deed that no model found: "Norland's foreign ministry denied breaking the truce".
func (f *finder) deniedDoing() {
	for k := range f.d.Sentences {
		s := &f.d.Sentences[k]
		for i := s.First + 1; i+2 < s.End; i++ {
			if t := &f.d.Tokens[i]; t.Lemma != "deny" || t.UPOS != parse.VERB || f.d.At(i+1).XPOS != parse.XVBG || f.cued(i) || f.negated(i) || f.quote[i] >= 0 {
				continue
			}
			st, ok := f.denialOf(s, i)
			if !ok || silentAt(f.silent, int(f.d.Tokens[i].Start)) {
				continue
			}
			at, _ := slices.BinarySearchFunc(f.out, i, func(o Statement, i int32) int { return int(o.CueHead - i) })
			f.out = slices.Insert(f.out, at, st)
		}
	}
}

// denialOf is the statement of the subject of the verb at i, with what it denies doing up to a comma or to what it says besides.
func (f *finder) denialOf(s *parse.Sentence, i int32) (Statement, bool) {
	subject := f.d.Child(i, parse.Nsubj)
	if h := f.d.Tokens[i].Head; subject < 0 && h == i-1 && f.d.Tokens[i].XPOS == parse.XVBN && (f.d.Tokens[h].UPOS == parse.NOUN || f.d.Tokens[h].UPOS == parse.PROPN) {
		subject = h // "The ministry denied bombing the school", read as "a ministry that was denied"
	}
	if subject < s.First || subject >= i || f.d.Tokens[subject].UPOS == parse.PRON {
		return Statement{}, false
	}
	first, last := f.d.Subtree(subject)
	first, last = max(first, s.First), min(last, i)
	cue := i
	for cue-1 >= last && f.d.At(cue-1).UPOS == parse.AUX {
		cue--
	}
	end := i + 2
	for end < s.End && f.d.At(end).UPOS != parse.PUNCT && !(f.d.At(end).UPOS == parse.CCONJ && end+1 < s.End && f.d.Tokens[end+1].UPOS == parse.VERB && f.cue[end+1].kind != noCue) {
		end++
	}
	if last <= first || end <= i+2 || f.finite(i+1, end) && f.d.Tokens[i].XPOS == parse.XVBN {
		return Statement{}, false // "a boy denied boarding sued the airline"
	}
	return Statement{Source: []article.Span{f.d.Range(first, last)}, Cue: []article.Span{f.d.Range(cue, i+1)}, Content: []article.Span{f.d.Range(i+1, end)},
		CueHead: i, SrcHead: subject, Inside: -1, How: "denied doing"}, true
}

// afterFirst are adverbs by which somebody said a thing before he says another.
var afterFirst = set("first initially earlier previously originally repeatedly")

// turnedFrom gives "after first saying that there was no warning" to whoever says now that there was one, and not to whom that tells of: "Police admitted
// that a guard had warned them, after first saying …".
func (f *finder) turnedFrom() {
	for k := 1; k < len(f.out); k++ {
		s := &f.out[k]
		if f.d.Tokens[s.CueHead].XPOS != parse.XVBG || len(s.Source) == 0 {
			continue
		}
		i := s.CueHead - 1
		if i < 1 || !afterFirst[f.lower(i)] || f.lower(i-1) != "after" && f.lower(i-1) != "despite" && f.lower(i-1) != "having" {
			continue
		}
		for j := k - 1; j >= 0 && j > k-4; j-- {
			o := &f.out[j]
			if f.d.Tokens[o.CueHead].Sentence == f.d.Tokens[s.CueHead].Sentence && o.CueHead < i && len(o.Source) > 0 && o.Source[0].Start < o.Cue[0].Start && slices.ContainsFunc(o.Content, func(c article.Span) bool { return c.Contains(s.Source[0]) }) {
				s.Source, s.SrcHead = o.Source, o.SrcHead
				break
			}
		}
	}
}
