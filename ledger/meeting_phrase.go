package ledger

import (
	"regexp"
	"slices"
	"strings"

	"sayso/resolve"
)

// Most denials name no denying: "there was no truth to the allegation", "nothing of the kind had happened", "we had nothing to do with the fire",
// "no such request was made", "it was Norland that asked". They answer what another said shortly before.

var (
	// groundlessWords say of an account that nothing stands behind it.
	groundlessWords = regexp.MustCompile(`\b(?:no|any|not a (?:word|shred|grain|iota|bit|scrap) of|without|lacks?|lacked|devoid of|little) (?:truth|substance|basis|foundation|merit|factual basis|basis in fact|evidence whatsoever)\b`)
	// nothingLike say that a thing did not happen without naming it.
	nothingLike = regexp.MustCompile(`\b(?:nothing of the (?:kind|sort)|no such thing|nothing like (?:that|this|it)|not a word of (?:it|this|that|which) (?:is|was) true|(?:did not|didn't|never) (?:happen|happened|take place|took place|occur|occurred)[.,!"]*$)`)
	// noPartIn say that whoever speaks has no part in a thing.
	noPartIn = regexp.MustCompile(`\b(?:nothing to do with|no (?:part|role|hand|involvement|connection) (?:in|with|to)|no (?:link|links|ties) to|(?:not|never) (?:been )?(?:behind|responsible for|involved in|to blame for|party to|a party to))\b`)
	// noSuch denies a thing that another spoke of, suchThing names it.
	noSuch    = regexp.MustCompile(`(?:\b(?:no|not|never|nor|neither|none|nobody|without)|n't)\b.*\bsuch (?:an? )?[a-z]`)
	suchThing = regexp.MustCompile(`\bsuch (?:an? )?([a-z]+)\b`)
	// wasOther say that another than the one who was named did a thing.
	wasOther = regexp.MustCompile(`^(?:that )?"?(?:it|this|that) (?:was|is) ([a-z'. -]{2,50}?) (?:who|that|which) `)
)

// otherWords is how a content that no cue of denying introduces answers what another says before it, by its phrases; noReply where it has none of them.
func (x *extractor) otherWords(c *claimItem, ws []word) reply {
	if aSpeech(c) {
		return noReply
	}
	said := plainMarks(strings.ToLower(joinSpans(x.a.Text, c.spans)))
	switch {
	case containsAny(said, "nothing ", "no such", "not a word", "happen", "place", "occur") && nothingLike.MatchString(said): // what is plain costs less to look for
		return toAll
	case len(c.denied) > 0 && containsAny(said, " truth", " substance", " basis", " foundation", " merit", " fact", " evidence") && groundlessWords.MatchString(said):
		return either(x.ownWords(ws, truthStems) > 0, toWords, toAll)
	case containsAny(said, "nothing to do", " no ", "no ", "not ", "never ") && (selfSaid(said) || len(c.denied) > 0 && !pointing[ws[0].hash]) && noPartIn.MatchString(said):
		return toItself
	case strings.Contains(said, " such ") && noSuch.MatchString(said):
		return toSuch
	case containsAny(said, "it was ", "it is ", "this was ", "that was ") && wasOther.MatchString(said):
		return toOther
	}
	return noReply
}

// truthStems are what is said not to stand behind an account.
var truthStems = setOfStems("truth substance basis foundation merit fact factual evidence whatsoever word shred grain iota bit scrap whatever")

// plainMarks is text with plain quotation marks and apostrophes.
func plainMarks(text string) string { return curly.Replace(text) }

var curly = strings.NewReplacer("’", "'", "‘", "'", "“", "\"", "”", "\"")

// selfSaid reports whether words open with whoever says them.
func selfSaid(said string) bool {
	first, _, _ := strings.Cut(strings.TrimPrefix(strings.TrimLeft(said, "\" "), "that "), " ")
	switch first {
	case "we", "i", "it", "he", "she", "they":
		return true
	}
	return false
}

// tells reports whether a word is no name and more than grammar.
func (w *word) tells() bool { return !stopStems[w.stem] && (!w.upper || w.open) }

// callsAccount reports whether a word is one for an account that somebody gives, or scorns it: "claim", "accusation", "baseless", "invented".
func callsAccount(stem uint32) bool {
	return accountStems[stem] || accusalWords[stem] || scornStems[stem] || fictionStems[stem]
}

// ownWords is how many telling words there are besides those that call an account or are in known.
func (x *extractor) ownWords(ws []word, known map[uint32]bool) (n int) {
	for _, w := range ws {
		if w.tells() && !forward[w.hash] && !known[w.stem] && !callsAccount(w.stem) && !notionStems[w.stem] {
			n++
		}
	}
	return n
}

// suchStem is the stem of what a content says that there was no such of, or 0.
func (e *entry) suchStem(c *claimItem) uint32 {
	found := suchThing.FindStringSubmatch(plainMarks(strings.ToLower(joinSpans(e.r.Article.Text, c.spans))))
	if found == nil {
		return 0
	}
	return hash32(stem([]byte(found[1])))
}

// stepStems are what can stand for whatever is to be done: "denied that such a step was planned" answers what says so by its words alone.
var stepStems = setOfStems("step steps move moves measure measures plan plans action decision thing case")

// suchReach is how many bytes may stand between what is said and a denial of "such a thing" that has no word of it.
const suchReach = 160

// answersSuch reports whether claim d, of a report, speaks of what content c says that there was no such of, by that word or one for the same.
func (e *entry) answersSuch(c, d *claimItem) bool {
	h := e.suchStem(c)
	return h != 0 && (inSorted(d.gist.plain, h) || likeSurely(h, d.gist.plain) || thoughtOf[h] && toCome(d.status))
}

// thoughtOf are what is thought of and not yet done: "there is no such plan", of what "is being prepared".
var thoughtOf = setOfStems("plan plans intention intentions proposal idea")

// toCome reports whether an event of that status is thought of or prepared.
func toCome(s resolve.Status) bool {
	return s == resolve.Planned || s == resolve.Considered || s == resolve.Proposed || s == resolve.Ordered
}

// likeSurely reports whether one of words is another for a stem.
func likeSurely(h uint32, words []uint32) bool {
	sense := senses()
	return slices.ContainsFunc(words, func(o uint32) bool {
		return sense[pairKey(h, o)] >= 1 && !vagueVerbs[h] && !vagueVerbs[o] || nounOf[h] == o || nounOf[o] == h
	})
}

// vagueVerbs have so many senses that they can stand for anything.
var vagueVerbs = setOfStems("go went gone run ran get got make made take took give gave come came pass passed hold held set put turn turned move moved work worked call called break broke draw carry cut play stand lead open raise cast keep kept part say said bring brought")

// nounOf is the verb for what a noun says that WordNet's pairs of stems do not have: "no agreement", "had agreed".
var nounOf = func() map[uint32]uint32 {
	m := map[uint32]uint32{}
	for _, pair := range strings.Split("agreement agreed|apology apologised|decision decided|meeting met|payment paid|loss lost|death died|sale sold|threat threatened|approval approved|refusal refused|deal agreed|truce agreed|warning warned|consultation consulted", "|") {
		noun, verb, _ := strings.Cut(pair, " ")
		m[hash32(stem([]byte(noun)))] = hash32(stem([]byte(verb)))
	}
	return m
}()

// answersOther reports whether claim d tells the deed that content c says another did: "it was Norland that asked".
func (e *entry) answersOther(c, d *claimItem) bool {
	if d.denial || len(d.denied) > 0 {
		return false
	}
	said := plainMarks(strings.ToLower(c.spans[0].Text(e.r.Article.Text)))
	found := wasOther.FindStringIndex(said)
	if found == nil || !namesSomebody(c.spans[0].Text(e.r.Article.Text), found[1]) {
		return false // "it was the same phone with which he rang"
	}
	for i, w := range words(said[found[1]:]) {
		if i > 3 {
			return false
		}
		if !stopStems[w.stem] {
			return inSorted(d.gist.plain, w.stem) || likeSurely(w.stem, d.gist.plain)
		}
	}
	return false
}

// namesSomebody reports whether a name or a pronoun stands in the first n bytes of words behind their first: "it was Norland that asked".
func namesSomebody(said string, n int) bool {
	for i, w := range words(said[:min(n, len(said))]) {
		if i > 1 && (w.upper || ownPronouns[smallLetters(w.Text(said))]) {
			return true
		}
	}
	return false
}

// countWords call an account that is a number.
var countWords = setOfStems("figure figures number numbers toll tally count estimate estimates statistic statistics")

// ofNumber reports whether what a content disputes is a number: then it answers nothing that has none.
func (e *entry) ofNumber(c *claimItem) bool {
	text := c.spans[0].Text(e.r.Article.Text)
	ws := words(text)
	for _, w := range ws[:min(6, len(ws))] {
		if countWords[w.stem] {
			return true
		}
		if accountStems[w.stem] || accusalWords[w.stem] {
			return false
		}
	}
	return false
}

// counts reports whether a content gives a number, or says that one is more or less.
func (e *entry) counts(c *claimItem) bool {
	return len(c.lows) > 0 || len(c.figures) > 0 || slices.ContainsFunc(words(joinSpans(e.r.Article.Text, c.spans)), func(w word) bool { return w.digit || amountWords[w.hash] })
}

var amountWords = setOfWords("half third quarter double twice triple percent percentage dozens scores hundreds thousands millions billions fewer less most tenfold")

// The bounds of a denial that follows what it denies, of a word or two.
const unsaysOwn = 1 // telling words that it denies beside, where it has two of the other's

// emptyStems are verbs that say of a thing that it was there: "no warning had been given", "never received a letter".
var emptyStems = setOfStems("give given gave make made receive received get got have has had hold held take took taken place happen happened exist existed occur occurred issue issued send sent carry carried discuss discussed mention mentioned reach reached whatsoever whatever single kind sort")

// knowing are what somebody may not do of a thing that there is.
var knowing = setOfStems("know knew known aware hear heard see seen saw find found recall remember learn learned")

// intentStems are what somebody says not to have who denies what he is said to be about to do.
var intentStems = setOfStems("decision decisions plan plans planned planning intention intentions intent intend intends intended intending")

// unsays reports whether reply c says that a thing is not so that claim d, told beside it in its report, turns on: the first word that it denies, empty
// verbs left out, is in the claim, and hardly another that is not.
func (e *entry) unsays(c, d *claimItem) bool {
	u := deniedOf(e, c, d, false)
	if u.same == 1 && u.own == 0 {
		return u.plan || u.empty || e.tellsNone(c) || negates(e, c, e, d) || d.status == resolve.Happened && c.mostlyDenied() && len(c.gist.plain) <= unsaysShort && common(c.denied, d.gist.plain) > 0
	}
	return u.same > 1 && u.own <= unsaysOwn
}

// unsaysAcross is [entry.unsays] of a claim of another report of the same days: all that is denied, two words and names or more, stands in it.
func (v *View) unsaysAcross(ia, ib item, alike float32) bool {
	ea, eb := v.entries[ia.entry], v.entries[ib.entry]
	a, b := &ea.claims[ia.n], &eb.claims[ib.n]
	if a.deniesShare() < b.deniesShare() {
		a, b, ia, ib, ea, eb = b, a, ib, ia, eb, ea
	}
	if alike <= 0 || a.denial || daysApart(ea, eb) > exclusiveDays || !ea.assertedBy(a) || !eb.assertedBy(b) || v.oneSource(ia, ib) {
		return false
	}
	u := deniedOf(ea, a, b, true)
	if u.same == 0 || u.own > 0 {
		return false
	}
	words := u.same + len(commonWord(a.gist.names, b.gist.names))
	if words == 1 && u.empty && anyShared(v.sideOfSource(ia), sideSet(joinSpans(eb.r.Article.Text, b.spans))) {
		words++ // "Norland had supplied the missiles", "never sent missiles", says Norland
	}
	return words > 1 && incidentsApart(ea, a, eb, b) == "" && !otherCountry(ea, a, eb, b)
}

// saysNone reports whether content c says that there is none of a thing which d, by another of its sayings, tells of: "has no recordings".
func (e *entry) saysNone(c, d *claimItem) bool {
	return e.tellsNone(c) && inSorted(d.gist.plain, e.firstDenied(c)) && d.deniesShare() < turnDenied
}

// A denialShare is how much of what a content denies another tells.
type denialShare struct {
	same, own   int  // its words that the other has, or one that can stand for it, and others
	plan, empty bool // it denies a plan; it denies with an empty verb
	noun        bool // it says that there is none of what is told to be to come: "no agreement"
}

// deniedOf is how much of what content c of an entry denies claim d tells, where and when too if whole; nothing where the first telling word that is
// denied is not in it. Of "none of its pilots had been captured" that is the capture.
func deniedOf(e *entry, c, d *claimItem, whole bool) (u denialShare) {
	none := e.tellsNone(c)
	if aSpeech(c) || aSpeech(d) || otherNames(c, d) || d.denial || d.deniesShare() > contraryMost || c.deniesShare() < either[float32](none, noneLeast, contraryLeast) || e.supposes(c) {
		return u
	}
	u.plan = e.foretells(c)
	told, heldBy := d.gist.plain, uint32(0)
	for _, s := range c.spans {
		ws := words(s.Text(e.r.Article.Text))
		for i, w := range ws {
			switch h := w.stem; {
			case i > 1 && ws[i-2].hash == ofWord && noneHeld[ws[max(0, i-3)].hash] && determiners[ws[i-1].hash]:
				heldBy = h
			case u.same > 0 && modifying[w.hash] && !whole:
				return u.settled(d) // "no storm in the area"
			case !inSorted(c.denied, h) || signStems[h] || h == heldBy:
			case intentStems[h]:
				u.plan = u.plan || u.same+u.own == 0
			case knowing[h] && !none:
				return denialShare{} // who did not know of a call does not deny it
			case emptyStems[h], knowing[h]:
				u.empty = true
			case inSorted(told, h):
				u.same++
				u.noun = u.noun || none && slices.Contains(d.told, h)
			case none && likeSurely(h, told):
				u.same++
				u.noun = u.noun || slices.ContainsFunc(d.told, func(t uint32) bool { return likeSurely(h, []uint32{t}) })
			default:
				if u.own++; u.same == 0 {
					return denialShare{}
				}
			}
		}
	}
	return u.settled(d)
}

// speechWords is how many telling words a content has from which it is a speech and no answer.
const speechWords = 16

// aSpeech reports whether a content is a speech, as in an interview: what it denies is one thing of many.
func aSpeech(c *claimItem) bool { return len(c.gist.plain) >= speechWords }

// otherNames reports whether two contents name others: "leaving the venture with Sorrel Lines", "no intention of leaving Norland".
func otherNames(c, d *claimItem) bool {
	return len(c.gist.own) > 0 && len(d.gist.own) > 0 && shared(c.gist.own, d.gist.own) == 0 && shared(c.gist.names, d.gist.names) == 0
}

// foretells reports whether a content says what will not be: that says nothing against what was.
func (e *entry) foretells(c *claimItem) bool {
	return containsAny(" "+strings.ToLower(joinSpans(e.r.Article.Text, c.spans)), " will not ", " would not ", "won't ", "won’t ", "wouldn't ", "wouldn’t ", " never would ")
}

// settled is nothing where what is told is to come and no plan is denied, or the other way about.
func (u denialShare) settled(d *claimItem) denialShare {
	if open(d.status) != u.plan && !(common(d.gist.plain, agreedStems) > 0 && (u.plan || u.noun)) {
		return denialShare{}
	}
	return u
}

// agreedStems say that what is to come is agreed.
var agreedStems = sortedSet(stemsOf("agreed agree decided decide promised promise"))

// noneLeast is the share of what a content says that it denies where it says that there is none of a thing: "the captain of the ferry had no licence".
const noneLeast = .12

var noneHeld = setOfWords("none neither any some")

// modifying are words behind which stands where or when a thing was not.
var modifying = setOfWords("in at on during within near around between before after since until inside outside along across")

// unsaysShort is how many telling words a content has at most that denies one of another's and nothing else.
const unsaysShort = 3

// oneVoice reports whether two sources of a report are one, or the one speaks for the other: "Falk, a spokeswoman for Quist", "Quist's office".
func (v *View) oneVoice(n, a, b int32) bool {
	if a < 0 || b < 0 {
		return false
	}
	if v.sourceOf[v.sourceBase[n]+a] == v.sourceOf[v.sourceBase[n]+b] {
		return true
	}
	e := v.entries[n]
	return speaksOf(&e.sources[a], &e.sources[b]) || speaksOf(&e.sources[b], &e.sources[a])
}

// speaksOf reports whether the words for a source say that it speaks for the person or body b.
func speaksOf(a, b *sourceItem) bool {
	if b.s.Name == "" && (b.s.Anonymous || b.s.Kind == resolve.Person || b.s.Kind == resolve.Group) || a.s.Kind == resolve.Outlet {
		return false
	}
	said := a.s.Role + " " + a.s.Affiliation + " " + a.s.Description
	if low := strings.ToLower(said); !speaking.MatchString(low) || containsAny(low, "former ", "ex-") {
		return false
	}
	if f := strings.Fields(strings.ToLower(mainPhrase(b.s.Description))); b.s.Name == "" && len(f) > 0 && bodyKinds[f[len(f)-1]] && holdsName(strings.ToLower(said), f[len(f)-1]) {
		return len(f) == 1 || f[0] == "the" && len(f) == 2 // "the coalition", "coalition spokesman"
	}
	return named(strings.Replace(said, a.s.Name, " ", 1), b)
}

// speaking are words for whoever speaks for another.
var speaking = regexp.MustCompile(`\b(?:spokes(?:man|woman|person)|office|lawyer|lawyers|attorney|press secretary|campaign|agent|representative)\b`)

// deniesAny reports whether a denial of "any strike" is of a claim of its report that tells of violence by whatever word.
func (e *entry) deniesAny(c, d *claimItem) bool {
	if ws := words(c.spans[0].Text(e.r.Article.Text)); len(ws) < 2 || ws[0].hash != anyWord || len(ws) > anyWords {
		return false
	}
	return e.tellsViolence(c) && e.tellsViolence(d)
}

// tellsViolence reports whether a content tells of violence.
func (e *entry) tellsViolence(c *claimItem) bool {
	return slices.ContainsFunc(e.r.Events, func(ev resolve.Event) bool {
		return ev.Type == "ASSAULT" && ev.Trigger.Len() > 0 && spansHold(c.spans, ev.Trigger.Start)
	})
}

// anyWords is how long a denial of any such thing is at most.
const anyWords = 6

// falseBesides says at the end that what was told is false: "all had returned and the claim was false".
var falseBesides = regexp.MustCompile(`\b(?:and|but) (?:that )?(?:the|that|this|such|his|her|their|its|those|these) (?:claims?|allegations?|accusations?|accounts?|assertions?|figures?|numbers?) (?:is|are|was|were) [a-z ]+["]?$`)

// ownReach is how many bytes may stand between what somebody says and his "this did not happen" of it.
const ownReach = 40

// ofOwnWords reports whether a content of entry n says that what its own source told right before did not happen: "I asked for guards. This did not happen."
func (v *View) ofOwnWords(n int32, c *claimItem) bool {
	e := v.entries[n]
	if c.reply != toAll || c.denial || !nothingLike.MatchString(plainMarks(strings.ToLower(c.spans[0].Text(e.r.Article.Text)))) && !notDone.MatchString(plainMarks(strings.ToLower(c.spans[0].Text(e.r.Article.Text)))) {
		return false
	}
	return slices.ContainsFunc(e.claims, func(d claimItem) bool {
		gap := c.spans[0].Start - d.spans[len(d.spans)-1].End
		return gap >= 0 && gap <= ownReach && d.source == c.source && d.reply == noReply
	})
}

// notDone opens with a thing that was said to be done and was not.
var notDone = regexp.MustCompile(`^"?(?:this|that|it) (?:did not|didn't|never|has not|hasn't) (?:been )?(?:happen|happened|take place|took place|occur|occurred|done)`)

// eventStem is in "the version of events".
var eventStem = stemsOf("events")[0]

// ofAccountOnly is the telling words of a disputed account besides those that call it one: "diary" of "the version of events in the diary".
func ofAccountOnly(c *claimItem) []uint32 {
	return slices.DeleteFunc(slices.Clone(c.gist.plain), func(h uint32) bool {
		return accountStems[h] || accusalWords[h] || scornStems[h] || fictionStems[h] || ideaStems[h] || h == eventStem
	})
}

// fromSame reports whether all telling words of a disputed account are in those that cite claim d: "the account in the diary" of what is told "according to a
// diary".
func (e *entry) fromSame(main []uint32, d *claimItem) bool {
	if len(main) == 0 || d.att < 0 {
		return false
	}
	a := &e.r.Attributions[d.att]
	cited := stemsOfText(joinSpans(e.r.Article.Text, a.Source) + " " + joinSpans(e.r.Article.Text, a.Cue))
	return !slices.ContainsFunc(main, func(h uint32) bool { return !inSorted(cited, h) })
}

// bareVerdict reports whether a content denies an account and says nothing of what that tells: "the report “200 percent wrong”".
func (e *entry) bareVerdict(c *claimItem) bool {
	if !c.denial || len(c.spans) != 1 {
		return false
	}
	text := c.spans[0].Text(e.r.Article.Text)
	ws := words(text)
	for i, w := range ws[:min(3, len(ws))] {
		if accountStems[w.stem] || accusalWords[w.stem] || reportStems[w.stem] {
			return i+1 == len(ws) || !ofWords[ws[i+1].hash] && !alleging[ws[i+1].hash] && i > 0 && determiners[ws[i-1].hash]
		}
	}
	return false
}

// speaksOfSame reports whether claim d speaks of what content c denies any part in, by a word or by one that can stand for it: "any role in the attack".
func (e *entry) speaksOfSame(c, d *claimItem) bool {
	return common(c.gist.plain, d.gist.plain)+float64(likeWords(c.gist.plain, d.gist.plain)) > 0 || slices.ContainsFunc(c.gist.plain, func(h uint32) bool { return deedStems[h] })
}

// deedStems call any deed of violence or any wrong.
var deedStems = setOfStems("attack attacks incident blast crime death deaths killing killings murder plot scheme matter affair")

// speaksOfItself is the words of a content before those by which it denies a part: "Norland's army was" of "Norland's army was not involved".
func (e *entry) speaksOfItself(c *claimItem) string {
	said := c.spans[0].Text(e.r.Article.Text)
	if at := noPartIn.FindStringIndex(said); at != nil {
		return said[:at[0]]
	}
	return ""
}
