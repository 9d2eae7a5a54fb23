package ledger

import (
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// planClause is the words that tell a plan with who weighs it, orders it or asks for it, "called on the council to buy the building", where its own clause lacks them; or
// nothing.
func (e *entry) planClause(it *eventItem, ev *resolve.Event) article.Span {
	if !ev.Own || done(ev.Status) {
		return article.Span{}
	}
	by := e.carrierOf(ev)
	if by == nil || by.Trigger.Start < it.sentence.Start {
		return article.Span{}
	}
	text, s := e.r.Article.Text, article.Span{Start: by.Trigger.Start, End: ev.Trigger.End}
	if c := by.Clause; c.Len() > 0 && c.Start < by.Trigger.Start {
		s.Start = c.Start
	} else if len(by.Actors) > 0 && by.Actors[0].Role == "" && by.Actors[0].Start < by.Trigger.Start {
		s.Start = by.Actors[0].Start
	}
	if s.Start == by.Trigger.Start || s.Start < it.sentence.Start {
		return article.Span{}
	}
	end := s.End
	if c := undated(e, ev); c.Len() > 0 && c.End > end {
		end = c.End
	}
	for _, p := range ev.Targets {
		if p.End > end && it.sentence.Contains(p.Span) && !strings.ContainsAny(text[end:p.End], ",;:") {
			end = p.End
		}
	}
	if end-s.Start > planLong {
		end = clauseEnd(text, ev.Trigger.End, s.Start+planLong)
	}
	if end-s.Start > planLong || end < ev.Trigger.End {
		return article.Span{}
	}
	for s.End = end; s.End > ev.Trigger.End; {
		i := strings.LastIndex(s.Text(text), " ")
		if i < 0 || s.Start+i < ev.Trigger.End || !openEnd[strings.ToLower(s.Text(text)[i+1:])] {
			break
		}
		s.End = s.Start + i // "an inquiry on" a day
	}
	s = e.finished(it, ev, s)
	if t := s.Text(text); strings.ContainsAny(t, "\n—(;") || crossesQuotation(t) || !readsAlone(text, ev, s, e.headline(by, s)) {
		return article.Span{}
	}
	return s
}

// planLong is how many bytes of a report's words tell a plan with who weighs or orders it.
const planLong = titleLong + 30

// withoutVerbOf reports whether words that tell a plan lack the verb that says how it stands: "Iraqi leaders to reconsider", "his intent to appeal".
func (e *entry) withoutVerbOf(ev *resolve.Event, s article.Span) bool {
	if done(ev.Status) || s.Start >= ev.Trigger.Start {
		return false
	}
	for i := range e.r.Events {
		o := &e.r.Events[i]
		if o.Trigger != ev.Trigger && s.Contains(o.Trigger) && o.Trigger.Start < ev.Trigger.Start && !o.Nominal {
			return false
		}
	}
	before := strings.Fields(strings.ToLower(e.r.Article.Text[s.Start:ev.Trigger.Start]))
	if n := len(before); n == 0 || before[n-1] != "to" {
		return false
	}
	for _, w := range before {
		if auxiliaries[w] {
			return false
		}
	}
	return true
}
