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

// foldOutlets joins an outlet that is named alone, or with "its sources", with the first unnamed people whom another report says it cites for
// the claim: it is their exclusive, and it told it once.
func (v *View) foldOutlets(ends []end) []end {
	kept := ends[:0:0]
	at := make([]int, len(ends)) // where an end of its own is kept
	for i := range ends {
		at[i] = -1
		if k := v.itsPeople(ends, &ends[i]); k >= 0 {
			continue
		}
		at[i] = len(kept)
		kept = append(kept, ends[i])
	}
	for i := range ends {
		if at[i] < 0 {
			k := &kept[at[v.itsPeople(ends, &ends[i])]]
			k.Reports = append(k.Reports, ends[i].Reports...)
			k.Steps = append(k.Steps, ends[i].Steps...)
		}
	}
	return kept
}

// itsPeople is the first end of unnamed people whom the outlet at which en ends cites first-hand, or -1.
func (v *View) itsPeople(ends []end, en *end) int {
	if en.Outlet == "" || en.Kind != EndOutlet && !v.anySources(en) {
		return -1
	}
	return slices.IndexFunc(ends, func(o end) bool {
		return o.Kind == EndSource && o.source >= 0 && v.unnamedItem(o.source) && (en.Kind == EndOutlet || !v.anySources(&o)) && outletName(o.Outlet) == outletName(en.Outlet)
	})
}

func (v *View) anySources(en *end) bool {
	if en.Kind != EndSource || en.source < 0 {
		return false
	}
	at := v.source[en.source]
	return v.entries[at.entry].sources[at.n].anySources()
}
