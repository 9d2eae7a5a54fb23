package store

import (
	"context"
	"errors"
	"strings"
	"testing"
)

// A ledger as of a day shows each report in the text that it had then, and none of a later one.
func testAsOf(t *testing.T, open opener) {
	ctx := context.Background()
	s := open(t)
	first := reading("https://example.com/1", "Example Times", "2026-03-02T09:00:00Z", sampleText)
	again := reading("https://example.com/1", "Example Times", "2026-03-02T09:00:00Z", sampleText+" A correction was made.")
	again.Article.Modified = "2026-03-05T08:00:00Z"
	later := reading("https://example.com/2", "Coast Daily", "2026-03-09", sampleText)
	undated := reading("https://example.com/3", "Undated Post", "", sampleText)
	mustAdd(t, s, entry(t, first, 1), entry(t, again, 2), entry(t, later, 3), entry(t, undated, 4))
	for _, test := range []struct {
		day                 string
		reports, statements int
		words               string // in the text of the first report
	}{
		{"2026-03-01", 0, 0, ""}, {"2026-03-02", 1, 1, "no correction"}, {"2026-03-04", 1, 1, "no correction"}, {"2026-03-05", 1, 1, "correction"}, {"2026-03-09", 2, 2, "correction"}, {"", 3, 3, "correction"},
	} {
		f := Filter{AsOf: test.day, Limit: -1}
		rs, err := s.Reports(ctx, f)
		if err != nil || len(rs.Rows) != test.reports {
			t.Errorf("as of %q: %d reports, %v; want %d", test.day, len(rs.Rows), err, test.reports)
		}
		ss, err := s.Statements(ctx, f)
		if err != nil || len(ss.Rows) != test.statements {
			t.Errorf("as of %q: %d statements, %v; want %d", test.day, len(ss.Rows), err, test.statements)
		}
		c, err := s.CountsAsOf(ctx, test.day)
		if err != nil || c.Reports != test.reports || c.Statements != test.statements {
			t.Errorf("as of %q: counts %+v, %v", test.day, c, err)
		}
		src, err := s.Source(ctx, "ana-ruiz", f)
		if test.reports == 0 && !errors.Is(err, ErrNotFound) || test.reports > 0 && (err != nil || src.Source.Reports != test.reports || len(src.Namings) != test.reports || len(src.Statements.Rows) == 0) {
			t.Errorf("as of %q: source %+v, %v", test.day, src, err)
		}
		os, err := s.Sources(ctx, f)
		if err != nil || (len(os.Rows) > 0) != (test.reports > 0) {
			t.Errorf("as of %q: sources %+v, %v", test.day, os, err)
		}
		hits, err := s.Search(ctx, Filter{Words: "correction", AsOf: test.day})
		if has := test.words == "correction"; err != nil || (len(hits.Rows) > 0) != has {
			t.Errorf("as of %q: %d hits, %v", test.day, len(hits.Rows), err)
		}
	}
	es, err := s.Events(ctx, Filter{AsOf: "2026-03-04"})
	fs, err2 := s.Figures(ctx, Filter{AsOf: "2026-03-04"})
	old := textAsOf(t, s, first.Article.ID, "2026-03-04")
	if err != nil || err2 != nil || len(es.Rows) == 0 || len(fs.Rows) == 0 || es.Rows[0].In.Revision != old || fs.Rows[0].In.Revision != old {
		t.Errorf("events %v %v, figures %v %v, not of %s", es, err, fs, err2, old)
	}
	if now := textAsOf(t, s, first.Article.ID, "2026-03-05"); now == old {
		t.Error("the text of 5 March is that of 4 March")
	}
	if _, err := s.Reports(ctx, Filter{AsOf: "soon"}); err != nil {
		t.Error(err)
	}
}

// textAsOf is the revision that was a report's text as of a day.
func textAsOf(t *testing.T, s *Store, report, day string) string {
	t.Helper()
	vs, err := s.RevisionsBy(context.Background(), report, day)
	if err != nil || len(vs) == 0 || !vs[0].Current || strings.TrimSpace(vs[0].ID) == "" {
		t.Fatalf("%s as of %s: %+v, %v", report, day, vs, err)
	}
	return vs[0].ID
}
