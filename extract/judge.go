package extract

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"sayso/article"
)

// judge keeps the blocks that are the article's text.
func judge(bs []block, m *meta) []block {
	var out []block
	for i := range bs {
		if !isLinkBlock(&bs[i]) && !isPromo(bs[i].text, bs[i].links) {
			out = append(out, bs[i])
		}
	}
	return trimTail(dropScraps(trimHead(out, m)), m)
}

// isSentence reports whether a block reads as running text: it is long, or ends as a sentence or a quotation does.
func isSentence(t string) bool {
	if len(t) >= 140 {
		return true
	}
	if len(t) < 12 {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(t, " )]"))
	return strings.ContainsRune(".!?\"”’'»:;…。", r) && strings.Contains(t, " ")
}

// dropScraps drops short blocks that are no sentence: labels, prices, names of sections. One beside
// running text can be a subheading or a line of verse, and stays if the page sets it as a paragraph
// of its own; so do headings over text, items of lists and rows of tables.
func dropScraps(bs []block) []block {
	var out []block
	for i := range bs {
		if keepsPlace(bs, i) {
			out = append(out, bs[i])
		}
	}
	return out
}

func keepsPlace(bs []block, i int) bool {
	b := &bs[i]
	if isSentence(b.text) {
		return true
	}
	if l := letters(b.text); l == "" || b.kind == article.Paragraph && strings.Trim(l, "0123456789") == "" { // a rule drawn with underscores or stars; a score, a page number
		return false
	}
	switch b.kind {
	case article.TableRow:
		return b.links*2 < len(b.text) // navigation laid out as a table
	case article.Preformat, article.ListItem:
		return true
	case article.Heading:
		return i+1 < len(bs)
	}
	prev, next := i > 0 && isSentence(bs[i-1].text), i+1 < len(bs) && isSentence(bs[i+1].text)
	own := isOwnParagraph(b.node)
	return own && prev && next || own && (prev || next) && len(b.text) > 40
}

// isOwnParagraph reports whether n is a paragraph or set in bold.
func isOwnParagraph(n *html.Node) bool {
	return n.DataAtom == atom.P || n.DataAtom == atom.Blockquote || n.FirstChild != nil && (n.FirstChild.DataAtom == atom.B || n.FirstChild.DataAtom == atom.Strong)
}

// isLinkBlock reports whether b is all link: an item of a "related" list, a teaser.
func isLinkBlock(b *block) bool {
	if b.links*10 < len(b.text)*8 {
		return false
	}
	if b.kind == article.ListItem || b.kind == article.Heading {
		return true
	}
	return len(b.text) < 200 && !strings.ContainsAny(b.text[len(b.text)-1:], ".!?\"")
}

// promos are the openings of lines that sell or point elsewhere, or that belong to pictures.
var promos = []string{
	"advertisement", "sponsored", "read more", "read also", "also read", "read next", "see also", "see more", "related:", "related articles", "related stories", "more:", "more on this", "more from",
	"recommended", "you may also like", "don't miss", "click here", "sign up", "subscribe", "newsletter", "get the latest", "download the", "follow us", "follow @", "like us on", "join us on", "share this", "share on", "tweet this",
	"listen to this", "watch:", "video:", "photos:", "gallery:", "image:", "photo:", "photo by", "image by", "picture:", "(photo", "getty images", "story continues below", "article continues below", "continue reading", "loading", "skip to",
	"copyright ©", "copyright (c)", "© ", "this material may not be published", "image copyright", "image caption", "media caption", "filed under", "tags:", "topics:", "view comments", "comments", "leave a comment", "print this", "email this",
	"must read:", "read:", "powered by", "this article originally appeared", "this story originally appeared", "this article was originally published", "read the full story", "what to read next", "editor's picks", "trending now", "most read", "most popular", "top stories",
}

// isPromo reports whether a short block opens as promotion or as a notice.
func isPromo(text string, links int) bool {
	if len(text) > 220 {
		return false
	}
	t := strings.ToLower(strings.ReplaceAll(text, "’", "'"))
	for _, p := range promos {
		if strings.HasPrefix(t, p) && (len(t) == len(p) || links*2 > len(text) || strings.HasSuffix(p, ":") || len(text) < 60) {
			return true
		}
	}
	return strings.Contains(t, "all rights reserved") || isBoxed(t) || isPictureCredit(t)
}

// isBoxed reports whether a lower-cased line is a pointer set in brackets: "[Get our briefing in your inbox.]".
func isBoxed(t string) bool {
	return strings.HasPrefix(t, "[") && strings.HasSuffix(t, "]") || strings.Contains(t, "in your inbox") || strings.Contains(t, "our newsletter")
}

// isPictureCredit reports whether a lower-cased short line ends or opens with who took a picture.
func isPictureCredit(t string) bool {
	for _, p := range []string{"photograph:", "(getty images)", "/getty images", "photo credit", "crédits photos", "(ap photo", "/ap)", "/reuters)", "/afp)"} {
		if strings.Contains(t, p) {
			return true
		}
	}
	return false
}

// trimHead drops title, byline and date above the first paragraph, and a byline below a standfirst.
func trimHead(bs []block, m *meta) []block {
	isHead := func(t string) bool {
		return sameTitle(t, m.title) || sameTitle(t, m.headings[0]) || isByline(t, m.authors) || isDateLine(t)
	}
	for len(bs) > 1 && isHead(bs[0].text) {
		bs = bs[1:]
	}
	for i := 1; i < len(bs) && i < 4; i++ {
		if isByline(bs[i].text, m.authors) || isDateLine(bs[i].text) {
			bs = append(bs[:i:i], bs[i+1:]...)
			i--
		}
	}
	return bs
}

func sameTitle(t, title string) bool {
	return title != "" && len(t) < 300 && letters(t) == letters(title)
}

// trimTail drops what stands after the last paragraph: headings over nothing, link lines, contacts.
func trimTail(bs []block, m *meta) []block {
	for len(bs) > 1 {
		b := &bs[len(bs)-1]
		l := strings.ToLower(b.text)
		switch {
		case b.kind == article.Heading, len(b.text) < 4, len(b.text) < 120 && b.links*10 > len(b.text)*6, isContact(l), isAuthorNote(b.text, m.authors), strings.Contains(l, "first published") && len(l) < 100 && strings.ContainsAny(l, "0123456789"):
			bs = bs[:len(bs)-1]
		default:
			return bs
		}
	}
	return bs
}

// isContact reports whether a closing line tells how to reach or follow the writer.
func isContact(l string) bool {
	if len(l) > 400 {
		return false
	}
	for _, p := range []string{"follow him on", "follow her on", "follow them on", "follow me on", "follow us on", "can be reached at", "email him at", "email her at"} {
		if strings.Contains(l, p) {
			return true
		}
	}
	return strings.HasPrefix(l, "contact ") && strings.Contains(l, "@") || strings.HasPrefix(l, "follow ") && strings.Contains(l, "twitter")
}

// isAuthorNote reports whether a short closing line says who the author is: "Ana Ruiz is the political editor".
func isAuthorNote(t string, authors []string) bool {
	if len(t) > 260 {
		return false
	}
	for _, a := range authors {
		if rest, ok := strings.CutPrefix(strings.ToLower(t), strings.ToLower(a)+" "); ok && (strings.HasPrefix(rest, "is ") || strings.HasPrefix(rest, "covers ") || strings.HasPrefix(rest, "writes ") || strings.HasPrefix(rest, "reports ")) {
			return true
		}
	}
	return false
}
