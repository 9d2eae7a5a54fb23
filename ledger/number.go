package ledger

import "math"

// Number is a number as people write it: "340 million" and "1.2 billion" where that says all of it, else its digits.
func Number(v float64) string {
	for _, m := range []struct {
		of   float64
		word string
	}{{1e12, " trillion"}, {1e9, " billion"}, {1e6, " million"}} {
		if r := v / m.of; r >= 1 && math.Abs(r*1000-math.Round(r*1000)) < 1e-6 {
			return show(math.Round(r*1000)/1000) + m.word
		}
	}
	return show(v)
}
