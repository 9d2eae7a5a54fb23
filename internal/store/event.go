package store

import "context"

// An Event is an event with the report it stands in.
type Event struct {
	ID         string  `json:"id"` // the revision's id, "-", the id in the reading
	Local      string  `json:"local"`
	In         In      `json:"in"`
	Type       string  `json:"type"`
	Mode       string  `json:"mode"`
	Trigger    string  `json:"trigger"`
	Actors     string  `json:"actors"` // names joined by "; "
	Targets    string  `json:"targets"`
	Place      string  `json:"place"`
	Country    string  `json:"country"`
	Time       string  `json:"time"`  // ISO 8601 / TIMEX3
	First      string  `json:"first"` // days it can mean
	Last       string  `json:"last"`
	Status     string  `json:"status"`
	Certainty  string  `json:"certainty"`
	Factuality float64 `json:"factuality"`
	Negated    bool    `json:"negated"`
	Salient    bool    `json:"salient"` // worth a line on a page
	Background bool    `json:"background"`
	Statement  string  `json:"statement"` // id of the statement that says it, "" for the report's own voice
	Who        string  `json:"who"`       // that statement's chain
	Context    string  `json:"context"`   // the words around the trigger; the trigger alone where the event is not salient
	Start      int     `json:"start"`     // bytes in the text
	End        int     `json:"end"`
}

const eventColumns = `SELECT v.at, v.id, e.n, e.local, ` + inColumns + `, e.type, e.mode, e.trigger, e.actors, e.targets, e.place, e.country, e.time, e.first, e.last,
	e.status, e.certainty, e.factuality, e.negated, e.salient, e.background, coalesce(s.local, ''), coalesce(s.who, ''), e.context, e.start, e.stop
	FROM ` + newest + ` JOIN event e ON e.revision = v.n LEFT JOIN statement s ON s.n = e.statement`

func scanEvent(row scanner, p *position) (e Event, err error) {
	to := append([]any{&p.at, &p.revision, &p.n, &e.Local}, e.In.into()...)
	to = append(to, &e.Type, &e.Mode, &e.Trigger, &e.Actors, &e.Targets, &e.Place, &e.Country, &e.Time, &e.First, &e.Last,
		&e.Status, &e.Certainty, &e.Factuality, &e.Negated, &e.Salient, &e.Background, &e.Statement, &e.Who, &e.Context, &e.Start, &e.End)
	err = row.Scan(to...)
	e.ID, e.Statement = p.revision+"-"+e.Local, globalID(p.revision, e.Statement)
	return e, err
}

// globalID is the ledger's id for what has this id in a reading; "" stays.
func globalID(revision, local string) string {
	if local == "" {
		return ""
	}
	return revision + "-" + local
}

// Events lists events, those of the newest publication first and in text order within a report.
func (s *Store) Events(ctx context.Context, f Filter) (Page[Event], error) {
	q := &query{}
	q.reports(&f)
	q.cites(&f, "e.statement")
	q.background(&f, "e.background")
	q.near(&f, "e.context", "e.actors", "e.targets", "e.place")
	if f.Salient {
		q.add("e.salient")
	}
	q.events(&f, "")
	if f.Measure != "" {
		q.add("EXISTS (SELECT 1 FROM figure g WHERE g.revision = v.n AND g.event = e.local AND g.measure = ?)", f.Measure)
	}
	if err := q.after(f.After, "e.n"); err != nil {
		return Page[Event]{}, err
	}
	return list(ctx, s, f, eventColumns, q, scanEvent)
}
