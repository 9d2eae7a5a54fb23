package treebank

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"strings"
)

// A NamedText is a text with the names that a corpus of columns marks in it.
type NamedText struct {
	Text  string
	Spans []NamedSpan
}

// A NamedSpan is a name: bytes [Start, End) and the corpus's label.
type NamedSpan struct {
	Start, End int
	Label      string
}

// ReadColumns reads a gzipped file of "word … label" lines, labels in IOB or IOB2, a blank line after each
// sentence (wikigold, re3d). The words are set as running text; fifty sentences, each a paragraph, make
// a text.
func ReadColumns(path string) ([]NamedText, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	b := columns{start: -1}
	in := bufio.NewScanner(z)
	for in.Scan() {
		if c := strings.Fields(in.Text()); len(c) >= 2 {
			b.word(c[0], c[len(c)-1])
		} else {
			b.sentence()
		}
	}
	b.close()
	return append(b.out, b.now), in.Err()
}

type columns struct {
	out   []NamedText
	now   NamedText
	label string // of the open name
	start int    // of the open name; -1 if none is open
	count int    // sentences read
}

func (b *columns) close() {
	if b.start >= 0 {
		b.now.Spans = append(b.now.Spans, NamedSpan{b.start, len(b.now.Text), b.label})
	}
	b.start = -1
}

func (b *columns) sentence() {
	b.close()
	b.count++
	if b.count%50 == 0 {
		b.out, b.now = append(b.out, b.now), NamedText{}
	} else if b.now.Text != "" {
		b.now.Text += "\n\n"
	}
}

func (b *columns) word(word, label string) {
	if label == "O" || label[0] == 'B' || label[2:] != b.label {
		b.close()
	}
	if !tight(b.now.Text, word) {
		b.now.Text += " "
	}
	if label != "O" && b.start < 0 {
		b.start, b.label = len(b.now.Text), label[2:]
	}
	b.now.Text += word
}

// tight reports whether word was written to the text before it.
func tight(text, word string) bool {
	switch word {
	case ".", ",", ";", ":", "?", "!", ")", "'s", "’s", "n't", "'", "%", "-":
		return true
	}
	return text == "" || strings.HasSuffix(text, "(") || strings.HasSuffix(text, "$") || strings.HasSuffix(text, "\n") || strings.HasSuffix(text, "-")
}
