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
)

func init() {
	for line := range strings.Lines(triggerTable) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(f) != 4 {
			continue
		}
		k := kind{root: f[0], mode: strings.TrimPrefix(f[1], "-"), loose: strings.HasSuffix(f[2], "?")}
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
	if p := particle(f.d, i); p >= 0 {
		if k := typesOf('v', t.Lemma+" "+f.d.Tokens[p].Lemma); k != nil {
			return k
		}
	}
	return typesOf('v', t.Lemma)
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
