package ledger

import "sayso/resolve"

// How many a ferry, a bus or a hall may hold is no number of those it held; and who says "it was not overloaded" is answered by "it carried more
// than it was licensed for", though they share no word.

var (
	// allowing are words for what may be, before "to" or "for" or behind "than it was".
	allowing = setOfStems("licensed licenced permitted allowed certified designed authorised authorized registered rated supposed")
	// crammed say in one word that something held more than it may.
	crammed      = setOfStems("overloaded overloading overload overcrowded overcrowding overfilled")
	overloadStem = stemsOf("overload")[0]
	capacity     = setOfStems("capacity limit limits maximum")
	beyond       = setOfWords("over above beyond exceeded exceeds exceeding exceed")
	keptTo       = setOfWords("within below under")
	manyWord     = hash32([]byte("many"))
	tooWord      = hash32([]byte("too"))
	moreWord     = hash32([]byte("more"))
)

// How many words may stand between "more" and "than", "than" and what is allowed, "exceeded" and the capacity.
const limitReach = 5

// overLimit is 1 where a content says that something held more than it may, -1 where it says that it did not, else 0.
func overLimit(ws []word, denial bool) int8 {
	for i, w := range ws {
		switch {
		case keptTo[w.hash] && nearStem(ws, i+1, capacity) > 0:
			return either8(denial, 1, -1)
		case crammed[w.stem], beyond[w.hash] && nearStem(ws, i+1, capacity) > 0, w.hash == tooWord && nextWord(ws, i) == manyWord && i+2 < len(ws) && peopleStems[ws[i+2].stem],
			w.hash == thanWord && nearStem(ws, i+1, allowing) > 0 && hasMore(ws, i):
			not := denial
			for k := max(0, i-limitReach); k < i; k++ {
				not = not != notWords[ws[k].hash]
			}
			return either8(not, -1, 1)
		}
	}
	return 0
}

func either8(b bool, x, y int8) int8 {
	if b {
		return x
	}
	return y
}

// nearStem is the place of the first word from i on, within reach, that is one of a set, or 0.
func nearStem(ws []word, i int, set map[uint32]bool) int {
	for k := i; k < min(len(ws), i+limitReach); k++ {
		if set[ws[k].stem] {
			return k
		}
	}
	return 0
}

// hasMore reports whether "more" stands before the "than" at i: "more people than it was licensed for".
func hasMore(ws []word, i int) bool {
	for k := i - 1; k >= max(0, i-limitReach); k-- {
		if ws[k].hash == moreWord {
			return true
		}
	}
	return false
}

// allowed reports whether a figure is how many may be: "licensed for 80", "allowed to carry 80".
func (e *entry) allowed(f *resolve.Figure) bool {
	text := e.r.Article.Text
	ws := words(text[max(0, f.Start-44):f.Start])
	for k := len(ws) - 1; k >= max(0, len(ws)-limitReach); k-- {
		if allowing[ws[k].stem] && k+1 < len(ws) && (ws[k+1].hash == toWord || ws[k+1].hash == forWord) {
			return true
		}
	}
	return false
}

// mayOnly reports whether a content says what may be and not what was: "the ferry was licensed to carry 80 passengers".
func mayOnly(ws []word) bool {
	for i, w := range ws {
		if allowing[w.stem] && i > 0 && copulas[ws[i-1].hash] && (nextWord(ws, i) == toWord || nextWord(ws, i) == forWord) {
			return !hasMore(ws, len(ws))
		}
	}
	return false
}
