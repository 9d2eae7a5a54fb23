package parse

import "slices"

// nameParticles stand between a given name and a family name, small or with a hyphen.
var nameParticles = []string{"al", "el", "ul", "as", "ad", "ar", "ash", "an", "bin", "ibn", "bint", "abu"}

// hyphens gives every person what hyphens join to the name.
func (n *namer) hyphens() {
	floor := int32(0)
	for i := range n.d.Names {
		m := &n.d.Names[i]
		if m.Kind == Person {
			n.hyphened(m, floor)
		}
		floor = m.End
	}
}

// beforeRuler ends a name before "of the" and whoever runs that body: "Health Ministry of the Northist-led government".
func (n *namer) beforeRuler(m *Name) {
	d := n.d
	s := &d.Sentences[d.Tokens[m.First].Sentence]
	if m.End-m.First < 3 || m.End+1 >= s.End || d.Word(m.End) != "-" || !LedBy(d.Word(m.End+1)) {
		return
	}
	for t := m.End - 1; t > m.First; t-- {
		if d.Tokens[t].UPOS == ADP {
			m.End = t
			return
		}
	}
}

// hyphened gives person m the parts that hyphens join to it: the end of "Cheng Ka-chun", the beginning of "Anis
// al-Orri". The name before it ends at floor.
func (n *namer) hyphened(m *Name, floor int32) {
	d := n.d
	s := &d.Sentences[d.Tokens[m.First].Sentence]
	if n.syllable(*m) {
		m.End += 2
	}
	if t := m.First - 1; t > s.First && t-1 >= floor && d.Word(t) == "-" && d.Tokens[t].End == d.Tokens[m.First].Start && slices.Contains(nameParticles, lowerWord(d.Word(t-1))) {
		m.First = t - 1
		for k := 0; k < 2 && m.First-1 >= max(floor, s.First) && n.words[m.First-1].letters == caseTitle && !TitleBefore(d.Word(m.First-1), "") && d.Tokens[m.First-1].UPOS != DET && d.Tokens[m.First-1].UPOS != ADP; k++ {
			m.First--
		}
	}
}

// lowerWord is a word with its first letter small.
func lowerWord(w string) string { return string(lowerByte(w[0])) + w[1:] }
