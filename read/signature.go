package read

import (
	_ "embed"
	"strings"

	"sayso/parse"
)

//go:embed data/signatures.tsv
var signatureTable string

// A frame is the way in which a word embeds an event.
type frame uint8

const (
	frameTo      frame = iota // "to strike"
	frameThat                 // "that he struck"
	frameWhether              // "whether to strike", "if he struck"
	frameIng                  // "striking"
	frameBare                 // "let him go", "saw him flee", "deemed lost"
	frameObj                  // "a strike", and the subject of a passive
	frameSubj                 // subject of an active clause
	frameMod                  // an adjective on its noun: "a possible strike"
	frameCase                 // with a preposition, named beside it
	frameNot                  // "not to strike"
)

var frameNames = map[string]frame{"to": frameTo, "that": frameThat, "whether": frameWhether, "ing": frameIng, "bare": frameBare, "obj": frameObj, "subj": frameSubj, "mod": frameMod, "not": frameNot}

// An effect is what an embedding word says of the event that it embeds.
type effect struct {
	kind   effectKind
	status status
	cert   certainty
}

type effectKind uint8

const (
	named    effectKind = iota // the event has effect.status
	stands                     // it stands as the embedding word itself does
	opposite                   // it stands as the opposite
	itself                     // its own tense decides
	undoing                    // it took place, and what it asked for or decided is undone
)

// A signature is one line of data/signatures.tsv: what a word says of an event in one frame.
type signature struct {
	frame   frame
	prep    string // for frameCase
	fresh   bool   // only of what is not spoken of as known: "protested against a strike", but not "the strike"
	holds   effect // when the word is not negated
	negated effect // when it is
	lemma   string
	example string
}

// signatures are the lines of the table by class ('v', 'n' or 'a') and lemma; phrases are those of class 'p', by the last word of the preposition.
var signatures, phrases = parseSignatures(signatureTable)

// parseSignatures reads the table: its lines by class and lemma, and its phrases by their last word.
func parseSignatures(table string) (map[byte]map[string][]signature, map[string][]wording) {
	out := map[byte]map[string][]signature{'v': {}, 'n': {}, 'a': {}}
	phrases := map[string][]wording{}
	for line := range strings.Lines(table) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || len(f) != 6 {
			continue
		}
		if f[1] == "p" {
			w := wording{words: strings.Fields(f[0]), signature: signature{lemma: f[0], fresh: strings.Contains(f[2], "!"), holds: parseEffect(f[3]), negated: parseEffect(f[4]), example: f[5]}}
			last := w.words[len(w.words)-1]
			phrases[last] = append(phrases[last], w)
			continue
		}
		class := out[f[1][0]]
		for name := range strings.SplitSeq(f[2], ",") {
			s := signature{lemma: f[0], holds: parseEffect(f[3]), negated: parseEffect(f[4]), example: f[5]}
			name, s.fresh = strings.CutSuffix(name, "!")
			if prep, ok := strings.CutPrefix(name, "@"); ok {
				s.frame, s.prep = frameCase, prep
			} else {
				s.frame = frameNames[name]
			}
			class[f[0]] = append(class[f[0]], s)
		}
	}
	return out, phrases
}

func parseEffect(s string) effect {
	var e effect
	if t, ok := strings.CutSuffix(s, "~"); ok {
		s, e.cert = t, probable
	} else if t, ok := strings.CutSuffix(s, "?"); ok {
		s, e.cert = t, possibly
	}
	switch s {
	case "+":
		e.kind = stands
	case "-":
		e.kind = opposite
	case "=":
		e.kind = itself
	case "x":
		e.kind = undoing
	default:
		e.status = parseStatus(s)
	}
	return e
}

// signaturesOf are the lines for token i, with its particle where it has one ("rule out").
func signaturesOf(d *parse.Doc, i int32) []signature {
	t := &d.Tokens[i]
	switch t.UPOS {
	case parse.VERB, parse.AUX:
		if p := particle(d, i); p >= 0 {
			if s := signatures['v'][t.Lemma+" "+d.Tokens[p].Lemma]; s != nil {
				return s
			}
		}
		own := signatures['v'][t.Lemma]
		if t.XPOS == parse.XVBN { // "was supposed to land"
			own = joined(signatures['a'][d.Word(i)], own)
		}
		if !embedsObject[t.Lemma] {
			return own
		}
		if o := d.Child(i, parse.Obj); o > i { // "took place", "took the opportunity to talk"
			own = joined(signatures['v'][t.Lemma+" "+d.Tokens[o].Lemma], own)
		}
		return own
	case parse.NOUN, parse.PROPN:
		if s := signatures['n'][t.Lemma]; s != nil {
			return s
		}
		if stem, ok := strings.CutSuffix(t.Lemma, "ing"); ok { // a verb that was tagged as a noun: "is weighing whether to go"
			if s := signatures['v'][stem]; s != nil {
				return s
			}
			return signatures['v'][stem+"e"]
		}
	case parse.ADJ, parse.ADV, parse.ADP:
		return signatures['a'][t.Lemma]
	}
	return nil
}

// embedsObject are the verbs that the table has with an object: "take place".
var embedsObject = func() map[string]bool {
	out := map[string]bool{}
	for name := range signatures['v'] {
		if verb, _, ok := strings.Cut(name, " "); ok {
			out[verb] = true
		}
	}
	return out
}()

// joined is two lists of lines, the first before the second.
func joined(a, b []signature) []signature {
	if len(a) == 0 {
		return b
	}
	return append(a[:len(a):len(a)], b...)
}

// particle is the particle of verb i, or -1: a dependent marked as one, or the next word where that is
// a preposition by its tag ("called off the strike").
func particle(d *parse.Doc, i int32) int32 {
	if p := d.Child(i, parse.CompoundPrt); p >= 0 {
		return p
	}
	if n := i + 1; int(n) < len(d.Tokens) && d.Tokens[n].Sentence == d.Tokens[i].Sentence {
		if u := d.Tokens[n].UPOS; u == parse.ADP || u == parse.ADV {
			return n
		}
	}
	return -1
}

// find is the line for one frame and preposition, or nil.
func find(lines []signature, f frame, prep string) *signature {
	for i := range lines {
		if lines[i].frame == f && (f != frameCase || lines[i].prep == prep) {
			return &lines[i]
		}
	}
	return nil
}

// set is the set of the words of a list.
func set(words string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		out[w] = true
	}
	return out
}
