package read

import (
	"slices"
	"strings"

	"sayso/parse"
)

// A status is one of the thirteen statuses of an event; the zero value is open: the words around
// it have not said.
type status uint8

const (
	open status = iota
	happened
	ongoing
	ordered
	authorised
	planned
	considered
	proposed
	threatened
	predicted
	possible
	denied
	didNotHappen
	unknown
)

var statusNames = [...]string{"", "happened", "ongoing", "ordered", "authorised", "planned", "considered", "proposed", "threatened", "predicted", "possible", "denied", "did_not_happen", "unknown"}

func (s status) String() string { return statusNames[s] }

func parseStatus(name string) status {
	for i, n := range statusNames {
		if n == name {
			return status(i)
		}
	}
	return unknown
}

// real: it took place or is taking place.
func (s status) real() bool { return s == happened || s == ongoing }

// A certainty says how firmly the status is told. Rules give the first three; see settleCertainty for the rest.
type certainty uint8

const (
	certain certainty = iota
	probable
	possibly
	doubtful // the words around speak against the status
	implied  // of what is open: the words around imply that it came about
)

var certaintyNames = [...]string{"certain", "probable", "possible", "doubtful", "implied"}

func (c certainty) String() string { return certaintyNames[c] }

// A standing is how the event of one token stands, and which words decided it.
type standing struct {
	status status
	cert   certainty
	neg    bool
	tensed bool     // the token's own tense or modal decided
	past   bool     // pluperfect: "had struck"
	mere   bool     // it is no more than alleged
	undone bool     // it was refused or undone: what it asked for or decided does not hold
	up     int32    // token whose standing this one follows, or -1
	by     [4]int32 // tokens that decided, -1 where fewer
}

// note adds a deciding token.
func (s *standing) note(i int32) {
	for k := range s.by {
		if s.by[k] == i {
			return
		}
		if s.by[k] < 0 {
			s.by[k] = i
			return
		}
	}
}

// A context is what the words above an event say of it. With status open the event's own tense decides.
type context struct {
	status status
	cert   certainty
	neg    bool
	undone bool  // see standing
	up     int32 // the token whose words these are, or -1
}

// free is the context of a main clause.
var free = context{up: -1}

// statuses works out the standing of every token, heads before dependents: a clause or a noun stands
// as the words above it let it stand, and its own tense, modals and negation decide the rest.
// Linear in the number of tokens.
type statuses struct {
	d        *parse.Doc
	st       []standing
	ctx      []context
	question bool                 // the sentence at hand ends in a question mark
	cues     []bool               // by token: it heads the cue of a statement; nil where that is not known
	charged  map[int32]charge     // what somebody is accused of or held to account for
	refuted  map[int32]refutation // what is denied by way of a noun ("rejected the claim that …"), and the noun, to the word that denies it
}

func newStatuses(d *parse.Doc, cues []bool) *statuses {
	s := &statuses{d: d, cues: cues, st: make([]standing, len(d.Tokens)), ctx: make([]context, len(d.Tokens))}
	for i := range s.st {
		s.st[i] = standing{status: happened, up: -1, by: [4]int32{-1, -1, -1, -1}}
		s.ctx[i] = free
	}
	var stack []int32
	for k := range d.Sentences {
		sent := &d.Sentences[k]
		s.question = s.asks(sent)
		s.refute(sent)
		s.accuse(sent)
		stack = append(stack[:0], sent.Root)
		for len(stack) > 0 {
			i := stack[len(stack)-1]
			stack = stack[:len(stack)-1]
			s.settle(i)
			for _, c := range slices.Backward(d.Children(i)) { // the first on top: what comes first is settled first
				stack = append(stack, c)
			}
		}
	}
	return s
}

// asks: the sentence's last words hold a question mark.
func (s *statuses) asks(sent *parse.Sentence) bool {
	for i := sent.End - 1; i >= sent.First && i >= sent.End-3; i-- {
		if s.d.Text[s.d.Tokens[i].Start] == '?' {
			return true
		}
	}
	return false
}

func (s *statuses) settle(i int32) {
	t := &s.d.Tokens[i]
	if t.Label == parse.Punct {
		return
	}
	c := s.context(i)
	if r, ok := s.refuted[i]; ok {
		c = r.context()
	} else if a, ok := s.charged[i]; ok && !a.known && (c.status == open || c.status.real()) && s.st[a.by].status.real() {
		c = context{status: possible, cert: probable, up: a.by}
	} else if u, ok := s.unproven(i); ok {
		c = u
	}
	s.ctx[i] = c
	if s.predicate(i) {
		s.st[i] = s.clause(i, c)
	} else {
		s.st[i] = s.nominal(i, c)
	}
	if st := &s.st[i]; st.status == possible && c.up >= 0 && alleging[s.d.Tokens[c.up].Lemma] {
		st.mere = true
	}
}

// predicate: token i heads a clause.
func (s *statuses) predicate(i int32) bool {
	t := &s.d.Tokens[i]
	switch t.UPOS {
	case parse.VERB:
		return !s.nounLike(i)
	case parse.AUX:
		return t.Label != parse.Aux && t.Label != parse.AuxPass && t.Label != parse.Cop
	}
	for _, c := range s.d.Children(i) {
		switch s.d.Tokens[c].Label {
		case parse.Cop, parse.Nsubj, parse.NsubjPass, parse.Csubj, parse.Aux:
			return true
		}
	}
	return s.verbish(i)
}

// verbish: a bare noun, by its tag, in the place of a verb is a verb that was tagged wrongly: "do not *type*
// and *drive*", "Please *google* it".
func (s *statuses) verbish(i int32) bool {
	d := s.d
	t := &d.Tokens[i]
	if t.UPOS != parse.NOUN && t.UPOS != parse.PROPN {
		return false
	}
	switch t.Label {
	case parse.Xcomp, parse.Ccomp, parse.Advcl, parse.ACL, parse.ACLRelcl:
	case parse.Conj:
		if d.Tokens[t.Head].UPOS != parse.VERB {
			return false
		}
	case parse.Root, parse.Parataxis, parse.Dep, parse.List:
		if d.Child(i, parse.Obj, parse.Mark, parse.Xcomp, parse.Ccomp) < 0 && !(knownVerb(t.Lemma) && s.opens(i)) {
			return false
		}
	case parse.Obj:
		if t.XPOS == parse.XNNS || !knownVerb(t.Lemma) || t.Head >= 0 && signatures['v'][d.Tokens[t.Head].Lemma] == nil {
			return false
		}
	default:
		return false
	}
	return d.Child(i, parse.Det, parse.Case, parse.Amod, parse.NmodPoss, parse.Nummod, parse.Compound, parse.Flat) < 0
}

// knownVerb: the tables have a verb of this lemma.
func knownVerb(lemma string) bool {
	lemma = strings.ToLower(lemma)
	return signatures['v'][lemma] != nil || triggers['v'][lemma] != nil
}

// opens: token i is the first word of its sentence, or of what follows a mark.
func (s *statuses) opens(i int32) bool {
	return i == s.d.Sentences[s.d.Tokens[i].Sentence].First || s.d.At(i-1).UPOS == parse.PUNCT
}

// nounLike: a gerund used as a noun: "the bombing", "after the shelling".
func (s *statuses) nounLike(i int32) bool {
	switch s.d.Tokens[i].Label {
	case parse.Obj, parse.Obl, parse.Nmod, parse.Nsubj, parse.NsubjPass, parse.Compound, parse.NmodPoss, parse.OblAgent:
		return true
	}
	return false
}

// path is the tokens that decided the standing of i, from the inside outwards, at most eight: the event's
// own modals, negation and hedges, then the word that embeds it with its own, and so on.
func (s *statuses) path(i int32) []int32 {
	var out []int32
	for step, v := 0, i; v >= 0 && step < 6; step++ {
		if v != i && len(out) < 8 {
			out = append(out, v)
		}
		for _, b := range s.st[v].by {
			if b >= 0 && b != i && len(out) < 8 && !slices.Contains(out, b) {
				out = append(out, b)
			}
		}
		v = s.st[v].up
	}
	return out
}
