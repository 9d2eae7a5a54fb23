package ledger

import (
	"math"
	"slices"
)

// How like two counts are, and a count and an incident.

// likeOccasion scores u, whose weights are spread over the words of the story, against the units of an occasion; very low
// where it cannot be the same.
func (v *View) likeOccasion(u *unit, o *occasion, units []unit, spread []float64) float64 {
	if u.craft > 0 && o.craft > 0 && u.craft != o.craft {
		return -9
	}
	if u.exact && o.exact && (u.first > o.last+1 || o.first > u.last+1) {
		return -9
	}
	if u.ordinal > 0 && slices.ContainsFunc(o.units, func(i int) bool { return units[i].ordinal > 0 && units[i].ordinal != u.ordinal }) {
		return -9
	}
	if u.last < o.first-1 || u.first > o.last+4 && u.timed {
		return -9
	}
	best, told := -9.0, false
	// Told of more than eight days, "in March", by u or by all that the occasion has: days alone bind nothing then.
	wide := u.last-u.first > 8 || len(o.units) == 1 && units[o.units[0]].timed && o.last-o.first > 8
	again := u.exact && o.exact && u.first == o.first && u.counts[0] >= 10 && toldIn(u, o, units) // others have it: it is no other's
	for k := len(o.units) - 1; k >= 0 && k > len(o.units)-8; k-- {
		w := &units[o.units[k]]
		if w.entry == u.entry {
			if again {
				continue
			}
			return -9 // the report tells them apart
		}
		if v.nextDay(u, w) {
			return -9
		}
		for _, m := range knownBy {
			n := u.counts[m]
			told = told || n >= 10 && n == w.counts[m] || u.rising && n > w.counts[m] && w.counts[m] > 0
		}
		told = told || u.counts[2] > 0 && slices.Contains(w.parts, u.counts[2]) // of 315 taken, the 303 pupils
		told = told || u.root == w.root && w.published >= u.published-toldAgain
		best = max(best, v.likeUnit(u, w, spread))
	}
	if wide && !told {
		return -9
	}
	if u.exact && o.exact {
		if u.first <= o.last && o.first <= u.last || !u.worded || told || u.rising { // another number of the day before is another incident's
			best += .5
			if u.worded && u.first == o.first && toldIn(u, o, units) {
				best += .5
			}
		}
	} else if u.own && o.last < u.first { // news is of the last days
		if !told {
			return -9
		}
		best -= .8
	}
	return best
}

// nextDay reports whether two units are of two blows by their words, each on a day of its own: "a ferry lost its ramp and three people drowned on Sunday", "four
// drowned when a fishing boat capsized on Monday".
func (v *View) nextDay(u, w *unit) bool {
	if !u.worded || !w.worded || !u.exact || !w.exact || u.first <= w.last && w.first <= u.last || u.rising || w.rising || u.described || w.described || u.most() == w.most() {
		return false
	}
	return v.entries[u.entry].newBlow(u.sentence) && v.entries[w.entry].newBlow(w.sentence)
}

// likeUnit is how much two units are alike: in words, by report, in what they count and where.
func (v *View) likeUnit(u, w *unit, spread []float64) float64 {
	s := 3 * cosine(u, w, spread)
	if u.root == w.root || u.report == w.report {
		s += 1
	}
	if shares(u.sets, w.sets) {
		s++
	}
	for m := range u.counts {
		n, x := u.counts[m], w.counts[m]
		switch {
		case n == 0 || x == 0:
		case slices.Contains(u.parts, x) || slices.Contains(w.parts, n):
			s += 1
		case x != n && u.rising && n > x && slices.Contains(knownBy[:], m):
			s += 1.2
		case m == 0 && min(n, x) >= manyDead && 20*min(n, x) >= 19*max(n, x):
			s += 1.2 // two disasters of one story do not kill 260 and 261
		case x != n:
			s -= .2
		case n >= 10:
			s += 1.5
			if slices.Contains(knownBy[:], m) && uneven(n) && !(u.exact && w.exact) {
				s++
			}
		case u.own && w.own && v.sameNews(u, w):
			s += 1.1
		default:
			s += .5
		}
	}
	if u.own && w.own && u.worded && w.worded && u.first == w.first && v.sameNews(u, w) {
		s += .6
	}
	switch {
	case u.named > 0 && w.named > 0 && !shares(u.spots[:u.named], w.spots[:w.named]):
		s -= .8
	case shares(u.spots, w.spots):
		s += .6
	}
	return s
}

// uneven reports whether a number is so large and so uneven that two incidents of a story hardly have it both.
func uneven(n uint64) bool { return n >= 30 && n%10 != 0 }

// comparedMeasures are those by which units are held against each other; the first is what an incident is known by.
var comparedMeasures = [...]string{"killed", "injured", "captured", "survivors", "displaced"}

// knownBy are those of them by whose numbers an incident is known again days later: its dead and those taken in it.
var knownBy = [...]int{0, 2}

// A term is a word of a story's units by its number among them, with its weight.
type term struct {
	n      int32
	weight float64
}

// finish weighs the words of the units of so many reports, and numbers words and places. It returns how many words there are.
func (v *View) finish(units []unit, reports int) int {
	numbers, places := map[uint32]int32{}, map[string]int32{}
	var in []int32 // by word: how many units have it
	for i := range units {
		u := &units[i]
		u.root, u.report = v.copyRoots[u.entry], v.reportOf[u.entry]
		for m, name := range comparedMeasures {
			u.counts[m] = u.value(name)
		}
		u.terms = make([]term, len(u.words))
		for k, w := range u.words {
			n, ok := numbers[w]
			if !ok {
				n = int32(len(in))
				numbers[w] = n
				in = append(in, 0)
			}
			u.terms[k].n = n
			in[n]++
		}
		u.named = len(u.places)
		u.spots = make([]int32, 0, len(u.places)+len(u.near))
		for _, names := range [][]string{u.places, u.near} {
			for _, p := range names {
				if _, ok := places[p]; !ok {
					places[p] = int32(len(places))
				}
				u.spots = append(u.spots, places[p])
			}
		}
	}
	weights := make([]float64, len(in)) // how rare each word is among the units: what the whole story is about tells nothing apart
	for n, k := range in {
		weights[n] = math.Log((float64(max(reports, len(units))) + 1) / float64(k))
	}
	for i := range units {
		u := &units[i]
		for k := range u.terms {
			t := &u.terms[k]
			t.weight = weights[t.n]
			u.norm += t.weight * t.weight
		}
	}
	return len(in)
}

// spread puts the weights of u's words, times a factor, into their places among all words of the story.
func (u *unit) spread(all []float64, times float64) {
	for _, t := range u.terms {
		all[t.n] = t.weight * times
	}
}

// cosine is of the weighted words of two units, those of the first spread over all.
func cosine(u, w *unit, spread []float64) float64 {
	both := 0.0
	for _, t := range w.terms {
		x := spread[t.n]
		both += x * x
	}
	if both == 0 {
		return 0
	}
	return both / math.Sqrt(u.norm*w.norm)
}

// sameNews reports whether two reports are of the same day or the next.
func (v *View) sameNews(u, w *unit) bool {
	d := v.entries[u.entry].when - v.entries[w.entry].when
	return d < 36*3600 && d > -36*3600
}
