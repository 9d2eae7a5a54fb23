package web

import (
	"cmp"
	"fmt"
	"html/template"
	"math"
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"

	"sayso/export"
	"sayso/ledger"
)

// A drawing is an SVG in the making. What it is given is escaped; classes and numbers are ours.
type drawing struct{ strings.Builder }

func (d *drawing) add(format string, args ...any) {
	for i, a := range args {
		if s, ok := a.(string); ok {
			args[i] = template.HTMLEscapeString(s)
		}
	}
	fmt.Fprintf(d, format, args...)
}

func (d *drawing) html() template.HTML { return template.HTML(d.String()) }

// The measures of a tally's chart, in units of its viewBox.
const (
	chartWidth  = 820
	chartLeft   = 56
	chartRight  = 250 // room for the names of the lines
	chartTop    = 40
	chartHeight = 240 // of the plot
	chartFoot   = 38  // days and years
	stripHeight = 56  // of the incidents below them
)

// A chart places a tally's points: days from left to right, how many from the foot up.
type chart struct {
	drawing
	first, last float64 // days since 1970
	top         float64 // highest value of the scale
	room        room    // what is written where
}

// tallyChart draws running totals, one line a source, with the letters of the gaps; corrected
// figures are struck out and incidents stand under the days. "" where there is nothing to compare.
func tallyChart(t export.Tally) template.HTML {
	c := &chart{first: math.Inf(1), last: math.Inf(-1), top: 1}
	if t.Once {
		return "" // one number draws no line
	}
	t.Series, t.Incidents = drawn(&t)
	values := map[float64]bool{}
	for _, s := range t.Series {
		for _, p := range s.Points {
			if !p.Vague {
				c.reach(p.AsOf, p.Low)
				values[p.Low] = true
			}
		}
	}
	if math.IsInf(c.first, 1) || len(values) < 2 && len(t.Gaps) == 0 && len(t.Incidents) == 0 {
		return ""
	}
	for _, in := range t.Incidents {
		c.reach(in.Day, 0)
	}
	if c.last-c.first < 1 {
		c.first, c.last = c.first-1, c.last+1
	}
	latest := c.last
	for _, s := range t.Series { // several points of the last day stand within it
		for _, at := range c.within(s.Points) {
			latest = max(latest, at)
		}
	}
	c.last = latest
	step := niceStep(c.top)
	c.top = math.Ceil(c.top*1.08/step) * step
	height := chartTop + chartHeight + chartFoot
	if len(t.Incidents) > 0 {
		height += stripHeight
	}
	c.add(`<svg class="chart" role="img" viewBox="0 0 %d %d" aria-label="%s">`, chartWidth, height, "Running totals of "+unitOf(&t)+" by source and day; the table below has the same numbers.")
	c.scale(step, unitOf(&t))
	c.days(&t)
	c.incidents(t.Incidents)
	c.lines(t.Series, offLine(t.Gaps))
	c.WriteString("</svg>")
	return c.html()
}

// unitOf is what a tally counts: "people killed", "boats".
func unitOf(t *export.Tally) string {
	measure := strings.ReplaceAll(t.Measure, "_", " ")
	if t.Unit == measure {
		return measure
	}
	if strings.HasSuffix(t.Of, "in "+t.Unit) { // a sum of money
		return measure + ", " + t.Unit
	}
	return strings.TrimSpace(t.Unit + " " + measure)
}

// drawn is what of a tally is drawn: the totals that can be compared with each other, with the incidents that are added up beside
// them, or the only incident as it grew. What counts over another time, and what is in no sum, stands in the table.
func drawn(t *export.Tally) ([]export.Series, []export.Incident) {
	var together []export.Series
	for _, s := range t.Series {
		if s.Apart == "" {
			together = append(together, s)
		}
	}
	if len(together) == 0 {
		if one := oneIncident(t); one != nil || len(t.Series) == 0 {
			return one, nil
		}
		together = t.Series
	}
	var ins []export.Incident
	for _, in := range t.Incidents {
		if _, ok := dayNumber(in.Day); ok && !in.Vague && in.Apart == "" {
			ins = append(ins, in)
		}
	}
	return together, ins
}

// notDrawn are the letters of the gaps that a tally's chart does not show, since their numbers stand in the table alone.
func notDrawn(t *export.Tally) map[int]bool {
	out := map[int]bool{}
	for _, g := range t.Gaps {
		out[g.Number] = true
	}
	if tallyChart(*t) == "" {
		return out
	}
	series, _ := drawn(t)
	for _, s := range series {
		for _, p := range s.Points {
			if _, ok := dayNumber(p.AsOf); ok && !p.Vague {
				delete(out, p.Gap)
			}
		}
	}
	return out
}

// oneIncident is the counts of the only incident of a tally as a line: where its number changed, what does not fit, and how it
// stands. Counts of one day stand side by side in the order in which they were published.
func oneIncident(t *export.Tally) []export.Series {
	var of *export.Incident
	for i := range t.Incidents {
		if in := &t.Incidents[i]; in.Apart == "" {
			if of != nil {
				return nil
			}
			of = in
		}
	}
	if of == nil || of.Low == of.High && len(of.Points) < 3 {
		return nil
	}
	s := export.Series{Who: export.Who{Label: "as reports tell it", Kind: "reports"}}
	now := -1.0
	for i, p := range of.Points {
		plain := !p.Vague && !p.Old && !p.Part && !p.Superseded && p.CopyOf == ""
		part := 2*p.Low < now // "another victim died", beside a toll of hundreds
		if plain && !part && (p.Low != now || i == len(of.Points)-1) || p.Gap > 0 && !p.Vague {
			s.Points, now = append(s.Points, p), p.Low
		}
	}
	if len(s.Points) < 2 {
		return nil
	}
	return []export.Series{s}
}

func (c *chart) reach(day string, v float64) {
	if x, ok := dayNumber(day); ok {
		c.first, c.last = min(c.first, x), max(c.last, x)
		c.top = max(c.top, v)
	}
}

func dayNumber(day string) (float64, bool) {
	if len(day) < 10 {
		return 0, false
	}
	t, err := time.Parse(time.DateOnly, day[:10])
	return float64(t.Unix()) / 86400, err == nil
}

func (c *chart) x(day float64) float64 {
	return chartLeft + 16 + (day-c.first)/(c.last-c.first)*(chartWidth-chartLeft-chartRight-32)
}

func (c *chart) y(v float64) float64 { return chartTop + chartHeight*(1-v/c.top) }

// niceStep is 1, 2 or 5 times a power of ten: about five of them reach top.
func niceStep(top float64) float64 {
	p := math.Pow(10, math.Floor(math.Log10(max(top, 1)/5)))
	for _, m := range []float64{1, 2, 5, 10} {
		if s := p * m; top/s <= 6 {
			return max(1, s)
		}
	}
	return max(1, 10*p)
}

// within is where each point of a line stands: its day, and, where the days are wide enough, its place among those of the day.
func (c *chart) within(ps []export.Point) []float64 {
	out := make([]float64, len(ps))
	of := map[string]int{}
	for _, p := range ps {
		of[p.AsOf]++
	}
	wide := c.last-c.first <= 62
	seen := map[string]int{}
	for i, p := range ps {
		out[i], _ = dayNumber(p.AsOf)
		if n := of[p.AsOf]; wide && n > 1 {
			out[i] += 0.9 * float64(seen[p.AsOf]) / float64(n)
			seen[p.AsOf]++
		}
	}
	return out
}

func (c *chart) scale(step float64, unit string) {
	for v := 0.0; v <= c.top+step/2; v += step {
		class := "grid"
		if v == 0 {
			class = "axis"
		}
		c.add(`<line class="%s" x1="%d" x2="%d" y1="%.1f" y2="%.1f"/><text class="tick" x="%d" y="%.1f" text-anchor="end">%s</text>`,
			class, chartLeft, chartWidth-chartRight, c.y(v), c.y(v), chartLeft-8, c.y(v)+4, shortNumber(v))
	}
	c.add(`<text class="tick" x="%d" y="14">%s</text>`, 0, strings.TrimSpace(unit))
}

// days are written under the axis wherever something is, as far as there is room.
func (c *chart) days(t *export.Tally) {
	var all []float64
	note := func(day string) {
		if d, ok := dayNumber(day); ok && !slices.Contains(all, d) {
			all = append(all, d)
		}
	}
	for _, s := range t.Series {
		for _, p := range s.Points {
			note(p.AsOf)
		}
	}
	for _, in := range t.Incidents {
		note(in.Day)
	}
	sort.Float64s(all)
	free, year := 0.0, 0
	for _, d := range all {
		x := c.x(d)
		c.add(`<line class="axis" x1="%.1f" x2="%.1f" y1="%d" y2="%d"/>`, x, x, chartTop+chartHeight, chartTop+chartHeight+4)
		if x < free {
			continue
		}
		at := time.Unix(int64(d)*86400, 0).UTC()
		c.add(`<text class="tick" x="%.1f" y="%d" text-anchor="middle">%s</text>`, x, chartTop+chartHeight+18, at.Format("2 Jan"))
		if at.Year() != year {
			year = at.Year()
			c.add(`<text class="tick" x="%.1f" y="%d" text-anchor="middle">%d</text>`, x, chartTop+chartHeight+32, year)
		}
		free = x + 46
	}
}

// incidents stand in a strip of their own, a bar for what each adds, with its number where there is room.
func (c *chart) incidents(ins []export.Incident) {
	if len(ins) == 0 {
		return
	}
	foot := float64(chartTop + chartHeight + chartFoot + stripHeight - 4)
	highest := 1.0
	for _, in := range ins {
		highest = max(highest, in.High)
	}
	c.add(`<text class="tick" x="%d" y="%.1f">single incidents, each</text><text class="tick" x="%d" y="%.1f">with what it adds</text>`, chartWidth-chartRight+14, foot-14, chartWidth-chartRight+14, foot)
	c.add(`<line class="grid" x1="%d" x2="%d" y1="%.1f" y2="%.1f"/>`, chartLeft, chartWidth-chartRight, foot, foot)
	on := map[float64]float64{} // how many bars a day has
	var texts []caption
	for _, in := range ins {
		d, _ := dayNumber(in.Day)
		x := c.x(d) + 6*on[d]
		on[d]++
		h := max(2, (stripHeight-26)*in.High/highest)
		c.room.block(box{x - 3, foot - h, x + 3, foot})
		words := "+" + bound(&in.Low, &in.High)
		c.add(`<rect class="bar" x="%.1f" y="%.1f" width="5" height="%.1f"><title>%s</title></rect>`, x-2.5, foot-h, h, words+", "+day(in.Day))
		texts = append(texts, caption{x: x, y: foot - h - 4, words: grouped(words), weight: in.High})
	}
	slices.SortStableFunc(texts, func(a, b caption) int { return cmp.Compare(b.weight, a.weight) })
	for _, l := range texts {
		if c.room.take(boxOf(l.x, l.y, "middle", l.words)) {
			c.add(`<text class="inc" x="%.1f" y="%.1f" text-anchor="middle">%s</text>`, l.x, l.y, l.words)
		}
	}
}

// An endLabel is a line's name at its right end.
type endLabel struct {
	y     float64
	from  float64 // where the line ends
	fromX float64
	text  string
	value string
	class string
}

// offLine is the numbers of the gaps whose points no line goes through: what was not meant to be told then.
func offLine(gaps []export.Gap) map[int]bool {
	off := map[int]bool{}
	for i := range gaps {
		switch gaps[i].Cause {
		case "a misprint", "a stale total carried over", "units mixed": // the causes' words in the data
			off[gaps[i].Number] = true
		}
	}
	return off
}

// lines are the points of each series, with a line through those whose gap is not off it; then the gaps' letters, then
// the numbers where there is room.
func (c *chart) lines(series []export.Series, off map[int]bool) {
	var ends []endLabel
	var marks []plotted
	for i, s := range series {
		class := voiceClass(s.Who) + " n" + strconv.Itoa(i%5)
		var path strings.Builder
		var end plotted
		at := c.within(s.Points)
		from := len(marks)
		for k, p := range s.Points {
			if _, ok := dayNumber(p.AsOf); !ok || p.Vague {
				continue
			}
			m := plotted{p, c.x(at[k]), c.y(p.Low)}
			marks = append(marks, m)
			if p.Superseded || off[p.Gap] || p.Old && !slices.ContainsFunc(s.Points, func(q export.Point) bool { return !q.Old }) {
				continue // a keeper of whom only a number taken back is told keeps none
			}
			if path.Len() == 0 {
				fmt.Fprintf(&path, "M%.1f %.1f", m.x, m.y)
			} else {
				fmt.Fprintf(&path, "H%.1fV%.1f", m.x, m.y)
			}
			end = m
		}
		if path.Len() > 0 {
			c.add(`<path class="line %s" d="%s"/>`, class, path.String())
			ends = append(ends, endLabel{end.y, end.y, end.x, seriesName(s.Who), grouped(valueOf(&end.Point)), class})
		}
		for k := from; k < len(marks); k++ {
			c.point(&marks[k], class, i)
		}
	}
	for k := range marks {
		c.gap(&marks[k])
	}
	c.values(marks)
	if n := len(ends) - mostNamed; n > 0 {
		slices.SortStableFunc(ends, func(a, b endLabel) int { return int(math.Round(10 * (b.fromX - a.fromX))) })
		ends = ends[:mostNamed]
		c.add(`<text class="tick" x="%d" y="%d">and %d more, named in the table</text>`, chartWidth-chartRight+14, chartTop+chartHeight+28, n)
	}
	c.names(ends)
}

// mostNamed is how many lines have their names beside them: those that reach furthest.
const mostNamed = 10

func (c *chart) point(m *plotted, class string, n int) {
	p := &m.Point
	c.room.block(box{m.x - 5, m.y - 5, m.x + 5, m.y + 5})
	c.add(`<g class="point %s%s"><title>%s</title>`, class, map[bool]string{true: " old"}[p.Superseded], valueOf(p)+" as of "+day(p.AsOf)+", "+p.Ref.Outlet+map[bool]string{true: "; corrected since"}[p.Superseded])
	c.WriteString(marker(n, m.x, m.y))
	if p.Superseded {
		c.add(`<line class="strike" x1="%.1f" x2="%.1f" y1="%.1f" y2="%.1f"/>`, m.x-8, m.x+8, m.y+8, m.y-8)
	}
	c.WriteString("</g>")
}

// marker is the sign of the n-th line: each its own shape, so that colour is not needed.
func marker(n int, x, y float64) string {
	switch n % 5 {
	case 0:
		return fmt.Sprintf(`<circle cx="%.1f" cy="%.1f" r="4.5"/>`, x, y)
	case 1:
		return fmt.Sprintf(`<rect x="%.1f" y="%.1f" width="8.4" height="8.4"/>`, x-4.2, y-4.2)
	case 2:
		return fmt.Sprintf(`<path d="M%.1f %.1fl5.2 9h-10.4z"/>`, x, y-5.6)
	case 3:
		return fmt.Sprintf(`<path d="M%.1f %.1fl5.6 5.6-5.6 5.6-5.6-5.6z"/>`, x, y-5.6)
	}
	return fmt.Sprintf(`<path d="M%.1f %.1fl5.2-9h-10.4z"/>`, x, y+5.6)
}

// names are written beside the lines' ends, moved apart where they would touch.
func (c *chart) names(ls []endLabel) {
	slices.SortStableFunc(ls, func(a, b endLabel) int { return int(math.Round(10 * (a.y - b.y))) })
	for i := 1; i < len(ls); i++ {
		ls[i].y = max(ls[i].y, ls[i-1].y+19)
	}
	foot := float64(chartTop + chartHeight + 4)
	for i := len(ls) - 1; i >= 0; i-- {
		ls[i].y = min(ls[i].y, foot)
		foot = ls[i].y - 19
	}
	right := float64(chartWidth - chartRight)
	for _, l := range ls {
		c.add(`<path class="lead" d="M%.1f %.1fH%.1fL%.1f %.1f"/>`, l.fromX+7, l.from, max(l.fromX+7, right-6), right+10, l.y)
		c.add(`<text class="name %s" x="%.1f" y="%.1f"><title>%s</title>%s <tspan class="at">%s</tspan></text>`, l.class, right+14, l.y+4, l.text, cut(l.text, max(8, nameRoom-len([]rune(l.value)))), l.value)
	}
}

// nameRoom is how many letters stand between the plot and the edge: a name and its value.
const nameRoom = 27

func seriesName(w export.Who) string {
	if w.Kind == "voice" {
		return w.Label + " itself"
	}
	return w.Label
}

// valueOf is a count as printed: words without a number stand as they are, "more than 750" is >750.
func valueOf(p *export.Point) string {
	switch {
	case p.Vague:
		return cut(p.Ref.Text, 40)
	case p.More:
		return ">" + plainNumber(p.Low)
	case p.High == nil:
		return plainNumber(p.Low) + "+"
	}
	return bound(&p.Low, p.High)
}

// shortNumber is v for a scale: 300 000, 20 million.
func shortNumber(v float64) string { return grouped(plainNumber(v)) }

func plainNumber(v float64) string { return ledger.Number(v) }

// letter is the sign of the n-th gap: A, B, …, Z, then numbers.
func letter(n int) string {
	if n >= 1 && n <= 26 {
		return string(rune('A' + n - 1))
	}
	return strconv.Itoa(n)
}

// cut is s with at most n letters; what is long ends with a whole word.
func cut(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	short := string(r[:n-1])
	if i := strings.LastIndexByte(short, ' '); n >= 60 && i > len(short)*3/4 && r[n-1] != ' ' {
		short = short[:i] + " "
	}
	return strings.TrimRight(short, " ,") + map[bool]string{true: " "}[n >= 60] + "…"
}

// voiceClass is the class of whose voice it is.
func voiceClass(w export.Who) string {
	switch {
	case w.Kind == "reports":
		return "told"
	case w.Kind == "voice", w.Kind == "nobody":
		return "nobody"
	case w.Anonymous:
		return "unnamed"
	}
	return "named"
}
