package extract

import (
	"encoding/json"
	"html"
	"net/url"
	"strings"

	nethtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"sayso/article"
)

// meta is what a page says of itself. Of several answers the first stands, in the order in which
// readMeta asks: JSON-LD (https://schema.org/NewsArticle), meta elements (Open Graph, article:*,
// Dublin Core, Parse.ly), then the page's own elements.
type meta struct {
	url, outlet, title, published, modified, language, credit string

	authors  []string
	bodyText string   // JSON-LD articleBody: the publisher's own copy of the body, where it gives one
	headings []string // first h1 and title element
}

func (m *meta) article() *article.Article {
	return &article.Article{URL: m.url, Outlet: m.outlet, Title: m.title, Authors: m.authors, Credit: m.credit,
		Published: m.published, Modified: m.modified, Language: m.language}
}

// readMeta is what a page's head, its structured data and its marked-up parts say of the article.
func readMeta(root *nethtml.Node, base *url.URL) *meta {
	m := &meta{}
	var ld []*nethtml.Node
	tags := map[string]string{}
	var page pageFacts
	each(root, func(n *nethtml.Node) bool {
		switch n.DataAtom {
		case atom.Script:
			if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") {
				ld = append(ld, n)
			}
			return false
		case atom.Meta:
			readTag(n, tags)
		default:
			page.see(n)
		}
		return true
	})
	for _, n := range ld {
		if n.FirstChild != nil {
			m.readLD(n.FirstChild.Data)
		}
	}
	m.readTags(tags)
	m.readPage(&page, base)
	m.tidy(base)
	return m
}

func readTag(n *nethtml.Node, tags map[string]string) {
	for _, k := range []string{"property", "name", "itemprop"} {
		if key := strings.ToLower(attr(n, k)); key != "" {
			if v := fold(attr(n, "content")); v != "" && tags[key] == "" {
				tags[key] = v
			}
			return
		}
	}
}

// readLD takes what a JSON-LD block says of an article. Blocks that are no JSON are passed over:
// they are common, and the page says the same elsewhere.
func (m *meta) readLD(s string) {
	var v any
	if json.Unmarshal([]byte(s), &v) != nil {
		s = strings.Map(func(r rune) rune { return max(r, ' ') }, s) // raw line breaks inside strings
		if json.Unmarshal([]byte(s), &v) != nil {
			return
		}
	}
	m.walkLD(v, 0)
}

func (m *meta) walkLD(v any, depth int) {
	if depth > 8 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			m.walkLD(x, depth+1)
		}
	case map[string]any:
		if isArticleType(v["@type"]) {
			m.takeLD(v)
			return
		}
		for _, k := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			m.walkLD(v[k], depth+1)
		}
	}
}

func isArticleType(v any) bool {
	switch v := v.(type) {
	case string:
		return strings.HasSuffix(v, "Article") || strings.HasSuffix(v, "Posting") || v == "Report"
	case []any:
		for _, x := range v {
			if isArticleType(x) {
				return true
			}
		}
	}
	return false
}

func (m *meta) takeLD(v map[string]any) {
	first(&m.title, ldText(v["headline"]), ldText(v["name"]))
	first(&m.published, Time(ldText(v["datePublished"])), Time(ldText(v["dateCreated"])))
	first(&m.modified, Time(ldText(v["dateModified"])))
	first(&m.outlet, ldText(v["publisher"]))
	first(&m.language, ldText(v["inLanguage"]))
	first(&m.url, ldURL(v["mainEntityOfPage"]), ldURL(v["url"]))
	if len(m.authors) == 0 {
		m.authors = ldNames(v["author"])
	}
	if b, ok := v["articleBody"].(string); ok && len(b) > len(m.bodyText) {
		m.bodyText = html.UnescapeString(b)
	}
}

// ldText is v's text, or its name where v is a thing, or that of its first element.
func ldText(v any) string {
	switch v := v.(type) {
	case string:
		return fold(html.UnescapeString(v))
	case map[string]any:
		if s := ldText(v["name"]); s != "" {
			return s
		}
		return ldText(v["@value"])
	case []any:
		if len(v) > 0 {
			return ldText(v[0])
		}
	}
	return ""
}

func ldURL(v any) string {
	if m, ok := v.(map[string]any); ok {
		return ldURL(m["@id"])
	}
	if s, ok := v.(string); ok && strings.HasPrefix(s, "http") {
		return s
	}
	return ""
}

func ldNames(v any) []string {
	if list, ok := v.([]any); ok {
		var out []string
		for _, x := range list {
			out = append(out, ldNames(x)...)
		}
		return out
	}
	return bylineNames(ldText(v))
}

func (m *meta) readTags(t map[string]string) {
	first(&m.title, t["og:title"], t["twitter:title"], t["parsely-title"], t["dc.title"], t["headline"])
	for _, k := range []string{"article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "dc.date.issued", "dc.date",
		"dcterms.created", "date", "pubdate", "publish-date", "publishdate", "sailthru.date"} {
		first(&m.published, Time(t[k]))
	}
	for _, k := range []string{"article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified"} {
		first(&m.modified, Time(t[k]))
	}
	first(&m.outlet, t["og:site_name"], t["application-name"], t["dc.publisher"], t["publisher"])
	first(&m.url, t["og:url"])
	first(&m.language, t["og:locale"], t["dc.language"])
	for _, k := range []string{"author", "article:author", "parsely-author", "dc.creator", "byl", "sailthru.author"} {
		if v := t[k]; len(m.authors) == 0 && v != "" && !strings.HasPrefix(v, "http") {
			m.authors = bylineNames(v)
		}
	}
}

// pageFacts is what the page's own elements say.
type pageFacts struct {
	title, h1, canonical, lang, published, byline string
}

func (p *pageFacts) see(n *nethtml.Node) {
	switch n.DataAtom {
	case atom.Html:
		p.lang = attr(n, "lang")
	case atom.Title:
		first(&p.title, innerText(n))
	case atom.H1:
		first(&p.h1, innerText(n))
	case atom.Link:
		if strings.EqualFold(attr(n, "rel"), "canonical") {
			first(&p.canonical, attr(n, "href"))
		}
	case atom.Time:
		first(&p.published, Time(attr(n, "datetime")))
	}
	if p.byline == "" && (attr(n, "rel") == "author" || strings.Contains(attr(n, "itemprop"), "author") || hasClassWord(n, "byline", "author-name", "article-author")) {
		if s := innerText(n); len(s) < 120 {
			p.byline = s
		}
	}
}

func (m *meta) readPage(p *pageFacts, base *url.URL) {
	first(&m.title, p.h1, p.title)
	m.headings = []string{p.h1, p.title}
	first(&m.published, p.published, dateInPath(base.Path))
	if p.canonical != "" {
		m.url = p.canonical
	}
	if p.lang != "" {
		m.language = p.lang // og:locale is often the theme's, the root's lang seldom
	}
	if len(m.authors) == 0 {
		m.authors = bylineNames(p.byline)
	}
}

func (m *meta) tidy(base *url.URL) {
	m.language = strings.ReplaceAll(m.language, "_", "-")
	if strings.EqualFold(m.language, "english") {
		m.language = "en"
	}
	m.url = absolute(m.url, base)
	if u, err := url.Parse(m.url); m.outlet == "" && err == nil {
		m.outlet = strings.TrimPrefix(u.Hostname(), "www.")
	}
	m.title = withoutSite(m.title, m.outlet)
	for _, a := range m.authors {
		first(&m.credit, agency(a))
	}
}

// absolute is ref resolved against base without its fragment; base itself where ref is no web address.
func absolute(ref string, base *url.URL) string {
	u, err := base.Parse(ref)
	if err != nil || ref == "" || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		u = base
	}
	if u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	clean := *u
	clean.Fragment = ""
	return clean.String()
}

// withoutSite is title without a trailing " | Outlet" or " - Outlet".
func withoutSite(title, outlet string) string {
	for _, sep := range []string{" | ", " - ", " – ", " — ", " :: "} {
		if i := strings.LastIndex(title, sep); i > 0 && outlet != "" {
			tail, o := strings.ToLower(title[i+len(sep):]), strings.ToLower(outlet)
			if strings.Contains(tail, o) || strings.Contains(o, tail) {
				return strings.TrimSpace(title[:i])
			}
		}
	}
	return title
}

// first sets *p to the first of vs that is not empty, unless *p has a value.
func first(p *string, vs ...string) {
	for _, v := range vs {
		if *p != "" {
			return
		}
		*p = v
	}
}
