package web

import (
	"strconv"
	"strings"

	"sayso/export"
)

// headlineOf is a tally's number in one line.
func headlineOf(t export.Tally) string {
	switch {
	case t.Unnumbered():
		return strings.Join(t.Told, "; ")
	case t.Total == "incidents" && t.Sum == 0:
		return "–"
	case t.Low != t.High:
		return plainNumber(t.Low) + " to " + plainNumber(t.High)
	case t.Open:
		return "at least " + plainNumber(t.Low)
	}
	return plainNumber(t.Low)
}

// basisOf says what a tally's number rests on.
func basisOf(t export.Tally) string {
	out := ""
	switch {
	case t.Unsummed() != "":
		return "told, and in no sum: " + t.Unsummed()
	case t.Total == "incidents" && t.Sum == 0:
		return "nobody gives a number"
	case t.Total == "incidents" && t.Sum == 1:
		out = "the latest count of one incident"
	case t.Total == "incidents":
		out = "sum of " + strconv.Itoa(t.Sum) + " incidents told here; nobody gives a total"
	default:
		out = "by the latest totals"
		if t.AsOf != "" {
			out += ", " + day(t.AsOf)
		}
	}
	if len(t.Told) > 0 {
		out += "; also told without a number: " + strings.Join(t.Told[:min(3, len(t.Told))], "; ")
	}
	return out
}

// onceTold reports whether a tally is one number that one report gives; a number of those killed has a section of its own whoever gives it.
func onceTold(t *export.Tally) bool { return t.Once && t.Measure != "killed" }

// standing are the tallies with a section of their own.
func standing(ts []export.Tally) []export.Tally {
	out := make([]export.Tally, 0, len(ts))
	for i := range ts {
		if !onceTold(&ts[i]) {
			out = append(out, ts[i])
		}
	}
	return out
}

// A single is a number that one report alone gives, for a line of the table of those.
type single struct {
	Tally export.Tally
	Point export.Point
	Who   export.Who
}

// singles are the tallies that are one number each, in their order.
func singles(ts []export.Tally) []single {
	var out []single
	for i := range ts {
		t := &ts[i]
		if !onceTold(t) {
			continue
		}
		for k := range t.Series {
			for _, p := range t.Series[k].Points {
				out = append(out, single{*t, p, t.Series[k].Who})
			}
		}
		for k := range t.Incidents {
			for _, p := range t.Incidents[k].Points {
				out = append(out, single{*t, p, p.Who})
			}
		}
	}
	return out
}

// further is how many counts of an incident the page leaves out, in words, or "".
func further(in export.Incident) string {
	if n := in.Counts - len(in.Points); n > 0 {
		return count(n, "further count")
	}
	return ""
}
