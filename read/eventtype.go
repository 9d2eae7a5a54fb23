package read

import (
	_ "embed"
	"strings"

	"sayso/parse"
)

//go:embed data/triggers.tsv
var triggerTable string

// A kind is one reading of a trigger: its PLOVER root and mode.
type kind struct {
	root, mode string
	loose      bool // only where the words around bear it out
}

// A pair is a two-word noun.
type pair struct{ first, second string }

var (
	triggers  = map[byte]map[string][]kind{'v': {}, 'n': {}} // by class and lemma, plainest reading first
	compounds = map[pair]string{}                            // two-word nouns of the table
	governed  = map[pair][]kind{}                            // by a verb's lemma and that of its object: "close" and "border"
)

func init() {
	for line := range strings.Lines(triggerTable) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(f) != 4 {
			continue
		}
		k := kind{root: f[0], mode: strings.TrimPrefix(f[1], "-"), loose: strings.HasSuffix(f[2], "?")}
		if preps, nouns, ok := strings.Cut(f[2], ":"); ok && preps[1:] != "" {
			complete(k, f[3], strings.TrimPrefix(strings.TrimPrefix(preps[1:], "@"), "="), nouns)
			continue
		}
		if _, objects, ok := strings.Cut(f[2], ":"); ok {
			for lemma := range strings.SplitSeq(f[3], ",") {
				for o := range strings.SplitSeq(objects, ",") {
					governed[pair{lemma, o}] = append(governed[pair{lemma, o}], k)
				}
			}
			continue
		}
		class := triggers[f[2][0]]
		for lemma := range strings.SplitSeq(f[3], ",") {
			class[lemma] = append(class[lemma], k)
			if a, b, ok := strings.Cut(lemma, " "); ok && f[2][0] == 'n' {
				compounds[pair{a, b}] = lemma
			}
		}
	}
}

// eventNoun: a noun of the table whose first reading is plain: it names an event wherever it stands.
func eventNoun(lemma string) bool {
	k := typesOf('n', lemma)
	return k != nil && !k[0].loose
}

// EventNoun reports a noun that names what happens and nobody: "attack", "sinking".
func EventNoun(lemma string) bool { return eventNoun(lemma) }

// eventVerb: likewise a verb.
func eventVerb(lemma string) bool {
	k := typesOf('v', lemma)
	return k != nil && !k[0].loose
}

// typesOf is the readings of a lemma, or nil.
func typesOf(class byte, lemma string) []kind {
	if lemma == "" {
		return nil
	}
	return triggers[class][lemma]
}

// kinds is the readings of the trigger i, with its particle where it has one.
func (f *eventFinder) kinds(i int32) []kind {
	t := &f.d.Tokens[i]
	if t.UPOS == parse.NOUN {
		if k := typesOf('n', f.compound(i)); k != nil {
			return k
		}
		if k := typesOf('n', t.Lemma); k != nil {
			return k
		}
		return nil
	}
	if k := f.byObject(i); k != nil {
		return k
	}
	if k, _ := f.byCompletion(i); k != nil {
		return k
	}
	if f.named(i) || f.dismisses(i) {
		return inOffice
	}
	if f.quits(i) {
		return typesOf('v', "resign")
	}
	if p := particle(f.d, i); p >= 0 {
		if k := typesOf('v', t.Lemma+" "+f.d.Tokens[p].Lemma); k != nil {
			return k
		}
	}
	return typesOf('v', t.Lemma)
}

// inOffice is the reading of what gives or takes an office.
var inOffice = []kind{{root: other}}

// byObject is the readings of verb i that its object decides, or nil: "closed the border", "recalled its ambassador".
func (f *eventFinder) byObject(i int32) []kind {
	for _, label := range [...]parse.Label{parse.Obj, parse.NsubjPass} { // "was given a prison term" has both
		o := f.d.Child(i, label)
		if o < 0 {
			continue
		}
		lemma, object := f.d.Tokens[i].Lemma, strings.ToLower(f.d.Tokens[o].Lemma)
		if p := particle(f.d, i); p >= 0 {
			if k := governed[pair{lemma + " " + f.d.Tokens[p].Lemma, object}]; k != nil {
				return k
			}
		}
		if k := governed[pair{lemma, object}]; k != nil {
			return k
		}
	}
	return nil
}

// fires are what burns, as what does it.
var fires = set("fire blaze inferno flame wildfire")

// happening: verb i is one of no root that the table lists all the same, as it lists such nouns: "sank", "crashed"; or what a fire does: "a fire
// tore through the mill".
func (f *eventFinder) happening(i int32) bool {
	if s := f.d.Child(i, parse.Nsubj); s >= 0 && fires[f.d.Tokens[s].Lemma] {
		return true
	}
	k := f.kinds(i)
	return len(k) > 0 && !k[0].loose && k[0].root == other
}

// Typed: the lexicon's first reading of token i is a PLOVER root.
func Typed(d *parse.Doc, i int32) bool {
	class := byte('v')
	if d.Tokens[i].UPOS == parse.NOUN {
		class = 'n'
	}
	k := typesOf(class, d.Tokens[i].Lemma)
	return len(k) > 0 && k[0].root != other && !k[0].loose
}
