package ledger

import "strings"

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
