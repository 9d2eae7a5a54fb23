package ledger

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// A deed is what kind of violence a trigger tells: a blow, a death or a wound, or the accident of a craft or a building. Mentions of one kind with one place and one day are one
// event; mentions of other places, days or sides are others, however alike their words.
type deed uint8

const (
	noDeed deed = iota
	blow
	death
	wound
	otherDeed // an ASSAULT by its type
	wreck     // what befalls a ship, a train or a building: nobody does it
)

var deeds = func() map[uint32]deed {
	m := map[uint32]deed{}
	for d, row := range []string{blow: "strike struck airstrike raid bomb bombard pound attack hit shell assault blast explode torpedo",
		wreck: "sink sinking capsize founder overturn derail derailment crash collide collision shipwreck plunge collapse",
		death: "kill die died slay murder massacre assassinate", wound: "wound injure injury hurt maim"} {
		for _, w := range strings.Fields(row) {
			m[hash32(stem([]byte(w)))] = deed(d)
		}
	}
	return m
}()

func deedOf(it *eventItem) deed {
	for _, t := range it.trigger {
		switch d := deeds[t]; {
		case d == wreck && it.kind == "ASSAULT": // "sank two ships"
			return blow
		case d == wreck && it.kind != "OTHER":
		case d != noDeed:
			return d
		}
	}
	if it.kind == "ASSAULT" {
		return otherDeed
	}
	if it.kind == "OTHER" && len(it.trigger) == 1 && (neutralStems[it.trigger[0]] || naturalStems[it.trigger[0]]) {
		return wreck
	}
	return noDeed
}

// naturalStems are nouns for disasters of nature and of crowds, which befall places rather than things.
var naturalStems = setOfStems("landslide mudslide avalanche rockfall flood earthquake quake tremor eruption stampede tsunami shipwreck")

// fights are words for violence that goes on.
var fights = setOf("fighting clashes violence war strikes airstrikes shelling bombardment attacks protests unrest hostilities conflict")

// stretched reports whether the sentence tells before the trigger, or by it, of a stretch of violence: "weeks of fighting that killed 100".
func (x *extractor) stretched(trigger, sentence article.Span) bool {
	ws := x.within(article.Span{Start: sentence.Start, End: trigger.End})
	for i := 2; i < len(ws); i++ {
		if ws[i-1].Text(x.a.Text) == "of" && spansOfTime[strings.ToLower(ws[i-2].Text(x.a.Text))] && (fights[ws[i].Text(x.a.Text)] || i+1 < len(ws) && fights[ws[i+1].Text(x.a.Text)]) {
			return true
		}
	}
	return false
}

var spansOfTime = setOf("hours days weeks months years")

// things are what meets with accidents: a crash of one of them is a wreck, and a crash of prices is none.
var things = setOfStems(`ship boat ferry vessel tanker freighter yacht trawler dinghy raft barge canoe cruiser submarine plane aircraft airliner jet helicopter balloon train tram bus
	coach minibus lorry truck car van taxi bridge footbridge overpass flyover dam embankment dike building block tower house factory mine shaft tunnel roof ceiling
	mill plant depot barn cathedral museum library nightclub cinema
	stand stage wall crane scaffolding warehouse mall school church hotel hospital stadium pier silo`)

// wrecks are words that mean the accident of a craft by themselves.
var wrecks = setOfStems("capsize derail derailment shipwreck sinking")

// wrecked makes a wreck of a mention only where its words say what met with the accident, and adds that to its aims.
func (x *extractor) wrecked(it *eventItem, ev *resolve.Event) {
	for _, p := range ev.Actors {
		for _, w := range x.within(p.Span) {
			if things[w.stem] {
				it.aims = append(it.aims, w.stem)
			}
		}
	}
	it.aims = sortedSet(it.aims)
	if !wrecks[it.word()] && !neutralStems[it.word()] && !naturalStems[it.word()] && !slices.ContainsFunc(it.aims, func(a uint32) bool { return things[a] }) {
		it.deed = noDeed
	}
}

var stopStemsOf = setOfStems("stop halt suspend end pause resume continue")

// stopped reports whether the trigger is a noun for several blows that somebody ceases or resumes: "suspended strikes on the depots".
func (x *extractor) stopped(ev *resolve.Event) bool {
	if !pluralBlows[strings.ToLower(ev.Trigger.Text(x.a.Text))] {
		return false
	}
	beside := x.wordsBefore(ev.Trigger, 3) // "the pause in strikes", "if the attacks stopped"
	if after := x.within(article.Span{Start: ev.Trigger.End, End: min(len(x.a.Text), ev.Trigger.End+24)}); len(after) > 0 {
		beside = append(slices.Clone(beside), after[0])
	}
	if slices.ContainsFunc(beside, func(w word) bool { return stopStemsOf[w.stem] || w.Text(x.a.Text) == "stopped" }) {
		return true
	}
	for i := range x.e.r.Events {
		o := &x.e.r.Events[i]
		if o.Trigger.End > ev.Trigger.Start || ev.Trigger.Start-o.Trigger.End > 40 || !slices.ContainsFunc(o.Targets, func(p resolve.Participant) bool { return p.Span.Contains(ev.Trigger) }) {
			continue
		}
		if ws := x.within(o.Trigger); len(ws) > 0 && stopStemsOf[ws[0].stem] {
			return true
		}
	}
	return false
}
