package parse

import "slices"

// misread puts plain words for those that the model often takes for another part of speech where the words beside them leave no doubt, and reports
// whether there are any, so that the model looks again.
func misread(d *Doc, part *Sentence, words []string, at []int32) bool {
	named := toNoun(d, part, words, at)
	return plansTo(d, part, words, at) || named
}

// toNoun puts "spokesman" for what the model took for a verb behind "according to": "according to journalist Ida Orr".
func toNoun(d *Doc, part *Sentence, words []string, at []int32) bool {
	found := false
	for t := part.First + 2; t < part.End; t++ {
		if d.Tokens[t].XPOS != XVB || d.Word(t-1) != "to" || lowerWord(d.Word(t-2)) != "according" {
			continue
		}
		if k, ok := slices.BinarySearch(at, t-part.First); ok {
			words[k], found = "spokesman", true
		}
	}
	return found
}
