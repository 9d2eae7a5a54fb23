package ledger

import (
	"slices"
	"strconv"
	"strings"

	"sayso/article"
	"sayso/resolve"
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

// reckoning are verbs of giving a toll, whatever else they may do to somebody: "put the dead at nine", "lowered the toll to six".
var reckoning = setOfStems("put give lower raise cut revise reduce increase update count climb rise number")

// knownOf reports whether words end in what makes the noun after them one spoken of before: "the", "in the bridge" before "collapse".
func knownOf(before []string) bool {
	for k := len(before) - 1; k >= max(0, len(before)-3); k-- {
		switch w := before[k]; {
		case w == "the" || w == "this":
			return true
		case k == len(before)-1 && (w == "were" || w == "was" || w == "by" || w == "in" || strings.HasSuffix(w, ",")):
			return false
		}
	}
	return false
}

// ownBlow reports whether a sentence tells of a blow or a disaster that is not one spoken of before: "killed 11 in a strike".
func (e *entry) ownBlow(s article.Span) bool {
	for i := range e.events {
		it := &e.events[i]
		if it.sentence != s || it.deed == death || it.deed == wound {
			continue
		}
		at := e.r.Events[it.n].Trigger
		before := lastFields(e.r.Article.Text[s.Start:at.Start], 3)
		for k := range before {
			before[k] = strings.ToLower(before[k])
		}
		k := len(before)
		if it.deed != noDeed && !reckoning[it.word()] && !knownOf(before) || disasters[lastWord(at.Text(e.r.Article.Text))] && k > 0 && (before[k-1] == "a" || before[k-1] == "an") {
			return true
		}
	}
	return false
}

// daysAfter gives a unit the day before which its report's words set what it tells: "three days after an earthquake hit Varen". What is
// counted then is of that day.
func (u *unit) daysAfter(e *entry, s article.Span) bool {
	text := s.Text(e.r.Article.Text)
	if !strings.Contains(text, "day") || !strings.Contains(text, "after") {
		return false
	}
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

// someFound reports whether a figure counts bodies that were found, beside more dead in its report or as more of them: "divers brought out three
// bodies, raising the toll to 36", "eight more bodies were found".
func (e *entry) someFound(f *resolve.Figure) bool {
	if f.Measure != "killed" || f.Scope != "incident" {
		return false
	}
	bodies, more := ofBodies(e.r.Article.Text, f.Span)
	return more || bodies && slices.ContainsFunc(e.r.Figures, func(g resolve.Figure) bool {
		return g.Measure == "killed" && g.Low != nil && *g.Low > *f.Low && !g.Old && !g.Background && g.Since == "" && g.Within == ""
	})
}

// ofBodies reports whether bodies are what a figure counts, "13 bodies", "eight of the bodies", and whether more of them, "five more bodies".
func ofBodies(text string, f article.Span) (bodies, more bool) {
	rest := strings.Fields(strings.ToLower(strings.ToValidUTF8(text[f.End:min(len(text), f.End+24)], "")))
	for _, w := range rest[:min(len(rest), 3)] {
		switch strings.Trim(w, ".,;") {
		case "body", "bodies", "corpses", "corpse":
			return true, more
		case "more", "additional", "further":
			more = true
		case "of", "the", "other", "new", "burned", "charred":
		default:
			return false, false
		}
	}
	return false, false
}
