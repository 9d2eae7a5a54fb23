package read

import (
	"slices"

	"sayso/article"
)

// A holding is one content span and the statement it belongs to.
type holding struct {
	article.Span
	owner int
}

// mostOpen bounds how many contents are looked at for one statement, so that a quotation without end, full
// of verbs of saying, costs linear time.
const mostOpen = 60

// nest sets Inside of every statement whose cue stands in another's content, to the narrowest such
// one. A statement that reaches farther is never inside one that reaches less far, so there are no circles.
func nest(out []Statement) {
	var holds []holding
	order := make([]int, len(out))
	for i := range out {
		order[i] = i
		for _, c := range out[i].Content {
			holds = append(holds, holding{c, i})
		}
	}
	slices.SortStableFunc(holds, func(a, b holding) int { return a.Start - b.Start })
	slices.SortStableFunc(order, func(a, b int) int { return out[a].Cue[0].Start - out[b].Cue[0].Start })
	var open []holding
	next := 0
	for _, i := range order {
		cue := out[i].Cue[0]
		for ; next < len(holds) && holds[next].Start <= cue.Start; next++ {
			open = append(open, holds[next])
		}
		open = slices.DeleteFunc(open, func(h holding) bool { return h.End <= cue.Start })
		open = open[max(0, len(open)-mostOpen):]
		out[i].Inside = -1
		for _, h := range open {
			if h.owner == i || !h.Contains(cue) || !wider(out, h.owner, i) {
				continue
			}
			if in := out[i].Inside; in < 0 || wider(out, in, h.owner) {
				out[i].Inside = h.owner
			}
		}
	}
}

// wider says whether statement a's content reaches over more of the text than b's; of equals the one that holds more of it, as "according to the
// Ledger" holds who spoke between two pieces of a quotation, then the first.
func wider(out []Statement, a, b int) bool {
	x, y := reach(out[a].Content), reach(out[b].Content)
	if x == y {
		x, y = held(out[a].Content), held(out[b].Content)
	}
	return x > y || x == y && a < b
}

func held(content []article.Span) (n int) {
	for _, c := range content {
		n += c.Len()
	}
	return n
}

func reach(content []article.Span) int {
	return content[len(content)-1].End - content[0].Start
}
