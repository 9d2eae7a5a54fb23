package store

import (
	"context"
	"encoding/json"
	"errors"
	"time"
)

// A Report is one report as lists show it: its newest revision.
type Report struct {
	ID         string    `json:"id"`
	Revision   string    `json:"revision"`
	URL        string    `json:"url"`
	Outlet     string    `json:"outlet"`
	Title      string    `json:"title"`
	Authors    []string  `json:"authors"`
	Credit     string    `json:"credit"`
	Published  string    `json:"published"` // as printed
	Day        string    `json:"day"`       // 2006-01-02, or ""
	Language   string    `json:"language"`
	Words      int       `json:"words"`
	Seen       time.Time `json:"seen"` // when its bytes were first fetched
	Revisions  int       `json:"revisions"`
	Statements int       `json:"statements"`
	Events     int       `json:"events"`
	Figures    int       `json:"figures"`
}

const reportColumns = `SELECT v.at, v.id, 0, r.id, v.url, v.outlet, v.title, v.authors, v.credit, v.published, v.day, v.language, v.words, v.seen,
	(SELECT count(*) FROM revision x WHERE x.report = v.report), (SELECT count(*) FROM statement x WHERE x.revision = v.n),
	(SELECT count(*) FROM event x WHERE x.revision = v.n), (SELECT count(*) FROM figure x WHERE x.revision = v.n)
	FROM ` + newest + ``

func scanReport(row scanner, p *position) (r Report, err error) {
	var authors string
	var seen int64
	err = row.Scan(&p.at, &p.revision, &p.n, &r.ID, &r.URL, &r.Outlet, &r.Title, &authors, &r.Credit, &r.Published, &r.Day, &r.Language, &r.Words, &seen,
		&r.Revisions, &r.Statements, &r.Events, &r.Figures)
	if err != nil {
		return r, err
	}
	r.Revision, r.Seen = p.revision, moment(seen)
	return r, json.Unmarshal([]byte(authors), &r.Authors)
}

// Reports lists reports, the newest publication first.
func (s *Store) Reports(ctx context.Context, f Filter) (Page[Report], error) {
	q := &query{}
	q.reports(&f)
	q.match(s.d, s.d.reportMatch, f.Words)
	if f.Source != "" || f.Unnamed || f.Kind != "" {
		cond, args := f.cited()
		q.add("v.n IN (SELECT o.revision FROM source o WHERE "+cond+")", args...)
	}
	q.events(&f, "e.revision = v.n")
	if f.Measure != "" {
		q.add("EXISTS (SELECT 1 FROM figure g WHERE g.revision = v.n AND g.measure = ?)", f.Measure)
	}
	if err := q.after(f.After, "0"); err != nil {
		return Page[Report]{}, err
	}
	return list(ctx, s, f, reportColumns, q, scanReport)
}

// A Revision is one version of a report, with where its bytes came from.
type Revision struct {
	ID       string    `json:"id"`
	Current  bool      `json:"current"`
	Title    string    `json:"title"`
	Modified string    `json:"modified"`
	Words    int       `json:"words"`
	Seen     time.Time `json:"seen"`
	Intakes  []Arrival `json:"intakes"`
}

// An Arrival is one time that bytes came in for a revision.
type Arrival struct {
	Origin  string              `json:"origin"`
	URL     string              `json:"url"`
	Fetched time.Time           `json:"fetched"`
	Status  int                 `json:"status"` // HTTP status, 0 for a file
	Headers map[string][]string `json:"headers"`
	Given   Given               `json:"given"`
	SHA256  string              `json:"sha256"` // of the bytes
	Size    int                 `json:"size"`
	Media   string              `json:"media"`
}

// A ReportDetail is all that the ledger has on one report: its row, the newest reading and every revision.
type ReportDetail struct {
	Report     Report
	Reading    *StoredReading
	Statements []Statement // of the newest revision, in text order
	Events     []Event
	Figures    []Figure
	Revisions  []Revision // newest first
}

// Report is the report with this id. [ErrNotFound] where there is none.
func (s *Store) Report(ctx context.Context, id string) (*ReportDetail, error) {
	d := &ReportDetail{}
	var err error
	if d.Report, err = scanReport(s.read.QueryRowContext(ctx, reportColumns+" WHERE r.id = $1", id), &position{}); err != nil {
		return nil, s.notFound("report", id, err)
	}
	if d.Reading, err = s.Reading(ctx, id); err != nil {
		return nil, err
	}
	all := Filter{Report: id, Limit: -1}
	statements, err := s.Statements(ctx, all)
	if err != nil {
		return nil, err
	}
	events, err := s.Events(ctx, all)
	if err != nil {
		return nil, err
	}
	figures, err := s.Figures(ctx, all)
	if err != nil {
		return nil, err
	}
	d.Statements, d.Events, d.Figures = statements.Rows, events.Rows, figures.Rows
	d.Revisions, err = s.Revisions(ctx, id)
	return d, err
}

// Revisions is every version of a report, the newest first, with where its bytes came from.
func (s *Store) Revisions(ctx context.Context, report string) ([]Revision, error) {
	return s.revisions(ctx, report, "TRUE")
}

// RevisionsBy are the versions that a report had at the end of a day, the one that was its text then first.
func (s *Store) RevisionsBy(ctx context.Context, report, day string) ([]Revision, error) {
	out, err := s.revisions(ctx, report, stoodBy("v", day))
	for i := range out {
		out[i].Current = i == 0
	}
	return out, err
}

func (s *Store) revisions(ctx context.Context, report, cond string) ([]Revision, error) {
	out := []Revision{}
	err := s.each(ctx, `SELECT v.id, r.current = v.n, v.title, v.modified, v.words, v.seen,
		i.origin, i.url, i.fetched, i.status, i.headers, i.given, p.sha256, p.size, p.media
		FROM report r JOIN revision v ON v.report = r.n JOIN intake i ON i.revision = v.n JOIN snapshot p ON p.n = i.snapshot
		WHERE r.id = $1 AND `+cond+` ORDER BY v.changed DESC, v.seen DESC, v.id DESC, i.fetched, i.id`, func(row scanner) error {
		var v Revision
		var a Arrival
		var seen, fetched int64
		var headers, given string
		if err := row.Scan(&v.ID, &v.Current, &v.Title, &v.Modified, &v.Words, &seen, &a.Origin, &a.URL, &fetched, &a.Status, &headers, &given, &a.SHA256, &a.Size, &a.Media); err != nil {
			return err
		}
		v.Seen, a.Fetched = moment(seen), moment(fetched)
		if err := errors.Join(json.Unmarshal([]byte(headers), &a.Headers), json.Unmarshal([]byte(given), &a.Given)); err != nil {
			return err
		}
		if len(out) == 0 || out[len(out)-1].ID != v.ID {
			out = append(out, v)
		}
		last := &out[len(out)-1]
		last.Intakes = append(last.Intakes, a)
		return nil
	}, report)
	return out, err
}
