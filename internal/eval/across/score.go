package main

import "fmt"

// bcubed is precision, recall and F1 of a clustering against gold labels, each item weighed alike
// (Bagga and Baldwin 1998).
func bcubed(gold, guess []string) (p, r, f float64) {
	sizeGold, sizeGuess, both := map[string]int{}, map[string]int{}, map[[2]string]int{}
	for i := range gold {
		sizeGold[gold[i]]++
		sizeGuess[guess[i]]++
		both[[2]string{gold[i], guess[i]}]++
	}
	for i := range gold {
		n := float64(both[[2]string{gold[i], guess[i]}])
		p += n / float64(sizeGuess[guess[i]])
		r += n / float64(sizeGold[gold[i]])
	}
	p, r = p/float64(len(gold)), r/float64(len(gold))
	return p, r, harmonic(p, r)
}

func harmonic(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// hold is an error where a score is under its floor: what was reached once is not given up unsaid.
func hold(what string, score, floor float64) error {
	if score < floor {
		return fmt.Errorf("%s is %.3f, under its floor of %.3f", what, score, floor)
	}
	return nil
}
