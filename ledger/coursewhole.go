package ledger

import (
	"regexp"
	"slices"
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// Whether the words of a title tell a happening by themselves.

// tellsWhole reports whether the words s of a report, headed as a page prints them, tell an event in full: who did what, and no piece of a clause.
func (e *entry) tellsWhole(it *eventItem, s article.Span, head string, clause bool) bool {
	ev, text := &e.r.Events[it.n], e.r.Article.Text
	if !readsAlone(text, ev, s, head) || !clause && s.Start == ev.Trigger.Start || cutClause(text, s, !clause || ev.Nominal) {
		return false
	}
	switch firstWord(text[ev.Trigger.End:]) {
	case "came", "comes", "follow", "follows", "followed":
		return false // "the warning came hours after …", "the departures follow a dispute" tell when it was
	}
	if before := text[s.Start:max(s.Start, ev.Trigger.Start)]; strings.Contains(before, " said, ") || strings.Contains(before, " says, ") {
		return false // "the ministry said, ending a revolt"
	}
	if (ev.Nominal || auxiliaries[firstWord(text[s.End:])]) && bare(head) || e.withoutVerbOf(ev, s) {
		return false // "a preliminary inquiry"
	}
	if ev.Nominal {
		return !nounOnly(text, ev, head) && !e.participleBefore(ev, s)
	}
	return !e.withoutSubject(ev, s, head) && !e.inRelative(ev, s)
}

// nounOnly reports whether a noun phrase tells that there was something and not what became of it: "an operation to end the siege", "[Ida Orr’s] inquiries", "efforts by donors, the
// head of the board".
func nounOnly(text string, ev *resolve.Event, head string) bool {
	ws := strings.Fields(head)
	after := firstWord(text[ev.Trigger.End:])
	first := strings.ToLower(ws[0])
	return strings.HasPrefix(head, "[") && len(ws) < 7 && strings.HasSuffix(head, ev.Trigger.Text(text)) || (first == "a" || first == "an") && after == "to" || apposedLow.MatchString(head) && !slices.ContainsFunc(ws, func(w string) bool { return auxiliaries[w] })
}

// apposedLow is a comma with no name behind it.
var apposedLow = regexp.MustCompile(`, [a-z]`)

// participleBefore reports whether the only verb of words that tell a noun is a participle: "the spokesman linking the attack with Norland".
func (e *entry) participleBefore(ev *resolve.Event, s article.Span) bool {
	text := e.r.Article.Text
	for i := range e.r.Events {
		o := &e.r.Events[i]
		if t := o.Trigger; t.Start > s.Start && t.End < ev.Trigger.Start && !o.Nominal && strings.HasSuffix(t.Text(text), "ing") && !e.verbBefore(s.Start, t) {
			return true
		}
	}
	return false
}

// verbBefore reports whether an auxiliary or another verb stands between a place and a trigger.
func (e *entry) verbBefore(from int, trigger article.Span) bool {
	text := e.r.Article.Text
	for _, w := range strings.Fields(strings.ToLower(text[from:max(from, trigger.Start)])) {
		if auxiliaries[w] || w == "to" {
			return true
		}
	}
	return slices.ContainsFunc(e.r.Events, func(o resolve.Event) bool {
		return o.Trigger.Start >= from && o.Trigger.End < trigger.Start && !o.Nominal
	})
}

// withoutSubject reports whether the words before a verb hold none of those who take part in it, or only how many they are: "24 had been handed over", "a hijacked train".
func (e *entry) withoutSubject(ev *resolve.Event, s article.Span, head string) bool {
	text := e.r.Article.Text
	before := strings.TrimSpace(text[s.Start:max(s.Start, ev.Trigger.Start)])
	trigger := ev.Trigger.Text(text)
	if low := strings.ToLower(before); (low == "the" || low == "a" || low == "an") && strings.HasSuffix(trigger, "ed") {
		return true
	}
	if strings.HasSuffix(trigger, "ing") && (strings.Contains(head, "… "+trigger) || strings.HasSuffix(before, ",") && !e.verbBefore(s.Start, ev.Trigger)) {
		return true // "the militants, freeing 12 men"
	}
	if strings.HasPrefix(head, "[") || strings.Contains(head, "…") {
		return false
	}
	d := deeds[hash32(stem([]byte(strings.ToLower(trigger))))]
	for _, p := range ev.Targets {
		if (d == death || d == wound) && p.End <= ev.Trigger.Start && p.End > s.Start && strings.TrimSpace(text[p.End:ev.Trigger.Start]) == "" && strings.HasSuffix(trigger, "ed") && len(ev.Actors) == 0 {
			return true // "25 people killed in the attack" says which people
		}
	}
	known, found := false, false
	for _, ps := range [][]resolve.Participant{ev.Actors, ev.Targets} {
		for _, p := range ps {
			if p.Role != "" {
				continue
			}
			if p.Contains(ev.Trigger) {
				return true // where the tree takes the verb for a part of its subject
			}
			known = known || p.End <= ev.Trigger.Start
			found = found || p.End > s.Start && p.End <= ev.Trigger.Start && !onlyCounts(p.Text(text))
		}
	}
	return known && !found && !e.nounAt(ev.Trigger)
}

// nounAt reports whether a trigger is a noun, by the article or the owner before it: "were hurt in a suicide bombing".
func (e *entry) nounAt(trigger article.Span) bool {
	ws := strings.Fields(strings.ToLower(e.r.Article.Text[max(0, trigger.Start-40):trigger.Start]))
	for i := len(ws) - 1; i >= max(0, len(ws)-3); i-- {
		switch w := ws[i]; {
		case auxiliaries[w] || strings.HasSuffix(w, ","):
			return false
		case w == "the" || w == "a" || w == "an" || owners[w] || strings.HasSuffix(w, "’s") || strings.HasSuffix(w, "'s"):
			return true
		}
	}
	return false
}

// inRelative reports whether a verb stands in a clause that only says which thing it was: "the buildings which it struck", "a ban on sales, after which prices rose".
func (e *entry) inRelative(ev *resolve.Event, s article.Span) bool {
	text := e.r.Article.Text
	before := text[s.Start:max(s.Start, ev.Trigger.Start)]
	at := -1
	for _, w := range []string{" which ", " that ", " who ", " whom "} {
		at = max(at, strings.LastIndex(before, w))
	}
	if at < 0 || strings.Contains(before[at:], ",") {
		return false
	}
	from := s.Start + at
	return !slices.ContainsFunc(e.r.Events, func(o resolve.Event) bool {
		return o.Trigger.Start > from && o.Trigger.End < ev.Trigger.Start && !o.Nominal
	})
}

// bare reports whether a noun phrase tells nothing of its thing but what it is like: neither a name nor a word that leads to another thing.
func bare(title string) bool {
	ws := words(title)
	return len(ws) <= 4 && !slices.ContainsFunc(ws, func(w word) bool {
		return w.upper && !w.open || within[w.Text(title)] || inClause[w.Text(title)]
	})
}

// isTitle reports whether words can stand for what happened: three at least, that do not begin or end in the middle of a clause.
func isTitle(s string) bool {
	ws := words(s)
	if len(ws) < 3 { // "^" has none
		return false
	}
	if low := smallLetters(s); ws[0].Text(low) == "no" && noneOf[ws[1].Text(low)] || strings.HasPrefix(low, "the number of") || strings.Contains(s, " of which ") || strings.Contains(s, " of whom ") || strings.Count(s, "\"")%2 == 1 || strings.Count(s, "“") != strings.Count(s, "”") {
		return false
	}
	if strings.Count(s, ",") == 1 && containsAny(s, ", was ", ", were ", ", has ", ", had ", ", is ") || strings.Contains(s, " be ") && !containsAny(s, "ll be ", "ould be ", " to be ", " may be ", " might be ", " must be ", " can be ", " not be ") {
		return false // "Ida Orr, was released", "recommended that 36 others be charged"
	}
	first, rest, _ := strings.Cut(s, " ")
	if strings.EqualFold(first, "at") && strings.HasPrefix(rest, "least ") {
		first, ws = "least", ws[min(1, len(ws)):] // "At least nine people were killed" begins its clause
	}
	last := strings.ToLower(ws[len(ws)-1].Text(s))
	if strings.HasSuffix(strings.ToLower(first), "self") || strings.HasSuffix(first, "selves") || strings.HasPrefix(rest, "by ") && strings.HasSuffix(first, "ed") || countOf(s) {
		return false // "yourself to get hurt", "Caused by the quake", "two counts of murder"
	}
	return len(ws) >= 3 && !pronouns[strings.ToLower(first)] && !inClause[strings.ToLower(ws[0].Text(s))] && !openEnd[last] && !objects[last]
}

// cutClause reports whether a clause is cut out of a phrase before it, "the number of people killed rose", "to halt construction", or lacks what it is done to, "the
// warning had reached her".
func cutClause(text string, s article.Span, nominal bool) bool {
	before := strings.Fields(text[max(0, s.Start-12):s.Start])
	if n := len(before); n > 0 && !nominal && text[s.Start-1] == ' ' && governs[before[n-1]] {
		return true
	}
	return objects[strings.Trim(firstWord(text[s.End:]), ".,;:”\"")]
}

// governs are words behind which no clause begins.
var governs = setOf("to of in by for from over into at on off against with near through across under toward")

// noneOf are what somebody has none of, "no plans to step down": nothing that came to pass.
var noneOf = setOf("plan plans choice intention intentions evidence sign signs reason need doubt")
