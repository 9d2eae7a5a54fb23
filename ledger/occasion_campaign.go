package ledger

import (
	"slices"
	"strings"

	"sayso/article"
)

// A campaign has many blows that are told in nearly the same words: there days and numbers say which of them a count is of, and words say little.

// blows are what a campaign's reports count by the dozen.
var blows = setOf("strikes attacks raids bombings airstrikes bombardments ambushes shellings sinkings")

// campaign reports whether two reports or more give how many blows there have been so far, three or more: "the ninth strike since May".
func (v *View) campaign(entries []int32) bool {
	seen := map[int32]bool{}
	for _, e := range entries {
		for i := range v.entries[e].r.Figures {
			f := &v.entries[e].r.Figures[i]
			if f.Scope == "cumulative" && blows[f.Measure] && f.Low != nil && *f.Low > 2 {
				seen[v.reportOf[e]] = true
			}
		}
	}
	return len(seen) > 1
}

// Of a campaign: what two counts of one day score at least, whose number is the same, or is near and the place the same; and what
// near numbers add where no place is told.
const (
	sameBlow   = sameOccasion + .5
	likelyBlow = sameOccasion + .2
	nearBlow   = .8
)

// ofBlow is the score of u with an occasion of a campaign, given that of its words: another number of another day is another blow's, and
// what no report tells apart on one day is one.
func (p *placing) ofBlow(u *unit, o *occasion, score float64) float64 {
	n := u.value("killed")
	if score <= -9 || n == 0 {
		return score
	}
	if o.exact && !u.exact && o.last < u.first {
		return -9 // what is told without a day is of the last days, whatever number it has
	}
	equal, near, here, nowhere, apart := false, false, false, false, false
	for _, i := range o.units {
		w := &p.units[i]
		x := w.value("killed")
		equal = equal || x == n || slices.Contains(w.parts, n) || slices.Contains(u.parts, x) && x > 0
		near = near || x > 0 && 2*min(n, x) >= max(n, x)
		switch {
		case len(u.places) == 0 || len(w.places) == 0:
			nowhere = true
		case apartPlaces(u.places, w.places):
			apart = true
		default:
			here = true
		}
	}
	fits := here || nowhere || !apart // a place may be the capital that the sentence speaks of too
	sameDay := u.exact && o.exact && u.first == o.first
	toldThen := !u.exact && o.exact && u.own && u.published >= o.first && u.published <= o.first+1 || u.exact && !o.exact && o.last >= u.first && o.last <= u.first+1 // on its day or the next
	switch {
	case equal && sameDay && (n > 2 || here) && fits, equal && toldThen && n > 2 && fits && u.published == o.last:
		return max(score, sameBlow)
	case equal && toldThen && n > 1 && fits, near && toldThen && here && !u.rising && u.published == o.last:
		return score + nearBlow
	case equal || u.rising || !o.exact:
		return score
	case u.exact && !sameDay, !u.timed && p.v.entries[u.entry].when > int64(o.first+1)*86400+halfDay:
		return -9
	case near && sameDay && here:
		return max(score, likelyBlow)
	case near && sameDay && !apart:
		return score + nearBlow
	}
	return score
}

// halfDay is for how long after a day its blow is news that needs no day.
const halfDay = 12 * 3600

// tookPlace are the words with which a sentence only says when a blow was.
var tookPlace = []string{" took place ", " occurred ", " happened ", " was carried out ", " came "}

// dayOfBefore is the sentence before s where it only says when the blow was that s tells of: "The last attack took place on May 1. Eight men were killed in
// the strike." Empty where it does not.
func (e *entry) dayOfBefore(s article.Span) article.Span {
	text := e.r.Article.Text
	if s.Start < 3 || text[s.Start-1] == '\n' {
		return article.Span{}
	}
	end := strings.LastIndexAny(text[:s.Start], ".!?")
	if end < 1 {
		return article.Span{}
	}
	before := sentenceAround(text, article.Span{Start: end - 1, End: end})
	if w := before.Text(text); before.Len() > shortSentence || !onDate(w) || !containsAny(w, tookPlace...) || !slices.ContainsFunc(words(w), func(x word) bool { return disasters[strings.ToLower(x.Text(w))] }) {
		return article.Span{}
	}
	return before
}

// shortSentence is how long a sentence is at most that only says when something was.
const shortSentence = 90

// modes are the words of which a campaign's reports have some for its blows.
var modes = strings.Fields("strike airstrike drone raid shelling rocket artillery boat vessel")

// campaignWords are those of them that two in three of a campaign's reports begin with; none in a story that is no campaign.
func (v *View) campaignWords(entries []int32) []string {
	if !v.campaign(entries) {
		return nil
	}
	var out []string
	for _, w := range modes {
		n := 0
		for _, e := range entries {
			a := v.entries[e].r.Article
			if containsAny(a.Title+" "+strings.ToValidUTF8(a.Text[:min(len(a.Text), lead)], ""), w) {
				n++
			}
		}
		if 3*n >= 2*len(entries) {
			out = append(out, w)
		}
	}
	return out
}

// otherHands are words for deeds that are no strikes from afar.
var otherHands = strings.Fields("bombing bomber suicide massacre siege shooting gunmen gunman hijack assassinat ambush hostage crash")

// foreign reports whether a sentence recalls what is no blow of a campaign with such words: it has none of them, and tells of another kind of
// deed ("the bombing in May that killed 37"), of an attack on what has a name, or of who claimed one, days before.
func (u *unit) foreign(sentence string, own []string, background bool) bool {
	if i := strings.Index(sentence, " after "); i >= 0 && containsAny(sentence[:i], " came", " come", " days") {
		sentence = sentence[i:] // "the strikes came days after a bombing in Marn that killed 37"
	}
	if len(own) == 0 || containsAny(sentence, own...) {
		return false
	}
	if containsAny(sentence, "claimed responsibility for") {
		return true
	}
	long := background || u.exact && u.published-u.first >= recalledAfter
	return long && (containsAny(sentence, otherHands...) || attackOnName(sentence))
}

// recalledAfter is after how many days a blow is no news.
const recalledAfter = 3

// attackOnName reports whether a sentence tells of an attack on what has a name: "an attack on the Marn airport", not "the attack on May 2".
func attackOnName(sentence string) bool {
	fields := strings.Fields(sentence)
	for i := 0; i+3 < len(fields); i++ {
		if w := strings.ToLower(fields[i]); (w != "attack" && w != "attacks" && w != "assault") || fields[i+1] != "on" {
			continue
		}
		at := fields[i+2]
		if at == "the" {
			at = fields[i+3]
		}
		if at[0] >= 'A' && at[0] <= 'Z' && !months[strings.ToLower(strings.Trim(at, ".,"))] && !strings.HasSuffix(strings.Trim(at, ".,'’s"), "day") {
			return true
		}
	}
	return false
}
