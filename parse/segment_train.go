package parse

import "math"

// A SentenceSample is a text and the byte offsets where its sentences begin.
type SentenceSample struct {
	Text   string
	Starts []int
}

// TrainSentences learns the sentence model from texts whose sentences are known: logistic regression
// with AdaGrad (Duchi, Hazan and Singer 2011) over the features of segment_model.go. The same samples
// in the same order give the same bytes.
func TrainSentences(samples []SentenceSample) []byte {
	var places [][]uint32
	var gold []bool
	for _, s := range samples {
		p, g := sentencePlaces(s)
		places, gold = append(places, p...), append(gold, g...)
	}
	weights := make([]float32, 1<<sentenceBits)
	squares := make([]float32, 1<<sentenceBits)
	const epochs, rate, decay = 16, 0.12, 4e-6
	for e := 0; e < epochs; e++ {
		for n := range places {
			// A fixed stride that visits every place once in a mixed order.
			k := (n*7919 + e) % len(places)
			if len(places)%7919 == 0 {
				k = n
			}
			learnPlace(weights, squares, places[k], gold[k], rate, decay)
		}
	}
	out := make([]byte, len(weights))
	for i, w := range weights {
		out[i] = byte(int8(max(-127, min(127, math.Round(float64(w)*16)))))
	}
	return out
}

func learnPlace(weights, squares []float32, place []uint32, gold bool, rate, decay float64) {
	sum := 0.0
	for _, k := range place {
		sum += float64(weights[k])
	}
	grad := 1 / (1 + math.Exp(-sum))
	if gold {
		grad--
	}
	for _, k := range place {
		g := grad + decay*float64(weights[k])*100
		squares[k] += float32(g * g)
		weights[k] -= float32(rate * g / math.Sqrt(float64(squares[k])+1e-6))
	}
}

// sentencePlaces is every place of s where a sentence may end, with the truth about it.
func sentencePlaces(s SentenceSample) (places [][]uint32, gold []bool) {
	d := &Doc{Text: s.Text, Tokens: words(s.Text)}
	start := make(map[int]bool, len(s.Starts))
	for _, o := range s.Starts {
		start[o] = true
	}
	b := newBreaker(d)
	for i := int32(0); i+1 < int32(len(d.Tokens)); i++ {
		b.state(i)
		if i+1 == b.end {
			b.begin(i + 1)
			continue
		}
		ends := start[int(d.Tokens[i+1].Start)]
		if !d.Tokens[i+1].Joined && b.candidate(i) {
			places = append(places, b.features(i, make([]uint32, 0, sentenceFeatures)))
			gold = append(gold, ends)
		}
		if ends {
			b.first = i + 1
		}
	}
	return places, gold
}
