package live

import (
	"slices"
	"strings"
	"sync"

	"sayso/export"
	"sayso/ledger"
)

// people are the measures of what happens to people, in the order in which a reader wants to know them.
var people = []string{"killed", "dead_or_missing", "presumed_dead", "missing", "injured", "captured", "arrested", "displaced", "survivors"}

// peopleRank is a measure's place among them; all others come behind.
func peopleRank(measure string) int {
	if i := slices.Index(people, measure); i >= 0 {
		return i
	}
	return len(people)
}

// standings are the lines that a state has made. A state never changes, so a story's are made once.
type standings struct {
	sync.Mutex
	of map[string][]export.Standing
}

// Standings are a story's tallies in a line each: those of people, the dead first. The result is shared and must not
// be changed.
func (s *State) Standings(story string) []export.Standing {
	return s.standingsOf(story, func() []ledger.Tally { return s.Tallies(story) })
}

// standingsOf is [State.Standings] for who may have the story's tallies already.
func (s *State) standingsOf(story string, tallies func() []ledger.Tally) []export.Standing {
	s.lines.Lock()
	defer s.lines.Unlock()
	if out, ok := s.lines.of[story]; ok {
		return out
	}
	out := s.publisher().standings(tallies())
	s.lines.of[story] = out
	return out
}

// LatestTolls are the tallies of up to n of the latest stories that have any: of those of several reports before those of one.
func (s *State) LatestTolls(n int) [][]export.Standing {
	var several, one [][]export.Standing
	looked := 0
	for st := range s.EachStory() {
		if looked++; looked > 4*n || len(several) == n {
			break
		}
		lines := s.Standings(st.ID)
		switch {
		case len(lines) == 0:
		case st.Size > 2:
			several = append(several, lines)
		default:
			one = append(one, lines)
		}
	}
	return append(several, one[:min(len(one), n-len(several))]...)
}

func (p *publisher) standings(ts []ledger.Tally) []export.Standing {
	out := []export.Standing{}
	for i := range ts {
		if t := &ts[i]; peopleRank(t.Measure) < len(people) && t.Best > 0 && !partOfSide(ts, t) {
			out = append(out, p.standing(t))
		}
	}
	slices.SortStableFunc(out, func(a, b export.Standing) int { return peopleRank(a.Measure) - peopleRank(b.Measure) })
	return out
}

// partOfSide reports whether a tally is of one kind of a side's people, its soldiers, whose total is another tally.
func partOfSide(ts []ledger.Tally, t *ledger.Tally) bool {
	return strings.Contains(t.Of, ": ") && slices.ContainsFunc(ts, func(o ledger.Tally) bool {
		return o.Measure == t.Measure && o.Side == t.Side && !strings.Contains(o.Of, ": ") && o.Best >= t.Best
	})
}

func (p *publisher) standing(t *ledger.Tally) export.Standing {
	out := export.Standing{Story: t.Story, Measure: t.Measure, Of: t.Of, Low: t.Low, High: t.High, Open: t.Open, Best: t.Best, AsOf: t.AsOf}
	if t.Total == "incidents" && t.Sum > 1 {
		out.Sum = t.Sum
		return out
	}
	who, at := p.lastGiven(t)
	if at != nil {
		ref := p.ref(at.Ref)
		out.Who, out.Ref = &who, &ref
		if out.AsOf == "" {
			out.AsOf = at.AsOf
		}
	}
	return out
}

// lastGiven is the latest count that gives a tally's best number, and who gives it: a source before an outlet's own voice,
// and a text of one's own before another's wording.
func (p *publisher) lastGiven(t *ledger.Tally) (who export.Who, at *ledger.Point) {
	look := func(q *ledger.Point, by func() export.Who) {
		if q.Low != t.Best || q.Superseded || q.Old || q.Part || q.Vague {
			return
		}
		if at == nil || slices.Compare(givenRank(q), givenRank(at)) > 0 {
			who, at = by(), q
		}
	}
	for i := range t.Series {
		s := &t.Series[i]
		for j := range s.Points {
			if s.Apart == "" {
				look(&s.Points[j], func() export.Who { return p.seriesWho(s) })
			}
		}
	}
	for i := range t.Incidents {
		in := &t.Incidents[i]
		for j := range in.Points {
			if q := &in.Points[j]; t.Total == "incidents" && in.Apart == "" {
				look(q, func() export.Who { return p.giver(q.Origin, q.Who) })
			}
		}
	}
	return who, at
}

// givenRank orders counts of one number, the one to name highest.
func givenRank(q *ledger.Point) []string {
	rank := []string{q.AsOf, "0", "0"}
	if strings.HasPrefix(q.Origin, "so-") {
		rank[1] = "1"
	}
	if q.CopyOf == "" {
		rank[2] = "1"
	}
	return rank
}

// seriesWho is who keeps a series.
func (p *publisher) seriesWho(s *ledger.Series) export.Who {
	switch {
	case s.Source != "":
		return p.source(s.Source)
	case len(s.Points) > 0:
		return p.giver(s.Points[0].Origin, s.Who)
	}
	return voice(s.Who)
}
