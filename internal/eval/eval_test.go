package eval

import (
	"math"
	"slices"
	"testing"

	"sayso/article"
)

func TestFloorsNameMeasures(t *testing.T) {
	floors, err := Floors()
	if err != nil || len(floors) == 0 {
		t.Fatal(len(floors), err)
	}
	for k, v := range floors {
		if v <= 0 || v > 1 {
			t.Errorf("%s: floor %v", k, v)
		}
	}
}

func TestBelow(t *testing.T) {
	got := Below(Scores{"a": .5, "b": .7, "c": .1}, Scores{"a": .6, "b": .7})
	if !slices.Equal(got, []string{"a"}) {
		t.Error(got)
	}
}

func TestFragments(t *testing.T) {
	set := spanSet{}
	addFragments(set, "one two \n  three\n\nfour", article.Span{Start: 4, End: 22})
	if got := setKey(set); got != "4-7,11-16,18-22," {
		t.Error(got)
	}
}

func TestCovered(t *testing.T) {
	text := "He said: “no.”"
	got := covered(wordSpans(text), spanSet{{Start: 3, End: 8}: true})
	if setKey(got) != "3-7,7-8," {
		t.Error(setKey(got))
	}
}

func TestPearson(t *testing.T) {
	if r := pearson([]float64{1, 2, 3}, []float64{2, 4, 6}); math.Abs(r-1) > 1e-9 {
		t.Error(r)
	}
	if r := pearson([]float64{1, 1}, []float64{2, 4}); r != 0 {
		t.Error(r)
	}
}
