package web

import (
	"fmt"
	"html/template"
	"math"
	"slices"
	"sort"
	"strconv"
	"strings"
	"time"

	"sayso/export"
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
	chartLeft   = 40
	chartRight  = 250 // room for the names of the lines
	chartTop    = 34
	chartHeight = 250 // of the plot
	chartFoot   = 74  // days and incidents
)

// A chart places a tally's points: days from left to right, how many from the foot up.
type chart struct {
	drawing
	first, last float64 // days since 1970
	top         float64 // highest value of the scale
}

// tallyChart draws running totals, one line a source, with the numbers of the gaps; corrected
// figures are struck out and incidents stand under the days. "" where there are no totals.
func tallyChart(t export.Tally) template.HTML {
	c := &chart{first: math.Inf(1), last: math.Inf(-1), top: 1}
	if t.Once {
		return "" // one number draws no line
	}
	if !slices.ContainsFunc(t.Series, func(s export.Series) bool { return s.Apart == "" }) {
		if one := oneIncident(&t); one != nil || len(t.Series) == 0 {
			t.Series, t.Incidents = one, nil // totals over other windows stand in the table
		}
	}
	for _, s := range t.Series {
		for _, p := range s.Points {
			if !p.Vague {
				c.reach(p.AsOf, p.Low)
			}
		}
	}
	if math.IsInf(c.first, 1) {
		return ""
	}
	for _, in := range t.Incidents {
		c.reach(in.Day, 0)
	}
	if c.last-c.first < 1 {
		c.first, c.last = c.first-1, c.last+1
	}
	step := niceStep(c.top)
	c.top = math.Ceil(c.top*1.08/step) * step
	c.add(`<svg class="chart" role="img" viewBox="0 0 %d %d" aria-label="%s">`, chartWidth, chartTop+chartHeight+chartFoot, "Running totals of "+t.Measure+" by source and day; the table below has the same numbers.")
	c.scale(step, t.Unit+" "+strings.ReplaceAll(t.Measure, "_", " "))
	c.days(&t)
	c.incidents(t.Incidents)
	c.lines(t.Series, offLine(t.Gaps))
	c.WriteString("</svg>")
	return c.html()
}

// oneIncident is the counts of the only incident of a tally as a line, where they changed.
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
	s := export.Series{Who: export.Who{Label: "as reports tell it"}}
	now := -1.0
	for _, p := range of.Points {
		if !p.Vague && !p.Old && !p.Part && !p.Superseded && p.CopyOf == "" && (p.Low > now || p.Gap > 0) {
			s.Points, now = append(s.Points, p), max(now, p.Low)
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

func (c *chart) scale(step float64, unit string) {
	for v := 0.0; v <= c.top+step/2; v += step {
		class := "grid"
		if v == 0 {
			class = "axis"
		}
		c.add(`<line class="%s" x1="%d" x2="%d" y1="%.1f" y2="%.1f"/><text class="tick" x="%d" y="%.1f" text-anchor="end">%s</text>`,
			class, chartLeft, chartWidth-chartRight, c.y(v), c.y(v), chartLeft-8, c.y(v)+4, plainNumber(v))
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
	free := 0.0
	for _, d := range all {
		x := c.x(d)
		c.add(`<line class="axis" x1="%.1f" x2="%.1f" y1="%d" y2="%d"/>`, x, x, chartTop+chartHeight, chartTop+chartHeight+4)
		if x < free {
			continue
		}
		c.add(`<text class="tick" x="%.1f" y="%d" text-anchor="middle">%s</text>`, x, chartTop+chartHeight+18, time.Unix(int64(d)*86400, 0).UTC().Format("2 Jan"))
		free = x + 44
	}
}

// incidents stand in a strip of their own, with what each adds; those of one day share a place.
func (c *chart) incidents(ins []export.Incident) {
	at := map[float64][]string{}
	var days []float64
	for _, in := range ins {
		d, ok := dayNumber(in.Day)
		if !ok || in.Vague || in.Apart != "" {
			continue
		}
		if at[d] == nil {
			days = append(days, d)
		}
		at[d] = append(at[d], "+"+bound(&in.Low, &in.High))
	}
	if len(days) == 0 {
		return
	}
	foot := chartTop + chartHeight + 50
	c.add(`<text class="tick" x="%d" y="%d">in single incidents</text>`, chartWidth-chartRight+14, foot)
	c.add(`<line class="grid" x1="%d" x2="%d" y1="%d" y2="%d"/>`, chartLeft, chartWidth-chartRight, foot-18, foot-18)
	for _, d := range days {
		c.add(`<text class="inc" x="%.1f" y="%d" text-anchor="middle">%s</text>`, c.x(d), foot, strings.Join(at[d], " "))
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

// lines are the points of each series, with a line through those whose gap is not off it.
func (c *chart) lines(series []export.Series, off map[int]bool) {
	var labels []endLabel
	taken := map[[2]int]bool{} // where a value is written
	for i, s := range series {
		class := voiceClass(s.Who) + " n" + strconv.Itoa(i%5)
		var path strings.Builder
		var lastX, lastY float64
		var last export.Point
		drawn := false
		for _, p := range s.Points {
			d, ok := dayNumber(p.AsOf)
			if !ok || p.Superseded || p.Vague || off[p.Gap] {
				continue
			}
			x, y := c.x(d), c.y(p.Low)
			if !drawn {
				fmt.Fprintf(&path, "M%.1f %.1f", x, y)
			} else {
				fmt.Fprintf(&path, "H%.1fV%.1f", x, y)
			}
			lastX, lastY, last, drawn = x, y, p, true
		}
		if drawn {
			c.add(`<path class="line %s" d="%s"/>`, class, path.String())
			labels = append(labels, endLabel{lastY, lastY, lastX, seriesName(s.Who), valueOf(&last), class})
		}
		for _, p := range s.Points {
			c.point(&p, class, i, taken)
		}
	}
	if n := len(labels) - mostNamed; n > 0 {
		slices.SortStableFunc(labels, func(a, b endLabel) int { return int(math.Round(10 * (b.fromX - a.fromX))) })
		labels = labels[:mostNamed]
		c.add(`<text class="tick" x="%d" y="%d">and %d more, named in the table</text>`, chartWidth-chartRight+14, chartTop+chartHeight+28, n)
	}
	c.names(labels)
}

// mostNamed is how many lines have their names beside them: those that reach furthest.
const mostNamed = 10

func (c *chart) point(p *export.Point, class string, n int, taken map[[2]int]bool) {
	d, ok := dayNumber(p.AsOf)
	if !ok || p.Vague {
		return
	}
	x, y := c.x(d), c.y(p.Low)
	c.add(`<g class="point %s%s"><title>%s</title>`, class, map[bool]string{true: " old"}[p.Superseded], valueOf(p)+" as of "+day(p.AsOf)+", "+p.Ref.Outlet+map[bool]string{true: "; corrected since"}[p.Superseded])
	c.WriteString(marker(n, x, y))
	if p.Superseded {
		c.add(`<line class="strike" x1="%.1f" x2="%.1f" y1="%.1f" y2="%.1f"/>`, x-8, x+8, y+8, y-8)
	}
	c.WriteString("</g>")
	if at := [2]int{int(x), int(y)}; !taken[at] {
		taken[at] = true
		c.add(`<text class="value%s" x="%.1f" y="%.1f" text-anchor="end">%s</text>`, map[bool]string{true: " gone"}[p.Superseded], x-8, y-6, valueOf(p))
	}
	if p.Gap > 0 {
		c.add(`<g class="gap"><title>Gap %d</title><circle cx="%.1f" cy="%.1f" r="9"/><text x="%.1f" y="%.1f" text-anchor="middle">%s</text></g>`, p.Gap, x+13, y-13, x+13, y-9, letter(p.Gap))
	}
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
		c.add(`<text class="name %s" x="%.1f" y="%.1f"><title>%s</title>%s <tspan class="at">%s</tspan></text>`, l.class, right+14, l.y+4, l.text, cut(l.text, 26), l.value)
	}
}

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

func plainNumber(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// letter is the sign of the n-th gap: A, B, …, Z, then numbers.
func letter(n int) string {
	if n >= 1 && n <= 26 {
		return string(rune('A' + n - 1))
	}
	return strconv.Itoa(n)
}

// cut is s with at most n letters.
func cut(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return strings.TrimRight(string(r[:n-1]), " ,") + "…"
	}
	return s
}

// voiceClass is the class of whose voice it is.
func voiceClass(w export.Who) string {
	switch {
	case w.Kind == "voice", w.Kind == "nobody":
		return "nobody"
	case w.Anonymous:
		return "unnamed"
	}
	return "named"
}
