package read

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/parse"
)

// seconds parts from what somebody said the second verb of saying that is the speaker's own: "Norland says they may have been
// fishermen and has demanded an inquiry". Verbs of saying that a subject who can speak may as well share, "said the minister had lied and
// demanded an apology", stay.
func (f *finder) seconds() {
	for k := 0; k < len(f.out); k++ {
		s := &f.out[k]
		first, end, ok := f.saidBehind(s)
		if !ok {
			continue
		}
		for v := first + 3; v+1 < end; v++ {
			from, ok := f.second(s, first, v)
			if j := f.headed(v); !ok && j >= 0 && len(f.out[j].Source) == 1 && f.out[j].Source[0] == s.Source[0] {
				from = f.d.TokenAt(f.out[j].Cue[0].Start) // found already, and given the same source
				ok = from > first+1 && (f.lower(from-1) == "and" || f.lower(from-1) == "but")
			}
			if !ok {
				continue
			}
			stop := from - 1
			for stop > first+1 && f.d.At(stop-1).UPOS == parse.PUNCT {
				stop--
			}
			s.Content[0].End = int(f.d.At(stop - 1).End)
			if !f.cued(v) {
				cue := v + 1
				if w := f.lower(cue); (w == "for" || w == "on") && cue+1 < end {
					cue++
				}
				f.insert(Statement{Source: slices.Clone(s.Source), Cue: []article.Span{f.d.Range(from, cue)}, Content: []article.Span{f.d.Range(cue, end)},
					CueHead: v, SrcHead: s.SrcHead, Inside: -1, How: "second"})
			} else if j := f.headed(v); j >= 0 && len(f.out[j].Source) == 1 && s.Content[0].Contains(f.out[j].Source[0]) {
				f.out[j].Source, f.out[j].SrcHead, f.out[j].Inside = slices.Clone(s.Source), s.SrcHead, -1
			}
			break
		}
	}
}

// secondCues are verbs of saying, beside those that demand, promise, threaten and deny, that a report joins to another by "and".
var secondCues = strings.Fields("warn announce condemn accuse insist confirm admit criticise criticize urge")

// second says whether token v, in the content of s from first on, is such a verb, and where its group begins.
func (f *finder) second(s *Statement, first, v int32) (from int32, ok bool) {
	t, entry := &f.d.Tokens[v], f.cue[v]
	if t.UPOS != parse.VERB || entry.kind == noCue || f.quote[v] >= 0 || t.Label != parse.Conj || f.d.Child(v, parse.Nsubj, parse.NsubjPass) >= 0 {
		return 0, false
	}
	switch entry.stance {
	case Demands, Promises, Threatens, Denies:
	default:
		if !slices.Contains(secondCues, t.Lemma) {
			return 0, false
		}
	}
	if t.Lemma == "call" && f.lower(v+1) != "for" && f.lower(v+1) != "on" {
		return 0, false
	}
	from = v
	for from > first && (f.d.At(from-1).UPOS == parse.AUX || f.d.At(from-1).UPOS == parse.ADV) {
		from--
	}
	if w := f.lower(from - 1); w != "and" && w != "but" {
		return 0, false
	}
	perfect := from < v && (f.lower(from) == "has" || f.lower(from) == "have")
	if !perfect && (from < v && f.d.Tokens[from].UPOS == parse.AUX || t.XPOS != parse.XVBD || f.d.Tokens[s.CueHead].XPOS != parse.XVBD) {
		return 0, false
	}
	if t.Head < first || f.d.Tokens[t.Head].XPOS == parse.XVB && t.XPOS == parse.XVBD {
		return from, true // "urged the council to meet and demanded an inquiry": no past is joined to "to meet"
	}
	subject := f.d.Child(t.Head, parse.Nsubj, parse.NsubjPass, parse.Expl)
	if subject < first {
		return 0, false
	}
	h := &f.d.Tokens[subject]
	if h.UPOS == parse.PRON {
		return from, perfect || h.Lemma != "who"
	}
	if f.lower(from-1) == "but" && entry.stance == Promises {
		return from, true // "insisted Norland fired first but vowed to keep the truce"
	}
	return from, h.UPOS == parse.NOUN && !slices.Contains(sourceNouns, h.Lemma) && f.name[subject] == 0
}

// saidBehind is the tokens of what a plain statement says behind its verb of saying, as far as its sentence goes, and whether it is one: of one source,
// in one piece, not quoted.
func (f *finder) saidBehind(s *Statement) (first, end int32, ok bool) {
	if k := f.cue[s.CueHead].kind; len(s.Content) != 1 || len(s.Source) != 1 || s.Content[0].Start < s.Cue[0].End || k != sayCue && k != askCue || f.quote[s.CueHead] >= 0 {
		return 0, 0, false
	}
	sentence := &f.d.Sentences[f.d.Tokens[s.CueHead].Sentence]
	return f.d.TokenAt(s.Content[0].Start), min(f.d.TokenAt(s.Content[0].End-1)+1, sentence.End), true
}

// whilst parts from what somebody said what ", while" gives to somebody else: "Norland has reported 30 killed, while Sudland has confirmed
// eight civilians dead".
func (f *finder) whilst() {
	for k := 0; k < len(f.out); k++ {
		s := &f.out[k]
		first, end, ok := f.saidBehind(s)
		if !ok {
			continue
		}
		for i := first + 2; i+3 < end; i++ {
			if w := f.lower(i); w != "while" && w != "whereas" || f.lower(i-1) != "," || f.quote[i] >= 0 {
				continue
			}
			v, from := f.otherSays(i+1, end)
			if v < 0 {
				continue
			}
			who := f.phrase(i+1, from)
			if who == nil || who[0].End != int(f.d.At(from-1).End) || f.overlapsName(who[0], s.Source[0]) {
				continue
			}
			s.Content[0].End = int(f.d.At(i - 2).End)
			head := f.d.Child(v, parse.Nsubj)
			if head < i || head >= from {
				head = from - 1
			}
			if j := f.headed(v); j >= 0 {
				f.out[j].Source, f.out[j].SrcHead = who, head
			} else {
				f.insert(Statement{Source: who, Cue: []article.Span{f.d.Range(from, v+1)}, Content: []article.Span{f.d.Range(v+1, end)},
					CueHead: v, SrcHead: head, Inside: -1, How: "while"})
			}
			break
		}
	}
}

// otherSays is the verb of saying that follows a noun phrase at token i at once, and where its group begins; or -1.
func (f *finder) otherSays(i, end int32) (v, from int32) {
	from = -1
	for t := i; t+1 < end && t < i+9; t++ {
		switch k := &f.d.Tokens[t]; k.UPOS {
		case parse.AUX:
			if from < 0 {
				from = t
			}
			if w := f.lower(t); w != "has" && w != "have" && w != "had" {
				return -1, -1
			}
		case parse.VERB:
			if from < 0 {
				from = t
			}
			if f.cue[t].kind != sayCue && !f.cued(t) || from == i || k.XPOS == parse.XVBG || k.Label == parse.Amod {
				return -1, -1
			}
			return t, from
		case parse.PRON:
			if t != i || k.XPOS != parse.XPRPS {
				return -1, -1 // but "its spokesman"
			}
		case parse.DET, parse.ADJ, parse.NOUN, parse.PROPN, parse.PART, parse.NUM:
			if from >= 0 {
				return -1, -1
			}
		case parse.ADV:
		default:
			return -1, -1
		}
	}
	return -1, -1
}

// overlapsName says whether the spans have the same words: the speaker goes on.
func (f *finder) overlapsName(a, b article.Span) bool {
	return strings.EqualFold(a.Text(f.d.Text), b.Text(f.d.Text))
}
