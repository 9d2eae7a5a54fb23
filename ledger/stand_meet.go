package ledger

import (
	"fmt"
	"slices"
	"strings"

	"sayso/read"
	"sayso/resolve"
)

// Two who hold what cannot both be held stand against each other though neither repeats the other's words: "all aircraft returned safely", "three jets
// were shot down"; "a ban is not on the table", "the government is considering a ban"; "an Ardalian bomb hit the market", "the market was hit by a stray
// rocket of Norland's".

// A damage is what a content tells of a deed that damaged a thing, and whose it was.
type damage struct {
	things []uint32 // damaged, sorted
	doer   uint32   // see sideKey
	called string   // the doer's words
	the    bool     // the thing was told of before
}

// standsOfClaim is the stands of one content.
func (e *entry) standsOfClaim(n int32) []stand {
	all := e.standsOf()
	from, _ := slices.BinarySearchFunc(all, n, func(s stand, n int32) int { return int(s.claim - n) })
	to := from
	for to < len(all) && all[to].claim == n {
		to++
	}
	return all[from:to]
}

// standKeys are by what a content is held against others for what it holds.
func (v *View) standKeys(at item) (keys []uint32) {
	e := v.entries[at.entry]
	for i := range e.standsOfClaim(at.n) {
		switch st := &e.standsOfClaim(at.n)[i]; st.issue {
		case onHarm, onCraft, onTest, onArms, onRecords, onPlan:
			keys = append(keys, joinHash(101, []uint32{uint32(st.issue)}))
		case onLife:
			keys = append(keys, joinHash(101, []uint32{uint32(st.issue), st.key}))
		}
	}
	for _, b := range e.blowsIn(&e.claims[at.n]) {
		for _, h := range b.things {
			keys = append(keys, joinHash(103, []uint32{h}))
		}
	}
	return keys
}

// countered is why two contents of two sources cannot both be so by what they hold, or "".
func (v *View) countered(ia, ib item) string {
	ea, eb := v.entries[ia.entry], v.entries[ib.entry]
	a, b := &ea.claims[ia.n], &eb.claims[ib.n]
	if a.source < 0 && b.source < 0 || v.oneSource(ia, ib) || daysApart(ea, eb) > exclusiveDays || ea.day == unknownDay || eb.day == unknownDay {
		return ""
	}
	for _, x := range ea.standsOfClaim(ia.n) {
		for _, y := range eb.standsOfClaim(ib.n) {
			if x.issue == y.issue && x.so != y.so && v.standsAgainst(standAt{&x, ia.entry}, standAt{&y, ib.entry}) {
				return fmt.Sprintf("the earlier says %s, the later %s", issuePhrases[x.issue][boolInt(!x.so)], issuePhrases[x.issue][boolInt(x.so)])
			}
		}
	}
	if v.deniesIt(ia, ib) || v.deniesIt(ib, ia) {
		return notSo(ea, a, eb, b)
	}
	for _, x := range ea.blowsIn(a) {
		for _, y := range eb.blowsIn(b) {
			if v.rivalBlows(ia, x, ib, y) {
				return fmt.Sprintf("they tell of two who did it: “%s” and “%s”", x.called, y.called)
			}
		}
	}
	return ""
}

// standsAgainst reports whether two stands of one issue and two sources cannot both be held.
func (v *View) standsAgainst(a, b standAt) bool {
	ea, eb := v.entries[a.entry], v.entries[b.entry]
	x, y := &ea.claims[a.claim], &eb.claims[b.claim]
	if _, off := commonDay(x.anchor, y.anchor); off != "" {
		return false
	}
	if _, off := commonPlace(ea, x.anchor, eb, y.anchor); off != "" {
		return false
	}
	none, some := a, b
	if a.so {
		none, some = b, a
	}
	switch a.issue {
	case onHarm:
		return len(ea.sides)+len(eb.sides) == 0 && daysApart(ea, eb) <= 1 && v.harmApart(none, some) && v.oneHappening(a.entry, b.entry)
	case onCraft:
		return daysApart(ea, eb) <= standDays && v.ownCraft(none, some)
	case onLife:
		return a.key == b.key
	case onPlan:
		return v.plansApart(none, some)
	case onTest, onArms, onRecords:
		return len(commonWord(a.words, b.words)) > standCommon[a.issue]+1
	}
	return false
}

// ownCraft reports whether who says that none was lost speaks of the aircraft or ships that another says were lost.
func (v *View) ownCraft(none, some standAt) bool {
	e, f := v.entries[none.entry], v.entries[some.entry]
	own := e.sideKeys(none.source)
	if none.key != 0 {
		own = []uint32{none.key}
	}
	if some.key != 0 {
		return len(own) == 0 || slices.Contains(own, some.key)
	}
	s := f.sayingOf(&f.claims[some.claim])
	return craftKind(e, none) == craftKind(f, some) && !ownLosses.MatchString(s.low)
}

// craftKind tells aircraft from ships.
func craftKind(e *entry, a standAt) int {
	s := e.sayingOf(&e.claims[a.claim])
	return boolInt(shipNouns.MatchString(s.low))
}

// sideKeys is whose body a source of a report is or speaks for, as words for it begin.
func (e *entry) sideKeys(source int32) (out []uint32) {
	if source < 0 {
		return nil
	}
	s := e.sources[source].s
	phrases := s.Affiliation + " " + s.Role
	if s.Kind != resolve.Person {
		phrases += " " + s.Name + " " + s.Description
	}
	for i, w := range strings.Fields(phrases) {
		if w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s"); isUpper(w) && !bodyStems[lastName(w)] && !officeStems[lastName(w)] && (i > 0 || w != "The") {
			out = append(out, sideKey(w))
		}
	}
	return sortedSet(out)
}

// plansApart reports whether who says that a thing is not planned speaks of what another says is.
func (v *View) plansApart(none, some standAt) bool {
	same := len(commonWord(none.words, some.words))
	if same == 0 || same < len(none.words)-len(none.words)/standWords {
		return false
	}
	if same > 1 {
		return true
	}
	f := v.entries[some.entry]
	said := f.sayingOf(&f.claims[some.claim])
	_, names := said.telling()
	names = append(names, lastName(firstWord(said.text)))
	s := v.entries[none.entry].sources[none.source].s
	return anyShared(stemsOf(s.Name+" "+s.Affiliation+" "+s.Role+" "+s.Description), names)
}

// deniesIt reports whether a content says that what another source tells is not so, in all its words and of the same doer.
func (v *View) deniesIt(denial, other item) bool {
	e, f := v.entries[denial.entry], v.entries[other.entry]
	d := &f.claims[other.n]
	if d.att < 0 || !f.assertedBy(d) || f.supposes(d) || d.disputes {
		return false
	}
	for _, st := range e.standsOfClaim(denial.n) {
		if !v.mayBlame(denial, other) || denial.entry == other.entry && (e.retells(&e.claims[denial.n], d) || e.retells(d, &e.claims[denial.n])) {
			return false
		}
		if st.issue != onAny || e.claims[denial.n].att < 0 || len(st.words) < 2 || !v.sameDoer(denial, &st, other) {
			continue
		}
		if st.tense == inPresent { // how things stand on one day
			if t := f.sayingOf(d); daysApart(e, f) > 1 || t.tense() != inPresent {
				continue
			}
			st.tense = inPast
		}
		if v.saysIt(standAt{&st, denial.entry}, other, f.when > e.when) {
			return !anyShared(v.sideOfSource(denial), v.sideOfSource(other)) // asked last, since it costs most
		}
	}
	return false
}

// sameDoer reports whether another content has whoever a denial says did not do a thing: a word before the negation, or the speaker for "it".
func (v *View) sameDoer(denial item, st *stand, other item) bool {
	if len(st.who) == 0 {
		return true
	}
	f := v.entries[other.entry]
	told := stemsOf(joinSpans(f.r.Article.Text, f.claims[other.n].spans))
	if !slices.Contains(st.who, pronounStem) {
		return anyShared(st.who, told)
	}
	s := v.entries[denial.entry].sources[st.source].s
	for _, h := range stemsOf(s.Name + " " + s.Affiliation + " " + s.Description) {
		if slices.Contains(told, h) && !stopStems[h] && !officeStems[h] {
			return true
		}
	}
	return false
}

// blowsIn is the deeds that a content tells and whose they were.
func (e *entry) blowsIn(c *claimItem) (out []damage) {
	if c.att < 0 || c.source < 0 || c.denial {
		return nil
	}
	text := e.r.Article.Text
	for i := range e.r.Events {
		ev := &e.r.Events[i]
		if !spansHold(c.spans, ev.Trigger.Start) || ev.Negated || ev.Status != resolve.Happened && ev.Status != resolve.Unknown {
			continue
		}
		if w := words(ev.Trigger.Text(text)); len(w) != 1 || !blowStems[w[0].stem] {
			continue
		}
		b := damage{}
		for _, p := range ev.Actors {
			if b.doer = e.doerOf(c, p.Text(text)); b.doer != 0 {
				b.called = p.Text(text)
				break
			}
		}
		for _, p := range ev.Targets {
			said := p.Text(text)
			b.the = b.the || strings.HasPrefix(said, "the ") || strings.HasPrefix(said, "The ")
			for _, w := range words(said) {
				if !w.upper && !stopStems[w.stem] && !w.digit && !hurtStems[w.stem] && harmGroups[w.stem] == 0 && !peopleStems[w.stem] {
					b.things = append(b.things, w.stem)
				}
			}
		}
		if b.things = sortedSet(b.things); b.doer != 0 && len(b.things) > 0 {
			out = append(out, b)
		}
	}
	return out
}

// doerOf is whose the doer of a deed is by its words: the first name in them, or the speaker's side for "its bombs".
func (e *entry) doerOf(c *claimItem, phrase string) uint32 {
	ws := words(phrase)
	for i, w := range ws {
		if w.upper && (i > 0 || len(ws) == 1 || !determining[w.hash] && !stopStems[w.stem]) && !officeStems[w.stem] {
			return sideKey(w.Text(phrase))
		}
	}
	if len(ws) > 0 && ownBelongings[ws[0].hash] {
		if own := e.sideKeys(c.source); len(own) == 1 {
			return own[0]
		}
	}
	return 0
}

// rivalBlows reports whether two contents say of one thing that other sides damaged it.
func (v *View) rivalBlows(ia item, x damage, ib item, y damage) bool {
	ea, eb := v.entries[ia.entry], v.entries[ib.entry]
	a, b := &ea.claims[ia.n], &eb.claims[ib.n]
	if x.doer == y.doer || len(commonWord(x.things, y.things)) == 0 || daysApart(ea, eb) > standDays {
		return false
	}
	_, off := commonDay(a.anchor, b.anchor)
	_, place := commonPlace(ea, a.anchor, eb, b.anchor)
	if off != "" || place != "" {
		return false
	}
	return y.the || ia.entry == ib.entry && x.the || len(commonWord(a.gist.names, b.gist.names)) > 0
}

// holdsPlan is the stand of a content that says that a thing is or is not planned.
func (s *saying) holdsPlan(stance read.Stance) (stand, bool) {
	st := stand{issue: onPlan, tense: s.tense()}
	switch {
	case notPlanned.MatchString(s.low):
	case notRuledOut.MatchString(s.low):
		st.so = true
	case isPlanned.MatchString(s.low):
		at := isPlanned.FindStringIndex(s.low)
		if s.isDenied(at[0], at[1]) {
			return stand{}, false
		}
		st.so = true
	default:
		return stand{}, false
	}
	if s.c.denial {
		return stand{}, false
	}
	plain, names := s.telling()
	for _, h := range plain {
		if !aroundDenied[h] && !planning[h] {
			st.words = append(st.words, h)
		}
	}
	st.names = names
	return st, len(st.words) > 0 && stance != read.Demands && stance != read.Asks
}
