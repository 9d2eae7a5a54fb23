package resolve

import (
	"time"

	"sayso/article"
	"sayso/parse"
	"sayso/read"
)

// A Time is a time expression with its value.
type Time struct {
	article.Span
	Type       string // DATE, TIME, DURATION, SET
	Value      string // TIMEX3 value
	Mod        string // TIMEX3 mod, or ""
	Start, End string // days, "" where open or no date
	Precision  string // as in When, or "" for durations and sets that no date bounds
	Rule       string // the rule of read that found it
	By         string // how the value was reached: "as written", "past tense", "day of publication", …
}

// times works out what each time expression means, in text order, since "the next morning" counts
// from the day spoken of before it.
func (w *work) times() {
	c := clock{w: w}
	c.published, c.known = w.m.Doc.Article.PublishedDay()
	if c.known {
		c.published = w.filed(c.published)
	}
	c.running = moment{day: c.published, grain: read.Day, ok: c.known}
	w.r.Times = make([]Time, 0, len(w.m.Times))
	for c.at = range w.m.Times {
		w.r.Times = append(w.r.Times, c.resolve(&w.m.Times[c.at]))
	}
}

// A moment is a stretch of the calendar: the unit of the given grain that holds day.
type moment struct {
	day   time.Time // its first day
	grain read.Unit
	ok    bool
}

// clock knows from when to count.
type clock struct {
	w         *work
	published time.Time
	known     bool   // published is known
	running   moment // what the report last spoke of
	event     moment // the last day it spoke of that dates no saying
	quarter   moment // the last quarter it spoke of
	quarterAt int    // where
	t         *read.Time
	at        int // index of t
	by        string
	shifted   bool // the expression at hand dates what was to come, as told later
}

func (c *clock) resolve(t *read.Time) Time {
	c.t, c.by = t, "as written"
	out := Time{Span: t.Span, Type: t.Type, Mod: t.Mod, Rule: t.Rule}
	s := &t.Says
	switch {
	case t.Type == "SET":
		out.Value = set(s)
	case t.Type == "DURATION":
		out.Value = duration(s)
		c.stretch(s, &out)
	case s.Ref != "":
		out.Value, out.Precision = s.Ref, "vague"
		if s.Ref == "PRESENT_REF" && c.known {
			out.Start, out.End = iso(c.published), iso(c.published)
		}
	default:
		c.date(s, &out)
	}
	out.By = c.by
	return out
}

// date works out a DATE or TIME.
func (c *clock) date(s *read.Calendar, out *Time) {
	m, value := c.moment(s)
	if value != "" { // no day can be given
		out.Value, out.Precision = value, "vague"
		c.vague(s, out)
		return
	}
	if !m.ok {
		out.Value = unplaced(s) + partOf(s)
		return
	}
	if s.Rest != 0 && m.grain == read.Day {
		m.day = m.day.AddDate(0, 0, int(s.Rest))
	}
	out.Value = name(m) + partOf(s)
	if s.Clock && s.Hour == 24 && s.Anchor == read.NoAnchor && s.Weekday == 0 && s.Month == 0 && s.Unit == read.NoUnit && c.tense() <= 0 {
		out.Value = name(m) + "T00:00" // "shortly after midnight, gunmen came" has been
	}
	first, last := m.bounds()
	if watched(s.Holiday) {
		first, last, out.Precision = first.AddDate(0, 0, -1), last.AddDate(0, 0, 1), "range"
	}
	if s.Part == "NI" && (s.Shift < 0 && s.Anchor == read.Published || c.t.Rule == "overnight and day") { // last night ended this morning
		last = last.AddDate(0, 0, 1)
	}
	out.Start, out.End = iso(first), iso(last)
	if out.Precision == "" {
		out.Precision = precision(m.grain)
	}
	if s.Part != "" || s.Clock {
		out.Precision = "part_of_day"
	}
	if s.Fiscal { // when a firm's or a state's year begins is not in the words
		out.Start, out.End, c.by = "", "", "a fiscal year, whose beginning is not said"
	}
	if out.Mod == "BEFORE" {
		out.Start = ""
	}
	if out.Mod == "AFTER" {
		out.End = ""
	}
	c.remember(m)
}

// vague bounds what has no value by the day of publication: "earlier" ended then, "soon" begins.
func (c *clock) vague(s *read.Calendar, out *Time) {
	if !c.known {
		return
	}
	if out.Value == "PAST_REF" {
		out.End = iso(c.published)
	}
	if out.Value == "FUTURE_REF" {
		out.Start = iso(c.published)
	}
}

// remember keeps m for what counts from it. A quarter compared with, a year ago, is not the one that
// "the quarter" means after it.
func (c *clock) remember(m moment) {
	if m.grain == read.Quarter && c.t.Rule != "ago" && c.t.Rule != "earlier" && c.t.Rule != "quarter of a year ago" {
		c.quarter, c.quarterAt = m, c.t.Span.Start
	}
	if m.grain <= read.Year {
		c.running = m
	}
	if m.grain == read.Day && !c.saying() {
		c.event = m
	}
}

// saying reports whether the current expression dates a verb of saying: after "struck on Sunday …, officials said
// on Wednesday" it is still Sunday that "at 11:47 p.m." counts from.
func (c *clock) saying() bool {
	d := c.w.m.Doc
	h := d.Tokens[c.w.headOf(c.t.Span)].Head
	if h < 0 {
		return false
	}
	switch d.Tokens[h].Lemma {
	case "say", "tell", "announce", "report", "write", "state", "add":
		return d.Tokens[h].UPOS == parse.VERB
	}
	return false
}

// moment is the stretch of the calendar that s names, or a value where there is none: PAST_REF.
func (c *clock) moment(s *read.Calendar) (moment, string) {
	switch {
	case s.Unit == read.Decade && s.Year != 0:
		return c.decade(s), ""
	case s.Unit == read.Century && s.Anchor == read.NoAnchor && s.Year != 0:
		return at(int(s.Year)*100, 1, 1, read.Century), ""
	case s.Holiday != "":
		return c.holiday(s), ""
	case s.Quarter != 0:
		return c.ofQuarter(s), ""
	case s.Half != 0:
		return c.half(s), ""
	case s.Season != "":
		return c.season(s), ""
	case s.Month != 0:
		return c.month(s), ""
	case s.Weekday != 0:
		return c.weekday(s), ""
	case s.Unit == read.Quarter && s.Year != 0: // the 1988 period
		if c.quarter.ok {
			return moment{time.Date(int(s.Year), c.quarter.day.Month(), 1, 0, 0, 0, 0, time.UTC), read.Quarter, true}, ""
		}
		return at(int(s.Year), 1, 1, read.Year), ""
	case s.Year != 0:
		return at(int(s.Year), 1, 1, read.Year), ""
	case s.Unit != read.NoUnit:
		return c.offset(s)
	case s.Part != "" || s.Clock:
		return c.dayOf(s), ""
	}
	return moment{}, "PAST_REF"
}

// dayOf is the day of a part of day or a clock time: "this morning" and "last night" count from the
// day of publication, "the next morning" and "at 6 a.m." from the day spoken of before.
func (c *clock) dayOf(s *read.Calendar) moment {
	if s.Clock && s.Anchor == read.NoAnchor {
		if m, ok := c.besideClock(s); ok {
			return m
		}
	}
	if s.Clock && s.Anchor == read.NoAnchor && c.event.ok {
		c.by = "day spoken of before"
		return moment{c.event.day.AddDate(0, 0, int(s.Shift)), read.Day, true}
	}
	if s.Anchor == read.Published || c.running.grain != read.Day || !c.running.ok {
		c.by = "day of publication"
		return moment{c.published.AddDate(0, 0, int(s.Shift)), read.Day, c.known}
	}
	c.by = "day spoken of before"
	return moment{c.running.day.AddDate(0, 0, int(s.Shift)), read.Day, true}
}

func at(y, m, d int, grain read.Unit) moment {
	return moment{time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC), grain, true}
}

func (c *clock) decade(s *read.Calendar) moment {
	y := int(s.Year)
	if y < 100 { // the nineties
		y += 1900
		if c.known && y > c.published.Year() {
			y -= 100
		}
	}
	return at(y, 1, 1, read.Decade)
}

// offset counts units from the anchor: last week, two years ago, the next morning.
func (c *clock) offset(s *read.Calendar) (moment, string) {
	if !s.HasPos && !s.HasN && s.Shift == 0 && s.Anchor == read.NoAnchor {
		return moment{}, "PAST_REF"
	}
	n := float64(s.Shift)
	if s.HasN {
		if s.N == read.Vague {
			if s.Shift < 0 {
				return moment{}, "PAST_REF"
			}
			return moment{}, "FUTURE_REF"
		}
		n *= s.N
	}
	from, grain := c.anchor(s)
	if !from.ok {
		return moment{}, ""
	}
	if beyond(s.Unit, n) { // two million years ago
		if n < 0 {
			return moment{}, "PAST_REF"
		}
		return moment{}, "FUTURE_REF"
	}
	if s.Unit == read.Quarter && s.Anchor == read.Running {
		return c.runningQuarter(s), ""
	}
	if s.Unit == read.Year && s.HasN && s.N == 1 && s.Shift < 0 && c.nearQuarter() {
		c.by = "quarter spoken of before"
		return moment{c.quarter.day.AddDate(-1, 0, 0), read.Quarter, true}, ""
	}
	if s.Unit == read.Weekend && s.Shift == 0 && c.t.Rule == "the weekend" && isoWeekday(c.published) < 6 && c.tense() <= 0 {
		return moment{monday(c.published).AddDate(0, 0, -7), read.Weekend, true}, ""
	}
	return shift(from.day, s.Unit, n, grain), ""
}

// beyond reports whether n units reach further than the calendar's years of four digits.
func beyond(u read.Unit, n float64) bool {
	days := [...]float64{0, 0, 0, 1, 1, 7, 7, 14, 31, 92, 366, 3660, 36600, 366000}
	n *= days[u]
	return n > 366*2000 || n < -366*1500
}

// nearQuarter reports whether the last quarter was spoken of within a paragraph or two: "Third-quarter
// profit rose to $9 million from $8 million a year ago" compares quarters.
func (c *clock) nearQuarter() bool {
	return c.quarter.ok && c.t.Span.Start-c.quarterAt < 700
}

// anchor is where s counts from, and the grain of what is found there.
func (c *clock) anchor(s *read.Calendar) (moment, read.Unit) {
	if s.Anchor == read.Running && c.running.grain > read.Week && s.Unit <= read.Day && c.event.ok {
		c.by = "day spoken of before" // "under siege since May 2024. Three days earlier, …"
		return c.event, s.Unit
	}
	if s.Anchor == read.Running && c.running.ok {
		c.by = "time spoken of before"
		return c.running, s.Unit
	}
	c.by = "day of publication"
	return moment{c.published, read.Day, c.known}, s.Unit
}

// runningQuarter is "the quarter": the one spoken of, or the last one that ended before publication.
func (c *clock) runningQuarter(s *read.Calendar) moment {
	if s.Year == 0 && c.nearQuarter() && c.t.Rule != "latest quarter" {
		c.by = "quarter spoken of before"
		return c.quarter
	}
	c.by = "day of publication"
	return shift(c.published, read.Quarter, -1, read.Quarter)
}

// shift is n units after day, as the unit of the given grain that holds the result.
func shift(day time.Time, u read.Unit, n float64, grain read.Unit) moment {
	whole := int(n)
	switch u {
	case read.Second, read.Minute, read.Hour:
		if u == read.Hour {
			day = day.AddDate(0, 0, whole/24)
		}
		return moment{day, read.Day, true}
	case read.Day:
		return moment{day.AddDate(0, 0, whole), read.Day, true}
	case read.Week, read.Weekend:
		return moment{monday(day.AddDate(0, 0, int(7*n))), grain, true}
	case read.Month:
		return moment{time.Date(day.Year(), day.Month()+time.Month(whole), 1, 0, 0, 0, 0, time.UTC), read.Month, true}
	case read.Quarter:
		q := (int(day.Month()) - 1) / 3
		return moment{time.Date(day.Year(), time.Month(3*(q+whole)+1), 1, 0, 0, 0, 0, time.UTC), read.Quarter, true}
	case read.Decade:
		if whole == 0 {
			return at(day.Year()/10*10, 1, 1, read.Decade)
		}
		return at(day.Year()+10*whole, 1, 1, read.Year)
	case read.Century:
		return at(day.Year()/100*100+100*whole, 1, 1, read.Century)
	case read.Millennium:
		return at(day.Year()+1000*whole, 1, 1, read.Year)
	}
	if grain == read.Quarter {
		return moment{day.AddDate(whole, 0, 0), read.Quarter, true}
	}
	if n != float64(whole) { // two and a half years ago
		return moment{time.Date(day.Year(), day.Month()+time.Month(12*n), 1, 0, 0, 0, 0, time.UTC), read.Month, true}
	}
	return at(day.Year()+whole, 1, 1, read.Year)
}
