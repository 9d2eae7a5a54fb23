package ledger

import (
	"slices"

	"sayso/article"
	"sayso/read"
)

// Which of two claims that stand against each other denies the other, and who changed.

// whoSaysNot fills in who says in his own words that what the other tells is not so: "he never ordered them back".
func (v *View) whoSaysNot(m *Meeting, sa, sb int) {
	at := func(set int) *claimItem {
		it := v.claim[v.claimSets[set][0]]
		return &v.entries[it.entry].claims[it.n]
	}
	a, b := at(sa).deniesShare(), at(sb).deniesShare()
	if a < b {
		sa, a, b = sb, b, a
	}
	if s, _ := v.speaker(v.claimSets[sa][0]); s != "" && a >= contraryLeast && b <= contraryMost {
		m.Denier = s
		m.Reason += ", according to " + v.sourceName(s)
	}
}

func anyInside(of, in []article.Span) bool {
	return slices.ContainsFunc(of, func(s article.Span) bool { return spansHold(in, s.Start) })
}

// whoTurns finds who said the one and says the other, and who denies whom.
func (v *View) whoTurns(m *Meeting, sa, sb int) {
	said := map[string]int32{}
	for _, c := range v.claimSets[sa] {
		if s, _ := v.speaker(c); s != "" && !v.copiedText(c) && !v.ofOther(c) {
			if _, ok := said[s]; !ok {
				said[s] = c
			}
		}
	}
	if s := v.denier(sa); s != "" && v.denier(sb) == "" {
		m.Denier = s
		m.Reason += "; " + v.sourceName(s) + " denies it"
		return
	}
	for _, c := range v.claimSets[sb] {
		s, stance := v.speaker(c)
		own, before := said[s]
		first, then := v.entries[v.claim[own].entry], v.entries[v.claim[c].entry]
		before = before && v.later(v.claim[own].entry, v.claim[c].entry) // who admits later what others said first has not said it before
		switch {
		case s == "" || v.copiedText(c) || v.ofOther(c) || before && first.key == then.key:
		case before:
			m.Changed = s
			m.EarlierWords, m.LaterWords = v.claimRef(own), v.claimRef(c)
			m.Reason += "; " + v.sourceName(s) + " said the one and says the other"
			return
		case stance == read.Denies && m.Denier == "":
			m.Denier = s
			m.Reason += "; " + v.sourceName(s) + " denies it"
		}
	}
}

// claimRef is the words of a claim item.
func (v *View) claimRef(c int32) Ref {
	at := v.claim[c]
	return v.ref(at.entry, v.entries[at.entry].claims[at.n].spans[0])
}

// denier is the first source that says a claim as a denial, or "".
func (v *View) denier(set int) string {
	for _, c := range v.claimSets[set] {
		at := v.claim[c]
		if v.entries[at.entry].claims[at.n].denial {
			if s, _ := v.speaker(c); s != "" {
				return s
			}
		}
	}
	return ""
}

// copiedText reports whether the report of a claim item copies another's: a digit that slipped there is not its source's.
func (v *View) copiedText(c int32) bool {
	n := v.claim[c].entry
	return v.copyRoots[n] != n
}

// ofOther reports whether a claim item is what others tell of the source at the end of its chain, and not what that one says.
func (v *View) ofOther(c int32) bool {
	at := v.claim[c]
	e := v.entries[at.entry]
	return e.claims[at.n].att >= 0 && v.hearsay(e, &e.claims[at.n])
}

// speaker is the source at the end of a claim item's chain.
func (v *View) speaker(c int32) (string, read.Stance) {
	at := v.claim[c]
	e := v.entries[at.entry]
	it := &e.claims[at.n]
	if it.att < 0 {
		return "", ""
	}
	a := &e.r.Attributions[it.att]
	if len(a.Chain) == 0 {
		return "", a.Stance
	}
	k := sourcePlace(e.r, a.Chain[len(a.Chain)-1])
	if k < 0 {
		return "", a.Stance
	}
	return v.sourceIDAt(at.entry, k), a.Stance
}
