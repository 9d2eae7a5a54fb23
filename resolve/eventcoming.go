package resolve

import (
	"strings"
	"time"

	"sayso/parse"
	"sayso/read"
)

// appointed are nouns for what is held on a day that is set before it.
var appointed = words("election by-election primary caucus referendum vote ballot summit meeting talk conference convention debate hearing trial session " +
	"visit trip launch exercise drill parade rally match race ceremony inauguration interview briefing negotiation sentencing deadline strike walkout")

// forward are words that put a day or a year after today.
var forward = words("next tomorrow coming upcoming")

// toCome reports whether an event that is named by a noun is told as though it were, and its own day is after the report: "the primary
// election on 29 February", "next year's election". Of a day without a year that holds only of what is appointed.
func (w *work) toCome(e *read.Event, out *Event) bool {
	d := w.m.Doc
	if out.Status != Happened && out.Status != Ongoing || out.Time == nil || out.Time.Len() == 0 || d.Tokens[e.Head].UPOS != parse.NOUN || d.Child(e.Head, parse.Cop, parse.Nsubj) >= 0 {
		return false
	}
	published, ok := d.Article.PublishedDay()
	start, err := time.Parse(time.DateOnly, out.Time.Start)
	if !ok || err != nil || !start.After(published) || start.Sub(published) > 5*366*24*time.Hour || d.Tokens[w.headOf(out.Time.Span)].Head != e.Head {
		return false
	}
	said := strings.Fields(strings.ToLower(out.Time.Text(d.Text)))
	for _, t := range said {
		if forward[t] {
			return true
		}
	}
	return appointed[d.Tokens[e.Head].Lemma] && (out.Time.Precision == "day" || out.Time.Precision == "year") && (!weekday(said) || w.awaited(e.Head))
}

// arranged reports whether an event is told in the simple present with a day of its own after the report, as what is arranged is: "The director goes
// on trial in May."
func (w *work) arranged(e *read.Event, out *Event) bool {
	d := w.m.Doc
	if x := d.Tokens[e.Head].XPOS; x != parse.XVBZ && x != parse.XVBP || out.Time == nil || out.Time.Len() == 0 || d.Tokens[w.headOf(out.Time.Span)].Head != e.Head {
		return false
	}
	if out.Status != Ongoing && (out.Status != Happened || weekday(strings.Fields(strings.ToLower(out.Time.Text(d.Text))))) { // "A bus crashes on Friday"
		return false
	}
	published, ok := d.Article.PublishedDay()
	start, err := time.Parse(time.DateOnly, out.Time.Start)
	return ok && err == nil && start.After(published)
}

// awaited reports whether what is to be done comes after a noun: "will decide after the vote on Tuesday".
func (w *work) awaited(i int32) bool {
	p := w.m.Doc.Child(i, parse.Case)
	if p < 0 {
		return false
	}
	switch w.m.Doc.Tokens[p].Lemma {
	case "after", "before", "at", "until", "pending":
		return true
	}
	return false
}

// afterReport reports whether what is told as done has a day after the report was published. One day may be the clock's, where it is the event's own.
func (w *work) afterReport(e *read.Event, out *Event) bool {
	published, ok := w.m.Doc.Article.PublishedDay()
	if !ok || out.Time == nil || out.Status != Happened {
		return false
	}
	slack := time.Duration(0)
	if e.Time >= 0 {
		slack = 24 * time.Hour
	}
	start, err := time.Parse(time.DateOnly, out.Time.Start)
	return err == nil && start.Sub(published) > slack
}

// weekday reports whether said names a day of the week, which may be the last one as well.
func weekday(said []string) bool {
	for _, t := range said {
		if strings.HasSuffix(t, "day") {
			return true
		}
	}
	return false
}
