package ledger

import "testing"

func TestListedOnce(t *testing.T) {
	of := func(day, title string, told bool) Course {
		return Course{Event: Event{Headline: title}, Day: day, told: told, Reports: 1}
	}
	all := listedOnce([]Course{
		of("2034-05-02", "The premier signed an order banning sales", true),
		of("2034-05-02", "The premier signed an order banning sales", true),
		of("2034-05-03", "The premier signed an order banning sales", true),
		of("2034-05-03", "Searching", false),
		of("2034-05-03", "The ministry said, bringing the number of people killed to 21", true),
		of("2034-05-03", "12 people had been killed", true),
		of("2034-05-04", "Residents of the Old Quay", true),
		of("2034-05-04", "the mayor warned and", false),
	})
	var got []string
	for _, c := range all {
		got = append(got, c.Day+" "+c.Headline)
	}
	if len(got) != 3 || got[1] != "2034-05-03 The premier signed an order banning sales" || got[2] != "2034-05-04 Residents of the Old Quay" {
		t.Errorf("listed %q", got)
	}
}
