package web

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// A paragraph is a line of the text in pieces; joined, the pieces are the line.
type paragraph struct {
	Heading bool
	Pieces  []piece
}

// A piece is a run of text under the same marks.
type piece struct {
	Text   string
	Class  string // what stands here: c (content), s (source), k (cue), f (figure), e (event), ns (non-statement); and whose voice
	IDs    string // statements it belongs to, parted by spaces
	Anchor string // id of the element: the first piece of a figure or an event
	Title  string // what a pointer that rests on it is told
	Marks  []mark // statements whose content ends here
}

// A mark is the number after a statement's content.
type mark struct{ ID, Number, Voice string }

// A tag is a span that gives its pieces a class.
type tag struct {
	article.Span
	class, id, anchor, title string
	content                  bool
}

// paragraphs are the text's lines with every mark, and how many per cent of its words nobody is cited for.
func paragraphs(r *resolve.Reading, d *reportData) ([]paragraph, int) {
	text := r.Article.Text
	tags := allTags(r, d)
	ends := contentEnds(r, d)
	cuts := boundaries(text, tags)
	var out []paragraph
	var open []tag
	next, own, all, start := 0, 0, 0, 0
	for _, line := range strings.SplitAfter(text, "\n") {
		p := paragraph{}
		for at := start; at < start+len(line); {
			end := nextCut(cuts, at)
			end = min(end, start+len(line))
			for next < len(tags) && tags[next].Start <= at {
				open = append(open, tags[next])
				next++
			}
			open = slices.DeleteFunc(open, func(t tag) bool { return t.End <= at })
			pc := newPiece(strings.TrimRight(text[at:end], "\r\n"), open, at)
			pc.Marks = ends[end]
			all += len(pc.Text)
			if pc.IDs == "" {
				own += len(pc.Text)
			}
			if pc.Text != "" || pc.Marks != nil {
				p.Pieces = append(p.Pieces, pc)
			}
			at = end
		}
		if len(p.Pieces) > 0 && strings.TrimSpace(line) != "" {
			p.Heading = isHeading(r.Article, start)
			out = append(out, p)
		}
		start += len(line)
	}
	return out, own * 100 / max(1, all)
}

func isHeading(a *article.Article, at int) bool {
	for _, b := range a.Blocks {
		if b.Start <= at && at < b.End {
			return b.Kind == article.Heading
		}
	}
	return false
}

// allTags are the spans to show, by start; longer ones first where two start together.
func allTags(r *resolve.Reading, d *reportData) []tag {
	var tags []tag
	for i := range r.Attributions {
		a, c := &r.Attributions[i], &d.Cards[i]
		class := "c " + c.Voice
		if a.Form == "direct" {
			class += " q"
		}
		for _, s := range a.Content {
			tags = append(tags, tag{Span: s, class: class, id: a.ID, content: true})
		}
		for _, s := range a.Source {
			tags = append(tags, tag{Span: s, class: "s " + c.Voice, id: a.ID})
		}
		for _, s := range a.Cue {
			tags = append(tags, tag{Span: s, class: "k", id: a.ID})
		}
	}
	for _, f := range d.Figures {
		tags = append(tags, tag{Span: f.Span, class: "f", anchor: f.ID, title: f.Range + " " + f.What() + ", " + f.Scope})
	}
	for _, e := range d.Events {
		if e.Salient {
			tags = append(tags, tag{Span: e.Span, class: "e", anchor: e.ID, title: statusWords(e.Status)})
		}
	}
	for _, n := range r.NonStatements {
		tags = append(tags, tag{Span: n.Span, class: "ns", title: "said nothing"})
	}
	tags = slices.DeleteFunc(tags, func(t tag) bool { return t.Len() == 0 })
	slices.SortStableFunc(tags, func(a, b tag) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	return tags
}

// contentEnds are the marks to print after byte offsets: after the last word of each statement's content.
func contentEnds(r *resolve.Reading, d *reportData) map[int][]mark {
	out := map[int][]mark{}
	for i := range r.Attributions {
		if spans := r.Attributions[i].Content; len(spans) > 0 {
			end := spans[len(spans)-1].End
			out[end] = append(out[end], mark{ID: d.Cards[i].ID, Number: d.Cards[i].Number, Voice: d.Cards[i].Voice})
		}
	}
	return out
}

func boundaries(text string, tags []tag) []int {
	cuts := []int{len(text)}
	for _, t := range tags {
		cuts = append(cuts, t.Start, t.End)
	}
	slices.Sort(cuts)
	return slices.Compact(cuts)
}

// nextCut is the first boundary after at.
func nextCut(cuts []int, at int) int {
	i, found := slices.BinarySearch(cuts, at)
	if found {
		i++
	}
	if i == len(cuts) {
		return cuts[len(cuts)-1]
	}
	return cuts[i]
}

func newPiece(text string, open []tag, at int) piece {
	p := piece{Text: text}
	var classes, ids, titles []string
	for _, t := range open {
		for _, c := range strings.Fields(t.class) {
			if !slices.Contains(classes, c) {
				classes = append(classes, c)
			}
		}
		if t.id != "" && !slices.Contains(ids, t.id) {
			ids = append(ids, t.id)
		}
		if t.title != "" {
			titles = append(titles, t.title)
		}
		if t.anchor != "" && t.Start == at && p.Anchor == "" {
			p.Anchor = t.anchor
		}
	}
	p.Class, p.IDs, p.Title = strings.Join(classes, " "), strings.Join(ids, " "), strings.Join(titles, "; ")
	return p
}
