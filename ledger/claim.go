package ledger

import (
	"fmt"
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
	Revised  []string // reports whose present text no longer has it
	Negative bool     // says that something is not so
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

// claimItem is a statement of one report as links are decided by.
type claimItem struct {
	att      int32          // index of the attribution, or -1 for the report's own voice
	spans    []article.Span // content
	vec      vector
	negative bool
	status   resolve.Status // of the events told, where they agree and it is settled, or ""
	source   int32          // index of the source at the end of its chain, or -1
	figures  []int32        // indexes of the reading's figures inside
	told     []uint32       // stems of the triggers of the events told
	cites    []string       // outlets that it is cited through, folded
}

// claims makes one item of every attribution, and of every sentence in the report's own voice that
// tells an event or a figure.
func (x *extractor) claims() {
	r := x.e.r
	var taken []article.Span
	for i, a := range r.Attributions {
		if a.Stance == read.Declines || a.Stance == read.Asks {
			continue
		}
		x.claim(int32(i), a.Content, a.Stance == read.Denies)
		for _, c := range a.Content {
			taken = append(taken, c)
		}
	}
	for _, n := range r.NonStatements {
		taken = append(taken, n.Span)
	}
	for _, s := range x.ownSentences(taken) {
		x.claim(-1, []article.Span{s}, false)
	}
}

// ownSentences is the sentences with an event or figure that nobody is cited for, outside the
// passages taken, in text order.
func (x *extractor) ownSentences(taken []article.Span) []article.Span {
	var anchors []article.Span
	for _, ev := range x.e.r.Events {
		if ev.Attribution == "" && !ev.Background {
			anchors = append(anchors, ev.Trigger)
		}
	}
	for _, f := range x.e.r.Figures {
		if f.Attribution == "" {
			anchors = append(anchors, f.Span)
		}
	}
	sort.Slice(anchors, func(i, j int) bool { return anchors[i].Start < anchors[j].Start })
	sort.Slice(taken, func(i, j int) bool { return taken[i].Start < taken[j].Start })
	var out []article.Span
	end, next := -1, 0
	for _, an := range anchors {
		if an.Start < end {
			continue
		}
		s := sentenceAround(x.a.Text, an)
		for next < len(taken) && taken[next].End <= s.Start {
			next++
		}
		if next < len(taken) && taken[next].Overlaps(s) {
			continue
		}
		end = s.End
		if t := s.Text(x.a.Text); !strings.HasPrefix(t, "(") || !strings.HasSuffix(t, ")") { // "(Rappler)" credits, and tells nothing
			out = append(out, s)
		}
	}
	return out
}

// maxSentence bounds the search for a sentence's ends, in bytes.
const maxSentence = 1200

// sentenceAround is the sentence that holds s, by its stops.
func sentenceAround(text string, s article.Span) article.Span {
	start, end := s.Start, s.End
	for start > 0 && s.Start-start < maxSentence && !stopsBefore(text, start) {
		start--
	}
	for end < len(text) && end-s.End < maxSentence {
		if text[end] == '\n' || end > 0 && stopsBefore(text, end) {
			break
		}
		end++
	}
	for start < s.Start && (text[start] == ' ' || text[start]&0xC0 == 0x80) {
		start++
	}
	for end > s.End && end < len(text) && text[end]&0xC0 == 0x80 {
		end--
	}
	for end > s.End && text[end-1] == ' ' {
		end--
	}
	return article.Span{Start: start, End: end}
}

// stopsBefore reports whether a sentence ends right before the space or line at i.
func stopsBefore(text string, i int) bool {
	if text[i-1] == '\n' {
		return true
	}
	if i >= len(text) || text[i] != ' ' || i+1 >= len(text) {
		return false
	}
	j := i - 1
	for j > 0 && (text[j] == '"' || text[j] == '\'' || text[j] == ')') {
		j--
	}
	if text[j] != '.' && text[j] != '!' && text[j] != '?' {
		return false
	}
	k := strings.LastIndexAny(text[max(0, j-12):j], " .\n(") + 1 + max(0, j-12)
	next := text[i+1]
	return !abbreviation[strings.ToLower(text[k:j])] && j-k > 1 && !(next >= 'a' && next <= 'z')
}

var abbreviation = setOf("mr mrs ms dr st gen col lt sgt sen rep gov prof jr sr inc ltd co vs no jan feb mar apr aug sept oct nov dec capt maj adm")

func (x *extractor) claim(att int32, spans []article.Span, denies bool) {
	var ws []word
	for _, s := range spans {
		ws = append(ws, x.within(s)...)
	}
	if telling(ws) < 2 {
		return // "the matter" is no claim
	}
	c := claimItem{att: att, spans: spans, vec: vectorOf(ws, 1).less(x.e.vec.strongest(matterStems)), negative: denies != negated(ws)}
	c.status, c.source = x.status(spans, ws), -1
	if att >= 0 {
		c.source = x.sourceIndex(x.e.r.Attributions[att].Chain)
		for _, id := range x.e.r.Attributions[att].Chain {
			if s := sourceByID(x.e.r, id); s != nil && s.Name != "" {
				c.cites = append(c.cites, outletName(s.Name))
			}
		}
		switch x.e.r.Attributions[att].Stance { // what is demanded is not told to be so
		case read.Demands:
			c.status = resolve.Ordered
		case read.Promises:
			c.status = resolve.Planned
		case read.Threatens:
			c.status = resolve.Threatened
		}
	}
	for _, ev := range x.e.r.Events {
		if spansHold(spans, ev.Trigger.Start) {
			for _, w := range x.within(ev.Trigger) {
				c.told = append(c.told, w.stem)
			}
		}
	}
	for i, f := range x.e.r.Figures {
		for _, s := range spans {
			if s.Contains(f.Span) {
				c.figures = append(c.figures, int32(i))
				break
			}
		}
	}
	x.e.claims = append(x.e.claims, c)
}

// telling is how many of ws say something.
func telling(ws []word) int {
	n := 0
	for _, w := range ws {
		if !stopStems[w.stem] {
			n++
		}
	}
	return n
}

// status is that of the first salient event told in spans, or where that one is ongoing or unknown,
// as noun phrases after "ordered" can be, what a word of ws says of it; "" where nothing does.
func (x *extractor) status(spans []article.Span, ws []word) resolve.Status {
	for _, ev := range x.e.r.Events {
		if ev.Salient && spansHold(spans, ev.Trigger.Start) {
			if ev.Status != resolve.Ongoing && ev.Status != resolve.Unknown {
				return ev.Status
			}
			break
		}
	}
	for _, w := range ws {
		if st, ok := statusWords[w.stem]; ok {
			return st
		}
	}
	return ""
}

// statusWords are the commonest words that say how a coming thing stands, by stem.
var statusWords = func() map[uint32]resolve.Status {
	m := map[uint32]resolve.Status{}
	for word, st := range map[string]resolve.Status{"ordered": resolve.Ordered, "authorised": resolve.Authorised, "authorized": resolve.Authorised, "considering": resolve.Considered,
		"weighing": resolve.Considered, "mulling": resolve.Considered, "planning": resolve.Planned, "threatened": resolve.Threatened, "proposed": resolve.Proposed} {
		m[hash32(stem([]byte(word)))] = st
	}
	return m
}()

// otherStatus reports whether the claims tell events of different statuses: that a thing is considered
// and that it is ordered are two claims.
func otherStatus(a, b *claimItem) bool {
	return a.status != "" && b.status != "" && a.status != b.status
}

// open reports whether an event of that status has not happened as far as the report tells.
func open(s resolve.Status) bool {
	switch s {
	case resolve.Ordered, resolve.Authorised, resolve.Planned, resolve.Considered, resolve.Proposed, resolve.Threatened, resolve.Predicted, resolve.Possible:
		return true
	}
	return false
}

var negations = func() map[uint32]bool {
	m := map[uint32]bool{}
	for _, w := range strings.Fields("not no never none neither nor cannot cant dont didnt doesnt wasnt werent isnt arent wont hasnt havent hadnt false untrue deny denied denies") {
		m[hash32([]byte(w))] = true
	}
	return m
}()

// negated reports whether an odd number of negations stands in ws.
func negated(ws []word) bool {
	odd := false
	for _, w := range ws {
		if negations[w.hash] {
			odd = !odd
		}
	}
	return odd
}

func (l *Ledger) claimBefore(a, b int32) bool { return a != b && l.itemBefore(l.claim, a, b) }

func (l *Ledger) claimAt(i int32) (*entry, *claimItem) {
	it := l.claim[i]
	return l.entries[it.entry], &l.entries[it.entry].claims[it.n]
}

// claimKeys are the pairs of a claim's heaviest stems: one stem alone is in too many claims.
func (l *Ledger) claimKeys(i int32) []uint32 {
	e, c := l.claimAt(i)
	top := c.vec.strongest(4)
	var keys []uint32
	for i := range top {
		for j := range i {
			keys = append(keys, joinHash(23, []uint32{min(top[i], top[j]), max(top[i], top[j])}))
		}
	}
	for _, t := range e.vec.strongest(1) {
		for _, s := range top {
			keys = append(keys, joinHash(29, []uint32{s, t}))
		}
	}
	return keys
}

// claimAlike was set on reworded Wikinews sentences and on the current-events items before and after edits.
const claimAlike = .50 // the cosine from which two contents are one

// claimRoot is the cosine that a content must have with the first one of its claim: what is said step
// by step otherwise is not one claim from end to end.
const claimRoot = .35

// matterStems is how many of the heaviest stems of a report tell its claims apart the least: all of
// it speaks of them.
const matterStems = 6

func (l *Ledger) claimLike(earlier, later int32) float32 {
	ea, a := l.claimAt(earlier)
	eb, b := l.claimAt(later)
	if a.negative != b.negative || otherStatus(a, b) {
		return 0
	}
	s := claimCosine(a, b)
	least := claimLeast(ea, a, eb, b, s)
	if least == claimAlike && s < claimOther && otherEvents(a, b) {
		return 0
	}
	if s < least || len(figuresApart(ea, a, eb, b)) > 0 {
		return 0
	}
	return s
}

// claimOther is the cosine from which contents that tell other events are one claim still.
const claimOther = .70

// otherEvents reports whether both contents tell events and none of the one can be one of the other:
// "40 tonnes had been stored under licence" and "inspectors found more than twice the licensed amount"
// speak of one store, and say different things.
func otherEvents(a, b *claimItem) bool {
	if len(a.told) == 0 || len(b.told) == 0 {
		return false
	}
	sense, known := senses(), loadedPair().pairs
	for _, x := range a.told {
		if inVector(b.vec, x) {
			return false
		}
		for _, y := range b.told {
			if k := pairKey(x, y); x == y || sense[k] > 0 || known[k] >= .3 || inVector(a.vec, y) {
				return false
			}
		}
	}
	return true
}

// claimCosine is the cosine of two contents, words that can stand for one event counting in part.
func claimCosine(a, b *claimItem) float32 {
	s := dot(a.vec, b.vec)
	if s < claimExclusive-.1 || s >= claimAlike {
		return s
	}
	return s + kinWeight*kinDot(a.vec, b.vec)
}

// kinWeight is how much of a word's weight another word for the same event has.
const kinWeight = .7

// kinDot is the part of a cosine that words of different stems for one event would have.
func kinDot(a, b vector) float32 {
	sense, known := senses(), loadedPair().pairs
	var sum float32
	for _, x := range a {
		if inVector(b, x.stem) {
			continue
		}
		for _, y := range b {
			k := pairKey(x.stem, y.stem)
			if (sense[k] == 1 || known[k] >= .3) && !inVector(a, y.stem) {
				sum += x.weight * y.weight
				break
			}
		}
	}
	return sum
}

// claimExclusive is the cosine from which two contents of one unnamed source are one claim: nobody
// else can have told it.
const claimExclusive = .30

// citesReport reports whether b is cited through the outlet that published ea days before: the words of
// "Cable One reported, citing three officials" are another outlet's for what Cable One printed.
func citesReport(ea, eb *entry, b *claimItem) bool {
	if ea.outlet == "" || ea.outlet == eb.outlet || daysApart(ea, eb) > exclusiveDays {
		return false
	}
	for _, o := range b.cites {
		if o == ea.outlet {
			return true
		}
	}
	return false
}

// claimCited is the cosine from which what is cited through an outlet is a claim of its report.
const claimCited = .36

func claimLeast(ea *entry, a *claimItem, eb *entry, b *claimItem, s float32) float32 {
	if citesReport(ea, eb, b) {
		return claimCited
	}
	if s < claimAlike && s >= claimExclusive && a.source >= 0 && b.source >= 0 && ea.sources[a.source].s.Anonymous && eb.sources[b.source].s.Anonymous {
		if verdict, _, _ := compareSources(ea, &ea.sources[a.source], eb, &eb.sources[b.source]); verdict == Same {
			return claimExclusive
		}
	}
	return claimAlike
}

// figuresApart is the pairs of figures of one measure and scope that cannot both be right.
func figuresApart(ea *entry, a *claimItem, eb *entry, b *claimItem) [][2]int32 {
	var out [][2]int32
	for _, i := range a.figures {
		for _, j := range b.figures {
			x, y := &ea.r.Figures[i], &eb.r.Figures[j]
			if x.Measure == y.Measure && x.Measure != "" && x.Scope == y.Scope && apart(x, y) && !agrees(x, eb, b) && !agrees(y, ea, a) {
				out = append(out, [2]int32{i, j})
			}
		}
	}
	return out
}

// agrees reports whether a figure of the claim is of x's measure and can be x: "three died, bringing
// the dead to 12" holds two of one measure.
func agrees(x *resolve.Figure, e *entry, c *claimItem) bool {
	for _, j := range c.figures {
		if y := &e.r.Figures[j]; y.Measure == x.Measure && !apart(x, y) {
			return true
		}
	}
	return false
}

// apart reports whether the ranges of two figures have no number in common.
func apart(x, y *resolve.Figure) bool {
	return x.High != nil && y.Low != nil && *x.High < *y.Low || y.High != nil && x.Low != nil && *y.High < *x.Low ||
		x.Low != nil && y.Low != nil && x.High == nil && y.High == nil && *x.Low != *y.Low
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

// mainClaims is the story's claims that most outlets have.
func (v *View) mainClaims(story string) []int {
	sets := v.claimSetsIn(story)
	outlets := make(map[int]int, len(sets))
	for _, s := range sets {
		seen := map[string]bool{}
		for _, m := range v.claimSets[s] {
			seen[v.entries[v.claim[m].entry].outlet] = true
		}
		outlets[s] = len(seen)
	}
	sort.SliceStable(sets, func(i, j int) bool { return outlets[sets[i]] > outlets[sets[j]] })
	return sets[:min(most, len(sets))]
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
	members := v.stories[n]
	return members[max(0, len(members)-5*most):]
}

// claimSetsIn is the claims with a saying in the story, in canonical order.
func (v *View) claimSetsIn(story string) []int {
	seen := map[int32]bool{}
	var out []int
	for _, e := range v.recent(story) {
		for i := range v.entries[e].claims {
			set := v.claimOf[v.claimBase[e]+int32(i)]
			if set >= 0 && !seen[set] {
				seen[set] = true
				out = append(out, int(set))
			}
		}
	}
	sort.Ints(out)
	return out
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
		Words: joinSpans(e.r.Article.Text, item.spans), First: dayString(e.day), Negative: item.negative}
	reports, outlets := map[string]bool{}, map[string]bool{}
	for _, m := range members {
		at := v.claim[m]
		if !v.current[at.entry] {
			c.Revised = append(c.Revised, v.entries[at.entry].r.Article.ID)
			continue
		}
		c.Sayings = append(c.Sayings, v.saying(at))
		reports[v.entries[at.entry].key], outlets[v.entries[at.entry].outlet] = true, true
	}
	c.Reports, c.Outlets = len(reports), len(outlets)
	c.Origins = v.origins(set)
	return c
}

func joinSpans(text string, spans []article.Span) string {
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

func sourcePlace(r *resolve.Reading, id string) int32 {
	for i := range r.Sources {
		if r.Sources[i].ID == id {
			return int32(i)
		}
	}
	return -1
}

func (v *View) claimLink(a, b int32) Link {
	x, y := v.claim[a], v.claim[b]
	ea, eb := v.entries[x.entry], v.entries[y.entry]
	ca, cb := &ea.claims[x.n], &eb.claims[y.n]
	return Link{Verdict: Same, Earlier: v.ref(x.entry, ca.spans[0]), Later: v.ref(y.entry, cb.spans[0]),
		Reason: fmt.Sprintf("both say %s, %s apart; no figure or negation stands against it", strings.Join(commonOf(ca.vec, cb.vec, eb.r.Article.Text, cb.spans, 6), ", "), daysPhrase(daysApart(ea, eb)))}
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
