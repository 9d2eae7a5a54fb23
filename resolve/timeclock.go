package resolve

import (
	"strings"
	"time"

	"sayso/read"
)

// besideClock is the day of a time of day that words beside it give: the day that follows another
// clock in parentheses ("at 10:30 p.m. (1430 GMT) on Wednesday night"), or, for a time of Greenwich
// after a local one ("at 3:12 a.m. on Friday (1912 GMT)"), the day on which both can be the same hour.
func (c *clock) besideClock(s *read.Calendar) (moment, bool) {
	if c.at > 0 && c.greenwich(c.at) && c.joined(c.at-1) {
		before := &c.w.m.Times[c.at-1]
		if r := &c.w.r.Times[c.at-1]; before.Says.Clock && !c.greenwich(c.at-1) && len(r.Value) > 10 {
			if day, err := time.Parse("2006-01-02", r.Value[:10]); err == nil {
				c.by = "the local time beside it"
				return moment{day.AddDate(0, 0, zoneDays(&before.Says, s)), read.Day, true}, true
			}
		}
	}
	for i := c.at + 1; i < len(c.w.m.Times) && i < c.at+3 && c.joined(i-1); i++ {
		if t := &c.w.m.Times[i]; t.Says.Weekday != 0 || t.Says.Day != 0 || t.Says.Unit == read.Day && t.Says.HasPos {
			d := clock{w: c.w, published: c.published, known: c.known, running: c.running, t: t, at: i}
			m, value := d.moment(&t.Says)
			if t.Says.Clock && c.greenwich(i) { // "at 03:12 local time (1912 GMT on Thursday)"
				m.day = m.day.AddDate(0, 0, -zoneDays(s, &t.Says))
			}
			c.by = "the day beside it"
			return m, value == "" && m.ok && m.grain == read.Day
		}
	}
	return moment{}, false
}

// joined reports whether only marks and words of place in time stand between times i and i+1.
func (c *clock) joined(i int) bool {
	a, b := c.w.m.Times[i].Span.End, c.w.m.Times[i+1].Span.Start
	if b <= a || b-a > 24 {
		return b == a
	}
	for _, w := range strings.FieldsFunc(c.w.m.Doc.Text[a:b], func(r rune) bool { return r == ' ' || r == '(' || r == ')' || r == ',' || r == '/' }) {
		switch w {
		case "on", "local", "time", "or", "the":
		default:
			return false
		}
	}
	return true
}

// greenwich reports whether time i is given in Greenwich time.
func (c *clock) greenwich(i int) bool {
	w := c.w.m.Times[i].Span.Text(c.w.m.Doc.Text)
	return strings.Contains(w, "GMT") || strings.Contains(w, "UTC")
}

// zoneDays is how many days the day in Greenwich lies from the local one: zones reach from 12 hours
// behind it to 14 hours before it.
func zoneDays(local, zone *read.Calendar) int {
	ahead := minutes(local) - minutes(zone)
	switch {
	case ahead > 14*60:
		return 1
	case ahead < -12*60:
		return -1
	}
	return 0
}

func minutes(s *read.Calendar) int { return int(s.Hour)*60 + int(max(s.Minute, 0)) }
