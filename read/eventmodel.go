package read

import (
	_ "embed"
	"math"
	"strings"
	"sync"

	"sayso/internal/learn"
	"sayso/parse"
)

//go:embed data/eventtypes.model
var typeData string

// Roots are the classes of the type model, in the order of its scores. YIELD is CONCEDE and RETREAT,
// which the corpus does not part; the lexicon parts them.
var Roots = []string{"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE", "REJECT",
	"THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "OTHER"}

var loadTypes = sync.OnceValue(func() *learn.Linear {
	t, _, err := learn.ReadLinear(typeData)
	if err != nil {
		panic("read: data/eventtypes.model: " + err.Error()) // embedded and tested: cannot happen in a build that passed its tests
	}
	return t
})

// other is the class of events that PLOVER does not code.
const other = "OTHER"

// typeOf is the PLOVER root and mode of the event with trigger i: what the lexicon's readings of the
// trigger allow, weighed by the model over the words around it.
func (f *eventFinder) typeOf(i int32) (root, mode string) {
	kinds := f.kinds(i)
	if len(kinds) == 0 {
		return other, ""
	}
	var scores [16]int32
	f.types.Add(scores[:], f.typer.features(i))
	best := -1
	for k := range scores {
		if (best < 0 || scores[k] > scores[best]) && f.allowed(Roots[k], i, kinds) {
			best = k
		}
	}
	if kinds[0].loose && (f.cues[i] || !f.sure(&scores, best)) {
		return other, ""
	}
	root = f.settleType(Roots[best], i, kinds)
	for _, k := range kinds {
		if k.root == root && k.mode != "" {
			return root, k.mode
		}
	}
	return root, ""
}

// sure: the best score has a probability of at least leastSure.
func (f *eventFinder) sure(scores *[16]int32, best int) bool {
	sum := 0.0
	for _, v := range scores {
		sum += math.Exp(float64(v-scores[best]) * float64(f.types.Scale))
	}
	return 1 > sum*leastSure
}

// leastSure is how probable the root of a loosely read trigger must be. Chosen for the trade between
// coded events missed and events coded wrongly, on PLV and on news read by eye.
const leastSure = 0.35

// allowed: root can be that of trigger i. A trigger with a plain reading has one of its readings, or the
// root that its standing makes of it: what is refused, promised or threatened is coded as that.
func (f *eventFinder) allowed(root string, i int32, kinds []kind) bool {
	if kinds[0].loose && !f.lets(i) {
		return true
	}
	if kinds[0].root != other && asked(root, f.s.st[i].status) && !f.s.st[i].mere {
		return true
	}
	for _, k := range kinds {
		if k.root == root || root == "YIELD" && (k.root == "CONCEDE" || k.root == "RETREAT") {
			return true
		}
	}
	return false
}

// blow: a strike on somewhere or something, which is no stoppage: "strikes on bases", but not "strikes on Monday".
func (f *eventFinder) blow(i int32) bool {
	d := f.d
	if d.Tokens[i].UPOS != parse.NOUN || d.Tokens[i].Lemma != "strike" {
		return false
	}
	for _, c := range d.Children(i) {
		if l := d.Tokens[c].Label; l != parse.Nmod || preposition(d, c) != "on" {
			continue
		}
		return wordClasses[strings.ToLower(d.Word(c))]&clTime == 0
	}
	return false
}

// lets: verb i gives leave for what its object names, and does not do it: "approved air strikes".
func (f *eventFinder) lets(i int32) bool {
	o := f.d.Child(i, parse.Obj, parse.NsubjPass)
	return o >= 0 && f.s.st[o].status == authorised
}

// asked: PLOVER codes an event of this status as root, whatever would be done: what is promised,
// threatened or refused.
func asked(root string, s status) bool {
	switch root {
	case "AGREE", "THREATEN", "REJECT":
		return !s.real() && s != ordered && s != authorised
	}
	return false
}

// settleType holds what the model says against the lexicon: a trigger of no reading needs no root, and
// YIELD is parted in two.
func (f *eventFinder) settleType(root string, i int32, kinds []kind) string {
	if root == "PROTEST" && f.blow(i) {
		return "ASSAULT"
	}
	if root != "YIELD" {
		return root
	}
	for _, k := range kinds {
		if k.root == "CONCEDE" || k.root == "RETREAT" {
			return k.root
		}
	}
	if o := f.d.Child(i, parse.Obj, parse.NsubjPass); o >= 0 {
		for _, k := range f.kinds(o) {
			if k.root == "RETREAT" {
				return k.root
			}
		}
	}
	return "CONCEDE"
}
