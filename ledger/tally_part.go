package ledger

import (
	"regexp"
	"slices"
	"sort"
	"strings"

	"sayso/resolve"
)

// Parts of a toll: "29 on the ground", "241 of them aboard", "209 in the hall and 15 in the yard". They are no steps of the total, and nothing is held
// against it; each part has its own series, named by its words, where it is told twice.

// deedScope is the deed of those who are counted as a part of a toll.
const deedScope = "of a part"

// partWords are the words for where those are whom a figure counts, right behind it.
var partWords = regexp.MustCompile(`^(?:,? ?\b(?:people|persons|others|more|bodies|victims|residents|of|them|whom|who|those|were|was|had|have|has|been|died|killed|dead|are|all)\b)* (on the ground|on board|aboard|(?:in|on|at|inside|outside) the [a-z]+)\b`)

// carried are the craft whose passengers are aboard.
var carried = setOf("plane aircraft jet airliner train bus boat ferry ship flight helicopter")

// partOfToll is where those are whom a figure counts, by the words right behind it, or "".
func partOfToll(text string, f *resolve.Figure) string {
	s := sentenceAround(text, f.Span)
	m := partWords.FindStringSubmatch(strings.ToLower(strings.ToValidUTF8(text[f.End:min(s.End, f.End+90)], "")))
	if m == nil {
		return ""
	}
	if fields := strings.Fields(m[1]); m[1] == "on board" || len(fields) == 3 && fields[0] != "at" && carried[fields[2]] {
		return deedAboard
	}
	return m[1]
}

// parted reports whether a sentence of the report tells two parts of one toll beside each other: "209 in the hall and 15 in the yard"; not two blows of two days.
func (e *entry) parted(n int, part string) bool {
	text, f := e.r.Article.Text, &e.r.Figures[n]
	s := sentenceAround(text, f.Span)
	for i := range e.r.Times {
		if s.Contains(e.r.Times[i].Span) {
			return false
		}
	}
	return slices.ContainsFunc(e.r.Figures, func(g resolve.Figure) bool {
		if g.Measure != f.Measure || g.Low == nil || g.Vague || !s.Contains(g.Span) || g.Span == f.Span {
			return false
		}
		other := partOfToll(text, &g)
		return other != "" && other != part && strings.Fields(other)[0] == strings.Fields(part)[0]
	})
}

// A partKey is a part of the toll of a measure.
type partKey struct{ measure, part string }

// tollParts are the figures of the parts of a story's tolls, those of people on the ground and aboard, and others that a report tells beside each other; only where
// some report has a larger number of the measure.
func (v *View) tollParts(entries []int32) map[partKey][]figureAt {
	found, known, most := map[partKey][]figureAt{}, map[partKey]bool{}, map[string]float64{}
	for _, e := range entries {
		r := v.entries[e].r
		for i := range r.Figures {
			f := &r.Figures[i]
			if f.Low == nil || f.Vague || f.Old || f.Background || f.Measure != "killed" && f.Measure != "injured" && f.Measure != "missing" {
				continue
			}
			part := v.entries[e].told().beside[i].part
			if part == "" {
				if f.PartOf == "" {
					most[f.Measure] = max(most[f.Measure], *f.Low)
				}
				continue
			}
			k := partKey{f.Measure, part}
			found[k] = append(found[k], figureAt{e, int32(i)})
			known[k] = known[k] || part == "on the ground" || part == deedAboard || v.entries[e].parted(i, part)
		}
	}
	for k, figures := range found {
		less := func(at figureAt) bool { return *v.entries[at.entry].r.Figures[at.n].Low < most[k.measure] }
		if !known[k] || !slices.ContainsFunc(figures, less) {
			delete(found, k)
			continue
		}
		found[k] = slices.DeleteFunc(figures, func(at figureAt) bool { return !less(at) })
	}
	return found
}

// partTallies are the series of the parts that are told twice.
func (v *View) partTallies(story string, parts map[partKey][]figureAt) []Tally {
	var out []Tally
	for k, figures := range parts {
		t := v.deedTally(&deedGroup{key: deedKey{deed: deedScope}, figures: figures, nouns: map[string]int{k.measure: 1}, dids: map[string]int{}})
		t.Story, t.Measure, t.Of, t.Unit = story, k.measure, k.part, "people"
		if t.toldTwice() {
			out = append(out, t)
		}
	}
	sort.Slice(out, func(a, b int) bool {
		if out[a].Measure != out[b].Measure {
			return tallyRank(out[a].Measure) < tallyRank(out[b].Measure)
		}
		return out[a].Of < out[b].Of
	})
	return out
}
