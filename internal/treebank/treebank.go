// Package treebank reads Universal Dependencies treebanks (CoNLL-U) into documents.
//
// [Read] gives each document's running text as it was written, with its words, sentences and
// paragraphs and what the MISC column says, for training and for scoring. It keeps everything of the
// columns it reads and judges nothing.
package treebank

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
)

// A Document is one text of a treebank.
type Document struct {
	ID        string // newdoc id
	Text      string // sentences joined as written, paragraphs parted by a blank line
	Sentences []Sentence
}

// A Sentence is one tree.
type Sentence struct {
	Start int // byte offset of its first word in Document.Text
	Words []Word
}

// A Word is one syntactic word.
type Word struct {
	Form, Lemma, UPOS, XPOS, Feats, Label, Misc string

	Head       int  // 1-based; 0 for the root
	Start, End int  // bytes in Document.Text; words of one surface token follow each other inside it where their forms spell it
	Joined     bool // not the first word of its surface token
}

// ReadFile reads the treebank in the named file, gzipped if the name ends in .gz.
func ReadFile(name string) ([]Document, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := io.Reader(f)
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			return nil, fmt.Errorf("treebank %s: %w", name, err)
		}
	}
	docs, err := Read(r)
	if err != nil {
		return nil, fmt.Errorf("treebank %s: %w", name, err)
	}
	return docs, nil
}

// Read reads CoNLL-U. A file without "# newdoc" is one document.
func Read(r io.Reader) ([]Document, error) {
	b := builder{}
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		line := in.Text()
		switch {
		case line == "":
			b.open = false
		case line[0] == '#':
			b.comment(line)
		default:
			if err := b.word(strings.Split(line, "\t")); err != nil {
				return nil, err
			}
		}
	}
	for i := range b.docs {
		b.docs[i].Text = strings.TrimRight(b.docs[i].Text, " \n") + "\n"
	}
	return b.docs, in.Err()
}

type builder struct {
	docs      []Document
	open      bool // inside a sentence
	paragraph bool // the next word starts one
	surface   int  // number of the last word of the open surface token
	first     int  // number of its first word
	space     bool // a space follows the open surface token
}

func (b *builder) doc() *Document { return &b.docs[len(b.docs)-1] }

func (b *builder) comment(line string) {
	switch {
	case strings.HasPrefix(line, "# newdoc"):
		_, id, _ := strings.Cut(line, "= ")
		b.docs = append(b.docs, Document{ID: id})
	case strings.HasPrefix(line, "# newpar"):
		b.paragraph = true
	}
}

func (b *builder) word(c []string) error {
	if len(c) < 10 {
		return fmt.Errorf("line of %d columns: %q", len(c), strings.Join(c, " "))
	}
	if strings.Contains(c[0], ".") {
		return nil
	}
	if len(b.docs) == 0 {
		b.docs = append(b.docs, Document{})
	}
	d := b.doc()
	if !b.open {
		if b.paragraph && d.Text != "" {
			d.Text = strings.TrimRight(d.Text, " ") + "\n\n"
		}
		b.open, b.paragraph = true, false
		d.Sentences = append(d.Sentences, Sentence{Start: len(d.Text)})
	}
	if first, last, ok := strings.Cut(c[0], "-"); ok {
		b.first, _ = strconv.Atoi(first)
		b.surface, _ = strconv.Atoi(last)
		b.space = !strings.Contains(c[9], "SpaceAfter=No")
		return nil
	}
	id, err := strconv.Atoi(c[0])
	if err != nil {
		return fmt.Errorf("word number %q", c[0])
	}
	head, _ := strconv.Atoi(c[6])
	w := Word{Form: c[1], Lemma: c[2], UPOS: c[3], XPOS: c[4], Feats: c[5], Head: head, Label: c[7], Misc: c[9], Start: len(d.Text)}
	d.Text += w.Form
	w.End = len(d.Text)
	inside := id <= b.surface && b.surface > 0
	w.Joined = inside && id > b.first
	space := !strings.Contains(c[9], "SpaceAfter=No")
	if inside {
		space = id == b.surface && b.space
		if id == b.surface {
			b.surface = 0
		}
	}
	if space {
		d.Text += " "
	}
	s := &d.Sentences[len(d.Sentences)-1]
	s.Words = append(s.Words, w)
	return nil
}
