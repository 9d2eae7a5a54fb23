package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"sayso/article"
)

func problems(t *testing.T, s *Store) (out []string) {
	t.Helper()
	done, err := s.Check(context.Background(), Engine{"1", "sha256:0"}, func(p Problem) {
		if p.WayOut == "" {
			t.Errorf("no way out of %+v", p)
		}
		out = append(out, p.What+": "+p.Wrong)
	})
	if err != nil {
		t.Fatal(err)
	}
	if done.Problems != len(out) {
		t.Errorf("%d problems told, %d counted", len(out), done.Problems)
	}
	return out
}

// dialects write what a test does behind the store's back.
var dialects = map[string]*strings.Replacer{
	"sqlite":   strings.NewReplacer("{x00}", "x'00'", "{xff}", "x'ff'", "{unbound}", "PRAGMA foreign_keys = 0; ", "{bound}", "; PRAGMA foreign_keys = 1"),
	"postgres": strings.NewReplacer("{x00}", `'\x00'`, "{xff}", `'\xff'`, "{unbound}", "SET session_replication_role = replica; ", "{bound}", "; SET session_replication_role = origin"),
}

// Every kind of damage is found, named and has a way out.
func testCheckFindsDamage(t *testing.T, open opener) {
	for _, c := range []struct{ damage, want string }{
		{"UPDATE snapshot SET size = size + 1", "its bytes are not those that came in"},
		{"UPDATE snapshot SET bytes = {x00}", "cannot be unpacked"},
		{"UPDATE revision SET text_sha256 = ''", "not the text that was read"},
		{"UPDATE revision SET text = 'x' || text", "not the text that was read"},
		{"UPDATE revision SET text = '', text_sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'", "of its spans lie outside the text"},
		{"UPDATE revision SET authors = '{'", "cannot be decoded"},
		{"UPDATE reading SET body = {xff}", "cannot be decoded"},
		{"DELETE FROM reading", "it has no reading"},
		{"DELETE FROM figure", "its rows"},
		{"UPDATE event SET stop = stop + 1", "its words are not those of the text"},
		{"UPDATE figure SET start = -1", "its words are not those of the text"},
		{"UPDATE report SET current = NULL", "newest revision is not the one"},
		{"{unbound}DELETE FROM intake{bound}", "no snapshot leads to it"},
		{"{unbound}DELETE FROM source{bound}", "a source that is not there"},
		{"DROP TRIGGER statement_removed; DELETE FROM chain; DELETE FROM event; DELETE FROM figure; DELETE FROM statement", "it does not fit the texts"},
		{"INSERT INTO decision (id, at, who, kind, subject, anchor, body, why, reverses) VALUES ('d', 1, 'w', 'k', 's', '{}', '{}', '', 'gone')", "takes back decision gone"},
	} {
		s := open(t)
		damage := dialects[s.d.name].Replace(c.damage)
		if strings.Contains(damage, "TRIGGER") && s.d.name != "sqlite" {
			continue // PostgreSQL's index cannot be left behind
		}
		mustAdd(t, s, entry(t, reading("", "Example Times", "2026-03-02", sampleText), 1))
		if got := problems(t, s); len(got) > 0 {
			t.Fatalf("a sound ledger: %v", got)
		}
		if _, err := s.write.Exec(damage); err != nil {
			t.Fatal(damage, err)
		}
		if got := problems(t, s); !strings.Contains(strings.Join(got, "\n"), c.want) {
			t.Errorf("%s: %v", c.damage, got)
		}
	}
}

// A re-reading makes good what can be made again.
func testRereadRepairs(t *testing.T, open opener) {
	s := open(t)
	ctx := context.Background()
	r := reading("https://example.com/1", "Example Times", "2026-03-02", sampleText)
	e := entry(t, r, 1)
	mustAdd(t, s, e)
	before := everything(t, s)
	for _, damage := range []string{"DELETE FROM figure", "UPDATE revision SET text = 'x'", "UPDATE report SET current = NULL", "DELETE FROM reading", "UPDATE statement SET content = content || content"} {
		if _, err := s.write.Exec(damage); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Reindex(ctx); err != nil {
		t.Fatal(err)
	}
	n := 0
	for k, err := range s.Kept(ctx, nil) {
		if err != nil {
			t.Fatal(err)
		}
		if string(k.Bytes) != sampleText || k.Report != e.Report || k.URL != r.Article.URL {
			t.Errorf("kept %+v", k)
		}
		g, err := PrepareAgain(k, r, Engine{"1", "sha256:0"})
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Reread(ctx, []*Rereading{g}); err != nil {
			t.Fatal(err)
		}
		n++
	}
	if n != 1 {
		t.Fatal(n)
	}
	if got := problems(t, s); len(got) > 0 {
		t.Error(got)
	}
	if after := everything(t, s); after != before {
		t.Errorf("got\n%s\nwant\n%s", after, before)
	}
	for range s.Kept(ctx, &Engine{"1", "sha256:0"}) {
		t.Error("a reading of this engine is called stale")
	}
	for k, err := range s.Kept(ctx, &Engine{"2", "sha256:0"}) {
		if err != nil {
			t.Fatal(err)
		}
		n += len(k.Bytes)
	}
	if n == 1 {
		t.Error("a reading of another engine is not called stale")
	}
}

func TestFullDiskLosesNothing(t *testing.T) {
	s := openTest(t)
	mustAdd(t, s, entry(t, reading("https://example.com/0", "Example Times", "2026-03-02", sampleText), 1))
	if _, err := s.write.Exec("PRAGMA max_page_count = 1"); err != nil { // SQLite raises it to what is in use
		t.Fatal(err)
	}
	var full error
	for i := 1; i < 200 && full == nil; i++ {
		_, full = s.Add(context.Background(), []*Entry{entry(t, reading(fmt.Sprintf("https://example.com/%d", i), "Example Times", "2026-03-02", sampleText+strings.Repeat(" More.", 500)), int64(i))})
	}
	if !errors.Is(full, ErrFull) || !strings.HasPrefix(full.Error(), "write ledger "+s.Path) {
		t.Fatal(full)
	}
	if got := problems(t, s); len(got) > 0 {
		t.Error(got)
	}
}

func testFind(t *testing.T, open opener) {
	s := open(t)
	e := entry(t, reading("https://example.com/1", "Example Times", "2026-03-02", sampleText), 1)
	mustAdd(t, s, e)
	for _, c := range []struct {
		id   string
		kind Kind
		want string
		err  error
	}{
		{e.Report, KindReport, e.Report, nil},
		{e.Report[:6], KindReport, e.Report, nil},
		{e.Revision[:8], KindRevision, e.Revision, nil},
		{e.Revision[:8] + "-a1", KindStatement, e.Revision + "-a1", nil},
		{e.Revision + "-e1", KindEvent, e.Revision + "-e1", nil},
		{e.Revision + "-f1", KindFigure, e.Revision + "-f1", nil},
		{"ana-ruiz", KindSource, "ana-ruiz", nil},
		{"unnamed:two-officials", KindSource, "unnamed:two-officials", nil},
		{"ffffffff", "", "", ErrNotFound},
		{"abc", "", "", ErrNotFound},
		{"%%%%", "", "", ErrNotFound},
	} {
		kind, id, err := s.Find(context.Background(), c.id)
		if !errors.Is(err, c.err) || err == nil && (kind != c.kind || id != c.want) {
			t.Errorf("%s: %s %s %v", c.id, kind, id, err)
		}
	}
	if k, err := s.Snapshot(context.Background(), e.Revision); err != nil || string(k.Bytes) != sampleText {
		t.Errorf("snapshot %+v %v", k, err)
	}
	if _, err := s.Snapshot(context.Background(), "0000"); !errors.Is(err, ErrNotFound) {
		t.Error(err)
	}
	st, err := s.Statement(context.Background(), e.Revision+"-a1")
	if err != nil || st.Content != "three workers were hurt" || len(st.Chain) != 2 {
		t.Errorf("%+v %v", st, err)
	}
	d, err := s.Source(context.Background(), "unnamed:two-officials", Filter{})
	if err != nil || len(d.Namings) != 1 || len(d.Statements.Rows) != 1 || d.Source.Statements != 1 || !d.Source.Anonymous {
		t.Errorf("%+v %v", d, err)
	}
}

func testDecisionsAreKept(t *testing.T, open opener) {
	s := open(t)
	ctx := context.Background()
	d := Decision{At: time.UnixMicro(7).UTC(), Who: "ed", Kind: "correct", Subject: "x-a1", Anchor: Anchor{Revision: "x", Start: 1, End: 3, Words: "ab"}, Body: []byte(`{"form":"direct"}`), Why: "it is quoted"}
	if _, err := s.Decide(ctx, Decision{At: d.At, Who: "ed\x00", Kind: "confirm", Subject: "x-a2", Why: "\xff\x00"}); err != nil {
		t.Error("odd bytes in a reason:", err)
	}
	first, err := s.Decide(ctx, d)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := s.Decide(ctx, d); err != nil || again != first {
		t.Error(again, err)
	}
	if _, err := s.Decide(ctx, Decision{At: time.UnixMicro(9).UTC(), Who: "ed", Kind: "retract", Subject: "x-a1", Reverses: first}); err != nil {
		t.Error(err)
	}
	if _, err := s.Decide(ctx, Decision{At: time.UnixMicro(11).UTC(), Who: "bo", Kind: "retract", Subject: "x-a1", Reverses: first}); !errors.Is(err, ErrUndone) {
		t.Error("taken back twice:", err)
	}
	if _, err := s.Decide(ctx, Decision{Who: "ed", Kind: "retract", Subject: "x-a1", Reverses: "nothing"}); !errors.Is(err, ErrNotFound) {
		t.Error(err)
	}
	got, err := s.Decisions(ctx)
	d.ID = first
	if err != nil || len(got) != 3 || encode(got[0]) != encode(d) && encode(got[1]) != encode(d) {
		t.Errorf("%s %v", encode(got), err)
	}
}

func TestAround(t *testing.T) {
	text := "First line.\nA line with Zürich in it.\n" + strings.Repeat("ä", 300) + " mid " + strings.Repeat("ö", 300)
	for _, c := range []struct{ words, want string }{
		{"Zürich", "A line with Zürich in it."},
		{"First", "First line."},
		{"mid", "mid"},
	} {
		i := strings.Index(text, c.words)
		if got := around(text, article.Span{Start: i, End: i + len(c.words)}); strings.Trim(got, "… ") != c.want {
			t.Errorf("%s: %q", c.words, got)
		}
	}
}
