package ledger

import (
	"slices"
	"strings"

	"sayso/resolve"
)

// Which incident a count is of by who gives it, or by its number: the last toll of who counted that incident's dead, a number that a report looks back on, one more
// who died of his wounds.

// ofOwnIncident is the occasion of the only incident in which the keeper of p has counted so many, no more than p and half of it or more (of a final toll a third), in
// the two weeks before, where he keeps no running total: "the final toll stood at 26 dead"; or -1. What "has risen" is of the last of several.
func (c *counter) ofOwnIncident(p *Point, f *resolve.Figure) int {
	if p.keeper.id == "" || p.Old || p.Vague || f.Since != "" || f.Within != "" || c.t.Measure != "killed" && c.t.Measure != "injured" {
		return -1
	}
	if _, keeps := c.series[p.Origin]; keeps || c.of.campaign || c.of.several || c.of.runs || several(p.context) || containsAny(p.context, " war ", " since ", "offensive", "campaign", " so far this ") {
		return -1
	}
	own, latest := -1, int64(0)
	for _, k := range c.occasionsInOrder() {
		last, when := 0., int64(0)
		for _, i := range c.t.Incidents[c.incidents[k]].at {
			if q := &c.points[i]; q.Origin == p.Origin && q.stands() && !q.Old && p.when-q.when <= ownFor && q.key != p.key {
				last, when = max(last, q.Low), max(when, q.when)
			}
		}
		switch {
		case last == 0, p.Low > 3*last, p.Low > 2*last && saidOf(p, finalWords) == "":
		case last > p.Low:
			return -1
		case own < 0 || p.risen && when > latest: // "the number has risen to": of the one last counted
			own, latest = k, when
		case !p.risen:
			return -1
		}
	}
	return own
}

// ownFor is for how many seconds after its keeper's last count a toll is that incident's.
const ownFor = 14 * 86400

// lookedBackOn puts incidents that one report tells into those that they are by their number: what it looks back on without another day, of ten dead or more, is the
// one with that number; the toll to which the death of one of the wounded brings a blow is that with one fewer.
func (c *counter) lookedBackOn() {
	if !c.ofIncidents() || c.of.campaign || c.of.several {
		return
	}
	for _, k := range c.occasionsInOrder() {
		from := &c.t.Incidents[c.incidents[k]]
		to := -1
		for _, l := range c.occasionsInOrder() {
			if l == k || len(c.t.Incidents[c.incidents[l]].at) == 0 || !c.sameBlow(k, l) {
				continue
			}
			if to >= 0 {
				to = -1
				break
			}
			to = l
		}
		if to < 0 || len(from.at) == 0 {
			continue
		}
		in := &c.t.Incidents[c.incidents[to]]
		in.at, from.at = append(in.at, from.at...), nil
		slices.Sort(in.at)
		delete(c.incidents, k)
	}
}

// occasionsInOrder are those that have an incident, by their number.
func (c *counter) occasionsInOrder() []int {
	out := make([]int, 0, len(c.incidents))
	for k := range c.incidents {
		out = append(out, k)
	}
	slices.Sort(out)
	return out
}

// sameBlow reports whether the incident of occasion k, of which one report tells, is that of occasion l by its number.
func (c *counter) sameBlow(k, l int) bool {
	a, b := &c.of.all[k], &c.of.all[l]
	at, in := c.t.Incidents[c.incidents[k]].at, c.t.Incidents[c.incidents[l]].at
	if len(at) == 0 {
		return false
	}
	first := &c.points[at[0]]
	top := first
	for _, i := range at {
		if p := &c.points[i]; p.key != first.key {
			return false
		} else if p.Low > top.Low {
			top = p
		}
	}
	if top.Low < fewUnits || a.craft != b.craft || a.again != b.again {
		return false
	}
	told, most := false, 0.
	for _, i := range in {
		q := &c.points[i]
		if q.stands() && !q.Old && q.key != first.key && q.when <= top.when {
			told, most = told || q.Low == top.Low, max(most, q.Low)
		}
	}
	if died := diedIn(top.context); died > 0 && broughtTo(top.context) {
		return most == top.Low-died
	}
	return told && top.background && (!a.exact || a.first <= b.last+1 && b.first <= a.last+1) && sharesName(top.context, c.contextsOf(in))
}

// contextsOf are the sentences of an incident's counts.
func (c *counter) contextsOf(at []int32) string {
	var b strings.Builder
	for _, i := range at[:min(len(at), heldBack)] {
		b.WriteString(c.points[i].context)
		b.WriteString(" ")
	}
	return b.String()
}

// broughtTo reports whether a sentence says to what a death brought the toll.
func broughtTo(sentence string) bool {
	return containsAny(sentence, "bringing the ", "brings the ", "brought the ", "raising the ", "raised the ", "taking the ", "takes the ", "pushing the ") && containsAny(sentence, "toll", "number of", "dead")
}

// diedIn is how many a sentence says have died of what was done to them before: one for "a woman who was badly burned has died"; or 0.
func diedIn(sentence string) float64 {
	if !containsAny(sentence, " has died", " died in hospital", " died in a hospital", " died of ", " succumbed", " died from ", " died on ") {
		return 0
	}
	fields := strings.Fields(strings.ToLower(behindDateline(sentence)))
	if len(fields) < 3 {
		return 0
	}
	switch w := fields[0]; {
	case w == "a" || w == "an" || w == "one" || w == "another":
		return 1
	default:
		return numberWord[w]
	}
}
