package ledger

import (
	"cmp"
	"slices"
	"strings"

	"sayso/article"
)

// Counts are added up only where the reports tell their blows apart. Stages of one count, told on several days and in other words each, are one matter:
// "40 killed by noon", "55 dead", "the rebels said that 14 soldiers had died".

// apartBack is how many of the latest incidents a count is held against.
const apartBack = 8

// together puts the incidents that nothing tells apart into one, the one that was told of first. What may be of two or more is in no sum.
func (c *counter) together() {
	o := c.of
	if !c.ofIncidents() || o.group.war() || o.campaign || o.several || o.many || len(c.incidents) < 2 {
		return
	}
	var ks []int
	for k := range c.incidents {
		if c.counts(k) {
			ks = append(ks, k)
		}
	}
	slices.SortFunc(ks, func(a, b int) int {
		return cmp.Or(cmp.Compare(c.firstTold(a), c.firstTold(b)), cmp.Compare(a, b))
	})
	var kept [][]int // incidents told apart, each with those that are put into it
	for _, k := range ks {
		at, fits := -1, 0
		for i := len(kept) - 1; i >= max(0, len(kept)-apartBack); i-- {
			if !slices.ContainsFunc(kept[i], func(l int) bool { return c.v.apartOccasions(o, k, l) }) {
				at, fits = i, fits+1
			}
		}
		if fits == 1 {
			kept[at] = append(kept[at], k)
		} else {
			kept = append(kept, []int{k})
		}
	}
	for _, group := range kept {
		main := group[0]
		if slices.Contains(group, o.single) {
			main = o.single
		}
		in := &c.t.Incidents[c.incidents[main]]
		for _, k := range group {
			if k != main {
				from := &c.t.Incidents[c.incidents[k]]
				in.at, from.at, in.joined = append(in.at, from.at...), nil, true
				delete(c.incidents, k)
			}
		}
		slices.Sort(in.at)
	}
	c.t.Incidents = slices.Clone(c.t.Incidents)
}

// counts reports whether the incident of an occasion is one that its reports tell of now, and not only beside it.
func (c *counter) counts(k int) bool {
	o := &c.of.all[k]
	return !o.past && !o.other && c.of.first-o.last <= longBefore && (c.of.single < 0 || k == c.of.single || o.again)
}

// firstTold is when the first count of an occasion's incident was published.
func (c *counter) firstTold(k int) int64 {
	first := int64(0)
	for n, i := range c.t.Incidents[c.incidents[k]].at {
		if w := c.points[i].when; n == 0 || w < first {
			first = w
		}
	}
	return first
}

// apartOccasions reports whether some reports tell two occasions apart.
func (v *View) apartOccasions(o *occasions, k, l int) bool {
	a, b := o.all[k].units, o.all[l].units
	a, b = a[:min(len(a), heldBack)], b[:min(len(b), heldBack)]
	for _, i := range a {
		for _, j := range b {
			if v.toldApart(&o.told[i], &o.told[j]) {
				return true
			}
		}
	}
	return false
}

// apartDays is how many days at least lie between two blows of one story that are told apart by the day alone.
const apartDays = 7

// toldApart reports whether two units are by their words of two blows: one is "a second", or of another craft, place or day.
func (v *View) toldApart(u, w *unit) bool {
	switch {
	case u.again != w.again, u.craft > 0 && w.craft > 0 && u.craft != w.craft, u.ordinal > 0 && w.ordinal > 0 && u.ordinal != w.ordinal:
		return true
	case w.published-u.published > tollFor && v.entries[w.entry].ownBlow(w.sentence), u.published-w.published > tollFor && v.entries[u.entry].ownBlow(u.sentence):
		return true
	case u.most() == w.most() && u.most() > 1:
		return false
	case apartPlaces(u.places, w.places), u.after(w), w.after(u):
		return true
	case !u.exact || !w.exact || u.first == w.first || u.rising || w.rising:
		return false
	}
	if days := u.first - w.first; days > apartDays || days < -apartDays {
		return true
	}
	return u.worded && w.worded && v.entries[u.entry].newBlow(u.sentence) && v.entries[w.entry].newBlow(w.sentence)
}

// newBlow reports whether a sentence tells of a blow that is not one spoken of before, or of a craft that is not: "a ferry lost its ramp and three people drowned".
func (e *entry) newBlow(s article.Span) bool {
	if e.ownBlow(s) {
		return true
	}
	fields := strings.Fields(strings.ToLower(s.Text(e.r.Article.Text)))
	for i := 1; i+1 < len(fields); i++ {
		if !lostCraft[fields[i]] || fields[i+1] == "that" || fields[i+1] == "which" {
			continue
		}
		for k := i - 1; k >= max(0, i-3); k-- {
			if fields[k] == "a" || fields[k] == "an" {
				return true
			}
			if fields[k] == "the" || strings.ContainsAny(fields[k], ",.;") {
				break
			}
		}
	}
	return false
}

// after reports whether a unit is of a day two days or more after the report that has w, which can have counted none of it.
func (u *unit) after(w *unit) bool {
	return u.exact && !u.found && u.kinds&lasting == 0 && w.published != unknownDay && u.first > w.published+1
}
