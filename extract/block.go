package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"sayso/article"
)

// A block is one paragraph, heading or item of the page with what is needed to judge it.
type block struct {
	kind  article.BlockKind
	text  string
	links int        // bytes of text inside links
	node  *html.Node // the element that holds it
}

func textLen(bs []block) int {
	n := 0
	for i := range bs {
		n += len(bs[i].text)
	}
	return n
}

// blocksOf are the blocks under n, in order.
func blocksOf(n *html.Node) []block {
	w := &walker{total: weigh(n)}
	w.walk(n, article.Paragraph, false)
	w.flush(article.Paragraph, n)
	return w.out
}

// walker gathers inline text until a block-level element begins or ends.
type walker struct {
	out   []block
	text  strings.Builder
	links int
	space bool // white space is due before the next word
	total int  // bytes of text under the whole container
}

// weigh is the number of bytes of text under n, white space at the ends of text nodes left out.
func weigh(n *html.Node) int {
	if n.Type == html.TextNode {
		return len(strings.TrimSpace(n.Data))
	}
	total := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Script && c.DataAtom != atom.Style {
			total += weigh(c)
		}
	}
	return total
}

func (w *walker) flush(kind article.BlockKind, n *html.Node) {
	if s := strings.TrimSpace(w.text.String()); s != "" {
		w.out = append(w.out, block{kind: kind, text: s, links: w.links, node: n})
	}
	w.text.Reset()
	w.links, w.space = 0, false
}

func (w *walker) walk(n *html.Node, kind article.BlockKind, inLink bool) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			w.add(c.Data, inLink, kind == article.Preformat)
		case html.ElementNode:
			w.element(n, c, kind, inLink)
		}
	}
}

func (w *walker) element(parent, c *html.Node, kind article.BlockKind, inLink bool) {
	switch {
	case isUnread(c):
	case isFurniture(c) && weigh(c)*3 < w.total: // a theme may call the body itself "gallery" or "hidden"
	case c.DataAtom == atom.Br:
		if brEndsBlock(c) {
			w.flush(kind, parent)
		} else {
			w.space = true
		}
	case isBlockLevel(c.DataAtom):
		w.flush(kind, parent)
		k := kindOf(c, kind)
		w.walk(c, k, inLink)
		w.flush(k, c)
	case c.DataAtom == atom.Td || c.DataAtom == atom.Th:
		w.cell(c, kind, inLink)
	default:
		w.walk(c, kind, inLink || c.DataAtom == atom.A)
	}
}

// cell reads a table's cell: a piece of its row, or, where the cell holds paragraphs or most of the
// text, a column of a page that is laid out by tables.
func (w *walker) cell(c *html.Node, kind article.BlockKind, inLink bool) {
	if weigh(c)*2 > w.total {
		w.flush(kind, c)
		w.walk(c, article.Paragraph, inLink)
		w.flush(article.Paragraph, c)
		return
	}
	w.space = true
	w.walk(c, kind, inLink)
	w.space = true
}

// brEndsBlock reports whether the line break stands for a paragraph: two in a row.
func brEndsBlock(br *html.Node) bool {
	return isBr(br, func(n *html.Node) *html.Node { return n.NextSibling }) || isBr(br, func(n *html.Node) *html.Node { return n.PrevSibling })
}

func isBr(n *html.Node, step func(*html.Node) *html.Node) bool {
	for s := step(n); s != nil; s = step(s) {
		if s.Type != html.TextNode || strings.TrimSpace(s.Data) != "" {
			return s.DataAtom == atom.Br
		}
	}
	return false
}

func (w *walker) add(s string, inLink, pre bool) {
	before := w.text.Len()
	if pre {
		w.text.WriteString(s)
	} else {
		w.addFolded(s)
	}
	if inLink {
		w.links += w.text.Len() - before
	}
}

func (w *walker) addFolded(s string) {
	words := strings.Fields(s)
	if len(words) == 0 {
		w.space = w.space || s != ""
		return
	}
	if !strings.HasPrefix(s, words[0]) {
		w.space = true
	}
	for i, f := range words {
		if (i > 0 || w.space) && w.text.Len() > 0 {
			w.text.WriteByte(' ')
		}
		w.text.WriteString(f)
	}
	w.space = !strings.HasSuffix(s, words[len(words)-1])
}

func isBlockLevel(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Header, atom.Footer, atom.Aside, atom.Nav, atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Blockquote, atom.Pre, atom.Table, atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr, atom.Hr, atom.Figure, atom.Figcaption,
		atom.Address, atom.Details, atom.Summary, atom.Center, atom.Fieldset, atom.Form, atom.Body:
		return true
	}
	return false
}

func kindOf(c *html.Node, in article.BlockKind) article.BlockKind {
	switch c.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return article.Heading
	case atom.Li, atom.Dt, atom.Dd:
		return article.ListItem
	case atom.Blockquote:
		return article.Quote
	case atom.Pre:
		return article.Preformat
	case atom.Tr:
		return article.TableRow
	}
	return in
}
