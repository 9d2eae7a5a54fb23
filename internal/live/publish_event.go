package live

import (
	"unicode"
	"unicode/utf8"

	"sayso/export"
	"sayso/ledger"
)

// Events and happenings as pages show them.

func (p *publisher) event(e *ledger.Event) export.EventAcross {
	out := export.EventAcross{ID: e.ID, Story: e.Story, Words: e.Words, Ref: p.ref(e.Trigger), Title: capital(e.Headline), TitleRef: p.ref(e.Title), Type: e.Type, Status: string(e.Status), First: e.Start, Last: e.End, Place: e.Place,
		Actors: append([]string{}, e.Actors...), Targets: append([]string{}, e.Targets...), History: []export.StatusStep{}, Mentions: []export.EventMention{}, Links: p.links(e.Links)}
	out.History = p.history(e)
	seen := map[string]bool{}
	for _, m := range e.Mentions {
		seen[m.Report] = true
		if len(out.Mentions) == p.most {
			continue
		}
		out.Mentions = append(out.Mentions, export.EventMention{Ref: p.ref(m.Ref), Status: string(m.Status), Background: m.Background})
	}
	out.Reports = len(seen)
	return out
}

// history is how an event's status went.
func (p *publisher) history(e *ledger.Event) []export.StatusStep {
	out := []export.StatusStep{}
	for _, h := range e.History {
		who := voice(h.Who)
		if h.Source != "" {
			who = p.source(h.Source)
		}
		out = append(out, export.StatusStep{Status: string(h.Status), Day: h.Day, Who: who, Reason: h.Reason, Ref: p.ref(h.Ref)})
	}
	return out
}

// happening is a course of events as pages show it.
func (p *publisher) happening(c *ledger.Course) export.Happening {
	out := export.Happening{EventAcross: p.event(&c.Event), Day: c.Day, Together: append([]string{}, c.Others...), Tolls: []export.Toll{}}
	out.Title, out.TitleRef = capital(c.Headline), p.ref(c.Title)
	out.Reports, out.Tolls = c.Reports, p.tolls(c)
	return out
}

func (p *publisher) tolls(c *ledger.Course) []export.Toll {
	out := []export.Toll{}
	for _, t := range c.Tolls {
		point := p.point(&t.Point)
		out = append(out, export.Toll{Measure: t.Measure, Who: point.Who, Point: point, Reports: t.Reports})
	}
	return out
}

// happeningRow is a course of events as lists show it.
func (p *publisher) happeningRow(c *ledger.Course, title string) export.HappeningRow {
	row := export.HappeningRow{ID: c.ID, Story: c.Story, StoryTitle: title, Title: capital(c.Headline), Ref: p.ref(c.Title), Type: c.Type, Status: string(c.Status),
		Day: c.Day, Place: c.Place, Country: c.Country, Actors: append([]string{}, c.Actors...), Targets: append([]string{}, c.Targets...), Reports: c.Reports,
		Mentions: len(c.Mentions), Steps: []string{}, Tolls: p.tolls(c), History: p.history(&c.Event)}
	for _, h := range c.History {
		row.Steps = append(row.Steps, string(h.Status))
	}
	return row
}

// capital is words as a title begins them.
func capital(words string) string {
	r, n := utf8.DecodeRuneInString(words)
	return string(unicode.ToUpper(r)) + words[n:]
}
