package resolve

// factuality is how surely the report, or the one it cites, says that an event happened: 3 it did,
// −3 it did not, about 0 open. It is a fixed function of status, certainty and negation, in docs/events.md.
//
// Signs and order follow FactBank (Saurí and Pustejovsky 2009). The values between were set on the
// training part of UDS-IH2 (Rudinger, White and Van Durme 2018), halfway between its means for the
// status, scaled so that a plain past event is 3, and FactBank's 0 for what is open: people who are
// asked whether a planned event happened tend to say that it did not. Negation changes only the
// sign-bearing statuses, and those have it in their name; an event that is planned not to happen is as
// open as one that is planned.
func factuality(s Status, certainty string) float64 {
	v := factualities[s]
	switch certainty {
	case "probable":
		return v[1]
	case "possible":
		return v[2]
	}
	return v[0]
}

// factualities are the values for certain, probable and possible.
var factualities = map[Status][3]float64{
	Happened:     {3, 2, 1},
	Ongoing:      {2.5, 1, 0.5},
	Ordered:      {-0.5, -0.5, -0.5},
	Authorised:   {-0.5, -0.5, -0.5},
	Planned:      {-1, 0, -1}, // probable: a purpose told with what was done for it ("stopped to talk")
	Considered:   {-1, -1, -1},
	Proposed:     {-1.25, -1, -1},
	Threatened:   {-1, -1, -1},
	Predicted:    {-1, -1, -1},
	Possible:     {-1, -0.5, -1},
	Unknown:      {-0.5, -0.5, -0.5},
	Denied:       {-2, -1.5, -1},
	DidNotHappen: {-3, -1.5, -1},
}
