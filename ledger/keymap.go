package ledger

// A keyMap holds a number for each of millions of keys in little more memory than they take: Go's maps leave a third of theirs
// free on the average.
type keyMap struct{ parts [256]keyPart }

// A keyPart is the keys with one low byte of their hash, each at the first free place from the one that the rest of the hash says.
type keyPart struct {
	places []keyPlace
	n      int // how many are taken
}

// A keyPlace is taken where its value is not 0.
type keyPlace struct {
	key   uint32
	value int32
}

// at is where the value of a key is kept, until the next key is new. A new key has the value 0, and must be given another.
func (m *keyMap) at(key uint32) *int32 {
	h := mix(key)
	p := &m.parts[h&255]
	if i := p.find(key, h); i >= 0 && p.places[i].value != 0 {
		return &p.places[i].value
	}
	if 8*(p.n+1) > 7*len(p.places) {
		p.grow()
	}
	p.n++
	i := p.find(key, h)
	p.places[i].key = key
	return &p.places[i].value
}

// value is that of a key, or 0.
func (m *keyMap) value(key uint32) int32 {
	h := mix(key)
	p := &m.parts[h&255]
	if i := p.find(key, h); i >= 0 {
		return p.places[i].value
	}
	return 0
}

// find is the place of a key, or the free one for it, or -1 where there are none.
func (p *keyPart) find(key, h uint32) int {
	if len(p.places) == 0 {
		return -1
	}
	i := int(uint64(h>>8) * uint64(len(p.places)) >> 24)
	for p.places[i].value != 0 && p.places[i].key != key {
		if i++; i == len(p.places) {
			i = 0
		}
	}
	return i
}

// grow makes room for an eighth more.
func (p *keyPart) grow() {
	old := p.places
	p.places = make([]keyPlace, len(old)+len(old)/8+8)
	for _, o := range old {
		if o.value != 0 {
			p.places[p.find(o.key, mix(o.key))] = o
		}
	}
}
