package resolve

import (
	"strconv"
	"time"

	"sayso/read"
)

// Days, months, quarters and seasons by their names.

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
