package ledger

import (
	"fmt"
	"sort"
	"strings"

	"sayso/resolve"
)

// Why two sources are one, or are not.

// possibly is the sources that set may be, those that may be it included, with the links that say why.
func (v *View) possibly(set int, links []Link) ([]string, []Link) {
	found := map[string]bool{}
	var ids []string
	add := func(other int32) {
		if id := v.sourceSetID(int(other)); other >= 0 && int(other) != set && !found[id] {
			found[id] = true
			ids = append(ids, id)
		}
	}
	for _, m := range v.sourceSets[set] {
		if p := v.sourceParent[m]; p >= 0 && v.linked[m].verdict == PossiblySame && v.sourceOf[p] >= 0 {
			add(v.sourceOf[p])
		}
	}
	for _, m := range v.maybe[int32(set)] {
		add(v.sourceOf[m])
		if len(links) < most {
			links = append(links, v.sourceLink(v.sourceParent[m], m))
		}
	}
	sort.Strings(ids)
	return ids, links
}

func (v *View) sourceLink(a, b int32) Link {
	verdict, why := v.compareAt(a, b)
	if verdict != Same && v.sourceOf[a] == v.sourceOf[b] && v.sourceOf[a] >= 0 {
		if j, ok := v.joined[b]; ok {
			verdict, why = Same, j.why
		} else if j, ok := v.joined[a]; ok {
			verdict, why = Same, j.why
		}
	}
	x, y := v.source[a], v.source[b]
	ea, eb := v.entries[x.entry], v.entries[y.entry]
	if sa, sb := &ea.sources[x.n], &eb.sources[y.n]; verdict == Distinct && sa.s.Name == "" && sb.s.Name == "" && (sa.s.Anonymous && sb.s.Anonymous) {
		why = whyTwoUnnamed(ea, sa, eb, sb)
	}
	return Link{Verdict: verdict, Reason: why, Earlier: v.sourceRef(a), Later: v.sourceRef(b)}
}

// whyTwoUnnamed says in words what [compareUnnamed] looked for in vain.
func whyTwoUnnamed(ea *entry, a *sourceItem, eb *entry, b *sourceItem) string {
	x, y := outletLabel(a.exclusive), outletLabel(b.exclusive)
	why := []string{fmt.Sprintf("“%s” of %s and “%s” of %s", a.s.Description, x, b.s.Description, y)}
	if a.exclusive == b.exclusive && a.exclusive != "" {
		why[0] = fmt.Sprintf("“%s” and “%s”, both of %s", a.s.Description, b.s.Description, x)
	}
	if days := daysApart(ea, eb); days > exclusiveDays {
		why = append(why, daysPhrase(days)+" apart")
	}
	if shared(a.desc, b.desc) < .3 {
		why = append(why, "described otherwise")
	}
	if !compatible(a.s.Count, b.s.Count) {
		why = append(why, fmt.Sprintf("%d and %d people", a.s.Count, b.s.Count))
	}
	if common := dot(a.says, b.says); common < .1 {
		why = append(why, "cited for other things")
	}
	return strings.Join(append(why, "no wording that both are cited with"), "; ")
}

func (v *View) compareAt(a, b int32) (Verdict, string) {
	x, y := v.source[a], v.source[b]
	verdict, why, _ := compareSources(v.entries[x.entry], &v.entries[x.entry].sources[x.n], v.entries[y.entry], &v.entries[y.entry].sources[y.n])
	return verdict, why
}

func (v *View) sourceRef(m int32) Ref {
	at := v.source[m]
	s := v.entries[at.entry].sources[at.n].s
	if len(s.Mentions) == 0 {
		return Ref{Report: v.entries[at.entry].r.Article.ID, In: v.entries[at.entry].r}
	}
	return v.ref(at.entry, s.Mentions[0].Span)
}

// RefusedSources are the sources nearest to the one with that id that are not linked with it, with why: those
// of one family name or office, and unnamed ones described alike, in the latest stories that cite it and in
// the reports around its last.
func (v *View) RefusedSources(id string) Refused {
	set, ok := v.lookup('s', id)
	if !ok {
		return Refused{}
	}
	known := map[int32]bool{int32(set): true}
	ids, _ := v.possibly(set, nil)
	for _, other := range ids {
		if k, ok := v.lookup('s', other); ok {
			known[int32(k)] = true
		}
	}
	members := v.latestTexts(v.sourceSets[set])
	r := newRivals()
	for _, n := range v.aroundSource(members) {
		for i := range v.entries[n].sources {
			if m := v.sourceBase[n] + int32(i); v.sourceOf[m] >= 0 && !known[v.sourceOf[m]] {
				v.offerSource(r, members, m)
			}
		}
	}
	return r.refused(func(x rival) Link {
		a, b := v.inOrder(v.source, x.a, x.b)
		link := v.sourceLink(a, b)
		if link.Verdict == Same {
			link.Verdict, link.Reason = Distinct, "alike ("+link.Reason+"), but each is more like another mention"
		}
		link.Other = v.sourceSetID(int(x.set))
		return link
	})
}

// latestTexts are the latest mentions of a set in present texts.
func (v *View) latestTexts(set []int32) []int32 {
	var out []int32
	for i := len(set) - 1; i >= 0 && len(out) < mostMembers; i-- {
		if v.current[v.source[set[i]].entry] {
			out = append(out, set[i])
		}
	}
	return out
}

// aroundSource are the present texts in which sources near to these mentions are looked for.
func (v *View) aroundSource(members []int32) []int32 {
	seen := map[int32]bool{}
	var out []int32
	add := func(entries []int32) {
		for _, n := range entries {
			if v.current[n] && !seen[n] {
				seen[n] = true
				out = append(out, n)
			}
		}
	}
	stories := map[int32]bool{}
	for i, m := range members {
		n := v.source[m].entry
		if i == 0 {
			add(v.around(n))
		}
		if story := v.storyOf[n]; !stories[story] && len(stories) < 3 {
			stories[story] = true
			members := v.stories[story]
			add(members[max(0, len(members)-5*most):])
		}
	}
	return out
}

func (v *View) offerSource(r *rivals, members []int32, m int32) {
	at := v.source[m]
	eb := v.entries[at.entry]
	for _, k := range members {
		ea := v.entries[v.source[k].entry]
		if ea.key == eb.key {
			continue
		}
		if s := sourceNear(ea, &ea.sources[v.source[k].n], eb, &eb.sources[at.n]); s > 0 {
			r.offer(v.sourceOf[m], k, m, s)
		}
	}
}

// sourceNear is how near two sources are that are not one, 0 where nobody would take them for one.
func sourceNear(ea *entry, a *sourceItem, eb *entry, b *sourceItem) float32 {
	later := float32(min(daysApart(ea, eb), 1000)) / 4000 // of two that are alike the nearer in time comes first
	named := a.s.Name != "" && b.s.Name != ""
	switch {
	case named && a.s.Kind == resolve.Person && b.s.Kind == resolve.Person:
		if a.family == b.family && a.family != 0 {
			return 1 - later
		}
	case named:
		if a.name != b.name && (initials(a.s.Name) == outletName(b.s.Name) || initials(b.s.Name) == outletName(a.s.Name)) {
			return 1 - later
		}
		if part := shared(stemsOf(a.s.Name), stemsOf(b.s.Name)); part >= .5 {
			return float32(part) * (1 - later)
		}
	case a.s.Anonymous && b.s.Anonymous:
		if alike, content := shared(a.desc, b.desc), dot(a.says, b.says); alike >= .3 || content >= .25 {
			return (float32(alike)+content)/2 - later
		}
	case !a.s.Anonymous && !b.s.Anonymous:
		if alike := shared(officeOf(a), officeOf(b)); alike >= .5 {
			return float32(alike)*.9 - later
		}
	}
	return 0
}

// officeOf is the stems of a source's office, or of its description where it has none.
func officeOf(s *sourceItem) []uint32 {
	if len(s.role) > 0 {
		return s.role
	}
	return s.desc
}

// WhySource is the decision about two sources of two reports, whether they are linked or not.
func (v *View) WhySource(report1, source1, report2, source2 string) (Link, bool) {
	n1, ok1 := v.reportByID(report1)
	n2, ok2 := v.reportByID(report2)
	if !ok1 || !ok2 || n1 == n2 {
		return Link{}, false
	}
	k1, k2 := sourcePlace(v.entries[n1].r, source1), sourcePlace(v.entries[n2].r, source2)
	if k1 < 0 || k2 < 0 {
		return Link{}, false
	}
	a, b := v.sourceBase[n1]+k1, v.sourceBase[n2]+k2
	if v.entries[n2].before(v.entries[n1]) {
		a, b = b, a
	}
	return v.sourceLink(a, b), true
}
