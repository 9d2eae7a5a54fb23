package resolve

import (
	"regexp"
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
	noun      string   // head noun of a nameless one, lower case
	called    string   // the longest words that a nameless one was called by, see bodyWords
	roles     []string // head nouns of titles and roles, lower case
	plural    bool
	gender    byte // 'm', 'f' or 0
	cited     bool
	seen      int   // mentions of any kind
	lastTok   int32 // of the last mention
	lastSubj  bool  // that one was a subject
	lastNamed bool  // it had a name
	saidAt    int   // sentence of the last statement it made, or -1
	quoted    bool  // its last mention stands in quoted words, where others speak of it
	before    int   // of "another", "a third": the entity whose noun it takes, or -1
	members   []int // the entities that its words join
	partOf    int   // the phrase that joins it with others, "residents and an official", or -1
	stamp     int   // of the last search that came by
	firm      bool  // it was called a company
	some      bool  // some of a group: "two of the officials"
}

// A mention is a phrase in the text that stands for an entity.
type mention struct {
	nounPhrase
	span   article.Span
	at     int // the byte of its turn in the order of resolving
	cited  bool
	said   bool // the source of a statement
	goesOn bool // of one that goes on with the last: "he added"
	line   bool // before a line of a transcript
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
		if known, _ := parse.OutletName(spans[0].Text(d.Text)); m.via && (known != "" || !m.named && !(m.definite && m.noun != "")) {
			m.name, m.named, m.pronoun = parse.Name{First: first, End: end, Kind: parse.Outlet}, true, ""
		}
		if m.line && w.fullName(first, end) {
			m.name, m.named, m.pronoun = parse.Name{First: first, End: end, Kind: parse.Person}, true, ""
		}
		ms = append(ms, w.parts(&m)...)
		ms = append(ms, m)
		for i := first; i < end; i++ {
			taken[i] = true
		}
	}
	asks := w.questioner()
	for i := range w.m.Statements {
		s := &w.m.Statements[i]
		cite(s.Source, mention{said: true, label: label(d, s, asks), goesOn: goesOn(d, s), line: s.How == "transcript"})
		cite(s.Through, mention{})
		cite(s.Citing, mention{})
		cite(s.Via, mention{via: true})
	}
	told := map[int32]bool{}
	for i := range w.m.Statements {
		told[d.Tokens[w.m.Statements[i].CueHead].Sentence] = true
	}
	for i := range w.m.NonStatements {
		if s := w.m.NonStatements[i].Source; s.Len() > 0 {
			// Who declined to say more is "he" of the next sentence, where nobody else speaks in his own.
			cite([]article.Span{s}, mention{said: !told[d.Tokens[d.TokenAt(s.Start)].Sentence]})
		}
	}
	ms = append(ms, w.namedInside(ms, taken)...)
	ms = w.uncited(ms, taken)
	for i := range ms {
		ms[i].quoted = w.inQuotes[ms[i].head]
		if ms[i].at == 0 {
			ms[i].at = w.turn(&ms[i])
		}
	}
	slices.SortStableFunc(ms, func(a, b mention) int { return a.at - b.at })
	return ms
}

// fullName reports whether the label of a transcript's line, from first to end, is two or three capital words of which none tells what
// somebody is: "NINA FROST", and not "POLICE SPOKESMAN".
func (w *work) fullName(first, end int32) bool {
	if end-first != 2 && end-first != 3 {
		return false
	}
	for i := first; i < end; i++ {
		word := strings.ToLower(w.m.Doc.Word(i))
		if human(word) || titles[word] || officeNouns[word] || generalBodies[word] || organisationNouns[word] || outletNouns[word] || word == "the" || !isCapital(w.m.Doc.Word(i)) || len(word) < 2 {
			return false
		}
	}
	return true
}

// uncited adds the mentions that nobody is cited by: names, with the office that commas set behind them, pronouns and offices. taken are the tokens
// of mentions so far.
func (w *work) uncited(ms []mention, taken []bool) []mention {
	d := w.m.Doc
	filed := article.Dateline(d.Text)
	for _, n := range d.Names {
		if n.Kind != parse.Outlet && d.Range(n.First, n.End).End <= filed {
			continue // where a report was filed is nobody: no "agency" goes back to the PORT SENNET before it
		}
		if !taken[n.First] && isActor(n.Kind) && !photoCredit(d, n) {
			first := titleStart(d, n.First)
			end := n.End
			if n.Kind == parse.Person {
				first, end = w.calledStart(first, n.First), w.officeBehind(n.End)
			}
			ms = append(ms, mention{nounPhrase: w.phraseOf(first, end), span: d.Range(first, n.End)})
			for i := first; i < end; i++ {
				taken[i] = true
			}
		}
	}
	for i := range d.Tokens {
		if t := int32(i); !taken[t] && (isPersonal(d, t) || isOffice(d, t) || isInsider(d, t)) {
			first := t
			if !isPersonal(d, t) {
				first, _ = nounStart(d, t)
			}
			if !taken[first] {
				ms = append(ms, mention{nounPhrase: w.phraseOf(first, t+1), span: d.Range(first, t+1)})
			}
		}
	}
	return ms
}

// photoCredit reports whether name n is an agency in capitals or who took a picture for it: "REUTERS/Ana Ruiz".
func photoCredit(d *parse.Doc, n parse.Name) bool {
	agency := func(i int32) bool {
		w := d.Word(i)
		return len(w) > 1 && strings.ToUpper(w) == w || w == "Images"
	}
	return n.First > 1 && d.Word(n.First-1) == "/" && d.At(n.First-1).End == d.Tokens[n.First].Start && agency(n.First-2) ||
		int(n.End)+1 < len(d.Tokens) && d.Word(n.End) == "/" && d.At(n.End).End == d.Tokens[n.End+1].Start && agency(n.End-1)
}

// namedInside are the full names of persons and firms inside phrases for others, "a video posted by President Ida Orr", "Calder Lifting's bosses": a later
// "Orr" goes back to her. Their turn is before that of the phrase, so that "she" goes back to the phrase first.
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
		firm := firmWords[d.Word(n.End-1)]
		if !taken[n.First] || n.Kind != parse.Person && !firm || n.End-n.First < 2 || m == nil || m.named || m.parts != nil || n.First == m.first && !firm {
			continue
		}
		first := n.First
		if !firm {
			first = max(titleStart(d, n.First), m.first+1)
		}
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
		for end > first+1 && (d.At(end-1).UPOS == parse.CCONJ || d.At(end-1).UPOS == parse.PUNCT) {
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

// label is the role that statement s has in an interview, whose lines open with Q and A, or with asks before the questions.
func label(d *parse.Doc, s *read.Statement, asks string) byte {
	if s.How == "transcript" {
		switch s.Source[0].Text(d.Text) {
		case "Q", asks:
			return 'q'
		case "A":
			return 'a'
		}
	}
	return 0
}

// questioner is the short label, "NP" for an outlet's reporter, whose lines are nearly all questions in an interview of two, or "Q".
func (w *work) questioner() string {
	lines, questions := map[string]int{}, map[string]int{}
	for i := range w.m.Statements {
		if s := &w.m.Statements[i]; s.How == "transcript" {
			name := s.Source[0].Text(w.m.Doc.Text)
			lines[name]++
			if strings.HasSuffix(s.Content[len(s.Content)-1].Text(w.m.Doc.Text), "?") {
				questions[name]++
			}
		}
	}
	asks, n := "Q", 0
	for name, k := range questions {
		if k >= 3 && 4*k >= 3*lines[name] {
			asks = name
			n++
		}
	}
	if n != 1 || len(lines) != 2 || len(asks) > 4 {
		return "Q"
	}
	return asks
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

// isInsider reports whether t heads a definite phrase for unnamed sources that is a subject, as where they are told of: "The officials spoke on
// condition of anonymity."
func isInsider(d *parse.Doc, t int32) bool {
	lemma := strings.ToLower(d.Tokens[t].Lemma)
	if d.Tokens[t].Label != parse.Nsubj || !insiders[lemma] || lemma == "people" || lemma == "person" {
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

// ownerStart is the first token of whose the phrase is that begins at token t, "the premier's" of "the premier's office", or t.
func ownerStart(d *parse.Doc, t int32) int32 {
	if t < 2 || d.Tokens[t-1].Sentence != d.Tokens[t].Sentence {
		return t
	}
	switch d.Word(t - 1) {
	case "'s", "’s", "'", "’":
		first, _ := nounStart(d, t-2)
		return first
	}
	return t
}

// titleStart is the first token of the titles and modifiers right before a name.
func titleStart(d *parse.Doc, name int32) int32 {
	first := name
	for i := name - 1; i >= 0 && i > name-6 && d.Tokens[i].Sentence == d.Tokens[name].Sentence; i-- {
		k := &d.Tokens[i]
		if k.UPOS != parse.NOUN && k.UPOS != parse.PROPN && k.UPOS != parse.ADJ && k.XPOS != parse.XNNP && !(strings.EqualFold(d.Word(i), "of") && i > 0 && titles[strings.ToLower(d.Word(i-1))]) {
			break
		}
		if k.UPOS == parse.NOUN || k.UPOS == parse.PROPN || first == i+1 && d.Tokens[first].UPOS == parse.PROPN && isCapital(d.Word(i)) { // "United States Senator"
			first = i
		}
	}
	return first
}

// officeBehind is the end of the office that commas set behind a name which ends before token t, "Eva Orr, the minister of health, visited …", or t.
func (w *work) officeBehind(t int32) int32 {
	d := w.m.Doc
	if int(t)+3 >= len(d.Tokens) || d.Word(t) != "," || !strings.EqualFold(d.Word(t+1), "the") {
		return t
	}
	office := false
	for i := t + 2; i < t+10 && int(i) < len(d.Tokens) && d.Tokens[i].Sentence == d.Tokens[t].Sentence; i++ {
		switch u := d.Tokens[i].UPOS; {
		case d.Word(i) == ",":
			if office {
				return i
			}
			return t
		case u == parse.VERB || u == parse.AUX || u == parse.PRON || u == parse.CCONJ:
			return t
		case u == parse.NOUN && officeNouns[strings.ToLower(d.Tokens[i].Lemma)]:
			office = true
		}
	}
	return t
}

// calledStart is where the words before a person's name begin to tell what that person is, or the name: "money Orr had saved" tells nothing of Orr.
func (w *work) calledStart(first, name int32) int32 {
	d := w.m.Doc
	for i := first; i < name; i++ {
		word, lemma := strings.ToLower(d.Word(i)), strings.ToLower(d.Tokens[i].Lemma)
		if human(lemma) || titles[word] || d.Tokens[i].UPOS == parse.PROPN || generalBodies[lemma] || organisationNouns[lemma] || outletNouns[lemma] {
			return first
		}
	}
	return name
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
	return nickname.ReplaceAllString(w.m.Doc.Range(first, end).Text(w.m.Doc.Text), " ")
}

// nickname is one in quotation marks within a name, which is left out of it.
var nickname = regexp.MustCompile(` ["“‘'][^"“”‘’' ]+["”’'] `)

// isPlace reports whether a name is a country's or a capital's.
func (w *work) isPlace(name string) bool {
	for _, p := range gazetteer.Lookup(nil, gazetteer.Fold(nil, name)) {
		if !p.Weak && (p.Kind == gazetteer.Country || p.Capital) {
			return true
		}
	}
	return false
}
