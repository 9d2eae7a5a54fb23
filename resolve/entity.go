package resolve

import (
	"iter"
	"slices"
	"strings"

	"sayso/article"
	"sayso/parse"
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
	stamp    int   // of the last search that came by
}

// A mention is a phrase in the text that stands for an entity.
type mention struct {
	nounPhrase
	span  article.Span
	cited bool
}

// mentions are the phrases to resolve, in text order: every cited one, and every name, pronoun and
// office, since these are what later mentions go back to.
func (w *work) mentions() []mention {
	d := w.m.Doc
	var ms []mention
	taken := make([]bool, len(d.Tokens))
	cite := func(spans []article.Span) {
		if len(spans) == 0 {
			return
		}
		first, end := d.TokenAt(spans[0].Start), d.TokenAt(spans[0].End-1)+1
		if first >= end || int(end) > len(d.Tokens) || taken[first] {
			return
		}
		ms = append(ms, mention{nounPhrase: w.phraseOf(first, end), span: spans[0], cited: true})
		for i := first; i < end; i++ {
			taken[i] = true
		}
	}
	for i := range w.m.Statements {
		s := &w.m.Statements[i]
		cite(s.Source)
		cite(s.Through)
		cite(s.Citing)
		cite(s.Via)
	}
	for i := range w.m.NonStatements {
		if s := w.m.NonStatements[i].Source; s.Len() > 0 {
			cite([]article.Span{s})
		}
	}
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
			first, _ := nounStart(d, t)
			if !taken[first] {
				ms = append(ms, mention{nounPhrase: w.phraseOf(first, t+1), span: d.Range(first, t+1)})
			}
		}
	}
	slices.SortStableFunc(ms, func(a, b mention) int { return a.span.Start - b.span.Start })
	return ms
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
	case m.pronoun != "":
		return w.findPronoun(m)
	case m.named:
		return w.findName(m)
	case m.partitive >= 0:
		return -1, ""
	case m.definite && m.owner < 0:
		return w.findDefinite(m)
	case m.plural && !m.ordinal:
		return w.findSameWords(m)
	}
	return -1, ""
}

// findName looks for the same name; for persons, for one person with the same family name.
func (w *work) findName(m *mention) (int, string) {
	d := w.m.Doc
	name := w.nameText(m)
	family := strings.ToLower(d.Word(m.name.End - 1))
	for _, i := range w.byName[family] {
		if strings.EqualFold(w.entities[i].Name, name) {
			return i, "same name"
		}
	}
	found, n := -1, 0
	for i := range w.lately() {
		e := &w.entities[i]
		if e.Name == "" {
			continue
		}
		if !w.couldShare(m, e) {
			continue
		}
		switch {
		case sameFamily(e.Name, name, family), isAcronym(e.Name, name), isAcronym(name, e.Name), shortened(e, name):
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
	return -1, ""
}

// couldShare reports whether m's kind of name allows it to be e.
func (w *work) couldShare(m *mention, e *entity) bool {
	person := m.name.Kind == parse.Person
	if m.name.Kind == parse.OtherName {
		return true
	}
	return person == (e.Kind == Person)
}

// sameFamily reports whether one of two personal names is the other's family name alone.
func sameFamily(a, b, family string) bool {
	aw, bw := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	if len(aw) == 0 || len(bw) == 0 || aw[len(aw)-1] != bw[len(bw)-1] || family != aw[len(aw)-1] {
		return false
	}
	if len(aw) == 1 || len(bw) == 1 {
		return true
	}
	return aw[0] == bw[0] // Pete B. Hegseth and Pete Hegseth
}

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
		return ""
	case e.plural:
		return ""
	case slices.Contains(e.roles, m.noun):
		if !w.sameModifiers(m, e) {
			return ""
		}
		return "office"
	case e.noun == m.noun && e.Kind != Group:
		return "the same noun"
	case outletNouns[m.noun] && e.Kind == Outlet:
		return "the outlet"
	case m.noun == "report" && e.Kind == Outlet && e.saidAt >= 0:
		return "the outlet’s report"
	case organisationNouns[m.noun] && m.end-m.first <= 2 && e.Kind == Organisation && e.Name != "" && endsIn(e.Name, m.noun):
		return "the same noun"
	case (m.noun == "company" || m.noun == "firm" || m.noun == "group") && m.end-m.first <= 2 && e.Kind == Organisation && e.Name != "":
		return "the organisation"
	}
	return ""
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
