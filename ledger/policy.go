package ledger

import (
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// policyKinds are the words for what somebody in power imposes, by what it is: a ban is no tariff.
var policyKinds = func() map[uint32]uint32 {
	m := map[uint32]uint32{}
	for _, kind := range []string{"ban banned banning bar barring barred prohibit prohibition outlaw embargo moratorium", "tariff levy duty surcharge", "curfew", "lockdown", "sanction sanctions"} {
		for h := range setOfStems(kind) {
			m[h] = hashString("policy " + kind)
		}
	}
	return m
}()

// imposing are verbs by which a policy comes into being, in the clause of its word: "signed an order banning imports".
var imposing = setOfStems("sign signed issue impose introduce announce enact declare order decree")

// policies marks the mentions of what is imposed, with its kind and what it is for, from "is preparing a ban" over "signed an order banning" to "the ban" after it.
func (x *extractor) policies() {
	var last *eventItem
	for k := range x.e.events {
		it := &x.e.events[k]
		ev := &x.e.r.Events[it.n]
		if it.deed != noDeed || it.exit || it.fate != noFate || it.decides != noDecider || it.truce || len(it.trigger) == 0 || it.background {
			continue
		}
		kind, behind := policyKinds[it.trigger[0]], ev.Trigger.End
		imposes := kind == 0 && imposing[it.trigger[0]] && !ev.Nominal
		if imposes {
			kind, behind = x.policyAfter(it, ev)
		}
		if kind == 0 {
			continue
		}
		things := x.policyThings(article.Span{Start: behind, End: min(it.sentence.End, behind+60)})
		if len(things) == 0 && last != nil && last.policy == kind {
			things = last.objects
		}
		if len(things) == 0 {
			continue
		}
		it.policy, it.order, it.place = kind, false, nil
		it.set(it.sides, it.victims, things)
		// "condemned the ban", "instead of a ban", "blocked the ban" bring it no further
		noun := ev.Nominal || afterArticle(x.a.Text, ev.Trigger)
		it.spoken = it.spoken || noun && (!ev.Lead && done(ev.Status) || ev.Status == resolve.DidNotHappen)
		if noun || !done(ev.Status) {
			it.start, it.end, it.from, it.to = unknownDay, unknownDay, 0, 0 // that of who denies it, or speaks of it
		}
		last = it
	}
}

// policyAfter is the kind of the policy that a verb brings about, by the next word for one in its sentence, and where that ends.
func (x *extractor) policyAfter(it *eventItem, ev *resolve.Event) (kind uint32, end int) {
	for _, w := range x.within(article.Span{Start: ev.Trigger.End, End: min(it.sentence.End, ev.Trigger.End+70)}) {
		switch t := w.Text(x.a.Text); {
		case policyKinds[w.stem] != 0:
			return policyKinds[w.stem], w.End
		case t == "after" || t == "over" || t == "against" || t == "lifting" || t == "ending":
			return 0, 0
		}
	}
	return 0, 0
}

// policyThings are the stems of what a policy is for, by the words behind its own up to a mark or a further verb.
func (x *extractor) policyThings(s article.Span) (out []uint32) {
	if i := strings.IndexAny(s.Text(x.a.Text), ",.;:\n\"“”"); i >= 0 {
		s.End = s.Start + i
	}
	for i, w := range x.within(s) {
		t := strings.ToLower(w.Text(x.a.Text))
		if i == 0 && !policyLinks[t] && policyBreaks[t] || i > 0 && policyBreaks[t] {
			break
		}
		if !stopStems[w.stem] && !w.digit && t != "percent" && t != "per" && t != "cent" && x.timeAt(w.Span) == nil {
			out = append(out, w.stem)
		}
	}
	return sortedSet(out)
}

var (
	policyLinks  = setOf("on of for against from to all the any")
	policyBreaks = setOf("was were is are has had have will would after before that which who and but days as until exceeds said could instead")
)

// timeAt is the time whose words s is of, or nil.
func (x *extractor) timeAt(s article.Span) *resolve.Time {
	for i := range x.e.r.Times {
		if x.e.r.Times[i].Overlaps(s) {
			return &x.e.r.Times[i]
		}
	}
	return nil
}

// onePolicy reports whether two mentions in reports of one matter tell of one thing imposed, whatever stage it has come to.
func onePolicy(ea *entry, a *eventItem, eb *entry, b *eventItem) bool {
	return a.policy != 0 && a.policy == b.policy && shared(a.objects, b.objects) > 0 && ea.day != unknownDay && eb.day != unknownDay &&
		daysApart(ea, eb) <= truceDays && dot(ea.vec, eb.vec) >= oneMatter
}

// policiesOff reports whether two mentions are of two policies, or one of a policy and the other of what is done about one.
func policiesOff(a, b *eventItem) bool {
	return a.policy != b.policy
}

// policyKeys are by what mentions of one policy find each other.
func (it *eventItem) policyKeys(keys []uint32) []uint32 {
	if it.policy == 0 {
		return keys
	}
	for _, thing := range it.objects[:min(4, len(it.objects))] {
		keys = append(keys, joinHash(137, []uint32{it.policy, thing}))
	}
	return keys
}
