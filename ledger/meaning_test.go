package ledger

import (
	"encoding/binary"
	"slices"
	"testing"
)

func TestMeaning(t *testing.T) {
	of := func(text string) meaning { return meaningOf(vectorOf(words(text), 1)) }
	boat, ship, budget := of("the coast guard detained the captain of the boat"), of("officers arrested the skipper of a vessel"), of("parliament passed the budget")
	if like, unlike := alikeMeaning(&boat, &ship), alikeMeaning(&boat, &budget); like < .4 || unlike > like/2 {
		t.Errorf("the arrest in other words is %.2f alike, another matter %.2f", like, unlike)
	}
	nobody := of("xqzzv")
	if got := alikeMeaning(&boat, &nobody); got != 0 {
		t.Errorf("words that nobody knows are %.2f alike", got)
	}
	if got := alikeMeaning(&boat, &boat); got < .9999 || got > 1.0001 {
		t.Errorf("a passage is %.4f like itself", got)
	}
}

// A meaning is the plain sum of its words' points, of a few words and of more than a number has room for.
func TestMeaningSum(t *testing.T) {
	n := int(binary.LittleEndian.Uint32(meaningModel))
	for _, many := range []int{0, 1, 2, 40, laneRoom - 1, laneRoom, laneRoom + 1, 3*laneRoom + 7} {
		var want meaning
		var stems []uint32
		for i := range many {
			k := i * 7919 % n
			stems = append(stems, binary.LittleEndian.Uint32(meaningModel[8+4*k:]))
			for d := range want.sum {
				want.sum[d] += int32(int8(meaningModel[8+4*n+meaningDims*k+d]))
			}
		}
		for _, c := range want.sum {
			want.square += int64(c) * int64(c)
		}
		if got := meaningOfStems(slices.Concat(stems, []uint32{1})); got != want {
			t.Errorf("the sum of %d points is %v, want %v", many, got, want)
		}
	}
}

func BenchmarkMeaning(b *testing.B) {
	v := vectorOf(words("Police detained the captain of the ferry on Monday after it ran aground off the coast, the harbour office said in a statement."), 1)
	for b.Loop() {
		m := meaningOf(v)
		if alikeMeaning(&m, &m) == 0 {
			b.Fatal("no meaning")
		}
	}
}
