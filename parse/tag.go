package parse

import (
	_ "embed"
	"strings"
	"sync"

	"sayso/internal/learn"
	"sayso/internal/syntax"
)

//go:embed data/tag.bin
var tagData string

//go:embed data/attach.bin
var attachData string

// A grammar is the trained tagger and parser with their classes as this package names them.
type grammar struct {
	model *syntax.Model
	upos  []UPOS
	xpos  []XPOS
	label []Label
}

// loadGrammar reads the embedded models, once, when the first text comes.
var loadGrammar = sync.OnceValue(func() *grammar {
	g := &grammar{model: syntax.New(mustLoad("tag", tagData), mustLoad("attach", attachData))}
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

// mustLoad is the embedded model in data. That it can be read is tested: it does not depend on any text.
func mustLoad(name, data string) *learn.Net {
	n, err := learn.Load(data)
	if err != nil {
		panic("parse: embedded model " + name + ": " + err.Error())
	}
	return n
}

// analyse fills UPOS, XPOS, Head and Label of every token and the Root of every sentence.
func analyse(d *Doc) {
	g := loadGrammar()
	var s syntax.Scratch
	var words []string
	for i := range d.Sentences {
		first, end := d.Sentences[i].First, d.Sentences[i].End
		words = words[:0]
		for t := first; t < end; t++ {
			words = append(words, d.Word(t))
		}
		r := g.model.Analyse(words, &s)
		for j, k := range r.Tags {
			t := &d.Tokens[int(first)+j]
			t.UPOS, t.XPOS = g.upos[k], g.xpos[k]
		}
		g.attach(d, &d.Sentences[i], r)
	}
}
