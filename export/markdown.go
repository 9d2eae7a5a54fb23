package export

import (
	"io"
	"strconv"
	"strings"

	"sayso/resolve"
)

// Markdown writes r as Markdown (CommonMark with GitHub's tables): the report with numbered marks,
// then a table of its statements and one of what it tells in its own voice.
func Markdown(w io.Writer, r *resolve.Reading) error {
	var b strings.Builder
	title := r.Article.Title
	if title == "" {
		title = "A report"
	}
	b.WriteString("# " + escapeMarkdown(title) + "\n\n")
	if f := Facts(r); f != "" {
		b.WriteString(escapeMarkdown(f) + "\n\n")
	}
	for _, s := range Segments(r) {
		for i, part := range strings.Split(s.Text(r.Article.Text), "\n") {
			if i > 0 {
				b.WriteString("\n\n")
			}
			b.WriteString(escapeMarkdown(visible(part)))
		}
		for _, i := range s.Ends {
			b.WriteString("**[" + strconv.Itoa(i+1) + "]**")
		}
	}
	b.WriteString("\n")
	if len(r.Attributions) > 0 {
		b.WriteString("\n| # | who | on whose authority | says | status | figures |\n| --- | --- | --- | --- | --- | --- |\n")
		for i, l := range Lines(r) {
			markdownRow(&b, strconv.Itoa(i+1), l.Who, l.Authority, l.Says, l.Status, l.Figures)
		}
	}
	if owns := Owns(r); len(owns) > 0 {
		b.WriteString("\n| in the report's own voice | status | where | when | figures |\n| --- | --- | --- | --- | --- |\n")
		for _, o := range owns {
			markdownRow(&b, o.Words, o.Status, o.Place, o.When, o.Figures)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func markdownRow(b *strings.Builder, cells ...string) {
	for _, c := range cells {
		b.WriteString("| " + escapeMarkdown(clean(c)) + " ")
	}
	b.WriteString("|\n")
}

// escapeMarkdown makes s stand for itself: marks, tags and the bars of tables lose their meaning,
// and so do the signs that make a line a heading or a list.
func escapeMarkdown(s string) string {
	var b strings.Builder
	for i, r := range s {
		switch r {
		case '<': // an entity, since some renderers let tags through behind a backslash
			b.WriteString("&lt;")
			continue
		case '\\', '`', '*', '_', '[', ']', '>', '|', '#', '&', '~':
			b.WriteByte('\\')
		case '-', '+', '.', ')':
			if strings.Trim(s[:i], " 0123456789") == "" {
				b.WriteByte('\\')
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}
