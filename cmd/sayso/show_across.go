package main

import (
	"context"
	"fmt"
	"io"
	"regexp"
	"strings"

	"sayso/export"
	"sayso/internal/live"
	"sayso/internal/store"
	"sayso/ledger"
)

// acrossID is an id of something that reports tell together: a story, a claim, an event, a source, a quotation.
var acrossID = regexp.MustCompile(`^(st|cl|ev|so|qu)-[0-9a-f]{12}$`)

// showAcross prints what an id across reports names, with why it is one and what was held apart.
func (a *across) showAcross(ctx context.Context, s *store.Store, w io.Writer, id string, text bool) error {
	page, n, err := a.pageOf(ctx, s, id)
	switch {
	case err != nil:
		return err
	case !text:
		return printOne(w, page)
	}
	return n.writeTo(w)
}

// pageOf is the page of what an id across reports names, as data and as text.
func (a *across) pageOf(ctx context.Context, s *store.Store, id string) (page any, n *notes, err error) {
	st, err := a.state(ctx, s)
	if err != nil {
		return nil, nil, err
	}
	n = &notes{}
	switch id[:2] {
	case "st":
		page, err = noted(n.story)(st.Story(id, ""))
	case "cl":
		page, err = noted(n.claim)(st.Claim(id))
	case "ev":
		page, err = noted(n.event)(st.Event(id))
	case "qu":
		page, err = noted(n.quotation)(st.Quotation(id))
	default:
		page, err = noted(n.source)(st.SourceAcross(id))
	}
	if err != nil && a.asOf != "" {
		err = fmt.Errorf("%w as of %s", err, a.asOf)
	}
	return page, n, err
}

// noted prints a page that was found.
func noted[T any](print func(*T)) func(*T, error) (any, error) {
	return func(page *T, err error) (any, error) {
		if err != nil {
			return nil, err
		}
		print(page)
		return page, nil
	}
}

// story prints what a story's page shows.
func (n *notes) story(s *live.Story) {
	n.field("story", s.Title)
	n.field("id", s.ID)
	n.field("as of", s.AsOf)
	n.field("days", joined(" to ", s.First, s.Last))
	by := ""
	if len(s.Outlets) > 0 {
		by = fmt.Sprintf(" by %s: %s", plural(len(s.Outlets), "outlet"), strings.Join(s.Outlets, ", "))
	}
	n.field("reports", fmt.Sprintf("%d%s", s.Reports, by))
	n.section("What is known, and on whose say-so")
	for i := range s.Claims[:min(mostNotes, len(s.Claims))] {
		c := &s.Claims[i]
		n.line(2, c.ID+"  "+clipped(c.Said(), 200))
		n.line(17, c.Summary)
	}
	if left := max(s.Of.Claims, len(s.Claims)) - min(mostNotes, len(s.Claims)); left > 0 {
		n.line(2, fmt.Sprintf("… and %d more: sayso claims --story %s", left, s.ID))
	}
	if len(s.Timeline) > 0 {
		n.section("How it went")
	}
	for i := range s.Timeline {
		e := &s.Timeline[i]
		n.line(2, joined("  ", e.Day, e.ID, e.Title))
		n.line(14, plural(e.Reports, "report")+tolls(e.Tolls))
		n.history(e.History)
	}
	if len(s.Tallies) > 0 {
		n.section("How many")
	}
	n.tallies(s.Tallies)
	n.meetings("Where accounts differ", s.Against)
	n.meetings("Who changed what they say", s.Turns)
	n.meetings("Narrower, wider, updated", s.Meetings)
	n.copies("Copies", s.Copies, len(s.Copies))
	if len(s.Quotations) > 0 {
		n.section("One utterance, many printings")
	}
	for i := range s.Quotations {
		n.printings(&s.Quotations[i])
	}
	n.section("Reports")
	for _, r := range s.ReportList {
		n.line(2, joined("  ", r.Day, r.ID, joined(": ", r.Outlet, r.Title)))
		if r.CopyOf != "" {
			n.line(14, r.Relation+" of "+joined(", ", r.OwnOutlet, r.CopyOf))
		}
	}
	n.why("Why these are one story", s.Links, &s.Refused)
}

// tallies are the numbers of a story with what does not add up; those that one report alone gives are on one line.
func (n *notes) tallies(ts []export.Tally) {
	var once []string
	for i := range ts {
		t := &ts[i]
		number := numberRange(t.Low, t.High)
		if apart := t.Unsummed(); apart != "" {
			number = "in no sum: " + apart
		} else if t.Unnumbered() {
			number = strings.Join(t.Told, "; ")
		} else if t.Open && t.Low == t.High {
			number = "at least " + number
		}
		line := fmt.Sprintf("%s: %s", joined(" ", spaced(t.Measure), t.Of), number)
		if t.Once && t.Measure != "killed" {
			once = append(once, line)
			continue
		}
		n.line(2, line)
		if counts := countsOf(&live.TallyRow{Tally: *t}); counts != "" && !strings.HasSuffix(number, counts) {
			n.line(6, counts)
		}
		for i := range t.Gaps {
			g := &t.Gaps[i]
			n.line(6, fmt.Sprintf("%s, %s: %s: %s", countOf(&g.At), joined(", ", g.At.Ref.Outlet, g.At.AsOf), g.Cause, g.Reason))
		}
	}
	if len(once) > 0 {
		n.line(2, "told by one report alone: "+strings.Join(once, "; "))
	}
}

// tolls are the numbers of a happening, each with who gives it.
func tolls(all []export.Toll) string {
	var b strings.Builder
	for i := range all {
		t := &all[i]
		fmt.Fprintf(&b, "; %s %s, says %s", countOf(&t.Point), spaced(t.Measure), t.Who.Label)
	}
	return b.String()
}

func numberRange(low, high float64) string {
	if low == high {
		return grouped(low)
	}
	return grouped(low) + " to " + grouped(high)
}

// grouped is a number for people: five digits and more have a comma before each three.
func grouped(v float64) string {
	s := ledger.Number(v)
	if strings.Contains(s, " ") {
		return s
	}
	end := strings.IndexByte(s, '.')
	if end < 0 {
		end = len(s)
	}
	if end < 5 {
		return s
	}
	for i := end - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

func (n *notes) history(steps []export.StatusStep) {
	for i := range steps {
		h := &steps[i]
		because := ""
		if h.Reason != "" {
			because = "; because: " + h.Reason
		}
		n.line(6, joined(" ", h.Day, spaced(h.Status)+",", h.Who.Label+because))
		n.words(10, &h.Ref)
	}
}

// printings are an utterance with where it was printed, each once.
func (n *notes) printings(q *export.Quotation) {
	n.line(2, "“"+strings.Trim(clipped(q.Words, 300), "“”")+"” "+q.Speaker.Label+" ("+q.ID+")")
	for i := range q.Printings {
		p := &q.Printings[i]
		n.line(6, joined(": ", joined(", ", p.Change, placeOf(&p.Ref)), p.Reason))
	}
}

// quotation is an utterance with its printings and why they are one.
func (n *notes) quotation(q *export.Quotation) {
	n.printings(q)
	n.links(q.Links)
	if len(q.Refused.Links) > 0 {
		n.line(2, fmt.Sprintf("held apart, %d of %d:", len(q.Refused.Links), q.Refused.Of))
		n.links(q.Refused.Links)
	}
}

func (n *notes) claim(c *live.Claim) {
	n.field("claim", c.Said())
	n.field("id", c.ID)
	n.field("as of", c.AsOf)
	n.field("story", c.StoryTitle+" ("+c.Story+")")
	n.field("first", c.First)
	n.field("origins", c.Summary)
	if len(c.Maybe)+len(c.Apart) > 0 {
		n.section("Origins that may be one, and that are two")
		n.maybe("possibly one", c.Maybe)
		n.maybe("two", c.Apart)
	}
	n.section("How its reports lead to its origins")
	for i := range c.Origins {
		o := &c.Origins[i]
		n.line(2, o.Name)
		for _, s := range o.Steps {
			n.line(6, joined(", ", s.FromOutlet, s.Reason))
		}
	}
	n.section("Who has it, in whose words")
	for i := range c.Sayings[:min(mostNotes, len(c.Sayings))] {
		s := &c.Sayings[i]
		n.line(2, chain(s.Chain, s.Ref.Outlet))
		n.words(6, &s.Ref)
	}
	n.more(min(mostNotes, len(c.Sayings)), len(c.Sayings))
	n.meetings("Who changed what they say", c.Turns)
	n.meetings("What it meets", c.Meetings)
	n.why("Why these are one claim", c.Links, &c.Refused)
}

func (n *notes) event(e *live.Event) {
	n.field("event", "“"+e.Ref.Text+"”: "+e.Words)
	n.field("id", e.ID)
	n.field("as of", e.AsOf)
	n.field("story", e.StoryTitle+" ("+e.Story+")")
	n.field("status", spaced(e.Status))
	n.field("when", joined(" to ", e.First, e.Last))
	n.field("where", e.Place)
	n.field("who", strings.Join(e.Actors, "; "))
	n.field("to whom", strings.Join(e.Targets, "; "))
	n.told(e)
	n.section("How its status went")
	n.history(e.History)
	n.section(fmt.Sprintf("Mentions: %d in %s", len(e.Mentions), plural(e.Reports, "report")))
	for i := range e.Mentions[:min(mostNotes, len(e.Mentions))] {
		n.words(2, &e.Mentions[i].Ref)
	}
	n.more(min(mostNotes, len(e.Mentions)), len(e.Mentions))
	n.why("Why these are one event", e.Links, &e.Refused)
}

// told says what the story's page tells the event in, and in how many reports: others than mention it.
func (n *notes) told(e *live.Event) {
	if e.Told == nil {
		return
	}
	n.field("story page", e.Told.Title+": "+plural(e.Told.Reports, "report")+" outside background")
	for i := range e.Told.Events {
		if o := &e.Told.Events[i]; len(e.Told.Events) > 1 {
			n.field("", o.ID+" "+o.Title+": "+plural(o.Reports, "report"))
		}
	}
}

func (n *notes) source(s *live.SourcePage) {
	n.field("source", s.Label)
	n.field("id", s.ID)
	kind := s.Kind
	if s.Anonymous {
		kind = "unnamed " + kind
	}
	n.field("kind", joined(" of ", kind, s.Outlet))
	n.field("key", s.Key)
	stories := strings.Join(s.Stories[:min(mostNotes, len(s.Stories))], ", ")
	if more := len(s.Stories) - mostNotes; more > 0 {
		stories += fmt.Sprintf(" and %d more", more)
	}
	n.field("stories", stories)
	var may []string
	for _, w := range s.Possibly {
		may = append(may, w.Label+" ("+w.ID+")")
	}
	n.field("may be", strings.Join(may, "; "))
	n.meetings("What it changed", s.Turns)
	n.section("Cited in " + plural(s.Reports, "report"))
	for i := range s.Mentions[:min(mostNotes, len(s.Mentions))] {
		n.words(2, &s.Mentions[i])
	}
	n.more(min(mostNotes, len(s.Mentions)), len(s.Mentions))
	n.why("Same and possibly same: the reasons", s.Links, &s.Refused)
}

// inReport is what the ledger knows of one report across reports.
func (n *notes) inReport(r *live.InReport) {
	if r.Story != nil {
		n.section("Across reports")
		n.line(2, fmt.Sprintf("of the story %s, %s", r.Story.ID, r.Story.Title))
	}
	n.copies("Whose wording this is", r.Wording, len(r.Wording))
	n.copies("Later reports with its wording", r.Copies, len(r.Copies))
	n.copies("Words in common, and no copy", r.NotCopied, r.NotCopiedOf)
	n.why("Why it is of its story", r.WhyStory, &r.OtherStory)
}
