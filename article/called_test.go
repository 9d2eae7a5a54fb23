package article

import (
	"strings"
	"testing"
)

func TestCalled(t *testing.T) {
	for _, c := range []struct {
		a    Article
		want string
	}{
		{Article{ID: "fdafcc77d5aa640d", Outlet: "Coast Wire", Title: "Crane falls"}, "Coast Wire"},
		{Article{ID: "fdafcc77d5aa640d", Title: "Crane falls on a\nbarge"}, "“Crane falls on a barge”"},
		{Article{Title: "Crane falls on a barge in the harbour of Tarnholm, four dead"}, "“Crane falls on a barge in the harbour of…”"},
		{Article{Title: strings.Repeat("港", 40)}, "“" + strings.Repeat("港", 16) + "…”"},
		{Article{ID: "fdafcc77d5aa640d", Published: "2031-04-03T10:00:00Z"}, "an untitled report of 2031-04-03"},
		{Article{ID: "fdafcc77d5aa640d"}, "an untitled report"},
	} {
		if got := c.a.Called(); got != c.want {
			t.Errorf("%+v: %q, want %q", c.a, got, c.want)
		}
	}
}
