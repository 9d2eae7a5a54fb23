// Package sample holds a story to try sayso on: thirteen reports and one revision about an explosion
// in a harbour town.
//
// The story is fictional: its country, towns, outlets and people do not exist. It has what a real one
// has: an agency report that others print whole, trimmed and extended; an exclusive by unnamed
// officials that others retell; a plan that becomes an order and then happens; a denial; two totals
// that disagree for a reason; a misprint and its correction; recaps; refusals to comment. Its days,
// names and numbers fit together, so it is also a test of the whole program.
package sample

import _ "embed"

// Story is the story as intake takes it: JSON lines, one report a line, in the order of publication.
// The two lines with one address are a report and its revision.
//
//go:embed story.jsonl
var Story []byte
