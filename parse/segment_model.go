package parse

import _ "embed"

// The sentence model: weights of a logistic regression over hashed features, one byte each, in units
// of 1/16; its first byte is the bias. Origin, licence and scores stand in data/sentence.txt.
//
//go:embed data/sentence.bin
var sentenceModel []byte

// sentenceBits is the logarithm of the number of weights.
const sentenceBits = 16

// sentenceBias is the sum of weights above which a sentence ends: a little under even, since a sentence
// too many was rarer than one too few on the dev parts of EWT and GUM.
const sentenceBias = -8

// decide reports whether a sentence ends after token i inside a paragraph.
func (b *breaker) decide(i int32) bool {
	if !b.candidate(i) || b.dateline(i) {
		return false
	}
	n := i - b.first + 1
	if n >= 2*longSentence || b.beforeQuotation(i) {
		return true
	}
	if n >= longSentence {
		switch b.shapeAt(i) {
		case shComma, shColon, shSemicolon, shDash, shStop, shClose:
			return true
		}
	}
	if len(sentenceModel) != 1<<sentenceBits {
		return false
	}
	var f [sentenceFeatures]uint32
	sum := int32(0)
	for _, k := range b.features(i, f[:0]) {
		sum += int32(int8(sentenceModel[k]))
	}
	return sum > sentenceBias
}

// beforeQuotation reports whether a stop after a word in small letters stands before a quotation that begins with a capital: "Orr denied
// wrongdoing. “I have paid.”"
func (b *breaker) beforeQuotation(i int32) bool {
	if b.shapeAt(i) != shStop || b.shapeAt(i-1) != shLower || b.shapeAt(i+1) != shOpenQuote || b.quote || b.d.Tokens[i].End == b.d.Tokens[i+1].Start {
		return false
	}
	switch b.shapeAt(i + 2) {
	case shCapital, shUpper, shLetter:
		return true
	}
	return false
}

// candidate leaves out the places where a sentence never ends: before a lower-case word that follows a
// word or a comma, and inside a run of characters without a space where no mark closes a sentence.
func (b *breaker) candidate(i int32) bool {
	sh, next := b.shapeAt(i), b.shapeAt(i+1)
	if i-b.first+1 >= longSentence {
		return true
	}
	switch sh {
	case shLower, shComma, shCapital, shClitic, shOpen, shNumber:
		if next == shLower || next == shClitic {
			return false
		}
	}
	switch next {
	case shComma, shStop:
		return false
	}
	if b.d.Tokens[i].End == b.d.Tokens[i+1].Start {
		switch sh {
		case shStop, shQuestion, shEllipsis, shCloseQuote, shClose, shSymbol, shColon, shDash:
			return true
		}
		return next == shDash || next == shBullet || next == shSymbol
	}
	return true
}

// dateline reports whether the dash at i ends a dateline, which belongs to its sentence:
// "PORT VALE, Norland (NP) — The ministry said".
func (b *breaker) dateline(i int32) bool {
	if b.first != b.paragraph || i-b.first > 16 || b.shapeAt(i) != shDash {
		return false
	}
	return b.shapeAt(b.first) == shUpper || b.shapeAt(i-1) == shClose && b.shapeAt(b.first) == shCapital
}

func (b *breaker) shapeAt(i int32) shape {
	if i < b.paragraph || i >= b.end {
		return shNone
	}
	return b.shapes[i-b.paragraph]
}

func (b *breaker) wordAt(i int32) uint32 {
	if i < b.paragraph || i >= b.end {
		return 0
	}
	return b.words[i-b.paragraph]
}

const sentenceFeatures = 32

// features appends the indexes of the weights that speak about a break after token i.
func (b *breaker) features(i int32, f []uint32) []uint32 {
	s2, s1, s0 := b.shapeAt(i-2), b.shapeAt(i-1), b.shapeAt(i)
	n0, n1, n2 := b.nextShape(i+1), b.shapeAt(i+2), b.shapeAt(i+3)
	w1, w0, v0, v1 := b.wordAt(i-1), b.wordAt(i), b.wordAt(i+1), b.wordAt(i+2)
	pair := uint32(s0)<<8 | uint32(n0)
	space := b.gap(i)
	length := bucket(i - b.first + 1)
	state := boolBit(b.quote) | boolBit(b.bracket)<<1 | boolBit(b.final)<<2 | boolBit(b.caps)<<3
	head := b.shapeAt(b.first)
	add := func(name uint32, values ...uint32) {
		h := name * 0x9e3779b1
		for _, v := range values {
			h = (h ^ v) * 0x85ebca6b
			h ^= h >> 15
		}
		f = append(f, h>>(32-sentenceBits))
	}
	add(1, 0)
	add(2, w0)
	add(3, v0)
	add(4, pair)
	add(5, uint32(s1), pair)
	add(6, pair, uint32(n1))
	add(7, w0, uint32(n0))
	add(8, uint32(s0), v0)
	add(9, w1, pair)
	add(10, pair, v1)
	add(11, pair, length)
	add(12, pair, space)
	add(13, pair, state)
	add(14, w0, v0)
	add(15, uint32(s1), w0, uint32(n0))
	add(16, pair, bucket(b.first-b.paragraph))
	add(17, pair, uint32(head), min(length, 4))
	add(18, uint32(s2)<<8|uint32(s1), pair, uint32(n1)<<8|uint32(n2))
	add(19, pair, bucket(b.end-i-1))
	add(20, pair, state, length)
	add(21, uint32(s1), pair, uint32(n1))
	add(22, uint32(s2), uint32(s1), pair)
	add(23, pair, uint32(n1), uint32(n2))
	add(24, uint32(s0), v0, v1)
	add(25, w1, w0)
	add(26, uint32(s0), v0, boolBit(b.quote))
	add(27, pair, b.wordAt(b.first), min(length, 3))
	add(28, pair, space, length, boolBit(b.final))
	return f
}

// nextShape is the shape of the token after the break; a straight quotation mark closes or opens as
// the marks before it have it.
func (b *breaker) nextShape(i int32) shape {
	sh := b.shapeAt(i)
	if sh == shOpenQuote && b.quote && b.d.Text[b.d.Tokens[i].Start] == '"' {
		return shCloseQuote
	}
	return sh
}

// gap is what stands between tokens i and i+1: nothing, a space, more, or a line break.
func (b *breaker) gap(i int32) uint32 {
	start, end := b.d.Tokens[i].End, b.d.Tokens[i+1].Start
	switch {
	case start == end:
		return 0
	case end-start == 1:
		if b.d.Text[start] == '\n' {
			return 3
		}
		return 1
	}
	return 2
}

func boolBit(v bool) uint32 {
	if v {
		return 1
	}
	return 0
}

// bucket counts small numbers exactly and large ones roughly.
func bucket(n int32) uint32 {
	switch {
	case n < 0:
		return 0
	case n <= 6:
		return uint32(n)
	case n <= 9:
		return 7
	case n <= 14:
		return 8
	case n <= 24:
		return 9
	case n <= 40:
		return 10
	case n <= 70:
		return 11
	}
	return 12
}
