package parse

import (
	_ "embed"
	"encoding/binary"

	"sayso/internal/learn"
)

// The word classes: a hash table of words to one of 256 classes by the company they keep in raw text.
// Origin and licences stand in data/cluster.txt.
//
//go:embed data/cluster.bin
var clusterData string

const clusterSlot = 5 // hash of the word in lower case (4), class

// cluster is the class of the word with hash h (see lookName), plus one; 0 for an unknown word.
func cluster(h uint32) uint32 {
	if len(clusterData) == 0 || h == 0 {
		return 0
	}
	mask := uint32(len(clusterData)/clusterSlot - 1)
	for at := learn.Mix(h, 2) & mask; ; at = (at + 1) & mask {
		s := clusterData[at*clusterSlot:][:clusterSlot]
		switch u32(s) {
		case h:
			return uint32(s[4]) + 1
		case 0:
			return 0
		}
	}
}

// Class is the class, 1 to 256, of a word by the company it keeps in news, or 0 for an unknown word.
func Class(word string) uint32 { return cluster(lookName(word).word) }

// ClusterTable is the table that gives words their classes.
func ClusterTable(words []string, class []uint8) []byte {
	slots := 1
	for slots < len(words)*3/2 {
		slots *= 2
	}
	out := make([]byte, slots*clusterSlot)
	for i, w := range words {
		h := lookName(w).word
		at := learn.Mix(h, 2) & uint32(slots-1)
		for binary.LittleEndian.Uint32(out[at*clusterSlot:]) != 0 && binary.LittleEndian.Uint32(out[at*clusterSlot:]) != h {
			at = (at + 1) & uint32(slots-1)
		}
		binary.LittleEndian.PutUint32(out[at*clusterSlot:], h)
		out[at*clusterSlot+4] = class[i]
	}
	return out
}

// LowerWords calls f with every word of text in lower case, digits as "0", and with "" between paragraphs.
func LowerWords(text string, f func(string)) {
	b := newBreaker(&Doc{Text: text, Tokens: words(text)})
	var buf []byte
	for i := range b.d.Tokens {
		if int32(i) == b.end {
			b.begin(int32(i))
			f("")
		}
		buf = buf[:0]
		for _, c := range []byte(b.d.Word(int32(i))) {
			if class[c]&digit != 0 {
				c = '0'
			}
			buf = append(buf, lowerByte(c))
		}
		f(string(buf))
	}
}
