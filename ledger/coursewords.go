package ledger

import (
	"cmp"
	"slices"
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// headline is the words of a title as a page prints them, with what they lack by themselves: who a pronoun means, in brackets, "[Ida Orr] was arrested in
// Varr", and the subject that a verb shares with one before it, "Norland … closed the border".
func (e *entry) headline(ev *resolve.Event, s article.Span) string {
	text := e.r.Article.Text
	first := article.Span{Start: s.Start, End: s.Start + len(firstWord(" "+s.Text(text)))}
	if subjects[strings.ToLower(first.Text(text))] && first.End < ev.Trigger.Start {
		if name := e.meantBy(first); name != "" {
			return "[" + name + "]" + text[first.End:s.End]
		}
	}
	if owners[strings.ToLower(first.Text(text))] && e.speakerBy(first) != "" {
		if name := e.meantBy(first); name != "" {
			return "[" + name + "’s]" + text[first.End:s.End]
		}
	}
	for _, p := range ev.Actors {
		if p.Role == "" && p.Start == s.Start && p.End < ev.Trigger.Start && ev.Trigger.End <= s.End && sharesVerb(text[p.End:ev.Trigger.Start]) {
			return p.Text(text) + " … " + text[ev.Trigger.Start:s.End]
		}
	}
	if more := e.ledTo(ev, s); more.Len() > 0 {
		whom, _, _ := strings.Cut(text[s.End:more.Start], ",") // "the trader Ida Orr, a sister of the mayor,"
		if strings.TrimSpace(text[s.End+len(whom):more.Start]) == "" {
			return text[s.Start:more.End]
		}
		return s.Text(text) + whom + " … " + more.Text(text)
	}
	return s.Text(text)
}

// ledTo is what a verb that needs a "to" leads to where other words stand between: "ordered the trader Ida Orr, a sister of the mayor, to be held in Varr".
func (e *entry) ledTo(ev *resolve.Event, s article.Span) article.Span {
	text := e.r.Article.Text
	if !takesTo[hash32(stem([]byte(strings.ToLower(ev.Trigger.Text(text)))))] {
		return article.Span{}
	}
	for i := range e.r.Events {
		o := &e.r.Events[i]
		if o.Trigger.Start < s.End || o.Trigger.Start-s.End > titleLong || !slices.Contains(o.Because, ev.Trigger) {
			continue
		}
		between := text[s.End:o.Trigger.Start]
		at := strings.LastIndex(between, " to ")
		if at < 0 || strings.ContainsAny(between, ".;\n") {
			continue
		}
		more := article.Span{Start: s.End + at + 1, End: clauseEnd(text, o.Trigger.End, min(len(text), o.Trigger.Start+80))}
		if more.End > o.Trigger.Start {
			return more
		}
	}
	return article.Span{}
}

// speakerBy is the id of the source that says what a pronoun opens: "the navy says it sank a boat", or "".
func (e *entry) speakerBy(pronoun article.Span) string {
	for i := range e.r.Attributions {
		a := &e.r.Attributions[i]
		if len(a.Chain) > 0 && len(a.Content) > 0 && strings.TrimPrefix(e.r.Article.Text[a.Content[0].Start:max(a.Content[0].Start, pronoun.Start)], "that ") == "" && a.Content[0].Contains(pronoun) {
			return a.Chain[len(a.Chain)-1]
		}
	}
	return ""
}

// meantBy is the name, or the words, of the source that a pronoun is for, or "".
func (e *entry) meantBy(pronoun article.Span) string {
	speaker := e.speakerBy(pronoun)
	for i := range e.r.Sources {
		so := &e.r.Sources[i]
		if so.ID != speaker && (speaker != "" || !slices.ContainsFunc(so.Mentions, func(m resolve.SourceMention) bool { return m.Span == pronoun })) {
			continue
		}
		if t := strings.ToLower(pronoun.Text(e.r.Article.Text)); so.Kind == resolve.Person && (t == "it" || t == "its" || t == "its ") {
			return "" // nobody who speaks is "it"
		}
		name := cmp.Or(so.Name, so.Description)
		if ws := words(name); len(ws) < 2 && so.Name == "" || len(name) > titleLong/2 || len(ws) == 0 || pronouns[strings.ToLower(ws[0].Text(name))] || strings.ContainsAny(name, ",;\n\"“”") {
			return ""
		}
		return name
	}
	return ""
}

// subjects are the pronouns that a clause begins with, owners those that say whose its first word is.
var (
	subjects = setOf("he she it they")
	owners   = setOf("his her its their")
)

// sharesVerb reports whether the words between a subject and a verb hold the verb before it with which it shares the subject: "recalled its envoy and".
func sharesVerb(between string) bool {
	before, ok := strings.CutSuffix(strings.TrimRight(between, " "), " and")
	return ok && len(words(before)) > 1
}

// subordinates begin a clause within another one.
var subordinates = setOf("after before since when while as because that where until")

// fromSubject is a clause from its subject on, where what stands before it belongs to the clause around it: "a day after police raided her office".
func fromSubject(text string, ev *resolve.Event, s article.Span) article.Span {
	for _, ps := range [][]resolve.Participant{ev.Actors, ev.Targets} {
		for _, p := range ps {
			if p.Role != "" || p.Start <= s.Start || p.End > ev.Trigger.Start {
				continue
			}
			before := strings.Fields(text[s.Start:p.Start])
			if n := len(before); n > 0 && subordinates[strings.ToLower(before[n-1])] {
				return article.Span{Start: p.Start, End: s.End}
			}
		}
	}
	return s
}

// fromApposed is a clause from the subject that its own words only explain: "The board of the club, the oldest of the land, on Friday fired its coach" from "The board".
func (e *entry) fromApposed(it *eventItem, ev *resolve.Event, s article.Span) article.Span {
	text, from := e.r.Article.Text, it.sentence.Start
	if before := text[from:max(from, s.Start)]; strings.Contains(before, ") - ") {
		from += strings.LastIndex(before, ") - ") + len(") - ")
	} else if strings.Contains(before, ") — ") {
		from += strings.LastIndex(before, ") — ") + len(") — ")
	} else if at := strings.Index(before, ": "); at >= 0 {
		from += at + len(": ")
	}
	subject := text[from:max(from, s.Start)]
	if !strings.HasSuffix(subject, ", ") || strings.Count(subject, ",") > 1 || len(subject) < 5 || s.End-from > titleLong || !strings.Contains(text[s.Start:max(s.Start, ev.Trigger.Start)], ", ") {
		return s
	}
	if n := len(strings.Fields(subject)); n < 2 || n > 8 || sideIssues[strings.ToLower(firstWord(" "+subject))] || inClause[strings.ToLower(firstWord(" "+subject))] || slices.ContainsFunc(e.r.Events, func(o resolve.Event) bool {
		return o.Trigger.Start >= from && o.Trigger.End <= s.Start
	}) {
		return s
	}
	return article.Span{Start: from, End: s.End}
}

// withApposed is words with the name that explains their last one: "dismissed its director, Ida Moss".
func withApposed(text string, s article.Span) article.Span {
	t, rest := s.Text(text), text[s.End:]
	last := t[strings.LastIndex(t, " ")+1:]
	if !strings.HasPrefix(rest, ", ") || last == "" || last[0] < 'a' || last[0] > 'z' || openEnd[last] {
		return s
	}
	ws := words(rest[:min(len(rest), 60)])
	n := 0
	for n < len(ws) && n < 3 && ws[n].upper && (n == 0 || rest[ws[n-1].End:ws[n].Start] == " ") {
		n++
	}
	if n < 2 || s.Len()+ws[n-1].End > titleLong {
		return s
	}
	if behind := rest[ws[n-1].End:]; strings.HasPrefix(behind, ",") || strings.HasPrefix(behind, ".") {
		s.End += ws[n-1].End
	}
	return s
}

// The words that need what follows them: verbs of deciding and asking a "to", verbs of finding a "that", nouns for inquiries an "into".
var (
	takesTo   = setOfStems("vote agree order decide plan begin fail try offer vow pledge promise ask urge tell force allow permit refuse threaten seek instruct direct require")
	votes     = setOfStems("vote")
	takesThat = setOfStems("find conclude rule show reveal warn confirm determine establish")
	takesInto = setOfStems("inquiry investigation probe enquiry")
)

// finished is the words of a clause that do not end in the middle: behind a quotation's end, a pronoun, or what its verb needs, and before what is cut out of a phrase.
func (e *entry) finished(it *eventItem, ev *resolve.Event, s article.Span) article.Span {
	text := e.r.Article.Text
	s = withName(text, s)
	s = quotedWhole(text, withOwner(text, s, it.sentence.Start), it.sentence.End)
	if !afterArticle(text, ev.Trigger) {
		s = withObject(text, s)
	}
	rest := article.Span{Start: s.End, End: it.sentence.End}
	t := s.Text(text)
	word, last := it.word(), hash32(stem([]byte(strings.ToLower(t[strings.LastIndex(t, " ")+1:]))))
	if takesTo[word] || takesThat[word] || takesInto[last] {
		at := e.behindDay(rest)
		if to := firstWord(text[at:]); to == "to" && takesTo[word] || to == "against" && votes[word] || to == "that" && takesThat[word] || to == "into" && takesInto[last] {
			if long := (article.Span{Start: s.Start, End: clauseEnd(text, at+len(to)+1, min(rest.End, s.Start+titleLong))}); isTitle(long.Text(text)) {
				return long
			}
		}
	}
	return trimmed(text, s, ev.Trigger.End)
}

// afterArticle reports whether a trigger is a noun with its article.
func afterArticle(text string, trigger article.Span) bool {
	before := strings.ToLower(text[max(0, trigger.Start-4):trigger.Start])
	return strings.HasSuffix(before, "the ") || strings.HasSuffix(before, " a ") || strings.HasSuffix(before, " an ")
}

// behindDay is where a span goes on behind the day that it begins with, " on Tuesday to set up".
func (e *entry) behindDay(s article.Span) int {
	for i := range e.r.Times {
		if t := e.r.Times[i].Span; t.Start >= s.Start && t.Start <= s.Start+len(" on ") && t.End < s.End {
			return t.End
		}
	}
	return s.Start
}

// clauseEnd is where words that begin at a place end: before a mark, or before a word that tells when or why.
func clauseEnd(text string, from, limit int) int {
	end, whole := from, false
	for i := from; i <= limit && i < len(text); i++ {
		switch text[i] {
		case ',', '.', ';', ':', '"', '\n', '(':
			if text[i] != '.' && text[i] != ',' || i+1 >= len(text) || text[i+1] == ' ' || text[i+1] == '\n' || text[i+1] == '"' {
				return i
			}
		case ' ':
			next := firstWord(text[i:])
			if sideIssues[next] || next == "before" {
				return i
			}
			end, whole = i, true
		}
	}
	if limit >= len(text) || !whole {
		return limit
	}
	for cut := end; cut > from; { // what has no room is left out from its preposition on
		if cut = strings.LastIndex(text[:cut], " "); cut > from && within[firstWord(text[cut:])] {
			return cut
		}
	}
	return from
}

// quotedWhole is words up to the end of the quotation in which they end.
func quotedWhole(text string, s article.Span, limit int) article.Span {
	t := s.Text(text)
	closing := ""
	switch {
	case strings.Count(t, "“") > strings.Count(t, "”"):
		closing = "”"
	case strings.Count(t, "\"")%2 == 1:
		closing = "\""
	case strings.Contains(t, " '") && !strings.Contains(t[strings.LastIndex(t, " '")+2:], "'"):
		closing = "'"
	case strings.Count(t, "‘") > strings.Count(t, "’"):
		closing = "’"
	default:
		return s
	}
	limit = min(limit, s.Start+titleLong)
	if i := strings.Index(text[s.End:max(s.End, limit)], closing); i >= 0 && !strings.ContainsAny(text[s.End:s.End+i], ",;\n") {
		s.End += i + len(closing)
	}
	return s
}

// crossesQuotation reports whether words begin within a quotation and go on behind it.
func crossesQuotation(t string) bool {
	i := strings.Index(t, "”")
	j := strings.Index(t, "\"")
	return i >= 0 && !strings.Contains(t[:i], "“") || j > 0 && t[j-1] != ' ' && strings.Count(t, "\"") == 1
}

// withOwner is words with the pronoun before them that says whose their first word is.
func withOwner(text string, s article.Span, from int) article.Span {
	if before := text[min(from, s.Start):s.Start]; owned(before) && strings.HasSuffix(before, " ") {
		before = strings.TrimSuffix(before, " ")
		s.Start -= 1 + len(before) - 1 - strings.LastIndexAny(before, " \n")
	}
	return s
}

// withName is words up to the end of the name that they are cut off from: "suspended police chief Ola Berg".
func withName(text string, s article.Span) article.Span {
	t := s.Text(text)
	if last := t[strings.LastIndex(t, " ")+1:]; last == "" || last[0] < 'a' || last[0] > 'z' || openEnd[last] {
		return s
	}
	for n := 0; n < 4 && s.End+1 < len(text) && text[s.End] == ' ' && text[s.End+1] >= 'A' && text[s.End+1] <= 'Z' && s.Len() < titleLong+20; n++ {
		w := text[s.End+1:]
		if i := strings.IndexAny(w, " \n"); i >= 0 {
			w = w[:i]
		}
		name := strings.TrimRight(w, ".,;:”\"")
		if calendarWords[name] || months[name] {
			break
		}
		if s.End += 1 + len(name); name != w {
			break
		}
	}
	return s
}

// withObject is words with the pronoun that they are cut off from: "used batons to disperse them".
func withObject(text string, s article.Span) article.Span {
	if w := strings.TrimRight(firstWord(text[s.End:]), ".,;:”\""); objects[w] {
		s.End += 1 + len(w)
	}
	return s
}

// readsAlone reports whether the words of a title read by themselves; a pronoun may end them where their sentence pauses: "to disperse them."
func readsAlone(text string, ev *resolve.Event, s article.Span, head string) bool {
	if i := strings.LastIndex(head, " "); i > 0 && !afterArticle(text, ev.Trigger) && objects[strings.ToLower(head[i+1:])] && (s.End >= len(text) || strings.ContainsRune(".,;\n", rune(text[s.End])) || pausing[firstWord(text[s.End:])]) {
		head = head[:i] + " somebody"
	}
	if first, rest, _ := strings.Cut(head, " "); owners[strings.ToLower(first)] {
		head = "The " + rest // "Her brother, Ola Orr, was arrested"
	}
	return isTitle(head)
}

// pausing are words behind which another clause begins.
var pausing = setOf("and but after before when while as")

// auxiliaries are verbs that another one follows.
var auxiliaries = setOf("had has have was were is are am be been being will would may might could should must shall can")

// trimmed is words without what is cut at their end, behind their trigger: an auxiliary, a second subject whose verb follows, "and the two sides" will withdraw, or
// a participle whose complement follows, "an official suspected" of it.
func trimmed(text string, s article.Span, from int) article.Span {
	for s.End > from {
		t := s.Text(text)
		last := strings.ToLower(t[strings.LastIndex(t, " ")+1:])
		before := strings.Fields(t[:max(0, len(t)-len(last))])
		next := strings.TrimRight(firstWord(text[s.End:]), ".,;:”\"")
		cut := -1
		if i := strings.LastIndex(t, " between "); i > 0 && !strings.Contains(t[i:], " and ") {
			cut = s.Start + i // "by bus between dawn" and noon
		}
		switch {
		case auxiliaries[last], openEnd[last]:
			cut = s.End - len(last) - 1
		case auxiliaries[next]:
			if i := strings.LastIndex(t, " and "); i > 0 {
				cut = s.Start + i
			}
		case strings.HasSuffix(last, "ed") && within[next] && len(before) > 0 && !auxiliaries[before[len(before)-1]] && !strings.HasSuffix(before[len(before)-1], "ly"):
			cut = s.End - len(last) - 1
		}
		if cut < from {
			break
		}
		s.End = cut
	}
	return s
}
