package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math/rand"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"sayso/article"
	"sayso/resolve"
)

// reading is a reading of one made-up report, with one row of every kind.
func reading(url, outlet, published, text string) *resolve.Reading {
	at := func(words string) article.Span {
		i := strings.Index(text, words)
		if i < 0 {
			panic(words)
		}
		return article.Span{Start: i, End: i + len(words)}
	}
	low := 3.0
	a := &article.Article{ID: "given", URL: url, Outlet: outlet, Title: "Title of " + outlet, Authors: []string{"A. Writer"}, Published: published, Text: text, Blocks: []article.Block{{Span: article.Span{End: len(text)}, Kind: article.Paragraph}}}
	r := &resolve.Reading{Article: a}
	r.Sources = []resolve.Source{
		{ID: "s1", Kind: resolve.Person, Name: "Ana Ruiz", Description: "Energy Minister Ana Ruiz", Role: "Energy Minister", Mentions: []resolve.SourceMention{{Span: at("Ana Ruiz"), By: "first mention"}}},
		{ID: "s2", Kind: resolve.Group, Description: "two officials", Anonymous: true, Count: 2, Mentions: []resolve.SourceMention{{Span: at("two officials")}}},
	}
	r.Attributions = []resolve.Attribution{{ID: "a1", Source: []article.Span{at("Ana Ruiz")}, Cue: []article.Span{at("said, citing")}, Content: []article.Span{at("three workers were hurt")}, Chain: []string{"s1", "s2"}, ChainBy: "citing", Form: "indirect", Stance: "asserts"}}
	r.Events = []resolve.Event{{ID: "e1", Trigger: at("hurt"), Type: "OTHER", Salient: true, Status: resolve.Happened, Certainty: "certain", Factuality: 3, Attribution: "a1", Targets: []resolve.Participant{{Span: at("three workers"), Name: "three workers"}}, Place: &resolve.Place{Span: at("Marla"), Name: "Marla", Country: "XX"}, Time: &resolve.When{Value: "2026-03-01/2026-03-02", Start: "2026-03-01", End: "2026-03-02", Precision: "range"}}}
	r.Figures = []resolve.Figure{{ID: "f1", Span: at("three"), Measure: "injured", Unit: "people", Low: &low, High: &low, Scope: "incident", Event: "e1", Attribution: "a1"}}
	r.Times = []resolve.Time{{Span: at("Monday"), Type: "DATE", Value: "2026-03-02"}}
	return r
}

const sampleText = "On Monday three workers were hurt in Marla, Ana Ruiz said, citing two officials. “Más tarde.”"

func entry(t testing.TB, r *resolve.Reading, fetched int64) *Entry {
	t.Helper()
	in := &Intake{Origin: "file-" + r.Article.Outlet, URL: r.Article.URL, Fetched: time.UnixMicro(fetched), Media: "text/plain", Bytes: []byte(r.Article.Text)}
	id := ReportID(r.Article)
	r.Article.ID = id
	e, err := Prepare(in, r, id, Engine{"1", "sha256:0"})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func openTest(t testing.TB) *Store {
	t.Helper()
	s, err := Open(context.Background(), filepath.Join(t.TempDir(), "a folder?", "ledger.db"), true)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func mustAdd(t testing.TB, s *Store, es ...*Entry) []Outcome {
	t.Helper()
	out, err := s.Add(context.Background(), es)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestLatestIsNewestMigration(t *testing.T) {
	for _, d := range []*dialect{&sqlite, &postgres} {
		files, err := fs.Glob(migrations, "migrations/"+d.name+"/*.sql")
		if err != nil || len(files) == 0 {
			t.Fatal("no migrations", err)
		}
		if !strings.Contains(files[len(files)-1], fmt.Sprintf("%05d_", d.latest)) {
			t.Errorf("%s: latest is %d, the newest file %s", d.name, d.latest, files[len(files)-1])
		}
	}
	if sqlite.latest != postgres.latest {
		t.Errorf("version %d of SQLite's tables, %d of PostgreSQL's", sqlite.latest, postgres.latest)
	}
}

func testAddTwiceAddsNothing(t *testing.T, open opener) {
	s := open(t)
	r := reading("https://example.com/1", "Example Times", "2026-03-02", sampleText)
	if got := mustAdd(t, s, entry(t, r, 1)); got[0] != Added {
		t.Errorf("first: %s", got[0])
	}
	if got := mustAdd(t, s, entry(t, r, 2)); got[0] != Known {
		t.Errorf("second: %s", got[0])
	}
	if got := mustAdd(t, s, entry(t, reading("https://example.com/1", "Example Times", "2026-03-02", sampleText+" More."), 3)); got[0] != Revised {
		t.Errorf("changed text: %s", got[0])
	}
	c, err := s.Counts(context.Background())
	if err != nil || c.Reports != 1 || c.Revisions != 2 || c.Snapshots != 2 || c.Statements != 1 {
		t.Errorf("counts %+v, %v", c, err)
	}
}

func testReadingComesBackWhole(t *testing.T, open opener) {
	s := open(t)
	r := reading("https://example.com/1", "Example Times", "2026-03-02T09:00:00+02:00", sampleText)
	e := entry(t, r, 1)
	mustAdd(t, s, e)
	got, err := s.Reading(context.Background(), e.Report)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got.Reading, r) {
		t.Errorf("got %+v\nwant %+v", got.Reading, r)
	}
}

// everything is all that the ledger's lists and readings show.
func everything(t *testing.T, s *Store) string {
	t.Helper()
	ctx := context.Background()
	var b strings.Builder
	all := Filter{Limit: -1}
	rs, err := s.Reports(ctx, all)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rs.Rows {
		d, err := s.Report(ctx, r.ID)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(&b, encode(d.Report), encode(d.Statements), encode(d.Events), encode(d.Figures), encode(d.Revisions))
	}
	os, err := s.Sources(ctx, all)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintln(&b, encode(os))
	for g, err := range s.Readings(ctx, true) {
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(&b, g.Revision, g.Current, g.Reading.Article.Published, len(g.Reading.Attributions))
	}
	return b.String()
}

func testOrderOfAddingDoesNotMatter(t *testing.T, open opener) {
	entries := func() (es []*Entry) {
		for i := range 12 {
			url := ""
			if i%3 > 0 {
				url = fmt.Sprintf("https://example.com/%d", i%5)
			}
			r := reading(url, fmt.Sprintf("Outlet %d", i%2), fmt.Sprintf("2026-03-%02d", 1+i%4), sampleText+strings.Repeat(" And more.", i%7))
			es = append(es, entry(t, r, int64(1000+i)))
		}
		// The same bytes fetched again; other bytes with the same article, one of them fetched first of all.
		for i, fetched := range []int64{1, 2000, 1500} {
			r := reading("https://example.com/0", "Outlet 0", "2026-03-01", sampleText)
			es = append(es, entry(t, r, fetched))
			r = reading("https://example.com/0", "Outlet 0", "2026-03-01", sampleText)
			r.Article.Modified, r.Article.Credit = fmt.Sprintf("2026-03-0%d", 3+i), fmt.Sprintf("Wire %d", i)
			r.Attributions[0].Hedged = i == 1
			e := entry(t, r, fetched+int64(i))
			in := *e.in
			in.Bytes = fmt.Appendf(nil, "%s <!-- ad %d -->", sampleText, i)
			e, err := Prepare(&in, r, e.Report, e.engine)
			if err != nil {
				t.Fatal(err)
			}
			es = append(es, e)
		}
		return es
	}
	var want string
	for round := range 8 {
		s := open(t)
		es := entries()
		rand.New(rand.NewSource(int64(round))).Shuffle(len(es), func(i, j int) { es[i], es[j] = es[j], es[i] })
		for len(es) > 0 {
			n := min(1+round, len(es))
			mustAdd(t, s, es[:n]...)
			es = es[n:]
		}
		got := everything(t, s)
		if want == "" {
			want = got
		}
		if got != want {
			t.Fatalf("round %d differs:\n%s\nwant\n%s", round, got, want)
		}
	}
}

func testListsAndPages(t *testing.T, open opener) {
	s := open(t)
	ctx := context.Background()
	for i := range 7 {
		mustAdd(t, s, entry(t, reading(fmt.Sprintf("https://example.com/%d", i), fmt.Sprintf("Outlet %d", i%2), fmt.Sprintf("2026-03-%02d", 1+i/2), sampleText+strings.Repeat(" Again!", i)), int64(i+1)))
	}
	count := func(f Filter) (n [5]int) {
		f.Limit = -1
		rs, err1 := s.Reports(ctx, f)
		ss, err2 := s.Statements(ctx, f)
		es, err3 := s.Events(ctx, f)
		fs, err4 := s.Figures(ctx, f)
		os, err5 := s.Sources(ctx, f)
		if err := errors.Join(err1, err2, err3, err4, err5); err != nil {
			t.Fatalf("%+v: %v", f, err)
		}
		return [5]int{len(rs.Rows), len(ss.Rows), len(es.Rows), len(fs.Rows), len(os.Rows)}
	}
	for _, c := range []struct {
		f    Filter
		want [5]int
	}{
		{Filter{}, [5]int{7, 7, 7, 7, 2}},
		{Filter{Outlet: "outlet 1"}, [5]int{3, 3, 3, 3, 2}},
		{Filter{From: "2026-03-03"}, [5]int{3, 3, 3, 3, 2}},
		{Filter{To: "2026-03-03"}, [5]int{6, 6, 6, 6, 2}},
		{Filter{To: "2026-03"}, [5]int{7, 7, 7, 7, 2}},
		{Filter{Source: "ana-ruiz"}, [5]int{7, 7, 7, 7, 1}},
		{Filter{Source: "OFFICIALS", Unnamed: true}, [5]int{7, 7, 7, 7, 1}},
		{Filter{Source: "nobody"}, [5]int{}},
		{Filter{Status: "happened"}, [5]int{7, 7, 7, 7, 2}},
		{Filter{Status: "denied"}, [5]int{0, 0, 0, 0, 2}},
		{Filter{Measure: "injured"}, [5]int{7, 7, 7, 7, 2}},
		{Filter{Country: "XX", Place: "marl"}, [5]int{7, 7, 7, 7, 2}},
		{Filter{Country: "XX", Status: "denied"}, [5]int{0, 0, 0, 0, 2}},
		{Filter{When: "2026-03-02"}, [5]int{7, 7, 7, 0, 2}},
		{Filter{When: "2026-03"}, [5]int{7, 7, 7, 0, 2}},
		{Filter{When: "2025"}, [5]int{0, 0, 0, 0, 2}},
		{Filter{Scope: "incident"}, [5]int{7, 7, 7, 7, 2}},
		{Filter{Scope: "cumulative"}, [5]int{7, 7, 7, 0, 2}},
		{Filter{Words: "worker hurts"}, [5]int{7, 7, 0, 0, 0}},
		{Filter{Words: `"three workers"`}, [5]int{7, 7, 7, 7, 0}},
		{Filter{Words: `again -marla`}, [5]int{0, 0, 0, 0, 0}},
		{Filter{Words: `-marla`}, [5]int{0, 7, 0, 0, 2}},
		{Filter{Words: `-submarine`}, [5]int{7, 7, 7, 7, 2}},
		{Filter{Words: `"..."`}, [5]int{}},
		{Filter{Words: `work*`}, [5]int{7, 7, 7, 7, 0}},
		{Filter{Words: `a" OR (* NEAR`}, [5]int{}},
	} {
		if got := count(c.f); got != c.want {
			t.Errorf("%+v: %v, want %v", c.f, got, c.want)
		}
	}
	whole, _ := s.Statements(ctx, Filter{})
	var paged []Statement
	f := Filter{Limit: 2}
	for {
		p, err := s.Statements(ctx, f)
		if err != nil {
			t.Fatal(err)
		}
		paged = append(paged, p.Rows...)
		if f.After = p.Next; f.After == "" {
			break
		}
	}
	if encode(paged) != encode(whole.Rows) {
		t.Error("pages joined are not the list")
	}
	if got := whole.Rows[0]; got.Who != "Ana Ruiz < two officials" || len(got.Chain) != 2 || got.Chain[1].Count != 2 || encode(got.Statuses) != `["happened"]` || encode(got.Figures) != `["three injured"]` {
		t.Errorf("statement %s", encode(got))
	}
	first, err := s.Sources(ctx, Filter{Limit: 1})
	if err != nil || first.Next == "" {
		t.Fatal(first, err)
	}
	if second, err := s.Sources(ctx, Filter{Limit: 1, After: first.Next}); err != nil || len(second.Rows) != 1 || second.Rows[0].Key == first.Rows[0].Key || second.Next != "" {
		t.Error(second, err)
	}
}

func testSearchMarksWords(t *testing.T, open opener) {
	s := open(t)
	mustAdd(t, s, entry(t, reading("", "Example Times", "2026-03-02", sampleText), 1))
	p, err := s.Search(context.Background(), Filter{Words: "workers MAS"})
	if err != nil || len(p.Rows) != 1 {
		t.Fatal(p, err)
	}
	var b strings.Builder
	for _, g := range p.Rows[0].Snippet {
		if g.Mark {
			b.WriteString("[" + g.Text + "]")
		} else {
			b.WriteString(g.Text)
		}
	}
	if want := "On Monday three [workers] were hurt in Marla, Ana Ruiz said, citing two officials. “[Más] tarde.”"; b.String() != want {
		t.Errorf("got %s", b.String())
	}
}

// What is odd in one report is no reason to lose it, or its batch.
func testOddValues(t *testing.T, open opener) {
	s := open(t)
	ctx := context.Background()
	var many strings.Builder
	for i := range 300_000 {
		fmt.Fprintf(&many, " w%06d", i)
	}
	r := reading("https://example.com/"+strings.Repeat("a", 5000), "Out\x00let", "2026-03-02", sampleText+many.String())
	var long strings.Builder // in many different letters, so that no compression helps
	for i := range 6000 {
		fmt.Fprint(&long, i*i%9973)
	}
	r.Article.Title, r.Sources[0].Name = "A\x00B", "Ana "+long.String()
	r.Article.Outlet += long.String()
	id := ReportID(r.Article)
	in := &Intake{Origin: "caf\xe9" + long.String(), Bytes: []byte("x"), Fetched: time.UnixMicro(3)}
	if err := s.Fail(ctx, []Failure{{Origin: in.Origin, Reason: "bad\x00", At: time.UnixMicro(1)}}); err != nil {
		t.Fatal(err)
	}
	e, err := Prepare(in, r, id, Engine{"1", "sha256:0"})
	if err != nil {
		t.Fatal(err)
	}
	mustAdd(t, s, e)
	if known, err := s.Known(ctx, in); known != id || err != nil {
		t.Error(known, err)
	}
	if fs, err := s.Failures(ctx); err != nil || len(fs) != 0 {
		t.Error("not cleared", err)
	}
	if got := problems(t, s); len(got) > 0 {
		t.Error(got)
	}
	if p, err := s.Search(ctx, Filter{Words: "w000123 workers"}); err != nil || len(p.Rows) != 1 {
		t.Error(len(p.Rows), err)
	}
}

func testFailures(t *testing.T, open opener) {
	s := open(t)
	ctx := context.Background()
	f := Failure{Origin: "file-Example Times", Reason: "it was torn", At: time.UnixMicro(5).UTC()}
	for range 2 {
		if err := s.Fail(ctx, []Failure{f}); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := s.Failures(ctx); err != nil || len(got) != 1 || got[0] != f {
		t.Fatal(got, err)
	}
	mustAdd(t, s, entry(t, reading("", "Example Times", "2026-03-02", sampleText), 9))
	if got, err := s.Failures(ctx); err != nil || len(got) != 0 {
		t.Error("not cleared:", got, err)
	}
}

// A ledger in a folder that cannot be written to is read and checked; a write says why not.
func TestReadOnly(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root writes everywhere")
	}
	ctx, dir := context.Background(), t.TempDir()
	path := filepath.Join(dir, "a.db")
	s, err := Open(ctx, path, true)
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	os.Chmod(path, 0o400)
	os.Chmod(dir, 0o500)
	defer os.Chmod(dir, 0o700)
	if s, err = Open(ctx, path, false); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.Failures(ctx); err != nil {
		t.Error(err)
	}
	if err := s.Fail(ctx, []Failure{{Origin: "x", Reason: "y", At: time.Now()}}); !errors.Is(err, ErrReadOnly) {
		t.Error(err)
	}
}

// Several who make one new ledger at the same time all get it.
func TestOpenAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new.db")
	var all sync.WaitGroup
	for range 6 {
		all.Go(func() {
			s, err := Open(context.Background(), path, true)
			if err != nil {
				t.Error(err)
				return
			}
			s.Close()
		})
	}
	all.Wait()
}

func TestOpenErrors(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	write := func(name, content string) string {
		p := filepath.Join(dir, name)
		if err := os.WriteFile(p, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return p
	}
	newer := filepath.Join(dir, "newer.db")
	s, err := Open(ctx, newer, true)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.write.Exec("INSERT INTO goose_db_version (version_id, is_applied) VALUES (999, TRUE)"); err != nil {
		t.Fatal(err)
	}
	s.Close()
	for _, c := range []struct {
		path string
		want error
	}{
		{filepath.Join(dir, "none.db"), ErrMissing},
		{write("notes.txt", strings.Repeat("these are notes, no ledger\n", 100)), ErrNotLedger},
		{dir, ErrNotLedger},
		{write("empty.db", ""), ErrMissing},
		{newer, ErrNewer},
	} {
		s, err := Open(ctx, c.path, false)
		if !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", c.path, err, c.want)
		}
		if err == nil {
			s.Close()
		}
	}
}
