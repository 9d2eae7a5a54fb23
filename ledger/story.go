package ledger

import (
	"fmt"
	"sort"
	"strings"
)

// A Story is the reports of one matter.
type Story struct {
	ID      string   // "st-…", from its first report; it stays while that report is the first
	Title   string   // headline of its first report, or that report's first words
	First   string   // day of the first report, "" where unknown
	Last    string   // day of the last
	Reports []string // report ids by publication
	Outlets int
}

// Stories are all stories, the latest first.
func (v *View) Stories() []Story {
	out := make([]Story, 0, len(v.stories))
	for _, members := range v.stories {
		out = append(out, v.story(members))
	}
	sort.SliceStable(out, func(i, j int) bool {
		return out[i].Last > out[j].Last || out[i].Last == out[j].Last && out[i].ID < out[j].ID
	})
	return out
}

// Story is the story with that id.
func (v *View) Story(id string) (Story, bool) {
	n, ok := v.lookup('t', id)
	if !ok {
		return Story{}, false
	}
	return v.story(v.stories[n]), true
}

// StoryOf is the id of the story that a report belongs to, or "".
func (v *View) StoryOf(report string) string {
	n, ok := v.reportByID[report]
	if !ok {
		return ""
	}
	return v.storyID(v.stories[v.storyOf[n]][0])
}

func (v *View) story(members []int32) Story {
	first, last := v.entries[members[0]], v.entries[members[len(members)-1]]
	s := Story{ID: v.storyID(members[0]), Title: headline(first), First: dayString(first.day), Last: dayString(last.day)}
	outlets := map[string]bool{}
	for _, m := range members {
		if v.current[m] {
			s.Reports = append(s.Reports, v.entries[m].r.Article.ID)
			outlets[v.entries[m].outlet] = true
		}
	}
	s.Outlets = len(outlets)
	return s
}

func (v *View) storyID(first int32) string { return idString(identifier('t', v.entries[first], 0)) }

// headline is the report's title, or its first words.
func headline(e *entry) string {
	if t := e.r.Article.Title; t != "" {
		return t
	}
	text := strings.TrimSpace(e.r.Article.Text)
	if i := strings.IndexByte(text, '\n'); i > 0 {
		text = text[:i]
	}
	return clip(text, 90)
}

// WhyStory is the links by which a report belongs to its story (two where the report made one of two stories), and the
// closest links refused.
func (v *View) WhyStory(report string) (links, refused []Link) {
	n, ok := v.reportByID[report]
	if !ok {
		return nil, nil
	}
	links = v.StoryLinks(report)
	for _, c := range v.nearestReports(n, 4) {
		if c != v.storyParent[n] && v.storyOf[c] != v.storyOf[n] {
			refused = append(refused, v.storyLink(c, n, Distinct))
		}
	}
	return links, refused
}

// StoryLinks is the links of [View.WhyStory] alone, which cost less.
func (v *View) StoryLinks(report string) []Link {
	n, ok := v.reportByID[report]
	if !ok {
		return nil
	}
	var links []Link
	if p := v.storyParent[n]; p >= 0 {
		links = append(links, v.storyLink(p, n, Same))
	}
	if b, ok := v.bridges[n]; ok {
		links = append(links, v.storyLink(b, n, Same))
	}
	return links
}

func (v *View) storyLink(a, b int32, verdict Verdict) Link {
	x, y := v.entries[a], v.entries[b]
	link := Link{Verdict: verdict, Earlier: v.start(a), Later: v.start(b)}
	common := commonWords(x, y, 8)
	days := daysApart(x, y)
	switch {
	case x.key == y.key:
		link.Reason = "another text of the same report"
	case verdict == Same && len(common) == 0:
		link.Reason = fmt.Sprintf("both speak of the same country, %s apart", daysPhrase(days))
	case verdict == Same:
		link.Reason = fmt.Sprintf("both speak of %s, %s apart", strings.Join(common, ", "), daysPhrase(days))
	case len(common) == 0:
		link.Reason = "no telling word in common"
	default:
		link.Reason = fmt.Sprintf("only %s in common, %s apart", strings.Join(common, ", "), daysPhrase(days))
	}
	return link
}

func daysPhrase(days float64) string {
	switch n := int(days + .5); n {
	case 0:
		return "less than a day"
	case 1:
		return "a day"
	default:
		return fmt.Sprintf("%d days", n)
	}
}

// commonWords is up to n words that both reports have, the most telling first, as the later writes them.
func commonWords(a, b *entry, n int) []string {
	written := map[uint32]string{}
	ws := append(words(b.r.Article.Title), words(b.r.Article.Text)...)
	texts := [2]string{b.r.Article.Title, b.r.Article.Text}
	title := len(words(b.r.Article.Title))
	for i, w := range ws {
		text := texts[0]
		if i >= title {
			text = texts[1]
		}
		if _, ok := written[w.stem]; !ok {
			written[w.stem] = w.Text(text)
		}
	}
	type shared struct {
		stem   uint32
		weight float32
	}
	var all []shared
	for i, j := 0, 0; i < len(a.vec) && j < len(b.vec); {
		switch {
		case a.vec[i].stem == b.vec[j].stem:
			all = append(all, shared{a.vec[i].stem, a.vec[i].weight * b.vec[j].weight})
			i++
			j++
		case a.vec[i].stem < b.vec[j].stem:
			i++
		default:
			j++
		}
	}
	sort.Slice(all, func(i, j int) bool {
		return all[i].weight > all[j].weight || all[i].weight == all[j].weight && all[i].stem < all[j].stem
	})
	var out []string
	for _, s := range all[:min(n, len(all))] {
		out = append(out, "“"+written[s.stem]+"”")
	}
	return out
}

// nearestReports is the reports before n that are most like it, of the last few thousand.
func (v *View) nearestReports(n int32, count int) []int32 {
	const lookBack = 4000
	i := sort.Search(len(v.order), func(i int) bool { return !v.entries[v.order[i]].before(v.entries[n]) })
	type likeness struct {
		n int32
		s float32
	}
	var all []likeness
	for _, o := range v.order[max(0, i-lookBack):i] {
		if s := dot(v.entries[o].vec, v.entries[n].vec); s > .05 && v.current[o] {
			all = append(all, likeness{o, s})
		}
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].s > all[j].s })
	var out []int32
	for _, a := range all[:min(count, len(all))] {
		out = append(out, a.n)
	}
	return out
}
