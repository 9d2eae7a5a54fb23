package ledger

import (
	"math/rand"
	"slices"
	"testing"
)

// TestLists holds many lists that grow in turns against slices.
func TestLists(t *testing.T) {
	rnd := rand.New(rand.NewSource(1))
	var x lists
	var want [][]int32
	for i := range int32(200_000) {
		if len(want) < 300 {
			if n := x.add(i, -i); n != int32(len(want)) {
				t.Fatalf("list %d is numbered %d", len(want), n)
			}
			want = append(want, []int32{i, -i})
			continue
		}
		n := rnd.Intn(len(want))
		if n > 5 && rnd.Intn(3) > 0 {
			n %= 5 // a few become longer than a page
		}
		place := rnd.Intn(len(want[n]) + 1)
		x.insert(int32(n), place, i)
		want[n] = slices.Insert(want[n], place, i)
	}
	for n, w := range want {
		if !slices.Equal(x.of(int32(n)), w) {
			t.Fatalf("list %d of %d items differs", n, len(w))
		}
	}
}

func TestClass(t *testing.T) {
	for n := uint32(1); n < 1<<20; n++ {
		if c := class(n); classSize(c) < int(n) || c > 0 && classSize(c-1) >= int(n) {
			t.Fatalf("%d items are of class %d, of %d", n, c, classSize(c))
		}
	}
}
