package ledger

import (
	"testing"

	"sayso/resolve"
)

// A trigger may begin inside of what is one word here: a typist lost the space, or the reader's words are smaller.
func TestTriggerInsideWord(t *testing.T) {
	r := newReport("r1", "Norwick Post", "2031-03-02", "On Monday a dockstrike stopped Norwick.")
	r.event(resolve.Event{Type: "PROTEST", Status: resolve.Happened}, "strike")
	l := New()
	l.Add(&r.Reading)
	if n := len(l.View().Events()); n != 1 {
		t.Errorf("%d events, want 1", n)
	}
}
