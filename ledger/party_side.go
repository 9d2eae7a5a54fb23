package ledger

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/gazetteer"
	"sayso/resolve"
)

// Which side a speaker is of, where a content does not name it.

// bySide is the part of a speaker in a content of an attack that does not name its side: it was struck where the content names
// an attacker who, by its report or the latest of its story, attacks the speaker's side; where it names none, as the report
// tells, if it tells it of one side alone.
func (v *View) bySide(sp *speaker, at item, spans []article.Span, attackers []uint32) string {
	e := v.entries[at.entry]
	if len(sp.body) == 0 || !tellsAttack(e, spans) && (len(attackers) > 0 || !tellsToll(e.r.Article.Text, spans)) {
		return ""
	}
	if len(attackers) > 0 {
		story := v.stories[v.storyOf[at.entry]]
		for _, n := range append(story[max(0, len(story)-mostSayings):len(story):len(story)], at.entry) {
			for _, s := range v.entries[n].sides {
				if holds(attackers, s[0]) && holds(sp.body, s[1]) {
					return "struck"
				}
			}
		}
		return ""
	}
	others := sp.attackedOthers(e, spans) // "the attack on Norland", says somebody of Maraval
	strikes, struck := v.blows(sp, at.entry)
	switch {
	case struck && !strikes && !others && !sp.elsewhere(e, spans) && !sp.mayHaveDone(e, spans):
		return "struck"
	case strikes && !struck && (sp.forces || sp.rules) && !condemns(e, spans):
		return "striking"
	}
	return ""
}

// elsewhere reports whether a content is of what was done in or to another side's country than the speaker's: "one jet fired into Vale".
func (sp *speaker) elsewhere(e *entry, spans []article.Span) bool {
	for _, s := range spans {
		fields := strings.Fields(s.Text(e.r.Article.Text))
		for i := 1; i < len(fields); i++ {
			if !aiming[strings.ToLower(fields[i-1])] {
				continue
			}
			if i+1 < len(fields) && acts[strings.Trim(strings.ToLower(fields[i+1]), ".,;:")] {
				continue // "in Vale's strikes"
			}
			for _, w := range sideWords(fields[i]) {
				if !holds(sp.body, w) && attacks(e, w) {
					return true
				}
			}
		}
	}
	return false
}

// mayHaveDone reports whether a pronoun does the violence of a content that names no other side before: it may be the speaker.
func (sp *speaker) mayHaveDone(e *entry, spans []article.Span) bool {
	for i := range e.r.Events {
		ev := &e.r.Events[i]
		if ev.Type != "ASSAULT" || !e.violent(ev) || !spansHold(spans, ev.Trigger.Start) {
			continue
		}
		for _, p := range ev.Actors {
			if spansHold(spans, p.Span.Start) && bodySelves[strings.ToLower(p.Text(e.r.Article.Text))] && !sp.others(e.r.Article.Text[spans[0].Start:max(spans[0].Start, p.Span.Start)]) {
				return true
			}
		}
	}
	return false
}

// condemns reports whether a content calls what was done a crime, or those who did it: whoever says so did not do it.
func condemns(e *entry, spans []article.Span) bool {
	for _, s := range spans {
		for _, w := range words(s.Text(e.r.Article.Text)) {
			if condemning[w.stem] {
				return true
			}
		}
	}
	return false
}

var condemning = setOfStems("terror terrorist terrorists gunmen cowardly aggression heinous barbaric unprovoked massacre atrocity martyred escalation")

var aiming = setOf("into in inside across against on at over")

// attacks reports whether a report tells of violence by a side.
func attacks(e *entry, w uint32) bool {
	return slices.ContainsFunc(e.sides, func(s [2]uint32) bool { return s[0] == w })
}

// tellsToll reports whether a content tells of dead or hurt people without a blow: "the dead were all civilians", "no civilians were harmed".
func tellsToll(text string, spans []article.Span) bool {
	hurt := false
	for _, s := range spans {
		for _, w := range words(s.Text(text)) {
			if otherCauses[w.stem] {
				return false // "10 people had died in floods"
			}
			hurt = hurt || hurtStems[w.stem]
		}
	}
	return hurt
}

// otherCauses are what kills people beside blows.
var otherCauses = setOfStems("flood floods flooding quake earthquake storm cyclone hurricane crash accident collision disease outbreak cholera epidemic landslide avalanche heatwave drowned")

// mournsOwn reports whether a content tells of the speaker's own dead or hurt: "seven of our workers died".
func mournsOwn(text string, spans []article.Span) bool {
	for _, s := range spans {
		ws := words(s.Text(text))
		for i, w := range ws {
			if w.hash != ourWord {
				continue
			}
			if slices.ContainsFunc(ws[i+1:min(len(ws), i+6)], func(w word) bool { return hurtStems[w.stem] }) {
				return true
			}
		}
	}
	return false
}

var ourWord = hashString("our")

// oneSided reports whether a report tells blows of one side on another and none the other way.
func (v *View) oneSided(entry int32) bool {
	sides := v.entries[entry].sides
	return len(sides) > 0 && !slices.ContainsFunc(sides, func(s [2]uint32) bool {
		return slices.ContainsFunc(sides, func(o [2]uint32) bool { return s[0] == o[1] })
	})
}

var hurtStems = setOfStems("dead died killed killing wounded injured casualties casualty victims harmed hurt fatalities bodies")

// tellsAttack reports whether a content tells an attack or its dead.
func tellsAttack(e *entry, spans []article.Span) bool {
	for i := range e.r.Events {
		if ev := &e.r.Events[i]; ev.Type == "ASSAULT" && e.violent(ev) && happened(ev.Status) && spansHold(spans, ev.Trigger.Start) {
			return true
		}
	}
	return false
}

// attackedOthers reports whether a content tells an attack on somebody whose side is named and is not the speaker's, by nobody who is named. A town of the
// speaker's country is of its side.
func (sp *speaker) attackedOthers(e *entry, spans []article.Span) bool {
	for i := range e.r.Events {
		ev := &e.r.Events[i]
		if ev.Type != "ASSAULT" || !e.violent(ev) || !happened(ev.Status) || !spansHold(spans, ev.Trigger.Start) {
			continue
		}
		if ev.Place != nil && anyShared(sp.body, sideWords(shownCountry(ev.Place.Country))) {
			continue
		}
		for _, p := range ev.Targets {
			if spansHold(spans, p.Span.Start) && len(sideWords(p.Text(e.r.Article.Text))) > 0 {
				return true
			}
		}
	}
	return false
}

// sidesIn is whose body attacks whose, as a report tells of what happened.
func sidesIn(e *entry) [][2]uint32 {
	text := e.r.Article.Text
	var out [][2]uint32
	for i := range e.r.Events {
		ev := &e.r.Events[i]
		if ev.Type != "ASSAULT" || !happened(ev.Status) || !e.violent(ev) {
			continue
		}
		var by, on []uint32
		for _, p := range ev.Actors {
			by = append(by, sideWords(doer(p.Text(text)))...)
		}
		for _, p := range ev.Targets {
			on = append(on, sideWords(p.Text(text))...)
		}
		if !slices.ContainsFunc(ev.Targets, func(p resolve.Participant) bool { return countryIn(p.Text(text)) != "" }) {
			on = append(on, abroad(ev, text)...)
		}
		if anyShared(by, on) {
			continue
		}
		for _, a := range by {
			for _, b := range on {
				if s := [2]uint32{a, b}; !slices.Contains(out, s) {
					out = append(out, s)
				}
			}
		}
	}
	return out
}

// abroad is whose country a state's attack is made in that names nobody: "Iceland bombed the works in Fiji". What gunmen do there, and what is
// aimed at some who fight, strikes no state.
func abroad(ev *resolve.Event, text string) []uint32 {
	if ev.Place == nil || ev.Place.Span.Len() == 0 || shownCountry(ev.Place.Country) == "" || slices.ContainsFunc(ev.Targets, func(p resolve.Participant) bool { return anyIn(stemsOf(p.Text(text)), commandStems) }) {
		return nil
	}
	for _, p := range ev.Actors {
		if by := countryIn(doer(p.Text(text))); by == ev.Place.Country || by == "" && len(sideWords(doer(p.Text(text)))) > 0 || by == "" && len(ev.Actors) == 1 {
			return nil // "Thursday's" beside "Uruguayan" is nobody
		}
	}
	return sideWords(shownCountry(ev.Place.Country))
}

// doer is an actor's words without whom it acts on: "a campaign" of "a campaign targeting the rebels".
func doer(text string) string {
	for _, w := range []string{" targeting ", " against ", " on ", " in ", " at ", " over "} {
		text, _, _ = strings.Cut(text, w)
	}
	if ws := words(text); len(ws) > 0 && calendar[ws[0].hash] {
		text = strings.TrimPrefix(strings.TrimPrefix(text[ws[0].End:], "'s"), "’s")
	}
	return text
}

// capitalWords is the countries whose capitals a body's words name, as stems: "the defence ministry in Montevideo" is Uruguay's.
func capitalWords(phrase string) (out []uint32) {
	for _, w := range words(phrase) {
		if !w.upper {
			continue
		}
		for _, p := range gazetteer.Lookup(nil, gazetteer.Fold(nil, w.Text(phrase))) {
			if p.Capital && !p.Weak {
				out = append(out, sideWords(shownCountry(p.Country))...)
				break
			}
		}
	}
	return out
}

// calendar are names of days and months, which strike nobody: "Thursday's attack".
var calendar = setOfWords("monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december")
