package ledger

// gatherItems puts sources, quotations, claims and events with what they hang on.
func (v *View) gatherItems(l *Ledger) {
	v.source, v.linked = l.source[:len(l.source):len(l.source)], append([]sourceLink(nil), l.linked...)
	parent := append([]int32(nil), l.sources.parent...)
	for i := range parent {
		if v.linked[i].verdict != Same {
			parent[i] = -1
		}
	}
	v.sourceParent = append(v.sourceParent, l.sources.parent...)
	v.gatherSources(parent)
	v.gatherMaybe()
	v.quote, v.quoteParent = l.quote[:len(l.quote):len(l.quote)], append([]int32(nil), l.quotes.parent...)
	v.quoteSets, v.quoteOf, v.quoteBase = v.gather(v.quote, v.quoteParent)
	v.claim, v.claimParent = l.claim[:len(l.claim):len(l.claim)], append([]int32(nil), l.claims.parent...)
	v.claimScore = append([]float32(nil), l.claims.score...)
	v.denials = l.denials[:len(l.claim):len(l.claim)]
	v.claimSets, v.claimOf, v.claimBase = v.gather(v.claim, v.claimParent, l.gathered.nearRoot(v))
	v.event, v.eventParent = l.event[:len(l.event):len(l.event)], append([]int32(nil), l.events.parent...)
	v.eventSets, v.eventOf, v.eventBase = v.gather(v.event, v.eventParent, l.gathered.oneHappening(v))
	v.name('s', v.source)
	v.name('c', v.claim)
	v.name('e', v.event)
	v.name('q', v.quote)
}

// gatherSources joins the sources with what they hang on, and then those that only the whole shows to be one.
func (v *View) gatherSources(parent []int32) {
	order, base := v.inEntries(v.source)
	v.sourceBase = base
	s := newSets(len(v.source))
	for _, i := range order {
		if p := parent[i]; p >= 0 {
			s.join(s.find(p), i)
		}
	}
	v.joinSources(s, order)
	v.sourceSets, v.sourceOf = s.gather(order)
}

// gatherMaybe lists, for each set of sources, the later mentions that are possibly of it, in canonical order.
func (v *View) gatherMaybe() {
	v.maybe = map[int32][]int32{}
	for _, n := range v.order {
		for k := range v.entries[n].sources {
			m := v.sourceBase[n] + int32(k)
			if p := v.sourceParent[m]; p >= 0 && v.linked[m].verdict == PossiblySame && v.sourceOf[p] != v.sourceOf[m] {
				v.maybe[v.sourceOf[p]] = append(v.maybe[v.sourceOf[p]], m)
			}
		}
	}
}

// name enters the sets of a kind under their identifiers.
func (v *View) name(kind byte, items []item) {
	sets, _ := v.setsOfKind(kind)
	v.ids.enter(kind, sets, func(first int32) uint64 { return identifier(kind, v.entries[items[first].entry], items[first].n) })
}

// nearRoot reports whether claim i is like the first one of the claim that it would join.
func (v *View) nearRoot(root, i int32) bool {
	a, b := v.claim[root], v.claim[i]
	ea, eb := v.entries[a.entry], v.entries[b.entry]
	x, y := &ea.claims[a.n], &eb.claims[b.n]
	if oneOrder(ea, x, eb, y) || oneBid(ea, x, eb, y) || retoldOpening(ea, x, eb, y) {
		return true
	}
	s := claimCosine(x, y)
	least := min(claimRoot, claimLeast(ea, x, eb, y, s))
	return s >= least && (!otherStatus(ea, x, eb, y) || allowedScoop(ea, x, eb, y) || retoldStage(ea, x, eb, y)) && !otherCount(ea, x, eb, y) && !otherMonths(x, y) && !otherDay(ea, x, eb, y) && (s >= claimSame || twoThings(x, y) == "")
}

// byModel reports whether a claim hangs on its parent by the model's word.
func (v *View) byModel(claim int32) bool {
	return v.claimParent[claim] >= 0 && v.claimScore[claim] < byWords
}

// nearRootInMeaning reports whether claim i, which the model joins with one that is of root's claim, is near the first one too.
func (v *View) nearRootInMeaning(root, i int32) bool {
	a, b := v.claim[root], v.claim[i]
	ea, eb := v.entries[a.entry], v.entries[b.entry]
	x, y := &ea.claims[a.n], &eb.claims[b.n]
	m, o := meaningOf(x.vec), meaningOf(y.vec)
	return (alikeMeaning(&m, &o) >= besideRoot || claimCosine(x, y) >= claimRoot) && !contraryClaims(ea, x, eb, y)
}

// gather is the sets of items over the view's entries in canonical order, the set of each item, and
// the first item of each entry.
func (v *View) gather(items []item, parent []int32, near ...func(root, i int32) bool) (all [][]int32, of, base []int32) {
	order, base := v.inEntries(items)
	s := newSets(len(items))
	for _, i := range order {
		p := parent[i]
		if p < 0 {
			continue
		}
		if root := s.find(p); len(near) == 0 || near[0](root, i) {
			s.join(root, i)
		} else {
			parent[i] = -1
		}
	}
	all, of = s.gather(order)
	return all, of, base
}

// inEntries is the items of the view's entries in canonical order, and the first item of each entry.
func (v *View) inEntries(items []item) (order, base []int32) {
	base = make([]int32, len(v.entries))
	count := make([]int32, len(v.entries))
	for i, it := range items {
		if it.n == 0 {
			base[it.entry] = int32(i)
		}
		count[it.entry]++
	}
	order = make([]int32, 0, len(items))
	for _, n := range v.order {
		for k := range count[n] {
			order = append(order, base[n]+k)
		}
	}
	return order, base
}

// reportsOf is how many reports the items of a set are from.
func (v *View) reportsOf(items []item, set []int32) int {
	seen := map[string]bool{}
	for _, m := range set {
		seen[v.entries[items[m].entry].key] = true
	}
	return len(seen)
}

// sourceIDAt is the id across reports of the n-th source of an entry.
func (v *View) sourceIDAt(entry, n int32) string {
	set := v.sourceOf[v.sourceBase[entry]+n]
	if set < 0 {
		return ""
	}
	return v.sourceSetID(int(set))
}
