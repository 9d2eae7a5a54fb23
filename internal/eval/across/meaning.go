package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"sayso/article"
	"sayso/ledger"
	"sayso/parse"
)

// meaningText is a passage that the table of meanings is learned from: its words, and their stems.
type meaningText struct {
	Text  string   `json:"text"`
	Stems []string `json:"stems"`
}

// texts prints, one JSON object a line, the sentences and short items that ledger/data/meaning.bin is learned from. What the stories, incidents
// and events are measured on is left out, though its labels are not asked for here.
func texts() error {
	passages, err := learnedFrom()
	if err != nil {
		return err
	}
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	out := json.NewEncoder(w)
	seen := map[string]bool{}
	for _, p := range passages {
		for _, t := range append(sentences(p), short(p)...) {
			stems := ledger.Stems(t)
			if len(stems) < 3 || seen[t] {
				continue
			}
			seen[t] = true
			if err := out.Encode(meaningText{t, stems}); err != nil {
				return err
			}
		}
	}
	return glosses(func(word, gloss string) error {
		return out.Encode(meaningText{word + ": " + gloss, ledger.Stems(word)})
	})
}

// short is p where it is one of a few sentences: what a whole report is about is learned from those.
func short(p string) []string {
	if len(p) > 600 {
		return nil
	}
	return []string{p}
}

func sentences(p string) (out []string) {
	d := parse.Words(&article.Article{Text: p})
	for _, s := range d.Sentences {
		if s.First < s.End {
			out = append(out, strings.Join(strings.Fields(p[d.Tokens[s.First].Start:d.Tokens[s.End-1].End]), " "))
		}
	}
	return out
}

func learnedFrom() (out []string, err error) {
	items, err := lines[newsItem]("streams/current-events.jsonl.gz")
	if err != nil {
		return nil, err
	}
	of := itemLabels(items)
	for i, it := range items {
		if of[i] == "" || !leftOut(of[i]) {
			out = append(out, it.Text)
		}
	}
	news, err := lines[wikinews]("wikinews/articles.jsonl.gz")
	if err != nil {
		return nil, err
	}
	for _, n := range news {
		out = append(out, n.Title, n.Text)
	}
	incidents, err := lines[incident]("figures/incidents-train.jsonl.gz")
	if err != nil {
		return nil, err
	}
	for _, in := range incidents {
		if leftOut(in.Incident) {
			continue
		}
		for _, r := range in.Reports {
			out = append(out, r.Title, r.Text)
		}
	}
	for _, name := range []string{"polnear/train.jsonl.gz", "timeml/train.jsonl.gz", "figures/isaf-train.jsonl.gz"} {
		docs, err := lines[struct{ Text string }](name)
		if err != nil {
			return nil, err
		}
		for _, d := range docs {
			out = append(out, d.Text)
		}
	}
	docs, err := lines[ecbDoc]("linking/ecbplus-train.jsonl.gz")
	if err != nil {
		return nil, err
	}
	for _, d := range docs {
		if !heldOut[d.topic()] {
			text, _ := ecbText(d)
			out = append(out, text)
		}
	}
	return out, nil
}

// glosses visits each word that somebody tagged in a text for WordNet, with what its first sense is said to be.
func glosses(visit func(word, gloss string) error) error {
	for _, file := range []string{"noun", "verb", "adj", "adv"} {
		data, err := os.ReadFile(filepath.Join(*wordnetDir, "data."+file))
		if err != nil {
			return err
		}
		index, err := os.ReadFile(filepath.Join(*wordnetDir, "index."+file))
		if err != nil {
			return err
		}
		for line := range strings.Lines(string(index)) {
			f := strings.Fields(line)
			if line[0] == ' ' || strings.Contains(f[0], "_") {
				continue
			}
			pointers, _ := strconv.Atoi(f[3])
			tagged, offset := f[5+pointers], f[6+pointers]
			at, err := strconv.Atoi(offset)
			if err != nil || at >= len(data) {
				return fmt.Errorf("index.%s: %q is not at %s", file, f[0], offset)
			}
			if tagged == "0" {
				continue
			}
			line, _, _ := strings.Cut(string(data[at:]), "\n")
			_, gloss, _ := strings.Cut(line, " | ")
			gloss, _, _ = strings.Cut(gloss, "; \"")
			if err := visit(f[0], strings.TrimSpace(gloss)); err != nil {
				return err
			}
		}
	}
	return nil
}
