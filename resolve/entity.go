package resolve

import (
	"iter"
	"slices"
	"strings"

	"sayso/article"
	"sayso/gazetteer"
	"sayso/parse"
	"sayso/read"
)

// An entity is one who or what the report speaks of; the cited ones become sources. Two mentions are
// one entity only for a reason that the later mention carries.
type entity struct {
	Source
	noun     string   // head noun of a nameless one, lower case
	roles    []string // head nouns of titles and roles, lower case
	plural   bool
	gender   byte // 'm', 'f' or 0
	cited    bool
	seen     int   // mentions of any kind
	lastTok  int32 // of the last mention
	lastSubj bool  // that one was a subject
	saidAt   int   // sentence of the last statement it made, or -1
	quoted   bool  // its last mention stands in quoted words, where others speak of it
	before   int   // of "another", "a third": the entity whose noun it takes, or -1
	partOf   int   // the phrase that joins it with others, "residents and an official", or -1
	stamp    int   // of the last search that came by
}

// A mention is a phrase in the text that stands for an entity.
type mention struct {
	nounPhrase
	span   article.Span
	at     int // the byte of its turn in the order of resolving
	cited  bool
	said   bool // the source of a statement
	goesOn bool // of one that goes on with the last: "he added"
	via    bool // the channel of one
	part   bool // of a phrase that joins several
	quoted bool // it stands in quoted words
	label  byte // 'q' or 'a' before the lines of an interview
}

// mentions are the phrases to resolve, in text order: every cited one, and every name, pronoun and
// office, since these are what later mentions go back to.
func (w *work) mentions() []mention {
	d := w.m.Doc
	var ms []mention
	taken := make([]bool, len(d.Tokens))
	cite := func(spans []article.Span, m mention) {
		if len(spans) == 0 {
			return
		}
		first, end := d.TokenAt(spans[0].Start), d.TokenAt(spans[0].End-1)+1
		if first >= end || int(end) > len(d.Tokens) || taken[first] && !m.via {
			return // a channel may stand in a source: "officials who spoke to the Ledger"
		}
		m.nounPhrase, m.span, m.cited = w.phraseOf(first, end), spans[0], true
		if m.via && !m.named {
			m.name, m.named, m.pronoun = parse.Name{First: first, End: end, Kind: parse.Outlet}, true, ""
		}
		ms = append(ms, w.parts(&m)...)
		ms = append(ms, m)
		for i := first; i < end; i++ {
			taken[i] = true
		}
	}
	for i := range w.m.Statements {
		s := &w.m.Statements[i]
		cite(s.Source, mention{said: true, label: label(d, s), goesOn: goesOn(d, s)})
		cite(s.Through, mention{})
		cite(s.Citing, mention{})
		cite(s.Via, mention{via: true})
	}
	for i := range w.m.NonStatements {
		if s := w.m.NonStatements[i].Source; s.Len() > 0 {
			cite([]article.Span{s}, mention{})
		}
	}
	ms = append(ms, w.namedInside(ms, taken)...)
	for _, n := range d.Names {
		if !taken[n.First] && isActor(n.Kind) {
			first := titleStart(d, n.First)
			ms = append(ms, mention{nounPhrase: w.phraseOf(first, n.End), span: d.Range(first, n.End)})
			for i := first; i < n.End; i++ {
				taken[i] = true
			}
		}
	}
	for i := range d.Tokens {
		if t := int32(i); !taken[t] && (isPersonal(d, t) || isOffice(d, t)) {
			first := t
			if !isPersonal(d, t) {
				first, _ = nounStart(d, t)
			}
			if !taken[first] {
				ms = append(ms, mention{nounPhrase: w.phraseOf(first, t+1), span: d.Range(first, t+1)})
			}
		}
	}
	for i := range ms {
		ms[i].quoted = w.inQuotes[ms[i].head]
		if ms[i].at == 0 {
			ms[i].at = w.turn(&ms[i])
		}
	}
	slices.SortStableFunc(ms, func(a, b mention) int { return a.at - b.at })
	return ms
}

// namedInside are the full names of persons inside phrases for others, "a video posted by President Ida Orr": a later "Orr" goes
// back to her. Their turn is before that of the phrase, so that "she" goes back to the phrase first.
func (w *work) namedInside(ms []mention, taken []bool) []mention {
	d := w.m.Doc
	of := map[int32]*mention{}
	for i := range ms {
		for t := ms[i].first; t < ms[i].end; t++ {
			of[t] = &ms[i]
		}
	}
	var out []mention
	for _, n := range d.Names {
		m := of[n.First]
		if !taken[n.First] || n.Kind != parse.Person || n.End-n.First < 2 || m == nil || m.named || m.parts != nil || n.First == m.first {
			continue
		}
		first := max(titleStart(d, n.First), m.first+1)
		out = append(out, mention{nounPhrase: w.phraseOf(first, n.End), span: d.Range(first, n.End), at: max(1, m.span.Start-1)})
	}
	return out
}

// turn is the byte at which m's turn comes: its start, or that of its last part, since what it joins
// comes before it; or, for "I" and "we" in quoted words, that of their speaker who is named behind them: “We told
// them,” she said.
func (w *work) turn(m *mention) int {
	if n := len(m.parts); n > 0 {
		return w.m.Doc.Span(m.parts[n-1]).Start
	}
	at := m.span.Start
	if m.pronoun != "i" && m.pronoun != "we" {
		return at
	}
	for i := range w.m.Statements {
		s := &w.m.Statements[i]
		if len(s.Source) > 0 && s.Form != read.Indirect && s.Source[0].Start > at && slices.ContainsFunc(s.Content, func(c article.Span) bool { return c.Contains(m.span) }) {
			return s.Source[0].Start + 1
		}
	}
	return at
}

// parts are the mentions that m joins: "the diplomat" later goes back to one of "two officials and a diplomat".
func (w *work) parts(m *mention) []mention {
	d := w.m.Doc
	var out []mention
	for k, first := range m.parts {
		end := m.end
		if k+1 < len(m.parts) {
			end = m.parts[k+1]
		}
		for end > first+1 && (d.Tokens[end-1].UPOS == parse.CCONJ || d.Tokens[end-1].UPOS == parse.PUNCT) {
			end--
		}
		out = append(out, mention{nounPhrase: w.phraseOf(first, end), span: d.Range(first, end), part: true})
	}
	if out != nil {
		m.definite, m.plural, m.owner, m.noun, m.count = false, true, -1, "", 0
		for i := range out {
			p := &out[i]
			n := p.count
			if p.named || p.definite && !p.plural {
				n = 1
			}
			if n == 0 {
				m.count = 0
				break
			}
			m.count += n
		}
	}
	return out
}

// goesOn says whether a statement goes on with the one before it: "he added", "the official continued".
func goesOn(d *parse.Doc, s *read.Statement) bool {
	switch d.Tokens[s.CueHead].Lemma {
	case "add", "continue", "conclude":
		return true
	}
	return false
}

// label is the role that statement s has in an interview, whose lines open with Q and A.
func label(d *parse.Doc, s *read.Statement) byte {
	if s.How == "transcript" {
		switch s.Source[0].Text(d.Text) {
		case "Q":
			return 'q'
		case "A":
			return 'a'
		}
	}
	return 0
}

// findQuotes marks the tokens that stand in quoted words.
func (w *work) findQuotes() {
	d := w.m.Doc
	w.inQuotes = make([]bool, len(d.Tokens)+1)
	for i := range w.m.Statements {
		s := &w.m.Statements[i]
		if s.Form == read.Indirect {
			continue
		}
		for _, c := range s.Content {
			in := s.Form == read.Direct
			for t := d.TokenAt(c.Start); int(t) < len(d.Tokens) && int(d.Tokens[t].Start) < c.End; t++ {
				switch word := d.Word(t); {
				case s.Form == read.Direct:
				case word == "“":
					in = true
				case word == "”":
					in = false
				case word == "\"" || word == "''":
					in = !in
				}
				w.inQuotes[t] = w.inQuotes[t] || in
			}
		}
	}
}

func isActor(k parse.NameKind) bool {
	return k == parse.Person || k == parse.Organisation || k == parse.Outlet
}

func isPersonal(d *parse.Doc, t int32) bool {
	if d.Tokens[t].UPOS != parse.PRON {
		return false
	}
	switch strings.ToLower(d.Word(t)) {
	case "he", "she", "him", "her", "his":
		return true
	}
	return false
}

// isOffice reports whether t heads a definite office: "the president".
func isOffice(d *parse.Doc, t int32) bool {
	if d.Tokens[t].XPOS != parse.XNN || !officeNouns[strings.ToLower(d.Tokens[t].Lemma)] {
		return false
	}
	_, definite := nounStart(d, t)
	return definite
}

// nounStart is the first token of the determiner and modifiers right before t, and whether "the" opens them.
func nounStart(d *parse.Doc, t int32) (first int32, definite bool) {
	first = t
	for i := t - 1; i >= 0 && i > t-6 && d.Tokens[i].Sentence == d.Tokens[t].Sentence; i-- {
		k := &d.Tokens[i]
		if strings.EqualFold(d.Word(i), "the") {
			return i, true
		}
		if k.UPOS != parse.ADJ && k.UPOS != parse.NOUN && k.UPOS != parse.PROPN {
			break
		}
		first = i
	}
	return first, false
}

// titleStart is the first token of the titles and modifiers right before a name.
func titleStart(d *parse.Doc, name int32) int32 {
	first := name
	for i := name - 1; i >= 0 && i > name-6 && d.Tokens[i].Sentence == d.Tokens[name].Sentence; i-- {
		k := &d.Tokens[i]
		if k.UPOS != parse.NOUN && k.UPOS != parse.PROPN && k.UPOS != parse.ADJ && !(strings.EqualFold(d.Word(i), "of") && i > 0 && titles[strings.ToLower(d.Word(i-1))]) {
			break
		}
		if k.UPOS == parse.NOUN || k.UPOS == parse.PROPN {
			first = i
		}
	}
	return first
}

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
		return w.findName(m)
	case m.partitive >= 0:
		return -1, ""
	case m.definite && m.owner < 0:
		if i, by := w.findDefinite(m); i >= 0 {
			return i, by
		}
		return w.findByTurn(m)
	case m.plural && !m.ordinal:
		return w.findSameWords(m)
	}
	return -1, ""
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
	for i := range w.lately() {
		e := &w.entities[i]
		if e.Name == "" {
			continue
		}
		if w.otherBody(m, e) || !w.couldShare(m, e) && !(m.title.Len() == 0 && opensName(e, name)) {
			continue
		}
		switch {
		case sameFamily(e.Name, name, family), isAcronym(e.Name, name), isAcronym(name, e.Name), shortened(e, name), opensName(e, name), w.givenAndTitle(m, e, name):
			found = i
			n++
		}
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
		if e := &w.entities[i]; e.Name == "" && e.Kind == Person && !e.Anonymous && officeNouns[e.noun] && slices.Contains(title, e.noun) && sameOffice(e, title) {
			found = i
			n++
		}
	}
	if n != 1 {
		return -1, ""
	}
	return found, "office, then named"
}

// sameOffice says whether a title has every word that tells e's office from others: "the defence minister" is no Foreign
// Minister.
func sameOffice(e *entity, title []string) bool {
	words := strings.Fields(strings.ToLower(strings.ReplaceAll(e.Description, "’", "'")))
	whose := slices.IndexFunc(words, func(f string) bool { return strings.HasSuffix(f, "'s") || strings.HasSuffix(f, "s'") })
	if whose < 0 && (len(words) == 0 || words[0] != "the") {
		return true
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

// isAcronym reports whether short is made of the initials of long's words: IAEA, International Atomic Energy Agency.
func isAcronym(long, short string) bool {
	if len(short) < 2 || strings.ToUpper(short) != short || strings.Contains(short, " ") {
		return false
	}
	var b strings.Builder
	for _, f := range strings.Fields(long) {
		if f[0] >= 'A' && f[0] <= 'Z' {
			b.WriteByte(f[0])
		}
	}
	return b.Len() > 1 && b.String() == strings.ReplaceAll(short, ".", "")
}

// shortened reports whether name is the end of an organisation's name: the Ledger, the Northern Ledger.
func shortened(e *entity, name string) bool {
	return e.Kind != Person && len(name) > 3 && strings.HasSuffix(strings.ToLower(e.Name), " "+strings.ToLower(name))
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

// findDefinite looks for whom "the president", "the company", "the officials" goes back to.
func (w *work) findDefinite(m *mention) (int, string) {
	best, n, why := -1, 0, ""
	for i := range w.lately() {
		e := &w.entities[i]
		reason := w.goesBack(m, e)
		if reason == "" {
			continue
		}
		n++
		if best < 0 || w.salience(e, m) > w.salience(&w.entities[best], m) {
			best, why = i, reason
		}
	}
	if n > 1 {
		why += ", the most mentioned of several"
	} else if n == 1 {
		why += ", one candidate"
	}
	return best, why
}

// goesBack is why the definite phrase m can stand for e, or "".
func (w *work) goesBack(m *mention, e *entity) string {
	switch {
	case m.plural:
		if e.plural && e.noun == m.noun && (m.count == 0 || m.count == e.Count) {
			return "the same noun"
		}
		if e.plural && e.Anonymous && m.count == 0 && (m.noun == "source" || m.noun == "people") && insiders[e.noun] && m.end-m.first <= 2 {
			return "the unnamed group"
		}
		return ""
	case e.plural:
		return ""
	case slices.Contains(e.roles, m.noun):
		if !w.sameModifiers(m, e) {
			return ""
		}
		return "office"
	case e.noun == m.noun && e.Kind != Group && !w.otherModifiers(m, e):
		return "the same noun"
	case outletNouns[m.noun] && e.Kind == Outlet && m.end-m.first <= 2:
		return "the outlet"
	case epithets[m.noun] && e.Kind == Person && e.Name != "" && w.justSpoke(m, e):
		return "the one just named"
	case m.noun == "report" && e.Kind == Outlet && e.saidAt >= 0:
		return "the outlet’s report"
	case organisationNouns[m.noun] && m.end-m.first <= 2 && e.Kind == Organisation && e.Name != "" && endsIn(e.Name, m.noun):
		return "the same noun"
	case generalBodies[m.noun] && !stateBodies[e.noun] && e.Kind == Organisation && e.Name != "" && m.end-m.first <= 3 && int(w.m.Doc.Tokens[m.head].Sentence-w.m.Doc.Tokens[e.lastTok].Sentence) <= pronounReach && !w.isPlace(e.Name):
		return "the organisation"
	}
	return ""
}

// findByTurn is the person known by a family name alone, as only the best known are, who spoke last in m's own
// paragraph, if m is a high office that nobody in the report is said to hold: “I said to Tim …,” the president told an audience, after what Trump said.
func (w *work) findByTurn(m *mention) (int, string) {
	i := w.lastSaid
	if !m.said || m.quoted || i < 0 || !highOffices[m.noun] {
		return -1, ""
	}
	e := &w.entities[i]
	if e.Kind != Person || e.Name == "" || strings.Contains(e.Name, " ") || e.Role != "" || w.paragraph(e.lastTok) != w.paragraph(m.head) {
		return -1, ""
	}
	for k := range w.entities {
		if slices.Contains(w.entities[k].roles, m.noun) {
			return -1, ""
		}
	}
	return i, "the one who spoke before"
}

// justSpoke says whether e was named, or spoke, in the two sentences before m.
func (w *work) justSpoke(m *mention, e *entity) bool {
	far := w.m.Doc.Tokens[m.head].Sentence - w.m.Doc.Tokens[e.lastTok].Sentence
	return e.lastTok < m.head && far <= 2 && (e.saidAt >= 0 || e.lastSubj)
}

// otherModifiers says whether m and a nameless e are told apart by a modifier that each has and the other has
// not: "the Interior Ministry", "the health ministry".
func (w *work) otherModifiers(m *mention, e *entity) bool {
	if w.otherBody(m, e) {
		return true
	}
	if e.Name != "" || m.head <= m.first+1 {
		return false
	}
	words := strings.ToLower(e.Description)
	for i := m.first + 1; i < m.head; i++ {
		if t := &w.m.Doc.Tokens[i]; (t.UPOS == parse.NOUN || t.UPOS == parse.PROPN || t.UPOS == parse.ADJ) && !strings.Contains(words, strings.ToLower(w.m.Doc.Word(i))) {
			return strings.Contains(strings.TrimPrefix(words, "the "), " ")
		}
	}
	return false
}

// sameModifiers reports whether a modified office ("the defence secretary") can be e's: each
// modifier stands among the words of e's role. A bare one ("the secretary") can be anybody's.
func (w *work) sameModifiers(m *mention, e *entity) bool {
	d := w.m.Doc
	role := strings.ToLower(e.Role + " " + e.Description)
	for i := m.first; i < m.head; i++ {
		if t := &d.Tokens[i]; t.UPOS == parse.ADJ || t.UPOS == parse.NOUN || t.UPOS == parse.PROPN {
			if !strings.Contains(role, strings.ToLower(d.Word(i))) {
				return false
			}
		}
	}
	return true
}

func endsIn(name, noun string) bool { return strings.HasSuffix(strings.ToLower(name), noun) }

// salience is how present e is to the reader at m: its mentions so far, and more if it stood in this paragraph.
func (w *work) salience(e *entity, m *mention) int {
	s := e.seen
	if m.plural {
		s += e.Count // "the officials" are all three rather than the two of them who spoke last
	}
	if epithets[m.noun] || generalBodies[m.noun] { // these go back to whom the reader has in mind: the last one
		s = -3 * int(w.m.Doc.Tokens[m.head].Sentence-w.m.Doc.Tokens[e.lastTok].Sentence)
		if e.lastSubj && e.saidAt >= 0 {
			s++ // who spoke, before whom it spoke of
		}
	}
	if w.paragraph(e.lastTok) == w.paragraph(m.head) {
		s += 2
	}
	return s
}

func (w *work) paragraph(t int32) int32 {
	d := w.m.Doc
	return d.Sentences[d.Tokens[t].Sentence].Paragraph
}

// findSameWords merges groups that are named in the same words: "residents said … residents said".
func (w *work) findSameWords(m *mention) (int, string) {
	for i := range w.lately() {
		if strings.EqualFold(w.entities[i].Description, m.span.Text(w.m.Doc.Text)) {
			return i, "same words"
		}
	}
	return -1, ""
}

// memory is how many mentions back a name or a definite phrase looks: more than any report has, and a
// bound on the work for a book.
const memory = 600

// lately are the entities of the last mentions, the latest first, each once.
func (w *work) lately() iter.Seq[int] {
	return func(yield func(int) bool) {
		w.stamp++
		for k := len(w.recent) - 1; k >= max(0, len(w.recent)-memory); k-- {
			i := w.recent[k]
			if w.entities[i].stamp == w.stamp {
				continue
			}
			w.entities[i].stamp = w.stamp
			if !yield(i) {
				return
			}
		}
	}
}

// nameText is the name in m.
func (w *work) nameText(m *mention) string {
	first := m.name.First
	for first+1 < m.name.End && w.m.Doc.Tokens[first].UPOS == parse.DET {
		first++
	}
	end := m.name.End
	if end > first+1 && w.m.Doc.Tokens[end-1].XPOS == parse.XPOS_ {
		end--
	}
	return w.m.Doc.Range(first, end).Text(w.m.Doc.Text)
}

// isPlace reports whether a name is a country's or a capital's.
func (w *work) isPlace(name string) bool {
	for _, p := range gazetteer.Lookup(nil, gazetteer.Fold(nil, name)) {
		if !p.Weak && (p.Kind == gazetteer.Country || p.Capital) {
			return true
		}
	}
	return false
}
