package ledger

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/gazetteer"
	"sayso/read"
	"sayso/resolve"
)

// operations are words for what an army may be about to do, other than a blow.
var operations = setOfStems("operation offensive incursion invasion intervention")

// severalOperations reports whether a trigger is the noun for more than one of them: "operations in the north would not be limited".
func severalOperations(trigger string) bool {
	t := strings.ToLower(trigger)
	return strings.HasSuffix(t, "s") && operations[hash32(stem([]byte(t)))]
}

// means is how a plan is to be carried out, where the words say so.
type means uint8

const (
	anyMeans means = iota
	fromAir
	onGround
)

var (
	airStems    = setOfStems("airstrike air aerial drone missile bomb bombing bomber warplane")
	groundStems = setOfStems("ground incursion invasion invade troops soldiers tanks boots")
)

// force gives a plan the countries that it is against, and how it is to be carried out; what its sentence leaves open is that of the plan that
// the report spoke of before.
func (x *extractor) force(it *eventItem, ev *resolve.Event, before *eventItem) {
	rare := *it.rareAnchor
	aimed := func(country uint32) bool { return inSorted(it.aims, country) }
	for range 2 {
		for _, c := range countriesOf(x.e.r, x.ws) {
			if h := hashString("country " + c); aimed(h) && !inSorted(it.sides, h) {
				rare.against = append(rare.against, h)
			}
		}
		if len(rare.against) > 0 || it.deed != otherDeed {
			break
		}
		aimed = x.enteredAfter(ev.Trigger, it.sentence) // "an incursion into northern Syria"
	}
	rare.against = sortedSet(rare.against)
	near := append(slices.Clone(x.wordsBefore(ev.Trigger, 2)), x.within(ev.Trigger)...)
	for _, w := range near {
		switch {
		case airStems[w.stem]:
			rare.by = fromAir
		case groundStems[w.stem]:
			rare.by = onGround
		}
	}
	if it.deed == otherDeed && len(rare.sides) == 0 {
		rare.sides = x.namedBefore(ev.Trigger, it.sentence, rare.against)
	}
	if before != nil {
		if len(rare.sides) == 0 && shared(rare.against, before.sides) == 0 {
			rare.sides = before.sides
		}
		if len(rare.against) == 0 && shared(rare.sides, before.against) == 0 {
			rare.against = before.against
		}
	}
	if len(rare.sides)+len(rare.against) > 0 || rare.by != anyMeans {
		it.rareAnchor = &rare
	}
}

// namedBefore is the only country that a sentence names before the trigger, by a place or its people, but for those that the plan is against: "Norland's
// army is ready for an incursion".
func (x *extractor) namedBefore(trigger, sentence article.Span, but []uint32) []uint32 {
	var out []uint32
	for _, w := range x.within(article.Span{Start: sentence.Start, End: trigger.Start}) {
		if !w.upper {
			continue
		}
		c := gazetteer.Demonym(gazetteer.Fold(nil, w.Text(x.a.Text)))
		if p := x.placeAt(w.Span); p != nil && p.Role != read.Dateline {
			c = p.Country
		}
		if h := hashString("country " + c); c != "" && !slices.Contains(but, h) {
			out = append(out, h)
		}
	}
	if out = sortedSet(out); len(out) != 1 {
		return nil
	}
	return out
}

// enteredAfter reports for a country whether a place of it stands within a few words behind the trigger.
func (x *extractor) enteredAfter(trigger, sentence article.Span) func(uint32) bool {
	return func(country uint32) bool {
		for i := range x.e.r.Places {
			p := &x.e.r.Places[i]
			if p.Start >= trigger.End && p.Start-trigger.End < 24 && p.End <= sentence.End && p.Country != "" && hashString("country "+p.Country) == country {
				return true
			}
		}
		return false
	}
}

// oneForce reports whether two plans are for force by one side against one country, by means that may be the same, and not against other things: "a
// cross-border operation", "a land offensive" and "an invasion" are one plan by as many names, the raid on a depot and that on a laboratory are two.
func oneForce(a, b *eventItem) bool {
	if len(a.sides) == 0 || shared(a.sides, b.sides) == 0 || len(a.against) == 0 || shared(a.against, b.against) == 0 || a.by != b.by && a.by != anyMeans && b.by != anyMeans {
		return false
	}
	x, y := ownTarget(a.objects), ownTarget(b.objects)
	return len(x) == 0 || len(y) == 0 || shared(x, y) > 0
}

// anyTarget are words for what force is mostly used against, which tell no plan from another.
var anyTarget = setOfStems(`militant fighter force rebel group target site position territory soil land town city area border region country terrorist people
	soldier troop north south east west northern southern eastern western central military aim`)

// ownTarget are the words that name one target rather than any.
func ownTarget(objects []uint32) []uint32 {
	return slices.DeleteFunc(slices.Clone(objects), func(o uint32) bool { return anyTarget[o] })
}
