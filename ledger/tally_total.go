package ledger

import (
	"slices"
	"strings"

	"sayso/article"
)

// Which counts are running totals though no words of totalling stand beside them: what a source restates, a toll of nothing in particular.

// restates reports whether an incident's count is a running total told in the perfect, "said that 12 people had been killed": no less
// than its source's last total, or the total that anybody told last, within restatedWithin days. A number of ten or more that was a total then, told
// of no day and of several or of a time ("the siege"), is that total again whatever the tense.
func (t *Tally) restates(series map[string]int, latest, p *Point) bool {
	if latest != nil && p.counting {
		return true
	}
	if !p.perfect {
		return latest != nil && p.day == "" && p.Low >= fewUnits && !p.onDay && t.toldTotal(p)
	}
	if latest != nil && latest.Low == p.Low && p.Low >= 10 && p.when-latest.when <= restatedWithin*86400 {
		return true
	}
	k, ok := series[p.Origin]
	if !ok {
		return false
	}
	points := t.Series[k].Points
	for i := len(points) - 1; i >= 0; i-- {
		if last := &points[i]; last.stands() {
			again := p.Low == last.Low && p.Low >= 10 && p.when-last.when <= restatedWithin*86400 // "at least 15" by who gave 15 last
			return again || p.Low >= last.Low && (!p.Open || p.background || p.active && !p.onDay)
		}
	}
	return false
}

// countedSoFar reports whether the words before a figure are of somebody who counts as it goes on: "the monitor has counted 154 dead", "now counts 195".
func countedSoFar(before string) bool {
	before = strings.ToLower(strings.ToValidUTF8(before[max(0, len(before)-44):], ""))
	before = strings.NewReplacer(" now ", " ", " so far ", " ", " already ", " ", " the deaths of ", " ").Replace(before)
	before = before[max(0, len(before)-28):]
	return containsAny(before, "has counted ", "have counted ", "has recorded ", "have recorded ", "has documented ", "has verified ", "has registered ", "now counts ", "had counted ", "had recorded ", "had documented ")
}

// toldTotal reports whether a total of p's number was told in the days before it.
func (t *Tally) toldTotal(p *Point) bool {
	for s := range t.Series {
		if t.Series[s].Apart == "" && slices.ContainsFunc(t.Series[s].Points, func(q Point) bool {
			return q.Low == p.Low && q.stands() && p.when-q.when <= restatedWithin*86400 && q.key != p.key
		}) {
			return true
		}
	}
	return false
}

// restatedWithin is for how many days a running total is told again as it is, while nothing new happens.
const restatedWithin = 14

// tollOfMany reports whether the words before a figure give the toll of several incidents: "lowered its toll of the raids to 36".
func tollOfMany(text string, f article.Span) bool {
	s := strings.ToLower(strings.ToValidUTF8(text[max(0, f.Start-64):f.Start], ""))
	if i := strings.LastIndexAny(s, ".;\n"); i >= 0 {
		s = s[i:]
	}
	i := max(strings.LastIndex(s, "toll"), strings.LastIndex(s, "number of "))
	return i >= 0 && several(s[i:]) && !containsAny(s[i:], "day's", "day’s")
}

// inPerfect reports whether a figure is told in the perfect, "12 people had been killed".
func inPerfect(text string, f article.Span) bool {
	if hasKilled(text, f) {
		return true
	}
	after := strings.ToLower(strings.ToValidUTF8(text[f.End:min(len(text), f.End+40)], ""))
	if i := strings.IndexAny(after, ".;\n"); i >= 0 {
		after = after[:i]
	}
	return slices.ContainsFunc(perfects, func(w string) bool { return strings.Contains(after, w) })
}

// hasKilled reports whether the words before a figure are an active verb in the perfect: "the siege has cost 142 lives".
func hasKilled(text string, f article.Span) bool {
	before := strings.ToLower(strings.ToValidUTF8(text[max(0, f.Start-perfectWithin):f.Start], ""))
	if i := strings.LastIndexAny(before, ".;,\n"); i >= 0 {
		before = before[i:]
	}
	return containsAny(before, " has cost", " have cost", " had cost", " has claimed", " have claimed", " had claimed", " has killed", " have killed", " had killed", " has left", " have left")
}

// perfectWithin is how many bytes before a count the perfect of an active verb stands.
const perfectWithin = 32

// perfects are the beginnings of the perfect in which totals are told.
var perfects = []string{"have been ", "has been ", "had been ", "have died", "had died", "have now "}

// bareToll reports whether the words right before a figure give a toll without saying of what: "the fire service puts the
// toll at 14", "bringing the number of people killed to 21". It is its source's running total. "The toll of the strike
// on the port" and a toll that "has risen" are of the incident that the report tells.
func bareToll(text string, f article.Span) bool {
	s := strings.ToLower(strings.ToValidUTF8(text[max(0, f.Start-48):f.Start], ""))
	if i := strings.LastIndexAny(s, ".;\n"); i >= 0 {
		s = s[i:]
	}
	if strings.HasSuffix(s, " counts ") {
		return true // "the ministry counts 76 dead"
	}
	for _, w := range []string{"toll", "total", "bringing", "brings", "in all", "altogether", "number of people", "number of dead", "number of the dead"} {
		if i := strings.LastIndex(s, w); i >= 0 {
			rest := strings.NewReplacer("number of people", "", "number of dead", "", "number of the dead", "", "number of those", "").Replace(s[i+len(w):])
			return !containsAny(rest, ",", " from ", " of ", " in ", " after ", " when ", "risen", "rose", "rise", "climb")
		}
	}
	return false
}
