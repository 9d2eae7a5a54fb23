package live

import (
	"cmp"
	"reflect"
	"slices"
	"testing"
)

// TestListsByPages holds lists that are asked for in small pages against the whole, and against their order.
func TestListsByPages(t *testing.T) {
	st := open(t)
	add(t, st, entries(t)...)
	s := now(t, New(st))
	claims := s.ClaimList(Filter{Limit: -1}).Rows
	sources := s.SourceList(SourceFilter{Filter: Filter{Limit: -1}}).Rows
	if len(claims) < 10 || len(sources) < 10 {
		t.Fatalf("%d claims, %d sources", len(claims), len(sources))
	}
	if got := pagesOf(func(f Filter) ([]string, int) {
		p := s.ClaimList(f)
		return column(p.Rows, func(i int) string { return p.Rows[i].ID }), p.Next
	}); !slices.Equal(got, column(claims, func(i int) string { return claims[i].ID })) {
		t.Errorf("claims by pages: %v", got)
	}
	if got := pagesOf(func(f Filter) ([]string, int) {
		p := s.SourceList(SourceFilter{Filter: f})
		return column(p.Rows, func(i int) string { return p.Rows[i].ID }), p.Next
	}); !slices.Equal(got, column(sources, func(i int) string { return sources[i].ID })) {
		t.Errorf("sources by pages: %v", got)
	}
	if !slices.IsSortedFunc(sources, func(a, b SourceRow) int {
		return cmp.Or(b.Statements-a.Statements, b.Reports-a.Reports, cmp.Compare(a.Label, b.Label), cmp.Compare(a.ID, b.ID))
	}) {
		t.Error("sources are not in order")
	}
	if all := s.SourceList(SourceFilter{Filter: Filter{Limit: -1, From: "1900"}}).Rows; !reflect.DeepEqual(all, sources) {
		t.Error("sources of all days differ from all sources")
	}
}

// pagesOf is the rows of pages of three.
func pagesOf(page func(Filter) (rows []string, next int)) []string {
	var out []string
	for f := (Filter{Limit: 3}); ; {
		rows, next := page(f)
		out = append(out, rows...)
		if next == 0 {
			return out
		}
		f.After = next
	}
}

func column[T any](rows []T, of func(int) string) []string {
	out := make([]string, len(rows))
	for i := range rows {
		out[i] = of(i)
	}
	return out
}
