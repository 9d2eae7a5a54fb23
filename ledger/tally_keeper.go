package ledger

import (
	"cmp"
	"strings"

	"sayso/resolve"
)

// Who keeps a count is called in full once and short then: "the construction workers' union", "the union". Within a tally they are one.

// oneKeeper gives the points of a body that is called alike in several reports, or by the end of one longer name alone, one keeper: the source
// that has the full name, else the first that is a source.
func oneKeeper(points []Point) {
	var names []string // of bodies, in the order of the points
	known := map[string]bool{}
	for i := range points {
		if name := points[i].keeperName(); name != "" && !known[name] {
			names, known[name] = append(names, name), true
		}
	}
	full, of := map[string]string{}, map[string]int{}
	apart := toldApart(points)
	rescue := rescueBody(names, apart)
	for _, n := range names {
		full[n] = fullName(n, names, apart)
	}
	for i := range points { // "coast guard commander Olaf Tind" gives the coast guard's count
		p := &points[i]
		n := p.speaksFor()
		if rescue != "" && rescuers[strings.TrimPrefix(strings.ToLower(p.keeper.label), "the ")] {
			n = rescue
		}
		if n == "" {
			continue
		}
		if body := fullName(n, names, apart); known[body] && strings.HasSuffix(body, n) {
			p.keeper.label, p.keeper.kind, p.spoken = body, resolve.Organisation, true
		}
	}
	for i := range points {
		name := points[i].keeperName()
		k, ok := of[full[name]]
		if name != "" && (!ok || points[i].keeperRank(full) > points[k].keeperRank(full)) {
			of[full[name]] = i
		}
	}
	for i := range points {
		p := &points[i]
		if name := p.keeperName(); name != "" {
			if q := &points[of[full[name]]]; p.Origin != q.Origin {
				p.Origin, p.Who, p.keeper.id = q.Origin, q.Who, q.keeper.id
			}
		}
	}
}

// rescuers are people who speak for the body that rescues.
var rescuers = setOf("rescuers")

func init() {
	for _, w := range []string{"rescue workers", "rescue teams", "rescue crews", "rescue officials", "search teams", "search and rescue teams", "emergency workers", "emergency officials", "emergency crews"} {
		rescuers[w] = true
	}
}

// rescueWords are words in what a body is called that rescues.
var rescueWords = []string{"civil defence", "civil defense", "civil protection", "rescue", "emergency", "disaster", "fire service", "fire brigade", "fire department", "coast guard"}

// rescueBody is the only body of those named that rescues, or "": what "rescuers" count it counts.
func rescueBody(names []string, apart map[[2]string]bool) string {
	body := ""
	for _, n := range names {
		if !containsAny(n, rescueWords...) {
			continue
		}
		if n = fullName(n, names, apart); body != "" && n != body {
			return ""
		}
		body = n
	}
	return body
}

// callsBody reports whether a body that is called by a longer name is called by this one too: by its end, "the ministry" of the health ministry, or without its
// kind, "civil defence" of the civil defence agency.
func callsBody(name, longer string) bool {
	if strings.HasSuffix(longer, " "+name) {
		return true
	}
	kind, ok := strings.CutPrefix(longer, name+" ")
	return ok && strings.Contains(name, " ") && (bodyKinds[kind] || serviceKinds[kind])
}

// serviceKinds are nouns for bodies that may be left out of their names.
var serviceKinds = setOf("service services administration directorate organisation organization force corps brigade")

// mostBeside is how many bodies of one report are held against each other.
const mostBeside = 8

// toldApart is the pairs of names of which one report gives two numbers, either's longer one first.
func toldApart(points []Point) map[[2]string]bool {
	out := map[[2]string]bool{}
	in := map[string][]int{} // of each report, the first points of its bodies
	for i := range points {
		p := &points[i]
		name := p.keeperName()
		if name == "" || p.Old || p.Vague || len(in[p.key]) >= mostBeside {
			continue
		}
		for _, k := range in[p.key] {
			if q := &points[k]; q.Origin != p.Origin && q.Low != p.Low {
				other := q.keeperName()
				out[[2]string{name, other}], out[[2]string{other, name}] = true, true
			}
		}
		in[p.key] = append(in[p.key], i)
	}
	return out
}

// keeperRank orders the points of one keeper, the one to name it by highest.
func (p *Point) keeperRank(full map[string]string) int {
	rank, name := 0, p.keeperName()
	if !p.spoken {
		rank += 4
	}
	if p.sourceID() != "" {
		rank += 2
	}
	if full[name] == name {
		rank++
	}
	return rank
}

// speaksFor is the body for which the person who keeps a point speaks by what his office is called, "coast guard" of "coast guard commander"; or "".
func (p *Point) speaksFor() string {
	if p.keeper.as == nil || p.keeper.kind != resolve.Person {
		return ""
	}
	fields := strings.Fields(strings.ToLower(cmp.Or(p.keeper.as.Role, p.keeper.as.Description)))
	for i, w := range fields {
		if strings.Trim(w, ",") == "minister" && i > 0 && i < 4 {
			return strings.TrimPrefix(strings.Join(fields[:i], " "), "the ") + " ministry" // "Health Minister Rana Odel"
		}
		if w = strings.Trim(w, ","); w == "governor" || w == "mayor" || w == "prefect" {
			return w // "Governor Rada Orsk", "the governor's office"
		}
		if spokes[strings.Trim(w, ",")] {
			body := strings.Join(fields[:i], " ")
			return strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(body, "the "), "an "), "a ")
		}
	}
	return ""
}

// spokesGroup are people who speak for the body at which they are.
var spokesGroup = setOf("analysts economists researchers strategists lawyers doctors engineers")

// spokes are words for who speaks for a body or leads it.
var spokes = setOf("spokesman spokeswoman spokesperson chief commander head director official officer president chairman chairwoman secretary")

// keeperName is what a point calls the body that keeps it, in lower case and without an article; or "".
func (p *Point) keeperName() string {
	if p.keeper.kind == resolve.Group && p.keeper.id != "" { // "analysts at Brenner & Sohn" speak for it
		for _, w := range []string{" at ", " of "} {
			if who, body, ok := strings.Cut(p.keeper.label, w); ok && spokesGroup[strings.ToLower(lastWord(who))] && properEnd(body) != body || ok && spokesGroup[strings.ToLower(lastWord(who))] && isUpper(body) {
				return strings.ToLower(properEnd(body))
			}
		}
	}
	if p.keeper.id == "" || !p.keeper.body() && !(p.keeper.inOffice() && p.keeper.as.Name == "") {
		return ""
	}
	name := strings.ToLower(strings.Join(strings.Fields(p.keeper.label), " "))
	if i := strings.Index(strings.ReplaceAll(name, "’", "'"), "'s office"); i > 0 {
		name = name[:i] // "the governor's office", "the governor"
	}
	for _, office := range []string{" press office", " press service", " press department"} {
		name = strings.TrimSuffix(name, office)
	}
	name = strings.TrimPrefix(strings.TrimPrefix(name, "the "), "a ")
	for _, w := range []string{" in ", " of "} { // "police in Losk", "the ministry of health": as "Losk police", "health ministry"
		if body, where, ok := strings.Cut(name, w); ok && !strings.Contains(body, " of ") {
			name = strings.TrimPrefix(where, "the ") + " " + body
		}
	}
	return name
}

// fullName is the only one of the names that ends in this one and is the full name of no other, or the name itself: "health ministry" for
// "ministry", where no other ministry is named. Two whom one report has for two numbers are not one: "the army" and "the Vale Liberation Army".
func fullName(name string, names []string, apart map[[2]string]bool) string {
	longer := ""
	for _, n := range names {
		switch {
		case !callsBody(name, n) || apart[[2]string{n, name}]:
		case longer == "" || callsBody(longer, n):
			longer = n
		case !callsBody(n, longer):
			return name
		}
	}
	if longer == "" {
		return name
	}
	return longer
}
