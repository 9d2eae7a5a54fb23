package ledger

import (
	"sayso/article"
	"sayso/resolve"
)

// Stems is the stems of text's words, as frequencies and pairs of triggers are learned for.
func Stems(text string) []string {
	var out []string
	for _, w := range words(text) {
		if !w.digit && !stopStems[w.stem] {
			var buf [64]byte
			_, folded := wordAt(text, w.Start, buf[:0])
			out = append(out, string(stem(folded)))
		}
	}
	return out
}

// FeatureCount is the number of features of a pair of event mentions.
const FeatureCount = featureCount

// EventPairs calls visit with the features of every two events of reports that are about one thing
// (cosine of .1 or more); before tells it which known pairs of triggers to use. It is for training:
// the pairs of all readings are visited but for those that are told apart, by the numbers that the events have in them, with whether their triggers are alike.
func EventPairs(readings []*resolve.Reading, known func(a, b int) map[[2]string]float64, visit func(a, i, b, j int, alike bool, features []float64)) {
	entries := make([]*entry, len(readings))
	for i, r := range readings {
		entries[i] = newEntry(r)
	}
	for b := range entries {
		for a := 0; a <= b; a++ {
			if a != b && dot(entries[a].vec, entries[b].vec) < .1 {
				continue
			}
			m := &pairWeights{pairs: map[uint64]float64{}}
			for p, w := range known(a, b) {
				m.pairs[pairKey(hashString(p[0]), hashString(p[1]))] = w
			}
			for j := range entries[b].events {
				for i := range entries[a].events {
					if a == b && i >= j {
						break
					}
					x, y := &entries[a].events[i], &entries[b].events[j]
					if eventsApart(x, y) {
						continue // the model is not asked
					}
					f := m.allFeatures(entries[a], x, entries[b], y)
					visit(a, int(x.n), b, int(y.n), f[fSameTrigger]+f[fSharedTrigger]+f[fKnownPair]+f[fSynonym] > 0, f[:])
				}
			}
		}
	}
}

// AskedPairs calls visit with the features of every two events of two reports that a ledger of the readings asks the model about: those near
// enough to be looked at, of which no rule says whether they are one. It is for training.
func AskedPairs(readings []*resolve.Reading, visit func(a, i, b, j int, features []float64)) {
	l := New()
	seen := map[[2]int32]bool{}
	like := l.events.like
	l.events.like = func(earlier, later int32) float32 {
		ea, a := l.eventAt(earlier)
		eb, b := l.eventAt(later)
		if pair := [2]int32{earlier, later}; ea.key != eb.key && !seen[pair] {
			seen[pair] = true
			if _, ruled := eventRuled(ea, a, eb, b); !ruled {
				f := eventFeatures(ea, a, eb, b)
				visit(int(l.event[earlier].entry), int(a.n), int(l.event[later].entry), int(b.n), f[:])
			}
		}
		return like(earlier, later)
	}
	for n, r := range readings {
		l.entries = append(l.entries, newEntry(r))
		for i := range l.entries[n].events {
			l.event = append(l.event, item{int32(n), int32(i)})
			l.events.add()
		}
	}
}

// ReportPairs calls visit with the features of every two readings that may be of one story: those near enough to be looked at in a
// ledger, the later one's likest. It is for training.
func ReportPairs(readings []*resolve.Reading, visit func(a, b int, features []float64)) {
	const most = 40 // pairs of one report
	l := New()
	words := func(a, b int32) float32 {
		f, _ := reportFeatures(l.entries[a], l.entries[b])
		return float32(f[rWords])
	}
	l.stories = newForest(l.storyKeys, l.entryBefore, l.entriesFar(storyDays), words)
	l.stories.keep = most
	for _, r := range readings {
		l.entries = append(l.entries, newEntry(r))
		l.stories.add()
	}
	for b, ties := range l.stories.ties {
		for _, t := range ties {
			f, _ := reportFeatures(l.entries[t.item], l.entries[b])
			visit(int(t.item), b, f[:])
		}
	}
}

// ClaimFeatureCount is the number of features of a pair of contents.
const ClaimFeatureCount = claimFeatureCount

// AskedClaims calls visit with the features of every two contents of two reports that a ledger of the readings holds beside each other, and whether the model of
// claims joins them. It is for training.
func AskedClaims(readings []*resolve.Reading, visit func(a, i, b, j int, joined bool, features []float64)) {
	l := New()
	for _, r := range readings {
		l.entries = append(l.entries, newEntry(r))
		l.stories.add()
	}
	for n, ties := range l.stories.ties {
		for _, t := range ties[:min(besideReports, len(ties))] {
			if l.entries[t.item].key == l.entries[n].key {
				continue
			}
			p := l.pairUp(t.item, int32(n), float64(t.score))
			joined := map[[2]int]bool{}
			p.joined(func(i, j int, _ float32) { joined[[2]int{i, j}] = true })
			for i := range p.sa.contents {
				for j := range p.sb.contents {
					f := p.features(i, j)
					visit(int(t.item), i, n, j, joined[[2]int{i, j}], f[:])
				}
			}
		}
	}
}

// ContentSpans are the passages of the contents that a ledger takes from a reading, in the order of [AskedClaims].
func ContentSpans(r *resolve.Reading) (out [][]article.Span) {
	e := newEntry(r)
	for i := range e.claims {
		out = append(out, e.claims[i].spans)
	}
	return out
}

// PairScore is the probability that two events with these features are one.
func PairScore(features []float64) float64 { return loadedPair().score(features) }

// OneEvent reports whether the model of pairs takes two events with these features for one.
func OneEvent(features []float64) bool { return PairScore(features) >= eventAlike }

// ClaimScore is the probability that two contents with these features are one claim.
func ClaimScore(features []float64) float64 { return loadedClaimPair().score(features) }
