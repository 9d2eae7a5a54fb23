package ledger

import (
	"slices"
	"strings"
)

// The bounds of what is contrary in few words: shares of what a content says that it denies, and of telling words in common.
const (
	contraryMost    = .2  // denied by the one that says it
	contraryLeast   = .34 // denied by the other, and of what both say
	contraryAlike   = .25 // cosine
	contraryShared  = .5  // of the shorter content's words
	contraryOfMore  = .33 // of the longer one's
	contraryOneWord = .34 // cosine where they have one word in common,
	contraryShort   = 5   // and the other's words then
	ownShared       = 3   // words in common with a report's own voice
)

// contrary reports whether of two contents of two sides, told within a few days, the one says that what the other tells is not so, in most of its words
// and with what it denies first: "none of the soldiers had died". The other may be a report's own voice. What costs most is asked last.
func (v *View) contrary(ia, ib item, alike float32) bool {
	ea, eb := v.entries[ia.entry], v.entries[ib.entry]
	a, b := &ea.claims[ia.n], &eb.claims[ib.n]
	if a.deniesShare() < b.deniesShare() {
		a, b, ia, ib, ea, eb = b, a, ib, ia, eb, ea
	}
	if alike < contraryAlike || b.deniesShare() > contraryMost || open(b.status) || daysApart(ea, eb) > exclusiveDays {
		return false
	}
	if !ea.assertedBy(a) || b.att >= 0 && !eb.assertedBy(b) || ia.entry == ib.entry && a.source == b.source {
		return false
	}
	if ia.entry == ib.entry && (ea.retells(a, b) || eb.retells(b, a)) {
		return false
	}
	if recallsOther(b, a) {
		return false // "a dairy accused of hiding tests has stopped production"
	}
	none := ea.tellsNone(a)
	if b.att < 0 && (eb.negative(b) || common(a.gist.plain, b.gist.plain) < ownShared) {
		return false // an outlet tells much besides
	}
	if !none && !v.negates(ia, ib) || !enoughWords(a, b, alike, none && (ea.atOutset(a) || inSorted(a.plain, receivedStem) && anyShared(b.gist.plain, sendingStems))) {
		return false
	}
	if !(opposed(a, b) >= contraryLeast && a.deniesShare() >= contraryLeast && inSorted(b.gist.plain, ea.firstDenied(a))) && !ea.toldNot(a) {
		return false
	}
	if ea.foretells(a) && !open(b.status) {
		return false // "would not take part in talks", "took part in the march"
	}
	if _, off := commonDay(a.anchor, b.anchor); off != "" || eb.supposes(b) || slices.ContainsFunc(b.gist.plain, func(h uint32) bool { return accountStems[h] }) {
		return false
	}
	return !anyShared(v.sideOfSource(ia), v.sideOfSource(ib)) && incidentsApart(ea, a, eb, b) == "" && !otherCountry(ea, a, eb, b)
}

// mayBlame reports whether a content can be what somebody denies who says that he had nothing to do with a thing: it names him or his side.
func (v *View) mayBlame(denial, other item) bool {
	ea, eb := v.entries[denial.entry], v.entries[other.entry]
	a, b := &ea.claims[denial.n], &eb.claims[other.n]
	if a.reply != toItself || a.source < 0 {
		return true
	}
	text := joinSpans(eb.r.Article.Text, b.spans)
	return named(text, &ea.sources[a.source]) || anyShared(v.sideOfSource(denial), sideSet(text)) || anyShared(sideSet(ea.speaksOfItself(a)), sideSet(text)) || denial.entry == other.entry && bareSubject.MatchString(smallLetters(text))
}

// retells reports whether content a is what others say by the word of whoever says content b: "some say that they could not, she said".
func (e *entry) retells(a, b *claimItem) bool {
	if a.att < 0 || b.source < 0 {
		return false
	}
	chain := e.r.Attributions[a.att].Chain
	return slices.ContainsFunc(chain[:max(0, len(chain)-1)], func(id string) bool { return sourcePlace(e.r, id) == b.source })
}

// planesAndPlans reports whether two contents have nothing but a stem in common: "lost no planes", "had been planned".
func planesAndPlans(ea *entry, a *claimItem, eb *entry, b *claimItem) bool {
	return inSorted(a.gist.plain, planeStem) && inSorted(b.gist.plain, planeStem) && ea.ofPlanes(a) != eb.ofPlanes(b)
}

var planeStem = stemsOf("planes")[0]

// ofPlanes reports whether a content speaks of aeroplanes.
func (e *entry) ofPlanes(c *claimItem) bool {
	said := smallLetters(joinSpans(e.r.Article.Text, c.spans))
	return strings.Contains(said, "plane ") || strings.Contains(said, "planes")
}

// atOutset reports whether a content opens with the word by which it tells that there is none of a thing: who "received no recordings" does not say that
// there are none.
func (e *entry) atOutset(c *claimItem) bool {
	ws := words(c.spans[0].Text(e.r.Article.Text))
	return slices.ContainsFunc(ws[:min(4, len(ws))], func(w word) bool { return noneWords[w.hash] }) && (noneWords[ws[0].hash] || ws[0].hash == thereWord)
}

var (
	receivedStem = stemsOf("received")[0]
	sendingStems = stemsOf("sent handed given")
)

var thereWord = hashString("there")

// negative reports whether a content has a word that denies something.
func (e *entry) negative(c *claimItem) bool {
	return slices.ContainsFunc(words(joinSpans(e.r.Article.Text, c.spans)), func(w word) bool { return forward[w.hash] || turning[w.hash] })
}

// enoughWords reports whether what one denies and another says have enough telling words in common; one is enough where the one says in
// two words that there is none of a thing and they are alike besides: "there were no fighters in the building".
func enoughWords(a, b *claimItem, alike float32, none bool) bool {
	n, few, many := common(a.gist.plain, b.gist.plain), min(len(a.gist.plain), len(b.gist.plain)), max(len(a.gist.plain), len(b.gist.plain))
	if n == 1 && len(a.gist.plain) <= 2 && many <= contraryShort && none {
		return alike >= contraryOneWord
	}
	return n >= max(2, contraryShared*float64(few), contraryOfMore*float64(many))
}

// tellsNone reports whether a content says that there is none of a thing, and not that something was not done.
func (e *entry) tellsNone(c *claimItem) bool {
	return slices.ContainsFunc(words(c.spans[0].Text(e.r.Article.Text)), func(w word) bool { return noneWords[w.hash] })
}

var noneWords = setOfWords("no nobody none nothing neither")

// firstDenied is the first word of a content that it says is not so, as a stem, or 0.
func (e *entry) firstDenied(c *claimItem) uint32 {
	for _, s := range c.spans {
		for _, w := range words(s.Text(e.r.Article.Text)) {
			if inSorted(c.denied, w.stem) && !signStems[w.stem] {
				return w.stem
			}
		}
	}
	return 0
}

// signStems are what somebody has not seen who says that a thing is not so: "no sign that the cargo had left".
var signStems = setOfStems("sign signs evidence indication indications proof trace truth")

// byNobody reports whether a content is told by a word that stands for somebody: "I", as in an interview.
func (e *entry) byNobody(c *claimItem) bool { return c.source >= 0 && e.sources[c.source].pronoun() }

// ofAccount reports whether a content says that an account is not so and not what the account says: "Veld's account of the wall was untrue".
func (e *entry) ofAccount(c *claimItem) bool {
	text := c.spans[0].Text(e.r.Article.Text)
	return c.disputes && accountPhrase(text) == len(text)
}

// supposes reports whether a content says only what would follow, or what is looked into: "an order to fire would be illegal", "reviewing whether to",
// "an investigation into claims that".
func (e *entry) supposes(c *claimItem) bool {
	text := strings.ToLower(joinSpans(e.r.Article.Text, c.spans))
	indefinite := strings.HasPrefix(text, "a ") || strings.HasPrefix(text, "an ") || strings.HasPrefix(text, "any ") || strings.HasPrefix(text, "such ") || strings.HasPrefix(text, "if ")
	return indefinite && containsAny(text, " would ", " could ", " might ") || containsAny(text, " whether ", "if true") || looksInto(firstWords(text, 5))
}

// issue is the word that a content turns on: what it says something to be or to have had done to it, else its first event's.
func (c *claimItem) issue() uint32 {
	if c.predicate == 0 && len(c.told) > 0 {
		return c.told[0]
	}
	return c.predicate
}

// saysNo reports whether a content says, as a denial does, that what the denial turns on is not so: "denied that he was briefed" and "decided not to
// brief him".
func (c *claimItem) saysNo(denial *claimItem) bool {
	h := denial.issue()
	return h != 0 && inSorted(c.denied, h) && inSorted(denial.denied, h)
}

// looksInto reports whether words are of an inquiry into what may be so: "an investigation into claims that the firm hid it".
func looksInto(ws []word) bool {
	for i := 1; i < min(5, len(ws)); i++ {
		if intoWords[ws[i].hash] && inquiries[ws[i-1].stem] {
			return true
		}
	}
	return false
}

var (
	inquiries = setOfStems("investigation investigations inquiry inquiries enquiry probe probes review reviews")
	intoWords = setOfWords("into of")
)

// saysMore reports whether of two contents the longer one says what the shorter says, and more, by telling words that are no names: three quarters of
// the shorter one's, three and more, or two and a number. Where only one of them says that something is not so, they do not say the same.
func saysMore(a, b *claimItem, later bool) bool {
	if !later {
		a, b = b, a
	}
	n := common(a.gist.plain, b.gist.plain)
	return min(len(a.vec), len(b.vec)) > 2 && (n >= 3 || n == 2 && sameCount(a, b)) && n >= saysAll*float64(len(a.gist.plain)) && max(a.deniesShare(), b.deniesShare())-min(a.deniesShare(), b.deniesShare()) < saysOther && a.mayOnly == b.mayOnly
}

// The bounds of saying the same and more: of the shorter content's words, and between what the two deny.
const saysAll, saysOther = .75, .4
