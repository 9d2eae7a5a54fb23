package resolve

import "strconv"

// attributions takes over the statements, each with its source and whom that one cites as its chain.
func (w *work) attributions() {
	id := func(i int) string {
		if i < 0 {
			return ""
		}
		return "a" + strconv.Itoa(i+1)
	}
	for i := range w.m.Statements {
		s := &w.m.Statements[i]
		a := Attribution{ID: id(i), Source: s.Source, Cue: s.Cue, Content: s.Content, Form: s.Form, Stance: s.Stance,
			Hedged: s.Hedged, Via: w.sourceID(s.Via), Inside: id(s.Inside), Background: s.Earlier}
		if src := w.sourceID(s.Source); src != "" {
			a.Chain = append(a.Chain, src)
		}
		if c := w.sourceID(s.Citing); c != "" {
			a.Chain, a.ChainBy = append(a.Chain, c), "citing"
		}
		w.r.Attributions = append(w.r.Attributions, a)
	}
}
