package resolve

// factuality is how surely the report, or the one it cites, says that an event happened: 3 it did,
// −3 it did not, about 0 open. It is a fixed function of status, certainty and negation, in docs/events.md.
//
// Signs and order follow FactBank (Saurí and Pustejovsky 2009): what is told plainly is 3 or −3, and what is
// told firmly as open is 0. The values between were set on the training part of UDS-IH2 (Rudinger, White and
// Van Durme 2018) at about its means for the class, scaled so that a plain past event is 3, and held against
// news (see docs/events.md). Negation adds nothing: what did not happen has a status of its own, and an
// event that is planned not to happen is as open as one that is planned.
func factuality(s Status, certainty string) float64 {
	switch s {
	case Happened, Ongoing:
		return real[certainty]
	case DidNotHappen, Denied:
		return unreal[certainty]
	}
	return open[certainty]
}

var (
	real   = map[string]float64{"certain": 3, "probable": 2, "possible": 1, "doubtful": -0.5}
	unreal = map[string]float64{"certain": -3, "probable": -1, "possible": 0, "doubtful": 1.25}
	open   = map[string]float64{"certain": 0, "probable": 0, "possible": -1, "doubtful": -2.25, "implied": 1.5}
)
