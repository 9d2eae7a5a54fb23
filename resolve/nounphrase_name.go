package resolve

import (
	"strings"

	"sayso/parse"
)

// The name that a noun phrase carries.

// findName finds the name that the phrase carries: one that holds its head ("Pete Hegseth"), one
// that follows the titles before it ("Secretary of State Marco Rubio"), or one set beside the head
// ("the defence secretary, Pete Hegseth").
func (p *nounPhrase) findName(d *parse.Doc) {
	if p.definite && epithets[p.noun] || pluralRole(d, p.head) || p.definite && hyphened(d, p.first, p.end) && officeAlone(d, p.first, p.end) {
		return // "the Vik Republican", "some Labour MPs", "the Secretary-General"
	}
	if n, ok := p.countsIt(d); ok {
		p.name, p.named, p.noun = n, true, strings.ToLower(d.At(n.End-1).Lemma)
		return
	}
	if n, ok := p.reportsIt(d); ok {
		p.name, p.named, p.noun = n, true, strings.ToLower(d.At(n.End-1).Lemma)
		return
	}
	if n, ok := p.officeHolder(d); ok {
		p.setName(d, n)
		return
	}
	if n, ok := p.personAfterTitles(d); ok {
		p.setName(d, n)
		return
	}
	if n, ok := p.nameAfterComma(d); ok {
		p.name, p.named, p.title = n, true, d.Range(p.first, trimEnd(d, p.first, n.First))
		return
	}
	if n, ok := p.particled(d); ok {
		p.setName(d, n)
		return
	}
	if !p.nameInside(d) {
		p.nameUnknown(d)
	}
}

// nameInside takes a name that was known in the phrase for its name where it is that of the head, and reports whether the phrase needs no more.
func (p *nounPhrase) nameInside(d *parse.Doc) bool {
	for i := nameFrom(d, p.first); i < len(d.Names) && d.Names[i].First < p.end; i++ {
		n := d.Names[i]
		switch {
		case onlyOffice(d, n):
		case n.First <= p.head && p.head < n.End && officeAlone(d, p.first, n.End) && n.End >= trimEnd(d, p.first, p.end):
			return true // "Norland's Foreign Minister", "US President"
		case n.First <= p.head && p.head < n.End:
			if m := p.ownedPerson(d, i); m >= 0 {
				n = d.Names[m]
			}
			p.setName(d, n)
			return true
		case n.Kind == parse.Outlet && n.End == p.head && outletNouns[p.noun] && !p.plural:
			p.name, p.named, p.noun = n, true, strings.ToLower(d.Tokens[n.End-1].Lemma) // "the New York Times newspaper"
			return true
		case n.Kind == parse.Person && n.First > p.first && leadsTo(d, p.first, n.First) && closesName(d, n.End, p.end) && !p.ofThem(d, n.First):
			p.setName(d, n)
			return true
		case n.First == p.head+1 && generalBodies[p.noun] && !p.plural && isCapital(d.Word(n.First)) && closesName(d, n.End, p.end) && n.Kind != parse.Place:
			p.setName(d, n) // "shipping company Orrin Lines"
			return true
		case publications[p.noun] && !p.plural && n.Kind != parse.Place && closesName(d, n.End, p.end) && (n.First == p.head+1 || n.First == p.head+2 && strings.EqualFold(d.Word(p.head+1), "the")):
			n.Kind = parse.Outlet
			p.setName(d, n) // "specialist website The Tide Table"
			return true
		case n.Kind == parse.Person && appositive(d, p.head, n):
			p.name, p.named, p.title = n, true, d.Range(p.first, max(p.first+1, trimEnd(d, p.first, n.First)))
			return true
		}
	}
	return false
}

// nameUnknown takes the capitalised words of a phrase in which no name was known for its name where they are one.
func (p *nounPhrase) nameUnknown(d *parse.Doc) {
	h := &d.Tokens[p.head]
	switch {
	case p.outletBehind(d): // "the technology website the Verge"
	case p.theOutlet(d): // "The Information has reported"
		p.setName(d, parse.Name{First: p.head, End: p.head + 1, Kind: parse.Outlet})
	case p.plural && p.head == p.first && isCapital(d.Word(p.head)) && d.At(p.head+1).UPOS == parse.ADP && isCapital(d.Word(p.head+1)) && p.head+2 < p.end: // "Doctors Without Borders"
		n := parse.Name{First: p.head, End: p.head + 2, Kind: parse.Organisation}
		for n.End < p.end && isCapital(d.Word(n.End)) {
			n.End++
		}
		p.name, p.named = n, true
	case p.head == p.first && h.XPOS == parse.XNNPS && d.Sentences[h.Sentence].First == p.first: // "Friends of the victim", with a capital for the sentence's sake
	case p.head == p.first && p.end == p.first+1 && (officeNouns[p.noun] || headlineBodies[p.noun]): // a headline's "Minister", "Union"
	case p.head+1 == trimEnd(d, p.first, p.end) && officeAlone(d, p.first, p.end): // "Norland's Foreign Minister"
	case dayWord(d.Word(p.head)), officeOf(d, p.head, p.first, p.end): // "Norland's Chief of the General Staff"
	case h.UPOS == parse.PROPN && isCapital(d.Word(p.head)):
		p.setName(d, properRun(d, p.head, p.first, p.end))
	case (h.UPOS == parse.NOUN || h.UPOS == parse.ADJ || h.UPOS == parse.AUX || h.UPOS == parse.VERB) && (p.head == p.first || p.head == p.first+1 && strings.EqualFold(d.Word(p.first), "the")) && isAcronymWord(d.Word(p.head)): // "UNHCR, the UN refugee agency", "the FSB"
		p.setName(d, parse.Name{First: p.head, End: p.head + 1, Kind: parse.OtherName})
	case firmWords[d.Word(p.head)] && p.head > p.first && isCapital(d.Word(p.head-1)) && namesFirm(d, p.head-1): // "Orrin Holdings", all of it taken for common words
		p.setName(d, parse.Name{First: p.head, End: p.head + 1, Kind: parse.OtherName})
	case outletNouns[p.noun] && !p.plural && p.owner < 0:
		p.nameAgency(d)
	default:
		p.nameFirm(d)
	}
}

// theOutlet says whether the phrase is a word for an outlet or for what it prints, with a capital and "the": "the Courier", "The Information".
func (p *nounPhrase) theOutlet(d *parse.Doc) bool {
	word := strings.ToLower(d.Word(p.head))
	return p.capital && p.head == p.first+1 && p.end == p.head+1 && strings.EqualFold(d.Word(p.first), "the") && (theOutlets[word] || word == "account" && !p.plural && d.Tokens[p.head].UPOS == parse.NOUN)
}

// outletBehind takes the name that stands with its own "the" behind a word for an outlet, and reports whether there is one: "the newspaper the Courier".
func (p *nounPhrase) outletBehind(d *parse.Doc) bool {
	for t := p.first; t+2 < p.end; t++ {
		if !outletNouns[strings.ToLower(d.Word(t))] || !strings.EqualFold(d.Word(t+1), "the") || !isCapital(d.Word(t+2)) {
			continue
		}
		n := parse.Name{First: t + 2, End: t + 3, Kind: parse.Outlet}
		for n.End < p.end && isCapital(d.Word(n.End)) {
			n.End++
		}
		p.name, p.named, p.noun = n, true, strings.ToLower(d.Word(t))
		return true
	}
	return false
}

// nameFirm takes the capitalised words after "firm", "company" for its name where none was known: "security firm Ambry".
func (p *nounPhrase) nameFirm(d *parse.Doc) {
	for b := p.first; b+1 < p.end; b++ {
		if !generalBodies[d.Word(b)] && d.Word(b) != "Operation" || !isCapital(d.Word(b+1)) || dayWord(d.Word(b+1)) {
			continue
		}
		n := parse.Name{First: b + 1, End: b + 2, Kind: parse.Organisation}
		if d.Word(b) == "Operation" { // "Operation Aspides"
			n.First = b
		}
		for n.End < p.end && isCapital(d.Word(n.End)) && !dayWord(d.Word(n.End)) {
			n.End++
		}
		if closesName(d, n.End, p.end) {
			p.name, p.named, p.noun = n, true, d.Word(b)
		}
		return
	}
}

// dayWord says whether w is a day of the week or a month.
func dayWord(w string) bool {
	switch w {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December":
		return true
	}
	return false
}

// officeAlone says whether the words name an office and nobody: "Norland's Foreign Minister", "US President".
func officeAlone(d *parse.Doc, first, end int32) bool {
	for end > first && d.At(end-1).UPOS == parse.PUNCT {
		end--
	}
	if end-first < 2 || !officeNouns[strings.ToLower(d.Word(end-1))] {
		return false
	}
	for i := first; i < end-1; i++ {
		switch word := strings.ToLower(d.Word(i)); {
		case word == "-" && i > first, len(d.Word(i)) > 1 && strings.Trim(d.Word(i), "ABCDEFGHIJKLMNOPQRSTUVWXYZ.") == "": // "U.N. Secretary-General"
		case d.Tokens[i].UPOS == parse.DET, d.Tokens[i].XPOS == parse.XPOS_, officeModifiers[word], officeNouns[word], d.At(i+1).XPOS == parse.XPOS_ && isCapital(d.Word(i)), countryOf(d.Word(i)) != "":
		default:
			return false
		}
	}
	return true
}

// officeOf says whether the head is a lone office in capitals with what it is over behind it, and no name: "Chief of the Norland Police".
func officeOf(d *parse.Doc, head, first, end int32) bool {
	if !officeNouns[strings.ToLower(d.Word(head))] || head > first && d.At(head-1).UPOS == parse.PROPN {
		return false
	}
	return head+1 < end && (d.Word(head+1) == "of" || d.Word(head+1) == "for")
}

// hyphened says whether a hyphen stands among tokens [first, end).
func hyphened(d *parse.Doc, first, end int32) bool {
	for i := first; i < end; i++ {
		if d.Word(i) == "-" {
			return true
		}
	}
	return false
}

// personAfterTitles is the last person whom nothing but titles lead to and whose name closes what they
// open, wherever the tree has its head: "Commission chairwoman Justice Estelle Phiri" is she and no commission;
// "Ms Orr's party" is not hers by name.
func (p *nounPhrase) personAfterTitles(d *parse.Doc) (found parse.Name, ok bool) {
	for i := nameFrom(d, p.first); i < len(d.Names) && d.Names[i].First < p.end; i++ {
		n := d.Names[i]
		if n.Kind == parse.Person && n.First > p.first && !onlyOffice(d, n) && closesName(d, n.End, p.end) && leadsTo(d, p.first, n.First) && !p.ofThem(d, n.First) {
			found, ok = n, true
		}
	}
	return found, ok
}

// nameAfterComma is who is named right after a description: "its chairman, Tom Lane,", "the mayor of Port Vale,
// Ana Ruiz", "her party, the Forward Movement". In a list ("the mayor, Ana Ruiz and Tom Lane") nobody is.
func (p *nounPhrase) nameAfterComma(d *parse.Doc) (parse.Name, bool) {
	comma := p.first
	for comma < p.end && d.Word(comma) != "," {
		comma++
	}
	if last := comma - 1; comma < p.end && last > p.first+1 && p.head < last && officeNouns[strings.ToLower(d.Word(last))] && d.Tokens[last].UPOS == parse.NOUN {
		for k := last - 1; k > p.first && k > last-4; k-- {
			if d.Tokens[k].XPOS == parse.XPOS_ && p.head < k {
				p.head, p.noun = last, strings.ToLower(d.Tokens[last].Lemma) // "the Vale Institute's director, Dr Ida Orr", with a head inside the name
			}
		}
	}
	u := d.Tokens[p.head].UPOS // "executive" is often tagged an adjective
	office := u == parse.NOUN || (u == parse.PROPN || u == parse.ADJ) && officeNouns[strings.ToLower(d.Word(p.head))]
	if comma+1 >= p.end || p.head >= comma || !office || p.plural {
		return parse.Name{}, false
	}
	body := organisationNouns[p.noun] || outletNouns[p.noun] || generalBodies[p.noun]
	for i := nameFrom(d, comma); i < len(d.Names) && d.Names[i].First < p.end; i++ {
		n := d.Names[i]
		if body == (n.Kind == parse.Person) || n.Kind == parse.Place || n.First > comma+1 && !leadsTo(d, comma+1, n.First) {
			continue
		}
		if n.End < p.end && d.Word(n.End) != "," || n.End+1 < p.end && d.At(n.End+1).UPOS == parse.CCONJ {
			return parse.Name{}, false
		}
		if !body {
			n.First = afterTitles(d, n)
		}
		return n, true
	}
	return parse.Name{}, false
}

// particled is the name that opens the phrase where the model knew none: a capitalised word, a particle, a hyphen and
// another ("Anis al-Orri, spokesman for the ministry").
func (p *nounPhrase) particled(d *parse.Doc) (parse.Name, bool) {
	t := p.first
	for t < p.end && t < p.first+3 && isCapital(d.Word(t)) && !titles[strings.ToLower(d.Word(t))] {
		t++
	}
	if t == p.first || t+3 > p.end || withParticle(d, t+2, t) != t || !isCapital(d.Word(t+2)) || t+3 < p.end && d.Word(t+3) != "," {
		return parse.Name{}, false
	}
	for i := nameFrom(d, p.first); i < len(d.Names) && d.Names[i].First < t+3; i++ {
		return parse.Name{}, false
	}
	return parse.Name{First: p.first, End: t + 3, Kind: parse.Person}, true
}

// closesName reports whether a name ends before token t: nothing follows in the phrase, or a mark or word that
// opens something of its own.
func closesName(d *parse.Doc, t, end int32) bool {
	if t >= end {
		return true
	}
	switch d.Tokens[t].UPOS {
	case parse.PUNCT, parse.ADP, parse.PRON, parse.VERB, parse.AUX, parse.SCONJ:
		return true
	}
	return false
}

// ownedPerson is the index of the person that an organisation's or place's name leads to, by a possessive or by
// nouns alone: "the Service Union’s Karen Batt", "Vik University scholar Ida Orr"; −1 where there is none. Name i
// is the organisation.
func (p *nounPhrase) ownedPerson(d *parse.Doc, i int) int32 {
	if d.Names[i].Kind == parse.Person {
		return -1
	}
	for k := i + 1; k < len(d.Names) && d.Names[k].First < p.end; k++ {
		if n := d.Names[k]; n.Kind == parse.Person && (d.At(n.First-1).XPOS == parse.XPOS_ || n.First > d.Names[i].End && leadsTo(d, d.Names[i].End, n.First)) {
			return int32(k)
		}
	}
	return -1
}

// ofThem says whether the head takes the name as one of several, or as whose it is: "a bench of Justices Kant
// and Bagchi", "the family of Tom Lane". "Secretary of State Ana Ruiz" is she.
func (p *nounPhrase) ofThem(d *parse.Doc, name int32) bool {
	if p.head >= name || titles[p.noun] || officeNouns[p.noun] || d.At(name-1).UPOS == parse.NOUN && human(strings.ToLower(d.At(name-1).Lemma)) {
		return false // "Department of Natural Resources warden Tom Lane"
	}
	for i := p.head + 1; i < name; i++ {
		if strings.EqualFold(d.Word(i), "of") {
			return true
		}
	}
	return false
}

// nameAgency takes the proper nouns before a noun for an outlet, with it, for its name: "the semi-official
// Fars news agency", "Norland state television".
func (p *nounPhrase) nameAgency(d *parse.Doc) {
	for i := p.first; i < p.head; i++ {
		if ledCompound(d, i, p.head) {
			i += 2
		} else if d.Tokens[i].UPOS == parse.PROPN && isCapital(d.Word(i)) && d.Tokens[i].XPOS != parse.XPOS_ {
			p.name, p.named = parse.Name{First: withParticle(d, i, p.first), End: p.head + 1, Kind: parse.Outlet}, true
			if next := p.head + 1; next < p.end && isAcronymWord(d.Word(next)) {
				p.name.First, p.name.End = next, next+1 // "State press agency PAP"
				return
			}
			if before := strings.ToLower(d.Word(p.head - 1)); p.noun == "agency" && before != "news" && before != "press" && before != "information" {
				p.name.Kind = parse.Organisation // "the UK Maritime Trade Operations agency"
			}
			return
		}
	}
}

// ledCompound says whether token i opens a "Northist-run" before token end: it tells whose the body is, and is no name of it.
func ledCompound(d *parse.Doc, i, end int32) bool {
	return i+3 <= end && d.Word(i+1) == "-" && parse.LedBy(d.Word(i+2))
}

// pluralRole says whether token t is a plural acronym for people: MPs, MEPs, NGOs.
func pluralRole(d *parse.Doc, t int32) bool {
	w := d.Word(t)
	return len(w) > 2 && w[len(w)-1] == 's' && isCapital(w) && strings.ToUpper(w[:len(w)-1]) == w[:len(w)-1] && w[len(w)-2] >= 'A' && w[len(w)-2] <= 'Z'
}

// leadsTo reports whether the words from first up to the name are titles and what belongs to them.
func leadsTo(d *parse.Doc, first, name int32) bool {
	for i := first; i < name; i++ {
		switch t := &d.Tokens[i]; t.UPOS {
		case parse.DET, parse.ADJ, parse.NOUN, parse.PROPN, parse.NUM, parse.SYM, parse.CCONJ: // "filmmaker and journalist Ida Orr"
		case parse.VERB:
			if !strings.EqualFold(d.Word(i), "acting") { // "Acting Mayor Ida Orr"
				return false
			}
		case parse.ADP:
			if !strings.EqualFold(d.Word(i), "of") && !inChief(d, i) && !forOffice(d, first, i, name) && !(strings.EqualFold(d.Word(i), "for") && i > first && portfolios[strings.ToLower(d.Word(i-1))]) && !(d.Word(i) == "to" && i > first && sentTo[strings.ToLower(d.Word(i-1))]) {
				return false
			}
		case parse.PUNCT, parse.PART:
			if w := d.Word(i); w == "," || strings.ContainsAny(w, "\"“”()") {
				return false
			}
		default:
			return false
		}
	}
	last := d.At(name - 1)
	return last.UPOS != parse.ADP && last.XPOS != parse.XPOS_
}

// inChief says whether the "in" at token i is that of an office: "commander-in-chief", "Deputy Warden in Chief".
func inChief(d *parse.Doc, i int32) bool {
	next := i + 1
	if d.Word(next) == "-" {
		next++
	}
	return strings.EqualFold(d.Word(i), "in") && strings.EqualFold(d.Word(next), "chief")
}

// forOffice says whether the "for" at token i goes on with an office that leads to a name: "Minister for Trade Ida Orr", but
// not "a spokesman for President Ida Orr".
func forOffice(d *parse.Doc, first, i, name int32) bool {
	if d.Word(i) != "for" || i == first || !officeNouns[strings.ToLower(d.Word(i-1))] || d.Tokens[first].UPOS == parse.DET && !strings.EqualFold(d.Word(first), "the") {
		return false
	}
	for k := i + 1; k < name; k++ {
		if w := d.Word(k); isCapital(w) && !titles[strings.ToLower(w)] {
			return true
		}
	}
	return false
}

func appositive(d *parse.Doc, head int32, n parse.Name) bool {
	for i := n.First; i < n.End; i++ {
		if t := &d.Tokens[i]; t.Head == head && t.Label == parse.Appos {
			return true
		}
	}
	return false
}

// trimEnd is end less the punctuation before it.
func trimEnd(d *parse.Doc, first, end int32) int32 {
	for end > first && d.At(end-1).UPOS == parse.PUNCT {
		end--
	}
	return end
}

// properRun is the run of proper nouns around t inside [first, end), as a name of unknown kind.
func properRun(d *parse.Doc, t, first, end int32) parse.Name {
	n := parse.Name{First: t, End: t + 1, Kind: parse.OtherName}
	for n.First > first && d.At(n.First-1).UPOS == parse.PROPN && !titles[strings.ToLower(d.Word(n.First-1))] {
		n.First--
	}
	for n.End < end && d.Tokens[n.End].UPOS == parse.PROPN {
		n.End++
	}
	if int(n.End)+1 < len(d.Tokens) && n.End+1 < end+2 && d.Word(n.End) == "-" && d.At(n.End+1).UPOS == parse.PROPN && d.At(n.End+1).Start == d.Tokens[n.End].End && d.Tokens[n.End].Start == d.At(n.End-1).End {
		n.End += 2 // Tsang Shuk-yin
	}
	return n
}

// nameFrom is the index of the first name that ends after token t.
func nameFrom(d *parse.Doc, t int32) int {
	lo, hi := 0, len(d.Names)
	for lo < hi {
		if m := (lo + hi) / 2; d.Names[m].End <= t {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}
