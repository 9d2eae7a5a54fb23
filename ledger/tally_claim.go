package ledger

import (
	"fmt"
	"slices"
	"strings"

	"sayso/article"
)

// What one side says that it did to the other: "the rebels said they had killed 30 soldiers", of whom the army counts eight. It is the claimant's series of
// its own, held against no other; the high end of the tally is his last word where that is more, and a gap names both.

// claimedByFoe is why a series is held against no other.
const claimedByFoe = "what the other side says that it did"

// foes are the figures of a tally that the other side gives, by their places in figures; none where nobody else counts.
func (t *sideTable) foes(v *View, k tallyKey, figures []figureAt, points []Point) map[int]bool {
	if t == nil || k.measure != "killed" && k.measure != "injured" {
		return nil
	}
	out := map[int]bool{}
	own := t.losers(v)
	for i, at := range figures {
		s := &v.entries[at.entry].told().sided[at.n]
		if t.war() {
			if foe := t.foe[k.side]; foe != "" && t.voice(&points[i], s.said) == foe {
				out[i] = true
			}
		} else if k.kind == "soldiers" && t.classVoice(&points[i], own) == "militants" || k.kind == "militants" && t.classVoice(&points[i], own) == "soldiers" {
			out[i] = true
		}
	}
	if len(out) == len(figures) {
		return nil
	}
	for i := range figures { // somebody else must count the same for himself: the army that counts dead rebels whom nobody else counts is the one who counts
		if !out[i] && (t.war() || k.kind != "militants" || t.classVoice(&points[i], own) == "militants") {
			return out
		}
	}
	return nil
}

// voice is the side that gives a point, by what its source is called, else by who tells in its sentence; or "".
func (t *sideTable) voice(p *Point, said string) string {
	if p.keeper.id == "" {
		return ""
	}
	who := p.whose()
	code := ""
	for _, m := range marksIn(who, article.Span{End: len(who)}, nil) {
		if t.foe[m.code] == "" || code != "" && code != m.code {
			continue
		}
		code = m.code
	}
	if code == "" {
		code = said
	}
	return code
}

// losers are the keepers who tell in a story what those who attack have lost, as their own: "the Front said it had lost three fighters".
func (t *sideTable) losers(v *View) map[string]bool {
	if t.war() || t.own != nil {
		return t.own
	}
	t.own = map[string]bool{}
	for at, k := range t.of {
		if k.kind != "militants" {
			continue
		}
		e := v.entries[at.entry]
		f := &e.r.Figures[at.n]
		told := e.told()
		if before := e.r.Article.Text[told.sided[at.n].sentence.Start:f.Start]; f.Low != nil && (strings.HasSuffix(before, " lost ") || containsAny(told.beside[at.n].context, " of its fighters", " of their fighters", " of its men", " of their men", " of their own")) {
			if p := v.point(at); p.keeper.id != "" {
				t.own[p.Origin] = true
			}
		}
	}
	return t.own
}

// classVoice is which of those who fight each other in one country gives a point: "militants", "soldiers" or "".
func (t *sideTable) classVoice(p *Point, own map[string]bool) string {
	if p.keeper.id == "" {
		return ""
	}
	if own[p.Origin] {
		return "militants"
	}
	who := strings.ToLower(p.whose())
	switch {
	case bearing(who) == "militants":
		return "militants"
	case bearing(who) == "soldiers" || containsAny(who, "army", "military", "defence ministry", "defense ministry", "ministry of defence", "security forces"):
		return "soldiers"
	}
	return ""
}

// claim puts a figure of the other side into that side's series.
func (c *counter) claim(p *Point) {
	key := p.Origin + "|claimed"
	k, ok := c.series[key]
	if !ok {
		k = len(c.t.Series)
		c.series[key] = k
		c.t.Series = append(c.t.Series, Series{Source: p.sourceID(), Who: p.Who, Apart: claimedByFoe})
	}
	c.t.Series[k].Points = append(c.t.Series[k].Points, *p)
}

// claims raises the high end of a tally to what the other side says last that it did, and names the gap.
func (t *Tally) claims() {
	for s := range t.Series {
		if t.Series[s].Apart != claimedByFoe {
			continue
		}
		points := standing(t.Series[s].Points)
		points = slices.DeleteFunc(slices.Clone(points), func(p Point) bool { return p.Vague || p.Old })
		if len(points) == 0 || t.Best == 0 {
			continue
		}
		p := points[len(points)-1]
		own, ok := t.lastOwn()
		if !ok || own.background || p.Low <= t.Best {
			continue
		}
		if p.Low > t.High {
			t.High, t.Open = p.High, p.Open || p.More
		}
		t.Gaps = append(t.Gaps, Gap{Who: own.Who, At: own, Against: []Point{p}, Low: p.Low, High: p.High, Cause: CountApart, PointSeries: -1,
			Reason: fmt.Sprintf("%s by %s, %s by %s: each side counts for itself", show(own.Low), own.Who, show(p.Low), p.Who)})
	}
}

// lastOwn is the last point of the tally that has its best number and that the other side does not give.
func (t *Tally) lastOwn() (Point, bool) {
	var out *Point
	take := func(p *Point) {
		if p.Low == t.Best && !p.Vague && !p.Superseded && !p.Old && (out == nil || p.when > out.when) {
			out = p
		}
	}
	for s := range t.Series {
		if t.Series[s].Apart == "" {
			for i := range t.Series[s].Points {
				take(&t.Series[s].Points[i])
			}
		}
	}
	for k := range t.Incidents {
		if t.Incidents[k].Apart == "" {
			for i := range t.Incidents[k].Points {
				take(&t.Incidents[k].Points[i])
			}
		}
	}
	if out == nil {
		return Point{}, false
	}
	return *out, true
}
