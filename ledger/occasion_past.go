package ledger

import (
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// What a report recalls beside its own incident is of other days, though one sentence may tell both.

// recalls reports whether one of two units of a report is recalled as of days that the other cannot have been: "killed seven on Monday, four days after 11
// died in a strike on Melk".
func (u *unit) recalls(w *unit) bool {
	return u.past != w.past && u.timed && w.timed && (u.last < w.first || w.last < u.first)
}

// relativeOf is the event of which a relative clause tells that holds f, where that event has a time of its own: "the 19 July raid on a fair, which left 41
// dead"; or nil.
func (e *entry) relativeOf(f *resolve.Figure, s article.Span) *resolve.Event {
	text := e.r.Article.Text
	i := strings.LastIndex(text[s.Start:f.Start], ", which ")
	if i < 0 || f.Start-s.Start-i > relativeWithin {
		return nil
	}
	var last *resolve.Event
	for k := range e.r.Events {
		if ev := &e.r.Events[k]; ev.Trigger.Start >= s.Start && ev.Trigger.End <= s.Start+i && (last == nil || ev.Trigger.Start > last.Trigger.Start) {
			last = ev
		}
	}
	if last == nil || last.Time == nil || last.Time.Span.Start < s.Start || last.Time.Span.End > s.Start+i || !disasters[lastWord(last.Trigger.Text(text))] {
		return nil
	}
	return last
}

// relativeWithin is how many bytes a count stands behind the comma of its relative clause at most.
const relativeWithin = 40

// countedBack reports whether a time is so long before what the sentence tells: "…, the ministry said, four days after 11 died in Melk".
func countedBack(text string, t article.Span) bool {
	return strings.HasSuffix(t.Text(text), " after") || strings.HasPrefix(text[t.End:], " after ")
}
