// Package live keeps the ledger across reports beside a store: what the store's readings say
// together, always up to date.
//
// [Ledger.Now] links what came in since it was last asked and gives a [State], which never changes
// and may be read by many at once; [Ledger.AsOf] is the state as it stood by publication on a day.
// Nothing is saved: links follow from the readings, which the store keeps, so a ledger is linked
// once at a start and after that report by report. A re-reading by another engine links all anew.
package live

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"sayso/article"
	"sayso/export"
	"sayso/internal/store"
	"sayso/ledger"
	"sayso/resolve"
)

// ErrLinking says that the ledger is still being linked after a start.
var ErrLinking = errors.New("the reports are still being linked; try again in a moment")

// A Ledger is a live ledger over one store. Its methods may be called from several goroutines.
type Ledger struct {
	Broke func(Left) // told of each text that cannot be linked; may be nil; set before the first call

	st   *store.Store
	seen atomic.Int64 // readings linked so far

	mu   chan struct{} // held while linking; a channel, so that waiting ends with the caller's context
	mark store.Mark
	l    *ledger.Ledger
	now  *State
	past map[string]*State // by day, of the present ledger
	left []Left            // what cannot be linked
	link func(*store.StoredReading)

	texts *texts
}

// texts are the readings by report. They only grow while states are read.
type texts struct {
	sync.RWMutex
	of      map[string][]Text
	outlets map[string]string // outlets as printed, by their names in lower case
	places  places
}

// places are words of readings as pages show them: the same in every state, so that what the last page showed is not looked for again.
type places struct {
	mu sync.Mutex
	of map[placeKey]export.Ref
}

type placeKey struct {
	r *resolve.Reading
	article.Span
}

// maxPlaces is how many are kept, some five large pages.
const maxPlaces = 8192

// ref is words of a reading as published, without which text of its report that is.
func (x *places) ref(r *resolve.Reading, s article.Span) export.Ref {
	key := placeKey{r, s}
	x.mu.Lock()
	defer x.mu.Unlock()
	out, ok := x.of[key]
	if !ok {
		if len(x.of) >= maxPlaces || x.of == nil {
			x.of = map[placeKey]export.Ref{}
		}
		out = export.RefTo(r, "", false, s)
		x.of[key] = out
	}
	return out
}

// A Text is one text of a report, as read.
type Text struct {
	Revision string
	Reading  *resolve.Reading
}

// A State is the ledger at one moment.
type State struct {
	*ledger.View
	Day string // as of which day of publication; "" is now

	texts   *texts
	stories func() []ledger.Story
	pages   *pages
	lines   *standings
	cited   func() []ledger.SourceCount // what all reports cite
}

// pages are the pages of stories that a state has made. A state never changes, so a page is made
// once; the largest story's takes tens of milliseconds.
type pages struct {
	sync.Mutex
	of map[pageKey]*Story
}

type pageKey struct{ story, since string }

// maxPages is how many pages a state keeps ready.
const maxPages = 64

// New is a live ledger over st. It links nothing until it is asked.
func New(st *store.Store) *Ledger {
	g := &Ledger{st: st, mu: make(chan struct{}, 1)}
	g.link = g.add
	g.clear()
	return g
}

func (g *Ledger) clear() {
	g.l, g.mark, g.now, g.past = ledger.New(), store.Mark{}, nil, map[string]*State{}
	g.texts = &texts{of: map[string][]Text{}, outlets: map[string]string{}}
	g.seen.Store(0)
}

// Soon is [Ledger.AsOf] for a page: it waits for so long only, then the error is [ErrLinking] and
// the linking goes on.
func (g *Ledger) Soon(ctx context.Context, day string, patience time.Duration) (*State, error) {
	type answer struct {
		s   *State
		err error
	}
	done := make(chan answer, 1)
	go func() {
		s, err := g.AsOf(context.WithoutCancel(ctx), day)
		done <- answer{s, err}
	}()
	select {
	case a := <-done:
		return a.s, a.err
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-time.After(patience):
		return nil, fmt.Errorf("%w (%d done)", ErrLinking, g.seen.Load())
	}
}

// Now is the ledger as it stands.
func (g *Ledger) Now(ctx context.Context) (*State, error) { return g.AsOf(ctx, "") }

// Warm links what the store has and makes the page of the story with the most reports, so that what pages keep of those reports is
// there before the first reader asks.
func (g *Ledger) Warm(ctx context.Context) error {
	s, err := g.Now(ctx)
	if err != nil {
		return err
	}
	largest := ledger.Story{}
	for st := range s.EachStory() {
		if st.Size > largest.Size {
			largest = st
		}
	}
	if largest.ID == "" {
		return nil
	}
	_, err = Guarded(func() (*Story, error) { return s.Story(largest.ID, "") })
	return err
}

// AsOf is the ledger as it stood by publication at the end of day, an ISO 8601 date; "" is now.
func (g *Ledger) AsOf(ctx context.Context, day string) (*State, error) {
	select {
	case g.mu <- struct{}{}:
		defer func() { <-g.mu }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if _, err := Guarded(func() (bool, error) { return true, g.update(ctx) }); err != nil {
		return nil, fmt.Errorf("link the reports of ledger %s: %w", g.st.Path, err)
	}
	if day == "" {
		return g.now, nil
	}
	if s := g.past[day]; s != nil {
		return s, nil
	}
	if len(g.past) >= maxPast {
		clear(g.past)
	}
	s, err := Guarded(func() (*State, error) { return g.state(g.l.AsOf(day), day), nil })
	if err != nil {
		return nil, err
	}
	g.past[day] = s
	return s, nil
}

// maxPast is how many days are kept ready: a reader compares a few, and each costs memory for every report.
const maxPast = 4

// update links what the store has and the ledger has not.
func (g *Ledger) update(ctx context.Context) error {
	mark, err := g.st.Mark(ctx)
	if err != nil || g.now != nil && mark == g.mark {
		return err
	}
	follows, err := g.mark.Follows(ctx, g.st)
	if err != nil {
		return err
	}
	if !follows {
		g.clear()
		g.left = nil // another engine may read them otherwise
	}
	for again := true; again; {
		if again, err = g.linkAll(g.st.ReadingsAfter(ctx, g.mark)); err != nil {
			return err
		}
	}
	g.mark, g.past = mark, map[string]*State{}
	g.now = g.state(g.l.View(), "")
	return nil
}

func (g *Ledger) add(r *store.StoredReading) {
	if !g.l.AddSeen(r.Reading, r.Seen) {
		return
	}
	g.seen.Add(1)
	t := g.texts
	t.Lock()
	defer t.Unlock()
	id := r.Report
	t.of[id] = append(slices.Clone(t.of[id]), Text{r.Revision, r.Reading})
	slices.SortStableFunc(t.of[id], func(a, b Text) int { return changed(a.Reading).Compare(changed(b.Reading)) })
	if outlet := r.Reading.Article.Outlet; outlet != "" {
		t.outlets[folded(outlet)] = outlet
	}
}

// changed is when a text says that it was changed, else published: of two texts of a report the later one is its
// present one, as in the store, whichever came in first.
func changed(r *resolve.Reading) time.Time {
	if t, ok := (&article.Article{Published: r.Article.Modified}).PublishedTime(); ok {
		return t
	}
	t, _ := r.Article.PublishedTime()
	return t
}

// folded is an outlet's name as the ledger compares it.
func folded(outlet string) string {
	return strings.TrimPrefix(strings.Join(strings.Fields(strings.ToLower(outlet)), " "), "the ")
}

func (g *Ledger) state(v *ledger.View, day string) *State {
	return newState(v, day, g.texts)
}

func newState(v *ledger.View, day string, t *texts) *State {
	s := &State{View: v, Day: day, texts: t, stories: sync.OnceValue(v.Stories), pages: &pages{of: map[pageKey]*Story{}},
		lines: &standings{of: map[string][]export.Standing{}}}
	s.cited = sync.OnceValue(func() []ledger.SourceCount { return v.CountSources(func(*article.Article) bool { return true }) })
	return s
}

// Of is the state of a ledger whose readings are rs, without a store: each is the only text of its report.
func Of(l *ledger.Ledger, rs []*resolve.Reading) *State {
	s := &State{texts: &texts{of: make(map[string][]Text, len(rs)), outlets: map[string]string{}}}
	return s.After(l, rs)
}

// After is the state of the same ledger once rs were added to it.
func (s *State) After(l *ledger.Ledger, rs []*resolve.Reading) *State {
	s.texts.Lock()
	defer s.texts.Unlock()
	for _, r := range rs {
		s.texts.of[r.Article.ID] = []Text{{Reading: r}}
		if r.Article.Outlet != "" {
			s.texts.outlets[folded(r.Article.Outlet)] = r.Article.Outlet
		}
	}
	return newState(l.View(), "", s.texts)
}

// Stories are all stories, the latest first. The result is shared and must not be changed.
func (s *State) Stories() []ledger.Story { return s.stories() }

// textsOf are a report's texts, the present one last; as of a day, those that were there by then.
func (s *State) textsOf(report string) []Text {
	s.texts.RLock()
	ts := s.texts.of[report]
	s.texts.RUnlock()
	if s.Day == "" {
		return ts
	}
	by := s.View.Texts(report)
	var out []Text
	for _, t := range ts {
		if slices.Contains(by, t.Reading) {
			out = append(out, t)
		}
	}
	return out
}

// Text is the latest text of a report that has the words of ref at their place, in the paragraph that they stand in:
// "killed to 21" is not "killed to 12" though "Three of the injured died" is in both. ok is false where there is none.
func (s *State) Text(ref ledger.Ref) (t Text, ok bool) {
	return textWith(s.textsOf(ref.Report), ref)
}

// textWith is the latest of a report's texts that has the words of ref.
func textWith(ts []Text, ref ledger.Ref) (t Text, ok bool) {
	if len(ts) == 1 && ts[0].Reading == ref.In {
		return ts[0], true // most reports have one text
	}
	own := slices.IndexFunc(ts, func(t Text) bool { return t.Reading == ref.In })
	for _, t := range slices.Backward(ts) {
		text := t.Reading.Article.Text
		if ref.Start >= 0 && ref.End <= len(text) && ref.Start <= ref.End && text[ref.Start:ref.End] == ref.Text &&
			(own < 0 || lineAt(text, ref.Start, ref.End) == lineAt(ref.In.Article.Text, ref.Start, ref.End)) {
			return t, true
		}
	}
	return Text{}, false
}

// lineAt is the lines of a text that a span lies in.
func lineAt(text string, start, end int) string {
	if i := strings.IndexByte(text[end:], '\n'); i >= 0 {
		text = text[:end+i]
	}
	return text[strings.LastIndexByte(text[:start], '\n')+1:]
}
