package parse

// settle lets the document's own use of a name decide doubtful ones: after "Pete Hale", a lone "Hale"
// is that person, whatever the model took it for, and is a name where the model saw none. Among equal
// names of different kinds the commoner kind wins, the earlier one among equals.
func (n *namer) settle() {
	for i := range n.d.Names {
		if m := &n.d.Names[i]; m.Kind == Place && n.person(m) {
			m.Kind = Person
		}
	}
	e := n.evidence()
	for i := range n.d.Names {
		m := &n.d.Names[i]
		if k, ok := e.kind(n.hash(m.First, m.End)); ok {
			m.Kind = k
		}
	}
	n.missed(e)
}

// person reports a place that by its look is a person: a given name and a word more, which no list of
// places has: "Denzel Washington", but "Virginia Beach" and "Jordan Valley".
func (n *namer) person(m *Name) bool {
	const places = gazCity | gazCountry | gazRegion
	first, last := &n.words[m.First], &n.words[m.End-1]
	return m.End-m.First == 2 && first.gaz&gazGiven != 0 && first.gaz&(gazCountry|gazRegion) == 0 && first.gaz>>8&places == 0 && last.letters == caseTitle && !placeEnding(n.d.Word(m.End-1))
}

// Votes count what a word or phrase names in the document, by index into nameKinds.
type votes struct {
	count   [len(nameKinds)]int16
	surname bool // ends a person's name of several words
}

type evidence map[uint32]votes

// surnameVotes is what one full name is worth against uses of its last word alone.
const surnameVotes = 1

func (n *namer) evidence() evidence {
	e := make(evidence, len(n.d.Names))
	n.acronyms()
	for _, m := range n.d.Names {
		k := kindLabel(m.Kind) / 2
		h := n.hash(m.First, m.End)
		v := e[h]
		v.count[k] += 2
		e[h] = v
		if m.Kind != Person || m.End-m.First < 2 {
			continue
		}
		last := n.surname(m)
		v = e[n.words[last].word]
		v.count[0] += 2 * surnameVotes
		if n.words[m.First].gaz&gazGiven != 0 || n.words[last].gaz&gazSurname != 0 {
			v.count[0] += 4
		}
		v.surname = true
		e[n.words[last].word] = v
		v = e[n.words[m.First].word]
		v.count[0]++
		e[n.words[m.First].word] = v
	}
	return e
}

// surname is the last word of person m that is not "Jr." or a number.
func (n *namer) surname(m Name) int32 {
	last := m.End - 1
	for last > m.First+1 {
		switch n.d.Word(last) {
		case "Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV":
			last--
		default:
			return last
		}
	}
	return last
}

func (n *namer) hash(first, end int32) uint32 {
	h := n.words[first].word
	for t := first + 1; t < end; t++ {
		h = phrase(h, n.words[t].word)
	}
	return h
}

// kind is the kind with most votes; ok is false where there is nothing to decide.
func (e evidence) kind(h uint32) (NameKind, bool) {
	v := e[h]
	best := 0
	for k, c := range v.count {
		if c > v.count[best] {
			best = k
		}
	}
	return nameKinds[best], v.count[best] > 0
}

// missed adds lone capitalised words that the document knows as a person's last name, or has named twice.
func (n *namer) missed(e evidence) {
	var out []Name
	next := 0
	for t := int32(0); t < int32(len(n.d.Tokens)); t++ {
		if next < len(n.d.Names) && n.d.Names[next].First <= t {
			out = append(out, n.d.Names[next])
			t = n.d.Names[next].End - 1
			next++
			continue
		}
		w := &n.words[t]
		if w.letters != caseTitle && w.letters != caseUpper || n.seen[w.word]&seenLower != 0 || !n.alone(t) {
			continue
		}
		v, known := e[w.word]
		if !known {
			continue
		}
		if k, _ := e.kind(w.word); v.surname || v.count[kindLabel(k)/2] >= 4 && (w.tag == uint32(XNNP) || w.tag == uint32(XNNPS)) {
			out = append(out, Name{First: t, End: t + 1, Kind: k})
		}
	}
	n.d.Names = out
}

// alone reports that the words beside t are not capitalised, so that t is not a piece of something longer.
func (n *namer) alone(t int32) bool {
	s := &n.d.Sentences[n.d.Tokens[t].Sentence]
	if n.caps[n.d.Tokens[t].Sentence] {
		return true
	}
	before, after := n.word(s, t-1), n.word(s, t+1)
	return (before.letters < caseTitle || before.start) && after.letters < caseTitle
}

// acronyms names the short form in brackets after a name as the name: "Norland River Authority (NRA)".
func (n *namer) acronyms() {
	d := n.d
	var out []Name
	for i := range d.Names {
		m := d.Names[i]
		out = append(out, m)
		t := m.End + 1
		if int(t)+1 >= len(d.Tokens) || d.Word(m.End) != "(" || d.Word(t+1) != ")" || n.words[t].letters != caseUpper || !n.initials(m, d.Word(t)) {
			continue
		}
		if i+1 < len(d.Names) && d.Names[i+1].First == t {
			d.Names[i+1].Kind = m.Kind
			continue
		}
		out = append(out, Name{First: t, End: t + 1, Kind: m.Kind})
	}
	d.Names = out
}

// initials reports whether short is made of the first letters of m's capitalised words.
func (n *namer) initials(m Name, short string) bool {
	k := 0
	for t := m.First; t < m.End; t++ {
		c := n.d.Text[n.d.Tokens[t].Start]
		if class[c]&upper == 0 {
			continue
		}
		for k < len(short) && short[k] == '.' {
			k++
		}
		if k >= len(short) || short[k] != c {
			return false
		}
		k++
	}
	return k >= 2 && k >= len(short)-1
}
