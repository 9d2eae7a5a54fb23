package ledger

import (
	"slices"
)

// Those arrested and those driven from their homes are counted by bodies again and again: police say 83, then 91, a rights group 140, then 160. Each keeps a
// number that grows, none of them slips, and their numbers are never added up.

// deedKept is the deed of people whose number several bodies keep.
const deedKept = "kept"

// isKept reports whether a story's counts of a measure are numbers that bodies keep: those of arrested people where one report has two bodies' numbers, those of
// displaced people where one body gives two numbers in two reports, or one report two bodies'.
func (v *View) isKept(k tallyKey, figures []figureAt) bool {
	if k.measure != "displaced" && !isTaken(k.measure) {
		return false
	}
	points := make([]Point, len(figures))
	for i, at := range figures {
		if isTaken(k.measure) && stillHeld(v.entries[at.entry].r.Article.Text, &v.entries[at.entry].r.Figures[at.n]) {
			return false
		}
		points[i] = v.point(at)
	}
	oneKeeper(points)
	last := map[string]*Point{}
	for i := range points {
		p := &points[i]
		if p.Old || p.Vague || p.some || p.rise || p.keeperName() == "" || p.Low < fewHeld {
			continue
		}
		for _, q := range last {
			if q.key == p.key && q.Origin != p.Origin && q.Low != p.Low && 4*min(p.Low, q.Low) >= max(p.Low, q.Low) {
				return true
			}
		}
		if q := last[p.Origin]; k.measure == "displaced" && q != nil && q.key != p.key && q.Low != p.Low && p.day == q.day {
			return true
		}
		last[p.Origin] = p
	}
	return false
}

// keptTallies are the tallies of such a measure, one for each matter.
func (v *View) keptTallies(story string, k tallyKey, figures []figureAt) []Tally {
	figures = slices.DeleteFunc(slices.Clone(figures), func(at figureAt) bool {
		e := v.entries[at.entry]
		b := &e.told().beside[at.n]
		return b.rise || b.some || e.r.Figures[at.n].Background && b.onDay
	})
	g := &deedGroup{key: deedKey{deed: deedKept}, figures: figures, nouns: map[string]int{k.measure: 1}, dids: map[string]int{}}
	var out []Tally
	for _, one := range v.matters(g) {
		if len(one.figures) == 0 {
			continue
		}
		t := v.deedTally(one)
		t.Story, t.Measure, t.Unit, t.Side, t.Of = story, k.measure, "people", k.side, k.name()
		out = append(out, t)
	}
	return out
}
