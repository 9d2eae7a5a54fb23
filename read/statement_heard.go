package read

import (
	"slices"

	"sayso/article"
	"sayso/parse"
)

// What a court heard, what is weighed, and what is believed of somebody.

// heard is what was said in court, whoever said it there: "He stole it, a court has heard", "She lost her
// savings, the jury was told". It has no source.
func (f *finder) heard(s *parse.Sentence) (st Statement, ok bool) {
	first, end := f.body(s)
	i := end - 1
	for i > first+4 && end-i < 8 && f.lower(i) != "heard" && f.lower(i) != "told" {
		i--
	}
	if i <= first+4 || f.lower(i) != "heard" && f.lower(i) != "told" || f.quote[i] >= 0 {
		return st, false
	}
	cue := i
	for cue > first && f.d.At(cue-1).UPOS == parse.AUX {
		cue--
	}
	if f.lower(i) == "told" && (cue == i || !slices.Contains(beVerbs, f.lower(i-1))) {
		return st, false
	}
	from := cue - 1
	for from > first && f.lower(from) != "," && cue-from < 8 {
		from--
	}
	if f.lower(from) != "," || !slices.ContainsFunc([]string{"court", "jury", "jurors", "tribunal", "inquest", "inquiry", "hearing", "trial"}, func(w string) bool { return f.lower(cue-1) == w }) || !f.clause(first, from) {
		return st, false
	}
	return Statement{Cue: []article.Span{f.d.Range(from+1, i+1)}, Content: []article.Span{f.d.Range(first, from)}, CueHead: i, SrcHead: -1, Inside: -1, How: "heard"}, true
}

// learnedFrom is what an outlet or another has learned from somebody: "The Beacon has learned from two officials that the mayor will quit", "The mayor will
// quit, the Beacon has learned from two officials." They are whom it cites.
func (f *finder) learnedFrom(s *parse.Sentence) (st Statement, ok bool) {
	first, end := f.body(s)
	i := first + 1
	for i+3 < end && (f.d.Tokens[i].Lemma != "learn" || f.lower(i+1) != "from") {
		i++
	}
	subject := f.d.Child(i, parse.Nsubj)
	if i+3 >= end || f.quote[i] >= 0 || f.negated(i) || subject < first || subject >= i {
		return st, false
	}
	who := f.phrase(i+2, end)
	if who == nil {
		return st, false
	}
	cue := i
	for cue > subject+1 && (f.d.At(cue-1).UPOS == parse.AUX || f.d.At(cue-1).UPOS == parse.ADV) {
		cue--
	}
	st = Statement{Source: []article.Span{f.d.Range(f.left[subject], cue)}, Cue: []article.Span{f.d.Range(cue, i+1)}, Citing: who, CueHead: i, SrcHead: subject, Inside: -1, How: "learned"}
	behind := f.d.TokenAt(who[0].End-1) + 1
	switch from := f.left[subject]; {
	case f.lower(behind) == "that" && behind+2 < end:
		st.Content = []article.Span{f.d.Range(behind, end)}
	case behind >= end && from > first+2 && f.lower(from-1) == "," && f.clause(first, from-1):
		st.Content = []article.Span{f.d.Range(first, from-1)}
	default:
		return st, false
	}
	return st, true
}

var hashWhether = hashLower("whether")

// weighs is the statement of somebody who weighs whether to do something: "Officials are weighing whether to
// close the port." What one does not know, or goes to see, is none.
func (f *finder) weighs(s *parse.Sentence, i int32) (st Statement, ok bool) {
	if i+2 >= s.End || f.form[i+1] != hashWhether || (f.d.Tokens[i].UPOS != parse.VERB || f.cue[i].kind == noCue) && f.lower(i) != "weighing" || f.quote[i] >= 0 || f.negated(i) ||
		slices.Contains([]string{"know", "see", "find", "understand", "determine", "establish", "tell"}, f.d.Tokens[i].Lemma) {
		return st, false
	}
	subject := f.d.Child(i, parse.Nsubj)
	if subject < s.First || subject >= i || f.lower(subject) == "it" {
		return st, false
	}
	cue, end := i, f.right[i]
	for cue > f.right[subject] && (f.d.At(cue-1).UPOS == parse.AUX || f.d.At(cue-1).UPOS == parse.ADV) {
		cue--
	}
	for end > i+2 && f.d.At(end-1).UPOS == parse.PUNCT {
		end--
	}
	return Statement{Source: []article.Span{f.d.Range(f.left[subject], min(f.right[subject], cue))}, Cue: []article.Span{f.d.Range(cue, i+1)}, Content: []article.Span{f.d.Range(i+1, end)},
		CueHead: i, SrcHead: subject, Inside: -1, How: "weighs"}, true
}

// believed is what is believed or said of somebody in the passive, by nobody in particular: "The general is
// believed to have left the country."
func (f *finder) believed(s *parse.Sentence) (st Statement, ok bool) {
	for i := s.First + 2; i+2 < s.End; i++ {
		if f.lower(i+1) != "to" || f.d.Tokens[i].XPOS != parse.XVBN || f.quote[i] >= 0 || !slices.Contains([]string{"believed", "thought", "said", "understood", "reported", "alleged", "feared", "rumoured", "rumored"}, f.lower(i)) {
			continue
		}
		cue := i
		for cue > s.First && (f.d.At(cue-1).UPOS == parse.AUX || f.d.At(cue-1).UPOS == parse.ADV) {
			cue--
		}
		subject := f.d.Child(i, parse.NsubjPass, parse.Nsubj)
		if cue == i || !slices.Contains(beVerbs, f.lower(i-1)) && !slices.Contains(beVerbs, f.lower(cue)) || subject < s.First || subject >= cue || f.right[i] <= i+2 {
			continue
		}
		_, end := f.body(s)
		return Statement{Cue: []article.Span{f.d.Range(cue, i+1)}, Content: []article.Span{f.d.Range(f.left[subject], min(f.right[subject], cue)), f.d.Range(i+1, min(end, f.right[i]))},
			CueHead: i, SrcHead: -1, Inside: -1, How: "believed"}, true
	}
	return st, false
}
