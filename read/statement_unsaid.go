package read

import (
	"slices"

	"sayso/parse"
)

// What looks like a statement and was not made.

// unsaid says whether a statement was not made: only a condition ("if the council agrees to pay"), a paper in which it does not stand ("Nothing in the
// report says that …"), a man who is sent away ("dismissed its clerk"), or a thing that is struck and not criticised ("attacked a train").
func (f *finder) unsaid(s *Statement) bool {
	first := f.d.TokenAt(s.Content[0].Start)
	if s.How == "transcript" || f.quote[first] >= 0 || s.Form == Direct {
		return false
	}
	if len(s.Source) == 1 && f.nothingIn(s) {
		return true
	}
	return f.onCondition(s) || f.sentAway(s) || f.struck(s)
}

// nothingIn says whether the source is "nothing in the report", "none of the letters".
func (f *finder) nothingIn(s *Statement) bool {
	i := f.d.TokenAt(s.Source[0].Start)
	switch f.lower(i) {
	case "nothing":
		return f.d.At(i+1).UPOS == parse.ADP
	case "none":
		return f.lower(i+1) == "of" && f.papers(i+2, f.d.TokenAt(s.Source[0].End-1)+1)
	}
	return false
}

// conditions open a clause of what may never come.
var conditions = set("if unless")

// onCondition says whether the cue is the verb of a clause that "if" or "unless" opens in what somebody else says: "The gang would free the crew if the
// council agreed to pay, a spokesman said". The council has agreed to nothing.
func (f *finder) onCondition(s *Statement) bool {
	mark := f.d.Child(s.CueHead, parse.Mark)
	if mark < 0 || mark > s.CueHead || !conditions[f.lower(mark)] || s.Content[0].Start < s.Cue[0].Start {
		return false
	}
	return slices.ContainsFunc(f.out, func(o Statement) bool { return o.CueHead != s.CueHead && inside(o.Content, s.Cue[0].Start) })
}

// sentAway says whether who is dismissed or rejected is a person: "dismissed Tom Lane", "rejected two candidates" tell what somebody did.
func (f *finder) sentAway(s *Statement) bool {
	switch f.d.Tokens[s.CueHead].Lemma {
	case "dismiss", "fire", "sack", "oust":
	default:
		return false
	}
	o := f.d.Child(s.CueHead, parse.Obj)
	if o < 0 || o < s.CueHead || f.asWhat(s) {
		return false
	}
	switch f.lower(o) {
	case "him", "her", "them":
		return true
	}
	return f.name[o] == nameNumber(parse.Person) || f.people(o) || slices.Contains(posts, f.d.Tokens[o].Lemma)
}

// posts are who can be sent away, beside those that are plainly people.
var posts = []string{"clerk", "minister", "secretary", "chief", "head", "director", "chairman", "commander", "officer", "coach", "manager", "executive", "ambassador", "envoy", "judge", "editor", "president", "staff", "team", "worker"}

// asWhat says whether the cue's object is called something: "dismissed him as a fool".
func (f *finder) asWhat(s *Statement) bool {
	for i := s.CueHead + 1; i < s.CueHead+10 && int(i) < len(f.d.Tokens) && f.d.At(i).UPOS != parse.PUNCT; i++ {
		if f.lower(i) == "as" {
			return true
		}
	}
	return false
}

// struck says whether an attack is one with weapons: by who carries them, or on what cannot be criticised.
func (f *finder) struck(s *Statement) bool {
	if f.d.Tokens[s.CueHead].Lemma != "attack" || f.asWhat(s) {
		return false
	}
	if subj := f.subject(s.CueHead); subj >= 0 && fighters[f.d.Tokens[subj].Lemma] {
		return true
	}
	o := f.d.Child(s.CueHead, parse.Obj)
	return o > s.CueHead && targets[f.d.Tokens[o].Lemma]
}

// fighters carry weapons; targets are what they attack.
var (
	fighters = set("gunman militant fighter rebel insurgent separatist soldier troop bandit pirate jihadist raider assailant attacker terrorist extremist mob robber guerrilla warplane jet drone dog bear shark")
	targets  = set("train convoy base village town city post checkpoint station ship boat tanker vessel bus car truck vehicle camp hospital school church mosque temple synagogue market building house home hotel barracks airport port bridge pipeline plant refinery embassy consulate patrol position civilian villager passenger guard troop soldier camel herder")
)
