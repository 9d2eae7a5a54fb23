package ledger

import "testing"

// Whichever comes first, what is joined is joined with what stays.
func TestPeopleOf(t *testing.T) {
	papers := []string{"vale ledger", "vale ledger", "vale ledger", "coast times"}
	for _, c := range []struct {
		cites []citeKind
		want  [4]int
	}{
		{[]citeKind{itsSources, itsPeople, ownName, ownName}, [4]int{1, -1, 1, -1}},
		{[]citeKind{ownName, itsSources, itsSources, itsPeople}, [4]int{1, -1, -1, -1}},
		{[]citeKind{itsReporter, ownName, itsPeople, itsPeople}, [4]int{2, 2, -1, -1}},
		{[]citeKind{itsReporter, ownName, noCiting, itsPeople}, [4]int{1, -1, -1, -1}},
		{[]citeKind{noCiting, ownName, itsPeople, itsSources}, [4]int{-1, 2, -1, -1}},
	} {
		for i, want := range c.want {
			got := peopleOf(c.cites, papers, i)
			if got != want {
				t.Errorf("%v: end %d is joined with %d, want %d", c.cites, i, got, want)
			}
			if got >= 0 && peopleOf(c.cites, papers, got) >= 0 {
				t.Errorf("%v: end %d is joined with %d, which is joined with another", c.cites, i, got)
			}
		}
	}
}
