package ledger

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/gazetteer"
	"sayso/read"
	"sayso/resolve"
)

// siteWords follow the name of a place that no gazetteer has: "Ras Isa fuel port", "the Farwa market".
var siteWords = setOf(`port terminal market centre center prison jail district neighbourhood neighborhood province governorate city town village area airport airbase
	base camp hospital island plant facility depot refinery mine harbour harbor school university mosque church station stadium bridge dam tower complex square
	park street barracks compound quarter suburb county region governorate municipality crossing checkpoint`)

// siteStems are their stems.
var siteStems = func() map[uint32]bool {
	m := map[uint32]bool{}
	for w := range siteWords {
		m[hash32(stem([]byte(w)))] = true
	}
	return m
}()

var wideWords = setOf("province governorate county region state department prefecture oblast")

// spots are the named places of a mention: its own, else those of the sentence that its statement tells.
func (x *extractor) spots(ev *resolve.Event, s article.Span) []spot {
	var out []spot
	var own *resolve.Place
	if ev.Place != nil && narrow(ev.Place) && x.stands(ev.Place) {
		own = ev.Place
	}
	content := x.contentOf(ev)
	inContent := func(at article.Span) bool {
		return slices.ContainsFunc(content, func(c article.Span) bool { return c.Contains(at) })
	}
	for i := range x.e.r.Places {
		p := &x.e.r.Places[i]
		switch {
		case !s.Contains(p.Span) || !narrow(p) || !x.stands(p):
		case own != nil && p.Span != own.Span && (p.Start > own.End+45 || p.End < own.Start-30):
		case content != nil && !inContent(p.Span):
		case x.beyond(ev.Trigger, p.Span):
		default:
			out = append(out, x.spotOf(p))
		}
	}
	for _, t := range x.sites(s) {
		if !x.beyond(ev.Trigger, t.at) && (content == nil || inContent(t.at)) {
			out = append(out, t)
		}
	}
	for i := range out {
		out[i].loose = out[i].loose || x.perceived(ev.Trigger, out[i].at)
	}
	if len(out) == 0 && own != nil {
		out = append(out, x.spotOf(own))
	}
	slices.SortStableFunc(out, func(a, b spot) int { return a.at.Start - b.at.Start })
	return slices.CompactFunc(out, func(a, b spot) bool { return a.key == b.key })
}

// contentOf is what the statement says that holds the event; nil where nobody is cited, or the content is not marked off.
func (x *extractor) contentOf(ev *resolve.Event) []article.Span {
	a := attributionByID(x.e.r, ev.Attribution)
	if a == nil || !slices.ContainsFunc(a.Content, func(c article.Span) bool { return c.Contains(ev.Trigger) }) {
		return nil
	}
	return a.Content
}

// beyond reports whether a place is told of another thing than the trigger: "the strikes came days after the raid on the port".
func (x *extractor) beyond(trigger, place article.Span) bool {
	a, b := trigger.End, place.Start
	if place.End <= trigger.Start {
		a, b = place.End, trigger.Start
	}
	another := false // "a strike near Vale killed seven, and a second strike near Sorn"
	for _, w := range x.within(article.Span{Start: a, End: max(a, b)}) {
		switch w.Text(x.a.Text) {
		case "after", "before", "since", "than", "like", "when", "while":
			return true
		case "another", "second", "third":
			another = true
		}
		if another && deeds[w.stem] == blow {
			return true
		}
	}
	return false
}

// perceivedStems are the verbs of those who hear, feel or see what may have happened elsewhere.
var perceivedStems = setOfStems("hear heard feel felt see saw seen")

// perceived reports whether a place is where somebody noticed what the trigger tells: "The blast was heard in the Old Quay".
func (x *extractor) perceived(trigger, place article.Span) bool {
	return slices.ContainsFunc(x.within(article.Span{Start: trigger.End, End: max(trigger.End, place.Start)}), func(w word) bool { return perceivedStems[w.stem] })
}

func narrow(p *resolve.Place) bool {
	switch p.Precision {
	case "city", "region", "unlisted", "sea":
		return true
	case "near":
		return p.ID == "" || !strings.HasPrefix(p.ID, "iso:") || strings.Contains(p.ID, "-")
	}
	return false
}

// stands reports whether a place is where something is, not where a report was filed, who governs, or whereto somebody speaks.
func (x *extractor) stands(p *resolve.Place) bool {
	switch p.Role {
	case read.Dateline, read.Actor, read.Modifier:
		return false
	}
	if p.Relation == "to" || p.Relation == "from" {
		return false
	}
	t := p.Text(x.a.Text)
	return t != strings.ToUpper(t) // "CAIRO/WASHINGTON" is where the report was filed
}

func (x *extractor) spotOf(p *resolve.Place) spot {
	s := spot{at: p.Span, sea: p.Precision == "sea", listed: p.ID != "", wide: p.Precision == "region"}
	name := p.Name
	for _, w := range p.Within {
		s.within = append(s.within, placeKey(w))
	}
	s.key = placeKey(name)
	after := x.within(article.Span{Start: p.End, End: min(len(x.a.Text), p.End+14)})
	for _, w := range after[:min(1, len(after))] {
		s.wide = s.wide || wideWords[w.Text(x.a.Text)]
	}
	for w := range wideWords {
		s.wide = s.wide || strings.Contains(p.Relation, w)
	}
	return s
}

// sites are names before a word for a site, which may be in no gazetteer.
func (x *extractor) sites(s article.Span) []spot {
	var out []spot
	ws := x.within(s)
	text := x.a.Text
	for i := 0; i < len(ws); i++ {
		if !x.siteName(ws[i]) {
			continue
		}
		j := i + 1
		for j < len(ws) && x.siteName(ws[j]) && strings.Trim(text[ws[j-1].End:ws[j].Start], " -'’") == "" && !strings.Contains(text[ws[j-1].End:ws[j].Start], "s ") {
			j++
		}
		if x.afterSiteOf(ws[:i]) || x.listed(ws, j) {
			at := article.Span{Start: ws[i].Start, End: ws[j-1].End}
			out = append(out, spot{at: at, key: placeKey(at.Text(text))})
			i = j - 1
			continue
		}
		for k := j; k < min(len(ws), j+3) && strings.Trim(text[ws[k-1].End:ws[k].Start], " -") == ""; k++ {
			t := ws[k].Text(text)
			if strings.ToLower(t) != t {
				break
			}
			if siteWords[t] && strings.HasPrefix(text[ws[k].End:], " of ") && k+2 < len(ws) && ws[k+2].upper {
				break // "the Kazakh city of Karaganda"
			}
			if siteWords[t] {
				at := article.Span{Start: ws[i].Start, End: ws[j-1].End}
				loose := i > 0 && (ws[i-1].hash == indefiniteA || ws[i-1].hash == indefiniteAn) && j == i+1
				out = append(out, spot{at: at, key: placeKey(at.Text(text)), wide: wideWords[t], loose: loose})
				break
			}
		}
		i = j - 1
	}
	return out
}

var indefiniteA, indefiniteAn = hash32([]byte("a")), hash32([]byte("an"))

// afterSiteOf reports whether ws end in "port of", "the market in" or the like. "A depot of" somebody says whose it is.
func (x *extractor) afterSiteOf(ws []word) bool {
	n := len(ws)
	if n < 2 {
		return false
	}
	switch of := ws[n-1].Text(x.a.Text); of {
	case "of", "at", "in", "near":
		if h := ws[max(0, n-3)].hash; of == "of" && (h == indefiniteA || h == indefiniteAn) {
			return false
		}
		return siteWords[ws[n-2].Text(x.a.Text)] && ws[n-1].Start == ws[n-2].End+1
	}
	return false
}

// listed reports whether a name that ends before word j stands in a list with a place: "Fordow, Natanz and Isfahan".
func (x *extractor) listed(ws []word, j int) bool {
	if j < len(ws) && ws[j].Text(x.a.Text) == "and" && strings.TrimSpace(x.a.Text[ws[j-1].End:ws[j].Start]) == "" {
		j++
	} else if j >= len(ws) || x.a.Text[ws[j-1].End:ws[j].Start] != ", " {
		return false
	}
	if j >= len(ws) || !ws[j].upper {
		return false
	}
	p := x.placeAt(ws[j].Span)
	return p != nil && narrow(p) && x.stands(p)
}

// siteName reports whether a word can be of a site's name: capitalised within its sentence, and no people's or country's name.
func (x *extractor) siteName(w word) bool {
	if !w.upper || w.open || stopStems[w.stem] {
		return false
	}
	t := w.Text(x.a.Text)
	return len(t) > 1 && gazetteer.Demonym(gazetteer.Fold(nil, t)) == "" && (x.placeAt(w.Span) == nil || narrow(x.placeAt(w.Span))) && !x.groupNames()[w.stem]
}

// groupNames are the stems of one-word names of those who act in the report: the "Houthi" of "a Houthi port" is no place.
func (x *extractor) groupNames() map[uint32]bool {
	if x.groups == nil {
		x.groups = map[uint32]bool{}
		for i := range x.e.r.Events {
			for _, p := range x.e.r.Events[i].Actors {
				if ws := words(p.Name); len(ws) == 1 {
					x.groups[ws[0].stem] = true
				}
			}
		}
		for i := range x.e.r.Sources {
			for _, w := range words(x.e.r.Sources[i].Name) {
				x.groups[w.stem] = true
			}
		}
	}
	return x.groups
}

// placeKey is a place's name as spellings agree on it: "Ras Issa" and "Ras Isa", "Farwah" and "Farwa", "Fordow" and "Fordo", "al-Hudaydah" and "Hudaydah".
func placeKey(name string) uint32 {
	b := make([]byte, 0, 32)
	for _, f := range strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return r == ' ' || r == '-' }) {
		switch f {
		case "al", "el", "the", "of", "province", "governorate", "city", "district", "region", "state":
			continue
		}
		start := len(b)
		for _, r := range f {
			r = fold(r)
			if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
				if n := len(b); n == start || b[n-1] != byte(r) {
					b = append(b, byte(r))
				}
			} else if r >= 0x80 && r != '’' && r != 'ʿ' && r != 'ʾ' {
				b = append(b, string(r)...)
			}
		}
		if n := len(b); n > start+3 && (b[n-1] == 'h' || b[n-1] == 'w') {
			b = b[:n-1]
		}
	}
	return hash32(b)
}

// killedWhen gives the deaths and wounds that a sentence tells before the blow the blow's places: "Six people were killed when a bomb exploded in Vale".
func (x *extractor) killedWhen() {
	for k := range x.e.events {
		it := &x.e.events[k]
		if it.deed != death && it.deed != wound || it.many || it.coming || len(it.spots) > 0 {
			continue
		}
		for i := k + 1; i < len(x.e.events) && x.e.events[i].sentence == it.sentence; i++ {
			o := &x.e.events[i]
			if o.deed != blow || o.many || o.coming || o.background != it.background || len(o.spots) == 0 {
				continue
			}
			between := x.within(article.Span{Start: x.e.r.Events[it.n].Trigger.End, End: x.e.r.Events[o.n].Trigger.Start})
			if slices.ContainsFunc(between, func(w word) bool { return w.Text(x.a.Text) == "when" }) {
				it.spots, it.settled = o.spots, o.settled
			}
			break
		}
	}
}
