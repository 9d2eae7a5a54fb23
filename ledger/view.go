package ledger

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"sayso/article"
	"sayso/resolve"
)

// A Verdict says whether two things are one.
type Verdict string

// The verdicts. Only same joins; what is possibly same makes a range of a count.
const (
	Same         Verdict = "same"
	PossiblySame Verdict = "possibly same"
	Distinct     Verdict = "distinct"
)

// A Ref is words in a report.
type Ref struct {
	Report string // report id
	article.Span
	Text string // exactly what stands there

	In *resolve.Reading `json:"-"` // the text: a report can have several
}

// A Link is a decision about two things in two reports, with its reason in words.
type Link struct {
	Verdict Verdict
	Reason  string
	Earlier Ref
	Later   Ref
	Other   string // id of the thing that is another one, "" where both are of the thing at hand
}

// A View is what follows from the readings that were in the ledger when it was made, or from those
// published by its day. It never changes.
type View struct {
	entries []*entry
	order   []int32 // the entries in the view in canonical order
	in      []bool  // by entry: published by the view's day
	current []bool  // by entry: the latest text of its report in the view

	copied      []copyLink
	storyParent []int32         // by entry: the likest report of its story, or -1
	bridges     map[int32]int32 // by entry that made one of two stories: the likest report of the other
	storyOf     []int32         // by entry: index into stories
	stories     [][]int32       // entries in canonical order
	ids         *directory      // the ledger's
	reportOf    []int32         // by entry: the number of its report, that of its first text
	textByID    []int32         // by number of a report's id: one more than the last text under it, 0 for none
	publishers  map[string]bool // outlets of the reports
	printed     []string        // outlets as reports print them, by number
	printedBy   []int32         // by entry: its outlet among printed
	outlets     int             // how many outlets there are, as they are compared
	outletOf    []int32         // by entry: the number of its outlet
	firstText   map[int32]int32 // by present text of a report that has several: the first

	source     []item
	linked     []sourceLink
	sourceOf   []int32 // by source item: index into sourceSets
	sourceSets [][]int32
	sourceBase []int32 // by entry: its first source item
	joined     map[int32]sourceJoin
	maybe      map[int32][]int32  // by source set: the later items that are possibly of it
	texts      map[string][]int32 // by report: its texts, where there is more than one

	quote     []item
	quoteOf   []int32
	quoteSets [][]int32
	quoteBase []int32

	claim     []item
	denials   []bool // by claim: said as a denial
	claimOf   []int32
	claimSets [][]int32
	claimBase []int32

	event     []item
	eventOf   []int32
	eventSets [][]int32
	eventBase []int32

	copyRoots    []int32 // by entry: the first appearance of its text, itself where it is no copy
	sourceParent []int32
	claimParent  []int32
	claimScore   []float32 // how likely each claim hangs on its parent, see [byWords]
	eventParent  []int32
	quoteParent  []int32
}

// View is the ledger as it stands.
func (l *Ledger) View() *View { return l.view(unknownDay) }

// AsOf is the ledger as it stood by publication at the end of day, an ISO 8601 date. Reports
// without a date are left out. An unreadable day gives an empty view.
func (l *Ledger) AsOf(day string) *View {
	t, err := time.Parse("2006-01-02", day)
	if err != nil {
		return l.view(-unknownDay)
	}
	return l.view(int32(t.Unix() / 86400))
}

func (l *Ledger) view(until int32) *View {
	n := len(l.entries)
	v := &View{entries: l.entries[:n:n], printed: l.printed.all[:len(l.printed.all):len(l.printed.all)], printedBy: l.printedBy[:n:n], outletOf: l.outletOf[:n:n], outlets: len(l.folded.all), ids: &l.ids}
	v.in = make([]bool, len(v.entries))
	v.order = make([]int32, 0, n)
	for _, i := range l.order {
		if l.entries[i].day <= until {
			v.in[i] = true
			v.order = append(v.order, i)
		}
	}
	v.findCurrent(l)
	v.copied = append(v.copied, l.copied...)
	v.joinStories(l.stories.ties)
	v.gatherItems(l)
	return v
}

// findCurrent marks the latest text of each report.
func (v *View) findCurrent(l *Ledger) {
	n := len(v.entries)
	v.current, v.reportOf, v.textByID = make([]bool, n), make([]int32, n), make([]int32, l.ids.names())
	v.publishers, v.texts = map[string]bool{}, map[string][]int32{}
	latest := make([]int32, l.ids.names()) // by number of a report: one more than its latest text so far
	var outlets marks
	outlets.clear(v.outlets)
	for _, n := range v.order {
		if outlets.first(v.outletOf[n]) {
			v.publishers[v.entries[n].outlet] = true
		}
		v.reportOf[n] = n
		if old := latest[l.keyOf[n]] - 1; old >= 0 {
			key := v.entries[n].key
			v.current[old], v.reportOf[n] = false, v.reportOf[old]
			if v.texts[key] == nil {
				v.texts[key] = []int32{old}
			}
			v.texts[key] = append(v.texts[key], n)
		}
		latest[l.keyOf[n]], v.textByID[l.idOf[n]], v.current[n] = n+1, n+1, true
	}
	v.firstText = make(map[int32]int32, len(v.texts))
	for _, all := range v.texts {
		v.inOrderSeen(all, l)
		v.firstText[all[len(all)-1]] = all[0]
	}
}

// inOrderSeen puts the texts of a report that gives no hour in the order in which they were seen: of one day's reports those that cite another outlet are
// held to be the later.
func (v *View) inOrderSeen(all []int32, l *Ledger) {
	bySeen := func(a, b int32) int {
		x, y := v.entries[a], v.entries[b]
		return cmp.Or(cmp.Compare(x.when, y.when), cmp.Compare(x.seen, y.seen))
	}
	if slices.IsSortedFunc(all, bySeen) {
		return
	}
	slices.SortStableFunc(all, bySeen)
	for _, n := range all {
		v.current[n], v.reportOf[n] = n == all[len(all)-1], all[0]
	}
	v.textByID[l.idOf[all[0]]] = all[len(all)-1] + 1
}

// openingWords is how many words a report's opening sentence has at least; a line of fewer is a date or a byline.
const openingWords = 6

// start is a reference to a report's opening sentence.
func (v *View) start(n int32) Ref { return v.ref(n, openingOf(v.entries[n].r.Article.Text, 0)) }

// openingOf is a text's opening sentence, behind its first bytes, or its first words where no line has enough.
func openingOf(text string, from int) article.Span {
	for at := from; at < len(text); {
		end := len(text)
		if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
			end = at + i
		}
		if ws := wordSpans(text[at:end], openingWords); len(ws) == openingWords {
			return sentenceAround(text, article.Span{Start: at + ws[0].Start, End: at + ws[openingWords-1].End})
		}
		at = end + 1
	}
	first := strings.TrimLeft(text, "\n ")
	at := len(text) - len(first)
	if i := strings.IndexByte(first, '\n'); i > 0 {
		first = first[:i]
	}
	return article.Span{Start: at, End: at + len(first)}
}

func (v *View) ref(n int32, s article.Span) Ref {
	a := v.entries[n].r.Article
	return Ref{Report: a.ID, Span: s, Text: s.Text(a.Text), In: v.entries[n].r}
}

// sets are disjoint sets with the smallest rank as representative.
type sets struct{ parent []int32 }

func newSets(n int) *sets {
	s := &sets{make([]int32, n)}
	for i := range s.parent {
		s.parent[i] = int32(i)
	}
	return s
}

func (s *sets) find(i int32) int32 {
	for s.parent[i] != i {
		s.parent[i] = s.parent[s.parent[i]]
		i = s.parent[i]
	}
	return i
}

func (s *sets) join(a, b int32) { s.parent[s.find(b)] = s.find(a) }

// gather is the sets over order, each in that order and by their first member, and the set of each item (-1 where it is not in order).
func (s *sets) gather(order []int32) (all [][]int32, of []int32) {
	of = make([]int32, len(s.parent))
	at := make([]int32, len(s.parent)) // by root: the number of its set
	for i := range at {
		of[i], at[i] = -1, -1
	}
	var sizes []int32
	for _, n := range order {
		root := s.find(n)
		if at[root] < 0 {
			at[root] = int32(len(sizes))
			sizes = append(sizes, 0)
		}
		of[n] = at[root]
		sizes[of[n]]++
	}
	all = make([][]int32, len(sizes))
	members := make([]int32, len(order)) // of all sets, so that a hundred thousand small ones are one piece of memory
	for k, n := range sizes {
		all[k], members = members[:0:n], members[n:]
	}
	for _, n := range order {
		all[of[n]] = append(all[of[n]], n)
	}
	return all, of
}

// identifier is a short name made from what it names, the same in every ledger that holds it: the
// kind's letter and 48 bits of a hash of the report's text and the place in it.
func identifier(kind byte, e *entry, n int32) uint64 {
	return mix64(e.print^uint64(kind)<<56^uint64(n)*0x9e3779b97f4a7c15)>>16<<8 | uint64(kind)
}

var prefixes = map[byte]string{'t': "st", 's': "so", 'c': "cl", 'e': "ev", 'q': "qu"}

func idString(id uint64) string {
	const digits = "0123456789abcdef"
	var b [15]byte
	copy(b[:], prefixes[byte(id)])
	b[2] = '-'
	for i, n := len(b)-1, id>>8; i > 2; i, n = i-1, n>>4 {
		b[i] = digits[n&15]
	}
	return string(b[:])
}

// lookup is the set of that kind with an id.
func (v *View) lookup(kind byte, id string) (int, bool) {
	digits, ok := strings.CutPrefix(id, prefixes[kind]+"-")
	n, err := strconv.ParseUint(digits, 16, 48)
	if !ok || err != nil {
		return 0, false
	}
	first, ok := v.ids.item(n<<8 | uint64(kind))
	sets, of := v.setsOfKind(kind)
	if !ok || int(first) >= len(of) || of[first] < 0 || sets[of[first]][0] != first {
		return 0, false
	}
	return int(of[first]), true
}

// setsOfKind is the sets of a kind, and the set of each item.
func (v *View) setsOfKind(kind byte) (sets [][]int32, of []int32) {
	switch kind {
	case 's':
		return v.sourceSets, v.sourceOf
	case 'c':
		return v.claimSets, v.claimOf
	case 'e':
		return v.eventSets, v.eventOf
	case 'q':
		return v.quoteSets, v.quoteOf
	}
	return v.stories, v.storyOf
}

// reportByID is the last text under a report's id.
func (v *View) reportByID(id string) (int32, bool) {
	n, ok := v.ids.report(id)
	if !ok || int(n) >= len(v.textByID) || v.textByID[n] == 0 {
		return 0, false
	}
	return v.textByID[n] - 1, true
}

func (v *View) setID(kind byte, items []item, set []int32) uint64 {
	at := items[set[0]]
	return identifier(kind, v.entries[at.entry], at.n)
}

func (v *View) sourceSetID(set int) string {
	return idString(v.setID('s', v.source, v.sourceSets[set]))
}
func (v *View) claimID(set int) string    { return idString(v.setID('c', v.claim, v.claimSets[set])) }
func (v *View) eventSetID(set int) string { return idString(v.setID('e', v.event, v.eventSets[set])) }

func dayString(day int32) string {
	if day == unknownDay {
		return ""
	}
	y, m, d := time.Unix(int64(day)*86400, 0).UTC().Date()
	if y < 0 || y > 9999 {
		return time.Unix(int64(day)*86400, 0).UTC().Format(time.DateOnly)
	}
	two := func(n int) [2]byte { return [2]byte{byte('0' + n/10), byte('0' + n%10)} }
	c, y2, mm, dd := two(y/100), two(y%100), two(int(m)), two(d)
	return string([]byte{c[0], c[1], y2[0], y2[1], '-', mm[0], mm[1], '-', dd[0], dd[1]})
}
