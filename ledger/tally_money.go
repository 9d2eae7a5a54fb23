package ledger

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"sayso/resolve"
)

// Sums of money: what a damage is put at, what is bid, fined, pledged. One measure in one currency is one tally, by who gives the sum or keeps the estimate; no
// sum is turned into another currency, and none is added to another.

// deedMoney is the deed of a sum of money.
const deedMoney = "money"

// A moneyKey is what sums are of, and their currency.
type moneyKey struct{ measure, unit string }

// given are the measures whose sums are somebody's own: what the one bids is nothing to the other.
var given = setOf("fine bid ransom aid donation compensation settlement bail bribes")

// ofMoney reports whether a tally is of sums of money.
func (t *Tally) ofMoney() bool { return t.deed == deedMoney }

// ownSums reports whether each sum of a tally is somebody's own, so that two differ as of right.
func (t *Tally) ownSums() bool { return t.ofMoney() && given[strings.Fields(t.Measure)[0]] }

// moneyTallies are the tallies of the sums that a story tells twice, with different numbers or by different keepers.
func (v *View) moneyTallies(story string, entries []int32) []Tally {
	by := map[moneyKey][]figureAt{}
	for _, e := range entries {
		r := v.entries[e].r
		for i := range r.Figures {
			if f := &r.Figures[i]; f.Money && f.Low != nil && !isHeadline(r.Article.Text, f.Span) {
				k := moneyKey{moneyMeasure(f), f.Unit}
				by[k] = append(by[k], figureAt{e, int32(i)})
			}
		}
	}
	v.oneCurrency(by)
	var out, once []Tally
	for k, figures := range by {
		for _, g := range v.byParty(figures) {
			t := v.deedTally(&deedGroup{key: deedKey{deed: deedMoney}, figures: g.figures, nouns: map[string]int{k.measure: 1}, dids: map[string]int{}})
			t.Story, t.Measure, t.Unit, t.Of = story, k.measure, k.unit, strings.TrimPrefix(g.name+", in "+k.unit, ", ")
			if t.toldTwice() {
				out = append(out, t)
			} else if t.replacedOnce() {
				out = append(out, t)
			} else if stands(&t) {
				once = append(once, t)
			}
		}
	}
	out = append(out, besideTold(out, once)...)
	sort.Slice(out, func(a, b int) bool {
		x, y := &out[a], &out[b]
		return cmp.Or(cmp.Compare(len(y.points()), len(x.points())), cmp.Compare(x.Measure, y.Measure), cmp.Compare(x.Unit, y.Unit), cmp.Compare(x.Of, y.Of)) < 0
	})
	return out[:min(len(out), mostDeeds)]
}

// replacedOnce reports whether the one report that tells a sum tells also which one it took the place of.
func (t *Tally) replacedOnce() bool {
	now, old := false, false
	for _, p := range t.points() {
		if p.Superseded {
			continue
		}
		now, old = now || !p.Old, old || p.Old
	}
	return now && old
}

// toldOnce are the measures of sums that matter though one report alone tells them.
var toldOnce = setOf("damage fine")

// besideTold is those of the tallies told once whose measure matters by itself or is one of those told twice, in another currency, of another party or paid and
// not asked for.
func besideTold(told, once []Tally) []Tally {
	return slices.DeleteFunc(once, func(t Tally) bool {
		return !toldOnce[t.Measure] && !slices.ContainsFunc(told, func(o Tally) bool { return strings.Fields(o.Measure)[0] == strings.Fields(t.Measure)[0] })
	})
}

// moneyMeasure is what a sum is of, with what was done where that makes two sums of one thing: "ransom demanded", "ransom paid".
func moneyMeasure(f *resolve.Figure) string {
	switch f.Deed {
	case "demand", "pay":
		return f.Measure + " " + pastOf(f.Deed)
	case "seek":
		return f.Measure + " sought"
	}
	return f.Measure
}

// oneCurrency puts sums in "dollars" to those in the only dollars that the story names in full: "US dollars".
func (v *View) oneCurrency(by map[moneyKey][]figureAt) {
	full := map[string]map[string]bool{}
	for k := range by {
		if i := strings.LastIndexByte(k.unit, ' '); i > 0 {
			if full[k.unit[i+1:]] == nil {
				full[k.unit[i+1:]] = map[string]bool{}
			}
			full[k.unit[i+1:]][k.unit] = true
		}
	}
	for k, figures := range by {
		if len(full[k.unit]) != 1 {
			continue
		}
		for unit := range full[k.unit] {
			to := moneyKey{k.measure, unit}
			all := slices.Concat(by[to], figures)
			v.inTime(all)
			by[to] = all
			delete(by, k)
		}
	}
}

// inTime puts figures in the order in which they were published.
func (v *View) inTime(figures []figureAt) {
	slices.SortFunc(figures, func(a, b figureAt) int {
		x, y := v.entries[a.entry], v.entries[b.entry]
		return cmp.Or(cmp.Compare(x.when, y.when), cmp.Compare(x.key, y.key), cmp.Compare(a.n, b.n))
	})
}

// A partyGroup is the sums for or from one party.
type partyGroup struct {
	name    string // "" where there is one
	heads   map[string]bool
	figures []figureAt
}

// byParty parts sums by whom they are for or from, where the words say that of several: fines for two banks, the losses of a firm and of its customers. What
// says it of nobody is of the first told of.
func (v *View) byParty(figures []figureAt) []partyGroup {
	var out []partyGroup
	var open []figureAt
	for _, at := range figures {
		e := v.entries[at.entry]
		f := &e.r.Figures[at.n]
		heads := partyHeads(f.For)
		if len(heads) == 0 || f.Measure == "aid" || f.Measure == "damage" {
			open = append(open, at)
			continue
		}
		k := slices.IndexFunc(out, func(g partyGroup) bool {
			return slices.ContainsFunc(heads, func(h string) bool { return g.heads[h] })
		})
		if k < 0 {
			if !isUpper(f.For) && f.Measure != "loss" { // "for the shipping company" may be anybody who is named elsewhere
				open = append(open, at)
				continue
			}
			k = len(out)
			out = append(out, partyGroup{name: f.For, heads: map[string]bool{}})
		}
		for _, h := range heads {
			out[k].heads[h] = true
		}
		out[k].figures = append(out[k].figures, at)
	}
	if len(open) > 0 {
		k := v.mainParty(out, open)
		if k < 0 {
			k = len(out)
			out = append(out, partyGroup{})
		}
		out[k].figures = append(out[k].figures, open...)
		v.inTime(out[k].figures)
	}
	if len(out) == 1 {
		out[0].name = ""
	}
	for i := range out {
		if out[i].name != "" {
			out[i].name = "for " + out[i].name
			if strings.HasSuffix(v.entries[out[i].figures[0].entry].r.Figures[out[i].figures[0].n].Measure, "loss") {
				out[i].name = "of " + strings.TrimPrefix(out[i].name, "for ")
			}
		}
	}
	return out
}

// mainParty is the group of sums that those which name no party belong to: the only one of a name, else that with the most; or -1, where those that name none are more.
func (v *View) mainParty(groups []partyGroup, open []figureAt) int {
	best, named := -1, 0
	for i := range groups {
		if isUpper(groups[i].name) {
			named++
			if best < 0 || len(groups[i].figures) > len(groups[best].figures) {
				best = i
			}
		}
	}
	if named == 1 || best >= 0 && len(groups[best].figures) >= len(open) {
		return best
	}
	return -1
}

// partyHeads are the words by which a party is known again: those of its name, or the noun.
func partyHeads(words string) []string {
	var out []string
	fields := strings.Fields(words)
	for _, w := range fields {
		if w[0] >= 'A' && w[0] <= 'Z' && !commonNames[strings.ToLower(w)] {
			out = append(out, strings.ToLower(w))
		}
	}
	if len(out) == 0 && len(fields) > 0 {
		if w := strings.ToLower(fields[len(fields)-1]); !standIns[w] && w != "them" && w != "him" && w != "her" && w != "us" && w != "me" {
			out = []string{w}
		}
	}
	return out
}

// commonNames are words in many names.
var commonNames = setOf("the a an group company bank corp inc ltd plc holdings national united royal union international")

// giver is who gives a sum by the words, as its keeper; ok is false where the words do not say.
func (v *View) giver(e *entry, entry int32, f *resolve.Figure) (keeperName, bool) {
	if !f.Money || f.From == "" {
		return keeperName{}, false
	}
	name := strings.TrimPrefix(strings.TrimPrefix(f.From, "The "), "the ")
	if m := v.named(e, entry, name); m >= 0 {
		it := &v.entries[v.source[m].entry].sources[v.source[m].n]
		return keeperName{v.sourceIDAt(v.source[m].entry, v.source[m].n), it.label, it.s, it.s.Kind}, true
	}
	return keeperName{"by " + outletName(properEnd(name)), properEnd(name), nil, resolve.Organisation}, true
}

// oneGovernment gives what the only government of a tally of given sums and one of its ministries give the same keeper: a ministry pays the government's money.
func oneGovernment(points []Point) {
	var gov *Point
	for i := range points {
		if name := points[i].keeperName(); name == "government" || name == "state" || name == "cabinet" {
			gov = &points[i]
			break
		}
	}
	for i := range points {
		p := &points[i]
		if name := p.keeperName(); gov != nil && p.Origin != gov.Origin && (name == "government" || name == "state" || name == "cabinet" || strings.HasSuffix(name, " ministry")) {
			p.Origin, p.Who, p.keeper.id = gov.Origin, gov.Who, gov.keeper.id
		}
	}
}

// show is a number of a tally as its gaps have it.
func (t *Tally) show(n float64) string {
	if t.ofMoney() {
		return Number(n)
	}
	return show(n)
}

// properEnd is the name at the end of words that describe who has it: "Corvin Group" of "logistics concern Corvin Group"; else the words.
func properEnd(words string) string {
	fields := strings.Fields(words)
	i := len(fields)
	for i > 0 && (fields[i-1][0] >= 'A' && fields[i-1][0] <= 'Z' || fields[i-1] == "&" || fields[i-1] == "of" && i < len(fields)) {
		i--
	}
	for i < len(fields) && !(fields[i][0] >= 'A' && fields[i][0] <= 'Z') {
		i++
	}
	if i == len(fields) {
		return words
	}
	return strings.Join(fields[i:], " ")
}
