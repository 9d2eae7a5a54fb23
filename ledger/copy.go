package ledger

import (
	"bytes"
	"fmt"
	"math/bits"
	"sort"
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// A Relation says how a later text stands to an earlier one.
type Relation string

// The relations of copies.
const (
	WholeCopy   Relation = "whole copy"   // all of each stands in the other
	Trim        Relation = "trim"         // the later is a part of the earlier
	Extension   Relation = "extension"    // the earlier stands in the later, with more around it
	Rewrite     Relation = "rewrite"      // much of the wording is the same, much is not
	Patchwork   Relation = "patchwork"    // the later is put together from several
	RevisionOf  Relation = "revision"     // another text of the same report
	BlockQuoted Relation = "block quoted" // a passage of the earlier stands in the later
	NoCopy      Relation = "no copy"      // words in common, as two reports of one matter have
)

// A Block is a passage that stands in both texts.
type Block struct {
	Earlier, Later article.Span
	Words          int // how many words are the same
}

// A Copy is one report's wording that stands in a later report.
type Copy struct {
	Relation Relation
	Earlier  string // report id
	Later    string // report id
	Blocks   []Block
	Reason   string // the shares, and the longest passage in its words

	From, To *resolve.Reading `json:"-"` // the texts that were held against each other
}

// copyLink is a copy as the ledger keeps it; of is -1 + the entry it was decided for, 0 for none.
type copyLink struct {
	of       int32
	relation Relation
}

const (
	shingle    = 3   // words in a shingle: as few as survive the rewording of every third word
	sketchSize = 192 // smallest shingle hashes kept: all of a short report, a sample of a long one
)

// sketch is the smallest hashes of the text's shingles, sorted: a bottom-k MinHash (Broder 1997;
// Cohen and Kaplan 2007), from which the share of one text in another is estimated whatever their lengths.
func sketch(ws []uint32) []uint32 {
	if len(ws) < shingle {
		return nil
	}
	hs := make([]uint32, 0, len(ws))
	for i := 0; i+shingle <= len(ws); i++ {
		hs = append(hs, shingleAt(ws, i))
	}
	sort.Slice(hs, func(i, j int) bool { return hs[i] < hs[j] })
	out := hs[:0]
	for i, h := range hs {
		if i == 0 || h != hs[i-1] {
			out = append(out, h)
		}
	}
	return append([]uint32(nil), out[:min(len(out), sketchSize)]...)
}

func shingleAt(ws []uint32, i int) uint32 {
	h := uint64(0)
	for _, w := range ws[i : i+shingle] {
		h = mix64(h ^ uint64(w))
	}
	return uint32(h)
}

// overlap estimates from two sketches how much of the text with fewer shingles stands in the other.
// common is the number of shingles that were seen in both.
func overlap(a, b []uint32) (share float32, common int) {
	limit := ^uint32(0)
	if len(a) == sketchSize {
		limit = a[len(a)-1]
	}
	if len(b) == sketchSize {
		limit = min(limit, b[len(b)-1])
	}
	i, j := 0, 0
	for i < len(a) && j < len(b) && a[i] <= limit && b[j] <= limit {
		switch {
		case a[i] == b[j]:
			common++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	na := sort.Search(len(a), func(k int) bool { return a[k] > limit })
	nb := sort.Search(len(b), func(k int) bool { return b[k] > limit })
	if n := min(na, nb); n > 0 {
		return float32(common) / float32(n), common
	}
	return 0, 0
}

// covered estimates from two sketches the part of b's shingles that stand in a.
func covered(a, b []uint32) float32 {
	limit := ^uint32(0)
	if len(a) == sketchSize {
		limit = a[len(a)-1]
	}
	in, all := 0, 0
	for i := 0; all < len(b) && b[all] <= limit; all++ {
		for i < len(a) && a[i] < b[all] {
			i++
		}
		if i < len(a) && a[i] == b[all] {
			in++
		}
	}
	return float32(in) / float32(max(1, all))
}

// copyKeys are the shingles, and the report for its revisions.
func (l *Ledger) copyKeys(i int32) []uint32 {
	e := l.entries[i]
	return append(e.sketch[:len(e.sketch):len(e.sketch)], hashString("report "+e.key))
}

// copyLike is the estimated share of the later text's shingles that stand in the earlier; texts are worth
// aligning where a tenth of the shorter one's do, and three. An extension of an agency's report is one
// of the report, not of another outlet's trim of it, though all of the trim stands in it too; what credits an agency is of the agency's text that
// has a good part of it, and not of another's copy of that.
func (l *Ledger) copyLike(earlier, later int32) float32 {
	a, b := l.entries[earlier], l.entries[later]
	share, common := overlap(a.sketch, b.sketch)
	if a.key == b.key {
		return 2 + share // a revision hangs on the report's own earlier text
	}
	if share < .1 || common < 3 {
		return 0
	}
	like := share/4 + covered(a.sketch, b.sketch)
	if b.publisher != b.outlet && a.outlet == b.publisher && share >= muchOf {
		return like + 1
	}
	return like
}

// decideCopies aligns what the last Add changed.
func (l *Ledger) decideCopies() {
	for _, y := range l.copies.takeChanged() {
		p := l.copies.parent[y]
		if p < 0 {
			l.copied[y] = copyLink{}
			continue
		}
		al := align(l.entries[p].words(), l.entries[y].words())
		l.copied[y] = copyLink{of: p + 1, relation: relationOf(l.entries[p], l.entries[y], al)}
	}
}

// An alignment is the runs of words that two texts share.
type alignment struct {
	runs           []run
	same           int     // words in runs
	shareA, shareB float64 // of each text's words
	longest        run
}

// A run is n words from i in the one text that are those from j in the other.
type run struct{ i, j, n int }

// minRun is the shortest run that is evidence; shorter ones are everybody's words.
const minRun = 3

// align finds the runs of words that a and b share, longest first, each word used once (greedy
// string tiling, Wise 1993, with shingles as seeds and a bound on the places of a common seed).
func align(a, b []uint32) alignment {
	runs := maximalRuns(a, b)
	sort.Slice(runs, func(x, y int) bool {
		p, q := runs[x], runs[y]
		return p.n > q.n || p.n == q.n && (p.j < q.j || p.j == q.j && p.i < q.i)
	})
	usedA, usedB := make([]bool, len(a)), make([]bool, len(b))
	var al alignment
	for _, r := range runs {
		for _, free := range freeParts(r, usedA, usedB) {
			for k := range free.n {
				usedA[free.i+k], usedB[free.j+k] = true, true
			}
			al.runs = append(al.runs, free)
			al.same += free.n
			if free.n > al.longest.n {
				al.longest = free
			}
		}
	}
	if len(a) > 0 && len(b) > 0 {
		al.shareA, al.shareB = float64(al.same)/float64(len(a)), float64(al.same)/float64(len(b))
	}
	sort.Slice(al.runs, func(x, y int) bool { return al.runs[x].j < al.runs[y].j })
	return al
}

// seedPlaces is at how many places of a text a shingle may stand; one at more is a formula and seeds nothing.
const seedPlaces = 8

// maximalRuns is all runs that cannot be made longer, from the shingles at few places of a.
func maximalRuns(a, b []uint32) []run {
	if len(a) < minRun || len(b) < minRun {
		return nil
	}
	at := placesOfShingles(a)
	var out []run
	var places [seedPlaces]int32
	for j := 0; j+minRun <= len(b); j++ {
		for _, p := range places[:at.find(shingleAt(b, j), &places)] {
			i := int(p)
			if i > 0 && j > 0 && a[i-1] == b[j-1] {
				continue
			}
			n := 0
			for i+n < len(a) && j+n < len(b) && a[i+n] == b[j+n] {
				n++
			}
			if n >= minRun {
				out = append(out, run{i, j, n})
			}
		}
	}
	return out
}

// shinglePlaces says where the shingles of a text stand: chains of places by the last bits of their hashes.
type shinglePlaces struct {
	hashes      []uint32
	heads, next []int32 // one more than a place, 0 for none
}

func placesOfShingles(a []uint32) *shinglePlaces {
	n := len(a) - minRun + 1
	s := &shinglePlaces{hashes: make([]uint32, n)}
	links := make([]int32, n+1<<bits.Len(uint(n)))
	s.next, s.heads = links[:n], links[n:]
	for i := n - 1; i >= 0; i-- {
		h := shingleAt(a, i)
		head := &s.heads[int(h)&(len(s.heads)-1)]
		s.hashes[i], s.next[i], *head = h, *head, int32(i+1)
	}
	return s
}

// find fills in the places of a shingle in their order and says how many they are, or 0 where they are too many.
func (s *shinglePlaces) find(h uint32, places *[seedPlaces]int32) int {
	n := 0
	for i := s.heads[int(h)&(len(s.heads)-1)]; i > 0; i = s.next[i-1] {
		if s.hashes[i-1] != h {
			continue
		}
		if n == seedPlaces {
			return 0
		}
		places[n] = i - 1
		n++
	}
	return n
}

// freeParts is the parts of r, at least minRun long, whose words no longer run has taken.
func freeParts(r run, usedA, usedB []bool) []run {
	var out []run
	start := -1
	for k := 0; k <= r.n; k++ {
		free := k < r.n && !usedA[r.i+k] && !usedB[r.j+k]
		if free && start < 0 {
			start = k
		}
		if !free && start >= 0 {
			if k-start >= minRun {
				out = append(out, run{r.i + start, r.j + start, k - start})
			}
			start = -1
		}
	}
	return out
}

// The bounds of the relations, in shares of words that stand in common runs. They were set on
// Wikinews texts trimmed, spliced and reworded by program, against pairs of different texts on one matter.
const (
	mostOf      = .80 // nearly all of a text
	muchOf      = .30 // more than two independent reports of one event share
	quotedRun   = 14  // words in a row that nobody writes twice
	shortText   = 60  // words; below it shares are by chance higher, since names and offices fill more of it
	muchOfShort = .60
	shortRun    = 8   // words in a row that a copy of a short text has
	orderedOf   = .75 // of the words in common, those that stand in one order in a reworded text
	mixedOf     = .45
	mixedRun    = 11 // words in a row outside quotations that a text has which takes less than mixedOf of another's
)

// reworked reports whether the wording in common is the reporter's: what somebody said stands alike in reports that
// have nothing of each other, and so do, in a long matter, names with their titles and places, in short runs.
func reworked(a, b *entry, al alignment, much float64) bool {
	ws := words(b.r.Article.Text)
	same, longest := 0, 0
	for _, r := range al.runs {
		n := r.n
		for _, q := range b.quotes {
			for k := r.j; k < r.j+r.n; k++ {
				if q.span.Start <= ws[k].Start && ws[k].Start < q.span.End {
					n--
				}
			}
		}
		same += max(0, n)
		longest = max(longest, n)
	}
	share := float64(same) / float64(min(a.length, b.length))
	return share >= mixedOf || share >= much && (longest >= mixedRun || inOrder(al.runs) >= orderedOf*float64(al.same))
}

// inOrder is how many words the runs hold that stand in one order in both texts: those of a reworded text do.
func inOrder(runs []run) float64 {
	best, most := make([]int, len(runs)), 0
	for k, r := range runs {
		for m, q := range runs[:k] {
			if q.i < r.i {
				best[k] = max(best[k], best[m])
			}
		}
		best[k] += r.n
		most = max(most, best[k])
	}
	return float64(most)
}

// relationOf decides what an alignment means, or "" for no copy.
func relationOf(a, b *entry, al alignment) Relation {
	if a.key == b.key {
		return RevisionOf
	}
	much := muchOf
	if min(a.length, b.length) < shortText {
		much = muchOfShort
		if al.longest.n < shortRun {
			much = mostOf
		}
	}
	switch {
	case al.same < 8:
		return ""
	case al.shareA >= mostOf && al.shareB >= mostOf:
		return WholeCopy
	case al.shareB >= mostOf:
		return Trim
	case al.shareA >= mostOf:
		return Extension
	case max(al.shareA, al.shareB) >= much && reworked(a, b, al, much):
		return Rewrite
	case al.longest.n >= quotedRun:
		return BlockQuoted
	}
	return ""
}

// collapses reports whether a text in this relation has no origin of its own where it repeats.
func (r Relation) collapses() bool {
	return r == WholeCopy || r == Trim || r == Extension || r == Rewrite || r == Patchwork || r == RevisionOf
}

// copyOf is the copy with its evidence.
func copyOf(a, b *entry, relation Relation) Copy {
	al := align(a.words(), b.words())
	wa, wb := wordSpans(a.r.Article.Text, int(a.length)), wordSpans(b.r.Article.Text, int(b.length))
	c := Copy{Relation: relation, Earlier: a.r.Article.ID, Later: b.r.Article.ID, From: a.r, To: b.r}
	for _, r := range al.runs {
		c.Blocks = append(c.Blocks, Block{
			Earlier: article.Span{Start: wa[r.i].Start, End: wa[r.i+r.n-1].End},
			Later:   article.Span{Start: wb[r.j].Start, End: wb[r.j+r.n-1].End},
			Words:   r.n,
		})
	}
	c.Reason = copyReason(a, b, relation, al, wb)
	return c
}

func copyReason(a, b *entry, relation Relation, al alignment, wb []article.Span) string {
	var s strings.Builder
	if relation == RevisionOf {
		s.WriteString("another text of the same report; ")
	}
	fmt.Fprintf(&s, "%.0f%% of the words of the earlier and %.0f%% of the later stand in %s of %d words or more",
		100*al.shareA, 100*al.shareB, plural2(len(al.runs), "common passage"), minRun)
	if n := al.longest.n; n > 0 {
		span := article.Span{Start: wb[al.longest.j].Start, End: wb[al.longest.j+n-1].End}
		fmt.Fprintf(&s, "; the longest, of %d: “%s”", n, clip(span.Text(b.r.Article.Text), 160))
	}
	if c := b.r.Article.Credit; c != "" {
		fmt.Fprintf(&s, "; the later credits %s", c)
		if a.outlet == outletName(c) {
			s.WriteString(", which published the earlier")
		}
	}
	return s.String()
}

// clip is s with at most about n bytes, cut between words.
func clip(s string, n int) string {
	b := make([]byte, 0, n+32)
	for f := range strings.FieldsSeq(s) {
		if len(b) > 0 {
			b = append(b, ' ')
		}
		if b = append(b, f...); len(b) > n {
			break
		}
	}
	if len(b) <= n {
		return string(b)
	}
	if i := bytes.LastIndexByte(b[:n], ' '); i > 0 {
		return string(b[:i]) + " …"
	}
	return strings.ToValidUTF8(string(b[:n]), "") + " …"
}
