package ledger

import (
	"slices"
	"strings"

	"sayso/resolve"
)

// Who does violence to whom, as far as nouns tell it: what attackers do to others is another deed than what is done to the attackers, on whatever day
// and by whatever word it is told.

// A role is who takes part in a deed, one bit for each kind of people.
type role uint8

const (
	attackers role = 1 << iota
	troops
	bystanding
	jailed
)

// roleStems are the nouns for each.
var roleStems = func() map[uint32]role {
	m := map[uint32]role{}
	for r, row := range map[role]string{
		attackers: `militant gunman gunmen attacker terrorist insurgent rebel separatist assailant hijacker kidnapper extremist jihadist guerrilla mutineer rioter
			robber bandit raider pirate abductor captor insurgency fighter liberation`,
		troops: "soldier troops army police policeman policemen policewoman guard guards paramilitary trooper marine commando constable military",
		bystanding: `passenger hostage captive civilian villager resident worker miner student pupil child children woman women staff employee teacher traveller
			worshipper shopper tourist pilgrim journalist patient bystander`,
		jailed: "prisoner detainee convict jailed imprisoned",
	} {
		for _, h := range stemsOf(row) {
			m[h] |= r
		}
	}
	return m
}()

// A cast is who does a deed and to whom it is done; 0 where no noun tells.
type cast struct{ by, to role }

// castOf reads who does a deed and who suffers it out of the words for its participants.
func (x *extractor) castOf(it *eventItem, ev *resolve.Event) (c cast) {
	if ev.Nominal || x.nounFor(ev) || it.deed == noDeed && it.measure != released && !frees(it) && !takings[it.word()] || it.deed == wreck {
		return c // who "the attack" is said of is often not who did it
	}
	for _, p := range ev.Actors {
		c.by |= x.roleOf(p)
	}
	for _, p := range ev.Targets[:min(1, len(ev.Targets))] { // "a device explodes on their van and attackers open fire": the further ones are often others'
		c.to |= x.roleOf(p)
	}
	if dieStems[it.word()] {
		c.to, c.by = c.by|c.to, 0
	}
	return c
}

// putToDeath reports whether a mention tells that people are executed: no warrant, and no plan.
func (x *extractor) putToDeath(it *eventItem, ev *resolve.Event) bool {
	return it.word() == executeStem && slices.ContainsFunc(ev.Targets, func(p resolve.Participant) bool { return x.roleOf(p) != 0 || x.numbered(p) > 1 })
}

var executeStem = hash32(stem([]byte("execute")))

// frees reports whether a mention tells that people were set free or rescued.
func frees(it *eventItem) bool { return len(it.trigger) > 0 && releaseStems[it.trigger[0]] }

// roleOf is the kind of people that a participant's nouns and its name tell, before what they are of: "fighters of the army" are none of it.
func (x *extractor) roleOf(p resolve.Participant) (r role) {
	if p.Role != "" {
		return 0
	}
	text := p.Text(x.a.Text)
	if at := behindNoun.FindStringIndex(text); at != nil && at[0] > 0 {
		if before := text[:at[0]]; onlyCounts(before) {
			text = text[at[1]:] // "27 of the attackers"
		} else {
			text = before
		}
	}
	if name := p.Name; name != text && pronouns[strings.ToLower(text)] {
		text = name
	}
	for _, h := range stemsOf(text) {
		k := roleStems[h]
		if k == attackers && strings.Contains(text, "ighter ") && containsAny(text, " jet", " plane", " aircraft") {
			k = 0 // "a fighter jet"
		}
		r |= k
	}
	if r&attackers != 0 {
		r = attackers // "a rebel army", "the militants' guards"
	}
	return r
}

// nounFor reports whether a trigger is a noun for a blow, behind its article: "died in the attack".
func (x *extractor) nounFor(ev *resolve.Event) bool {
	return oneBlowNouns[strings.TrimSuffix(strings.ToLower(ev.Trigger.Text(x.a.Text)), "s")] && slices.ContainsFunc(x.wordsBefore(ev.Trigger, 3), func(w word) bool {
		t := strings.ToLower(w.Text(x.a.Text))
		return t == "the" || t == "a" || t == "an" || t == "this" || t == "that"
	})
}

// onlyCounts reports whether words tell no more than how many of what follows: "all but one", "dozens".
func onlyCounts(words string) bool {
	for _, w := range strings.Fields(strings.ToLower(words)) {
		if _, number := numberWord[w]; !number && (w[0] < '0' || w[0] > '9') && !quantities[w] {
			return false
		}
	}
	return true
}

// quantities are words that stand with numbers, or for them.
var quantities = setOf("all but at least most more than some many about nearly almost over dozens hundreds scores both each several few a the total number")

// rolesApart reports whether two deeds have other parts for one kind of people: "soldiers killed 12 gunmen", "gunmen killed nine workers".
func rolesApart(a, b cast) bool {
	apart := func(x, y role) bool {
		return x == attackers && y != 0 && y&attackers == 0 || y == attackers && x != 0 && x&attackers == 0
	}
	return apart(a.by, b.by) || apart(a.to, b.to) || a.by&b.to&attackers != 0 || a.to&b.by&attackers != 0 || a.to == jailed && b.to == bystanding || b.to == jailed && a.to == bystanding
}
