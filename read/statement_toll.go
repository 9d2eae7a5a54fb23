package read

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/parse"
)

// giving are the verbs, and totalNouns the nouns, of a count that somebody stands for: "The fire service
// puts the toll at 14", "the ministry gave the number of dead as nine".
var (
	giving     = strings.Fields("put puts putting give gives gave estimate estimates estimated")
	totalNouns = strings.Fields("toll total number figure count tally")
)

// tolls adds the statements of that form that no model found: a subject, the verb, a count, and a number
// after "at" or "as".
func (f *finder) tolls() {
	for k := range f.d.Sentences {
		s := &f.d.Sentences[k]
		for i := s.First + 1; i+4 < s.End; i++ {
			if !slices.Contains(giving, f.lower(i)) || f.cued(i) {
				continue
			}
			if st, ok := f.toll(s, i); ok {
				at, _ := slices.BinarySearchFunc(f.out, i, func(o Statement, i int32) int { return int(o.CueHead - i) })
				f.out = slices.Insert(f.out, at, st)
			}
		}
	}
}

// cued reports whether token i is the cue of a statement already.
func (f *finder) cued(i int32) bool {
	return f.headed(i) >= 0
}

// toll is the statement whose cue is the verb at i.
func (f *finder) toll(s *parse.Sentence, i int32) (Statement, bool) {
	subject := f.d.Child(i, parse.Nsubj)
	if subject < s.First || subject >= i {
		return Statement{}, false
	}
	noun := int32(-1)
	for j := i + 1; j < min(s.End, i+9); j++ {
		switch w := f.lower(j); {
		case slices.Contains(totalNouns, w):
			noun = j
		case noun >= 0 && (w == "at" || w == "as") && j+1 < s.End:
			end := j + 1
			for end < s.End && f.d.Tokens[end].UPOS != parse.NUM && end < j+4 {
				end++
			}
			if end >= s.End || f.d.Tokens[end].UPOS != parse.NUM {
				return Statement{}, false
			}
			first, last := f.d.Subtree(subject)
			source := f.d.Range(max(first, s.First), min(last, i))
			if source.Len() == 0 {
				return Statement{}, false
			}
			return Statement{Source: []article.Span{source}, Cue: []article.Span{f.d.Span(i)}, Content: []article.Span{f.d.Range(i+1, end+1)},
				CueHead: i, SrcHead: subject, Inside: -1, How: "toll"}, true
		}
	}
	return Statement{}, false
}
