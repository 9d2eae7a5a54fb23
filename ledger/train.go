package ledger

import "sayso/resolve"

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
// the pairs of all readings are visited.
func EventPairs(readings []*resolve.Reading, known func(a, b int) map[[2]string]float64, visit func(a, i, b, j int, features []float64)) {
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
					f := m.features(entries[a], &entries[a].events[i], entries[b], &entries[b].events[j])
					visit(a, i, b, j, f[:])
				}
			}
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
