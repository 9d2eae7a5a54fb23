package resolve

// findInterviewed is who stands behind Q and A in an interview. The answers are those of the person named
// before the first question who spoke there or is named most; the questions those of the outlet named there,
// or of the report's own. Where nobody is named, all lines of one label have one source.
func (w *work) findInterviewed(m *mention) (int, string) {
	if i, ok := w.asks[m.label]; ok {
		return i, "the same label"
	}
	i, by := w.interviewee(), "the interviewee"
	if m.label == 'q' {
		i, by = w.interviewer(), "the interviewer"
	}
	if i < 0 {
		i, by = w.introduce(m)
	}
	w.asks[m.label] = i
	return i, by
}

func (w *work) interviewee() int {
	best, most := -1, 0
	for i := range w.entities {
		e := &w.entities[i]
		if e.Kind != Person || e.Name == "" {
			continue
		}
		n := e.seen
		if e.saidAt >= 0 {
			n += 3
		}
		if n > most {
			best, most = i, n
		}
	}
	return best
}

func (w *work) interviewer() int {
	for i := range w.entities {
		if w.entities[i].Kind == Outlet {
			return i
		}
	}
	name := w.r.Article.Outlet
	if name == "" {
		return -1
	}
	w.entities = append(w.entities, entity{Source: Source{Kind: Outlet, Name: name, Description: name}, saidAt: -1, before: -1, partOf: -1})
	return len(w.entities) - 1
}
