package live

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"sayso/article"
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

// all says whether what every report cites counts.
func (f *SourceFilter) all() bool {
	return f.Outlet == "" && f.Report == "" && f.From == "" && f.To == ""
}

// report says whether what a report cites counts.
func (f *SourceFilter) report(a *article.Article) bool {
	if f.all() {
		return true
	}
	day := a.Published[:min(10, len(a.Published))]
	return contains(a.Outlet, f.Outlet) && strings.HasPrefix(a.ID, f.Report) && (f.From == "" || day >= f.From) && (f.To == "" || day != "" && day <= until(f.To))
}

// rows says whether every source is listed.
func (f *SourceFilter) rows() bool {
	return f.Kind == "" && !f.Unnamed && f.Words == "" && f.Source == ""
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

// SourceList lists the sources across reports, the most cited first; of those cited as often by name.
func (s *State) SourceList(f SourceFilter) Page[SourceRow] {
	var counts []ledger.SourceCount
	if f.all() {
		counts = s.cited()
	} else {
		counts = s.CountSources(f.report)
	}
	out := Page[SourceRow]{Rows: []SourceRow{}}
	p := s.publisher()
	n := 0 // of rows so far
	for len(counts) > 0 {
		var alike []ledger.SourceCount
		alike, counts = citedAlike(counts)
		if f.rows() && n+len(alike) <= f.After {
			n += len(alike) // all of an earlier page
			continue
		}
		for _, row := range p.sourceRows(&f, alike) {
			if n++; n <= f.After {
				continue
			}
			if len(out.Rows) == f.limit() {
				out.Next = n - 1
				return out
			}
			out.Rows = append(out.Rows, p.namedRow(&f, row))
		}
	}
	return out
}

// citedAlike parts the sources at the front that are cited as often from the rest.
func citedAlike(counts []ledger.SourceCount) (alike, rest []ledger.SourceCount) {
	n := 1
	for n < len(counts) && counts[n].Statements == counts[0].Statements && counts[n].Reports == counts[0].Reports {
		n++
	}
	return counts[:n], counts[n:]
}

// A countedRow is a row before it has the names that reports use.
type countedRow struct {
	SourceRow
	count ledger.SourceCount
}

// sourceRows are the rows of sources cited as often that f takes, by name.
func (p *publisher) sourceRows(f *SourceFilter, counts []ledger.SourceCount) []countedRow {
	out := make([]countedRow, 0, len(counts))
	for _, c := range counts {
		id := p.CountedSource(c)
		who := p.source(id)
		row := countedRow{SourceRow{ID: id, Source: store.Source{Label: who.Label, Kind: who.Kind, Anonymous: who.Anonymous, Reports: c.Reports, Statements: c.Statements, First: c.First, Last: c.Last}}, c}
		if !f.rows() {
			if row.SourceRow = p.namedRow(f, row); !f.row(&row.SourceRow) {
				continue
			}
		}
		out = append(out, row)
	}
	slices.SortFunc(out, func(a, b countedRow) int { return cmp.Or(cmp.Compare(a.Label, b.Label), cmp.Compare(a.ID, b.ID)) })
	return out
}

// namedRow is a row with the names that reports use.
func (p *publisher) namedRow(f *SourceFilter, row countedRow) SourceRow {
	if row.Names != nil {
		return row.SourceRow
	}
	names := map[string]int{}
	for o, a := range p.CountedMentions(row.count, f.report) {
		if row.Key == "" {
			row.Key = store.SourceKey(o, a.Text)
		}
		names[store.SourceLabel(o, a.Text)]++
	}
	row.Names = mostFrequent(names)
	return row.SourceRow
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
