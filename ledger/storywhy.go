package ledger

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"sayso/article"
)

// WhyStory is the links by which a report belongs to its story (two where the report made one of two stories), and the
// stories nearest to it that are others.
func (v *View) WhyStory(report string) (links []Link, refused Refused) {
	n, ok := v.reportByID(report)
	if !ok {
		return nil, Refused{}
	}
	return v.StoryLinks(report), v.otherStories([]int32{n})
}

// RefusedStories are the stories nearest to the one with that id that are others, held against its first
// report and its latest ones.
func (v *View) RefusedStories(id string) Refused {
	n, ok := v.lookup('t', id)
	if !ok {
		return Refused{}
	}
	members := v.stories[n]
	some := members[max(0, len(members)-4):]
	if some[0] != members[0] {
		some = append([]int32{members[0]}, some...)
	}
	return v.otherStories(some)
}

func (v *View) otherStories(members []int32) Refused {
	r := newRivals()
	for _, n := range members {
		for _, c := range v.nearestReports(n, otherReports) {
			r.offer(v.storyOf[c], n, c, dot(v.entries[c].vec, v.entries[n].vec))
		}
	}
	return r.refused(func(x rival) Link {
		a, b := x.a, x.b
		if v.entries[b].before(v.entries[a]) {
			a, b = b, a
		}
		link := v.storyLink(a, b, Distinct)
		link.Other = v.storyID(v.stories[x.set][0])
		return link
	})
}

// StoryLinks is the links of [View.WhyStory] alone, which cost less.
func (v *View) StoryLinks(report string) []Link {
	n, ok := v.reportByID(report)
	if !ok {
		return nil
	}
	var links []Link
	for far := 0; v.copied[n].relation == RevisionOf && far < maxChain; far++ {
		n = v.copied[n].of - 1 // a report is of its story by its first text
	}
	if c := v.copied[n]; c.relation.collapses() && c.relation != RevisionOf {
		link := v.storyLink(c.of-1, n, Same)
		link.Reason = fmt.Sprintf("%s of %s’s report", c.relation, label(v.entries[c.of-1]))
		links = append(links, link)
	}
	if p := v.storyParent[n]; p >= 0 {
		links = append(links, v.storyLink(p, n, Same))
	}
	if b, ok := v.bridges[n]; ok {
		links = append(links, v.storyLink(b, n, Same))
	}
	return links
}

// storyLink is why two reports are of one story, or of two.
func (v *View) storyLink(a, b int32, verdict Verdict) Link {
	x, y := v.entries[a], v.entries[b]
	link := Link{Verdict: verdict, Earlier: v.start(a), Later: v.start(b)}
	common, days := strings.Join(commonWords(x, y, 8), ", "), daysPhrase(daysApart(x, y))
	switch {
	case x.key == y.key:
		link.Reason = "another text of the same report"
	case verdict == Same && common == "":
		link.Reason = fmt.Sprintf("both speak of the same country, %s apart", days)
	case verdict == Same:
		link.Reason = fmt.Sprintf("both speak of %s, %s apart", common, days)
	default:
		link.Reason = v.whyTwoStories(a, b, strings.Join(commonWords(x, y, 5), ", "), days)
	}
	return link
}

// whyTwoStories is why two reports are of two stories.
func (v *View) whyTwoStories(a, b int32, common, days string) string {
	x, y := v.entries[a], v.entries[b]
	why := "no telling word in common"
	if common != "" {
		why = fmt.Sprintf("only %s in common, %s apart", common, days)
	}
	if alone := apartWords(ownWords(x, y, 4), ownWords(y, x, 4)); alone != "" {
		why += "; " + alone
	}
	if len(v.stories[v.storyOf[a]]) > 1 || len(v.stories[v.storyOf[b]]) > 1 {
		why += "; the other reports of their stories are no nearer"
	}
	return why
}

// ownWords is up to n words of a's heaviest that b does not have, as a writes them.
func ownWords(a, b *entry, n int) []string {
	text := a.r.Article.Title + "\n" + a.r.Article.Text
	heavy := make(vector, 0, matterCount)
	for _, f := range a.vec {
		if slices.Contains(a.matter, f.stem) {
			heavy = append(heavy, f)
		}
	}
	return onlyIn(heavy, b.vec, text, []article.Span{{Start: 0, End: len(text)}}, n)
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
		if _, ok := written[w.stem]; !ok && !w.digit {
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
		case a.vec[i].stem == b.vec[j].stem && written[a.vec[i].stem] == "":
			i++
			j++
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

// lookAround is how many reports published before and after one are looked through for what is near to it.
const lookAround = 2000

// around are the present texts published before and after n.
func (v *View) around(n int32) []int32 {
	at := sort.Search(len(v.order), func(i int) bool { return !v.entries[v.order[i]].before(v.entries[n]) })
	out := make([]int32, 0, 2*lookAround)
	for _, o := range v.order[max(0, at-lookAround):min(len(v.order), at+lookAround)] {
		if v.current[o] {
			out = append(out, o)
		}
	}
	return out
}

// nearestReports is the reports of other stories that are most like n, of those that it was held against.
func (v *View) nearestReports(n int32, count int) []int32 {
	type likeness struct {
		n int32
		s float32
	}
	var all []likeness
	vec := newStemSieve(v.entries[n].vec)
	for _, o := range v.around(n) {
		if v.storyOf[o] == v.storyOf[n] || daysApart(v.entries[o], v.entries[n]) > storyDays {
			continue
		}
		if s := vec.dot(v.entries[o].vec); s > storyFaint {
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
