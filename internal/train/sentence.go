package main

import (
	"os"
	"path/filepath"
	"strings"

	"sayso/internal/treebank"
	"sayso/parse"
)

// trees are the training parts whose terms allow any use: EWT, and GUM without its fiction and how-to texts.
func trees(corpora string) ([]treebank.Document, error) {
	ewt, err := treebank.ReadFile(filepath.Join(corpora, "ud", "ewt-train.conllu.gz"))
	if err != nil {
		return nil, err
	}
	gum, err := treebank.ReadFile(filepath.Join(corpora, "ud", "gum-train.conllu.gz"))
	if err != nil {
		return nil, err
	}
	docs := ewt
	for _, d := range gum {
		if !restricted(d.ID) {
			docs = append(docs, d)
		}
	}
	return docs, nil
}

// restricted reports whether a document of GUM may not be used for every purpose: its fiction and how-to
// texts are licensed for non-commercial use.
func restricted(doc string) bool {
	return strings.Contains(doc, "_fiction_") || strings.Contains(doc, "_whow_")
}

func init() { models["sentence"] = sentence }

// sentence learns where sentences end.
func sentence(j job) error {
	docs, err := trees(j.corpora)
	if err != nil {
		return err
	}
	var samples []parse.SentenceSample
	for _, d := range docs {
		s := parse.SentenceSample{Text: d.Text}
		for _, t := range d.Sentences {
			s.Starts = append(s.Starts, t.Start)
		}
		samples = append(samples, s)
	}
	model := filepath.Join(j.out, "parse", "data", "sentence")
	if err := os.WriteFile(model+".bin", parse.TrainSentences(samples), 0o644); err != nil {
		return err
	}
	return os.WriteFile(model+".txt", []byte(sentenceOrigin+"Date: "+j.date+"\n"), 0o644)
}

const sentenceOrigin = `The sentence model: where sentences end inside a paragraph.
Data: Universal Dependencies English EWT (train; CC BY-SA 4.0, Universal Dependencies contributors) and
GUM (train, without its fiction and how-to texts; annotations CC BY 4.0, Georgetown University), release 2.16.
Method: logistic regression over hashed features (parse/segment_model.go), AdaGrad, one byte a weight.
Command: go run ./internal/train -corpora DIR sentence
Scores on the dev parts are defended in internal/eval/floors.json.
`
