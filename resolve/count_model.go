package resolve

import (
	_ "embed"
)

// countModel holds the weights of the features by hash, little-endian 16-bit; data/count.txt says
// where they come from.
//
//go:embed data/count.bin
var countModel string

// countBits is how many bits of a hash name a weight.
const countBits = 14

func weight(h uint32) int {
	k := int(h>>(32-countBits)) * 2
	if k+1 >= len(countModel) {
		return 0
	}
	return int(int16(uint16(countModel[k]) | uint16(countModel[k+1])<<8))
}

// best is the candidate with the largest sum of weights, the first of equals.
func best(cs []candidate) int {
	at, most := 0, 0
	for i := range cs {
		sum := 0
		for _, h := range cs[i].features {
			sum += weight(h)
		}
		if i == 0 || sum > most {
			at, most = i, sum
		}
	}
	return at
}
