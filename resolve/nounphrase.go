package resolve

import (
	"strconv"
	"strings"

	"sayso/article"
	"sayso/parse"
)

// A nounPhrase is one that may name a source, taken apart: tokens [first, end).
type nounPhrase struct {
	first, end, head int32
	noun             string     // lemma of the head, lower case
	pronoun          string     // the pronoun, lower case, or ""
	name             parse.Name // the name it carries, First == End without one
	named            bool
	title            article.Span // words before the name: "Pentagon chief Secretary"; or of the apposition after it
	appos            string       // lemma of the noun set beside the name, or "": "Ecowas, the regional bloc"
	definite         bool         // the, this, that, its, his, "ministry's"
	indefinite       bool         // a, an, one, another
	owner            int32        // token of the possessor ("his office", "the company's lawyer"), or -1
	partitive        int32        // token of the whole: "officials" in "one of the officials", or -1
	ordinal          bool
	nth              int // 3 of "a third official", else 0
	plural           bool
	capital          bool    // the head is written with a capital letter: "the Treasury"
	common           bool    // the head is a noun in small letters
	core             string  // see coreNoun
	freshFigures     bool    // "the latest figures": numbers, and no people
	bare             bool    // "one", "another", "a third", "some": the noun is to be taken from before
	parts            []int32 // first tokens of the parts of "residents and a local official", or nil
	count            int     // 0 where it is not said
}

// phraseOf takes apart the noun phrase in tokens [first, end).
func (w *work) phraseOf(first, end int32) nounPhrase {
	d := w.m.Doc
	p := nounPhrase{first: first, end: end, head: headIn(d, first, end), owner: -1, partitive: -1}
	h := &d.Tokens[p.head]
	p.noun = strings.ToLower(h.Lemma)
	if p.noun == "general" && p.head > first && strings.EqualFold(d.Word(p.head-1), "consulate") {
		p.noun = "consulate"
	}
	if h.UPOS == parse.PRON && !strings.EqualFold(d.Word(p.head), "one") && d.Word(p.head) != "WHO" {
		p.pronoun = strings.ToLower(d.Word(p.head))
	}
	p.plural = (h.XPOS == parse.XNNS || h.XPOS == parse.XNNPS) && p.noun != "police" || peopleNouns[p.noun]
	p.determine(d)
	if p.partitive >= 0 && (h.UPOS == parse.NUM || bareWords[p.noun]) && d.Tokens[p.partitive].UPOS == parse.NOUN {
		p.noun = strings.ToLower(d.Tokens[p.partitive].Lemma) // "two of the pilots" are pilots
	}
	p.ofQuantity(d)
	p.definite = p.definite || p.head == p.first && end == first+1 && officeNouns[p.noun] && !p.plural // a headline's "Minister: …"
	p.definite = p.definite || isCapital(d.Word(p.head)) && !p.indefinite && !p.plural && officeAlone(d, first, end)
	p.capital = p.head > p.first && isCapital(d.Word(p.head)) && !officeNouns[p.noun]
	if p.capital && p.head+2 < end && d.Word(p.head+1) == "for" && isCapital(d.Word(p.head+2)) {
		p.plural = false // one body: "the Centers for Disease Control"
	}
	p.core = coreNoun(d, first, end)
	p.common = h.UPOS == parse.NOUN && !isCapital(d.Word(p.head))
	if dayWord(d.Word(p.head)) && p.core != "" {
		p.noun, p.common = p.core, true // "an autopsy Monday"
	}
	p.freshFigures = p.noun == "figure" && p.plural && p.head > first && freshWords[strings.ToLower(d.Word(p.head-1))]
	p.bare = p.pronoun == "" && p.partitive < 0 && bareWords[p.noun] && !(h.UPOS == parse.PROPN)
	if p.findParts(d); p.parts == nil {
		if p.findName(d); d.Word(p.head) == "WHO" && !p.named {
			p.name, p.named = parse.Name{First: p.head, End: p.head + 1, Kind: parse.Organisation}, true // the body, and no pronoun
		}
		p.ofMembers(d)
	}
	if p.named {
		p.pronoun = ""
		p.plural = p.name.Kind != parse.Person && d.At(bodyNounOf(d, p.name)).XPOS == parse.XNNPS && !isAcronymWord(d.Word(p.name.End-1))
	}
	return p
}

// headIn is the token of [first, end) whose head lies outside, the first that is no mark; first where there
// is none. Where the tree has a verb there ("a poll published Thursday" as a clause) it is the verb's first noun.
func headIn(d *parse.Doc, first, end int32) int32 {
	for i := first; i < end; i++ {
		t := &d.Tokens[i]
		if t.Label == parse.NmodPoss && d.At(i+1).XPOS == parse.XPOS_ && i+2 < end && (t.Head < first || t.Head >= end) {
			continue // "Norland's National Election Board reports", hung on "reports"
		}
		if (t.Head < first || t.Head >= end) && t.UPOS != parse.PUNCT && t.UPOS != parse.ADP && t.UPOS != parse.DET {
			if t.UPOS == parse.VERB || t.UPOS == parse.ADJ {
				for _, c := range d.Children(i) {
					if u := d.Tokens[c].UPOS; c >= first && c < i && (u == parse.NOUN || u == parse.PROPN) && (t.UPOS == parse.VERB || d.Tokens[c].Label == parse.Nsubj) { // "people aware of the talks"
						return c
					}
				}
			}
			if k := beforeVerb(d, i, end); k > i {
				return k
			}
			return possessed(d, i, end)
		}
	}
	return first
}

// beforeVerb is the noun that a phrase ends in, where the tree takes the verb behind for a noun and token t of the phrase for what modifies it:
// "Norland's interior ministry reports that …"; or t.
func beforeVerb(d *parse.Doc, t, end int32) int32 {
	verb := d.Tokens[t].Head
	if l := d.Tokens[t].Label; verb < end || l != parse.NmodPoss && l != parse.Compound && l != parse.Amod {
		return t
	}
	for k := end - 1; k > t; k-- {
		if u := d.Tokens[k].UPOS; d.Tokens[k].Head == verb && (u == parse.NOUN || u == parse.PROPN || u == parse.ADJ && organisationNouns[strings.ToLower(d.Word(k))]) {
			return k
		}
	}
	return t
}

// possessed is the noun whose owner a name at token t is, where the tree has the head inside that name ("Cape Vale's interior
// minister, …"), or t.
func possessed(d *parse.Doc, t, end int32) int32 {
	i := nameFrom(d, t)
	if i >= len(d.Names) || d.Names[i].First > t || d.Names[i].End-d.Names[i].First < 2 {
		return t
	}
	p := d.Names[i].End
	if d.At(p-1).XPOS == parse.XPOS_ {
		p--
	}
	if p+1 >= end || d.Tokens[p].XPOS != parse.XPOS_ || d.Tokens[p].Head < t && d.Tokens[p].Head >= 0 && d.Names[i].Kind != parse.Place {
		return t
	}
	head := t
	for k := p + 1; k < end && (d.Tokens[k].UPOS == parse.ADJ || d.Tokens[k].UPOS == parse.NOUN || d.Tokens[k].UPOS == parse.PROPN); k++ {
		if d.Tokens[k].UPOS != parse.ADJ {
			head = k
		}
	}
	return head
}

// findParts takes apart a phrase in which two are joined: "residents and a local official", "Reed and Sen.
// Wicker". Two words for one ("its founder and chief executive") are no parts: each part has a determiner,
// a number or a name of its own, or is a plural.
func (p *nounPhrase) findParts(d *parse.Doc) {
	if p.twofoldOffice(d) {
		return
	}
	parts := []int32{p.first}
	for _, c := range d.Children(p.head) {
		t := &d.Tokens[c]
		if c <= p.head || c >= p.end || t.Label != parse.Conj || t.UPOS != parse.NOUN && t.UPOS != parse.PROPN && t.UPOS != parse.PRON {
			continue
		}
		if p.secondOffice(d, c) {
			continue
		}
		from := max(firstOf(d, c), p.head+1)
		for from < c && (d.Tokens[from].UPOS == parse.CCONJ || d.Tokens[from].UPOS == parse.PUNCT) {
			from++
		}
		if from == p.head+1 || strings.ToLower(d.Word(from-1)) != "and" && !p.listed(d, from-1) || !standsAlone(d, from, c) || inOneName(d, p.head, c) || wordOfName(d, from, c) {
			p.partsByNames(d)
			return
		}
		parts = append(parts, from)
	}
	switch {
	case len(parts) > 1 && standsAlone(d, p.first, p.head):
		p.parts = parts
	case len(parts) == 1:
		if p.partsByWords(d); p.parts == nil {
			p.partsByNames(d)
		}
	default:
		p.partsByNames(d)
	}
}

// secondOffice says whether the noun c is another office of him who is named before the first, set between commas: "Ida Orr, the firm's chief
// scientist and a board member, said".
func (p *nounPhrase) secondOffice(d *parse.Doc, c int32) bool {
	if d.Tokens[p.head].UPOS != parse.PROPN || d.Tokens[c].UPOS != parse.NOUN || d.Tokens[c].XPOS == parse.XNNS || d.Word(trimEnd(d, p.first, p.end)) != "," {
		return false
	}
	a := d.Child(p.head, parse.Appos)
	if a < 0 || a > c || d.Tokens[a].UPOS != parse.NOUN || d.Tokens[a].XPOS == parse.XNNS {
		return false
	}
	for i := a + 1; i < c; i++ {
		if d.Word(i) == "," {
			return false
		}
	}
	return true
}

// partsByNames finds two people by their names where the tree joins them otherwise: "Mayor Ida Orr and police chief Max Berg", "Ida Orr and her
// Sudland counterpart, Max Berg".
func (p *nounPhrase) partsByNames(d *parse.Doc) {
	for i := nameFrom(d, p.first); i+1 < len(d.Names) && d.Names[i+1].First < p.end; i++ {
		a, b := d.Names[i], d.Names[i+1]
		if i+2 < len(d.Names) && b.Kind != parse.Person && d.Names[i+2].First < p.end {
			b = d.Names[i+2]
		}
		and := a.End
		if d.Word(and) != "and" || b.End-b.First < 2 {
			continue
		}
		if p.twoBodies(d, a, b) || p.twoPeople(d, a, b) {
			p.parts = []int32{p.first, and + 1}
			return
		}
	}
}

// twoBodies says whether the phrase is nothing but two bodies' names with "and" between them: "Human Rights Watch and Amnesty International".
func (p *nounPhrase) twoBodies(d *parse.Doc, a, b parse.Name) bool {
	and := a.End
	if a.Kind != parse.Organisation && !bodyOpeners[strings.ToLower(d.Word(p.first))] || b.Kind != parse.Organisation || b.First != and+1 {
		return false
	}
	return and-p.first > 1 && allCapital(d, p.first, and) && b.End >= trimEnd(d, p.first, p.end)
}

// twoPeople says whether the phrase is two people, each with the titles that lead to the name.
func (p *nounPhrase) twoPeople(d *parse.Doc, a, b parse.Name) bool {
	and := a.End
	if a.Kind != parse.Person || b.Kind != parse.Person || b.First <= and || !leadsTo(d, p.first, a.First+1) {
		return false
	}
	counterpart := d.Word(b.First-1) == "," && d.At(b.First-2).UPOS == parse.NOUN && d.At(and+1).XPOS == parse.XPRPS
	return b.First == and+1 || leadsTo(d, and+1, b.First) || counterpart
}

// allCapital says whether all of tokens [first, end) are capitalised, "the" aside.
func allCapital(d *parse.Doc, first, end int32) bool {
	for i := first; i < end; i++ {
		if !isCapital(d.Word(i)) && d.Word(i) != "the" {
			return false
		}
	}
	return true
}

// listed says whether token i is a comma of a list that "and" closes further on in the phrase: "Angola, Namibia and Zambia".
func (p *nounPhrase) listed(d *parse.Doc, i int32) bool {
	if d.Word(i) != "," || d.At(i-1).UPOS != parse.PROPN {
		return false
	}
	for k := i + 1; k+1 < p.end; k++ {
		if strings.EqualFold(d.Word(k), "and") {
			return d.At(k+1).UPOS == parse.PROPN || d.At(k+1).UPOS == parse.DET
		}
		if u := d.Tokens[k].UPOS; u != parse.PROPN && u != parse.PUNCT && u != parse.DET {
			return false
		}
	}
	return false
}

// partsByWords finds the two parts where the tree has them not: "two Gulf officials and a Western diplomat", nouns
// with what modifies them, "and", and a determiner or a number that opens the second; or two bodies of which the second has a name.
func (p *nounPhrase) partsByWords(d *parse.Doc) {
	for i := p.first; i+2 < p.end; i++ {
		switch u := d.Tokens[i].UPOS; {
		case u == parse.DET, u == parse.NUM, u == parse.ADJ, u == parse.NOUN, u == parse.PROPN, d.Tokens[i].XPOS == parse.XPOS_:
			continue
		case u == parse.CCONJ:
			if i == p.first {
				return
			}
			u, n := d.At(i+1).UPOS, d.At(i-1).UPOS
			if strings.EqualFold(d.Word(i), "and") && (u == parse.DET || u == parse.NUM || d.At(i+1).XPOS == parse.XPRPS && d.At(i-1).UPOS == parse.PROPN) && (n == parse.NOUN || n == parse.PROPN) && standsAlone(d, p.first, i-1) {
				p.parts = []int32{p.first, i + 1}
			}
			if strings.EqualFold(d.Word(i), "and") && (organisationNouns[strings.ToLower(d.Word(i-1))] || namesBody(d, i-1)) && namesBody(d, i+1) && !inOneName(d, i-1, i+1) {
				p.parts = []int32{p.first, i + 1}
			}
		}
		return
	}
}

// namesBody says whether token t stands in the name of a body or outlet.
func namesBody(d *parse.Doc, t int32) bool {
	i := nameFrom(d, t)
	return i < len(d.Names) && d.Names[i].First <= t && (d.Names[i].Kind == parse.Organisation || d.Names[i].Kind == parse.Outlet)
}

// firstOf is the first token of t's subtree.
func firstOf(d *parse.Doc, t int32) int32 {
	f, _ := d.Subtree(t)
	return f
}

// standsAlone says whether the noun phrase from token first with head t can be one by itself.
func standsAlone(d *parse.Doc, first, t int32) bool {
	k := &d.Tokens[t]
	if k.XPOS == parse.XNNS || k.XPOS == parse.XNNPS || peopleNouns[strings.ToLower(k.Lemma)] || strings.EqualFold(k.Lemma, "police") {
		return true
	}
	switch d.Tokens[first].UPOS {
	case parse.DET, parse.NUM:
		return true
	}
	if outletNouns[strings.ToLower(k.Lemma)] && d.At(t+1).UPOS == parse.PROPN {
		return true // "the Ledger newspaper and broadcaster CNN"
	}
	return k.UPOS == parse.PROPN && isCapital(d.Word(t))
}

// wordOfName says whether the noun t from token first is a capitalised word that names nobody by itself, so that it goes
// on with the name before it: the Centers for Disease Control and Prevention.
func wordOfName(d *parse.Doc, first, t int32) bool {
	if first != t || d.Tokens[t].UPOS != parse.PROPN || isAcronymWord(d.Word(t)) {
		return false
	}
	i := nameFrom(d, t)
	if i < len(d.Names) && d.Names[i].First == t+1 && d.Names[i].Kind == parse.Person && titles[strings.ToLower(d.Word(t))] {
		return false // "Governor Ida Orr and Mayor Tom Lane"
	}
	return i >= len(d.Names) || d.Names[i].First > t
}

// isAcronymWord reports whether w is three capital letters or more: UNHCR.
func isAcronymWord(w string) bool {
	for _, r := range w {
		if r < 'A' || r > 'Z' {
			return false
		}
	}
	return len(w) >= 3
}

// inOneName says whether tokens a and b stand in one name: the Department of Health and Human Services.
func inOneName(d *parse.Doc, a, b int32) bool {
	for i := nameFrom(d, a); i < len(d.Names) && d.Names[i].First <= b; i++ {
		if n := d.Names[i]; n.First <= a && b < n.End {
			return true
		}
	}
	return false
}

// determine reads determiners, numerals, owners and partitives off the head's dependents.
func (p *nounPhrase) determine(d *parse.Doc) {
	for _, c := range d.Children(p.head) {
		if c < p.first || c >= p.end {
			continue
		}
		word := strings.ToLower(d.Word(c))
		switch d.Tokens[c].Label {
		case parse.Det, parse.DetPredet:
			p.definite = p.definite || word == "the" || word == "this" || word == "that" || word == "these" || word == "those" || word == "both"
			p.indefinite = p.indefinite || word == "a" || word == "an" || word == "another" || word == "one"
			p.setCount(word)
		case parse.Nummod:
			p.setCount(word)
			p.indefinite = p.indefinite || word == "one"
		case parse.NmodPoss:
			p.owner, p.definite = c, true
		case parse.Nmod:
			if (p.noun == "one" || p.count > 0 && p.head < c && !p.plural || isNumber(d, p.head)) && hasCase(d, c, "of") {
				p.partitive = c
			}
		case parse.Amod:
			if ordinals[word] {
				p.ordinal, p.nth = true, ordinalNumber[word]
			}
		}
	}
	p.definite = p.definite || p.first < p.head && strings.EqualFold(d.Word(p.first), "the") // a parser may hang it elsewhere
	if ordinals[p.noun] {
		p.ordinal, p.nth = true, ordinalNumber[p.noun]
	}
	if word := strings.ToLower(d.Word(p.first)); p.first < p.head && p.count == 0 && (word == "a" || word == "an" || word == "one" || d.Tokens[p.first].UPOS == parse.NUM) {
		p.setCount(word) // "one administration official": a parser may hang "one" on "administration"
		p.indefinite = p.indefinite || p.count == 1
	}
	if n, ok := numberOf(d.Word(p.head)); ok && d.Tokens[p.head].UPOS == parse.NUM {
		p.count = n
	}
	if p.count == 0 && !p.plural && p.indefinite {
		p.count = 1
	}
	p.plural = p.plural || p.count > 1 || pluralRole(d, p.head)
}

func (p *nounPhrase) setCount(word string) {
	if n, ok := numberOf(word); ok && p.count == 0 {
		p.count = n
	}
}

func isNumber(d *parse.Doc, t int32) bool { return d.Tokens[t].UPOS == parse.NUM }

// numberOf is the count that a determiner or numeral says.
func numberOf(word string) (int, bool) {
	if n, ok := countWords[strings.ToLower(word)]; ok {
		return n, true
	}
	n, err := strconv.Atoi(word)
	return n, err == nil && n > 0 && n < 1e6
}

func hasCase(d *parse.Doc, t int32, word string) bool {
	for _, c := range d.Children(t) {
		if d.Tokens[c].Label == parse.Case && strings.EqualFold(d.Word(c), word) {
			return true
		}
	}
	return false
}
