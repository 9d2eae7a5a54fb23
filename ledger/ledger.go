// Package ledger says what many reports say together: who put a claim into the world, which reports
// are copies, what happened according to whom, and which totals do not agree.
//
// A [Ledger] takes readings, one [Ledger.Add] at a time and in any order; [Ledger.View] is all that
// follows from them, and [Ledger.AsOf] what followed from the reports published by a day. A view
// never changes and may be read by many at once while readings are added.
//
// Every link says which it is (same, possibly same, distinct) and why, in words of both reports,
// and so does every link that was considered and refused. All links are a function of the set of
// readings: each report, source, event, claim and quotation hangs on the earlier one (by
// publication, then by name) that it is most like, found through keys with a bounded number of
// candidates each. So neither the order of arrival nor a second Add of the same reading changes
// anything, and the cost of a report does not grow with the ledger.
//
// The package is pure: no disk, network, clock, randomness or goroutines. The store keeps the
// readings; a ledger is rebuilt from them at a start.
package ledger

import (
	"math"
	"slices"
	"sort"
	"strings"
	"sync/atomic"
	"time"

	"sayso/article"
	"sayso/resolve"
)

// A Ledger holds readings and the links between them. It is not safe for concurrent use; its views are.
type Ledger struct {
	entries []*entry
	room    room
	order   []int32         // the entries in canonical order
	byText  map[uint64]bool // report and text already there

	printed   names   // outlets as reports print them
	folded    names   // outlets as they are compared
	printedBy []int32 // by entry: the number of its outlet among printed
	outletOf  []int32 // by entry: the number of its outlet among folded

	ids   directory
	keyOf []int32 // by entry: the number of its report
	idOf  []int32 // by entry: the number of its report's id

	copies  *forest // over entries
	copied  []copyLink
	stories *forest // over entries

	sources *forest // over sourceAt
	source  []item
	linked  []sourceLink

	events *forest
	event  []item
	meant  *meantLately

	claims   *forest
	claim    []item
	denials  []bool // by claim: said as a denial
	besides  claimsBeside
	prepared *preparedContents

	quotes *forest
	quote  []item

	gathered gathered
}

// An item is one thing of one entry: its n-th source, event, attribution or quotation.
type item struct{ entry, n int32 }

// New is an empty ledger.
func New() *Ledger {
	l := &Ledger{byText: map[uint64]bool{}, ids: directory{items: map[uint64]int32{}, entered: map[byte][]bool{}, reports: map[string]int32{}}, printed: names{at: map[string]int32{}}, folded: names{at: map[string]int32{}}}
	l.copies = newForest(l.copyKeys, l.entryBefore, l.entriesFar(copyDays), l.copyLike)
	l.stories = newForest(l.storyKeys, l.entryBefore, l.entriesFar(storyDays), l.storyLike)
	l.stories.keep = storyTies
	l.sources = newForest(l.sourceKeys, l.sourceBefore, l.itemsFar(&l.source, sourceDays), l.sourceLike)
	l.events = newForest(l.eventKeys, l.eventBefore, l.itemsFar(&l.event, eventDays), l.eventLike)
	l.claims = newForest(l.claimKeys, l.claimBefore, l.itemsFar(&l.claim, claimDays), l.claimByWords)
	l.claims.beside, l.besides.ties = l.hangBeside, map[int32][]tie{}
	l.quotes = newForest(l.quoteKeys, l.quoteBefore, l.itemsFar(&l.quote, quoteDays), l.quoteLike)
	return l
}

// Add enters a reading and links it, and reports whether it was new. The reading must not be
// changed afterwards. A reading of the same report (by address, or by id where it has none) with
// another text is a revision of it.
func (l *Ledger) Add(r *resolve.Reading) bool { return l.AddSeen(r, time.Time{}) }

// AddSeen is [Ledger.Add] for a text that was first seen at that moment: of two texts of one report that
// give the same date, the one seen last is the later.
func (l *Ledger) AddSeen(r *resolve.Reading, seen time.Time) bool {
	e := newEntry(r)
	if !seen.IsZero() {
		e.seen = seen.UnixNano()
	}
	if l.byText[e.print] {
		return false
	}
	l.byText[e.print] = true
	l.room.take(e)
	n := int32(len(l.entries))
	l.entries = append(l.entries, e)
	l.order = slices.Insert(l.order, place(l.order, n, l.entryBefore), n)
	l.printedBy, l.outletOf = append(l.printedBy, l.printed.add(r.Article.Outlet)), append(l.outletOf, l.folded.add(e.outlet))
	e.outlet, e.publisher = l.folded.one(e.outlet), l.folded.one(e.publisher)
	l.keyOf, l.idOf = append(l.keyOf, l.ids.add(e.key)), append(l.idOf, l.ids.add(r.Article.ID))
	l.copied = append(l.copied, copyLink{})
	l.copies.add()
	l.decideCopies()
	l.stories.add()
	l.addItems(n)
	return true
}

// Len is the number of readings.
func (l *Ledger) Len() int { return len(l.entries) }

// addItems enters the sources, quotations, claims and events of entry n. Sources come first and
// claims before events since the later ones may ask about the earlier.
func (l *Ledger) addItems(n int32) {
	e := l.entries[n]
	for i := range e.sources {
		l.source = append(l.source, item{n, int32(i)})
		l.linked = append(l.linked, sourceLink{})
		l.sources.add()
	}
	l.decideSources()
	for i := range e.quotes {
		l.quote = append(l.quote, item{n, int32(i)})
		l.quotes.add()
	}
	l.besides.first = append(l.besides.first, int32(len(l.claim)))
	l.besideClaims(n)
	for i := range e.claims {
		l.claim, l.denials = append(l.claim, item{n, int32(i)}), append(l.denials, e.claims[i].denial)
		l.claims.add()
	}
	l.reclaim(n)
	for i := range e.events {
		l.event = append(l.event, item{n, int32(i)})
		l.events.add()
	}
}

// An entry is one reading as the ledger keeps it, with what its links are decided by.
type entry struct {
	r         *resolve.Reading
	key       string // what revisions of one report share
	outlet    string // folded
	publisher string // the agency credited, or the outlet
	ship      uint32 // the only ship that it names, or 0
	print     uint64 // of key and text
	when      int64  // publication, or the change for a revision, in seconds; the far future where unknown
	day       int32  // the day of when since 1970, in the zone that the report gives
	citing    bool   // of a report dated by its day alone: it cites another outlet
	seen      int64  // when the text was first seen, in nanoseconds since 1970, or 0 where unknown
	length    int32  // how many words its text has
	vec       vector // what the report is about
	where     vector // the same with its countries
	gist      gist
	matter    []uint32 // its heaviest stems, sorted
	sketch    []uint32
	letters   []letterName // names that the text gives letters for
	sources   []sourceItem
	quotes    []quoteItem
	claims    []claimItem
	bare      []claimItem // denials that say nothing of their own
	events    []eventItem
	kept      atomic.Pointer[asked]
	sides     [][2]uint32 // whose body attacked whose, as the report tells of what happened
}

// asked is what follows from a report alone, or from what hardly changes, made when a page first asks for it.
type asked struct {
	counted atomic.Pointer[toldUnits]
	titles  atomic.Pointer[[]atomic.Pointer[mentionTitle]]
	patched atomic.Pointer[patchwork]
	marked  atomic.Pointer[[]eventMark]
	stands  atomic.Pointer[[]stand]
	sides   atomic.Pointer[[][]uint32] // by source
}

func (e *entry) asked() *asked {
	if a := e.kept.Load(); a != nil {
		return a
	}
	e.kept.CompareAndSwap(nil, new(asked))
	return e.kept.Load()
}

// matterCount is how many stems say the most of what a report is about.
const matterCount = 14

// unknownDay stands for no date. It is after all days, so that nothing undated is a first appearance.
const unknownDay = math.MaxInt32

// newEntry is a reading with what its report is known and dated by.
func newEntry(r *resolve.Reading) *entry {
	a := r.Article
	e := &entry{r: r, key: reportKey(a), outlet: outletName(a.Outlet), publisher: publisherOf(a), when: math.MaxInt64, day: unknownDay}
	e.print = mix64(uint64(hashString(e.key))<<32|uint64(hashString(a.Text))) ^ uint64(len(a.Text))
	if t, ok := a.PublishedTime(); ok {
		e.when, e.day = t.Unix(), calendarDay(t)
		m := article.Article{Published: a.Modified}
		if t, ok := m.PublishedTime(); ok && t.Unix() > e.when && len(a.Modified) > 10 {
			e.when, e.day = t.Unix(), calendarDay(t)
		}
	}
	ws := words(a.Text)
	hashes := make([]uint32, len(ws))
	for i, w := range ws {
		hashes[i] = w.hash
	}
	e.length, e.sketch = int32(len(ws)), sketch(hashes)
	e.letters = lettersIn(a.Text)
	e.vec = reportVector(a, ws)
	e.where = withCountries(r, ws, e.vec)
	e.gist = gistOf(e, ws)
	e.matter = sortedSet(e.vec.strongest(matterCount))
	x := &extractor{e: e, a: a, ws: ws}
	x.sources()
	x.claims()
	x.quotes()
	x.events()
	e.sides = sidesIn(e)
	e.citing = dayAlone(a) && e.citesOutlet()
	return e
}

// words is the hashes of all words of the report's text. They are asked for where it is held against a copy, too seldom to be kept.
func (e *entry) words() []uint32 {
	out := make([]uint32, 0, e.length)
	s := wordScanner{text: e.r.Article.Text}
	var buf [64]byte
	for folded := s.next(buf[:0]); folded != nil; folded = s.next(buf[:0]) {
		out = append(out, hash32(folded))
	}
	return out
}

// calendarDay is the day of t in its own zone, since 1970: an evening report of New York is not the next day's.
func calendarDay(t time.Time) int32 {
	_, offset := t.Zone()
	return int32(math.Floor(float64(t.Unix()+int64(offset)) / 86400))
}

// reportKey is the report's address, or its id where it has none.
func reportKey(a *article.Article) string {
	if a.URL != "" {
		return a.URL
	}
	return a.ID
}

// dayAlone reports whether a report says on which day it came out, and not when.
func dayAlone(a *article.Article) bool {
	return len(strings.TrimSpace(a.Published)) == len("2006-01-02") && a.Modified == ""
}

// citesOutlet reports whether an entry cites another outlet.
func (e *entry) citesOutlet() bool {
	return slices.ContainsFunc(e.sources, func(s sourceItem) bool {
		o := outletName(s.s.Name)
		return s.s.Kind == resolve.Outlet && o != "" && !paperCalled(o, e.outlet) && !paperCalled(o, e.publisher)
	})
}

// before is the canonical order of entries: by publication, then by credit and name, and of one day's reports that give no hour those first that cite no
// other outlet; texts of one report in the order in which they were seen.
func (e *entry) before(o *entry) bool {
	switch {
	case e.when != o.when:
		return e.when < o.when
	case (e.publisher == e.outlet) != (o.publisher == o.outlet):
		return e.publisher == e.outlet // who credits another comes after those who credit nobody
	case e.citing != o.citing && e.day != unknownDay:
		return o.citing
	case e.r.Article.ID != o.r.Article.ID:
		return e.r.Article.ID < o.r.Article.ID
	case e.key != o.key:
		return e.key < o.key
	case e.seen != o.seen:
		return e.seen < o.seen
	}
	return e.print < o.print
}

func (l *Ledger) entryBefore(a, b int32) bool { return a != b && l.entries[a].before(l.entries[b]) }

// How many days back candidates are looked for. Stories need none older, since by then their decay
// leaves nothing; the others are where the news stops speaking of a thing without naming its day.
const (
	copyDays   = 400
	storyDays  = 92
	sourceDays = 1000
	eventDays  = 120
	claimDays  = 21
	quoteDays  = 400
)

// entriesFar says whether two entries are more than days apart.
func (l *Ledger) entriesFar(days float64) func(a, b int32) bool {
	return func(a, b int32) bool { return daysApart(l.entries[a], l.entries[b]) > days }
}

func (l *Ledger) itemsFar(items *[]item, days float64) func(a, b int32) bool {
	return func(a, b int32) bool {
		return daysApart(l.entries[(*items)[a].entry], l.entries[(*items)[b].entry]) > days
	}
}

// itemBefore orders items by their entries and then by their place in the report.
func (l *Ledger) itemBefore(items []item, a, b int32) bool {
	return itemOrder(l.entries, items, a, b)
}

func itemOrder(entries []*entry, items []item, a, b int32) bool {
	x, y := items[a], items[b]
	if x.entry == y.entry {
		return x.n < y.n
	}
	return entries[x.entry].before(entries[y.entry])
}

// daysApart is the number of days between two entries, or 0 where one has no date.
func daysApart(a, b *entry) float64 {
	if a.day == unknownDay || b.day == unknownDay {
		return 0
	}
	return math.Abs(float64(a.when-b.when)) / 86400
}

// extractor fills an entry's items from its reading.
type extractor struct {
	e      *entry
	a      *article.Article
	ws     []word
	groups map[uint32]bool // see groupNames
	names  map[uint32]int  // see isName
	ships  map[uint32]bool // see shipsIn
}

// within is the words that lie in s.
func (x *extractor) within(s article.Span) []word {
	i := sort.Search(len(x.ws), func(i int) bool { return x.ws[i].Start >= s.Start })
	j := sort.Search(len(x.ws), func(i int) bool { return x.ws[i].End > s.End })
	if j < i {
		return nil
	}
	return x.ws[i:j]
}
