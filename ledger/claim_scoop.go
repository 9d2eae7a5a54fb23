package ledger

import (
	"slices"
	"strings"

	"sayso/resolve"
)

// An exclusive is retold in other words: "the fire cost the yard only weeks", "merely delayed the yard by a matter of weeks, the Post reported". What a
// report has first from an outlet is what that outlet's own report opens with, so that such contents are one claim from less likeness than others.

// scoopAlike is the cosine from which what a report opens with is what another has first from its outlet, or two others have first from one outlet.
const scoopAlike = .16

// openings marks the claims that a report opens with: the first of its own and the first that it has through each other outlet.
func (x *extractor) openings() {
	first := map[string]int{}
	for i := range x.e.claims {
		c := &x.e.claims[i]
		if c.denial || c.turnsOn != noReport {
			continue
		}
		for _, o := range x.e.through(c) {
			k, ok := first[o]
			if d := &x.e.claims[k]; !ok || c.spans[0].Start < d.spans[0].Start || c.spans[0].Start == d.spans[0].Start && len(c.vec) > len(d.vec) {
				first[o] = i
			}
		}
	}
	for o, i := range first {
		if o != "" || x.e.claims[i].spans[0].Start < openingReach*2 {
			x.e.claims[i].opening = true
		}
	}
}

// through are the other outlets that a claim is cited through, or the report's own, as "".
func (e *entry) through(c *claimItem) (out []string) {
	for _, o := range c.cites {
		if o != "" && !paperCalled(o, e.outlet) && e.outletCited(o) {
			out = append(out, o)
		}
	}
	if len(out) == 0 {
		out = append(out, "")
	}
	return out
}

// oneScoop reports whether two contents are an outlet's exclusive in its own report and what another report has first from it, or what two have first
// from one outlet, in reports of one matter. Whoever is named there, or a body, tells what is his.
func oneScoop(ea *entry, a *claimItem, eb *entry, b *claimItem) bool {
	if !a.opening || !b.opening || ea == eb || a.denial || b.denial || dot(ea.vec, eb.vec) < oneMatter {
		return false
	}
	if a.source < 0 && eb.throughUnnamed(b) && eb.when-ea.when > soonHours*3600 {
		return false // what an outlet has from two people is not what it told on an earlier day by itself
	}
	if eb.when >= ea.when && daysApart(ea, eb) <= exclusiveDays && ea.firstHand(a) && eb.firstBy(ea) {
		return true // "The approach was first reported by the Post"
	}
	return citesReport(ea, eb, b) && !otherTeller(ea, a, eb, b) && ea.firstHand(a) && len(ea.through(a)) == 1 && ea.through(a)[0] == "" || retells(ea, a, eb, b)
}

// firstBy reports whether a report says that another report's outlet was the first to report.
func (e *entry) firstBy(o *entry) bool {
	s, _ := firstReporter(e)
	return s != nil && o.outlet != "" && paperCalled(outletName(s.s.Name), o.outlet)
}

// The bounds of what is retold at once: what a report opens with, by the word of an outlet whose own report of the matter came out within hours, is what that one
// opens with, whatever its words.
const (
	soonRetold = .04 // cosine, with a word in common
	soonHours  = 30
	soonMatter = .30 // of the two reports
)

// retoldSoon reports whether content b opens a report that retells, at once, the report which content a opens.
func retoldSoon(ea *entry, a *claimItem, eb *entry, b *claimItem) bool {
	return eb.when >= ea.when && eb.when-ea.when <= soonHours*3600 && oneScoop(ea, a, eb, b) && citesReport(ea, eb, b) && dot(ea.vec, eb.vec) >= soonMatter &&
		len(commonWord(a.gist.plain, b.gist.plain))+len(commonWord(a.gist.names, b.gist.names))+likeWords(a.gist.plain, b.gist.plain) > 0
}

// allowedScoop reports whether a retold exclusive only calls allowed, or ordered, what the exclusive tells as done.
func allowedScoop(ea *entry, a *claimItem, eb *entry, b *claimItem) bool {
	done := func(s resolve.Status) bool {
		return s == resolve.Happened || s == resolve.Ongoing || s == resolve.Authorised || s == resolve.Ordered
	}
	return done(a.status) && done(b.status) && retoldSoon(ea, a, eb, b)
}

// retoldHours is how long after an exclusive others retell it.
const retoldHours = 48

// retold reports whether content b is cited through the outlet of report ea, which has content a from unnamed people of its own, soon after that report.
func retold(ea *entry, a *claimItem, eb *entry, b *claimItem) bool {
	return ea != eb && eb.when >= ea.when && eb.when-ea.when <= retoldHours*3600 && ea.throughUnnamed(a) && ea.firstHand(a) && citesReport(ea, eb, b) && !otherTeller(ea, a, eb, b)
}

// retoldStage reports whether a retold exclusive may have its event at another stage, as far as the words tell: "is weighing a cut of power" and "could lose
// their electricity, the Post reported" are one claim of the Post's people. What did not happen is no retelling of what did.
func retoldStage(ea *entry, a *claimItem, eb *entry, b *claimItem) bool {
	denied := func(s resolve.Status) bool { return s == resolve.DidNotHappen || s == resolve.Denied }
	return denied(a.status) == denied(b.status) && retold(ea, a, eb, b) && (a.opening && b.opening || claimCosine(a, b) >= claimCited)
}

// retoldOpening reports whether what a report opens with is what the exclusive that it retells opens with: with a word in common, and where neither says
// what the other says is not so, nor another number or month.
func retoldOpening(ea *entry, a *claimItem, eb *entry, b *claimItem) bool {
	return a.opening && b.opening && retoldStage(ea, a, eb, b) && dot(ea.vec, eb.vec) >= soonMatter &&
		len(commonWord(a.gist.plain, b.gist.plain))+len(commonWord(a.gist.names, b.gist.names))+likeWords(a.gist.plain, b.gist.plain) > 0 &&
		opposed(a, b) <= opposedMost && !otherCount(ea, a, eb, b) && !otherMonths(a, b) && ea.toldNot(a) == eb.toldNot(b) && a.denial == b.denial && !ea.saysNone(a, b) && !eb.saysNone(b, a)
}

// scoopWords reports whether the contents of one scoop have two words or names in common, words for one event among them.
func scoopWords(a, b *claimItem) bool {
	return len(commonWord(a.gist.plain, b.gist.plain))+len(commonWord(a.gist.names, b.gist.names))+likeWords(a.gist.plain, b.gist.plain) >= gistLeast
}

// citedThrough is the names of those through whom an attribution passes, folded, and of the outlet to which it was told; "a report" is the only outlet's
// that the text names.
func (x *extractor) citedThrough(a *resolve.Attribution) (out []string) {
	for _, id := range append(slices.Clone(a.Chain), a.Via) {
		s := sourceByID(x.e.r, id)
		switch {
		case s == nil:
		case s.Name != "":
			out = append(out, outletName(s.Name))
		case s.Kind == resolve.Document && bareReport(s.Description), pressAlone(s):
			if o := x.e.otherOutlet(); o != "" {
				out = append(out, o)
			}
		}
	}
	return out
}

// pressAlone reports whether a source is the press, and no outlet of it is named: "a newspaper", "local media".
func pressAlone(s *resolve.Source) bool {
	if s.Name != "" || s.Kind == resolve.Person {
		return false
	}
	ws := strings.Fields(strings.ToLower(s.Description))
	return len(ws) > 0 && len(ws) < 4 && pressNouns[ws[len(ws)-1]] && !slices.ContainsFunc(ws[:len(ws)-1], func(w string) bool { return !pressWords[w] })
}

var (
	pressNouns = setOf(`media newspaper newspapers press outlets paper papers broadcaster broadcasters website`)
	pressWords = setOf(`a the local national several some other news media foreign domestic international regional daily broadcast print`)
)

// otherOutlet is the only outlet that a report cites beside its own, folded, or "".
func (e *entry) otherOutlet() (only string) {
	for i := range e.r.Sources {
		s := &e.r.Sources[i]
		if s.Kind != resolve.Outlet || s.Name == "" || paperCalled(outletName(s.Name), e.outlet) {
			continue
		}
		if only != "" && only != outletName(s.Name) {
			return ""
		}
		only = outletName(s.Name)
	}
	return only
}
