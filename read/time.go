package read

import (
	"slices"
	"sort"

	"sayso/article"
	"sayso/parse"
)

// A Time is a time expression (TIMEX3, ISO 24617-1) as written. What its words name is in Says;
// the day they mean depends on the date of publication and is resolve's.
type Time struct {
	Span article.Span
	Type string   // DATE, TIME, DURATION or SET
	Rule string   // the rule that found it, for resolve and for explanation
	Mod  string   // TIMEX3 mod: START, MID, END, APPROX, MORE_THAN, LESS_THAN, EQUAL_OR_MORE, EQUAL_OR_LESS, BEFORE, AFTER, or ""
	Says Calendar // what the words name
}

// A Unit of time. Larger units have larger values from Second to Millennium.
type Unit uint8

// The units.
const (
	NoUnit Unit = iota
	Second
	Minute
	Hour
	Day
	Weekend
	Week
	Fortnight
	Month
	Quarter
	Year
	Decade
	Century
	Millennium
)

// A Calendar is what the words of a time expression name, before any date is worked out: "last
// March" is Month 3 with Shift −1. Zero fields are not said.
type Calendar struct {
	Year    int16   // 1998; for a Decade its first year, for a Century its number less one
	Month   int8    // 1 to 12
	Day     int8    // day of the month
	Weekday int8    // 1 Monday to 7 Sunday
	Quarter int8    // 1 to 4
	Half    int8    // 1 or 2
	Hour    int8    // 0 to 24, where HasClock
	Minute  int8    // −1 where not said
	Clock   bool    // Hour is said
	Fiscal  bool    // of a fiscal year
	HasN    bool    // N is said
	HasPos  bool    // Shift is said
	Shift   int8    // −1 last, 0 this, 1 next
	Unit    Unit    // of N, or of Shift: "last week"
	Rest    int8    // days from the day named: −1 in "the day before Thanksgiving"
	Anchor  Anchor  // what N counts from
	N       float64 // amount of Unit; Vague where it is "several"
	Season  string  // SP, SU, FA, WI
	Part    string  // MO, MI, AF, EV, NI, DT
	Holiday string  // key of a holiday: "thanksgiving"
	Ref     string  // PAST_REF, PRESENT_REF, FUTURE_REF
}

// Vague is the amount of "several years".
const Vague = -1

// An Anchor is what an amount of time counts from.
type Anchor uint8

// The anchors.
const (
	NoAnchor  Anchor = iota // a bare duration, or a date that needs none
	Published               // the date of publication: "two years ago"
	Running                 // what the report last spoke of: "a year earlier", "the next morning"
	Until                   // a stretch up to publication: "the past two weeks"
	From                    // a stretch from publication: "the next two weeks"
)

// times finds the time expressions: words are looked up in the lexicon, then the rules run in
// layers, each joining the findings of the one before, and what remains is told apart from
// look-alikes ("may", "1,998 shares") by its neighbours.
func times(d *parse.Doc) []Time {
	prepare()
	s := scan{text: d.Text}
	s.lex()
	s.numbers()
	for i := range timeLayers {
		s.apply(&timeLayers[i])
		if i == dateLayer {
			s.dayLists()
		}
	}
	return notNames(d, s.found())
}

// notNames leaves out what is somebody's given name: "Sunday Alo", "April Orr". After a preposition it is a time: "On Sunday Alo said".
func notNames(d *parse.Doc, ts []Time) []Time {
	return slices.DeleteFunc(ts, func(t Time) bool {
		i := sort.Search(len(d.Names), func(k int) bool { return int(d.Tokens[d.Names[k].End-1].End) > t.Span.End })
		if i == len(d.Names) {
			return false
		}
		n, first := &d.Names[i], d.TokenAt(t.Span.Start)
		return n.Kind == parse.Person && n.First <= first && (first == 0 || d.At(first-1).UPOS != parse.ADP)
	})
}
