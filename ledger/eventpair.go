package ledger

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"
)

// The features of a pair of event mentions, in the order of data/eventpair.txt.
const (
	fBias = iota
	fSameTrigger
	fSharedTrigger // a part of the trigger's words
	fKnownPair     // the triggers stood for one event in the training texts
	fTriggerRarity
	fSentence   // cosine of the sentences
	fReport     // cosine of the reports
	fNames      // share of capitalised words in common
	fNamesApart // both have names, none in common
	fParts      // share of actors and targets in common
	fPartsApart
	fPlace
	fPlaceApart
	fTime
	fTimeApart
	fNumbers
	fNumbersApart
	fSameReport
	fTriggerSentence // same trigger and like sentences
	fTriggerReport
	fTriggerNames
	fTriggerAbout // one trigger is told in the other's sentence
	featureCount
)

// pairModel is data/eventpair.txt: weights of the features, and pairs of trigger stems with how
// much more often than not they stood for one event. data/eventpair.md says how it was learned.
//
//go:embed data/eventpair.txt
var pairModel string

type pairWeights struct {
	weight [featureCount]float64
	pairs  map[uint64]float64
}

var loadedPair = sync.OnceValue(func() *pairWeights {
	p := &pairWeights{pairs: map[uint64]float64{}}
	for _, line := range strings.Split(strings.TrimSpace(pairModel), "\n") {
		f := strings.Fields(line)
		if len(f) == 2 {
			i, _ := strconv.Atoi(f[0])
			if i >= 0 && i < featureCount {
				p.weight[i], _ = strconv.ParseFloat(f[1], 64)
			}
		}
		if len(f) == 3 {
			w, _ := strconv.ParseFloat(f[2], 64)
			p.pairs[pairKey(hashString(f[0]), hashString(f[1]))] = w
		}
	}
	return p
})

func pairKey(a, b uint32) uint64 { return uint64(min(a, b))<<32 | uint64(max(a, b)) }

// eventAlike is the probability from which two mentions are one event, tuned on the held-out
// training topics.
const eventAlike = .5

// pairScore is the probability that two mentions are one event (logistic regression).
func pairScore(f [featureCount]float64) float64 {
	m := loadedPair()
	z := 0.
	for i, x := range f {
		z += m.weight[i] * x
	}
	return 1 / (1 + math.Exp(-z))
}

// eventFeatures is what a pair of mentions has in common.
func eventFeatures(ea *entry, a *eventItem, eb *entry, b *eventItem) (f [featureCount]float64) {
	m := loadedPair()
	f[fBias] = 1
	same := shared(sortedCopy(a.trigger), sortedCopy(b.trigger))
	if same == 1 {
		f[fSameTrigger] = 1
	} else if same > 0 {
		f[fSharedTrigger] = same
	}
	r := rarity()
	for _, x := range a.trigger {
		for _, y := range b.trigger {
			f[fKnownPair] = max(f[fKnownPair], m.pairs[pairKey(x, y)])
			if x == y {
				f[fTriggerRarity] = max(f[fTriggerRarity], float64(r.stem(x))/float64(r.unseen))
			}
		}
	}
	f[fSentence] = float64(dot(a.around, b.around))
	f[fReport] = float64(dot(ea.vec, eb.vec))
	setShare(&f, fNames, fNamesApart, a.names, b.names)
	setShare(&f, fParts, fPartsApart, a.parts, b.parts)
	setShare(&f, fPlace, fPlaceApart, a.place, b.place)
	setShare(&f, fNumbers, fNumbersApart, a.numbers, b.numbers)
	if a.start != unknownDay && b.start != unknownDay {
		if a.start <= b.end && b.start <= a.end {
			f[fTime] = 1
		} else {
			f[fTimeApart] = 1
		}
	}
	if ea == eb {
		f[fSameReport] = 1
	}
	match := max(f[fSameTrigger], f[fKnownPair])
	f[fTriggerSentence], f[fTriggerReport], f[fTriggerNames] = match*f[fSentence], match*f[fReport], match*f[fNames]
	for _, x := range a.trigger {
		if inVector(b.around, x) {
			f[fTriggerAbout] += .5
		}
	}
	for _, y := range b.trigger {
		if inVector(a.around, y) {
			f[fTriggerAbout] += .5
		}
	}
	f[fTriggerAbout] = min(1, f[fTriggerAbout])
	return f
}

// setShare sets one feature to the share in common, or the other to 1 where both have some and share none.
func setShare(f *[featureCount]float64, in, apart int, a, b []uint32) {
	if len(a) == 0 || len(b) == 0 {
		return
	}
	f[in] = shared(a, b)
	if f[in] == 0 {
		f[apart] = 1
	}
}

func sortedCopy(a []uint32) []uint32 {
	if len(a) < 2 {
		return a
	}
	return sortedSet(append([]uint32(nil), a...))
}
