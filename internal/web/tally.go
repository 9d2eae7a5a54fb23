package web

import (
	"strconv"
	"strings"

	"sayso/export"
)

// headlineOf is a tally's number in one line.
func headlineOf(t export.Tally) string {
	switch {
	case t.Total == "incidents" && t.Sum == 0:
		return strings.Join(t.Told, "; ")
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
