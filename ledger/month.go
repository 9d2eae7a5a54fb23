package ledger

import "strings"

// The months, and how they are shortened beside a day.
const (
	monthNames = "january february march april may june july august september october november december"
	monthShort = "jan feb mar apr jun jul aug sep sept oct nov dec"
)

// months are the names and short forms, and monthHashes those by the hash of the word.
var (
	months      = setOf(monthNames + " " + monthShort)
	monthHashes = setOfWords(monthNames + " " + monthShort)
)

// monthBits are the months by their full names, a bit each.
var monthBits = func() map[uint32]uint16 {
	m := map[uint32]uint16{}
	for i, w := range strings.Fields(monthNames) {
		m[hash32([]byte(w))] = 1 << i
	}
	return m
}()
