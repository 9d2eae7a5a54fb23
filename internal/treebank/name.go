package treebank

import (
	"strconv"
	"strings"
)

// A Name is a proper name in a sentence: words [First, End).
type Name struct {
	First, End int
	Kind       string // GUM's entity type: person, place, organization, event, object, abstract …
}

// Names are the proper names among the sentence's entity mentions (GUM's Entity= in MISC).
//
// A mention counts as named where its syntactic head is a proper noun (XPOS NNP or NNPS); a person's in
// the singular only, since "Americans" names a people. GUM's mentions run from article to relative
// clause; the name in one is the run of its minimal span (GUM's minspan) that holds the head, with the
// small words inside the run ("Bank of Norland") and without articles, titles before persons
// ("Professor"; title tells them) and possessive marks. Where names nest, the longest counts.
func (s *Sentence) Names(title func(word, next string) bool) []Name {
	var out []Name
	taken := make([]bool, len(s.Words))
	names := s.allNames(title)
	for n := len(s.Words); n > 0; n-- { // longest first
		for _, m := range names {
			if m.End-m.First != n || overlaps(taken, m) {
				continue
			}
			for i := m.First; i < m.End; i++ {
				taken[i] = true
			}
			out = append(out, m)
		}
	}
	sortNames(out)
	return out
}

func overlaps(taken []bool, m Name) bool {
	for i := m.First; i < m.End; i++ {
		if taken[i] {
			return true
		}
	}
	return false
}

func sortNames(n []Name) {
	for i := range n {
		for j := i; j > 0 && n[j].First < n[j-1].First; j-- {
			n[j], n[j-1] = n[j-1], n[j]
		}
	}
}

// A mention is an entity mention of GUM as annotated.
type mention struct {
	first, end int
	fields     []string // entity, type, information status, salience, centering, minspan, link, identity
}

func (s *Sentence) allNames(title func(word, next string) bool) []Name {
	var out []Name
	for _, m := range s.mentions() {
		if len(m.fields) < 6 || strings.Contains(m.fields[0], "[") {
			continue
		}
		if n, ok := s.nameIn(m, title); ok {
			out = append(out, n)
		}
	}
	return out
}

// mentions reads the Entity= fields: "(1-person-…" opens, "1)" closes, "(2-place-…)" does both.
func (s *Sentence) mentions() []mention {
	var out []mention
	open := map[string][]mention{}
	for i, w := range s.Words {
		f := miscField(w.Misc, "Entity=")
		for f != "" {
			if f[0] != '(' {
				id, rest, ok := strings.Cut(f, ")")
				if !ok {
					break
				}
				if n := len(open[id]); n > 0 {
					m := open[id][n-1]
					open[id] = open[id][:n-1]
					m.end = i + 1
					out = append(out, m)
				}
				f = rest
				continue
			}
			k := strings.IndexAny(f[1:], "()") + 1
			if k == 0 {
				k = len(f)
			}
			m := mention{first: i, fields: strings.SplitN(f[1:k], "-", 8)}
			f = f[k:]
			if f != "" && f[0] == ')' {
				m.end = i + 1
				out = append(out, m)
				f = f[1:]
			} else {
				open[m.fields[0]] = append(open[m.fields[0]], m)
			}
		}
	}
	return out
}

func miscField(misc, key string) string {
	for _, f := range strings.Split(misc, "|") {
		if strings.HasPrefix(f, key) {
			return f[len(key):]
		}
	}
	return ""
}

// nameIn is the name in mention m, if it is named.
func (s *Sentence) nameIn(m mention, title func(word, next string) bool) (Name, bool) {
	head := -1
	for i := m.first; i < m.end; i++ {
		if h := s.Words[i].Head - 1; h < m.first || h >= m.end {
			head = i
			break
		}
	}
	if head < 0 || !s.proper(head) || m.fields[1] == "person" && s.Words[head].XPOS == "NNPS" {
		return Name{}, false
	}
	core := make([]bool, len(s.Words)+1)
	core[head] = true
	for _, v := range strings.Split(m.fields[5], ",") {
		if k, err := strconv.Atoi(v); err == nil && m.first+k-1 < m.end {
			core[m.first+k-1] = true
		}
	}
	n := Name{First: head, End: head + 1, Kind: m.fields[1]}
	for i := head - 1; i >= m.first; i-- {
		if core[i] && s.between(i, n.First, n.Kind) {
			n.First = i
		}
	}
	for i := head + 1; i < m.end; i++ {
		if core[i] && s.between(n.End-1, i, n.Kind) {
			n.End = i + 1
		}
	}
	return s.trim(n, title)
}

func (s *Sentence) proper(i int) bool {
	return s.Words[i].XPOS == "NNP" || s.Words[i].XPOS == "NNPS"
}

// between reports whether all words between i and j can stand inside a name of the kind: "Bank of
// Norland", but not "Ana Ruiz and Karl Brandt", which are two.
func (s *Sentence) between(i, j int, kind string) bool {
	for i++; i < j; i++ {
		switch w := s.Words[i]; {
		case kind == "person" && (w.UPOS == "ADP" || w.UPOS == "CCONJ"):
			return false
		case w.UPOS == "ADP", w.UPOS == "DET", w.UPOS == "CCONJ", w.XPOS == "HYPH", w.XPOS == "POS", w.Form == "&", w.Form == "/", w.Form == "'", w.Form == ".":
		case w.XPOS == "NNP", w.XPOS == "NNPS", w.UPOS == "NUM", w.UPOS == "X":
		default:
			return false
		}
	}
	return true
}

// trim takes titles before a person and small words at the ends off n; ok is false if no proper noun is left.
func (s *Sentence) trim(n Name, title func(word, next string) bool) (_ Name, ok bool) {
	for n.First < n.End {
		w := s.Words[n.First]
		if n.Kind == "person" && title(w.Form, s.form(n.First+1)) || !capital(w.Form) && w.UPOS != "PROPN" {
			n.First++
			continue
		}
		if w.UPOS == "DET" {
			n.First++
			continue
		}
		break
	}
	for n.End > n.First && (s.Words[n.End-1].UPOS == "PUNCT" || s.Words[n.End-1].XPOS == "POS") {
		n.End--
	}
	for i := n.First; i < n.End; i++ {
		if s.proper(i) && capital(s.Words[i].Form) {
			return n, true
		}
	}
	return n, false
}

// form is the form of word i, "" past the end.
func (s *Sentence) form(i int) string {
	if i < len(s.Words) {
		return s.Words[i].Form
	}
	return ""
}

func capital(w string) bool {
	return w != "" && strings.ToLower(w[:1]) != w[:1] || w != "" && w[0] >= 0x80
}
