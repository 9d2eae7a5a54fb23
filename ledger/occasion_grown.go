package ledger

import (
	"strconv"
	"strings"

	"sayso/article"
)

// A toll grows from report to report, and many of them tell it without its day: "Eleven people died, the hospital said" on the day after nine did.

// grownBy is what such a count adds to its likeness with the only incident that the story tells of so far.
const grownBy = 1.2

// grownWithin is for how many days after an incident its toll is told so.
const grownWithin = 7

// grown reports whether u tells, of what its report is about, no fewer dead than occasion o had, without a day and without a blow of its own, or of its day.
func (v *View) grown(u *unit, o *occasion, units []unit) bool {
	n := u.value("killed")
	sameDay := u.exact && o.exact && u.first == o.first
	if !u.own || u.worded && !sameDay || u.again || u.ordinal > 0 || n == 0 || u.first > o.last+grownWithin {
		return false
	}
	for _, i := range o.units {
		if units[i].value("killed") > n {
			return false
		}
	}
	return sameDay && !apartPlaces(u.places, units[o.units[0]].places) || !v.entries[u.entry].ownBlow(u.sentence)
}

// ownBlow reports whether a sentence tells of a blow or a disaster that is not one spoken of before: "killed 11 in a strike".
func (e *entry) ownBlow(s article.Span) bool {
	for i := range e.events {
		it := &e.events[i]
		if it.sentence != s || it.deed == death || it.deed == wound {
			continue
		}
		at := e.r.Events[it.n].Trigger
		before := strings.Fields(strings.ToLower(e.r.Article.Text[s.Start:at.Start]))
		k := len(before)
		if it.deed != noDeed && (k == 0 || before[k-1] != "the") || disasters[lastWord(at.Text(e.r.Article.Text))] && k > 0 && (before[k-1] == "a" || before[k-1] == "an") {
			return true
		}
	}
	return false
}

// daysAfter gives a unit the day before which its report's words set what it tells: "three days after an earthquake hit Varen". What is
// counted then is of that day.
func (u *unit) daysAfter(e *entry, s article.Span) bool {
	text := s.Text(e.r.Article.Text)
	ws := words(text)
	for i := 1; i+1 < len(ws); i++ {
		w, after := ws[i].Text(text), ws[i+1].Text(text)
		n, ok := daysIn(strings.ToLower(ws[i-1].Text(text)))
		if ok && (w == "days" || w == "day") && after == "after" {
			u.first, u.last, u.timed = e.day-n-1, e.day-n, true
			return true
		}
	}
	return false
}

// daysIn is how many days a word says.
func daysIn(w string) (int32, bool) {
	if w == "a" {
		return 1, true
	}
	if n, err := strconv.Atoi(w); err == nil && n < 32 {
		return int32(n), true
	}
	n := numberWord[w]
	return int32(n), n > 0 && n < 32
}
