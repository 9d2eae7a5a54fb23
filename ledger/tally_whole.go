package ledger

import (
	"strings"

	"sayso/resolve"
)

// Whether a side's totals hold its soldiers and its civilians together.

// wholes are the sides of which two reports or more tell a total with its soldiers or its civilians as a part of it, "20, among
// them seven soldiers", or the sum of both that is told as a total elsewhere: civilians alone are then no total.
func (v *View) wholes(entries []int32, t *sideTable) map[string]bool {
	t.total = map[sideTotal]int{}
	with, sums := map[string]int{}, map[sideTotal]int{}
	for _, e := range entries {
		r, in := v.entries[e].r, v.entries[e].told().sided
		parts := map[string]bool{}
		for i := range in {
			f := &r.Figures[i]
			side := t.sideOf(&in[i])
			if f.Low != nil && side == "" && *f.Low >= 10 && mixed(r.Figures, in, i) {
				sums[sideTotal{f.Measure, untold, *f.Low}]++ // "the ministry said": of whoever has that total
			}
			if side == "" || f.Low == nil || !peopleMeasure[f.Measure] || in[i].kind != "" || in[i].civil || f.PartOf != "" {
				continue
			}
			count := sideTotal{f.Measure, side, *f.Low}
			switch {
			case mixed(r.Figures, in, i):
				sums[count]++
			default:
				t.total[count]++
				parts[side] = parts[side] || tellsPart(r.Figures, in, i)
				if listsAll(r.Figures, in, i) {
					with[side]++ // its parts make it up: there is no doubt
				}
			}
		}
		for side := range parts {
			if parts[side] {
				with[side]++
			}
		}
	}
	for count, n := range sums {
		for _, side := range t.codes {
			if own := (sideTotal{count.measure, side, count.low}); (count.side == side || count.side == untold) && t.total[own] > 0 && count.low >= 10 {
				with[side] += n
			}
		}
	}
	out := map[string]bool{}
	for side, n := range with {
		out[side] = n > 1
	}
	return out
}

// tellsPart reports whether the soldiers or the civilians of figure i are told as a part of it, beside its number.
func tellsPart(fs []resolve.Figure, told []sided, i int) bool {
	for k := range fs {
		if g := &fs[k]; g.PartOf == fs[i].ID && g.Low != nil && *g.Low < *fs[i].Low && !fs[i].Span.Contains(g.Span) && (told[k].kind == "soldiers" || told[k].civil) {
			return true
		}
	}
	return false
}

// listsAll reports whether the soldiers and the civilians told behind figure i, in its sentence, add up to it: "23 had been killed, 15 soldiers and eight civilians".
func listsAll(fs []resolve.Figure, told []sided, i int) bool {
	sum, kinds := 0., 0
	for k := i + 1; k < len(fs); k++ {
		g := &fs[k]
		if g.Low == nil || !told[i].sentence.Contains(g.Span) || g.PartOf != "" && g.PartOf != fs[i].ID {
			break
		}
		unit := strings.ToLower(g.Unit)
		if told[k].kind == "" && !told[k].civil && !armed[unit] && !civilians(unit) {
			break
		}
		sum, kinds = sum+*g.Low, kinds+1
	}
	return kinds > 1 && sum == *fs[i].Low
}
