package ledger

import (
	"cmp"
	"slices"
	"strings"

	"sayso/resolve"
)

// Who keeps a count is called in full once and short then: "the construction workers' union", "the union". Within a tally they are one.

// A Keeper is a body that keeps a count of an incident by itself, with the last number that it gave.
type Keeper struct {
	Origin string
	Who    string
	Last   Point
	Stands bool // the number is part of the range: it is the toll, or stands beside it
}

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
	for _, n := range names {
		full[n] = fullName(n, names)
	}
	for i := range points { // "coast guard commander Olaf Tind" gives the coast guard's count
		p := &points[i]
		n := p.speaksFor()
		if n == "" {
			continue
		}
		if body := fullName(n, names); known[body] {
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
		if spokes[strings.Trim(w, ",")] {
			body := strings.Join(fields[:i], " ")
			return strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(body, "the "), "an "), "a ")
		}
	}
	return ""
}

// spokes are words for who speaks for a body or leads it.
var spokes = setOf("spokesman spokeswoman spokesperson chief commander head director official officer president chairman chairwoman secretary")

// keeperName is what a point calls the body that keeps it, in lower case and without an article; or "".
func (p *Point) keeperName() string {
	if p.keeper.id == "" || !p.keeper.body() {
		return ""
	}
	name := strings.ToLower(strings.Join(strings.Fields(p.keeper.label), " "))
	for _, office := range []string{" press office", " press service", " press department"} {
		name = strings.TrimSuffix(name, office)
	}
	return strings.TrimPrefix(strings.TrimPrefix(name, "the "), "a ")
}

// fullName is the only one of the names that ends in this one and is the full name of no other, or the name itself: "health ministry" for
// "ministry", where no other ministry is named.
func fullName(name string, names []string) string {
	longer := ""
	for _, n := range names {
		switch {
		case !strings.HasSuffix(n, " "+name):
		case longer == "" || strings.HasSuffix(n, " "+longer):
			longer = n
		case !strings.HasSuffix(longer, " "+n):
			return name
		}
	}
	if longer == "" {
		return name
	}
	return longer
}

// keptBy are those who keep a count of the incident by themselves, each with its last number, in the order in which they first gave one.
func (c *course) keptBy() []Keeper {
	var out []Keeper
	at := map[string]int{} // by origin, in out
	for i := range c.in.Points {
		p := &c.in.Points[i]
		if !c.ofKeeper(p) {
			continue
		}
		k, ok := at[p.Origin]
		if !ok {
			k = len(out)
			at[p.Origin] = k
			out = append(out, Keeper{Origin: p.Origin, Who: p.Who})
		}
		if last := &out[k].Last; !ok || p.key != last.key || p.Low > last.Low { // of two in one report the larger is the toll
			out[k].Last = *p
		}
	}
	for k := range out {
		out[k].Stands = c.keeps(&out[k].Last)
	}
	return out
}

// ofKeeper reports whether a point is a body's own count of the whole incident, by what is known of it.
func (c *course) ofKeeper(p *Point) bool {
	return p.stands() && !p.Part && !p.Old && p.CopyOf == "" && (p.own || p.keeper.id != "" && (p.keeper.body() || p.keeper.inOffice())) && !p.some && !p.rise && !c.amiss(p)
}

// inOffice reports whether a person keeps the count by an office: "the mayor of Lower Sarn".
func (k *keeperName) inOffice() bool {
	return k.kind == resolve.Person && k.as != nil && k.as.Role != "" && k.as.Name != ""
}

// keptFor is for how many seconds a body's number stands beside another's that has changed since: two weeks, of an epidemic or the like six.
func (c *course) keptFor() int64 {
	if c.in.lasting {
		return 42 * 86400
	}
	return 14 * 86400
}

// keeps reports whether p, the last number of its keeper, stands for now: it is the toll; or somebody else had a higher one already when it was
// given, and nobody who had none then has a higher one since, or its keeper had counted fewer than others on an earlier day too.
func (c *course) keeps(p *Point) bool {
	if c.takenBack(p) {
		return false
	}
	if p.Low == c.now {
		return true
	}
	if !c.begun || c.in.Points[c.at].when-p.when > c.keptFor() {
		return false
	}
	higher, apart := map[string]bool{}, c.apartBefore(p) // who had a higher one when p was given
	for i := range c.in.Points {
		q := &c.in.Points[i]
		if q.Origin == p.Origin || !c.ofKeeper(q) || q.Low <= p.Low {
			continue
		}
		if q.when <= p.when {
			higher[q.Origin] = true
		} else if !higher[q.Origin] && !apart {
			return false
		}
	}
	return p.Low > c.now || len(higher) > 0 // what fell since was another's
}

// lastApart reports whether point i tells the last number of a body that counted fewer than another when it gave it: "a crash that killed 29", the health board's
// number beside the union's 32.
func (c *course) lastApart(i int) bool {
	for _, k := range c.ofCount(c.in.Points[i].Low) {
		q := &c.in.Points[k]
		if k >= i || !c.ofKeeper(q) || q.own {
			continue
		}
		last, fewer := true, false
		for j := range i {
			x := &c.in.Points[j]
			last = last && !(x.Origin == q.Origin && x.when > q.when && x.Low != q.Low && c.ofKeeper(x))
			fewer = fewer || x.Origin != q.Origin && x.Low > q.Low && (x.when <= q.when || x.key == q.key) && c.ofKeeper(x)
		}
		if last && fewer {
			return true
		}
	}
	return false
}

// apartBefore reports whether the keeper of p gave fewer than somebody else on an earlier day already.
func (c *course) apartBefore(p *Point) bool {
	most := map[string]float64{} // the highest count of each keeper so far
	for i := range c.in.Points {
		q := &c.in.Points[i]
		if q.told1() >= p.told1() {
			return false
		}
		if !c.ofKeeper(q) {
			continue
		}
		if q.Origin != p.Origin {
			most[q.Origin] = max(most[q.Origin], q.Low)
			continue
		}
		for _, n := range most {
			if n > q.Low {
				return true
			}
		}
	}
	return false
}

// standing takes into the range what the keepers stand by, and leaves out of it what its own keeper has outgrown.
func (c *course) standing() {
	c.in.Keepers = c.keptBy()
	if c.in.measure != "killed" || !c.begun {
		return
	}
	c.low = c.now
	for _, i := range c.lows {
		if p := &c.in.Points[i]; !c.outgrown(i) {
			c.low = min(c.low, p.Low)
		}
	}
	for _, k := range c.in.Keepers {
		if k.Stands {
			c.low, c.high = min(c.low, k.Last.Low), max(c.high, k.Last.High)
		}
	}
}

// takenBack reports whether another report says after p that its number is not so.
func (c *course) takenBack(p *Point) bool {
	k, ok := c.withdrawn[p.Low]
	return ok && c.in.Points[k].when > p.when
}

// outgrown reports whether the keeper of point i, or one who gave its number before, gave another number of the incident later.
func (c *course) outgrown(i int) bool {
	p := &c.in.Points[i]
	return c.takenBack(p) || slices.ContainsFunc(c.in.Keepers, func(k Keeper) bool {
		if k.Last.when <= p.when || k.Last.Low == p.Low {
			return false
		}
		return k.Origin == p.Origin || slices.ContainsFunc(c.ofCount(p.Low), func(j int) bool { return j < i && c.in.Points[j].Origin == k.Origin })
	})
}
