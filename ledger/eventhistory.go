package ledger

import (
	"cmp"
	"slices"
	"strings"

	"sayso/article"
	"sayso/read"
	"sayso/resolve"
)

// doneOn is the first day that a mention says an event took place on, or unknownDay.
func (v *View) doneOn(members []int32) int32 {
	first := int32(unknownDay)
	for _, m := range members {
		e, it := v.mention(m)
		if it.whole && done(e.r.Events[it.n].Status) {
			first = min(first, it.start)
		}
	}
	return first
}

// addMention enters one mention: its words where they are to be listed, its participants, and a step where its
// status is news; since is the day that it was done on.
func (v *View) addMention(ev *Event, at item, list bool, since int32) {
	e := v.entries[at.entry]
	it := &e.events[at.n]
	src := &e.r.Events[it.n]
	ev.staged = ev.staged || len(it.staged) > 0
	if st := it.halted(ev, src, e.r.Article.Text); st != src.Status {
		told := *src
		told.Status, src = st, &told
	}
	if list {
		ev.Mentions = append(ev.Mentions, Mention{Ref: v.ref(at.entry, src.Trigger), Sentence: v.ref(at.entry, it.sentence), Status: src.Status, Background: src.Background})
	}
	ev.Actors = addNames(ev.Actors, src.Actors)
	ev.Targets = addNames(ev.Targets, src.Targets)
	if ev.Start == "" && src.Time != nil {
		ev.Start, ev.End = src.Time.Start, src.Time.End
	}
	early := since != unknownDay && e.day < since && done(src.Status) && !it.whole // "pressed about the attack", two days before it
	if !early && v.isStep(ev, it, src, v.ref(at.entry, src.Trigger).Report, e.r.Article.Text) {
		if len(ev.History) == 1 && leftOpen(ev.History[0].Status) {
			ev.History = ev.History[:0] // once more is known
		}
		ev.History = append(ev.History, v.statusStep(at, e, it, src))
	}
}

// isStep reports whether the mention tells a new status. Background and unknown statuses tell none
// once there is one, nor does the plan of what has happened.
func (v *View) isStep(ev *Event, it *eventItem, src *resolve.Event, report, text string) bool {
	n := len(ev.History)
	if n == 0 {
		return true
	}
	if it.spoken || src.Background && !(it.truce && done(src.Status) && weighed(ev.History[n-1].Status)) || src.Status == resolve.Unknown || src.Status == "" {
		return false
	}
	last := ev.History[n-1].Status
	switch {
	case open(src.Status) && done(last):
		return false // "Lanning, who ordered the Old Quay evacuated" recalls a step before the last
	case src.Status == resolve.Possible || src.Status == resolve.Predicted:
		return false // "the strike would be launched from a frigate" tells nothing new of what is considered, ordered or denied
	case open(src.Status) && slices.ContainsFunc(src.Because, func(s article.Span) bool { return anyIn(stemsOf(s.Text(text)), searching) }):
		return false // "divers looking for survivors of the explosion"
	case it.decides == court && src.Status == resolve.DidNotHappen && done(last):
		return false // what a court refused is told by that it did
	case weighed(src.Status) && weighed(last) && ev.History[n-1].Ref.Report == report:
		return false // one report that puts a plan in two ways tells no two stages of it
	case src.Status == resolve.Planned && (last == resolve.Ordered || last == resolve.Authorised):
		return false // "the decision to withdraw" brings no further what was ordered
	case src.Status == resolve.Proposed && (weighed(last) || src.Negated):
		return false // who urges what is considered or planned, or that it should not be done, brings it no further
	case src.Status == resolve.DidNotHappen && done(last) && promised(text, src):
		return false // "neither side will target the other" takes back nothing that was done
	case !weighed(last) && noHappening(text, src):
		return false // "investigators could not say who shot" takes back nothing either
	case done(src.Status) && done(last) && (src.Status == resolve.Ongoing || deedOf(&eventItem{trigger: it.trigger}) != noDeed):
		return false // what was done is not done on, and a blow that was struck not once more
	}
	return ev.History[n-1].Status != src.Status
}

// searching are verbs of those who look for what is left of it.
var searching = setOfStems("look search hunt comb scour")

// leftOpen reports whether a status says no more than that a thing may be.
func leftOpen(s resolve.Status) bool { return s == resolve.Unknown || s == resolve.Possible }

// promised reports whether an event is said not to come about in future.
func promised(text string, src *resolve.Event) bool {
	return slices.ContainsFunc(src.Because, func(s article.Span) bool {
		switch s.Text(text) {
		case "will", "wo", "won’t", "won't", "would", "'ll", "’ll", "shall":
			return true
		}
		return false
	})
}

// denier is the statement that says what a mention says: of what is denied the one that denies it, though it be told that somebody else had said it.
func denier(r *resolve.Reading, src *resolve.Event) *resolve.Attribution {
	a := attributionByID(r, src.Attribution)
	for out := a; src.Status == resolve.Denied && out != nil; out = attributionByID(r, out.Inside) {
		if out.Stance == read.Denies {
			return out
		}
	}
	return a
}

// withdrawer is who takes back what a mention told, in words: "The Salm Post withdrew its report that tanks had crossed"; or "".
func (e *entry) withdrawer(src *resolve.Event) string {
	for i := range e.r.Events {
		o := &e.r.Events[i]
		if slices.Contains(src.Because, o.Trigger) && len(o.Actors) > 0 && !pronouns[strings.ToLower(o.Actors[0].Text(e.r.Article.Text))] {
			return cmp.Or(o.Actors[0].Name, o.Actors[0].Text(e.r.Article.Text))
		}
	}
	return ""
}

func (v *View) statusStep(at item, e *entry, it *eventItem, src *resolve.Event) StatusStep {
	s := StatusStep{Status: src.Status, Day: dayString(e.day), Ref: v.ref(at.entry, it.sentence), Who: label(e)}
	if a := denier(e.r, src); a != nil && len(a.Chain) > 0 {
		if k := sourcePlace(e.r, a.Chain[len(a.Chain)-1]); k >= 0 {
			s.Source, s.Who = v.sourceIDAt(at.entry, k), v.calledAt(at.entry, k)
		}
	}
	if s.Source == "" && src.Status == resolve.Denied {
		s.Who = cmp.Or(e.withdrawer(src), s.Who)
	}
	var because []string
	for _, b := range src.Because {
		because = append(because, "“"+b.Text(e.r.Article.Text)+"”")
	}
	s.Reason = strings.Join(because, ", ")
	return s
}
