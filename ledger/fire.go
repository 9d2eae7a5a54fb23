package ledger

import (
	"slices"

	"sayso/article"
	"sayso/resolve"
)

// fireStems are the words for a fire, fireNouns those that can be nothing else.
var (
	fireStems = setOfStems("fire blaze inferno flame flames wildfire")
	fireNouns = setOfStems("blaze inferno wildfire")
	ruinStems = setOfStems("destroy gut damage ravage devastate raze hit strike")
)

// isFire reports whether a mention tells of a fire: by its noun, or by whatever a fire does that is no death or wound: "tore through", "engulfed".
func (x *extractor) isFire(it *eventItem, ev *resolve.Event) bool {
	if len(it.trigger) == 0 || it.deed == death || it.deed == wound {
		return false
	}
	if fireNouns[it.trigger[0]] {
		return true
	}
	if it.kind == "ASSAULT" && !ruinStems[it.trigger[0]] {
		return false // "victims of the fire have stormed the hall"
	}
	return !ev.Nominal && slices.ContainsFunc(ev.Actors, func(p resolve.Participant) bool {
		ws := x.within(p.Span)
		return len(ws) > 0 && fireStems[ws[len(ws)-1].stem]
	})
}

// burns makes a wreck of a fire, of the things that its words tell or stand beside it ("swept through the mill"), or else of those that burned in the fire
// before it: "the blaze". Without either it is none.
func (x *extractor) burns(it *eventItem, ev *resolve.Event, before *eventItem) {
	it.deed = wreck
	isThing := func(a uint32) bool { return things[a] }
	for _, w := range x.within(article.Span{Start: max(it.sentence.Start, ev.Trigger.Start-40), End: min(it.sentence.End, ev.Trigger.End+60)}) {
		if things[w.stem] {
			it.aims = append(it.aims, w.stem)
		}
	}
	it.aims = sortedSet(it.aims)
	switch {
	case slices.ContainsFunc(it.aims, isThing):
	case before != nil && x.definite(it):
		it.aims = sortedSet(append(it.aims, before.aims...))
	default:
		it.deed = noDeed
	}
}
