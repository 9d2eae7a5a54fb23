package ledger

import "slices"

// A denial is of one statement, and not of all that has its words: of the claims that one denial stands against, those that are much less like it than
// the likest are left out.

// likestShare is how much of the likest one's cosine another has that the same denial is held against too.
const likestShare = .75

// likest is meetings without those of a denial with claims that are much less like it than another.
func (v *View) likest(ms []Meeting) []Meeting {
	best := map[string]float32{}
	alike := make([]float32, len(ms))
	deniers := make([]string, len(ms))
	for i := range ms {
		m := &ms[i]
		if deniers[i] = v.denying(m); deniers[i] == "" {
			continue
		}
		a, _ := v.lookup('c', m.A)
		b, _ := v.lookup('c', m.B)
		ia, ib := v.claim[v.claimSets[a][0]], v.claim[v.claimSets[b][0]]
		alike[i] = dot(v.claimAtItem(ia).vec, v.claimAtItem(ib).vec)
		best[deniers[i]] = max(best[deniers[i]], alike[i])
		if m.EarlierWords.Report == m.LaterWords.Report { // what stands beside it is held against its like alone
			deniers[i] += " " + m.LaterWords.Report
			best[deniers[i]] = max(best[deniers[i]], alike[i])
		}
	}
	out := ms[:0:0]
	for i := range ms {
		if deniers[i] == "" || alike[i] >= likestShare*best[deniers[i]] {
			out = append(out, ms[i])
		}
	}
	return out
}

// denying is the claim of a meeting that denies the other by its words, "" where neither does or both do.
func (v *View) denying(m *Meeting) string {
	if m.Kind != Against || m.B == "" {
		return ""
	}
	a, ok := v.lookup('c', m.A)
	b, also := v.lookup('c', m.B)
	if !ok || !also {
		return ""
	}
	of := func(set int) bool {
		return slices.ContainsFunc(v.claimSets[set][:1], func(i int32) bool { return v.claimAtItem(v.claim[i]).negated() })
	}
	switch x, y := of(a), of(b); {
	case x == y:
		return ""
	case x:
		return m.A
	default:
		return m.B
	}
}
