package ledger

import (
	"regexp"
	"slices"
)

// What a content is about is its main clause. "Workers had complained of cracks before a crane collapsed" is about the complaint, "the damaged painting
// was cleaned" about the cleaning: neither is one with "a crane collapsed" or "a painting was damaged", though all of the other's words are in it.

// aroundWords open a clause that only says when, where or of whom the main one is.
var aroundWords = setOfWords("before after when while which who whose where following despite since until")

// A thePoint is the stems of the words of a content that its main clause tells of, and of those that stand beside it.
type thePoint struct {
	verbs  []uint32 // of the events that it tells by a verb
	main   []uint32 // all telling words of the main clause
	around []uint32 // of the others
	whom   bool     // a participle says of whom the main clause tells: "the two men arrested over the theft were at work"
}

// aboutOf parts a content's words.
func (e *entry) aboutOf(c *claimItem) (a thePoint) {
	text := e.r.Article.Text
	for _, s := range c.spans {
		ws := words(s.Text(text))
		for i := range ws {
			ws[i].Start += s.Start
			ws[i].End += s.Start
		}
		aside := besideMain(text, ws)
		for i := range ws {
			a.whom = a.whom || reducedTo(text, ws, i) > 0
		}
		for i, w := range ws {
			switch {
			case stopStems[w.stem]:
			case aside[i] || attributive(text, ws, i):
				a.around = append(a.around, w.stem)
			default:
				a.main = append(a.main, w.stem)
			}
		}
		for k := range e.r.Events {
			t := e.r.Events[k].Trigger
			i := slices.IndexFunc(ws, func(w word) bool { return w.Start == t.Start })
			if i >= 0 && !aside[i] && !attributive(text, ws, i) && !stopStems[ws[i].stem] && (i == 0 || !determining[ws[i-1].hash]) {
				a.verbs = append(a.verbs, ws[i].stem)
			}
		}
	}
	a.verbs, a.main, a.around = sortedSet(a.verbs), sortedSet(a.main), sortedSet(a.around)
	return a
}

// besideMain marks the words of a content that stand in clauses of time and of whom, up to a mark. One that opens the content ends at its comma.
func besideMain(text string, ws []word) []bool {
	out := make([]bool, len(ws))
	in, verb := false, -1
	for i, w := range ws {
		if n := reducedTo(text, ws, i); n > 0 {
			in, verb = true, n
		}
		if i == verb {
			in = false
		}
		if in && i > 0 && breaks(text, ws[i-1].End, w.Start) {
			in = false
		}
		in = in || aroundWords[w.hash] && (i > 2 || i == 0)
		out[i] = in
	}
	return out
}

// reducedTo is the place of the main verb where a participle at i only says which people or things it tells of, "The two men [arrested over the theft] were at
// work", else 0.
func reducedTo(text string, ws []word, i int) int {
	if i < 1 || i+2 >= len(ws) || auxiliary[ws[i-1].hash] || determining[ws[i-1].hash] || ws[i-1].hash == toWord || ws[i].upper || !reducing[ws[i+1].hash] || breaks(text, ws[i-1].End, ws[i].Start) {
		return 0
	}
	if t := ws[i].Text(text); !(len(t) > 4 && t[len(t)-2:] == "ed") && !participles[ws[i].hash] {
		return 0
	}
	for k := i + 2; k < len(ws) && !breaks(text, ws[k-1].End, ws[k].Start); k++ {
		if copula[ws[k].hash] {
			return k
		}
		if auxiliary[ws[k].hash] || aroundWords[ws[k].hash] || conjunction[ws[k].hash] {
			return 0
		}
	}
	return 0
}

// reducing are words behind such a participle, and participles those that do not end in "ed".
var (
	reducing    = setOfWords("over in after for by at on with during from near under")
	participles = setOfWords("held hurt found caught shot sent taken known hit lost")
	conjunction = setOfWords("that and but if because than as")
)

// attributive reports whether a word only says which thing the next one is: "the damaged painting".
func attributive(text string, ws []word, i int) bool {
	if i == 0 || i+1 >= len(ws) || !determining[ws[i-1].hash] || breaks(text, ws[i].End, ws[i+1].Start) {
		return false
	}
	end := ws[i].Text(text)
	return len(end) > 3 && end[len(end)-2:] == "ed" && !stopStems[ws[i+1].stem]
}

var determining = setOfWords("the a an its his her their this that these those some")

// besideThePoint reports whether two contents are about two things: the one tells by the way what the other is about, or they have little in common and the
// one's verb is not in the other. What one report says twice has one verb.
func besideThePoint(ea *entry, a *claimItem, eb *entry, b *claimItem) bool {
	x, y := ea.aboutOf(a), eb.aboutOf(b)
	if x.whom && !y.whom && tellsByTheWay(y, x) || y.whom && !x.whom && tellsByTheWay(x, y) {
		return true
	}
	if len(x.verbs) == 0 || len(y.verbs) == 0 || likeWords(x.verbs, y.verbs) > 0 || likeWords(y.verbs, x.verbs) > 0 {
		return false
	}
	in, of := len(commonWord(x.verbs, y.main)) > 0, len(commonWord(y.verbs, x.main)) > 0
	switch {
	case in && of:
		return false
	case ea == eb || len(commonWord(a.gist.plain, b.gist.plain)) <= fewWords && len(a.gist.plain) > 1 && len(b.gist.plain) > 1:
		return !in && !lightVerbs(x.verbs) || !of && !lightVerbs(y.verbs)
	case in || of:
		return false
	}
	return len(commonWord(x.verbs, y.around)) > 0 || len(commonWord(y.verbs, x.around)) > 0
}

// tellsByTheWay reports whether the verbs of x, or others for them, stand in what y says of whom it tells, and not in what it tells of them.
func tellsByTheWay(x, y thePoint) bool {
	return len(x.verbs) > 0 && likeWords(x.verbs, y.main) == 0 && len(commonWord(x.verbs, y.main)) == 0 && (likeWords(x.verbs, y.around) > 0 || len(commonWord(x.verbs, y.around)) > 0)
}

// fewWords is how many words in common are little.
const fewWords = 2

// lightVerbs reports whether verbs say nothing by themselves.
func lightVerbs(verbs []uint32) bool {
	return !slices.ContainsFunc(verbs, func(h uint32) bool { return !vagueVerbs[h] && !emptyStems[h] && !wishing[h] })
}

// antonyms are words of which two contents that are alike otherwise say contrary things.
var antonyms = [][2]uint32{antonym("passed", "failed"), antonym("alive", "killed"), antonym("alive", "dead"), antonym("open", "closed"), antonym("accepted", "rejected"), antonym("won", "lost"), antonym("raised", "cut"),
	antonym("rose", "fell"), antonym("innocent", "guilty"), antonym("armed", "unarmed"), antonym("safe", "unsafe"), antonym("destroyed", "exist"), antonym("supported", "opposed"), antonym("legal", "illegal"), antonym("lawful", "unlawful")}

func antonym(a, b string) [2]uint32 { return [2]uint32{stemsOf(a)[0], stemsOf(b)[0]} }

// contraryWords reports whether of two contents the one has a word and the other its contrary, and neither both.
func contraryWords(a, b *claimItem) bool {
	for _, p := range antonyms {
		for _, q := range [][2]uint32{p, {p[1], p[0]}} {
			if inSorted(a.plain, q[0]) && inSorted(b.plain, q[1]) && !inSorted(a.plain, q[1]) && !inSorted(b.plain, q[0]) && inSorted(a.denied, q[0]) == inSorted(b.denied, q[1]) {
				return true
			}
		}
	}
	return false
}

// ofTwoSpeakers reports whether two contents tell what their own speakers do, and these are two: "it would spend more on its fleet", say two firms.
func ofTwoSpeakers(ea *entry, a *claimItem, eb *entry, b *claimItem) bool {
	if a.source < 0 || b.source < 0 || !ea.ofSelf(a) || !eb.ofSelf(b) {
		return false
	}
	x, y := &ea.sources[a.source], &eb.sources[b.source]
	if ea == eb {
		return a.source != b.source
	}
	verdict, _, _ := compareSources(ea, x, eb, y)
	return verdict == Distinct && ofOneBody(x, y) == "" && x.s.Name != "" && y.s.Name != ""
}

// ofSelf reports whether a content tells what its speaker will do: "it would spend more".
func (e *entry) ofSelf(c *claimItem) bool {
	return selfPlans.MatchString(smallLetters(c.spans[0].Text(e.r.Article.Text)))
}

var selfPlans = regexp.MustCompile(`^"?(?:that )?(?:it|they|we|i) (?:would|will|plans?|planned|intends?|intended)\b`)

// How sure a content is of what it denies.
const (
	plainly uint8 = iota
	noEvidence
	notExcluded
)

// sureness is how sure a content is of what it denies: "no evidence that", "has not ruled out".
func (e *entry) sureness(c *claimItem) uint8 {
	said := smallLetters(joinSpans(e.r.Article.Text, c.spans))
	switch {
	case notRuledOut.MatchString(said):
		return notExcluded
	case nothingFound.MatchString(said):
		return noEvidence
	}
	return plainly
}
