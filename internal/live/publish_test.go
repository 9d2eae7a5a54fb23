package live

import (
	"testing"

	"sayso/ledger"
)

// One disaster's keepers all count in one incident, whose page has room for them; a campaign's many incidents share it.
func TestRoomForCounts(t *testing.T) {
	in := &ledger.Incident{Points: make([]ledger.Point, 57)}
	for i := range in.Points {
		in.Points[i].Low, in.Points[i].High = float64(i), float64(i)
	}
	p := &publisher{most: mostStory}
	if n := len(p.telling(in, 1, nil)); n != 57 {
		t.Errorf("the only incident shows %d of 57 counts", n)
	}
	if n := len(p.telling(in, 20, nil)); n != mostCounts {
		t.Errorf("one of twenty incidents shows %d counts, want %d", n, mostCounts)
	}
}
