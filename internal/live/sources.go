package live

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"sayso/internal/store"
	"sayso/ledger"
)

// A SourceRow is a source across reports in a list, with how often the reports that the filter takes cite it.
type SourceRow struct {
	ID string `json:"id"` // "so-…"
	store.Source
	Names []string `json:"names"` // what the reports call it, the most frequent first
}

// A SourceFilter chooses sources.
type SourceFilter struct {
	Filter
	Source  string // a key, or a part of a name
	Kind    string
	Report  string // the beginning of a report's id
	Unnamed bool
}

// report says whether what a report cites counts.
func (f *SourceFilter) report(r *ledger.Report) bool {
	day := r.Published[:min(10, len(r.Published))]
	return contains(r.Outlet, f.Outlet) && strings.HasPrefix(r.ID, f.Report) && (f.From == "" || day >= f.From) && (f.To == "" || day != "" && day <= until(f.To))
}

func (f *SourceFilter) row(row *SourceRow) bool {
	return (f.Kind == "" || row.Kind == f.Kind) && (!f.Unnamed || row.Anonymous) && allWords(strings.Join(append(row.Names, row.Label), " "), f.Words) &&
		(f.Source == "" || row.Key == f.Source || contains(strings.Join(append(row.Names, row.Label), " | "), f.Source))
}

// SourcePage is SourceList for a filter as the store's lists have it, from the row at on.
func (s *State) SourcePage(f store.Filter, at int) store.Page[SourceRow] {
	p := s.SourceList(SourceFilter{Filter: Filter{Words: f.Words, Outlet: f.Outlet, From: f.From, To: f.To, After: at, Limit: f.Limit},
		Source: f.Source, Kind: f.Kind, Report: f.Report, Unnamed: f.Unnamed})
	out := store.Page[SourceRow]{Rows: p.Rows}
	if p.Next > 0 {
		out.Next = strconv.Itoa(p.Next)
	}
	return out
}

// SourceList lists the sources across reports, the most cited first.
func (s *State) SourceList(f SourceFilter) Page[SourceRow] {
	var rows map[string]*SourceRow
	if f.Outlet == "" && f.Report == "" && f.From == "" && f.To == "" {
		rows = s.cited()
	} else {
		rows = s.sourceRows(&f)
	}
	all := make([]SourceRow, 0, len(rows))
	for _, row := range rows {
		if f.row(row) {
			all = append(all, *row)
		}
	}
	slices.SortFunc(all, func(a, b SourceRow) int {
		return cmp.Or(b.Statements-a.Statements, b.Reports-a.Reports, cmp.Compare(a.Label, b.Label), cmp.Compare(a.ID, b.ID))
	})
	out := Page[SourceRow]{Rows: all[min(f.After, len(all)):]}
	if len(out.Rows) > f.limit() {
		out.Rows, out.Next = out.Rows[:f.limit()], f.After+f.limit()
	}
	return out
}

// sourceRows counts what the present texts of the reports that f takes cite.
func (s *State) sourceRows(f *SourceFilter) map[string]*SourceRow {
	rows, names, p := map[string]*SourceRow{}, map[string]map[string]int{}, s.publisher()
	for _, r := range s.Reports() {
		if !f.report(&r) {
			continue
		}
		texts := s.Texts(r.ID)
		reading := texts[len(texts)-1]
		day := r.Published[:min(10, len(r.Published))]
		ids, seen := map[string]string{}, map[string]bool{}
		for i := range reading.Sources {
			o := &reading.Sources[i]
			id := s.SourceOf(r.ID, o.ID)
			if ids[o.ID] = id; id == "" {
				continue
			}
			row := rows[id]
			if row == nil {
				row = &SourceRow{Source: store.Source{Key: store.SourceKey(o, reading.Article.Text)}}
				rows[id], names[id] = row, map[string]int{}
			}
			names[id][store.SourceLabel(o, reading.Article.Text)]++
			if !seen[id] {
				seen[id] = true
				row.Reports++
				row.cited(day)
			}
		}
		for i := range reading.Attributions {
			said := map[string]bool{}
			for _, c := range reading.Attributions[i].Chain {
				if id := ids[c]; id != "" && !said[id] {
					said[id] = true
					rows[id].Statements++
				}
			}
		}
	}
	for id, row := range rows {
		who := p.source(id)
		row.ID, row.Label, row.Kind, row.Anonymous = id, who.Label, who.Kind, who.Anonymous
		row.Names = mostFrequent(names[id])
	}
	return rows
}

// cited notes that a report of that day cites the source.
func (r *SourceRow) cited(day string) {
	if day != "" && (r.First == "" || day < r.First) {
		r.First = day
	}
	r.Last = max(r.Last, day)
}

// mostFrequent are the keys of counts, the most frequent first.
func mostFrequent(counts map[string]int) []string {
	out := make([]string, 0, len(counts))
	for k := range counts {
		out = append(out, k)
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(counts[b]-counts[a], cmp.Compare(a, b)) })
	return out
}
