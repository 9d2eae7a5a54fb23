package resolve

import "sayso/read"

// work is the state shared by the steps of one resolution. Each step fills its own part of the
// reading and may leave an index here for the later ones.
type work struct {
	m *read.Mentions
	r *Reading

	sourceOf map[string]int // index of the source with these words, in lower case
}

func newWork(m *read.Mentions, r *Reading) *work { return &work{m: m, r: r} }
