package ledger

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/gazetteer"
	"sayso/read"
	"sayso/resolve"
)

// Who takes part in a mention, by sides, aims, foes and victims.

func digits(s string) (int, bool) {
	n := 0
	for _, c := range s {
		if c == ',' {
			continue
		}
		if c < '0' || c > '9' || n > 1e6 {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, s != "" && (n < 1900 || n > 2100)
}

// weapons may stand between who strikes and the strike.
var weapons = setOf("air aerial drone drones military missile missiles rocket rockets naval navy artillery jet jets fighter fighters aircraft warplane warplanes plane planes helicopter helicopters gunship gunships warship warships force forces troops army")

// sides are the countries that act, by the participants and the words before a noun: "Israeli raids", "U.S. air strikes".
func (x *extractor) sides(ev *resolve.Event, d deed) []uint32 {
	var out []uint32
	add := func(s article.Span) {
		for i := range x.e.r.Places {
			p := &x.e.r.Places[i]
			if p.Country != "" && (p.Precision == "country" || p.Role == read.Actor) && s.Contains(p.Span) && p.Role != read.Location {
				out = append(out, hashString("country "+p.Country))
			}
		}
		for _, w := range x.within(s) {
			if w.upper {
				if c := gazetteer.Demonym(gazetteer.Fold(nil, w.Text(x.a.Text))); c != "" {
					out = append(out, hashString("country "+c))
				}
			}
		}
	}
	for _, p := range ev.Actors {
		if p.Role == "" && !x.partIn(p.End, ev.Trigger.Start) {
			add(x.head(p.Span))
			out = append(out, x.movement(x.head(p.Span))...)
		}
	}
	if ws := x.wordsBefore(ev.Trigger, 6); len(ws) > 0 && len(out) == 0 && (d == blow || d == otherDeed) {
		n := len(ws)
		for n > 0 && (weapons[ws[n-1].Text(x.a.Text)] || n < len(ws) && ws[n-1].digit || len(ws[n-1].Text(x.a.Text)) == 1) { // "a Thai F-16 fighter jet bombed"
			n--
		}
		ws = ws[max(0, n-3):n]
		for k := len(ws) - 1; k >= 0 && ws[k].upper; k-- {
			add(ws[k].Span)
		}
		if len(out) == 0 {
			out = x.label(ws)
		}
	}
	if o := x.launchOf(ev); o != nil && len(out) == 0 && d != noDeed {
		out = x.sides(o, noDeed)
	}
	return sortedSet(out)
}

// partIn reports whether words tell whether somebody had a part in a deed: "Norland has denied any role in the attack" has Norland attack nobody.
func (x *extractor) partIn(from, to int) bool {
	return from < to && to-from < 60 && containsAny(x.a.Text[from:to], " part in ", " role in ", " involvement in ", " hand in ", " responsibility for ", " knowledge of ", " link to ", " links to ")
}

// launchStems are the verbs of who makes an attack that a noun names: "launched rocket attacks".
var launchStems = setOfStems("launch conduct carry mount stage wage unleash fire execute")

// launchOf is the event of the verb by which the noun of an attack is made, or nil.
func (x *extractor) launchOf(ev *resolve.Event) *resolve.Event {
	for i := range x.e.r.Events {
		o := &x.e.r.Events[i]
		if o == ev || o.Trigger.End > ev.Trigger.Start || ev.Trigger.Start-o.Trigger.End > 48 || !slices.ContainsFunc(o.Targets, func(p resolve.Participant) bool { return p.Span.Contains(ev.Trigger) }) {
			continue
		}
		if ws := x.within(o.Trigger); len(ws) > 0 && launchStems[ws[0].stem] {
			return o
		}
	}
	return nil
}

// head is a participant's words up to its first preposition; a site acts for nobody: "a Yemeni fuel port".
func (x *extractor) head(s article.Span) article.Span {
	for _, w := range x.within(s) {
		switch t := w.Text(x.a.Text); {
		case t == "on" || t == "against" || t == "in" || t == "of" || t == "at":
			return article.Span{Start: s.Start, End: w.Start}
		case siteWords[t], calamity(w.stem): // "Norland's worst crash in decades"
			return article.Span{Start: s.Start, End: s.Start}
		}
	}
	return s
}

// movement is the name of a movement that acts: "Houthis", "Houthi rebels". A person's name is none.
func (x *extractor) movement(s article.Span) []uint32 {
	ws := x.within(s)
	for i, w := range ws {
		t := w.Text(x.a.Text)
		many := strings.HasSuffix(t, "s") && peopleShaped(strings.TrimSuffix(t, "s"))
		led := i+1 < len(ws) && !ws[i+1].upper && peopleShaped(t)
		if w.upper && (many || led) && gazetteer.Demonym(gazetteer.Fold(nil, t)) == "" && x.placeAt(w.Span) == nil {
			return []uint32{w.stem}
		}
	}
	return nil
}

// label is the name of a side right before a noun, where it is no country's: "Houthi drone strikes".
func (x *extractor) label(before []word) []uint32 {
	for k := len(before) - 1; k >= 0; k-- {
		w := before[k]
		if !w.upper {
			return nil
		}
		if !x.groupNames()[w.stem] && !peopleShaped(w.Text(x.a.Text)) {
			return nil
		}
		if stopStems[w.stem] || possessive(x.a.Text[w.End:]) > 0 || x.placeAt(w.Span) != nil || w.open && !slices.ContainsFunc(x.ws, func(o word) bool { return o.hash == w.hash && o.upper && !o.open }) {
			return nil
		}
		return []uint32{w.stem}
	}
	return nil
}

// peopleShaped reports whether a word ends as names of peoples and movements do: "Vestan", "Houthi".
func peopleShaped(w string) bool {
	for _, end := range []string{"an", "i", "ese", "ish"} {
		if len(w) > 4 && strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// placeAt is the place whose name s is of, or nil.
func (x *extractor) placeAt(s article.Span) *resolve.Place {
	i, _ := slices.BinarySearchFunc(x.e.r.Places, s.Start, func(p resolve.Place, at int) int { return p.End - 1 - at })
	if i < len(x.e.r.Places) && x.e.r.Places[i].Overlaps(s) {
		return &x.e.r.Places[i]
	}
	return nil
}

// aims are the words for what is done to and where: "three Iranian nuclear facilities" has Iran as a country.
func (x *extractor) aims(ev *resolve.Event) []uint32 {
	var out []uint32
	for _, p := range ev.Targets {
		for _, w := range x.within(p.Span) {
			t := w.Text(x.a.Text)
			if c := ""; w.upper {
				if c = gazetteer.Demonym(gazetteer.Fold(nil, t)); c != "" {
					out = append(out, hashString("country "+c))
					continue
				}
			}
			if _, number := numberWord[foldString(t)]; !stopStems[w.stem] && !number && !w.digit && x.placeAt(w.Span) == nil {
				out = append(out, w.stem)
			}
		}
	}
	for i := range x.e.r.Places {
		p := &x.e.r.Places[i]
		if ev.Place != nil && p.Span == ev.Place.Span || slices.ContainsFunc(ev.Targets, func(t resolve.Participant) bool { return t.Span.Contains(p.Span) }) {
			out = append(out, placeKey(p.Name))
			if p.Country != "" {
				out = append(out, hashString("country "+p.Country))
			}
		}
	}
	return sortedSet(out)
}

// condemnStems are the verbs of those to whom a deed was done, or who did not do it.
var condemnStems = setOfStems("condemn denounce decry deplore slam")

// foes are the countries that condemn an event in its sentence: "Fiji's ministry condemned the air strikes". They did not do it.
func (x *extractor) foes(it *eventItem, ev *resolve.Event) []uint32 {
	for i := range x.e.r.Events {
		o := &x.e.r.Events[i]
		if !it.sentence.Contains(o.Trigger) || o == ev {
			continue
		}
		if ws := x.within(o.Trigger); len(ws) != 1 || !condemnStems[ws[0].stem] || !slices.ContainsFunc(o.Targets, func(p resolve.Participant) bool { return p.Span.Contains(ev.Trigger) }) {
			continue
		}
		return x.sides(o, noDeed)
	}
	return nil
}

// victims are the family names of those killed or dead, or else the words of their names; "people" have none.
func (x *extractor) victims(it *eventItem, ev *resolve.Event) []uint32 {
	if it.deed != death {
		return nil
	}
	if names := x.familiesKilled(it, ev); len(names) > 0 || dieStems[it.word()] {
		return names
	}
	var out []uint32
	for _, p := range ev.Targets {
		for i, w := range x.within(p.Span) {
			if w.upper && !stopStems[w.stem] && (i > 0 || !w.open) {
				out = append(out, w.stem)
			}
		}
	}
	return sortedSet(out)
}
