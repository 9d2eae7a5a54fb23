package store

import "context"

// A Figure is a figure with the report it stands in.
type Figure struct {
	ID          string   `json:"id"` // the revision's id, "-", the id in the reading
	Local       string   `json:"local"`
	In          In       `json:"in"`
	Text        string   `json:"text"` // as written
	Measure     string   `json:"measure"`
	Unit        string   `json:"unit"`
	Low         *float64 `json:"low"`  // nil where open
	High        *float64 `json:"high"` // nil where open
	Approximate bool     `json:"approximate"`
	Hedged      bool     `json:"hedged"`
	Scope       string   `json:"scope"` // "incident" or "cumulative"
	Since       string   `json:"since"`
	AsOf        string   `json:"as_of"`
	Event       string   `json:"event"`     // id of the event it counts for, or ""
	PartOf      string   `json:"part_of"`   // id of the figure it is a part of, or ""
	Statement   string   `json:"statement"` // id of the statement that says it, "" for the report's own voice
	Who         string   `json:"who"`       // that statement's chain
	Context     string   `json:"context"`
	Start       int      `json:"start"` // bytes in the text
	End         int      `json:"end"`
}

const figureColumns = `SELECT v.at, v.id, g.n, g.local, ` + inColumns + `, g.words, g.measure, g.unit, g.low, g.high, g.approximate, g.hedged, g.scope, g.since, g.as_of,
	g.event, g.part_of, coalesce(s.local, ''), coalesce(s.who, ''), g.context, g.start, g.stop
	FROM ` + newest + ` JOIN figure g ON g.revision = v.n LEFT JOIN statement s ON s.n = g.statement`

func scanFigure(row scanner, p *position) (g Figure, err error) {
	to := append([]any{&p.at, &p.revision, &p.n, &g.Local}, g.In.into()...)
	to = append(to, &g.Text, &g.Measure, &g.Unit, &g.Low, &g.High, &g.Approximate, &g.Hedged, &g.Scope, &g.Since, &g.AsOf,
		&g.Event, &g.PartOf, &g.Statement, &g.Who, &g.Context, &g.Start, &g.End)
	err = row.Scan(to...)
	g.ID, g.Statement = p.revision+"-"+g.Local, globalID(p.revision, g.Statement)
	g.Event, g.PartOf = globalID(p.revision, g.Event), globalID(p.revision, g.PartOf)
	return g, err
}

// Figures lists figures, those of the newest publication first and in text order within a report.
func (s *Store) Figures(ctx context.Context, f Filter) (Page[Figure], error) {
	q := &query{}
	q.reports(&f)
	q.cites(&f, "g.statement")
	q.near(&f, "g.context", "g.measure", "g.unit")
	if f.Measure != "" {
		q.add("g.measure = ?", f.Measure)
	}
	if f.Scope != "" {
		q.add("g.scope = ?", f.Scope)
	}
	if f.When != "" {
		q.add("g.as_of >= ? AND g.as_of <= ?", f.When, f.When+"~")
		f.When = ""
	}
	q.events(&f, "e.revision = v.n AND e.local = g.event")
	if err := q.after(f.After, "g.n"); err != nil {
		return Page[Figure]{}, err
	}
	return list(ctx, s, f, figureColumns, q, scanFigure)
}
