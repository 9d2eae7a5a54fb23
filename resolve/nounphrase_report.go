package resolve

import (
	"strings"

	"sayso/parse"
)

// The outlet or body whose report or count a noun phrase is.

// countsIt is the body or outlet whose own count the phrase is, which is who says it: "a CNN count", "CNN's
// tally", "a database kept by the Vale Institute", "a tally by AFP based on official statements".
func (p *nounPhrase) countsIt(d *parse.Doc) (parse.Name, bool) {
	if !countNouns[p.noun] {
		return parse.Name{}, false
	}
	for i := nameFrom(d, p.first); i < len(d.Names) && d.Names[i].First < p.end; i++ {
		n := d.Names[i]
		switch {
		case n.Kind == parse.Person || n.Kind == parse.Place:
		case n.End <= p.head && p.head-n.End <= 2 && n.First-p.first <= 1:
			return n, true
		case n.First > p.head && n.First-p.head <= 6 && n.Kind == parse.Outlet || n.First > p.head && n.Kind == parse.Organisation:
			if by := n.First - 1; strings.EqualFold(d.Word(by), "by") || strings.EqualFold(d.Word(by), "the") && strings.EqualFold(d.Word(by-1), "by") {
				return n, true
			}
		}
	}
	return parse.Name{}, false
}

// reportNouns are what an outlet publishes.
var reportNouns = words(`report story article exclusive scoop dispatch`)

// gotBy are participles before "by" of who came to have a paper.
var gotBy = words(`obtained seen reviewed viewed read leaked verified cited quoted examined analysed analyzed`)

// reportsIt is the outlet whose report the phrase is, which is who says it: "a Coast Times report published on Friday", "the Ledger story", "the
// Post's article", "a new report from the Vale Journal", "the story, released by the Coast Times".
func (p *nounPhrase) reportsIt(d *parse.Doc) (parse.Name, bool) {
	if !reportNouns[p.noun] || p.plural {
		return parse.Name{}, false
	}
	for i := nameFrom(d, p.first); i < len(d.Names) && d.Names[i].First < p.end; i++ {
		n := d.Names[i]
		if n.Kind == parse.Person || n.Kind == parse.Place || n.Kind != parse.Outlet && !outletEndings[strings.ToLower(d.Word(n.End-1))] {
			continue
		}
		if n.End <= p.head {
			if n.End == p.head || n.End+1 == p.head && d.Tokens[n.End].XPOS == parse.XPOS_ {
				return n, true
			}
			continue
		}
		by := n.First - 1
		if by > p.head && strings.EqualFold(d.Word(by), "the") {
			by--
		}
		if gotBy[strings.ToLower(d.Word(by-1))] {
			continue // "a police report obtained by the Courier" is the police's
		}
		if w := strings.ToLower(d.Word(by)); by > p.head && by-p.head <= 4 && (w == "by" || w == "from" || w == "in") {
			return n, true
		}
	}
	return parse.Name{}, false
}
