package ledger

import (
	"fmt"
	"strings"

	"sayso/resolve"
)

// Origins are who put a claim into the world: a range, since what is possibly one origin is counted
// once in Low and apart in High.
type Origins struct {
	Low, High int
	Ends      []Origin
	Maybe     []MaybeSame // pairs of ends that may be one
	Party     bool        // all ends are parties to the event
	Summary   string      // "14 reports, 9 outlets, 1 to 2 origins: …"
}

// An EndKind says where following the words ended.
type EndKind string

// The ends of chains.
const (
	EndSource EndKind = "source"     // someone who is cited
	EndReport EndKind = "report"     // a report in the ledger, in its own voice
	EndOutlet EndKind = "outlet"     // an outlet that is named and whose report is not in the ledger
	EndNobody EndKind = "not stated" // the words say that it was said, not by whom
)

// An Origin is one end of the chains of a claim.
type Origin struct {
	Kind    EndKind
	Name    string   // "three US officials, cited by CNN"
	Source  string   // source id, or ""
	Report  string   // the report where the chain ends, or ""
	Outlet  string   // who cites it first-hand, or ""
	Party   string   // "" or how the source takes part: "striking", "struck", "actor" or "target"
	Reports []string // reports whose chains end here
	Steps   []Step   // how each of them leads here
	unnamed bool
}

// A Step is one link of a chain, from a report to what its words name.
type Step struct {
	From   string // report id
	To     string // report id, source id, or an outlet's name
	Reason string // with the words
	Ref    Ref
}

// A MaybeSame says that two ends may be one.
type MaybeSame struct {
	A, B   int // indexes of Ends
	Reason string
}

// end is an origin while it is worked out; ends with one key are one.
type end struct {
	key string
	Origin
	entry  int32
	source int32 // source item, or -1
	doubt  bool  // the words only suggest the last link
	said   int32 // the first saying that leads here
}

// origins follows the chain of every current saying of the claim.
func (v *View) origins(set int) Origins {
	var o Origins
	ends, reports, outlets := v.ends(set)
	o.Maybe = v.maybeSame(ends)
	joined := newSets(len(ends))
	for _, m := range o.Maybe {
		joined.join(int32(m.A), int32(m.B))
	}
	roots := map[int32]bool{}
	o.Party = len(ends) > 0
	for i := range ends {
		roots[joined.find(int32(i))] = true
		ends[i].Party = v.party(set, &ends[i])
		ends[i].unnamed = ends[i].source >= 0 && v.unnamed(ends[i].Source)
		o.Party = o.Party && ends[i].Party != ""
		o.Ends = append(o.Ends, ends[i].Origin)
	}
	o.Low, o.High = len(roots), len(ends)
	o.Summary = summary(reports, outlets, &o)
	return o
}

// ends are where the chains of a claim's present sayings end, and how many reports and outlets have them.
func (v *View) ends(set int) (ends []end, reportCount, outletCount int) {
	f := follower{v: v, set: set, done: map[int32]end{}}
	at := map[string]int{}
	reports, outlets := map[string]bool{}, map[string]bool{}
	for _, m := range v.claimSets[set] {
		it := v.claim[m]
		if !v.current[it.entry] {
			continue
		}
		e := v.entries[it.entry]
		reports[e.r.Article.ID], outlets[e.outlet] = true, true
		for _, en := range f.eachOf(m) {
			k, ok := at[en.key]
			if named := v.fullName(&en); !ok && named != "" { // two sources of one name who say one thing in one story
				if k, ok = at[named]; !ok {
					at[named] = len(ends)
				}
			}
			if !ok {
				k = len(ends)
				at[en.key] = k
				ends = append(ends, en)
				ends[k].Steps, ends[k].said = nil, m
			}
			ends[k].Reports = append(ends[k].Reports, e.r.Article.ID)
			ends[k].Steps = append(ends[k].Steps, en.Steps...)
		}
	}
	return v.foldPapers(v.foldSpokesmen(v.foldVague(v.foldOutlets(ends)))), len(reports), len(outlets)
}

func plural2(n int, what string) string { return fmt.Sprintf("%d %s%s", n, what, ending(n)) }

func ending(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

// follower follows the chains of one claim's sayings.
type follower struct {
	v    *View
	set  int
	done map[int32]end
}

// maxChain bounds how many reports a chain is followed through.
const maxChain = 12

// follow is the end of the chain of saying m.
func (f *follower) follow(m int32, depth int) end {
	if e, ok := f.done[m]; ok {
		return e
	}
	v := f.v
	at := v.claim[m]
	e := v.entries[at.entry]
	c := &e.claims[at.n]
	if earlier, relation := f.copied(m); earlier >= 0 && depth < maxChain {
		en := f.follow(earlier, depth+1)
		root := v.entries[v.claim[earlier].entry]
		step := Step{From: e.r.Article.ID, To: root.r.Article.ID, Ref: v.ref(at.entry, c.spans[0]),
			Reason: fmt.Sprintf("%s of %s's report", relation, label(root))}
		return f.keep(m, withStep(en, step))
	}
	if c.att < 0 || hearsay(e, &e.r.Attributions[c.att]) {
		if o := v.reportedBy(e, c); o != nil && depth < maxChain {
			return f.keep(m, f.outlet(m, o, v.ref(at.entry, c.spans[0]), depth))
		}
	}
	if c.att < 0 {
		if first, words := firstReporter(e); first != nil && f.printed(outletName(first.s.Name), e) >= 0 && depth < maxChain {
			return f.keep(m, f.outlet(m, first, v.ref(at.entry, words), depth))
		}
		if heardOf(e, c) {
			return f.keep(m, v.nobody(at.entry, c, "“reports that” say it, nobody says whose"))
		}
		return f.keep(m, f.ownVoice(m))
	}
	a := sourced(e.r, &e.r.Attributions[c.att])
	if weighs(e, a) || knewCue(e, a) && len(a.Chain) > 1 || concludes(e, a) || evidence(e.r, a.Chain) || pronounOnly(e.r, a.Chain) { // what somebody considers is told by whoever says that he does
		outer := *a
		if outer.Chain = a.Chain[:max(0, len(a.Chain)-1)]; len(outer.Chain) == 0 {
			return f.keep(m, f.ownVoice(m))
		}
		outer.Source = nil
		return f.keep(m, f.cited(m, &outer, depth))
	}
	a = teller(e.r, a)
	if len(a.Chain) == 0 {
		if o := v.onlyOutlet(e); o != nil && pressReport(e.r, a) && depth < maxChain {
			return f.keep(m, f.outlet(m, o, v.ref(at.entry, c.spans[0]), depth))
		}
		return f.keep(m, v.nobody(at.entry, c, "the words say that it was said, not by whom"))
	}
	return f.keep(m, f.cited(m, a, depth))
}

// nobody ends at somebody whom a report does not name.
func (v *View) nobody(n int32, c *claimItem, why string) end {
	e := v.entries[n]
	en := end{key: "nobody " + e.key, entry: n, source: -1, Origin: Origin{Kind: EndNobody, Name: "somebody whom " + label(e) + " does not name", Report: e.r.Article.ID, Outlet: e.r.Article.Outlet}}
	return withStep(en, Step{From: e.r.Article.ID, Ref: v.ref(n, c.spans[0]), Reason: why})
}

func (f *follower) keep(m int32, e end) end {
	f.done[m] = e
	return e
}

func withStep(e end, s Step) end {
	e.Steps = append([]Step{s}, e.Steps...)
	return e
}

// copied is the same claim's saying in the text that the report of m copies, or that a text which it
// copies copies, or -1, and how the report's text stands to the other's. A text may copy one that left the saying out of
// the first appearance; a revised one copies what its first text did.
func (f *follower) copied(m int32) (int32, Relation) {
	v := f.v
	at := v.claim[m]
	relation := NoCopy
	for n, far := at.entry, 0; v.copied[n].relation.collapses() && far < maxChain; far++ {
		if r := v.copied[n].relation; relation == NoCopy && r != RevisionOf {
			relation = r
		}
		n = v.copied[n].of - 1
		if v.entries[n].key == v.entries[at.entry].key {
			continue
		}
		if s := f.sayingIn(n); s >= 0 && !f.ownSource(m, s, relation) {
			return s, relation
		}
	}
	return -1, NoCopy
}

// ownSource reports whether a report that is only much like the one it was taken for a copy of cites somebody else for
// the claim: an agency that puts another's paragraphs under its own exclusive keeps its source.
func (f *follower) ownSource(m, s int32, r Relation) bool {
	if r != Rewrite && r != Patchwork {
		return false
	}
	v := f.v
	x, y := v.claim[m], v.claim[s]
	ea, eb := v.entries[x.entry], v.entries[y.entry]
	a, b := ea.claims[x.n].source, eb.claims[y.n].source
	if a < 0 {
		return false
	}
	if b < 0 {
		return true
	}
	verdict, _, _ := compareSources(ea, &ea.sources[a], eb, &eb.sources[b])
	return verdict == Distinct
}

// sayingIn is the claim's first saying in entry n, or -1.
func (f *follower) sayingIn(n int32) int32 {
	for i := range f.v.entries[n].claims {
		m := f.v.claimBase[n] + int32(i)
		if f.v.claimOf[m] == int32(f.set) {
			return m
		}
	}
	return -1
}

// ownVoice ends at the report, or at the agency that it credits.
func (f *follower) ownVoice(m int32) end {
	v := f.v
	at := v.claim[m]
	e := v.entries[at.entry]
	a := e.r.Article
	c := &e.claims[at.n]
	step := Step{From: a.ID, Ref: v.ref(at.entry, c.spans[0])}
	if e.publisher != e.outlet && !v.ownAddition(at.entry, c) {
		credit := outletLabel(e.publisher)
		step.To, step.Reason = credit, "the report credits "+credit
		return withStep(end{key: "outlet " + e.publisher, entry: at.entry, source: -1,
			Origin: Origin{Kind: EndOutlet, Name: credit, Outlet: credit}}, step)
	}
	step.Reason = "in its own voice, nobody cited"
	if e.publisher != e.outlet {
		step.Reason += fmt.Sprintf("; it credits %s, which does not have it", outletLabel(e.publisher))
	}
	kind := Origin{Kind: EndReport, Name: label(e) + ownVoice, Report: a.ID, Outlet: a.Outlet}
	key := "report " + e.outlet
	if a.Outlet == "" {
		key = "report " + e.key
	}
	return withStep(end{key: key, entry: at.entry, source: -1, Origin: kind}, step)
}

// ownAddition reports whether a claim of a report that credits an agency is the outlet's own: it names
// the outlet ("The Vellmar Post counted 31 houses"), or the agency's report, which this one copies, lacks it.
func (v *View) ownAddition(n int32, c *claimItem) bool {
	e := v.entries[n]
	words := strings.ToLower(strings.TrimSpace(c.spans[0].Text(e.r.Article.Text)))
	if e.outlet != "" && strings.HasPrefix(strings.TrimPrefix(words, "the "), e.outlet+" ") {
		return true
	}
	root := v.entries[v.copyRoots[n]]
	return root != e && (root.outlet == e.publisher || initials(root.r.Article.Outlet) == e.publisher)
}

// cited ends at the last of the chain; an outlet at the end of a chain leads on to its report in the ledger.
func (f *follower) cited(m int32, a *resolve.Attribution, depth int) end {
	v := f.v
	at := v.claim[m]
	e := v.entries[at.entry]
	last := sourcePlace(e.r, a.Chain[len(a.Chain)-1])
	if last < 0 {
		return f.ownVoice(m)
	}
	item := v.sourceBase[at.entry] + last
	s := &e.sources[last]
	words := v.ref(at.entry, e.claims[at.n].spans[0])
	if len(a.Source) > 0 {
		words = v.ref(at.entry, a.Source[0])
	}
	if depth < maxChain {
		if o := v.asOutlet(e, s); o != nil {
			return f.outlet(m, o, words, depth)
		}
	}
	to := toldTo(e, s, a)
	if to == e.publisher && to != e.outlet && v.ownAddition(at.entry, &e.claims[at.n]) {
		to = e.outlet // what an outlet puts to an agency's report was told to it
	}
	if o := f.informants(e, s, to); o >= 0 && depth < maxChain {
		own := v.entries[v.claim[o].entry]
		return withStep(f.follow(o, depth+1), Step{From: e.r.Article.ID, To: own.r.Article.ID, Ref: words,
			Reason: fmt.Sprintf("cites, through %s, %s, whom its report of %s cites", outletLabel(to), sourceLabel(s), dayString(own.day))})
	}
	en := end{key: "source " + v.sourceIDAt(at.entry, last), entry: at.entry, source: item, doubt: a.ChainDoubt != ""}
	called := v.calledAt(at.entry, last)
	en.Origin = Origin{Kind: EndSource, Name: called, Source: v.sourceIDAt(at.entry, last), Outlet: to}
	en = f.maker(e, s, en)
	why := "cites " + sourceLabel(s)
	if len(a.Chain) > 1 {
		why = "cites, through " + chainWords(e.r, a.Chain[:len(a.Chain)-1]) + ", " + sourceLabel(s)
	}
	if en.Name != called {
		why += ", which " + en.Name + " put out"
	} else if called != sourceLabel(s) {
		why += ", who is " + called
	} else if s.s.Name == "" && to != "" && paperOf(s.s.Description) != to {
		en.Name += ", cited by " + outletLabel(to)
	}
	return withStep(en, Step{From: e.r.Article.ID, To: either(en.Source == "", en.Name, en.Source), Reason: why, Ref: words})
}

// toldTo is the outlet that has a source of an attribution first-hand. Somebody in office who is quoted on the way is none:
// what a minister says in public is not told to who quotes it beside his own words.
func toldTo(e *entry, s *sourceItem, a *resolve.Attribution) string {
	holder := func(name string) bool {
		for i := range e.r.Sources {
			o := &e.r.Sources[i]
			if o.Name != "" && outletName(o.Name) == name {
				return o.Kind == resolve.Person && o.Role != ""
			}
		}
		return false
	}
	if len(a.Chain) > 1 || s.s.Name == "" {
		if !holder(s.exclusive) {
			return s.exclusive
		}
		return e.publisher
	}
	if via := sourceByID(e.r, a.Via); via != nil && via.Name != "" && via.Kind != resolve.Person {
		return outletName(via.Name)
	}
	return e.publisher
}

func chainWords(r *resolve.Reading, ids []string) string {
	var names []string
	for _, id := range ids {
		if s := sourceByID(r, id); s != nil {
			names = append(names, nameOf(s))
		}
	}
	return strings.Join(names, " and ")
}

// label is what a person calls the report by.
func label(e *entry) string { return e.r.Article.Called() }

func nameOf(s *resolve.Source) string {
	if s.Name != "" {
		return s.Name
	}
	return s.Description
}

func sourceLabel(s *sourceItem) string { return s.label }

// calledAt is what the n-th source of an entry is called: by the name of an office's holder, where another report of the story gives it.
func (v *View) calledAt(entry, n int32) string {
	s := &v.entries[entry].sources[n]
	set := v.sourceOf[v.sourceBase[entry]+n]
	if s.s.Name != "" || s.chair.key == 0 || set < 0 {
		return s.label
	}
	if best := v.bestNamed(v.sourceSets[set]); best.s.Name != "" {
		return best.s.Name
	}
	return s.label
}
