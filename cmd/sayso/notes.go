package main

import (
	"fmt"
	"io"
	"strings"

	"sayso/export"
)

// Notes is what reports say together as text for a person, no line longer than 80 cells. Words stand with where
// they are from: the outlet, the day, and an id that sayso show takes.
type notes struct{ strings.Builder }

// How much of a list is printed; --format json has the rest.
const (
	mostNotes = 12
	noteWidth = 80
)

func (n *notes) writeTo(w io.Writer) error {
	_, err := io.WriteString(w, n.String())
	return err
}

// field is one named value; nothing where it is empty.
func (n *notes) field(name, value string) {
	if strings.TrimSpace(value) == "" {
		return
	}
	fmt.Fprintf(n, "%-12s  %s\n", name, strings.Join(export.Wrap(export.Clean(value), noteWidth-14), "\n"+strings.Repeat(" ", 14)))
}

func (n *notes) section(title string) {
	fmt.Fprintf(n, "\n%s\n", strings.ToUpper(title))
}

// line is text indented by so many cells, its further lines by two more.
func (n *notes) line(indent int, text string) {
	pad := strings.Repeat(" ", indent)
	fmt.Fprintf(n, "%s%s\n", pad, strings.Join(export.Wrap(export.Clean(text), noteWidth-indent-2), "\n  "+pad))
}

// more says how much of a list is left out.
func (n *notes) more(shown, all int) {
	if shown < all {
		n.line(2, fmt.Sprintf("… and %d more: --format json", all-shown))
	}
}

// words are the words of a report in their sentence, and where they stand.
func (n *notes) words(indent int, r *export.Ref) {
	text := r.Text
	if before, words, after := r.Parts(); before+after != "" && words != "" {
		text = before + "[" + words + "]" + after
	}
	n.line(indent, "“"+strings.Trim(strings.Join(strings.Fields(text), " "), "“”")+"”")
	n.line(indent+2, placeOf(r))
}

// placeOf is the outlet, the day, and the id of the place in the ledger, or its offsets in the text.
func placeOf(r *export.Ref) string {
	at := r.Revision
	if r.Revision == "" {
		at = r.Report
	}
	if strings.HasPrefix(r.At, "p") || r.At == "" {
		at += fmt.Sprintf(" at %d–%d", r.Start, r.End)
	} else {
		at += "-" + r.At
	}
	return joined(", ", r.Outlet, r.Day, at)
}

// links are decisions with the words of both reports.
func (n *notes) links(ls []export.Link) {
	for i := range ls[:min(mostNotes, len(ls))] {
		l := &ls[i]
		head := l.Verdict + ": " + l.Reason
		if l.Other != "" {
			head += " (" + l.Other + ")"
		}
		n.line(2, head)
		n.words(6, &l.Earlier)
		n.words(6, &l.Later)
	}
	n.more(min(mostNotes, len(ls)), len(ls))
}

// why is why a thing is one, and what was near to it and held apart.
func (n *notes) why(title string, ls []export.Link, refused *export.Refused) {
	if len(ls) > 0 {
		n.section(title)
		n.links(ls)
	}
	if len(refused.Links) == 0 {
		return
	}
	head := "Near to it, and held apart"
	if len(refused.Links) < refused.Of {
		head += fmt.Sprintf(": the %d nearest of %d", len(refused.Links), refused.Of)
	}
	n.section(head)
	n.links(refused.Links)
}

// maybe are pairs of origins with a verdict on both.
func (n *notes) maybe(verdict string, ms []export.Maybe) {
	for _, m := range ms {
		n.line(2, verdict+": "+m.A+" and "+m.B+": "+m.Reason)
	}
}

// copies are texts with words in common.
func (n *notes) copies(title string, cs []export.Copy, of int) {
	if len(cs) == 0 {
		return
	}
	if len(cs) < of {
		title += fmt.Sprintf(": the %d nearest of %d", len(cs), of)
	}
	n.section(title)
	for i := range cs[:min(mostNotes, len(cs))] {
		c := &cs[i]
		n.line(2, fmt.Sprintf("%s: %s, of %s", c.Relation, joined(" ", c.LaterOutlet, c.Later), joined(" ", c.EarlierOutlet, c.Earlier)))
		n.line(6, c.Reason)
		for k := range c.Blocks[:min(3, len(c.Blocks))] {
			b := &c.Blocks[k]
			n.line(6, fmt.Sprintf("%d words, %d–%d and %d–%d: “%s”", b.Words, b.Earlier.Start, b.Earlier.End, b.Later.Start, b.Later.End, clipped(b.Later.Text, 200)))
		}
		if len(c.Blocks) > 3 {
			n.line(6, fmt.Sprintf("… and %d more passages: --format json", len(c.Blocks)-3))
		}
	}
	n.more(min(mostNotes, len(cs)), len(cs))
}

// clipped is s with at most about so many bytes, cut between words.
func clipped(s string, most int) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) <= most {
		return s
	}
	if i := strings.LastIndexByte(s[:most], ' '); i > 0 {
		return s[:i] + " …"
	}
	return s
}

// meetings are claims that meet.
func (n *notes) meetings(title string, ms []export.Meeting) {
	if len(ms) == 0 {
		return
	}
	n.section(title)
	for i := range ms[:min(mostNotes, len(ms))] {
		m := &ms[i]
		n.line(2, m.Kind+": "+m.Reason+" ("+joined(", ", m.A, m.B)+")")
		n.line(6, chain(m.WhoA, m.Earlier.Outlet)+":")
		n.words(6, &m.Earlier)
		n.line(6, chain(m.WhoB, m.Later.Outlet)+":")
		n.words(6, &m.Later)
	}
	n.more(min(mostNotes, len(ms)), len(ms))
}

// chain is who says it, the origin first.
func chain(ws []export.Who, outlet string) string {
	if len(ws) == 0 {
		return outlet + " itself"
	}
	out := make([]string, len(ws))
	for i, w := range ws {
		out[len(ws)-1-i] = w.Label
	}
	return strings.Join(out, ", through ")
}
