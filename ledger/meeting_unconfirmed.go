package ledger

import (
	"slices"
)

// Claims that nobody confirms.

// Unconfirmed are the claims of a story that nobody independent confirms: all who say so are parties
// to the event, or there is at most one origin and it is unnamed; and nobody else who is named says it more exactly.
func (v *View) Unconfirmed(story string) []Claim {
	var out []Claim
	meetings := v.Meetings(story)
	for _, c := range v.ClaimsOf(story) {
		if v.IsUnconfirmed(&c) && !v.ConfirmedElsewhere(&c, meetings) {
			out = append(out, c)
		}
	}
	return out
}

// ConfirmedElsewhere reports whether, of the meetings of its story, a claim meets another that says all that it says, by somebody else who is named and no party to the event.
func (v *View) ConfirmedElsewhere(c *Claim, meetings []Meeting) bool {
	for i := range meetings {
		m := &meetings[i]
		other := m.B
		if m.B == c.ID {
			other = m.A
		}
		more := m.Kind == Narrower && m.A == c.ID || m.Kind == Wider && m.B == c.ID // the other says all that this one says
		if !more || m.A != c.ID && m.B != c.ID {
			continue
		}
		set, ok := v.lookup('c', other)
		if !ok {
			continue
		}
		o := v.origins(set)
		for _, en := range o.Ends {
			if en.Party == "" && (en.Kind == EndSource && !v.unnamed(en.Source)) && !sharesEnd(c, &en) {
				return true
			}
		}
	}
	return false
}

// sharesEnd reports whether a claim has an origin already.
func sharesEnd(c *Claim, en *Origin) bool {
	return slices.ContainsFunc(c.Origins.Ends, func(o Origin) bool { return o.Source != "" && o.Source == en.Source || o.Name == en.Name })
}

// IsUnconfirmed reports whether nobody independent confirms a claim, as [View.Unconfirmed] says.
func (v *View) IsUnconfirmed(c *Claim) bool {
	switch c.Stance {
	case "confirms": // who admits a thing of his own
		if set, ok := v.lookup('c', c.ID); ok && v.admitted(v.claim[v.claimSets[set][0]]) {
			return false
		}
	case "denies", "rejects", "demands", "promises", "threatens", "asks", "leaves open": // nobody says that it is so
		return false
	}
	if v.onlyAnswers(c) { // "there was no truth to the allegation", "it did not carry out the bombing"
		return false
	}
	return c.Origins.Party || c.Origins.High == 1 && v.unnamed(c.Origins.Ends[0].Source)
}

// onlyAnswers reports whether a claim says no more than that what others say is not so, or a party to the event that it did not do it.
func (v *View) onlyAnswers(of *Claim) bool {
	set, ok := v.lookup('c', of.ID)
	if !ok {
		return false
	}
	c := v.claimAtItem(v.claim[v.claimSets[set][0]])
	return c.reply == toAll || c.reply == toItself || c.disputes || of.Origins.Party && c.mostlyDenied()
}

func (v *View) unnamed(source string) bool {
	set, ok := v.lookup('s', source)
	if !ok {
		return false
	}
	at := v.source[v.sourceSets[set][0]]
	return v.entries[at.entry].sources[at.n].s.Anonymous
}
