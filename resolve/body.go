package resolve

import (
	"strings"

	"sayso/gazetteer"
	"sayso/parse"
)

// bodyOf is whose body the phrase m names, "" where it does not say: who runs it ("the Northist-run health ministry",
// "Northist-controlled Vale TV"), the owner before it ("Norland's Health Ministry"), or the country that an adjective
// names ("the French foreign ministry").
func (w *work) bodyOf(m *mention) string {
	d := w.m.Doc
	stop := m.head
	if m.named {
		stop = m.name.First
	}
	owner, people := "", ""
	for i := m.first; i < m.end; i++ {
		word := d.Word(i)
		switch {
		case i > m.first && word == "-" && i+1 < m.end && parse.LedBy(d.Word(i+1)) && d.Word(i+1) != "based" && isCapital(d.Word(i-1)):
			first := i - 1
			for first > m.first && d.At(first-1).UPOS == parse.PROPN && d.At(first-1).XPOS != parse.XPOS_ {
				first--
			}
			return wordsOf(d, first, i)
		case i >= stop:
		case d.Tokens[i].XPOS == parse.XPOS_ && owner == "":
			first := m.first
			for first < i && d.Tokens[first].UPOS == parse.DET {
				first++
			}
			owner = wordsOf(d, first, i)
		case isCapital(word) && people == "" && peopleOf(word) != "":
			people = word
		}
	}
	if owner != "" {
		return owner
	}
	return people
}

// memberOf is the body that "of" behind a person's name says somebody belongs to: "Ida Orr of the Norland Red Crescent", or "".
func (w *work) memberOf(m *mention) string {
	d := w.m.Doc
	i := m.name.End
	if m.name.Kind != parse.Person || int(i)+1 >= len(d.Tokens) || d.Word(i) != "of" || i >= m.end {
		return ""
	}
	if i++; d.Tokens[i].UPOS == parse.DET {
		i++
	}
	for k := nameFrom(d, i); k < len(d.Names) && d.Names[k].First < m.end; k++ {
		n := d.Names[k]
		if n.First > i+3 || !nounsOnly(d, i, n.First) {
			return ""
		}
		if last := strings.ToLower(d.Word(n.End - 1)); n.Kind == parse.Organisation || n.Kind == parse.Outlet || organisationNouns[last] || stateBodies[last] {
			return wordsOf(d, i, n.End)
		}
	}
	return ""
}

// nounsOnly reports whether the tokens from first to end are nouns, names and what makes them owners: "the army's Western Command".
func nounsOnly(d *parse.Doc, first, end int32) bool {
	for i := first; i < end; i++ {
		switch u := d.Tokens[i].UPOS; {
		case u == parse.NOUN, u == parse.PROPN, u == parse.ADJ, d.Tokens[i].XPOS == parse.XPOS_:
		default:
			return false
		}
	}
	return true
}

// otherBody says whether m names a body of somebody else than e: Israel's Health Ministry is not Iran's.
func (w *work) otherBody(m *mention, e *entity) bool {
	if e.Affiliation == "" || !bodyNoun(e) {
		return false
	}
	of := w.bodyOf(m)
	if of == "" || strings.EqualFold(of, e.Affiliation) {
		return false
	}
	a, b := countryOf(of), countryOf(e.Affiliation)
	return a != b || a == "" && !strings.HasPrefix(strings.ToLower(of), strings.ToLower(e.Affiliation)) && !strings.HasPrefix(strings.ToLower(e.Affiliation), strings.ToLower(of))
}

// countryOf is the code of the country that words name, or whose people they name, or "".
func countryOf(words string) string {
	if c := peopleOf(words); c != "" {
		return c
	}
	for _, p := range gazetteer.Lookup(nil, gazetteer.Fold(nil, words)) {
		if p.Kind == gazetteer.Country {
			return p.Country
		}
	}
	return ""
}

// bodyNoun says whether e is known by a noun that many bodies share: a ministry, an agency.
func bodyNoun(e *entity) bool {
	return (e.Kind == Organisation || e.Kind == Outlet || e.Kind == Group) && (organisationNouns[e.noun] || e.noun == "authorities" || e.noun == "police")
}

// ofMembers begins the name of a body with whose it is where that are its members: "the Doctors' Union", "the Farmers' Party".
func (p *nounPhrase) ofMembers(d *parse.Doc) {
	head := p.head
	if p.named {
		head = p.name.First
	}
	body := p.named && p.name.End-head == 1 && (organisationNouns[p.noun] || strings.EqualFold(d.Word(head), "chamber"))
	if head < p.first+2 || !isCapital(d.Word(head)) || p.named && p.name.Kind == parse.Person && !body || !p.named && !organisationNouns[p.noun] {
		return
	}
	mark, members := d.Word(head-1), head-2
	if mark != "'" && mark != "’" || !isCapital(d.Word(members)) || !strings.HasSuffix(d.Word(members), "s") || countryOf(d.Word(members)) != "" {
		return
	}
	if d.Tokens[members].UPOS != parse.NOUN && (members > p.first && !strings.EqualFold(d.Word(members-1), "the") || members == p.first) {
		return // "Brooks' Party": a name's
	}
	if !p.named {
		p.name, p.named = parse.Name{End: p.head + 1, Kind: parse.Organisation}, true
	}
	if body {
		p.name.Kind = parse.Organisation // "the Doctors' Chamber" is nobody of that name
	}
	p.name.First, p.owner = members, -1
}
