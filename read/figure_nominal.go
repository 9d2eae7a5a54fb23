package read

import "sayso/parse"

// Those whom something befell, as a noun whose number a verb gives: "the dead now number 46", "officials put the dead at 11", "the count of
// those killed climbed to 37".

// levelled reports whether cue i stands for those whom it befell and a verb says how many they are.
func (s *counter) levelled(i int32) bool {
	if s.nounFollows(i+1) || s.is(i+1, clPerson) {
		return false
	}
	first := s.nominal(i)
	if first < 0 {
		return false
	}
	at := i + 1
	if w := s.word(at); s.sets(first-1) && (w == "of" || w == "in" || w == "from") { // "put the dead of the crush at 120"
		for at < s.end && at < i+10 && s.words[at] != "at" && s.words[at] != "as" && s.words[at] != "," && s.tag(at) != parse.VERB {
			at++
		}
	}
	if s.word(at) == "at" || s.word(at) == "to" || s.word(at) == "as" {
		_, ok := s.quantity(at + 1)
		return ok && s.sets(first-1)
	}
	j := i + 1
	for j < s.end && j < i+10 && !levels[s.words[j]] { // "the dead in the two valleys now number 46"
		if w := s.words[j]; w == "," || s.is(j, clRel|clConj) || s.tag(j) == parse.VERB {
			return false
		}
		j++
	}
	return levels[s.word(j)]
}

// nominal is the first token of the noun phrase that ends in cue i, "the confirmed dead", "those killed"; or -1.
func (s *counter) nominal(i int32) int32 {
	j := i - 1
	for ; sure[s.word(j)] || s.adverb(j); j-- {
	}
	switch s.word(j) {
	case "the", "those":
		return j
	case "":
		if j+1 < i {
			return j + 1 // "Confirmed dead rose to 30"
		}
	}
	return -1
}

// nominalAt reports whether "of the dead" begins at token i.
func (s *counter) nominalAt(i int32) bool {
	if s.word(i) != "of" {
		return false
	}
	for i++; s.is(i, clDet) || sure[s.word(i)]; i++ {
	}
	return s.measure(i).kind != cueNone
}

// sets reports whether a verb of giving a number stands before token i, particles aside: "put the dead at 11".
func (s *counter) sets(i int32) bool {
	for ; s.adverb(i); i-- {
	}
	return settings[s.word(i)]
}

var (
	// levels are the verbs by which a count is said to be so high, besides forms of be.
	levels = set("number numbers numbered numbering rose rise rises risen climbed climb climbs reached reaches stood stand stands totalled totaled totals grew grows grown " +
		"jumped jumps increased increases swelled soared hit hits passed passes pass topped tops top exceeded exceeds exceed surpassed surpasses surpass fell fallen dropped drops")
	// settings are the verbs of those who give a count.
	settings = set("put puts putting set sets place places placed estimate estimates estimated raised raises raising lowered lowers lowering revised revises brought brings bringing")
	// sure are the words for how far a count is known, before its noun.
	sure = set("confirmed known reported registered official verified recorded documented suspected total overall combined")
	// over are the verbs of a count that is more than the number behind them.
	over = set("passes passed pass exceeds exceeded exceed tops topped top surpasses surpassed surpass past crossed crosses cross")
	// tallies are the nouns for a count, before "of".
	tallies = set("number numbers total count tally")
)
