package ledger

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// A Tally is one measure in one story: what each source's running total says, what the incidents
// add up to, and where these do not agree.
type Tally struct {
	Story     string
	Measure   string // "killed", "boats"
	Side      string // whose, where two countries strike each other: ISO code, "*" for both, "" where there are no sides or none is told
	Of        string // the same in words, with the kind of those counted: "in Fiji: soldiers"
	Unit      string
	Series    []Series   // running totals by source, the longest first
	Incidents []Incident // by day
	Gaps      []Gap      // by day
	Low, High float64    // of the latest totals; where there is none, of the incidents' sum
	Open      bool       // High is only the highest that is told: "at least"
	Best      float64    // the latest total; of totals as late as each other the one that most origins give
	AsOf      string     // day of the best total
	Sum       int        // how many incidents Low and High add up, where Total is "incidents"
	Told      []string   // words that give no number: "hundreds of fighters", the latest last
	Support   []Support  // of each of the latest totals, the best-supported first
	deed      string     // what was done, where it counts no casualties, see deedTallies
	Total     string     // "cumulative" where Low and High are of running totals, "incidents" where of the sum
}

// A Series is one source's running total.
type Series struct {
	Source string // source id, or "" for an outlet's own voice
	Who    string
	Since  string  // since when it counts, or ""
	Within string  // the part of the ground that it is limited to, or ""
	Apart  string  // why it is held against no other series: another window, a part of the ground; or ""
	Points []Point // by as-of day
	left   bool    // of those taken, how many are still held
}

// A Point is one printed figure.
type Point struct {
	Ref
	AsOf        string
	Low         float64
	High        float64 // equal to Low where exact; Open says whether there is no upper bound
	Open        bool    // "at least"
	Approximate bool
	Hedged      bool
	Vague       bool // no number of its own: "hundreds"; Low is the least that it can mean, and enters no sum
	More        bool // "more than 750": Low is the number printed, which is not reached
	Old         bool // a value that its own report says is replaced
	Part        bool // a part of what its report counts in the incident: "eight in the first strike"
	Outlet      string
	Origin      string // key of who gives it: a source id, an outlet, or "by " and the name of who made a document
	Who         string // its name
	CopyOf      string // report whose wording it repeats, or ""
	Superseded  bool   // a later text of the same report no longer has it
	Unit        string // what is counted, in the report's word
	when        int64  // publication, in seconds
	own         bool   // an outlet's own count, by the words
	spoken      bool   // given by a person who speaks for its keeper
	keeper      keeperName
	background  bool     // the report recalls it
	event       string   // the event that it counts for
	key         string   // what the texts of its report share
	whole       float64  // of how many its report tells it as a part, or 0
	side        []uint32 // words that say whose its source is, in a story in which one side strikes another
	*toldBeside
}

// An Incident is one event with what reports count in it.
type Incident struct {
	Event     string // event id, or ""
	Day       string
	Words     string
	Low, High float64 // of the latest count; of those of different sources since it last rose
	Vague     bool    // nobody gives a number
	Apart     string  // why it is no part of the sum, or ""
	Points    []Point // by time
	Gaps      []Gap
	Keepers   []Keeper // bodies that count by themselves, each with its last number
	best      float64  // the count of the range that most sources give
	dayless   bool     // no count's event has a day
	measure   string
	joined    bool        // of several, which nothing tells apart
	held      bool        // of one side's people in the other's hands
	lasting   bool        // it goes on for weeks or months
	disaster  bool        // the one that the story tells of, by whoever keeps its toll
	blows     [][2]uint32 // who struck whom in the story
	at        []int32     // which of the tally's points it has, until it takes them
}

// take gives an incident its points.
func (in *Incident) take(points []Point) {
	in.Points = make([]Point, len(in.at))
	for k, i := range in.at {
		in.Points[k] = points[i]
	}
	in.at = nil
}

// A GapCause names why a total and what it is held against differ.
type GapCause string

// The causes. A gap without a likely cause is shown as one.
const (
	NotCounted   GapCause = "an incident not counted"
	PresumedDead GapCause = "presumed dead counted or not"
	UnitsMixed   GapCause = "units mixed"
	OlderAsOf    GapCause = "an older as-of date"
	RevisedToll  GapCause = "a revised toll"
	StaleTotal   GapCause = "a stale total carried over"
	Misprint     GapCause = "a misprint"
	Unreported   GapCause = "an incident that no report here tells"
	DiedSince    GapCause = "some of the injured died since"
	CountApart   GapCause = "two who count apart"
	RevisedCount GapCause = "a revised count"
	OverWhole    GapCause = "more than there are"
	NoCause      GapCause = "no cause found"
)

// A Gap is a total that does not agree with the incidents, with the last total or with another source.
type Gap struct {
	Who         string
	At          Point
	Against     []Point // what it is held against: the last total, the incidents left out
	Low, High   float64 // what was expected
	Cause       GapCause
	Reason      string // with the numbers and words
	PointSeries int    // index of the series that At is of
}

// Support is who gives a total.
type Support struct {
	Value   float64
	Outlets []string
	Origins []string
}

// figureAt is a figure of an entry in the view.
type figureAt struct {
	entry int32
	n     int32
}

// Tallies are the tallies of a story, by measure; where two countries strike each other, by whose people are counted.
func (v *View) Tallies(story string) []Tally {
	by := map[tallyKey][]figureAt{}
	entries := v.recent(story)
	sides := v.sides(entries)
	var parts map[partKey][]figureAt
	apart, taken := map[figureAt]bool{}, v.takings(entries)
	if !sides.war() {
		parts = v.tollParts(entries)
		for _, figures := range parts {
			for _, at := range figures {
				apart[at] = true
			}
		}
	}
	for _, e := range entries {
		for i := range v.entries[e].r.Figures {
			f := &v.entries[e].r.Figures[i]
			at := figureAt{e, int32(i)}
			if f.Measure != "" && f.Low != nil && !f.Money && (f.PartOf == "" || sides.takesPart(v.entries[e], at)) && v.entries[e].told().beside[i].counts {
				measure := cmp.Or(taken[at], f.Measure)
				if countsFreed(f) {
					measure = "survivors"
				} else if f.Deed != "" && (generic[measure] || f.Old) {
					continue // see deedTallies
				}
				if apart[at] {
					continue
				}
				if k := sides.key(at, measure); k.side != apartSums {
					by[k] = append(by[k], at)
				}
			}
		}
	}
	var out, kept []Tally
	of := map[tallyKey]*occasions{}
	for _, k := range keysInOrder(by) {
		if !sides.war() && v.isKept(k, by[k]) {
			kept = append(kept, v.keptTallies(story, k, by[k])...)
			continue
		}
		group := tallyKey{side: k.side, kind: k.kind}
		if of[group] == nil {
			of[group] = v.occasions(entries, sides.group(group))
		}
		t := v.tally(k, by[k], of[group], sides)
		t.Story, t.Side, t.Of = story, k.side, k.name()
		if stands(&t) && (len(t.Series) > 0 || peopleMeasure[k.measure]) {
			out = append(out, t)
		}
	}
	for i := range out {
		if out[i].Measure == "survivors" && len(out[i].Series) > 0 {
			out[i].ofFreed()
			continue
		}
		r := reconciler{t: &out[i], all: out}
		r.run()
	}
	out = slices.DeleteFunc(out, func(t Tally) bool { return !ofLives(t.Measure) && (t.Once() || !blows[t.Measure] && t.totalledOnce()) })
	out = append(out, kept...)
	slices.SortStableFunc(out, func(a, b Tally) int { return strings.Compare(tallyRank(a.Measure), tallyRank(b.Measure)) })
	return slices.Concat(out, v.partTallies(story, parts), v.deedTallies(story, entries, out), v.moneyTallies(story, entries))
}

// totalledOnce reports whether one report alone gives running totals.
func (t *Tally) totalledOnce() bool {
	reports := map[string]bool{}
	for i := range t.Series {
		for _, p := range standing(t.Series[i].Points) {
			reports[p.key] = true
		}
	}
	return len(reports) < 2 && len(t.Gaps) == 0
}

// ofLives reports whether a measure is of what befalls people: it is shown though one report alone tells it once.
func ofLives(measure string) bool {
	return peopleMeasure[measure] || measure == "cases" || measure == "people" || measure == "casualties" || measure == "excess_deaths"
}

var peopleMeasure = setOf("killed injured missing presumed_dead dead_or_missing survivors captured arrested displaced")

// standingMeasure are the measures of how things stand, not of what is done: of six missing, two are missing still.
// They have no incidents, and a later number may be any.
var standingMeasure = setOf("missing presumed_dead dead_or_missing")

func tallyRank(m string) string {
	if i := strings.Index("killed dead_or_missing presumed_dead missing injured survivors captured arrested displaced", m); i >= 0 && m != "" {
		return fmt.Sprintf("%03d", i)
	}
	return "z" + m
}

// runs reports whether two reports or more give a running total of the dead of a side: what they tell beside it are single blows.
func (v *View) runs(entries []int32, of *sideGroup) bool {
	seen := map[int32]bool{}
	for _, e := range entries {
		for i := range v.entries[e].r.Figures {
			f := &v.entries[e].r.Figures[i]
			if of.war() && f.Measure == "killed" && f.Scope == "cumulative" && f.PartOf == "" && f.Within == "" && of.takes(figureAt{e, int32(i)}) {
				seen[v.reportOf[e]] = true
			}
		}
	}
	return len(seen) > 1
}

// recalledBefore is why an incident that reports only look back on is in no sum.
const recalledBefore = "recalled, of days before the story"

// onlyRecalled counts the one incident that a tally's reports look back on, where they tell of no other.
func (t *Tally) onlyRecalled() {
	if len(t.Incidents) == 1 && t.Incidents[0].Apart == recalledBefore {
		t.Incidents[0].Apart = ""
	}
}

// place settles the incident of occasion k: its toll, its day and why it is no part of the sum, if it is none. Held are the captives of one side.
func (v *View) place(in *Incident, of *occasions, k int, held bool, measure string) {
	in.held, in.measure, in.blows = held, measure, of.blows
	in.disaster = of.disaster != nil && k == of.single && measure == "killed"
	in.lasting = in.disaster && of.disaster.kinds&lasting != 0
	v.settle(in, of.sides)
	if o := &of.all[k]; o.exact {
		in.Day = dayString(o.first)
		in.dayless = false
		if in.Apart == recalled {
			in.Apart = ""
		}
	}
	if why := of.group.apart(&of.all[k]); why != "" {
		in.Apart = why
	} else if of.all[k].other {
		in.Apart = "recalled, no blow of the campaign"
	} else if of.single >= 0 && k != of.single && !held && !of.all[k].again {
		in.Apart = besideStory
		if of.group.war() {
			in.Apart = "told beside the side's growing toll"
		}
	} else if o := &of.all[k]; of.first-o.last > longBefore {
		in.Apart = "long before"
	} else if o.past && !of.group.war() && !of.campaign && of.first-o.last > newsFor {
		in.Apart = recalledBefore
	} else if in.Apart == "" && in.dayless && !o.own && !held {
		in.Apart = "told in passing, its day not said"
	}
}

// wider sets apart the running totals that do not name the craft whose dead the story's reports count: they are of all attacks.
func (t *Tally) wider(craft string) {
	for i := range t.Series {
		s := &t.Series[i]
		if s.Apart == "" && !slices.ContainsFunc(s.Points, func(p Point) bool { return strings.Contains(p.context, craft) }) {
			s.Apart = "of more than the " + craft
		}
	}
}

// newsFor is for how many days a happening is news, so that what all reports only recall from before them is another matter.
const newsFor = 7

// longBefore is how many days before a story's first report an incident belongs to another matter.
const longBefore = 60

// stillHeld reports whether a count of captives is of those who are held yet and not of those who were taken: "253 children and 12
// teachers are still held", "165 remain in captivity". It falls as people are freed.
func stillHeld(text string, f *resolve.Figure) bool {
	if f.Measure != "captured" {
		return false
	}
	after := text[f.End:min(len(text), f.End+120)]
	if i := strings.IndexAny(after, ".;\n"); i >= 0 {
		after = after[:i]
	}
	return containsAny(after, " still held", " still being held", " in captivity", " being held", " remain captive", " still captive", " remained captive")
}

// replaced reports whether the figure is the old one of two: "lowered its toll from 16 to 14".
func replaced(text string, f article.Span) bool {
	before, after := strings.ToLower(text[max(0, f.Start-5):f.Start]), text[f.End:min(len(text), f.End+5)]
	return before == "from " && len(after) > 4 && strings.HasPrefix(after, " to ") && after[4] >= '0' && after[4] <= '9'
}

// counted reports whether a figure has a number, or counts for an event: "people were killed" has no
// number, and "a body" alone is no count.
func counted(text string, f *resolve.Figure) bool {
	if f.High != nil && f.Event != "" {
		return true
	}
	return numeral(f.Text(text)) || nthOf(f.Text(text)) > 0
}

// stands reports whether a present text has one of the tally's figures.
func stands(t *Tally) bool {
	there := func(p Point) bool { return !p.Superseded }
	return slices.ContainsFunc(t.Series, func(s Series) bool { return slices.ContainsFunc(s.Points, there) }) ||
		slices.ContainsFunc(t.Incidents, func(in Incident) bool { return slices.ContainsFunc(in.Points, there) })
}

// Once reports whether one report alone gives a number here, and one number: there is nothing to hold it against.
func (t *Tally) Once() bool {
	var first *Point
	for _, p := range t.points() {
		switch {
		case p.Superseded || p.Vague || p.Part:
		case first == nil:
			first = p
		case p.key != first.key || p.Low != first.Low:
			return false
		}
	}
	return first != nil && len(t.Gaps) == 0
}

// sortPoints puts points in the order of their days.
func sortPoints(points []Point) {
	sort.SliceStable(points, func(a, b int) bool { return points[a].AsOf < points[b].AsOf })
}

// runningWords reports whether the words beside a figure may say that it is a running total. It is asked of events, which
// such a figure does not count; what is a total is read (read/figure_scope.go).
func runningWords(text string, f article.Span) bool {
	s := strings.ToLower(strings.ToValidUTF8(text[max(0, f.Start-48):f.Start], ""))
	if i := strings.LastIndexAny(s, ".;\n"); i >= 0 {
		s = s[i:]
	}
	for _, w := range []string{"toll", "total", "bringing", "brings", "in all", "altogether", "number of people", "number of dead"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	after := strings.ToLower(strings.ToValidUTF8(text[f.End:min(len(text), f.End+72)], ""))
	if i := strings.IndexAny(after, ".;\n"); i >= 0 {
		after = after[:i]
	}
	before, _, since := strings.Cut(after, " since ")
	return since && !auxiliaries[before[strings.LastIndex(before, " ")+1:]] // but not "that has since been recalled"
}
