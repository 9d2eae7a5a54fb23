package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"sayso/export"
	"sayso/internal/live"
	"sayso/internal/store"
)

var events = listing[store.Event]{
	name:    "events",
	short:   "List what happens or may, across reports",
	example: "  sayso events --status ordered --type ASSAULT\n  sayso events --when 2025-09 --place Caribbean\n  sayso events --mentions --country VE --background no --format csv",
	flags:   []string{"words", "source", "kind", "outlet", "from", "to", "as-of", "status", "type", "country", "place", "when", "measure", "background", "report"},
	list:    (*store.Store).Events,
	more:    "also events that are not worth a line: words of speaking, passing mentions",
	columns: append([]column[store.Event]{
		{"id", func(e *store.Event) string { return e.ID }, whole},
		{"status", func(e *store.Event) string { return e.Status }, whole},
		{"type", func(e *store.Event) string { return e.Type }, 0},
		{"trigger", func(e *store.Event) string { return e.Trigger }, 2},
		{"actors", func(e *store.Event) string { return e.Actors }, 2},
		{"targets", func(e *store.Event) string { return e.Targets }, 2},
		{"place", func(e *store.Event) string { return e.Place }, 2},
		{"country", func(e *store.Event) string { return e.Country }, 0},
		{"time", func(e *store.Event) string { return e.Time }, 2},
		{"first", func(e *store.Event) string { return e.First }, 0},
		{"last", func(e *store.Event) string { return e.Last }, 0},
		{"certainty", func(e *store.Event) string { return e.Certainty }, 0},
		{"factuality", func(e *store.Event) string { return strconv.FormatFloat(e.Factuality, 'f', -1, 64) }, 0},
		{"negated", func(e *store.Event) string { return strconv.FormatBool(e.Negated) }, 0},
		{"salient", func(e *store.Event) string { return strconv.FormatBool(e.Salient) }, 0},
		{"background", func(e *store.Event) string { return strconv.FormatBool(e.Background) }, 0},
		{"who", func(e *store.Event) string { return e.Who }, 2},
		{"statement", func(e *store.Event) string { return e.Statement }, 0},
		{"context", func(e *store.Event) string { return e.Context }, 0},
		{"start", func(e *store.Event) string { return strconv.Itoa(e.Start) }, 0},
		{"end", func(e *store.Event) string { return strconv.Itoa(e.End) }, 0},
	}, inColumns(func(e *store.Event) *store.In { return &e.In })...),
	table: []column[store.Event]{
		{"id", func(e *store.Event) string { return e.ID }, whole},
		{"status", func(e *store.Event) string { return spaced(e.Status) }, 2},
		{"what", whatHappens, 5},
		{"where, when", func(e *store.Event) string { return joined(", ", e.Place, dayOf(e.Time)) }, 3},
		{"who says so", func(e *store.Event) string { return e.Who }, 3},
		{"report", func(e *store.Event) string { return joined(", ", e.In.Outlet, e.In.Day) }, 2},
	},
}

// whatHappens is an event in a line: who does what to whom.
func whatHappens(e *store.Event) string {
	s := joined(": ", e.Actors, e.Trigger)
	return joined(" → ", s, e.Targets)
}

// joined is what is not empty of parts, with sep between.
func joined(sep string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), sep)
}

// spaced is a name of the schema as people read it: did not happen.
func spaced(s string) string { return strings.ReplaceAll(s, "_", " ") }

// happenings are the events across reports.
func (a *across) happenings() *listing[export.HappeningRow] {
	return &listing[export.HappeningRow]{
		name: "events",
		list: listed(a, (*live.State).HappeningList),
		columns: []column[export.HappeningRow]{
			{"id", func(e *export.HappeningRow) string { return e.ID }, 0},
			{"day", func(e *export.HappeningRow) string { return e.Day }, 0},
			{"title", func(e *export.HappeningRow) string { return e.Title }, 0},
			{"status", func(e *export.HappeningRow) string { return e.Status }, 0},
			{"steps", func(e *export.HappeningRow) string { return strings.Join(e.Steps, "; ") }, 0},
			{"type", func(e *export.HappeningRow) string { return e.Type }, 0},
			{"place", func(e *export.HappeningRow) string { return e.Place }, 0},
			{"country", func(e *export.HappeningRow) string { return e.Country }, 0},
			{"actors", func(e *export.HappeningRow) string { return strings.Join(e.Actors, "; ") }, 0},
			{"targets", func(e *export.HappeningRow) string { return strings.Join(e.Targets, "; ") }, 0},
			{"tolls", tollsOf, 0},
			{"reports", func(e *export.HappeningRow) string { return strconv.Itoa(e.Reports) }, 0},
			{"mentions", func(e *export.HappeningRow) string { return strconv.Itoa(e.Mentions) }, 0},
			{"story", func(e *export.HappeningRow) string { return e.Story }, 0},
			{"report", func(e *export.HappeningRow) string { return e.Ref.Report }, 0},
			{"start", func(e *export.HappeningRow) string { return strconv.Itoa(e.Ref.Start) }, 0},
			{"end", func(e *export.HappeningRow) string { return strconv.Itoa(e.Ref.End) }, 0},
		},
		table: []column[export.HappeningRow]{
			{"story", func(e *export.HappeningRow) string { return e.StoryTitle }, heading},
			{"id", func(e *export.HappeningRow) string { return e.ID }, whole},
			{"day", func(e *export.HappeningRow) string { return e.Day }, whole},
			{"what", titleAndTolls, 5},
			{"how it stands", stepsOf, 2},
			{"reports", func(e *export.HappeningRow) string { return strconv.Itoa(e.Reports) }, whole},
		},
	}
}

// stepsOf is how a status went: considered, ordered, happened.
func stepsOf(e *export.HappeningRow) string {
	var out []string
	for _, s := range e.Steps {
		if n := len(out); n == 0 || out[n-1] != spaced(s) {
			out = append(out, spaced(s))
		}
	}
	if len(out) > 5 {
		out = append(append(out[:2:2], "…"), out[len(out)-2:]...)
	}
	return strings.Join(out, " → ")
}

// titleAndTolls is what happened, and whom it killed and injured as whoever counts them says.
func titleAndTolls(e *export.HappeningRow) string {
	if t := tollsOf(e); t != "" {
		return e.Title + " · " + t
	}
	return e.Title
}

func tollsOf(e *export.HappeningRow) string { return strings.TrimPrefix(tolls(e.Tolls), "; ") }

// ofMentions are the flags that only single reports' mentions can be chosen by.
var ofMentions = []string{"all", "source", "kind", "unnamed", "measure", "background", "report"}

// eventsCommand lists events across reports, or, where asked to, every report's mentions.
func eventsCommand() *cobra.Command {
	a := &across{}
	c := events.command()
	mentions := false
	c.Long = strings.Join(export.Wrap("Events lists the events worth a line, each once with the number of its reports, by story and what most reports tell. With "+
		"--mentions, or a filter that only a report's own words meet ("+"--"+strings.Join(ofMentions, ", --")+"), it lists what each report says.", noteWidth), "\n")
	c.Flags().BoolVar(&mentions, "mentions", false, "what each report says, not events across reports")
	c.Flags().StringVar(&a.story, "story", "", "id of one story")
	each := c.RunE
	c.RunE = func(c *cobra.Command, args []string) error {
		if mentions || slices.ContainsFunc(ofMentions, c.Flags().Changed) {
			return each(c, args)
		}
		var f store.Filter
		for _, name := range events.flags {
			flag := filterFlags[name]
			*flag.to(&f) = c.Flag(name).Value.String()
			if err := flag.wrong(events.name, name, *flag.to(&f)); err != nil {
				return err
			}
		}
		f.Limit, _ = c.Flags().GetInt("limit")
		f.After = c.Flag("after").Value.String()
		a.asOf, f.AsOf = f.AsOf, ""
		return a.happenings().run(c, f, c.Flag("format").Value.String())
	}
	return c
}

// dayOf is an event's time for a person: TIMEX3's words for no day at all ("FUTURE_REF") say nothing in a table.
func dayOf(value string) string {
	if strings.HasSuffix(value, "_REF") {
		return ""
	}
	return value
}
