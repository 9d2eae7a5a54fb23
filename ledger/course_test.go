package ledger

import "testing"

func TestListedOnce(t *testing.T) {
	of := func(day, title string, told bool) Course {
		return Course{Day: day, Title: Ref{Text: title}, told: told}
	}
	all := listedOnce([]Course{
		of("2034-05-02", "The premier signed an order banning sales", true),
		of("2034-05-02", "The premier signed an order banning sales", true),
		of("2034-05-03", "The premier signed an order banning sales", true),
		of("2034-05-03", "Searching", false),
		of("2034-05-03", "The ministry said, bringing the number of people killed to 21", true),
		of("2034-05-03", "12 people had been killed", true),
		of("2034-05-04", "Residents of the Old Quay", false),
	})
	var got []string
	for _, c := range all {
		got = append(got, c.Day+" "+c.Title.Text)
	}
	if len(got) != 3 || got[1] != "2034-05-03 The premier signed an order banning sales" || got[2] != "2034-05-04 Residents of the Old Quay" {
		t.Errorf("listed %q", got)
	}
}
