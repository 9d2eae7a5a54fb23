package ledger

import (
	"math"
	"slices"
	"strings"
)

// windowKey is the day, month or year since when a total counts, as one series' key.
func windowKey(since string) string { return since }

// windows says of each series whether it counts over the same window and ground as the most of them. Totals since other
// days, or of a part of the ground, are other series: no gap lies between them, and they are no part of low and high.
func (t *Tally) windows(first int32) {
	ended := make([]string, len(t.Series))
	for i := range t.Series {
		ended[i] = endedBefore(&t.Series[i], first)
	}
	main := t.mainWindow(ended)
	for i := range t.Series {
		s := &t.Series[i]
		switch {
		case s.left:
			s.Apart = "how many of those taken are still held"
		case ended[i] != "":
			s.Apart = ended[i]
		case s.Within != "":
			s.Apart = "only " + strings.ToLower(s.Within[:1]) + s.Within[1:]
		case s.Since != "" && main != "" && !sameWindow(s.Since, main):
			s.Apart = "since " + s.Since + ", the others since " + main
		case s.Since != "" && (t.shorter(i) || t.fewDays(i)):
			s.Apart = "since " + s.Since + " alone"
		}
	}
	t.join()
}

// older sets apart the totals that count since before the only incident that the story is about: "410 deaths on the route since January".
func (t *Tally) older(of *occasions) {
	long, open := 0, 0 // totals since long before, and since no day
	before := func(s *Series) bool {
		since := sinceDay(s.Since)
		return s.Apart == "" && s.Since != "" && since != math.MaxInt32 && since < of.first-beganWithin
	}
	for i := range t.Series {
		if s := &t.Series[i]; before(s) {
			long += len(s.Points)
		} else if s.Apart == "" {
			open += len(s.Points)
		}
	}
	if of.single < 0 && (of.campaign || long > 1 || open == 0) {
		return
	}
	for i := range t.Series {
		if s := &t.Series[i]; before(s) {
			s.Apart = "since " + s.Since + ", before what the story is about"
		}
	}
}

// endedBefore says of a series that its totals are of a time that was over long before the story's first report: "28 were
// killed between 2008 and 2011".
func endedBefore(s *Series, first int32) string {
	last := int32(unknownDay)
	for _, p := range s.Points {
		if day := parseDay(p.AsOf); day != unknownDay && (last == unknownDay || day > last) {
			last = day
		}
	}
	if first == unknownDay || last == unknownDay || last >= first-longBefore {
		return ""
	}
	return "until " + dayString(last) + ", long before"
}

// shorter reports whether series i counts over a stretch of the window of another of its source: much fewer, as of the same day and in the
// same report. "Three of the seven were lost in the past week".
func (t *Tally) shorter(i int) bool {
	for _, p := range t.Series[i].Points {
		for k := range t.Series {
			if k == i || t.Series[k].Since == t.Series[i].Since {
				continue
			}
			for _, q := range t.Series[k].Points {
				if q.Ref.Report == p.Ref.Report && q.Origin == p.Origin && q.AsOf == p.AsOf && !p.Vague && !q.Vague && 4*p.Low < 3*q.Low {
					return true
				}
			}
		}
	}
	return false
}

// fewDays reports whether series i counts over less than a week and somebody had a larger total before: "four strikes in the last three days".
func (t *Tally) fewDays(i int) bool {
	for _, p := range t.Series[i].Points {
		if since, day := parseDay(t.Series[i].Since), parseDay(p.AsOf); since == unknownDay || day-since > 6 {
			return false
		}
		for k := range t.Series {
			if slices.ContainsFunc(t.Series[k].Points, func(q Point) bool {
				return k != i && t.Series[k].Apart != claimedByFoe && !sameWindow(t.Series[k].Since, t.Series[i].Since) && q.AsOf < p.AsOf && q.Low > p.Low && !q.Vague && !q.Superseded
			}) {
				return true
			}
		}
	}
	return false
}

// mainWindow is the day since when most points count; of days as frequent as each other the earlier.
func (t *Tally) mainWindow(ended []string) string {
	count := map[string]int{}
	for i, s := range t.Series {
		if ended[i] == "" && s.Within == "" && s.Since != "" {
			for _, p := range s.Points {
				if !p.Superseded {
					count[s.Since] += 1
				}
			}
		}
	}
	sum := map[string]int{}
	for a := range count {
		for b, n := range count {
			if sameWindow(a, b) {
				sum[a] += n
			}
		}
	}
	best := ""
	for k, n := range sum {
		if best == "" || n > sum[best] || n == sum[best] && (len(k) > len(best) || len(k) == len(best) && k < best) {
			best = k
		}
	}
	return best
}

// sameWindow reports whether two beginnings can be one: a month holds its days, and days may be two apart.
func sameWindow(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if strings.HasPrefix(b, a) {
		return len(a) > 4 // "2025" alone holds too much
	}
	x, y := parseDay(a), parseDay(b)
	return x != unknownDay && y != unknownDay && x-y <= 2 && y-x <= 2
}

// join makes one series of those of one source that count over the same window.
func (t *Tally) join() {
	var out []Series
	at := map[string]int{}
	for _, s := range t.Series {
		key := s.Points[0].Origin + "|" + s.Apart
		k, ok := at[key]
		if !ok {
			at[key] = len(out)
			out = append(out, s)
			continue
		}
		o := &out[k]
		o.Points = append(o.Points, s.Points...)
		if len(s.Since) > len(o.Since) {
			o.Since = s.Since
		}
	}
	t.Series = out
	for i := range out {
		sortPoints(out[i].Points)
	}
}
