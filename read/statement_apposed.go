package read

import (
	"strings"

	"sayso/parse"
)

// apposed is the comma that stands before the role in "…, the defence minister, Oskar Lund, said", or
// before the name in "…, Oskar Lund, spokesman for the ministry, said"; 0 where the source has no such form. The
// verb's group begins at left.
func (f *finder) apposed(first, left int32) int32 {
	if f.lower(left-1) != "," {
		return 0
	}
	second := f.commaBefore(left-1, max(first, left-20))
	j := f.commaBefore(second, max(first, second-14))
	if second < 0 || j < 0 {
		return 0
	}
	if f.roleAt(j+1, second) && f.nameSpan(second+1, left-1) || f.nameSpan(j+1, second) && f.roleAt(second+1, left-1) {
		return j
	}
	return 0
}

// commaBefore is the last comma before token i and not before low, with a word between; −1 where there is none.
func (f *finder) commaBefore(i, low int32) int32 {
	for j := i - 1; j > low; j-- {
		if f.lower(j) == "," {
			if j == i-1 {
				return -1
			}
			return j
		}
	}
	return -1
}

// roleAt reports whether [first, end) is a phrase for an office or a body that "the", "its", an owner or a noun opens,
// without a finite verb: "the navy’s chief", "spokesman for the Northist-run ministry".
func (f *finder) roleAt(first, end int32) bool {
	if first >= end {
		return false
	}
	t := &f.d.Tokens[first]
	if t.UPOS != parse.DET && t.UPOS != parse.NOUN && t.XPOS != parse.XPRPS && t.UPOS != parse.PROPN && t.UPOS != parse.ADJ {
		return false
	}
	noun := false
	for i := first; i < end; i++ {
		switch x := f.d.Tokens[i].XPOS; f.d.Tokens[i].UPOS {
		case parse.AUX, parse.SCONJ:
			return false
		case parse.VERB:
			if x != parse.XVBN && x != parse.XVBG || !noun && f.lower(i-1) != "-" {
				return false
			}
		case parse.PUNCT:
			if f.lower(i) != "-" && !strings.ContainsAny(f.d.Word(i), "()") {
				return false
			}
		case parse.NOUN:
			noun = true
		}
		if f.quote[i] >= 0 {
			return false
		}
	}
	return noun
}

// nameParticles are small words inside names.
const nameParticles = " al el ul ad as ash an ar bin ibn bint abu de da do dos di la le van von der den del della ter ben y e "

// nameSpan reports whether [first, end) is all of a name of two words or more, by its capitals: "Anis al-Orr", "J. D. Lund".
func (f *finder) nameSpan(first, end int32) bool {
	capitals := 0
	for i := first; i < end; i++ {
		word := f.d.Word(i)
		switch {
		case isCapital(word) && f.d.Tokens[i].UPOS != parse.DET:
			if i == first || f.lower(i-1) != "-" {
				capitals++
			}
		case f.lower(i) == "-", i > first && strings.Contains(nameParticles, " "+word+" "):
		case i > first && f.lower(i-1) == "-": // "Kim Yo-jong"
		default:
			return false
		}
	}
	return capitals >= 2 || capitals == 1 && end-first >= 3
}
