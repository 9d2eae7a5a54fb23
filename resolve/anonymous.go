package resolve

import (
	"strconv"
	"strings"

	"sayso/article"
	"sayso/gazetteer"
	"sayso/parse"
)

// groups finds, for unnamed sources, the group that each may belong to: "two officials" after "three
// US officials". The words state it ("one of the officials") or leave it possible.
func (w *work) groups() {
	for i := range w.entities {
		if w.entities[i].cited && w.entities[i].plural && w.entities[i].Name == "" {
			w.plurals = append(w.plurals, i)
		}
	}
	for i := range w.entities {
		e := &w.entities[i]
		if !e.cited || e.Name != "" || !e.Anonymous || len(e.Mentions) == 0 {
			continue
		}
		p := w.phraseAt(e)
		if g, stated := w.namedGroup(i, &p); g >= 0 {
			e.Of, e.OfCertainty = strconv.Itoa(g), stated
		} else if g := w.groupFor(i, p); g >= 0 {
			e.Of, e.OfCertainty = strconv.Itoa(g), "possible"
			if p.partitive >= 0 {
				e.OfCertainty = "stated"
			}
		}
		if e.Of != "" && e.Affiliation == "" {
			k, _ := strconv.Atoi(e.Of)
			e.Affiliation = w.entities[k].Affiliation
		}
	}
}

// namedGroup is the group of entity i that the words themselves point back to, and how surely: the whole that
// it was joined in, "them" in "one of them", whoever "another" and "a third" go on from. −1 without one.
func (w *work) namedGroup(i int, p *nounPhrase) (int, string) {
	e := &w.entities[i]
	switch {
	case e.partOf >= 0 && w.entities[e.partOf].cited:
		return e.partOf, "stated"
	case p.partitive >= 0 && w.m.Doc.Tokens[p.partitive].UPOS == parse.PRON:
		m := mention{nounPhrase: nounPhrase{pronoun: "they", head: p.head, first: p.first, end: p.end}}
		if g, _ := w.lastGroup(&m, i); g >= 0 {
			return g, "stated"
		}
	case e.before >= 0 && e.before != i:
		b := &w.entities[e.before]
		if b.Of != "" && e.Count > 0 {
			k, _ := strconv.Atoi(b.Of)
			return k, b.OfCertainty // "Two of the officials said … A third said": of the same officials
		}
		if b.plural && (b.Count == 0 || max(e.Count, 1) < b.Count) && !(b.Count > 0 && p.nth > b.Count) {
			if p.plural && e.Count == 0 {
				return e.before, "possible"
			}
			return e.before, "stated"
		}
	}
	return -1, ""
}

// lastGroup is the unnamed group mentioned last before m, other than entity i.
func (w *work) lastGroup(m *mention, i int) (int, string) {
	best, at := -1, int32(-1)
	for _, k := range w.plurals {
		for _, x := range w.entities[k].Mentions {
			if t := w.m.Doc.TokenAt(x.Start); k != i && t < m.first && t > at {
				best, at = k, t
			}
		}
	}
	return best, ""
}

// phraseAt is e's first mention taken apart.
func (w *work) phraseAt(e *entity) nounPhrase {
	d := w.m.Doc
	s := e.Mentions[0].Span
	return w.phraseOf(d.TokenAt(s.Start), d.TokenAt(s.End-1)+1)
}

// groupFor is the last group mentioned before entity i whose members are called the same and that is
// larger; −1 without one. A bare plural ("US officials") is no part of a counted group.
func (w *work) groupFor(i int, p nounPhrase) int {
	e := &w.entities[i]
	noun := e.noun
	if p.partitive >= 0 {
		noun = strings.ToLower(w.m.Doc.Tokens[p.partitive].Lemma)
	} else if e.Count == 0 && !p.ordinal {
		return -1
	}
	best := -1
	for _, k := range w.plurals {
		g := &w.entities[k]
		if n, ok := numberOf(noun); k == i || !alike(g.noun, noun, p.partitive >= 0) && !(ok && p.partitive >= 0 && n == g.Count) || len(g.Mentions) == 0 || g.Mentions[0].Start >= e.Mentions[0].Start {
			continue
		}
		if g.Count > 0 && max(e.Count, p.nth, 1) >= g.Count && p.nth != g.Count || g.Count == 0 && p.partitive < 0 && !(e.Count == 1 && (g.Access != "" || g.Reason != "")) {
			continue
		}
		if p.partitive < 0 && (strangers(e, g) || w.otherChannel(i, k)) {
			continue
		}
		if best < 0 || g.Count > w.entities[best].Count {
			best = k
		}
	}
	return best
}

// alike says whether those called noun can be of a group called group: the same, or persons of people; and, of
// a whole that is named again, "the sources" for officials.
func alike(group, noun string, whole bool) bool {
	if noun == "people" {
		noun = "person"
	}
	if group == "people" {
		group = "person"
	}
	return group == noun || whole && (noun == "source" || noun == "person") && insiders[group]
}

// strangers says whether what e and group g are said to belong to keeps them apart: an Israeli official is none of
// three US officials, and a hospital official none either.
func strangers(e, g *entity) bool {
	if e.Affiliation == "" || g.Affiliation == "" {
		return false
	}
	a, b := peopleOf(e.Affiliation), peopleOf(g.Affiliation)
	return a != b && (a != "" && b != "" || localBodies[strings.ToLower(lastWord(e.Affiliation))] || localBodies[strings.ToLower(lastWord(g.Affiliation))])
}

// peopleOf is the code of the first country or people among the words, or "".
func peopleOf(words string) string {
	for _, f := range strings.Fields(words) {
		if c := gazetteer.Demonym(gazetteer.Fold(nil, f)); c != "" {
			return c
		}
	}
	return ""
}

// otherChannel says whether entity i spoke to another outlet than the one that has group k: "a defence official
// told AFP" is none of those whom the Post cites.
func (w *work) otherChannel(i, k int) bool {
	a, b := w.channelOf(i), w.channelOf(k)
	return a >= 0 && b >= 0 && a != b
}

// channelOf is the outlet through which an unnamed entity's first statement came, or -1.
func (w *work) channelOf(i int) int {
	for k := range w.m.Statements {
		s := &w.m.Statements[k]
		if e, ok := w.entityOfSpans(s.Source); ok && (e == i || e == w.entities[i].partOf) {
			if v, ok := w.entityOfSpans(s.Via); ok {
				return v
			}
			if v, ok := w.entityOfSpans(s.Through); ok {
				return v
			}
			return -1
		}
		if e, ok := w.entityOfSpans(s.Citing); ok && e == i {
			v, ok := w.entityOfSpans(s.Source)
			if !ok {
				return -1
			}
			return v
		}
	}
	return -1
}

func (w *work) entityOfSpans(spans []article.Span) (int, bool) {
	if len(spans) == 0 {
		return 0, false
	}
	e, ok := w.entityAt[spans[0].Start]
	return e, ok
}

// access is why an unnamed source can know: "involved in the discussions", "familiar with the matter".
func (w *work) access(m *mention) string {
	d := w.m.Doc
	for _, c := range d.Children(m.head) {
		t := &d.Tokens[c]
		if c <= m.head || t.Label != parse.ACL && t.Label != parse.ACLRelcl && t.Label != parse.Amod && !(t.Label == parse.Nmod && hasCase(d, c, "with")) {
			continue
		}
		f, e := d.Subtree(c)
		if f, e = max(f, m.head+1), min(e, m.end); f >= e {
			continue
		}
		if s := wordsOf(d, f, trimEnd(d, f, e)); s != "" && !isReason(s) {
			return strings.TrimLeft(s, ", ")
		}
	}
	return ""
}

// affiliation is whom an unnamed source belongs to: "US" officials, an official "at the ministry".
func (w *work) affiliation(m *mention) string {
	d := w.m.Doc
	if organisationNouns[m.noun] || outletNouns[m.noun] || m.noun == "authorities" {
		if of := w.bodyOf(m); of != "" {
			return of
		}
	}
	if strings.EqualFold(d.Word(m.first-1), "whose") {
		return w.ownerName(m.first - 1)
	}
	for _, c := range d.Children(m.head) {
		t := &d.Tokens[c]
		switch {
		case c < m.first || c >= m.end:
		case t.Label == parse.NmodPoss && t.UPOS == parse.PRON:
			return w.ownerName(c)
		case t.Label == parse.Compound || t.Label == parse.Amod && (t.UPOS == parse.PROPN || isCapital(d.Word(c))) || t.Label == parse.NmodPoss:
			f, e := d.Subtree(c)
			if t.Label == parse.NmodPoss {
				e = c + 1
			}
			for f = max(f, m.first); f < c && (d.Tokens[f].UPOS == parse.NUM || d.Tokens[f].UPOS == parse.DET); {
				f++
			}
			return wordsOf(d, f, e)
		case c == m.partitive:
		case t.Label == parse.Nmod && c > m.head && (hasCase(d, c, "at") || hasCase(d, c, "for") || hasCase(d, c, "from") || hasCase(d, c, "of") || hasCase(d, c, "in")):
			f, e := d.Subtree(c)
			for f < c && (d.Tokens[f].UPOS == parse.ADP || d.Tokens[f].UPOS == parse.DET) {
				f++
			}
			return wordsOf(d, f, trimEnd(d, f, min(e, m.end)))
		}
	}
	return ""
}

// ownerName is the name of whoever the possessive pronoun at token t stands for, "" where nobody named is: "its editor" is the Courier's.
func (w *work) ownerName(t int32) string {
	d := w.m.Doc
	if strings.EqualFold(d.Word(t), "whose") {
		k := t - 1
		if d.Word(k) == "," {
			k--
		}
		if i := nameFrom(d, k); i < len(d.Names) && d.Names[i].First <= k && d.Names[i].End == k+1 {
			return d.Range(d.Names[i].First, k+1).Text(d.Text)
		}
		return ""
	}
	if c := w.stateBefore(t); c != "" {
		return c
	}
	p := mention{nounPhrase: w.phraseOf(t, t+1), span: d.Span(t)}
	if i, _ := w.findPronoun(&p); i >= 0 {
		return w.entities[i].Name
	}
	return ""
}

// stateBefore is the country that "its" at token t stands for before a word for a body of a state, the last that the sentence names: "Norland's toll stood at
// 20, its military said"; or "".
func (w *work) stateBefore(t int32) string {
	d := w.m.Doc
	if h := d.Tokens[t].Head; !strings.EqualFold(d.Word(t), "its") || h < 0 || !stateBodies[d.Tokens[h].Lemma] {
		return ""
	}
	var buf [64]byte
	for k := t - 1; k >= 0 && d.Tokens[k].Sentence == d.Tokens[t].Sentence; k-- {
		i := nameFrom(d, k)
		if i >= len(d.Names) || d.Names[i].First > k || d.Names[i].End != k+1 {
			continue
		}
		name := d.Range(d.Names[i].First, k+1).Text(d.Text)
		for _, p := range gazetteer.Lookup(nil, gazetteer.Fold(buf[:0], name)) {
			if p.Kind == gazetteer.Country {
				return name
			}
		}
	}
	return ""
}

// wordsOf is the text of tokens [first, end), "" where there are none.
func wordsOf(d *parse.Doc, first, end int32) string {
	if first >= end {
		return ""
	}
	return d.Range(first, end).Text(d.Text)
}

func isCapital(s string) bool { return s != "" && s[0] >= 'A' && s[0] <= 'Z' }

// reasonWords are parts of the words with which reports say why a source is not named.
var reasonWords = []string{"not cleared to", "not authorised", "not authorized", "n’t authorised", "n’t authorized", "n't authorised", "n't authorized", "not been authorised", "not been authorized", "unauthorised to", "unauthorized to",
	"anonymity", "not to be named", "not be named", "to be identified", "want to be named", "wish to be named", "give his name", "give her name", "give their names", "give his last name", "give her last name", "give his full name", "give her full name", "not be identified", "not named", "unnamed because", "withheld", "fear of", "feared repris"}

func isReason(s string) bool {
	s = strings.ToLower(s)
	for _, r := range reasonWords {
		if strings.Contains(s, r) {
			return true
		}
	}
	return false
}

// reasons gives each unnamed source the reason that its own sentence, or the next, states.
func (w *work) reasons() {
	d := w.m.Doc
	w.unnamed = map[int32]int{}
	for i := range w.entities {
		for _, m := range w.entities[i].Mentions {
			if e := &w.entities[i]; e.cited && e.Anonymous {
				w.unnamed[d.Tokens[d.TokenAt(m.Start)].Sentence] = i
			}
		}
	}
	for i := range d.Sentences {
		s := d.Range(d.Sentences[i].First, d.Sentences[i].End)
		text := s.Text(d.Text)
		if !isReason(text) || w.reasonOfOthers(int32(i)) {
			continue
		}
		r := reasonIn(text)
		r.Start, r.End = r.Start+s.Start, r.End+s.Start
		e := w.reasonFor(int32(i))
		if e == nil || e.Reason != "" {
			continue
		}
		for _, m := range e.Mentions { // "an aide who asked not to be named said": his words end with him
			if m.Start < r.Start && r.Start+10 < m.End {
				r.End = min(r.End, m.End)
			}
		}
		e.Reason = strings.TrimSpace(strings.TrimRight(r.Text(d.Text), ", "))
	}
}

// reasonOfOthers says whether who is "not named" in sentence i is somebody of whom a source tells there: "The indictment says the deputies, who
// were not named, deleted emails".
func (w *work) reasonOfOthers(i int32) bool {
	d := w.m.Doc
	if _, own := w.unnamed[i]; own {
		return false
	}
	s := &d.Sentences[i]
	for t := s.First; t+1 < s.End; t++ {
		if word := strings.ToLower(d.Word(t)); (word == "named" || word == "identified") && w.toldIn(t) >= 0 {
			return true
		}
	}
	return false
}

// reasonFor is the unnamed source of sentence i, or of the one before.
func (w *work) reasonFor(i int32) *entity {
	for s := i; s >= 0 && s >= i-1; s-- {
		if k, ok := w.unnamed[s]; ok {
			return &w.entities[k]
		}
	}
	return nil
}

// reasonIn is the part of a sentence that states the reason: from "because", or the phrase with the
// reason's words up to the next comma.
func reasonIn(text string) article.Span {
	lower := strings.ToLower(text)
	at := len(text)
	for _, r := range reasonWords {
		if i := strings.Index(lower, r); i >= 0 {
			at = min(at, i)
		}
	}
	start := 0
	if i := max(strings.LastIndex(lower, "because "), strings.LastIndex(lower, "for fear of ")); i >= 0 {
		start, at = i, max(at, i)
	} else {
		start = strings.LastIndexAny(text[:at], ",;") + 1
		for _, opens := range []string{"on condition of ", "on the condition of ", "speaking ", "who asked ", "who was ", "who were ", "who spoke ", "who "} {
			if i := strings.LastIndex(lower[start:at], opens); i >= 0 {
				start += i
				break
			}
		}
	}
	end := len(text)
	if i := strings.IndexAny(text[at:], ",;.”\""); i >= 0 {
		end = at + i
	}
	for start < end && text[start] == ' ' {
		start++
	}
	return article.Span{Start: start, End: end}
}
