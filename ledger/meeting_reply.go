package ledger

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"sayso/article"
	"sayso/read"
	"sayso/resolve"
)

// A report tells what somebody says and what another says to it, who does not repeat it: "That is false", "denied it", "called the
// allegation nonsense", "denied that he had slapped a guest". Such a reply is to what stands near it in its own report.

// A reply is how a content answers what stands before it.
type reply byte

const (
	noReply   reply = iota
	toAll           // "that is a lie", "rejected the accusations": to the last that another said
	toWords         // "denied that …": to the last that another said with a word of it
	toItself        // "denied any involvement": to the last that tells of whoever denies
	toClause        // "…, a charge the firm denies": to the clause before
	toAccuser       // "it had struck no hospital": to the last that accuses the side of whoever says so
	toPerson        // "contradicted him": to the last that he said
	toSuch          // "no such request was made": to the last that speaks of one, else the last
	toOther         // "it was Norland that asked": to the last that has another ask
)

// replyReach is how many bytes may stand between what is said and the reply to it: the paragraph before, and no more.
const replyReach = 420

// clauseReach is how many bytes may stand between a clause and the retort that its sentence ends in.
const clauseReach = 60

var (
	pointing  = setOfWords("that this it these those they that's it's which")
	notSoEnds = setOfWords("happened happen existed exist took")
	// ownPart are what somebody denies who says that he has no part in a thing.
	ownPart = setOfStems("involvement responsibility role part wrongdoing negligence guilt blame knowledge link connection complicity")
)

// repliesAs is how a content answers what stands before it.
func (x *extractor) repliesAs(c *claimItem, ws []word) reply {
	if c.att < 0 || len(ws) == 0 {
		return noReply
	}
	switch {
	case x.recalledSaying(c.att), len(ws) > 2 && determiners[ws[0].hash] && beforeNow[ws[1].hash], c.lies && x.cueAccuses(c.att): // "accused Bell of lying": of what Bell said
		return noReply
	case x.pointsBack(ws), notTheCase(ws, c.denial), shortly(ws), len(ws) <= lyingReach && lies(ws[len(ws)-1:]):
		return toAll
	case c.accusation.answers, c.disputes && x.anAccount(c.att, ws):
		for _, w := range x.within(c.spans[0]) {
			if h := w.stem; !stopStems[h] && (!w.upper || w.open) && !accountStems[h] && !accusalWords[h] && !scornStems[h] && !fictionStems[h] && !ideaStems[h] && !lyingStems[h] && !denyingCues[h] {
				return toWords
			}
		}
		return toAll
	case c.disputes && falseBesides.MatchString(plainMarks(strings.ToLower(joinSpans(x.a.Text, c.spans)))):
		return toAll
	case !c.denial && x.e.limited(c):
		return noReply
	case !c.denial:
		if r := x.otherWords(c, ws); r != noReply || len(c.denied) == 0 {
			return r
		}
		return toAccuser
	case !x.cueDenies(c.att):
		return noReply
	}
	if said := strings.ToLower(joinSpans(x.a.Text, c.spans)); strings.Contains(said, "such ") && suchThing.MatchString(said) {
		return toSuch
	}
	for _, w := range ws[:min(3, len(ws))] {
		if ownPart[w.stem] {
			return toItself
		}
	}
	return toWords
}

// anAccount reports whether a content opens with the account that it disputes: "the claim as fabricated", "those figures".
func (x *extractor) anAccount(att int32, ws []word) bool {
	i := x.scorned(att, ws, denyingCues, func(w word) bool {
		return accountStems[w.stem] && !reportStems[w.stem] || w.stem == accountStem || ideaStems[w.stem]
	})
	return i == 0 || i > 0 && i < 3 && determiners[ws[0].hash] && ws[0].hash != aWord
}

// cueDenies reports whether an attribution says in so many words that its source denies: "denied that", not "does not believe".
func (x *extractor) cueDenies(att int32) bool {
	for _, s := range x.e.r.Attributions[att].Cue {
		for _, w := range x.within(s) {
			if outrightCues[w.stem] {
				return true
			}
		}
	}
	return false
}

// recalledSaying reports whether a report recalls what was said on an earlier day: "said last week that the report was false".
func (x *extractor) recalledSaying(att int32) bool {
	a := &x.e.r.Attributions[att]
	if a.Background || len(a.Cue) == 0 || len(a.Content) == 0 {
		return a.Background
	}
	at := a.Cue[len(a.Cue)-1].Start
	return containsAny(" "+x.a.Text[at:max(at, min(a.Content[0].Start, at+60))], " last ", " earlier", " previously", " ago ")
}

// pointsBack reports whether words say of what was told before that it is not so: "that is simply untrue", "a lie", "was not accurate", "it never happened".
func (x *extractor) pointsBack(ws []word) bool {
	for i, w := range ws[:min(6, len(ws))] {
		switch {
		case w.upper && !w.open:
			return false
		case untruths[w.stem], w.hash == wrongWord && i > 0 && i+1 == len(ws) && pastCopulas[ws[i-1].hash], truthful[w.hash] && verdict(ws, i), notSoEnds[w.hash] && i > 0 && notWords[ws[i-1].hash]:
			if i+1 < len(ws) && ws[i+1].hash == toWord {
				return false // "it is “not accurate” to say that"
			}
			return i > 0 && (pointing[ws[0].hash] || copulas[ws[0].hash] || determiners[ws[0].hash]) && (i+1 == len(ws) || goesOn[ws[i+1].hash] || x.a.Text[w.End] != ' ')
		case i == 0 && pointing[w.hash], copulas[w.hash], notWords[w.hash], determiners[w.hash], intensifying[w.hash], w.hash == didWord:
		default:
			return false
		}
	}
	return false
}

var (
	wrongWord      = hash32([]byte("wrong"))
	pastCopulas    = setOfWords("was were")
	accountStem    = stemsOf("account")[0]
	aWord, didWord = hash32([]byte("a")), hash32([]byte("did"))
	intensifying   = setOfWords("simply completely totally absolutely entirely utterly just plainly flatly categorically complete total absolute pure outright blatant utter sheer")
	goesOn         = setOfWords("and but there because nobody no we they he she from")
	untruths       = setOfStems("false untrue lie lies fabricated fabrication nonsense baseless unfounded groundless fake inaccurate incorrect fiction invention invented exaggeration")
	outrightCues   = setOfStems("denied denies deny denying refuted refutes rebutted")
)

// bareDenials marks the content that a source goes on with after "denied it" as the reply that this is.
func (x *extractor) bareDenials() {
	for i := range x.e.r.Attributions {
		a := &x.e.r.Attributions[i]
		if a.Stance != read.Denies || len(a.Content) == 0 {
			continue
		}
		if ws := x.within(a.Content[0]); len(ws) != 1 || !pointing[ws[0].hash] || ws[0].hash == whichWord {
			continue
		}
		source, best := x.sourceIndex(a.Chain), -1
		for k := range x.e.claims {
			c := &x.e.claims[k]
			if d := c.spans[0].Start - a.Content[0].End; c.source == source && source >= 0 && c.att >= 0 && d > 0 && d < replyReach && (best < 0 || c.spans[0].Start < x.e.claims[best].spans[0].Start) {
				best = k
			}
		}
		if best >= 0 {
			x.e.claims[best].reply = toAll
		}
	}
}

// replies are the meetings of replies with what stands before them in their reports.
func (v *View) replies(sets []int) []Meeting {
	main := map[int]bool{}
	for _, s := range sets {
		main[s] = true
	}
	var out []Meeting
	for _, s := range sets {
		for _, m := range v.claimSets[s][:min(mostSayings, len(v.claimSets[s]))] {
			it := v.claim[m]
			if !v.current[it.entry] {
				continue
			}
			if to := v.repliedTo(it); to >= 0 && main[to] && to != s {
				out = append(out, v.replyTo(s, to, it))
				break
			}
		}
	}
	return out
}

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

// owned reports whether a content calls an account by whose it is: "the coalition's account".
func (e *entry) owned(c *claimItem) bool {
	ws := words(c.spans[0].Text(e.r.Article.Text))
	for i, w := range ws[:min(6, len(ws))] {
		if accountStems[w.stem] || accusalWords[w.stem] {
			before := c.spans[0].Text(e.r.Article.Text)[:w.Start]
			return i > 0 && containsAny(before, "'s ", "’s ", "s' ", "s’ ")
		}
	}
	return false
}

// ofOwned reports whether a content denies an account by whose it is and says nothing of what it tells: "the budget office's estimate".
func (e *entry) ofOwned(c *claimItem) bool { return c.denial && e.owned(c) && e.ofAccount(c) }

// inClause reports whether a reply of no more than "this" or "it" goes on with a sentence, whose first clause it answers ("the hills are occupied land,
// although Vale disputes this"), or may as well turn something down as call it untrue ("it was dismissed by the senate").
func (e *entry) inClause(c *claimItem) bool {
	text, a := e.r.Article.Text, &e.r.Attributions[c.att]
	if c.reply != toAll || len(a.Cue) == 0 || len(words(c.spans[0].Text(text))) != 1 {
		return false
	}
	first := min(c.spans[0].Start, a.Cue[0].Start)
	led := strings.ToLower(text[min(first, sentenceAround(text, c.spans[0]).Start):first])
	return containsAny(strings.ToLower(joinSpans(text, a.Cue)), "dismiss", "reject") || containsAny(led, ", although ", ", though ", ", but ", ", while ", ", even though ")
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
	return c.source >= 0 && d.source != c.source && !ownDenial.MatchString(smallLetters(plainMarks(d.spans[0].Text(e.r.Article.Text)))) && (d.reply == noReply || d.reply == toAccuser) && !e.supposes(d) && !e.byNobody(c) && e.assertedBy(d) && e.r.Attributions[d.att].Stance != read.Denies && (len(d.gist.plain) > 1 || len(d.of) > 0 || len(d.gist.plain) == 1 && len(words(d.spans[0].Text(e.r.Article.Text))) > 3)
}

// beforeNow are words for what was told earlier, which may be one's own: "the earlier number was wrong".
var beforeNow = setOfWords("earlier previous first initial original")

// ownDenial opens what itself denies another's words: "We strongly reject the baseless allegations".
var ownDenial = regexp.MustCompile(`^"?(?:we|i|it|they) (?:\w+ly )?(?:reject|deny|dismiss|refute|rejects|denies)\b`)

// assertedBy reports whether somebody who is called something says that a content is so, or that it is not.
func (e *entry) assertedBy(c *claimItem) bool {
	if c.att < 0 || c.source < 0 || c.unsettled || e.byNobody(c) {
		return false
	}
	switch e.r.Attributions[c.att].Stance {
	case read.Demands, read.Asks, read.Promises:
		return false
	}
	return true
}

// pronoun reports whether a source is nobody but a word that stands for somebody: "I", as in an interview, or "some".
func (s *sourceItem) pronoun() bool {
	return s.s.Name == "" && nobodys[strings.ToLower(s.s.Description)]
}

var nobodys = setOf("i we you they he she it who some others many anyone everyone nobody people that which")

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
		return same > 0 && same >= max(float64(min(2, len(main))), replyShared*float64(len(main))) || same > 0 && len(c.told) > 0 && inSorted(d.gist.plain, c.told[0]) // "denied that he had slapped a guest"
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

// shortly reports whether few words end in "not true": "Nice try, not true".
func shortly(ws []word) bool {
	n := len(ws)
	return n > 1 && n <= 5 && truthful[ws[n-1].hash] && notWords[ws[n-2].hash] && !slices.ContainsFunc(ws[1:], func(w word) bool { return w.upper })
}

// notTheCase reports whether words say no more than that what was told is not so: "that was not the case", of a denial "that that was the case".
func notTheCase(ws []word, denial bool) bool {
	not, ends := false, false
	for _, w := range ws {
		switch {
		case notWords[w.hash]:
			not = true
		case caseWords[w.hash]:
			ends = true
		case pointing[w.hash], copulas[w.hash], determiners[w.hash], w.hash == thatWord, perfect[w.hash]:
		default:
			return false
		}
	}
	return ends && not != denial
}

var (
	caseWords = setOfWords("case so true")
	perfect   = setOfWords("has had have ever")
)

// replyShared is how much of a reply's telling words stands in what it answers.
const replyShared = .34

// longestSpan is the part of a content that says most: "has paid for terror" of "Peru, he said, has paid for terror".
func longestSpan(spans []article.Span) article.Span {
	return slices.MaxFunc(spans, func(a, b article.Span) int { return a.Len() - b.Len() })
}

// sayingIn is the saying of a claim in a report, or nil.
func (v *View) sayingIn(set int, entry int32) *claimItem {
	for _, m := range v.claimSets[set] {
		if at := v.claim[m]; at.entry == entry {
			return &v.entries[entry].claims[at.n]
		}
	}
	return nil
}

// replyTo is the meeting of a reply, the saying it of a set, with the claim that it answers.
func (v *View) replyTo(set, to int, it item) Meeting {
	m := v.pairOf(set, to)
	e := v.entries[it.entry]
	if d := v.sayingIn(to, it.entry); d != nil { // as the report has both
		m.EarlierWords, m.LaterWords = v.ref(it.entry, longestSpan(d.spans)), v.ref(it.entry, longestSpan(e.claims[it.n].spans))
		if set < to {
			m.EarlierWords, m.LaterWords = m.LaterWords, m.EarlierWords
		}
	}
	m.Reason = fmt.Sprintf("the %s answers what another says in %s", either(set > to, "later", "earlier"), label(e))
	if d := v.sayingIn(to, it.entry); d != nil && e.claims[it.n].reply == toAccuser && d.spans[0].Start > e.claims[it.n].spans[0].Start {
		m.Reason = fmt.Sprintf("the %s says that it is not so, the %s that it is", either(set > to, "later", "earlier"), either(set > to, "earlier", "later"))
	}
	if w := negationIn(e, &e.claims[it.n]); w != "" {
		m.Reason += " (“" + w + "”)"
	}
	if s := v.denier(set); s != "" {
		m.Denier = s
	} else if s, _ := v.speaker(v.claimSets[set][0]); s != "" {
		m.Denier = s
	}
	if m.Denier != "" {
		m.Reason += "; " + v.sourceName(m.Denier) + " denies it"
	}
	return m
}
