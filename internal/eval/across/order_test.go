package main

import (
	"encoding/json"
	"math/rand"
	"strings"
	"testing"

	"sayso/ledger"
)

// Claims told in other words are the same in whatever order the reports come in.
func TestClaimsInAnyOrder(t *testing.T) {
	_, ws, err := writtenAffairs(strings.Join(strings.SplitAfterN(learnedAffairs, "\n", 41)[:40], "") + affairs)
	if err != nil {
		t.Fatal(err)
	}
	claims := func() string {
		l := ledger.New()
		for _, w := range ws {
			l.Add(w.Reading)
		}
		v := l.View()
		var all []ledger.Claim
		for _, c := range v.Claims() {
			whole, _ := v.Claim(c.ID)
			all = append(all, whole)
		}
		b, err := json.Marshal(all)
		if err != nil {
			t.Fatal(err)
		}
		return string(b)
	}
	want := claims()
	if !strings.Contains(want, "told in other words") {
		t.Fatal("the model joins nothing")
	}
	for seed := range int64(3) {
		rand.New(rand.NewSource(seed)).Shuffle(len(ws), func(i, j int) { ws[i], ws[j] = ws[j], ws[i] })
		if claims() != want {
			t.Errorf("in order %d the claims are others", seed)
		}
	}
}
