package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"sayso/internal/learn"
	"sayso/internal/syntax"
	"sayso/internal/treebank"
	"sayso/parse"
)

func init() { models["syntax"] = trainSyntax }

// knownLabel is the relation as the engine names it.
func knownLabel(s string) string {
	l, _ := parse.ParseLabel(s)
	return l.String()
}

// syntaxTrees are the sentences of docs as the tagger and the parser learn them.
func syntaxTrees(docs []treebank.Document) []syntax.Tree {
	var trees []syntax.Tree
	for _, d := range docs {
		for _, s := range d.Sentences {
			var t syntax.Tree
			for _, w := range s.Words {
				h := int32(w.Head - 1)
				if h < 0 {
					h = int32(len(s.Words))
				}
				t.Words = append(t.Words, w.Form)
				t.Tags = append(t.Tags, w.UPOS+" "+w.XPOS)
				t.Heads = append(t.Heads, h)
				t.Labels = append(t.Labels, knownLabel(w.Label))
			}
			trees = append(trees, t)
		}
	}
	return trees
}

// trainSyntax learns the tagger and the parser from EWT and GUM.
func trainSyntax(j job) error {
	docs, err := trees(j.corpora)
	if err != nil {
		return err
	}
	start := time.Now()
	log := func(f string, a ...any) {
		fmt.Fprintf(os.Stderr, "%6.0f s  %s\n", time.Since(start).Seconds(), fmt.Sprintf(f, a...))
	}
	tagger, parser := syntax.Train(syntaxTrees(docs), 5, 8, log)
	m := syntax.New(tagger, parser)
	for _, name := range []string{"ewt-dev", "gum-dev"} {
		dev, err := treebank.ReadFile(filepath.Join(j.corpora, "ud", name+".conllu.gz"))
		if err != nil {
			return err
		}
		log("%s: %s", name, goldWords(m, syntaxTrees(dev)))
	}
	for name, n := range map[string]*learn.Net{"tag": tagger, "attach": parser} {
		if err := os.WriteFile(filepath.Join(j.out, "parse/data", name+".bin"), n.Save(), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// goldWords are the scores on sentences whose words are given.
func goldWords(m *syntax.Model, trees []syntax.Tree) string {
	var s syntax.Scratch
	var n, upos, xpos, uas, las float64
	main := func(l string) string {
		for i := range l {
			if l[i] == ':' {
				return l[:i]
			}
		}
		return l
	}
	start := time.Now()
	for _, t := range trees {
		r := m.Analyse(t.Words, &s)
		for i := range t.Words {
			var gu, gx, u, x string
			fmt.Sscan(t.Tags[i], &gu, &gx)
			fmt.Sscan(m.Tags[r.Tags[i]], &u, &x)
			n++
			if u == gu {
				upos++
			}
			if x == gx {
				xpos++
			}
			if r.Heads[i] == t.Heads[i] {
				uas++
				if main(m.Labels[r.Labels[i]]) == main(t.Labels[i]) {
					las++
				}
			}
		}
	}
	return fmt.Sprintf("upos %.4f xpos %.4f uas %.4f las %.4f, %.0f words/s", upos/n, xpos/n, uas/n, las/n, n/time.Since(start).Seconds())
}
