package ledger

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// A story of one disaster can have a second one: "a second explosion on Thursday killed three rescuers, two days after a blast there killed
// 41". Its dead are no part of the first one's toll, and what both cost is a running total.

// againSpan is the words of f's sentence that tell of another incident of the kind spoken of before, where f counts its dead; or empty.
func (e *entry) againSpan(f *resolve.Figure, s article.Span) article.Span {
	if f.Background {
		return article.Span{}
	}
	text := e.r.Article.Text
	if secondCraft(s.Text(text)) || secondBlow(text[s.Start:f.Start]) {
		end := s.End
		for _, w := range []string{" where ", " in which ", " after "} {
			if k := strings.Index(text[s.Start:end], w); k >= 0 {
				end = s.Start + k
			}
		}
		if f.Start < end {
			return article.Span{Start: s.Start, End: end}
		}
	}
	for i := range e.events {
		it := &e.events[i]
		at := e.r.Events[it.n].Trigger
		if it.sentence != s || it.ordinal != another && it.ordinal != 2 || !disasters[lastWord(at.Text(text))] {
			continue
		}
		end := s.End
		for _, w := range turnsBack {
			if k := strings.Index(text[at.End:end], w); k >= 0 {
				end = at.End + k
			}
		}
		if f.Start < end {
			return article.Span{Start: s.Start, End: end}
		}
	}
	return article.Span{}
}

// secondCraft reports whether a sentence opens with another boat or the like that is lost: "A second boat sank off Marn on Thursday".
func secondCraft(sentence string) bool {
	fields := strings.Fields(strings.ToLower(behindDateline(sentence)))
	if len(fields) < 4 || !(fields[0] == "a" && fields[1] == "second") && fields[0] != "another" {
		return false
	}
	for i := 1; i < 6 && i+1 < len(fields); i++ {
		if lostCraft[fields[i]] {
			return kindOfStem[hash32(stem([]byte(fields[i+1])))]&(ofSinking|ofCrash) != 0
		}
	}
	return false
}

// secondBlow reports whether words before a count tell of another blow by what struck: "A second bomb killed".
func secondBlow(before string) bool {
	fields := strings.Fields(strings.ToLower(behindDateline(before)))
	for i, w := range fields {
		if w != "second" && w != "another" {
			continue
		}
		if w == "second" && (i == 0 || fields[i-1] != "a" && fields[i-1] != "the") {
			continue
		}
		for j := i + 1; j < len(fields) && j < i+4; j++ {
			if striking[strings.Trim(fields[j], ",")] {
				return true
			}
		}
	}
	return false
}

// striking are what kills where it strikes.
var striking = setOf("bomb bomber missile rocket shell drone mine grenade device")

// lostCraft are what sinks or crashes.
var lostCraft = setOf("boat ship ferry vessel dinghy bus train plane aircraft helicopter truck car coach lorry")

// lastWord is the last word of a trigger, lowered: "strike" of "air strike".
func lastWord(trigger string) string {
	fields := strings.Fields(strings.ToLower(trigger))
	if len(fields) == 0 {
		return ""
	}
	return fields[len(fields)-1]
}

// disasters are nouns for what strikes once: a second one is another incident.
var disasters = setOf("explosion blast quake earthquake tremor collapse landslide avalanche eruption fire blaze bombing attack strike raid airstrike shooting crash derailment rockfall cave-in mudslide flood cyclone storm hurricane typhoon tornado stampede crush shipwreck sinking")

// turnsBack are words with which a sentence goes on to what happened before.
var turnsBack = []string{" where ", " in which ", " after ", " that ", " which ", " following "}

// opensAgain reports whether a unit tells of a second incident, on a day of its own later than that of every occasion that a sentence counts
// for, so that it is none of them.
func (u *unit) opensAgain(o *occasion) bool {
	return u.again && u.exact && u.first > o.first && !o.again
}

// ofAgain is the occasion, told as a second incident, that a unit told so belongs to, or -1: its words or its number are that one's.
func (u *unit) ofAgain(all []occasion, units []unit) int {
	for k := len(all) - 1; k >= 0 && u.again; k-- {
		o := &all[k]
		if o.again && o.first <= u.last && u.first <= o.last+againWithin && (toldIn(u, o, units) || u.exact && u.first == o.first) {
			return k
		}
	}
	return -1
}

// ofBefore is the latest occasion of the day and the number that a sentence recalls beside a second incident, or -1.
func (u *unit) ofBefore(all []occasion, units []unit) int {
	for k := len(all) - 1; k >= 0 && u.recalled; k-- {
		if o := &all[k]; u.first <= o.last+1 && o.first <= u.last+1 && toldIn(u, o, units) {
			return k
		}
	}
	return -1
}

// againWithin is for how many days a second incident is told as "a new explosion".
const againWithin = 3

// several reports whether a sentence speaks of more than one incident: "the blasts killed 45", "the toll of both explosions".
func several(sentence string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(sentence), func(r rune) bool { return r < 'a' || r > 'z' }) {
		if one, ok := strings.CutSuffix(w, "s"); ok && disasters[one] {
			return true
		}
	}
	return false
}

// ofSeveral reports whether a count is of several blows with tolls of their own, and no lower than the total of such that was told last.
func (o *occasions) ofSeveral(p, latest *Point) bool {
	return o.several && p.Low > 2 && !p.Old && p.several && (latest == nil || p.Low >= latest.Low)
}

// ofMore reports whether a count told on a day is of the story's incident and of a second one after it: a total, or of several by its sentence.
func (o *occasions) ofMore(p *Point, day int32, total bool) bool {
	if o.single < 0 || p.Low < 3 || !total && !several(p.context) {
		return false
	}
	return slices.ContainsFunc(o.all, func(x occasion) bool { return x.again && x.first <= day })
}
