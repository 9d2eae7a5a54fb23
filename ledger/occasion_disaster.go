package ledger

import (
	"math"
	"slices"
	"strings"

	"sayso/article"
)

// A disaster is told for weeks by many who keep a toll: these rise and fall, are given for "the flood", "the sinking", or for nothing, and on the days of their
// reports. What they count is one incident, however the sentences are worded; what sets another one beside it has a cause of its own, "their bus
// collided with a truck", or a later day and few dead.
type disaster struct {
	kinds kinds  // what it is called
	day   int32  // on which it was; of its first report where nobody says
	said  bool   // somebody says on which
	most  uint64 // the largest number of its dead that any report gives
}

// Kinds are what befell people, by the words for it, one bit each.
type kinds uint16

const (
	ofWater kinds = 1 << iota
	ofQuake
	ofAftershock
	ofFire
	ofBlast
	ofSinking
	ofCrash
	ofCollapse
	ofCrush
	ofHeat
	ofEruption
	ofDisease
	ofArms
)

// lasting are the kinds that go on for weeks or months, so that their totals since they began are theirs.
const lasting = ofHeat | ofDisease

// kindOfStem is the kind that a word tells of. A storm, the flood that it brings and the slopes that give way are one.
var kindOfStem = func() map[uint32]kinds {
	m := map[uint32]kinds{}
	for k, w := range map[kinds]string{
		ofWater:      "flood floods flooding deluge dam embankment levee dyke tsunami storm cyclone hurricane typhoon tornado monsoon landslide mudslide avalanche rain",
		ofQuake:      "earthquake quake tremor temblor",
		ofAftershock: "aftershock",
		ofFire:       "fire blaze inferno wildfire burnt burned",
		ofBlast:      "explosion blast explode exploded detonation",
		ofSinking:    "sink sank sunk sinking capsize capsized shipwreck ferry",
		ofCrash:      "crash crashed collision collide collided accident derail derailed derailment overturn overturned plunged pileup",
		ofCollapse:   "collapse collapsed rockfall",
		ofCrush:      "stampede crush trampled",
		ofHeat:       "heat heatwave heatstroke",
		ofEruption:   "eruption volcano erupt erupted",
		ofDisease:    "cholera ebola measles dengue malaria diphtheria meningitis polio typhoid mpox covid coronavirus influenza flu fever virus pneumonia plague outbreak epidemic",
		ofArms: `attack attacker bomb bomber bombing airstrike gunman gunmen gunfire shoot shot shooting missile rocket drone shell shelling militant rebel insurgent ambush
			offensive war ceasefire troops battle fighting`,
	} {
		for _, h := range stemsOf(w) {
			m[h] |= k
		}
	}
	return m
}()

// kindsIn are the kinds that words tell of.
func kindsIn(text string) kinds {
	var k kinds
	ws := words(text)
	for i, w := range ws {
		if found := kindOfStem[w.stem]; found != 0 && !(i+1 < len(ws) && found == ofFire && brigade[ws[i+1].stem]) {
			k |= found
		}
	}
	return k
}

// brigade are words that "fire" stands before as those who fight it.
var brigade = setOfStems("service brigade department chief official officer crew engine truck station fighter rescue authority marshal")

// clauseEnds are words at which a sentence goes on to another matter.
var clauseEnds = []string{" where ", " in which ", " after ", " that ", " which ", " following ", ", and ", ", while ", "; "}

// kindsBeside are the kinds of the clause in which a figure stands; where it tells of none, of the one before it, or else behind it: "killed when their bus
// collided with a truck on the road to Dorna, where a dam burst" is of the crash.
func kindsBeside(text string, s, f article.Span) kinds {
	var clauses []article.Span
	from := s.Start
	for at := s.Start; at < s.End; at++ {
		if c := text[at]; c != ' ' && c != ',' && c != ';' {
			continue
		}
		for _, w := range clauseEnds {
			if at > from && strings.HasPrefix(text[at:s.End], w) {
				clauses, from = append(clauses, article.Span{Start: from, End: at}), at
				break
			}
		}
	}
	clauses = append(clauses, article.Span{Start: from, End: s.End})
	here := 0
	for k := range clauses {
		if clauses[k].Start <= f.Start {
			here = k
		}
	}
	for _, w := range []string{" and a ", " and an ", " and the "} { // "a crash that killed 29 people and a pit collapse days later"
		if i := strings.Index(text[f.End:max(f.End, clauses[here].End)], w); i >= 0 {
			clauses[here].End = f.End + i
		}
	}
	for k := here; k >= 0; k-- {
		if found := kindsIn(clauses[k].Text(text)); found != 0 {
			return found
		}
	}
	for k := here + 1; k < len(clauses); k++ {
		if found := kindsIn(clauses[k].Text(text)); found != 0 {
			return found
		}
	}
	return 0
}

// Of a disaster: how many reports count its dead at least, of how many of those that count any, and how many dead somebody gives.
const (
	disasterReports = 3
	disasterShare   = .6
	disasterDead    = 10
)

// disaster is the one that a story's reports tell of, or nil: most of those that count dead call it by one word, none counts blows, few speak of arms, and those that
// tell it as news agree on its day.
func (v *View) disaster(entries []int32) *disaster {
	var each []kinds
	most := uint64(0)
	for _, e := range entries {
		told, counts := v.entries[e].told(), false
		k := told.kinds
		for i := range v.entries[e].r.Figures {
			f := &v.entries[e].r.Figures[i]
			if f.Scope == "cumulative" && blows[f.Measure] {
				return nil
			}
			if f.Measure != "killed" || f.Low == nil || f.Background || f.Old || !told.beside[i].counts {
				continue
			}
			u := &told.figures[i].unit
			if u.ordinal > 0 || u.again && told.beside[i].kinds&^ofArms != 0 && !secondCraft(told.beside[i].context) {
				return nil // one of a series, or the second of two, whose totals are of both
			}
			counts = true
			k |= told.beside[i].kinds
			most = max(most, uint64(*f.Low))
		}
		if counts {
			each = append(each, k)
		}
	}
	d := &disaster{day: unknownDay, most: most, kinds: mainKinds(each)}
	if d.kinds == 0 || most < disasterDead || !v.oneDay(d, entries) || v.seasonal(d, entries) {
		return nil
	}
	return d
}

// seasonal reports whether two reports or more tell how many were killed since long before the day of d: a season has many such days, and its totals are of
// them all.
func (v *View) seasonal(d *disaster, entries []int32) bool {
	if d.kinds&lasting != 0 {
		return false
	}
	reports := map[int32]bool{}
	for _, e := range entries {
		for i := range v.entries[e].r.Figures {
			if f := &v.entries[e].r.Figures[i]; f.Measure == "killed" && f.Scope == "cumulative" && f.Low != nil && f.Since != "" && sinceDay(f.Since) < d.day-7 {
				reports[v.reportOf[e]] = true
			}
		}
	}
	return len(reports) > 1
}

// sinceDay is the first day of the day, month or year since when something counts.
func sinceDay(since string) int32 {
	if len(since) == 4 {
		since += "-01"
	}
	if len(since) == 7 {
		since += "-01"
	}
	if day := parseDay(since); day != unknownDay {
		return day
	}
	return math.MaxInt32
}

// mainKinds are the kinds that most reports tell of, and those that a third tell of beside them; none where a third speak of arms.
func mainKinds(each []kinds) kinds {
	var main kinds
	named := false
	for k := ofWater; k <= ofArms; k <<= 1 {
		n := 0
		for _, x := range each {
			if x&k != 0 {
				n++
			}
		}
		if 3*n < len(each) || n == 0 {
			continue
		}
		if k == ofArms {
			return 0
		}
		main |= k
		named = named || n >= disasterReports && float64(n) >= disasterShare*float64(len(each))
	}
	if !named {
		return 0
	}
	return main
}

// oneDay settles the day of d, on which it was by the sentences that count its dead, not after the first report, and reports whether at most one in four of
// these tells of a later one as news, "a fire killed 11 on Friday".
func (v *View) oneDay(d *disaster, entries []int32) bool {
	first, days := v.firstDay(entries), map[int32]int{}
	same, later := 0, 0
	for _, e := range entries {
		told := v.entries[e].told()
		for i := range told.figures {
			u, b, f := &told.figures[i].unit, &told.beside[i], &v.entries[e].r.Figures[i]
			if !told.figures[i].counts || f.Measure != "killed" || f.Background || *f.Low < disasterDead || !u.exact || u.apart || u.rising || b.kinds&d.kinds == 0 {
				continue
			}
			if u.first <= first+1 {
				days[u.first]++
				same++
			} else if v.entries[e].ownBlow(u.sentence) && !containsAny(b.context, tollTold...) {
				later++
			}
		}
	}
	best := 0
	for day, n := range days {
		if n = 8*(days[day-1]+n+days[day+1]) + n; n > best || n == best && day < d.day {
			best, d.day = n, day
		}
	}
	if d.said = best > 0; !d.said {
		d.day = first
	}
	return later == 0 || 3*later <= same
}

// tollTold are words in a sentence whose day is that of the toll, or of what came after the disaster.
var tollTold = []string{"toll", "number of", " days after ", " day after ", " weeks after ", " week after ", " months after "}

// What a unit counts in a story of one disaster.
type matter int8

const (
	matterOpen   matter = iota // nothing says: the disaster's, unless it follows on what is beside it
	matterMain                 // the disaster
	matterBeside               // another incident told beside it
)

// otherwise are words by which a sentence turns to another incident of the kind.
var otherwise = []string{"separate", "unrelated", "elsewhere", "another "}

// matterOf is what the words of a figure's sentence say that it counts.
func (d *disaster) matterOf(u *unit, b *toldBeside, n uint64, killed bool) matter {
	switch {
	case u.again:
		return matterBeside
	case b.kinds != 0 && b.kinds&d.kinds == 0:
		return matterBeside
	case u.apart && (b.kinds == 0 || containsAny(b.context, otherwise...)):
		return matterBeside
	case u.timed && u.last < d.day-1 && (d.said || u.apart && 4*n < d.most):
		return matterBeside
	case killed && u.exact && u.first > d.day+1 && !u.rising && !u.found && !b.toll && 10*n < d.most && !containsAny(b.context, "toll", "number of", " more ", "total", "further", "wounds", "injuries", "burns"):
		return matterBeside // few dead on a day of their own: "two firefighters were killed on Monday when a wall of the burnt mill came down"
	}
	if b.kinds == 0 {
		return matterOpen
	}
	return matterMain
}

// sets apart what two units of a report count.
func (m matter) apart(o matter) bool {
	return m == matterBeside && o == matterMain || m == matterMain && o == matterBeside
}

// ofCause is the latest incident told beside the disaster that has the cause of u, or its number, within a week, or -1.
func (p *placing) ofCause(u *unit) int {
	for k := len(p.all) - 1; k >= 0; k-- {
		o := &p.all[k]
		if k == p.single || u.first > o.last+7 || o.first > u.last+7 || u.worded && o.exact && u.first != o.first && !u.rising {
			continue
		}
		same := func(i int) bool {
			return p.units[i].kinds&u.kinds != 0 || u.kinds == 0 && u.value("killed") > 0 && p.units[i].value("killed") == u.value("killed")
		}
		if slices.ContainsFunc(o.units, same) {
			return k
		}
	}
	return -1
}

// ofDisaster reports whether u counts for the disaster that the story tells of.
func (p *placing) ofDisaster(u *unit) bool {
	return p.disaster != nil && u.matter != matterBeside
}

// besideStory is why an incident told beside the only one of a story is in no sum.
const besideStory = "another incident than the one that the story is about"

// besideNothing puts the incidents told beside a disaster into the sum of a measure in which it has no count itself.
func (t *Tally) besideNothing() {
	for i := range t.Incidents {
		if t.Incidents[i].Apart == besideStory {
			t.Incidents[i].Apart = ""
		}
	}
}
