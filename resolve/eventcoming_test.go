package resolve

import "testing"

// A noun tells of what is to come where its own day is after the report.
func TestEventsToCome(t *testing.T) {
	for _, c := range []struct {
		sentence string
		want     Status
	}{
		{"Ida Orr is a leading candidate for the 2033 general *election*.", Planned},
		{"The premier seeks a third term in next year's *election*.", Planned},
		{"The premier lost the *election* in Vale on 4 April 2032.", Happened},
		{"Police spoke of the *attack* on Friday.", Happened},
	} {
		if _, e := event(t, c.sentence, "2032-05-06"); e.Status != c.want {
			t.Errorf("%s: %s at %v, want %s", c.sentence, e.Status, e.Time, c.want)
		}
	}
}
