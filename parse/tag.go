package parse

import (
	_ "embed"
	"strings"
	"sync"

	"sayso/internal/syntax"
)

//go:embed data/syntax.bin
var syntaxData string

// A grammar is the trained tagger and parser with their classes as this package names them.
type grammar struct {
	model *syntax.Model
	upos  []UPOS
	xpos  []XPOS
	label []Label
}

// loadGrammar reads the embedded model, once, when the first text comes.
var loadGrammar = sync.OnceValue(func() *grammar {
	g := &grammar{model: mustLoad()}
	for _, t := range g.model.Tags {
		u, x, _ := strings.Cut(t, " ")
		up, _ := ParseUPOS(u)
		xp, _ := ParseXPOS(x)
		g.upos, g.xpos = append(g.upos, up), append(g.xpos, xp)
	}
	for _, l := range g.model.Labels {
		k, _ := ParseLabel(l)
		g.label = append(g.label, k)
	}
	return g
})

// mustLoad is the embedded model. That it can be read is tested: it does not depend on any text.
func mustLoad() *syntax.Model {
	m, err := syntax.Load(syntaxData)
	if err != nil {
		panic("parse: the embedded syntax model: " + err.Error())
	}
	return m
}

// analyse fills UPOS, XPOS, Head and Label of every token and the Root of every sentence.
func analyse(d *Doc) {
	g := loadGrammar()
	var s syntax.Scratch
	var words []string
	var at []int32
	run := func(part *Sentence) {
		words, at = plainWords(d, part, words, at)
		r := g.tagged(words, at, d, part, &s)
		if misread(d, part, words, at) {
			r = g.tagged(words, at, d, part, &s)
		}
		g.attach(d, part, r)
	}
	for i := range d.Sentences {
		whole := &d.Sentences[i]
		body := Sentence{First: datelineEnd(d, whole), End: whole.End}
		run(&body)
		whole.Root = body.Root
		if body.First > whole.First {
			head := Sentence{First: whole.First, End: body.First}
			run(&head)
			d.Tokens[head.Root].Head, d.Tokens[head.Root].Label = body.Root, Parataxis
		}
	}
}

// tagged is what the model finds of the words of a part, with the tags put on its tokens.
func (g *grammar) tagged(words []string, at []int32, d *Doc, part *Sentence, s *syntax.Scratch) syntax.Result {
	r := g.spread(g.model.Analyse(words, s), at, d, part)
	for j, k := range r.Tags {
		t := &d.Tokens[int(part.First)+j]
		t.UPOS, t.XPOS = g.upos[k], g.xpos[k]
	}
	return r
}
