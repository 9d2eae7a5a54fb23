package live

import (
	"slices"
	"strings"

	"sayso/export"
	"sayso/ledger"
)

// Tallies, their points and who gives them, as pages show them.

// telling is the counts of an incident that a page has room for, by time: the last one, the last of the number at which it
// stands, those that do not fit, the first of each number, and of the others the first.
func (p *publisher) telling(in *ledger.Incident, incidents int, gaps []ledger.Gap) []ledger.Point {
	room := max(p.most, mostCounts, allCounts/incidents)
	if len(in.Points) <= room {
		return in.Points
	}
	keep := make([]bool, len(in.Points))
	n, stands := 0, -1
	take := func(i int) {
		if !keep[i] && n < room {
			keep[i] = true
			n++
		}
	}
	odd := map[ledger.Ref]bool{}
	for i := range gaps {
		odd[gaps[i].At.Ref] = odd[gaps[i].At.Ref] || gaps[i].PointSeries < 0
	}
	plain := func(q *ledger.Point) bool { return !q.Vague && !q.Old && !q.Part && !q.Superseded && q.CopyOf == "" }
	for i := range in.Points {
		if q := &in.Points[i]; plain(q) && (q.Low == in.Low || q.Low == in.High) {
			stands = i
		}
	}
	take(len(in.Points) - 1)
	if stands >= 0 {
		take(stands)
	}
	for i := range in.Points {
		if odd[in.Points[i].Ref] {
			take(i)
		}
	}
	seen := map[float64]bool{}
	for i := range in.Points {
		if q := &in.Points[i]; plain(q) && !seen[q.Low] {
			seen[q.Low] = true
			take(i)
		}
	}
	for i := range in.Points {
		take(i)
	}
	out := make([]ledger.Point, 0, n)
	for i := range in.Points {
		if keep[i] {
			out = append(out, in.Points[i])
		}
	}
	return out
}

// tally is a tally as its page shows it, with the words of each series' and incident's counts.
func (p *publisher) tally(t *ledger.Tally) export.Tally {
	out := export.Tally{Story: t.Story, Measure: t.Measure, Side: t.Side, Of: t.Of, Unit: t.Unit, Low: t.Low, High: t.High, Open: t.Open, Best: t.Best, AsOf: t.AsOf, Total: t.Total, Sum: t.Sum, Once: t.Once(),
		Told: append([]string{}, t.Told...), Series: []export.Series{}, Incidents: []export.Incident{}, Gaps: []export.Gap{}, Support: []export.Support{}}
	for _, s := range t.Series {
		one := export.Series{Who: p.seriesWho(&s), Since: s.Since, Within: s.Within, Apart: s.Apart, Points: p.points(s.Points)}
		if one.Who.Kind == "voice" && !slices.ContainsFunc(one.Points, func(q export.Point) bool { return q.Who.Kind == "voice" }) {
			one.Who.Kind = "outlet"
		}
		out.Series = append(out.Series, one)
	}
	for i, g := range t.Gaps {
		out.Gaps = append(out.Gaps, export.Gap{Number: i + 1, Who: g.Who, At: p.point(&g.At), Against: p.points(g.Against), Low: g.Low, High: g.High, Cause: string(g.Cause), Reason: g.Reason})
		if g.PointSeries >= 0 && g.PointSeries < len(t.Series) {
			for j, q := range t.Series[g.PointSeries].Points {
				if q.Ref == g.At.Ref && q.Superseded == g.At.Superseded {
					out.Series[g.PointSeries].Points[j].Gap = i + 1
				}
			}
		}
	}
	for k := range t.Incidents {
		in := &t.Incidents[k]
		shown := p.telling(in, len(t.Incidents), t.Gaps)
		one := export.Incident{Event: in.Event, Day: in.Day, Words: in.Words, Low: in.Low, High: in.High, Vague: in.Vague, Apart: in.Apart, Counts: len(in.Points), Keepers: []export.Keeper{}, Points: p.points(shown)}
		for _, k := range in.Keepers {
			one.Keepers = append(one.Keepers, export.Keeper{Who: p.giver(k.Origin, k.Who), Last: p.point(&k.Last), Stands: k.Stands})
		}
		for j := range shown {
			for i, g := range t.Gaps {
				if g.PointSeries < 0 && shown[j].Ref == g.At.Ref {
					one.Points[j].Gap = i + 1
				}
			}
		}
		out.Incidents = append(out.Incidents, one)
	}
	for i := range out.Series {
		out.Series[i].Points = onceInAReport(out.Series[i].Points)
	}
	for i := range out.Incidents {
		in := &out.Incidents[i]
		all := len(in.Points)
		in.Points = onceInAReport(in.Points)
		in.Counts -= all - len(in.Points)
	}
	for _, s := range t.Support {
		out.Support = append(out.Support, export.Support{Value: s.Value, Outlets: p.names(s.Outlets), Origins: p.keys(s.Origins)})
	}
	return out
}

func (p *publisher) names(outlets []string) []string {
	out := make([]string, len(outlets))
	for i, o := range outlets {
		out[i] = p.printed(o)
	}
	return out
}

// keys are sources or outlets by their keys.
func (p *publisher) keys(keys []string) []export.Who {
	out := []export.Who{}
	for _, k := range keys {
		out = append(out, p.giver(k, p.printed(k)))
	}
	return out
}

// giver is who gives a count, by key and name: a source, the maker of a document, or an outlet.
func (p *publisher) giver(key, name string) export.Who {
	if strings.HasPrefix(key, "so-") {
		return p.source(key)
	}
	if maker, ok := strings.CutPrefix(key, "by "); ok {
		if name == key {
			name = maker
		}
		return export.Who{Label: name, Kind: "organisation"}
	}
	return voice(name)
}

func (p *publisher) points(ps []ledger.Point) []export.Point {
	out := make([]export.Point, len(ps))
	for i := range ps {
		out[i] = p.point(&ps[i])
	}
	return out
}

// onceInAReport is ps without the counts of an earlier text of a report that its present text has word for word: those were never
// corrected, and stand there once.
func onceInAReport(ps []export.Point) []export.Point {
	return slices.DeleteFunc(ps, func(q export.Point) bool {
		return q.Superseded && q.Ref.Current && q.Gap == 0 && slices.ContainsFunc(ps, func(o export.Point) bool {
			return !o.Superseded && o.Low == q.Low && o.Ref.Report == q.Ref.Report && o.Ref.Start == q.Ref.Start && o.Ref.End == q.Ref.End
		})
	})
}

func (p *publisher) point(q *ledger.Point) export.Point {
	out := export.Point{Ref: p.ref(q.Ref), AsOf: q.AsOf, Low: q.Low, Approximate: q.Approximate, Hedged: q.Hedged, CopyOf: p.outlet(q.CopyOf), Superseded: q.Superseded,
		Vague: q.Vague, More: q.More, Old: q.Old, Part: q.Part, Who: p.giver(q.Origin, q.Who)}
	if !q.Open {
		high := q.High
		out.High = &high
	}
	if out.Who.Kind == "voice" && out.Who.Label != out.Ref.Outlet && folded(out.Who.Label) != folded(out.Ref.Outlet) {
		out.Who.Kind = "outlet" // another outlet's count, as this report tells it
	}
	return out
}

// How many counts of one incident a story's page has: more than of other things, since they tell how its toll went, and the more the fewer incidents
// there are, since one disaster's keepers all count in one.
const (
	mostCounts = 16
	allCounts  = 120
)
