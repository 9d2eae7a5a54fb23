package parse

import (
	_ "embed"
	"strings"
	"sync"

	"sayso/internal/learn"
)

//go:embed data/name.bin
var nameData string

var loadNames = sync.OnceValue(func() *learn.Sequence {
	q, err := learn.LoadSequence(nameData)
	if err != nil {
		panic("parse: embedded model name: " + err.Error())
	}
	return q
})

// NameClasses are the labels of the name model: outside, and for every kind its first and its further words.
var NameClasses = []string{"O", "B person", "I person", "B organisation", "I organisation", "B place", "I place", "B event", "I event", "B other", "I other"}

var nameKinds = [...]NameKind{Person, Organisation, Place, EventName, OtherName}

// NameAllowed reports whether label to may follow label from (-1 at the start of a run).
func NameAllowed(from, to int) bool {
	return to == 0 || to%2 == 1 || from == to || from == to-1
}

// name finds the named entities: a sequence model labels the stretches of capitalised words, the
// document's own use of a name settles doubtful ones, and tables tell outlets, weapons, laws and documents.
func name(d *Doc) {
	if len(d.Tokens) == 0 {
		return
	}
	newNamer(d).finish(loadNames())
}

// finish finds the names with model and gives them their final kinds.
func (n *namer) finish(model *learn.Sequence) {
	n.find(model)
	n.weapons()
	for i := range n.d.Names {
		n.d.Names[i].Kind = refine(n.d, n.d.Names[i])
	}
}

// find fills the document's names with what the model finds and the document settles.
func (n *namer) find(model *learn.Sequence) {
	var s learn.Scratch
	n.runs(func(first, end int32, features [][]uint32) {
		known := len(n.d.Names)
		n.spans(first, model.Label(features, &s))
		for _, m := range n.d.Names[known:] {
			n.votes = append(n.votes, vote(model, features, int(m.First-first), int(m.End-first), &s))
		}
	})
	n.merge()
	n.spelledOut()
	n.trim()
	n.wholeBodies()
	n.settle()
	n.hyphens()
	n.wholeOutlets()
	n.channels()
}

// merge makes one organisation of a country in short and the body of it that follows, "U.S. Congress",
// and two names of a place and what is its own, "Norland's Energy Ministry".
func (n *namer) merge() {
	names, surely := n.d.Names, n.votes
	n.d.Names, n.votes = make([]Name, 0, len(names)+4), make([]votes, 0, len(names)+4)
	for i, m := range names {
		if k := len(n.d.Names) - 1; k >= 0 && n.shortCountry(n.d.Names[k]) && n.d.Names[k].End == m.First && m.Kind == Organisation {
			n.d.Names[k].End, n.d.Names[k].Kind, n.votes[k] = m.End, Organisation, surely[i]
			continue
		}
		if own := n.owned(m); own > 0 {
			n.keep(Name{First: m.First, End: own - 1, Kind: Place}, votes{2: voteScale})
			m.First = own
		}
		n.keep(m, surely[i])
	}
}

func (n *namer) keep(m Name, v votes) {
	n.d.Names, n.votes = append(n.d.Names, m), append(n.votes, v)
}

// shortCountry reports a lone "U.S." or "UK".
func (n *namer) shortCountry(m Name) bool {
	return m.Kind == Place && m.End-m.First == 1 && n.words[m.First].letters == caseUpper
}

// owned is where the rest of organisation m begins after a country and its possessive mark; 0 if it has none.
func (n *namer) owned(m Name) int32 {
	if m.Kind != Organisation {
		return 0
	}
	for t := m.First + 1; t+1 < m.End && t < m.First+4; t++ {
		if XPOS(n.words[t].tag) != XPOS_ {
			continue
		}
		if g := n.words[m.First].gaz; (g|g>>8)&(gazCountry|gazRegion) != 0 {
			return t + 1
		}
	}
	return 0
}

// NamesBy finds the names of text with a model that is not the embedded one; for scoring it.
func NamesBy(model *learn.Sequence, text string) *Doc {
	d := grammarOf(text)
	newNamer(d).finish(model)
	return d
}

// spans adds the names that labels give to the tokens from first on.
func (n *namer) spans(first int32, labels []uint8) {
	for i := 0; i < len(labels); i++ {
		l := labels[i]
		if l == 0 {
			continue
		}
		j := i + 1
		for l%2 == 1 && j < len(labels) && labels[j] == l+1 || l%2 == 0 && j < len(labels) && labels[j] == l {
			j++
		}
		n.d.Names = append(n.d.Names, Name{First: first + int32(i), End: first + int32(j), Kind: nameKinds[(l-1)/2]})
		i = j - 1
	}
}

// behindDateline is name m without the town that a report opens with, "BERGEN - Norrfisk said", or as that town.
func (n *namer) behindDateline(m Name) Name {
	s := &n.d.Sentences[n.d.Tokens[m.First].Sentence]
	switch end := datelineEnd(n.d, s); {
	case m.First >= end:
	case m.End > end:
		m.First = end
	case m.First == s.First && isCapitals(n.d.Word(m.First)) && m.Kind == Person:
		m.Kind = Place
	}
	return m
}

// trim takes titles off persons, gives them their numbers ("Karl II"), and drops what is nothing but a title.
func (n *namer) trim() {
	out, outVotes := n.d.Names[:0], n.votes[:0]
	for i, m := range n.d.Names {
		m = n.behindDateline(m)
		if m.First > 0 && n.d.Word(m.First) == "General" && n.d.Word(m.First-1) == "Directorate" {
			m.First, m.Kind, n.votes[i] = m.First-1, Organisation, votes{1: voteScale} // "the Directorate General of Fisheries"
		}
		if m.First > 0 && m.Kind == Person && n.d.Word(m.End-1) == "Staff" && n.d.Word(m.End-2) == "General" {
			m.First, m.Kind, n.votes[i] = m.End-2, Organisation, votes{1: voteScale} // "Norland's General Staff"
		}
		for m.First < m.End && timeZone(n.d.Word(m.First)) {
			m.First++
		}
		for t := m.First; t+3 < m.End; t++ {
			if n.d.Word(t+1) == "-" && LedBy(n.d.Word(t+2)) {
				m.First = t + 3 // "Northist-run Vale TV" is Vale TV
			}
		}
		n.beforeRuler(&m)
		if m.Kind == Person && m.End-m.First > 1 && organisationEnding(n.d.Word(m.End-1)) {
			m.Kind, n.votes[i] = Organisation, votes{0, voteScale}
		}
		if m.Kind == Person {
			for m.First+1 < m.End && n.dated(m.First) {
				m.First++
			}
			for m.First < m.End && n.titled(m) {
				m.First++
			}
			m.First = n.behindOffice(m)
			if m.First < m.End && m.End < n.d.Sentences[n.d.Tokens[m.First].Sentence].End && n.numbered(m.End) {
				m.End++
			}
		}
		if m.First < m.End && !n.people(m) && !n.common(m) && !n.term(m) {
			out, outVotes = append(out, m), append(outVotes, n.votes[i])
		}
	}
	n.d.Names, n.votes = out, outVotes
}

// behindOffice is where a person's name begins behind an office that opens with what it is over: "Harbour Manager Ilo Fenn".
func (n *namer) behindOffice(m Name) int32 {
	if m.End-m.First < 4 || n.words[m.First].gaz&gazGiven != 0 {
		return m.First
	}
	for t := m.End - 3; t > m.First; t-- {
		if Title(n.d.Word(t)) {
			return t + 1
		}
	}
	return m.First
}

// dated reports a month that could be a given name and is none behind what opens a date: "In June Wick had told …".
func (n *namer) dated(t int32) bool {
	switch n.d.Word(t) {
	case "April", "May", "June", "August":
	default:
		return false
	}
	if t == 0 || n.d.Tokens[t-1].Sentence != n.d.Tokens[t].Sentence {
		return false
	}
	switch n.d.Word(t - 1) {
	case "In", "in", "Since", "since", "Until", "until", "last", "Last", "early", "Early", "late", "Late", "mid":
		return true
	}
	return false
}

// people reports a lone plural that names a people or a family: "the Harlans", but not "Athens".
func (n *namer) people(m Name) bool {
	w := &n.words[m.First]
	return m.End-m.First == 1 && (m.Kind == Person || m.Kind == Place) && (w.tag == uint32(XNNPS) || w.tag == uint32(XNNS)) &&
		w.gaz&(gazCity|gazCountry|gazRegion|gazGiven|gazSurname) == 0 && w.letters == caseTitle
}

// common reports a lone word that opens a sentence and that the tagger takes for a common noun or a verb,
// where nothing else speaks for a name: "Iodine is added", "Sanctions work".
func (n *namer) common(m Name) bool {
	w := &n.words[m.First]
	if m.End-m.First != 1 || !w.start || w.letters != caseTitle || w.gaz != 0 || n.seen[w.word]&seenCapital != 0 {
		return false
	}
	switch XPOS(w.tag) {
	case XNNP, XNNPS, XFW, XGW:
		return false
	}
	return true
}

// titled reports that m begins with a title, or with the small word or hyphen inside one ("Secretary of
// State", "Vice-President").
func (n *namer) titled(m Name) bool {
	w := n.d.Word(m.First)
	next := ""
	if m.First+1 < m.End {
		next = n.d.Word(m.First + 1)
	}
	return TitleBefore(w, next) || n.words[m.First].letters < caseTitle && n.d.Tokens[m.First].XPOS != XFW && m.End-m.First > 1 && m.First > 0 && Title(n.d.Word(m.First-1)) || w == "State" && m.First > 0 && n.d.Word(m.First-1) == "of"
}

// syllable reports that a hyphen and a syllable in small letters go on a person's name: "Tsang Shuk-yin", "Kim
// Jong-un". "Ana Ruiz-led" and "Lee-run" are no names.
func (n *namer) syllable(m Name) bool {
	t := m.End
	if m.First >= m.End || int(t)+1 >= len(n.d.Tokens) || n.d.Tokens[t].Sentence != n.d.Tokens[t+1].Sentence || n.d.Word(t) != "-" {
		return false
	}
	k := n.d.Tokens[t-1 : t+2]
	return k[0].End == k[1].Start && k[1].End == k[2].Start && n.words[t-1].letters == caseTitle && romanised(n.d.Word(t+1))
}

// romanised reports a syllable of a Chinese or Korean name in Latin letters, by its shape: consonants, vowels, and an
// ending that such a syllable can have. Words of English of that shape that follow a name and a hyphen are left out.
func romanised(w string) bool {
	switch w {
	case "run", "hit", "era", "in", "on", "up", "out", "to", "by", "no", "is", "like", "aid", "pro", "free", "made", "wide", "wing", "aged", "born", "owned", "fan", "win", "won", "bin", "do", "go", "so", "tie", "man":
		return false
	}
	i := 0
	for i < len(w) && strings.IndexByte("bcdfghjklmnpqrstvwxz", w[i]) >= 0 {
		i++
	}
	onset := i
	for i < len(w) && strings.IndexByte("aeiouy", w[i]) >= 0 {
		i++
	}
	if onset > 2 || i == onset || i-onset > 3 {
		return false
	}
	switch w[i:] {
	case "", "n", "ng", "m", "k", "p", "t", "h", "l":
		return true
	}
	return false
}

// numbered reports the number of a monarch at t; an "I" that goes with a verb is none.
func (n *namer) numbered(t int32) bool {
	if !regnal(n.d.Word(t)) {
		return false
	}
	k := &n.d.Tokens[t]
	return k.XPOS != XPRP || k.Label != Nsubj && k.Label != NsubjPass && int(t)+1 < len(n.d.Tokens) && n.d.Word(t+1) == ","
}

// regnal reports the number of a monarch or pope.
func regnal(w string) bool {
	switch w {
	case "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI":
		return true
	}
	return false
}
