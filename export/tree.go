package export

import (
	"bufio"
	"io"
	"strings"
	"unicode/utf8"

	"sayso/parse"
)

// A Tree prints parses for people: a sentence's text, then one line a word, indented by its depth in
// the tree, with part of speech, relation and name. Lines stay within 80 columns.
type Tree struct {
	Colour bool // dim the tags, set off the names
}

const treeWidth = 80

// Print writes every sentence of d.
func (p Tree) Print(w io.Writer, d *parse.Doc) error {
	b := bufio.NewWriter(w)
	paragraph := int32(-1)
	name := 0
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if i > 0 {
			b.WriteByte('\n')
		}
		if s.Paragraph != paragraph && paragraph >= 0 {
			b.WriteString("\n")
		}
		paragraph = s.Paragraph
		for _, l := range wrap(clean(d.Range(s.First, s.End).Text(d.Text)), treeWidth) {
			b.WriteString(l + "\n")
		}
		for t := s.First; t < s.End; t++ {
			for name < len(d.Names) && d.Names[name].End <= t {
				name++
			}
			kind := ""
			if name < len(d.Names) && d.Names[name].First <= t {
				kind = string(d.Names[name].Kind)
			}
			p.word(b, d, t, kind)
		}
	}
	return b.Flush()
}

// word writes one line: word indented by depth, tag, relation, name.
func (p Tree) word(b *bufio.Writer, d *parse.Doc, t int32, kind string) {
	depth := 0
	for h := d.Tokens[t].Head; h >= 0 && depth < 12; h = d.Tokens[h].Head {
		depth++
	}
	word := strings.Repeat("  ", depth+1) + shorten(clean(d.Word(t)), 26)
	b.WriteString(word)
	if pad := 44 - utf8.RuneCountInString(word); pad > 0 {
		b.WriteString(strings.Repeat(" ", pad))
	} else {
		b.WriteByte(' ')
	}
	k := &d.Tokens[t]
	tags := pad(k.UPOS.String(), 6) + pad(k.Label.String(), 14)
	if p.Colour {
		tags = "\x1b[2m" + tags + "\x1b[0m"
		if kind != "" {
			kind = "\x1b[1m" + kind + "\x1b[0m"
		}
	}
	line := tags + kind
	if !p.Colour {
		line = strings.TrimRight(line, " ")
	}
	b.WriteString(line + "\n")
}

func pad(s string, n int) string {
	if len(s) >= n {
		return s + " "
	}
	return s + strings.Repeat(" ", n-len(s))
}

func shorten(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	r := []rune(s)
	return string(r[:n-1]) + "…"
}

// wrap breaks s at spaces into lines of at most n runes; a longer word stands alone, cut.
func wrap(s string, n int) []string {
	var lines []string
	line, width := "", 0
	for _, w := range strings.Fields(s) {
		w = shorten(w, n)
		k := utf8.RuneCountInString(w)
		if line != "" && width+1+k > n {
			lines = append(lines, line)
			line, width = "", 0
		}
		if line != "" {
			line += " "
			width++
		}
		line += w
		width += k
	}
	return append(lines, line)
}
