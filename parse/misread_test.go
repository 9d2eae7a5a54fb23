package parse

import (
	"testing"

	"sayso/article"
)

func TestAccordingToNoun(t *testing.T) {
	for _, text := range []string{"By Monday 505 people had signed it, according to journalist Kara Lind, who saw it first.", "It was a lie, according to author Kara Lind."} {
		d := Article(&article.Article{Text: text})
		for i := range d.Tokens {
			if w := d.Word(int32(i)); (w == "journalist" || w == "author") && d.Tokens[i].UPOS != NOUN {
				t.Errorf("%s: %q is %v", text, w, d.Tokens[i].UPOS)
			}
		}
	}
}
