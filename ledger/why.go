package ledger

import (
	"fmt"
	"sort"
	"strings"

	"sayso/article"
)

// Refused is what was held against one thing and is another: the likest few, and out of how many.
// Nothing of it is kept: a view finds it again among the texts of the thing's story and the reports
// most like its first, as linking found its candidates, so that what it costs does not grow with the ledger.
type Refused struct {
	Links []Link // the likest first; each names the other thing
	Of    int    // how many were near enough to be held against it
}

// maxRefused is how many refused candidates a person can read.
const maxRefused = 5

// A rival is another thing that one was held against, with the pair of items that are likest.
type rival struct {
	set  int32 // of the other thing
	a, b int32 // items: of the thing, of the other
	like float32
}

// rivals are the rivals of one thing, each once, with its likest pair.
type rivals struct {
	at  map[int32]int
	all []rival
}

func newRivals() *rivals { return &rivals{at: map[int32]int{}} }

// offer enters a pair; of two that are alike the first one stays.
func (r *rivals) offer(set, a, b int32, like float32) {
	k, ok := r.at[set]
	switch {
	case !ok:
		r.at[set] = len(r.all)
		r.all = append(r.all, rival{set, a, b, like})
	case like > r.all[k].like:
		r.all[k] = rival{set, a, b, like}
	}
}

// refused makes links of the likest rivals.
func (r *rivals) refused(link func(rival) Link) Refused {
	sort.Slice(r.all, func(i, j int) bool {
		return r.all[i].like > r.all[j].like || r.all[i].like == r.all[j].like && r.all[i].set < r.all[j].set
	})
	out := Refused{Of: len(r.all)}
	for _, x := range r.all[:min(maxRefused, len(r.all))] {
		out.Links = append(out.Links, link(x))
	}
	return out
}

// mostMembers is how many items of a thing are held against others on its page: its first ones.
const mostMembers = 12

// members are the items of a set whose texts are present ones, or all where none is.
func (v *View) members(items []item, set []int32) []int32 {
	var out []int32
	for _, m := range set {
		if v.current[items[m].entry] && len(out) < mostMembers {
			out = append(out, m)
		}
	}
	if len(out) == 0 {
		return set[:min(mostMembers, len(set))]
	}
	return out
}

// otherReports is how many reports outside a thing's story are looked through for what is near to it.
const otherReports = 8

// neighbours are the present texts in which things near to one of entry n are looked for: the latest of
// its story, and the likest reports of other stories.
func (v *View) neighbours(n int32) []int32 {
	var out []int32
	members := v.stories[v.storyOf[n]]
	for _, m := range members[max(0, len(members)-5*most):] {
		if v.current[m] {
			out = append(out, m)
		}
	}
	return append(out, v.nearestReports(n, otherReports)...)
}

// inOrder is two items in canonical order.
func (v *View) inOrder(items []item, a, b int32) (earlier, later int32) {
	if itemOrder(v.entries, items, b, a) {
		return b, a
	}
	return a, b
}

// onlyIn is up to n words of the spans that a has and b has not, the most telling first.
func onlyIn(a, b vector, text string, spans []article.Span, n int) []string {
	only := make(vector, 0, len(a))
	for _, f := range a {
		if !inVector(b, f.stem) {
			only = append(only, f)
		}
	}
	return commonOf(only, only, text, spans, n)
}

// apartWords says what words each of two contents has alone: "only the earlier has “hull”, only the later “lamps”".
func apartWords(earlier, later []string) string {
	switch {
	case len(earlier) > 0 && len(later) > 0:
		return fmt.Sprintf("only the earlier has %s, only the later %s", strings.Join(earlier, ", "), strings.Join(later, ", "))
	case len(earlier) > 0:
		return "only the earlier has " + strings.Join(earlier, ", ")
	case len(later) > 0:
		return "only the later has " + strings.Join(later, ", ")
	}
	return ""
}

// longAgo says that two things are farther apart than linking looks, or "".
func longAgo(ea, eb *entry, days float64) string {
	if d := daysApart(ea, eb); d > days {
		return fmt.Sprintf("%s apart, and nothing older than %.0f days is looked at", daysPhrase(d), days)
	}
	return ""
}
