package ledger

import "testing"

// Whichever comes first, what is joined is joined with what stays.
func TestPeopleOf(t *testing.T) {
	ends := make([]end, 4)
	for i := range ends {
		ends[i].Outlet = "Vale Ledger"
	}
	ends[3].Outlet = "Coast Times"
	for _, c := range []struct {
		cites []citeKind
		want  [4]int
	}{
		{[]citeKind{itsSources, itsPeople, ownName, ownName}, [4]int{1, -1, 1, -1}},
		{[]citeKind{ownName, itsSources, itsSources, itsPeople}, [4]int{1, -1, -1, -1}},
		{[]citeKind{noCiting, ownName, itsPeople, itsSources}, [4]int{-1, 2, -1, -1}},
	} {
		for i, want := range c.want {
			got := peopleOf(ends, c.cites, i)
			if got != want {
				t.Errorf("%v: end %d is joined with %d, want %d", c.cites, i, got, want)
			}
			if got >= 0 && peopleOf(ends, c.cites, got) >= 0 {
				t.Errorf("%v: end %d is joined with %d, which is joined with another", c.cites, i, got)
			}
		}
	}
}
