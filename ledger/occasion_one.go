package ledger

import (
	"cmp"
	"slices"
)

// Most stories are of one incident: what their reports are about is one, unless something in them sets two apart.

// oneIncident reports whether nothing sets apart what the reports of a story are about: no day, place, craft, place in a series or number.
func (v *View) oneIncident(units []unit, entries []int32) bool {
	if v.totals(entries) {
		return false
	}
	var own []*unit
	reports := map[int32]bool{}
	for i := range units {
		if u := &units[i]; u.own && u.most() > 0 {
			own = append(own, u)
			reports[v.reportOf[u.entry]] = true
		}
	}
	if len(reports) < 2 {
		return false
	}
	slices.SortStableFunc(own, func(a, b *unit) int { return cmp.Compare(v.entries[a.entry].when, v.entries[b.entry].when) })
	first := v.firstTolds(entries)
	for i, u := range own {
		before, falls := own[max(0, i-heldBack):i], 0
		for _, w := range before {
			if v.setApart(w, u) {
				return false
			}
			if u.falls(w) && first[u.value("killed")] == v.entries[u.entry].when {
				falls++
			}
		}
		if 2*falls > len(before) { // one of them alone may be a misprint
			return false
		}
	}
	return true
}

// firstTolds is when each number of dead was first told. Who counts fewer than others says so again: "the ministry said that four had died" after the rights group's 11.
func (v *View) firstTolds(entries []int32) map[uint64]int64 {
	first := map[uint64]int64{}
	for _, e := range entries {
		for i := range v.entries[e].r.Figures {
			f := &v.entries[e].r.Figures[i]
			if f.Measure != "killed" || f.Low == nil || f.PartOf != "" {
				continue
			}
			if when, ok := first[uint64(*f.Low)]; !ok || v.entries[e].when < when {
				first[uint64(*f.Low)] = v.entries[e].when
			}
		}
	}
	return first
}

// totals reports whether a report tells a running total of blows, or of people since a day, in several of them or in a campaign: then there are several
// incidents. "Raising the toll to three" is of one.
func (v *View) totals(entries []int32) bool {
	for _, e := range entries {
		r := v.entries[e].r
		for i := range r.Figures {
			f := &r.Figures[i]
			if f.Scope != "cumulative" || f.Low == nil || standingMeasure[f.Measure] {
				continue
			}
			if s := sentenceAround(r.Article.Text, f.Span).Text(r.Article.Text); blows[f.Measure] || peopleMeasure[f.Measure] && (f.Since != "" || several(s) || containsAny(s, "campaign", "offensive", " war ")) {
				return true
			}
		}
	}
	return false
}

// tollFor is for how many days after a report the toll of what it is about is told with another number.
const tollFor = 14

// heldBack is how many reports before it what a report is about is held against.
const heldBack = 8

// most is how many dead a unit counts, or hurt where it counts none.
func (u *unit) most() uint64 {
	if n := u.value("killed"); n > 0 {
		return n
	}
	return u.value("injured")
}

// daysApart reports whether two units are of two incidents by their days; same says that they count as many. Who died of wounds days after is the same
// incident's, and the day of "the toll rose to seven on Thursday" is the toll's.
func (u *unit) daysApart(w *unit, same bool) bool {
	days := w.first - u.first
	if !u.exact || !w.exact || days == 0 || u.rising || w.rising {
		return false
	}
	if w.described && !u.described && days > 0 || u.described && !w.described && days < 0 {
		return false
	}
	worded := u.worded && w.worded
	return worded && !same || (days > 1 || days < -1) && (worded || !same)
}

// setApart reports whether w, told after u by another report, is another incident: by its craft, its place in a series, its day, its place
// where the number is another too, or a blow of its own days later.
func (v *View) setApart(u, w *unit) bool {
	if u.again || w.again || u.craft > 0 && w.craft > 0 && u.craft != w.craft || u.ordinal > 0 && w.ordinal > 0 && u.ordinal != w.ordinal {
		return true
	}
	same := u.most() == w.most()
	if a, b := u.value("killed"), w.value("killed"); a > 0 && b > 0 {
		same = a == b
	}
	if u.daysApart(w, same) {
		return true
	}
	days := w.first - u.first
	later := w.published - u.published
	if apartPlaces(u.places, w.places) && (!same && !(u.exact && w.exact && days == 0) || later > 1) {
		return true
	}
	if same && later > tollFor && u.most() < 10 && !w.described && v.entries[w.entry].ownBlow(w.sentence) {
		return true // one died in July, and one in August
	}
	return !same && (later > tollFor || later > 3 && !(u.exact && w.exact) && v.entries[w.entry].ownBlow(w.sentence))
}

// falls reports whether a unit counts far fewer dead than one told before it.
func (u *unit) falls(before *unit) bool {
	a, b := before.value("killed"), u.value("killed")
	return b > 0 && 10*b < 8*a && !u.described
}
