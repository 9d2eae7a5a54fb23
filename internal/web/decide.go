package web

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"sayso/article"
	"sayso/internal/access"
	"sayso/internal/store"
	"sayso/resolve"
)

// What a reviewer can decide about a statement, an event or a figure.
const (
	kindConfirm = "confirm" // it is as the report says
	kindRetract = "retract" // sayso read it wrongly
	kindCorrect = "correct" // it should be read as given
	kindUndo    = "undo"    // an earlier decision is taken back
)

// maxWhy is how many letters a reason or a correction has at most.
const maxWhy = 2000

// A decided is a decision as pages show it.
type decided struct {
	store.Decision
	Correction string `json:"correction"` // what it should be, of a "correct"
	Undone     string `json:"undone"`     // who took it back, or ""
	UndoneWhy  string `json:"undone_why"` // and why
	Report     string `json:"report"`     // id, "" where the report is not in the ledger
	Local      string `json:"local"`      // id in the reading when it was decided
}

// decisionsData is the audit trail, the newest first.
type decisionsData struct {
	Rows []decided `json:"rows"`

	may bool
}

func (*decisionsData) pageTitle() string { return "Decisions" }

// May reports whether the reader can take decisions back.
func (d *decisionsData) May() bool { return d.may }

func (s *Server) decisions(r *http.Request) (any, error) {
	rows, err := s.allDecided(r.Context())
	if err != nil {
		return nil, err
	}
	slices.Reverse(rows)
	for i := range rows {
		if g, err := s.store.Reading(r.Context(), rows[i].Anchor.Revision); err == nil {
			rows[i].Report = g.Report
		}
	}
	return &decisionsData{Rows: rows, may: who(r).Role.May(access.Reviewer)}, nil
}

// allDecided are the decisions in the order in which they were made, each with who took it back; those
// that take back are not listed themselves.
func (s *Server) allDecided(ctx context.Context) ([]decided, error) {
	all, err := s.store.Decisions(ctx)
	if err != nil {
		return nil, err
	}
	undone := map[string]store.Decision{}
	for _, d := range all {
		if d.Reverses != "" {
			undone[d.Reverses] = d
		}
	}
	out := []decided{}
	for _, d := range all {
		if d.Reverses != "" {
			continue
		}
		var body struct{ To string }
		json.Unmarshal(d.Body, &body) // {"to": …}; other bodies have none
		_, local, _ := strings.Cut(d.Subject, "-")
		out = append(out, decided{Decision: d, Correction: body.To, Undone: undone[d.ID].Who, UndoneWhy: undone[d.ID].Why, Local: local})
	}
	return out, nil
}

// decisionsOn are the decisions about the words of a reading, by the id that those words have in it now.
func (s *Server) decisionsOn(ctx context.Context, g *store.StoredReading) (map[string][]decided, error) {
	all, err := s.allDecided(ctx)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	type place struct {
		kind byte // of the id: a, e or f
		span article.Span
	}
	now, at := anchors(g.Reading), map[place]string{}
	for _, id := range slices.Backward(slices.Sorted(maps.Keys(now))) { // of several with the same words the first
		at[place{id[0], now[id]}] = id
	}
	out := map[string][]decided{}
	for _, d := range all {
		if d.Anchor.Revision != g.Revision || d.Local == "" {
			continue
		}
		span := article.Span{Start: d.Anchor.Start, End: d.Anchor.End}
		id, ok := at[place{d.Local[0], span}]
		if now[d.Local] == span && ok {
			id = d.Local // two statements can share their words; the one that was decided on still has them
		}
		if ok {
			d.Report = g.Report
			out[id] = append(out[id], d)
		}
	}
	return out, nil
}

// anchors are the words that each statement, event and figure stands on, by its id.
func anchors(r *resolve.Reading) map[string]article.Span {
	out := map[string]article.Span{}
	for i := range r.Attributions {
		a := &r.Attributions[i]
		for _, spans := range [][]article.Span{a.Content, a.Cue, a.Source} {
			if len(spans) > 0 {
				out[a.ID] = spans[0]
				break
			}
		}
	}
	for i := range r.Events {
		out[r.Events[i].ID] = r.Events[i].Trigger
	}
	for i := range r.Figures {
		out[r.Figures[i].ID] = r.Figures[i].Span
	}
	return out
}

// decide records what a reviewer decided: form fields subject, kind, to, why; or reverses and why.
func (s *Server) decide(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 64<<10)
	d, err := s.decisionOf(r)
	if err == nil {
		d.ID, err = s.store.Decide(r.Context(), d)
	}
	if err != nil {
		if wantsJSON(r) {
			s.serveJSON(w, r, func(*http.Request) (any, error) { return nil, err })
			return
		}
		s.fail(w, r, err)
		return
	}
	if wantsJSON(r) {
		s.writeJSON(w, http.StatusCreated, "application/json", d)
		return
	}
	to := local(r.PostForm.Get("back"))
	if to == "/" {
		to = "/decisions"
	}
	http.Redirect(w, r, to, http.StatusSeeOther)
}

// decisionOf reads a decision from a form. It is anchored in the words that its subject stands on.
func (s *Server) decisionOf(r *http.Request) (d store.Decision, err error) {
	if err := r.ParseForm(); err != nil {
		return d, fmt.Errorf("%w: %w", errRequest, err)
	}
	f := r.PostForm
	d = store.Decision{At: time.Now(), Who: who(r).Signed(), Kind: f.Get("kind"), Subject: f.Get("subject"), Why: strings.TrimSpace(f.Get("why")), Reverses: f.Get("reverses")}
	to := strings.TrimSpace(f.Get("to"))
	if utf8.RuneCountInString(d.Why) > maxWhy || utf8.RuneCountInString(to) > maxWhy {
		return d, fmt.Errorf("%w: a reason and a correction have at most %d letters", errRequest, maxWhy)
	}
	if d.Reverses != "" {
		return s.undo(r.Context(), d)
	}
	switch d.Kind {
	case kindConfirm, kindRetract:
	case kindCorrect:
		if to == "" {
			return d, fmt.Errorf("%w: a correction says what it should be (to)", errRequest)
		}
	default:
		return d, fmt.Errorf("%w: a decision is confirm, retract or correct (kind)", errRequest)
	}
	if d.Why == "" {
		return d, fmt.Errorf("%w: a decision gives its reason (why)", errRequest)
	}
	d.Body, err = json.Marshal(map[string]string{"to": to})
	if err != nil {
		return d, err
	}
	d.Subject, d.Anchor, err = s.anchor(r.Context(), d.Subject)
	return d, err
}

func (s *Server) undo(ctx context.Context, d store.Decision) (store.Decision, error) {
	all, err := s.store.Decisions(ctx)
	if err != nil {
		return d, err
	}
	for _, x := range all {
		switch {
		case x.Reverses == d.Reverses:
			return d, fmt.Errorf("%w: %s took it back already", errRequest, x.Who)
		case x.ID == d.Reverses && x.Reverses != "":
			return d, fmt.Errorf("%w: what was taken back is decided anew, not restored", errRequest)
		case x.ID == d.Reverses:
			d.Kind, d.Subject, d.Anchor = kindUndo, x.Subject, x.Anchor
		}
	}
	if d.Kind != kindUndo {
		return d, fmt.Errorf("decision %s: %w", d.Reverses, store.ErrNotFound)
	}
	return d, nil
}

// anchor is a subject (REVISION-a1, -e2, -f3) in full and the words that it stands on.
func (s *Server) anchor(ctx context.Context, subject string) (string, store.Anchor, error) {
	kind, full, err := s.store.Find(ctx, subject)
	if err != nil {
		return "", store.Anchor{}, err
	}
	if kind != store.KindStatement && kind != store.KindEvent && kind != store.KindFigure {
		return "", store.Anchor{}, fmt.Errorf("%w: decisions are about a statement, an event or a figure (subject)", errRequest)
	}
	revision, local, _ := strings.Cut(full, "-")
	g, err := s.store.Reading(ctx, revision)
	if err != nil {
		return "", store.Anchor{}, err
	}
	span, ok := anchors(g.Reading)[local]
	if !ok {
		return "", store.Anchor{}, fmt.Errorf("%s: %w", subject, errors.Join(store.ErrNotFound))
	}
	return full, store.Anchor{Revision: revision, Start: span.Start, End: span.End, Words: span.Text(g.Reading.Article.Text)}, nil
}
