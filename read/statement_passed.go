package read

import (
	"slices"

	"sayso/article"
	"sayso/parse"
)

// Who passes on what somebody says stands between him and the reader: "said in a statement carried by the agency", "officials cited by the
// Post say", "“We are done,” Orr said, according to the Ledger".

// passes gives the statements the outlets that pass them on, after the words around them have found their places.
func (f *finder) passes() {
	for k := range f.out {
		s := &f.out[k]
		if s.How == "transcript" || len(s.Source) == 0 || len(s.Content) == 0 {
			continue
		}
		sentence := &f.d.Sentences[f.d.Tokens[s.CueHead].Sentence]
		f.insertedSource(s)
		f.withoutCited(s)
		f.knowsWhat(s, sentence)
		if len(s.Through) == 0 {
			f.citedSource(s)
		}
		if len(s.Through) == 0 {
			f.carried(s, sentence)
		}
		f.accordingTo(k)
	}
}

// utterances are what an outlet carries, and carrying the verbs for it.
var (
	utterances = set("statement remark comment interview speech address message broadcast video footage recording audio letter")
	carrying   = set("carry broadcast publish air report relay quote cite distribute televise run post circulate release")
	citedBy    = set("cite quote report interview")
)

// carried finds the outlet that carried what the source said: "in a statement carried by the agency VANA", "in remarks broadcast on state television".
func (f *finder) carried(s *Statement, sentence *parse.Sentence) {
	for i := sentence.First + 1; i+2 < sentence.End; i++ {
		t := &f.d.Tokens[i]
		if !carrying[t.Lemma] || t.XPOS != parse.XVBN && t.XPOS != parse.XVBD || f.quote[i] >= 0 || i == s.CueHead || !utterances[f.d.Tokens[i-1].Lemma] {
			continue
		}
		led := false // the words for the utterance hang on the cue, and tell nothing themselves
		for j := i - 2; j >= sentence.First && j > i-7; j-- {
			led = led || f.lower(j) == "in" || f.lower(j) == "through"
		}
		by := i + 1
		switch f.lower(by) {
		case "by", "on", "in", "over", "via":
		default:
			continue
		}
		from, to := f.outletPhrase(by+1, sentence.End)
		if to <= from && f.lower(by) == "by" && f.d.At(by+1).UPOS == parse.PROPN { // a name that no list has
			for from, to = by+1, by+2; to < sentence.End && f.d.At(to).UPOS == parse.PROPN; to++ {
			}
		}
		if !led || to <= from || inside(s.Content, int(t.Start)) && !f.endsContent(s, i, to) {
			continue
		}
		s.Through = []article.Span{f.d.Range(from, to)}
		return
	}
}

// outletPhrase is the tokens from i that name an outlet, as far as the phrase goes; none where they do not.
func (f *finder) outletPhrase(i, end int32) (int32, int32) {
	to := i
	for to < end && to < i+8 && !f.endsPhrase(to) && f.d.Tokens[to].UPOS != parse.VERB && f.d.Tokens[to].UPOS != parse.SCONJ {
		if to > i && f.d.Tokens[to].UPOS == parse.ADP && f.lower(to) != "of" {
			break
		}
		to++
	}
	if to == i || slices.Contains(platforms, f.d.Word(i)) || !f.outletIn(i, to) && !pressWords[f.lower(to-1)] {
		return i, i
	}
	return i, to
}

// pressWords are nouns for outlets in general.
var pressWords = set("media newspapers newspaper papers outlets stations channels agencies")

// endsContent takes what stands behind the last comma off a content that the words from token i to end close: "the border would reopen, in
// comments carried by state media". It reports whether it did.
func (f *finder) endsContent(s *Statement, i, end int32) bool {
	c := &s.Content[len(s.Content)-1]
	if int(f.d.At(end-1).End) < c.End {
		return false
	}
	for comma := i; comma > i-8 && comma > 0 && int(f.d.At(comma).Start) > c.Start; comma-- {
		if f.lower(comma) == "," {
			end := int(f.d.At(comma - 1).End)
			if c.Start < end {
				c.End = end
			}
			return c.Start < end
		}
	}
	return false
}

// citedSource takes "cited by the Post" off the words for a source, whom the Post then stands before.
func (f *finder) citedSource(s *Statement) {
	src := &s.Source[0]
	first, end := f.d.TokenAt(src.Start), f.d.TokenAt(src.End-1)+1
	for i := first + 1; i+2 < end; i++ {
		if t := &f.d.Tokens[i]; !citedBy[t.Lemma] || t.XPOS != parse.XVBN && t.XPOS != parse.XVBD || f.lower(i+1) != "by" {
			continue
		}
		from, to := f.outletPhrase(i+2, end)
		if to <= from {
			return
		}
		s.Through = []article.Span{f.d.Range(from, to)}
		f.cutSource(s, first, i)
		return
	}
}

// cutSource ends the words for a source, which begin at token first, before token i and the commas in front of it.
func (f *finder) cutSource(s *Statement, first, i int32) {
	for i > first+1 && (f.lower(i-1) == "," || f.lower(i-1) == "first" || f.lower(i-1) == "originally") {
		i--
	}
	s.Source[0].End = int(f.d.At(i - 1).End)
	s.SrcHead = f.top(first, i)
}

// insertedSource ends the words for a source before "according to", which is another's: "Witnesses, according to the Ledger, said".
func (f *finder) insertedSource(s *Statement) {
	src := &s.Source[0]
	first, end := f.d.TokenAt(src.Start), f.d.TokenAt(src.End-1)+1
	for i := first + 1; i+1 < end; i++ {
		if f.lower(i) != "according" || f.lower(i+1) != "to" {
			continue
		}
		f.cutSource(s, first, i)
		return
	}
}

// withoutCited ends the words for a source before the clause that says whom it cites: "The report, which cites two aides, says", "a report citing two aides".
func (f *finder) withoutCited(s *Statement) {
	src := &s.Source[0]
	if len(s.Citing) == 0 || !src.Contains(s.Citing[0]) {
		return
	}
	first := f.d.TokenAt(src.Start)
	for i := f.d.TokenAt(s.Citing[0].Start) - 1; i > first+1; i-- {
		if w := f.lower(i); w == "which" && f.lower(i-1) == "," || w == "citing" || w == "that" && f.cites(i+1, &f.d.Sentences[f.d.Tokens[i].Sentence]) {
			end := i - 1
			if f.lower(end) == "," {
				end--
			}
			src.End = int(f.d.At(end).End)
			s.SrcHead = f.top(first, i-1)
			return
		}
	}
}

// knowing are words for how somebody knows what another said or did.
var knowing = set("briefed familiar aware knowledge informed told")

// knowsWhat gives what somebody says who knows "what" another told to him who knows it: "A person briefed on what the minister told the cabinet said".
func (f *finder) knowsWhat(s *Statement, sentence *parse.Sentence) {
	if s.Source[0].End > s.Cue[0].Start {
		return
	}
	for i := f.d.TokenAt(s.Source[0].Start) - 1; i > sentence.First+2; i-- {
		switch f.lower(i) {
		case ",", ";", "that", "“", "\"":
			return
		case "what", "how", "which":
		default:
			continue
		}
		if f.d.At(i-1).UPOS != parse.ADP || !knowing[f.lower(i-2)] {
			return
		}
		from := i - 2
		for from > sentence.First && f.lower(from-1) != "," && f.lower(from-1) != "that" && f.quote[from-1] < 0 {
			from--
		}
		if from < i-2 {
			s.Source = []article.Span{{Start: int(f.d.At(from).Start), End: s.Source[0].End}}
			s.SrcHead = i - 2
			for k := from; k < i-2; k++ {
				if f.d.Tokens[k].UPOS == parse.NOUN {
					s.SrcHead = k
				}
			}
		}
		return
	}
}

// accordingTo lets what stands behind "according to" hold the words that say who spoke, where both have one quotation: in "“We are done,” Orr said,
// according to the Ledger" the reader has it from the Ledger.
func (f *finder) accordingTo(k int) {
	s := &f.out[k]
	if f.lower(s.CueHead) != "according" || s.Source[0].Start < s.Cue[0].Start {
		return
	}
	for j := k - 1; j >= max(0, k-2); j-- {
		o := &f.out[j]
		if f.d.Tokens[o.CueHead].Sentence != f.d.Tokens[s.CueHead].Sentence || len(o.Source) == 0 || o.Cue[0].Start > s.Cue[0].Start || len(s.Content) == 0 {
			continue
		}
		end := max(o.Source[len(o.Source)-1].End, o.Cue[len(o.Cue)-1].End)
		if s.Content[0].Start != o.Content[0].Start || end >= s.Cue[0].Start || s.Cue[0].Start-end >= accordingReach {
			continue
		}
		for i := range s.Content {
			if c := &s.Content[i]; c.End <= min(o.Cue[0].Start, o.Source[0].Start) && (i+1 == len(s.Content) || s.Content[i+1].Start >= end) {
				c.End = end // what the quotation goes on with behind it stays a piece of its own
				return
			}
		}
	}
}

// accordingReach is how many bytes may stand between who spoke and "according to": a comma, "in a statement", "on Friday".
const accordingReach = 40
