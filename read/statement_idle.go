package read

import (
	"slices"
	"strings"

	"sayso/parse"
)

// What is asked, thanked or named around a statement, and says nothing of what anyone said.

// idle says whether a statement says nothing of what anyone said: "writing on Telegram", "asked not to be
// named", "was granted anonymity", "the trial, expected to last a week".
func (f *finder) idle(s *Statement) bool {
	text := s.Content[0].Text(f.d.Text)
	first, last := f.d.TokenAt(s.Content[0].Start), f.d.TokenAt(s.Content[0].End-1)
	if len(s.Content) == 1 && text == "Truth Social" {
		return true
	}
	if len(s.Content) == 1 && first == last && (slices.Contains(platforms, text) || f.isOutletName(first)) && f.quote[first] < 0 {
		return true
	}
	if word := f.lower(f.d.TokenAt(s.Cue[len(s.Cue)-1].End - 1)); len(s.Content) == 1 && (word == "to" || word == "with") && f.nameOnly(first, last+1) {
		return true // "wrote to Donald Lane"
	}
	lower := strings.ToLower(s.Content[len(s.Content)-1].Text(f.d.Text))
	for _, w := range []string{"not to be named", "not to be identified", "not be named", "not be identified", "to remain anonymous", "anonymity", "not to be quoted"} {
		if strings.HasPrefix(lower, w) {
			return true
		}
	}
	if strings.HasPrefix(lower, "to give h") && strings.HasSuffix(lower, "name") || strings.HasPrefix(lower, "to give their") && strings.Contains(lower, "name") {
		return true
	}
	if f.negated(s.CueHead) && (strings.HasPrefix(lower, "to be named") || strings.HasPrefix(lower, "to be identified") || strings.HasPrefix(lower, "to be quoted")) {
		return true
	}
	if f.d.Tokens[s.CueHead].Lemma == "grant" && strings.Contains(lower, "anonymity") {
		return true
	}
	if f.deskLabel(s) {
		return true
	}
	t := &f.d.Tokens[s.CueHead]
	if thanks[t.Lemma] && len(s.Content) == 1 && f.quote[first] < 0 && !f.mainVerb(first, last+1) {
		return true // "thanked the crews who took part"
	}
	if facing[t.Lemma] && len(s.Content) == 1 && last < first+4 && f.quote[first] < 0 && f.people(last) {
		return true // "questioned two guards" does not tell what was asked
	}
	if f.lower(s.CueHead) == "expected" && len(s.Source) > 0 && f.d.TokenAt(s.Cue[0].Start) == s.CueHead && (t.Label == parse.ACL || strings.HasSuffix(s.Source[0].Text(f.d.Text), ",")) {
		return true
	}
	// "Democrats were not convinced": an attitude, and nothing that it is an attitude to
	if f.without(s.CueHead) && (f.lower(s.CueHead) == "citing" || f.lower(s.CueHead) == "quoting") {
		return true
	}
	return t.UPOS == parse.ADJ && len(s.Source) == 0 && len(s.Content) == 1 && s.Content[0].End <= s.Cue[0].Start
}

// deskLabels are words with which an outlet marks its own notes; they speak for nobody.
var deskLabels = strings.Fields("correction corrections clarification update updated note")

// deskLabel says whether the source is such a mark: "Correction, May 10: An earlier version gave the toll as 21."
func (f *finder) deskLabel(s *Statement) bool {
	if len(s.Source) == 0 {
		return false
	}
	first, end := f.d.TokenAt(s.Source[0].Start), f.d.TokenAt(s.Source[0].End-1)+1
	return first == f.d.Sentences[f.d.Tokens[first].Sentence].First && slices.Contains(deskLabels, f.lower(first)) && (end == first+1 || f.lower(first+1) == "," || f.lower(first+1) == ":")
}

// nameOnly says whether tokens [first, end) are one person's name, with its title.
func (f *finder) nameOnly(first, end int32) bool {
	for i := first; i < end; i++ {
		if f.d.Tokens[i].UPOS != parse.PROPN {
			return false
		}
	}
	return first < end && f.name[end-1] == nameNumber(parse.Person)
}

// facing are verbs whose object is who was spoken to.
var facing = set("question interview quiz interrogate thank shout")

// thanks are verbs whose object is who is thanked.
var thanks = set("thank congratulate greet salute")

// people says whether token i is a noun or a name for people.
func (f *finder) people(i int32) bool {
	return f.d.Tokens[i].UPOS == parse.PROPN && f.name[i] != 0 || f.d.Tokens[i].UPOS == parse.NOUN && wordClasses[f.lower(i)]&clPerson != 0
}
