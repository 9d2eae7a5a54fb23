package ledger

import (
	"strings"

	"sayso/resolve"
)

// A placeVote is a place that mentions of an event name, and how well they do.
type placeVote struct {
	name, country string
	worth         int
}

// settlePlace gives an event the place that its mentions name most narrowly and most often, and the country of it that most of them give.
func (v *View) settlePlace(ev *Event, members []int32) {
	var all []placeVote
	countries := map[string]int{}
	for _, m := range members[:min(len(members), most)] {
		e, it := v.mention(m)
		p := e.placed(it)
		if p.name == "" || it.spoken {
			continue
		}
		if src := &e.r.Events[it.n]; src.Background || src.Aside {
			p.worth = (p.worth + 3) / 4
		}
		if p.country != "" {
			countries[p.country]++
		}
		known := false
		for i := range all {
			if placeKey(all[i].name) == placeKey(p.name) {
				all[i].worth += p.worth
				known = true
				if all[i].country == "" {
					all[i].country = p.country
				}
			}
		}
		if !known {
			all = append(all, p)
		}
	}
	best := placeVote{}
	for _, p := range all {
		if p.worth > best.worth {
			best = p
		}
	}
	if ev.Place, ev.Country = best.name, best.country; ev.Country == "" {
		ev.Country = most1(countries)
	}
}

// placed is the place of one mention: its own where that is narrower than a country, or else the named place of its sentence that is.
func (e *entry) placed(it *eventItem) placeVote {
	p := e.r.Events[it.n].Place
	out := placeVote{worth: 1}
	if p != nil {
		out.name, out.country = p.Name, p.Country
		if narrow(p) {
			return placeVote{p.Name, p.Country, e.worthOfPlace(p)}
		}
	}
	if !it.settled {
		return out
	}
	for i := range it.spots {
		s := &it.spots[i]
		if s.loose || s.sea {
			continue
		}
		country, worth := out.country, 8
		if k := e.placeOver(s); k != nil {
			if !narrow(k) {
				continue // "the Kazakh city of Karaganda"
			}
			country, worth = k.Country, e.worthOfPlace(k)
		}
		if worth > out.worth {
			out = placeVote{s.at.Text(e.r.Article.Text), country, worth}
		}
	}
	return out
}

func (e *entry) placeOver(s *spot) *resolve.Place {
	for i := range e.r.Places {
		if e.r.Places[i].Overlaps(s.at) {
			return &e.r.Places[i]
		}
	}
	return nil
}

// worthOfPlace puts places of the gazetteer before others, and those behind "in" before the name of what stands there, "the Orr works".
func (e *entry) worthOfPlace(p *resolve.Place) int {
	text := e.r.Article.Text
	switch {
	case p.Precision == "sea":
		return 3
	case p.ID != "" && p.Precision != "region":
		return 12
	case p.ID != "":
		return 9
	case siteWords[strings.Trim(firstWord(text[p.End:]), ".,;")] || things[hash32(stem([]byte(strings.Trim(firstWord(text[p.End:]), ".,;"))))]:
		return 4
	}
	return 8
}
