// Package eval scores every stage against gold that people made, and holds the floors.
//
// [Run] reads the corpora below one folder and gives the scores by name ("conllu.ewt.las"); [Floors]
// are the scores below which a build is refused. The measures are those of the corpora's own
// literature, named at each; nothing of a corpus is kept here. A corpus that is not there is passed
// over and said to be.
package eval

import (
	"bufio"
	"compress/gzip"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Scores are values by the name of their measure, each between 0 and 1 unless its name says otherwise.
type Scores map[string]float64

// A task scores one stage on one corpus.
type task struct {
	name string
	file string // below the corpora's folder; the task is passed over where it is missing
	run  func(file string) (Scores, error)
}

// tasks are all there are, in the order of the stages.
var tasks = []task{
	{"conllu.ewt", "ud/ewt-dev.conllu.gz", conlluTask("conllu.ewt")},
	{"conllu.gum", "ud/gum-dev.conllu.gz", conlluTask("conllu.gum")},
	{"names.gum", "ud/gum-dev.conllu.gz", namesGUM},
	{"names.wikigold", "entities/wikigold.conll.gz", namesWikigold},
	{"attribution", "polnear/dev.jsonl.gz", attribution},
	{"timex", "timeml/dev.jsonl.gz", timex},
	{"factuality", "factuality/uds-ewt-dev-tokens.jsonl.gz", factuality},
	{"factuality.news", "timeml/dev.jsonl.gz", factualityNews},
	{"plover", "plover/plv-train.jsonl.gz", plover},
	{"counts.isaf", "figures/isaf-train.jsonl.gz", countsISAF},
	{"counts.incidents", "figures/incidents-train.jsonl.gz", countsIncidents},
}

//go:embed floors.json
var floorsJSON []byte

// Floors are the least scores, by measure.
func Floors() (Scores, error) {
	var f Scores
	if err := json.Unmarshal(floorsJSON, &f); err != nil {
		return nil, fmt.Errorf("eval: floors.json: %w", err)
	}
	return f, nil
}

// Run scores the tasks whose name begins with one of only (all where only is empty) and writes a
// line for each measure to w: the score, its floor, and whether it holds.
func Run(corpora string, only []string, w io.Writer) (Scores, error) {
	floors, err := Floors()
	if err != nil {
		return nil, err
	}
	all := Scores{}
	for _, t := range tasks {
		if !wanted(t.name, only) {
			continue
		}
		file := filepath.Join(corpora, filepath.FromSlash(t.file))
		if _, err := os.Stat(file); err != nil {
			fmt.Fprintf(w, "%-28s not scored: no %s\n", t.name, t.file)
			continue
		}
		got, err := t.run(file)
		if err != nil {
			return all, fmt.Errorf("eval %s: %w", t.name, err)
		}
		for _, k := range sorted(got) {
			all[k] = got[k]
			fmt.Fprintf(w, "%-28s %.3f%s\n", k, got[k], verdict(got[k], floors, k))
		}
	}
	return all, nil
}

func wanted(name string, only []string) bool {
	if len(only) == 0 {
		return true
	}
	for _, o := range only {
		if strings.HasPrefix(name, o) || strings.HasPrefix(o, name) {
			return true
		}
	}
	return false
}

func verdict(v float64, floors Scores, k string) string {
	f, ok := floors[k]
	switch {
	case !ok:
		return ""
	case v < f:
		return fmt.Sprintf("  BELOW its floor %.3f", f)
	}
	return fmt.Sprintf("  floor %.3f", f)
}

// Below are the measures of got that lie below their floor, in order.
func Below(got, floors Scores) []string {
	var out []string
	for _, k := range sorted(got) {
		if f, ok := floors[k]; ok && got[k] < f {
			out = append(out, k)
		}
	}
	return out
}

func sorted(s Scores) []string {
	var ks []string
	for k := range s {
		ks = append(ks, k)
	}
	slices.Sort(ks)
	return ks
}

// eachLine calls f with every line of a JSON-lines file, gzipped if its name ends in .gz.
func eachLine(file string, f func([]byte) error) error {
	in, err := os.Open(file)
	if err != nil {
		return err
	}
	defer in.Close()
	r := io.Reader(in)
	if strings.HasSuffix(file, ".gz") {
		if r, err = gzip.NewReader(in); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	s := bufio.NewScanner(r)
	s.Buffer(nil, 1<<26)
	for s.Scan() {
		if len(s.Bytes()) > 0 {
			if err := f(s.Bytes()); err != nil {
				return fmt.Errorf("%s: %w", file, err)
			}
		}
	}
	return s.Err()
}

// rows decodes every line of a JSON-lines file.
func rows[T any](file string) ([]T, error) {
	var out []T
	err := eachLine(file, func(b []byte) error {
		var v T
		if err := json.Unmarshal(b, &v); err != nil {
			return err
		}
		out = append(out, v)
		return nil
	})
	return out, err
}

// f1 is precision, recall and their harmonic mean.
func f1(hits, predicted, gold int) (p, r, f float64) {
	if predicted > 0 {
		p = float64(hits) / float64(predicted)
	}
	if gold > 0 {
		r = float64(hits) / float64(gold)
	}
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return p, r, f
}

// byteOffsets maps code points to bytes: element i is the byte offset of code point i, the last the length of text.
func byteOffsets(text string) []int {
	out := make([]int, 0, len(text)+1)
	for i := range text {
		out = append(out, i)
	}
	return append(out, len(text))
}
