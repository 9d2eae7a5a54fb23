package resolve

import (
	"slices"
	"strings"

	"sayso/gazetteer"
	"sayso/parse"
)

// Whose name or office a mention is.

// find is the entity that m stands for, and why; −1 for one that was not mentioned before.
func (w *work) find(m *mention) (int, string) {
	switch {
	case m.label != 0:
		return w.findInterviewed(m)
	case m.parts != nil:
		return w.findSameWords(m)
	case m.pronoun != "":
		return w.findPronoun(m)
	case m.named:
		i, by := w.findName(m)
		if i < 0 {
			i, by = w.findUnveiled(m)
		}
		return i, by
	case m.partitive >= 0:
		return -1, ""
	case w.ranked(m):
		return w.lastSaid, "the only one named so far"
	case m.definite && m.owner < 0:
		if i, by := w.findDefinite(m); i >= 0 {
			return i, by
		}
		if i, by := w.findBody(m); i >= 0 {
			return i, by
		}
		return w.findByTurn(m)
	case m.plural && !m.ordinal || m.line:
		return w.findSameWords(m)
	}
	return w.findBody(m)
}

// findName looks for the same name; for persons, for one person with the same family name.
func (w *work) findName(m *mention) (int, string) {
	name := w.nameText(m)
	family := strings.ToLower(familyName(name))
	for _, i := range w.byName[family] {
		if strings.EqualFold(w.entities[i].Name, name) && !w.otherBody(m, &w.entities[i]) {
			return i, "same name"
		}
	}
	found, n := -1, 0
	people := !strings.Contains(name, " ") && m.title.Len() == 0
	main, mains := -1, 0 // those that name names without what they are for
	for i := range w.lately() {
		e := &w.entities[i]
		if e.Name == "" {
			continue
		}
		if e.Kind != Person && (strings.HasSuffix(strings.ToLower(e.Name), " of "+strings.ToLower(name)) || w.isPlace(name) != w.isPlace(e.Name)) {
			continue // "Norland" is no short name of the Times of Norland, nor News Australia that of Australia
		}
		if w.otherBody(m, e) || !w.couldShare(m, e) && !(m.title.Len() == 0 && w.opens(e, name)) {
			continue
		}
		switch {
		case sameFamily(e.Name, name, family), e.Kind == Person && (endsName(e.Name, name) || endsName(name, e.Name)), isAcronym(e.Name, name), isAcronym(name, e.Name), shortened(e, name), w.opens(e, name), w.givenAndTitle(m, e, name), firstOfTwoFamilies(e, name):
			if found < 0 || e.seen > w.entities[found].seen {
				found = i
			}
			n++
			people = people && e.Kind == Person && strings.Contains(e.Name, " ") && strings.HasSuffix(e.Name, " "+name)
		case shortMain(e, name):
			main = i
			mains++
		}
	}
	if n > 1 && people {
		return found, "same family name, the most mentioned of several"
	}
	if n == 0 {
		found, n = main, mains
	}
	if n == 1 {
		if strings.Contains(name, " ") == strings.Contains(w.entities[found].Name, " ") {
			return found, "short for the same name"
		}
		return found, "same family name, one candidate"
	}
	if i := w.findGiven(m, name); i >= 0 {
		return i, "first of the names, one candidate"
	}
	return w.findOffice(m)
}

// firstOfTwoFamilies says whether a lone name is the first of e's two family names: "Rosselló", of Ricardo Rosselló Nevares. A given name is none.
func firstOfTwoFamilies(e *entity, name string) bool {
	parts := strings.Fields(e.Name)
	return e.Kind == Person && len(parts) == 3 && !strings.Contains(name, " ") && strings.EqualFold(parts[1], name) && len(name) > 3 && genderOf(name+" "+name) == 0
}

// findGiven is the one person whose first name stands alone where that is how people are called the second time ("Malaysia's Anwar
// Ibrahim", then "Anwar"; so in Thailand, Cambodia, Burma, Ethiopia, Iceland), or the other way round, with the short name in the
// headline; −1 where several could be meant, or where it is somebody's family name.
func (w *work) findGiven(m *mention, name string) int {
	given, _, full := strings.Cut(name, " ")
	if m.name.Kind != parse.Person && m.name.Kind != parse.OtherName || len(given) < 3 || w.familyNames()[fold(given)] {
		return -1
	}
	found := -1
	for i := range w.lately() {
		e := &w.entities[i]
		first, _, more := strings.Cut(e.Name, " ")
		if e.Kind != Person || e.Name == "" || fold(first) != fold(given) {
			continue
		}
		if found >= 0 || more == full || !full && m.title.Len() > 0 && !w.titleFits(m, e) {
			return -1
		}
		found = i
	}
	return found
}

// titleFits: the title before a lone name is one of courtesy, or one that e has.
func (w *work) titleFits(m *mention, e *entity) bool {
	title := strings.ToLower(lastWord(m.title.Text(w.m.Doc.Text)))
	return courtesies[title] || slices.Contains(e.roles, title)
}

// locative says whether a lone name is a place's, by the gazetteer and by the report's own use of it after "in" or "near".
func (w *work) locative(name string) bool {
	if w.families == nil {
		w.familyNames()
	}
	if w.families[fold(name)] || len(gazetteer.Lookup(nil, gazetteer.Fold(nil, name))) == 0 {
		return false
	}
	d := w.m.Doc
	for i := 1; i < len(d.Tokens); i++ {
		if d.Tokens[i].UPOS != parse.PROPN || d.Word(int32(i)) != name {
			continue
		}
		switch strings.ToLower(d.Word(int32(i - 1))) {
		case "in", "near", "around":
			return true
		}
	}
	return false
}

// familyNames are the last words, folded, of the full names of persons in the report.
func (w *work) familyNames() map[string]bool {
	if w.families != nil {
		return w.families
	}
	d := w.m.Doc
	w.families = map[string]bool{}
	for _, n := range d.Names {
		if n.Kind == parse.Person && n.End-n.First > 1 {
			w.families[fold(familyName(d.Range(n.First, n.End).Text(d.Text)))] = true
		}
	}
	return w.families
}

// givenAndTitle says whether m is e by given name and title: Prince Mohammed, after Crown Prince Mohammed bin Salman.
func (w *work) givenAndTitle(m *mention, e *entity, name string) bool {
	given, _, more := strings.Cut(e.Name, " ")
	if !more || m.title.Len() == 0 || !strings.EqualFold(given, name) {
		return false
	}
	title := strings.ToLower(lastWord(m.title.Text(w.m.Doc.Text)))
	return givenTitles[title] && slices.Contains(e.roles, title)
}

// findOffice looks for the holder of an office who was not named so far: "the mayor", then "the mayor, Jorge Diaz".
func (w *work) findOffice(m *mention) (int, string) {
	if m.title.Len() == 0 {
		return -1, ""
	}
	title := strings.Fields(strings.ToLower(m.title.Text(w.m.Doc.Text)))
	found, n := -1, 0
	for i := range w.lately() {
		e := &w.entities[i]
		if e.Name != "" || e.Kind != Person {
			continue
		}
		if !e.Anonymous && officeNouns[e.noun] && slices.Contains(title, e.noun) && sameOffice(e, title) || introducedAs(e, title) {
			found = i
			n++
		}
	}
	if n != 1 {
		return -1, ""
	}
	return found, "office, then named"
}

// introducedAs says whether a title is that of the somebody whom the report told of first: "a driver who survived the raid", then "the driver, Hamid Orr".
func introducedAs(e *entity, title []string) bool {
	article, _, _ := strings.Cut(strings.ToLower(e.Description), " ")
	return len(title) > 1 && title[0] == "the" && title[len(title)-1] == e.noun && !e.plural && e.Reason == "" && (article == "a" || article == "an")
}

// otherCountries says whether two titles are of two countries: "the Russian president" is no French president.
func otherCountries(a, b []string) bool {
	of := func(words []string) (out []string) {
		for _, f := range words {
			if c := countryOf(strings.TrimSuffix(strings.TrimSuffix(f, "s"), "'")); c != "" {
				out = append(out, c)
			} else if c := countryOf(f); c != "" {
				out = append(out, c)
			}
		}
		return out
	}
	x, y := of(a), of(b)
	return len(x) > 0 && len(y) > 0 && !slices.ContainsFunc(x, func(c string) bool { return slices.Contains(y, c) })
}

// sameOffice says whether a title has every word that tells e's office from others: "the defence minister" is no Foreign
// Minister.
func sameOffice(e *entity, title []string) bool {
	words := strings.Fields(strings.ToLower(strings.ReplaceAll(e.Description, "’", "'")))
	if otherCountries(words, title) {
		return false
	}
	whose := slices.IndexFunc(words, func(f string) bool { return strings.HasSuffix(f, "'s") || strings.HasSuffix(f, "s'") })
	if whose < 0 && (len(words) == 0 || words[0] != "the") {
		return true
	}
	bare := !slices.ContainsFunc(title, func(t string) bool {
		return t != e.noun && t != "the" && t != "of" && countryOf(t) == "" && !officeNouns[t] && !strings.HasSuffix(t, ".")
	})
	if whose >= 0 && bare {
		return true // "Norland's interior minister", then "Minister Jana Kovel"
	}
	for _, f := range words[whose+1:] {
		if f = strings.ReplaceAll(f, "defence", "defense"); f == "the" || f == e.noun || countryOf(f) != "" {
			continue
		}
		if !slices.ContainsFunc(title, func(t string) bool { return strings.ReplaceAll(t, "defence", "defense") == f }) {
			return false
		}
	}
	return true
}

// couldShare reports whether m's kind of name allows it to be e.
func (w *work) couldShare(m *mention, e *entity) bool {
	person := m.name.Kind == parse.Person
	if m.name.Kind == parse.OtherName {
		return true
	}
	return person == (e.Kind == Person)
}

// sameFamily reports whether one of two personal names is the other's family name alone, or another form of it.
func sameFamily(a, b, family string) bool {
	x, y := fold(familyName(a)), fold(familyName(b))
	if x == "" || x != y || fold(family) != x {
		return false
	}
	if !strings.Contains(a, " ") || !strings.Contains(b, " ") {
		return true
	}
	return fold(givenName(a)) == fold(givenName(b)) // Pete B. Hegseth and Pete Hegseth
}

// endsName reports whether a name of two words is a longer name without its given name: "Levine Cava", after "Daniella Levine Cava".
func endsName(long, short string) bool {
	return strings.Count(short, " ") == 1 && strings.Count(long, " ") == 2 && strings.HasSuffix(fold(long), " "+fold(short))
}

// familyName is the last word of a name, without the particle that a hyphen joins to it (Orri of "Anis al-Orri"), or
// the word before a given name of two syllables, which follows the family name: "Tsang Shuk-yin", "John Lee Ka-chiu".
func familyName(name string) string {
	f := strings.Fields(name)
	switch n := len(f); {
	case n == 0:
		return ""
	case n > 1 && twoSyllables(f[n-1]):
		return f[n-2]
	default:
		if particle, rest, ok := strings.Cut(f[n-1], "-"); ok && rest != "" && isParticle(particle) {
			return rest
		}
		return f[n-1]
	}
}

// givenName is the first word of a name of two words or more that is not its family name.
func givenName(name string) string {
	f := strings.Fields(name)
	if len(f) == 2 && twoSyllables(f[1]) {
		return f[1]
	}
	return f[0]
}

// twoSyllables reports a given name written with a hyphen and a small letter after it: "Shuk-yin", "Jong-un".
func twoSyllables(w string) bool {
	a, b, ok := strings.Cut(w, "-")
	return ok && a != "" && b != "" && isCapital(a) && b == strings.ToLower(b)
}

// fold is s in lower case without accents: Erdoğan and Erdogan are one.
func fold(s string) string { return string(gazetteer.Fold(nil, s)) }

// isAcronym reports whether short is made of the initials of long's words, or of those from a body's noun on: IAEA, International Atomic
// Energy Agency; OCS, League of Ports Office for the Care of Seamen.
func isAcronym(long, short string) bool {
	if len(short) < 2 || strings.ToUpper(short) != short || strings.Contains(short, " ") {
		return false
	}
	short = strings.ReplaceAll(short, ".", "")
	var b strings.Builder
	noun := false
	for _, f := range strings.Fields(long) {
		if f[0] < 'A' || f[0] > 'Z' {
			continue
		}
		if b.Len() > 0 && !noun && organisationNouns[strings.ToLower(f)] && b.String() != short[:min(b.Len(), len(short))] {
			b.Reset()
			noun = true
		}
		b.WriteByte(f[0])
	}
	return b.Len() > 1 && b.String() == short
}

// shortened reports whether name is the end of an organisation's name: the Ledger, the Northern Ledger; the Red Crescent, the Fijian Red
// Crescent Society.
func shortened(e *entity, name string) bool {
	if e.Kind == Person || len(name) <= 3 {
		return false
	}
	long, name := strings.ToLower(e.Name), " "+strings.ToLower(name)
	return strings.HasSuffix(long, name) || strings.Contains(name[1:], " ") && strings.HasSuffix(strings.TrimSuffix(long, " society"), name)
}

// shortMain reports whether name is the end of a body's name without what the body is for: the League Office, the League's Office for the Care
// of Seamen.
func shortMain(e *entity, name string) bool {
	main, name := bodyAlone(e.Name), strings.ToLower(name)
	if e.Kind == Person || len(main) == len(e.Name) || !organisationNouns[lastWord(name)] {
		return false
	}
	return main == name || strings.HasSuffix(main, " "+name) || e.Affiliation != "" && name == strings.ToLower(e.Affiliation)+" "+main
}

// bodyAlone is a body's name in small letters without what the body is for and without marks of whose it is: "league office".
func bodyAlone(name string) string {
	f := strings.Fields(strings.ToLower(strings.ReplaceAll(name, "’", "'")))
	for i, w := range f {
		if i > 0 && scopeWords[w] && organisationNouns[f[i-1]] {
			f = f[:i]
			break
		}
	}
	return strings.ReplaceAll(strings.Join(f, " "), "'s ", " ")
}

// opensName reports whether name opens an agency's or body's name whose other words are common: Fars, the Fars
// news agency.
func opensName(e *entity, name string) bool {
	if e.Kind == Outlet && (e.Name == name+" News" || name == e.Name+" News") {
		return true // Bloomberg, Bloomberg News
	}
	rest, ok := strings.CutPrefix(e.Name, name+" ")
	if ok && e.Kind == Outlet && (rest == "TV" || outletNouns[strings.ToLower(lastWord(rest))] && strings.Contains(name, " ")) {
		return true // "Al Vale", after "Al Vale TV"
	}
	return ok && e.Kind != Person && rest == strings.ToLower(rest) && !strings.Contains(name, " ")
}

// opens reports whether name opens the name of e, an agency, a body or a firm: "Calder", after "Calder Lifting". A family name of somebody in the report is
// his: "Orr", after "Ida Orr, the head of the Orr Group".
func (w *work) opens(e *entity, name string) bool {
	if opensName(e, name) {
		return true
	}
	rest, ok := strings.CutPrefix(e.Name, name+" ")
	return ok && e.Kind == Organisation && firmWords[rest] && !strings.Contains(name, " ") && !w.familyNames()[fold(name)]
}
