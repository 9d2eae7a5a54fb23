package ledger

import (
	"fmt"
	"sort"

	"sayso/resolve"
)

// A Report is one report as the ledger knows it.
type Report struct {
	ID        string
	URL       string
	Outlet    string
	Title     string
	Credit    string
	Published string
	Story     string
	First     string // report where its wording appears first, itself where it is no copy
	Copy      *Copy  // what it, or the first text of it, copies; nil for none
	Texts     int    // how many texts of it there are
}

// Reports are all reports in their present text, by publication.
func (v *View) Reports() []Report {
	var out []Report
	for _, n := range v.order {
		if v.current[n] {
			out = append(out, v.report(n))
		}
	}
	return out
}

// Texts are the readings of a report that are in the view, by publication.
func (v *View) Texts(report string) []*resolve.Reading {
	n, ok := v.reportByID(report)
	if !ok {
		return nil
	}
	texts := v.texts[v.entries[n].key]
	if len(texts) == 0 {
		texts = []int32{n}
	}
	out := make([]*resolve.Reading, len(texts))
	for i, m := range texts {
		out[i] = v.entries[m].r
	}
	return out
}

// unrevised is the first of the texts that n revises, and what that one copies.
func (v *View) unrevised(n int32) (int32, copyLink) {
	for far := 0; v.copied[n].relation == RevisionOf && far < maxChain; far++ {
		n = v.copied[n].of - 1
	}
	return n, v.copied[n]
}

// Report is the report with that id, with the evidence of what it copies.
func (v *View) Report(id string) (Report, bool) {
	n, ok := v.reportByID(id)
	if !ok {
		return Report{}, false
	}
	r := v.report(n)
	if n, c := v.unrevised(n); c.relation != "" && c.relation != RevisionOf {
		k := v.withPatches(n, c)
		r.Copy = &k[0]
	}
	return r, true
}

// ReportBrief is [View.Report] with no more of what it copies than which report, and how.
func (v *View) ReportBrief(id string) (Report, bool) {
	n, ok := v.reportByID(id)
	if !ok {
		return Report{}, false
	}
	r := v.report(n)
	if n, c := v.unrevised(n); c.relation != "" && c.relation != RevisionOf {
		r.Copy = &Copy{Relation: c.relation, Earlier: v.entries[c.of-1].r.Article.ID, Later: v.entries[n].r.Article.ID, From: v.entries[c.of-1].r, To: v.entries[n].r}
		if len(v.patches(n, c)) > 0 {
			r.Copy.Relation = Patchwork
		}
	}
	return r, true
}

// CopyOf is whose wording a report's present text has, with the evidence: the report's own earlier text where it was
// changed, and what that one copies, a patchwork's sources each.
func (v *View) CopyOf(report string) []Copy {
	n, ok := v.reportByID(report)
	if !ok {
		return nil
	}
	var out []Copy
	for far := 0; far < maxChain; far++ {
		c := v.copied[n]
		if c.relation == "" {
			break
		}
		out = append(out, v.withPatches(n, c)...)
		if c.relation != RevisionOf {
			break
		}
		n = c.of - 1
	}
	return out
}

// CopiesFrom are the copies of a report's wording in later reports of its story.
func (v *View) CopiesFrom(report string) []Copy {
	n, ok := v.reportByID(report)
	if !ok {
		return nil
	}
	own := v.entries[n].key
	members := v.stories[v.storyOf[n]]
	var out []Copy
	for _, m := range members[max(0, len(members)-5*most):] {
		if c := v.copied[m]; c.relation != "" && c.relation != RevisionOf && v.entries[c.of-1].key == own && len(out) < most/2 {
			out = append(out, copyOf(v.entries[c.of-1], v.entries[m], c.relation))
		}
	}
	return out
}

// copyNear is how many words two texts must have in common passages to be near enough to say why neither is a copy.
const copyNear = 8

// RefusedCopies are the earlier texts whose words a report has some of without being a copy of them, those of
// most common words first, and how many there were. Earlier ones of its story are looked through, and the reports of
// other stories that are most like it.
func (v *View) RefusedCopies(report string) (rows []Copy, of int) {
	n, ok := v.reportByID(report)
	if !ok {
		return nil, 0
	}
	have := map[string]bool{v.entries[n].key: true}
	for _, c := range v.CopyOf(report) {
		have[reportKey(c.From.Article)] = true
	}
	type near struct {
		n    int32
		same int
	}
	var all []near
	words := v.entries[n].words()
	for _, o := range append(v.storyBefore(n), v.nearestReports(n, otherReports)...) {
		e := v.entries[o]
		if !v.current[o] || have[e.key] || !e.before(v.entries[n]) || v.copyRoots[o] == v.copyRoots[n] || nothingShared(e.sketch, v.entries[n].sketch) {
			continue
		}
		have[e.key] = true
		if al := align(e.words(), words); al.same >= copyNear {
			all = append(all, near{o, al.same})
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].same > all[j].same })
	for _, x := range all[:min(maxRefusedCopies, len(all))] {
		rows = append(rows, refusedCopy(v.entries[x.n], v.entries[n]))
	}
	return rows, len(all)
}

// maxRefusedCopies is how many texts that were not copied are shown with their passages.
const maxRefusedCopies = 3

// refusedCopy is the words that two texts have in common without the one being a copy of the other.
func refusedCopy(a, b *entry) Copy {
	c := copyOf(a, b, NoCopy)
	sort.SliceStable(c.Blocks, func(i, j int) bool { return c.Blocks[i].Words > c.Blocks[j].Words })
	c.Blocks = c.Blocks[:min(5, len(c.Blocks))]
	much := muchOf
	if min(a.length, b.length) < shortText {
		much = muchOfShort
	}
	c.Reason += fmt.Sprintf("; a copy has %.0f%% of either, or %d words in a row", 100*much, quotedRun)
	return c
}

func (v *View) report(n int32) Report {
	a := v.entries[n].r.Article
	return Report{ID: a.ID, URL: a.URL, Outlet: a.Outlet, Title: headline(v.entries[n]), Credit: a.Credit, Published: a.Published,
		Story: v.storyID(v.stories[v.storyOf[n]][0]), First: v.entries[v.copyRoots[n]].r.Article.ID, Texts: max(1, len(v.texts[v.entries[n].key]))}
}

// Copies are the copies among a story's latest reports with their evidence, by publication of the later.
func (v *View) Copies(story string) []Copy {
	n, ok := v.lookup('t', story)
	if !ok {
		return nil
	}
	var out []Copy
	members := v.stories[n]
	for _, m := range members[max(0, len(members)-most/2):] {
		if c := v.copied[m]; c.relation != "" {
			out = append(out, v.withPatches(m, c)...)
		}
	}
	return out
}

// withPatches is the copy of entry m and, where its text is put together from several earlier ones, those too.
func (v *View) withPatches(m int32, c copyLink) []Copy {
	out := []Copy{copyOf(v.entries[c.of-1], v.entries[m], c.relation)}
	for _, x := range v.patches(m, c) {
		out[0].Relation = Patchwork
		p := copyOf(v.entries[x.entry], v.entries[m], Patchwork)
		p.Reason = fmt.Sprintf("%d further words; ", x.gain) + p.Reason
		out = append(out, p)
	}
	return out
}

// A patch is an earlier text that another is partly made of.
type patch struct {
	entry int32
	gain  int // how many further words it explains
}

// patchwork is the patches of a text, as far as what they follow from is the same: it is kept with its entry.
type patchwork struct {
	from    uint64
	patches []patch
}

// patches are the other texts that entry m is put together from, and how many further words each explains.
func (v *View) patches(m int32, c copyLink) []patch {
	if c.relation != Rewrite && c.relation != BlockQuoted && c.relation != Extension {
		return nil
	}
	before := v.storyBefore(m)
	from := mix64(uint64(c.of)<<32 | uint64(v.copyRoots[c.of-1]))
	for _, o := range before {
		from = mix64(from ^ uint64(o)<<32 ^ uint64(v.copyRoots[o]))
	}
	e := v.entries[m]
	if p := e.asked().patched.Load(); p != nil && p.from == from {
		return p.patches
	}
	p := &patchwork{from: from}
	var covered []bool
	var words []uint32
	for _, o := range before {
		if o == c.of-1 || v.entries[o].key == e.key || v.copyRoots[o] == v.copyRoots[c.of-1] || nothingShared(v.entries[o].sketch, e.sketch) {
			continue
		}
		if covered == nil {
			covered, words = make([]bool, e.length), e.words()
			cover(covered, align(v.entries[c.of-1].words(), words))
		}
		if gain := cover(covered, align(v.entries[o].words(), words)); gain >= 2*quotedRun && float64(gain) >= .15*float64(len(covered)) {
			p.patches = append(p.patches, patch{o, gain})
		}
	}
	e.asked().patched.Store(p)
	return p.patches
}

// nothingShared reports whether two sketches that hold all shingles of their texts have none in common.
func nothingShared(a, b []uint32) bool {
	return len(a) < sketchSize && len(b) < sketchSize && shared(a, b) == 0
}

// storyBefore is up to 40 entries of m's story before it, the nearest first.
func (v *View) storyBefore(m int32) []int32 {
	members := v.stories[v.storyOf[m]]
	i := sort.Search(len(members), func(i int) bool { return !v.entries[members[i]].before(v.entries[m]) })
	var out []int32
	for k := i - 1; k >= max(0, i-40); k-- {
		out = append(out, members[k])
	}
	return out
}

// cover marks the words of the later text that an alignment explains and counts the new ones.
func cover(covered []bool, al alignment) int {
	n := 0
	for _, r := range al.runs {
		if r.n < 5 {
			continue
		}
		for k := range r.n {
			if !covered[r.j+k] {
				covered[r.j+k] = true
				n++
			}
		}
	}
	return n
}
