package ledger

import (
	"fmt"
	"slices"

	"sayso/article"
)

// Quotation is the utterance with that id.
func (v *View) Quotation(id string) (Quotation, bool) {
	set, ok := v.lookup('q', id)
	if !ok {
		return Quotation{}, false
	}
	return v.quotation(set), true
}

// WhyQuotation is why the printings of an utterance are one, and the utterances of its story nearest to it that are others.
func (v *View) WhyQuotation(id string) (links []Link, refused Refused) {
	set, ok := v.lookup('q', id)
	if !ok {
		return nil, Refused{}
	}
	for _, m := range v.quoteSets[set] {
		if p := v.quoteParent[m]; p >= 0 && len(links) < most {
			links = append(links, v.quoteLink(p, m))
		}
	}
	members := v.members(v.quote, v.quoteSets[set])
	r := newRivals()
	story := v.stories[v.storyOf[v.quote[members[0]].entry]]
	for _, n := range story[max(0, len(story)-5*most):] {
		if !v.current[n] {
			continue
		}
		for i := range v.entries[n].quotes {
			m := v.quoteBase[n] + int32(i)
			if other := v.quoteOf[m]; other >= 0 && int(other) != set {
				v.offerQuote(r, members, other, m)
			}
		}
	}
	return links, r.refused(func(x rival) Link {
		a, b := v.inOrder(v.quote, x.a, x.b)
		link := v.quoteLink(a, b)
		link.Verdict, link.Other = Distinct, v.quoteID(int(x.set))
		link.Reason = "only " + link.Reason
		return link
	})
}

// offerQuote enters the utterance of printing m where it has a passage of three words or more with a member.
func (v *View) offerQuote(r *rivals, members []int32, other, m int32) {
	at := v.quote[m]
	eb := v.entries[at.entry]
	b := &eb.quotes[at.n]
	for _, k := range members {
		ea := v.entries[v.quote[k].entry]
		if ea.key == eb.key {
			continue
		}
		a := &ea.quotes[v.quote[k].n]
		if nothingShared(a.sketch, b.sketch) {
			continue
		}
		if al := align(a.words, b.words); al.same > 0 {
			r.offer(other, k, m, float32(max(al.shareA, al.shareB)))
		}
	}
}

// quoteLink is two printings with the longest passage that they share.
func (v *View) quoteLink(a, b int32) Link {
	x, y := v.quote[a], v.quote[b]
	ea, eb := v.entries[x.entry], v.entries[y.entry]
	qa, qb := &ea.quotes[x.n], &eb.quotes[y.n]
	link := Link{Verdict: Same, Earlier: v.ref(x.entry, qa.span), Later: v.ref(y.entry, qb.span)}
	al := align(qa.words, qb.words)
	if slices.Equal(qa.words, qb.words) {
		link.Reason = fmt.Sprintf("word for word the same, %d words", len(qa.words))
		return link
	}
	if al.longest.n == 0 {
		link.Reason = "no passage of three words in common"
		return link
	}
	text := qb.span.Text(eb.r.Article.Text)
	ws := words(text)
	j := min(al.longest.j, len(ws)-1)
	run := article.Span{Start: ws[j].Start, End: ws[min(j+al.longest.n, len(ws))-1].End}
	link.Reason = fmt.Sprintf("%d words in a row are the same, “%s”; %d of the %d words of the earlier and of the %d of the later", al.longest.n, clip(run.Text(text), 90), al.same, len(qa.words), len(qb.words))
	if why := speakersApart(ea, qa, eb, qb); why != "" {
		link.Reason += "; " + why
	}
	return link
}

// speakersApart says that two printings give the words to two speakers, or "".
func speakersApart(ea *entry, a *quoteItem, eb *entry, b *quoteItem) string {
	if a.source < 0 || b.source < 0 {
		return ""
	}
	x, y := &ea.sources[a.source], &eb.sources[b.source]
	if verdict, _, _ := compareSources(ea, x, eb, y); verdict != Distinct {
		return ""
	}
	return fmt.Sprintf("the earlier gives it to “%s”, the later to “%s”", x.label, y.label)
}
