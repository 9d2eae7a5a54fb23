package read

import "sayso/parse"

// remains are the nouns for the dead as what is found, named and given back.
var remains = map[string]bool{"body": true, "bodies": true, "remains": true, "corpses": true, "corpse": true}

// bringsBack are the verbs of those who give back bodies.
var bringsBack = set("examined examining examine returned returns returning repatriated repatriates repatriating released releases releasing exchanged exchange exchanging transferred")

// laidToRest reports whether the verb at token i, or behind its auxiliaries, is what is done with the dead: "433 victims had been buried", "laid in the ground".
func (s *counter) laidToRest(i int32) bool {
	for i < s.end && (s.is(i, clBe|clHave) || s.adverb(i)) {
		i++
	}
	switch s.word(i) {
	case "interred", "cremated", "entombed":
		return true
	case "buried": // but "buried under rubble"
		w := s.word(i + 1)
		return w != "under" && w != "beneath" && w != "alive" && w != "by"
	case "laid":
		return s.word(i+1) == "to" && s.word(i+2) == "rest" || s.word(i+1) == "in" && (s.word(i+2) == "the" || s.word(i+3) == "ground" || s.word(i+3) == "earth")
	}
	return false
}

// released reports whether the bodies at token i are told of as named, given back or counted wrongly: "170 bodies have been handed
// over", "the bodies of 204 people have been identified". So many are no count of the dead, who are more.
func (s *counter) released(i int32) bool {
	if !remains[s.words[i]] {
		return false
	}
	if s.words[i] == "remains" && (s.tag(i) == parse.VERB || s.word(i+1) == "at") {
		return true // "the number of rescues remains at 95"
	}
	for j := i - 1; j >= s.first && j > i-6; j-- {
		if bringsBack[s.words[j]] || s.words[j] == "over" && (s.word(j-1) == "handed" || s.word(j-1) == "handing" || s.word(j-1) == "hands") {
			return true // "returned the bodies of four hostages"
		}
		if s.words[j] == "," {
			break
		}
	}
	hands := false
	for j := i - 1; j >= s.first && j > i-4; j-- {
		hands = hands || s.words[j] == "hands" || s.words[j] == "handed" || s.words[j] == "handing"
	}
	for j := i + 1; j < s.end && j < i+12; j++ {
		switch w := s.words[j]; w {
		case "over":
			if hands {
				return true // "hands the remains of three hostages over"
			}
		case "examined", "autopsied":
			return true
		case "identified", "matched":
			return s.word(j+1) != "as" // "three bodies, identified as those of …"
		case "handed", "given":
			return s.word(j+1) == "over" || s.word(j+1) == "to" || s.word(j+1) == "back"
		case "counted", "tallied":
			return s.word(j+1) == "twice" || s.word(j+1) == "double"
		case "sent", "flown", "brought":
			return s.word(j+1) == "home" || s.word(j+1) == "back"
		case "repatriated", "returned", "released":
			return true
		case ",", ";", "and", "found", "recovered", "pulled", "retrieved", "discovered":
			return false
		}
	}
	return false
}
