package ledger

import (
	"regexp"
	"slices"
	"strings"

	"sayso/article"
	"sayso/read"
)

// Who is accused answers without the accuser's words: "its forces had not fired on Dolna", "the other side shelled the school itself", "denied the
// accusations" in a report that does not tell them; and who is offered talks says that there will be none.

// strikeStems are words for an attack, by which a side denies what it is accused of.
var strikeStems = setOfStems("fire fired firing shell shelled shelling strike struck strikes bomb bombed bombing bombardment attack attacked attacking target targeted targeting hit shoot shot shooting kill killed killing raid raided")

// deniesBlow reports whether a content says that its side has struck nothing: "its forces had not fired on Dolna".
func (e *entry) deniesBlow(c *claimItem) bool {
	return c.source >= 0 && !c.denial && anyIn(c.denied, strikeStems) && selfSpeaks.MatchString(smallLetters(c.spans[0].Text(e.r.Article.Text))) && !e.foretells(c)
}

var selfSpeaks = regexp.MustCompile(`^"?(?:that )?(?:it|its|they|their|we|our|none of (?:its|our|their)|no) `)

// oneBlow reports whether an accusation is of an attack, and of one at a place or on a thing that a denial of another report names.
func oneBlow(c, of *claimItem) bool {
	return anyIn(of.gist.plain, strikeStems) && (len(commonWord(c.gist.names, of.gist.names)) > 0 || common(c.gist.plain, of.gist.plain) > 0)
}

// bothAccuse is the meeting of two accusations of one deed by two sides, each of the other.
func (v *View) bothAccuse(a, b int) (Meeting, bool) {
	ia, ib := v.claim[v.claimSets[a][0]], v.claim[v.claimSets[b][0]]
	x, y := v.claimAtItem(ia), v.claimAtItem(ib)
	if daysApart(v.entries[ia.entry], v.entries[ib.entry]) > exclusiveDays || common(x.gist.plain, y.gist.plain) < 2 || !anyIn(commonWord(x.gist.plain, y.gist.plain), strikeStems) {
		return Meeting{}, false
	}
	sx, sy := v.sideOfSource(ia), v.sideOfSource(ib)
	if anyShared(sx, sy) || !anyShared(sx, y.of) || !anyShared(sy, x.of) {
		return Meeting{}, false
	}
	m := v.pairOf(a, b)
	m.Reason = "each accuses the other side of it"
	return m, true
}

// accusedElsewhere is the claim of an earlier report that somebody answers who denies "the accusations" in one that does not tell them, and why it is that, or
// -1: the last that accuses him, else the last that tells what he did.
func (v *View) accusedElsewhere(n int32, c *claimItem, sets []int) (best int, why string) {
	e := v.entries[n]
	if c.source < 0 || c.reply != toAll || !slices.ContainsFunc(words(c.spans[0].Text(e.r.Article.Text)), func(w word) bool { return accusalWords[w.stem] || w.stem == claimStem }) {
		return -1, ""
	}
	best = -1
	sure, by := false, v.sourceOf[v.sourceBase[n]+c.source]
	for _, s := range sets {
		at := v.claim[v.claimSets[s][0]]
		o := v.entries[at.entry]
		d := &o.claims[at.n]
		if at.entry == n || !o.before(e) || daysApart(o, e) > exclusiveDays || d.denial || d.deniesShare() >= contraryLeast || !o.assertedBy(d) || v.sourceOf[v.sourceBase[at.entry]+d.source] == by {
			continue
		}
		if !named(joinSpans(o.r.Article.Text, d.spans), &e.sources[c.source]) {
			continue
		}
		accuses := len(d.of) > 0
		if !accuses && (sure || !o.does(&e.sources[c.source], d)) {
			continue
		}
		if prior := best; prior < 0 || accuses && !sure || v.entries[v.claim[v.claimSets[prior][0]].entry].before(o) {
			best, sure = s, sure || accuses
		}
	}
	if best >= 0 {
		why = "it is what " + label(v.entries[v.claim[v.claimSets[best][0]].entry]) + " tells of it"
	}
	return best, why
}

var claimStem = stemsOf("claims")[0]

// refuses reports whether of two contents of two sides the one says that there will be none of what the other offers, plans or asks for: "it had offered
// talks", "there would be no talks".
func (v *View) refuses(ia, ib item) bool {
	ea, eb := v.entries[ia.entry], v.entries[ib.entry]
	a, b := &ea.claims[ia.n], &eb.claims[ib.n]
	if a.deniesShare() < b.deniesShare() {
		a, b, ia, ib, ea, eb = b, a, ib, ia, eb, ea
	}
	if a.denial || b.denial || a.deniesShare() == b.deniesShare() || a.source < 0 || b.source < 0 || daysApart(ea, eb) > exclusiveDays || len(commonWord(a.denied, b.gist.plain)) == 0 {
		return false
	}
	if h := ea.firstDenied(a); h == 0 || inSorted(b.denied, h) || !inSorted(b.gist.plain, h) {
		return false
	}
	said := strings.ToLower(joinSpans(ea.r.Article.Text, a.spans))
	if !willBeNone.MatchString(said) || !offersIt(eb, b) || v.oneSource(ia, ib) || !ea.assertedBy(a) {
		return false
	}
	return anyShared(v.sideOfSource(ia), sideSet(joinSpans(eb.r.Article.Text, b.spans))) || anyShared(v.sideOfSource(ib), sideSet(joinSpans(ea.r.Article.Text, a.spans)))
}

var (
	willBeNone  = regexp.MustCompile(`\b(?:would|will|shall) (?:be|hold|have|accept|join|attend|enter|take part in|make) no\b|\b(?:would|will) not (?:be|hold|accept|join|attend|enter|take part|meet|negotiate|talk)\b|\bno [a-z]+ (?:[a-z]+ ){0,4}(?:were|was|are|is) (?:being )?(?:planned|scheduled|considered|envisaged)\b`)
	offerWords  = setOfStems("offer offered offers propose proposed proposes invite invited invites suggest suggested plan planned seek sought ask asked call called agree agreed ready willing")
	claimOffers = [...]read.Stance{read.Demands, read.Promises}
)

// offersIt reports whether a content tells of what somebody offers, plans or asks for.
func offersIt(e *entry, c *claimItem) bool {
	if open(c.status) || c.att >= 0 && slices.Contains(claimOffers[:], e.r.Attributions[c.att].Stance) {
		return true
	}
	return slices.ContainsFunc(words(joinSpans(e.r.Article.Text, c.spans)), func(w word) bool { return offerWords[w.stem] })
}

// inTalks are words for that a thing is no more than talked of, and struckDeal for that it is agreed: "in talks to sell its tankers" is not "has agreed to
// sell".
var (
	inTalks    = regexp.MustCompile(`\b(?:in|holding|held|opened|begun) (?:[a-z]+ ){0,2}(?:talks|negotiations|discussions)\b|\b(?:negotiating|exploring)\b`)
	struckDeal = regexp.MustCompile(`\b(?:agreed|signed|sealed|completed|clinched|finali[sz]ed|concluded|struck a deal|reached a deal|sold|bought|acquired)\b`)
)

// bargains is -1 for a content that says of a thing no more than that it is talked of, 1 for one that it is agreed.
func (x *extractor) bargains(spans []article.Span) int8 {
	said := strings.ToLower(joinSpans(x.a.Text, spans))
	switch talked, deal := inTalks.MatchString(said), struckDeal.MatchString(said); {
	case talked && !deal:
		return -1
	case deal && !talked && !strings.Contains(said, "not "):
		return 1
	}
	return 0
}

// Who knew is told of a firm in many words, and denied in few: "it had received no warning" answers "its bosses had known for weeks of the cracks", "it was told
// in January that the wiring was unsafe".
var (
	knewOf   = regexp.MustCompile(`\b(?:knew|known|aware|(?:was|were|been) (?:told|warned|informed|alerted|notified)|warned)\b`)
	knewNone = regexp.MustCompile(`\b(?:(?:received|had|got|given|heard) (?:no|never any) (?:such |prior |advance )?warnings?|no warnings? (?:was|were|had been)|(?:was|were|been) (?:not|never) (?:told|warned|informed|aware|alerted)|not been (?:told|warned|informed)|never (?:told|warned|knew|known|been (?:told|warned|informed|aware))|knew nothing|unaware|(?:did not|didn't|didn’t) know|no knowledge)\b`)
)

// knows is 1 for a content that says that somebody knew or was told, -1 for one that its speaker was not.
func (x *extractor) knows(spans []article.Span) int8 {
	said := strings.ToLower(joinSpans(x.a.Text, spans))
	switch {
	case knewNone.MatchString(said):
		return either8(selfSpeaks.MatchString(said), -1, 0)
	case knewOf.MatchString(said):
		return 1
	}
	return 0
}

// knewNot reports whether the one content says that its source knew nothing, and the other that he, or his people, had known or been told.
func (v *View) knewNot(ia, ib item) bool {
	ea, eb := v.entries[ia.entry], v.entries[ib.entry]
	a, b := &ea.claims[ia.n], &eb.claims[ib.n]
	if a.knew*b.knew >= 0 {
		return false
	}
	if a.knew > 0 {
		a, b, ia, ib, ea, eb = b, a, ib, ia, eb, ea
	}
	return a.source >= 0 && !a.denial && !b.denial && daysApart(ea, eb) <= exclusiveDays && ea.assertedBy(a) && eb.assertedBy(b) && !v.oneSource(ia, ib) &&
		named(joinSpans(eb.r.Article.Text, b.spans), &ea.sources[a.source])
}

var knewStem = hashString("who knew of a thing")
