package read

import (
	_ "embed"
	"sync"

	"sayso/internal/learn"
	"sayso/parse"
)

//go:embed data/certainty.model
var certaintyData string

var loadCertainty = sync.OnceValue(func() *learn.Net {
	n, err := learn.Load(certaintyData)
	if err != nil {
		panic("read: data/certainty.model: " + err.Error()) // embedded and tested: cannot happen in a build that passed its tests
	}
	return n
})

// A judge says how surely the status of an event holds: the rules' own doubt ("reportedly", "perhaps", a
// condition) and what a learned model makes of all the words around. It never touches the status.
// The arithmetic is on integers alone.
type judge struct {
	net     *learn.Net
	words   certaintyFeaturer
	report  bool // the text is a report: of several sentences, citing, and not in the first or second person
	scratch learn.Scratch
}

func newJudge(f *eventFinder) *judge {
	r := registerOf(f)
	return &judge{net: loadCertainty(), words: certaintyFeaturer{f: f, d: f.d, register: r, sentence: -1}, report: r == "many cites" || r == "many near cites"}
}

// certainty is that of the event with trigger i.
func (j *judge) certainty(i int32) certainty {
	st := &j.words.f.s.st[i]
	if !j.words.f.verbal(i) || j.words.f.s.embedded(i) { // the model knows nothing of nouns
		return st.cert
	}
	if st.mere || j.report && st.status == unknown { // what is asked is as open as it is, and so is what is only alleged
		return st.cert
	}
	if j.report {
		return settleCertainty(st, j.happened(i), &inReport)
	}
	return settleCertainty(st, j.happened(i), &alone)
}

// embedded: a word above says that event i does not happen: "failed to agree", "denied firing". That is no
// matter of belief.
func (s *statuses) embedded(i int32) bool {
	c := &s.ctx[i]
	if s.refuted[i].held {
		return true
	}
	return c.up >= 0 && (c.neg || c.status == denied || c.status == didNotHappen) &&
		signaturesOf(s.d, c.up) != nil
}

// verbal: token i is a verb, or heads a clause.
func (f *eventFinder) verbal(i int32) bool {
	return f.d.Tokens[i].UPOS == parse.VERB || f.s.predicate(i)
}

// happened is the model's belief that the event takes place or did, in thousandths of a natural logarithm of its odds.
func (j *judge) happened(i int32) int32 {
	s := j.net.Scores(j.words.features(i), &j.scratch)
	return int32(int64(s[1]-s[0]) * 1000 / int64(j.net.Unit))
}

// Steps are the beliefs that part one certainty from the next: of what is told as real, as not so, and as open.
type steps struct{ real, unreal, open [3]int32 }

// Of sentences by themselves, chosen on the training part of UDS-IH2 and on sentences of news; in
// probabilities .55 .72 .87, .12 .25 .52 and .22 .40 .62. In a report the rules hold unless the words around
// speak clearly against them: .35 .55 .70, .50 .70 .80, and .08 and .75.
var (
	alone    = steps{[3]int32{200, 944, 1900}, [3]int32{-1992, -1099, 80}, [3]int32{-1266, -405, 490}}
	inReport = steps{[3]int32{-619, 200, 847}, [3]int32{0, 847, 1386}, [3]int32{-2442, -2442, 1099}}
)

// settleCertainty joins what the rules say with the model's belief. A hedge that a rule read stands, however
// sure the model is; what is told as open stays certain, as open, unless the words around speak for or
// against its coming about.
func settleCertainty(st *standing, belief int32, at *steps) certainty {
	switch {
	case st.status.real():
		return max(st.cert, doubtful-certainty(above(belief, at.real)))
	case st.status == didNotHappen || st.status == denied:
		return max(st.cert, certainty(above(belief, at.unreal)))
	}
	switch above(belief, at.open) {
	case 0:
		return doubtful
	case 1:
		return possibly
	case 3:
		return implied
	}
	return st.cert
}

// above is how many of the steps v is above.
func above(v int32, steps [3]int32) int {
	n := 0
	for _, s := range steps {
		if v > s {
			n++
		}
	}
	return n
}
