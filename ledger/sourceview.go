package ledger

import (
	"cmp"
	"iter"
	"math"
	"slices"
	"strings"

	"sayso/article"
	"sayso/resolve"
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
	return v.SourceAt(Ref{Report: report}, source)
}

// SourceAt is the source across reports of a source of the text that words stand in: an earlier text of a report may number its own otherwise.
func (v *View) SourceAt(words Ref, source string) string {
	n, ok := v.reportByID(words.Report)
	if !ok {
		return ""
	}
	if words.In != nil && v.entries[n].r != words.In {
		for _, older := range v.texts[v.entries[n].key] {
			if v.entries[older].r == words.In {
				n = older
			}
		}
	}
	if k := sourcePlace(v.entries[n].r, source); k >= 0 {
		return v.sourceIDAt(n, k)
	}
	return ""
}

// SourcesOf are the sources of a story, those of most reports first.
func (v *View) SourcesOf(story string) []Source { return v.TopSources(story, math.MaxInt, math.MaxInt) }

// SourceTotal is how many sources the texts of a story have from which its page is told.
func (v *View) SourceTotal(story string) int {
	seen := map[int32]bool{}
	for _, e := range v.recent(story) {
		for i := range v.entries[e].sources {
			if set := v.sourceOf[v.sourceBase[e]+int32(i)]; set >= 0 {
				seen[set] = true
			}
		}
	}
	return len(seen)
}

// TopSources are the first n of [View.SourcesOf], with so many of their mentions at most.
func (v *View) TopSources(story string, n, mentions int) []Source {
	seen := map[int32]bool{}
	type ranked struct{ set, mentions int }
	var sets []ranked
	for _, e := range v.recent(story) {
		for i := range v.entries[e].sources {
			if set := v.sourceOf[v.sourceBase[e]+int32(i)]; set >= 0 && !seen[set] {
				seen[set] = true
				count := 0
				for range v.mentions(int(set)) {
					count++
				}
				sets = append(sets, ranked{int(set), count})
			}
		}
	}
	slices.SortStableFunc(sets, func(a, b ranked) int { return b.mentions - a.mentions })
	var out []Source
	for _, r := range sets[:min(n, len(sets))] {
		s := v.namedSource(r.set)
		v.describe(&s, r.set, mentions)
		out = append(out, s)
	}
	return out
}

// mentions yields the entries that have a source, each with its first words for it: in a report's present text, else in those that
// have it.
func (v *View) mentions(set int) iter.Seq2[int32, article.Span] {
	return func(yield func(int32, article.Span) bool) {
		members := v.sourceSets[set]
		present := v.presentIn(v.source, members)
		for _, m := range members {
			n := v.source[m].entry
			s := v.sourceItem(m).s
			if len(s.Mentions) > 0 && (v.current[n] || !present[v.entries[n].key]) && !yield(n, s.Mentions[0].Span) {
				return
			}
		}
	}
}

// SourceIn yields the source with that id as each report's present text has it, by publication: the report's id, and the source's in it.
func (v *View) SourceIn(id string) iter.Seq2[string, string] {
	return func(yield func(report, local string) bool) {
		set, ok := v.lookup('s', id)
		if !ok {
			return
		}
		for _, m := range v.sourceSets[set] {
			if n := v.source[m].entry; v.current[n] && !yield(v.entries[n].r.Article.ID, v.sourceItem(m).s.ID) {
				return
			}
		}
	}
}

// SourceName is the source with that id with no more than what names it, and its first mention.
func (v *View) SourceName(id string) (Source, bool) {
	set, ok := v.lookup('s', id)
	if !ok {
		return Source{}, false
	}
	out := v.namedSource(set)
	for n, span := range v.mentions(set) {
		out.Mentions = []Ref{v.ref(n, span)}
		break
	}
	return out, true
}

// namedSource is a source with what names it: its best name, and for an unnamed one the outlet that cites it.
func (v *View) namedSource(set int) Source {
	best := v.bestNamed(v.sourceSets[set])
	s := best.s
	out := Source{ID: v.sourceSetID(set), Kind: s.Kind, Anonymous: s.Anonymous, Name: best.called, Description: best.phrase}
	for _, m := range v.sourceSets[set] {
		if !out.Anonymous || out.Outlet != "" {
			break
		}
		out.Outlet = v.sourceItem(m).exclusive
	}
	return out
}

func (v *View) sourceOfSet(set int, links bool) Source {
	out := v.namedSource(set)
	v.describe(&out, set, math.MaxInt)
	if links {
		for _, m := range v.sourceSets[set] {
			out.Links = v.linksOf(m, out.Links)
		}
		out.Possibly, out.Links = v.possibly(set, out.Links)
	}
	return out
}

// describe adds what the reports say of a source, and so many of its mentions.
func (v *View) describe(out *Source, set, mentions int) {
	stories, old, last := map[int32]bool{}, map[string]bool{}, int32(-1)
	for n, span := range v.mentions(set) {
		if len(out.Mentions) < mentions {
			out.Mentions = append(out.Mentions, v.ref(n, span))
		}
		if story := v.storyOf[n]; !stories[story] {
			stories[story] = true
			out.Stories = append(out.Stories, v.storyID(v.stories[story][0]))
		}
		if n == last {
			continue
		}
		if v.current[n] { // a report has one present text
			last = n
			out.Reports++
		} else if id := v.entries[n].r.Article.ID; !old[id] {
			last, old[id] = n, true
			out.Reports++
		}
	}
	roles, affiliations := map[string]int{}, map[string]int{}
	for _, m := range v.sourceSets[set] {
		s := v.sourceItem(m).s
		roles[s.Role]++
		affiliations[s.Affiliation]++
		out.Count = max(out.Count, s.Count)
	}
	out.Role, out.Affiliation = mostSaid(roles), mostSaid(affiliations)
}

// mostSaid is what most reports say that say anything, the longest of those; who says "minister" also speaks for "prime minister".
func mostSaid(counts map[string]int) string {
	best, most := "", 0
	for s, n := range counts {
		for part, k := range counts {
			if len(counts) <= 40 && part != "" && part != s && strings.HasSuffix(s, " "+part) && len(s) < 60 {
				n += k
			}
		}
		if strings.Contains(s, ", ") {
			n -= 1000 // a clause only where there is nothing else
		}
		if s != "" && (best == "" || n > most || n == most && (len(s) > len(best) || len(s) == len(best) && s < best)) {
			best, most = s, n
		}
	}
	return best
}

// presentIn are the reports whose present text has an item of a set, by their keys: what their earlier texts have of it
// is said once.
func (v *View) presentIn(items []item, set []int32) map[string]bool {
	if !slices.ContainsFunc(set, func(m int32) bool { return !v.current[items[m].entry] }) {
		return nil // nobody will ask
	}
	out := map[string]bool{}
	for _, m := range set {
		if n := items[m].entry; v.current[n] {
			out[v.entries[n].key] = true
		}
	}
	return out
}

// linksOf adds to links why mention m is of its source.
func (v *View) linksOf(m int32, links []Link) []Link {
	if len(links) == most {
		return links
	}
	if j, ok := v.joined[m]; ok {
		links = append(links, Link{Verdict: Same, Reason: j.why, Earlier: v.sourceRef(j.with), Later: v.sourceRef(m)})
	}
	if p := v.sourceParent[m]; p >= 0 && len(links) < most && (v.linked[m].verdict == Same || v.sourceOf[p] != v.sourceOf[m]) {
		links = append(links, v.sourceLink(p, m))
	}
	return links
}

// A calling is a name under which reports have a source.
type calling struct {
	item  *sourceItem // the first that has it
	n     int         // how many have it
	grade int
}

// bestNamed is the mention whose name stands for the set: one with a name, in full and without a clause; of these
// the most frequent, then the shortest, then the first.
func (v *View) bestNamed(set []int32) *sourceItem {
	var all []calling
	at := map[string]int{}
	for _, m := range set {
		it := v.sourceItem(m)
		name := cmp.Or(it.called, it.phrase)
		i, ok := at[name]
		if !ok {
			i = len(all)
			at[name] = i
			all = append(all, calling{item: it, grade: it.grade})
		}
		all[i].n++
		all[i].grade = max(all[i].grade, it.grade)
	}
	return slices.MinFunc(all, func(a, b calling) int {
		return cmp.Or(b.grade-a.grade, b.n-a.n, boolOrder(a.item.s.Name == "", b.item.s.Name == ""), len(a.item.called)-len(b.item.called))
	}).item
}

// boolOrder has false before true.
func boolOrder(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// gradeOf is how well a mention names its source.
func (s *sourceItem) gradeOf() int {
	switch {
	case s.s.Name == "" && s.s.Anonymous:
		return 0
	case s.s.Name == "" && s.isBody() && s.body.common && s.body.owner != "":
		return 4 // "Norland's health ministry" is a name
	case s.s.Name == "":
		return 1
	case s.s.Kind == resolve.Person:
		return 2 + min(1, len(s.person.given))
	case s.body.common && s.body.owner == "" && strings.Count(s.body.name, " ") < 3:
		return 2
	case isLetters(s.s.Name) && (s.body.letters != "" || s.s.Kind != resolve.Outlet): // another report has the name
		return 3
	case s.s.Kind == resolve.Outlet:
		return 5
	}
	return 4
}

// calledBy is the name of a source; a body of many of its name with whose it is, as the report says it: "Norland's
// Health Ministry".
func (s *sourceItem) calledBy() string {
	name := s.s.Name
	if d := plainPhrase(s.s.Description); name != "" && s.isBody() && s.body.common && s.body.owner != "" && strings.Contains(d, name) && len(d) <= len(name)+30 {
		name = d
	}
	for _, article := range []string{"The ", "the "} {
		if rest, ok := strings.CutPrefix(name, article); ok {
			return rest
		}
	}
	return name
}

// spoken is how reasons name the source.
func (s *sourceItem) spoken() string {
	if name := s.called; name != "" {
		return name
	}
	return plainPhrase(s.label)
}

// plainPhrase is a description without the clause after it.
func plainPhrase(s string) string {
	if p := mainPhrase(s); p != "" {
		return p
	}
	return s
}

func (v *View) sourceName(id string) string {
	set, ok := v.lookup('s', id)
	if !ok {
		return id
	}
	return v.nameOfSet(int32(set))
}

// nameOfSet is what a source across reports is called.
func (v *View) nameOfSet(set int32) string {
	return v.bestNamed(v.sourceSets[set]).spoken()
}
