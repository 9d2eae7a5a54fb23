package ledger

import (
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
	Unit      string
	Series    []Series   // running totals by source, the longest first
	Incidents []Incident // by day
	Gaps      []Gap      // by day
	Low, High float64    // of the latest totals; where there is none, of the incidents' sum
	Best      float64    // the total that most origins give
	Support   []Support  // of each of the latest totals, the best-supported first
	Total     string     // "cumulative" where Low and High are of running totals, "incidents" where of the sum
}

// A Series is one source's running total.
type Series struct {
	Source string // source id, or "" for an outlet's own voice
	Who    string
	Since  string
	Points []Point // by as-of day
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
	Outlet      string
	Origin      string // key of who gives it: a source id or an outlet
	CopyOf      string // report whose wording it repeats, or ""
	Superseded  bool   // a later text of the same report no longer has it
	context     string // the sentence
	key         string // what the texts of its report share
}

// An Incident is one event with what reports count in it.
type Incident struct {
	Event     string // event id, or ""
	Day       string
	Words     string
	Low, High float64
	Points    []Point
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

// Tallies are the tallies of a story, by measure.
func (v *View) Tallies(story string) []Tally {
	by := map[string][]figureAt{}
	for _, e := range v.recent(story) {
		for i := range v.entries[e].r.Figures {
			f := &v.entries[e].r.Figures[i]
			if f.Measure != "" && f.Low != nil && f.PartOf == "" && counted(v.entries[e].r.Article.Text, f) && !replaced(v.entries[e].r.Article.Text, f.Span) {
				by[f.Measure] = append(by[f.Measure], figureAt{e, int32(i)})
			}
		}
	}
	var out []Tally
	for measure, figures := range by {
		t := v.tally(measure, figures)
		t.Story = story
		if stands(&t) && (len(t.Series) > 0 || peopleMeasure[measure]) {
			out = append(out, t)
		}
	}
	sort.Slice(out, func(i, j int) bool { return tallyRank(out[i].Measure) < tallyRank(out[j].Measure) })
	for i := range out {
		r := reconciler{t: &out[i], all: out}
		r.run()
	}
	return out
}

var peopleMeasure = setOf("killed injured missing presumed_dead survivors captured displaced")

// standingMeasure are the measures of how things stand, not of what is done: of six missing, two are missing still.
// They have no incidents, and a later number may be any.
var standingMeasure = setOf("missing presumed_dead")

func tallyRank(m string) string {
	if i := strings.Index("killed presumed_dead missing injured survivors captured displaced", m); i >= 0 && m != "" {
		return fmt.Sprintf("%03d", i)
	}
	return "z" + m
}

// tally sorts a measure's figures into series and incidents.
func (v *View) tally(measure string, figures []figureAt) Tally {
	t := Tally{Measure: measure}
	series, incidents := map[string]int{}, map[string]int{}
	for _, at := range figures {
		e := v.entries[at.entry]
		f := &e.r.Figures[at.n]
		if t.Unit == "" {
			t.Unit = f.Unit
		}
		p := v.point(at)
		if f.Scope != "incident" && !(f.Scope == "" && f.Background) || standingMeasure[measure] || runningWords(e.r.Article.Text, f.Span) || t.restates(series, p, e.r.Article.Text) {
			k, ok := series[p.Origin]
			if !ok {
				k = len(t.Series)
				series[p.Origin] = k
				t.Series = append(t.Series, Series{Source: v.figureSource(e, f, at.entry), Who: v.figureWho(e, f, at.entry), Since: f.Since})
			}
			t.Series[k].Points = append(t.Series[k].Points, p)
			continue
		}
		key, id, day, words := v.incidentOf(at)
		k, ok := incidents[key]
		if !ok && id == "" {
			k, ok = t.told(p, day)
		}
		if !ok {
			k = len(t.Incidents)
			incidents[key] = k
			t.Incidents = append(t.Incidents, Incident{Event: id, Day: day, Words: words})
		}
		t.Incidents[k].Points = append(t.Incidents[k].Points, p)
	}
	for i := range t.Series {
		sort.SliceStable(t.Series[i].Points, func(a, b int) bool { return t.Series[i].Points[a].AsOf < t.Series[i].Points[b].AsOf })
	}
	sort.SliceStable(t.Series, func(a, b int) bool { return len(t.Series[a].Points) > len(t.Series[b].Points) })
	for i := range t.Incidents {
		t.Incidents[i].settle()
	}
	t.Incidents = slices.DeleteFunc(t.Incidents, func(in Incident) bool { // no present text has it
		return !slices.ContainsFunc(in.Points, func(p Point) bool { return !p.Superseded })
	})
	sort.SliceStable(t.Incidents, func(a, b int) bool { return t.Incidents[a].Day < t.Incidents[b].Day })
	return t
}

// told is the incident without an event that other reports count alike within two days: "two survivors were
// taken aboard", a day after "two survivors were captured".
func (t *Tally) told(p Point, day string) (int, bool) {
	for k := range t.Incidents {
		in := &t.Incidents[k]
		if in.Event != "" || len(in.Points) == 0 || in.Points[0].Low != p.Low || in.Points[0].High != p.High {
			continue
		}
		x, y := parseDay(in.Day), parseDay(day)
		if x != unknownDay && y != unknownDay && x-y <= 2 && y-x <= 2 && in.Points[0].key != p.key {
			return k, true
		}
	}
	return 0, false
}

// restates reports whether an incident's count is its source's running total told in the perfect, "said
// that 12 people had been killed": no less than the source's last total.
func (t *Tally) restates(series map[string]int, p Point, text string) bool {
	k, ok := series[p.Origin]
	if !ok || p.Open {
		return false
	}
	after := strings.ToLower(strings.ToValidUTF8(text[p.End:min(len(text), p.End+40)], ""))
	if i := strings.IndexAny(after, ".;\n"); i >= 0 {
		after = after[:i]
	}
	for _, perfect := range []string{"have been ", "has been ", "had been ", "have died", "had died", "have now "} {
		if last := standing(t.Series[k].Points); strings.Contains(after, perfect) && len(last) > 0 {
			return p.Low >= last[len(last)-1].Low
		}
	}
	return false
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
	for _, w := range words(f.Text(text)) {
		if _, ok := numberWord[foldString(w.Text(text[f.Start:f.End]))]; ok || w.digit {
			return true
		}
	}
	return false
}

// runningWords reports whether the words right before a figure, or "since" after it, say that it is a running total.
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
	return strings.Contains(after, " since ")
}

// settle takes the incident's range from the latest figure of each who counts it.
func (in *Incident) settle() {
	latest := map[string]Point{}
	for _, p := range in.Points {
		if !p.Superseded {
			latest[p.Origin] = p
		}
	}
	first := true
	for _, p := range in.Points {
		if l, ok := latest[p.Origin]; !ok || l.Ref != p.Ref {
			continue
		}
		if first || p.Low < in.Low {
			in.Low = p.Low
		}
		if first || p.High > in.High {
			in.High = p.High
		}
		first = false
	}
}

func (v *View) point(at figureAt) Point {
	e := v.entries[at.entry]
	f := &e.r.Figures[at.n]
	p := Point{Ref: v.ref(at.entry, f.Span), AsOf: f.AsOf, Low: *f.Low, Approximate: f.Approximate, Hedged: f.Hedged,
		Outlet: e.r.Article.Outlet, Superseded: !v.current[at.entry], key: e.key}
	if p.AsOf == "" {
		p.AsOf = dayString(e.day)
	}
	if p.High = p.Low; f.High != nil {
		p.High = *f.High
	} else {
		p.Open = true
	}
	p.context = sentenceAround(e.r.Article.Text, f.Span).Text(e.r.Article.Text)
	p.Origin = v.figureSource(e, f, at.entry)
	if p.Origin == "" {
		p.Origin = e.publisher
	}
	if root := v.copyRoots[at.entry]; v.entries[root].key != e.key {
		p.CopyOf = v.entries[root].r.Article.ID
	}
	return p
}

// keepers are what those who keep a total do with it.
var keepers = setOf("lowered raised revised cut put puts increased updated corrected gave gives")

// keeper is the item of a source of the story that a sentence of the report's own voice names as keeper of
// a total, or -1: "The fire service lowered its toll from 16 to 14".
func (v *View) keeper(e *entry, f *resolve.Figure, entry int32) int32 {
	s := sentenceAround(e.r.Article.Text, f.Span)
	fields := strings.Fields(strings.ToLower(e.r.Article.Text[s.Start:f.Start]))
	at := 1
	for at < len(fields) && !keepers[fields[at]] {
		at++
	}
	if at >= len(fields) || at > 6 {
		return -1
	}
	who := outletName(strings.Join(fields[:at], " "))
	members := v.stories[v.storyOf[entry]]
	for i, n := len(members)-1, 0; i >= 0 && n < most; i, n = i-1, n+1 {
		for k := range v.entries[members[i]].sources {
			if outletName(v.entries[members[i]].sources[k].label) == who {
				return v.sourceBase[members[i]] + int32(k)
			}
		}
	}
	return -1
}

// figureSource is the id of the source that a figure is attributed to, or "".
func (v *View) figureSource(e *entry, f *resolve.Figure, entry int32) string {
	a := attributionByID(e.r, f.Attribution)
	if a == nil || len(a.Chain) == 0 {
		if k := v.keeper(e, f, entry); a == nil && k >= 0 {
			return v.sourceIDAt(v.source[k].entry, v.source[k].n)
		}
		return ""
	}
	if k := sourcePlace(e.r, a.Chain[len(a.Chain)-1]); k >= 0 {
		return v.sourceIDAt(entry, k)
	}
	return ""
}

// stands reports whether a present text has one of the tally's figures.
func stands(t *Tally) bool {
	for _, p := range t.points() {
		if !p.Superseded {
			return true
		}
	}
	return false
}

func (v *View) figureWho(e *entry, f *resolve.Figure, entry int32) string {
	if a := attributionByID(e.r, f.Attribution); a != nil && len(a.Chain) > 0 {
		if k := sourcePlace(e.r, a.Chain[len(a.Chain)-1]); k >= 0 {
			return sourceLabel(&e.sources[k])
		}
	} else if k := v.keeper(e, f, entry); a == nil && k >= 0 {
		return v.entries[v.source[k].entry].sources[v.source[k].n].label
	}
	return label(e)
}

// incidentOf is the event that an incident's figure counts for; figures without one are held
// together by their day.
func (v *View) incidentOf(at figureAt) (key, id, day, words string) {
	e := v.entries[at.entry]
	f := &e.r.Figures[at.n]
	words = sentenceAround(e.r.Article.Text, f.Span).Text(e.r.Article.Text)
	day = f.AsOf
	if day == "" {
		day = dayString(e.day)
	}
	for i := range e.events {
		src := &e.r.Events[e.events[i].n]
		if src.ID != f.Event || f.Event == "" {
			continue
		}
		set := v.eventOf[v.eventBase[at.entry]+int32(i)]
		if src.Time != nil && len(src.Time.Start) >= 10 {
			day = src.Time.Start[:10]
		}
		if set >= 0 {
			id = v.eventSetID(int(set))
			return id, id, day, words
		}
	}
	return "day " + day, "", day, words
}
