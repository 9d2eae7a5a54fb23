package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"sayso/internal/store"
)

var events = listing[store.Event]{
	name:    "events",
	short:   "List what happens or may",
	example: "  sayso events --status ordered --type ASSAULT\n  sayso events --country VE --background no --format csv\n  sayso events --when 2025-09 --place Caribbean",
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
		{"where, when", func(e *store.Event) string { return joined(", ", e.Place, e.Time) }, 3},
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

func eventsCommand() *cobra.Command { return events.command() }
