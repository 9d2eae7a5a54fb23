package ledger

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// A fate is what befalls a person by those who may, or by death: one event of that person under any word, "arrested", "detained", "taken into custody".
type fate uint8

const (
	noFate fate = iota
	inCustody
	suspended
	charged
	impeached
	nominated
	appointed
	dead
)

// fateStems are the words for each; takenStems are verbs that tell it only with what follows them, "taken into custody", "placed on leave".
var (
	fateStems = func() map[uint32]fate {
		m := map[uint32]fate{}
		for f, row := range []string{inCustody: "arrest arrested detain detained detention apprehend", suspended: "suspend suspended suspension", charged: "charge charged indict indicted indictment",
			impeached: "impeach impeached impeachment", nominated: "nominate nominated nomination", appointed: "appoint appointment name reappoint install installed confirm", dead: "dead"} {
			for _, w := range strings.Fields(row) {
				m[hash32(stem([]byte(w)))] = fate(f)
			}
		}
		return m
	}()
	takenStems = setOfStems("take taken took place placed put")
	// posts are words for whom somebody suspends that are no chairs, beside nouns in "er" and their like.
	posts = setOf("official officials judge judges pilot pilots captain captains aide aides coach coaches student students mp mps member members staff head policeman policemen envoy principal doctor doctors nurse nurses clerk clerks agent agents guard guards")
)

// fates marks the mentions of what is done to persons, with their family names. Who is not named is the only one whom the report goes on to name.
func (x *extractor) fates() {
	for k := range x.e.events {
		it := &x.e.events[k]
		ev := &x.e.r.Events[it.n]
		if it.deed == death && !it.many && it.count < 2 && len(x.familiesKilled(it, ev)) == 1 {
			it.fate = dead
		}
		if it.deed != noDeed || it.exit || it.decides != noDecider || len(it.trigger) == 0 {
			continue
		}
		f := x.fateOf(it, ev)
		if f == noFate {
			continue
		}
		names := x.everyName(ev.Targets)
		if len(names) == 0 && !ev.Nominal {
			for _, p := range append(slices.Clone(ev.Targets), resolve.Participant{Span: ev.Trigger}) {
				if who := x.nameBehind(p.Span); who != 0 && !(f >= impeached && introducing[firstWord(x.a.Text[ev.Trigger.End:])]) { // not "a rural Catholic doctor"
					names = []uint32{who} // "suspended police chief Ola Berg", "charged Admiral Ida Orr with murder"
					break
				}
			}
		}
		if ev.Nominal && len(names) == 0 {
			names = x.everyName(ev.Actors) // "his arrest"
		}
		if len(names) == 0 && (f == suspended && !slices.ContainsFunc(ev.Targets, x.holdsPost) || f >= impeached) {
			continue // "suspended flights", "named the ship"
		}
		it.fate, it.place = f, nil // whose post it was, and where, is told with it
		it.set(it.sides, names, nil)
		if f == charged && ev.Status == resolve.Denied {
			it.spoken = true // who denies the charges says not that they were not brought
		}
	}
	for f := inCustody; f <= appointed; f++ {
		x.onlyHeld(f)
	}
}

func (x *extractor) fateOf(it *eventItem, ev *resolve.Event) fate {
	switch f := fateStems[it.trigger[0]]; {
	case (f == appointed || f == nominated) && !ev.Nominal && !x.appoints(it.trigger[0], ev):
		return noFate
	case f != noFate:
		return f
	}
	if takenStems[it.trigger[0]] {
		switch after := x.a.Text[ev.Trigger.End:min(len(x.a.Text), ev.Trigger.End+40)]; {
		case strings.HasPrefix(after, " into custody"), strings.HasPrefix(after, " under arrest"), strings.HasPrefix(after, " under house arrest"):
			return inCustody
		case strings.HasPrefix(after, " on ") && strings.Contains(after, " leave"):
			return suspended
		}
	}
	return noFate
}

// nameBehind is the family name of the person whose name ends the words of a span before a preposition, or follows it at once, or 0.
func (x *extractor) nameBehind(s article.Span) uint32 {
	ws := x.within(article.Span{Start: s.Start, End: min(len(x.a.Text), s.End+50)})
	var name []word
	for i, w := range ws {
		initial := i > 0 && ws[i-1].upper && ws[i-1].Len() == 1 // "Ida B. Orr"
		if i > 0 && !initial && strings.ContainsAny(x.a.Text[ws[i-1].End:w.Start], ",.;:\n\"“") || within[w.Text(x.a.Text)] {
			break
		}
		switch {
		case w.upper && w.Start >= s.Start && !(i == 0 && w.open):
			name = append(name, w)
		case len(name) > 1:
			name = name[max(0, len(name)-2):]
			at := article.Span{Start: name[0].Start, End: name[len(name)-1].End}
			return x.family(at, at.Text(x.a.Text))
		case w.Start >= s.End+25:
			return 0
		default:
			name = nil
		}
	}
	if len(name) < 2 {
		return 0
	}
	name = name[max(0, len(name)-2):]
	at := article.Span{Start: name[0].Start, End: name[len(name)-1].End}
	return x.family(at, at.Text(x.a.Text))
}

var introducing = setOf("a an another")

// everyName is the family names of all participants who are persons that are named.
func (x *extractor) everyName(ps []resolve.Participant) (out []uint32) {
	for i := range ps {
		out = append(out, x.named(ps[i:i+1])...)
	}
	return sortedSet(out)
}

// holdsPost reports whether a participant is somebody by his post.
func (x *extractor) holdsPost(p resolve.Participant) bool {
	for _, w := range x.within(p.Span) {
		t := strings.ToLower(w.Text(x.a.Text))
		switch one := strings.TrimSuffix(t, "s"); {
		case posts[t], manyChairs[one], oneChairs[one], ranks[one]:
			return true
		case strings.HasSuffix(one, "er") || strings.HasSuffix(one, "or") || strings.HasSuffix(one, "ist") || strings.HasSuffix(t, "man") || strings.HasSuffix(t, "men"):
			return !things[w.stem] && len(t) > 4
		case within[t]:
			return false
		}
	}
	return false
}

// onlyHeld gives a mention of one person without a name the only one whom the report then names for the same: "arrested the manager of the works", "Ola Berg,
// 51, was detained at home".
func (x *extractor) onlyHeld(f fate) {
	var only []uint32
	for k := range x.e.events {
		it := &x.e.events[k]
		switch {
		case it.fate != f || len(it.victims) == 0 || it.background:
		case only == nil && len(it.victims) == 1:
			only = it.victims
		case only == nil || !slices.Equal(only, it.victims):
			return
		}
	}
	for k := range x.e.events {
		it := &x.e.events[k]
		if it.fate != f || len(it.victims) > 0 || only == nil || it.coming || it.background {
			continue
		}
		ps := x.e.r.Events[it.n].Targets
		if len(ps) == 0 && !x.definite(it) || len(ps) == 1 && !x.single(ps[0]) || len(ps) > 1 {
			continue
		}
		it.set(it.sides, only, it.objects)
	}
}

// single reports whether a participant is one person who is not set apart from others: "the manager", "a man"; not "two men", "another man".
func (x *extractor) single(p resolve.Participant) bool {
	ws := x.within(p.Span)
	if len(ws) < 2 {
		return false
	}
	switch strings.ToLower(ws[0].Text(x.a.Text)) {
	case "the", "a", "an", "its", "his", "her", "their":
	default:
		return false
	}
	last := ws[len(ws)-1]
	for i, w := range ws {
		if t := strings.ToLower(w.Text(x.a.Text)); anotherWords[t] || t == "other" || numberWord[t] > 1 {
			return false
		} else if i > 0 && within[t] {
			last = ws[i-1]
			break
		}
	}
	return !strings.HasSuffix(last.Text(x.a.Text), "s")
}

// fateDays is for how many days reports of one fate lie apart.
const fateDays = 60

// oneFate reports whether two mentions in reports of one matter tell the same of one person, whatever stage it has come to.
func oneFate(ea *entry, a *eventItem, eb *entry, b *eventItem) bool {
	return a.fate != noFate && a.fate == b.fate && shared(a.victims, b.victims) > 0 && ea.day != unknownDay && eb.day != unknownDay &&
		daysApart(ea, eb) <= fateDays && dot(ea.vec, eb.vec) >= oneMatter
}

// fatesOff reports whether one of two mentions tells what is done to a person and the other is of another kind, or one names the person and the other, in another report,
// tells of several or of nobody known.
func fatesOff(a, b *eventItem) bool {
	return a.fate != b.fate && (a.fate == suspended || b.fate == suspended || a.fate != noFate && b.fate != noFate)
}

// fateKeys are by what mentions of one person's fate find each other.
func (it *eventItem) fateKeys(keys []uint32) []uint32 {
	if it.fate == noFate {
		return keys
	}
	for _, who := range it.victims[:min(3, len(it.victims))] {
		keys = append(keys, joinHash(131, []uint32{uint32(it.fate), who}))
	}
	return keys
}
