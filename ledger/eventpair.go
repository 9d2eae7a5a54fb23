package ledger

import (
	_ "embed"
	"sort"
	"strconv"
	"strings"
	"sync"
)

// pairModel is data/eventpair.txt: weights of the features, and pairs of trigger stems with how
// much more often than not they stood for one event. data/eventpair.md says how it was learned.
//
//go:embed data/eventpair.txt
var pairModel string

// wordnetPairs are pairs of stems that can stand for one event; data/wordnet.md says how they were taken.
//
//go:embed data/wordnet.txt
var wordnetPairs string

// senses are those pairs: 1 for a common sense, .5 for a wider one.
var senses = sync.OnceValue(func() map[uint64]float32 {
	m := make(map[uint64]float32, 16000)
	for line := range strings.Lines(wordnetPairs) {
		a, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		b, w, _ := strings.Cut(rest, " ")
		m[pairKey(hashString(a), hashString(b))] = .5
		if w == "1" {
			m[pairKey(hashString(a), hashString(b))] = 1
		}
	}
	for pair := range oneVerb() {
		m[pair] = 1
	}
	return m
})

// oneVerb is the pairs of stems that are one verb in two forms: "evacuated" ends in what its past takes
// off, and stems to "evacuat", "evacuate" and "evacuation" to "evacu".
var oneVerb = sync.OnceValue(func() map[uint64]bool {
	known := map[string]bool{}
	for line := range strings.Lines(frequencies) {
		stem, _, _ := strings.Cut(line, " ")
		known[stem] = true
	}
	m := map[uint64]bool{}
	for stem := range known {
		if base, ok := strings.CutSuffix(stem, "at"); ok && len(base) >= 4 && known[base] {
			m[pairKey(hashString(base), hashString(stem))] = true
		}
	}
	return m
})

// pairWeights is trees over the features, and the known pairs.
type pairWeights struct {
	boosted
	pairs map[uint64]float64
}

var loadedPair = sync.OnceValue(func() *pairWeights {
	p := &pairWeights{pairs: map[uint64]float64{}}
	for line := range strings.Lines(pairModel) {
		f := strings.Fields(line)
		if len(f) == 4 && f[0] == "pair" {
			w, _ := strconv.ParseFloat(f[3], 64)
			p.pairs[pairKey(hashString(f[1]), hashString(f[2]))] = w
			continue
		}
		p.read(f)
	}
	return p
})

// kinCount is how many other words for an event are looked under.
const kinCount = 8

// kin is, for each trigger stem, the stems that most likely stand for the same event: the known pairs
// by their weight, then the synonyms.
var kin = sync.OnceValue(func() map[uint32][]uint32 {
	type weighed struct {
		stem   uint32
		weight float64
	}
	all := map[uint32][]weighed{}
	enter := func(k uint64, w float64) {
		a, b := uint32(k>>32), uint32(k)
		all[a], all[b] = append(all[a], weighed{b, w}), append(all[b], weighed{a, w})
	}
	known := loadedPair().pairs
	for k, w := range known {
		enter(k, 1+w)
	}
	for k, w := range senses() {
		if _, ok := known[k]; !ok && w == 1 {
			enter(k, float64(w))
		}
	}
	out := make(map[uint32][]uint32, len(all))
	for s, ws := range all {
		sort.Slice(ws, func(i, j int) bool {
			return ws[i].weight > ws[j].weight || ws[i].weight == ws[j].weight && ws[i].stem < ws[j].stem
		})
		for _, w := range ws[:min(kinCount, len(ws))] {
			out[s] = append(out[s], w.stem)
		}
	}
	return out
})

func pairKey(a, b uint32) uint64 { return uint64(min(a, b))<<32 | uint64(max(a, b)) }

// eventAlike is the probability from which two mentions are one event, tuned on the held-out
// training topics.
const eventAlike = .415

// pairScore is the probability that two mentions are one event.
func pairScore(f pairFeatures) float64 { return loadedPair().score(f[:]) }
