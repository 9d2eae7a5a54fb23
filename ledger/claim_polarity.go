package ledger

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/read"
	"sayso/resolve"
)

// Which words of a content are denied: "Nobody was texting plans" denies the texting and the plans, "the envoy left
// because no talks were held" the talks alone. Two contents are one, or stand against each other, by the words that
// they have in common, not by whether a negation stands anywhere in them.

// forward are words that deny what follows them.
var forward = setOfWords("not no never none neither nor nobody nothing nowhere cannot cant without rarely hardly seldom barely scarcely dont didnt doesnt wasnt werent isnt arent wont hasnt havent hadnt wouldnt couldnt don't didn't doesn't wasn't weren't isn't aren't won't hasn't haven't hadn't wouldn't couldn't can't denies deny denied denying")

// turning are verbs that deny what they take: "failed to agree", "rejected a plan", "vetoed a strike", "ruled out a raid".
var turning = setOfWords("failed fails fail failing refused refuses refuse refusing declined declines rejected rejects reject rejecting vetoed vetoes dismissed dismisses cancelled canceled lacked lacks")

// backward are words that deny what stands before them in the sentence: "the report is false".
var backward = setOfWords("false untrue fake fabricated baseless unfounded wrong nonsense fictitious concocted")

// idle follow a negation and undo it: "no fewer than 24", "not only", "no doubt".
var idle = setOfWords("fewer less only just doubt matter necessarily least question")

var failing = setOfStems("fail")

// denyReach is how many telling words a negation denies where no mark or "but" ends it.
const denyReach = 6

// denied marks the words of one span of a content that are said not to be so.
func denied(text string, ws []word, turn bool) []bool {
	out := make([]bool, len(ws))
	left := 0
	for i, w := range ws {
		if i > 0 && breaks(text, ws[i-1].End, w.Start) && !(left > 0 && listed(text, ws, i)) || w.hash == butWord || w.hash == thatWord && i > 0 && ws[i-1].hash == andWord { // "no defect and that it was intended"
			left = 0
		}
		switch next := nextWord(ws, i); {
		case turning[w.hash] && offered(ws[i+1:]), failing[w.stem] && next != toWord: // "vetoed a plan", "the failed raid": the plan was there
		case (forward[w.hash] || turning[w.hash]) && !idle[next], w.hash == noWord && next == oneWordHash:
			left = denyReach
		case w.hash == outWord && i > 0 && ruling[ws[i-1].hash]: // "ruled out"
			left = denyReach
		case backward[w.hash] && turn && !(next != 0 && !breaks(text, w.End, ws[i+1].Start) && !stopStems[ws[i+1].stem]): // not "the wrong precinct"; in "dismissed the report as false" the cue has said it
			for k := i - 1; k >= 0 && !ends(text, ws[k].End, ws[k+1].Start); k-- {
				out[k] = !out[k]
			}
		case left > 0 && !stopStems[w.stem]:
			out[i] = true
			left--
		}
	}
	ofNothing(text, ws, out)
	undone(text, ws, out)
	return out
}

// ofNothing marks the verb whose object is "nothing": "we asked for nothing", "was told nothing in March"; not "said nothing was stolen".
func ofNothing(text string, ws []word, out []bool) {
	for i, w := range ws {
		if w.hash != nothingWord || i == 0 || auxiliary[nextWord(ws, i)] || breaks(text, ws[i-1].End, w.Start) {
			continue
		}
		for k := i - 1; k >= max(0, i-2) && !breaks(text, ws[k].End, ws[k+1].Start); k-- {
			if !stopStems[ws[k].stem] {
				out[k] = true
				break
			}
		}
	}
}

var nothingWord = hash32([]byte("nothing"))

// undone marks what was not: "the inspection" of "the inspection was never carried out". Behind the negation stands nothing but an empty verb.
func undone(text string, ws []word, out []bool) {
	for i, w := range ws {
		if !notWords[w.hash] && !negated[w.hash] {
			continue
		}
		empty, k := false, i+1
		for k < len(ws) && !breaks(text, ws[k-1].End, ws[k].Start) && (stopStems[ws[k].stem] || auxiliary[ws[k].hash] || emptyStems[ws[k].stem]) {
			empty = empty || emptyStems[ws[k].stem]
			k++
		}
		if !empty || k < len(ws) && !breaks(text, ws[k-1].End, ws[k].Start) {
			continue
		}
		for k = i - 1; k >= 0 && (stopStems[ws[k].stem] || auxiliary[ws[k].hash]) && !breaks(text, ws[k].End, ws[k+1].Start); k-- {
		}
		if k >= 0 && !breaks(text, ws[k].End, ws[k+1].Start) {
			out[k] = true
		}
	}
}

var negated = setOfWords("didn't didnt wasn't wasnt weren't werent hasn't hasnt haven't havent hadn't hadnt")

// listed reports whether the comma before the word at i only parts the items of a list that ends in "or": "did not discuss sources, methods or plans".
func listed(text string, ws []word, i int) bool {
	if strings.Trim(text[ws[i-1].End:ws[i].Start], " ") != "," {
		return false
	}
	for k := i; k < min(len(ws), i+listReach); k++ {
		switch {
		case orWords[ws[k].hash]:
			return true
		case auxiliary[ws[k].hash], k > i && breaks(text, ws[k-1].End, ws[k].Start) && strings.Trim(text[ws[k-1].End:ws[k].Start], " ") != ",":
			return false
		}
	}
	return false
}

// listReach is how many words behind a comma the "or" of its list stands at most.
const listReach = 6

var orWords = setOfWords("or nor")

var (
	thatWord, andWord                     = hash32([]byte("that")), hash32([]byte("and"))
	butWord, noWord, oneWordHash, outWord = hash32([]byte("but")), hash32([]byte("no")), hash32([]byte("one")), hash32([]byte("out"))
	ruling                                = setOfWords("ruled rules ruling rule")
)

func nextWord(ws []word, i int) uint32 {
	if i+1 < len(ws) {
		return ws[i+1].hash
	}
	return 0
}

// breaks reports whether a mark stands between two words that ends what a negation reaches.
func breaks(text string, from, to int) bool {
	for i := from; i < to; i++ {
		switch text[i] {
		case ',', ';', ':', '.', '!', '?', '\n', '(', ')':
			return true
		}
	}
	return false
}

func ends(text string, from, to int) bool {
	for i := from; i < to; i++ {
		switch text[i] {
		case ';', '.', '!', '?', '\n':
			return true
		}
	}
	return false
}

// polarity is the stems of a content that are denied in it, sorted; a denial turns it. Names are neither so nor not so.
func (x *extractor) polarity(spans []article.Span, denial bool) []uint32 {
	var out, so []uint32
	for _, s := range spans {
		ws := x.within(s)
		for i, is := range denied(x.a.Text, ws, !denial) {
			switch w := ws[i]; {
			case stopStems[w.stem] || forward[w.hash] || turning[w.hash] || w.upper && !w.open:
			case is != denial:
				out = append(out, w.stem)
			default:
				so = append(so, w.stem)
			}
		}
	}
	so = sortedSet(so)
	return sortedSet(slices.DeleteFunc(out, func(h uint32) bool { return inSorted(so, h) })) // "an attack? There will be no attack"
}

// plainStems are the telling words of a content that are no names, sorted: by them two contents agree or do not.
func (x *extractor) plainStems(spans []article.Span) []uint32 {
	var out []uint32
	for _, s := range spans {
		for _, w := range x.within(s) {
			if !stopStems[w.stem] && (!w.upper || w.open) {
				out = append(out, w.stem)
			}
		}
	}
	return sortedSet(out)
}

// isDenial reports whether an attribution says that its content is not so. "It was not clear whether" and "was not
// determined" leave it open; "does not believe that" denies it.
func isDenial(r *resolve.Reading, a *resolve.Attribution) bool {
	if a.Stance != read.Denies || isRefusal(r, a) {
		return false
	}
	text := r.Article.Text
	if len(a.Content) > 0 {
		if ws := words(a.Content[0].Text(text)); len(ws) > 0 && asking[ws[0].hash] {
			return false
		}
	}
	cue := " " + strings.ToLower(joinSpans(text, a.Cue)) + " "
	if pleads(text, a) { // to a charge, and not to what somebody tells
		return false
	}
	if containsAny(cue, " not ", "n't ", "n’t ", " never ") { // not "never liked telling", "does not see a way"
		return containsAny(cue, "believe", "think", "accept", "agree")
	}
	return true
}

// pleads reports whether an attribution is a plea, whose content says itself what it is: "pleaded not guilty".
func pleads(text string, a *resolve.Attribution) bool {
	return strings.Contains(" "+strings.ToLower(joinSpans(text, a.Cue)), " plead")
}

// offered reports whether the next words name what can be refused.
func offered(ws []word) bool {
	for _, w := range ws[:min(5, len(ws))] {
		if offers[w.stem] {
			return true
		}
	}
	return false
}

// isRefusal reports whether an attribution says that somebody will not have what was put to him, or does not give it: "rejected a proposal",
// "dismissed the lawsuit", "denied them funding". It denies nothing. What is rejected and is no account of anything is refused.
func isRefusal(r *resolve.Reading, a *resolve.Attribution) bool {
	if a.Stance != read.Denies || len(a.Content) == 0 {
		return false
	}
	cue, ws := strings.ToLower(joinSpans(r.Article.Text, a.Cue)), words(a.Content[0].Text(r.Article.Text))
	switch {
	case containsAny(cue, "reject", "oppos", "dismiss", "rebuff"):
		return offered(ws) || !tellsOf(ws)
	case strings.Contains(cue, "den"):
		if end := a.Cue[len(a.Cue)-1].End; a.Content[0].Start < a.Cue[0].Start { // "the nominee was denied access"
			after := words(r.Article.Text[end:min(len(r.Article.Text), end+40)])
			return slices.ContainsFunc(after[:min(3, len(after))], func(w word) bool { return granted[w.stem] })
		}
		return slices.ContainsFunc(ws[:min(3, len(ws))], func(w word) bool { return granted[w.stem] })
	}
	return false
}

// tellsOf reports whether words speak of what somebody says or call it false, or say something themselves: "the claim", "any link", "that he lied".
func tellsOf(ws []word) bool {
	for i, w := range ws {
		if accountStems[w.stem] || accusalWords[w.stem] || notionStems[w.stem] || mediaWords[w.hash] || auxiliary[w.hash] || verdict(ws, i) || i == 0 && (opening[w.hash] || w.hash == anyWord || w.hash == asWord) {
			return true
		}
	}
	return false
}

var (
	// offers are what can be refused.
	offers = setOfStems("proposal plan offer call request demand bid deal idea appeal motion invitation suggestion terms truce ceasefire lawsuit suit petition mediation")
	// granted are what is denied to somebody.
	granted = setOfStems("opportunity chance citizenship status confirmation bail visas funding access entry visa permission bail request asylum permit leave release parole motion appeal application")
	// notionStems are what somebody may have said or thought.
	notionStems = setOfStems("suggestion explanation explanations narrative notion rumour rumor speculation insinuation implication theory characterisation characterization description finding findings conclusion conclusions responsibility blame involvement link wrongdoing")
	anyWord     = hash32([]byte("any"))
)

var asking = setOfWords("whether if how why who when where")

// opposed is the share of the weight that two contents have in common, names left out, on words that the one denies and
// the other does not.
func opposed(a, b *claimItem) float32 {
	var all, against float32
	for _, f := range a.vec {
		if !inSorted(a.plain, f.stem) || !inSorted(b.plain, f.stem) {
			continue
		}
		all += f.weight
		if inSorted(a.denied, f.stem) != inSorted(b.denied, f.stem) {
			against += f.weight
		}
	}
	if all == 0 {
		return 0
	}
	return against / all
}

// mostlyDenied reports whether more than half of what a content says, names left out, is said not to be so.
func (c *claimItem) mostlyDenied() bool { return c.deniesShare() > .5 }

// deniesShare is the share of the weight of what a content says, names left out, that it says is not so.
func (c *claimItem) deniesShare() float32 {
	var all, denied float32
	for _, f := range c.vec {
		if !inSorted(c.plain, f.stem) {
			continue
		}
		all += f.weight
		if inSorted(c.denied, f.stem) {
			denied += f.weight
		}
	}
	if all == 0 {
		return 0
	}
	return denied / all
}

func inSorted(hs []uint32, h uint32) bool {
	lo, hi := 0, len(hs)
	for lo < hi {
		if m := (lo + hi) / 2; hs[m] < h {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo < len(hs) && hs[lo] == h
}
