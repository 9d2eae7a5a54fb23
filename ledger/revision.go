package ledger

import (
	"fmt"
	"math"
	"sort"
	"strconv"
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// A Revision is what changed between two texts of one report. Commas and other typography are no change.
type Revision struct {
	Report  string // id of the later text's reading
	Before  string // id of the earlier text's reading
	From    string // day of the earlier text
	To      string // day of the later
	Changes []Change
}

// A ChangeKind says what changed.
type ChangeKind string

// The kinds of changes.
const (
	FigureChanged ChangeKind = "figure changed"   // another number of the same thing
	FigureAdded   ChangeKind = "figure added"     // a number of something that had none
	FigureDropped ChangeKind = "figure dropped"   // the reverse
	FigureWritten ChangeKind = "figure rewritten" // the same number, written otherwise: "11" and "eleven"
	SourceChanged ChangeKind = "source changed"   // "a Pentagon official" became "two officials"
	SourceAdded   ChangeKind = "source added"
	SourceDropped ChangeKind = "source dropped"
	StatusChanged ChangeKind = "status changed" // of an event
	NameAdded     ChangeKind = "name added"
	NameDropped   ChangeKind = "name dropped"
	HedgeAdded    ChangeKind = "hedge added" // "reportedly", "at least", "may"
	HedgeDropped  ChangeKind = "hedge dropped"
	Correction    ChangeKind = "correction noted" // the report says itself that it was corrected
)

// A Change is one difference, with the words of both texts; the one that does not have it is empty.
type Change struct {
	Kind   ChangeKind
	Before Ref
	After  Ref
	Reason string
}

// Revisions are the changes of a report from text to text, by the id of any of its readings.
func (v *View) Revisions(report string) []Revision {
	n, ok := v.reportByID(report)
	if !ok {
		return nil
	}
	texts := v.texts[v.entries[n].key]
	var out []Revision
	for i := 1; i < len(texts); i++ {
		a, b := v.entries[texts[i-1]], v.entries[texts[i]]
		out = append(out, Revision{Report: b.r.Article.ID, Before: a.r.Article.ID, From: dayString(a.day), To: dayString(b.day), Changes: Compare(a.r, b.r)})
	}
	return out
}

// Revised are the ids of the reports that have more than one text, by publication.
func (v *View) Revised() []string {
	var out []string
	for _, n := range v.order {
		if v.current[n] && v.texts[v.entries[n].key] != nil {
			out = append(out, v.entries[n].r.Article.ID)
		}
	}
	return out
}

// Compare is what changed from one text of a report to the next: figures, sources, statuses, names
// and hedges, in that order. A note that says what was corrected comes first, and its words are not compared.
func Compare(before, after *resolve.Reading) []Change {
	c := comparer{a: before, b: after, wa: words(before.Article.Text), wb: words(after.Article.Text)}
	c.correction()
	c.figures()
	c.sources()
	c.statuses()
	c.names()
	c.hedges()
	return c.out
}

type comparer struct {
	a, b   *resolve.Reading
	wa, wb []word
	out    []Change
}

func (c *comparer) add(kind ChangeKind, before, after article.Span, reason string) {
	c.out = append(c.out, Change{Kind: kind, Before: refIn(c.a, before), After: refIn(c.b, after), Reason: reason})
}

func refIn(r *resolve.Reading, s article.Span) Ref {
	return Ref{Report: r.Article.ID, Span: s, Text: s.Text(r.Article.Text), In: r}
}

// A number is a quantity as it stands in a text, with the words around it.
type number struct {
	article.Span
	value   float64
	written string   // folded
	near    []uint32 // stems of the three words after and two before, nearest first
	at      int      // its place among the words
}

// figures pairs the numbers of both texts: first those between the same words, then those of one value and like neighbours, then those
// of one value, then those of like neighbours, which changed.
func (c *comparer) figures() {
	na, nb := numbersOf(c.a.Article.Text, c.wa), numbersOf(c.b.Article.Text, c.wb)
	toB, fromA := make([]int, len(na)), make([]int, len(nb))
	for i := range toB {
		toB[i] = -1
	}
	for j := range fromA {
		fromA[j] = -1
	}
	pair := func(ok func(x, y number) bool) {
		for i := range na {
			for j := range nb {
				if toB[i] < 0 && fromA[j] < 0 && ok(na[i], nb[j]) {
					toB[i], fromA[j] = j, i
				}
			}
		}
	}
	place := c.places()
	pair(func(x, y number) bool { return place(x.at, y.at) })
	pair(func(x, y number) bool { return x.value == y.value && neighbours(x, y) > 0 })
	pair(func(x, y number) bool { return x.value == y.value })
	pair(func(x, y number) bool { return neighbours(x, y) > 1 })
	pair(func(x, y number) bool { return neighbours(x, y) > 0 })
	for i, x := range na {
		switch j := toB[i]; {
		case j < 0:
			c.add(FigureDropped, x.Span, article.Span{}, fmt.Sprintf("“%s” is no longer there", withNoun(c.a.Article.Text, x)))
		case nb[j].value != x.value:
			c.add(FigureChanged, x.Span, nb[j].Span, fmt.Sprintf("“%s” became “%s”", withNoun(c.a.Article.Text, x), withNoun(c.b.Article.Text, nb[j])))
		case nb[j].written != x.written:
			c.add(FigureWritten, x.Span, nb[j].Span, fmt.Sprintf("“%s” is now written “%s”", x.Text(c.a.Article.Text), nb[j].Text(c.b.Article.Text)))
		}
	}
	for j, y := range nb {
		if fromA[j] < 0 {
			c.add(FigureAdded, article.Span{}, y.Span, fmt.Sprintf("“%s” is new", withNoun(c.b.Article.Text, y)))
		}
	}
}

// places reports of two words, by their number in each text, whether they stand right after, or right
// before, the same words of a passage that both texts have.
func (c *comparer) places() func(i, j int) bool {
	toB := make(map[int]int, len(c.wa))
	for _, r := range align(hashes(c.wa), hashes(c.wb)).runs {
		for k := range r.n {
			toB[r.i+k] = r.j + k
		}
	}
	return func(i, j int) bool {
		if b, ok := toB[i]; ok {
			return b == j
		}
		before, ok1 := toB[i-1]
		after, ok2 := toB[i+1]
		return ok1 && before == j-1 && (!ok2 || after == j+1) || ok2 && after == j+1 && !ok1
	}
}

func hashes(ws []word) []uint32 {
	out := make([]uint32, len(ws))
	for i, w := range ws {
		out[i] = w.hash
	}
	return out
}

// neighbours is how many of the words around two numbers are the same.
func neighbours(x, y number) int {
	n := 0
	for _, a := range x.near {
		for _, b := range y.near {
			if a == b {
				n++
				break
			}
		}
	}
	return n
}

func withNoun(text string, n number) string {
	end := min(len(text), n.End+24)
	s := strings.ToValidUTF8(text[n.Start:end], "")
	if f := strings.Fields(s); len(f) > 3 {
		s = strings.Join(f[:3], " ")
	}
	return strings.TrimRight(s, " ,.;:")
}

// numbersOf is the numbers of a text in order. A number in brackets right after another is a
// conversion of it ("50 m (160 ft)") and is left out; so are numbers within names ("A320").
func numbersOf(text string, ws []word) []number {
	var out []number
	for i, w := range ws {
		s := strings.ReplaceAll(foldString(w.Text(text)), ",", "")
		value, ok := numberWord[s]
		if w.digit {
			v, err := strconv.ParseFloat(s, 64)
			if err != nil {
				v, err = ordinalValue(s)
			}
			value, ok = v, err == nil && !math.IsInf(v, 0)
		}
		if !ok || converted(text, w, out) || i > 0 && monthHashes[ws[i-1].hash] || i+1 < len(ws) && monthHashes[ws[i+1].hash] { // a date
			continue
		}
		n := number{Span: w.Span, value: value, written: s, at: i}
		for _, k := range []int{i + 1, i + 2, i - 1, i + 3, i - 2} {
			if k >= 0 && k < len(ws) && !ws[k].digit && (!stopStems[ws[k].stem] || ws[k].stem == personStem) {
				n.near = append(n.near, ws[k].stem)
			}
		}
		out = append(out, n)
	}
	return out
}

var personStem = hash32(stem([]byte("people")))

// ordinalValue reads "21st".
func ordinalValue(s string) (float64, error) {
	for _, e := range []string{"st", "nd", "rd", "th", "s"} {
		if d, ok := strings.CutSuffix(s, e); ok {
			return strconv.ParseFloat(d, 64)
		}
	}
	return 0, strconv.ErrSyntax
}

// converted reports whether w opens a bracket that follows the last number within a few words.
func converted(text string, w word, before []number) bool {
	if len(before) == 0 {
		return false
	}
	between := text[before[len(before)-1].End:w.Start]
	i := strings.IndexByte(between, '(')
	return i >= 0 && i <= 24 && len(between)-i <= 5 && !strings.ContainsAny(between[:i], ".,;)")
}

var numberWord = func() map[string]float64 {
	m := map[string]float64{}
	for i, w := range strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty") {
		m[w] = float64(i)
	}
	for i, w := range strings.Fields("thirty forty fifty sixty seventy eighty ninety") {
		m[w] = float64(30 + 10*i)
	}
	m["hundred"], m["hundreds"], m["thousand"], m["thousands"] = 100, 200, 1000, 2000
	m["million"], m["millions"], m["billion"], m["billions"], m["dozen"], m["dozens"] = 1e6, 2e6, 1e9, 2e9, 12, 24
	return m
}()

// correction finds the note by which the later text says that it was corrected, and takes its words
// out of the comparison.
func (c *comparer) correction() {
	text := c.b.Article.Text
	for _, mark := range []string{"Correction", "CORRECTION", "Editor’s note", "Editor's note", "This article was amended", "This story has been corrected", "Clarification"} {
		i := strings.Index(text, mark)
		if i < 0 || i > 0 && text[i-1] != '\n' || strings.Contains(c.a.Article.Text, mark) {
			continue
		}
		end := len(text)
		if n := strings.IndexByte(text[i:], '\n'); n > 0 {
			end = i + n
		}
		note := article.Span{Start: i, End: end}
		c.add(Correction, article.Span{}, note, fmt.Sprintf("the report says “%s”", clip(note.Text(text), 200)))
		kept := c.wb[:0:0]
		for _, w := range c.wb {
			if !note.Contains(w.Span) {
				kept = append(kept, w)
			}
		}
		c.wb = kept
		return
	}
}

// sources pairs the sources by name, then by what they say, and tells the rest.
func (c *comparer) sources() {
	ea, eb := newEntry(c.a), newEntry(c.b)
	used := make([]bool, len(eb.sources))
	for i := range ea.sources {
		x := &ea.sources[i]
		best, score := -1, float32(.45)
		for j := range eb.sources {
			y := &eb.sources[j]
			s := dot(x.says, y.says)
			if x.name != "" && x.name == y.name || x.s.Description == y.s.Description {
				s += 2
			}
			if !used[j] && s > score {
				best, score = j, s
			}
		}
		if best < 0 {
			c.add(SourceDropped, firstMention(x.s), article.Span{}, fmt.Sprintf("“%s” is no longer cited", nameOf(x.s)))
			continue
		}
		used[best] = true
		if y := eb.sources[best].s; score < 2 && nameOf(x.s) != nameOf(y) {
			c.add(SourceChanged, firstMention(x.s), firstMention(y), fmt.Sprintf("“%s” became “%s”", nameOf(x.s), nameOf(y)))
		}
	}
	for j := range eb.sources {
		if !used[j] {
			c.add(SourceAdded, article.Span{}, firstMention(eb.sources[j].s), fmt.Sprintf("“%s” is newly cited", nameOf(eb.sources[j].s)))
		}
	}
}

func firstMention(s *resolve.Source) article.Span {
	if len(s.Mentions) == 0 {
		return article.Span{}
	}
	return s.Mentions[0].Span
}

// statuses pairs events by trigger and sentence.
func (c *comparer) statuses() {
	ea, eb := newEntry(c.a), newEntry(c.b)
	used := make([]bool, len(eb.events))
	for i := range ea.events {
		x := &ea.events[i]
		best, score := -1, float32(.4)
		for j := range eb.events {
			if y := &eb.events[j]; !used[j] && shared(sortedCopy(x.trigger), sortedCopy(y.trigger)) == 1 {
				if s := dot(x.around, y.around); s > score {
					best, score = j, s
				}
			}
		}
		if best < 0 {
			continue
		}
		used[best] = true
		s, t := &c.a.Events[x.n], &c.b.Events[eb.events[best].n]
		if s.Status != t.Status {
			c.add(StatusChanged, s.Trigger, t.Trigger, fmt.Sprintf("“%s” was %s and is %s", s.Trigger.Text(c.a.Article.Text), s.Status, t.Status))
		}
	}
}

// names tells the capitalised words inside sentences that only one of the texts has.
func (c *comparer) names() {
	inA, inB := stemSet(c.wa), stemSet(c.wb)
	for _, s := range onlyNames(c.wa, inB) {
		c.add(NameDropped, s, article.Span{}, fmt.Sprintf("“%s” is no longer named", s.Text(c.a.Article.Text)))
	}
	for _, s := range onlyNames(c.wb, inA) {
		c.add(NameAdded, article.Span{}, s, fmt.Sprintf("“%s” is newly named", s.Text(c.b.Article.Text)))
	}
}

func stemSet(ws []word) map[uint32]bool {
	m := map[uint32]bool{}
	for _, w := range ws {
		m[w.stem] = true
	}
	return m
}

// onlyNames is the runs of capitalised words that have a word the other text lacks, each once.
func onlyNames(ws []word, other map[uint32]bool) []article.Span {
	var out []article.Span
	seen := map[uint32]bool{}
	for i := 0; i < len(ws); i++ {
		if !ws[i].upper || ws[i].open || other[ws[i].stem] || seen[ws[i].stem] {
			continue
		}
		j := i
		for j+1 < len(ws) && ws[j+1].upper && !ws[j+1].open && ws[j+1].Start-ws[j].End == 1 {
			j++
		}
		for k := i; k <= j; k++ {
			seen[ws[k].stem] = true
		}
		out = append(out, article.Span{Start: ws[i].Start, End: ws[j].End})
		i = j
	}
	return out
}

// hedgeWords are the words by which a report steps back from what it tells.
var hedgeWords = func() map[uint32]bool {
	m := map[uint32]bool{}
	for _, w := range strings.Fields("reportedly allegedly alleged apparently apparent purported purportedly suspected presumed unconfirmed possible possibly probably likely may might could about around roughly approximately nearly almost least estimated believed seemingly") {
		m[hash32([]byte(w))] = true
	}
	return m
}()

// hedges pairs hedges by the word after them; "may" for "could" is no change.
func (c *comparer) hedges() {
	ha, hb := hedgesOf(c.wa), hedgesOf(c.wb)
	used := make([]bool, len(hb))
	for _, x := range ha {
		found := false
		for j, y := range hb {
			if !used[j] && !found && (x.next == y.next || x.hash == y.hash) {
				used[j], found = true, true
			}
		}
		if !found && hasStem(c.wb, x.next) {
			c.add(HedgeDropped, x.Span, article.Span{}, fmt.Sprintf("“%s” was dropped", x.Text(c.a.Article.Text)))
		}
	}
	for j, y := range hb {
		if !used[j] && hasStem(c.wa, y.next) {
			c.add(HedgeAdded, article.Span{}, y.Span, fmt.Sprintf("“%s” was added", y.Text(c.b.Article.Text)))
		}
	}
}

type hedge struct {
	article.Span
	hash, next uint32
}

func hedgesOf(ws []word) []hedge {
	var out []hedge
	for i, w := range ws {
		if hedgeWords[w.hash] && !w.upper || hedgeWords[w.hash] && w.open {
			h := hedge{Span: w.Span, hash: w.hash}
			for k := i + 1; k < min(len(ws), i+4); k++ {
				if !stopStems[ws[k].stem] && !hedgeWords[ws[k].hash] {
					h.next = ws[k].stem
					break
				}
			}
			out = append(out, h)
		}
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Start < out[j].Start })
	return out
}

func hasStem(ws []word, stem uint32) bool {
	for _, w := range ws {
		if w.stem == stem {
			return stem != 0
		}
	}
	return false
}
