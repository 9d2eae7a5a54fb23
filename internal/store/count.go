package store

import "context"

// Counts is what is in the ledger, for the home page. All but Revisions and Snapshots count the
// newest revisions only.
type Counts struct {
	Reports    int     `json:"reports"`
	Revisions  int     `json:"revisions"`
	Snapshots  int     `json:"snapshots"`
	Outlets    int     `json:"outlets"`
	Statements int     `json:"statements"`
	Sources    int     `json:"sources"` // keys
	Unnamed    int     `json:"unnamed"` // of them
	Events     int     `json:"events"`
	Figures    int     `json:"figures"`
	Words      int     `json:"words"`
	First      string  `json:"first"` // day of the first publication, or ""
	Last       string  `json:"last"`
	Failures   int     `json:"failures"` // not cleared
	Statuses   []Count `json:"statuses"` // of events, most first
	TopOutlets []Count `json:"top_outlets"`
}

// A Count is how many there are of something.
type Count struct {
	Name string `json:"name"`
	N    int    `json:"n"`
}

// Counts counts what is in the ledger.
func (s *Store) Counts(ctx context.Context) (*Counts, error) { return s.CountsAsOf(ctx, "") }

// CountsAsOf counts what was in the ledger by publication at the end of a day; "" is now. Snapshots and failures,
// which no report's day says anything of, are counted as they are.
func (s *Store) CountsAsOf(ctx context.Context, day string) (*Counts, error) {
	c := &Counts{}
	if day != "" {
		return c, s.countPast(ctx, c, day)
	}
	err := s.read.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM report), (SELECT count(*) FROM revision), (SELECT count(*) FROM snapshot),
		(SELECT count(*) FROM statement x JOIN report r ON r.current = x.revision),
		(SELECT count(DISTINCT x.key) FROM source x JOIN report r ON r.current = x.revision),
		(SELECT count(DISTINCT x.key) FROM source x JOIN report r ON r.current = x.revision WHERE x.anonymous),
		(SELECT count(*) FROM event x JOIN report r ON r.current = x.revision),
		(SELECT count(*) FROM figure x JOIN report r ON r.current = x.revision),
		(SELECT count(*) FROM failure WHERE cleared = 0)`).
		Scan(&c.Reports, &c.Revisions, &c.Snapshots, &c.Statements, &c.Sources, &c.Unnamed, &c.Events, &c.Figures, &c.Failures)
	if err != nil {
		return nil, s.d.explain(err)
	}
	err = s.read.QueryRowContext(ctx, `SELECT count(DISTINCT nullif(v.outlet, '')), coalesce(sum(v.words), 0), coalesce(min(nullif(v.day, '')), ''), coalesce(max(v.day), '')
		FROM revision v JOIN report r ON r.current = v.n`).Scan(&c.Outlets, &c.Words, &c.First, &c.Last)
	if err != nil {
		return nil, s.d.explain(err)
	}
	if c.Statuses, err = s.counted(ctx, "SELECT e.status, count(*) AS k FROM event e JOIN report r ON r.current = e.revision GROUP BY e.status ORDER BY k DESC, e.status"); err != nil {
		return nil, err
	}
	c.TopOutlets, err = s.counted(ctx, "SELECT v.outlet, count(*) AS k FROM revision v JOIN report r ON r.current = v.n WHERE v.outlet <> '' GROUP BY v.outlet ORDER BY k DESC, v.outlet LIMIT 20")
	return c, err
}

// countPast is [Store.Counts] over the revisions that stood as of a day.
func (s *Store) countPast(ctx context.Context, c *Counts, day string) (err error) {
	f := Filter{AsOf: day}
	of := func(table, what, cond string) string {
		return f.present("(SELECT count(" + what + ") FROM " + table + " x JOIN revision v ON v.n = x.revision JOIN report r ON r.current = v.n WHERE " + cond + ")")
	}
	err = s.read.QueryRowContext(ctx, "SELECT "+f.present("(SELECT count(*) FROM revision v JOIN report r ON r.current = v.n)")+
		", (SELECT count(*) FROM revision v WHERE "+stoodBy("v", day)+"), (SELECT count(*) FROM snapshot), "+of("statement", "*", "TRUE")+", "+
		of("source", "DISTINCT x.key", "TRUE")+", "+of("source", "DISTINCT x.key", "x.anonymous")+", "+of("event", "*", "TRUE")+", "+of("figure", "*", "TRUE")+
		", (SELECT count(*) FROM failure WHERE cleared = 0)").
		Scan(&c.Reports, &c.Revisions, &c.Snapshots, &c.Statements, &c.Sources, &c.Unnamed, &c.Events, &c.Figures, &c.Failures)
	if err != nil {
		return s.d.explain(err)
	}
	err = s.read.QueryRowContext(ctx, f.present(`SELECT count(DISTINCT nullif(v.outlet, '')), coalesce(sum(v.words), 0), coalesce(min(nullif(v.day, '')), ''), coalesce(max(v.day), '')
		FROM revision v JOIN report r ON r.current = v.n`)).Scan(&c.Outlets, &c.Words, &c.First, &c.Last)
	if err != nil {
		return s.d.explain(err)
	}
	if c.Statuses, err = s.counted(ctx, f.present("SELECT e.status, count(*) AS k FROM event e JOIN revision v ON v.n = e.revision JOIN report r ON r.current = v.n GROUP BY e.status ORDER BY k DESC, e.status")); err != nil {
		return err
	}
	c.TopOutlets, err = s.counted(ctx, f.present("SELECT v.outlet, count(*) AS k FROM revision v JOIN report r ON r.current = v.n WHERE v.outlet <> '' GROUP BY v.outlet ORDER BY k DESC, v.outlet LIMIT 20"))
	return err
}

// Measures is every measure that figures have, most frequent first.
func (s *Store) Measures(ctx context.Context) ([]Count, error) {
	return s.counted(ctx, "SELECT g.measure, count(*) AS k FROM figure g JOIN report r ON r.current = g.revision GROUP BY g.measure ORDER BY k DESC, g.measure")
}

func (s *Store) counted(ctx context.Context, sql string) ([]Count, error) {
	out := []Count{}
	err := s.each(ctx, sql, func(row scanner) error {
		var c Count
		err := row.Scan(&c.Name, &c.N)
		out = append(out, c)
		return err
	})
	return out, err
}
