package ledger

// The figures of one side and kind.

// A sideGroup is the figures of one side and kind. Figures of things are of no side.
type sideGroup struct {
	t  *sideTable
	of tallyKey // without the measure
}

// group is the figures that are counted together, or nil where the story has no sides.
func (t *sideTable) group(of tallyKey) *sideGroup {
	if t == nil {
		return nil
	}
	return &sideGroup{t, of}
}

func (g *sideGroup) takes(at figureAt) bool { return g == nil || g.t.of[at] == g.of }

// takesPart reports whether a part of a figure is counted in the group, a side's or a class's.
func (g *sideGroup) takesPart(e *entry, at figureAt) bool {
	return g.war() || g != nil && g.t.takesPart(e, at)
}

// both reports whether the dead of both sides are counted: what both have lost by now is one toll.
func (g *sideGroup) both() bool { return g != nil && g.of.side == bothSides }

// apart is why an incident is in no sum of its side, or "".
func (g *sideGroup) apart(o *occasion) string {
	switch {
	case !g.war():
	case g.of.side == untold:
		return "whose dead these are is not said"
	case g.before(&unit{last: o.last}):
		return "before the two sides struck each other"
	}
	return ""
}

// parts reports whether the soldiers or the civilians of a side are told by two reports or more as a part of its total: they
// grow with it.
func (g *sideGroup) parts(units []unit) bool {
	if !g.war() || g.of.kind == "" || !g.t.whole[g.of.side] {
		return false
	}
	n := 0
	for i := range units {
		if u := &units[i]; u.ofTotal && (i == 0 || units[i-1].entry != u.entry) {
			n++
		}
	}
	return n > 1
}

// small reports whether a unit counts less than half of what the growing toll of its side had reached: a single blow.
func (g *sideGroup) small(u *unit, toll *occasion, units []unit) bool {
	if !g.war() {
		return false
	}
	reached := uint64(0)
	for _, i := range toll.units[max(0, len(toll.units)-occasionsBack):] {
		reached = max(reached, units[i].value("killed"))
	}
	return 2*u.value("killed") < reached
}

// before reports whether a unit is of a day before the sides struck each other.
func (g *sideGroup) before(u *unit) bool {
	return g.war() && g.t.since != unknownDay && u.last < g.t.since-1
}
