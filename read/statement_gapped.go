package read

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/parse"
)

// Counts of others whose verb is left out: "The ministry counted 14 dead, the hospital 17", "police put the crowd at 8,000 and the organisers at 30,000".
// They are statements of their own, whose cue is the verb of the first.

// gapped parts them from what the first one says.
func (f *finder) gapped() {
	for k := 0; k < len(f.out); k++ {
		s := &f.out[k]
		if len(s.Content) != 1 || len(s.Source) != 1 || s.Source[0].Start > s.Cue[0].Start || s.Content[0].Start < s.Cue[0].End || f.quote[s.CueHead] >= 0 {
			continue
		}
		sentence := &f.d.Sentences[f.d.Tokens[s.CueHead].Sentence]
		number := f.countBehind(s, sentence)
		if number < 0 {
			continue
		}
		for i := number + 1; i+2 < sentence.End && i < number+16; i++ {
			who, from, end := f.gapAt(i, sentence.End)
			if who < 0 || f.overlapsName(f.d.Range(who, from), s.Source[0]) {
				continue
			}
			s.Content[0].End = min(s.Content[0].End, int(f.d.At(i-1).End))
			if s.Content[0].End <= s.Content[0].Start {
				break
			}
			first := from
			if w := f.lower(first); w == "at" || w == "to" || w == "of" || w == "only" || w == "just" {
				first++
			}
			st := Statement{Source: []article.Span{f.d.Range(who, from)}, Cue: slices.Clone(s.Cue), Content: []article.Span{f.d.Range(first, end)},
				CueHead: s.CueHead, SrcHead: f.top(who, from), Inside: -1, How: "gapped"}
			f.out = slices.Insert(f.out, k+1, st)
			break
		}
	}
}

// countBehind is the first number behind the cue of s, or -1 where another verb stands before it: who does what is told there may be he whose verb is left
// out, "said it had killed 12 rebels, the police nine".
func (f *finder) countBehind(s *Statement, sentence *parse.Sentence) int32 {
	for i := f.d.TokenAt(s.Content[0].Start); i < sentence.End && int(f.d.Tokens[i].Start) < s.Content[0].End; i++ {
		t := &f.d.Tokens[i]
		if f.quote[i] >= 0 || t.UPOS == parse.VERB && t.Label != parse.Amod {
			return -1
		}
		if t.UPOS == parse.NUM && !isYear(f.d.Word(i)) {
			return i
		}
	}
	return -1
}

// isYear reports whether a word is a year of these times.
func isYear(w string) bool { return len(w) == 4 && (w[:2] == "19" || w[:2] == "20") }

// gapAt is who gives another count behind the comma, semicolon or conjunction at token i, where the words for its number begin, and where they end; who is
// -1 where nobody does.
func (f *finder) gapAt(i, stop int32) (who, from, end int32) {
	switch f.lower(i) {
	case ",", ";", "and", "but", "while", "whereas":
	default:
		return -1, 0, 0
	}
	who = i + 1
	for n := 0; n < 2 && slices.Contains([]string{"and", "but", "while", "whereas"}, f.lower(who)); n++ {
		who++
	}
	from = who
	for from < stop && from < who+7 {
		t := f.d.At(from)
		if f.lower(from) == "at" || f.lower(from) == "to" || f.lower(from) == "only" || f.lower(from) == "just" || t.UPOS == parse.NUM && from > who || f.openNumber(from) {
			break
		}
		switch t.UPOS {
		case parse.DET, parse.NOUN, parse.PROPN, parse.ADJ, parse.PART:
		default:
			return -1, 0, 0
		}
		from++
	}
	end = from
	for end < stop && end < from+4 && f.d.At(end).UPOS != parse.NUM {
		end++
	}
	if from == who || from >= stop || end >= stop || f.d.At(end).UPOS != parse.NUM || isYear(f.d.Word(end)) || !f.keepsCount(who, from) || f.quote[who] >= 0 {
		return -1, 0, 0
	}
	for end++; end < stop && f.d.At(end).UPOS == parse.NUM; end++ {
	}
	if f.d.At(end).UPOS == parse.NOUN && !isDay(f.d.Word(end)) && end+1 <= stop {
		end++
	}
	if w := f.lower(end); (w == "and" || w == ",") && f.d.At(end+1).UPOS == parse.NUM {
		return -1, 0, 0 // "180 cases and six deaths, the aid group 260 and nine": of what each is is not said
	}
	switch w := f.lower(end); {
	case end >= stop, w == ",", w == ".", w == ";", w == "and", w == "on", w == "dead", w == "as":
		return who, from, end
	}
	return -1, 0, 0
}

// openNumber reports whether token i opens the words for a number: "more than 30", "at least", "some".
func (f *finder) openNumber(i int32) bool {
	switch f.lower(i) {
	case "more", "at", "about", "some", "nearly", "over", "around", "up", "almost", "fewer":
		for k := i + 1; k < i+3; k++ {
			if f.d.At(k).UPOS == parse.NUM {
				return true
			}
		}
	}
	return false
}

// keepsCount reports whether tokens [first, end) are somebody who can give a count: a noun for people or bodies who speak, or a name.
func (f *finder) keepsCount(first, end int32) bool {
	if isDay(f.d.Word(first)) || !f.speaker(first, end) {
		return false
	}
	last := f.d.At(end - 1)
	return slices.Contains(sourceNouns, last.Lemma) || slices.Contains(countingBodies, strings.ToLower(last.Lemma)) || last.UPOS == parse.PROPN && f.lower(first) != "a"
}

// countingBodies are who else gives a count in short.
var countingBodies = strings.Fields("organiser organizer rebel opposition railway operator service insurer aid airline school clinic church foundation coastguard guard brigade employer shipowner academy")
