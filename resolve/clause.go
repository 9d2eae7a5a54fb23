package resolve

import (
	"strings"

	"sayso/article"
	"sayso/parse"
	"sayso/read"
)

// clauseLong is how many bytes of a clause stand for an event.
const clauseLong = 110

// clause is the words that tell an event by themselves: who did what to whom, from the subject to the last complement that has room, or the
// noun phrase whose head names it, which is nominal; empty where the tree has neither. What only goes on from it, "which", "while" and further clauses, is left out.
func (w *work) clause(e *read.Event) (s article.Span, nominal bool) {
	d := w.m.Doc
	var first, end int32
	switch t := &d.Tokens[e.Head]; {
	case t.UPOS == parse.VERB || d.Child(e.Head, parse.Nsubj, parse.NsubjPass) >= 0:
		first, end = clauseOf(d, e.Head)
	case carriesOut(d, e.Head) && (!w.cueHeads()[t.Head] || enacting[d.Tokens[t.Head].Lemma] && !announcing[d.Tokens[t.Head].Lemma]):
		if first, end = clauseOf(d, t.Head); end <= e.Head {
			first, end = phraseAround(d, e.Head)
			nominal = true
		}
	default:
		first, end = phraseAround(d, e.Head)
		nominal = true
	}
	end = whole(d, first, end)
	if e.Head > 0 && e.Head > first && d.Word(e.Head-1) == "of" && d.Tokens[e.Head].XPOS == parse.XVBG {
		return s, false // "accused the opposition of blocking the budget"
	}
	if first >= end || end <= e.Head || first > e.Head || d.Tokens[first].UPOS == parse.AUX {
		return s, false
	}
	if s := d.Range(first, end); s.Len() <= clauseLong && !strings.Contains(s.Text(d.Text), "\n") {
		return s, nominal
	}
	return s, false
}

// whole is the end of a clause that neither stops within a name nor at a word that needs a further one: "claimed to have destroyed".
func whole(d *parse.Doc, first, end int32) int32 {
	for end > first {
		last := end - 1
		switch t := &d.Tokens[last]; {
		case t.UPOS == parse.PUNCT, t.UPOS == parse.DET && t.Head > last, t.UPOS == parse.ADP && t.Head > last, t.UPOS == parse.CCONJ, t.UPOS == parse.SCONJ, t.UPOS == parse.PART:
			end = last
			continue
		case t.UPOS == parse.VERB && wanting(d, last):
			if end = last; t.Label == parse.Xcomp || t.Label == parse.Root {
				return first // the verb that leads to it is wanting too
			}
			continue
		}
		break
	}
	for n := int32(len(d.Tokens)); first < end && end < n; end++ {
		t, last := &d.Tokens[end], d.At(end-1)
		name := isCapital(d.Word(end)) && isCapital(d.Word(end-1)) && (t.UPOS == parse.PROPN || last.UPOS == parse.PROPN) && t.Head >= first && t.Head < end
		fixed := t.Head == end-1 && (t.Label == parse.Fixed || t.Label == parse.Flat) || d.Word(end) == "another" && d.Word(end-1) == "one"
		if t.Sentence != last.Sentence || t.Start != last.End+1 || !name && !fixed {
			break
		}
	}
	return end
}

// wanting reports whether verb v is cut off from what it needs: "left at least 68 people dead" at "left".
func wanting(d *parse.Doc, v int32) bool {
	for _, c := range d.Children(v) {
		if c < v {
			continue
		}
		switch t := &d.Tokens[c]; t.Label {
		case parse.Obj, parse.Ccomp, parse.Xcomp, parse.Obl, parse.OblAgent:
			return true
		case parse.Conj: // "does not confirm or rule out the theory"
			if t.UPOS == parse.VERB && d.Child(c, parse.Obj, parse.Ccomp) > 0 {
				return true
			}
		}
	}
	return false
}

// enacting are verbs whose clause tells what befell their object or what their object did: "launched a strike", "the strike hit a market".
var enacting = words(`carry conduct launch stage mount make hold begin start open end order approve authorise authorize announce declare release publish
	issue file sign reach lift impose suspend stop halt call cancel complete finish resume continue cause suffer perform undertake deliver submit serve accept agree`)

// announcing are those of them that may only tell of it: "announced a strike".
var announcing = words(`order approve authorise authorize announce declare release publish issue call reach`)

// sharing are verbs of who has a part in something, which tell not that it took place: "two officials involved in the talks".
var sharing = words(`involve engage participate brief`)

// carriesOut reports whether noun i is what its verb does, "launched a strike", or does what its verb tells, "the strike hit a market".
func carriesOut(d *parse.Doc, i int32) bool {
	t := &d.Tokens[i]
	if t.Head < 0 || d.Tokens[t.Head].UPOS != parse.VERB || sharing[d.Tokens[t.Head].Lemma] {
		return false
	}
	switch t.Label {
	case parse.Nsubj, parse.NsubjPass, parse.OblAgent:
		return true
	case parse.Obj:
		return enacting[d.Tokens[t.Head].Lemma]
	case parse.Obl:
		c := d.Child(i, parse.Case)
		return c >= 0 && (d.Word(c) == "in" || d.Word(c) == "by" || d.Word(c) == "to" && d.Tokens[t.Head].Lemma == "agree")
	}
	return false
}

// clauseOf is the clause of predicate v with the subject that it has or shares: "managed to sink a boat", "crashed, killing 241".
func clauseOf(d *parse.Doc, v int32) (first, end int32) {
	at := v
	for range 4 {
		s := d.Child(at, parse.Nsubj, parse.NsubjPass, parse.Csubj)
		if s < 0 {
			s = read.OuterSubject(d, at)
		}
		if s >= 0 {
			if relative(d, s) {
				break
			}
			if d.Tokens[s].XPOS == parse.XNNP && plural(d, at) && d.Child(s, parse.Conj) < 0 {
				return 0, 0 // "all on board the Dreamliner were killed", where the tree has the Dreamliner killed
			}
			first, _ = d.Subtree(s)
			return clean(d, first, s), complements(d, first, v)
		}
		t := &d.Tokens[at]
		if t.Head < 0 {
			return 0, 0
		}
		if t.Label == parse.ACL {
			break
		}
		if t.Label != parse.Xcomp && t.Label != parse.Advcl && t.Label != parse.Conj || d.Tokens[t.Head].UPOS != parse.VERB || t.Head > at {
			return 0, 0
		}
		at = t.Head
	}
	t := &d.Tokens[at]
	if t.Head >= 0 && (d.Tokens[t.Head].Lemma == "choice" || d.Tokens[t.Head].Lemma == "option") {
		return 0, 0 // "had no choice but to fight back"
	}
	if t.Head < 0 || t.Head > at || t.Label != parse.ACL && t.Label != parse.ACLRelcl || d.Tokens[t.Head].UPOS == parse.PRON {
		return 0, 0
	}
	first = phraseStart(d, t.Head)
	return first, complements(d, first, v)
}

// plural reports whether predicate v has a form that one thing does not take.
func plural(d *parse.Doc, v int32) bool {
	for _, c := range d.Children(v) {
		if t := &d.Tokens[c]; c < v && (t.Label == parse.Aux || t.Label == parse.AuxPass || t.Label == parse.Cop) {
			switch d.Word(c) {
			case "are", "were", "have":
				return true
			}
			return false
		}
	}
	return false
}

// relative reports whether subject s only points back: "who", "which".
func relative(d *parse.Doc, s int32) bool {
	switch strings.ToLower(d.Word(s)) {
	case "who", "which", "that", "whom":
		return d.Tokens[s].UPOS == parse.PRON || d.Tokens[s].UPOS == parse.DET || d.Tokens[s].UPOS == parse.SCONJ
	}
	return false
}

// clean moves first on to where the phrase of head proper begins.
func clean(d *parse.Doc, first, head int32) int32 {
	for first < head {
		switch t := &d.Tokens[first]; {
		case t.UPOS == parse.PUNCT && d.Word(first) != "$", t.UPOS == parse.CCONJ, t.UPOS == parse.SCONJ, t.Label == parse.Case && t.Head == head, t.Label == parse.Fixed, t.Label == parse.Mark,
			t.UPOS == parse.ADV && t.Label == parse.Advmod && first+1 < head && d.At(first+1).UPOS == parse.PUNCT:
			first++
			continue
		case t.Label == parse.Det || t.Label == parse.NmodPoss:
			switch strings.ToLower(d.Word(first)) {
			case "this", "that", "these", "those", "such", "his", "her", "its", "their", "our", "my", "your":
				first++
				continue
			}
		}
		break
	}
	return first
}

// phraseStart is where the noun phrase of n begins.
func phraseStart(d *parse.Doc, n int32) int32 {
	first, _ := d.Subtree(n)
	return clean(d, first, n)
}

// phraseAround is the noun phrase that n heads, or that of the noun whose compound it is.
func phraseAround(d *parse.Doc, n int32) (first, end int32) {
	for t := &d.Tokens[n]; t.Label == parse.Compound && t.Head > n; t = &d.Tokens[n] {
		n = t.Head
	}
	first = phraseStart(d, n)
	return first, complements(d, first, n)
}

// complements is the end of the words after head that tell more of it, as far as they have room after first.
func complements(d *parse.Doc, first, head int32) int32 {
	end := head + 1
	for _, c := range d.Children(head) {
		if c < head || d.Tokens[c].UPOS == parse.PUNCT {
			continue
		}
		from, to := d.Subtree(c)
		if !completes(d, c, head) || from > end+1 {
			break
		}
		if !room(d, first, to) {
			to = complements(d, first, c)
			if !room(d, first, to) || to <= c+1 && completed(d, c) {
				break
			}
			return max(end, to)
		}
		if cut := clauseWithin(d, c, to); cut > 0 {
			return max(end, cut)
		}
		end = max(end, to)
	}
	return end
}

// completed reports whether something after c completes it, "in relation to the fire".
func completed(d *parse.Doc, c int32) bool {
	for _, k := range d.Children(c) {
		if k > c && completes(d, k, c) {
			return true
		}
	}
	return false
}

// completes reports whether c tells more of head itself, and does not go on from it.
func completes(d *parse.Doc, c, head int32) bool {
	verb := d.Tokens[head].UPOS == parse.VERB
	switch d.Tokens[c].Label {
	case parse.Nmod, parse.Obl:
		if k := d.Child(c, parse.Case); k >= 0 && !verb {
			switch d.Word(k) {
			case "after", "before", "since", "during", "despite", "following", "amid":
				return false // "strikes on boats after his lawyers": not of the strikes
			}
		}
		return true
	case parse.Obj, parse.Iobj, parse.OblAgent, parse.OblUnmarked, parse.Xcomp, parse.CompoundPrt, parse.NmodUnmarked, parse.NmodDesc, parse.Flat, parse.Fixed,
		parse.Compound, parse.ACL, parse.Nummod, parse.Advmod, parse.Amod, parse.NmodPoss, parse.Cop, parse.Aux:
		return true
	case parse.Conj:
		return !verb && d.Tokens[c].UPOS != parse.VERB && d.Tokens[head].Label != parse.Root
	case parse.Advcl: // "crashed, killing 241"
		m := d.Child(c, parse.Mark) // "blocked the state from selling the harbour": without it the state is blocked
		return d.Tokens[c].XPOS == parse.XVBG && d.Child(c, parse.Nsubj, parse.NsubjPass) < 0 && (m < 0 || d.Word(m) == "from")
	}
	return false
}

// clauseWithin is where a clause begins within the words of c that only goes on from them ("a depot, which had …"), or 0.
func clauseWithin(d *parse.Doc, c, end int32) int32 {
	for i := c + 1; i < end; i++ {
		switch d.Tokens[i].Label {
		case parse.ACLRelcl, parse.Parataxis, parse.Appos, parse.Ccomp, parse.AdvclRelcl:
			first, _ := d.Subtree(i)
			if d.Tokens[i].Label == parse.Appos && d.At(first-1).UPOS != parse.PUNCT && d.At(first).UPOS != parse.PUNCT {
				continue // "found the mayor guilty": no apposition
			}
			return max(first, c+1)
		}
	}
	return 0
}

func room(d *parse.Doc, first, end int32) bool {
	return int(d.At(end-1).End-d.Tokens[first].Start) <= clauseLong
}
