package ledger

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"sayso/read"
	"sayso/resolve"
)

// A MeetingKind says how two claims stand to each other.
type MeetingKind string

// The ways in which claims meet.
const (
	Narrower MeetingKind = "narrower" // B says what A says, and more exactly
	Wider    MeetingKind = "wider"    // B says less exactly what A says
	Against  MeetingKind = "against"  // both cannot be right
	Updated  MeetingKind = "updated"  // another number of a later day
)

// A Meeting is two claims of one story that meet without being the same. A was reported first.
type Meeting struct {
	Kind MeetingKind
	A, B string // claim ids
	EarlierWords,
	LaterWords Ref
	Reason  string
	Changed string // the source that said A and now says B, or ""
	Denier  string // the source that denies the other's claim, or ""
}

// The bounds of meetings, on cosines and shares of weight.
const (
	meetNegated   = .50 // from which a negation in one only stands against the other
	meetShared    = .60 // and of the one's weight in the other
	meetAlike     = .30 // from which two contents speak of one thing
	meetContained = .72 // of the one's weight in the other: all that it says
	meetMore      = .55 // at most this of the other's in the one: it says more
)

// Meetings are the meetings of a story's main claims, those against each other first.
func (v *View) Meetings(story string) []Meeting {
	sets := v.mainClaims(story)
	sort.Ints(sets)
	var out []Meeting
	for _, p := range v.claimPairs(sets) {
		if m, ok := v.meet(p[0], p[1]); ok {
			out = append(out, m)
		}
	}
	sortMeetings(out)
	return out
}

// MeetingsOf are the meetings of one claim with the main claims of its story, in the order of [View.Meetings].
func (v *View) MeetingsOf(claim string) []Meeting {
	set, ok := v.lookup('c', claim)
	if !ok {
		return nil
	}
	var out []Meeting
	at := v.claim[v.claimSets[set][0]]
	heavy := v.entries[at.entry].claims[at.n].vec.strongest(5)
	sets := v.mainClaims(v.storyID(v.stories[v.storyOf[at.entry]][0]))
	sort.Ints(sets)
	for _, o := range sets {
		other := v.claim[v.claimSets[o][0]]
		if o == set || !anyShared(heavy, v.entries[other.entry].claims[other.n].vec.strongest(5)) {
			continue
		}
		if m, ok := v.meet(min(o, set), max(o, set)); ok {
			out = append(out, m)
		}
	}
	sortMeetings(out)
	return out
}

func anyShared(a, b []uint32) bool {
	return slices.ContainsFunc(a, func(x uint32) bool { return slices.Contains(b, x) })
}

// sortMeetings puts the meetings of claims against each other first.
func sortMeetings(ms []Meeting) {
	rank := map[MeetingKind]int{Against: 0, Updated: 1, Narrower: 2, Wider: 3}
	sort.SliceStable(ms, func(i, j int) bool { return rank[ms[i].Kind] < rank[ms[j].Kind] })
}

const manyPairs = 24 // earlier claims that a claim is held against for each of its heavy stems

// claimPairs is the pairs of claims with a heavy stem in common.
func (v *View) claimPairs(sets []int) [][2]int {
	by := map[uint32][]int{}
	seen := map[[2]int]bool{}
	var out [][2]int
	for _, s := range sets {
		at := v.claim[v.claimSets[s][0]]
		for _, k := range v.entries[at.entry].claims[at.n].vec.strongest(5) {
			near := by[k]
			for _, o := range near[max(0, len(near)-manyPairs):] {
				if p := [2]int{o, s}; !seen[p] {
					seen[p] = true
					out = append(out, p)
				}
			}
			by[k] = append(near, s)
		}
	}
	return out
}

// presentSaying is the first saying of a claim that is in its report's present text, or -1.
func (v *View) presentSaying(set int) int32 {
	for _, m := range v.claimSets[set] {
		if v.current[v.claim[m].entry] {
			return m
		}
	}
	return -1
}

// meet holds two claims against each other by their first present sayings: what a report has taken back differs
// from nothing that is said.
func (v *View) meet(sa, sb int) (Meeting, bool) {
	ma, mb := v.presentSaying(sa), v.presentSaying(sb)
	if ma < 0 || mb < 0 {
		return Meeting{}, false
	}
	ia, ib := v.claim[ma], v.claim[mb]
	ea, eb := v.entries[ia.entry], v.entries[ib.entry]
	a, b := &ea.claims[ia.n], &eb.claims[ib.n]
	if ia.entry == ib.entry && spansHold(a.spans, b.spans[0].Start) {
		return Meeting{}, false // a claim within a claim
	}
	m := Meeting{A: v.claimID(sa), B: v.claimID(sb), EarlierWords: v.ref(ia.entry, a.spans[0]), LaterWords: v.ref(ib.entry, b.spans[0])}
	alike := dot(a.vec, b.vec)
	if alike < meetAlike {
		return m, false
	}
	inB, inA := contained(a.vec, b.vec), contained(b.vec, a.vec)
	switch apart := figuresApart(ea, a, eb, b); {
	case len(apart) > 0 && !grows(&ea.r.Figures[apart[0][0]], &eb.r.Figures[apart[0][1]]):
		x, y := &ea.r.Figures[apart[0][0]], &eb.r.Figures[apart[0][1]]
		if m.Kind = Against; x.AsOf < y.AsOf && ea.day < eb.day {
			m.Kind = Updated
		}
		m.Reason = fmt.Sprintf("“%s” against “%s” %s", x.Text(ea.r.Article.Text), y.Text(eb.r.Article.Text), x.Measure)
	case a.negative != b.negative && alike >= meetNegated && max(inA, inB) >= meetShared:
		m.Kind, m.Reason = Against, notSo(ea, a, eb, b)
	case inB >= meetContained && inA <= meetMore && a.negative == b.negative:
		m.Kind, m.Reason = Narrower, "nearly all that the earlier says stands in the later, which adds "+strings.Join(onlyIn(b.vec, a.vec, eb.r.Article.Text, b.spans, 4), ", ")
	case inA >= meetContained && inB <= meetMore && a.negative == b.negative:
		m.Kind, m.Reason = Wider, "nearly all that the later says stands in the earlier, which adds "+strings.Join(onlyIn(a.vec, b.vec, ea.r.Article.Text, a.spans, 4), ", ")
	default:
		return m, false
	}
	if m.Kind == Against || m.Kind == Updated {
		v.whoTurns(&m, sa, sb)
	}
	return m, true
}

// grows reports whether y can be a later state of the running total x.
func grows(x, y *resolve.Figure) bool {
	return x.Scope == "cumulative" && y.Scope == "cumulative" && x.AsOf < y.AsOf && x.Low != nil && y.Low != nil && *x.Low <= *y.Low
}

// whoTurns finds who said the one and says the other, and who denies whom.
func (v *View) whoTurns(m *Meeting, sa, sb int) {
	said := map[string]bool{}
	for _, c := range v.claimSets[sa] {
		if s, _ := v.speaker(c); s != "" {
			said[s] = true
		}
	}
	for _, c := range v.claimSets[sb] {
		s, stance := v.speaker(c)
		switch {
		case s == "":
		case said[s]:
			m.Changed = s
			m.Reason += "; " + v.sourceName(s) + " said the one and says the other"
			return
		case stance == read.Denies && m.Denier == "":
			m.Denier = s
			m.Reason += "; " + v.sourceName(s) + " denies it"
		}
	}
}

// speaker is the source at the end of a claim item's chain.
func (v *View) speaker(c int32) (string, read.Stance) {
	at := v.claim[c]
	e := v.entries[at.entry]
	it := &e.claims[at.n]
	if it.att < 0 {
		return "", ""
	}
	a := &e.r.Attributions[it.att]
	if len(a.Chain) == 0 {
		return "", a.Stance
	}
	k := sourcePlace(e.r, a.Chain[len(a.Chain)-1])
	if k < 0 {
		return "", a.Stance
	}
	return v.sourceIDAt(at.entry, k), a.Stance
}

// Unconfirmed are the claims of a story that nobody independent confirms: all who say so are parties
// to the event, or there is at most one origin and it is unnamed.
func (v *View) Unconfirmed(story string) []Claim {
	var out []Claim
	for _, c := range v.ClaimsOf(story) {
		if v.IsUnconfirmed(&c) {
			out = append(out, c)
		}
	}
	return out
}

// IsUnconfirmed reports whether nobody independent confirms a claim, as [View.Unconfirmed] says.
func (v *View) IsUnconfirmed(c *Claim) bool {
	return c.Origins.Party || c.Origins.High == 1 && v.unnamed(c.Origins.Ends[0].Source)
}

func (v *View) unnamed(source string) bool {
	set, ok := v.lookup('s', source)
	if !ok {
		return false
	}
	at := v.source[v.sourceSets[set][0]]
	return v.entries[at.entry].sources[at.n].s.Anonymous
}
