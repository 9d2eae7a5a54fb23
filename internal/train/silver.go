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
	"sayso/internal/syntax"
	"sayso/parse"
)

// newsFiles hold news text under the corpora's folder, one report or incident a line.
var newsFiles = []string{"polnear/train", "wikinews/articles", "figures/isaf-train", "figures/incidents-train"}

// newsSentences are the sentences of the raw news text, as words, each but once, at most most of them, in a mixed order.
func (j job) newsSentences(most int) ([][]string, error) {
	seen := map[string]bool{}
	var out [][]string
	for _, name := range newsFiles {
		texts, err := newsTexts(filepath.Join(j.corpora, name+".jsonl.gz"))
		if err != nil {
			return nil, err
		}
		for _, text := range texts {
			for _, s := range sentencesOf(text) {
				if key := fmt.Sprint(s); !seen[key] {
					seen[key] = true
					out = append(out, s)
				}
			}
		}
	}
	r := learn.Rand(17)
	mixed := make([][]string, 0, most)
	for _, i := range r.Perm(len(out)) {
		if len(mixed) < most {
			mixed = append(mixed, out[i])
		}
	}
	return mixed, nil
}

// sentencesOf are the sentences of text with 4 to 60 words.
func sentencesOf(text string) [][]string {
	d := parse.Words(&article.Article{Text: text})
	var out [][]string
	for _, s := range d.Sentences {
		if n := s.End - s.First; n < 4 || n > 60 {
			continue
		}
		var words []string
		for i := s.First; i < s.End; i++ {
			words = append(words, d.Word(i))
		}
		out = append(out, words)
	}
	return out
}

// newsTexts are the texts of a file of reports: "text" of each line, or of each of its "reports".
func newsTexts(path string) ([]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	var texts []string
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var l struct {
			Text    string
			Reports []struct{ Text string }
		}
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			return nil, fmt.Errorf("%s: %w", path, err)
		}
		if l.Text != "" {
			texts = append(texts, l.Text)
		}
		for _, r := range l.Reports {
			texts = append(texts, r.Text)
		}
	}
	return texts, lines.Err()
}

// silverTrees are a committee's trees for news sentences, less those it is least sure of.
func silverTrees(c *syntax.Committee, sentences [][]string) []syntax.Tree {
	const least = 0.8 // mean probability of a move; leaves out about the worst twentieth
	var trees []syntax.Tree
	for _, words := range sentences {
		if t, sure := c.Tree(words); sure >= least {
			trees = append(trees, t)
		}
	}
	return trees
}
