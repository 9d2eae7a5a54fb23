package web

import (
	"context"
	"fmt"
	"net/http"
	"net/url"
	"strings"

	"sayso/article"
	"sayso/export"
	"sayso/internal/access"
	"sayso/internal/live"
	"sayso/internal/store"
	"sayso/resolve"
)

// reportData is a report's page: its text with what was read in it, and the rows beside it.
type reportData struct {
	Report        store.Report
	Revisions     []store.Revision
	Paragraphs    []paragraph
	Cards         []card
	Events        []eventRow
	Days          []dayRow // the dated ones by their days
	Undated       int      // events worth a row without days
	Figures       []figureRow
	NonStatements []string
	Own           int            // per cent of the text that is the report's own voice
	Salient       int            // events worth a row
	Across        *live.InReport // nil where the ledger does not have it

	Claims  map[string]string    // pages of the claims, and of the events across reports, of the shown text, by id in the reading
	Told    map[string]string    // where it is the present one
	Decided map[string][]decided // by id in the reading

	dated
	reading *store.StoredReading
	may     bool // the reader can decide
}

func (d *reportData) pageTitle() string { return d.Report.Title }

// A deciding is what the template needs to show what was decided about one row, and the form to decide.
type deciding struct {
	Subject, Back string // Subject is "" for who may not decide
	Decided       []decided
}

// Deciding is what was decided about the row with that id.
func (d *reportData) Deciding(id string) deciding {
	out := deciding{Decided: d.Decided[id]}
	if d.may {
		out.Subject, out.Back = d.reading.Revision+"-"+id, d.place(id)
	}
	return out
}

// place is the address of a row of the shown text.
func (d *reportData) place(id string) string {
	u := &url.URL{Path: "/reports/" + d.Report.ID, RawQuery: "revision=" + d.reading.Revision, Fragment: "row-" + id}
	if d.Day == "" {
		return u.String()
	}
	return withDay(u, d.Day)
}

// printed is the reading in its published form, the same as `sayso read --format json` prints.
func (d *reportData) printed() any {
	return struct {
		Report    store.Report         `json:"entry"`
		Revisions []store.Revision     `json:"revisions"`
		Across    *live.InReport       `json:"across"`
		Decided   map[string][]decided `json:"decided,omitempty"`
		dated
		*export.Reading
	}{d.Report, d.Revisions, d.Across, d.Decided, d.dated, export.Of(d.reading.Reading, export.Engine{Version: d.reading.Engine.Version, Model: d.reading.Engine.Model})}
}

// A card is a statement's row beside the text.
type card struct {
	ID, Number string
	Voice      string // class: named, unnamed or nobody
	Chain      []link // origin first
	Doubt      string
	Cue        string
	Form       string
	Stance     string
	Hedged     bool
	Background bool
	Inside     string // id of the statement that holds it
	Via        string
	Access     string
	Reason     string
	Content    string
	Events     []eventRow
	Figures    []figureRow
}

// A link is one source of a chain.
type link struct {
	Key, Label, Kind, Role string
	Anonymous              bool
	Count                  int
}

type eventRow struct {
	ID, Trigger, Status, Certainty, Type, Place, Time, First, Last string
	Actors, Targets                                                string
	Statement, Number                                              string // who says it; "" is the report itself
	Because                                                        string
	Negated, Background, Salient                                   bool
	Span                                                           article.Span
}

type figureRow struct {
	ID, Text, Measure, Unit, Scope, Since, AsOf, Range, PartOf string
	Statement, Number                                          string
	Approximate, Hedged                                        bool
	Span                                                       article.Span
}

func (s *Server) report(r *http.Request) (any, error) {
	st, day, err := s.linked(r)
	if err != nil {
		return nil, err
	}
	got, err := s.store.Report(r.Context(), r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	if err := s.standAt(r.Context(), got, day.Day); err != nil {
		return nil, err
	}
	if rev := r.URL.Query().Get("revision"); rev != "" {
		if got.Reading, err = s.store.Reading(r.Context(), rev); err != nil {
			return nil, err
		}
	}
	d := newReportData(got, got.Reading)
	d.dated, d.may = day, who(r).Role.May(access.Reviewer)
	if d.Decided, err = s.decisionsOn(r.Context(), got.Reading); err != nil {
		return nil, err
	}
	if st != nil {
		d.Across = st.InReport(got.Report.ID)
	}
	if d.Across != nil && got.Reading.Revision == got.Report.Revision {
		d.Claims, d.Told = d.Across.Claims, d.Across.Events
	}
	return d, nil
}

// standAt puts a report back to how it stood at the end of a day: its text then, and the revisions that there were.
func (s *Server) standAt(ctx context.Context, got *store.ReportDetail, day string) (err error) {
	if day == "" {
		return nil
	}
	if got.Revisions, err = s.store.RevisionsBy(ctx, got.Report.ID, day); err != nil {
		return err
	}
	if len(got.Revisions) == 0 {
		return fmt.Errorf("report %s as of %s: %w: it was published later, or has no date", got.Report.ID, day, store.ErrNotFound)
	}
	now := got.Revisions[0].ID
	if got.Reading, err = s.store.Reading(ctx, now); err != nil {
		return err
	}
	a := got.Reading.Reading.Article
	got.Report.Revision, got.Report.Revisions, got.Report.Title, got.Report.Authors = now, len(got.Revisions), a.Title, a.Authors
	got.Report.Credit, got.Report.Words = a.Credit, got.Revisions[0].Words
	return nil
}

// newReportData is what a report's page shows.
func newReportData(got *store.ReportDetail, sr *store.StoredReading) *reportData {
	d := &reportData{Report: got.Report, Revisions: got.Revisions, reading: sr}
	r := sr.Reading
	numbers := map[string]string{}
	for i := range r.Attributions {
		numbers[r.Attributions[i].ID] = strings.TrimPrefix(r.Attributions[i].ID, "a")
	}
	keys := sourceKeys(got.Statements)
	for i := range r.Attributions {
		d.Cards = append(d.Cards, newCard(r, &r.Attributions[i], keys))
	}
	for i := range r.Events {
		e := newEventRow(r, &r.Events[i], numbers)
		d.Events = append(d.Events, e)
		if e.Salient {
			d.Salient++
		}
		d.attach(e.Statement, func(c *card) { c.Events = append(c.Events, e) })
	}
	d.Days, d.Undated = timeline(d.Events)
	for i := range r.Figures {
		f := newFigureRow(r, &r.Figures[i], numbers)
		d.Figures = append(d.Figures, f)
		d.attach(f.Statement, func(c *card) { c.Figures = append(c.Figures, f) })
	}
	for _, n := range r.NonStatements {
		d.NonStatements = append(d.NonStatements, n.Text(r.Article.Text))
	}
	d.Paragraphs, d.Own = paragraphs(r, d)
	return d
}

func (d *reportData) attach(statement string, f func(*card)) {
	for i := range d.Cards {
		if d.Cards[i].ID == statement {
			f(&d.Cards[i])
			return
		}
	}
}

// sourceKeys are the keys across reports of a reading's sources, by their id in the reading.
func sourceKeys(ss []store.Statement) map[string]string {
	out := map[string]string{}
	for i := range ss {
		for _, l := range ss[i].Chain {
			out[l.Local] = l.Key
		}
	}
	return out
}

func newCard(r *resolve.Reading, a *resolve.Attribution, keys map[string]string) card {
	text := r.Article.Text
	c := card{ID: a.ID, Number: strings.TrimPrefix(a.ID, "a"), Voice: "nobody", Doubt: a.ChainDoubt, Cue: joined(text, a.Cue), Form: string(a.Form), Stance: string(a.Stance),
		Hedged: a.Hedged, Background: a.Background, Inside: a.Inside, Content: joined(text, a.Content)}
	for i := len(a.Chain) - 1; i >= 0; i-- {
		if s := sourceByID(r, a.Chain[i]); s != nil {
			c.Chain = append(c.Chain, newLink(s, keys[s.ID]))
		}
	}
	if len(c.Chain) > 0 {
		o := sourceByID(r, a.Chain[len(a.Chain)-1])
		c.Access, c.Reason, c.Voice = o.Access, o.Reason, "named"
		if o.Anonymous {
			c.Voice = "unnamed"
		}
	}
	if v := sourceByID(r, a.Via); v != nil {
		c.Via = label(v)
	}
	return c
}

func newLink(s *resolve.Source, key string) link {
	return link{Key: key, Label: label(s), Kind: string(s.Kind), Role: s.Role, Anonymous: s.Anonymous, Count: s.Count}
}

func label(s *resolve.Source) string {
	if s.Name != "" {
		return s.Name
	}
	return s.Description
}

func sourceByID(r *resolve.Reading, id string) *resolve.Source {
	for i := range r.Sources {
		if r.Sources[i].ID == id {
			return &r.Sources[i]
		}
	}
	return nil
}

func joined(text string, spans []article.Span) string {
	var parts []string
	for _, s := range spans {
		parts = append(parts, s.Text(text))
	}
	return strings.Join(parts, " … ")
}

func newEventRow(r *resolve.Reading, e *resolve.Event, numbers map[string]string) eventRow {
	text := r.Article.Text
	row := eventRow{ID: e.ID, Trigger: e.Trigger.Text(text), Status: string(e.Status), Certainty: e.Certainty, Type: e.Type, Negated: e.Negated, Background: e.Background,
		Actors: names(e.Actors), Targets: names(e.Targets), Statement: e.Attribution, Number: numbers[e.Attribution], Because: joined(text, e.Because), Span: e.Trigger}
	if e.Place != nil {
		row.Place = e.Place.Name
	}
	if e.Time != nil {
		row.Time, row.First, row.Last = e.Time.Value, e.Time.Start, e.Time.End
		if w := e.Time.Span.Text(text); w != "" {
			row.Time = w
		}
	}
	row.Salient = e.Type != "" && e.Type != "OTHER" || e.Status != resolve.Happened && e.Status != resolve.Unknown && len(e.Actors)+len(e.Targets) > 0
	return row
}

func names(ps []resolve.Participant) string {
	var out []string
	for _, p := range ps {
		out = append(out, p.Name)
	}
	return strings.Join(out, ", ")
}

// What is what the figure counts.
func (f figureRow) What() string { return export.Counted(f.Measure, f.Unit) }

func newFigureRow(r *resolve.Reading, f *resolve.Figure, numbers map[string]string) figureRow {
	return figureRow{ID: f.ID, Text: f.Span.Text(r.Article.Text), Measure: strings.ReplaceAll(f.Measure, "_", " "), Unit: f.Unit, Scope: f.Scope, Since: f.Since, AsOf: f.AsOf,
		Range: bound(f.Low, f.High), PartOf: f.PartOf, Statement: f.Attribution, Number: numbers[f.Attribution], Approximate: f.Approximate, Hedged: f.Hedged, Span: f.Span}
}
