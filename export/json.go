// Package export prints readings and ledgers: one printer a format, and the one JSON form.
//
// [Reading] is the published form of a reading, schema sayso/reading/1; its names and meanings
// change only with the schema's number. Spans are Unicode code points there, and each carries the
// words that stand under it. Printers write what they are given and decide nothing.
package export

import (
	"crypto/sha256"
	"encoding/hex"
	"unicode/utf8"

	"sayso/article"
	"sayso/resolve"
)

// Schema names the JSON form of a reading.
const Schema = "sayso/reading/1"

// Reading is a reading as published.
type Reading struct {
	Schema        string         `json:"schema"`
	Engine        Engine         `json:"engine"`
	Report        Report         `json:"report"`
	Sources       []Source       `json:"sources"`
	Attributions  []Attribution  `json:"attributions"`
	Events        []Event        `json:"events"`
	Figures       []Figure       `json:"figures"`
	Times         []Time         `json:"times"`
	NonStatements []NonStatement `json:"non_statements"`
}

// Engine says which version and which models made a reading.
type Engine struct {
	Version string `json:"version"`
	Model   string `json:"model"`
}

// Report is the article that was read.
type Report struct {
	ID        string   `json:"id"`
	URL       *string  `json:"url"`
	Outlet    *string  `json:"outlet"`
	Title     *string  `json:"title"`
	Authors   []string `json:"authors"`
	Credit    *string  `json:"credit"`
	Published *string  `json:"published"`
	Modified  *string  `json:"modified"`
	Language  *string  `json:"language"`
	SHA256    string   `json:"sha256"` // of text, UTF-8
	Text      string   `json:"text"`
}

// Span is words in the report's text, in code points.
type Span struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// Mention is a mention of a source.
type Mention struct {
	Span
	By string `json:"by"`
}

// Source is resolve.Source as published.
type Source struct {
	ID          string    `json:"id"`
	Kind        string    `json:"kind"`
	Name        *string   `json:"name"`
	Description *string   `json:"description"`
	Role        *string   `json:"role"`
	Affiliation *string   `json:"affiliation"`
	Anonymous   bool      `json:"anonymous"`
	Count       *int      `json:"count"`
	Access      *string   `json:"access"`
	Reason      *string   `json:"reason"`
	Of          *string   `json:"of"`
	OfCertainty *string   `json:"of_certainty"`
	Members     []string  `json:"members,omitempty"` // ids of those whom the words join: "Governor Orr and the harbour police"
	Mentions    []Mention `json:"mentions"`
}

// Attribution is resolve.Attribution as published.
type Attribution struct {
	ID         string   `json:"id"`
	Source     []Span   `json:"source"`
	Cue        []Span   `json:"cue"`
	Content    []Span   `json:"content"`
	Chain      []string `json:"chain"`
	ChainBy    *string  `json:"chain_by"`
	ChainDoubt *string  `json:"chain_doubt"`
	Form       string   `json:"form"`
	Stance     string   `json:"stance"`
	Hedged     bool     `json:"hedged"`
	Via        *string  `json:"via"`
	Inside     *string  `json:"inside"`
	Background bool     `json:"background"`
}

// Event is resolve.Event as published.
type Event struct {
	ID          string        `json:"id"`
	Trigger     Span          `json:"trigger"`
	Type        string        `json:"type"`
	Mode        *string       `json:"mode"`
	Actors      []Participant `json:"actors"`
	Targets     []Participant `json:"targets"`
	Place       *Place        `json:"place"`
	Time        *When         `json:"time"`
	Status      string        `json:"status"`
	Certainty   string        `json:"certainty"`
	Factuality  float64       `json:"factuality"`
	Negated     bool          `json:"negated"`
	Attribution *string       `json:"attribution"`
	Background  bool          `json:"background"`
	Because     []Span        `json:"because"`
	Salient     bool          `json:"salient"`
}

// Participant is resolve.Participant as published.
type Participant struct {
	Name   string  `json:"name"`
	Source *string `json:"source"`
	Role   *string `json:"role"`
	Span
}

// Place is resolve.Place as published.
type Place struct {
	Name string `json:"name"`
	Span
	Gazetteer *string  `json:"gazetteer"`
	Country   *string  `json:"country"`
	Region    *string  `json:"region"`
	Precision string   `json:"precision"`
	Within    []string `json:"within"`
}

// When is resolve.When as published. Text is empty, and Start and End of the words are null, where the day was carried over.
type When struct {
	Text      string  `json:"text"`
	Value     string  `json:"value"`
	Start     *string `json:"start"`
	End       *string `json:"end"`
	Precision string  `json:"precision"`
}

// Figure is resolve.Figure as published.
type Figure struct {
	ID string `json:"id"`
	Span
	Measure     string   `json:"measure"`
	Unit        string   `json:"unit"`
	Low         *float64 `json:"low"`
	High        *float64 `json:"high"`
	Approximate bool     `json:"approximate"`
	Hedged      bool     `json:"hedged"`
	Scope       *string  `json:"scope"` // null where the figure is of another incident than the report's, or an old value
	Since       *string  `json:"since"`
	AsOf        *string  `json:"as_of"`
	Event       *string  `json:"event"`
	Attribution *string  `json:"attribution"`
	PartOf      *string  `json:"part_of"`
	SumOf       []string `json:"sum_of"`     // ids of the figures added up to it; empty where its own words say it
	Background  bool     `json:"background"` // of an earlier incident that the report recalls
	Deed        *string  `json:"deed"`       // what those counted did or had done to them: "sign"; "in all" of a whole; null where nothing is said
	From        *string  `json:"from"`       // of a sum of money: who gives, bids or fines, in the report's words; null where it is not said
	For         *string  `json:"for"`        // of a sum of money: for or from whom
}

// Time is resolve.Time as published.
type Time struct {
	Span
	Type      string  `json:"type"`
	Value     string  `json:"value"`
	First     *string `json:"first"` // first day it can mean
	Last      *string `json:"last"`  // last day it can mean
	Precision *string `json:"precision"`
}

// NonStatement is resolve.NonStatement as published.
type NonStatement struct {
	Span
	Source *string `json:"source"`
}

// Of is r in its published form, stamped with the engine that made it.
func Of(r *resolve.Reading, engine Engine) *Reading {
	c := &converter{text: r.Article.Text}
	out := &Reading{Schema: Schema, Engine: engine, Report: report(r.Article),
		Sources: []Source{}, Attributions: []Attribution{}, Events: []Event{}, Figures: []Figure{}, Times: []Time{}, NonStatements: []NonStatement{}}
	for i := range r.Sources {
		out.Sources = append(out.Sources, c.source(&r.Sources[i]))
	}
	for i := range r.Attributions {
		out.Attributions = append(out.Attributions, c.attribution(&r.Attributions[i]))
	}
	for i := range r.Events {
		out.Events = append(out.Events, c.event(&r.Events[i]))
	}
	for i := range r.Figures {
		out.Figures = append(out.Figures, c.figure(&r.Figures[i]))
	}
	for _, t := range r.Times {
		out.Times = append(out.Times, Time{Span: c.span(t.Span), Type: t.Type, Value: t.Value, First: opt(t.Start), Last: opt(t.End), Precision: opt(t.Precision)})
	}
	for _, n := range r.NonStatements {
		out.NonStatements = append(out.NonStatements, NonStatement{Span: c.span(n.Span), Source: opt(n.Source)})
	}
	return out
}

func report(a *article.Article) Report {
	sum := sha256.Sum256([]byte(a.Text))
	authors := a.Authors
	if authors == nil {
		authors = []string{}
	}
	return Report{ID: a.ID, URL: opt(a.URL), Outlet: opt(a.Outlet), Title: opt(a.Title), Authors: authors, Credit: opt(a.Credit),
		Published: opt(a.Published), Modified: opt(a.Modified), Language: opt(a.Language), SHA256: hex.EncodeToString(sum[:]), Text: a.Text}
}

// converter turns byte offsets into code points. It remembers every 256th byte's code point, so a
// conversion costs a short scan wherever the span lies.
type converter struct {
	text  string
	marks []int // code points before byte 256·i
}

func (c *converter) runes(off int) int {
	if c.marks == nil {
		n := 0
		for i := 0; i < len(c.text); i++ {
			if i%256 == 0 {
				c.marks = append(c.marks, n)
			}
			if utf8.RuneStart(c.text[i]) {
				n++
			}
		}
		c.marks = append(c.marks, n)
	}
	b := off / 256
	n := c.marks[min(b, len(c.marks)-1)]
	for i := b * 256; i < off; i++ {
		if utf8.RuneStart(c.text[i]) {
			n++
		}
	}
	return n
}

func (c *converter) span(s article.Span) Span {
	return Span{Start: c.runes(s.Start), End: c.runes(s.End), Text: s.Text(c.text)}
}

func (c *converter) spans(ss []article.Span) []Span {
	out := make([]Span, len(ss))
	for i, s := range ss {
		out[i] = c.span(s)
	}
	return out
}

func (c *converter) source(s *resolve.Source) Source {
	out := Source{ID: s.ID, Kind: string(s.Kind), Name: opt(s.Name), Description: opt(s.Description), Role: opt(s.Role), Affiliation: opt(s.Affiliation),
		Anonymous: s.Anonymous, Access: opt(s.Access), Reason: opt(s.Reason), Of: opt(s.Of), OfCertainty: opt(s.OfCertainty), Members: s.Members, Mentions: []Mention{}}
	if s.Count > 0 {
		n := s.Count
		out.Count = &n
	}
	for _, m := range s.Mentions {
		out.Mentions = append(out.Mentions, Mention{Span: c.span(m.Span), By: m.By})
	}
	return out
}

func (c *converter) attribution(a *resolve.Attribution) Attribution {
	chain := a.Chain
	if chain == nil {
		chain = []string{}
	}
	return Attribution{ID: a.ID, Source: c.spans(a.Source), Cue: c.spans(a.Cue), Content: c.spans(a.Content), Chain: chain, ChainBy: opt(a.ChainBy), ChainDoubt: opt(a.ChainDoubt),
		Form: string(a.Form), Stance: string(a.Stance), Hedged: a.Hedged, Via: opt(a.Via), Inside: opt(a.Inside), Background: a.Background}
}

func (c *converter) event(e *resolve.Event) Event {
	out := Event{ID: e.ID, Trigger: c.span(e.Trigger), Type: e.Type, Mode: opt(e.Mode), Actors: c.participants(e.Actors), Targets: c.participants(e.Targets),
		Status: string(e.Status), Certainty: e.Certainty, Factuality: e.Factuality, Negated: e.Negated, Attribution: opt(e.Attribution), Background: e.Background, Because: c.spans(e.Because), Salient: e.Salient}
	if p := e.Place; p != nil {
		within := p.Within
		if within == nil {
			within = []string{}
		}
		out.Place = &Place{Name: p.Name, Span: c.span(p.Span), Gazetteer: opt(p.ID), Country: opt(p.Country), Region: opt(p.Region), Precision: p.Precision, Within: within}
	}
	if t := e.Time; t != nil {
		out.Time = &When{Text: t.Span.Text(c.text), Value: t.Value, Start: opt(t.Start), End: opt(t.End), Precision: t.Precision}
	}
	return out
}

func (c *converter) participants(ps []resolve.Participant) []Participant {
	out := make([]Participant, len(ps))
	for i, p := range ps {
		out[i] = Participant{Name: p.Name, Source: opt(p.Source), Role: opt(p.Role), Span: c.span(p.Span)}
	}
	return out
}

func (c *converter) figure(f *resolve.Figure) Figure {
	return Figure{ID: f.ID, Span: c.span(f.Span), Measure: f.Measure, Unit: f.Unit, Low: f.Low, High: f.High, Approximate: f.Approximate, Hedged: f.Hedged,
		Scope: opt(f.Scope), Since: opt(f.Since), AsOf: opt(f.AsOf), Event: opt(f.Event), Attribution: opt(f.Attribution), PartOf: opt(f.PartOf), SumOf: append([]string{}, f.SumOf...), Background: f.Background, Deed: opt(f.Deed), From: opt(f.From), For: opt(f.For)}
}

// opt is nil for "": what is not known is null in JSON.
func opt(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
