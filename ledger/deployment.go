package ledger

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// The words for that forces are sent somewhere, whatever stage it has come to, and those that tell it only of who goes "to" or "for" a place.
var (
	deployStems     = setOfStems("deploy deployment dispatch redeploy redeployment send position station move movement order")
	deploymentStems = setOfStems("deployment redeployment")
	arriveStems     = setOfStems("leave depart departure head go")
)

// forceKinds are what is sent, by its noun: what is told of ships is none of soldiers.
var forceKinds = func() map[uint32]uint32 {
	m := map[uint32]uint32{}
	for _, kind := range []string{"troop force soldier marine servicemember contingent battalion brigade regiment paratrooper peacekeeper personnel",
		"carrier warship destroyer frigate cruiser fleet submarine flotilla armada vessel ship boat",
		"jet plane aircraft warplane fighter bomber helicopter drone squadron"} {
		for h := range setOfStems(kind) {
			m[h] = hashString(kind)
		}
	}
	m[hashString("guard")] = hashString("guard")
	return m
}()

// moreForces seeds the kind of forces that join others.
const moreForces = 103

// moreWords before a force say that it joins one that is there.
var moreWords = setOf("more additional extra further another other second third")

// deployments marks the mentions of that forces are sent to a place, with the kind of forces and the place, under whatever word: "considering sending
// troops to Norland", "ordered troops into Norland", "the deployment" after it.
func (x *extractor) deployments() {
	var last *rareAnchor
	for k := range x.e.events {
		it := &x.e.events[k]
		ev := &x.e.r.Events[it.n]
		if len(it.trigger) == 0 || it.pullout || it.deed != noDeed || it.background || !deployStems[it.trigger[0]] && !arriveStems[it.trigger[0]] {
			continue
		}
		force := x.forceSent(ev)
		to := x.sentTo(it, ev)
		switch {
		case force == 0 && last != nil && to == nil && ev.Nominal && deploymentStems[it.trigger[0]] && x.definite(it): // "the deployment"
			force, to = last.objects[0], last.against
		case force == 0 || to == nil:
			continue
		}
		it.deploys, it.exit, it.order, it.place = true, false, false, nil
		rare := *it.rareAnchor
		rare.objects, rare.against = []uint32{force}, to
		it.rareAnchor = &rare
		last = &rare
		if ev.Nominal && done(ev.Status) && !slices.ContainsFunc(ev.Because, func(s article.Span) bool { return x.holdsAny(s, beginStems) }) {
			it.spoken = true // "the deployment of troops was a mistake"
			it.start, it.end, it.from, it.to = unknownDay, unknownDay, 0, 0
		}
	}
}

// forceSent is the kind of forces that an event moves, or 0: by what is sent, or by who arrives.
func (x *extractor) forceSent(ev *resolve.Event) uint32 {
	moved := ev.Targets
	if arriveStems[x.within(ev.Trigger)[0].stem] || len(moved) == 0 {
		moved = ev.Actors
	}
	for _, p := range moved {
		name, _, _ := strings.Cut(p.Text(x.a.Text), ",")
		for _, part := range []string{" of ", " from ", " to ", " in ", " with "} {
			if head, rest, ok := strings.Cut(name, part); ok && !(part == " of " && !x.hasForce(head)) {
				name = head
			} else if ok {
				name = rest
			}
		}
		ws := words(name)
		for _, w := range slices.Backward(ws) {
			if kind := forceKinds[w.stem]; kind != 0 {
				if slices.ContainsFunc(ws, func(w word) bool { return moreWords[strings.ToLower(w.Text(name))] }) {
					kind = joinHash(moreForces, []uint32{kind})
				}
				return kind
			}
		}
	}
	return 0
}

// hasForce reports whether words name forces.
func (x *extractor) hasForce(name string) bool {
	return slices.ContainsFunc(words(name), func(w word) bool { return forceKinds[w.stem] != 0 })
}

// sentTo is the place that forces are sent to and what holds it, its own name first, by the place behind "to", "into" or their like that follows the
// mention most closely; nil where there is none.
func (x *extractor) sentTo(it *eventItem, ev *resolve.Event) []uint32 {
	far := 120
	var to []uint32
	for i := range x.e.r.Places {
		p := &x.e.r.Places[i]
		if !it.sentence.Contains(p.Span) || p.Start < ev.Trigger.End || p.Start-ev.Trigger.End >= far || strings.ContainsAny(x.a.Text[ev.Trigger.End:p.Start], ";.") {
			continue
		}
		if !destination[firstWord(" "+p.Text(x.a.Text))] && !slices.ContainsFunc(x.wordsBefore(p.Span, 2), func(w word) bool { return destination[strings.ToLower(w.Text(x.a.Text))] }) {
			continue
		}
		far = p.Start - ev.Trigger.End
		to = []uint32{hashString(strings.ToLower(p.Name))}
		for _, w := range p.Within {
			to = append(to, hashString(strings.ToLower(w)))
		}
	}
	return to
}

// destination are words before where forces are sent.
var destination = setOf("to into onto toward towards for off near in around across")

// oneDeployment reports whether two mentions in reports of one matter tell that forces of one kind are sent to one place, whatever stage it has come to.
func oneDeployment(ea *entry, a *eventItem, eb *entry, b *eventItem) bool {
	return a.deploys && b.deploys && !deploymentsOff(a, b) && ea.day != unknownDay && eb.day != unknownDay &&
		daysApart(ea, eb) <= truceDays && dot(ea.vec, eb.vec) >= oneMatter
}

// deploymentsOff reports whether forces are sent to two places of which neither lies in the other, or are of two kinds.
func deploymentsOff(a, b *eventItem) bool {
	return a.deploys && b.deploys && (a.objects[0] != b.objects[0] || !slices.Contains(a.against, b.against[0]) && !slices.Contains(b.against, a.against[0]))
}

// deploymentKeys are by what mentions of one deployment find each other.
func (it *eventItem) deploymentKeys(keys []uint32) []uint32 {
	if !it.deploys {
		return keys
	}
	for _, to := range it.against[:min(2, len(it.against))] {
		keys = append(keys, joinHash(moreForces, []uint32{it.objects[0], to}))
	}
	return keys
}
