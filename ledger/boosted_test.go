package ledger

import (
	"math"
	"math/rand"
	"strings"
	"testing"
)

// A tree of three leaves, one of them above the last row, beside four of one leaf, so that both loops walk.
func TestBoosted(t *testing.T) {
	m := &boosted{}
	for _, line := range []string{"base -1", "tree 2:0.5:1:0 -1:0:0:0.25 1:3:3:0 -1:0:0:-2 -1:0:0:4",
		"tree -1:0:0:0.5", "tree -1:0:0:0.5", "tree -1:0:0:0.5", "tree -1:0:0:0.5"} {
		m.read(strings.Fields(line))
	}
	for _, test := range []struct{ one, two, sum float64 }{{9, .5, 1.25}, {3, .6, -1}, {3.1, .6, 5}} {
		if got, want := m.score([]float64{7, test.one, test.two}), 1/(1+math.Exp(-test.sum)); got != want {
			t.Errorf("features %v: %v, want %v", test, got, want)
		}
	}
}

func BenchmarkScore(b *testing.B) {
	m := loadedPair()
	rnd := rand.New(rand.NewSource(1))
	fs := make([]pairFeatures, 512)
	for i := range fs {
		for k := range fs[i] {
			fs[i][k] = max(0, rnd.NormFloat64()/2)
		}
	}
	for n := 0; b.Loop(); n++ {
		m.score(fs[n%len(fs)][:])
	}
}
