package ledger

import (
	"slices"
	"strings"

	"sayso/resolve"
)

// clearsItself reports whether an end has nothing in a claim but that it did not do what it is said to have done: "Brellmere denied that it had hidden tests",
// "We have never concealed a result". Who denies what others did is accused of nothing.
func (v *View) clearsItself(all []int32, en *end) bool {
	if en.source < 0 || v.unnamedItem(en.source) && !v.sourceItem(en.source).speaks() {
		return false
	}
	own := v.sayingsBy(all, en)
	return len(own) > 0 && !slices.ContainsFunc(own, func(m int32) bool {
		at := v.claim[m]
		return !v.entries[at.entry].clears(&v.entries[at.entry].claims[at.n])
	})
}

// clears reports whether a content says that its own source did not do a thing.
func (e *entry) clears(c *claimItem) bool {
	if c.source < 0 || c.att < 0 {
		return false
	}
	said := strings.TrimLeft(strings.TrimPrefix(plainMarks(strings.ToLower(joinSpans(e.r.Article.Text, c.spans))), "that "), "\" ")
	if n := accountPhrase(said); c.denial && n < len(said) { // "denied a report that it had hidden tests"
		said = strings.TrimPrefix(strings.TrimSpace(said[n:]), "that ")
	}
	first, rest, _ := strings.Cut(said, " ")
	switch first {
	case "we", "i":
		return !c.denial && len(c.denied) > 0 && misdeeds[e.ownDeed(c)]
	case "it", "they":
		if e.sources[c.source].s.Kind == resolve.Person && !e.sources[c.source].speaks() {
			return false
		}
	case "he", "she":
		if e.sources[c.source].s.Kind != resolve.Person || e.sources[c.source].speaks() {
			return false
		}
	default:
		return c.denial && strings.HasSuffix(first, "ing") && e.ownDeed(c) != 0
	}
	verb, _, _ := strings.Cut(rest, " ")
	return c.denial && (verb == "had" || verb == "has" || verb == "have" || verb == "was" || verb == "were") || !c.denial && len(c.denied) > 0 && misdeeds[e.ownDeed(c)]
}
