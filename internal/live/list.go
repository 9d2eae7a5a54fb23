package live

import (
	"iter"
	"slices"
	"strings"

	"sayso/export"
	"sayso/ledger"
)

// A Filter chooses stories, claims or tallies.
type Filter struct {
	Words   string // all must occur, in a title or in a claim
	Outlet  string // a part of an outlet's name
	From    string // the last day is this or later
	To      string // the first day is this or earlier
	Story   string // id
	Measure string
	Status  string // of a happening
	Type    string
	Country string
	Place   string // a part of a place's name
	When    string // the day, month or year that a happening is of
	After   int    // how many rows to pass over
	Limit   int    // 0 is 50; negative is all
}

func (f *Filter) limit() int {
	switch {
	case f.Limit == 0:
		return 50
	case f.Limit < 0:
		return 1 << 40
	}
	return f.Limit
}

// stories says whether f takes every story.
func (f *Filter) stories() bool { return f.Outlet == "" && f.From == "" && f.To == "" }

func (f *Filter) story(row *export.StoryRow) bool {
	outlet := f.Outlet == "" || slices.ContainsFunc(row.Outlets, func(o string) bool { return contains(o, f.Outlet) })
	return outlet && (f.From == "" || row.Last >= f.From) && (f.To == "" || row.First <= until(f.To))
}

// until is the last text that a day of that month or year can have.
func until(day string) string { return day + "~" }

func contains(s, part string) bool {
	return strings.Contains(strings.ToLower(s), strings.ToLower(part))
}

// allWords reports whether every word of words is in s.
func allWords(s, words string) bool {
	s = strings.ToLower(s)
	for w := range strings.FieldsSeq(strings.ToLower(words)) {
		if !strings.Contains(s, w) {
			return false
		}
	}
	return true
}

// A Page is rows and where the next ones begin; Next is 0 behind the last.
type Page[T any] struct {
	Rows []T `json:"rows"`
	Next int `json:"next,omitempty"`
}

// StoryList lists stories, the latest first.
func (s *State) StoryList(f Filter) Page[export.StoryRow] {
	return paged(s, f, func(p *publisher, row export.StoryRow, yield func(export.StoryRow) bool) bool {
		return !allWords(row.Title, f.Words) || yield(row)
	})
}

// ClaimList lists the claims of the stories: those of most outlets first, of those of as many the contested ones, then those
// of the latest story. A claim that is told in two stories stands once.
func (s *State) ClaimList(f Filter) Page[export.ClaimRow] {
	var ranks []ledger.ClaimRank
	switch {
	case f.Story != "":
		if len(s.chosen(f)) > 0 {
			ranks = s.RankClaimsIn(f.Story)
		}
	case f.stories():
		ranks = s.RankClaims()
	default:
		ranks = s.RankClaimsOf(s.chosen(f))
	}
	if f.Words != "" {
		ranks = slices.DeleteFunc(ranks, func(r ledger.ClaimRank) bool { return !allWords(s.RankedWords(r), f.Words) })
	}
	out := Page[export.ClaimRow]{Rows: []export.ClaimRow{}}
	p := s.publisher()
	for i := min(f.After, len(ranks)); i < len(ranks); i++ {
		if len(out.Rows) == f.limit() {
			out.Next = i
			break
		}
		c := s.RankedClaim(ranks[i])
		if len(c.Sayings) == 0 {
			continue // no present text has it
		}
		if i%256 == 255 {
			p = s.publisher() // what one has read of the reports is let go
		}
		out.Rows = append(out.Rows, p.claimRow(&c))
	}
	return out
}

// chosen is the stories that the filter takes, the latest first.
func (s *State) chosen(f Filter) []ledger.Story {
	var out []ledger.Story
	p := s.publisher()
	for st := range s.listed(f) {
		if row := p.storyRow(&st); f.story(&row) {
			out = append(out, st)
		}
	}
	return out
}

// listed yields the story that the filter names, or all stories, the latest first, without their reports.
func (s *State) listed(f Filter) iter.Seq[ledger.Story] {
	if f.Story == "" {
		return s.EachStory()
	}
	return func(yield func(ledger.Story) bool) {
		if one, ok := s.StoryBrief(f.Story, 0); ok {
			yield(one)
		}
	}
}

// happeningsListed is how many happenings of a story are listed.
const happeningsListed = 1000

// HappeningList lists what happens or may in the stories, the latest story's first, and of each what most reports tell first.
func (s *State) HappeningList(f Filter) Page[export.HappeningRow] {
	return paged(s, f, func(p *publisher, row export.StoryRow, yield func(export.HappeningRow) bool) bool {
		all := s.WithTolls(s.Happenings(row.ID, happeningsListed), s.Tallies(row.ID))
		for i := range all {
			if c := &all[i]; c.Story == row.ID && f.happening(c) && !yield(p.happeningRow(c, row.Title)) {
				return false
			}
		}
		return true
	})
}

func (f *Filter) happening(c *ledger.Course) bool {
	asked := func(want, is string) bool { return want == "" || want == is }
	return asked(f.Status, string(c.Status)) && asked(f.Type, c.Type) && asked(f.Country, c.Country) && strings.HasPrefix(c.Day, f.When) &&
		(f.Place == "" || contains(c.Place, f.Place)) && (f.Words == "" || allWords(c.Headline+" "+c.Words, f.Words))
}

// A TallyRow is a tally with its story's title.
type TallyRow struct {
	StoryTitle string `json:"story_title"`
	export.Tally
}

// TallyList lists the tallies of the stories.
func (s *State) TallyList(f Filter) Page[TallyRow] {
	return paged(s, f, func(p *publisher, row export.StoryRow, yield func(TallyRow) bool) bool {
		if f.Words != "" && !allWords(row.Title, f.Words) {
			return true
		}
		for _, t := range s.Tallies(row.ID) {
			if (f.Measure == "" || t.Measure == f.Measure || slices.Contains(strings.Fields(t.Measure), f.Measure)) && !yield(TallyRow{row.Title, p.tally(&t)}) {
				return false
			}
		}
		return true
	})
}

// paged is a page of the rows that each gives for the stories that the filter takes.
func paged[T any](s *State, f Filter, each func(*publisher, export.StoryRow, func(T) bool) bool) Page[T] {
	out := Page[T]{Rows: []T{}}
	n := 0
	yield := func(v T) bool {
		n++
		switch {
		case n <= f.After:
		case len(out.Rows) == f.limit():
			out.Next = n - 1
			return false
		default:
			out.Rows = append(out.Rows, v)
		}
		return true
	}
	for st := range s.listed(f) {
		p := s.publisher()
		row := p.storyRow(&st)
		if f.story(&row) && !each(p, row, yield) {
			break
		}
	}
	return out
}
