package resolve

import "time"

// fixed are the holidays that fall on the same day each year.
var fixed = []struct {
	key        string
	month, day int
}{
	{"christmas", 12, 25}, {"christmas-eve", 12, 24}, {"boxing-day", 12, 26}, {"new-year", 1, 1}, {"new-years-eve", 12, 31},
	{"independence-day", 7, 4}, {"veterans-day", 11, 11}, {"halloween", 10, 31}, {"valentine", 2, 14}, {"groundhog-day", 2, 2},
	{"st-patricks-day", 3, 17}, {"may-day", 5, 1}, {"all-saints", 11, 1}, {"bastille-day", 7, 14}, {"juneteenth", 6, 19},
	{"epiphany", 1, 6}, {"orthodox-christmas", 1, 7}, {"nowruz", 3, 20},
}

// nth are the holidays on the nth weekday of a month; −1 is the last.
var nth = []struct {
	key      string
	month, n int
	weekday  int // 1 Monday to 7 Sunday
}{
	{"thanksgiving", 11, 4, 4}, {"labor-day", 9, 1, 1}, {"memorial-day", 5, -1, 1}, {"mlk-day", 1, 3, 1},
	{"presidents-day", 2, 3, 1}, {"columbus-day", 10, 2, 1}, {"super-bowl-sunday", 2, 2, 7},
}

// movable are the holidays that follow Easter, in days.
var movable = []struct {
	key  string
	days int
}{{"easter", 0}, {"good-friday", -2}, {"easter-monday", 1}, {"ash-wednesday", -46}, {"palm-sunday", -7}, {"pentecost", 49}}

// holiday is the day of a holiday in year y.
func holiday(key string, y int) time.Time {
	for _, h := range fixed {
		if h.key == key {
			return at(y, h.month, h.day, 0).day
		}
	}
	for _, h := range nth {
		if h.key == key {
			return nthWeekday(y, h.month, h.n, h.weekday)
		}
	}
	for _, h := range movable {
		if h.key == key {
			return easter(y).AddDate(0, 0, h.days)
		}
	}
	if key == "orthodox-easter" {
		return orthodoxEaster(y)
	}
	if day, ok := lunar(key, y); ok {
		return day
	}
	return at(y, 1, 1, 0).day
}

func nthWeekday(y, month, n, weekday int) time.Time {
	if n < 0 {
		last := at(y, month+1, 1, 0).day.AddDate(0, 0, -1)
		return last.AddDate(0, 0, -((isoWeekday(last) - weekday + 7) % 7))
	}
	first := at(y, month, 1, 0).day
	return first.AddDate(0, 0, (weekday-isoWeekday(first)+7)%7+7*(n-1))
}

// easter is Easter Sunday of year y in the Gregorian calendar (the algorithm of Nature, 20 April 1876,
// known as Meeus/Jones/Butcher).
func easter(y int) time.Time {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return at(y, n/31, n%31+1, 0).day
}

// orthodoxEaster is Easter Sunday of year y by the Julian calendar, as a Gregorian day (Meeus; the
// calendars lie 13 days apart from 1900 to 2099).
func orthodoxEaster(y int) time.Time {
	d := (19*(y%19) + 15) % 30
	e := (2*(y%4) + 4*(y%7) - d + 34) % 7
	return at(y, (d+e+114)/31, (d+e+114)%31+1, 0).day.AddDate(0, 0, 13)
}
