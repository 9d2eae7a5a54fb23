package read

import (
	"strings"

	"sayso/parse"
)

// A clause opened by "when", "in which" and their like has the date of what it hangs on: "The last slide was in September 2027, when a slope fell into the Orne and 48
// people were drowned", "Thieves robbed the hall in August 2029, after which it was shut".

// opened is an opener of such a clause in a sentence, and the time that its clause has, or -1.
type opened struct{ start, time int }

// dateClauses gives the events behind such openers the date of what their clause hangs on: the time right before it, or else, but for "when", that of the
// last event before it, and for "after which" of the last that has one.
func (f *eventFinder) dateClauses(es []Event) {
	for k := 0; k < len(es); {
		n := k + 1
		for n < len(es) && f.d.Tokens[es[n].Head].Sentence == f.d.Tokens[es[k].Head].Sentence {
			n++
		}
		f.dateIn(es[k:n])
		k = n
	}
}

// dateIn does so for the events of one sentence.
func (f *eventFinder) dateIn(es []Event) {
	d := f.d
	s := &d.Sentences[d.Tokens[es[0].Head].Sentence]
	for i := s.First + 1; i < s.End; i++ {
		first, behind, when := f.opener(i, s.End)
		if behind < 0 {
			continue
		}
		time := f.timeEndingAt(first)
		for k := len(es) - 1; k >= 0 && time < 0 && !when; k-- {
			if es[k].Head >= first {
				continue
			}
			if time = es[k].Time; !strings.EqualFold(d.Word(behind-2), "after") {
				break // "called on Friday for an inquiry into the shooting, in which 11 were killed"
			}
		}
		if time < 0 || f.m.Times[time].Type != "DATE" || f.turnsTo(f.m.Times[time].Span.End, first) {
			continue
		}
		end := f.clauseBehind(behind, s.End)
		for k := range es {
			if e := &es[k]; e.Head >= behind && e.Head < end && e.Time < 0 && !f.cues[e.Head] {
				e.Time = time
			}
		}
	}
}

// turnsTo reports whether words for what something is about stand between a time, which ends at byte off, and token i: "arrested a man on Monday over the fire at
// the hall in which 44 died" killed nobody on Monday.
func (f *eventFinder) turnsTo(off int, i int32) bool {
	for i--; i >= 0 && int(f.d.Tokens[i].Start) >= off; i-- {
		switch strings.ToLower(f.d.Word(i)) {
		case "over", "about", "into", "for", "regarding", "concerning", "against":
			return true
		}
	}
	return false
}

// opener reports whether such a clause opens at token i: where its first token stands, behind a comma if it has one, where it goes on, and whether
// it is "when". behind is -1 where none opens.
func (f *eventFinder) opener(i, end int32) (first, behind int32, when bool) {
	d := f.d
	first = i
	switch strings.ToLower(d.Word(i)) {
	case "when":
		behind, when = i+1, true
	case "which":
		switch strings.ToLower(d.Word(i - 1)) {
		case "in", "during", "after", "at":
			first, behind = i-1, i+1
		default:
			return i, -1, false
		}
	default:
		return i, -1, false
	}
	if first > 0 && d.Word(first-1) == "," {
		first--
	} else if when {
		return i, -1, false // "closed in March when it snows": that is told by the tree
	}
	return first, behind, when
}

// timeEndingAt is the time whose words end right before token i, or -1.
func (f *eventFinder) timeEndingAt(i int32) int {
	if i < 1 {
		return -1
	}
	end := int(f.d.Tokens[i-1].End)
	for k := range f.m.Times {
		if f.m.Times[k].Span.End == end {
			return k
		}
	}
	return -1
}

// clauseBehind is where the clause that begins at token i ends: before a mark, a "but", or a statement's verb that is not of it.
func (f *eventFinder) clauseBehind(i, end int32) int32 {
	for ; i < end; i++ {
		switch f.d.Word(i) {
		case ";", "—", "–", "but", "”", "\"":
			return i
		}
		if f.d.Tokens[i].Label == parse.Punct && f.d.Word(i) == ":" {
			return i
		}
	}
	return end
}
