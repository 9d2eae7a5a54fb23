// Package extract finds the article in a page.
//
// [HTML] takes a page's bytes and returns an article: the body's text block by block, and what the
// page says of itself (title, authors, outlet, when published and changed, canonical address,
// language). Captions, bylines, promotions, comments and navigation are left out; nothing is
// rewritten, so the text is the page's own words with white space folded. A page without an article
// gives [ErrNoArticle]. The package fetches nothing and runs nothing of the page.
package extract

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"sayso/article"
)

// ErrNoArticle says that a page has no running text, such as a page of links or a login form.
var ErrNoArticle = errors.New("no article on the page")

// ErrTooDeep says that a page's elements are nested deeper than 512: no newspaper's are, an attack's can be.
var ErrTooDeep = errors.New("its elements are nested too deep to be a page")

// HTML is the article in page. contentType is the server's header, or ""; pageURL is where the page
// came from, or "". The article's ID is left to intake.
func HTML(page []byte, contentType, pageURL string) (*article.Article, error) {
	text, err := decode(page, contentType)
	if err != nil {
		return nil, fmt.Errorf("extract %s: %w", name(pageURL), err)
	}
	base, err := url.Parse(pageURL)
	if err != nil {
		base = &url.URL{}
	}
	root, err := html.Parse(bytes.NewReader(text))
	if err != nil {
		// x/net's parser fails for nothing else: it repairs what is broken and reads from memory.
		return nil, fmt.Errorf("extract %s: %w", name(pageURL), ErrTooDeep)
	}
	m := readMeta(root, base)
	blocks := body(root, m, base)
	if len(blocks) == 0 {
		return nil, fmt.Errorf("extract %s: %w", name(pageURL), ErrNoArticle)
	}
	a := m.article()
	a.Text, a.Blocks = join(blocks)
	if a.Credit == "" {
		a.Credit = creditLine(a.Text)
	}
	return a, nil
}

// join is the blocks' text, a blank line between blocks, and where each block lies in it.
func join(blocks []block) (string, []article.Block) {
	var b strings.Builder
	out := make([]article.Block, 0, len(blocks))
	for i := range blocks {
		if i > 0 {
			b.WriteString("\n\n")
		}
		start := b.Len()
		b.WriteString(blocks[i].text)
		out = append(out, article.Block{Span: article.Span{Start: start, End: b.Len()}, Kind: blocks[i].kind})
	}
	return b.String(), out
}

func name(pageURL string) string {
	if pageURL == "" {
		return "page"
	}
	return pageURL
}
