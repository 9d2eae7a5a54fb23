package ledger

import (
	"strings"

	"sayso/article"
)

// A deed is what kind of violence a trigger tells: a blow, a death or a wound. Mentions of one kind with one place and one day are one
// event; mentions of other places, days or sides are others, however alike their words.
type deed uint8

const (
	noDeed deed = iota
	blow
	death
	wound
	otherDeed // an ASSAULT by its type
)

var deeds = func() map[uint32]deed {
	m := map[uint32]deed{}
	for d, row := range []string{blow: "strike struck airstrike raid bomb bombard attack hit shell assault blast explode sink torpedo",
		death: "kill die slay murder massacre assassinate", wound: "wound injure injury hurt maim"} {
		for _, w := range strings.Fields(row) {
			m[hash32(stem([]byte(w)))] = deed(d)
		}
	}
	return m
}()

func deedOf(it *eventItem) deed {
	for _, t := range it.trigger {
		if d := deeds[t]; d != noDeed {
			return d
		}
	}
	if it.kind == "ASSAULT" {
		return otherDeed
	}
	return noDeed
}

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
