package ledger

import "strings"

// handOf is who does the violence that a sentence counts, by the word before the act or its means: "israeli" of "Israeli
// air raids", "us" of "a U.S. strike", or "".
func handOf(sentence string) string {
	fields := strings.Fields(sentence)
	for i, w := range fields {
		if !acts[strings.Trim(strings.ToLower(w), ".,;:\"“”'’")] {
			continue
		}
		for j := i - 1; j >= 0 && j > i-4; j-- {
			f := strings.Trim(fields[j], ",;:\"“”'’()")
			switch l := strings.ToLower(f); {
			case l == "air" || l == "missile" || l == "drone" || l == "naval" || l == "rocket" || l == "artillery" || l == "suspected" || l == "military" || l == "navy" || l == "force" || l == "forces" || l == "army":
			case l == "u.s." || l == "us" && f == "US" || l == "american":
				return "us"
			case f != "" && f[0] >= 'A' && f[0] <= 'Z' && j > 0 && len(f) > 3 && !strings.HasSuffix(l, "day"):
				return strings.TrimSuffix(strings.TrimSuffix(l, "’s"), "'s")
			default:
				j = -1
			}
		}
	}
	return ""
}

var acts = setOf("strike strikes airstrike airstrikes raid raids attack attacks drone drones jets warplanes shelling bombing bombardment missiles rockets")

// hands marks the incidents of a hand other than the one that most of the tally's incidents are of: they are told in the
// story and are no part of its sum.
func (t *Tally) hands() {
	if !peopleMeasure[t.Measure] {
		return // "Air Force jets" shot down are whose they are, not of the hand that did it
	}
	of := make([]string, len(t.Incidents))
	count, all := map[string]int{}, 0
	for i := range t.Incidents {
		votes := map[string]int{}
		for k := range t.Incidents[i].Points {
			p := &t.Incidents[i].Points[k]
			if !p.Part && !p.Old && p.Low == t.Incidents[i].High { // the sentences of its parts may be of another's
				votes[p.hand]++
			}
		}
		if of[i] = most1(votes); of[i] != "" {
			count[of[i]]++
			all++
		}
	}
	main := most1(count)
	if main == "" || 3*count[main] < 2*all || count[main] == all {
		return
	}
	for i := range t.Incidents {
		if of[i] != "" && of[i] != main && t.Incidents[i].Apart == "" {
			t.Incidents[i].Apart = "not of the same hand as the others: " + of[i]
		}
	}
}
