package ledger

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// truceStems are the words for that fighting stops; accordStems those for what sides agree to, which may be that.
var (
	truceStems  = setOfStems("ceasefire truce armistice")
	accordStems = setOfStems("deal agreement accord pact")
)

// accords marks the mentions of a truce in the report under whatever noun: "a ceasefire deal", "a deal for a truce", and "the deal" after them.
func (x *extractor) accords() {
	told := false
	for k := range x.e.events {
		it := &x.e.events[k]
		if len(it.trigger) == 0 {
			continue
		}
		w := it.trigger[len(it.trigger)-1]
		switch {
		case truceStems[w]:
			it.truce, told = true, true
		case accordStems[w]:
			it.truce = x.besideTruce(it) || told && x.definite(it)
		}
		if ev := &x.e.r.Events[it.n]; it.truce && (ev.Aside && done(ev.Status) || x.onlyProposed(it)) {
			it.spoken = true // "changes to the deal" brings it no further, "rejected ceasefire proposals" ends no ceasefire
		}
	}
}

// onlyProposed reports whether a truce qualifies what is proposed, and that is refused.
func (x *extractor) onlyProposed(it *eventItem) bool {
	ev := &x.e.r.Events[it.n]
	if ev.Status != resolve.DidNotHappen && ev.Status != resolve.Denied {
		return false
	}
	after := x.within(article.Span{Start: ev.Trigger.End, End: min(it.sentence.End, ev.Trigger.End+16)})
	return len(after) > 0 && proposalStems[after[0].stem]
}

var proposalStems = setOfStems("proposal offer plan draft text")

// besideTruce reports whether the words right before or behind an accord say that it is a truce.
func (x *extractor) besideTruce(it *eventItem) bool {
	t := x.e.r.Events[it.n].Trigger
	for k := range x.e.events {
		o := &x.e.events[k]
		if o.sentence != it.sentence || len(o.trigger) == 0 || !truceStems[o.trigger[len(o.trigger)-1]] {
			continue
		}
		s := x.e.r.Events[o.n].Trigger
		switch {
		case s.End <= t.Start && strings.TrimSpace(x.a.Text[s.End:t.Start]) == "":
			return true
		case t.End <= s.Start && s.Start-t.End < 24 && slices.ContainsFunc(x.wordsBefore(s, 3), func(w word) bool { return w.Text(x.a.Text) == "for" || w.Text(x.a.Text) == "on" }):
			return true
		}
	}
	return false
}

// definite reports whether a noun is told as known: "the deal", "this agreement".
func (x *extractor) definite(it *eventItem) bool {
	return slices.ContainsFunc(x.wordsBefore(x.e.r.Events[it.n].Trigger, 2), func(w word) bool {
		switch strings.ToLower(w.Text(x.a.Text)) {
		case "the", "this", "that", "its", "their":
			return true
		}
		return false
	})
}

// accordKeys bind a truce to the countries that the report names, and a release to its number in them.
func (it *eventItem) accordKeys(e *entry, keys []uint32) []uint32 {
	if !it.truce && it.measure != released {
		return keys
	}
	for k := range e.r.Places {
		c := e.r.Places[k].Country
		if c == "" || slices.ContainsFunc(e.r.Places[:k], func(p resolve.Place) bool { return p.Country == c }) {
			continue
		}
		if it.truce {
			keys = append(keys, joinHash(83, []uint32{hashString(c)}))
		} else {
			keys = append(keys, joinHash(79, []uint32{hashString(c), uint32(it.count)}))
		}
	}
	return keys
}

// trucesOff reports whether one of two mentions is of a truce by its own word, and the other is of none.
func (x *eventItem) trucesOff(y *eventItem) bool {
	strict := func(it *eventItem) bool { return len(it.trigger) > 0 && truceStems[it.trigger[len(it.trigger)-1]] }
	return x.truce != y.truce && (strict(x) || strict(y))
}

// truceDays is for how many days reports of one truce may lie apart.
const truceDays = 60

// oneTruce reports whether two mentions in reports of one matter tell of one truce, whatever stage it has come to; "a new truce" is another.
func oneTruce(ea *entry, a *eventItem, eb *entry, b *eventItem) bool {
	return a.truce && b.truce && a.ordinal == b.ordinal && ea.day != unknownDay && eb.day != unknownDay && daysApart(ea, eb) <= truceDays && dot(ea.vec, eb.vec) >= oneMatter
}
