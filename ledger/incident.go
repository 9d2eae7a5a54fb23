package ledger

import (
	"slices"
	"sort"
)

// settle puts an incident's counts in the order of their publication and takes its toll from them: the latest count is
// the incident's, earlier ones are its history. A count that others gave before, told again after a higher one was out,
// is stale; a lower one of the same source revises; two numbers of different sources since the last rise make a range.
func (v *View) settle(in *Incident, sides map[string][]uint32) {
	sort.SliceStable(in.Points, func(a, b int) bool {
		p, q := &in.Points[a], &in.Points[b]
		if p.when != q.when {
			return p.when < q.when
		}
		return p.Ref.Report == q.Ref.Report && p.Ref.Start < q.Ref.Start
	})
	in.Event, in.Day, in.dayless = v.incidentEvent(in.Points)
	in.Apart = doubtful(in)
	if len(in.blows) > 0 {
		v.ofSides(in, sides)
	}
	if first, second, ok := in.counters(); ok {
		v.countedByBoth(in, first, second)
		return
	}
	c := in.course()
	in.Vague = !c.begun
	in.Low, in.High, in.best = c.low, c.high, c.supported()
	if in.Vague {
		in.Low, in.High = 0, 0
		for _, p := range in.Points {
			in.Low, in.High = max(in.Low, p.Low), max(in.High, p.High)
		}
	}
}

// recalled is why an incident that is told as known is in no sum.
const recalled = "recalled, its day not said"

// doubtful says why an incident is counted in no sum: the one report that tells it says that it is denied, or it is only
// recalled and nobody says of what day, so that it may be one that is counted already.
func doubtful(in *Incident) string {
	denied, again, one := false, in.dayless, true
	for i := range in.Points {
		p := &in.Points[i]
		denied = denied || p.denied
		again = again && p.background
		one = one && p.Ref.Report == in.Points[0].Ref.Report
	}
	switch {
	case denied && one:
		return "denied"
	case again:
		return recalled
	}
	return ""
}

// late is how many days after its day an incident is first told where it may be a part of another of that day.
const late = 10

// retold marks the incidents that are first told long after their day, of a day that has a larger one told at once: "two
// men who survived the attack of October 9 were killed by a second missile" are two of its eight.
func (t *Tally) retold() {
	delay := func(in *Incident) int32 {
		day := parseDay(in.Day)
		if day == unknownDay || len(in.Points) == 0 {
			return 0
		}
		return int32(in.Points[0].when/86400) - day
	}
	of := map[string][]int{} // the incidents of a day
	for i := range t.Incidents {
		of[t.Incidents[i].Day] = append(of[t.Incidents[i].Day], i)
	}
	for i := range t.Incidents {
		in := &t.Incidents[i]
		for _, k := range of[in.Day] {
			if o := &t.Incidents[k]; k != i && o.High >= in.High && delay(in) > late && delay(o) <= late && in.Apart == "" && o.Apart == "" {
				in.Apart = "perhaps a part of another incident of that day"
			} else if k != i && in.Apart == "" && o.Apart == "" && in.adds(o.High) {
				in.Apart = "its counts add up to another incident of that day"
			}
		}
		if in.Apart == "" && in.onePerson() && t.among(in) {
			in.Apart = "one person of whom a report tells, perhaps among those of a larger incident"
		}
		if in.Apart == "" && !slices.ContainsFunc(in.Points, func(p Point) bool { return !p.some }) && len(t.Incidents) > 1 {
			in.Apart = "some of those whom others count"
		}
	}
	t.dayTotals(of)
}

// dayTotals marks the incidents of a day beside one whose count is by its words of several of them: "three strikes on Thursday in which a dozen died".
func (t *Tally) dayTotals(of map[string][]int) {
	for i := range t.Incidents {
		total := &t.Incidents[i]
		smaller := func(k int) bool { in := &t.Incidents[k]; return k != i && in.Apart == "" && in.High < total.High }
		if total.Apart != "" || !slices.ContainsFunc(of[total.Day], smaller) || !slices.ContainsFunc(total.Points, func(p Point) bool { return !p.Part && p.Low >= total.Low && p.several }) {
			continue
		}
		for _, k := range of[total.Day] {
			if smaller(k) {
				t.Incidents[k].Apart = "one of the blows of that day that another count adds up"
			}
		}
	}
}

// among reports whether one person without a number may be one of a larger incident's: where the incident has no day, of any; else of the only one
// of ten or more, and no other has a day.
func (t *Tally) among(in *Incident) bool {
	large, dated := 0, 0
	for i := range t.Incidents {
		switch o := &t.Incidents[i]; {
		case o == in || o.Apart != "":
		case !o.Vague && o.High >= manyPeople:
			large++
		case !o.dayless:
			dated++
		}
	}
	return large > 0 && (in.dayless || large == 1 && dated == 0)
}

// manyPeople is how many an incident has at least, so that one person of whom a report tells beside it is likely among them.
const manyPeople = 10

// onePerson reports whether an incident is of one person without a number or without a day: "an officer was hit in the neck".
func (in *Incident) onePerson() bool {
	for i := range in.Points {
		p := &in.Points[i]
		if p.Low != 1 || p.High != 1 || !in.dayless && numeral(p.Ref.Text) {
			return false
		}
	}
	return len(in.Points) > 0
}

// numeral reports whether words have a number in them: "one man", not "a man".
func numeral(text string) bool {
	for _, w := range words(text) {
		if _, ok := numberWord[foldString(w.Text(text))]; ok || w.digit {
			return true
		}
	}
	return false
}

// adds reports whether an incident's counts, all of one report, add up to n: "24 bodies were found there, two died on the way"
// beside 26 dead.
func (in *Incident) adds(n float64) bool {
	sum, parts := 0., 0 // one number told twice is no sum
	for i := range in.Points {
		p := &in.Points[i]
		if p.Ref.Report != in.Points[0].Ref.Report || p.Vague {
			return false
		}
		told := false
		for k := range i {
			told = told || in.Points[k].Low == p.Low
		}
		if !told {
			sum, parts = sum+p.Low, parts+1
		}
	}
	return parts > 1 && sum == n
}

// incidentEvent is the event that most of the counts are of, and the day that most give.
func (v *View) incidentEvent(points []Point) (event, day string, dayless bool) {
	events, days := map[string]int{}, map[string]int{}
	first := ""
	for i := range points {
		p := &points[i]
		events[p.event]++
		days[p.day]++
		if first == "" || p.AsOf < first {
			first = p.AsOf
		}
	}
	if day = most1(days); day == "" {
		day, dayless = first, true
	}
	return most1(events), day, dayless
}

// most1 is the key with the highest count that is not "", the smallest of equals.
func most1(count map[string]int) string {
	best := ""
	for k, n := range count {
		if k != "" && (best == "" || n > count[best] || n == count[best] && k < best) {
			best = k
		}
	}
	return best
}
