package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"math"
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

// A paper is an annotated article as the statement models learn from it.
type paper struct {
	doc  *parse.Doc
	gold []read.Statement
	half int // which half of the corpus it lies in; all annotations of one article lie in one
}

// The settings that gave the best score on the dev part.
const (
	statementSeed = 7
	weightLimit   = 4 // weights are stored in ±weightLimit
	cueBits       = 20
	nodeBits      = 19
	edgeBits      = 16
	rankBits      = 18
	acceptBits    = 16
	threshold     = -0.25 // log odds above which a candidate is accepted
)

// A stage is one of the models in three versions: learned from either half, for the later stages to see
// how it does on news that it does not know, and from all.
type stage[T any] [3]T

// other is the version that did not see p.
func (s stage[T]) other(p *paper) T { return s[1-p.half] }

// statements trains the models of statements, one upon the other, and writes read/data/statements.model.
func statements(j job) error {
	articles, err := loadPolnear(filepath.Join(j.corpora, "polnear", "train.jsonl.gz"))
	if err != nil {
		return err
	}
	papers := make([]paper, len(articles))
	for i := range articles {
		p := &articles[i]
		papers[i] = paper{parse.Article(&article.Article{Text: p.Text, Title: p.Title}), p.gold(), int(learn.Hash(p.ID)>>7) & 1}
	}
	cues := trainCues(papers)
	roles := trainRoles(papers, cues)
	rank := trainRanks(papers, cues, roles)
	accept := trainAcceptance(papers, cues, rank, roles)
	model := read.PackStatements(cues[2], rank[2], accept, roles[2], int32(math.Round(threshold*127/weightLimit)))
	return os.WriteFile(filepath.Join(j.out, "read", "data", "statements.model"), model, 0o644)
}

// A judged is one example of a yes-or-no decision.
type judged struct {
	features []uint32
	yes      bool
}

func trainCues(papers []paper) (out stage[*learn.Linear]) {
	var examples stage[[]judged]
	for i := range papers {
		p := &papers[i]
		read.LearnCues(p.doc, p.gold, func(f []uint32, yes bool) {
			examples[p.half] = append(examples[p.half], judged{f, yes})
			examples[2] = append(examples[2], judged{f, yes})
		})
	}
	for k := range out {
		out[k] = decide("cues", examples[k], cueBits, 6, 0.1, 0.3)
	}
	return out
}

func trainAcceptance(papers []paper, cues, rank stage[*learn.Linear], roles stage[*learn.ChainTagger]) *learn.Linear {
	var examples []judged
	for i := range papers {
		p := &papers[i]
		read.LearnAcceptance(p.doc, p.gold, cues.other(p), rank.other(p), roles.other(p), func(f []uint32, yes bool) { examples = append(examples, judged{f, yes}) })
	}
	return decide("acceptance", examples, acceptBits, 4, 0.05, 0.3)
}

// decide trains a yes-or-no model. A share of the features, drop, is left out of each step.
func decide(name string, examples []judged, bits, rounds int, rate, drop float32) *learn.Linear {
	t := learn.NewLinearTrainer(1, bits, rate, 0, 2)
	t.Drop = drop
	for i := range examples {
		t.Count(examples[i].features)
	}
	rand := learn.Rand(statementSeed)
	loss := 0.0
	for range rounds {
		loss = 0
		for _, i := range rand.Perm(len(examples)) {
			loss += t.Logistic(examples[i].features, examples[i].yes)
		}
	}
	fmt.Printf("%s: %d examples, loss %.4f\n", name, len(examples), loss/float64(len(examples)))
	return t.Linear(weightLimit)
}

func trainRoles(papers []paper, cues stage[*learn.Linear]) (out stage[*learn.ChainTagger]) {
	var chains stage[[]*learn.Chain]
	for i := range papers {
		p := &papers[i]
		read.LearnRoles(p.doc, p.gold, cues.other(p), func(c *learn.Chain) {
			chains[p.half] = append(chains[p.half], c)
			chains[2] = append(chains[2], c)
		})
	}
	for k := range out {
		out[k] = label(chains[k], 4)
	}
	return out
}

// label trains a model of roles.
func label(chains []*learn.Chain, rounds int) *learn.ChainTagger {
	t := &learn.ChainTrainer{Node: learn.NewLinearTrainer(learn.ChainLabels, nodeBits, 0.05, 0, 2), Edge: learn.NewLinearTrainer(learn.ChainLabels*learn.ChainLabels, edgeBits, 0.05, 0, 2)}
	t.Node.Drop, t.Edge.Drop = 0.5, 0.5
	for _, c := range chains {
		for k := range c.Node {
			t.Node.Count(c.Node[k])
			t.Edge.Count(c.Edge[k])
		}
	}
	rand := learn.Rand(statementSeed)
	loss := 0.0
	for range rounds {
		loss = 0
		for _, i := range rand.Perm(len(chains)) {
			loss += t.Step(chains[i])
		}
	}
	fmt.Printf("roles: %d windows, loss %.4f\n", len(chains), loss/float64(len(chains)))
	return &learn.ChainTagger{Node: t.Node.Linear(weightLimit), Edge: t.Edge.Linear(weightLimit)}
}

// A ranking is one example of a choice among labellings.
type ranking struct {
	bags [][]uint32
	best int
}

func trainRanks(papers []paper, cues stage[*learn.Linear], roles stage[*learn.ChainTagger]) (out stage[*learn.Linear]) {
	var examples stage[[]ranking]
	for i := range papers {
		p := &papers[i]
		read.LearnRanks(p.doc, p.gold, cues.other(p), roles.other(p), func(bags [][]uint32, best int) {
			examples[p.half] = append(examples[p.half], ranking{bags, best})
			examples[2] = append(examples[2], ranking{bags, best})
		})
	}
	for k := range out {
		out[k] = choose(examples[k], 6)
	}
	return out
}

// choose trains a model of which labelling is best.
func choose(examples []ranking, rounds int) *learn.Linear {
	t := learn.NewLinearTrainer(1, rankBits, 0.05, 0, 2)
	for _, e := range examples {
		for _, b := range e.bags {
			t.Count(b)
		}
	}
	rand := learn.Rand(statementSeed)
	loss := 0.0
	for range rounds {
		loss = 0
		for _, i := range rand.Perm(len(examples)) {
			loss += t.Choose(examples[i].bags, examples[i].best)
		}
	}
	fmt.Printf("ranks: %d windows, loss %.4f\n", len(examples), loss/float64(len(examples)))
	return t.Linear(weightLimit)
}
