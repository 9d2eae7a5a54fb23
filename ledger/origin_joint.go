package ledger

import "slices"

// eachOf is where the chain of saying m ends, or an end for each of those whom its words join: "Governor Orr and the harbour police".
func (f *follower) eachOf(m int32) []end {
	v, en := f.v, f.follow(m, 0)
	if en.Kind != EndSource || en.source < 0 {
		return []end{en}
	}
	at := v.source[en.source]
	e := v.entries[at.entry]
	var out, outlets []end
	for _, id := range e.sources[at.n].s.Members {
		k := sourcePlace(e.r, id)
		if k < 0 {
			continue
		}
		one := en
		if o := v.asOutlet(e, &e.sources[k]); o != nil { // "the Ledger and its sources" are one
			if v.claim[m].entry == at.entry {
				outlets = append(outlets, f.outlet(m, o, en.Steps[len(en.Steps)-1].Ref, 1))
			}
			continue
		}
		one.source, one.Source, one.Name = v.sourceBase[at.entry]+k, v.sourceIDAt(at.entry, k), v.calledAt(at.entry, k)
		one.key = "source " + one.Source
		if e.sources[k].s.Name == "" && one.Outlet != "" && one.Name == sourceLabel(&e.sources[k]) {
			one.Name += ", cited by " + outletLabel(one.Outlet)
		}
		out = append(out, one)
	}
	switch {
	case outlets != nil && !slices.ContainsFunc(out, func(o end) bool { return !v.unnamedItem(o.source) }):
		return outlets // its unnamed sources are the outlet's
	case out == nil && outlets == nil:
		return []end{en}
	}
	return append(outlets, out...)
}
