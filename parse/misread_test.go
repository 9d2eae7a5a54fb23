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

func TestVerblessBriefs(t *testing.T) {
	for text, verb := range map[string]string{
		"A court in Vale sentences 11 people to death.":            "sentences",
		"Norland police arrest 37 protesters near the parliament.": "arrest",
		"Vik and Lorland sign a maritime agreement.":               "sign",
		"A section of road collapses into a deep sinkhole.":        "collapses",
		"Peace talks in Oslo on the border.":                       "",
		"Prison sentences of ten years for two men.":               "",
	} {
		d := Article(&article.Article{Text: text})
		for i := range d.Tokens {
			if w := d.Word(int32(i)); (d.Tokens[i].UPOS == VERB) != (w == verb) {
				t.Errorf("%s: %q is %v", text, w, d.Tokens[i].UPOS)
			}
		}
	}
}
