package resolve

import (
	"strconv"
	"time"

	"sayso/read"
)

// Stretches that read has no unit for, beyond its last.
const (
	half read.Unit = read.Millennium + 1 + iota
	spring
	summer
	autumn
	winter
)

var seasons = [...]string{"SP", "SU", "FA", "WI"}

// seasonStart is the month in which a season begins, by the meteorologists' northern calendar.
// Winter counts for the year it begins in.
func seasonStart(s string) int { return 3*int(seasonGrain(s)-spring) + 3 }

func seasonGrain(s string) read.Unit {
	for i, n := range seasons {
		if n == s {
			return spring + read.Unit(i)
		}
	}
	return spring
}

// name is a moment's TIMEX3 value.
func name(m moment) string {
	y := year(m.day.Year())
	switch m.grain {
	case read.Week:
		return week(m.day)
	case read.Weekend:
		return week(m.day) + "-WE"
	case read.Month:
		return y + "-" + two(int(m.day.Month()))
	case read.Quarter:
		return y + "-Q" + strconv.Itoa((int(m.day.Month())+2)/3)
	case half:
		return y + "-H" + strconv.Itoa((int(m.day.Month())+5)/6)
	case spring, summer, autumn, winter:
		return y + "-" + seasons[m.grain-spring]
	case read.Year:
		return y
	case read.Decade:
		return y[:3]
	case read.Century, read.Millennium:
		return y[:2]
	}
	return iso(m.day)
}

// year is a year in four digits.
func year(y int) string {
	s := strconv.Itoa(y)
	for len(s) < 4 {
		s = "0" + s
	}
	return s
}

// iso is a day as ISO 8601.
func iso(d time.Time) string {
	return year(d.Year()) + "-" + two(int(d.Month())) + "-" + two(d.Day())
}

// week is the ISO week that holds d: 2025-W43.
func week(d time.Time) string {
	y, w := d.ISOWeek()
	return year(y) + "-W" + two(w)
}

// monday is the Monday of d's week.
func monday(d time.Time) time.Time { return d.AddDate(0, 0, 1-isoWeekday(d)) }

// isoWeekday is 1 for Monday to 7 for Sunday.
func isoWeekday(d time.Time) int { return (int(d.Weekday())+6)%7 + 1 }

// bounds are the first and last day of a moment.
func (m moment) bounds() (first, last time.Time) {
	first = m.day
	months := 0
	switch m.grain {
	case read.Week:
		return first, first.AddDate(0, 0, 6)
	case read.Weekend:
		return first.AddDate(0, 0, 5), first.AddDate(0, 0, 6)
	case read.Month:
		months = 1
	case read.Quarter, spring, summer, autumn, winter:
		months = 3
	case half:
		months = 6
	case read.Year:
		months = 12
	case read.Decade:
		months = 120
	case read.Century:
		months = 1200
	case read.Millennium:
		months = 12000
	default:
		return first, first
	}
	return first, first.AddDate(0, months, -1)
}

// precision is When's word for a grain.
func precision(g read.Unit) string {
	switch g {
	case read.Week, read.Weekend:
		return "week"
	case read.Month:
		return "month"
	case read.Quarter, spring, summer, autumn, winter:
		return "quarter"
	case half:
		return "range"
	case read.Year:
		return "year"
	case read.Decade, read.Century, read.Millennium:
		return "range"
	}
	return "day"
}

// letters are TIMEX3's letters of the units, with the T of those below a day.
var letters = [...]string{"", "TS", "TM", "TH", "D", "D", "W", "W", "M", "Q", "Y", "Y", "Y", "Y"}

// factors turn units without a letter of their own into the unit whose letter they use: decades are
// given in years, as TempEval-3 does.
var factors = [...]float64{1, 1, 1, 1, 1, 2, 1, 2, 1, 1, 1, 10, 100, 1000}

// vagueLetters are the letters where the amount is not said: TIMEX3 has E for decades and C for centuries.
var vagueLetters = [...]string{"X", "TXS", "TXM", "TXH", "XD", "XWE", "XW", "XW", "XM", "XQ", "XY", "XE", "XC", "XL"}

// duration is the TIMEX3 value of an amount of time: P3D, PT5H30M, PXY.
func duration(s *read.Calendar) string {
	u := s.Unit
	if u == read.NoUnit || int(u) >= len(letters) {
		return "PXX"
	}
	if s.N == read.Vague || !s.HasN {
		return "P" + vagueLetters[u]
	}
	n := s.N * factors[u]
	l := letters[u]
	t := ""
	if l[0] == 'T' {
		t, l = "T", l[1:]
	}
	whole := int(n)
	out := "P" + t
	if whole > 0 || n == 0 {
		out += strconv.Itoa(whole) + l
	}
	switch rest := n - float64(whole); {
	case rest == 0:
	case u == read.Year:
		out += strconv.Itoa(int(12*rest+0.5)) + "M"
	case u == read.Hour:
		out += strconv.Itoa(int(60*rest+0.5)) + "M"
	case u == read.Minute:
		out += strconv.Itoa(int(60*rest+0.5)) + "S"
	case u == read.Day:
		out += "T" + strconv.Itoa(int(24*rest+0.5)) + "H"
	default:
		return "P" + t + strconv.FormatFloat(n, 'f', -1, 64) + l
	}
	return out
}

// set is the TIMEX3 value of a repetition.
func set(s *read.Calendar) string {
	part := partOf(s)
	switch {
	case s.Weekday != 0:
		return "XXXX-WXX-" + strconv.Itoa(int(s.Weekday)) + part
	case s.Month != 0 && s.Day != 0:
		return "XXXX-" + two(int(s.Month)) + "-" + two(int(s.Day))
	case s.Month != 0:
		return "XXXX-" + two(int(s.Month))
	case s.Season != "":
		return "XXXX-" + s.Season
	case s.Holiday != "":
		return "XXXX-" + iso(holiday(s.Holiday, 2000))[5:]
	case part != "":
		return "XXXX-XX-XX" + part
	}
	one := *s
	if !one.HasN {
		one.N, one.HasN = 1, true
	}
	return duration(&one)
}

// unplaced is the value where the year cannot be told since the date of publication is not known.
func unplaced(s *read.Calendar) string {
	switch {
	case s.Month != 0 && s.Day != 0:
		return "XXXX-" + two(int(s.Month)) + "-" + two(int(s.Day))
	case s.Month != 0:
		return "XXXX-" + two(int(s.Month))
	case s.Weekday != 0:
		return "XXXX-WXX-" + strconv.Itoa(int(s.Weekday))
	case s.Quarter != 0:
		return "XXXX-Q" + strconv.Itoa(int(s.Quarter))
	case s.Half != 0:
		return "XXXX-H" + strconv.Itoa(int(s.Half))
	case s.Season != "":
		return "XXXX-" + s.Season
	case s.Unit == read.Week:
		return "XXXX-WXX"
	case s.Unit == read.Weekend:
		return "XXXX-WXX-WE"
	case s.Unit == read.Month:
		return "XXXX-XX"
	case s.Unit == read.Quarter:
		return "XXXX-QX"
	case s.Unit >= read.Year:
		return "XXXX"
	}
	return "XXXX-XX-XX"
}
