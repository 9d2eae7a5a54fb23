package ledger

import (
	"slices"

	"sayso/resolve"
)

// The list of a story's events as courses: which are told, and how weighty.

// courses gathers the events of a story into its courses.
type courses struct {
	v    *View
	all  []*happening
	at   map[int]int // index in all by set
	sets *sets
}

// reportCount counts the reports of entries that come in canonical order.
type reportCount struct {
	n       int
	last    int32   // entry counted last, and one more
	several []int32 // numbers of the reports counted that have several texts
}

func (c *reportCount) add(v *View, n int32) {
	if c.last == n+1 {
		return
	}
	c.last = n + 1
	if report := v.reportOf[n]; !v.current[n] || report != n {
		if slices.Contains(c.several, report) {
			return
		}
		c.several = append(c.several, report)
	}
	c.n++
}

// A happening is an event of the story with what its mentions say together.
type happening struct {
	set    int
	item   eventItem
	count  int // reports outside background
	moved  int
	tolled bool // a number of those killed or hurt is told of it alone
	news   bool // a report opens with it
	past   bool // it is only recalled, with a day of its own
}

// list enters the events that a page would name.
func (b *courses) list(story string) {
	for _, set := range b.v.eventSetsIn(story) {
		members := b.v.eventSets[set]
		var reports reportCount
		var all eventMark
		carried, running, aside := 0, 0, 0
		for _, m := range members {
			at := b.v.event[m]
			mark := b.v.entries[at.entry].marks()[at.n]
			all |= mark
			carried += int(mark & markCarries)
			running += int(mark & markRunning / markRunning)
			aside += int(mark & markAside / markAside)
			if mark&markTold != 0 {
				reports.add(b.v, at.entry)
			}
		}
		moved := all.stages()
		if past := b.recalled(members); past != nil {
			b.at[set] = len(b.all)
			b.all = append(b.all, past)
			past.set = set
			continue
		}
		if reports.n == 0 || moved == 0 && all&(markSettled|markPlan) == 0 || 2*carried > len(members) || 2*running > len(members) {
			continue
		}
		if aside == len(members) && reports.n == 1 && moved == 0 && all&markPlan == 0 {
			continue // one report speaks of it in passing
		}
		if reports.n == 1 && all&markDecided != 0 && all&(markThought|markOrdered|markDone) == 0 && b.v.noDeedIn(members) {
			continue // "denied that the warning had reached her": what one report alone tells as denied
		}
		h := &happening{set: set, count: reports.n, moved: moved, tolled: all&markTolled != 0, news: all&markNews != 0}
		for k, m := range members {
			if _, it := b.v.mention(m); k == 0 {
				h.item = *it
			} else {
				h.item.absorb(it)
			}
		}
		if h.item.many || !h.item.tells() && !(moved > 0 && all&markDecided != 0 && len(h.item.trigger) > 0 && !asides[h.item.word()]) && !h.news && all&markPlan == 0 {
			continue
		}
		b.at[set] = len(b.all)
		b.all = append(b.all, h)
	}
	b.sets = newSets(len(b.all))
}

// longBeforeDay reports whether a mention has a time of its own, of a year at most, that ended long before the report's day.
func (it *eventItem) longBeforeDay(day int32) bool {
	if it.start == unknownDay || it.end == unknownDay || day == unknownDay {
		return false
	}
	return it.end-it.start <= 366 && it.end <= day-rowAfter
}

// recalled is a happening that reports only recall, each as one of a day long before: the last crash before this one, and where it was or how many it killed; or nil.
func (b *courses) recalled(members []int32) *happening {
	h := &happening{past: true}
	told := false
	for k, m := range members {
		e, it := b.v.mention(m)
		src := &e.r.Events[it.n]
		if !it.background || it.many || it.deed == noDeed || it.deed == wound || !done(src.Status) || !it.longBeforeDay(e.day) {
			return nil
		}
		told = told || it.settled || it.measure == killedMeasure
		if h.count++; k == 0 {
			h.item = *it
		} else {
			h.item.absorb(it)
		}
	}
	if !told {
		return nil
	}
	return h
}

// rowAfter is how many days before the report a happening was that has a row though all reports only recall it.
const rowAfter = 30

// noDeedIn reports whether mentions tell no deed.
func (v *View) noDeedIn(members []int32) bool {
	return !slices.ContainsFunc(members, func(m int32) bool { _, it := v.mention(m); return it.deed != noDeed })
}

// rulings are words of speaking that do what they say.
var rulings = setOfStems("charge indict arraign sentence convict acquit veto pardon pass adopt enact ratify impose lift threaten")

// weighed reports whether a status is a stage of deciding: more than that a thing may be, or that somebody fears it.
func weighed(s resolve.Status) bool {
	switch s {
	case resolve.Considered, resolve.Proposed, resolve.Planned, resolve.Ordered, resolve.Authorised:
		return true
	}
	return false
}

// light are verbs that say little without their object.
var light = setOfStems("be have do get make take give go come say tell put keep show see look know think want need try seem become begin start continue follow cause lead bring report include decision step move case way time day")

func (v *View) mention(m int32) (*entry, *eventItem) {
	at := v.event[m]
	e := v.entries[at.entry]
	return e, &e.events[at.n]
}

// tellingTypes are the types of events that make a story's course; support and requests mostly accompany it.
var tellingTypes = setOf("ASSAULT COERCE RETREAT CONCEDE MOBILIZE SANCTION PROTEST ACCUSE AID THREATEN REJECT AGREE CONSULT")

// asides are words of these types that tell how people speak and work, not what came to pass.
var asides = setOfStems(`report cite decline refuse deny ask discuss brief interview request commit expect help anonymity visit comment claim reinforce limit say target aim cut host
	launch hold use allow call accept speak speech carry leave condition face take make give put tell respond response object objection drop record plan schedule charge accuse criticise war conflict
	condemn blame question permission statement sharing private expect suspect hear support back confirm chat work offer consider leave`)

// conferring are the words of talks that do make a story's course.
var conferring = setOfStems("talk talks negotiate negotiations summit ceasefire truce agreement deal accord treaty")

func (it *eventItem) tells() bool {
	switch {
	case it.deed != noDeed && it.deed != otherDeed:
		return true
	case len(it.trigger) == 0:
		return false
	case it.measure == released || it.exit || it.fate != noFate || it.decides != noDecider || it.deploys || it.halts == cameToEnd:
		return true
	case !tellingTypes[it.kind]:
		return false
	case it.kind == "AGREE" || it.kind == "CONSULT":
		return conferring[it.word()]
	}
	return !asides[it.word()] && !(it.kind == "CONCEDE" && slices.ContainsFunc(it.aims, func(a uint32) bool { return releases[a] }))
}

// releases are what is released without anybody being let go.
var releases = setOfStems("figures details statement video report information data footage list names number document text message photo image transcript")
