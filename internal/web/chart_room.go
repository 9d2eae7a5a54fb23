package web

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"sayso/export"
)

// A plotted is a point of a chart where it is drawn.
type plotted struct {
	export.Point
	x, y float64
}

// A caption is words that are written where there is room, the weightiest first.
type caption struct {
	x, y   float64
	words  string
	weight float64
}

// A box is a part of a drawing.
type box struct{ left, top, right, bottom float64 }

func (b box) meets(o box) bool {
	return b.left < o.right && o.left < b.right && b.top < o.bottom && o.top < b.bottom
}

// boxOf is the box of a chart's number written at x and y.
func boxOf(x, y float64, anchor, words string) box {
	w := 8.4*float64(utf8.RuneCountInString(words)) + 3
	switch anchor {
	case "end":
		x -= w
	case "middle":
		x -= w / 2
	}
	return box{x, y - 10, x + w, y + 2}
}

// A room is what is taken of a drawing: at most mostTaken boxes, so that its cost has a bound.
type room struct{ taken []box }

const mostTaken = 400

// block takes a box, whatever is there.
func (r *room) block(b box) {
	if len(r.taken) < mostTaken {
		r.taken = append(r.taken, b)
	}
}

// take takes a box where it meets no other, and reports whether it did.
func (r *room) take(b box) bool {
	if len(r.taken) >= mostTaken || slices.ContainsFunc(r.taken, b.meets) {
		return false
	}
	r.taken = append(r.taken, b)
	return true
}

// gap writes the letter of a gap in a ring beside its point, the nearest place that is free, with a line to it.
func (c *chart) gap(m *plotted) {
	if m.Gap == 0 {
		return
	}
	x, y := m.x+13, m.y-13
	for _, d := range [][2]float64{{13, -13}, {-13, -13}, {13, 13}, {-13, 13}, {0, -20}, {0, 20}, {26, -20}, {-26, -20}, {26, 20}, {-26, 20}, {0, -40}, {30, -38}, {-30, -38}} {
		at := box{m.x + d[0] - 9, m.y + d[1] - 9, m.x + d[0] + 9, m.y + d[1] + 9}
		if at.left > chartLeft && at.bottom < chartTop+chartHeight && at.top > 16 && c.room.take(at) {
			x, y = m.x+d[0], m.y+d[1]
			break
		}
	}
	c.add(`<g class="gap"><title>%s</title><line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f"/><circle cx="%.1f" cy="%.1f" r="9"/><text x="%.1f" y="%.1f" text-anchor="middle">%s</text></g>`,
		"Gap "+letter(m.Gap)+", in the list below", m.x, m.y, x, y, x, y, x, y+4, letter(m.Gap))
}

// values writes the points' numbers beside them: those with a gap first, then the last and the highest; each number
// once at one height, and none over another.
func (c *chart) values(marks []plotted) {
	order := make([]int, len(marks))
	rank := func(i int) float64 {
		m := &marks[i]
		r := m.x/chartWidth + m.Low/max(1, c.top)
		if m.Gap > 0 {
			r += 10
		}
		return r
	}
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rank(b), rank(a)) })
	written := map[[2]int]bool{}
	for _, i := range order {
		m := &marks[i]
		if at := [2]int{int(m.x), int(m.y)}; !written[at] {
			written[at] = true
			c.value(m)
		}
	}
}

func (c *chart) value(m *plotted) {
	words := grouped(valueOf(&m.Point))
	for _, p := range []struct {
		dx, dy float64
		anchor string
	}{{-8, -6, "end"}, {8, -6, "start"}, {0, -10, "middle"}, {-8, 15, "end"}, {8, 15, "start"}, {0, 19, "middle"}} {
		b := boxOf(m.x+p.dx, m.y+p.dy, p.anchor, words)
		if b.left < chartLeft+2 || b.right > chartWidth-chartRight+8 || b.bottom > chartTop+chartHeight+1 || !c.room.take(b) {
			continue
		}
		c.add(`<text class="value%s" x="%.1f" y="%.1f" text-anchor="%s">%s</text>`, map[bool]string{true: " gone"}[m.Superseded], m.x+p.dx, m.y+p.dy, p.anchor, words)
		return
	}
}
