package resolve

// factuality is how surely the report, or the one it cites, says that an event happened: 3 it did,
// −3 it did not, 0 open. A fixed function of status, certainty and negation. The signs and the order
// follow Saurí and Pustejovsky (2009); the values between were set on the training part of UDS-IH2
// (White et al. 2016, Rudinger et al. 2018), there told on a scale of its own.
func factuality(s Status, certainty string, negated bool) float64 {
	step := 0
	switch certainty {
	case "probable":
		step = 1
	case "possible":
		step = 2
	}
	v := factualities[s]
	if negated && s != DidNotHappen && s != Denied {
		return -0.5 * v[step]
	}
	return v[step]
}

// factualities are the values for certain, probable and possible.
var factualities = map[Status][3]float64{
	Happened:     {3, 2, 1},
	Ongoing:      {3, 2, 1},
	Ordered:      {-0.5, -0.5, -0.5},
	Authorised:   {-0.5, -0.5, -0.5},
	Planned:      {-1, -0.5, -1},
	Considered:   {-1, -1, -1},
	Proposed:     {-1, -1, -1},
	Threatened:   {-1, -1, -1},
	Predicted:    {-1, -1, -1},
	Possible:     {-1, -0.5, -1},
	Unknown:      {-0.5, -0.5, 0},
	Denied:       {-3, -2, -1},
	DidNotHappen: {-3, -2, -1},
}
