package ledger

import (
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// A report that looks back lists what happened day by day, and each count is of the day beside it.

// dayBehind is the day that stands right behind a count, with "on", where its sentence names several: "killed five fighters on May 5 and eight more
// fighters on May 6"; else the one right before it: "the first strike, on May 2, killed 11, and a second, on May 5, killed three". Nil where there is none.
func (e *entry) dayBehind(f *resolve.Figure, s article.Span) *resolve.When {
	text, days := e.r.Article.Text, 0
	var found, ahead *resolve.When
	for i := range e.r.Times {
		t := &e.r.Times[i]
		if !s.Contains(t.Span) || len(t.Start) < 10 || t.Precision != "day" && t.Precision != "part_of_day" {
			continue
		}
		days++
		if gap := f.Span.Start - t.Span.End; gap >= 0 && gap < aheadWithin && strings.HasPrefix(text[t.Span.End:], ", ") && !strings.ContainsAny(text[t.Span.End+2:f.Span.Start], ",;:0123456789") && !ofStatement(text, t.Span) {
			ahead = &resolve.When{Span: t.Span, Start: t.Start, End: t.End, Precision: t.Precision}
		}
		if found != nil || t.Span.Start < f.Span.End || t.Span.Start-f.Span.End > behindWithin {
			continue
		}
		between := text[f.Span.End:t.Span.Start]
		if strings.HasSuffix(between, " on ") && !strings.ContainsAny(between, ",;:0123456789") && !strings.Contains(between, " and ") {
			found = &resolve.When{Span: t.Span, Start: t.Start, End: t.End, Precision: t.Precision}
		}
	}
	if days < 2 {
		return nil
	}
	if found == nil {
		return ahead
	}
	return found
}

// How many bytes may stand between a count and its day behind it, and before it.
const (
	behindWithin = 60
	aheadWithin  = 24
)

// onDate reports whether a sentence says on which day of a month something took place: "on May 5". A weekday alone may be that of the telling.
func onDate(sentence string) bool {
	if fields := strings.Fields(sentence); len(fields) > 2 && months[strings.ToLower(strings.Trim(fields[0], "."))] && digitsIn(fields[1]) && strings.Trim(fields[2], "-–—:") == "" {
		return true // "May 5 – A strike killed four": an item of a list
	}
	for rest := sentence; ; {
		i := strings.Index(rest, "on ")
		if i < 0 {
			return false
		}
		rest = rest[i+3:]
		fields := strings.Fields(rest)
		if len(fields) > 1 && months[strings.ToLower(strings.Trim(fields[0], "."))] && digitsIn(fields[1]) || len(fields) > 1 && digitsIn(fields[0]) && months[strings.ToLower(strings.Trim(fields[1], ".,"))] {
			return true
		}
	}
}

// digitsIn reports whether a word begins with a digit.
func digitsIn(w string) bool { return w != "" && w[0] >= '0' && w[0] <= '9' }

// ofEarlier reports whether a lowered sentence opens with an incident before the one that its report tells: "a previous drone strike took place on
// May 6", "the last such attack killed four".
func ofEarlier(s string) bool {
	fields := strings.Fields(s)
	for i, w := range fields[:min(len(fields), 4)] {
		if w != "previous" && w != "earlier" && w != "prior" && w != "last" {
			continue
		}
		for _, n := range fields[i+1 : min(len(fields), i+4)] {
			if disasters[strings.Trim(n, ".,")] {
				return true
			}
		}
	}
	return false
}

// sequels are what police, courts and relatives do after a deed: a day beside them is not the deed's.
var sequels = setOf("charged arrested arraigned indicted convicted sentenced pleaded pled identified appeared faced surrendered ruled mourned buried gathered completed booked jailed extradited accused detained searching investigating released named")

// ofSequel reports whether a time is that of what came after a deed: the last word before it that tells of something done is of a sequel, "charged
// Wednesday in the death of a boy", or none is and the next one is, "Police on Thursday arrested a man".
func ofSequel(text string, t article.Span) bool {
	before := text[max(0, t.Start-120):t.Start]
	if i := strings.LastIndexAny(before, ".\n;"); i >= 0 {
		before = before[i:]
	}
	fields := strings.Fields(strings.ToLower(before))
	for i := len(fields) - 1; i >= 0; i-- {
		switch w := strings.Trim(fields[i], ",:'’\"“”()"); {
		case sequels[w]:
			return true
		case tellsBlow(w):
			return false
		}
	}
	after := strings.Fields(strings.ToLower(strings.ToValidUTF8(text[t.End:min(len(text), t.End+30)], "")))
	return len(after) > 0 && (sequels[after[0]] || len(after) > 1 && (after[0] == "in" || after[0] == "with") && after[1] == "connection")
}

// tellsBlow reports whether a lowered word tells of a deed or a disaster.
func tellsBlow(w string) bool {
	return disasters[w] || disasters[strings.TrimSuffix(w, "s")] || deeds[hash32(stem([]byte(w)))] != noDeed || w == "shot" || w == "dead" || w == "opened" || w == "shootings"
}

// careWords say that people who were hurt are in somebody's care: a day beside them is not that of the blow.
var careWords = []string{" in hospital", " in the hospital", " in intensive care", " being treated", " still treating", " was treating", " were treating", " remained in", " remain in", " discharged", " in its care", " in their care", " undergoing", " receiving treatment", " under treatment"}

// ofCare reports whether a time is that on which those hurt were in somebody's care: "On Thursday, 38 of the 44 injured were still in hospital"; not "those hurt in
// Tuesday's bombing are in hospital".
func ofCare(text string, t article.Span) bool {
	s := sentenceAround(text, t)
	care := false
	for _, w := range careWords {
		care = care || containsAny(text[s.Start:s.End], w)
	}
	if !care {
		return false
	}
	after := strings.Fields(strings.ReplaceAll(text[t.End:min(s.End, t.End+24)], "’", "'"))
	if len(after) > 1 && after[0] == "'s" && (tellsBlow(after[1]) || len(after) > 2 && tellsBlow(after[2])) {
		return false
	}
	before := text[max(s.Start, t.Start-40):t.Start]
	for _, w := range careWords { // from the care on
		if i := strings.LastIndex(before, w); i >= 0 {
			before = before[i:]
		}
	}
	for _, w := range strings.Fields(strings.ToLower(before)) {
		if tellsBlow(strings.Trim(w, ",:'’\"“”()")) {
			return false
		}
	}
	return true
}
