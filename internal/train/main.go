// Command train learns the models that parse and its siblings embed.
//
// usage: go run ./internal/train -corpora DIR [-out DIR] MODEL …
//
// Each MODEL (one file of this package each) reads its corpora under DIR, learns, and writes the model and beside it
// a text with origin, licence, scores and date. The same corpora give the same bytes every time.
package main

import (
	"flag"
	"fmt"
	"os"
	"sort"
	"strings"
	"time"
)

// A job is where a model reads and writes.
type job struct {
	corpora string // root of the corpora
	out     string // root of the repository: models go to parse/data and the like
	date    string // day written beside the model, ISO 8601
}

// models are the trainers by name.
var models = map[string]func(job) error{}

func main() {
	j := job{}
	flag.StringVar(&j.corpora, "corpora", "", "folder of the corpora")
	flag.StringVar(&j.out, "out", ".", "root of the repository")
	flag.StringVar(&j.date, "date", time.Now().UTC().Format("2006-01-02"), "date written beside the model")
	flag.Parse()
	if j.corpora == "" || flag.NArg() == 0 {
		fmt.Fprintln(os.Stderr, "usage: train -corpora DIR MODEL …; models:", strings.Join(names(), " "))
		os.Exit(2)
	}
	for _, name := range flag.Args() {
		train, ok := models[name]
		if !ok {
			fmt.Fprintf(os.Stderr, "train: no model %q; models: %s\n", name, strings.Join(names(), " "))
			os.Exit(2)
		}
		if err := train(j); err != nil {
			fmt.Fprintf(os.Stderr, "train %s: %v\n", name, err)
			os.Exit(1)
		}
	}
}

func names() []string {
	var n []string
	for k := range models {
		n = append(n, k)
	}
	sort.Strings(n)
	return n
}
