package resolve

import (
	"strconv"

	"sayso/read"
)

// figures gives each figure its scope, days, event and statement.
func (w *work) figures() {
	fs := w.m.Figures
	w.r.Figures = make([]Figure, 0, len(fs))
	for k := range fs {
		f := &fs[k]
		g := Figure{ID: figureID(k), Span: f.Span, Measure: f.Measure, Unit: f.Unit, Low: f.Low, High: f.High,
			Approximate: f.Approximate, Hedged: f.Hedged, Scope: "incident"}
		if f.Cumulative {
			g.Scope = "cumulative"
		}
		if f.Superseded {
			g.Scope, g.By = "", "superseded"
		}
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
		w.r.Figures = append(w.r.Figures, g)
	}
}

func figureID(k int) string { return "f" + strconv.Itoa(k+1) }

var _ = read.Figure{}
