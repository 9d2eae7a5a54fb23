package eval

import (
	"fmt"
	"slices"
	"strings"

	"sayso/article"
)

// setKey is a set of spans as one string, in order.
func setKey(set spanSet) string {
	var ss []article.Span
	for s := range set {
		ss = append(ss, s)
	}
	slices.SortFunc(ss, func(a, b article.Span) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return a.End - b.End
	})
	var b strings.Builder
	for _, s := range ss {
		fmt.Fprintf(&b, "%d-%d,", s.Start, s.End)
	}
	return b.String()
}
