package ledger

import "sayso/read"

// A statement turns against a thing where its cue takes it ("dismissed the claims as propaganda") or its words say of it that it is not so
// ("the figure is an exaggeration", "these baseless claims"). A word of scorn elsewhere in it is about something else: "criticised him for
// his remarks", "any policies or comments that discriminate are wrong".

var (
	// scornStems are what somebody says an account to be that he turns against.
	scornStems = setOfStems("premature speculative speculation irresponsible false untrue unverified unsubstantiated baseless unfounded groundless misleading inaccurate incorrect wrong fabricated fabrication fake bogus sensational one-sided selective nonsense rubbish ridiculous absurd preposterous propaganda disinformation misinformation hoax smear slander myth fictitious concocted mendacious ludicrous laughable")

	// denyingCues say that what they take is not so; scornCues disapprove of it too.
	denyingCues = setOfStems("rejected rejects dismissed dismisses refuted refutes rebutted denied denies rubbished disputed disputes")
	scornCues   = setOfStems("criticised criticized criticises criticizes slammed slams condemned condemns denounced denounces rejected rejects dismissed dismisses refuted refutes rebutted denied denies blasted rebuked rubbished disputed disputes")

	// truthful are what an account is said not to be.
	truthful = setOfWords("true accurate correct so factual")

	copulas     = setOfWords("is are was were be been being as isn't isnt aren't arent wasn't wasnt weren't werent it's that's")
	notWords    = setOfWords("not isn't isnt aren't arent wasn't wasnt weren't werent never")
	determiners = setOfWords("the a an this that these those such its his her their our your any all some")
	ofWords     = setOfWords("of for about over in on to by with from at that which who against after because")
)

// How many words a verdict can stand behind the noun that it is of, and behind the "is" that says it.
const verdictReach, copulaReach = 12, 4

// scorned is where a statement turns against a thing that noun knows, as an index of its words, or -1.
func (x *extractor) scorned(att int32, ws []word, cues map[uint32]bool, noun func(word) bool) int {
	a := &x.e.r.Attributions[att]
	takes := a.Stance == read.Denies
	for _, s := range a.Cue {
		for _, w := range x.within(s) {
			takes = takes || cues[w.stem]
		}
	}
	led := true // no preposition and no verb so far: the noun heads what the cue takes
	for i, w := range ws {
		if noun(w) && (takes && led || (led || !takes) && (verdictAfter(x.a.Text, ws, i) || verdictBefore(ws, i))) {
			return i // not "rebutted the accusation that its articles were false"
		}
		led = led && !auxiliary[w.hash] && !(ofWords[w.hash] && i > 0)
	}
	return -1
}

// verdict reports whether the words from i on say of something that it is not so: "false", "a complete fabrication", "not true".
func verdict(ws []word, i int) bool {
	return scornStems[ws[i].stem] || fictionStems[ws[i].stem] || truthful[ws[i].hash] && (i > 0 && notWords[ws[i-1].hash] || i > 1 && notWords[ws[i-2].hash])
}

// verdictAfter reports whether a verdict on the noun at i stands behind it: "the claims, he said, are false", "the report fiction".
func verdictAfter(text string, ws []word, i int) bool {
	said, copula, reach := i+1, false, verdictReach
	if i+1 < len(ws) && alleging[ws[i+1].hash] { // "the report that top officials had been told of the leak in May was false"
		reach *= 2
	}
	for k := i + 1; k < min(len(ws), i+reach); k++ {
		if ends(text, ws[k-1].End, ws[k].Start) {
			return false
		}
		if verdict(ws, k) && k <= said+copulaReach && (copula || k <= i+2) {
			return true
		}
		if copulas[ws[k].hash] {
			said, copula = k, true
		}
	}
	return false
}

// verdictStems is the stems by which a verdict is more of one: "200 percent" of "200 percent wrong".
func verdictStems(text string) (out []uint32) {
	ws := words(text)
	for i := range ws {
		if !verdict(ws, i) {
			continue
		}
		for k := i - 1; k >= 0 && (ws[k].digit || intensifying[ws[k].hash] || percents[ws[k].hash]); k-- {
			out = append(out, ws[k].stem)
		}
	}
	return out
}

var percents = setOfWords("percent per cent")

// verdictBefore reports whether a verdict opens the phrase that the noun at i ends: "baseless allegations", "such selective reporting".
func verdictBefore(ws []word, i int) bool {
	for k := i - 1; k >= max(0, i-3); k-- {
		if verdict(ws, k) && (k == 0 || determiners[ws[k-1].hash]) {
			return true
		}
	}
	return false
}
