package resolve

import (
	"strings"

	"sayso/parse"
	"sayso/read"
)

// What kind of source a mention is.

// kind is what kind of source m is, and whether nobody is named.
func (w *work) kind(m *mention) (SourceKind, bool) {
	switch {
	case m.parts != nil:
		return Group, w.allUnnamed(m)
	case m.pronoun == "they" || m.pronoun == "we":
		return Group, true
	case m.pronoun == "it":
		return Organisation, false
	case m.pronoun == "this" || m.pronoun == "that" || m.pronoun == "what" || m.pronoun == "which":
		return Document, false // "This shows that …"
	case manyPronouns[m.pronoun]:
		return Group, true
	case m.pronoun != "":
		return Person, m.pronoun != "he" && m.pronoun != "she"
	case m.named:
		return w.nameKind(m), false
	}
	return nounKind(m)
}

// allUnnamed says whether nobody of those whom m joins is named.
func (w *work) allUnnamed(m *mention) bool {
	for _, first := range m.parts {
		if k, ok := w.partAt[w.m.Doc.Span(first).Start]; !ok || !w.entities[k].Anonymous {
			return false
		}
	}
	return true
}

// nameKind is the kind of a source with a name, by the name and the words beside it.
func (w *work) nameKind(m *mention) SourceKind {
	if m.via {
		if isPlatform(w.nameText(m)) {
			return Organisation
		}
		return Outlet
	}
	if m.title.Len() == 0 && w.isPlace(w.nameText(m)) {
		return Organisation // "Abuja denied it"
	}
	if m.name.End-m.name.First == 1 && knownPeople[strings.ToLower(w.nameText(m))] {
		return Person // "Trump announced", in a brief without a first name
	}
	if m.name.End-m.name.First == 1 && m.title.Len() == 0 && m.appos == "" && w.locative(w.nameText(m)) {
		return Organisation // "Port Vale", where somebody was killed in Port Vale
	}
	if m.name.End-m.name.First == 1 && m.title.Len() == 0 && m.appos == "" && w.isLand(w.nameText(m)) {
		return Organisation
	}
	if m.name.Kind != parse.Outlet && m.name.End-m.name.First > 1 && (officeNouns[m.appos] || hisWords[m.appos] || herWords[m.appos] || human(m.appos) && !organisationNouns[m.appos]) {
		return Person // "Ama Orr, the sister of Ida Orr"
	}
	if first := strings.ToLower(w.m.Doc.Word(m.name.First)); stateBodies[first] && m.name.End-m.name.First > 2 && strings.EqualFold(w.m.Doc.Word(m.name.First+1), "of") {
		return Organisation // "Ministry of Maritime Affairs"
	}
	if m.name.Kind == parse.Person && m.name.End-m.name.First == 1 && m.title.Len() == 0 && m.appos == "" && strings.EqualFold(w.m.Doc.Word(m.name.First-1), "the") && m.name.First > m.first && !w.familyNames()[fold(w.m.Doc.Word(m.name.First))] {
		return Organisation // "the Beacon said": no person has an article
	}
	if m.title.Len() > 0 && publications[lastWord(m.title.Text(w.m.Doc.Text))] && m.title.Start < w.m.Doc.Span(m.name.First).Start {
		return Outlet // "the technology website the Ledge"
	}
	if apposedOutlets[m.appos] && m.title.Len() > 0 && m.name.Kind != parse.Place && m.title.Start > w.m.Doc.Span(m.name.First).Start {
		return Outlet // "Al Vale, a broadcaster of the north"
	}
	if m.name.Kind != parse.Outlet && w.letters(m) {
		return Organisation
	}
	return w.kindByEnding(m)
}

// kindByEnding is what kind of source a name is by the words that it ends in, or else by what the recogniser took it for.
func (w *work) kindByEnding(m *mention) SourceKind {
	last := strings.ToLower(w.m.Doc.Word(m.name.End - 1))
	switch {
	case w.titledBody(m), m.name.End-m.name.First > 1 && m.title.Len() == 0 && firmEndings[last]:
		return Organisation // "security firm Ambrey", "Orrin Minerals"
	case m.name.End-m.name.First > 1 && m.title.Len() == 0 && paperEndings[last]:
		return Outlet
	}
	if strings.EqualFold(w.m.Doc.Word(m.name.First), "channel") && m.name.End-m.name.First == 2 {
		return Outlet // Channel 12
	}
	if m.definite && m.name.End-m.name.First <= 2 && m.name.Kind != parse.Person && theOutlets[last] {
		return Outlet
	}
	if name := w.nameText(m); strings.EqualFold(name, strings.TrimPrefix(w.r.Article.Outlet, "The ")) || m.name.End-m.name.First > 1 && m.name.Kind != parse.Person && outletEndings[last] {
		return Outlet
	}
	if m.name.Kind == parse.Outlet {
		return Outlet
	}
	if (m.name.End-m.name.First > 1 || m.name.Kind != parse.Person) && (m.name.Kind == parse.OtherName || m.definite) && (organisationNouns[last] || companyEndings[last]) {
		return Organisation
	}
	if organisationNouns[m.appos] && m.name.Kind != parse.Outlet && !strings.Contains(w.nameText(m), " ") {
		return Organisation
	}
	if w.saysOfItself(m) {
		return Organisation
	}
	switch m.name.Kind {
	case parse.Outlet:
		return Outlet
	case parse.Organisation, parse.Place:
		return Organisation
	case parse.Document, parse.Law:
		return Document
	case parse.OtherName, parse.EventName, parse.Weapon:
		if m.definite && m.title.Len() == 0 {
			return Organisation // "the Hostages Forum"
		}
		if w.m.Doc.Tokens[m.name.End-1].XPOS == parse.XNNPS && !isAcronymWord(w.m.Doc.Word(m.name.End-1)) {
			return Group
		}
		if m.name.Kind != parse.OtherName || m.title.Len() == 0 && m.name.End-m.name.First < 2 {
			return Organisation
		}
	}
	return Person
}

// saysOfItself says whether m, one word that is nobody's family name in the report, tells what "it" does: "Norrfisk said that it would close two
// plants".
func (w *work) saysOfItself(m *mention) bool {
	d := w.m.Doc
	if m.name.Kind != parse.Person || m.name.End-m.name.First != 1 || m.title.Len() > 0 || m.appos != "" || w.familyNames()[fold(d.Word(m.name.First))] {
		return false
	}
	name := d.At(m.name.First)
	if name.Head < 0 || name.Label != parse.Nsubj {
		return false
	}
	told := d.Child(name.Head, parse.Ccomp)
	if told < 0 || d.Tokens[told].UPOS != parse.VERB || happens[d.Tokens[told].Lemma] {
		return false
	}
	it := d.Child(told, parse.Nsubj)
	return it >= 0 && strings.EqualFold(d.Word(it), "it") && d.Child(told, parse.Ccomp, parse.Csubj, parse.Expl) < 0
}

// happens are verbs whose "it" is often no body: "Orr said it took years".
var happens = words(`take seem appear become happen remain matter look sound rain snow turn follow mean make help last come go`)

// letters says whether m's name is letters that stand for a body's: "HBK and SAPO said". A family name in capitals is somebody's elsewhere in the
// report, or stands with a title or in a headline's capitals.
func (w *work) letters(m *mention) bool {
	d := w.m.Doc
	if m.name.End-m.name.First != 1 || m.title.Len() > 0 || m.appos != "" || !isAcronymWord(d.Word(m.name.First)) || len(d.Word(m.name.First)) > 7 || w.familyNames()[fold(d.Word(m.name.First))] {
		return false
	}
	s := &d.Sentences[d.Tokens[m.name.First].Sentence]
	for t := s.First; t < s.End; t++ {
		if word := d.Word(t); len(word) > 1 && strings.ToLower(word) == word && strings.ToUpper(word) != word {
			return true
		}
	}
	return false
}

// titledBody says whether the words before m's name call it a body: "security firm Ambrey".
func (w *work) titledBody(m *mention) bool {
	if !m.named || m.title.Len() == 0 || m.title.Start > w.m.Doc.Span(m.name.First).Start {
		return false
	}
	title := m.title.Text(w.m.Doc.Text)
	last := lastWord(title)
	return generalBodies[last] && last != "operator" && !strings.Contains(title, ",") && !strings.Contains(title, " of ")
}

// nounKind is the kind of a source that no name stands for. A definite office ("the president") is
// one person in particular; all other people without a name are anonymous.
func nounKind(m *mention) (SourceKind, bool) {
	one := !m.plural
	switch {
	case documentNouns[m.noun], m.freshFigures:
		return Document, false
	case organisationNouns[m.noun] && one, m.noun == "police" || m.noun == "authorities", m.noun == "guard" && (m.definite || m.owner >= 0) && m.head > m.first+1: // the coast guard
		return Organisation, false
	case m.definite && one && m.capital:
		return Organisation, false // "the Treasury"
	case outletNouns[m.noun] && one:
		return Outlet, false
	case m.noun == "media" || m.noun == "press" || outletNouns[m.noun] || organisationNouns[m.noun]:
		return Group, false
	case m.partitive < 0 && !m.bare && (read.EventNoun(m.noun) || thingNoun(m.noun)):
		return Document, false // "the sinking shows …", "initial testing indicated …"
	case m.plural || m.partitive >= 0 && m.count > 1 || m.noun == "some" || m.noun == "other" || m.noun == "many" || m.noun == "several":
		return Group, true
	case m.definite && officeNouns[m.noun]:
		return Person, false
	case m.partitive < 0 && !m.bare && m.common && !human(m.noun) && !human(m.core):
		if organisationNouns[m.core] || premises[m.noun] || generalBodies[m.noun] {
			return Organisation, false
		}
		return Document, false // "the rhetoric suggests …", "his profile says …"
	}
	return Person, true
}

// premises speak for who runs them: "the port said".
var premises = words(`port airport harbour harbor railway plant factory mill mine refinery hotel store zoo stadium theatre theater shipyard farm gallery restaurant resort terminal carrier manufacturer library`)

// manyPronouns stand for several: "those who stayed said".
var manyPronouns = words(`those these some many others most all both few several none`)

// thingNoun says whether a noun's ending tells that it is nobody: "testing", "confirmation", "measurement".
func thingNoun(noun string) bool {
	for _, end := range [...]string{"ing", "tion", "sion", "ment", "ance", "ence"} {
		if len(noun) > len(end)+3 && strings.HasSuffix(noun, end) {
			return !personEndings[noun]
		}
	}
	return false
}
