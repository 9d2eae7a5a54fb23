package ledger

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// Whether a day is that of an incident or of what was said of it.

// when keeps the days of an event's time; a day to come was misread.
func (u *unit) when(t *resolve.When, published int32) {
	if t == nil || len(t.Start) < 10 {
		return
	}
	first, last := parseDay(t.Start), parseDay(t.End)
	if first == unknownDay || first > published {
		return
	}
	if last == unknownDay || last > published {
		last = published
	}
	u.timed = true
	u.first, u.last, u.exact = first, max(first, last), t.Precision == "day" || t.Precision == "part_of_day"
	u.worded = u.exact && u.sentence.Contains(t.Span) && t.Span.Start >= dateline
}

// dateline is how much of a text its dateline may take.
const dateline = 50

// dayIn takes the day that the sentence names, if it is not that of a statement: "the toll from Tuesday night's strikes".
func (u *unit) dayIn(e *entry, s article.Span) {
	text := e.r.Article.Text
	for i := range e.r.Times {
		t := &e.r.Times[i]
		if !s.Contains(t.Span) || len(t.Start) < 10 || t.Precision != "day" && t.Precision != "part_of_day" {
			continue
		}
		if ofStatement(text, t.Span) {
			if day := parseDay(t.Start); said(text, t.Span) && day != unknownDay && day <= e.day && !u.timed { // what was told then is of that day or the one before
				u.first, u.last = max(u.first, day-1), day
			}
			continue
		}
		if e.ofOtherDeed(s, t.Span) {
			continue
		}
		u.when(&resolve.When{Span: t.Span, Start: t.Start, End: t.End, Precision: t.Precision}, e.day)
		return
	}
}

// ofStatement reports whether a time is that of a statement, of a campaign's beginning or of the dateline.
func ofStatement(text string, t article.Span) bool {
	if t.Len() == 0 {
		return false
	}
	before, after := text[max(0, t.Start-24):t.Start], text[t.End:min(len(text), t.End+14)]
	if i := strings.LastIndexAny(before, ".\n"); i >= 0 {
		before = before[i:]
	}
	if strings.HasPrefix(after, ", when ") {
		return false // "the strikes began on May 2, when 11 people were killed"
	}
	return said(text, t) || ofSequel(text, t) || ofCare(text, t) || containsAny(before, "statement", "update", "authorities", "since", "began", "started") || t.Start < dateline && strings.ContainsAny(after, "(/—")
}

// said reports whether a time follows a word of saying.
func said(text string, t article.Span) bool {
	before := text[max(0, t.Start-24):t.Start]
	if i := strings.LastIndexAny(before, ".\n"); i >= 0 {
		before = before[i:]
	}
	return containsAny(before, sayingWords...) || containsAny(before, " found ") && containsAny(before, finders...)
}

// finders are what finds how many died: a day behind "an inquiry found" is that of the finding.
var finders = strings.Fields("inquiry study commission court investigation investigators review audit panel inquest coroner")

// sayingWords are words of saying right behind which a day is that of the saying.
var sayingWords = strings.Fields("said says told announced reported acknowledged admitted confirmed conceded denied disclosed revealed wrote posted insisted stated declared spoke speaking briefed testified conference briefing interview")

// saysEnd reports whether words end in one of saying: "the agency said" before "last week that 131 had died".
func saysEnd(before string) bool { return slices.Contains(sayingWords, lastWord(before)) }
