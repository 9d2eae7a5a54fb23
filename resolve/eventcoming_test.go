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
		{"The council will decide after the *vote* on Tuesday.", Planned},
		{"The director *goes* on trial in June.", Planned},
		{"The ship *leaves* Tarnby tomorrow.", Planned},
		{"The shop *sells* bread on Sundays.", Ongoing},
	} {
		if _, e := event(t, c.sentence, "2032-05-06"); e.Status != c.want {
			t.Errorf("%s: %s at %v, want %s", c.sentence, e.Status, e.Time, c.want)
		}
	}
}

// What is told as done has no day after the report: the day is that of what is to come.
func TestDoneBeforeTheReport(t *testing.T) {
	for sentence, day := range map[string]string{
		"Parliament will open an inquiry on Monday into the *explosion* in Tarnby.":     "",
		"Parliament opened an inquiry on Monday into the *explosion* in Tarnby.":        "2032-05-03",
		"Three judges *overturned* the court's decision of April.":                      "",
		"Three judges *upheld* a High Court ruling of Friday that let the march go on.": "",
		"The march will go ahead on Friday after the court *rejected* a challenge.":     "",
		"The *explosion* in Tarnby killed six people on Monday.":                        "2032-05-03",
		"Police arrested two men on Monday over the *attack* in Tarnby.":                "",
		"Police arrested a man on Monday over the fire in Tarnby in which six *died*.":  "",
		"The harbour master *ordered* the port closed until Friday.":                    "",
		"The council *shut* the market on Monday through Friday.":                       "2032-05-03",
		"The harbour master *ordered* the crews to leave by Friday.":                    "",
	} {
		if _, e := event(t, sentence, "2032-05-06"); dayOf(e) != day {
			t.Errorf("%s: %q, want %q", sentence, dayOf(e), day)
		}
	}
}

func dayOf(e *Event) string {
	day, _ := dayAndPlace(e)
	return day
}
