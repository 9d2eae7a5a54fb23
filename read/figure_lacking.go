package read

import "sayso/parse"

// Those who are without something by other words than "without", what is told of a noun by the participle before it, and numbers of jobs behind their noun.

// cutsOff are verbs that take a supply from people: "cut power to 340,000 homes".
var cutsOff = set("cut knock disrupt interrupt sever")

// lacking is the deed of those who have no supply or are cut from one: the noun at token i in "180,000 households still had no power", "cut power to 340,000
// homes"; or "".
func (s *counter) lacking(i int32) (deed, did string) {
	if i < s.first || i >= s.end {
		return "", ""
	}
	t := &s.d.Tokens[i]
	v := t.Head
	if v < s.first || v >= s.end || s.tag(v) != parse.VERB {
		return "", ""
	}
	switch verb := s.lemma(v); {
	case t.Label == parse.Nsubj && verb == "have":
		if o := s.d.Child(v, parse.Obj); o >= 0 && o < s.end && supplies[s.lemma(o)] && s.noneOf(o) {
			return "without " + s.lemma(o), "without " + s.words[o]
		}
	case s.caseOf(i) == "to" && (t.Label == parse.Obl || t.Label == parse.Nmod) && cutsOff[verb]:
		for _, l := range []parse.Label{parse.Obj, parse.NsubjPass} { // "power was cut to 4,000 homes"
			if o := s.d.Child(v, l); o >= 0 && o < s.end && supplies[s.lemma(o)] {
				return "without " + s.lemma(o), "without " + s.words[o]
			}
		}
	}
	return "", ""
}

// noneOf reports whether "no" stands right before the noun at token i or its adjective.
func (s *counter) noneOf(i int32) bool { return s.word(i-1) == "no" || s.word(i-2) == "no" }

// struckHomes are participles before a noun that tell what was done to what it names: "1,750 damaged homes".
var struckHomes = map[string]string{"damaged": "damage", "destroyed": "destroy", "flooded": "flood", "cancelled": "cancel", "canceled": "cancel"}

// heldBefore is the deed that a participle between a number and its noun at token i tells, or "".
func (s *counter) heldBefore(i int32) (deed, did string) {
	if w := s.word(i - 1); struckHomes[w] != "" && s.noun(i) {
		return struckHomes[w], w
	}
	return "", ""
}

// jobsTo adds the number of jobs behind its noun: "reduced the number of jobs that it will cut from 2,400 to 1,600", "limits the job cuts to 1,250".
func (s *counter) jobsTo(from int) {
	at := int32(-1)
	for i := s.first; i+1 < s.end; i++ {
		if s.words[i] == "job" && (s.words[i+1] == "cuts" || s.words[i+1] == "losses") || s.words[i] == "jobs" && s.word(i-1) == "of" && s.word(i-2) == "number" {
			at = i
			break
		}
	}
	if at < 0 || s.words[at] == "jobs" && !s.cutsBehind(at) || !s.changes(at) {
		return
	}
	for i := at + 1; i < s.end && i < at+14; i++ {
		if w := s.words[i]; w != "to" && w != "from" {
			continue
		}
		q, ok := s.quantity(i + 1)
		n := phrase{first: q.first, end: q.end, head: q.num, q: q, form: formNumber}
		if !ok || q.vague || q.low < fewOf || s.notACount(q) || s.is(q.end, clUnit|clTime) || s.nounFollows(q.end) || s.taken(from, s.spanOf(&n)) && s.inFigure(from, &n) < 0 {
			continue
		}
		k := s.inFigure(from, &n)
		if k < 0 {
			k = s.add(&n, "jobs", "jobs", "", -1)
		}
		f := &s.out[k]
		f.Measure, f.Unit, f.Who, f.Deed, f.Did = "jobs", "jobs", "jobs", "cut", "cut"
		f.Superseded = f.Superseded || s.words[i] == "from" && s.word(q.end) == "to"
	}
}

// cutsBehind reports whether the jobs at token i are those that are cut: "the number of jobs that it will cut".
func (s *counter) cutsBehind(i int32) bool {
	for j := i + 1; j < s.end && j < i+7; j++ {
		if w := s.words[j]; w == "cut" || w == "cuts" || w == "shed" || w == "lost" || w == "axed" || w == "eliminated" {
			return true
		}
	}
	return false
}

// changes reports whether a verb of changing a number stands shortly before token i.
func (s *counter) changes(i int32) bool {
	for j := i - 1; j >= s.first && j > i-8; j-- {
		if moneyChanges[s.words[j]] || s.words[j] == "limits" || s.words[j] == "limited" || s.words[j] == "limit" || s.words[j] == "limiting" || s.words[j] == "reduce" || s.words[j] == "raise" {
			return true
		}
	}
	return false
}
