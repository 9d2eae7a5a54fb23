// Package gazetteer knows the names of places: countries, first-level regions, cities, seas, straits
// and areas, and the words for the people of a country.
//
// [Lookup] returns all places of one name, [Demonym] the country of "Venezuelan". The table is
// built into the program and read in place: nothing is unpacked at start. It holds no coordinates.
// Which of several places a report means is for resolve to say. The data's origin and terms are in
// ORIGIN.txt.
package gazetteer

import (
	_ "embed"
	"encoding/binary"
)

// table is the gazetteer: 4 bytes with the number of slots (a power of two), that many slots of 4
// bytes, each the offset of a key or 0, 1,024 bytes of which first words begin a name of several,
// then the keys. A key is its length, its bytes, the number of entries, and the entries. Numbers
// are little-endian.
//
//go:embed places.bin
var table string

// A Kind says what a place is.
type Kind uint8

// The kinds of places.
const (
	Country Kind = 1 + iota
	Region       // first-level division
	City
	Sea // also gulf, strait, canal, lake
	Area
	Continent
	demonym
)

// A Place is one place of the gazetteer.
type Place struct {
	Kind    Kind
	Capital bool   // of its country
	Weak    bool   // the name is as often something else
	Size    uint8  // binary logarithm of the population, 0 where unknown
	Country string // ISO 3166-1 alpha-2 (XK for Kosovo), or ""
	Region  string // ISO 3166-2, or ""
	ID      string // "geonames:3646738", "iso:VE", "iso:US-TX", "sayso:caribbean-sea"
	Name    string // the name it is shown by
	Within  string // names of what contains it, nearest first, joined by ";"; empty where Country and Region tell
}

// header is the number of bytes before the slots, filter the number after them.
const (
	header = 4
	filter = 1024
)

// Lookup appends to dst the places of a name, most populous first. The name must be folded by
// [Fold]. Demonyms are no places.
func Lookup(dst []Place, key []byte) []Place {
	at := find(key)
	if at == 0 {
		return dst
	}
	n := int(table[at])
	at++
	for range n {
		var p Place
		p, at = entry(at)
		if p.Kind != demonym {
			dst = append(dst, p)
		}
	}
	return dst
}

// Demonym is the ISO 3166-1 code of the country whose people or things key names ("venezuelan",
// "us"), or "". The key must be folded by [Fold].
func Demonym(key []byte) string {
	at := find(key)
	if at == 0 {
		return ""
	}
	n := int(table[at])
	at++
	for range n {
		var p Place
		p, at = entry(at)
		if p.Kind == demonym {
			return p.Country
		}
	}
	return ""
}

// Begins reports whether a name of several words may begin with word, folded; it errs only towards yes.
func Begins(word []byte) bool {
	h := hash(word) >> 19
	return table[header+4*slots()+int(h>>3)]&(1<<(h&7)) != 0
}

// Shown is the name of the country or region with an ISO code, or "".
func Shown(code string) string {
	var buf [16]byte
	key := append(buf[:0], '=')
	at := find(append(key, code...))
	if at == 0 {
		return ""
	}
	p, _ := entry(at + 1)
	return p.Name
}

func slots() int { return int(binary.LittleEndian.Uint32([]byte(table[:4]))) }

// find is the offset of the entries of key, or 0.
func find(key []byte) int {
	n := slots()
	if len(key) == 0 || len(key) > 255 {
		return 0
	}
	for i := int(hash(key)) & (n - 1); ; i = (i + 1) & (n - 1) {
		s := header + 4*i
		at := int(table[s]) | int(table[s+1])<<8 | int(table[s+2])<<16 | int(table[s+3])<<24
		if at == 0 {
			return 0
		}
		k := int(table[at])
		if k == len(key) && table[at+1:at+1+k] == string(key) {
			return at + 1 + k
		}
	}
}

// entry reads one place: kind and flags, size, then country, region, id, name and within, each with
// its length before it.
func entry(at int) (Place, int) {
	p := Place{Kind: Kind(table[at] & 15), Capital: table[at]&16 != 0, Weak: table[at]&32 != 0, Size: table[at+1]}
	at += 2
	for _, f := range [...]*string{&p.Country, &p.Region, &p.ID, &p.Name, &p.Within} {
		n := int(table[at])
		*f = table[at+1 : at+1+n]
		at += 1 + n
	}
	return p, at
}

// hash is FNV-1a.
func hash(b []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range b {
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// Data is the embedded table as it is stored.
func Data() string { return table }
