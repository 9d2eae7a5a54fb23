package export

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"sayso/resolve"
)

// Text prints a reading for a person: the report with numbered marks behind its statements, then each
// statement under the chain it came by, then what the report tells in its own voice. No line is
// longer than 80 cells.
type Text struct {
	Colour bool // set off sources, cues and contents: for terminals
}

const lineWidth = 80

// The colours of roles: bold for who, underlined for the cue, green for what is said.
var roleStyle = map[Role]string{RoleSource: "\x1b[1m", RoleCue: "\x1b[4m", RoleContent: "\x1b[32m"}

const plainStyle = "\x1b[0m"

// Print writes r.
func (p Text) Print(w io.Writer, r *resolve.Reading) error {
	var b strings.Builder
	p.head(&b, r)
	p.body(&b, r)
	p.tables(&b, r)
	_, err := io.WriteString(w, b.String())
	return err
}

func (p Text) head(b *strings.Builder, r *resolve.Reading) {
	a := r.Article
	if a.Title != "" {
		for _, l := range Wrap(clean(a.Title), lineWidth) {
			fmt.Fprintln(b, p.styled("\x1b[1m", l))
		}
	}
	for _, l := range Wrap(clean(Facts(r)), lineWidth) {
		if l != "" {
			fmt.Fprintln(b, p.styled("\x1b[2m", l))
		}
	}
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
}

// Facts is one line on a report: outlet, date, authors, address; what is not known is left out.
func Facts(r *resolve.Reading) string {
	a := r.Article
	var out []string
	for _, s := range []string{a.Outlet, a.Published, strings.Join(a.Authors, ", "), a.Credit, a.URL} {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, " · ")
}

// body writes the text, line by line, wrapped.
func (p Text) body(b *strings.Builder, r *resolve.Reading) {
	var line strings.Builder
	flush := func() {
		for _, l := range Wrap(line.String(), lineWidth) {
			if l != "" {
				b.WriteString(l + "\n")
			}
		}
		if strings.TrimSpace(line.String()) != "" {
			b.WriteByte('\n')
		}
		line.Reset()
	}
	for _, s := range Segments(r) {
		style := p.style(s)
		for i, part := range strings.Split(s.Text(r.Article.Text), "\n") {
			if i > 0 {
				flush()
			}
			if part = visible(part); part != "" {
				line.WriteString(style + part)
				if style != "" {
					line.WriteString(plainStyle)
				}
			}
		}
		for _, i := range s.Ends {
			line.WriteString("[" + strconv.Itoa(i+1) + "]")
		}
	}
	flush()
}

// style is the innermost statement's colour; a content inside a content looks like one.
func (p Text) style(s Segment) string {
	if !p.Colour || len(s.Roles) == 0 {
		return ""
	}
	return roleStyle[s.Roles[len(s.Roles)-1].Role]
}

func (p Text) styled(style, s string) string {
	if !p.Colour || s == "" {
		return s
	}
	return style + s + plainStyle
}

// visible is s with control characters as spaces, so that no report can steer a terminal.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, s)
}

func (p Text) tables(b *strings.Builder, r *resolve.Reading) {
	p.statements(b, Lines(r))
	own := Table{Bold: p.Colour, Columns: []Column{{"in the report's own voice", 7}, {"status", 2}, {"where", 2}, {"when", 0}, {"figures", 3}}}
	for _, o := range Owns(r) {
		own.Rows = append(own.Rows, []string{o.Words, o.Status, o.Place, o.When, o.Figures})
	}
	if len(own.Rows) > 0 {
		b.WriteByte('\n')
		own.Full().Print(b)
	}
	not := Table{Bold: p.Colour, Columns: []Column{{"who", 3}, {"did not say", 6}}}
	for _, n := range r.NonStatements {
		not.Rows = append(not.Rows, []string{sourceName(r, n.Source), n.Text(r.Article.Text)})
	}
	if len(not.Rows) > 0 {
		b.WriteByte('\n')
		not.Full().Print(b)
	}
}

// statements writes each statement under its number: the chain, what is said, then how the events
// told stand and the figures. A chain reads from the outlet to the origin, so that who merely
// repeats is told from who says it without a look at the text.
func (p Text) statements(b *strings.Builder, lines []Line) {
	if len(lines) == 0 {
		b.WriteString("No statements.\n")
		return
	}
	b.WriteString(p.styled("\x1b[1m", "Statements: who said it, on whose say-so") + "\n")
	margin := len(strconv.Itoa(len(lines))) + len("[] ")
	for i, l := range lines {
		number := "[" + strconv.Itoa(i+1) + "]"
		b.WriteString("\n" + number + strings.Repeat(" ", margin-len(number)))
		p.indented(b, margin, "\x1b[1m", l.From()+bracketed(l.Notes))
		b.WriteString(strings.Repeat(" ", margin))
		p.indented(b, margin, "", l.Says)
		if told := joined(" · ", l.Status, l.Figures); told != "" {
			b.WriteString(strings.Repeat(" ", margin))
			p.indented(b, margin, "\x1b[2m", told)
		}
	}
}

// indented writes s, of which the first line goes where b stands, the others behind a margin.
func (p Text) indented(b *strings.Builder, margin int, style, s string) {
	for i, l := range Wrap(clean(s), lineWidth-margin) {
		if i > 0 {
			b.WriteString(strings.Repeat(" ", margin))
		}
		b.WriteString(p.styled(style, l) + "\n")
	}
}

func bracketed(s string) string {
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}

// joined is the parts that are not empty, with sep between them.
func joined(sep string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), sep)
}

// sourceName is the label of the source with this id, "" for none.
func sourceName(r *resolve.Reading, id string) string {
	for i := range r.Sources {
		if r.Sources[i].ID == id {
			return sourceLabel(&r.Sources[i], r.Article.Text)
		}
	}
	return ""
}
