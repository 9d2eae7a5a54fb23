package resolve

import (
	"strconv"
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

// weekday is the day of that name that tense and words point to.
func (c *clock) weekday(s *read.Calendar) moment {
	if !c.known {
		return moment{}
	}
	from := c.published
	if s.Anchor == read.Running && c.running.ok && c.running.grain == read.Day {
		from = c.running.day
	}
	back := (isoWeekday(from) - int(s.Weekday) + 7) % 7
	switch {
	case s.HasPos && s.Shift < 0:
		c.by = "last"
		if back == 0 {
			back = 7
		}
	case s.HasPos && s.Shift > 0:
		c.by = "next"
		back -= 7
	case c.tense() > 0 && back != 0, c.shifted && back > 3:
		back -= 7 // of what was to come, the nearer one
	}
	return moment{from.AddDate(0, 0, -back), read.Day, true}
}

// month is a month, or a day of one, in the year said or the one that tense points to.
func (c *clock) month(s *read.Calendar) moment {
	grain := read.Month
	if s.Day != 0 {
		grain = read.Day
	}
	if s.Unit == read.Week {
		grain = read.Week
	}
	day := max(int(s.Day), 1)
	of := func(y int) moment {
		m := at(y, int(s.Month), day, grain)
		if m.day.Day() != day { // February 30
			m = at(y, int(s.Month), 1, read.Month)
		}
		if grain == read.Week {
			m.day = monday(m.day)
		}
		return m
	}
	if s.Year != 0 {
		return of(int(s.Year))
	}
	if !c.known {
		return moment{}
	}
	if s.HasPos && s.Unit == read.Year { // July last year
		return of(c.published.Year() + int(s.Shift))
	}
	return c.nearest(of, s)
}

// nearest is the repetition of a yearly moment that the words and the tense point to. Without a hint
// it is the one of the year of publication, unless the year's turn lies between: in January
// "December" is the last one.
func (c *clock) nearest(of func(year int) moment, s *read.Calendar) moment {
	y := c.published.Year()
	m := of(y)
	started := !m.day.After(c.published)
	switch {
	case s.HasPos && s.Shift < 0:
		c.by = "last"
		if _, end := m.bounds(); !end.Before(c.published) {
			return of(y - 1)
		}
		return m
	case s.HasPos && s.Shift > 0:
		c.by = "next"
		if started {
			return of(y + 1)
		}
		return m
	case s.HasPos:
		return m
	}
	// The distance decides where it is clear, since "by Nov. 16" stands beside verbs of any tense.
	tense := c.tense()
	switch months := int(m.day.Month()) - int(c.published.Month()); {
	case months >= 9 && tense <= 0, months >= 4 && tense < 0:
		return of(y - 1)
	case months <= -10 && tense >= 0, months <= -6 && tense > 0:
		return of(y + 1)
	case months > 0 && tense < 0 && m.grain >= read.Month:
		return of(y - 1)
	}
	if tense == 0 {
		c.by = "nearest"
	}
	return m
}

func (c *clock) holiday(s *read.Calendar) moment {
	of := func(y int) moment { return moment{holiday(s.Holiday, y), read.Day, true} }
	if s.Unit == read.Week {
		of = func(y int) moment { return moment{monday(holiday(s.Holiday, y)), read.Week, true} }
	}
	if s.Year != 0 {
		return of(int(s.Year))
	}
	if !c.known {
		return moment{}
	}
	return c.nearest(of, s)
}

func (c *clock) season(s *read.Calendar) moment {
	grain := seasonGrain(s.Season)
	of := func(y int) moment { return at(y, seasonStart(s.Season), 1, grain) }
	if s.Year != 0 {
		return of(int(s.Year))
	}
	if !c.known {
		return moment{}
	}
	return c.nearest(of, s)
}

func (c *clock) ofQuarter(s *read.Calendar) moment {
	of := func(y int) moment { return at(y, int(s.Quarter)*3-2, 1, read.Quarter) }
	switch {
	case s.Year != 0:
		return of(int(s.Year))
	case !c.known:
		return moment{}
	case s.Anchor == read.Running && s.Shift < 0: // the year-ago third quarter
		return of(c.published.Year() - 1)
	case s.HasPos && s.Unit == read.Year:
		return of(c.published.Year() + int(s.Shift))
	}
	c.by = "last that began"
	m := of(c.published.Year())
	if m.day.After(c.published) {
		return of(c.published.Year() - 1)
	}
	return m
}

func (c *clock) half(s *read.Calendar) moment {
	of := func(y int) moment { return at(y, int(s.Half)*6-5, 1, half) }
	if s.Year != 0 {
		return of(int(s.Year))
	}
	if !c.known {
		return moment{}
	}
	return of(c.published.Year() + int(s.Shift))
}

// stretch gives the days of "the past two weeks" and "the next three months".
func (c *clock) stretch(s *read.Calendar, out *Time) {
	if s.Anchor == read.Running && s.N != read.Vague && !beyond(s.Unit, s.N) {
		c.later(s, out)
		return
	}
	if !c.known || s.Anchor != read.Until && s.Anchor != read.From {
		return
	}
	c.by = "day of publication"
	out.Precision = "range"
	n := s.N
	if n == read.Vague || !s.HasN || beyond(s.Unit, n) {
		out.Precision, n = "vague", 0
	}
	if s.Anchor == read.Until {
		out.End = iso(c.published)
		if n > 0 {
			out.Start = iso(back(c.published, s.Unit, -n))
		}
		return
	}
	out.Start = iso(c.published)
	if n > 0 {
		out.End = iso(back(c.published, s.Unit, n))
	}
}

// later gives the day of "three days later", which is written as a duration and counts from what was
// spoken of before.
func (c *clock) later(s *read.Calendar, out *Time) {
	if !c.running.ok {
		return
	}
	m := shift(c.running.day, s.Unit, s.N, s.Unit)
	first, last := m.bounds()
	c.by, out.Start, out.End, out.Precision = "time spoken of before", iso(first), iso(last), precision(m.grain)
	c.remember(m)
}

// back is the day n units from day, to the day.
func back(day time.Time, u read.Unit, n float64) time.Time {
	switch u {
	case read.Second, read.Minute:
		return day
	case read.Hour:
		return day.AddDate(0, 0, int(n/24))
	case read.Day:
		return day.AddDate(0, 0, int(n))
	case read.Weekend, read.Week:
		return day.AddDate(0, 0, int(7*n))
	case read.Month:
		return day.AddDate(0, int(n), 0)
	case read.Quarter:
		return day.AddDate(0, int(3*n), 0)
	case read.Decade:
		return day.AddDate(int(10*n), 0, 0)
	case read.Century:
		return day.AddDate(int(100*n), 0, 0)
	case read.Millennium:
		return day.AddDate(int(1000*n), 0, 0)
	}
	return day.AddDate(0, int(12*n), 0)
}

// partOf is the part of day or clock time that follows a day's value.
func partOf(s *read.Calendar) string {
	switch {
	case s.Clock && s.Hour == 24 && s.Minute <= 0:
		return "T24:00"
	case s.Clock:
		return "T" + two(int(s.Hour)) + ":" + two(int(max(s.Minute, 0)))
	case s.Part == "MI":
		return "T12:00"
	case s.Part != "":
		return "T" + s.Part
	}
	return ""
}

func two(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}
