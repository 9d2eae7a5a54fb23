// Package learn holds the trainers and the weight tables of every learned model in sayso.
//
// A model here is a [Net]: an example is a bag of features, each a 32-bit id made with [Hash] and
// [Mix]; every feature picks one row of a hashed table, the rows are summed, negative sums become zero,
// and a dense layer scores the classes. Training ([Trainer] for single decisions, [SequenceTrainer] for
// label sequences such as BIO tags) runs in float32 and always gives the same model for the same
// examples in the same order; the finished model is quantised, and reading it out is integer arithmetic
// alone, so that the same text gives the same bytes on every machine.
//
// In use:
//
//	t := learn.NewTrainer(learn.Config{Classes: names, Rows: 1 << 15, Hidden: 64, Steps: epochs * len(examples)})
//	for … { t.Learn(features, class) }       // shuffle with learn.Rand
//	os.WriteFile(path, t.Net().Save(), 0o644)
//
//	net, err := learn.Load(data)             // data is the embedded file; nothing is copied
//	var s learn.Scratch                      // one per goroutine, kept: no allocation per decision
//	class := net.Best(features, &s)          // or net.Scores(features, &s)
//
// and for sequences [NewSequenceTrainer], [LoadSequence] and [Sequence.Label], which takes the features of all
// positions and returns the best path. The package reads no files and knows nothing of language.
package learn

// Hash is the 32-bit FNV-1a hash of s: the value part of a feature.
func Hash(s string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// Mix joins two ids to one, in order: a template number and a value, or a feature and a further value.
func Mix(a, b uint32) uint32 {
	h := uint64(a)*0x9E3779B97F4A7C15 ^ uint64(b)*0xC2B2AE3D27D4EB4F
	h ^= h >> 29
	h *= 0xBF58476D1CE4E5B9
	return uint32(h >> 32)
}

// A Rand is a small deterministic source of numbers (splitmix64) for shuffles and dropout.
type Rand uint64

// Uint64 is the next number.
func (r *Rand) Uint64() uint64 {
	*r += 0x9E3779B97F4A7C15
	z := uint64(*r)
	z = (z ^ z>>30) * 0xBF58476D1CE4E5B9
	z = (z ^ z>>27) * 0x94D049BB133111EB
	return z ^ z>>31
}

// Float is the next number in [0, 1).
func (r *Rand) Float() float32 { return float32(r.Uint64()>>40) / (1 << 24) }

// Perm is a permutation of 0 … n-1.
func (r *Rand) Perm(n int) []int {
	p := make([]int, n)
	for i := range p {
		j := int(r.Uint64() % uint64(i+1))
		p[i], p[j] = p[j], i
	}
	return p
}
