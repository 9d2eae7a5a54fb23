package ledger

import (
	"fmt"
	"sort"
	"strings"

	"sayso/article"
	"sayso/read"
)

// A Quotation is one utterance with every printing of it.
type Quotation struct {
	ID        string
	Words     string     // as first printed
	Speaker   string     // source id, or ""
	Printings []Printing // by publication; the first is the first appearance
}

// A Printing is one printing of an utterance.
type Printing struct {
	Ref
	Change string // "" for the first, else "same", "trimmed", "extended", "changed" or "translated"
	Reason string // the words that differ
}

// quoteItem is a quoted passage of one report.
type quoteItem struct {
	span   article.Span
	source int32 // index into the entry's sources, or -1
	words  []uint32
	sketch []uint32
}

// quotes finds the quoted passages of direct and mixed statements that are long enough to be told apart.
func (x *extractor) quotes() {
	at := map[article.Span]int{} // what is nested in another's words stands in both
	for _, a := range x.e.r.Attributions {
		if a.Form == read.Indirect {
			continue
		}
		for _, c := range a.Content {
			for _, s := range quotedParts(x.a.Text, c, a.Form == read.Direct) {
				ws := x.within(s)
				if len(ws) < 4 {
					continue
				}
				q := quoteItem{span: s, source: x.sourceIndex(a.Chain)}
				if k, ok := at[s]; ok {
					if a.Inside != "" { // "Lee said that Ruiz had said “we are done”": it is Ruiz's
						x.e.quotes[k].source = q.source
					}
					continue
				}
				at[s] = len(x.e.quotes)
				for _, w := range ws {
					q.words = append(q.words, w.hash)
				}
				q.sketch = sketch(q.words)
				x.e.quotes = append(x.e.quotes, q)
			}
		}
	}
}

// sourceIndex is the place of a chain's last source in the entry, or -1.
func (x *extractor) sourceIndex(chain []string) int32 {
	if len(chain) == 0 {
		return -1
	}
	for i := range x.e.r.Sources {
		if x.e.r.Sources[i].ID == chain[len(chain)-1] {
			return int32(i)
		}
	}
	return -1
}

// quotedParts is the passages in quotation marks within s; a direct content whose marks lie outside it is one.
func quotedParts(text string, s article.Span, direct bool) []article.Span {
	var out []article.Span
	t := s.Text(text)
	start := -1
	for i, r := range t {
		switch {
		case r == '“' || r == '"' && start < 0:
			start = i + len(string(r))
		case (r == '”' || r == '"') && start >= 0:
			if start < i {
				out = append(out, article.Span{Start: s.Start + start, End: s.Start + i})
			}
			start = -1
		}
	}
	if start >= 0 && start < len(t) {
		out = append(out, article.Span{Start: s.Start + start, End: s.End})
	}
	if len(out) == 0 && direct {
		out = append(out, s)
	}
	return out
}

func (l *Ledger) quoteBefore(a, b int32) bool { return a != b && l.itemBefore(l.quote, a, b) }

func (l *Ledger) quoteAt(i int32) (*entry, *quoteItem) {
	it := l.quote[i]
	return l.entries[it.entry], &l.entries[it.entry].quotes[it.n]
}

func (l *Ledger) quoteKeys(i int32) []uint32 {
	_, q := l.quoteAt(i)
	return q.sketch[:min(len(q.sketch), 48)]
}

// quoteAlike is the share of the shorter passage's shingles that must stand in the other. With
// fewer, two speakers may only use one phrase.
const quoteAlike = .5

func (l *Ledger) quoteLike(earlier, later int32) float32 {
	_, a := l.quoteAt(earlier)
	_, b := l.quoteAt(later)
	share, common := overlap(a.sketch, b.sketch)
	if share < quoteAlike || common < 2 {
		return 0
	}
	return share
}

// Quotations are the utterances that more than one report prints, by first appearance.
func (v *View) Quotations() []Quotation {
	var out []Quotation
	for i, set := range v.quoteSets {
		if v.reportsOf(v.quote, set) > 1 {
			out = append(out, v.quotation(i))
		}
	}
	return out
}

// QuotationsOf are the utterances first printed in a story, those of one printing too.
func (v *View) QuotationsOf(story string) []Quotation {
	var out []Quotation
	n, _ := v.lookup('t', story)
	for _, set := range v.quoteSetsIn(story) {
		if v.storyOf[v.quote[v.quoteSets[set][0]].entry] == int32(n) {
			out = append(out, v.quotation(set))
		}
	}
	return out
}

// quoteSetsIn is the utterances with a printing in the story, in canonical order.
func (v *View) quoteSetsIn(story string) []int {
	seen := map[int32]bool{}
	var out []int
	for _, e := range v.recent(story) {
		for i := range v.entries[e].quotes {
			if set := v.quoteOf[v.quoteBase[e]+int32(i)]; set >= 0 && !seen[set] {
				seen[set] = true
				out = append(out, int(set))
			}
		}
	}
	sort.Ints(out)
	return out
}

func (v *View) quotation(set int) Quotation {
	var q Quotation
	first := v.quote[v.quoteSets[set][0]]
	printed := map[int32]bool{} // a report that quotes two passages of it prints it once
	for i, it := range v.quoteSets[set] {
		at := v.quote[it]
		if printed[at.entry] {
			continue
		}
		printed[at.entry] = true
		item := &v.entries[at.entry].quotes[at.n]
		p := Printing{Ref: v.ref(at.entry, item.span)}
		if i == 0 {
			q.ID, q.Words = v.quoteID(set), p.Text
		} else {
			p.Change, p.Reason = change(v.entries[first.entry], &v.entries[first.entry].quotes[first.n], v.entries[at.entry], item)
		}
		if q.Speaker == "" && item.source >= 0 {
			q.Speaker = v.sourceIDAt(at.entry, item.source)
		}
		q.Printings = append(q.Printings, p)
	}
	return q
}

func (v *View) quoteID(set int) string { return idString(v.setID('q', v.quote, v.quoteSets[set])) }

// change says how a later printing differs from the first.
func change(ea *entry, a *quoteItem, eb *entry, b *quoteItem) (kind, reason string) {
	if eb.r.Article.Language != ea.r.Article.Language && eb.r.Article.Language != "" && ea.r.Article.Language != "" {
		return "translated", fmt.Sprintf("printed in %s, first in %s", eb.r.Article.Language, ea.r.Article.Language)
	}
	al := align(a.words, b.words)
	ta, tb := a.span.Text(ea.r.Article.Text), b.span.Text(eb.r.Article.Text)
	if near := strings.ToLower(around(eb.r.Article.Text, b.span, 90)); strings.Contains(near, "translat") || strings.Contains(near, "through an interpreter") {
		return "translated", "the report says that it is translated"
	}
	switch {
	case len(a.words) == len(b.words) && al.same == len(a.words):
		return "same", "word for word"
	case len(a.words) > len(b.words) && al.same >= len(b.words)-1:
		return "trimmed", fmt.Sprintf("%d of %d words, without “%s”", len(b.words), len(a.words), clip(missing(ta, tb), 120))
	case len(a.words) < len(b.words) && al.same >= len(a.words)-1:
		return "extended", fmt.Sprintf("%d words for %d, with “%s”", len(b.words), len(a.words), clip(missing(tb, ta), 120))
	}
	return "changed", fmt.Sprintf("“%s” for “%s”", clip(missing(tb, ta), 100), clip(missing(ta, tb), 100))
}

// missing is the words of a that b does not have, in order.
func missing(a, b string) string {
	have := map[uint32]bool{}
	for _, w := range words(b) {
		have[w.hash] = true
	}
	var out []string
	for _, w := range words(a) {
		if !have[w.hash] {
			out = append(out, w.Text(a))
		}
	}
	return strings.Join(out, " ")
}

// around is s with up to n bytes on each side, on rune boundaries.
func around(text string, s article.Span, n int) string {
	i, j := max(0, s.Start-n), min(len(text), s.End+n)
	return strings.ToValidUTF8(text[i:j], "")
}
