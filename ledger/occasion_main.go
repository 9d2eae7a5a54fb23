package ledger

import "slices"

// The incident that nearly all reports of a story count in.

// Of an incident that nearly all reports of a story count in: how many reports at least, and of how many of all.
const (
	dominantReports = 4
	dominantShare   = .75
)

// mostCounted is the occasion in which nearly all reports that count measure m do so, or -1.
func (v *View) mostCounted(all []occasion, units []unit, m int) int {
	best, count, sum := -1, 0, 0
	for i := range all {
		seen := map[int32]bool{}
		for _, u := range all[i].units {
			if units[u].counts[m] > 0 {
				seen[v.reportOf[units[u].entry]] = true
			}
		}
		if sum += len(seen); len(seen) > count {
			best, count = i, len(seen)
		}
	}
	if count < dominantReports || float64(count) < dominantShare*float64(sum) {
		return -1
	}
	return best
}

// dominant is the occasion in which nearly all reports count a measure, or -1.
func (o *occasions) dominant(measure string) int {
	if m := comparedAs(measure); m >= 0 && !o.group.war() {
		return o.most[m]
	}
	return -1
}

// alone reports whether one incident alone has counts of a measure.
func (o *occasions) alone(measure string) bool {
	m := comparedAs(measure)
	return m >= 0 && o.counting[m] == 1
}

// comparedAs is the place of a measure among those compared, or -1.
func comparedAs(measure string) int {
	if measure == arrested {
		measure = captured
	}
	return slices.Index(comparedMeasures[:], measure)
}
