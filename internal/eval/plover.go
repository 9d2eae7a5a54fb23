package eval

import (
	"math"
	"slices"
	"strings"

	"sayso"
	"sayso/article"
	"sayso/resolve"
)

// plover scores the types of events against PLV, sentences in which source and target are marked and
// the PLOVER root of what the one does to the other is given (CONCEDE and RETREAT are one there, YIELD).
// The events of a sentence vote for its root, those with the marked parties the most. Only every fifth
// sentence of a root is scored, which the model has not seen. Macro F1 over the roots, and accuracy.
func plover(file string) (Scores, error) {
	type sentence struct {
		Marked string `json:"marked_sentence"`
		Root   string `json:"gold_root"`
	}
	gold, err := rows[sentence](file)
	if err != nil {
		return nil, err
	}
	hit, got, want := map[string]float64{}, map[string]float64{}, map[string]float64{}
	right, all := 0.0, 0.0
	ofRoot := map[string]int{}
	for i := range gold {
		if ofRoot[gold[i].Root]++; ofRoot[gold[i].Root]%5 != 0 {
			continue
		}
		text, source, target := unmark(gold[i].Marked)
		r := sayso.Read(&article.Article{Text: text})
		root := elect(r, source, target)
		want[gold[i].Root]++
		got[root]++
		all++
		if root == gold[i].Root {
			hit[root]++
			right++
		}
	}
	macro := 0.0
	for root := range want {
		macro += 2 * hit[root] / (got[root] + want[root])
	}
	return Scores{"plover.macro": macro / float64(len(want)), "plover.accuracy": right / all}, nil
}

// elect is the root with the most votes, the first in the alphabet of equals; "" where no event has one.
func elect(r *resolve.Reading, source, target article.Span) string {
	votes := map[string]float64{}
	for i := range r.Events {
		e := &r.Events[i]
		root := e.Type
		if root == "CONCEDE" || root == "RETREAT" {
			root = "YIELD"
		}
		if root == "OTHER" || e.Trigger.Overlaps(source) || e.Trigger.Overlaps(target) {
			continue
		}
		v := -0.5 * float64(i)
		if overlaps(e.Actors, source) {
			v += 3
		}
		if overlaps(e.Targets, target) {
			v += 2
		}
		if overlaps(e.Targets, source) {
			v--
		}
		if e.Trigger.Start >= source.End && e.Trigger.End <= target.Start {
			v++
		}
		votes[root] += math.Exp(v)
	}
	best := ""
	for root, v := range votes {
		if best == "" || v > votes[best] || v == votes[best] && root < best {
			best = root
		}
	}
	return best
}

func overlaps(ps []resolve.Participant, s article.Span) bool {
	return slices.ContainsFunc(ps, func(p resolve.Participant) bool { return p.Span.Overlaps(s) })
}

// unmark is a sentence without its <s> and <t> marks, and the first span of each.
func unmark(marked string) (text string, source, target article.Span) {
	var b strings.Builder
	source, target = article.Span{Start: -1}, article.Span{Start: -1}
	for len(marked) > 0 {
		open, shut := span(&source, &target, marked)
		switch {
		case open != nil:
			if open.Start < 0 {
				open.Start = b.Len()
			}
			marked = marked[len("<s>"):]
		case shut != nil:
			if shut.End == 0 {
				shut.End = b.Len()
			}
			marked = marked[len("</s>"):]
		default:
			b.WriteByte(marked[0])
			marked = marked[1:]
		}
	}
	return b.String(), source, target
}

// span is the span that a mark at the start of text opens or shuts.
func span(source, target *article.Span, text string) (open, shut *article.Span) {
	switch {
	case strings.HasPrefix(text, "<s>"):
		return source, nil
	case strings.HasPrefix(text, "<t>"):
		return target, nil
	case strings.HasPrefix(text, "</s>"):
		return nil, source
	case strings.HasPrefix(text, "</t>"):
		return nil, target
	}
	return nil, nil
}
