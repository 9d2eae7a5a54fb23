package ledger

import (
	"math/rand"
	"testing"
)

// TestKeyMap holds it against a map, with keys that lie close together too.
func TestKeyMap(t *testing.T) {
	rnd := rand.New(rand.NewSource(1))
	var m keyMap
	want := map[uint32]int32{}
	for i := range int32(200_000) {
		key := rnd.Uint32() >> (rnd.Intn(4) * 5)
		v := m.at(key)
		if *v != want[key] {
			t.Fatalf("key %d has %d, want %d", key, *v, want[key])
		}
		*v = i + 1 - 2*(i&1)*(i+1)
		want[key] = *v
	}
	for key, v := range want {
		if got := m.value(key); got != v {
			t.Fatalf("key %d has %d, want %d", key, got, v)
		}
	}
	n := 0
	for i := range m.parts {
		n += m.parts[i].n
	}
	if n != len(want) || m.value(1<<31+12345) != want[1<<31+12345] {
		t.Errorf("%d keys, want %d", n, len(want))
	}
}
