package ledger

import (
	"testing"

	"sayso/resolve"
)

// Prisoners who are released are freed, and counted with those who were rescued; bodies that are released are handed over.
func TestRelease(t *testing.T) {
	for measure, want := range map[string]string{"prisoners": "free", "hostages": "free", "bodies": "hand over", "documents": "hand over"} {
		if got := deedWord(&resolve.Figure{Measure: measure, Deed: "release"}); got != want {
			t.Errorf("%s released: %q, want %q", measure, got, want)
		}
	}
}
