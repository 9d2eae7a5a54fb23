package ledger

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"sayso/article"
	"sayso/read"
	"sayso/resolve"
)

// Who calls a report false, premature or irresponsible answers what that report says, though he repeats none of its words: "the
// bureau called such coverage irresponsible" stands against what the coverage claims. Which report it is, is told by the outlet that
// his words name, or else by the report that quotes him: it cites one.

// reportWord is how a content speaks of a report that it turns against.
type reportWord byte

const (
	noReport    reportWord = iota
	theReport              // "the report", "the account": it may be anybody's
	mediaReport            // "media reports", "such coverage", "the article"
)

var (
	mediaWords  = setOfWords("coverage reporting article articles reports")
	reportStems = setOfStems("report account story")
	official    = setOfWords("preliminary initial interim final official bureau commission committee agency inquiry investigation commissions committees agencies investigations")
)

// turnsOn is how a statement speaks of a report that it turns against; noReport where it does not.
func (x *extractor) turnsOn(att int32, ws []word) reportWord {
	if att < 0 {
		return noReport
	}
	a := &x.e.r.Attributions[att]
	if a.Stance == read.Demands || a.Stance == read.Asks || a.Stance == read.Promises {
		return noReport
	}
	if i := x.scorned(att, ws, scornCues, func(w word) bool { return mediaWords[w.hash] && (!w.upper || w.open) }); i >= 0 {
		return mediaReport
	}
	i := x.scorned(att, ws, scornCues, func(w word) bool { return reportStems[w.stem] })
	if i < 0 || slices.ContainsFunc(ws[max(0, i-3):min(len(ws), i+4)], func(w word) bool { return official[w.hash] }) {
		return noReport
	}
	return theReport
}

// exclusiveTo are the outlets, folded, through which a saying has what nobody named tells; its own is not among them.
func (v *View) exclusiveTo(it item) (out []string) {
	e := v.entries[it.entry]
	c := &e.claims[it.n]
	if c.att < 0 {
		return nil
	}
	if s := c.source; s >= 0 && v.asOutlet(e, &e.sources[s]) == nil && e.sources[s].s.Kind != resolve.Document && !e.sources[s].s.Anonymous {
		return nil
	}
	for _, id := range e.r.Attributions[c.att].Chain {
		k := sourcePlace(e.r, id)
		if k < 0 {
			continue
		}
		if o := v.asOutlet(e, &e.sources[k]); o != nil && outletName(o.s.Name) != e.outlet {
			out = append(out, outletName(o.s.Name))
		}
	}
	return out
}

// answered is the claims that a statement against a report answers, in canonical order, and why it is those: what the outlet that it
// names is cited for in the report that quotes it, or whatever outlet is cited there.
func (v *View) answered(set int, main map[int]bool) (targets []int, why string) {
	m := v.presentSaying(set)
	if m < 0 {
		return nil, ""
	}
	it := v.claim[m]
	e := v.entries[it.entry]
	c := &e.claims[it.n]
	if c.turnsOn == noReport || c.source >= 0 && v.asOutlet(e, &e.sources[c.source]) != nil { // what an outlet tells of an answer is not its own
		return nil, ""
	}
	named := v.outletsNamed(it.entry, c)
	best, outlets := map[string]int{}, []string{}
	for i := range e.claims {
		m := v.claimBase[it.entry] + int32(i)
		other := int(v.claimOf[m])
		if other < 0 || other == set || !main[other] || e.claims[i].turnsOn != noReport || e.claims[i].source == c.source || len(e.claims[i].gist.plain) < 2 || inside(c.spans, e.claims[i].spans) { // not "it stood by its story"
			continue
		}
		for _, o := range v.exclusiveTo(v.claim[m]) {
			if len(named) > 0 && !named[o] {
				continue
			}
			if b, ok := best[o]; !ok {
				outlets = append(outlets, o)
				best[o] = other
			} else if v.outletCount(other) > v.outletCount(b) {
				best[o] = other
			}
		}
	}
	if len(outlets) == 0 {
		if t, why := v.printedAnswered(it.entry, c, main, named); t >= 0 {
			return []int{t}, why
		}
	}
	if len(outlets) == 0 && len(named) == 0 && c.turnsOn == mediaReport && !tellsWhat(e, c) {
		return v.mostCited(it.entry, set, main)
	}
	if len(outlets) == 0 || len(outlets) > maxAnswered || c.turnsOn == theReport && len(named) == 0 && len(outlets) > 1 {
		return nil, ""
	}
	var labels []string
	for _, o := range outlets {
		labels = append(labels, outletLabel(o))
		targets = append(targets, best[o])
	}
	sort.Ints(targets)
	if len(named) > 0 {
		return targets, "it names " + andList(labels)
	}
	return targets, fmt.Sprintf("which report is not said; %s, which tells it, cites %s", label(e), andList(labels))
}

// printedAnswered is the claim of an earlier report of the outlet that content c of entry n, a statement against a report, names, or of the one that its
// own report says was the first to report, or is the only one that it cites; -1 without one. It is the one that most outlets have of those that the outlet tells itself or from unnamed people.
func (v *View) printedAnswered(n int32, c *claimItem, main map[int]bool, named map[string]bool) (int, string) {
	e := v.entries[n]
	text := joinSpans(e.r.Article.Text, c.spans)
	cited, says := v.namedAlone(n), "names %s alone"
	if first, _ := firstReporter(e); first != nil {
		cited, says = outletName(first.s.Name), "says that %s was the first to report"
	}
	best, most, start, why := -1, 0, 0, ""
	for _, k := range v.latest(v.storyOf[n]) {
		o := v.entries[k]
		if o.outlet == "" || o.outlet == e.outlet && !namesOutlet(text, o.outlet) || !v.current[k] || k == n || !o.before(e) || daysApart(o, e) > exclusiveDays {
			continue
		}
		calls := named[o.outlet] || namesOutlet(text, o.outlet)
		if !calls && (len(named) > 0 || cited == "" || !paperCalled(cited, o.outlet)) {
			continue
		}
		for i := range o.claims {
			set := int(v.claimOf[v.claimBase[k]+int32(i)])
			d := &o.claims[i]
			if set < 0 || !main[set] || !o.firstHand(d) || d.denial || d.turnsOn != noReport || d.att >= 0 && !o.assertedBy(d) {
				continue
			}
			if has := v.outletCount(set); has > most || has == most && best >= 0 && d.spans[0].Start < start {
				best, most, start = set, has, d.spans[0].Start
				why = either(calls, "it names "+outletLabel(o.outlet), fmt.Sprintf("which report is not said; %s "+says, label(e), outletLabel(o.outlet)))
			}
		}
	}
	return best, why
}

// namedAlone is the only outlet of a story's other reports that entry n cites or names, folded, or "".
func (v *View) namedAlone(n int32) (only string) {
	e := v.entries[n]
	if o := e.otherOutlet(); o != "" {
		return o
	}
	for _, k := range v.latest(v.storyOf[n]) {
		o := v.entries[k].outlet
		if o == "" || o == e.outlet || o == only || !namesOutlet(e.r.Article.Text, o) {
			continue
		}
		if only != "" {
			return ""
		}
		only = o
	}
	return only
}

// namesOutlet reports whether words name an outlet, or call it by the last word of its name: "the Post".
func namesOutlet(text, outlet string) bool {
	if holdsName(strings.ToLower(text), outlet) {
		return true
	}
	last := outlet[strings.LastIndexByte(outlet, ' ')+1:]
	return len(last) > 3 && last != outlet && last != "news" && holdsName(text, strings.ToUpper(last[:1])+last[1:])
}

// tellsWhat reports whether a statement says what the report that it turns against claims: "reports alleging that …".
func tellsWhat(e *entry, c *claimItem) bool {
	for _, s := range c.spans {
		ws := words(s.Text(e.r.Article.Text))
		for i := 1; i < len(ws); i++ {
			if alleging[ws[i].hash] && (mediaWords[ws[i-1].hash] || reportStems[ws[i-1].stem]) {
				return true
			}
		}
	}
	return false
}

var alleging = setOfWords("that alleging claiming saying suggesting of linking")

// mostCited is the claim of another outlet's report that most outlets had in the days before a statement of entry n against "media reports" which names
// none, the claim set or -1.
func (v *View) mostCited(n int32, set int, main map[int]bool) ([]int, string) {
	best, most, whose := -1, manyCite-1, ""
	for _, o := range sortedKeys(main) {
		first := v.claim[v.claimSets[o][0]]
		if o == set || daysApart(v.entries[first.entry], v.entries[n]) > exclusiveDays || !v.entries[first.entry].before(v.entries[n]) {
			continue
		}
		cited := v.exclusiveTo(first)
		if has := v.outletCount(o); len(cited) > 0 && has > most {
			best, most, whose = o, has, cited[0]
		}
	}
	if best < 0 {
		return nil, ""
	}
	return []int{best}, fmt.Sprintf("which report is not said; of those cited in the days before, most outlets have that of %s", outletLabel(whose))
}

// manyCite is how many outlets have a claim that is taken for what "media reports" are about.
const manyCite = 3

func sortedKeys(m map[int]bool) []int {
	out := make([]int, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Ints(out)
	return out
}

// maxAnswered bounds how many outlets a statement against "media reports" can answer.
const maxAnswered = 2

func (v *View) outletCount(set int) int {
	n, _ := v.claimRank(set)
	return n
}

func inside(a, b []article.Span) bool { return anyInside(a, b) || anyInside(b, a) }

// outletsNamed is the outlets that a statement names in its own words, folded.
func (v *View) outletsNamed(n int32, c *claimItem) map[string]bool {
	e := v.entries[n]
	text := strings.ToLower(joinSpans(e.r.Article.Text, c.spans))
	out := map[string]bool{}
	for i := range e.sources {
		s := &e.sources[i]
		if s.s.Name == "" || s.s.Kind != resolve.Outlet && !v.publishers[outletName(s.s.Name)] {
			continue
		}
		if name := outletName(s.s.Name); len(name) > 2 && strings.Contains(text, name) && name != e.outlet {
			out[name] = true
		}
	}
	return out
}

// rejections are the meetings of statements against reports with what these reports say.
func (v *View) rejections(sets []int) []Meeting {
	main := map[int]bool{}
	for _, s := range sets {
		main[s] = true
	}
	best := map[string]int{} // by who rejects which claim: what most outlets have of his words
	at := map[string]Meeting{}
	var order []string
	for _, s := range sets {
		targets, why := v.answered(s, main)
		for _, t := range targets {
			m := v.rejection(s, t, "report", why)
			if m.Denier == "" {
				continue // a report that calls another's story false is nobody's answer
			}
			key := fmt.Sprint(t, " ", m.Denier)
			b, ok := best[key]
			if !ok {
				order = append(order, key)
			}
			if n := v.outletCount(s); !ok || n > b {
				best[key], at[key] = n, m
			}
		}
	}
	out := make([]Meeting, 0, len(order))
	for _, key := range order {
		out = append(out, at[key])
	}
	return out
}

// rejection is the meeting of a statement against a report or somebody's account with what that tells.
func (v *View) rejection(set, target int, what, why string) Meeting {
	m := Meeting{Kind: Against, Reason: fmt.Sprintf("the %s %s the %s (%s)", either(set > target, "later", "earlier"), either(strings.HasPrefix(why, "which"), "may reject", "rejects"), what, why)}
	m.A, m.B = v.claimID(min(set, target)), v.claimID(max(set, target))
	ref := func(s int) Ref {
		at := v.claim[v.claimSets[s][0]]
		return v.ref(at.entry, v.entries[at.entry].claims[at.n].spans[0])
	}
	m.EarlierWords, m.LaterWords = ref(min(set, target)), ref(max(set, target))
	if s, _ := v.speaker(v.claimSets[set][0]); s != "" {
		m.Denier = s
		if !strings.HasPrefix(why, "which") {
			m.Reason += "; " + v.sourceName(s) + " rejects it"
		}
	}
	return m
}
