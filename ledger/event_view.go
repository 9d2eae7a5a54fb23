package ledger

import (
	"slices"
	"sort"
	"time"

	"sayso/article"
	"sayso/resolve"
)

// Events as a view shows them.

// An Event is what reports say happened or may, across reports, with how its status went.
type Event struct {
	ID       string // "ev-…"
	Story    string
	Words    string // trigger as first reported, in its sentence
	Trigger  Ref
	Title    Ref    // the words of a mention that tell best who does what to whom and where
	Headline string // those words as they read by themselves
	Type     string
	Status   resolve.Status // the latest step's
	Start    string         // first and last day it can mean, ISO 8601, "" where open
	End      string
	Place    string
	Country  string // of the place, ISO 3166, or ""
	Actors   []string
	Targets  []string
	History  []StatusStep
	Mentions []Mention // every mention, by publication; background ones too
	Links    []Link    // why the mentions are one event

	staged bool // a mention tells that it is to be held
}

// Events are all events with a mention outside background, or whose background mentions are all
// there is, by first report.
func (v *View) Events() []Event {
	out := make([]Event, 0, len(v.eventSets))
	for i := range v.eventSets {
		out = append(out, v.eventBrief(i))
	}
	return out
}

// EventsOf are the events of a story, those of most mentions first, without their links.
func (v *View) EventsOf(story string) []Event {
	sets := v.eventSetsIn(story)
	sort.SliceStable(sets, func(i, j int) bool { return len(v.eventSets[sets[i]]) > len(v.eventSets[sets[j]]) })
	var out []Event
	for _, i := range sets[:min(most, len(sets))] {
		out = append(out, v.eventBrief(i))
	}
	return out
}

func (v *View) eventSetsIn(story string) []int {
	var out []int
	for _, e := range v.recent(story) {
		for i := range v.entries[e].events {
			if set := v.eventOf[v.eventBase[e]+int32(i)]; set >= 0 {
				out = append(out, int(set))
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// eventOfSet is an event with the links that join it.
func (v *View) eventOfSet(set int) Event {
	ev := v.eventBrief(set)
	for _, m := range v.eventSets[set] {
		if p := v.eventParent[m]; p >= 0 && len(ev.Links) < most {
			ev.Links = append(ev.Links, v.eventLink(p, m))
		}
	}
	return ev
}

func (v *View) eventBrief(set int) Event {
	ev := v.eventUntitled(set)
	ev.Title, ev.Headline, _ = v.eventTitle(v.eventSets[set])
	return ev
}

func (v *View) eventUntitled(set int) Event {
	members := v.eventSets[set]
	first := v.event[members[0]]
	e := v.entries[first.entry]
	it := &e.events[first.n]
	src := &e.r.Events[it.n]
	ev := Event{ID: v.eventSetID(set), Story: v.storyID(v.stories[v.storyOf[first.entry]][0]),
		Words: it.sentence.Text(e.r.Article.Text), Trigger: v.ref(first.entry, src.Trigger), Type: src.Type}
	present, since := v.presentIn(v.event, members), v.doneOn(members)
	for _, m := range members {
		at := v.event[m]
		v.addMention(&ev, at, v.current[at.entry] || !present[v.entries[at.entry].key], since)
	}
	v.settlePlace(&ev, members)
	if n := len(ev.History); n > 0 {
		ev.Status = ev.History[n-1].Status
	}
	return ev
}

func attributionByID(r *resolve.Reading, id string) *resolve.Attribution {
	for i := range r.Attributions {
		if r.Attributions[i].ID == id {
			return &r.Attributions[i]
		}
	}
	return nil
}

func addNames(names []string, ps []resolve.Participant) []string {
	for _, p := range ps {
		known := p.Name == ""
		for _, n := range names {
			known = known || n == p.Name
		}
		if !known {
			names = append(names, p.Name)
		}
	}
	return names
}

func parseDay(s string) int32 {
	if len(s) == len(time.DateOnly) { // what most are, and asked often
		if t, err := time.Parse(time.DateOnly, s); err == nil {
			return int32(t.Unix() / 86400)
		}
	}
	a := article.Article{Published: s}
	if t, ok := a.PublishedTime(); ok && len(s) >= 10 {
		return calendarDay(t)
	}
	return unknownDay
}
