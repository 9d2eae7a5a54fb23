package ledger

import (
	"slices"
	"strings"

	"sayso/resolve"
)

// Who is arrested and who is captured: both are read as one measure, since one report says "detained" where another says "captured". A tally is of the one or the
// other, by the words of its reports.

// arrested is the measure of a tally of people whom police or courts hold, captured of those whom a foe or kidnappers do.
const (
	arrested = "arrested"
	captured = "captured"
)

// isTaken reports whether a tally's measure is of people who are held.
func isTaken(measure string) bool { return measure == captured || measure == arrested }

var (
	arrestWords  = setOf("arrest arrests arrested arresting custody questioning suspicion remanded charged bail jailed warrant apprehended")
	captureWords = setOf("capture captures captured capturing recaptured abducted abducts abducting abduction kidnapped kidnapping hostage hostages captive captives captivity prisoner prisoners surrendered surrender pow pows")
	policeWords  = setOf("police officers court judge prosecutors prosecutor suspect suspects protesters demonstrators")
)

// takenIn is what the words of a sentence say of those taken in it: arrested, captured, or "" where they say neither or both.
func takenIn(sentence string) string {
	is := map[string]bool{}
	police := false
	for _, w := range strings.Fields(strings.ToLower(sentence)) {
		w = strings.Trim(w, ".,;:“”\"'()’")
		is[arrested] = is[arrested] || arrestWords[w]
		is[captured] = is[captured] || captureWords[w]
		police = police || policeWords[w]
	}
	switch {
	case is[arrested] && !is[captured], police && !is[captured]:
		return arrested
	case is[captured] && !is[arrested]:
		return captured
	}
	return ""
}

// takings says of the story's figures of people taken which measure they are of. Words that do not say are of what their report tells of, then of what the
// story does.
func (v *View) takings(entries []int32) map[figureAt]string {
	of := map[figureAt]string{}
	var story []string
	for _, e := range entries {
		for i := range v.entries[e].r.Figures {
			f := &v.entries[e].r.Figures[i]
			if f.Measure != captured || f.Low == nil {
				continue
			}
			m := takenIn(v.takenWords(e, f))
			if of[figureAt{e, int32(i)}] = m; m != "" {
				story = addName(story, m)
			}
		}
	}
	for at, m := range of {
		if m == "" {
			of[at] = v.takenOtherwise(at, of, story)
		}
	}
	return of
}

// takenWords is the sentence of a figure.
func (v *View) takenWords(e int32, f *resolve.Figure) string {
	text := v.entries[e].r.Article.Text
	return sentenceAround(text, f.Span).Text(text)
}

// takenOtherwise is what a figure is of whose own words do not say it.
func (v *View) takenOtherwise(at figureAt, of map[figureAt]string, story []string) string {
	var report []string
	for i := range v.entries[at.entry].r.Figures {
		f := &v.entries[at.entry].r.Figures[i]
		if f.Measure == captured && f.Low != nil {
			if m := takenIn(v.takenWords(at.entry, f)); m != "" {
				report = addName(report, m)
			}
		}
	}
	switch {
	case len(report) == 1:
		return report[0]
	case len(story) == 1:
		return story[0]
	case slices.Contains(story, captured):
		return captured
	}
	return arrested
}
