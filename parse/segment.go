package parse

import (
	"unicode"
	"unicode/utf8"
)

// segment finds words and sentences and fills d.Tokens (bytes only) and d.Sentences.
func segment(d *Doc) {
	start := -1
	add := func(end int) {
		if start >= 0 {
			d.Tokens = append(d.Tokens, Token{Start: int32(start), End: int32(end), Head: -1, Label: Root, Lemma: d.Text[start:end]})
			start = -1
		}
	}
	first := int32(0)
	for i := 0; i < len(d.Text); {
		r, n := utf8.DecodeRuneInString(d.Text[i:])
		if unicode.IsSpace(r) {
			add(i)
			if r == '\n' && int(first) < len(d.Tokens) {
				d.addSentence(first)
				first = int32(len(d.Tokens))
			}
		} else if start < 0 {
			start = i
		}
		i += n
	}
	add(len(d.Text))
	if int(first) < len(d.Tokens) {
		d.addSentence(first)
	}
}

func (d *Doc) addSentence(first int32) {
	end := int32(len(d.Tokens))
	for i := first; i < end; i++ {
		d.Tokens[i].Sentence = int32(len(d.Sentences))
		if i > first {
			d.Tokens[i].Head, d.Tokens[i].Label = first, Dep
		}
	}
	d.Sentences = append(d.Sentences, Sentence{First: first, End: end, Root: first, Paragraph: int32(len(d.Sentences))})
}
