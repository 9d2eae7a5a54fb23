package parse

import "sayso/internal/learn"

// settle lets the document's own use of a name decide doubtful ones: after "Pete Hale", a lone "Hale"
// is that person, whatever the model took it for, and is a name where the model saw none. All uses of
// one name vote on its kind, each as surely as the model was.
func (n *namer) settle() {
	for i := range n.d.Names {
		if m := &n.d.Names[i]; m.Kind == Place && n.person(m) {
			m.Kind = Person
			n.votes[i] = votes{voteScale}
		}
	}
	n.acronyms()
	e := n.evidence()
	for i := range n.d.Names {
		m := &n.d.Names[i]
		if v, ok := e[n.hash(m.First, m.End)]; ok {
			m.Kind = v.kind()
		}
	}
	n.missed(e)
}

// Votes say how sure the model is of each of nameKinds: voteScale for the likeliest kind, less for one by
// its distance in natural logarithms, not under zero.
type votes [len(nameKinds)]int32

// voteScale is what one use of a name is worth; its quarter is a factor of e in likelihood.
const voteScale = 16

func (v *votes) add(o *votes) {
	for k := range v {
		v[k] += o[k]
	}
}

func (v *votes) kind() NameKind {
	best := 0
	for k, c := range v {
		if c > v[best] {
			best = k
		}
	}
	return nameKinds[best]
}

// vote is how sure the model is of the kinds of the name at [first, end) of a run.
func vote(model *learn.Sequence, features [][]uint32, first, end int, s *learn.Scratch) votes {
	var sum [len(nameKinds)]int32
	for i := first; i < end; i++ {
		e := model.Net.Scores(features[i], s)
		for k := range sum {
			l := 2*k + 1
			if i > first {
				l++
			}
			sum[k] += e[l]
		}
	}
	top := sum[0]
	for _, c := range sum {
		top = max(top, c)
	}
	var v votes
	for k, c := range sum {
		v[k] = max(0, voteScale-(top-c)*4/model.Net.Unit)
	}
	return v
}

// person reports a place that by its look is a person: a given name and a word more, which no list of
// places has: "Denzel Washington", but "Virginia Beach" and "Jordan Valley".
func (n *namer) person(m *Name) bool {
	const places = gazCity | gazCountry | gazRegion
	first, last := &n.words[m.First], &n.words[m.End-1]
	return m.End-m.First == 2 && first.gaz&gazGiven != 0 && first.gaz&(gazCountry|gazRegion) == 0 && first.gaz>>8&places == 0 && last.letters == caseTitle && !placeEnding(n.d.Word(m.End-1))
}

// A use is what the document says of a word or phrase.
type use struct {
	votes
	count   int32 // times it was named
	surname bool  // ends a person's name of several words
}

type evidence map[uint32]use

func (n *namer) evidence() evidence {
	e := make(evidence, len(n.d.Names))
	for i, m := range n.d.Names {
		h := n.hash(m.First, m.End)
		u := e[h]
		u.votes.add(&n.votes[i])
		u.count++
		e[h] = u
		if m.Kind != Person || m.End-m.First < 2 {
			continue
		}
		last := n.surname(m)
		u = e[n.words[last].word]
		u.votes.add(&n.votes[i])
		if n.words[m.First].gaz&gazGiven != 0 || n.words[last].gaz&gazSurname != 0 {
			u.votes[0] += voteScale
		}
		u.surname = true
		e[n.words[last].word] = u
		u = e[n.words[m.First].word]
		u.votes[0] += voteScale / 4
		e[n.words[m.First].word] = u
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

// missed adds lone capitalised words that the document knows as a person's last name, or has named twice.
func (n *namer) missed(e evidence) {
	out := make([]Name, 0, len(n.d.Names)+4)
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
		u, known := e[w.word]
		if known && (u.surname || u.count >= 2) {
			out = append(out, Name{First: t, End: t + 1, Kind: u.votes.kind()})
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
	var outVotes []votes
	for i := range d.Names {
		m := d.Names[i]
		out, outVotes = append(out, m), append(outVotes, n.votes[i])
		t := m.End + 1
		if int(t)+1 >= len(d.Tokens) || d.Word(m.End) != "(" || d.Word(t+1) != ")" || n.words[t].letters != caseUpper || d.Tokens[t].Sentence != d.Tokens[m.First].Sentence || !n.initials(m, d.Word(t)) {
			continue
		}
		if i+1 < len(d.Names) && d.Names[i+1].First == t {
			d.Names[i+1].Kind, n.votes[i+1] = m.Kind, n.votes[i]
			continue
		}
		out, outVotes = append(out, Name{First: t, End: t + 1, Kind: m.Kind}), append(outVotes, n.votes[i])
	}
	d.Names, n.votes = out, outVotes
}

// initials reports whether short is made of the first letters of m's capitalised words, or of those from a body's noun on.
func (n *namer) initials(m Name, short string) bool {
	for t := m.First + 1; t+1 < m.End; t++ {
		if bodyNoun(n.d.Word(t)) && n.initialsFrom(Name{First: t, End: m.End}, short) {
			return true
		}
	}
	return n.initialsFrom(m, short)
}

func (n *namer) initialsFrom(m Name, short string) bool {
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
