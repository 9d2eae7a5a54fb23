package resolve

import (
	"iter"
	"slices"
	"strings"

	"sayso/parse"
)

// Who a mention without a name goes back to: by its noun, by whose turn it is to speak, by the same words.

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
	case m.noun == "army" && rebelArmy(e.Name):
		return ""
	case m.plural:
		if e.plural && e.noun == m.noun && (m.count == 0 || m.count == e.Count) {
			return "the same noun"
		}
		if n, ok := numberOf(m.noun); e.plural && m.definite && (ok && n == e.Count || (m.noun == "pair" || m.noun == "both") && e.Count == 2) {
			return "as many" // "two officials said … the two said"
		}
		if e.plural && e.Anonymous && m.count == 0 && (m.noun == "source" || m.noun == "people") && insiders[e.noun] && m.end-m.first <= 2 {
			return "the unnamed group"
		}
		return ""
	case e.plural:
		return ""
	case (m.noun == "person" || m.noun == "source") && w.pointsBack(m.head-1) && e.Kind == Person && e.Anonymous && e.Name == "" && w.justSpoke(m, e):
		return "the same person"
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
	case tellings[m.noun] && m.end-m.first <= 2 && e.saidAt >= 0 && e.Kind != Document && w.m.Doc.Tokens[m.head].Sentence-int32(e.saidAt) <= 2 && w.lastSaid >= 0 && &w.entities[w.lastSaid] == e:
		return "what was just said"
	case reportNouns[m.noun] && e.Kind == Outlet && e.saidAt >= 0 && !w.namesOther(m) && m.end-m.first <= 3:
		return "the outlet’s report"
	case organisationNouns[m.noun] && m.end-m.first <= 2 && e.Kind == Organisation && e.Name != "" && endsIn(e.Name, m.noun):
		return "the same noun"
	case generalBodies[m.noun] && !stateBodies[e.noun] && e.Kind == Organisation && e.Name != "" && m.end-m.first <= 3 && int(w.m.Doc.Tokens[m.head].Sentence-w.m.Doc.Tokens[e.lastTok].Sentence) <= pronounReach && !w.isPlace(e.Name) && !otherTrade(m.noun, e) && !inPassing(m, e):
		return "the organisation"
	}
	return ""
}

// inPassing says whether m tells with a word of its own which body it is, and e was named without a part in what is told: "cheese made by Lindal Dairy, the
// food agency said".
func inPassing(m *mention, e *entity) bool {
	return m.end-m.first > 2 && !anyBody[m.noun] && !e.lastSubj && e.saidAt < 0
}

// otherTrade says whether e is known for a body of one sort, by its name or the words before it, and noun is one of another: "the savings
// bank" is no news agency.
func otherTrade(noun string, e *entity) bool {
	if anyBody[noun] {
		return false
	}
	own := append([]string{e.noun, strings.ToLower(lastWord(e.Name))}, e.roles...)
	if slices.Contains(own, noun) {
		return false
	}
	if watchers[noun] && (firmWords[lastWord(e.Name)] || e.firm) {
		return true // "the regulator" is not the dairy that it looks into
	}
	return slices.ContainsFunc(own, func(w string) bool { return generalBodies[w] && !anyBody[w] })
}

// watchers are nouns for bodies that watch over firms.
var watchers = words(`regulator watchdog agency authority board commission ministry department inspectorate council`)

// rebelArmy says whether a body named for an army is none of a state's: "the army" is the other one, which fights the Hill Liberation Army.
func rebelArmy(name string) bool {
	name = strings.ToLower(name)
	return !strings.HasPrefix(name, "people's ") && (strings.Contains(name, "liberation") || strings.Contains(name, "resistance") || strings.Contains(name, "independence") || strings.Contains(name, "freedom"))
}

// tellings are nouns for what somebody has just said, which speak for who said it: "The account contradicts …".
var tellings = words(`account version testimony remark comment recollection retelling`)

// anyBody are nouns for bodies of every sort.
var anyBody = words(`company firm group organisation organization body chain operator`)

// namesOther says whether a name stands before m's noun: "the Vale report" is no report of the paper that was spoken of.
func (w *work) namesOther(m *mention) bool {
	for i := m.first; i < m.head; i++ {
		if w.m.Doc.Tokens[i].UPOS == parse.PROPN {
			return true
		}
	}
	return false
}

// ranked reports whether the last speaker, of whom nothing but a rank is told and who alone was cited so far, goes on under the command m:
// "Admiral Pia Storm said …", "the chief of the fleet told …".
func (w *work) ranked(m *mention) bool {
	if !m.definite || !m.said || m.quoted || m.plural || w.lastSaid < 0 || !commands[m.noun] || !w.overForce(m) {
		return false
	}
	e := &w.entities[w.lastSaid]
	if e.Kind != Person || e.Name == "" || e.Role == "" || w.m.Doc.Tokens[m.head].Sentence-int32(e.saidAt) > 2 {
		return false
	}
	if slices.ContainsFunc(strings.Fields(strings.ToLower(e.Role)), func(r string) bool { return !ranks[r] }) {
		return false
	}
	for k := range w.entities {
		if o := &w.entities[k]; o != e && o.Kind == Person && (o.cited || o.Role != "") {
			return false
		}
	}
	return true
}

// overForce reports whether m's words name an armed force or its staff.
func (w *work) overForce(m *mention) bool {
	for i := m.first; i < m.end; i++ {
		if forces[strings.ToLower(w.m.Doc.Tokens[i].Lemma)] {
			return true
		}
	}
	return false
}

var (
	// ranks are titles that say nothing of the command held.
	ranks    = words(`general admiral colonel major captain lieutenant brigadier marshal commodore gen adm col maj capt lt brig gen. adm. col. maj. capt. lt. brig.`)
	commands = words(`chief commander head commandant`)
	forces   = words(`army navy fleet force staff military brigade corps guard coastguard division regiment command marine squadron`)
)

// findByTurn is the person known by a family name alone, as only the best known are, who spoke last in m's own
// paragraph, or who alone spoke so far and whose quotation goes on, if m is a high office that nobody in the report is said to hold: “I said to Tim …,” the president told an audience, after what Trump said.
func (w *work) findByTurn(m *mention) (int, string) {
	i := w.lastSaid
	if !m.said || m.quoted || i < 0 || !highOffices[m.noun] {
		return -1, ""
	}
	e := &w.entities[i]
	if e.Kind != Person || e.Name == "" || e.Role != "" {
		return -1, ""
	}
	if (strings.Contains(e.Name, " ") || w.paragraph(e.lastTok) != w.paragraph(m.head)) && !w.goesOnQuoting(m, e) {
		return -1, ""
	}
	for k := range w.entities {
		if slices.Contains(w.entities[k].roles, m.noun) {
			return -1, ""
		}
	}
	return i, "the one who spoke before"
}

// goesOnQuoting says whether m is named behind a quotation that opens its sentence, where e alone was cited so far and spoke last: "Pavel Orr has said …", then
// “We know who did it,” the Veskan president told a meeting
func (w *work) goesOnQuoting(m *mention, e *entity) bool {
	d := w.m.Doc
	s := d.Tokens[m.head].Sentence
	if s-int32(e.saidAt) > 2 || !opensQuote(d.Word(d.Sentences[s].First)) {
		return false
	}
	return !slices.ContainsFunc(w.entities, func(o entity) bool { return o.Kind == Person && o.cited && o.Name != e.Name })
}

// opensQuote says whether a token opens a quotation.
func opensQuote(word string) bool { return strings.ContainsAny(word, "\"“„«") }

// justSpoke says whether e was named, or spoke, in the two sentences before m.
func (w *work) justSpoke(m *mention, e *entity) bool {
	far := w.m.Doc.Tokens[m.head].Sentence - w.m.Doc.Tokens[e.lastTok].Sentence
	return e.lastTok < m.head && far <= 2 && (e.saidAt >= 0 || e.lastSubj)
}

// pointsBack says whether token i is an adjective that only says that somebody was spoken of before: "the same official".
func (w *work) pointsBack(i int32) bool { return strings.EqualFold(w.m.Doc.Word(i), "same") }

// otherModifiers says whether m and a nameless e are told apart by a modifier that each has and the other has
// not: "the Interior Ministry", "the health ministry".
func (w *work) otherModifiers(m *mention, e *entity) bool {
	if w.otherBody(m, e) {
		return true
	}
	if e.Name != "" {
		return w.otherOffice(m, e)
	}
	if m.head <= m.first+1 {
		return false
	}
	words := strings.ToLower(e.Description)
	for i := m.first + 1; i < m.head; i++ {
		if t := &w.m.Doc.Tokens[i]; !w.pointsBack(i) && (t.UPOS == parse.NOUN || t.UPOS == parse.PROPN || t.UPOS == parse.ADJ) && !strings.Contains(words, strings.ToLower(w.m.Doc.Word(i))) {
			return strings.Contains(strings.TrimPrefix(words, "the "), " ")
		}
	}
	return false
}

// otherOffice says whether m is told apart from a body with a name by a word before the noun that ends that name: "the finance ministry" is no Health Ministry.
func (w *work) otherOffice(m *mention, e *entity) bool {
	name, ok := strings.CutSuffix(strings.ToLower(e.Name), " "+m.noun)
	if !ok || !stateBodies[m.noun] {
		return false
	}
	for i := m.first; i < m.head; i++ {
		if t := &w.m.Doc.Tokens[i]; !w.pointsBack(i) && t.UPOS == parse.NOUN && !strings.Contains(name, strings.ToLower(w.m.Doc.Word(i))) {
			return true
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
		if t := &d.Tokens[i]; !w.pointsBack(i) && (t.UPOS == parse.ADJ || t.UPOS == parse.NOUN || t.UPOS == parse.PROPN) {
			if !strings.Contains(role, strings.ToLower(d.Word(i))) {
				return false
			}
		}
	}
	return true
}

// endsIn says whether a body's name ends in a noun, but for what the body is for.
func endsIn(name, noun string) bool {
	name = strings.ToLower(name)
	return strings.HasSuffix(name, noun) || strings.HasSuffix(bodyAlone(name), noun) || strings.Contains(name, noun+" of ") || strings.Contains(name, noun+" for ")
}

// salience is how present e is to the reader at m: its mentions so far, and more if it stood in this paragraph.
func (w *work) salience(e *entity, m *mention) int {
	s := e.seen
	if m.plural {
		s += e.Count // "the officials" are all three rather than the two of them who spoke last
		if e.some {
			s -= e.Count
		}
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
	if m.noun == "minister" && m.head <= m.first+1 && strings.Contains(strings.ToLower(e.Role), "prime") {
		s -= 100 // who heads the government is "the prime minister" again, or "the premier"
	}
	if reportNouns[m.noun] && e.Kind == Document {
		s += e.seen + 5 // a report that was spoken of, before the outlet's
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
