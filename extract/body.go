package extract

import (
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"sayso/article"
)

// minBody is the least text, in bytes, that an element marked as the article's body must hold to be
// believed: paywall stubs and teasers are marked alike.
const minBody = 250

// body is the article's blocks. A container that the page itself marks as the article's body is
// taken first; else readability chooses one. The blocks are then judged one by one. Where the page's
// elements hold less than two thirds of the body that its JSON-LD gives, the latter stands: scripts
// would have filled the page from it.
func body(root *html.Node, m *meta, base *url.URL) []block {
	bs := fromMarked(root, m)
	if bs == nil {
		bs = fromReadability(root, m, base)
	}
	if ld := fromLD(m); textLen(ld) >= minBody && textLen(bs)*3 < textLen(ld)*2 {
		return ld
	}
	return bs
}

func fromMarked(root *html.Node, m *meta) []block {
	var bs []block
	for _, n := range markedBody(root) {
		bs = append(bs, blocksOf(n)...)
	}
	if bs = judge(bs, m); textLen(bs) < minBody {
		return nil
	}
	return bs
}

func fromReadability(root *html.Node, m *meta, base *url.URL) []block {
	p := readability.NewParser()
	p.KeepClasses = true
	p.DisableJSONLD = true
	got, err := p.ParseAndMutate(root, base)
	if err != nil || got.Node == nil {
		return nil
	}
	setAtoms(got.Node)
	return judge(blocksOf(got.Node), m)
}

// setAtoms gives the elements that readability made itself the atom of their name.
func setAtoms(n *html.Node) {
	if n.Type == html.ElementNode && n.DataAtom == 0 {
		n.DataAtom = atom.Lookup([]byte(n.Data))
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		setAtoms(c)
	}
}

// fromLD is the JSON-LD articleBody, parted at its line breaks. A body with markup in it is read as a fragment of a page.
func fromLD(m *meta) []block {
	if strings.Contains(m.bodyText, "</") {
		if n, err := html.Parse(strings.NewReader(m.bodyText)); err == nil {
			return judge(blocksOf(n), m)
		}
	}
	var bs []block
	for _, l := range strings.Split(m.bodyText, "\n") {
		if l = fold(l); l != "" {
			bs = append(bs, block{kind: article.Paragraph, text: l, node: &html.Node{DataAtom: atom.P}})
		}
	}
	return judge(bs, m)
}

// markedBody are the outermost elements that carry itemprop="articleBody".
func markedBody(root *html.Node) []*html.Node {
	var out []*html.Node
	each(root, func(n *html.Node) bool {
		if strings.EqualFold(attr(n, "itemprop"), "articleBody") && n.DataAtom != atom.Meta {
			out = append(out, n)
			return false
		}
		return true
	})
	return out
}
