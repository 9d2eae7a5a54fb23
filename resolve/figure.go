package resolve

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
	"time"

	"sayso/article"
	"sayso/read"
)

// figures gives each figure its scope, days, event and statement, then settles which counts are the
// report's own incident's.
func (w *work) figures() {
	fs := w.m.Figures
	published := ""
	if day, ok := w.r.Article.PublishedDay(); ok {
		published = day.Format("2006-01-02")
	}
	w.r.Figures = make([]Figure, 0, len(fs))
	for k := range fs {
		w.r.Figures = append(w.r.Figures, w.figure(k, published))
	}
	w.settle()
}

// figure is figure k by itself.
func (w *work) figure(k int, published string) Figure {
	f := &w.m.Figures[k]
	g := Figure{ID: figureID(k), Span: f.Span, Measure: f.Measure, Unit: f.Unit, Low: f.Low, High: f.High,
		Approximate: f.Approximate, Hedged: f.Hedged, Scope: "incident", By: "as written", Vague: f.Vague, More: f.More, Old: f.Superseded, Deed: f.Deed, Did: f.Did,
		Money: f.Money, From: f.From.Text(w.m.Doc.Text), For: f.For.Text(w.m.Doc.Text)}
	switch {
	case f.Superseded:
		g.Scope, g.By = "", "an old value"
	case f.Cumulative:
		g.Scope, g.By = "cumulative", "words of totalling"
		g.Since = w.since(f.Since, published)
	case f.PartOf >= 0 && w.placedPart(f):
		g.Scope, g.By = "cumulative", "a part of a total"
		g.Since = w.since(w.m.Figures[f.PartOf].Since, published)
	}
	g.Within = strings.TrimSpace(f.Within.Text(w.m.Doc.Text))
	g.AsOf = w.asOf(f.AsOf, published)
	if f.PartOf >= 0 {
		g.PartOf = figureID(f.PartOf)
	}
	if f.Event >= 0 && f.Event < len(w.r.Events) {
		g.Event = w.r.Events[f.Event].ID
		g.Background = w.r.Events[f.Event].Background
	}
	if f.Statement >= 0 && f.Statement < len(w.r.Attributions) {
		g.Attribution = w.r.Attributions[f.Statement].ID
		g.Hedged = g.Hedged || w.m.Statements[f.Statement].Hedged
	}
	return g
}

// placedPart reports whether a figure is the part of a total that falls to one place: "21 have been killed since Thursday: 12 in Fiji and nine in Tonga".
func (w *work) placedPart(f *read.Figure) bool {
	whole := &w.m.Figures[f.PartOf]
	if !whole.Cumulative || whole.Measure != f.Measure || f.Span.Start < whole.Span.End {
		return false
	}
	rest := w.m.Doc.Text[f.Span.End:min(len(w.m.Doc.Text), f.Span.End+4)]
	return strings.HasPrefix(rest, " in ") || strings.HasPrefix(rest, " on ")
}

func figureID(k int) string { return "f" + strconv.Itoa(k+1) }

// since is the ISO value of the time inside the words that say since when, or "".
func (w *work) since(s article.Span, published string) string {
	for i := w.timeFrom(s); i < len(w.r.Times) && s.Overlaps(w.r.Times[i].Span); i++ {
		if day := fewDaysBefore(w.r.Times[i].Value, published); day != "" && w.r.Times[i].Type == "DURATION" {
			return day // "in the last three days"
		}
		if t := &w.r.Times[i]; (t.Type == "DATE" || t.Type == "TIME") && t.Value != "" {
			return notToCome(t.Value, published)
		}
	}
	if strings.HasPrefix(strings.ToLower(s.Text(w.m.Doc.Text)), "then") { // "Since then": since the day spoken of before
		for i := w.timeFrom(s) - 1; i >= 0 && s.Start-w.r.Times[i].Span.End < 400; i-- {
			if t := &w.r.Times[i]; t.Start != "" && (t.Type == "DATE" || t.Type == "TIME") {
				return t.Value
			}
		}
	}
	return ""
}

// notToCome is a day or month since when something counts, in the year before where it would be to come: "since December 1", told in January.
func notToCome(value, published string) string {
	if len(value) < 7 || len(published) < 10 || value[4] != '-' || value[:7] <= published[:7] {
		return value
	}
	year, err := strconv.Atoi(value[:4])
	if err != nil || value[5] < '0' || value[5] > '1' {
		return value
	}
	return fmt.Sprintf("%04d", year-1) + value[4:]
}

// fewDaysBefore is the day so many days before another, where a value is of less than a week: "P3D"; or "". Weeks and months are too vague for a day.
func fewDaysBefore(value, day string) string {
	if len(value) != 3 || value[0] != 'P' || value[2] != 'D' || value[1] < '2' || value[1] > '6' {
		return ""
	}
	t, err := time.Parse("2006-01-02", day)
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, -int(value[1]-'0')).Format("2006-01-02")
}

// asOf is the first day of the time inside the words that say as of when, else the day of
// publication.
func (w *work) asOf(s article.Span, published string) string {
	for i := w.timeFrom(s); i < len(w.r.Times) && s.Overlaps(w.r.Times[i].Span); i++ {
		if t := &w.r.Times[i]; t.End != "" && t.End < published {
			return t.End // "between March and May": all of May
		} else if t.Start != "" {
			return min(t.Start, published)
		}
	}
	return published
}

// timeFrom is the index of the first time that ends after s begins; times are in text order.
func (w *work) timeFrom(s article.Span) int {
	return sort.Search(len(w.r.Times), func(i int) bool { return w.r.Times[i].Span.End > s.Start })
}

// settle decides the incident's count of each measure and takes the scope from figures that are not
// of it: larger ones are of other incidents or hold others too, and a count of those shot that
// holds the dead is one of casualties.
func (w *work) settle() {
	t := newTallier(w.m)
	for _, measure := range counted {
		cs := t.candidates(measure)
		c := &cs[t.settled(cs, best(cs))]
		if measure == "killed" {
			t.killed = c.value
		}
		for k := range t.fs {
			if t.eligible(k, measure) && value(&t.fs[k]) > c.value {
				w.demote(k, t, c)
			}
		}
		if len(c.figures) == 0 && len(c.sum) > 0 && c.value > 0 { // a count without words under it is not printed
			w.total(c, measure)
		}
	}
	for k := range t.fs {
		if g := &w.r.Figures[k]; g.Scope == "incident" && t.elsewhen(&t.fs[k]) {
			g.Scope, g.Background, g.By = "", true, "of another time"
		}
	}
}

// demote takes figure k, larger than the incident's count c, from the incident.
func (w *work) demote(k int, t *tallier, c *candidate) {
	g, f := &w.r.Figures[k], &t.fs[k]
	if f.Measure == "injured" && t.killed > 0 {
		switch {
		case c.value == 0 && value(f) <= t.killed && f.Key != "wounded":
			g.Measure, g.By = "killed", "died of it"
			return
		case value(f) == c.value+t.killed:
			g.Measure, g.By = "casualties", "holds the killed too"
			return
		}
	}
	if f.Key == "toll" || f.Key == "total" {
		g.Scope, g.By = "cumulative", "a toll larger than the incident"
		return
	}
	g.Scope, g.Background, g.By = "", true, "of another incident"
}

// total adds the figure that no words say in one place: it stands on the last of those it sums.
func (w *work) total(c *candidate, measure string) {
	last := &w.r.Figures[c.sum[len(c.sum)-1]]
	v := c.value
	g := *last
	g.ID, g.Measure, g.Unit = figureID(len(w.r.Figures)), measure, "people"
	g.Low, g.High, g.PartOf = &v, &v, ""
	g.Scope, g.Background, g.By = "incident", false, c.how
	g.SumOf = nil
	for _, k := range c.sum {
		g.SumOf = append(g.SumOf, w.r.Figures[k].ID)
		if w.m.Figures[k].High == nil {
			g.High = nil
		}
		g.Approximate = g.Approximate || w.r.Figures[k].Approximate
		g.Vague = g.Vague || w.r.Figures[k].Vague
	}
	w.r.Figures = append(w.r.Figures, g)
}
