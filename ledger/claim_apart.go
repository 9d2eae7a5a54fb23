package ledger

import (
	"fmt"

	"sayso/article"
	"sayso/read"
	"sayso/resolve"
)

// Two contents that sound alike can be of two incidents: a campaign strikes again and again, in the same words. What tells
// them apart is where, when, "another", and how many; days later, what has none of these in common is of two.

// A claimAnchor is what ties a content to one incident.
type claimAnchor struct {
	places  []placeName
	days    [][2]int32 // first and last day
	ordinal uint32     // "another", "second" …, 0 for none
	actors  []uint32   // whose violence it tells, as words that say whose: "US", "Houthi"; sorted
	numbers []uint32   // written in digits, dates left out, where it speaks of dead, hurt or missing; sorted
	recurs  bool       // tells violence or the dead and hurt, as many incidents of one matter do
}

type placeName struct {
	name   uint32
	within []uint32
	span   article.Span
}

// anchor is that of a content.
func (x *extractor) anchor(spans []article.Span, ws []word) *claimAnchor {
	an := new(claimAnchor)
	for i := range x.e.r.Places {
		p := &x.e.r.Places[i]
		if !spansHold(spans, p.Start) || p.Precision != "city" && p.Precision != "region" && p.Precision != "area" || p.Role == read.Actor || p.Role == read.Dateline {
			continue
		}
		n := placeName{name: hashString(foldString(p.Name)), span: p.Span}
		for _, w := range p.Within {
			n.within = append(n.within, hashString(foldString(w)))
		}
		an.places = append(an.places, n)
	}
	for i := range x.e.r.Times {
		t := &x.e.r.Times[i]
		if spansHold(spans, t.Span.Start) && (t.Precision == "day" || t.Precision == "part_of_day") {
			if from, to := parseDay(t.Start), parseDay(t.End); from != unknownDay && to != unknownDay {
				an.days = append(an.days, [2]int32{from, to})
			}
		}
	}
	counts := false
	for _, w := range ws {
		counts = counts || tollStems[w.stem]
		if w.digit && !x.inTime(w.Start) {
			an.numbers = append(an.numbers, w.hash)
		}
	}
	if an.numbers = sortedSet(an.numbers); !counts {
		an.numbers = nil
	}
	for i, w := range ws {
		if n := ordinals[w.hash]; n > 0 && an.ordinal == 0 && (n > 2 || !loose[w.hash]) && i+1 < len(ws) {
			an.ordinal = n
		}
	}
	for i := range x.e.r.Events {
		ev := &x.e.r.Events[i]
		if ev.Type != "ASSAULT" || !spansHold(spans, ev.Trigger.Start) {
			continue
		}
		an.recurs = true
		for _, p := range ev.Actors {
			if spansHold(spans, p.Span.Start) && (ev.Status == resolve.Happened || ev.Status == resolve.Ongoing) && !x.isPerson(&p) {
				an.actors = append(an.actors, sideWords(p.Text(x.a.Text))...)
			}
		}
	}
	for i := range x.e.r.Figures {
		f := &x.e.r.Figures[i]
		an.recurs = an.recurs || victims[f.Measure] && f.Scope == "incident" && spansHold(spans, f.Start)
	}
	an.actors = sortedSet(an.actors)
	return an
}

// inTime reports whether a time expression covers the place.
func (x *extractor) inTime(at int) bool {
	for i := range x.e.r.Times {
		if s := x.e.r.Times[i].Span; s.Start <= at && at < s.End {
			return true
		}
	}
	return false
}

var tollStems = setOfStems("toll dead died killed deaths fatalities injured wounded missing casualties body bodies remains")

// isPerson reports whether a participant is somebody: "President Roth" may act for any side.
func (x *extractor) isPerson(p *resolve.Participant) bool {
	if s := sourceByID(x.e.r, p.Source); s != nil && s.Kind == resolve.Person {
		return true
	}
	for _, w := range words(p.Text(x.a.Text)) {
		if officeStems[w.stem] {
			return true
		}
	}
	return false
}

// victims are measures that every incident of a campaign has.
var victims = map[string]bool{"killed": true, "injured": true, "missing": true, "captured": true, "displaced": true, "survivors": true}

// loose are words that an event can have without being another of its kind: "a new toll", "fresh talks".
var loose = setOfWords("new fresh further")

// soon is how many days apart two reports can speak of the latest incident without naming its day or place.
const soon = 2

// incidentsApart is why two contents are of two incidents, or "".
func incidentsApart(ea *entry, a *claimItem, eb *entry, b *claimItem) string {
	x, y := a.anchor, b.anchor
	if len(x.numbers) > 0 && len(y.numbers) > 0 && shared(x.numbers, y.numbers) == 0 {
		return "they give other numbers of dead, hurt or missing"
	}
	far := ea.day == unknownDay || eb.day == unknownDay || ea.day > eb.day+soon || eb.day > ea.day+soon
	number := commonFigure(ea, a, eb, b)
	if x.ordinal != y.ordinal && len(a.told) > 0 && len(b.told) > 0 && (far && !number || x.ordinal > 0 && y.ordinal > 0) {
		return "one speaks of another of its kind"
	}
	if !x.recurs && len(a.figures) == 0 || !y.recurs && len(b.figures) == 0 {
		return ""
	}
	place, placesOff := commonPlace(ea, x, eb, y)
	if placesOff != "" {
		return placesOff
	}
	if len(x.actors) > 0 && len(y.actors) > 0 && shared(x.actors, y.actors) == 0 {
		return "they tell of what two sides did"
	}
	day, daysOff := commonDay(x, y)
	if daysOff != "" {
		return daysOff
	}
	if far && x.recurs && y.recurs && !place && !day && !number && (dot(a.vec, b.vec) < claimSurely || x.ordinal > 0) {
		return fmt.Sprintf("%s apart, and no place, day or number in common ties them to one incident", daysPhrase(daysApart(ea, eb)))
	}
	return ""
}

// otherDay reports whether two contents of violence name days or places of which none is the other's: in between, a content that names
// none can be like both.
func otherDay(ea *entry, a *claimItem, eb *entry, b *claimItem) bool {
	x, y := a.anchor, b.anchor
	if !x.recurs || !y.recurs {
		return false
	}
	_, place := commonPlace(ea, x, eb, y)
	_, day := commonDay(x, y)
	return place != "" || day != ""
}

// claimSurely is the cosine from which contents without a place, a day or a number are one even days apart.
const claimSurely = .85

// commonPlace reports whether two contents name one place, or places of which one is in the other; else, where both name
// places, that they do not.
func commonPlace(ea *entry, x *claimAnchor, eb *entry, y *claimAnchor) (common bool, apart string) {
	for _, p := range x.places {
		for _, q := range y.places {
			if p.name == q.name || holds(p.within, q.name) || holds(q.within, p.name) {
				return true, ""
			}
		}
	}
	if len(x.places) == 0 || len(y.places) == 0 {
		return false, ""
	}
	return false, fmt.Sprintf("“%s” is not “%s”", x.places[0].span.Text(ea.r.Article.Text), y.places[0].span.Text(eb.r.Article.Text))
}

func holds(hs []uint32, h uint32) bool {
	for _, x := range hs {
		if x == h {
			return true
		}
	}
	return false
}

// commonDay reports whether two contents name one day, a night's difference allowed; else, where both name days, that they do not.
func commonDay(x, y *claimAnchor) (common bool, apart string) {
	for _, d := range x.days {
		for _, f := range y.days {
			if d[0] <= f[1]+1 && f[0] <= d[1]+1 {
				return true, ""
			}
		}
	}
	if len(x.days) == 0 || len(y.days) == 0 {
		return false, ""
	}
	return false, fmt.Sprintf("%s is not %s", dayString(x.days[0][0]), dayString(y.days[0][0]))
}

// commonFigure reports whether two contents have one number of one measure.
func commonFigure(ea *entry, a *claimItem, eb *entry, b *claimItem) bool {
	for _, i := range a.figures {
		for _, j := range b.figures {
			x, y := &ea.r.Figures[i], &eb.r.Figures[j]
			if x.Measure == y.Measure && x.Measure != "" && sameNumber(x, y) {
				return true
			}
		}
	}
	return false
}

func sameNumber(x, y *resolve.Figure) bool {
	return x.Low != nil && y.Low != nil && *x.Low == *y.Low
}
