package ledger

import (
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// That somebody died or was given an office, by the words for it; "confirmed" tells of an office only with "as" behind it.
var (
	dieStems     = setOfStems("die died")
	appointStems = setOfStems("appoint nominate nominated reappoint name install installed")
)

// appoints reports whether a verb gives somebody an office.
func (x *extractor) appoints(verb uint32, ev *resolve.Event) bool {
	return appointStems[verb] || strings.Contains(x.a.Text[ev.Trigger.End:min(len(x.a.Text), ev.Trigger.End+60)], " as ")
}

// gives reports whether a verb that may be one of saying gives somebody an office: "named Eva Kron as the new minister", and no victim.
func (x *extractor) gives(ev *resolve.Event) bool {
	ws := x.within(ev.Trigger)
	return len(ws) == 1 && ev.Type == "OTHER" && fateStems[ws[0].stem] == appointed && x.appoints(ws[0].stem, ev)
}

// familiesKilled are the family names of those whose death a mention tells: of "died" the subject, or the name that the sentence opens with, "Former minister Hella
// Koss, who signed the treaty, died".
func (x *extractor) familiesKilled(it *eventItem, ev *resolve.Event) []uint32 {
	if !dieStems[it.word()] {
		return x.everyName(ev.Targets)
	}
	if names := x.everyName(ev.Actors); len(names) > 0 || len(ev.Actors) > 0 {
		return names
	}
	if who := x.nameBehind(article.Span{Start: it.sentence.Start, End: it.sentence.Start}); who != 0 {
		return []uint32{who}
	}
	return nil
}

// diesAlone reports whether a mention tells that one person died: of wounds or of age, on a day and at a place that are not those of the incident that its report
// speaks of.
func (it *eventItem) diesAlone() bool { return it.deed == death && it.count < 2 && dieStems[it.word()] }
