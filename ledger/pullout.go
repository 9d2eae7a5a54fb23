package ledger

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// The words for that troops leave a country, and for troops.
var (
	pulloutStems = setOfStems("withdraw withdrawal pullout drawdown pull")
	beginStems   = setOfStems("begin begun start commence continue complete resume carry under")
	troopStems   = setOfStems("troop force soldier servicemember personnel contingent battalion brigade division peacekeeper military")
)

// pullouts marks the mentions of that troops leave a country, with the country, under whatever word: "ordered all troops to be withdrawn", "the pullout" after
// it. That somebody speaks of it by a noun says not that it has begun.
func (x *extractor) pullouts() {
	country := uint32(0)
	for k := range x.e.events {
		it := &x.e.events[k]
		ev := &x.e.r.Events[it.n]
		if len(it.trigger) == 0 || !pulloutStems[it.trigger[0]] || it.deed != noDeed || !x.pullsOut(ev) {
			continue
		}
		named := x.leftCountry(it, ev)
		switch {
		case named != 0 && x.troopsBeside(it, ev):
			country = named
		case named != 0 && named != country || country == 0 || !x.definite(it) && named == 0:
			continue
		}
		it.pullout, it.place = true, nil
		rare := *it.rareAnchor
		rare.against = []uint32{country}
		it.rareAnchor = &rare
		if ev.Nominal && done(ev.Status) && !slices.ContainsFunc(ev.Because, func(s article.Span) bool { return x.holdsAny(s, beginStems) }) {
			it.spoken = true // "the withdrawal of troops was a mistake"
			it.start, it.end, it.from, it.to = unknownDay, unknownDay, 0, 0
		}
	}
}

// pullsOut reports whether "pull" is "pull out": a rope is pulled too.
func (x *extractor) pullsOut(ev *resolve.Event) bool {
	t := strings.ToLower(ev.Trigger.Text(x.a.Text))
	return !strings.HasPrefix(t, "pull") || strings.Contains(t, "out") || strings.Contains(x.a.Text[ev.Trigger.End:min(len(x.a.Text), ev.Trigger.End+60)], " out ")
}

// troopsBeside reports whether the words around a mention say that it is troops who leave.
func (x *extractor) troopsBeside(it *eventItem, ev *resolve.Event) bool {
	near := article.Span{Start: max(it.sentence.Start, ev.Trigger.Start-70), End: min(it.sentence.End, ev.Trigger.End+50)}
	return x.holdsAny(near, troopStems)
}

// leftCountry is the country that is left, by the place behind "from", "in" or "out of" nearest to a mention, or 0.
func (x *extractor) leftCountry(it *eventItem, ev *resolve.Event) uint32 {
	best, country := 90, ""
	for i := range x.e.r.Places {
		p := &x.e.r.Places[i]
		if p.Country == "" || !it.sentence.Contains(p.Span) {
			continue
		}
		far := p.Start - ev.Trigger.End
		if far < 0 {
			far = 2 * (ev.Trigger.Start - p.End) // what stands behind is preferred
		}
		from := slices.ContainsFunc(x.wordsBefore(p.Span, 2), func(w word) bool {
			t := w.Text(x.a.Text)
			return t == "from" || t == "in" || t == "out"
		}) || strings.HasPrefix(p.Text(x.a.Text), "in ") || strings.HasPrefix(p.Text(x.a.Text), "from ")
		if from && far < best {
			best, country = far, p.Country
		}
	}
	if country == "" {
		return 0
	}
	return hashString("country " + country)
}

// onePullout reports whether two mentions in reports of one matter tell that troops leave one country, whatever stage it has come to.
func onePullout(ea *entry, a *eventItem, eb *entry, b *eventItem) bool {
	return a.pullout && b.pullout && a.against[0] == b.against[0] && a.ordinal == b.ordinal && ea.day != unknownDay && eb.day != unknownDay &&
		daysApart(ea, eb) <= truceDays && dot(ea.vec, eb.vec) >= oneMatter
}

// pulloutsOff reports whether troops leave two countries.
func pulloutsOff(a, b *eventItem) bool {
	return a.pullout && b.pullout && a.against[0] != b.against[0]
}
