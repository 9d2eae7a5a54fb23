package ledger

import (
	"slices"
	"strings"

	"sayso/resolve"
)

// paperOf is the outlet whose sources a description says they are, "" where it says none: "the Ledger's anonymous sources".
func paperOf(description string) string {
	words := strings.ReplaceAll(description, "’", "'")
	name, rest, ok := strings.Cut(words, "'s ")
	if !ok {
		name, rest, ok = strings.Cut(words, "s' ")
		name += "s"
	}
	name = bareName(name)
	if !ok || rest == "" || !isOutletName(name) {
		return ""
	}
	return outletName(name)
}

// openSource are words with which a report says that an outlet has sources and nothing of who they are, by stem.
var openSource = setOfStems("source sources unnamed anonymous unidentified undisclosed own several multiple newspaper paper")

// anySources reports whether an outlet's people are called nothing but its sources: "the Times' sources", "unnamed sources".
func (s *sourceItem) anySources() bool {
	if !s.s.Anonymous || s.s.Kind != resolve.Group || s.s.Count > 0 {
		return false
	}
	whose := stemsOf(s.exclusive)
	return len(s.desc) > 0 && !slices.ContainsFunc(s.desc, func(d uint32) bool {
		return !openSource[d] && !slices.Contains(whose, d) && !slices.Contains(stopDesc, d)
	})
}

var stopDesc = stemsOf("the its a")

// A citeKind is how an end says whom its outlet cites.
type citeKind uint8

const (
	noCiting   citeKind = iota
	ownName             // the outlet is named alone
	itsSources          // "its sources"
	itsPeople           // unnamed people who are called by more than that
)

// foldOutlets joins an outlet that is named alone, or with "its sources", with the first unnamed people whom another report says it cites for
// the claim: it is their exclusive, and it told it once.
func (v *View) foldOutlets(ends []end) []end {
	cites := make([]citeKind, len(ends))
	for i := range ends {
		cites[i] = v.citeKind(&ends[i])
	}
	kept := ends[:0:0]
	at, into := make([]int, len(ends)), make([]int, len(ends)) // where an end of its own is kept, and which one another is joined with
	for i := range ends {
		if into[i] = peopleOf(ends, cites, i); into[i] < 0 {
			at[i] = len(kept)
			kept = append(kept, ends[i])
		}
	}
	for i := range ends {
		if into[i] >= 0 {
			k := &kept[at[into[i]]]
			k.Reports = append(k.Reports, ends[i].Reports...)
			k.Steps = append(k.Steps, ends[i].Steps...)
		}
	}
	return kept
}

// peopleOf is the end that the i-th is joined with, or -1: the first of its outlet's people, else, for an outlet named alone, the first of "its
// sources". No end that is joined with one is one that another is joined with.
func peopleOf(ends []end, cites []citeKind, i int) int {
	sources := -1
	for k := range ends {
		if cites[i] == noCiting || cites[i] >= cites[k] || ends[i].Outlet == "" || outletName(ends[k].Outlet) != outletName(ends[i].Outlet) {
			continue
		}
		if cites[k] == itsPeople {
			return k
		}
		if sources < 0 {
			sources = k
		}
	}
	return sources
}

func (v *View) citeKind(en *end) citeKind {
	switch {
	case en.Kind == EndOutlet:
		return ownName
	case en.Kind != EndSource || en.source < 0 || !v.unnamedItem(en.source):
		return noCiting
	}
	at := v.source[en.source]
	if v.entries[at.entry].sources[at.n].anySources() {
		return itsSources
	}
	return itsPeople
}
