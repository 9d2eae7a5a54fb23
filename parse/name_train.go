package parse

import "sayso/article"

// A NameRun is one stretch of words that can hold names, with its labels (indexes into NameClasses).
type NameRun struct {
	Features [][]uint32
	Labels   []int
}

// NameRuns parses text and gives the stretches that the name model labels, with the labels that the
// gold names (spans of text and kinds) give them. Names that do not fit the words are left out. Texts
// annotated by one convention share a domain; 0 is the one that the product follows (features that name
// their domain, after Daumé 2007, let the others differ).
func NameRuns(text string, domain uint32, gold []article.Span, kinds []NameKind) []NameRun {
	d := grammarOf(text)
	labels := make([]int, len(d.Tokens))
	for i, s := range gold {
		first, end := d.TokenAt(s.Start), d.TokenAt(s.End-1)+1
		if int(first) >= len(labels) || int(end) > len(labels) || int(d.Tokens[first].Start) != s.Start || int(d.Tokens[end-1].End) != s.End {
			continue
		}
		label(labels, Name{First: first, End: end, Kind: kinds[i]})
	}
	n := newNamer(d)
	n.domain = domain
	return n.labelled(labels)
}

// grammarOf is text with everything that names are found by.
func grammarOf(text string) *Doc {
	d := &Doc{Article: &article.Article{Text: text}, Text: text}
	segment(d)
	analyse(d)
	d.indexChildren()
	return d
}

func label(labels []int, m Name) {
	k := kindLabel(m.Kind)
	if k == 0 {
		return
	}
	for t := m.First; t < m.End; t++ {
		labels[t] = k + 1
	}
	labels[m.First] = k
}

// labelled are the document's runs with their part of labels.
func (n *namer) labelled(labels []int) []NameRun {
	var out []NameRun
	n.runs(func(first, end int32, features [][]uint32) {
		r := NameRun{Labels: append([]int(nil), labels[first:end]...)}
		for _, f := range features {
			r.Features = append(r.Features, append([]uint32(nil), f...))
		}
		// A name that began before the run begins with it.
		for i := range r.Labels {
			if l := r.Labels[i]; l > 0 && l%2 == 0 && (i == 0 || r.Labels[i-1] != l && r.Labels[i-1] != l-1) {
				r.Labels[i]--
			}
		}
		out = append(out, r)
	})
	return out
}

func kindLabel(k NameKind) int {
	for i, v := range nameKinds {
		if v == k {
			return 2*i + 1
		}
	}
	return 0
}
