package extract

import (
	"strings"
	"time"
)

// Layouts in which pages give times: with a zone, without one, and bare days.
var (
	zoned = []string{time.RFC3339Nano, "2006-01-02T15:04:05.000-0700", "2006-01-02T15:04:05-0700", "2006-01-02T15:04-0700", "2006-01-02T15:04Z07:00",
		"2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05-07:00", time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700"}
	unzoned = []string{"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04"}
	days    = []string{"2006-01-02", "20060102", "2006/01/02", "2006-1-2", "January 2, 2006", "Jan 2, 2006", "Jan. 2, 2006", "2 January 2006", "2 Jan 2006", "January 2 2006", "02.01.2006"}
)

// weekdayNames are the words for days that stand before a date and say nothing more than it does.
var weekdayNames = map[string]bool{"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
	"mon": true, "tue": true, "wed": true, "thu": true, "fri": true, "sat": true, "sun": true}

// Time is s as ISO 8601 with its zone kept, or "" where it is no date. A date without a time stays a date.
func Time(s string) string {
	s = strings.TrimSpace(s)
	if name, day, ok := strings.Cut(s, ", "); ok && weekdayNames[strings.ToLower(name)] && strings.ContainsAny(day, "JFMASOND") { // "Thursday, April 3, 2031"
		if t := Time(day); t != "" {
			return t
		}
	}
	if len(s) < 8 || len(s) > 64 {
		return ""
	}
	for _, form := range []struct {
		layouts []string
		out     string
	}{{zoned, time.RFC3339}, {unzoned, "2006-01-02T15:04:05"}, {days, "2006-01-02"}} {
		for _, l := range form.layouts {
			if t, err := time.Parse(l, s); err == nil && t.Year() > 1700 && t.Year() < 2200 {
				return t.Format(form.out)
			}
		}
	}
	return ""
}

// dateInPath is the day in an address such as /2025/10/24/carrier-ordered, or "".
func dateInPath(path string) string {
	parts := strings.Split(path, "/")
	for i := 0; i+2 < len(parts); i++ {
		t, err := time.Parse("2006/1/2", parts[i]+"/"+parts[i+1]+"/"+parts[i+2])
		if err == nil && t.Year() > 1990 && t.Year() < 2200 {
			return t.Format("2006-01-02")
		}
	}
	return ""
}

// isDateLine reports whether a line is only a date of publication or a reading time.
func isDateLine(t string) bool {
	if len(t) > 80 {
		return false
	}
	l := strings.ToLower(t)
	for _, p := range []string{"published", "updated", "posted", "last updated", "first published", "modified", "last modified", "date:"} {
		if strings.HasPrefix(l, p) && strings.ContainsAny(l, "0123456789") && !strings.HasSuffix(l, ".") {
			return true
		}
	}
	if strings.HasSuffix(l, "min read") || strings.HasSuffix(l, "minute read") || strings.HasSuffix(l, "minutes read") {
		return true
	}
	return onlyDateWords(l)
}

func onlyDateWords(l string) bool {
	digits := false
	for _, f := range strings.FieldsFunc(l, func(r rune) bool { return !(r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r > 127) }) {
		switch {
		case f[0] >= '0' && f[0] <= '9':
			digits = true
		case !dateWords[f]:
			return false
		}
	}
	return digits
}

var dateWords = wordSet(`january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun am pm a p m gmt utc est edt cst cdt pst pdt bst et at on of the t z ist cet cest`)

func wordSet(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}
