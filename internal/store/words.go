package store

import (
	"strings"
	"unicode"

	"sayso/resolve"
)

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// splitWords cuts s at white space and control characters outside double quotes. An open quotation runs to the end.
func splitWords(s string) []string {
	var out []string
	var b strings.Builder
	quoted := false
	for _, r := range s {
		if unicode.IsControl(r) {
			r = ' ' // no word has one, and a query that holds a NUL ends there
		}
		if r == '"' {
			quoted = !quoted
		}
		if unicode.IsSpace(r) && !quoted {
			if b.Len() > 0 {
				out = append(out, b.String())
				b.Reset()
			}
			continue
		}
		b.WriteRune(r)
	}
	if b.Len() > 0 {
		out = append(out, b.String())
	}
	return out
}

// A term is one thing that the user looks for: a word, or several in quotation marks.
type term struct {
	words  string
	not    bool // with - before it: it must not occur
	prefix bool // with * behind it: beginnings of words too
}

// terms is what the user looks for. What has no letter and no digit is left out.
func terms(s string) []term {
	var out []term
	for _, w := range splitWords(s) {
		bare := strings.TrimLeft(w, "-")
		t := term{words: strings.Trim(bare, `*"`), not: bare != w, prefix: strings.HasSuffix(bare, "*")}
		if strings.ContainsFunc(t.words, isWordRune) {
			out = append(out, t)
		}
	}
	return out
}

// divided is the terms that must and those that must not occur.
func divided(s string) (must, not []term) {
	for _, t := range terms(s) {
		if t.not {
			not = append(not, t)
		} else {
			must = append(must, t)
		}
	}
	return must, not
}

// quoted is the term in FTS5's language, in quotation marks, so that no input is a syntax error.
func (t term) quoted() string {
	q := `"` + strings.ReplaceAll(t.words, `"`, `""`) + `"`
	if t.prefix {
		q += "*"
	}
	return q
}

// sourceKey is the key of a source: its name, or the words for it, in lower case with hyphens
// ("ana-ruiz", "the-ministry"); for one unnamed after "unnamed:", so that alike descriptions in two
// reports stand on one page, which does not say that they are one person.
func sourceKey(s *resolve.Source, label string) string {
	if s.Anonymous {
		return "unnamed:" + slug(label)
	}
	return slug(label)
}

// slug is the letters and digits of s in lower case with one hyphen for every run of others.
func slug(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range s {
		if !isWordRune(r) {
			gap = r != '\'' && r != '’' && r != '.'
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteRune(unicode.ToLower(r))
	}
	if b.Len() == 0 {
		return "-"
	}
	return b.String()
}

// SourceLabel is a source's name, else the words for it.
func SourceLabel(s *resolve.Source, text string) string {
	switch {
	case s.Name != "":
		return s.Name
	case s.Description == "" && len(s.Mentions) > 0:
		return s.Mentions[0].Span.Text(text)
	}
	return s.Description
}

// SourceKey is the key under which a store lists a source of a report with this text.
func SourceKey(s *resolve.Source, text string) string { return sourceKey(s, SourceLabel(s, text)) }
