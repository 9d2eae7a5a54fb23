package ledger

import (
	"slices"
	"sort"
	"strings"

	"sayso/article"
	"sayso/read"
	"sayso/resolve"
)

// A Claim is one statement's content across reports.
type Claim struct {
	ID       string   // "cl-…"
	Story    string   // story id
	Words    string   // as first reported
	First    string   // day of the first report that has it
	Sayings  []Saying // by publication
	Origins  Origins
	Links    []Link // why the sayings are one claim
	Reports  int
	Outlets  int
	Revised  []string    // reports whose present text no longer has it
	Negative bool        // says that something is not so
	Stance   read.Stance // what the first saying in a present text does with the words: asserts, denies, demands, asks …; "" for a report's own voice
	Cue      string      // its words for that: "denied", "called for"; "" for a report's own voice
}

// A Saying is one report's statement of a claim.
type Saying struct {
	Ref                     // the content
	More        []Ref       // further parts of the content
	Attribution string      // id in the reading, "" for the report's own voice
	Chain       []string    // source ids across reports, nearest to the reader first
	Stance      read.Stance // "" for the report's own voice
	Hedged      bool
	Day         string
	Outlet      string
	CopyOf      string // report whose wording it repeats, or ""
}

// Claims are all claims that are in a current text, by story and first report.
func (v *View) Claims() []Claim {
	out := make([]Claim, 0, len(v.claimSets))
	for i := range v.claimSets {
		if c := v.claimBrief(i); len(c.Sayings) > 0 {
			out = append(out, c)
		}
	}
	return out
}

// A story's page shows at most this many of its claims and events, and half as many copies: those of most outlets or
// mentions, or the latest. What a page costs does not grow with the story.
const most = 200

// ClaimsOf are the claims of a story, those of most outlets first, without their links.
func (v *View) ClaimsOf(story string) []Claim { return v.TopClaims(story, most) }

// TopClaims are the first n of [View.ClaimsOf]; following the origins of fewer costs less.
func (v *View) TopClaims(story string, n int) []Claim {
	var out []Claim
	sets := v.mainClaims(story)
	for _, i := range sets[:min(n, len(sets))] {
		if c := v.claimBrief(i); len(c.Sayings) > 0 {
			out = append(out, c)
		}
	}
	return out
}

// ClaimCount is how many claims the texts of a story have from which its page is told.
func (v *View) ClaimCount(story string) int { return len(v.claimSetsIn(story)) }

// ClaimBrief is the claim with that id without its links.
func (v *View) ClaimBrief(id string) (Claim, bool) {
	i, ok := v.lookup('c', id)
	if !ok {
		return Claim{}, false
	}
	return v.claimBrief(i), true
}

// Claim is the claim with that id.
func (v *View) Claim(id string) (Claim, bool) {
	i, ok := v.lookup('c', id)
	if !ok {
		return Claim{}, false
	}
	return v.claimOfSet(i), true
}

// recent is the latest texts of a story, five times as many as a page has lines of: what is told of a
// story is told from them, so that a page costs the same in a story of many years.
func (v *View) recent(story string) []int32 {
	n, ok := v.lookup('t', story)
	if !ok {
		return nil
	}
	return v.latest(int32(n))
}

func (v *View) latest(story int32) []int32 {
	members := v.stories[story]
	return members[max(0, len(members)-5*most):]
}

// claimSetsIn is the claims with a saying in the story, in canonical order.
func (v *View) claimSetsIn(story string) []int {
	var out []int
	for _, e := range v.recent(story) {
		for _, set := range v.claimsOfEntry(e) {
			if set >= 0 {
				out = append(out, int(set))
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// claimOfSet is a claim with the links that join it.
func (v *View) claimOfSet(set int) Claim {
	c := v.claimBrief(set)
	for _, m := range v.claimSets[set] {
		if p := v.claimParent[m]; p >= 0 && len(c.Links) < most {
			c.Links = append(c.Links, v.claimLink(p, m))
		}
	}
	return c
}

func (v *View) claimBrief(set int) Claim {
	members := v.claimSets[set]
	first := v.claim[members[0]]
	e := v.entries[first.entry]
	item := &e.claims[first.n]
	c := Claim{ID: v.claimID(set), Story: v.storyID(v.stories[v.storyOf[first.entry]][0]),
		Words: joinSpans(e.r.Article.Text, item.spans), First: dayString(e.day), Negative: item.mostlyDenied()}
	reports, outlets := map[string]bool{}, map[string]bool{}
	var gone []*entry
	for _, m := range members {
		at := v.claim[m]
		if !v.current[at.entry] {
			gone = append(gone, v.entries[at.entry])
			continue
		}
		if len(c.Sayings) == 0 {
			c.Stance, c.Cue = v.does(at)
		}
		c.Sayings = append(c.Sayings, v.saying(at))
		reports[v.entries[at.entry].key], outlets[v.entries[at.entry].outlet] = true, true
	}
	for _, e := range gone {
		if !reports[e.key] {
			c.Revised = append(c.Revised, e.r.Article.ID)
		}
	}
	c.Reports, c.Outlets = len(reports), len(outlets)
	c.Origins = v.origins(set)
	return c
}

func joinSpans(text string, spans []article.Span) string {
	if len(spans) == 1 {
		return spans[0].Text(text)
	}
	var parts []string
	for _, s := range spans {
		parts = append(parts, s.Text(text))
	}
	return strings.Join(parts, " … ")
}

func (v *View) saying(at item) Saying {
	e := v.entries[at.entry]
	it := &e.claims[at.n]
	s := Saying{Ref: v.ref(at.entry, it.spans[0]), Day: dayString(e.day), Outlet: e.r.Article.Outlet}
	for _, sp := range it.spans[1:] {
		s.More = append(s.More, v.ref(at.entry, sp))
	}
	if it.att >= 0 {
		a := &e.r.Attributions[it.att]
		s.Attribution, s.Stance, s.Hedged = a.ID, a.Stance, a.Hedged
		for _, id := range a.Chain {
			if k := sourcePlace(e.r, id); k >= 0 {
				s.Chain = append(s.Chain, v.sourceIDAt(at.entry, k))
			}
		}
	}
	if root := v.copyRoots[at.entry]; root != at.entry {
		s.CopyOf = v.entries[root].r.Article.ID
	}
	return s
}

// Unsettled is the stance of words that leave their content open: "it was not clear whether the gate was shut".
const Unsettled read.Stance = "leaves open"

// does is what a saying does with its words, and its cue. What ends in a question mark is asked, whatever the cue.
func (v *View) does(at item) (read.Stance, string) {
	e := v.entries[at.entry]
	it := &e.claims[at.n]
	if it.att < 0 {
		return "", ""
	}
	a := &e.r.Attributions[it.att]
	stance := a.Stance
	if last := it.spans[len(it.spans)-1].Text(e.r.Article.Text); strings.HasSuffix(strings.TrimRight(last, "\"'”’ ,"), "?") {
		stance = read.Asks
	}
	switch {
	case it.unsettled:
		stance = Unsettled
	case pleads(e.r.Article.Text, a):
		stance = read.Asserts
	}
	return stance, joinSpans(e.r.Article.Text, a.Cue)
}

func sourcePlace(r *resolve.Reading, id string) int32 {
	for i := range r.Sources {
		if r.Sources[i].ID == id {
			return int32(i)
		}
	}
	return -1
}

// commonOf is up to n words that both vectors have, as written in the spans of text.
func commonOf(a, b vector, text string, spans []article.Span, n int) []string {
	weight := map[uint32]float32{}
	for _, f := range a {
		weight[f.stem] = f.weight
	}
	for _, f := range b {
		weight[f.stem] *= f.weight
	}
	type written struct {
		w string
		k float32
	}
	var out []written
	for _, s := range spans {
		for _, w := range words(s.Text(text)) {
			if k := weight[w.stem]; k > 0 && inVector(a, w.stem) {
				out = append(out, written{w.Text(s.Text(text)), k})
				weight[w.stem] = 0
			}
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].k > out[j].k })
	var names []string
	for _, w := range out[:min(n, len(out))] {
		names = append(names, "“"+w.w+"”")
	}
	return names
}

func inVector(v vector, stem uint32) bool {
	i := sort.Search(len(v), func(i int) bool { return v[i].stem >= stem })
	return i < len(v) && v[i].stem == stem
}

func spansHold(spans []article.Span, at int) bool {
	for _, s := range spans {
		if s.Start <= at && at < s.End {
			return true
		}
	}
	return false
}
