package ledger

import (
	"fmt"
	"slices"
	"sort"
	"strings"

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
	A, B string // claim ids; B is "" where a denial says nothing of its own ("denied this")
	EarlierWords,
	LaterWords Ref
	Reason  string
	Changed string // the source that said A and now says B, or ""
	Denier  string // the source that denies the other's claim, or ""
}

// The bounds of meetings, on cosines and shares of weight.
const (
	meetNegated   = .50 // from which a negation in one only stands against the other
	meetOpposed   = .50 // of the common weight is denied by one only
	meetShared    = .60 // and of the one's weight in the other
	meetDenied    = .60 // of a denial's own telling words are in the other
	meetDeniedOut = .50 // and of one in so many words ("denied that"), in what somebody says
	denyAlike     = .15 // from which a denial in so many words, or of an event that the other tells, is of what the other says
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
	return v.withRejections(out, sets)
}

// withRejections is meetings with those of statements against reports that are not among them, those against each other first.
func (v *View) withRejections(out []Meeting, sets []int) []Meeting {
	met := map[[2]string]bool{}
	for i := range out {
		met[[2]string{out[i].A, out[i].B}] = true
	}
	for _, m := range slices.Concat(v.rejections(sets), v.rejoinders(sets), v.replies(sets)) {
		if pair := [2]string{m.A, m.B}; !met[pair] {
			met[pair] = true
			out = append(out, m)
		}
	}
	denied := map[[2]string]bool{} // by claim and who denies it
	for i := range out {
		denied[[2]string{out[i].A, out[i].Denier}], denied[[2]string{out[i].B, out[i].Denier}] = true, true
	}
	for _, m := range slices.Concat(v.accountsDenied(sets), v.bareMeetings(sets)) {
		if by := [2]string{m.A, m.Denier}; m.Denier == "" && !met[[2]string{m.A, m.B}] || m.Denier != "" && !denied[by] {
			denied[by] = true
			out = append(out, m)
		}
	}
	out = v.likest(v.withoutOwn(out))
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
	sets := v.mainClaims(v.storyID(v.stories[v.storyOf[at.entry]][0]))
	sort.Ints(sets)
	for _, o := range sets {
		other := v.claim[v.claimSets[o][0]]
		if o == set || !v.canMeet(at, other) {
			continue
		}
		if m, ok := v.meet(min(o, set), max(o, set)); ok {
			out = append(out, m)
		}
	}
	all := v.withRejections(out, sets)
	return slices.DeleteFunc(all, func(m Meeting) bool { return m.A != claim && m.B != claim })
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

// claimPairs is the pairs of claims with a heavy stem in common; of a denial the lighter ones count too, since it is told in few words.
func (v *View) claimPairs(sets []int) [][2]int {
	heavy, light, denials := map[uint32][]int32{}, map[uint32][]int32{}, map[uint32][]int32{} // places in sets, by the stems of all claims and of denials
	paired := make([]int, len(sets))                                                          // by place: the last claim that it makes a pair with
	var out [][2]int
	for i, s := range sets {
		near := func(by map[uint32][]int32, keys []uint32) {
			for _, k := range keys {
				for _, o := range by[k][max(0, len(by[k])-manyPairs):] {
					if paired[o] != i {
						paired[o] = i
						out = append(out, [2]int{sets[o], s})
					}
				}
			}
		}
		at := v.claim[v.claimSets[s][0]]
		top, more := v.pairKeys(at)
		near(heavy, top)
		if v.claimAtItem(at).negated() {
			near(heavy, more)
			near(light, top)
			near(light, more)
			addTo(denials, top, i)
			addTo(denials, more, i)
		} else {
			near(denials, top)
			near(denials, more)
		}
		addTo(heavy, top, i)
		addTo(light, more, i)
	}
	return out
}

func addTo(by map[uint32][]int32, keys []uint32, i int) {
	for _, k := range keys {
		by[k] = append(by[k], int32(i))
	}
}

func (v *View) claimAtItem(at item) *claimItem { return &v.entries[at.entry].claims[at.n] }

// pairKeys is by what a content is held against others: its heaviest stems, with that it says whether something held more than it may, and those by
// which it is held against denials besides.
func (v *View) pairKeys(at item) (top, more []uint32) {
	c := v.claimAtItem(at)
	keys := c.vec.strongest(topKeys + moreKeys)
	top, more = slices.Clone(keys[:min(topKeys, len(keys))]), keys[min(topKeys, len(keys)):]
	if c.limit != 0 {
		top = append(top, overloadStem)
	}
	if c.why.kind != noCause {
		top = append(top, causeStem)
	}
	if c.knew != 0 {
		top = append(top, knewStem)
	}
	return append(top, v.standKeys(at)...), more
}

// How many of a content's stems are its heaviest, and how many more find denials.
const topKeys, moreKeys = 5, 7

// canMeet reports whether two claims have a stem in common by which they are held against each other.
func (v *View) canMeet(a, b item) bool {
	at, am := v.pairKeys(a)
	bt, bm := v.pairKeys(b)
	return anyShared(at, bt) || (v.claimAtItem(a).negated() || v.claimAtItem(b).negated()) && anyShared(append(at, am...), append(bt, bm...))
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
	ia, ib := v.claim[v.claimSets[sa][0]], v.claim[v.claimSets[sb][0]]
	ea, eb := v.entries[ia.entry], v.entries[ib.entry]
	a, b := &ea.claims[ia.n], &eb.claims[ib.n]
	if ia.entry == ib.entry && (anyInside(a.spans, b.spans) || anyInside(b.spans, a.spans)) {
		return Meeting{}, false // a claim within a claim
	}
	if ia.entry != ib.entry && ea.key == eb.key {
		return Meeting{}, false // a report's correction is no other account
	}
	alike := dot(a.vec, b.vec)
	inB, inA := contained(a.vec, b.vec), contained(b.vec, a.vec)
	denied := v.deny(ia, ib, alike, inB, inA) && !v.overtaken(ia, ib) && !namesOtherDays(a, b)
	causes := !denied && v.causesApart(ia, ib)
	counter := ""
	if !denied && !causes {
		counter = v.countered(ia, ib)
	}
	if !denied && !causes && counter == "" && (alike < meetAlike || incidentsApart(ea, a, eb, b) != "") && !v.countedTwice(ia, ib) {
		return Meeting{}, false // most pairs
	}
	if denied && otherNumberDenied(ea, a, eb, b) {
		return Meeting{}, false
	}
	m := Meeting{A: v.claimID(sa), B: v.claimID(sb), EarlierWords: v.ref(ia.entry, a.spans[0]), LaterWords: v.ref(ib.entry, b.spans[0])}
	x, y := v.differ(ia, ib)
	switch {
	case denied:
		m.Kind, m.Reason = Against, whyDenied(ea, a, eb, b)
	case causes:
		m.Kind, m.Reason = Against, a.twoCauses(b)
	case counter != "":
		m.Kind, m.Reason = Against, counter
	case x != nil:
		m.Kind = v.kindOfCounts(ia, ib, x, y)
		m.Reason = fmt.Sprintf("“%s” against “%s” %s", x.Text(ea.r.Article.Text), y.Text(eb.r.Article.Text), strings.ReplaceAll(x.Measure, "_", " "))
	default:
		if m.Kind, m.Reason = v.widthOf(ia, ib, inB, inA); m.Kind == "" {
			return m, false
		}
	}
	switch m.Kind {
	case Updated:
		v.whoTurns(&m, sa, sb)
		m.Denier = ""
	case Against:
		v.whoTurns(&m, sa, sb)
		ofWords := denied || counter != ""
		if m.Changed != "" && !ofWords && !causes && x != nil && victims[x.Measure] && !namesOneDay(a, b) && daysApart(ea, eb) > 1 {
			m.Changed = "" // two counts of dead that name no day in common are of two incidents, or of one that grew
		}
		if ofWords && m.Changed == "" && m.Denier == "" {
			v.whoSaysNot(&m, sa, sb)
		}
	}
	return m, true
}

// whyDenied says in words why one of two contents denies the other.
func whyDenied(ea *entry, a *claimItem, eb *entry, b *claimItem) string {
	if a.limit*b.limit < 0 {
		return fmt.Sprintf("the %s says that it held more than it may, the %s that it did not", either(a.limit > 0, "earlier", "later"), either(a.limit > 0, "later", "earlier"))
	}
	return notSo(ea, a, eb, b)
}

// kindOfCounts is how two counts meet that differ: the one is an update of the other where somebody counts on, or else they stand against each other.
func (v *View) kindOfCounts(ia, ib item, x, y *resolve.Figure) MeetingKind {
	ea, eb := v.entries[ia.entry], v.entries[ib.entry]
	if updates(ea, x, eb, &eb.claims[ib.n], y) {
		return Updated
	}
	more := x.Low != nil && y.Low != nil && *x.Low > 0 && *y.Low > *x.Low
	if more && victims[x.Measure] && v.oneSource(ia, ib) && v.later(ia.entry, ib.entry) && daysApart(ea, eb) <= exclusiveDays {
		return Updated // one who counts on
	}
	if !victims[x.Measure] && v.oneSource(ia, ib) && ea.day != eb.day && ea.day != unknownDay && eb.day != unknownDay {
		return Updated // homes without power, jobs at risk: another number of another day
	}
	return Against
}

// widthOf is how two contents meet of which the one says nearly all that the other does and more, "" if neither does. What was considered and then done is a
// step, and what a report goes on with, or tells by the way, no other claim.
func (v *View) widthOf(ia, ib item, inB, inA float32) (kind MeetingKind, reason string) {
	ea, eb := v.entries[ia.entry], v.entries[ib.entry]
	a, b := &ea.claims[ia.n], &eb.claims[ib.n]
	switch {
	case inB >= meetContained && inA <= meetMore && opposed(a, b) <= opposedMost:
		kind, reason = Narrower, "nearly all that the earlier says stands in the later, which adds "+strings.Join(onlyIn(b.vec, a.vec, eb.r.Article.Text, b.spans, 4), ", ")
	case inA >= meetContained && inB <= meetMore && opposed(a, b) <= opposedMost:
		kind, reason = Wider, "nearly all that the later says stands in the earlier, which adds "+strings.Join(onlyIn(a.vec, b.vec, ea.r.Article.Text, a.spans, 4), ", ")
	default:
		return "", ""
	}
	sameVoice := ia.entry == ib.entry && (a.source == b.source || a.source < 0 || b.source < 0)
	if sameVoice || besideThePoint(ea, a, eb, b) || otherStatus(ea, a, eb, b) || !saysMore(a, b, kind == Narrower) {
		return "", ""
	}
	return kind, reason
}

// namesOneDay reports whether two contents name one day.
func namesOneDay(a, b *claimItem) bool {
	one, _ := commonDay(a.anchor, b.anchor)
	return one
}

// namesOtherDays reports whether two contents name days and none in common: nobody was hurt on Monday, and three were on Friday.
func namesOtherDays(a, b *claimItem) bool {
	_, off := commonDay(a.anchor, b.anchor)
	return off != ""
}

// otherNumberDenied reports whether a denial is of another number than the other content gives: who denies having announced 1,200 dead says nothing against
// 410. That there were none is against any.
func otherNumberDenied(ea *entry, a *claimItem, eb *entry, b *claimItem) bool {
	for _, p := range figuresApart(ea, a, eb, b) {
		x, y := &ea.r.Figures[p[0]], &eb.r.Figures[p[1]]
		if x.Low != nil && y.Low != nil && *x.Low > 0 && *y.Low > 0 {
			return true
		}
	}
	return false
}
