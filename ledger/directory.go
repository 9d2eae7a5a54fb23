package ledger

import "sync"

// A directory finds by their names what a ledger's views are made of. The views read it while the ledger grows; each sees of it
// what it holds itself.
type directory struct {
	mu      sync.RWMutex
	items   map[uint64]int32 // by the identifier of a set that begins with it in some view
	entered map[byte][]bool  // by kind and item: whether it is there
	reports map[string]int32 // numbers of reports, by what their revisions share, and of their ids
}

// enter puts the sets of a kind under their identifiers.
func (d *directory) enter(kind byte, sets [][]int32, identifier func(first int32) uint64) {
	d.mu.Lock()
	defer d.mu.Unlock()
	there := d.entered[kind]
	for _, s := range sets {
		first := s[0]
		if int(first) >= len(there) {
			there = append(there, make([]bool, int(first)+1-len(there))...)
		}
		if !there[first] {
			there[first], d.items[identifier(first)] = true, first
		}
	}
	d.entered[kind] = there
}

// item is the first item of the set with an identifier.
func (d *directory) item(id uint64) (int32, bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	n, ok := d.items[id]
	return n, ok
}

// add is the number of a report's name, a new one where it has none yet.
func (d *directory) add(name string) int32 {
	d.mu.Lock()
	defer d.mu.Unlock()
	n, ok := d.reports[name]
	if !ok {
		n = int32(len(d.reports))
		d.reports[name] = n
	}
	return n
}

// report is the number of a report's name.
func (d *directory) report(name string) (int32, bool) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	n, ok := d.reports[name]
	return n, ok
}

// names is how many names of reports there are.
func (d *directory) names() int { return len(d.reports) }
