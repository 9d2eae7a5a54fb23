package resolve

import (
	"strings"

	"sayso/article"
	"sayso/gazetteer"
	"sayso/parse"
	"sayso/read"
)

// A Place is where: words of the report and the gazetteer's entry.
type Place struct {
	article.Span
	Name      string         // the gazetteer's name, or the words
	ID        string         // gazetteer key, or ""
	Country   string         // ISO 3166-1 alpha-2, or ""; of what lies near a country, that country
	Region    string         // ISO 3166-2, or ""
	Precision string         // "city", "region", "country", "sea", "area", "near"; "" where it is unknown
	Within    []string       // names of what contains it, nearest first
	Role      read.PlaceRole // what it does in its sentence
	Relation  string         // "inside", "off the coast of", or ""
	By        string         // how the entry was chosen among those of the name
}

// places works out which place each mention means. Mentions that can mean only one come first, since
// they support the readings of the others.
func (w *work) places() {
	g := guide{w: w}
	w.r.Places = make([]Place, len(w.m.Places))
	for i := range w.m.Places {
		w.r.Places[i] = g.resolve(i)
	}
}

// guide chooses among places of one name.
type guide struct {
	w         *work
	countries []support // lazily, of the whole report
	ready     bool
	found     [40]gazetteer.Place
	other     [40]gazetteer.Place
}

// support counts how often a report names a country or its people, or a region.
type support struct {
	code string
	n    int
}

// resolve is mention i with the entry that is meant.
func (g *guide) resolve(i int) Place {
	p := &g.w.m.Places[i]
	out := Place{Span: p.Whole, Role: p.Role, Relation: p.Relation}
	if p.Role == read.Container {
		out.Span = p.Span
	}
	c, by := g.choose(i)
	if by == "" {
		out.Name = p.Span.Text(g.w.m.Doc.Text)
		if p.ID == "international waters" || p.ID == "international airspace" {
			out.Name, out.Precision, out.By = p.ID, "area", "description"
		}
		if p.In >= 0 {
			o, by := g.choose(p.In)
			for in := p.In; by == "" && g.w.m.Places[in].In >= 0; { // "Thusis, Grisons, Switzerland"
				in = g.w.m.Places[in].In
				o, by = g.choose(in)
			}
			out.Country, out.Region, out.By = o.Country, o.Region, "container named after it"
			out.Within = append([]string{o.Name}, containers(o)...)
		}
		if out.Precision == "" {
			out.Precision = "unlisted"
			if near(p.Relation) {
				out.Precision = "near"
			}
		}
		return out
	}
	if p.Wide && c.Kind == gazetteer.City { // "Tver Oblast", where only the city is known
		out.Name, out.Country, out.Precision, out.By = p.Span.Text(g.w.m.Doc.Text), c.Country, "region", "a word for a region after it"
		out.Within = []string{gazetteer.Shown(c.Country)}
		return out
	}
	out.Name, out.ID, out.Country, out.Region, out.By = c.Name, c.ID, c.Country, c.Region, by
	out.Precision, out.Within = precisionOf(c, p.Relation), containers(c)
	return out
}

// choose is the entry of mention i, and why; "" where there is none.
func (g *guide) choose(i int) (gazetteer.Place, string) {
	p := &g.w.m.Places[i]
	if p.ID == "" {
		return gazetteer.Place{}, ""
	}
	found := gazetteer.Lookup(g.found[:0], []byte(p.ID))
	switch len(found) {
	case 0:
		return gazetteer.Place{}, ""
	case 1:
		return found[0], "only one of the name"
	}
	best, top, why := 0, -1, ""
	for k := range found {
		score, by := g.score(i, &found[k])
		if !p.Wide && found[k].Kind == gazetteer.City && namesake(found, found[k].Region) {
			score = max(score, namesakeCity)
		}
		if score > top {
			best, top, why = k, score, by
		}
	}
	return found[best], why
}

// namesakeCity is a city's least weight where its region has its name: "Kherson" alone is the city.
// It is one more than a region's.
const namesakeCity = 39

func namesake(found []gazetteer.Place, region string) bool {
	for _, p := range found {
		if p.Kind == gazetteer.Region && p.Region == region && region != "" {
			return true
		}
	}
	return false
}

// score weighs candidate c for mention i: what the report says of its surroundings before how
// prominent it is. The weights order the cases: a container named after it decides; a country named
// all through the report outweighs a larger city elsewhere.
func (g *guide) score(i int, c *gazetteer.Place) (int, string) {
	p := &g.w.m.Places[i]
	score, by := prominence(c), "most prominent"
	if p.Wide && c.Kind == gazetteer.Region {
		return score + 60, "a word for a region after it"
	}
	if p.Role == read.Container {
		if c.Kind == gazetteer.City {
			return 0, by
		}
		return score + 100, "contains the place before it"
	}
	if p.In >= 0 {
		for _, o := range gazetteer.Lookup(g.other[:0], []byte(g.w.m.Places[p.In].ID)) {
			if read.Holds(o, *c) {
				return score + 100, "container named after it"
			}
		}
	}
	if n := g.supports(c); n > 0 {
		score += 6 * min(n, 4)
		by = "named beside others of " + first(gazetteer.Shown(c.Country), c.Country)
	}
	return score, by
}

func first(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// prominence orders places of one name without any context.
func prominence(c *gazetteer.Place) int {
	switch c.Kind {
	case gazetteer.Country:
		return 60
	case gazetteer.Sea, gazetteer.Area, gazetteer.Continent:
		return 58
	case gazetteer.Region:
		switch {
		case c.Weak:
			return 30
		case c.Country != "" && strings.Contains("US CA AU IN CN DE", c.Country): // states that are named alone
			return 45
		}
		return 38
	}
	if c.Capital {
		return 56
	}
	return 2 * int(c.Size)
}

// supports is how often the report names c's region or country otherwise.
func (g *guide) supports(c *gazetteer.Place) int {
	if !g.ready {
		g.gather()
	}
	if c.Kind == gazetteer.Country || c.Country == "" {
		return 0
	}
	n := 0
	for _, s := range g.countries {
		if s.code == c.Country {
			n += s.n
		}
		if s.code == c.Region && c.Kind == gazetteer.City {
			n += 2 * s.n
		}
	}
	return n
}

// gather counts the countries and regions of the names that can mean only one place, and the demonyms.
func (g *guide) gather() {
	g.ready = true
	for i := range g.w.m.Places {
		found := gazetteer.Lookup(g.other[:0], []byte(g.w.m.Places[i].ID))
		if len(found) == 1 || len(found) > 0 && found[0].Kind == gazetteer.Country && found[0].Size > 22 {
			g.count(found[0].Country)
			g.count(found[0].Region)
		}
	}
	d := g.w.m.Doc
	var key [40]byte
	for i := range d.Tokens {
		if d.Tokens[i].UPOS != parse.ADJ && d.Tokens[i].UPOS != parse.PROPN || d.Tokens[i].End-d.Tokens[i].Start > 16 {
			continue
		}
		g.count(gazetteer.Demonym(gazetteer.Fold(key[:0], d.Word(int32(i)))))
	}
}

func (g *guide) count(code string) {
	if code == "" {
		return
	}
	for i := range g.countries {
		if g.countries[i].code == code {
			g.countries[i].n++
			return
		}
	}
	g.countries = append(g.countries, support{code, 1})
}

// precisionOf is how closely a place is known: what is near, off or miles from a place is not in it.
func precisionOf(c gazetteer.Place, relation string) string {
	if near(relation) {
		return "near"
	}
	switch c.Kind {
	case gazetteer.Country:
		return "country"
	case gazetteer.Region:
		return "region"
	case gazetteer.City:
		return "city"
	case gazetteer.Sea:
		return "sea"
	}
	return "area"
}

// near reports whether a relation leaves the place it is about.
func near(relation string) bool {
	switch {
	case relation == "near", relation == "off", relation == "outside", relation == "beyond", relation == "close to":
		return true
	}
	if strings.HasPrefix(relation, "just ") || relation != "" && '0' <= relation[0] && relation[0] <= '9' {
		return true
	}
	if strings.HasPrefix(relation, "the ") { // the southwest of France
		return false
	}
	for _, w := range [...]string{"coast", "shore", "miles", "kilomet", "north of", "south of", "east of", "west of", "northeast of", "northwest of", "southeast of", "southwest of", "border", "outskirts"} {
		if strings.Contains(relation, w) && !strings.Contains(relation, "in the ") {
			return true
		}
	}
	return false
}

// containers are what contains c, nearest first.
func containers(c gazetteer.Place) []string {
	var out []string
	if c.Within != "" {
		out = strings.Split(c.Within, ";")
	}
	if c.Kind == gazetteer.Country {
		return out
	}
	for _, code := range [...]string{c.Region, c.Country} {
		n := ""
		if code != "" {
			n = gazetteer.Shown(code)
		}
		if n != "" && n != c.Name && (len(out) == 0 || out[len(out)-1] != n) {
			out = append(out, n)
		}
	}
	return out
}
