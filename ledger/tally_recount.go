package ledger

import "strings"

// A count is no source: "a recount put the dead at 71" does not say who counted, and "the latest count by the governor's office" is the office's.

// countings are nouns for a count, and countedLately the words that may stand before them.
var (
	countings     = setOf("count recount tally toll total reckoning")
	countedLately = setOf("latest new newest fresh first second third last final official preliminary provisional initial earlier early updated revised recent full partial manual previous separate death confirmed complete")
	countVerbs    = setOf("stood stands put puts was is showed shows gave gives has had reached listed lists")
	ofCounted     = setOf("ballots ballot votes vote papers dead deaths victims bodies casualties graves killed injured homes houses people")
)

// behindCount is the words behind a noun for a count that begins a sentence or a name, or ok is false where it begins with none.
func behindCount(fields []string) (rest []string, ok bool) {
	if len(fields) < 2 || !isArticle(fields[0]) {
		return nil, false
	}
	i := 1
	for i < len(fields)-1 && countedLately[strings.ToLower(fields[i])] {
		i++
	}
	return fields[i+1:], countings[strings.ToLower(strings.Trim(fields[i], ","))]
}

func isArticle(w string) bool {
	w = strings.ToLower(w)
	return w == "a" || w == "an" || w == "the" || w == "that" || w == "this"
}

// bareCount reports whether the name of a source is a count of which it is not said whose it is: "a recount", "a fresh count of the ballots".
func bareCount(name string) bool {
	rest, ok := behindCount(strings.Fields(name))
	switch {
	case !ok:
		return false
	case len(rest) == 0:
		return true
	}
	w := strings.ToLower(rest[0])
	if w == "in" || w == "on" || w == "that" || w == "which" || w == "after" || w == "since" || w == "late" || w == "early" {
		return true
	}
	return w == "of" && len(rest) > 1 && (ofCounted[strings.ToLower(rest[len(rest)-1])] || ofCounted[strings.ToLower(rest[1])] || len(rest) > 2 && ofCounted[strings.ToLower(rest[2])])
}

// countBy is whose the count is with which a sentence gives a number in its own voice: "the governor's office" of "The latest count by the governor's office
// stood at"; or "".
func countBy(fields []string) string {
	rest, ok := behindCount(fields)
	if !ok || len(rest) < 3 || rest[0] != "by" && rest[0] != "from" && rest[0] != "of" || ofCounted[strings.ToLower(rest[1])] {
		return ""
	}
	for i := 2; i < len(rest) && i < 8; i++ {
		if countVerbs[strings.ToLower(rest[i])] {
			who := strings.Join(rest[1:i], " ")
			if last := strings.ToLower(rest[i-1]); strings.HasSuffix(last, "day") || ofCounted[last] {
				return ""
			}
			return strings.TrimRight(who, ",")
		}
	}
	return ""
}
