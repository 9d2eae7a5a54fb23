package read

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/parse"
)

// Denials by a figure of speech, "poured cold water on a report that …", and by what an account is called, "dismissed as nonsense reports that …".

// brushing are verbs that with these words behind them turn an account down; with none they do so alone.
var brushing = map[string][]string{
	"pour": {"cold water on", "cold water over", "scorn on"}, "throw": {"cold water on", "cold water over"},
	"shoot": {"down"}, "knock": {"down"}, "bat": {"away", "off"}, "wave": {"away", "aside", "off"}, "brush": {"aside", "off", "away"},
	"laugh": {"off"}, "swat": {"away", "aside"}, "shrug": {"off"}, "scotch": {""}, "quash": {""}, "squash": {""}, "rubbish": {""}, "debunk": {""}, "trash": {""}, "scoff": {"at"},
}

// talks are nouns besides the accounts for what is told of somebody and may be turned down.
var talks = set("talk speculation idea notion theory gossip chatter charge narrative complaint")

// pressed are those that are brought before courts and offices too, and ruledOn those that these quash: accounts with what they say alone, "a charge that he had
// lied".
var (
	pressed = set("charge complaint")
	ruledOn = set("claim accusation allegation")
)

// turnedDown adds the denials of that form that no model found, and takes whole those of which it found a piece.
func (f *finder) turnedDown() {
	for k := range f.d.Sentences {
		s := &f.d.Sentences[k]
		for i := s.First + 1; i+2 < s.End; i++ {
			ways, known := brushing[f.d.Tokens[i].Lemma]
			if !known || f.d.Tokens[i].UPOS != parse.VERB || f.quote[i] >= 0 || f.negated(i) || silentAt(f.silent, int(f.d.Tokens[i].Start)) {
				continue
			}
			for _, way := range ways {
				if st, ok := f.turnedDownBy(s, i, i+1+int32(len(strings.Fields(way))), way); ok {
					f.replace(st)
					break
				}
			}
		}
	}
}

// turnedDownBy is the denial whose verb is at i and whose account begins at token from, the words between being way.
func (f *finder) turnedDownBy(s *parse.Sentence, i, from int32, way string) (st Statement, ok bool) {
	for k, w := range strings.Fields(way) {
		if i+1+int32(k) >= s.End || f.lower(i+1+int32(k)) != w {
			return st, false
		}
	}
	_, end := f.body(s)
	noun := from
	for noun < min(end, from+5) && !f.account(noun) {
		if u := f.d.Tokens[noun].UPOS; u != parse.DET && u != parse.ADJ && u != parse.NOUN && u != parse.PRON && u != parse.PROPN && u != parse.PART {
			return st, false
		}
		noun++
	}
	subject := f.d.Child(i, parse.Nsubj)
	if lemma := f.d.At(min(noun, end-1)).Lemma; (pressed[lemma] || f.d.Tokens[i].Lemma == "quash" && ruledOn[lemma]) && f.lower(noun+1) != "that" {
		return st, false // "quashed the charges against her"
	}
	if noun >= min(end, from+5) || subject < s.First || subject >= i {
		return st, false
	}
	for to := noun + 1; to+1 < end; to++ { // "reports that he would go, calling them …"
		if f.lower(to) == "," && (f.d.At(to+1).XPOS == parse.XVBG || f.d.At(to+1).UPOS == parse.CCONJ || f.lower(to+1) == "which" || f.lower(to+1) == "who") {
			end = to
		}
	}
	first, last := f.left[subject], min(f.right[subject], i)
	if last-2 > max(first, subject) && f.lower(last-2) == "on" && isCapital(f.d.Word(last-1)) {
		last -= 2
	}
	cue := i
	for cue > last && f.d.At(cue-1).UPOS == parse.AUX {
		cue--
	}
	return Statement{Source: []article.Span{f.d.Range(first, last)}, Cue: []article.Span{f.d.Range(cue, from)}, Content: []article.Span{f.d.Range(from, end)},
		CueHead: i, SrcHead: subject, Inside: -1, How: turnedDownHow}, true
}

// turnedDownHow is how a statement was found that denies whatever the lexicon says of its verb.
const turnedDownHow = "turned down"

// account reports whether token i is a noun for what somebody tells of another.
func (f *finder) account(i int32) bool {
	t := &f.d.Tokens[i]
	return (t.UPOS == parse.NOUN || t.UPOS == parse.VERB && t.XPOS == parse.XVBZ) && (accounts[t.Lemma] || talks[t.Lemma])
}

// verdicts are what an account is called that is turned down.
var verdicts = set("false untrue nonsense baseless unfounded groundless rubbish fabricated absurd ridiculous wrong incorrect inaccurate fiction propaganda hogwash lies malicious ludicrous unsubstantiated fake misleading speculative")

// calledAs takes the word for what somebody calls an account out of it, into the cue: "dismissed [as untrue] reports that it had ignored her".
func (f *finder) calledAs(s *Statement) {
	if len(s.Content) == 0 || len(s.Cue) != 1 || s.Content[0].Start < s.Cue[0].End || f.quote[s.CueHead] >= 0 || s.How == "transcript" {
		return
	}
	i := f.d.TokenAt(s.Content[0].Start)
	first, end := i, f.d.TokenAt(s.Content[0].End-1)
	if f.lower(i) == "as" {
		i++
	} else if f.lower(i-1) != "as" {
		return
	}
	said := false
	for ; i+1 < end && i < first+6 && !f.account(i); i++ {
		said = said || verdicts[f.lower(i)]
	}
	if !said || i+1 >= end || !f.account(i) || !slices.Contains([]string{"that", "of", "about", "by", "from"}, f.lower(i+1)) {
		return
	}
	for i > first && (f.d.At(i-1).UPOS == parse.DET || f.d.At(i-1).UPOS == parse.NUM) {
		i--
	}
	s.Cue[0].End, s.Content[0].Start = int(f.d.At(i-1).End), int(f.d.At(i).Start)
}
