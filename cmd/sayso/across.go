package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"sayso/export"
	"sayso/internal/live"
	"sayso/internal/store"
	"sayso/ledger"
)

// An across is what the commands about stories, claims and tallies share: the reports are linked once,
// and what is listed is the ledger as of a day.
type across struct {
	asOf  string
	story string
	g     *live.Ledger
}

func (a *across) state(ctx context.Context, s *store.Store) (*live.State, error) {
	if err := a.checkDay(); err != nil {
		return nil, err
	}
	if a.g == nil {
		a.g = live.New(s)
		a.g.Broke = func(l live.Left) { fmt.Fprintln(stderrOf(ctx), "sayso:", l) }
	}
	return a.g.AsOf(ctx, a.asOf)
}

func (a *across) checkDay() error {
	if _, err := time.Parse(time.DateOnly, a.asOf); a.asOf != "" && err != nil {
		return &exit{exitUsage, fmt.Errorf("--as-of %q is no day; write it as year, month and day: --as-of 2026-03-04", a.asOf)}
	}
	return nil
}

// listed adapts a list of a state to the lists of the commands.
func listed[T any](a *across, list func(*live.State, live.Filter) live.Page[T]) func(*store.Store, context.Context, store.Filter) (store.Page[T], error) {
	return func(s *store.Store, ctx context.Context, f store.Filter) (store.Page[T], error) {
		at, err := strconv.Atoi(f.After)
		if f.After != "" && (err != nil || at < 0) {
			return store.Page[T]{}, fmt.Errorf("page %q: %w", f.After, store.ErrNotFound)
		}
		st, err := a.state(ctx, s)
		if err != nil {
			return store.Page[T]{}, err
		}
		if _, ok := st.StoryBrief(a.story, 0); a.story != "" && !ok {
			return store.Page[T]{}, fmt.Errorf("story %s: %w", a.story, store.ErrNotFound)
		}
		p := list(st, live.Filter{Words: f.Words, Outlet: f.Outlet, From: f.From, To: f.To, Measure: f.Measure, Status: f.Status, Type: f.Type, Country: f.Country, Place: f.Place, When: f.When, Story: a.story, After: at, Limit: f.Limit})
		out := store.Page[T]{Rows: p.Rows}
		if p.Next > 0 {
			out.Next = strconv.Itoa(p.Next)
		}
		return out, nil
	}
}

// command is the command of a list, with the flags that only these have.
func (a *across) command(c *cobra.Command, ofStory bool) *cobra.Command {
	c.Flags().StringVar(&a.asOf, "as-of", "", "the ledger as it stood by publication at the end of this day (2026-03-04)")
	if ofStory {
		c.Flags().StringVar(&a.story, "story", "", "id of one story")
	}
	return c
}

func (a *across) stories() *listing[export.StoryRow] {
	return &listing[export.StoryRow]{
		name:    "stories",
		short:   "List the stories that reports tell together",
		example: "  sayso stories --outlet times\n  sayso stories --words depot --as-of 2026-03-04 --format json",
		flags:   []string{"words", "outlet", "from", "to"},
		list:    listed(a, (*live.State).StoryList),
		columns: []column[export.StoryRow]{
			{"id", func(s *export.StoryRow) string { return s.ID }, whole},
			{"first", func(s *export.StoryRow) string { return s.First }, whole},
			{"last", func(s *export.StoryRow) string { return s.Last }, whole},
			{"title", func(s *export.StoryRow) string { return s.Title }, 6},
			{"reports", func(s *export.StoryRow) string { return strconv.Itoa(s.Reports) }, whole},
			{"outlets", func(s *export.StoryRow) string { return strings.Join(s.Outlets, "; ") }, 0},
		},
	}
}

func (a *across) claims() *listing[export.ClaimRow] {
	return &listing[export.ClaimRow]{
		name:    "claims",
		short:   "List what is claimed, and who put it into the world",
		example: "  sayso claims --words evacuation\n  sayso claims --story st-2941b8d67f14 --as-of 2026-03-04 --format csv",
		flags:   []string{"words", "outlet", "from", "to"},
		list:    listed(a, (*live.State).ClaimList),
		columns: []column[export.ClaimRow]{
			{"id", func(c *export.ClaimRow) string { return c.ID }, whole},
			{"first", func(c *export.ClaimRow) string { return c.First }, whole},
			{"claim", func(c *export.ClaimRow) string { return c.Said() }, 5},
			{"origins", func(c *export.ClaimRow) string { return c.Summary }, 5},
			{"origins_low", func(c *export.ClaimRow) string { return strconv.Itoa(c.Low) }, 0},
			{"origins_high", func(c *export.ClaimRow) string { return strconv.Itoa(c.High) }, 0},
			{"reports", func(c *export.ClaimRow) string { return strconv.Itoa(c.Reports) }, 0},
			{"outlets", func(c *export.ClaimRow) string { return strconv.Itoa(c.Outlets) }, 0},
			{"stance", func(c *export.ClaimRow) string { return c.Stance }, 0},
			{"only_parties", func(c *export.ClaimRow) string { return strconv.FormatBool(c.Party) }, 0},
			{"story", func(c *export.ClaimRow) string { return c.Story }, 0},
			{"report", func(c *export.ClaimRow) string { return c.Ref.Report }, 0},
			{"start", func(c *export.ClaimRow) string { return strconv.Itoa(c.Ref.Start) }, 0},
			{"end", func(c *export.ClaimRow) string { return strconv.Itoa(c.Ref.End) }, 0},
			{"words", func(c *export.ClaimRow) string { return c.Ref.Text }, 0},
		},
	}
}

func (a *across) tallies() *listing[live.TallyRow] {
	number := func(t *live.TallyRow, v float64) string {
		if t.Unsummed() != "" || t.Unnumbered() {
			return ""
		}
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return &listing[live.TallyRow]{
		name:    "tallies",
		short:   "List totals by story and measure, with what does not add up",
		example: "  sayso tallies --measure killed\n  sayso tallies --story st-2941b8d67f14 --format json",
		flags:   []string{"words", "outlet", "from", "to", "measure"},
		list:    listed(a, (*live.State).TallyList),
		columns: []column[live.TallyRow]{
			{"story", func(t *live.TallyRow) string { return t.Story }, 0},
			{"title", func(t *live.TallyRow) string { return t.StoryTitle }, heading},
			{"measure", func(t *live.TallyRow) string { return strings.TrimSpace(t.Measure + " " + t.Of) }, 2},
			{"low", func(t *live.TallyRow) string { return number(t, t.Low) }, whole},
			{"high", func(t *live.TallyRow) string { return number(t, t.High) }, whole},
			{"best", func(t *live.TallyRow) string { return number(t, t.Best) }, whole},
			{"as_of", func(t *live.TallyRow) string { return t.AsOf }, 0},
			{"unit", func(t *live.TallyRow) string { return t.Unit }, 0},
			{"total", totalOf, 0},
			{"counts", countsOf, 4},
			{"gaps", gapsOf, 4},
		},
	}
}

// totalOf says what the numbers of a tally are: of running totals, or of how many incidents the sum.
func totalOf(t *live.TallyRow) string {
	if t.Total != "incidents" {
		return t.Total
	}
	return "incidents: " + strconv.Itoa(t.Sum)
}

// mostCounts is how many of the latest counts the table names; the page and the JSON have all.
const mostCounts = 5

// countsOf are the latest totals, each with who gives it; where nobody gives one, the incidents.
func countsOf(t *live.TallyRow) string {
	series := slices.Clone(t.Series)
	series = slices.DeleteFunc(series, func(s export.Series) bool { return lastStanding(t, &s) == nil })
	slices.SortStableFunc(series, func(a, b export.Series) int {
		return strings.Compare(lastStanding(t, &b).AsOf, lastStanding(t, &a).AsOf)
	})
	var out, apart []string
	for _, s := range series {
		p := lastStanding(t, &s)
		line := s.Who.Label + " " + countOf(p) + bracketed(p.AsOf)
		if s.Apart != "" {
			apart = append(apart, line+" ["+s.Apart+"]")
			continue
		}
		out = append(out, line)
	}
	if why := t.Unsummed(); why != "" {
		return "in no sum: " + why
	}
	if t.Unnumbered() {
		return strings.Join(t.Told, "; ")
	}
	if len(out) == 0 && t.Sum == 1 {
		out = lastCounts(t)
	}
	if len(out) == 0 {
		for k := len(t.Incidents) - 1; k >= 0; k-- {
			if in := &t.Incidents[k]; !in.Vague && in.Apart == "" {
				day := in.Day
				if day == "" {
					day = "undated"
				}
				out = append(out, day+": "+grouped(in.High)+lastTold(in))
			}
		}
	}
	out = append(out, apart...)
	if n := len(out); n > mostCounts {
		out = append(out[:mostCounts], "and "+strconv.Itoa(n-mostCounts)+" more")
	}
	return strings.Join(out, "; ")
}

// lastStanding is the last total of a series that was neither corrected nor amiss, such as a misprint or an older total carried over, or nil.
func lastStanding(t *live.TallyRow, s *export.Series) *export.Point {
	for i := range slices.Backward(s.Points) {
		if p := &s.Points[i]; !p.Superseded && !p.Old && !amiss(t, p) {
			return p
		}
	}
	return nil
}

// amiss reports whether a gap says that a point is not what its report meant to tell as of now.
func amiss(t *live.TallyRow, p *export.Point) bool {
	if p.Gap == 0 || p.Gap > len(t.Gaps) {
		return false
	}
	switch ledger.GapCause(t.Gaps[p.Gap-1].Cause) {
	case ledger.Misprint, ledger.StaleTotal, ledger.OlderAsOf, ledger.UnitsMixed, ledger.OverWhole:
		return true
	}
	return false
}

// lastCounts are the last numbers of those who keep a count of the tally's only incident, the latest first, where two or more do.
func lastCounts(t *live.TallyRow) []string {
	var out []string
	for i := range t.Incidents {
		in := &t.Incidents[i]
		if in.Vague || in.Apart != "" || len(in.Keepers) < 2 {
			continue
		}
		keepers := slices.Clone(in.Keepers)
		slices.SortStableFunc(keepers, func(a, b export.Keeper) int { return strings.Compare(b.Last.AsOf, a.Last.AsOf) })
		for _, k := range keepers {
			out = append(out, k.Who.Label+" "+countOf(&k.Last)+bracketed(k.Last.AsOf))
		}
	}
	return out
}

// lastTold is who last gave the number that an incident stands at, and when: " (the fire service, 2031-05-16)".
func lastTold(in *export.Incident) string {
	for _, p := range slices.Backward(in.Points) {
		if !p.Superseded && !p.Old && !p.Part && p.Low == in.High {
			return bracketed(p.Who.Label, p.AsOf)
		}
	}
	return ""
}

// bracketed is what is known of parts, in brackets after a number; a report without a date has no day to show.
func bracketed(parts ...string) string {
	parts = slices.DeleteFunc(parts, func(s string) bool { return s == "" })
	if len(parts) == 0 {
		return ""
	}
	return " (" + strings.Join(parts, ", ") + ")"
}

// countOf is a count as printed: words that give no number as they are.
func countOf(p *export.Point) string {
	n := grouped(p.Low)
	switch {
	case p.Vague:
		return "“" + p.Ref.Text + "”"
	case p.More:
		return ">" + n
	case p.High == nil:
		return n + "+"
	}
	return numberRange(p.Low, *p.High)
}

func gapsOf(t *live.TallyRow) string {
	var out []string
	for _, g := range t.Gaps {
		out = append(out, countOf(&g.At)+" "+g.At.AsOf+": "+g.Cause)
	}
	return strings.Join(out, "; ")
}

func storiesCommand() *cobra.Command {
	a := &across{}
	return a.command(a.stories().command(), false)
}

func claimsCommand() *cobra.Command {
	a := &across{}
	return a.command(a.claims().command(), true)
}

func talliesCommand() *cobra.Command {
	a := &across{}
	return a.command(a.tallies().command(), true)
}

// exportStories writes every story as its page has it.
func (a *across) exportStories(ctx context.Context, s *store.Store, w io.Writer) error {
	st, err := a.state(ctx, s)
	if err != nil {
		return err
	}
	e := jsonl(w)
	for _, story := range st.Stories() {
		full, err := st.Story(story.ID, "")
		if err != nil {
			return err
		}
		if err := e.Encode(full); err != nil {
			return err
		}
	}
	return nil
}

// exportAcross writes a list story by story, so that only one story is in memory at a time; what two stories have is written once.
func exportAcross[T any](ctx context.Context, a *across, l *listing[T], id func(*T) string, s *store.Store, encoder func(io.Writer) *json.Encoder) func(io.Writer) error {
	return func(w io.Writer) error {
		st, err := a.state(ctx, s)
		if err != nil {
			return err
		}
		out := export.NewCSV(w)
		if encoder == nil {
			out.Write(l.heads())
		}
		defer func() { a.story = "" }()
		seen := map[string]bool{}
		for _, story := range st.Stories() {
			a.story = story.ID
			page, err := l.list(s, ctx, store.Filter{Limit: -1})
			if err != nil {
				return err
			}
			for i := range page.Rows {
				if key := id(&page.Rows[i]); seen[key] {
					continue
				} else if key != "" {
					seen[key] = true
				}
				if encoder == nil {
					out.Write(l.cells(&page.Rows[i]))
				} else if err := encoder(w).Encode(&page.Rows[i]); err != nil {
					return err
				}
			}
		}
		return out.Flush()
	}
}
