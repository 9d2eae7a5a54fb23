package parse

import (
	_ "embed"
	"encoding/binary"
	"strings"

	"sayso/internal/learn"
)

// What the gazetteers know of a word, or of a phrase that begins or goes on with it.
const (
	gazGiven   uint32 = 1 << iota // a given name
	gazSurname                    // a family name
	gazCity
	gazCountry
	gazRegion
	gazOutlet
)

// The gazetteer: a hash table of words and of phrases of two and three words. Each slot takes five bytes:
// the word's hash and what it is; origin and licences stand in data/gazetteer.txt.
//
//go:embed data/gazetteer.bin
var gazetteerData string

const gazetteerSlot = 5

// gazetteer is what the lists say of the word or phrase with hash h.
func gazetteer(h uint32) uint32 {
	if len(gazetteerData) == 0 {
		return 0
	}
	mask := uint32(len(gazetteerData)/gazetteerSlot - 1)
	for at := learn.Mix(h, 1) & mask; ; at = (at + 1) & mask {
		s := gazetteerData[at*gazetteerSlot:][:gazetteerSlot]
		if s[4] == 0 {
			return 0
		}
		if u32(s) == h {
			return uint32(s[4])
		}
	}
}

// phrase is the hash of two words, or of a phrase and a word.
func phrase(a, b uint32) uint32 { return learn.Mix(a, b) }

// A Gazetteer lists names, lower case, by what they name.
type Gazetteer struct {
	Given, Surname, City, Country, Region, Outlet []string
}

// Table is g as the package embeds it.
func (g *Gazetteer) Table() []byte {
	var keys []uint32
	kinds := map[uint32]byte{}
	for i, list := range [][]string{g.Given, g.Surname, g.City, g.Country, g.Region, g.Outlet} {
		for _, name := range list {
			h, ok := phraseHash(name)
			if !ok {
				continue
			}
			if kinds[h] == 0 {
				keys = append(keys, h)
			}
			kinds[h] |= 1 << i
		}
	}
	slots := 1
	for slots < len(keys)*3/2 {
		slots *= 2
	}
	out := make([]byte, slots*gazetteerSlot)
	for _, h := range keys {
		at := learn.Mix(h, 1) & uint32(slots-1)
		for out[at*gazetteerSlot+4] != 0 {
			at = (at + 1) & uint32(slots-1)
		}
		binary.LittleEndian.PutUint32(out[at*gazetteerSlot:], h)
		out[at*gazetteerSlot+4] = kinds[h]
	}
	return out
}

// phraseHash is the hash of a name of up to three words, as the text's words would have it.
func phraseHash(name string) (h uint32, ok bool) {
	tokens := words(name)
	for i, k := range tokens {
		w := lookName(name[k.Start:k.End]).word
		if i == 0 {
			h = w
		} else {
			h = phrase(h, w)
		}
	}
	return h, len(tokens) > 0 && len(tokens) <= 3
}

// ParseList is the lines of a list, without blank ones and comments ("#").
func ParseList(data string) []string {
	var out []string
	for _, l := range strings.Split(data, "\n") {
		if l = strings.TrimSpace(l); l != "" && l[0] != '#' {
			out = append(out, l)
		}
	}
	return out
}
