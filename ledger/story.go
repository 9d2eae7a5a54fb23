package ledger

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"sayso/article"
)

// A Story is the reports of one matter.
type Story struct {
	ID      string   // "st-…", from its first report; it stays while that report is the first
	Title   string   // headline of its first report, or that report's first words
	First   string   // day of the first report, "" where unknown
	Last    string   // day of the last
	Latest  string   // headline of the last report, where it is another than the first
	Reports []string // report ids by publication; in a brief the latest
	Size    int      // how many reports it has
	Outlets int
	Printed []string // the outlets as the reports print them, by first report
}

// Stories are all stories, the latest first.
func (v *View) Stories() []Story {
	out := make([]Story, 0, len(v.stories))
	outlets := &[2]marks{}
	for _, n := range v.storyOrder() {
		out = append(out, v.story(v.stories[n], outlets))
	}
	return out
}

// EachStory yields the stories, the latest first, without their reports. A list that shows few makes few.
func (v *View) EachStory() iter.Seq[Story] {
	return func(yield func(Story) bool) {
		seen := &[2]marks{}
		for _, n := range v.storyOrder() {
			if !yield(v.storyWith(v.stories[n], seen, 0)) {
				return
			}
		}
	}
}

// Story is the story with that id.
func (v *View) Story(id string) (Story, bool) {
	n, ok := v.lookup('t', id)
	if !ok {
		return Story{}, false
	}
	return v.story(v.stories[n], &[2]marks{}), true
}

// StoryBrief is the story with that id with no more of its reports than the latest ones.
func (v *View) StoryBrief(id string, latest int) (Story, bool) {
	n, ok := v.lookup('t', id)
	if !ok {
		return Story{}, false
	}
	return v.storyWith(v.stories[n], &[2]marks{}, latest), true
}

// StoryOf is the id of the story that a report belongs to, or "".
func (v *View) StoryOf(report string) string {
	n, ok := v.reportByID(report)
	if !ok {
		return ""
	}
	return v.storyID(v.stories[v.storyOf[n]][0])
}

func (v *View) story(members []int32, seen *[2]marks) Story {
	return v.storyWith(members, seen, len(members))
}

// storyWith is a story with the latest of its reports.
func (v *View) storyWith(members []int32, seen *[2]marks, latest int) Story {
	first, last := v.entries[members[0]], v.entries[members[len(members)-1]]
	s := Story{ID: v.storyID(members[0]), Title: headline(first), First: dayString(first.day), Last: dayString(last.day)}
	if h := headline(last); h != s.Title {
		s.Latest = h
	}
	outlets, printed := &seen[0], &seen[1]
	outlets.clear(v.outlets)
	printed.clear(len(v.printed))
	for _, m := range members {
		if !v.current[m] {
			continue
		}
		s.Size++
		if outlets.first(v.outletOf[m]) {
			s.Outlets++
		}
		if f, ok := v.firstText[m]; ok {
			m = f // it is published by who published its first text
		}
		if k := v.printedBy[m]; printed.first(k) && v.printed[k] != "" {
			s.Printed = append(s.Printed, v.printed[k])
		}
	}
	s.Reports = make([]string, 0, min(s.Size, latest))
	for _, m := range slices.Backward(members) {
		if len(s.Reports) == cap(s.Reports) {
			break
		}
		if v.current[m] {
			s.Reports = append(s.Reports, v.entries[m].r.Article.ID)
		}
	}
	slices.Reverse(s.Reports)
	return s
}

func (v *View) storyID(first int32) string { return idString(identifier('t', v.entries[first], 0)) }

// headline is the report's title, or its first words behind a dateline.
func headline(e *entry) string {
	if t := e.r.Article.Title; t != "" {
		return t
	}
	text := strings.TrimSpace(e.r.Article.Text)
	if i := strings.IndexByte(text, '\n'); i > 0 {
		text = text[:i]
	}
	return clip(text[article.Dateline(text):], 90)
}

func daysPhrase(days float64) string {
	switch n := int(days + .5); n {
	case 0:
		return "less than a day"
	case 1:
		return "a day"
	default:
		return fmt.Sprintf("%d days", n)
	}
}
