package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"reflect"
	"unicode/utf8"

	"sayso/article"
	"sayso/resolve"
)

// A Problem is something in a ledger that is not as it must be.
type Problem struct {
	What   string `json:"what"`    // the thing: "snapshot 3f9c…", "statement 3f9c…-a1"
	Wrong  string `json:"wrong"`   // what is wrong with it
	WayOut string `json:"way_out"` // what can be done
}

// A Checked is what a check has seen.
type Checked struct {
	Reports   int `json:"reports"`
	Revisions int `json:"revisions"`
	Snapshots int `json:"snapshots"`
	Spans     int `json:"spans"`
	Stale     int `json:"stale"` // readings that another engine made: no problem, but they can be made again
	Problems  int `json:"problems"`
}

// The ways out of what a check can find.
const (
	outReread  = "sayso reread makes it again from the snapshots"
	outRestore = "the bytes cannot be made again: restore the ledger from a backup, or add the report again"
	outRecover = "copy what can be read with: sqlite3 LEDGER .recover | sqlite3 NEW.db, then sayso check --ledger NEW.db; or restore a backup"
)

// checker goes through a ledger and tells of every problem.
type checker struct {
	s      *Store
	ctx    context.Context
	engine Engine
	tell   func(Problem)
	done   Checked
}

// Check looks whether the ledger is whole: the file's own structure, every foreign key, the hash of
// every snapshot and text, that every span lies on rune boundaries and says what its row says, that
// the newest revision is known, the search index complete and every queued report accounted for. Problems go to tell; an error means
// that the check could not be finished.
func (s *Store) Check(ctx context.Context, engine Engine, tell func(Problem)) (Checked, error) {
	c := &checker{s: s, ctx: ctx, engine: engine, tell: tell}
	for _, step := range []func() error{c.engineCheck, c.snapshots, c.revisions, c.readings, c.rows, c.links, c.jobs} {
		if err := step(); err != nil {
			return c.done, fmt.Errorf("check ledger %s: %w", s.Path, err)
		}
	}
	return c.done, nil
}

func (c *checker) problem(what, wrong, out string) {
	c.done.Problems++
	c.tell(Problem{what, wrong, out})
}

func (c *checker) each(sql string, f func(scanner) error, args ...any) error {
	return c.s.each(c.ctx, sql, f, args...)
}

// engineCheck asks the database engine about the file and the keys.
func (c *checker) engineCheck() error {
	return c.s.d.check(c.ctx, c.s, c.problem)
}

func (c *checker) snapshots() error {
	return c.each("SELECT sha256, size, bytes FROM snapshot ORDER BY n", func(row scanner) error {
		var want string
		var size int
		var packed []byte
		if err := row.Scan(&want, &size, &packed); err != nil {
			return err
		}
		c.done.Snapshots++
		b, err := unpack(packed)
		if err != nil {
			c.problem("snapshot "+want, "its bytes cannot be unpacked: "+err.Error(), outRestore)
			return nil
		}
		if got := sha256.Sum256(b); hex.EncodeToString(got[:]) != want || len(b) != size {
			c.problem("snapshot "+want, "its bytes are not those that came in: the hash differs", outRestore)
		}
		return nil
	})
}

// revisions checks that each text is the one that was read, that it has come from somewhere and has a reading, and
// that each report names its newest.
func (c *checker) revisions() error {
	err := c.each("SELECT v.id, v.text, v.text_sha256, (SELECT count(*) FROM intake i WHERE i.revision = v.n), (SELECT count(*) FROM reading g WHERE g.revision = v.n) FROM revision v ORDER BY v.n", func(row scanner) error {
		var id, text, want string
		var intakes, readings int
		if err := row.Scan(&id, &text, &want, &intakes, &readings); err != nil {
			return err
		}
		c.done.Revisions++
		if got := sha256.Sum256([]byte(text)); hex.EncodeToString(got[:]) != want {
			c.problem("revision "+id, "its text is not the text that was read: the hash differs", outReread)
		}
		if !utf8.ValidString(text) {
			c.problem("revision "+id, "its text is not UTF-8", outReread)
		}
		if intakes == 0 {
			c.problem("revision "+id, "no snapshot leads to it", outRestore)
		}
		if readings == 0 {
			c.problem("revision "+id, "it has no reading", outReread)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return c.each("SELECT r.id, coalesce(r.current, 0), coalesce((SELECT v.n FROM revision v WHERE v.report = r.n ORDER BY v.changed DESC, v.seen DESC, v.id DESC LIMIT 1), 0) FROM report r ORDER BY r.n", func(row scanner) error {
		var id string
		var have, want int64
		if err := row.Scan(&id, &have, &want); err != nil {
			return err
		}
		c.done.Reports++
		if want == 0 {
			c.problem("report "+id, "it has no revision", outRestore)
		} else if have != want {
			c.problem("report "+id, "its newest revision is not the one it names", outReread)
		}
		return nil
	})
}

// readings looks at every span of every reading and counts the rows that must follow from it.
func (c *checker) readings() error {
	counts := map[string][4]int{}
	err := c.each("SELECT v.id, (SELECT count(*) FROM source x WHERE x.revision = v.n), (SELECT count(*) FROM statement x WHERE x.revision = v.n), (SELECT count(*) FROM event x WHERE x.revision = v.n), (SELECT count(*) FROM figure x WHERE x.revision = v.n) FROM revision v", func(row scanner) error {
		var id string
		var n [4]int
		err := row.Scan(&id, &n[0], &n[1], &n[2], &n[3])
		counts[id] = n
		return err
	})
	if err != nil {
		return err
	}
	return c.each("SELECT "+readingColumns+" ORDER BY v.n", func(row scanner) error {
		g, err := scanReading(row)
		if err != nil {
			id := "?"
			if g != nil {
				id = g.Revision
			}
			c.problem("reading of revision "+id, "it cannot be decoded: "+err.Error(), outReread)
			return nil
		}
		if g.Engine != c.engine {
			c.done.Stale++
		}
		r := g.Reading
		if want := [4]int{len(r.Sources), len(r.Attributions), len(r.Events), len(r.Figures)}; counts[g.Revision] != want {
			c.problem("revision "+g.Revision, fmt.Sprintf("its rows (sources, statements, events, figures) are %v, its reading says %v", counts[g.Revision], want), outReread)
		}
		c.spans(g)
		return nil
	})
}

func (c *checker) spans(g *StoredReading) {
	text := g.Reading.Article.Text
	bad := 0
	Spans(g.Reading, func(s article.Span) {
		c.done.Spans++
		if !Sound(text, s) {
			bad++
		}
	})
	if bad > 0 {
		c.problem("reading of revision "+g.Revision, fmt.Sprintf("%d of its spans lie outside the text or inside a letter", bad), outReread)
	}
}

// Sound reports whether s lies in text with both ends on rune boundaries.
func Sound(text string, s article.Span) bool {
	return 0 <= s.Start && s.Start <= s.End && s.End <= len(text) && boundary(text, s.Start) && boundary(text, s.End)
}

func boundary(text string, i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }

// Spans gives every span in r to f, whatever field it stands in.
func Spans(r *resolve.Reading, f func(article.Span)) {
	var walk func(reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer:
			if !v.IsNil() {
				walk(v.Elem())
			}
		case reflect.Slice:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		case reflect.Struct:
			if s, ok := v.Interface().(article.Span); ok {
				f(s)
				return
			}
			for i := range v.NumField() {
				if v.Type().Field(i).IsExported() {
					walk(v.Field(i))
				}
			}
		}
	}
	bare := *r
	bare.Article = nil
	walk(reflect.ValueOf(bare))
}

// rows holds the words of every row against the text.
func (c *checker) rows() error {
	for _, t := range []struct{ kind, words string }{{"event", "trigger"}, {"figure", "words"}} {
		err := c.each("SELECT v.id, v.text, x.local, x."+t.words+", x.start, x.stop FROM "+t.kind+" x JOIN revision v ON v.n = x.revision ORDER BY x.n", func(row scanner) error {
			var id, text, local, words string
			var s article.Span
			if err := row.Scan(&id, &text, &local, &words, &s.Start, &s.End); err != nil {
				return err
			}
			if !Sound(text, s) || s.Text(text) != words {
				c.problem(t.kind+" "+id+"-"+local, "its words are not those of the text", outReread)
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// links looks for decisions about what is not there.
func (c *checker) links() error {
	return c.each("SELECT d.id, d.reverses FROM decision d WHERE d.reverses <> '' AND NOT EXISTS (SELECT 1 FROM decision x WHERE x.id = d.reverses)", func(row scanner) error {
		var id, reverses string
		err := row.Scan(&id, &reverses)
		c.problem("decision "+id, "it takes back decision "+reverses+", which is not there", outRestore)
		return err
	})
}

// jobs counts the reports of every job.
func (c *checker) jobs() error {
	return c.each(`SELECT j.n, j.total, j.done, j.added + j.revised + j.known + j.failed, j.failed,
		(SELECT count(*) FROM job_item i WHERE i.job = j.n AND i.state = 'waiting'), (SELECT count(*) FROM job_item i WHERE i.job = j.n AND i.state = 'failed'), j.state FROM job j ORDER BY j.n`, func(row scanner) error {
		var n, total, done, sum, failed, waiting, bad int
		var state string
		err := row.Scan(&n, &total, &done, &sum, &failed, &waiting, &bad, &state)
		if done != sum || failed != bad || done+waiting != total || waiting > 0 && (state == JobDone || state == JobFailed) {
			c.problem(fmt.Sprintf("job %d", n), fmt.Sprintf("of %d reports it counts %d as done (%d by outcome, %d failed); %d wait and %d failed", total, done, sum, failed, waiting, bad), "add what was queued again: what is there is known and not read twice")
		}
		return err
	})
}
