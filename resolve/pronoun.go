package resolve

import (
	"fmt"

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
	best, n, score := -1, 0, 0
	self := w.quotedSpeaker(m)
	for i := range w.lately() {
		e := &w.entities[i]
		far := int(w.m.Doc.Tokens[m.head].Sentence - w.m.Doc.Tokens[e.lastTok].Sentence)
		if i == self || e.lastTok >= m.head || far > pronounReach || !fits(e) && !w.oneAsThey(m, i) || gender != 0 && e.gender != 0 && e.gender != gender {
			continue
		}
		if m.said && !m.quoted && e.Kind == Person && e.quoted && e.saidAt < 0 {
			continue // named only in others' words: “The secretary owes us an answer,” he said
		}
		n++
		s := w.pronounScore(e, m, far, gender)
		if i == w.lastSaid && m.said {
			s += 2
			if m.goesOn {
				s += 3
			}
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

// quotedSpeaker is whose quoted words hold m, or −1: in them the speaker is "I" and never "he".
func (w *work) quotedSpeaker(m *mention) int {
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
