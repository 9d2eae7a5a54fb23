package read

import (
	"sayso/article"
	"sayso/parse"
)

// inRelatives gives who is cited within a relative clause that clause alone: in "demanded that they publish a memo which, according to media reports,
// warned against raids" the reports tell of the memo's warning, and the demand is whole.
func (f *finder) inRelatives() {
	for k := range f.out {
		s := &f.out[k]
		cue := f.d.TokenAt(s.Cue[0].Start)
		sentence := &f.d.Sentences[f.d.Tokens[s.CueHead].Sentence]
		if f.lower(s.CueHead) != "according" || len(s.Source) != 1 || s.Source[0].Start < s.Cue[0].Start || cue-3 < sentence.First || f.lower(cue-1) != "," {
			continue
		}
		pronoun, behind := cue-2, f.d.TokenAt(s.Source[0].End-1)+1
		if behind+1 >= sentence.End || f.lower(behind) != "," || !relativePronoun[f.lower(pronoun)] {
			continue
		}
		verb := f.d.Tokens[pronoun].Head
		if verb <= behind || f.d.Tokens[verb].Label != parse.ACLRelcl {
			continue
		}
		noun, end := f.d.Tokens[verb].Head, f.right[verb]
		for end > verb+1 && f.d.At(end-1).UPOS == parse.PUNCT {
			end--
		}
		if noun < sentence.First || noun >= pronoun || f.left[noun] < sentence.First {
			continue
		}
		s.Content = []article.Span{f.d.Range(f.left[noun], pronoun+1), f.d.Range(behind+1, end)}
		f.wholeRelative(k, pronoun, end)
	}
}

var relativePronoun = set("which who that")

// wholeRelative lets the other statements of the sentence whose content broke off at a relative pronoun go on to the end of its clause.
func (f *finder) wholeRelative(k int, pronoun, end int32) {
	for j := range f.out {
		o := &f.out[j]
		if j == k || len(o.Content) == 0 || f.d.Tokens[o.CueHead].Sentence != f.d.Tokens[f.out[k].CueHead].Sentence {
			continue
		}
		last := &o.Content[len(o.Content)-1]
		if at := int(f.d.At(pronoun - 1).End); last.End >= at && last.End <= int(f.d.At(pronoun).End)+1 {
			last.End = int(f.d.At(end - 1).End)
		}
	}
}
