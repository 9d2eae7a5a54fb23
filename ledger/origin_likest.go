package ledger

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// An outlet that is cited for a claim has a report in the ledger that tells the matter in other words: the claim leads to what that report tells the likest of.

const (
	likestLeast   = .12 // cosine of a content with what the outlet's own report tells,
	likestUnnamed = .1  // more where that one has it from unnamed people, as exclusives are had
)

// likest is the saying of an outlet's own report of the matter, before e, that is likest to saying m, or what it opens with; -1 where there is none.
func (f *follower) likest(m int32, outlet string, e *entry) int32 {
	v, c := f.v, &e.claims[f.v.claim[m].n]
	best, most, opens := int32(-1), float32(likestLeast), int32(-1)
	for _, n := range v.stories[v.storyOf[v.claim[m].entry]] {
		o := v.entries[n]
		if o == e || !v.current[n] || o.outlet == "" || !paperCalled(outlet, o.outlet) || !o.before(e) || daysApart(o, e) > exclusiveDays || dot(o.vec, e.vec) < oneMatter {
			continue
		}
		for i := range o.claims {
			d := &o.claims[i]
			if d.att < 0 || d.source < 0 || d.denial || d.turnsOn != noReport || !v.ownTelling(o, d) {
				continue
			}
			s, unnamed := claimCosine(d, c), o.throughUnnamed(d)
			if unnamed && opens < 0 && d.opening && len(commonWord(d.gist.plain, c.gist.plain))+likeWords(d.gist.plain, c.gist.plain) > 0 {
				opens = v.claimBase[n] + int32(i)
			}
			if s >= likestLeast && unnamed {
				s += likestUnnamed
			}
			if s > most {
				best, most = v.claimBase[n]+int32(i), s
			}
		}
	}
	if best < 0 && c.opening {
		return opens
	}
	return best
}

// ownTelling reports whether a report has a content from people or papers of its own, and not from another outlet.
func (v *View) ownTelling(o *entry, d *claimItem) bool {
	return v.asOutlet(o, &o.sources[d.source]) == nil && o.firstHand(d) && o.through(d)[0] == ""
}

// throughLikest leads to whom an outlet's own report has the likest of a claim from; ok is false where it has no such report here.
func (f *follower) throughLikest(m int32, s *sourceItem, words Ref, depth int) (en end, ok bool) {
	v := f.v
	e := v.entries[v.claim[m].entry]
	k := f.likest(m, outletName(s.s.Name), e)
	if k < 0 || depth >= maxChain {
		return end{}, false
	}
	o := v.entries[v.claim[k].entry]
	en = f.follow(k, depth+1)
	en.doubt = true
	said := clip(joinSpans(o.r.Article.Text, o.claims[v.claim[k].n].spans), likestShown)
	return withStep(en, Step{From: e.r.Article.ID, To: o.r.Article.ID, Ref: words,
		Reason: fmt.Sprintf("cites %s, whose report of %s has this nearest to it: “%s”", s.s.Name, dayString(o.day), said)}), true
}

// likestShown is how many bytes of the other words a reason shows.
const likestShown = 90

// earlierReport says that an outlet reported a thing before what it reports now.
var earlierReport = regexp.MustCompile(`(?i)\b(?:earlier (?:this|in the|that) (?:day|week|month)|last (?:week|month)|previously|days (?:ago|before)|the (?:day|week) before)\b`)

// reportedBefore reports whether a claim is told as what an outlet reported on an earlier occasion: whom it cites now has not told it.
func reportedBefore(e *entry, c *claimItem) bool {
	if c.att < 0 {
		return false
	}
	a := &e.r.Attributions[c.att]
	if len(a.Cue) == 0 {
		return false
	}
	text := e.r.Article.Text
	if strings.HasPrefix(strings.ToLower(a.Cue[0].Text(text)), "had ") {
		return true
	}
	s := sentenceAround(text, a.Cue[0])
	return slices.ContainsFunc(earlierReport.FindAllStringIndex(s.Text(text), -1), func(at []int) bool {
		return !spansHold(c.spans, s.Start+at[0])
	})
}
