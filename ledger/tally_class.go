package ledger

import (
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// In one country too those who fight each other are counted apart: "the attack killed nine soldiers; 23 rebels were killed". Their dead are never added up, and
// what the rebels say of the army's dead stands beside what the army says of its own.

// war reports whether the table is of two countries that strike each other.
func (t *sideTable) war() bool { return t != nil && len(t.codes) > 0 }

// war reports whether the figures are those of one of two countries that strike each other.
func (g *sideGroup) war() bool { return g != nil && g.t.war() }

// classes is the table of a story without two countries in which those who fight each other are counted apart, or nil.
func (v *View) classes(entries []int32) *sideTable {
	if v.campaign(entries) {
		return nil // of strikes on one side alone, whose dead are told now by one word and now by another
	}
	apart, troops := false, false
	for _, e := range entries {
		a, s := v.entries[e].countsClasses()
		apart, troops = apart || a, troops || s
	}
	if !apart {
		return nil
	}
	t := &sideTable{foe: map[string]string{}, of: map[figureAt]tallyKey{}, since: unknownDay}
	known, held := v.knownClasses(entries, troops), v.heldClasses(entries)
	for _, e := range entries {
		told := v.entries[e].told()
		for i := range told.sided {
			f := &v.entries[e].r.Figures[i]
			if !peopleMeasure[f.Measure] || f.Measure == "captured" && !held {
				continue
			}
			k := classOf(&told.sided[i], troops)
			if k == "" && f.Low != nil && nameless(v.entries[e].r.Article.Text, f, told.sided[i].sentence) {
				k = known[sideCount{f.Measure, *f.Low, unknownDay}]
			}
			t.of[figureAt{e, int32(i)}] = tallyKey{kind: k}
			if t.splits(v.entries[e], i, troops) {
				t.of[figureAt{e, int32(i)}] = tallyKey{side: apartSums}
			}
		}
	}
	return t
}

// heldClasses reports whether soldiers and those whom they fight are told to be held, by these words: "23 soldiers who are held", "captured 40 rebels".
func (v *View) heldClasses(entries []int32) bool {
	seen := map[string]bool{}
	for _, e := range entries {
		told := v.entries[e].told()
		for i := range told.sided {
			if v.entries[e].r.Figures[i].Measure == "captured" {
				seen[told.sided[i].kind] = true
			}
		}
	}
	return seen["soldiers"] && seen["militants"]
}

// splits reports whether figure i adds up people of several classes, one number of each: "eight soldiers and 28 rebels were killed". Each is counted in its own tally.
func (t *sideTable) splits(e *entry, i int, troops bool) bool {
	told, seen := e.told(), map[string]bool{}
	for k := range e.r.Figures {
		if !addsUp(&e.r.Figures[i], &e.r.Figures[k]) {
			continue
		}
		class := classOf(&told.sided[k], troops)
		if seen[class] || !told.figures[k].part {
			return false
		}
		seen[class] = true
	}
	return len(seen) > 1
}

// classOf is the class of those whom a figure counts: militants, soldiers where the story counts them apart from others, or "".
func classOf(s *sided, troops bool) string {
	if s.kind == "militants" || s.kind == "soldiers" && troops {
		return s.kind
	}
	return ""
}

// countsClasses reports whether a report counts the dead of those who attack and of others as two numbers, by one source or as soldiers and those whom they fight, and
// whether these others are soldiers.
func (e *entry) countsClasses() (apart, troops bool) {
	told := e.told()
	for i := range told.sided {
		f := &e.r.Figures[i]
		if f.Measure != "killed" || told.sided[i].kind != "militants" || f.Low == nil || f.Vague || f.PartOf != "" && !inSum(e.r.Figures, f) || *f.Low < 2 {
			continue
		}
		for k := range told.sided {
			g := &e.r.Figures[k]
			if g.Measure != "killed" || told.sided[k].kind == "militants" || g.Low == nil || g.Vague || g.PartOf != "" && !inSum(e.r.Figures, g) || *g.Low < 2 || *g.Low == *f.Low || g.SumOf != nil {
				continue
			}
			soldiers := told.sided[k].kind == "soldiers"
			near := max(f.Start, g.Start)-min(f.End, g.End) < besideWithin
			if soldiers || near && sameSpeaker(e.r, f, g) && othersTold(e.r.Article.Text, g, told.sided[k].sentence) {
				apart, troops = true, troops || soldiers
			}
		}
	}
	return apart, troops
}

// othersTold reports whether the noun behind a figure says that those counted are no fighters: "52 villagers". Of "people" it is not said.
func othersTold(text string, f *resolve.Figure, s article.Span) bool {
	after := counts(text, f.Span, s.End)
	if civilians(after) {
		return true
	}
	for _, w := range strings.Fields(strings.ToLower(after)) {
		if bystanders[strings.Trim(w, ",.;()")] {
			return true
		}
	}
	return false
}

// bystanders are who is killed in a fight and does not fight for the attackers.
var bystanders = setOf("residents bystanders passers-by worshippers pupils students children women farmers herders traders workers miners police policemen policewomen guards guardsmen constables hostages tourists")

// sameSpeaker reports whether one source gives two figures, or none is named for either.
func sameSpeaker(r *resolve.Reading, f, g *resolve.Figure) bool {
	a, b := attributionByID(r, f.Attribution), attributionByID(r, g.Attribution)
	if a == nil || b == nil || len(a.Chain) == 0 || len(b.Chain) == 0 {
		return a == nil && b == nil
	}
	return a.Chain[len(a.Chain)-1] == b.Chain[len(b.Chain)-1]
}

// knownClasses are the classes of numbers that all reports which say one give to them.
func (v *View) knownClasses(entries []int32, troops bool) map[sideCount]string {
	known, doubt := map[sideCount]string{}, map[sideCount]bool{}
	for _, e := range entries {
		told := v.entries[e].told()
		for i := range told.sided {
			f := &v.entries[e].r.Figures[i]
			k := classOf(&told.sided[i], troops)
			if f.Low == nil || !peopleMeasure[f.Measure] || k == "" || f.More {
				continue
			}
			n := sideCount{f.Measure, *f.Low, unknownDay}
			doubt[n] = doubt[n] || known[n] != "" && known[n] != k
			known[n] = k
		}
	}
	for n := range doubt {
		if doubt[n] {
			delete(known, n)
		}
	}
	return known
}

// nameless reports whether no noun behind a figure says who is counted: "the rebels claim to have killed 40".
func nameless(text string, f *resolve.Figure, s article.Span) bool {
	after := counts(text, f.Span, s.End)
	return len(after) == f.Len() && len(f.SumOf) == 0 && len(strings.Fields(after)) <= 3
}

// withOthers reports whether the words behind a count of soldiers go on, after a comma or not, with others who are in its number: "31 soldiers, staff and
// passengers", "12 soldiers and policemen".
func withOthers(rest string, comma bool) bool {
	rest, _, _ = strings.Cut(rest, ".")
	fields := strings.Fields(strings.ToLower(rest))
	at := func(i int) string {
		if i >= len(fields) {
			return ""
		}
		return strings.Trim(fields[i], ",;:")
	}
	other := func(i int) bool { return ofPeople(at(i)) && !armed[at(i)] && !militant[at(i)] }
	if !comma {
		return at(0) == "and" && other(1)
	}
	return other(0) && at(1) == "and" && other(2)
}
