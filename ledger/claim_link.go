package ledger

import (
	"slices"
	"strings"

	"sayso/resolve"
)

func (l *Ledger) claimBefore(a, b int32) bool { return a != b && l.itemBefore(l.claim, a, b) }

func (l *Ledger) claimAt(i int32) (*entry, *claimItem) {
	it := l.claim[i]
	return l.entries[it.entry], &l.entries[it.entry].claims[it.n]
}

// claimKeys are the pairs of a claim's heaviest stems: one stem alone is in too many claims.
func (l *Ledger) claimKeys(i int32) []uint32 {
	e, c := l.claimAt(i)
	top := c.vec.strongest(4)
	var keys []uint32
	for i := range top {
		for j := range i {
			keys = append(keys, joinHash(23, []uint32{min(top[i], top[j]), max(top[i], top[j])}))
		}
	}
	for _, t := range e.vec.strongest(1) {
		for _, s := range top {
			keys = append(keys, joinHash(29, []uint32{s, t}))
		}
	}
	if c.order.deed != 0 {
		for _, t := range e.vec.strongest(matterStems) {
			keys = append(keys, joinHash(37, []uint32{c.order.deed, t}))
		}
	}
	for _, o := range e.exclusiveOf(c) {
		for _, s := range c.vec.strongest(retoldStems) {
			keys = append(keys, joinHash(97, []uint32{hashString(o[strings.LastIndexByte(o, ' ')+1:]), s})) // "the Post" may be the Harrow Post
		}
	}
	if c.opening {
		outlets := c.cites
		if c.source < 0 || e.sources[c.source].s.Name == "" {
			outlets = append([]string{e.outlet}, outlets...)
		}
		if s, _ := firstReporter(e); s != nil {
			outlets = append(slices.Clone(outlets), outletName(s.s.Name))
		}
		for _, o := range outlets {
			for _, t := range e.vec.strongest(soonStems) {
				keys = append(keys, joinHash(107, []uint32{hashString(o[strings.LastIndexByte(o, ' ')+1:]), t}))
			}
		}
	}
	for i, n := range c.bidders {
		for _, o := range c.bidders[:i] {
			keys = append(keys, joinHash(89, []uint32{o, n}))
		}
	}
	return keys
}

// retoldStems is how many of a content's heaviest stems one of them finds it by in what others take from the same outlet.
const retoldStems = 10

// soonStems is by how many of a report's heaviest stems what opens it finds what it retells.
const soonStems = 3

// exclusiveOf are the outlets whose a content is: those it is cited through, or the report's own where it cites unnamed people.
func (e *entry) exclusiveOf(c *claimItem) (outlets []string) {
	for _, o := range c.cites {
		if o != "" && e.outletCited(o) {
			outlets = append(outlets, o)
		}
	}
	if len(outlets) == 0 && e.outlet != "" && (c.opening || c.source >= 0 && e.sources[c.source].s.Anonymous) {
		outlets = append(outlets, e.outlet)
	}
	return outlets
}

// claimAlike was set on reworded Wikinews sentences and on the current-events items before and after edits.
const claimAlike = .50 // the cosine from which two contents are one

// claimRoot is the cosine that a content must have with the first one of its claim: what is said step
// by step otherwise is not one claim from end to end.
const claimRoot = .35

// matterStems is how many of the heaviest stems of a report tell its claims apart the least: all of
// it speaks of them.
const matterStems = 6

// byWords is added to the likeness of what the words' own rules join, so that these go before the model.
const byWords = 1

// claimByWords is how likely the words make two contents one, and byWords; 0 where they do not.
func (l *Ledger) claimByWords(earlier, later int32) float32 {
	if s := l.claimLike(earlier, later); s > 0 {
		return byWords + s
	}
	return 0
}

func (l *Ledger) claimLike(earlier, later int32) float32 {
	ea, a := l.claimAt(earlier)
	eb, b := l.claimAt(later)
	if oneOrder(ea, a, eb, b) || oneBid(ea, a, eb, b) {
		return max(claimAlike, claimCosine(a, b))
	}
	if a.welcomes != b.welcomes || ea == eb && (ea.deedTold(a, b) || ea.deedTold(b, a)) {
		return 0
	}
	if ea == eb && len(a.cites) > 0 && len(b.cites) > 0 && (anyInside(a.spans, b.spans) || anyInside(b.spans, a.spans)) {
		return 0 // each is a claim of the outlet's report, and not the one of the other
	}
	if retoldOpening(ea, a, eb, b) {
		return max(soonRetold, claimCosine(a, b))
	}
	if a.status != b.status && a.status != "" && b.status != "" && !tellOne(a, b) && !allowedScoop(ea, a, eb, b) && !retoldStage(ea, a, eb, b) {
		return 0 // otherStatus for certain, and cheaper
	}
	p := twoContents{ea, a, eb, b, claimCosine(a, b), 0}
	p.least = claimLeast(ea, a, eb, b, p.s)
	if p.unlike() || p.surelyTwo() || p.s < claimSame && p.twoUnlessSame() || p.s < claimSurely && p.twoUnlessSure() {
		return 0
	}
	return p.s
}

// twoContents are two contents that are held against each other by their words.
type twoContents struct {
	ea *entry
	a  *claimItem
	eb *entry
	b  *claimItem

	s, least float32 // how like they are, and from what on they are one, see claimLeast
}

// unlike reports whether two contents have too little in common to be one claim.
func (p *twoContents) unlike() bool {
	switch {
	case p.least == claimAlike && p.s < claimOther && (otherEvents(p.a, p.b) || p.ea.countsPeople(p.a) != p.eb.countsPeople(p.b) && !tellOne(p.a, p.b)):
		return true
	case p.s < p.least:
		return true
	case p.s < claimSurely && little(p.ea, p.a, p.eb, p.b) && !p.scoop():
		return true
	}
	return p.s < verdictSame && p.least != soonRetold && onlyVerdicts(p.a, p.b)
}

// scoop reports whether a retold exclusive may have little in common with what it retells.
func (p *twoContents) scoop() bool {
	switch p.least {
	case soonRetold:
		return true
	case scoopAlike:
		return scoopWords(p.a, p.b)
	case claimCited:
		return retold(p.ea, p.a, p.eb, p.b) && scoopWords(p.a, p.b)
	}
	return false
}

// surelyTwo reports whether something makes two contents two claims however alike their words: the one denies what the other says, they are of two stages,
// counts, months or incidents, or two speakers' own.
func (p *twoContents) surelyTwo() bool {
	ea, a, eb, b := p.ea, p.a, p.eb, p.b
	return opposed(a, b) > opposedMost ||
		otherStatus(ea, a, eb, b) && !allowedScoop(ea, a, eb, b) && !retoldStage(ea, a, eb, b) ||
		otherCount(ea, a, eb, b) || otherMonths(a, b) || twoDeny(ea, a, eb, b) || incidentsApart(ea, a, eb, b) != "" ||
		ea.toldNot(a) != eb.toldNot(b) || ofTwoSpeakers(ea, a, eb, b)
}

// twoUnlessSame reports whether two contents are two claims if they are not word for word the same: of two things, or causes, or one that is recalled, or not equally sure.
func (p *twoContents) twoUnlessSame() bool {
	ea, a, eb, b := p.ea, p.a, p.eb, p.b
	return twoThings(a, b) != "" || recallsOther(a, b) || recallsOther(b, a) || ea.saysNone(a, b) || eb.saysNone(b, a) || rivalCauses(ea, a, eb, b) || ea.sureness(a) != eb.sureness(b)
}

// twoUnlessSure reports whether two contents are two claims if they are not most likely one by their words: the one alone tells a cause before all, they say
// contrary things, or the one tells beside its point what the other tells.
func (p *twoContents) twoUnlessSure() bool {
	a, b := p.a, p.b
	if a.why.main && b.why.kind == noCause || b.why.main && a.why.kind == noCause || contraryWords(a, b) {
		return true
	}
	return p.least >= claimExclusive && p.least != claimCited && p.least != claimRetold && besideThePoint(p.ea, a, p.eb, b)
}

// deedTold reports whether the outer content tells of the inner one as a deed: in "inspectors warned the ministry that the store was full, two officials
// said" the officials tell of the warning, which another may deny, and the inspectors of the store.
func (e *entry) deedTold(outer, inner *claimItem) bool {
	if outer.att < 0 || inner.att < 0 || attributionIndex(e.r, e.r.Attributions[inner.att].Inside) != outer.att {
		return false
	}
	if len(e.r.Attributions[inner.att].Source) == 0 { // "the ministry had been told that the piers were cracked"
		return true
	}
	cue := e.r.Attributions[inner.att].Cue
	if knewCue(e, &e.r.Attributions[inner.att]) { // that he knew of the cracks, say two officers
		return true
	}
	for i := range e.r.Events {
		if ev := &e.r.Events[i]; ev.Type != "OTHER" && spansHold(cue, ev.Trigger.Start) {
			return true
		}
	}
	return false
}

// claimSame is the cosine from which two contents are word for word the same, so that neither tells of another thing.
const claimSame = .98

// tellOne reports whether two contents have a word for an event in common.
func tellOne(a, b *claimItem) bool {
	return slices.ContainsFunc(a.told, func(w uint32) bool { return slices.Contains(b.told, w) })
}

// verdictSame is the cosine from which contents are one that have only names or a verdict in common.
const verdictSame = .95

// onlyVerdicts reports whether two contents have nothing in common but a verdict and names: "the account is entirely false" and
// "the claim is false" may be of two accounts, and a plan to kill a leader is no warning to him.
func onlyVerdicts(a, b *claimItem) bool {
	for _, f := range a.vec {
		if inVector(b.vec, f.stem) && !verdicts[f.stem] && (inSorted(a.plain, f.stem) || inSorted(b.plain, f.stem)) {
			return false
		}
	}
	return kinDot(a.vec, b.vec) == 0
}

var verdicts = setOfStems("false untrue fake fabricated baseless unfounded wrong nonsense entirely completely totally utterly simply flat-out flat true right account claim report story statement allegation accusation article reporting assessment")

// twoDeny reports whether two contents deny their sources' own part in a thing, and these are not one body: each denies another thing.
func twoDeny(ea *entry, a *claimItem, eb *entry, b *claimItem) bool {
	if a.reply != toItself || b.reply != toItself || a.source < 0 || b.source < 0 {
		return false
	}
	x, y := &ea.sources[a.source], &eb.sources[b.source]
	of, by := sideSet(x.s.Name+" "+x.s.Description+" "+x.s.Role+" "+x.s.Affiliation), sideSet(y.s.Name+" "+y.s.Description+" "+y.s.Role+" "+y.s.Affiliation)
	return len(of) > 0 && len(by) > 0 && !anyShared(of, by)
}

// opposedMost is the share of the common weight that one claim can deny and the other not: "the minister said nothing of it"
// at the end of a long sentence is no denial of its beginning.
const opposedMost = .35

// claimOther is the cosine from which contents that tell other events are one claim still.
const claimOther = .70

// otherEvents reports whether both contents tell events and none of the one can be one of the other:
// "40 tonnes had been stored under licence" and "inspectors found more than twice the licensed amount"
// speak of one store, and say different things.
func otherEvents(a, b *claimItem) bool {
	if len(a.told) == 0 || len(b.told) == 0 {
		return false
	}
	sense, known := senses(), loadedPair().pairs
	for _, x := range a.told {
		if inVector(b.vec, x) {
			return false
		}
		for _, y := range b.told {
			if k := pairKey(x, y); x == y || sense[k] > 0 || known[k] >= .3 || inVector(a.vec, y) {
				return false
			}
		}
	}
	return true
}

// claimCosine is the cosine of two contents, words that can stand for one event counting in part.
func claimCosine(a, b *claimItem) float32 {
	s := dot(a.vec, b.vec)
	if s < claimExclusive-.1 || s >= claimAlike {
		return s
	}
	return s + kinWeight*kinDot(a.vec, b.vec)
}

// kinWeight is how much of a word's weight another word for the same event has.
const kinWeight = .7

// kinDot is the part of a cosine that words of different stems for one event would have.
func kinDot(a, b vector) float32 {
	sense, known := senses(), loadedPair().pairs
	var sum float32
	for _, x := range a {
		if inVector(b, x.stem) {
			continue
		}
		for _, y := range b {
			k := pairKey(x.stem, y.stem)
			if (sense[k] == 1 || known[k] >= .3) && !inVector(a, y.stem) {
				sum += x.weight * y.weight
				break
			}
		}
	}
	return sum
}

// claimExclusive is the cosine from which two contents of one unnamed source are one claim: nobody
// else can have told it.
const claimExclusive = .30

// citesReport reports whether b is cited through the outlet that published ea days before: the words of
// "Cable One reported, citing three officials" are another outlet's for what Cable One printed.
func citesReport(ea, eb *entry, b *claimItem) bool {
	if ea.outlet == "" || ea.outlet == eb.outlet || daysApart(ea, eb) > exclusiveDays {
		return false
	}
	for _, o := range b.cites {
		if o != "" && paperCalled(o, ea.outlet) {
			return true
		}
	}
	return false
}

// otherTeller reports whether b is cited to unnamed people and a to somebody who is named or a body: what the Courier has from two engineers is none of what
// it has from the police.
func otherTeller(ea *entry, a *claimItem, eb *entry, b *claimItem) bool {
	return a.source >= 0 && !ea.saysItself(a) && !ea.throughUnnamed(a) && eb.throughUnnamed(b)
}

// toldOutlet reports whether both contents are those of one who is named, and the later says that he told them the outlet of the earlier: "Ola Berg told
// Channel 2 that he had been ordered to discard them".
func toldOutlet(ea *entry, a *claimItem, eb *entry, b *claimItem) bool {
	if a.att < 0 || b.att < 0 || a.source < 0 || b.source < 0 || ea.sources[a.source].s.Name == "" || eb.sources[b.source].s.Name == "" {
		return false
	}
	via := sourceByID(eb.r, eb.r.Attributions[b.att].Via)
	if via == nil || !paperCalled(outletName(via.Name), ea.outlet) {
		return false
	}
	verdict, _, _ := compareSources(ea, &ea.sources[a.source], eb, &eb.sources[b.source])
	return verdict == Same
}

// claimTold is the cosine from which what somebody is said to have told an outlet is what he tells in that outlet's report.
const claimTold = .20

// saysItself reports whether a report has a claim from its own outlet: "the Courier has learned", in the Courier.
func (e *entry) saysItself(c *claimItem) bool {
	s := e.sources[c.source].s
	return s.Kind == resolve.Outlet && s.Name != "" && paperCalled(outletName(s.Name), e.outlet)
}

// throughUnnamed reports whether somebody unnamed stands in a claim's chain.
func (e *entry) throughUnnamed(c *claimItem) bool {
	if c.att < 0 {
		return false
	}
	return slices.ContainsFunc(e.r.Attributions[c.att].Chain, func(id string) bool {
		k := sourcePlace(e.r, id)
		return k >= 0 && e.sources[k].s.Anonymous
	})
}

// claimCited is the cosine from which what is cited through an outlet is a claim of its report.
const claimCited = .36

// exclusiveApart is the cosine from which what two outlets have each from people of its own is one claim: that a captain cut the fuel is not what another
// had of the fuel switches.
const exclusiveApart = .60

// otherExclusive reports whether two contents are cited to unnamed people of two outlets, or through two outlets, and neither report names the other's.
func otherExclusive(ea *entry, a *claimItem, eb *entry, b *claimItem) bool {
	if ea == eb || !ea.throughUnnamed(a) || !eb.throughUnnamed(b) {
		return false
	}
	of, by := ea.exclusiveOf(a), eb.exclusiveOf(b)
	for _, o := range of {
		for _, p := range by {
			if paperCalled(o, p) || paperCalled(p, o) {
				return false
			}
		}
	}
	return len(of) > 0 && len(by) > 0 && (ea.outletsOf(a) || eb.outletsOf(b))
}

// outletsOf reports whether a content is cited through another outlet than its report's.
func (e *entry) outletsOf(c *claimItem) bool { return e.through(c)[0] != "" }

// claimRetold is the cosine from which two contents are one claim that two reports take from one outlet within six days.
const claimRetold = .40

// retells reports whether two contents are cited through one other outlet: both retell its report, each in its own words.
func retells(ea *entry, a *claimItem, eb *entry, b *claimItem) bool {
	if ea == eb || daysApart(ea, eb) > exclusiveDays {
		return false
	}
	for _, o := range a.cites {
		k := slices.IndexFunc(b.cites, func(p string) bool { return p != "" && (paperCalled(o, p) || paperCalled(p, o)) })
		if o != "" && k >= 0 && !paperCalled(o, ea.outlet) && !paperCalled(o, eb.outlet) {
			return ea.outletCited(o) && eb.outletCited(b.cites[k])
		}
	}
	return false
}

// outletCited reports whether a report cites that outlet as one.
func (e *entry) outletCited(name string) bool {
	return slices.ContainsFunc(e.sources, func(s sourceItem) bool {
		return s.s.Kind == resolve.Outlet && s.s.Name != "" && outletName(s.s.Name) == name
	})
}

func claimLeast(ea *entry, a *claimItem, eb *entry, b *claimItem, s float32) float32 {
	if s < claimSurely && s >= scoopAlike && oneScoop(ea, a, eb, b) {
		return either[float32](retoldSoon(ea, a, eb, b), soonRetold, scoopAlike)
	}
	if s < scoopAlike && s >= soonRetold && retoldSoon(ea, a, eb, b) {
		return soonRetold
	}
	if citesReport(ea, eb, b) && !otherTeller(ea, a, eb, b) {
		return either[float32](toldOutlet(ea, a, eb, b), claimTold, claimCited)
	}
	if s < exclusiveApart && otherExclusive(ea, a, eb, b) {
		return exclusiveApart
	}
	if s < claimAlike && s >= claimRetold && retells(ea, a, eb, b) && !otherEvents(a, b) {
		return claimRetold
	}
	if ea != eb && s < claimAlike && s >= claimExclusive && a.source >= 0 && b.source >= 0 && ea.sources[a.source].s.Anonymous && eb.sources[b.source].s.Anonymous {
		if verdict, _, _ := compareSources(ea, &ea.sources[a.source], eb, &eb.sources[b.source]); verdict == Same {
			return claimExclusive
		}
	}
	return claimAlike
}

// figuresApart is the pairs of figures of one measure that cannot both be right, or are of two scopes: the dead of one
// strike are not those of a campaign. What no longer holds, or is of another incident, is held against its like alone.
func figuresApart(ea *entry, a *claimItem, eb *entry, b *claimItem) [][2]int32 {
	var out [][2]int32
	for _, i := range a.figures {
		for _, j := range b.figures {
			x, y := &ea.r.Figures[i], &eb.r.Figures[j]
			if x.Measure == y.Measure && x.Measure != "" && (x.Scope == "") == (y.Scope == "") && apart(x, y) && !barely(ea, x, eb, y) && !agrees(x, eb, b) && !agrees(y, ea, a) {
				out = append(out, [2]int32{i, j})
			}
		}
	}
	return out
}

// barely reports whether of two figures the one is told as more than the other: who counts 60 gives the number of which another says that there were more.
func barely(ea *entry, x *resolve.Figure, eb *entry, y *resolve.Figure) bool {
	return moreThan(ea, x, y) || moreThan(eb, y, x)
}

func moreThan(e *entry, x, y *resolve.Figure) bool {
	text := strings.ToLower(x.Text(e.r.Article.Text))
	return (strings.HasPrefix(text, "more than ") || strings.HasPrefix(text, "over ")) && x.Low != nil && y.High != nil && *x.Low-*y.High <= 1
}

// agrees reports whether a figure of the claim is of x's measure and can be x: "three died, bringing
// the dead to 12" holds two of one measure.
func agrees(x *resolve.Figure, e *entry, c *claimItem) bool {
	for _, j := range c.figures {
		if y := &e.r.Figures[j]; y.Measure == x.Measure && (x.Scope == "") == (y.Scope == "") && !apart(x, y) {
			return true
		}
	}
	return false
}

// apart reports whether the ranges of two figures have no number in common.
func apart(x, y *resolve.Figure) bool {
	return x.High != nil && y.Low != nil && *x.High < *y.Low || y.High != nil && x.Low != nil && *y.High < *x.Low ||
		x.Low != nil && y.Low != nil && x.High == nil && y.High == nil && *x.Low != *y.Low
}
