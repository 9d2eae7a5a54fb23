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

// saysOfIt gives whoever is cited within a relative clause, of what the clause is about, that clause and no more: "The raid, in which the army says 25
// people died, was the first", "The bridge, which engineers say is safe, will open".
func (f *finder) saysOfIt(s *Statement, sentence *parse.Sentence) {
	if len(s.Source) != 1 || f.cue[s.CueHead].kind != sayCue || f.quote[s.CueHead] >= 0 || s.Source[0].Start > s.Cue[0].Start {
		return
	}
	pronoun := f.d.TokenAt(s.Source[0].Start) - 1
	if f.lower(pronoun) == "the" {
		pronoun--
	}
	if pronoun <= sentence.First || !relativePronoun[f.lower(pronoun)] || f.d.Tokens[pronoun].UPOS != parse.PRON {
		return
	}
	within := f.d.At(pronoun-1).UPOS == parse.ADP
	opens := pronoun - 1
	if within {
		opens--
	}
	if f.lower(opens) != "," {
		return
	}
	from := f.d.TokenAt(s.Cue[len(s.Cue)-1].End-1) + 1
	end := f.asideEnd(from, sentence.End)
	if end <= from {
		return
	}
	s.Content = s.Content[:0]
	if !within {
		s.Content = append(s.Content, f.d.Span(pronoun))
	}
	s.Content = append(s.Content, f.d.Range(from, end))
}

// asideEnd is the comma at which what began before token i ends and the verb of the main clause follows, or -1.
func (f *finder) asideEnd(i, end int32) int32 {
	for ; i+1 < end; i++ {
		if f.quote[i] >= 0 || f.lower(i) == ";" {
			return -1
		}
		if f.lower(i) != "," {
			continue
		}
		next := i + 1
		for next < end && f.d.Tokens[next].UPOS == parse.ADV {
			next++
		}
		switch f.d.At(next).XPOS {
		case parse.XVBD, parse.XVBZ, parse.XVBP, parse.XMD:
			return i
		}
		return -1
	}
	return -1
}
