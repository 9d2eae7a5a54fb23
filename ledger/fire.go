package ledger

import (
	"slices"
	"strings"

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
	if fireNouns[it.trigger[0]] || x.catchesFire(it, ev) {
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

// catchesFire reports whether a mention tells of a thing that it caught fire or burned: no flag that somebody burned.
func (x *extractor) catchesFire(it *eventItem, ev *resolve.Event) bool {
	switch next := firstWord(x.a.Text[ev.Trigger.End:]); {
	case catchStems[it.trigger[0]]:
		return strings.TrimRight(next, ".,;") == "fire"
	case burnStems[it.trigger[0]] && !ev.Nominal:
		return len(ev.Targets) == 0 && slices.ContainsFunc(ev.Actors, x.isThing)
	}
	return false
}

var (
	catchStems = setOfStems("catch caught")
	burnStems  = setOfStems("burn burned burnt")
)

// isThing reports whether a participant is a craft or a building.
func (x *extractor) isThing(p resolve.Participant) bool {
	text := p.Text(x.a.Text)
	if at := behindNoun.FindStringIndex(text); at != nil && at[0] > 0 {
		text = text[:at[0]]
	}
	return p.Role == "" && slices.ContainsFunc(words(text), func(w word) bool { return things[w.stem] })
}

// collides reports whether a blow is told of one craft that runs into something, "the ferry hit a pier": an accident. "Its jets hit a depot" is none.
func (x *extractor) collides(it *eventItem, ev *resolve.Event) bool {
	return it.deed == blow && !ev.Nominal && (it.trigger[0] == hitStem || it.trigger[0] == struckStem) && len(ev.Actors) > 0 && !slices.ContainsFunc(ev.Actors, func(p resolve.Participant) bool {
		last := strings.ToLower(p.Text(x.a.Text))
		return !x.isThing(p) || strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "bus")
	}) && len(x.sides(ev, blow)) == 0
}

var hitStem, struckStem = hash32(stem([]byte("hit"))), hash32(stem([]byte("struck")))

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
	for _, p := range ev.Actors {
		for _, w := range x.within(p.Span) {
			if things[w.stem] && x.isThing(p) {
				it.aims = append(it.aims, w.stem)
			}
		}
	}
	it.aims = sortedSet(it.aims)
	switch {
	case slices.ContainsFunc(it.aims, isThing):
	case before != nil && x.definite(it):
		it.aims = sortedSet(append(it.aims, before.aims...))
	default:
		it.deed = noDeed
		if x.definite(it) {
			if it.aims = x.burnedBefore(ev.Trigger.Start); len(it.aims) > 0 {
				it.deed = wreck
			}
		}
	}
}

// burnedBefore is the things beside the first word for a fire before an offset: "hurt in the fire at the Orvane plant" tells what burned where later "the
// fire broke out".
func (x *extractor) burnedBefore(offset int) (aims []uint32) {
	for _, w := range x.ws {
		if w.Start >= offset {
			break
		}
		if !fireStems[w.stem] {
			continue
		}
		for _, o := range x.within(article.Span{Start: w.End, End: min(offset, w.End+60)}) {
			if things[o.stem] {
				aims = append(aims, o.stem)
			}
		}
		if len(aims) > 0 {
			return sortedSet(aims)
		}
	}
	return nil
}
