package ledger

import (
	"sort"
)

// Sources are all sources, by first mention.
func (v *View) Sources() []Source {
	out := make([]Source, 0, len(v.sourceSets))
	for i := range v.sourceSets {
		out = append(out, v.sourceOfSet(i, false))
	}
	return out
}

// Source is the source with that id, with its links.
func (v *View) Source(id string) (Source, bool) {
	set, ok := v.lookup('s', id)
	if !ok {
		return Source{}, false
	}
	return v.sourceOfSet(set, true), true
}

// SourceOf is the id across reports of a report's source, or "".
func (v *View) SourceOf(report, source string) string {
	n, ok := v.reportByID[report]
	if !ok {
		return ""
	}
	if k := sourcePlace(v.entries[n].r, source); k >= 0 {
		return v.sourceIDAt(n, k)
	}
	return ""
}

// SourcesOf are the sources of a story, those of most reports first.
func (v *View) SourcesOf(story string) []Source {
	seen := map[int32]bool{}
	var out []Source
	for _, e := range v.recent(story) {
		for i := range v.entries[e].sources {
			if set := v.sourceOf[v.sourceBase[e]+int32(i)]; set >= 0 && !seen[set] {
				seen[set] = true
				out = append(out, v.sourceOfSet(int(set), false))
			}
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return len(out[i].Mentions) > len(out[j].Mentions) })
	return out
}

func (v *View) sourceOfSet(set int, links bool) Source {
	out := Source{ID: v.sourceSetID(set)}
	for _, m := range v.sourceSets[set] {
		at := v.source[m]
		it := &v.entries[at.entry].sources[at.n]
		s := it.s
		out.Kind, out.Anonymous = s.Kind, s.Anonymous
		out.Name = longer(s.Name, out.Name)
		if out.Description == "" || !s.Anonymous {
			out.Description = longer(s.Description, out.Description)
		}
		out.Role, out.Affiliation = longer(s.Role, out.Role), longer(s.Affiliation, out.Affiliation)
		out.Count = max(out.Count, s.Count)
		if s.Anonymous && out.Outlet == "" {
			out.Outlet = it.exclusive
		}
		if len(s.Mentions) > 0 {
			out.Mentions = append(out.Mentions, v.ref(at.entry, s.Mentions[0].Span))
		}
		if links && v.sourceParent[m] >= 0 && len(out.Links) < most {
			out.Links = append(out.Links, v.sourceLink(v.sourceParent[m], m))
		}
	}
	if links {
		out.Possibly, out.Links = v.possibly(set, out.Links)
	}
	return out
}

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
	return Link{Verdict: verdict, Reason: why, Earlier: v.sourceRef(a), Later: v.sourceRef(b)}
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
		return Ref{Report: v.entries[at.entry].r.Article.ID}
	}
	return v.ref(at.entry, s.Mentions[0].Span)
}

// WhySource is the decision about two sources of two reports, whether they are linked or not.
func (v *View) WhySource(report1, source1, report2, source2 string) (Link, bool) {
	n1, ok1 := v.reportByID[report1]
	n2, ok2 := v.reportByID[report2]
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

func (v *View) sourceName(id string) string {
	set, ok := v.lookup('s', id)
	if !ok {
		return id
	}
	at := v.source[v.sourceSets[set][0]]
	return sourceLabel(&v.entries[at.entry].sources[at.n])
}
