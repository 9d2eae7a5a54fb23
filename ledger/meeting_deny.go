package ledger

import (
	"regexp"
	"slices"
	"strings"

	"sayso/resolve"
)

// Whether two claims deny one another.

// deny reports whether one of two contents says that what the other tells is not so: it denies half and more of the weight
// that they have in common, and they are alike; a denial in so many words ("denied that …") need only have most of its own
// weight in the other, or deny an event that the other tells. What one voice says in one report is no contradiction of its own.
func (v *View) deny(ia, ib item, alike, inB, inA float32) bool {
	return v.notBoth(ia, ib, alike, inB, inA) && !v.otherAccused(ia, ib) && !v.ownTurn(ia, ib)
}

// notBoth is [View.deny] whoever is accused.
func (v *View) notBoth(ia, ib item, alike, inB, inA float32) bool {
	ea, eb := v.entries[ia.entry], v.entries[ib.entry]
	a, b := &ea.claims[ia.n], &eb.claims[ib.n]
	denial := a.denial != b.denial
	if v.againstOthers(ia, ib, denial) {
		return false
	}
	if v.refuses(ia, ib) || v.knewNot(ia, ib) || v.disownsDeed(ia, ib) || v.disownsDeed(ib, ia) {
		return true
	}
	if a.limit != 0 && b.limit != 0 || a.mayOnly != b.mayOnly {
		return a.limit*b.limit < 0 && daysApart(ea, eb) <= turnDays && a.source != b.source
	}
	if !denial && !v.mayContradict(ia, ib) {
		return false
	}
	if v.contrary(ia, ib, alike) || v.unsaysAcross(ia, ib, alike) {
		return true
	}
	if ia.entry == ib.entry && (!denial || a.source == b.source) || opposed(a, b) < meetOpposed {
		return false
	}
	if a.denial {
		ia, ib = ib, ia
	}
	return !v.deniesOther(ia, ib, denial) && v.deniesMuch(ia, ib, denial, alike, max(inA, inB))
}

// againstOthers reports whether two contents, whatever they tell, are not against one another by whose they are: both call a thing false, or one says by
// itself what it is against.
func (v *View) againstOthers(ia, ib item, denial bool) bool {
	ea, eb := v.entries[ia.entry], v.entries[ib.entry]
	a, b := &ea.claims[ia.n], &eb.claims[ib.n]
	switch {
	case planesAndPlans(ea, a, eb, b):
		return true
	case anyShared(a.verdicts, b.verdicts): // both call it false
		return true
	case v.oneSource(ia, ib) && (a.denial || a.disputes) && (b.denial || b.disputes): // "called the claim fictitious", "the claim was fictitious"
		return true
	case ea.bareVerdict(a) || eb.bareVerdict(b): // what it is against is what it answers
		return true
	}
	return ea.byNobody(a) || eb.byNobody(b) || !denial && (ea.ofAccount(a) || eb.ofAccount(b)) || ea.ofOwned(a) || eb.ofOwned(b) // whose account it is says what it is against
}

// mayContradict reports whether two contents, neither a denial in so many words, may be against one another by what is negated in them.
func (v *View) mayContradict(ia, ib item) bool {
	ea, eb := v.entries[ia.entry], v.entries[ib.entry]
	a, b := &ea.claims[ia.n], &eb.claims[ib.n]
	switch {
	case a.otherPredicate(b): // "no rules were broken" and "the rules were followed"
		return false
	case a.negated() && ea.ofNotice(a) && !eb.ofNotice(b) || b.negated() && eb.ofNotice(b) && !ea.ofNotice(a): // that they did not notice it
		return false
	case a.negated() && ea.limited(a) || b.negated() && eb.limited(b):
		return false
	}
	return v.mayBlame(ia, ib) && v.mayBlame(ib, ia)
}

// deniesOther reports whether content ib, a denial if either is, denies another thing than content ia tells.
func (v *View) deniesOther(ia, ib item, denial bool) bool {
	ea, eb := v.entries[ia.entry], v.entries[ib.entry]
	a, b := &ea.claims[ia.n], &eb.claims[ib.n]
	switch {
	case denial && open(a.status) && len(b.told) > 0 && !inSorted(a.gist.plain, b.told[0]) && !likeSurely(b.told[0], a.gist.plain) && !ea.citedBy(a, b.told[0]):
		return true // that she has ordered the sacking is not that she considers it
	case denial && (a.saysNo(b) || a.lies && !slices.ContainsFunc(b.gist.plain, func(h uint32) bool { return lyingStems[h] })):
		return true // that he lied about the feasts is not that there were any
	case denial && eb.ofKnowledge(b) && !ea.ofKnowledge(a):
		return true // who denies that he knew of the cracks does not deny them
	case ea.supposes(a):
		return true // "an order to kill them would be illegal" does not say that there was one
	}
	return b.reply == toItself && !named(joinSpans(ea.r.Article.Text, a.spans), &eb.sources[b.source]) // who denies any part in an attack does not deny the attack
}

// deniesMuch reports whether enough of what content ia tells stands in content ib, a denial if either is.
func (v *View) deniesMuch(ia, ib item, denial bool, alike, inOther float32) bool {
	ea, eb := v.entries[ia.entry], v.entries[ib.entry]
	a, b := &ea.claims[ia.n], &eb.claims[ib.n]
	says, main := !denial || saysOf(a, b.predicate), b.gist.plain
	if denial {
		main = mainPlain(eb, b)
	}
	shared := common(a.gist.plain, main)
	if says && alike >= meetNegated && inOther >= meetShared && shared >= 2 && (denial || v.negates(ia, ib) || v.negates(ib, ia)) { // a name in common is no matter of dispute
		return true
	}
	if otherCountry(eb, b, ea, a) || !denial || alike < denyAlike {
		return false // "in Norland's waters" is not "in international waters"
	}
	least := meetDenied
	if b.reply == toWords && !b.disputes && ea.assertedBy(a) {
		least = meetDeniedOut
	}
	if says && shared >= max(2, least*float64(len(main))) {
		return true
	}
	return daysApart(ea, eb) <= exclusiveDays && v.deniesEvent(ib, ia, int(shared)) && !anyShared(v.sideOfSource(ia), v.sideOfSource(ib))
}

// ofKnowledge reports whether a content tells what somebody knew or was told.
func (e *entry) ofKnowledge(c *claimItem) bool {
	return knowledge.MatchString(smallLetters(joinSpans(e.r.Article.Text, c.spans)))
}

var knowledge = regexp.MustCompile(`\b(?:know|knew|known|aware|told|warned|shown|informed|briefed|heard|learned|warning|complain\w*|received|handed|sent|wrote)\b`)

// ofNotice reports whether a content tells what somebody saw, understood or mentioned.
func (e *entry) ofNotice(c *claimItem) bool {
	return noticing.MatchString(smallLetters(joinSpans(e.r.Article.Text, c.spans)))
}

// limited reports whether a content says only when or without what a thing was not so: "could not go in until they saw him".
func (e *entry) limited(c *claimItem) bool {
	return withLimit.MatchString(smallLetters(joinSpans(e.r.Article.Text, c.spans)))
}

var noticing = regexp.MustCompile(`\b(?:know|knew|aware|reali[sz]\w+|notic\w+|remember\w*|recall\w*|underst[ao]\w+|mention\w*|expect\w*|imagin\w+|wonder\w*)\b`)

// citedBy reports whether a stem is in the words that cite a content: "ordered" of what somebody ordered.
func (e *entry) citedBy(c *claimItem, h uint32) bool {
	return c.att >= 0 && slices.Contains(stemsOf(joinSpans(e.r.Article.Text, e.r.Attributions[c.att].Cue)), h)
}

// oneSource reports whether two contents are said by one source across reports.
func (v *View) oneSource(ia, ib item) bool {
	a, b := v.entries[ia.entry].claims[ia.n].source, v.entries[ib.entry].claims[ib.n].source
	return a >= 0 && b >= 0 && v.sourceOf[v.sourceBase[ia.entry]+a] == v.sourceOf[v.sourceBase[ib.entry]+b]
}

// otherCountry reports whether a denial names a country, or its people, and the other content others alone.
func otherCountry(eb *entry, denial *claimItem, ea *entry, c *claimItem) bool {
	of, in := countriesNamed(joinSpans(eb.r.Article.Text, denial.spans), 4), countriesNamed(joinSpans(ea.r.Article.Text, c.spans), 8)
	return len(of) > 0 && len(in) > 0 && !slices.ContainsFunc(of, func(x string) bool { return slices.Contains(in, x) })
}

// mainPlain is the stems of what a denial denies, without those of a clause that only says when: "that anyone was left behind when the town was
// flooded" does not deny the flood.
func mainPlain(e *entry, c *claimItem) []uint32 {
	return slices.DeleteFunc(slices.Clone(clausePlain(e, c)), func(p uint32) bool { return anyoneStems[p] })
}

var anyoneStems = setOfStems("anyone anybody anything someone somebody everyone everybody")

func clausePlain(e *entry, c *claimItem) []uint32 {
	for _, s := range c.spans {
		text := s.Text(e.r.Article.Text)
		if n := accountPhrase(text); n < len(text) { // "claims by officials that …"
			said, more := stemsOfText(text[n:]), verdictStems(text)
			return slices.DeleteFunc(slices.Clone(c.gist.plain), func(p uint32) bool {
				return !inSorted(said, p) || scornStems[p] || slices.Contains(more, p)
			})
		}
		if more := verdictStems(text); len(more) > 0 {
			return slices.DeleteFunc(slices.Clone(c.gist.plain), func(p uint32) bool { return slices.Contains(more, p) })
		}
		for _, w := range []string{" when ", " while ", " after ", " before ", " which "} {
			i := strings.Index(text, w)
			if i < 0 || len(strings.Fields(text[:i])) < 3 {
				continue
			}
			head := stemsOfText(text[:i])
			return slices.DeleteFunc(slices.Clone(c.gist.plain), func(p uint32) bool { return !inSorted(head, p) })
		}
	}
	return c.gist.plain
}

// saysOf reports whether a content has a predicate, or another word for it; who denies that a report was biased does not deny
// that it was published.
func saysOf(c *claimItem, predicate uint32) bool {
	return predicate == 0 || inVector(c.vec, predicate) || likeWords([]uint32{predicate}, c.gist.plain) > 0
}

// otherPredicate reports whether two contents say of their things what are two things: neither has the other's word, nor one like it.
func (c *claimItem) otherPredicate(d *claimItem) bool {
	return c.predicate != 0 && d.predicate != 0 && !saysOf(c, d.predicate) && !saysOf(d, c.predicate)
}

// common is how many of a are in b.
func common(a, b []uint32) float64 {
	n := 0.0
	for _, h := range a {
		if inSorted(b, h) {
			n++
		}
	}
	return n
}

// deniesEvent reports whether the first event that a denial tells is, across reports, one that the other content tells, and so many of
// their telling words are the same: one, and two where it is of no kind of its own ("was in Norland's waters", "had boats").
func (v *View) deniesEvent(denial, other item, same int) bool {
	if same == 0 {
		return false
	}
	told := map[int32]bool{}
	v.eventsTold(other, func(set int32, ev *resolve.Event) {
		if ev.Status != resolve.Denied && ev.Status != resolve.DidNotHappen {
			told[set] = true
		}
	})
	first, found := int32(-1), false
	at := 0
	v.eventsTold(denial, func(set int32, ev *resolve.Event) {
		if ev.Status == resolve.Denied && (!found || ev.Trigger.Start < at) {
			first, found, at = set, ev.Type != "OTHER" || same > 1, ev.Trigger.Start
		}
	})
	return found && told[first]
}

// eventsTold yields the events across reports that a content tells.
func (v *View) eventsTold(it item, yield func(set int32, ev *resolve.Event)) {
	e := v.entries[it.entry]
	for i := range e.events {
		if set := v.eventOf[v.eventBase[it.entry]+int32(i)]; set >= 0 && spansHold(e.claims[it.n].spans, e.r.Events[e.events[i].n].Trigger.Start) {
			yield(set, &e.r.Events[e.events[i].n])
		}
	}
}
