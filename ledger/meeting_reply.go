package ledger

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"sayso/article"
	"sayso/read"
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
		for _, w := range untilVerdict(x.within(c.spans[0])) {
			if h := w.stem; w.tells() && !callsAccount(h) && !ideaStems[h] && !lyingStems[h] && !denyingCues[h] {
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

// untilVerdict is the words of a content up to a verdict behind which it goes on with a clause of its own: "The allegations are false[ and we are considering
// legal action]"; else all.
func untilVerdict(ws []word) []word {
	for i := range ws[:max(0, len(ws)-2)] {
		if i > 1 && verdict(ws, i) && copulas[ws[i-1].hash] && (ws[i+1].hash == andWord || ws[i+1].hash == butWord) && ownSubject[ws[i+2].hash] {
			return ws[:i+1]
		}
	}
	return ws
}

var ownSubject = setOfWords("we i he she they it our")

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
