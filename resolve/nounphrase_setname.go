package resolve

import (
	"strings"

	"sayso/parse"
)

// Where the name of a noun phrase begins and ends, and the title beside it.

// withParticle is the first token of a name at i with the "al-" before it, not before low.
func withParticle(d *parse.Doc, i, low int32) int32 {
	if i-2 < low || d.Word(i-1) != "-" || d.At(i-1).End != d.Tokens[i].Start {
		return i
	}
	if isParticle(d.Word(i - 2)) {
		return i - 2
	}
	return i
}

// smallParticles stand in small letters inside personal names.
var smallParticles = words(`de da do dos du di della del dela la le van von der den ter ten bin ibn al el y`)

// behindParticle is the first token of a person's name with the particles before it and the given name before them: of "Mayor Bill de Orr" only
// "Orr" may have been known.
func behindParticle(d *parse.Doc, n parse.Name, low int32) int32 {
	first := n.First
	for first > low && n.Kind == parse.Person && smallParticles[d.Word(first-1)] {
		first--
	}
	if first < n.First && first > low && isCapital(d.Word(first-1)) && (d.At(first-1).UPOS == parse.PROPN || d.At(first-1).UPOS == parse.NOUN) && !titles[strings.ToLower(d.Word(first-1))] && !officeNouns[strings.ToLower(d.Word(first-1))] {
		first--
	}
	return first
}

// isParticle reports an article that a hyphen joins to an Arabic name.
func isParticle(w string) bool {
	switch strings.ToLower(w) {
	case "al", "el", "ul", "as", "ad", "ar", "ash", "an":
		return true
	}
	return false
}

// setName gives the phrase name n, with the words that belong to it and without those that do not, and the title beside it.
func (p *nounPhrase) setName(d *parse.Doc, n parse.Name) {
	n.End = min(n.End, max(p.end, n.First+1))
	n = p.wholeBody(d, p.bodyEndedBy(d, n))
	n.First = p.firstInitial(d, n, behindSeat(d, n, p.first))
	n.End = behindNickname(d, n, p.end)
	n = p.trimmed(d, n)
	n = p.firm(d, p.extended(d, n))
	p.name, p.named = n, true
	p.noun = strings.ToLower(d.At(bodyNounOf(d, n)).Lemma)
	p.setTitle(d, n)
}

// bodyEndedBy is the body of which n, taken for a person, is the last word: "the Vale Accident Investigation Bureau"; else n.
func (p *nounPhrase) bodyEndedBy(d *parse.Doc, n parse.Name) parse.Name {
	if n.Kind != parse.Person || n.End-n.First != 1 || !organisationNouns[strings.ToLower(d.Word(n.First))] || n.First <= p.first || !isCapital(d.Word(n.First-1)) || titles[strings.ToLower(d.Word(n.First-1))] {
		return n
	}
	n.Kind = parse.Organisation
	for n.First > p.first && isCapital(d.Word(n.First-1)) && d.At(n.First-1).UPOS != parse.DET && d.At(n.First-1).XPOS != parse.XPOS_ {
		n.First--
	}
	return n
}

// firm is n as a firm's whole name where its last word says that it is one's: "Orm Shipping", of which "Shipping" alone may have been known, or which may
// have been taken for a person.
func (p *nounPhrase) firm(d *parse.Doc, n parse.Name) parse.Name {
	if n.Kind == parse.Outlet || n.Kind == parse.Place || !firmWords[d.Word(n.End-1)] {
		return n
	}
	first := n.First
	if w := d.Word(max(0, first-1)); n.End-first == 1 && first > p.first && isCapital(w) && namesFirm(d, first-1) && !titles[strings.ToLower(w)] && !officeNouns[strings.ToLower(w)] && countryOf(w) == "" {
		first--
	}
	if n.End-first < 2 || genderOf(d.Range(first, n.End).Text(d.Text)) != 0 {
		return n // "David Power"
	}
	n.First, n.Kind = first, parse.Organisation
	return n
}

// namesFirm says whether token i, with a capital, can open the name of a firm: a noun, or what was taken for an adjective and is of no land.
func namesFirm(d *parse.Doc, i int32) bool {
	u := d.Tokens[i].UPOS
	return u == parse.PROPN || u == parse.NOUN || u == parse.ADJ && peopleOf(d.Word(i)) == ""
}

// firmWords end the names of firms and hardly anybody's.
var firmWords = words(`Shipping Lines Docks Coal Foods Lifting Homes Metals Pharma Holdings Energy Motors Rail Railways Railway Airlines Airways Logistics Travel Chips Sugar Oil Gas Mining
	Systems Technologies Electric Insurance Pharmaceuticals Construction Engineering Tankers Ferries Freight Marine Air Bank Breweries Stores Industries Chemicals Plastics Textiles Cement Petroleum
	Aerospace Telecom Software Capital Partners Properties Estates Hotels Cruises Tours Trawlers Fisheries Timber Paper Group Corp Inc Ltd Plc`)

// firstInitial is where the name of a person begins whose first name or initials stand before n.
func (p *nounPhrase) firstInitial(d *parse.Doc, n parse.Name, first int32) int32 {
	if n.Kind != parse.Person {
		return first
	}
	if w := d.Word(first); first > p.first && len(w) == 2 && w[1] == '.' && isCapital(w) && isCapital(d.Word(first-1)) && !titles[strings.ToLower(d.Word(first-1))] {
		first-- // "John G. Roberts", of which only "G. Roberts" was known
	}
	for first > p.first && initial(d.Word(first-1)) && (first-1 > p.first || d.Sentences[d.At(first).Sentence].First < p.first) {
		first-- // "Minister K Ruut Halm", "engineer P K Orr"
	}
	return first
}

// trimmed is n without the words before it that are no part of a name: an office, a title, a verb of saying, what a body is.
func (p *nounPhrase) trimmed(d *parse.Doc, n parse.Name) parse.Name {
	if t := holderIn(d, n); t > n.First {
		n.First, n.Kind = t, parse.Person
	}
	if n.Kind == parse.Person || n.Kind == parse.OtherName {
		n.First = afterTitles(d, n)
	}
	if n.Kind == parse.Person && n.End-n.First > 1 && sayingFirst[d.Word(n.First)] {
		n.First++ // “…” Said Orr
	}
	for i := n.First + 1; i+1 < n.End && n.Kind != parse.Person; i++ {
		if generalBodies[d.Word(i)] && isCapital(d.Word(i+1)) { // "Shipping company Orrin Lines", with a capital for the sentence's sake
			n.First = i + 1
		}
	}
	return n
}

// extended is n with the words beside it that are its own: what opens a body's name, a particle, a number.
func (p *nounPhrase) extended(d *parse.Doc, n parse.Name) parse.Name {
	for n.First > p.first && partOfName(d, n) {
		n.First--
	}
	if bodyOpeners[strings.ToLower(d.Word(n.First))] && n.End-n.First > 2 && n.Kind != parse.Outlet {
		n.Kind = parse.Organisation
	}
	if n.End-n.First > 2 && d.At(n.End-2).XPOS == parse.XPOS_ && isAcronymWord(d.Word(n.End-1)) {
		n.First = n.End - 1 // "the League of Ports' OCS"
	}
	n.First = withParticle(d, n.First, p.first)
	n.First = behindParticle(d, n, p.first)
	for n.End < p.end && d.Tokens[n.End].UPOS == parse.NUM && n.Kind != parse.Person && d.At(n.End-1).End+1 == d.Tokens[n.End].Start {
		n.End++ // Channel 12
	}
	for n.End > n.First+2 && postNominals[d.Word(n.End-1)] {
		n.End--
	}
	return n
}

// setTitle gives the phrase the words that say who n is: those before the name, else those apposed to it.
func (p *nounPhrase) setTitle(d *parse.Doc, n parse.Name) {
	first := p.first
	for first < n.First && (d.Tokens[first].UPOS == parse.DET || d.Tokens[first].UPOS == parse.PUNCT) {
		first++
	}
	if end := beforeThe(d, first, n.First); first < end && n.Kind != parse.Organisation && n.Kind != parse.Outlet {
		p.title = d.Range(first, end)
		return
	}
	for _, c := range d.Children(p.head) {
		capital := d.Tokens[c].UPOS == parse.PROPN && n.Kind == parse.Person && officeNouns[strings.ToLower(d.Word(c))] // "Ida Orr, the Defence Secretary"
		if d.Tokens[c].Label == parse.Appos && c >= n.End && c < p.end && (d.Tokens[c].UPOS == parse.NOUN || capital) {
			f, e := d.Subtree(c)
			for f = max(f, n.End); f < c && d.Tokens[f].UPOS == parse.PUNCT; {
				f++
			}
			if e = min(e, clauseEnd(d, c, e)); f < e {
				p.title, p.appos = d.Range(f, e), strings.ToLower(d.Tokens[c].Lemma)
			}
		}
	}
}

// initial says whether w is one capital letter, as names have it without a full stop.
func initial(w string) bool { return len(w) == 1 && isCapital(w) }

// beforeThe is end less the article before it: "the technology website the" of "the technology website the Ledge".
func beforeThe(d *parse.Doc, first, end int32) int32 {
	if end > first+1 && strings.EqualFold(d.Word(end-1), "the") {
		return end - 1
	}
	return end
}

// seats are offices "of" a town or a land, whose name some recognisers take for the holder's first.
var seats = words(`mayor governor bishop archbishop prefect sheriff emir mufti vicar bailiff`)

// behindSeat is where the name of a person begins behind the town that he is mayor or bishop of: "Mayor of Koszalin Piotr Jedlinski".
func behindSeat(d *parse.Doc, n parse.Name, first int32) int32 {
	i := n.First
	if n.Kind == parse.Person && seats[strings.ToLower(d.Word(i))] && n.End > i+2 && d.Word(i+1) == "of" {
		i += 2
	} else if i < first+2 || d.Word(i-1) != "of" || !seats[strings.ToLower(d.Word(i-2))] {
		return n.First
	}
	switch words := n.End - i; {
	case words == 3:
		return i + 1
	case words == 4:
		return i + 2
	}
	return n.First
}

// clauseEnd is where an apposition's own words end: before a relative clause or a comma.
func clauseEnd(d *parse.Doc, c, end int32) int32 {
	for i := c + 1; i < end; i++ {
		if d.Tokens[i].UPOS == parse.PUNCT || d.Tokens[i].XPOS == parse.XWP || d.Tokens[i].XPOS == parse.XWDT {
			return i
		}
	}
	return end
}
