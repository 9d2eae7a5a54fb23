package ledger

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// ClaimsIn are the claims that the statements of a report's present text are of, by the statements' ids.
func (v *View) ClaimsIn(report string) map[string]string {
	out := map[string]string{}
	n, ok := v.reportByID(report)
	if !ok {
		return out
	}
	e := v.entries[n]
	for i := range e.claims {
		if att := e.claims[i].att; att >= 0 {
			out[e.r.Attributions[att].ID] = v.claimID(int(v.claimOf[v.claimBase[n]+int32(i)]))
		}
	}
	return out
}

// claimNear is the cosine from which two contents are near enough to say why they are not one claim.
const claimNear = .25

// RefusedClaims are the claims nearest to the one with that id that are others, with why. The claims
// that it meets ([View.MeetingsOf]) are not among them.
func (v *View) RefusedClaims(id string) Refused {
	set, ok := v.lookup('c', id)
	if !ok {
		return Refused{}
	}
	met := map[int32]bool{}
	for _, m := range v.MeetingsOf(id) {
		for _, other := range []string{m.A, m.B} {
			if k, ok := v.lookup('c', other); ok {
				met[int32(k)] = true
			}
		}
	}
	members := v.members(v.claim, v.claimSets[set])
	r := newRivals()
	for _, n := range v.neighbours(v.claim[members[0]].entry) {
		for i := range v.entries[n].claims {
			m := v.claimBase[n] + int32(i)
			if other := v.claimOf[m]; other >= 0 && int(other) != set && !met[other] {
				v.offerClaim(r, members, other, m)
			}
		}
	}
	return r.refused(func(x rival) Link {
		a, b := v.inOrder(v.claim, x.a, x.b)
		link := v.claimPair(a, b)
		link.Verdict, link.Reason, link.Other = Distinct, v.whyTwoClaims(a, b), v.claimID(int(x.set))
		return link
	})
}

// offerClaim enters the claim of m with the member that it is likest. What one report says twice is no pair of reports.
func (v *View) offerClaim(r *rivals, members []int32, other, m int32) {
	eb := v.entries[v.claim[m].entry]
	b := &eb.claims[v.claim[m].n]
	for _, k := range members {
		ea := v.entries[v.claim[k].entry]
		if ea.key == eb.key {
			continue
		}
		if s := dot(ea.claims[v.claim[k].n].vec, b.vec); s >= claimNear {
			r.offer(other, k, m, s)
		}
	}
}

// claimLink is why b is of one claim with a, which it hangs on.
func (v *View) claimLink(a, b int32) Link {
	x, y := v.claim[a], v.claim[b]
	ea, eb := v.entries[x.entry], v.entries[y.entry]
	ca, cb := &ea.claims[x.n], &eb.claims[y.n]
	if v.byModel(b) {
		link := v.claimPair(a, b)
		link.Verdict, link.Reason = Same, meantWhy(ea, ca, eb, cb, v.claimScore[b])
		return link
	}
	why := []string{"both say " + strings.Join(commonOf(ca.vec, cb.vec, eb.r.Article.Text, cb.spans, 6), ", ")}
	if sameWords(joinSpans(ea.r.Article.Text, ca.spans), joinSpans(eb.r.Article.Text, cb.spans)) {
		why[0] = "word for word the same"
	}
	if tie := claimTie(ea, ca, eb, cb); tie != "" || claimCosine(ca, cb) > dot(ca.vec, cb.vec) {
		why = append(why, kinWords(ea, ca, eb, cb, 2)...)
		if tie != "" {
			why = append(why, tie)
		}
	}
	why = append(why, daysPhrase(daysApart(ea, eb))+" apart", "no figure, place, day or negation stands against it")
	link := v.claimPair(a, b)
	link.Verdict, link.Reason = Same, strings.Join(why, "; ")
	return link
}

// meantWhy is why the model of claims takes two contents for one.
func meantWhy(ea *entry, a *claimItem, eb *entry, b *claimItem, p float32) string {
	why := []string{fmt.Sprintf("told in other words: taken for one by a learned likeness of %.2f", p)}
	if common := commonOf(a.vec, b.vec, eb.r.Article.Text, b.spans, 6); len(common) > 0 {
		why = append(why, "both say "+strings.Join(common, ", "))
	}
	why = append(why, meantWords(ea, a, eb, b, 3)...)
	if tie := claimTie(ea, a, eb, b); tie != "" {
		why = append(why, tie)
	}
	return strings.Join(append(why, daysPhrase(daysApart(ea, eb))+" apart", "no figure, place, day or negation stands against it"), "; ")
}

// meantNear is from how near on two words are shown as meaning much the same.
const meantNear = .45

// meantWords is up to n pairs of words of two contents that mean much the same, the heaviest of the later one first, as both reports write them.
func meantWords(ea *entry, a *claimItem, eb *entry, b *claimItem, n int) (out []string) {
	var x, y saidContent
	x.weigh(a)
	y.weigh(b)
	slices.SortStableFunc(y.words, func(v, w saidWord) int { return cmp.Compare(w.weight, v.weight) })
	for j := range y.words {
		if inVector(a.vec, y.words[j].stem) {
			continue
		}
		best, most := -1, float32(meantNear)
		for i := range x.words {
			if k := x.words[i].near(&y.words[j]); k >= most && !inVector(b.vec, x.words[i].stem) {
				best, most = i, k
			}
		}
		if best >= 0 && len(out) < n {
			out = append(out, fmt.Sprintf("“%s” for “%s”", writtenAs(y.words[j].stem, eb.r.Article.Text, b.spans), writtenAs(x.words[best].stem, ea.r.Article.Text, a.spans)))
		}
	}
	return out
}

// sameWords reports whether two texts have the same words in the same order.
func sameWords(a, b string) bool {
	return slices.EqualFunc(words(a), words(b), func(x, y word) bool { return x.hash == y.hash })
}

// claimPair is the words of two sayings as a link.
func (v *View) claimPair(a, b int32) Link {
	x, y := v.claim[a], v.claim[b]
	return Link{Earlier: v.ref(x.entry, v.entries[x.entry].claims[x.n].spans[0]), Later: v.ref(y.entry, v.entries[y.entry].claims[y.n].spans[0])}
}

// whyTwoClaims is why the contents a and b, in canonical order, are two claims.
func (v *View) whyTwoClaims(a, b int32) string {
	x, y := v.claim[a], v.claim[b]
	ea, eb := v.entries[x.entry], v.entries[y.entry]
	if why := claimsApart(ea, &ea.claims[x.n], eb, &eb.claims[y.n]); why != "" {
		return why
	}
	if p := v.claimParent[b]; p >= 0 && v.claimOf[p] != v.claimOf[a] {
		at := v.claim[p]
		e := v.entries[at.entry]
		return fmt.Sprintf("alike, but the later is more like “%s” of %s", clip(joinSpans(e.r.Article.Text, e.claims[at.n].spans), 90), label(e))
	}
	if of := v.claimOf[a]; of >= 0 {
		if root := v.claimSets[of][0]; root != a {
			at := v.claim[root]
			e := v.entries[at.entry]
			return fmt.Sprintf("alike, but not like the first words of the claim, “%s”", clip(joinSpans(e.r.Article.Text, e.claims[at.n].spans), 90))
		}
	}
	return "alike, but each hangs on words of its own that are more like it"
}

// claimsApart is why two contents are not one by their words, or "" where their words allow it.
func claimsApart(ea *entry, a *claimItem, eb *entry, b *claimItem) string {
	if why := longAgo(ea, eb, claimDays); why != "" {
		return why
	}
	if oneOrder(ea, a, eb, b) || oneBid(ea, a, eb, b) {
		return ""
	}
	s := claimCosine(a, b)
	least := claimLeast(ea, a, eb, b, s)
	events := least == claimAlike && s < claimOther && otherEvents(a, b)
	if s >= min(least, claimRoot) {
		if why := cannotBeOne(ea, a, eb, b); why != "" {
			return why
		}
	}
	if s >= least && !events {
		return ""
	}
	var why []string
	if common := commonOf(a.vec, b.vec, eb.r.Article.Text, b.spans, 4); len(common) > 0 {
		why = append(why, "in common "+strings.Join(common, ", "))
	}
	if alone := apartWords(onlyIn(a.vec, b.vec, ea.r.Article.Text, a.spans, 4), onlyIn(b.vec, a.vec, eb.r.Article.Text, b.spans, 4)); alone != "" {
		why = append(why, alone)
	}
	if events {
		why = append(why, "they tell different events")
	}
	return strings.Join(why, "; ")
}

// cannotBeOne is what tells two contents apart however alike their words are, or "".
func cannotBeOne(ea *entry, a *claimItem, eb *entry, b *claimItem) string {
	if claimCosine(a, b) < verdictSame && onlyVerdicts(a, b) {
		return "they have only names or a verdict in common, and may be of two things"
	}
	if opposed(a, b) > opposedMost {
		return notSo(ea, a, eb, b)
	}
	if otherStatus(ea, a, eb, b) {
		return fmt.Sprintf("the earlier tells %s, the later %s", statusPhrase(ea, a), statusPhrase(eb, b))
	}
	if apart := numbersApart(ea, a, eb, b); len(apart) > 0 {
		f, g := &ea.r.Figures[apart[0][0]], &eb.r.Figures[apart[0][1]]
		return fmt.Sprintf("“%s” against “%s” %s", f.Text(ea.r.Article.Text), g.Text(eb.r.Article.Text), strings.ReplaceAll(f.Measure, "_", " "))
	}
	if f, g := sumsApart(ea, a, eb, b); f != nil {
		return fmt.Sprintf("“%s” against “%s” %s", f.Text(ea.r.Article.Text), g.Text(eb.r.Article.Text), f.Measure)
	}
	if f := oneAgainst(ea, a, eb, b); f != nil {
		return fmt.Sprintf("the earlier tells of “%s”, the later of one", f.Text(ea.r.Article.Text))
	}
	if f := oneAgainst(eb, b, ea, a); f != nil {
		return fmt.Sprintf("the later tells of “%s”, the earlier of one", f.Text(eb.r.Article.Text))
	}
	if claimCosine(a, b) < claimSurely && little(ea, a, eb, b) {
		return "what they have in common are names, or a single word"
	}
	if otherMonths(a, b) {
		return "they name other months"
	}
	if claimCosine(a, b) < claimSame {
		if why := twoThings(a, b); why != "" {
			return why
		}
	}
	return incidentsApart(ea, a, eb, b)
}

// notSo says which of two contents denies what the other says, by its word: the one that denies more of what they have in common.
func notSo(ea *entry, a *claimItem, eb *entry, b *claimItem) string {
	says, denies, e, c := "earlier", "later", eb, b
	if deniedIn(a, b) > deniedIn(b, a) {
		says, denies, e, c = denies, says, ea, a
	}
	word := negationIn(e, c)
	if word != "" {
		word = " (“" + word + "”)"
	}
	return fmt.Sprintf("the %s says that it is so, the %s that it is not%s", says, denies, word)
}

// deniedIn is the weight of what a denies and b does not.
func deniedIn(a, b *claimItem) float32 {
	var sum float32
	for _, f := range a.vec {
		if inVector(b.vec, f.stem) && inSorted(a.denied, f.stem) && !inSorted(b.denied, f.stem) {
			sum += f.weight
		}
	}
	return sum
}

// negationIn is the word by which a content is negative: the cue of a denial, or one of its own.
func negationIn(e *entry, c *claimItem) string {
	text := e.r.Article.Text
	if c.denial && len(e.r.Attributions[c.att].Cue) > 0 {
		return e.r.Attributions[c.att].Cue[0].Text(text)
	}
	for _, s := range c.spans {
		for _, w := range words(s.Text(text)) {
			if forward[w.hash] || turning[w.hash] || backward[w.hash] {
				return w.Text(s.Text(text))
			}
		}
	}
	return ""
}

var statusPhrases = map[resolve.Status]string{
	resolve.Happened: "what happened", resolve.Ongoing: "what goes on", resolve.Ordered: "what was ordered or demanded", resolve.Authorised: "what was authorised",
	resolve.Planned: "what is planned", resolve.Considered: "what is considered", resolve.Proposed: "what is proposed", resolve.Threatened: "what is threatened",
	resolve.Predicted: "what is expected", resolve.Possible: "what may be", resolve.Denied: "what is denied", resolve.DidNotHappen: "what did not happen",
}

// statusPhrase is a content's status in words, with the event that has it.
func statusPhrase(e *entry, c *claimItem) string {
	s := statusPhrases[c.status]
	for i := range e.r.Events {
		if ev := &e.r.Events[i]; ev.Salient && spansHold(c.spans, ev.Trigger.Start) {
			return s + " (“" + ev.Trigger.Text(e.r.Article.Text) + "”)"
		}
	}
	return s
}

// claimTie is what else than common words makes two contents one: the outlet that is cited, or one unnamed source.
func claimTie(ea *entry, a *claimItem, eb *entry, b *claimItem) string {
	if claimCosine(a, b) >= claimAlike {
		return ""
	}
	if claimCosine(a, b) < claimCited && oneScoop(ea, a, eb, b) {
		return "the one opens with it, and it is what the other has first from that report, or both have it first from one outlet"
	}
	if citesReport(ea, eb, b) {
		return fmt.Sprintf("the later has it from %s, which published the earlier", label(ea))
	}
	if a.source >= 0 && b.source >= 0 {
		if verdict, why, _ := compareSources(ea, &ea.sources[a.source], eb, &eb.sources[b.source]); verdict == Same {
			return "one source: " + why
		}
	}
	return ""
}

// kinWords is up to n pairs of words of two contents that can stand for one event, as both reports write them.
func kinWords(ea *entry, a *claimItem, eb *entry, b *claimItem, n int) []string {
	sense, known := senses(), loadedPair().pairs
	var out []string
	for _, f := range a.vec {
		if inVector(b.vec, f.stem) {
			continue
		}
		for _, g := range b.vec {
			k := pairKey(f.stem, g.stem)
			if (sense[k] == 1 || known[k] >= .3) && !inVector(a.vec, g.stem) && len(out) < n {
				out = append(out, fmt.Sprintf("“%s” for “%s”", writtenAs(g.stem, eb.r.Article.Text, b.spans), writtenAs(f.stem, ea.r.Article.Text, a.spans)))
				break
			}
		}
	}
	return out
}

// writtenAs is the first word of the spans with that stem.
func writtenAs(stem uint32, text string, spans []article.Span) string {
	for _, s := range spans {
		for _, w := range words(s.Text(text)) {
			if w.stem == stem {
				return w.Text(s.Text(text))
			}
		}
	}
	return ""
}

// OriginsApart are the pairs of unnamed ends of a claim that are two, with why; Ends are those of its origins.
func (v *View) OriginsApart(id string) []MaybeSame {
	set, ok := v.lookup('c', id)
	if !ok {
		return nil
	}
	ends, _, _ := v.ends(set)
	var out []MaybeSame
	for j := range ends[:min(mostMembers, len(ends))] {
		for i := range j {
			a, b := &ends[i], &ends[j]
			if a.source < 0 || b.source < 0 || !v.unnamedItem(a.source) && !v.unnamedItem(b.source) || v.maybeOne(a, b) != "" {
				continue
			}
			if verdict, why := v.compareAt(a.source, b.source); verdict == Distinct {
				out = append(out, MaybeSame{A: i, B: j, Reason: why})
			}
		}
	}
	return out
}

func (v *View) unnamedItem(m int32) bool {
	at := v.source[m]
	return v.entries[at.entry].sources[at.n].s.Anonymous
}
