package ingest

import (
	"bytes"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"sayso/article"
)

// page is the article in an HTML page.
func page(b []byte, contentType, url string) (*article.Article, error) {
	r, err := charset.NewReader(bytes.NewReader(b), contentType)
	if err != nil {
		return nil, err
	}
	z := html.NewTokenizer(r)
	var text bytes.Buffer
	for z.Next() != html.ErrorToken {
		if t := z.Token(); t.Type == html.TextToken {
			text.WriteString(t.Data)
		}
	}
	return &article.Article{URL: url, Text: text.String()}, nil
}
