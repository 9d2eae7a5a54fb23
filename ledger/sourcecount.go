package ledger

import (
	"cmp"
	"iter"
	"slices"

	"sayso/article"
	"sayso/resolve"
)

// A SourceCount is how often the present texts of some reports cite a source across reports.
type SourceCount struct {
	Statements  int    // that have it in their chain
	Reports     int    // that cite it
	First, Last string // days of publication of the first and last report with a date; ""
	set         int32
}

// CountSources counts what the reports that are taken cite, the most cited first; of those cited as often the one mentioned
// first. It names none: a list shows few of them.
func (v *View) CountSources(takes func(*article.Article) bool) []SourceCount {
	all := make([]SourceCount, len(v.sourceSets))
	counted := make([]int32, len(v.sourceSets)) // by set: one more than the entry that was counted last
	for i := 0; i < len(v.source); {
		n := v.source[i].entry
		from := i
		for i < len(v.source) && v.source[i].entry == n {
			i++
		}
		if v.current[n] && takes(v.entries[n].r.Article) {
			v.countIn(n, v.sourceOf[from:i], all, counted)
		}
	}
	out := all[:0]
	for set, c := range all {
		if c.set = int32(set); c.Reports > 0 {
			out = append(out, c)
		}
	}
	slices.SortStableFunc(out, func(a, b SourceCount) int { return cmp.Or(b.Statements-a.Statements, b.Reports-a.Reports) })
	return out
}

// countIn counts what entry n cites, whose sources are of these sets.
func (v *View) countIn(n int32, sets []int32, all []SourceCount, counted []int32) {
	r := v.entries[n].r
	day := r.Article.Published[:min(10, len(r.Article.Published))]
	for k, set := range sets {
		if len(r.Sources[k].Members) > 0 {
			continue // each of them is counted
		}
		if set >= 0 && counted[set] != n+1 {
			counted[set] = n + 1
			all[set].Reports++
			all[set].cited(day)
		}
	}
	var said []int32
	for i := range r.Attributions {
		said = said[:0]
		for _, id := range eachMember(r, r.Attributions[i].Chain) {
			if k := sourcePlace(r, id); k >= 0 && sets[k] >= 0 && !slices.Contains(said, sets[k]) {
				said = append(said, sets[k])
				all[sets[k]].Statements++
			}
		}
	}
}

// eachMember is the sources of a chain, with those whom a joint one joins in its place.
func eachMember(r *resolve.Reading, chain []string) []string {
	for i, id := range chain {
		if s := sourceByID(r, id); s != nil && len(s.Members) > 0 {
			return slices.Concat(chain[:i], s.Members, eachMember(r, chain[i+1:]))
		}
	}
	return chain
}

// cited notes that a report of that day cites the source.
func (c *SourceCount) cited(day string) {
	if day != "" && (c.First == "" || day < c.First) {
		c.First = day
	}
	c.Last = max(c.Last, day)
}

// CountedSource is the id of a counted source.
func (v *View) CountedSource(c SourceCount) string { return v.sourceSetID(int(c.set)) }

// CountedMentions yields a counted source as each report that is taken has it, by publication, with the report.
func (v *View) CountedMentions(c SourceCount, takes func(*article.Article) bool) iter.Seq2[*resolve.Source, *article.Article] {
	return func(yield func(*resolve.Source, *article.Article) bool) {
		for _, m := range v.sourceSets[c.set] {
			n := v.source[m].entry
			if a := v.entries[n].r.Article; v.current[n] && takes(a) && !yield(v.sourceItem(m).s, a) {
				return
			}
		}
	}
}
