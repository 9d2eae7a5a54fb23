package read

import (
	_ "embed"
	"strings"

	"sayso/parse"
)

//go:embed data/triggers.tsv
var triggerTable string

// A kind is one reading of a trigger: its PLOVER root and mode.
type kind struct{ root, mode string }

// A pair is a two-word noun.
type pair struct{ first, second string }

var (
	triggers  = map[byte]map[string][]kind{'v': {}, 'n': {}} // by class and lemma, plainest reading first
	compounds = map[pair]string{}                            // two-word nouns of the table
)

func init() {
	for line := range strings.Lines(triggerTable) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(f) != 4 {
			continue
		}
		k := kind{root: f[0], mode: strings.TrimPrefix(f[1], "-")}
		class := triggers[f[2][0]]
		for lemma := range strings.SplitSeq(f[3], ",") {
			class[lemma] = append(class[lemma], k)
			if a, b, ok := strings.Cut(lemma, " "); ok && f[2] == "n" {
				compounds[pair{a, b}] = lemma
			}
		}
	}
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
	if p := f.d.Child(i, parse.CompoundPrt); p >= 0 {
		return typesOf('v', t.Lemma+" "+f.d.Tokens[p].Lemma)
	}
	return typesOf('v', t.Lemma)
}

// typeOf is the PLOVER root and mode of the event with trigger i.
func (f *eventFinder) typeOf(i int32) (root, mode string) {
	k := f.kinds(i)
	if len(k) == 0 {
		return "OTHER", ""
	}
	return k[0].root, k[0].mode
}
