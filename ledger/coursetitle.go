package ledger

import (
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// titleLong is how many bytes of a report's words make a title.
const titleLong = 110

// eventTitle is the words among the mentions that tell best who did what to whom and where.
func (v *View) eventTitle(members []int32) Ref {
	var best Ref
	top := -1e9
	all := make(vector, 0, 16*min(len(members), most))
	for _, m := range members[:min(len(members), most)] {
		_, it := v.mention(m)
		all = append(all, it.around...)
	}
	all = all.gather()
	for _, m := range members {
		at := v.event[m]
		e, it := v.mention(m)
		s, score := titleOf(e, it)
		if !isTitle(s.Text(e.r.Article.Text)) {
			score -= 8
		}
		score += 6 * float64(dot(all, vectorOf(words(s.Text(e.r.Article.Text)), 1)))
		if score > top {
			top, best = score, v.ref(at.entry, s)
		}
	}
	return best
}

var pronouns = setOf("he she it they we i you who which that this these those his her its their our my your them him us what nobody someone")

// titleOf is the words from the first to the last that tell who takes part in a mention, and how well they tell it.
func titleOf(e *entry, it *eventItem) (article.Span, float64) {
	ev := &e.r.Events[it.n]
	text := e.r.Article.Text
	s, score := ev.Trigger, 0.
	take := func(p article.Span, worth float64) {
		t := strings.ToLower(p.Text(text))
		hull := article.Span{Start: min(s.Start, p.Start), End: max(s.End, p.End)}
		if p.Len() == 0 || pronouns[t] || !it.sentence.Contains(p) || hull.Len() > titleLong || strings.ContainsAny(hull.Text(text), "—(\n") {
			return
		}
		s = hull
		score += worth
	}
	for i, p := range ev.Actors {
		if i == 0 && p.Role == "" {
			take(p.Span, 3)
		}
	}
	for _, p := range ev.Actors {
		if p.Role != "" { // "the president ordered the navy to strike"
			take(p.Span, 2)
		}
	}
	for i, p := range ev.Targets {
		if i == 0 {
			take(p.Span, 3)
		}
	}
	if ev.Place != nil {
		take(ev.Place.Span, 1)
	}
	if len(it.spots) > 0 && it.settled {
		take(it.spots[0].at, 1)
	}
	for i := range e.r.Events {
		if t := e.r.Events[i].Trigger; t != ev.Trigger && s.Contains(t) && speaksElse(e, t, it) {
			score--
		}
	}
	words := s.Text(text)
	for _, bad := range []string{"\n", "\"", "“", "”", ";", ":", " said", " that ", " which ", " who ", " — ", "(", "—"} {
		if strings.Contains(words, bad) {
			score -= 2
		}
	}
	if strings.Count(words, " ") < 2 {
		score -= 2 // "searched, police"
	}
	score -= float64(strings.Count(words, ",")) + float64(len(words))/60
	if ev.Background {
		score -= 3
	}
	if ev.Status == resolve.Unknown || ev.Status == resolve.Possible {
		score--
	}
	return s, score
}

// isTitle reports whether words can stand for what happened: three at least, that do not begin or end in the middle of a clause.
func isTitle(s string) bool {
	ws := words(s)
	return len(ws) >= 3 && !inClause[strings.ToLower(ws[0].Text(s))] && !openEnd[strings.ToLower(ws[len(ws)-1].Text(s))]
}

// inClause begin words cut out of a clause, "in Kotli was destroyed"; openEnd end words whose clause goes on.
var (
	inClause = setOf("to in on at by of from with for into whose whom which who that and or but as than")
	openEnd  = setOf("the a an of to in on at by from with for and or but than alleging saying claiming citing")
)

// speaksElse reports whether another event within the words of a title speaks of something else: "announced the strike"; a strike's "killed"
// belongs to it.
func speaksElse(e *entry, t article.Span, it *eventItem) bool {
	for k := range e.events {
		if o := &e.events[k]; e.r.Events[o.n].Trigger == t {
			return o.deed == noDeed || it.deed == noDeed
		}
	}
	return true
}
