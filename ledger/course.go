package ledger

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// A Course is one happening of a story with the events that tell it: a strike with those whom it killed and wounded, an order with what was
// ordered.
type Course struct {
	Event                // the event that leads it; its history and mentions are those of all events of its kind in the course
	Title   Ref          // the words that tell it best; Headline is theirs
	Day     string       // the day it is of, or the month: its own, else the day of the first report
	Others  []string     // ids of the other events
	Tolls   []CourseToll // how many it killed and injured
	sets    []int
	members []int32  // mentions
	kin     []int32  // those of events of its kind
	sides   []uint32 // countries that act
	deed    deed
	first   int32
	last    int32
	told    bool // the title tells it in full
	Reports int  // that tell it outside background
	moved   int
	tolled  bool
	news    bool   // a report opens with it
	past    bool   // all reports only recall it
	placed  bool   // its place is told
	measure uint32 // of the leading event: what it counts, and how many
	count   float64
	word    uint32 // for the leading event
}

// courseMost is how many courses a story has.
const courseMost = 36

// Courses are the happenings of a story that most of its reports tell or whose status moved, by day.
// What they killed and injured is what the story's tallies make of it.
func (v *View) Courses(story string, tallies []Tally) []Course {
	return v.CoursesCounted(v.CoursesUncounted(story), tallies)
}

// CoursesUncounted is as much of [View.Courses] as needs no tallies, for [View.CoursesCounted].
func (v *View) CoursesUncounted(story string) []Course {
	out := withoutTwins(v.outlines(story, 2*courseMost))
	out = out[:min(courseMost, len(out))]
	for i := range out {
		v.fill(&out[i])
	}
	return out
}

// CoursesCounted is [View.Courses] of what [View.CoursesUncounted] gives.
func (v *View) CoursesCounted(out []Course, tallies []Tally) []Course {
	out = v.WithTolls(out, tallies)
	place := func(c *Course) string {
		if told := dayString(v.firstTold(c.members)); len(c.Day) < len(told) && strings.HasPrefix(told, c.Day) {
			return told // a month's place is that of the report that first gave it
		}
		return c.Day
	}
	slices.SortStableFunc(out, func(x, y Course) int { return cmp.Compare(place(&x), place(&y)) })
	return out
}

// Happenings are the happenings of a story, at most so many, what most of its reports tell first.
func (v *View) Happenings(story string, most int) []Course {
	out := listedOnce(v.outlines(story, most))
	for i := range out {
		v.fill(&out[i])
	}
	return out
}

// listedOnce leaves out happenings told in the same words of the same day as one before them, running totals, which are told among the tallies, and
// those that few reports tell and none in words that could stand for them: "Searching".
func listedOnce(all []Course) []Course {
	type key struct{ day, title string }
	seen, told := map[key]bool{}, map[Ref]bool{}
	return slices.DeleteFunc(all, func(c Course) bool {
		k := key{c.Day, c.Headline}
		again := seen[k] || c.Title.Len() > 0 && told[c.Title]
		seen[k], told[c.Title] = true, true
		return again || totalTitle(c.Headline) || !c.told && c.untold()
	})
}

// untold reports whether a course that no report tells in a clause has too few words or reports for a row.
func (c *Course) untold() bool {
	if len(words(c.Headline)) < 3 {
		return true
	}
	return c.moved == 0 && (c.Reports < 2 || c.Reports < untoldReports && c.deed == noDeed && apposedLow.MatchString(c.Headline))
}

// untoldReports is how many reports must tell of a happening of which none has more than a piece of a clause: "Ida Moss, and named the deputy".
const untoldReports = 4

// gathered are all happenings of a story.
func (v *View) gathered(story string) []*Course {
	b := &courses{v: v, at: map[int]int{}}
	b.list(story)
	b.bind(story)
	return b.gather()
}

// outlines are the happenings of a story with no more than by what they are told apart.
func (v *View) outlines(story string, most int) []Course {
	all := v.gathered(story)
	slices.SortStableFunc(all, func(x, y *Course) int { return cmp.Compare(y.weight(), x.weight()) })
	out := make([]Course, 0, min(most, len(all)))
	for _, c := range all[:min(most, len(all))] {
		v.outline(c)
		out = append(out, *c)
	}
	return out
}

// weight puts first what most reports tell; a status that moved counts for two reports more each time, and so does an incident of its own
// day with a number of those killed or hurt, though one outlet alone tells it.
func (c *Course) weight() int {
	if c.past {
		return 0
	}
	return c.Reports + 2*c.moved + 2*boolInt(c.tolled) + boolInt(c.news)
}

// How alike the titles of two courses of one type are that are told as one: twinOther where that is no type and they have two words.
const (
	twinTitles = .55
	twinOther  = .8
)

// withoutTwins leaves out courses whose title is a bare word, and those titled much as one of the type before them.
func withoutTwins(all []Course) []Course {
	var kept []vector
	out := all[:0]
	for _, c := range all {
		if !c.told || totalTitle(c.Headline) {
			continue // no report tells in words of its own who did what
		}
		ws := words(c.Headline)
		title := vectorOf(ws, 1)
		twin := len(ws) < 2
		for k := range out {
			o := &out[k]
			twin = twin || o.Day == c.Day && o.Headline == c.Headline || o.Type == c.Type && o.deed == c.deed && dot(kept[k], title) >= c.twinFrom(o) && !c.otherDay(o)
		}
		if !twin {
			out, kept = append(out, c), append(kept, title)
		}
	}
	return out
}

// twinFrom is how alike the titles of two courses of one type must be: of no type, and by two words, they are of two things of one name, "cleared the bridge",
// "traffic resumed on the bridge".
func (c *Course) twinFrom(o *Course) float32 {
	if c.Type == "OTHER" && c.word != o.word && c.deed == noDeed {
		return twinOther
	}
	return twinTitles
}

// otherDay reports whether two courses of one kind count others, or are told of two days: any two of deeds of violence, and of other things two that are more
// than a day apart and that reports open with.
func (c *Course) otherDay(o *Course) bool {
	if c.measure != 0 && c.measure == o.measure && c.count != o.count {
		return true // as many were freed by the one, others by the other
	}
	if c.Day == o.Day || c.deed != noDeed {
		return c.Day != o.Day
	}
	x, y := parseDay(c.Day), parseDay(o.Day)
	if c.word != o.word && x != unknownDay && y != unknownDay && (x > y+newsDays || y > x+newsDays) {
		return true // "sent the carrier", "the carrier arrived" weeks later
	}
	return c.news && o.news && x != unknownDay && y != unknownDay && (x > y+1 || y > x+1)
}

// totalTitle reports whether the words that tell a happening best are those of a running total, which is told among the tallies.
func totalTitle(title string) bool {
	return tollAlone.MatchString(title) || strings.HasPrefix(strings.ToLower(title), "the toll ") || containsAny(title, "number of people killed", "number of those killed", "number of dead", "death toll", "killed as ", "killed to ", "killed stands at")
}

// tollAlone is a count of dead or hurt that says neither where nor by what: "12 people had been killed".
var tollAlone = regexp.MustCompile(`(?i)^(?:at least |more than |about |some )?[0-9a-z,-]+ (?:people|persons|civilians) (?:had|have|has) been (?:killed|injured|wounded)$`)

var killedMeasure, injuredMeasure = hashString("killed"), hashString("injured")

func (b *courses) gather() []*Course {
	order := make([]int32, len(b.all))
	for i := range order {
		order[i] = int32(i)
	}
	all, _ := b.sets.gather(order)
	out := make([]*Course, 0, len(all))
	for _, members := range all {
		out = append(out, b.course(members))
	}
	return out
}

// deedRank puts blows before deaths, and those before wounds.
var deedRank = map[deed]int{blow: 4, wreck: 4, noDeed: 3, death: 2, otherDeed: 1, wound: 0}

// course is the course of the happenings that tell of one thing.
func (b *courses) course(members []int32) *Course {
	lead := members[0]
	var reports []int32
	root := &b.all[b.sets.find(lead)].item
	c := &Course{first: root.start, last: root.end, sides: root.sides, placed: root.settled && len(root.spots) > 0, past: true}
	for _, i := range members {
		h := b.all[i]
		c.sets = append(c.sets, h.set)
		c.moved = max(c.moved, h.moved)
		c.tolled = c.tolled || h.tolled && c.first != unknownDay
		c.news = c.news || h.news
		c.past = c.past && h.past
		for _, m := range b.v.eventSets[h.set] {
			if _, it := b.v.mention(m); !it.background || h.past {
				reports = append(reports, b.v.reportOf[b.v.event[m].entry])
			}
		}
		l := b.all[lead]
		if d := cmp.Or(cmp.Compare(deedRank[h.item.deed], deedRank[l.item.deed]), cmp.Compare(h.count, l.count)); d > 0 {
			lead = i
		}
	}
	slices.Sort(reports)
	c.Reports = len(slices.Compact(reports))
	c.word = b.all[lead].item.word()
	c.deed, c.measure, c.count = b.all[lead].item.deed, b.all[lead].item.measure, b.all[lead].item.count
	slices.SortStableFunc(c.sets, func(x, y int) int {
		return cmp.Compare(boolInt(y == b.all[lead].set), boolInt(x == b.all[lead].set))
	})
	return c
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// outline reads the course's title, type and day out of the reports.
func (v *View) outline(c *Course) {
	lead := c.sets[0]
	for k, set := range c.sets {
		c.members = append(c.members, v.eventSets[set]...)
		if _, it := v.mention(v.eventSets[set][0]); k == 0 || it.deed == c.deed {
			c.kin = append(c.kin, v.eventSets[set]...)
		}
	}
	e, it := v.mention(c.kin[0])
	c.Type = e.r.Events[it.n].Type
	slices.SortFunc(c.members, v.itemOrder)
	slices.SortFunc(c.kin, v.itemOrder)
	c.Event.Title, c.Headline, c.told = v.eventTitle(v.eventSets[lead])
	if c.Title = c.Event.Title; len(c.sets) > 1 {
		c.Title, c.Headline, c.told = v.eventTitle(c.kin)
	}
	v.settleDay(c, c.members)
	switch c.Day = dayString(c.first); {
	case c.past && c.last != unknownDay && c.last-c.first > 31:
		c.Day = c.Day[:len("2006")]
	case c.Day != "" && (c.last == unknownDay || c.last-c.first > 31):
		c.Day = ""
	case c.Day != "" && c.last-c.first > 7:
		c.Day = c.Day[:len("2006-01")]
	}
	if c.Day == "" {
		c.Day = dayString(v.firstTold(c.members))
	}
}

// firstTold is the day of the first report that tells a happening as done, in its course and not in passing, or else of the first that tells it.
func (v *View) firstTold(members []int32) int32 {
	for _, m := range members {
		if e, it := v.mention(m); done(e.r.Events[it.n].Status) && !it.background && !it.spoken && !it.coming {
			return e.day
		}
	}
	e, _ := v.mention(members[0])
	return e.day
}

// fill reads the rest of the course's words out of the reports.
func (v *View) fill(c *Course) {
	title, headline := c.Event.Title, c.Headline
	c.Event = v.eventUntitled(c.sets[0])
	c.Event.Title, c.Headline = title, headline
	for _, set := range c.sets[1:] {
		c.Others = append(c.Others, v.eventSetID(set))
	}
	if len(c.sets) > 1 {
		c.History, c.Mentions, c.Actors, c.Targets = nil, nil, nil, nil
		present, since := v.presentIn(v.event, c.kin), v.doneOn(c.kin)
		for _, m := range c.kin {
			at := v.event[m]
			v.addMention(&c.Event, at, v.current[at.entry] || !present[v.entries[at.entry].key], since)
		}
		if n := len(c.History); n > 0 {
			c.Status = c.History[n-1].Status
		}
	}
	if len(c.sets) > 1 {
		v.settlePlace(&c.Event, c.members)
	}
	c.Tolls = v.courseTolls(c.members)
}

// settleDay mends the day of what is no violence. What was done is of no day on which a report told that it was planned, of none before that, and
// of none later than the first report of it as done: then it is of the first day in between that a mention of the deed gives, or else of that report.
func (v *View) settleDay(c *Course, members []int32) {
	if c.first == unknownDay || c.deed != noDeed {
		return
	}
	planned, told := int32(unknownDay), int32(unknownDay)
	given := false // a mention of the deed gives the day
	for _, m := range members {
		e, it := v.mention(m)
		switch status := e.r.Events[it.n].Status; {
		case it.background || e.day == unknownDay:
		case weighed(status) && !it.spoken:
			planned = min(planned, e.day)
		case done(status) && !it.coming && !it.spoken:
			told = min(told, e.day)
			given = given || it.start == c.first
		}
	}
	if told == unknownDay || planned != unknownDay && told < planned || given && c.first <= told && (planned == unknownDay || c.first >= planned) {
		return
	}
	day := told
	for _, m := range members {
		e, it := v.mention(m)
		if it.start != unknownDay && !long(it) && !it.coming && !it.spoken && done(e.r.Events[it.n].Status) && it.start <= told && (planned == unknownDay || it.start >= planned) {
			day = min(day, it.start)
		}
	}
	c.first, c.last = day, day
}

// itemOrder is the canonical order of two mentions.
func (v *View) itemOrder(a, b int32) int {
	x, y := v.event[a], v.event[b]
	ex, ey := v.entries[x.entry], v.entries[y.entry]
	switch {
	case x == y:
		return 0
	case x.entry == y.entry:
		return cmp.Compare(x.n, y.n)
	case ex.before(ey):
		return -1
	}
	return 1
}
