package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// isUnread reports whether nothing under c is ever the article's text: what is run, drawn or filled in, and captions.
func isUnread(c *html.Node) bool {
	switch c.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Object, atom.Embed, atom.Svg, atom.Video, atom.Audio, atom.Canvas, atom.Picture, atom.Img,
		atom.Button, atom.Input, atom.Select, atom.Textarea, atom.Nav, atom.Figcaption, atom.Dialog, atom.Head, atom.Title:
		return true
	}
	return false
}

// isFurniture reports whether c is hidden, stands beside the body by its element, or says by its
// class that it is no part of it.
func isFurniture(c *html.Node) bool {
	switch c.DataAtom {
	case atom.Form, atom.Footer, atom.Aside:
		return true
	}
	for i := range c.Attr {
		switch a := &c.Attr[i]; a.Key {
		case "hidden":
			return true
		case "aria-hidden":
			if a.Val == "true" && c.DataAtom != atom.A {
				return true
			}
		case "style":
			if strings.Contains(strings.ReplaceAll(a.Val, " ", ""), "display:none") {
				return true
			}
		case "class", "id", "role", "itemprop":
			for _, name := range strings.Fields(a.Val) {
				if isFurnitureName(name) {
					return true
				}
			}
		}
	}
	return false
}

// furniture are the words of class and id names that mark what is not the article's text.
var furniture = wordSet(`
ad ads advert advertisement advertising adslot sponsor sponsored promo promotion promoted newsletter subscribe subscription signup paywall
share sharing social socials sharebar addthis sharedaddy
related recommended recommendations recirc trending outbrain taboola zergnet mostread popular morefrom seealso readmore furtherreading
comment comments disqus commentlist respond
caption captions wpcaption credit photocredit imagecaption
byline bylines author authors authorbio bio timestamp dateline pubdate postdate postmeta entrymeta articlemeta
breadcrumb breadcrumbs nav navigation pagination pager menu sidebar widget toolbar
tags taglist topics hashtags categories
copyright disclaimer legal
screenreader visuallyhidden sronly hidden
carousel lightbox
cookie consent gdpr popup modal tooltip
rating votes poll`)

// bodyWords in a class name say that the element holds or lays out the body, whatever else its name says.
var bodyWords = wordSet(`body content text main page no has without with not is layout wrap wrapper grid col column container article story post entry`)

// isFurnitureName reports whether a class name speaks of furniture and not of the body: "tag-list",
// "photo_credit", "shareBar", but not "article-with-sidebar".
func isFurnitureName(name string) bool {
	words := classWords(name)
	hit := false
	for i, w := range words {
		if bodyWords[w] && !(w == "article" || w == "story" || w == "post" || w == "entry") {
			return false
		}
		hit = hit || furniture[w] || i+1 < len(words) && furniture[w+words[i+1]]
	}
	return hit
}

// classWords are the lower-cased words of a class name, parted at hyphens, underscores and humps.
func classWords(name string) []string {
	var out []string
	start := 0
	flush := func(end int) {
		if end > start {
			out = append(out, strings.ToLower(name[start:end]))
		}
	}
	for i := 0; i < len(name); i++ {
		c := name[i]
		switch {
		case c == '-' || c == '_' || c == ':' || c == '.':
			flush(i)
			start = i + 1
		case c >= 'A' && c <= 'Z' && i > start && name[i-1] >= 'a' && name[i-1] <= 'z':
			flush(i)
			start = i
		}
	}
	flush(len(name))
	return out
}
