package resolve

import "time"

// Holidays of the Islamic and the Hebrew calendar, by their arithmetic (Dershowitz and Reingold,
// Calendrical Calculations). The Islamic days are those of the tables; where the moon is watched for
// they can fall a day earlier or later.

// islamic are the holidays of the Islamic year.
var islamic = []struct {
	key        string
	month, day int
}{{"ashura", 1, 10}, {"eid-al-fitr", 10, 1}, {"eid-al-adha", 12, 10}}

// hebrew are the holidays of the Hebrew year in days from its beginning; those of spring count back
// from the beginning of the next.
var hebrew = []struct {
	key  string
	days int
}{{"rosh-hashanah", 0}, {"yom-kippur", 9}, {"sukkot", 14}, {"passover", -163}, {"purim", -193}}

// lunar is the day of an Islamic or Hebrew holiday in year y.
func lunar(key string, y int) (time.Time, bool) {
	for _, h := range islamic {
		if h.key == key {
			return islamicDay(y, h.month, h.day), true
		}
	}
	for _, h := range hebrew {
		if h.key == key {
			return hebrewNewYear(y+3761).AddDate(0, 0, h.days), true
		}
	}
	if key == "hanukkah" { // 25 Kislev: the month before it has 29 or 30 days
		length := int(hebrewNewYear(y+3762).Sub(hebrewNewYear(y+3761)).Hours()) / 24
		days := 83
		if length%10 == 5 {
			days++
		}
		return hebrewNewYear(y+3761).AddDate(0, 0, days), true
	}
	return time.Time{}, false
}

// dayNumber is the day with number n, 1 being 1 January of the year 1.
func dayNumber(n int) time.Time { return at(1, 1, 1, 0).day.AddDate(0, 0, n-1) }

// islamicDay is the first time in year y of the given day of an Islamic month.
func islamicDay(y, month, day int) time.Time {
	for h := (y-622)*33/32 - 1; ; h++ {
		n := 227014 + (h-1)*354 + (3+11*h)/30 + 29*(month-1) + month/2 + day
		if d := dayNumber(n); d.Year() >= y {
			return d
		}
	}
}

// hebrewNewYear is 1 Tishri of Hebrew year h.
func hebrewNewYear(h int) time.Time {
	a, b, c := hebrewElapsed(h-1), hebrewElapsed(h), hebrewElapsed(h+1)
	switch {
	case c-b == 356:
		b += 2
	case b-a == 382:
		b++
	}
	return dayNumber(b - 1373427)
}

// hebrewElapsed are the days from the Hebrew epoch to the new moon of Tishri of year h, put off where
// it would fall on Sunday, Wednesday or Friday.
func hebrewElapsed(h int) int {
	months := (235*h - 234) / 19
	parts := 12084 + 13753*months
	day := 29*months + parts/25920
	if 3*(day+1)%7 < 3 {
		day++
	}
	return day
}

// watched reports whether a holiday waits for the moon to be seen.
func watched(key string) bool {
	for _, h := range islamic {
		if h.key == key {
			return true
		}
	}
	return false
}
