package resolve

import (
	"fmt"
	"strings"

	"sayso/parse"
	"sayso/read"
)

// pronounReach is how many sentences back a pronoun looks. News prose seldom reaches further than a paragraph or two.
const pronounReach = 6

// findPronoun is whom a pronoun stands for. Of those it could be, the nearest wins, a subject or the
// last speaker before another; in quoted speech "I" and "we" are the speaker's.
func (w *work) findPronoun(m *mention) (int, string) {
	fits, gender := pronounKind(m.pronoun)
	switch {
	case fits == nil:
		return -1, ""
	case m.pronoun == "i" || m.pronoun == "we":
		return w.speakerOf(m)
	}
	if i, ok := w.client(m, gender); ok {
		return i, "pronoun, whom the speaker speaks for"
	}
	best, n, score := -1, 0, 0
	self, other, tried := w.quotedSpeaker(m), w.ofOtherGender(m, gender), w.onTrial(m)
	for i := range w.lately() {
		e := &w.entities[i]
		far := int(w.m.Doc.Tokens[m.head].Sentence - w.m.Doc.Tokens[e.lastTok].Sentence)
		if i == self || e.lastTok >= m.head || far > pronounReach || !fits(e) && !w.oneAsThey(m, i) || gender != 0 && e.gender != 0 && e.gender != gender {
			continue
		}
		if tried && e.tries() {
			continue
		}
		if m.said && !m.quoted && w.askedBy(m, e) {
			continue // "Asked by Mara Venn whether he knew, he said": she asks, he answers
		}
		if w.actsItself(m, e) {
			continue // "Brandt called on him to resign": he is not Brandt
		}
		if m.said && !m.quoted && e.lastNamed && w.tellsOf(m, e) && !w.tellsOfItself(m, e) {
			continue // who speaks is not called by name in what he says: "Voss is on leave, he said"
		}
		if m.said && !m.quoted && e.Kind == Person && e.quoted && e.saidAt < 0 {
			continue // named only in others' words: “The secretary owes us an answer,” he said
		}
		n++
		s := w.pronounScore(e, m, far, gender)
		if e.gender == 0 && other {
			s -= 4 // “Either he knew or he lied,” she said
			if i == w.lastSaid {
				s -= 4 // she is most likely who spoke last
			}
		}
		if i == w.lastSaid && m.said {
			s += 2
			if m.goesOn {
				s += 3
			}
		}
		if m.pronoun == "it" && m.said && !m.quoted && e.saidAt < 0 && !e.lastSubj && e.Kind == Organisation {
			s -= 3 // "The report made no recommendation to Boeing. It mentioned that …"
		}
		if best < 0 || s > score {
			best, score = i, s
		}
	}
	switch n {
	case 0:
		return -1, ""
	case 1:
		return best, "pronoun, one candidate"
	}
	return best, fmt.Sprintf("pronoun, the nearest of %d candidates", n)
}

// askedBy reports whether e was last named as who asks somebody, in the sentence in which a pronoun answers.
func (w *work) askedBy(m *mention, e *entity) bool {
	d := w.m.Doc
	s := d.Tokens[m.head].Sentence
	if e.lastTok < 0 || d.Tokens[e.lastTok].Sentence != s {
		return false
	}
	for i, n := e.lastTok, 0; i > d.Sentences[s].First && n < 8; i, n = i-1, n+1 {
		if strings.EqualFold(d.Word(i), "by") {
			return questions[d.At(i-1).Lemma]
		}
	}
	return false
}

// questions are what is done by somebody who wants an answer.
var questions = words("ask question press quiz challenge grill")

// onTrial reports whether a pronoun is whom a court or the police deal with: "He was acquitted of all charges".
func (w *work) onTrial(m *mention) bool {
	t := w.m.Doc.At(m.head)
	if t.Head < 0 || t.Label != parse.NsubjPass && t.Label != parse.Nsubj {
		return false
	}
	verb := w.m.Doc.At(t.Head)
	return t.Label == parse.NsubjPass && dealtWith[verb.Lemma] || stands[verb.Lemma]
}

// dealtWith and stands are what befalls the accused, and what they do.
var (
	dealtWith = words("acquit convict sentence jail imprison charge indict arrest detain extradite exonerate fine remand handcuff")
	stands    = words("plead")
)

// tries reports whether e speaks as one of those who hear a case or bring it, who are not meant with the accused's "he": "Judge Orr said nothing was proved. He was acquitted."
func (e *entity) tries() bool {
	for _, r := range e.roles {
		switch r {
		case "judge", "justice", "magistrate", "prosecutor", "attorney", "lawyer", "solicitor", "barrister", "counsel", "coroner":
			return e.saidAt >= 0
		}
	}
	return false
}

// actsItself reports whether a pronoun is the object of a verb whose subject e was last named as.
func (w *work) actsItself(m *mention, e *entity) bool {
	d := w.m.Doc
	switch d.Tokens[m.head].Label {
	case parse.Obj, parse.Iobj:
	case parse.Obl:
		if m.head == 0 || !aimedAt[strings.ToLower(d.Word(m.head-1))] {
			return false
		}
	default:
		return false
	}
	verb := d.Tokens[m.head].Head
	if strings.HasSuffix(m.pronoun, "self") || verb < 0 {
		return false
	}
	for t, n := e.lastTok, 0; t >= 0 && n < 4; t, n = d.Tokens[t].Head, n+1 {
		switch label := d.Tokens[t].Label; {
		case label == parse.Nsubj || label == parse.NsubjPass:
			return d.Tokens[t].Head == verb
		case label != parse.Appos && label != parse.Flat && label != parse.Compound:
			return false
		}
	}
	return false
}

// aimedAt are prepositions whose pronoun is another than who acts; "kept a gun beside him" may be his own.
var aimedAt = words("on to against at of about")

// ofOtherGender reports whether a pronoun stands in the words of somebody who is named by one of the other gender.
func (w *work) ofOtherGender(m *mention, gender byte) bool {
	if !m.quoted || gender == 0 {
		return false
	}
	i := w.toldIn(m.head)
	if i < 0 || len(w.m.Statements[i].Source) != 1 {
		return false
	}
	_, g := pronounKind(strings.ToLower(w.m.Statements[i].Source[0].Text(w.m.Doc.Text)))
	return g != 0 && g != gender
}

func (w *work) pronounScore(e *entity, m *mention, far int, gender byte) int {
	s := -3 * far
	if e.lastSubj {
		s += 3
	}
	if e.quoted && !m.quoted {
		s -= 4
	}
	if e.saidAt >= 0 && int(w.m.Doc.Tokens[m.head].Sentence)-e.saidAt <= 2 {
		s += 3
	}
	if w.paragraph(e.lastTok) == w.paragraph(m.head) {
		s += 2
	}
	if gender != 0 && e.gender == gender {
		s += 2
	}
	if e.Name != "" {
		s++
	}
	return s
}

// pronounKind is the test for whom the pronoun can stand for, and its gender; nil for one that stands for nobody.
func pronounKind(p string) (fits func(*entity) bool, gender byte) {
	one := func(e *entity) bool { return e.Kind == Person && !e.plural }
	switch p {
	case "he", "him", "his", "himself":
		return one, 'm'
	case "she", "her", "hers", "herself":
		return one, 'f'
	case "i", "we", "me", "us":
		return one, 0
	case "they", "them", "their":
		return func(e *entity) bool { return e.plural || e.Kind == Group }, 0
	case "it", "its", "itself":
		return func(e *entity) bool {
			return !e.plural && (e.Kind == Organisation || e.Kind == Outlet || e.Kind == Document)
		}, 0
	}
	return nil, 0
}

// oneAsThey says whether "they" can be entity i though it is one: an unnamed speaker in whose words m stands
// ("a spokesperson said they would not comment") or who spoke in the sentence before ("the person said. They also confirmed …"), or an organisation that spoke last ("police said … they added").
func (w *work) oneAsThey(m *mention, i int) bool {
	if m.pronoun != "they" {
		return false
	}
	e := &w.entities[i]
	if e.Kind == Organisation {
		return i == w.lastSaid
	}
	far := w.m.Doc.Tokens[m.head].Sentence - w.m.Doc.Tokens[e.lastTok].Sentence
	return i == w.lastSaid && e.Kind == Person && e.Name == "" && e.gender == 0 && (far == 0 || far == 1 && m.said && !m.quoted)
}

// tellsOf says whether e was named last in what m, the source of a statement, says before it.
func (w *work) tellsOf(m *mention, e *entity) bool {
	i := w.toldIn(e.lastTok)
	return i >= 0 && e.lastTok < m.head && len(w.m.Statements[i].Source) > 0 && w.m.Statements[i].Source[0].Start == m.span.Start && w.m.Statements[i].Form == read.Indirect
}

// tellsOfItself says whether what a body says has it for its subject, as bodies are told of: "Norrfisk will close two plants, it said".
func (w *work) tellsOfItself(m *mention, e *entity) bool {
	return m.pronoun == "it" && e.Kind == Organisation && e.lastSubj
}

// client is whom "he" or "she" stands for in the words of somebody who speaks for one person: "Morau's agent, Piers Lande, said she would appeal". ok
// is false where nobody does, or where the speaker is known to be a man or a woman as the pronoun has it; nobody is −1 where the one spoken for is named nowhere else.
func (w *work) client(m *mention, gender byte) (i int, ok bool) {
	if gender == 0 || m.said {
		return -1, false
	}
	k := w.toldIn(m.head)
	if k < 0 || len(w.m.Statements[k].Source) == 0 {
		return -1, false
	}
	d, from := w.m.Doc, w.m.Statements[k].Source[0]
	if e, said := w.entityAt[from.Start]; said && w.entities[e].gender == gender {
		return -1, false
	}
	for t := d.TokenAt(from.Start); int(t) < len(d.Tokens) && int(d.Tokens[t].Start) < from.End; t++ {
		if x := &d.Tokens[t]; x.Label != parse.NmodPoss || x.UPOS != parse.PROPN || x.Head < 0 || !speaksFor[d.Tokens[x.Head].Lemma] {
			continue
		}
		known := w.byName[strings.ToLower(d.Word(t))]
		if len(known) != 1 {
			return -1, true
		}
		e := &w.entities[known[0]]
		return known[0], e.Kind == Person && (e.gender == 0 || e.gender == gender)
	}
	return -1, false
}

// speaksFor are those who speak for one person, and mostly of him.
var speaksFor = words("lawyer attorney agent solicitor barrister counsel spokesman spokeswoman spokesperson representative manager publicist aide family wife husband mother father brother sister doctor")

// toldIn is the index of the innermost statement in whose content token t stands, or -1.
func (w *work) toldIn(t int32) int {
	if w.told == nil {
		d := w.m.Doc
		w.told = make([]int32, len(d.Tokens))
		for i := range w.m.Statements {
			for _, c := range w.m.Statements[i].Content {
				for t := d.TokenAt(c.Start); int(t) < len(d.Tokens) && int(d.Tokens[t].Start) < c.End; t++ {
					if k := int(w.told[t]) - 1; k < 0 || w.m.Statements[i].Inside == k {
						w.told[t] = int32(i) + 1
					}
				}
			}
		}
	}
	return int(w.told[t]) - 1
}

// quotedSpeaker is whose quoted words hold m, or −1: in them the speaker is "I" and never "he".
func (w *work) quotedSpeaker(m *mention) int {
	if !m.quoted {
		return -1
	}
	for i := len(w.m.Statements) - 1; i >= 0; i-- {
		s := &w.m.Statements[i]
		if s.Form == read.Indirect || len(s.Source) == 0 {
			continue
		}
		for _, c := range s.Content {
			if c.Contains(m.span) {
				if e, ok := w.entityAt[s.Source[0].Start]; ok {
					return e
				}
				who := strings.ToLower(lastWord(strings.TrimRight(s.Source[0].Text(w.m.Doc.Text), ", ")))
				if known := w.byName[who]; len(known) == 1 {
					return known[0] // named behind the quotation, and before
				}
			}
		}
	}
	return -1
}

// speakerOf is the source of the innermost statement whose words hold m.
func (w *work) speakerOf(m *mention) (int, string) {
	for i := len(w.m.Statements) - 1; i >= 0; i-- {
		s := &w.m.Statements[i]
		for _, c := range s.Content {
			if c.Contains(m.span) && len(s.Source) > 0 {
				if e, ok := w.entityAt[s.Source[0].Start]; ok {
					return e, "the speaker of the quotation"
				}
			}
		}
	}
	return -1, ""
}
