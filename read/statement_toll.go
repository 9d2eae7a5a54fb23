package read

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/parse"
)

// giving are the verbs, and totalNouns the nouns, of a count that somebody stands for: "The fire service
// puts the toll at 14", "the ministry gave the number of dead as nine". Those of revising take another number: "cut the toll to 45 from 52".
// Those of counting have it right behind them: "The monitor counted 212 dead in the strikes".
var (
	giving     = strings.Fields("put puts putting give gives gave estimate estimates estimated")
	revising   = strings.Fields("cut cuts raise raises raised lower lowers lowered revise revises revised increase increases increased reduce reduces reduced update updates updated upped slashed")
	counting   = strings.Fields("counted counts tallied recorded records documented documents registered logged")
	speaking   = strings.Fields("spoke speaks talked talks") // "spoke of 12 dead"
	totalNouns = strings.Fields("toll total number figure count tally estimate")
	sizeNouns  = strings.Fields("crowd turnout attendance damage losses workforce cost costs bill value") // "put the damage at 40 million"
	tollPeople = strings.Fields("dead deaths fatalities casualties killed injured wounded missing victims")
)

// tolls adds the statements of that form that no model found: a subject, the verb, a count, and a number
// after "at" or "as".
func (f *finder) tolls() {
	for k := range f.d.Sentences {
		s := &f.d.Sentences[k]
		for i := s.First + 1; i+1 < s.End; i++ {
			w := f.lower(i)
			if !slices.Contains(giving, w) && !slices.Contains(revising, w) && !slices.Contains(counting, w) && !(slices.Contains(speaking, w) && f.lower(i+1) == "of") {
				continue
			}
			if st, ok := f.toll(s, i); ok && f.better(st) {
				at, _ := slices.BinarySearchFunc(f.out, i, func(o Statement, i int32) int { return int(o.CueHead - i) })
				f.out = slices.Insert(f.out, at, st)
			}
		}
	}
}

// cued reports whether token i is the cue of a statement already.
func (f *finder) cued(i int32) bool { return f.headed(i) >= 0 }

// better reports whether no statement has the cue of st already; one that has a pronoun of it alone, "it" of "raised it to seven", is taken out.
func (f *finder) better(st Statement) bool {
	k := f.headed(st.CueHead)
	if k < 0 {
		return true
	}
	if c := f.out[k].Content; len(c) != 1 || !strings.EqualFold(c[0].Text(f.d.Text), "it") {
		return false
	}
	f.out = slices.Delete(f.out, k, k+1)
	return true
}

// toll is the statement whose cue is the verb at i.
func (f *finder) toll(s *parse.Sentence, i int32) (Statement, bool) {
	subject := f.counter(s, i)
	if subject < 0 {
		return Statement{}, false
	}
	var end int32
	if slices.Contains(counting, f.lower(i)) {
		end = f.counted(s, i)
	} else if slices.Contains(speaking, f.lower(i)) {
		end = f.counted(s, i+1)
	} else {
		end = f.totalled(s, i)
	}
	if end < 0 && !slices.Contains(revising, f.lower(i)) {
		end = f.numberAlone(s, i)
	}
	if end < 0 {
		return Statement{}, false
	}
	first, last := f.d.Subtree(subject)
	first, last = max(first, s.First), min(last, i)
	if last-2 > max(first, subject) && f.lower(last-2) == "on" && isCapital(f.d.Word(last-1)) {
		last -= 2 // "The government on Sunday cut the toll"
	}
	for last > subject && last < i && f.d.Tokens[last].UPOS == parse.PROPN {
		last++ // "police chief Ivo Tarn", in two pieces
	}
	for k := first + 1; k+1 < last; k++ {
		if w := f.lower(k + 1); f.lower(k) == "," && (w == "who" || w == "which") {
			last = k
		}
	}
	if last <= first {
		return Statement{}, false
	}
	source := f.d.Range(first, last)
	return Statement{Source: []article.Span{source}, Cue: []article.Span{f.d.Span(i)}, Content: []article.Span{f.d.Range(i+1, end)},
		CueHead: i, SrcHead: subject, Inside: -1, How: "toll"}, true
}

// counter is the token that stands for who counts by the verb at i, its subject or the one whom a relative clause describes: "The mayor, who had put
// the dead at 70"; -1 where it is nobody.
func (f *finder) counter(s *parse.Sentence, i int32) int32 {
	subject := f.d.Child(i, parse.Nsubj)
	if subject < 0 && f.d.Tokens[i].Label == parse.Conj {
		subject = f.d.Child(f.d.Tokens[i].Head, parse.Nsubj) // "Police lowered the toll to 12 and raised it to 14"
	}
	if subject >= 0 && (f.lower(subject) == "who" || f.lower(subject) == "which") {
		subject = f.d.Tokens[i].Head
	}
	if subject < s.First || subject >= i || f.d.Tokens[subject].UPOS == parse.NUM {
		return -1
	}
	if slices.Contains(giving, f.lower(i)) || f.lower(i) == "counts" && subject == f.d.Child(i, parse.Nsubj) { // not "which counts two missing as dead"
		return subject
	}
	if slices.Contains(speaking, f.lower(i)) {
		return subject
	}
	if (f.lower(i+1) == "it" || slices.Contains(counting, f.lower(i))) && f.d.Tokens[subject].UPOS == parse.PRON {
		return subject // "Hours later it raised it to 70"
	}
	if f.d.Tokens[subject].UPOS != parse.PROPN && !slices.Contains(sourceNouns, f.d.Tokens[subject].Lemma) && !countingPeople[f.d.Tokens[subject].Lemma] {
		return -1 // "The blast raised the toll to 12"
	}
	return subject
}

// countingPeople are those besides who count the dead and hurt and are seldom cited for anything else.
var countingPeople = set("firefighter rescuer paramedic medic coroner organiser organizer")

// totalled is the end of a total and its number behind the verb at i, "the toll of the collapse to 45 from 52", or -1.
func (f *finder) totalled(s *parse.Sentence, i int32) int32 {
	noun, before := int32(-1), []string{"at", "as"}
	revised := slices.Contains(revising, f.lower(i))
	if revised {
		before = []string{"to", "from", "by"}
	}
	if revised && f.lower(i+1) == "it" && f.lower(i+2) == "to" && f.tollBefore(s, i) {
		noun = i + 1
	}
	for j := i + 1; j < min(s.End, i+14) && (f.d.At(j).UPOS != parse.VERB || noun >= 0 && f.d.At(j).Label == parse.ACL) && f.lower(j) != ","; j++ { // "put the number of aircraft destroyed at three"
		switch w := f.lower(j); {
		case slices.Contains(totalNouns, w) && !(revised && f.lower(j+1) == "of" && w != "toll" && !f.ofPeople(j+2, s.End)), !revised && w != "as" && (slices.Contains(tollPeople, w) || slices.Contains(sizeNouns, w)):
			noun = j
		case noun >= 0 && slices.Contains(before, w) && j+1 < s.End:
			end := j + 1
			for end < s.End && f.d.Tokens[end].UPOS != parse.NUM && end < j+4 {
				end++
			}
			if end >= s.End || f.d.Tokens[end].UPOS != parse.NUM {
				if w == "from" {
					continue // "the toll from the hotel fire to nine"
				}
				return -1
			}
			for end+1 < s.End && f.d.Tokens[end+1].UPOS == parse.NUM {
				end++ // "90 million"
			}
			if revised && end+2 < s.End && slices.Contains(before, f.lower(end+1)) && f.d.Tokens[end+2].UPOS == parse.NUM {
				end += 2
			}
			return end + 1
		}
	}
	return -1
}

// tollBefore reports whether a toll or a number of people who came to harm stands before token i, in its sentence or the one before.
func (f *finder) tollBefore(s *parse.Sentence, i int32) bool {
	first := s.First
	if k := f.d.Tokens[i].Sentence; k > 0 {
		first = f.d.Sentences[k-1].First
	}
	for j := i - 1; j >= first && j > i-60; j-- {
		if w := f.lower(j); w == "toll" || w == "died" || w == "drowned" || slices.Contains(tollPeople, w) {
			return true
		}
	}
	return false
}

// numberAlone is the end of the number that is all that the verb at i gives, where the words before say of whom: "The mission gave 68"; or -1.
func (f *finder) numberAlone(s *parse.Sentence, i int32) int32 {
	j := i + 1
	for j < s.End && j < i+4 && f.d.At(j).UPOS != parse.NUM {
		switch f.lower(j) {
		case "at", "least", "about", "around", "only", "some", "more", "than", "nearly", "almost":
		default:
			return -1
		}
		j++
	}
	if j >= s.End || f.d.At(j).UPOS != parse.NUM {
		return -1
	}
	if next := f.d.At(j + 1); j+1 < s.End && next.UPOS != parse.PUNCT && next.UPOS != parse.SCONJ && next.UPOS != parse.CCONJ || !f.tollBefore(s, i) {
		return -1
	}
	return j + 1
}

// ofPeople says whether the noun phrase at i is of people who came to harm: "the number of dead", and not "the number of police".
func (f *finder) ofPeople(i, end int32) bool {
	for j := i; j < min(end, i+4); j++ {
		if slices.Contains(tollPeople, f.lower(j)) {
			return true
		}
	}
	return false
}

// counted is the end of the number, and of whom it counts, behind the verb at i, "212 dead in the strikes", or -1.
func (f *finder) counted(s *parse.Sentence, i int32) int32 {
	for j := i + 1; j < min(s.End, i+7); j++ {
		if slices.Contains(tollPeople, f.lower(j)) && f.d.At(j-1).UPOS == parse.NUM && (f.d.At(j+1).UPOS != parse.NOUN || wordClasses[f.lower(j+1)]&clPerson != 0) || f.d.At(j-1).UPOS == parse.NUM && f.d.At(j).Lemma == "body" {
			return max(j+1, min(f.right[j], s.End))
		}
	}
	return -1
}
