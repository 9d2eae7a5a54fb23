package ledger

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// The words for that somebody leaves a post: of their own accord, by a verb that needs a second word, or because others say so.
var (
	exitStems   = setOfStems("resign resignation retire retirement quit departure ouster dismissal firing sacking removal")
	downStems   = setOfStems("step stand stood")
	ousterStems = setOfStems("fire sack dismiss oust remove replace")
	leaveStems  = setOfStems("leave vacate relinquish quit")
	postStems   = setOfStems("post job role office position administration government cabinet council leadership")
	// receivingStems are what others do with a resignation than who leaves.
	receivingStems = setOfStems("accept accepted refuse reject demand seek receive want urge announce confirm welcome call")
	// futureStems tell of a day on which it takes effect rather than of that on which it was told.
	futureStems = setOfStems("departure retire retirement leave replace")
)

// exits marks the mentions of that somebody leaves a post, whose it is, and the verbs that only carry them: "submitted his resignation".
func (x *extractor) exits() {
	defer x.onlyLeaver()
	for k := range x.e.events {
		it := &x.e.events[k]
		ev := &x.e.r.Events[it.n]
		who, is := x.leaver(it, ev)
		if !is {
			continue
		}
		if body := x.bodyLeaving(ev); who == nil && body != 0 {
			who = []uint32{body}
		} else if group := x.groupLeaving(ev); who == nil && group != 0 {
			who = []uint32{group}
		}
		it.exit, it.deed, it.measure = true, noDeed, 0
		it.set(nil, who, nil)
		if futureStems[it.trigger[0]] {
			it.start, it.end, it.from, it.to = unknownDay, unknownDay, 0, 0
		}
		for i := range x.e.events {
			o := &x.e.events[i]
			held := func(p resolve.Participant) bool { return p.Span.Contains(ev.Trigger) }
			if o != it && o.sentence == it.sentence && o.deed == noDeed && slices.ContainsFunc(x.e.r.Events[o.n].Targets, held) {
				o.carrier = true
			}
		}
	}
}

// handsIn reports whether a verb right before a resignation is that of who hands it in: "handed in his resignation".
func (x *extractor) handsIn(o, ev *resolve.Event) bool {
	if o.Trigger.End >= ev.Trigger.Start || ev.Trigger.Start-o.Trigger.End > 12 {
		return false
	}
	switch strings.TrimPrefix(strings.TrimSpace(x.a.Text[o.Trigger.End:ev.Trigger.Start]), "in ") {
	case "his", "her", "their", "its":
		return true
	}
	return false
}

// leavingBodies are bodies that leave office as one.
var leavingBodies = setOfStems("cabinet government board council committee leadership")

// bodyLeaving is the word for the body that leaves office as a whole, "the cabinet's resignation", or 0: who leaves is no person.
func (x *extractor) bodyLeaving(ev *resolve.Event) uint32 {
	for _, p := range ev.Actors {
		if ws := x.within(p.Span); len(ws) > 0 && len(ws) < 4 && p.Role == "" {
			for _, w := range ws {
				if leavingBodies[w.stem] {
					return joinHash(139, []uint32{w.stem})
				}
			}
		}
	}
	return 0
}

// staffWords are nouns for those who work for somebody, by any of which reports call them.
var staffWords = setOfStems("staff staffer employee worker workforce personnel")

// groupLeaving is the noun for several who leave and have no names, "three senior researchers have resigned", or 0: they are not the one whom others dismissed.
func (x *extractor) groupLeaving(ev *resolve.Event) uint32 {
	for _, p := range ev.Actors {
		text := p.Text(x.a.Text)
		if at := behindNoun.FindStringIndex(text); at != nil && at[0] > 0 && !onlyCounts(text[:at[0]]) {
			text = text[:at[0]]
		}
		ws := words(text)
		if p.Role != "" || len(ws) == 0 {
			continue
		}
		last := ws[len(ws)-1]
		switch t := strings.ToLower(last.Text(text)); {
		case staffWords[last.stem]:
			return hashString("staff who leave")
		case !last.upper && strings.HasSuffix(t, "s") && !strings.HasSuffix(t, "ss") && !pronouns[t]:
			return joinHash(139, []uint32{last.stem})
		}
	}
	return 0
}

// ousts reports whether a verb that may be one of saying has a person for its object: "dismissed Justice Minister Ida Orr", and no report.
func (x *extractor) ousts(ev *resolve.Event) bool {
	ws := x.within(ev.Trigger)
	return len(ws) == 1 && ousterStems[ws[0].stem] && x.named(ev.Targets) != nil
}

// onlyLeaver gives the mentions that do not name who leaves the only one of whom the report tells that: "the former general is stepping down".
func (x *extractor) onlyLeaver() {
	var only []uint32
	for k := range x.e.events {
		it := &x.e.events[k]
		if !it.exit || len(it.victims) == 0 {
			continue
		}
		if only != nil && only[0] != it.victims[0] {
			return
		}
		only = it.victims
	}
	for k := range x.e.events {
		it := &x.e.events[k]
		other := slices.ContainsFunc(x.e.r.Events[it.n].Actors, func(p resolve.Participant) bool { return x.introduced(p) && !x.holderOf(p) }) || strings.Contains(it.sentence.Text(x.a.Text), " also ")
		if it.exit && len(it.victims) == 0 && only != nil && !other {
			it.set(nil, only, nil)
		}
	}
}

// holderOf reports whether a participant is the one who holds a post of somebody: "Norland's defence minister".
func (x *extractor) holderOf(p resolve.Participant) bool {
	t := p.Text(x.a.Text)
	return containsAny(t, "'s ", "’s ") && x.holdsPost(p) && !strings.HasSuffix(t, "s")
}

// leaver is the family name of who leaves a post by a mention, nil where the words give none, and whether the mention tells that.
func (x *extractor) leaver(it *eventItem, ev *resolve.Event) (who []uint32, is bool) {
	if len(it.trigger) == 0 || it.kind == "ASSAULT" && !ousterStems[it.trigger[0]] {
		return nil, false
	}
	w := it.trigger[0]
	switch {
	case ousterStems[w]:
		who = x.named(ev.Targets)
		return who, who != nil
	case downStems[w]:
		t := ev.Trigger.Text(x.a.Text) + x.a.Text[ev.Trigger.End:min(len(x.a.Text), ev.Trigger.End+6)]
		if !containsAny(t, " down", " aside") {
			return nil, false
		}
	case leaveStems[w] && len(ev.Targets) > 0:
		if !slices.ContainsFunc(ev.Targets, func(p resolve.Participant) bool { return x.holdsAny(p.Span, postStems) }) {
			return nil, false // "quit the alliance"
		}
	case !exitStems[w]:
		return nil, false
	}
	who = x.named(ev.Actors)
	for i := range x.e.r.Events {
		o := &x.e.r.Events[i]
		if o == ev || !it.sentence.Contains(o.Trigger) || !x.handsIn(o, ev) && !slices.ContainsFunc(o.Targets, func(p resolve.Participant) bool { return p.Span.Contains(ev.Trigger) }) {
			continue
		}
		if by := x.named(o.Actors); x.holdsAny(o.Trigger, receivingStems) {
			if shared(by, who) > 0 {
				who = nil // "President Pell accepted her resignation": not his own
			}
			return who, true
		} else if who == nil {
			who = by // "Ida Brun, the envoy, submitted her resignation"
		}
	}
	if who == nil && !slices.ContainsFunc(ev.Actors, func(p resolve.Participant) bool { return !pronouns[strings.ToLower(p.Text(x.a.Text))] }) {
		who = x.subjectNamed(it.sentence)
	}
	return who, true
}

func (x *extractor) holdsAny(s article.Span, stems map[uint32]bool) bool {
	return slices.ContainsFunc(x.within(s), func(w word) bool { return stems[w.stem] })
}

// named is the family name of the last of some participants who is a person that is named, or nil.
func (x *extractor) named(ps []resolve.Participant) []uint32 {
	for _, p := range slices.Backward(ps) {
		if p.Role != "" {
			continue
		}
		if family := x.family(p.Span, p.Name); family != 0 {
			return []uint32{family}
		}
		if rest := x.a.Text[p.End:]; strings.HasPrefix(rest, ", ") { // "the mayor of Varr, Ida Brun, resigned"
			if s := x.apposedName(p.End + 2); s.Len() > 0 {
				return []uint32{x.family(s, s.Text(x.a.Text))}
			}
		}
	}
	return nil
}

// subjectNamed is the family name of the person whom a sentence opens with in apposition: "Ida Brun, the special envoy for Varr, submitted her resignation".
func (x *extractor) subjectNamed(sentence article.Span) []uint32 {
	at := sentence.Start
	if _, after, ok := strings.Cut(sentence.Text(x.a.Text), ") - "); ok { // a dateline
		at = sentence.End - len(after)
	}
	if s := x.apposedName(at); s.Len() > 0 {
		return []uint32{x.family(s, s.Text(x.a.Text))}
	}
	return nil
}

// apposedName is the name of a person, two words or three, that begins at a place and ends at a comma, or nothing.
func (x *extractor) apposedName(at int) article.Span {
	ws := x.within(article.Span{Start: at, End: min(len(x.a.Text), at+60)})
	for n := 2; n <= 3 && n <= len(ws); n++ {
		s := article.Span{Start: at, End: ws[n-1].End}
		if ws[0].Start == at && ws[n-1].upper && ws[n-2].upper && strings.HasPrefix(x.a.Text[s.End:], ", ") && x.family(s, s.Text(x.a.Text)) != 0 {
			return s
		}
	}
	return article.Span{}
}

// family is the family name of a person who is called so, or 0: not of a place, an office or a body.
func (x *extractor) family(at article.Span, name string) uint32 {
	ws := words(name)
	if len(ws) == 0 || len(ws) > 5 || x.placeAt(at) != nil || strings.Contains(name, " of ") || strings.HasPrefix(name, "The ") || strings.HasPrefix(name, "the ") {
		return 0
	}
	for _, w := range ws {
		if !w.upper {
			return 0
		}
	}
	last := foldString(ws[len(ws)-1].Text(name))
	if len(last) == 1 || len(ws) == 1 && !x.isName(ws[0].stem) {
		return 0
	}
	if pronouns[last] || honorific[last] || departments[last] || ranks[last] || manyChairs[last] || oneChairs[last] {
		return 0 // an office or a title alone
	}
	return hashString(last)
}

// exitsOff reports whether one of two mentions names who does not leave, or is not arrested or the like, and the other tells that somebody without a name did: they are of
// two, in two reports or in two sentences of one ("arrested six farmers", "the farmers' leader, Wim Castor, was not arrested").
func exitsOff(ea *entry, a *eventItem, eb *entry, b *eventItem) bool {
	stays := func(e *entry, it *eventItem) bool {
		s := e.r.Events[it.n].Status
		return s == resolve.DidNotHappen || s == resolve.Denied
	}
	one := a.exit && b.exit && ea != eb || a.fate != noFate && a.fate == b.fate && a.sentence != b.sentence
	return one && (len(a.victims) == 0) != (len(b.victims) == 0) && stays(ea, a) != stays(eb, b)
}

// exitDays is for how many days reports of one departure may lie apart.
const exitDays = 60

// oneExit reports whether two mentions tell that one person leaves a post, whatever the word for it and whatever stage it has come to.
func oneExit(ea *entry, a *eventItem, eb *entry, b *eventItem) bool {
	return a.exit && b.exit && shared(a.victims, b.victims) > 0 && ea.day != unknownDay && eb.day != unknownDay && daysApart(ea, eb) <= exitDays && dot(ea.vec, eb.vec) >= oneMatter
}
