package ledger

import (
	"math"
	"slices"
)

// The features of a pair of event mentions, in the order of data/eventpair.txt.
const (
	fSameTrigger   = iota
	fSharedTrigger // a part of the trigger's words
	fKnownPair     // the triggers stood for one event in the training texts
	fSynonym       // the triggers share a sense in WordNet, 1, or one's is the next wider one, .5
	fTriggerRarity // of the common stem, or of the commoner one
	fSentence      // cosine of the sentences
	fSentenceIn    // the greater share of the one sentence's weight in the other
	fSpecific      // cosine of the sentences without what both reports are about
	fRarest        // rarity of the rarest word that both sentences have beside the triggers
	fRare          // of the next one
	fLocal         // cosine of the words beside the triggers
	fReport        // cosine of the reports
	fNames         // share of capitalised words in common
	fNamesApart    // both have names, none in common
	fParts         // share of actors and targets in common
	fPartsApart
	fAims // share of the words for what is done to and where in common
	fAimsApart
	fDoer // one word for who does it
	fDoerApart
	fPlace
	fPlaceApart
	fSpot // a named place narrower than a country in common
	fTime
	fTimeApart
	fNumbers
	fNumbersApart
	fCount // one count of one measure
	fCountApart
	fSameReport
	fTriggerAbout // one trigger is told in the other's sentence
	fInReports    // how many of the two reports have the other's trigger
	fMatter       // share of the reports' heaviest stems in common
	fDays         // between the reports, as the root of a tenth
	fUndated      // one of the reports
	fLead         // how far into their reports they stand, the farther one
	fKind         // one type
	fDeeds        // 0 where neither is a deed, 1 where they are of one kind, 2 of two, 3 where only one is
	fNews         // how many of the two their reports open with as done
	fNominal      // how many are told by a noun
	fBackground
	fComing        // how many are yet to come
	fToll          // how many of the sentences give a toll
	fMeansTrigger  // likeness of the triggers' meanings
	fMeansSentence // of the sentences'
	fMeansLocal    // of the words' beside the triggers
	fMeansReport   // of the reports'
	featureCount
)

// pairFeatures is what a pair of mentions has in common.
type pairFeatures [featureCount]float64

// eventFeatures is what two mentions have in common.
func eventFeatures(ea *entry, a *eventItem, eb *entry, b *eventItem) pairFeatures {
	return loadedPair().allFeatures(ea, a, eb, b)
}

func (m *pairWeights) allFeatures(ea *entry, a *eventItem, eb *entry, b *eventItem) (f pairFeatures) {
	m.features(&f, ea, a, eb, b)
	var x, y mentionMeaning
	x.take(a)
	y.take(b)
	p, q := meaningOf(ea.vec), meaningOf(eb.vec)
	f.means(&x, &y, &p, &q)
	return f
}

// features fills in all but what the words mean.
func (m *pairWeights) features(f *pairFeatures, ea *entry, a *eventItem, eb *entry, b *eventItem) {
	m.triggerFeatures(f, a, b)
	f[fSentence] = float64(dot(a.around, b.around))
	f[fSentenceIn] = float64(max(contained(a.around, b.around), contained(b.around, a.around)))
	f[fLocal] = float64(dot(a.local, b.local))
	f.share(fNames, fNamesApart, a.names, b.names)
	f[fRarest], f[fRare] = rarestShared(a, b)
	f.reports(ea, a, eb, b)
	f.parties(a, b)
	f.mention(ea, a)
	f.mention(eb, b)
}

// reports compares the reports that the mentions stand in.
func (f *pairFeatures) reports(ea *entry, a *eventItem, eb *entry, b *eventItem) {
	if ea == eb {
		f[fSameReport] = 1
	}
	if slices.ContainsFunc(a.trigger, func(x uint32) bool { return inVector(eb.vec, x) }) {
		f[fInReports] = .5
	}
	if slices.ContainsFunc(b.trigger, func(y uint32) bool { return inVector(ea.vec, y) }) {
		f[fInReports] += .5
	}
	f[fReport] = float64(dot(ea.vec, eb.vec))
	f[fMatter] = shared(ea.matter, eb.matter)
	f[fDays] = math.Sqrt(daysApart(ea, eb) / 10)
	if ea.day == unknownDay || eb.day == unknownDay {
		f[fUndated] = 1
	}
	f[fLead] = float64(max(a.sentence.Start, b.sentence.Start)) / 1000
	f[fSpecific] = specific(ea, a, eb, b)
}

// means compares what the words of two mentions and of their reports mean.
func (f *pairFeatures) means(a, b *mentionMeaning, ea, eb *meaning) {
	f[fMeansTrigger] = alikeMeaning(&a.trigger, &b.trigger)
	f[fMeansSentence] = alikeMeaning(&a.sentence, &b.sentence)
	f[fMeansLocal] = alikeMeaning(&a.local, &b.local)
	f[fMeansReport] = alikeMeaning(ea, eb)
}

// parties compares who does it, what it is done to, where, and how many are counted.
func (f *pairFeatures) parties(a, b *eventItem) {
	f.share(fParts, fPartsApart, a.parts, b.parts)
	f.share(fAims, fAimsApart, a.aims, b.aims)
	f.share(fPlace, fPlaceApart, a.place, b.place)
	f.share(fNumbers, fNumbersApart, a.numbers, b.numbers)
	if a.doer != 0 && b.doer != 0 {
		f.either(fDoer, fDoerApart, a.doer == b.doer)
	}
	if a.measure != 0 && a.measure == b.measure {
		f.either(fCount, fCountApart, a.count == b.count)
	}
	if a.start != unknownDay && b.start != unknownDay {
		f.either(fTime, fTimeApart, a.start <= b.end && b.start <= a.end)
	}
	if spotsShared(a, b) {
		f[fSpot] = 1
	}
	if a.kind == b.kind {
		f[fKind] = 1
	}
	switch {
	case a.deed == b.deed && a.deed == noDeed:
	case a.deed == b.deed:
		f[fDeeds] = 1
	case a.deed != noDeed && b.deed != noDeed:
		f[fDeeds] = 2
	default:
		f[fDeeds] = 3
	}
}

// mention adds how one of the two is told.
func (f *pairFeatures) mention(e *entry, it *eventItem) {
	ev := &e.r.Events[it.n]
	add := func(feature int, holds bool) {
		if holds {
			f[feature]++
		}
	}
	add(fNews, ev.Lead && done(ev.Status) && !ev.Background)
	add(fNominal, ev.Nominal)
	add(fBackground, ev.Background)
	add(fComing, it.coming)
	add(fToll, it.toll)
}

// either sets one feature to 1.
func (f *pairFeatures) either(in, apart int, holds bool) {
	if holds {
		f[in] = 1
	} else {
		f[apart] = 1
	}
}

// rarestShared is the rarity of the two rarest words that both sentences have beside the triggers: "the paper mill in Ostre" is one place, "Israeli
// attacks" are many.
func rarestShared(a, b *eventItem) (first, second float64) {
	for i, j := 0, 0; i < len(a.around) && j < len(b.around); {
		x, y := a.around[i], b.around[j]
		switch {
		case x.stem < y.stem:
			i++
			continue
		case x.stem > y.stem:
			j++
			continue
		}
		i, j = i+1, j+1
		if w := float64(x.weight * a.heft); w > second && !slices.Contains(a.trigger, x.stem) && !slices.Contains(b.trigger, x.stem) {
			if second = w; second > first {
				first, second = second, first
			}
		}
	}
	return first, second
}

// specific is how alike two sentences are in what their reports do not both speak of all along.
func specific(ea *entry, a *eventItem, eb *entry, b *eventItem) float64 {
	var common [matterCount]uint32
	both := common[:0]
	for _, m := range ea.matter {
		if inSorted(eb.matter, m) {
			both = append(both, m)
		}
	}
	x, y := a.around, b.around
	var sum, nx, ny float32
	for len(x) > 0 || len(y) > 0 {
		var u, v feature
		inX, inY := len(x) > 0 && (len(y) == 0 || x[0].stem <= y[0].stem), len(y) > 0 && (len(x) == 0 || y[0].stem <= x[0].stem)
		if inX {
			u, x = x[0], x[1:]
		}
		if inY {
			v, y = y[0], y[1:]
		}
		if !inSorted(both, max(u.stem, v.stem)) {
			sum, nx, ny = sum+u.weight*v.weight, nx+u.weight*u.weight, ny+v.weight*v.weight
		}
	}
	if nx == 0 || ny == 0 {
		return 0
	}
	return float64(sum) / math.Sqrt(float64(nx)*float64(ny))
}

// triggerFeatures compares the words that name the events.
func (m *pairWeights) triggerFeatures(f *pairFeatures, a, b *eventItem) {
	same := shared(sortedCopy(a.trigger), sortedCopy(b.trigger))
	if same == 1 {
		f[fSameTrigger] = 1
	} else if same > 0 {
		f[fSharedTrigger] = same
	}
	r, sense := rarity(), senses()
	common := r.unseen
	for _, x := range a.trigger {
		for _, y := range b.trigger {
			k := pairKey(x, y)
			f[fKnownPair] = max(f[fKnownPair], m.pairs[k])
			f[fSynonym] = max(f[fSynonym], float64(sense[k]))
			common = min(common, r.stem(x), r.stem(y))
		}
	}
	f[fTriggerRarity] = float64(common / r.unseen)
	for _, x := range a.trigger {
		if inVector(b.around, x) {
			f[fTriggerAbout] += .5
			break
		}
	}
	for _, y := range b.trigger {
		if inVector(a.around, y) {
			f[fTriggerAbout] += .5
			break
		}
	}
}

// share sets one feature to the share in common, or the other to 1 where both have some and share none.
func (f *pairFeatures) share(in, apart int, a, b []uint32) {
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
