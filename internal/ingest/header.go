package ingest

import (
	"strings"

	"sayso/article"
	"sayso/internal/fetch"
)

// headerLines is the most lines that a block of header lines has.
const headerLines = 16

// headerFields are the names of header lines, in small letters, and the field that each fills; "" is a field that is known and not kept.
var headerFields = map[string]string{
	"title": "title", "headline": "title",
	"published": "published", "date": "published", "published on": "published", "publication date": "published", "date published": "published", "pubdate": "published",
	"modified": "modified", "updated": "modified", "last updated": "modified", "last modified": "modified", "date modified": "modified",
	"outlet": "outlet", "publisher": "outlet", "publication": "outlet", "newspaper": "outlet", "site": "outlet", "website": "outlet",
	"source": "source", "agency": "credit", "credit": "credit",
	"author": "authors", "authors": "authors", "by": "authors", "byline": "authors",
	"url": "url", "link": "url", "address": "url", "permalink": "url",
	"language": "language", "lang": "language",
	"section": "", "category": "", "categories": "", "tags": "", "keywords": "", "copyright": "", "accessed": "", "retrieved": "",
}

// header is the fields of the block of header lines that a text begins with ("Title: …", "Published: …"), and the text behind it. A block is
// lines that are all named as headerFields has them, none twice, two of them or more with one that is no title, and an empty line below; or
// the same between lines of "---". Anything else is text: "Police: nine dead", or one line "Source: Reuters" above a report.
func header(text string) (fields map[string]string, rest string) {
	fields, named := map[string]string{}, 0
	rest = strings.TrimLeft(text, "\r\n\t \u00a0\ufeff")
	fenced := strings.HasPrefix(rest, "---")
	for n := 0; n <= headerLines+2; n++ {
		line, below, more := strings.Cut(rest, "\n")
		line, rest = strings.Trim(line, "\r\t \u00a0\u200b\ufeff"), below
		switch {
		case fenced && n == 0 && line == "---":
			continue
		case fenced && line == "---", !fenced && line == "":
			rest = strings.TrimLeft(rest, "\r\n")
			if named < 2 || fields["published"]+fields["outlet"]+fields["source"]+fields["authors"]+fields["url"] == "" || strings.TrimSpace(rest) == "" {
				return nil, text
			}
			return fields, rest
		}
		name, value, ok := cutName(line)
		field, known := headerFields[name]
		if !ok || !known || !more || field != "" && fields[field] != "" {
			return nil, text
		}
		if field != "" && value != "" {
			fields[field], named = value, named+1
		}
	}
	return nil, text
}

// cutName is a header line's name, in small letters, and its value.
func cutName(line string) (name, value string, ok bool) {
	name, value, ok = strings.Cut(strings.Replace(line, "：", ":", 1), ":")
	value = strings.Trim(value, "\t \u00a0")
	if n := len(value); n > 1 && value[0] == value[n-1] && (value[0] == '"' || value[0] == '\'') {
		value = value[1 : n-1]
	}
	return strings.ToLower(strings.Trim(strings.Trim(name, "\t \u00a0"), "*_#")), strings.TrimSuffix(value, "**"), ok
}

// textFile is the article that a file of plain text holds: its fields where it begins with header lines, else the headline that it opens with.
func textFile(text, url string) *article.Article {
	fields, rest := header(text)
	a := &article.Article{URL: url, Title: rest[:article.Headline(rest)], Text: rest}
	set(&a.Title, fields["title"])
	a.Published, a.Modified, a.Language = dated(fields["published"]), dated(fields["modified"]), fields["language"]
	a.Outlet, a.Credit = fields["outlet"], fields["credit"]
	set(&a.URL, fetch.Canonical(fields["url"]))
	switch source := fields["source"]; {
	case strings.Contains(source, "://"):
		set(&a.URL, fetch.Canonical(source))
	case a.Outlet == "":
		a.Outlet = source
	default:
		set(&a.Credit, source)
	}
	for name := range strings.SplitSeq(fields["authors"], ";") {
		if name = strings.TrimSpace(name); name != "" {
			a.Authors = append(a.Authors, strings.TrimPrefix(strings.TrimPrefix(name, "By "), "by "))
		}
	}
	return a
}
