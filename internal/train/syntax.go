package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

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

// teachers are the models of the committee that parses the news for the shipped one to learn from.
var teachers = []syntax.Config{{Seed: 1, Drop: 0.2}, {Seed: 2, Drop: 0.3}, {Seed: 3, Drop: 0.15}}

// trainSyntax learns the tagger and the parser: a committee from EWT and GUM, then one model from those and from news that
// the committee has parsed. Teachers are kept under out/, and are not learned again where they are found.
func trainSyntax(j job) error {
	docs, err := trees(j.corpora)
	if err != nil {
		return err
	}
	gold := syntaxTrees(docs)
	start := time.Now()
	log := func(f string, a ...any) {
		fmt.Fprintf(os.Stderr, "%6.0f s  %s\n", time.Since(start).Seconds(), fmt.Sprintf(f, a...))
	}
	var models []*syntax.Model
	for k := range teachers {
		m, err := j.teacher(k, gold, log)
		if err != nil {
			return err
		}
		models = append(models, m)
	}
	news, err := j.newsSentences(60000)
	if err != nil {
		return err
	}
	silver := silverTrees(syntax.NewCommittee(models), news)
	log("%d sentences of news parsed, %d kept", len(news), len(silver))
	m := syntax.Train(gold, silver, syntax.Config{Seed: 9, Epochs: 18, Silver: 0.5, Drop: 0.15}, log)
	scores := ""
	for _, name := range []string{"ewt-dev", "gum-dev"} {
		dev, err := treebank.ReadFile(filepath.Join(j.corpora, "ud", name+".conllu.gz"))
		if err != nil {
			return err
		}
		scores += fmt.Sprintf("%s %s\n", name, goldWords(m, syntaxTrees(dev)))
	}
	path := filepath.Join(j.out, "parse", "data", "syntax")
	if err := os.WriteFile(path+".bin", m.Save(), 0o644); err != nil {
		return err
	}
	return os.WriteFile(path+".txt", []byte(syntaxOrigin+"Scores from given words and sentences:\n"+scores+"Date: "+j.date+"\n"), 0o644)
}

const syntaxOrigin = `The tagger and parser: universal and Penn tags, heads and relations.
Data: Universal Dependencies English EWT (train; CC BY-SA 4.0, Universal Dependencies contributors) and
GUM (train, without its fiction and how-to texts; annotations CC BY 4.0, Georgetown University), release 2.16.
Further trees that a committee of three such models made of unannotated news: PolNeAR's training articles, Wikinews
2019-2020 (CC BY 2.5), ISAF press releases, press reports of the incident archive. Of that
text nothing is kept but what it did to the weights.
Method: docs/language-core.md.
Command: go run ./internal/train -corpora DIR syntax
`

// teacher is the k-th model of the committee.
func (j job) teacher(k int, gold []syntax.Tree, log func(string, ...any)) (*syntax.Model, error) {
	path := filepath.Join(j.out, "out", fmt.Sprintf("syntax-teacher-%d.bin", k+1))
	if data, err := os.ReadFile(path); err == nil {
		return syntax.Load(string(data))
	}
	log("teacher %d", k+1)
	m := syntax.Train(gold, nil, teachers[k], log)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, err
	}
	return m, os.WriteFile(path, m.Save(), 0o644)
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
	return fmt.Sprintf("upos %.4f xpos %.4f uas %.4f las %.4f", upos/n, xpos/n, uas/n, las/n)
}
