package ledger

import (
	"slices"
	"strings"

	"sayso/read"
	"sayso/resolve"
)

// What a content answers in its own report.

// repliedTo is the claim that a saying answers in its own report, or -1.
func (v *View) repliedTo(it item) int {
	return v.replyOf(it.entry, &v.entries[it.entry].claims[it.n])
}

// replyOf is the claim that content c of entry n, a claim or a bare denial, answers in its report, or -1.
func (v *View) replyOf(n int32, c *claimItem) int {
	if c.reply == noReply {
		return -1
	}
	best := v.accusedOf(n, c)
	if best < 0 {
		best = v.reportedTo(n, c)
	}
	if best < 0 {
		best = v.repliedNear(n, c)
	}
	if best < 0 {
		best = v.clauseDenied(n, c)
	}
	if best < 0 {
		best = v.reportDenied(n, c)
	}
	if best < 0 {
		return -1
	}
	return int(v.claimOf[v.claimBase[n]+int32(best)])
}

// repliedNear is what a reply answers of what stands near it, by its place among the report's claims, or -1.
func (v *View) repliedNear(n int32, c *claimItem) int {
	e := v.entries[n]
	best, side, reach := -1, v.sideOf(n, c.source), replyReach
	switch {
	case c.reply == toClause || e.inClause(c):
		reach = clauseReach
	case c.reply == toPerson:
		reach = personReach
	}
	var owner []int32
	if c.disputes && e.owned(c) {
		owner = v.spokenOf(n, c)
	}
	ofNumber, ofReport := (c.disputes || c.denial) && e.ofNumber(c), e.ofReport(c)
	if v.ofOwnWords(n, c) {
		return -1
	}
	for k := range e.claims {
		d := &e.claims[k]
		if ofReport && (d.turnsOn != noReport || d.source >= 0 && e.sources[d.source].s.Kind == resolve.Person) {
			continue // what a minister says is no report
		}
		if ofNumber && !e.counts(d) || v.oneVoice(n, c.source, d.source) {
			continue
		}
		if len(owner) > 0 && (d.source < 0 || !slices.Contains(owner, v.sourceOf[v.sourceBase[n]+d.source])) || c.disputes && open(d.status) && !e.fromSame(ofAccountOnly(c), d) {
			continue // what is to be done is no account
		}
		if gap := c.spans[0].Start - d.spans[len(d.spans)-1].End; gap < 0 && c.reply != toWords && c.reply != toItself && (c.reply != toAccuser) || max(gap, -gap) > reach || !e.answerable(d, c) || v.claimOf[v.claimBase[n]+int32(k)] < 0 {
			continue
		}
		if c.reply != toPerson && anyShared(side, v.sideOf(n, d.source)) || inside(c.spans, d.spans) || !v.answersTo(n, c, d) || planesAndPlans(e, c, e, d) {
			continue
		}
		if best < 0 || e.answersBetter(c, d, &e.claims[best]) {
			best = k
		}
	}
	return best
}

// answersBetter reports whether a reply is to claim d of its report sooner than to one before it, both of which it can answer: by the words that it
// takes up of them, else to the last before it.
func (e *entry) answersBetter(c, d, before *claimItem) bool {
	switch c.reply {
	case toSuch:
		if x, y := e.answersSuch(c, d), e.answersSuch(c, before); x != y {
			return x
		}
	case toAccuser:
		if d.spans[0].Start > c.spans[0].Start && before.spans[0].Start < c.spans[0].Start {
			return false
		}
	case toWords:
		if after := d.spans[0].Start > c.spans[0].Start; after && before.spans[0].Start < c.spans[0].Start && strings.HasPrefix(c.spans[0].Text(e.r.Article.Text), "any ") {
			return false // what was told first
		}
		if x, y := common(c.gist.plain, d.gist.plain), common(c.gist.plain, before.gist.plain); x != y {
			return x > y
		}
		if d.spans[0].Start > c.spans[0].Start && before.spans[0].Start < c.spans[0].Start {
			return false
		}
	}
	return d.spans[0].Start > before.spans[0].Start
}

// accusedReach is how many bytes may stand between what somebody is accused of and his denial of "the allegations".
const accusedReach = 4000

// accusedOf is what somebody who denies "the allegations" is accused of in his report, by its place among its claims, or -1: the last that blames him.
// What was said last may be of something else.
func (v *View) accusedOf(n int32, c *claimItem) int {
	e := v.entries[n]
	if c.reply != toAll || c.source < 0 || !slices.ContainsFunc(words(c.spans[0].Text(e.r.Article.Text)), func(w word) bool { return accusalWords[w.stem] || accountStems[w.stem] }) {
		return -1
	}
	best, side := -1, v.sideOf(n, c.source)
	for k := range e.claims {
		d := &e.claims[k]
		gap := c.spans[0].Start - d.spans[len(d.spans)-1].End
		if gap < 0 || gap > accusedReach || !e.answerable(d, c) || v.claimOf[v.claimBase[n]+int32(k)] < 0 || anyShared(side, v.sideOf(n, d.source)) || !v.blamed(n, c, d) {
			continue
		}
		if d.deniesShare() >= contraryLeast {
			continue // who denies accuses nobody
		}
		if s := &e.sources[c.source]; s.s.Kind == resolve.Person && s.s.Name != "" && !e.does(s, d) {
			continue // what is said of his country, or about him, is not what he is accused of
		}
		if best < 0 || d.spans[0].Start > e.claims[best].spans[0].Start {
			best = k
		}
	}
	return best
}

// does reports whether a content tells something that a source did.
func (e *entry) does(s *sourceItem, d *claimItem) bool {
	for i := range e.r.Events {
		ev := &e.r.Events[i]
		if !spansHold(d.spans, ev.Trigger.Start) {
			continue
		}
		for _, p := range ev.Actors {
			if named(p.Text(e.r.Article.Text), s) {
				return true
			}
		}
	}
	return false
}

// reportedTo is what somebody answers who denies no more than "the report", by its place among its report's claims, or -1: the last before it that another
// outlet is cited for, where one is; what somebody else said to that report stands nearer.
func (v *View) reportedTo(n int32, c *claimItem) int {
	e := v.entries[n]
	ws := words(c.spans[0].Text(e.r.Article.Text))
	if c.reply != toAll || c.source < 0 || len(ws) > 3 || !slices.ContainsFunc(ws, func(w word) bool { return reportStems[w.stem] || mediaWords[w.hash] }) {
		return -1
	}
	best, side := -1, v.sideOf(n, c.source)
	for k := range e.claims {
		d := &e.claims[k]
		gap := c.spans[0].Start - d.spans[len(d.spans)-1].End
		if gap < 0 || gap > accusedReach || !e.answerable(d, c) || d.denial || len(d.denied) > 0 || v.claimOf[v.claimBase[n]+int32(k)] < 0 || anyShared(side, v.sideOf(n, d.source)) {
			continue
		}
		if len(v.exclusiveTo(item{n, int32(k)})) > 0 && (best < 0 || d.spans[0].Start > e.claims[best].spans[0].Start) {
			best = k
		}
	}
	return best
}

// openingReach is how far into a text what the report opens with may begin, in bytes.
const openingReach = 160

// reportDenied is the first claim of an outlet or of unnamed people behind a denial of "reports that" or "claims that" which its report opens with,
// by its place among the report's claims, or -1: what follows is the report that is denied, in whatever words.
func (v *View) reportDenied(n int32, c *claimItem) int {
	e := v.entries[n]
	text := c.spans[0].Text(e.r.Article.Text)
	if c.reply != toWords || c.spans[0].Start > openingReach || accountPhrase(text) == len(text) || strings.Contains(text[:accountPhrase(text)], " of ") {
		return -1
	}
	for k := range e.claims {
		d := &e.claims[k]
		if gap := d.spans[0].Start - c.spans[len(c.spans)-1].End; gap < 0 || gap > replyReach || v.claimOf[v.claimBase[n]+int32(k)] < 0 {
			continue
		}
		if !e.answerable(d, c) || d.denial || len(d.denied) > 0 || anyShared(v.sideOf(n, c.source), v.sideOf(n, d.source)) {
			return -1
		}
		if s := &e.sources[d.source]; v.asOutlet(e, s) == nil && !(s.s.Anonymous && s.s.Kind == resolve.Group) {
			return -1
		}
		return k
	}
	return -1
}

// answerable reports whether a content is what another, of its report, can be a reply to: somebody else tells it.
func (e *entry) answerable(d, c *claimItem) bool {
	said := d.spans[0].Text(e.r.Article.Text)
	switch {
	case c.source < 0, d.att >= 0 && d.source == c.source, e.byNobody(c):
		return false
	case d.att < 0:
		return c.reply == toClause && len(d.gist.plain) > 1 // "Norland is weighing a ban, which the minister has denied"
	case ownDenial.MatchString(smallLetters(plainMarks(said))), d.reply != noReply && d.reply != toAccuser:
		return false // a reply itself
	case e.supposes(d), !e.assertedBy(d), e.r.Attributions[d.att].Stance == read.Denies:
		return false
	}
	return len(d.gist.plain) > 1 || len(d.of) > 0 || len(d.gist.plain) == 1 && len(words(said)) > 3
}

// answersTo reports whether a reply, content c of entry n, can be to claim d of its report by what both say.
func (v *View) answersTo(n int32, c, d *claimItem) bool {
	e := v.entries[n]
	switch c.reply {
	case toWords:
		main := slices.DeleteFunc(slices.Clone(mainPlain(e, c)), func(h uint32) bool {
			return c.disputes && (accountStems[h] || accusalWords[h] || scornStems[h] || fictionStems[h] || ideaStems[h])
		})
		if first := stemsOfText(c.spans[0].Text(e.r.Article.Text)); len(c.spans) > 1 { // what he goes on with says more
			main = slices.DeleteFunc(main, func(h uint32) bool { return !inSorted(first, h) })
		}
		if d.predicate != 0 && len(c.told) > 0 && !inSorted(d.gist.plain, c.told[0]) && !saysOf(c, d.predicate) {
			return false // "denied that he broke the rules" and "the rules were followed"
		}
		if c.denial && d.saysNo(c) {
			return false
		}
		if e.deniesAny(c, d) {
			return true
		}
		if c.disputes && e.fromSame(ofAccountOnly(c), d) { // "the version of events in the diary"
			return true
		}
		same := common(main, d.gist.plain)
		if same > 0 && !c.disputes {
			same += float64(likeWords(main, d.gist.plain))
			if len(main) == 2 && same == 1 && e.tellsViolence(c) && e.tellsViolence(d) { // "striking a hospital", "bombed a hospital"
				same++
			}
		}
		if c.disputes {
			return same >= max(1, replyShared*float64(len(main)))
		}
		return same > 0 && same >= max(float64(min(2, len(main))), replyShared*float64(len(main))) || same > 0 && (len(c.told) > 0 && inSorted(d.gist.plain, c.told[0]) || e.blamedJustBefore(c, d)) // "denied that he had slapped a guest"
	case toAccuser:
		return len(d.of) > 0 && c.deniesShare() >= contraryLeast && common(c.gist.plain, d.gist.plain) > 0 && anyShared(v.sideOf(n, c.source), d.of) || e.unsays(c, d)
	case toSuch:
		return e.answersSuch(c, d) || !stepStems[e.suchStem(c)] && c.spans[0].Start-d.spans[len(d.spans)-1].End < suchReach
	case toOther:
		return e.answersOther(c, d)
	case toItself:
		return v.blamed(n, c, d)
	case toPerson:
		return d.source == c.whom || c.whom == anyPerson && e.sources[d.source].s.Kind == resolve.Person
	}
	return true
}

// blamedJustBefore reports whether a denial of one's own doing stands in the sentence behind what tells of whoever denies: "a clerk said the board had not acted
// on a complaint. The board denied that it had ignored one."
func (e *entry) blamedJustBefore(c, d *claimItem) bool {
	text := e.r.Article.Text
	if !c.denial || len(e.r.Attributions[c.att].Source) == 0 || !e.clears(c) || !named(joinSpans(text, d.spans), &e.sources[c.source]) {
		return false
	}
	end, start := d.spans[len(d.spans)-1].End, e.r.Attributions[c.att].Source[0].Start
	if start < end || start-end > behindBlame {
		return false
	}
	return strings.Count(text[end:start], ". ")+strings.Count(text[end:start], ".\n") <= 1 && !strings.Contains(text[end:start], "\n\n")
}

// behindBlame is how many bytes may stand between what is said and the denial in the next sentence.
const behindBlame = 60

// personReach is how many bytes may stand between what somebody says and the words that he is contradicted.
const personReach = 900

// clauseDenied is what a denial of other words answers that goes on with the sentence of a claim, by its place among the report's, or -1: "the Herald
// reported that she was for hire, but her agent denied that she took new work".
func (v *View) clauseDenied(n int32, c *claimItem) int {
	e := v.entries[n]
	text, a := e.r.Article.Text, &e.r.Attributions[c.att]
	if c.reply != toWords || !c.denial || len(a.Cue) == 0 || len(a.Source) == 0 {
		return -1
	}
	start := sentenceAround(text, c.spans[0]).Start
	best := -1
	for k := range e.claims {
		d := &e.claims[k]
		end := d.spans[len(d.spans)-1].End
		if d.spans[0].Start < start || end > a.Source[0].Start || v.claimOf[v.claimBase[n]+int32(k)] < 0 || !e.answerable(d, c) || anyShared(v.sideOf(n, c.source), v.sideOf(n, d.source)) {
			continue
		}
		between := " " + strings.ToLower(strings.TrimRight(text[end:a.Source[0].Start], " "))
		if slices.ContainsFunc([]string{" but", " although", " though", " while", " which"}, func(w string) bool { return strings.HasSuffix(between, w) }) {
			best = k
		}
	}
	return best
}
