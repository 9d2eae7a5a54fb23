package ledger

import (
	"slices"
	"strings"

	"sayso/article"
)

// Several blows of a day: "three bombings killed 19", and each of them has a place and a toll of its own.

// several reports whether two reports or more count people whom several blows killed, by their words, and two places have tolls of their own.
func (v *View) several(units []unit, entries []int32) bool {
	reports := map[int32]bool{}
	for _, e := range entries {
		told := v.entries[e].told()
		for i := range told.beside {
			if f := &v.entries[e].r.Figures[i]; f.Measure == "killed" && f.PartOf == "" && !f.Background && told.beside[i].several {
				reports[v.reportOf[e]] = true
			}
		}
	}
	if len(reports) < 2 {
		return false
	}
	for i := range units {
		for k := range units[max(0, i-heldBack):i] {
			u, w := &units[i], &units[max(0, i-heldBack)+k]
			if u.value("killed") > 0 && w.value("killed") > 0 && u.value("killed") != w.value("killed") && apartPlaces(u.places, w.places) {
				return true
			}
		}
	}
	return false
}

// elsewhere reports whether all that an occasion has of named places is apart from where u was.
func (u *unit) elsewhere(o *occasion, units []unit) bool {
	named := false
	for _, i := range o.units {
		if len(units[i].places) > 0 && !apartPlaces(u.places, units[i].places) {
			return false
		}
		named = named || len(units[i].places) > 0
	}
	return named && len(u.places) > 0
}

// countsSeveral reports whether a sentence speaks of several blows at once: it gives a number of them ("three strikes", "two separate drone attacks"), or of the places
// that they hit ("attacks on three towns", "on Arka, Belin and Corran").
func countsSeveral(sentence string) bool {
	fields := strings.FieldsFunc(sentence, func(r rune) bool { return r == ' ' || r == '.' || r == '\n' })
	for i, f := range fields {
		one, ok := strings.CutSuffix(strings.ToLower(strings.Trim(f, ",’'\"”")), "s")
		if !ok || !disasters[one] && one != "bomb" {
			continue
		}
		for j := max(0, i-4); j < i; j++ {
			if moreThanOne(fields[j]) && !(j > 1 && strings.EqualFold(fields[j-1], "of") && strings.EqualFold(fields[j-2], "one")) {
				return true
			}
		}
		if i+2 < len(fields) && hitting[strings.ToLower(fields[i+1])] && (moreThanOne(fields[i+2]) || listsNames(fields[i+2:])) {
			return true
		}
	}
	return false
}

// hitting are the words between blows and the places that they hit.
var hitting = setOf("on in at across against")

// moreThanOne reports whether a word is a number over one, or "both".
func moreThanOne(w string) bool {
	w = strings.ToLower(strings.Trim(w, ","))
	return numberWord[w] > 1 || w == "both" || digitsIn(w) && w != "1"
}

// listsNames reports whether words begin with several names: "Arka, Belin and Corran".
func listsNames(fields []string) bool {
	upper := func(w string) bool { return w[0] >= 'A' && w[0] <= 'Z' }
	for i := 0; i+2 < len(fields) && i < 5 && upper(fields[i]); i++ {
		if fields[i+1] == "and" {
			return upper(fields[i+2]) && i > 0 && strings.HasSuffix(fields[i-1], ",")
		}
	}
	return false
}

// ofOtherDeed reports whether a day in a sentence is that of what is told there before a clause that looks back on who died: "lawmakers demanded answers on Friday over
// the fire that killed 22", "Chad on Wednesday buried the 12 soldiers killed in an attack".
func (e *entry) ofOtherDeed(s, t article.Span) bool {
	owner, near := -1, 0
	for i := range e.r.Events {
		at := e.r.Events[i].Trigger
		if !s.Contains(at) {
			continue
		}
		if d := distance(at, t); owner < 0 || d < near {
			owner, near = i, d
		}
	}
	if owner < 0 || near > ownerWithin || slices.ContainsFunc(e.events, func(it eventItem) bool { return int(it.n) == owner && it.deed != noDeed }) {
		return false
	}
	text := e.r.Article.Text
	at := e.r.Events[owner].Trigger
	if tellsBlow(lastWord(at.Text(text))) {
		return false
	}
	from := max(at.End, t.End)
	return slices.ContainsFunc(e.events, func(it eventItem) bool {
		deed := e.r.Events[it.n].Trigger
		if !s.Contains(deed) || it.deed == noDeed || deed.Start < from {
			return false
		}
		return containsAny(text[from:deed.Start], " that ", " which ", " where ", " who ", " whose ", " the ", " over ", " for ")
	})
}

// ownerWithin is how many bytes at most lie between a day and what it is of.
const ownerWithin = 16
