package parse

import (
	_ "embed"
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
	n := newNamer(d)
	model := loadNames()
	var s learn.Scratch
	n.runs(func(first, end int32, features [][]uint32) {
		n.spans(first, model.Label(features, &s))
	})
	n.trim()
	n.settle()
	n.weapons()
	for i := range d.Names {
		d.Names[i].Kind = refine(d, d.Names[i])
	}
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

// trim takes titles off persons, gives them their numbers ("Karl II"), and drops what is nothing but a title.
func (n *namer) trim() {
	out := n.d.Names[:0]
	for _, m := range n.d.Names {
		if m.Kind == Person {
			for m.First < m.End && n.titled(m) {
				m.First++
			}
			if m.First < m.End && m.End < n.d.Sentences[n.d.Tokens[m.First].Sentence].End && regnal(n.d.Word(m.End)) && n.d.Tokens[m.End].XPOS != XPRP {
				m.End++
			}
		}
		if m.First < m.End {
			out = append(out, m)
		}
	}
	n.d.Names = out
}

// titled reports that m begins with a title, or with the small word or hyphen inside one ("Secretary of
// State", "Vice-President").
func (n *namer) titled(m Name) bool {
	w := n.d.Word(m.First)
	return Title(w) || n.words[m.First].letters < caseTitle && n.d.Tokens[m.First].XPOS != XFW && m.End-m.First > 1 && m.First > 0 && Title(n.d.Word(m.First-1)) || w == "State" && m.First > 0 && n.d.Word(m.First-1) == "of"
}

// regnal reports the number of a monarch or pope.
func regnal(w string) bool {
	switch w {
	case "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI":
		return true
	}
	return false
}
