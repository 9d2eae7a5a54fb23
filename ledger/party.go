package ledger

import (
	"sort"

	"sayso/resolve"
)

// Stakes: the PLOVER roots whose actor has an interest in how the event is told, and those whose target
// has. To warn an office does not make its officials a party; to strike, arrest, sanction or accuse does.
var (
	actorStake  = setOf("ASSAULT COERCE SANCTION MOBILIZE PROTEST THREATEN ACCUSE RETREAT CONCEDE")
	targetStake = setOf("ASSAULT COERCE SANCTION MOBILIZE ACCUSE")
)

// sides are how the summary names who alone asserts a claim, by how all its ends take part.
var sides = map[string]string{
	"striking": "asserted only by the striking party",
	"struck":   "asserted only by the party that was struck",
	"actor":    "asserted only by the party that acted",
	"target":   "asserted only by the party acted against",
	"":         "asserted only by parties to the event",
}

// partyWords are how an end's part is said beside its name.
var partyWords = map[string]string{"striking": "it strikes", "struck": "it was struck", "actor": "it acts", "target": "it is acted against"}

// side is how every end takes part, where all do so alike, else "".
func side(ends []Origin) string {
	s := ends[0].Party
	for i := range ends {
		if ends[i].Party != s {
			return ""
		}
	}
	return s
}

// party says how the source of an end takes part in an event that the claim tells: "striking" or
// "struck" in an assault, "actor" or "target" of another event that it has a stake in, else "".
func (v *View) party(set int, en *end) string {
	if en.source < 0 {
		return ""
	}
	for _, m := range v.claimSets[set] {
		at := v.claim[m]
		e := v.entries[at.entry]
		for i := range e.r.Events {
			ev := &e.r.Events[i]
			if !spansHold(e.claims[at.n].spans, ev.Trigger.Start) {
				continue
			}
			assault := ev.Type == "ASSAULT"
			switch {
			case actorStake[ev.Type] && v.takesPart(en, e.r, ev.Actors):
				return either(assault, "striking", "actor")
			case targetStake[ev.Type] && v.takesPart(en, e.r, ev.Targets):
				return either(assault, "struck", "target")
			}
		}
	}
	return ""
}

func either(is bool, a, b string) string {
	if is {
		return a
	}
	return b
}

// takesPart reports whether the source of an end is one of the participants, by source, by name or by
// the country or body that it belongs to ("Pentagon" is not yet "US": only words decide).
func (v *View) takesPart(en *end, r *resolve.Reading, ps []resolve.Participant) bool {
	at := v.source[en.source]
	s := &v.entries[at.entry].sources[at.n]
	for _, p := range ps {
		name, _, _ := splitName(p.Name)
		if name != "" && name == s.name {
			return true
		}
		if p.Source != "" {
			if k := sourceByID(r, p.Source); k != nil && k.Name != "" && k.Name == s.s.Name {
				return true
			}
		}
		words := stemsOf(p.Text(r.Article.Text))
		if sameBody(s.affil, words) || commands(s, words, v.entries[at.entry]) {
			return true
		}
	}
	return false
}

// commands reports whether a source without a country speaks for armed forces that are the participant: "Defence
// Minister Oskar Lund" for "the navy", or for "the Maraval navy" where the report cites nobody of Maraval beside him
// who would hold such an office.
func commands(s *sourceItem, words []uint32, e *entry) bool {
	if len(s.affil) > 0 || !anyIn(s.role, commandStems) && !(s.s.Name == "" && anyIn(s.desc, commandStems)) || !anyIn(words, forceStems) {
		return false
	}
	for i := range e.sources {
		o := &e.sources[i]
		if len(o.affil) > 0 && anyIn(o.role, commandStems) && sameBody(o.affil, words) {
			return false
		}
	}
	return true
}

func anyIn(words []uint32, set map[uint32]bool) bool {
	for _, w := range words {
		if set[w] {
			return true
		}
	}
	return false
}

func setOfStems(words string) map[uint32]bool {
	m := map[uint32]bool{}
	for _, h := range stemsOf(words) {
		m[h] = true
	}
	return m
}

var (
	commandStems = setOfStems("defence defense war army navy military commander admiral general pentagon")
	forceStems   = setOfStems("army navy military forces troops air marines coastguard warplanes jets drones")
)

// bodyStems are words of what a body is, not of whose: two ministries have "ministry" in common.
var bodyStems = setOfStems("ministry department office service police agency government official authority company force forces army military navy guard council committee commission administration party group team state national local regional health interior foreign defence defense security")

// sameBody reports whether what a source belongs to and a participant share a word that says whose body
// it is, or are the same words.
func sameBody(affil, words []uint32) bool {
	if len(affil) == 0 {
		return false
	}
	named := false
	for _, h := range affil {
		if at := sort.Search(len(words), func(i int) bool { return words[i] >= h }); at < len(words) && words[at] == h {
			if !bodyStems[h] {
				return true
			}
			named = true
		}
	}
	return named && len(affil) == len(words) && shared(affil, words) == 1
}
