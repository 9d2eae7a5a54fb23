package resolve

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"sayso/article"
	"sayso/parse"
	"sayso/read"
)

// events takes over the events, with their participants named, their place and their days.
func (w *work) events() {
	names := w.sourceHeads()
	w.r.Events = make([]Event, 0, len(w.m.Events))
	for i := range w.m.Events {
		e := &w.m.Events[i]
		out := Event{ID: "e" + strconv.Itoa(i+1), Trigger: e.Trigger, Type: e.Type, Mode: e.Mode, Status: Status(e.Status),
			Certainty: e.Certainty, Negated: e.Negated, Background: e.Past && Status(e.Status) != Denied, Salient: e.Salient || w.befalls(e), Lead: e.Lead, Own: e.Own, Aside: e.Aside}
		out.Factuality = factuality(out.Status, out.Certainty)
		out.Actors = w.participants(nil, e.Actors, names, "")
		out.Actors = w.participants(out.Actors, e.Orderers, names, orderRole(out.Status))
		out.Targets = w.participants(nil, e.Targets, names, "")
		if e.Statement >= 0 && e.Statement < len(w.r.Attributions) {
			out.Attribution = w.r.Attributions[e.Statement].ID
		}
		out.Time = w.when(e)
		out.Agent = out.Own && w.agent(e, &out)
		if w.toCome(e, &out) || w.arranged(e, &out) {
			out.Status, out.Factuality = Planned, factuality(Planned, out.Certainty)
		} else if w.afterReport(e, &out) {
			out.Time = nil // "will open an inquiry on Friday into the explosion": Friday is the inquiry's
		}
		out.Place = w.where(e)
		out.Background = out.Background || w.longAgo(e, &out)
		for _, t := range e.Path {
			out.Because = append(out.Because, w.m.Doc.Span(t))
		}
		if out.Salient || out.Own {
			out.Clause, out.Nominal = w.clause(e)
		}
		w.r.Events = append(w.r.Events, out)
	}
}

// when is the days of event e: those of its own time expression, else of the nearest in its clause; or nil.
func (w *work) when(e *read.Event) *When {
	if e.Before >= 0 {
		return w.before(e)
	}
	if e.Time >= 0 && !w.perfectBefore(e, w.r.Times[e.Time].Span) && !w.datesAnother(w.headOf(w.r.Times[e.Time].Span), e.Head) {
		if r := w.stretch(e.Time); r != nil {
			return r
		}
		if x := w.r.Times[e.Time].when(); x != nil {
			return x
		}
	}
	if e.Past {
		return nil // what else is told beside it dates it not
	}
	x := w.whenAt(e.Head)
	if x == nil || w.ofPast(x.Span) || w.bounds(e, x.Span) || !w.sameClause(e.Head, w.headOf(x.Span), "") || w.perfectBefore(e, x.Span) || w.besides(e.Head, x.Span) {
		return nil
	}
	return x
}

// bounds reports whether the time at s is when something begins to be counted, or when what event e brings about ends, and so is not when e was: "since May",
// "ordered the port closed until Friday". What did not happen until Friday happened then.
func (w *work) bounds(e *read.Event, s article.Span) bool {
	before := w.m.Doc.Text[:s.Start]
	switch word := before[strings.LastIndexByte(strings.TrimSuffix(before, " "), ' ')+1:]; strings.ToLower(word) {
	case "since ":
		return true
	case "until ", "till ", "through ", "thru ":
		return !e.Negated
	case "by ":
		return e.Status == string(Ordered)
	}
	return false
}

// perfectBefore reports whether event e is told in the present perfect, which takes no day of the past, and words for another thing stand between it and time t:
// "Nine have been held over the dam break on Sunday" held nobody on Sunday.
func (w *work) perfectBefore(e *read.Event, t article.Span) bool {
	d := w.m.Doc
	if t.Start < e.Trigger.End || d.Tokens[e.Head].UPOS != parse.VERB {
		return false
	}
	perfect := false
	for _, c := range d.Children(e.Head) {
		word := d.Word(c)
		perfect = perfect || c < e.Head && d.Tokens[c].Label == parse.Aux && (word == "has" || word == "have")
	}
	for i := e.Head + 1; perfect && int(i) < len(d.Tokens) && int(d.Tokens[i].End) < t.Start; i++ {
		switch d.Word(i) {
		case "over", "about", "after", "of", "during":
			return true
		}
	}
	return false
}

// besides reports whether event i stands within a phrase or a relative clause, and a time outside of it: "The death toll from the sinking rose on
// Tuesday" and "The owner of the ferry that sank was arrested on Tuesday" sink nothing on Tuesday.
func (w *work) besides(i int32, t article.Span) bool {
	d := w.m.Doc
	outside := func(top int32) bool {
		first, end := d.Subtree(top)
		return t.Start < int(d.Tokens[first].Start) || t.Start >= int(d.At(end-1).End)
	}
	if d.Tokens[i].Label == parse.ACLRelcl {
		return outside(i)
	}
	if k := d.Child(i, parse.Case); d.Tokens[i].UPOS == parse.NOUN && d.Tokens[i].Label == parse.Obl && k >= 0 && d.Word(k) == "over" {
		return outside(i) // "arrested two men on Monday over the attack on the port"
	}
	if d.Tokens[i].UPOS != parse.NOUN || d.Tokens[i].Label != parse.Nmod {
		return false
	}
	top := i
	for n := 0; n < 8 && d.Tokens[top].Head >= 0; n++ {
		if l := d.Tokens[top].Label; l != parse.Nmod && l != parse.Conj && l != parse.Compound && l != parse.Appos {
			break
		}
		top = d.Tokens[top].Head
	}
	return d.Tokens[top].UPOS == parse.NOUN && outside(top)
}

// before is when an event was of which the report says how long before something else it came: "charged on Monday, eight days after the ferry
// sank" sank it eight days before that Monday, or before the report where the sentence names no day; a day, three or a month either way.
func (w *work) before(e *read.Event) *When {
	t := &w.r.Times[e.Before]
	says := &w.m.Times[e.Before].Says
	day, ok := w.m.Doc.Article.PublishedDay()
	s := w.m.Doc.Sentences[w.m.Doc.Tokens[e.Head].Sentence]
	for i := w.firstTime(int(w.m.Doc.Tokens[s.First].Start)); i < len(w.r.Times) && w.r.Times[i].Span.Start < int(w.m.Doc.Tokens[s.End-1].End); i++ {
		o := &w.r.Times[i]
		if o.Precision != "day" && o.Precision != "part_of_day" || o.Start == "" {
			continue
		}
		if o.Span.Start > t.Span.End && !strings.Contains(w.m.Doc.Text[t.Span.End:o.Span.Start], ",") {
			return o.when() // "two weeks after a bridge collapsed on May 3"
		}
		if d, err := time.Parse(time.DateOnly, o.Start); err == nil {
			day, ok = d, true
			break
		}
	}
	if !ok || says.N <= 0 || beyond(says.Unit, says.N) {
		return nil
	}
	m := back(day, says.Unit, -says.N)
	slack := 1 // days either way: some count the first day, and some the last
	switch {
	case says.Unit > read.Week:
		slack = 31
	case says.Unit > read.Day:
		slack = 3
	}
	first, last := m.AddDate(0, 0, -slack).Format(time.DateOnly), m.AddDate(0, 0, slack).Format(time.DateOnly)
	return &When{Span: t.Span, Value: first + "/" + last, Start: first, End: last, Precision: "range"}
}

// ofPast reports whether a time is that of an event that is only recalled: "the 303 taken last month have been freed" frees nobody last month.
func (w *work) ofPast(s article.Span) bool {
	for i := range w.m.Events {
		if e := &w.m.Events[i]; e.Past && e.Time >= 0 && w.m.Times[e.Time].Span == s {
			return true
		}
	}
	return false
}

// where is the place of event e, found likewise.
func (w *work) where(e *read.Event) *Place {
	if e.Place >= 0 {
		return &w.r.Places[e.Place]
	}
	if p := w.placeAt(e.Head); p != nil && !(p.Relation == "from" && !read.Leaving[w.m.Doc.Tokens[e.Head].Lemma]) && (p.Role == read.Location || p.Role == read.Target) && w.sameClause(e.Head, w.headOf(p.Span), p.Relation) {
		return p
	}
	return nil
}

// sameClause: the way from token m up to what it shares with the event at head leaves no clause of its own
// ("a strike that left survivors, who were taken to Lima" was not in Lima). Verbs side by side share what
// stands after the last ("were killed and nine wounded in Lima"), but not where the last one leads ("survived and
// were flown to Lima"): relation says so.
func (w *work) sameClause(head, m int32, relation string) bool {
	var a, b [12]int32
	at := w.climb(head, a[:0])
	for _, i := range w.climb(m, b[:0]) {
		if slices.Contains(at, i) {
			return true
		}
		switch t := &w.m.Doc.Tokens[i]; t.Label {
		case parse.ACLRelcl, parse.Advcl, parse.Parataxis, parse.Ccomp:
			return false
		case parse.Conj:
			if t.UPOS == parse.VERB && (leads(relation) || m < i && w.m.Doc.Child(i, parse.Nsubj, parse.NsubjPass) >= 0) {
				return false // "barred the sale, and on July 3 a court upheld that"
			}
		}
	}
	return false
}

func leads(relation string) bool {
	switch relation {
	case "to", "from", "into", "toward", "towards", "via", "through":
		return true
	}
	return false
}

// recent is how many days before publication an event still is the report's own news. Dailies and
// agencies tell of the last three days as news; with weeklies a week is the limit.
const recent = 6

// longAgo: what happened is dated well before the report, or by a week, month or year that is over ("a bombing
// last week killed five"), unless that is what the report opens with.
func (w *work) longAgo(m *read.Event, e *Event) bool {
	if e.Time == nil || e.Time.End == "" || e.Status != Happened && e.Status != DidNotHappen {
		return false
	}
	published, ok := w.m.Doc.Article.PublishedDay()
	if !ok {
		return false
	}
	end, err := time.Parse(time.DateOnly, e.Time.End)
	if err != nil || published.Sub(end) > recent*24*time.Hour {
		return err == nil
	}
	switch e.Time.Precision {
	case "week", "month", "year":
		return end.Before(published) && w.m.Doc.Tokens[m.Head].Sentence > w.opening()
	}
	return false
}

// opening is the first sentence that tells something: a dateline or a heading is passed over.
func (w *work) opening() int32 {
	for k := range w.m.Doc.Sentences {
		if s := &w.m.Doc.Sentences[k]; w.m.Doc.Tokens[s.Root].UPOS == parse.VERB {
			return int32(k)
		}
	}
	return 0
}

func orderRole(s Status) string {
	if s == Authorised {
		return "authorises"
	}
	return "orders"
}

// sourceHeads is the source that is mentioned at a byte where one of its mentions starts or ends: the
// index into w.r.Sources by the mention's span.
func (w *work) sourceHeads() map[article.Span]int {
	out := map[article.Span]int{}
	for i := range w.r.Sources {
		for _, m := range w.r.Sources[i].Mentions {
			out[m.Span] = i
		}
	}
	return out
}

// participants adds the phrases headed by heads, each with the name it was resolved to.
func (w *work) participants(to []Participant, heads []int32, sources map[article.Span]int, role string) []Participant {
	d := w.m.Doc
	for _, h := range heads {
		p := Participant{Span: w.phrase(h), Role: role}
		p.Name = p.Span.Text(d.Text)
		if n, ok := nameAt(d, h); ok {
			p.Name = d.Range(n.First, n.End).Text(d.Text)
		}
		for _, at := range [...]article.Span{p.Span, d.Span(h)} {
			if i, ok := sources[at]; ok && !w.ownSubject(i, h, sources) {
				s := &w.r.Sources[i]
				p.Source = s.ID
				if s.Name != "" {
					p.Name = s.Name
				} else if d.Tokens[h].UPOS == parse.PRON && s.Description != "" {
					p.Name = s.Description
				}
				break
			}
		}
		to = append(to, p)
	}
	return to
}

// ownSubject: h is a pronoun that cannot be source i, its verb's own subject: "the judge refused to release him".
func (w *work) ownSubject(i int, h int32, sources map[article.Span]int) bool {
	d := w.m.Doc
	t := &d.Tokens[h]
	if t.UPOS != parse.PRON || t.Label != parse.Obj || strings.HasSuffix(d.Word(h), "self") || strings.HasSuffix(d.Word(h), "selves") {
		return false
	}
	v := t.Head
	n := d.Child(v, parse.Nsubj)
	for step := 0; n < 0 && step < 3 && d.Tokens[v].Label == parse.Xcomp; step++ {
		v = d.Tokens[v].Head
		n = d.Child(v, parse.Nsubj)
	}
	if n < 0 {
		return false
	}
	for _, at := range [...]article.Span{w.phrase(n), d.Span(n)} {
		if k, ok := sources[at]; ok && k == i {
			return true
		}
	}
	return false
}

// nameAt is the named entity that holds token i.
func nameAt(d *parse.Doc, i int32) (parse.Name, bool) {
	lo, hi := 0, len(d.Names)
	for lo < hi {
		m := (lo + hi) / 2
		if d.Names[m].End <= i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(d.Names) && d.Names[lo].First <= i {
		return d.Names[lo], true
	}
	return parse.Name{}, false
}

// maxPhrase bounds the words of a participant.
const maxPhrase = 40

// phrase is the noun phrase headed by token h, without the clauses, names and second nouns that follow it.
func (w *work) phrase(h int32) article.Span {
	d := w.m.Doc
	first, end := h, h+1
	stack := append(make([]int32, 0, 16), h)
	for len(stack) > 0 {
		i := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		for _, c := range d.Children(i) {
			if !within(d, c, i, h) || w.isTime(c) || c < h-maxPhrase || c > h+maxPhrase {
				continue
			}
			first, end = min(first, c), max(end, c+1)
			stack = append(stack, c)
		}
	}
	if t := &d.Tokens[first]; t.Label == parse.Case && t.Head == h && first < h { // the case of the phrase is no part of it
		first++
	}
	return d.Range(first, end)
}

// isTime: token i begins or lies in a time expression that dates and does not name ("the rebels on Friday").
func (w *work) isTime(i int32) bool {
	t := &w.m.Doc.Tokens[i]
	if t.Label != parse.Nmod && t.Label != parse.NmodUnmarked && t.Label != parse.Obl && t.Label != parse.OblUnmarked {
		return false
	}
	k := w.firstTime(int(t.Start))
	return k < len(w.m.Times) && w.m.Times[k].Span.Start <= int(t.Start)
}

// within: the dependent c of i belongs to the phrase of h.
func within(d *parse.Doc, c, i, h int32) bool {
	t := &d.Tokens[c]
	if d.Tokens[i].Label == parse.ACL && t.Label != parse.Obj && t.Label != parse.CompoundPrt {
		return false
	}
	switch t.Label {
	case parse.ACLRelcl, parse.Appos, parse.Parataxis, parse.Punct, parse.Dep, parse.List, parse.Dislocated, parse.Advcl,
		parse.Nsubj, parse.NsubjPass, parse.Cop, parse.Aux, parse.Mark, parse.Ccomp, parse.Csubj, parse.Advmod, parse.Discourse, parse.Vocative:
		return i != h && t.Label == parse.Mark || i != h && c > i && t.Label == parse.Advmod
	case parse.Conj, parse.CC:
		return i != h
	case parse.Case:
		return i != h || c > h
	case parse.ACL:
		return t.XPOS == parse.XVBG && c == i+1 // "facilities producing cocaine"
	}
	return true
}
