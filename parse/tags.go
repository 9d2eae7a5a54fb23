package parse

// UPOS is a universal part of speech (https://universaldependencies.org/u/pos/).
type UPOS uint8

// The seventeen universal parts of speech.
const (
	X UPOS = iota
	ADJ
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
)

var uposNames = [...]string{"X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"}

func (u UPOS) String() string { return uposNames[u] }

// XPOS is a Penn Treebank tag as the English Web Treebank uses them; the zero value is unknown.
type XPOS uint8

// The language-specific tags of the English treebanks.
const (
	XNone XPOS = iota
	XADD
	XAFX
	XCC
	XCD
	XDT
	XEX
	XFW
	XGW
	XHYPH
	XIN
	XJJ
	XJJR
	XJJS
	XLS
	XMD
	XNFP
	XNN
	XNNP
	XNNPS
	XNNS
	XPDT
	XPOS_
	XPRP
	XPRPS
	XRB
	XRBR
	XRBS
	XRP
	XSYM
	XTO
	XUH
	XVB
	XVBD
	XVBG
	XVBN
	XVBP
	XVBZ
	XWDT
	XWP
	XWPS
	XWRB
	XLRB
	XRRB
	XLQuote
	XRQuote
	XComma
	XPeriod
	XColon
	XDollar
	XHash
)

var xposNames = [...]string{"_", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW", "HYPH", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "-LRB-", "-RRB-", "``", "''", ",", ".", ":", "$", "#"}

func (x XPOS) String() string { return xposNames[x] }

// Label is a universal dependency relation, with the subtypes that the English treebanks use
// (https://universaldependencies.org/u/dep/). The zero value is `dep`.
type Label uint8

// The relations of the English treebanks.
const (
	Dep Label = iota
	Root
	ACL
	ACLRelcl
	Advcl
	AdvclRelcl
	Advmod
	Amod
	Appos
	Aux
	AuxPass
	Case
	CC
	CCPreconj
	Ccomp
	Compound
	CompoundPrt
	Conj
	Cop
	Csubj
	CsubjPass
	CsubjOuter
	Det
	DetPredet
	Discourse
	Dislocated
	Expl
	Fixed
	Flat
	Goeswith
	Iobj
	List
	Mark
	Nmod
	NmodDesc
	NmodPoss
	NmodUnmarked
	Nsubj
	NsubjPass
	NsubjOuter
	Nummod
	Obj
	Obl
	OblAgent
	OblUnmarked
	Orphan
	Parataxis
	Punct
	Reparandum
	Vocative
	Xcomp
)

var labelNames = [...]string{"dep", "root", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:pass", "csubj:outer", "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:pass", "nsubj:outer", "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "vocative", "xcomp"}

func (l Label) String() string { return labelNames[l] }

// ParseUPOS is the tag named s; ok is false for a name that is none.
func ParseUPOS(s string) (UPOS, bool) { return lookup[UPOS](uposNames[:], s) }

// ParseXPOS is the tag named s; ok is false for a name that is none.
func ParseXPOS(s string) (XPOS, bool) { return lookup[XPOS](xposNames[:], s) }

// ParseLabel is the relation named s; an unknown subtype is read as its main relation.
func ParseLabel(s string) (Label, bool) {
	if l, ok := lookup[Label](labelNames[:], s); ok {
		return l, true
	}
	for i := 0; i < len(s); i++ {
		if s[i] == ':' {
			return lookup[Label](labelNames[:], s[:i])
		}
	}
	return Dep, false
}

func lookup[T ~uint8](names []string, s string) (T, bool) {
	for i, n := range names {
		if n == s {
			return T(i), true
		}
	}
	return 0, false
}
