package export

import (
	"slices"
	"strings"

	"sayso/ledger"
)

// A Standing is what a story's tally comes to in one line: how many, who gave the number last, and as of when.
type Standing struct {
	Story   string  `json:"story"`
	Measure string  `json:"measure"`
	Of      string  `json:"of"` // whose, where two countries strike each other: "in Fiji: soldiers"
	Low     float64 `json:"low"`
	High    float64 `json:"high"`
	Open    bool    `json:"open"` // "at least"
	Best    float64 `json:"best"`
	AsOf    string  `json:"as_of"`
	Sum     int     `json:"sum"` // of how many incidents it is the sum; 0 where somebody gives it
	Who     *Who    `json:"who"` // null where nobody gives it
	Ref     *Ref    `json:"ref"` // the words of it
}

// Number is the number as people write it: the best one, "at least" where nobody gives a bound.
func (s Standing) Number() string {
	n := ledger.Number(s.Best)
	if s.Open && s.Best == s.Low {
		return "at least " + n
	}
	return n
}

// Range is the lowest and highest of the latest numbers, "" where they are one.
func (s Standing) Range() string {
	if s.Low == s.High {
		return ""
	}
	return ledger.Number(s.Low) + " to " + ledger.Number(s.High)
}

// Unnumbered reports whether nobody gives a number of what the tally counts: it is told in words, which are Told.
func (t *Tally) Unnumbered() bool { return t.Total == "incidents" && t.Sum == 0 && len(t.Told) > 0 }

// Unsummed says, of a tally whose numbers are all told apart from a sum, what they are and why: "12, 34: whose dead
// these are is not said"; else "".
func (t *Tally) Unsummed() string {
	if t.Total != "incidents" || t.Sum > 0 {
		return ""
	}
	var numbers []string
	why := ""
	for i := range t.Incidents {
		in := &t.Incidents[i]
		if in.Vague || in.Apart == "" {
			continue
		}
		if n := ledger.Number(in.High); !slices.Contains(numbers, n) {
			numbers = append(numbers, n)
		}
		if why == "" {
			why = in.Apart
		}
	}
	for i := range t.Series {
		s := &t.Series[i]
		if s.Apart == "" || len(s.Points) == 0 {
			continue
		}
		if n := ledger.Number(s.Points[len(s.Points)-1].Low); !slices.Contains(numbers, n) {
			numbers = append(numbers, n)
		}
		if why == "" {
			why = s.Apart
		}
	}
	if len(numbers) == 0 {
		return ""
	}
	return strings.Join(numbers, ", ") + ": " + why
}
