package ledger

import (
	"regexp"
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
	noCiting    citeKind = iota
	itsReporter          // somebody who writes for the outlet is named
	ownName              // the outlet is named alone
	itsSources           // "its sources"
	itsPeople            // unnamed people who are called by more than that
)

// foldOutlets joins an outlet that is named alone, or with "its sources", with the first unnamed people whom another report says it cites for
// the claim: it is their exclusive, and it told it once.
func (v *View) foldOutlets(ends []end) []end {
	cites, papers := make([]citeKind, len(ends)), make([]string, len(ends))
	for i := range ends {
		cites[i], papers[i] = v.citeKind(&ends[i]), outletName(ends[i].Outlet)
		if of := v.writesFor(&ends[i]); of != "" { // "Ola Berg, a reporter for the Ledger," tells what the Ledger reported
			cites[i], papers[i] = itsReporter, of
		}
	}
	kept := ends[:0:0]
	at, into := make([]int, len(ends)), make([]int, len(ends)) // where an end of its own is kept, and which one another is joined with
	for i := range ends {
		if into[i] = peopleOf(cites, papers, i); into[i] < 0 {
			into[i] = v.retoldPeople(ends, cites, papers, i)
		}
		if into[i] < 0 {
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

// retoldPeople is the end of the people whom an outlet's own report has for a claim where the i-th is those whom others say that it has, or -1: "two
// officials of the ministry", in the Gazette, are the "two civil servants" whom the Gazette cites. Two numbers are two groups, but
// "two of the officials" are of its three.
func (v *View) retoldPeople(ends []end, cites []citeKind, papers []string, i int) int {
	own := func(k int) bool {
		return cites[k] == itsPeople && slices.ContainsFunc(ends[k].Reports, func(id string) bool { return v.ownPrint(&ends[k], id, papers[k]) })
	}
	if cites[i] != itsPeople || papers[i] == "" || own(i) {
		return -1
	}
	best, x := -1, v.sourceItem(ends[i].source).s
	for k := range ends {
		if k == i || !own(k) || !paperCalled(papers[i], papers[k]) && !paperCalled(papers[k], papers[i]) {
			continue
		}
		if y := v.sourceItem(ends[k].source).s; best >= 0 || x.Count > 0 && y.Count > 0 && x.Count != y.Count && !(x.Count < y.Count && partOfPeople.MatchString(v.sourceItem(ends[i].source).label)) {
			return -1
		}
		best = k
	}
	return best
}

// partOfPeople is how a part of people told of before is called.
var partOfPeople = regexp.MustCompile(`(?i)^\w+ of (?:the|those|these|its|them\b)`)

// ownPrint reports whether the first mention of an end's people stands in a report of theirs that the outlet itself published.
func (v *View) ownPrint(en *end, report, paper string) bool {
	set := v.sourceSets[v.sourceOf[en.source]]
	return slices.ContainsFunc(set[:min(mostSayings, len(set))], func(m int32) bool {
		e := v.entries[v.source[m].entry]
		return e.r.Article.ID == report && (paperCalled(paper, e.outlet) || paperCalled(e.outlet, paper))
	})
}

// peopleOf is the end that the i-th is joined with, or -1: the first of its outlet's people, else the first of "its sources", else, for somebody who writes
// for it, the outlet. No end that is joined with one is one that another is joined with.
func peopleOf(cites []citeKind, papers []string, i int) int {
	best := -1
	for k := range cites {
		if cites[i] != noCiting && cites[i] < cites[k] && papers[i] != "" && (paperCalled(papers[i], papers[k]) || paperCalled(papers[k], papers[i])) && (best < 0 || cites[k] > cites[best]) {
			best = k
		}
	}
	return best
}

// vagueSource are the words for somebody in office of whom nothing else is said.
var vagueSource = setOfStems("the an a official officials authorities authority")

// foldVague joins "officials" with the one in office whom the same reports name for the same claim: "officials said" in a report's first line is its
// spokesman of the second.
func (v *View) foldVague(ends []end) []end {
	var kept []end
	for i := range ends {
		if k := v.officialNamed(ends, i); k >= 0 {
			ends[k].Steps = append(ends[k].Steps, ends[i].Steps...)
		}
	}
	for i := range ends {
		if v.officialNamed(ends, i) < 0 {
			kept = append(kept, ends[i])
		}
	}
	return kept
}

// foldSpokesmen joins a body with who speaks for it, for one claim: "the defence ministry" of one report and "ministry spokesman Ola Berg" of another.
// Two named spokesmen stay two.
func (v *View) foldSpokesmen(ends []end) []end {
	one := v.voicesOf(ends)
	return folded(ends, func(a, b *end) bool { return v.speakForOne(a, b) || one != nil && v.firmsVoice(one, a, b) })
}

// folded makes one of each end and the first one before it that is the same.
func folded(ends []end, same func(a, b *end) bool) (kept []end) {
	for i := range ends {
		k := slices.IndexFunc(kept, func(o end) bool { return same(&o, &ends[i]) })
		if k < 0 {
			kept = append(kept, ends[i])
			continue
		}
		kept[k].Reports = append(kept[k].Reports, ends[i].Reports...)
		kept[k].Steps = append(kept[k].Steps, ends[i].Steps...)
	}
	return kept
}

// voicesOf are the voices of the reports that have some ends, where a firm may be among these; else nil.
func (v *View) voicesOf(ends []end) *voices {
	var entries []int32
	firms := false
	for i := range ends {
		if ends[i].Kind != EndSource || ends[i].source < 0 {
			continue
		}
		entries = append(entries, v.source[ends[i].source].entry)
		firms = firms || firmWords[v.sourceItem(ends[i].source).speaksForBody().name]
	}
	if len(entries) < 2 || !firms {
		return nil
	}
	slices.Sort(entries)
	return v.voicesIn(slices.Compact(entries))
}

// firmsVoice reports whether of two ends the one is a firm and the other "the company", or an unnamed spokesman of it.
func (v *View) firmsVoice(one *voices, a, b *end) bool {
	if a.Kind != EndSource || b.Kind != EndSource || a.source < 0 || b.source < 0 {
		return false
	}
	voice := func(s *sourceItem) bool { return s.s.Kind == resolve.Organisation || s.s.Name == "" && s.speaks() }
	x, y := v.sourceOf[a.source], v.sourceOf[b.source]
	return x >= 0 && y >= 0 && voice(v.sourceItem(a.source)) && voice(v.sourceItem(b.source)) && one.oneVoice([]int32{x, y})
}

// speakForOne reports whether of two ends one is a body, or its unnamed spokesman, and the other is it or speaks for it.
func (v *View) speakForOne(a, b *end) bool {
	if a.Kind != EndSource || b.Kind != EndSource || a.source < 0 || b.source < 0 {
		return false
	}
	x, y := v.sourceItem(a.source), v.sourceItem(b.source)
	if x.s.Kind == resolve.Person && y.s.Kind == resolve.Person && x.s.Name != "" && y.s.Name != "" || x.spokenFor() == "" && y.spokenFor() == "" {
		return false
	}
	m, n := x.speaksForBody(), y.speaksForBody()
	if m.name == "" || n.name == "" || firmWords[m.name] != firmWords[n.name] || m.owner != "" && n.owner != "" && m.owner != n.owner {
		return false
	}
	return m.name == n.name || v.source[a.source].entry == v.source[b.source].entry && (strings.HasSuffix(m.name, " "+n.name) || strings.HasSuffix(n.name, " "+m.name))
}

// officialNamed is the end of a named holder of an office with which the i-th, of nobody but "officials", is joined, or -1.
func (v *View) officialNamed(ends []end, i int) int {
	if ends[i].Kind != EndSource || ends[i].source < 0 {
		return -1
	}
	s := v.sourceItem(ends[i].source)
	if s.s.Name != "" || s.s.Count > 1 || len(s.desc) == 0 || slices.ContainsFunc(s.desc, func(d uint32) bool { return !vagueSource[d] }) {
		return -1
	}
	return slices.IndexFunc(ends, func(o end) bool {
		if o.Kind != EndSource || o.source < 0 {
			return false
		}
		n := v.sourceItem(o.source)
		return n.s.Kind == resolve.Person && n.s.Name != "" && len(n.role) > 0 && !slices.ContainsFunc(ends[i].Reports, func(r string) bool { return !slices.Contains(o.Reports, r) })
	})
}

// writesForWords are what people are called who write for an outlet.
var writesForWords = regexp.MustCompile(`(?i)\b(?:reporter|journalist|correspondent|editor|editor-in-chief|columnist|writer)\b`)

// mostMentions is how many mentions of a person are asked for whom he writes.
const mostMentions = 24

// writesFor is the outlet for which a named person writes, by what a report calls him: "Coast Times reporter Ola Berg", "the editor of the Ledger"; or "".
func (v *View) writesFor(en *end) string {
	if en.Kind != EndSource || en.source < 0 || v.sourceOf[en.source] < 0 {
		return ""
	}
	set := v.sourceSets[v.sourceOf[en.source]]
	for _, m := range set[:min(len(set), mostMentions)] {
		s := v.sourceItem(m).s
		if s.Kind != resolve.Person || s.Name == "" {
			return ""
		}
		if of := paperIn(s.Role); of != "" {
			return of
		}
		if _, behind, ok := strings.Cut(s.Description, s.Name+", "); ok {
			if of := paperIn(behind); of != "" {
				return of
			}
		}
	}
	return ""
}

// paperIn is the outlet in words for somebody who writes for it, folded, or "".
func paperIn(role string) string {
	at := writesForWords.FindStringIndex(role)
	if at == nil {
		return ""
	}
	before := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSpace(role[:at[0]]), "'s"), "’s")
	if name := bareName(before); isOutletName(name) {
		return outletName(name)
	}
	for _, word := range []string{" of ", " for ", " at ", " with "} {
		if _, rest, ok := strings.Cut(role[at[1]:], word); ok {
			if name := nameOnly(rest); isOutletName(name) {
				return outletName(name)
			}
		}
	}
	return ""
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
