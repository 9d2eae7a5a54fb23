package export

import (
	"html"
	"io"
	"strconv"
	"strings"

	"sayso/resolve"
)

// HTML writes readings as one page that stands by itself: no script, nothing loaded from elsewhere,
// light and dark, printable. Call Begin, then Report for each reading, then End; or Report into
// buffers from several goroutines and write those between.
type HTML struct{}

// Begin writes what stands before the first report.
func (HTML) Begin(w io.Writer, title string) error {
	_, err := io.WriteString(w, `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="sayso">
<title>`+html.EscapeString(title)+`</title>
<style>`+pageStyle+`</style>
<main>
`)
	return err
}

// End writes what stands behind the last report.
func (HTML) End(w io.Writer) error {
	_, err := io.WriteString(w, "</main>\n</html>\n")
	return err
}

// Report writes one report: its text with the statements highlighted, and the tables.
func (HTML) Report(w io.Writer, r *resolve.Reading) error {
	b := &strings.Builder{}
	prefix := "r" + html.EscapeString(r.Article.ID) + "-"
	b.WriteString("<article lang=\"" + html.EscapeString(language(r)) + "\">\n<header>\n")
	if r.Article.Title != "" {
		b.WriteString("<h1>" + html.EscapeString(r.Article.Title) + "</h1>\n")
	}
	if f := Facts(r); f != "" {
		b.WriteString("<p class=facts>" + html.EscapeString(f) + "</p>\n")
	}
	b.WriteString("</header>\n<div class=text>\n<p>")
	lines := Lines(r)
	for _, s := range Segments(r) {
		htmlSegment(b, r, s, lines, prefix)
	}
	b.WriteString("</p>\n</div>\n")
	htmlTables(b, r, lines, prefix)
	b.WriteString("</article>\n")
	// Blank lines of the text have made empty paragraphs.
	_, err := io.WriteString(w, strings.ReplaceAll(b.String(), "<p></p>\n", ""))
	return err
}

func language(r *resolve.Reading) string {
	if r.Article.Language != "" {
		return r.Article.Language
	}
	return "en"
}

// htmlSegment writes one run of text; a line's end ends the paragraph, and with it the run's mark.
func htmlSegment(b *strings.Builder, r *resolve.Reading, s Segment, lines []Line, prefix string) {
	open, end := "", ""
	if len(s.Roles) > 0 {
		inner := s.Roles[len(s.Roles)-1]
		l := lines[inner.Attribution]
		hover := l.From()
		if l.Status != "" {
			hover += " · " + l.Status
		}
		if l.Figures != "" {
			hover += " · " + l.Figures
		}
		open, end = "<span class="+string(inner.Role)+" title=\""+html.EscapeString(hover)+"\">", "</span>"
	}
	for i, part := range strings.Split(s.Text(r.Article.Text), "\n") {
		if i > 0 {
			b.WriteString("</p>\n<p>")
		}
		if part = visible(part); strings.TrimSpace(part) != "" {
			b.WriteString(open + html.EscapeString(part) + end)
		} else if part != "" && i == 0 {
			b.WriteByte(' ')
		}
	}
	for _, i := range s.Ends {
		n := strconv.Itoa(i + 1)
		b.WriteString("<sup id=\"" + prefix + "m" + n + "\"><a href=\"#" + prefix + "s" + n + "\">" + n + "</a></sup>")
	}
}

// htmlTables writes the tables of statements, events and figures below the text.
func htmlTables(b *strings.Builder, r *resolve.Reading, lines []Line, prefix string) {
	if len(lines) > 0 {
		b.WriteString("<table>\n<thead><tr><th>#<th>Who<th>On whose authority<th>Says<th>Status<th>Figures</tr></thead>\n<tbody>\n")
		for i, l := range lines {
			n := strconv.Itoa(i + 1)
			b.WriteString("<tr id=\"" + prefix + "s" + n + "\"><td><a href=\"#" + prefix + "m" + n + "\">" + n + "</a>")
			says := l.Says
			if l.Notes != "" {
				says += " (" + l.Notes + ")"
			}
			htmlCells(b, l.Who, l.Authority, says, l.Status, l.Figures)
		}
		b.WriteString("</tbody>\n</table>\n")
	}
	if owns := Owns(r); len(owns) > 0 {
		b.WriteString("<table>\n<thead><tr><th>In the report’s own voice<th>Status<th>Where<th>When<th>Figures</tr></thead>\n<tbody>\n")
		for _, o := range owns {
			b.WriteString("<tr>")
			htmlCells(b, o.Words, o.Status, o.Place, o.When, o.Figures)
		}
		b.WriteString("</tbody>\n</table>\n")
	}
	if len(r.NonStatements) > 0 {
		b.WriteString("<table>\n<thead><tr><th>Who<th>Did not say</tr></thead>\n<tbody>\n")
		for _, n := range r.NonStatements {
			b.WriteString("<tr>")
			htmlCells(b, sourceName(r, n.Source), n.Text(r.Article.Text))
		}
		b.WriteString("</tbody>\n</table>\n")
	}
}

func htmlCells(b *strings.Builder, cells ...string) {
	for _, c := range cells {
		b.WriteString("<td>" + html.EscapeString(c))
	}
	b.WriteString("</tr>\n")
}

const pageStyle = `
:root{color-scheme:light dark;--paper:#fdfcf9;--ink:#1c1b19;--faint:#6b675f;--rule:#d9d5cb;--said:#dcebf7;--who:#8a3b12;--cue:#5b6770}
@media(prefers-color-scheme:dark){:root{--paper:#191817;--ink:#e9e6df;--faint:#a19c91;--rule:#3a3833;--said:#1d3850;--who:#f0a878;--cue:#9fb0bd}}
body{margin:0;background:var(--paper);color:var(--ink);font:1.06rem/1.6 Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,serif}
main{max-width:70ch;margin:0 auto;padding:3rem 1.25rem 5rem}
article+article{margin-top:5rem;border-top:3px double var(--rule);padding-top:3rem}
h1{font-size:1.9rem;line-height:1.2;margin:0 0 .5rem}
.facts,table,sup{font-family:system-ui,sans-serif}
.facts{color:var(--faint);font-size:.85rem;margin:0 0 2rem}
.content{background:var(--said);box-decoration-break:clone;-webkit-box-decoration-break:clone;padding:.1em 0}
.source{color:var(--who);font-weight:600}
.cue{color:var(--cue);text-decoration:underline dotted}
sup{font-size:.65rem;line-height:0}sup a{text-decoration:none;padding:0 .15em}
table{border-collapse:collapse;width:100%;font-size:.82rem;line-height:1.4;margin-top:2.5rem}
th{text-align:left;color:var(--faint);font-weight:600;border-bottom:2px solid var(--rule);padding:.4rem .6rem .4rem 0}
td{vertical-align:top;border-bottom:1px solid var(--rule);padding:.45rem .6rem .45rem 0}
:target{outline:2px solid var(--who);outline-offset:2px}
@media print{body{background:none;font-size:10.5pt}main{max-width:none;padding:0}.content{background:none;border-bottom:1px solid}a{color:inherit;text-decoration:none}}
`
