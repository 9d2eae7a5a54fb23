package main

import (
	"fmt"
	"os"
	"path/filepath"

	"sayso/internal/treebank"
	"sayso/parse"
)

func init() { models["lemma"] = lemma }

// lemma learns the dictionary forms of words and endings.
func lemma(j job) error {
	docs, err := trees(j.corpora)
	if err != nil {
		return err
	}
	data := parse.TrainLemmas(lemmaSamples(docs))
	model := filepath.Join(j.out, "parse", "data", "lemma")
	if err := os.WriteFile(model+".bin", data, 0o644); err != nil {
		return err
	}
	scores := ""
	for _, name := range []string{"ewt", "gum"} {
		dev, err := treebank.ReadFile(filepath.Join(j.corpora, "ud", name+"-dev.conllu.gz"))
		if err != nil {
			return err
		}
		right, all := 0, 0
		for _, s := range lemmaSamples(dev) {
			all++
			if parse.LemmaOf(string(data), s) == s.Lemma {
				right++
			}
		}
		scores += fmt.Sprintf("Accuracy with gold words and tags, %s dev: %.4f\n", name, float64(right)/float64(all))
	}
	fmt.Print(scores)
	return os.WriteFile(model+".txt", []byte(lemmaOrigin+scores+"Date: "+j.date+"\n"), 0o644)
}

func lemmaSamples(docs []treebank.Document) []parse.LemmaSample {
	var out []parse.LemmaSample
	for _, d := range docs {
		for _, s := range d.Sentences {
			for i, w := range s.Words {
				u, _ := parse.ParseUPOS(w.UPOS)
				x, ok := parse.ParseXPOS(w.XPOS)
				if ok && w.Lemma != "_" && w.Label != "goeswith" {
					out = append(out, parse.LemmaSample{Form: w.Form, Lemma: w.Lemma, UPOS: u, XPOS: x, First: i == 0})
				}
			}
		}
	}
	return out
}

const lemmaOrigin = `The lemma model: the dictionary form of a word with its Penn tag.
Data: Universal Dependencies English EWT (train; CC BY-SA 4.0, Universal Dependencies contributors) and
GUM (train, without its fiction and how-to texts; annotations CC BY 4.0, Georgetown University), release 2.16.
Method: edits of endings by longest match, exceptions and frequent words by table (parse/lemma_train.go).
Command: go run ./internal/train -corpora DIR lemma
`
