package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"sayso/article"
	"sayso/internal/learn"
	"sayso/parse"
	"sayso/read"
)

func init() { models["statements"] = statements }

// A polnear is one annotated article of the PolNeAR corpus (Newell et al., 2018).
type polnear struct {
	ID, Date, Title, Publisher, Text string
	Attributions                     []struct{ Source, Cue, Content [][2]int }
}

// loadPolnear reads the articles of one part of the corpus.
func loadPolnear(path string) ([]polnear, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	z, err := gzip.NewReader(file)
	if err != nil {
		return nil, err
	}
	var out []polnear
	in := json.NewDecoder(bufio.NewReader(z))
	for in.More() {
		var p polnear
		if err := in.Decode(&p); err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}

// gold is the article's statements with byte spans.
func (p *polnear) gold() []read.Statement {
	at := make([]int, 0, len(p.Text)+1)
	for i := range p.Text {
		at = append(at, i)
	}
	at = append(at, len(p.Text))
	spans := func(in [][2]int) (out []article.Span) {
		for _, s := range in {
			out = append(out, article.Span{Start: at[s[0]], End: at[s[1]]})
		}
		return out
	}
	var out []read.Statement
	for _, a := range p.Attributions {
		out = append(out, read.Statement{Source: spans(a.Source), Cue: spans(a.Cue), Content: spans(a.Content)})
	}
	return out
}

// A cueExample is one token that could head a cue.
type cueExample struct {
	features []uint32
	heads    bool
}

// The settings that gave the best score on the dev part.
const (
	statementSeed = 7
	cueBits       = 20
	nodeBits      = 19
	edgeBits      = 16
	cueRounds     = 8
	roleRounds    = 8
	weightLimit   = 4
)

// statements trains the statement models and writes them to read/data/statements.model.
func statements(j job) error {
	articles, err := loadPolnear(filepath.Join(j.corpora, "polnear", "train.jsonl.gz"))
	if err != nil {
		return err
	}
	var cues []cueExample
	var chains []*learn.Chain
	for i := range articles {
		p := &articles[i]
		d := parse.Article(&article.Article{ID: p.ID, Text: p.Text, Title: p.Title, Published: p.Date})
		read.LearnStatements(d, p.gold(), func(f []uint32, heads bool) { cues = append(cues, cueExample{f, heads}) }, func(c *learn.Chain) { chains = append(chains, c) })
	}
	fmt.Println("examples:", len(cues), "cues,", len(chains), "windows")
	node, edge := trainRoles(chains)
	cue := trainCues(cues)
	return os.WriteFile(filepath.Join(j.out, "read", "data", "statements.model"), read.PackStatements(cue, node, edge, 0), 0o644)
}

func trainCues(examples []cueExample) *learn.Linear {
	t := learn.NewLinearTrainer(1, cueBits, 0.1, 1e-5, 2)
	for i := range examples {
		t.Count(examples[i].features)
	}
	rand := learn.Rand(statementSeed)
	for round := range cueRounds {
		loss := 0.0
		for _, i := range rand.Perm(len(examples)) {
			loss += t.Logistic(examples[i].features, examples[i].heads)
		}
		fmt.Printf("cues, round %d: loss %.4f\n", round+1, loss/float64(len(examples)))
	}
	return t.Linear(weightLimit)
}

func trainRoles(chains []*learn.Chain) (node, edge *learn.Linear) {
	t := &learn.ChainTrainer{Node: learn.NewLinearTrainer(4, nodeBits, 0.1, 1e-5, 2), Edge: learn.NewLinearTrainer(16, edgeBits, 0.1, 1e-5, 2)}
	for _, c := range chains {
		for k := range c.Node {
			t.Node.Count(c.Node[k])
			t.Edge.Count(c.Edge[k])
		}
	}
	rand := learn.Rand(statementSeed)
	for round := range roleRounds {
		loss := 0.0
		for _, i := range rand.Perm(len(chains)) {
			loss += t.Step(chains[i])
		}
		fmt.Printf("roles, round %d: loss %.4f\n", round+1, loss/float64(len(chains)))
	}
	return t.Node.Linear(weightLimit), t.Edge.Linear(weightLimit)
}
