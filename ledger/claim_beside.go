package ledger

import (
	"cmp"
	"slices"

	"sayso/resolve"
)

// claimsBeside are what the model of claims joins: by claim, the earlier contents that say the same in other words, in reports beside its own.
type claimsBeside struct {
	ties  map[int32][]tie
	first []int32 // by entry: its first claim
}

// The probabilities from which the model's word is taken.
const (
	besideAlike = .60
	creditAlike = .20 // of what is told on the credit of the earlier report's outlet
	besideOver  = .10 // by how much two contents are rougher like each other than either is like another of the two reports
	besideRough = .35 // how rougher like each other they are at least
	besideRoot  = .30 // likeness of meanings that a content has with the first of its claim
)

// besideClaims finds, for the claims of entry n, those that are one with them in the reports beside it.
func (l *Ledger) besideClaims(n int32) {
	for _, t := range besideOf(l.stories.ties[n]) {
		l.pairClaims(t, n)
	}
}

// besideOf is the reports beside one, of its likest earlier ones.
func besideOf(ties []tie) []tie { return ties[:min(besideReports, len(ties))] }

// pairClaims keeps what the model joins of the claims of entry n with those of an earlier entry.
func (l *Ledger) pairClaims(earlier tie, n int32) {
	ea, eb := l.entries[earlier.item], l.entries[n]
	if ea.key == eb.key || len(ea.claims) == 0 || len(eb.claims) == 0 {
		return
	}
	l.pairUp(earlier.item, n, float64(earlier.score)).joined(func(i, j int, s float32) {
		later := l.besides.first[n] + int32(j)
		l.besides.ties[later] = append(l.besides.ties[later], tie{l.besides.first[earlier.item] + int32(i), s})
	})
}

// joined calls visit with each two contents that are one by the model. A content is one with the likest of the other report only, and is likest to it in turn: what two sentences of a report tell is seldom one thing.
func (p *pairing) joined(visit func(i, j int, s float32)) {
	n, m := len(p.sa.contents), len(p.sb.contents)
	scores := make([]float32, n*m)
	rows, columns := make([]float32, m), make([]float32, n)
	for i := range n {
		for j := range m {
			s := p.score(i, j)
			scores[i*m+j] = s
			rows[j], columns[i] = max(rows[j], s), max(columns[i], s)
		}
	}
	for i := range n {
		for j := range m {
			if s := scores[i*m+j]; s > 0 && s == rows[j] && s == columns[i] {
				visit(i, j, s)
			}
		}
	}
}

// score is the probability that contents i and j are one, 0 where that is too little or something stands against it.
func (p *pairing) score(i, j int) float32 {
	a, b := &p.ea.claims[i], &p.eb.claims[j]
	over := p.over(i, j)
	if p.rough(i, j) < besideRough {
		over = 0
	}
	if len(a.gist.plain) < gistLeast || len(b.gist.plain) < gistLeast || over < besideOver && len(b.cites) == 0 { // a scrap, or not asked about below
		return 0
	}
	f := p.features(i, j)
	credit := onCredit(&f)
	if !credit && (over < besideOver || f[cStage] == 2 || len(a.aside) > 0 != (len(b.aside) > 0)) {
		return 0
	}
	s := loadedClaimPair().score(f[:])
	switch {
	case s < either(credit, creditAlike, besideAlike) || !credit && besideThePoint(p.ea, a, p.eb, b):
		return 0
	case onlyPredicate(a, b) || tellsMore(p.ea, a, p.eb, b) || tellsMore(p.eb, b, p.ea, a) || contraryClaims(p.ea, a, p.eb, b) || otherSum(p.ea, a, p.eb, b):
		return 0
	}
	return float32(s)
}

// onlyPredicate reports whether two contents have nothing in common but what they say their things to be: "the water was safe", "the fish were safe".
func onlyPredicate(a, b *claimItem) bool {
	common := commonWord(a.gist.plain, b.gist.plain)
	return a.predicate != 0 && a.predicate == b.predicate && len(common) == 1 && common[0] == a.predicate && len(commonWord(a.gist.names, b.gist.names)) == 0
}

// tellsMore reports whether content b tells something further of the deed that content a tells: "inspectors warned the ministry", "they had put the warning in
// writing".
func tellsMore(ea *entry, a *claimItem, eb *entry, b *claimItem) bool {
	x, y := ea.aboutOf(a), eb.aboutOf(b)
	in := func(stems []uint32, about thePoint) bool {
		return len(commonWord(stems, about.main))+len(commonWord(stems, about.around)) > 0
	}
	return len(x.verbs) > 0 && len(y.verbs) > 0 && len(commonWord(x.verbs, y.verbs)) == 0 && likeWords(x.verbs, y.verbs) == 0 && in(x.verbs, y) && !in(y.verbs, x)
}

// otherSum reports whether the people of whom one of two contents first tells how many are dead, hurt or missing are not counted in the other: "six are missing",
// "the toll stands at five, with six missing".
func otherSum(ea *entry, a *claimItem, eb *entry, b *claimItem) bool {
	x, y := ea.firstToll(a), eb.firstToll(b)
	return x != "" && y != "" && (!ea.countsIn(y, a) || !eb.countsIn(x, b))
}

// firstToll is the first of the measures of a toll of which a content has a number, or "".
func (e *entry) firstToll(c *claimItem) string {
	for _, i := range c.figures {
		switch m := e.r.Figures[i].Measure; m {
		case "killed", "injured", "missing":
			return m
		}
	}
	return ""
}

// countsIn reports whether a content has a number of a measure.
func (e *entry) countsIn(measure string, c *claimItem) bool {
	return slices.ContainsFunc(c.figures, func(i int32) bool { return e.r.Figures[i].Measure == measure })
}

// onCredit reports whether the later of two contents is told on the word of the earlier one's outlet, or both on that of one.
func onCredit(f *claimFeatures) bool { return f[cCites] > 0 || f[cBothCite] > 0 }

// contraryClaims reports whether something that two contents say makes them two, whatever their words.
func contraryClaims(ea *entry, a *claimItem, eb *entry, b *claimItem) bool {
	denied := func(s resolve.Status) bool { return s == resolve.DidNotHappen || s == resolve.Denied }
	return denied(a.status) != denied(b.status) && a.status != "" && b.status != "" ||
		opposed(a, b) > opposedMost || otherCount(ea, a, eb, b) || otherMonths(a, b) || twoThings(a, b) != "" || twoDeny(ea, a, eb, b) ||
		ea.toldNot(a) != eb.toldNot(b) || ea.saysNone(a, b) || eb.saysNone(b, a) || contraryWords(a, b) || rivalCauses(ea, a, eb, b) ||
		ofTwoSpeakers(ea, a, eb, b) || incidentsApart(ea, a, eb, b) != "" || ea.sureness(a) != eb.sureness(b)
}

// hangBeside makes what stands beside a claim its candidates.
func (l *Ledger) hangBeside(claim int32) {
	for _, t := range l.besides.ties[claim] {
		if !l.claims.far(t.item, claim) {
			l.claims.hangBy(t.item, claim, t.score)
		}
	}
}

// reclaim brings the claims of reports up to date whose likest earlier reports are others since entry n came in.
func (l *Ledger) reclaim(n int32) {
	for _, r := range l.stories.takeRetied() {
		if r.item == n {
			continue
		}
		was, is := besideOf(r.was), besideOf(l.stories.ties[r.item])
		entered := func(ts []tie, item int32) bool {
			return slices.ContainsFunc(ts, func(t tie) bool { return t.item == item })
		}
		for _, t := range was {
			if !entered(is, t.item) {
				l.unpair(t.item, r.item)
			}
		}
		for _, t := range is {
			if entered(was, t.item) {
				continue
			}
			l.pairClaims(t, r.item)
			for k := range l.entries[r.item].claims {
				claim := l.besides.first[r.item] + int32(k)
				for _, b := range l.besides.ties[claim] {
					if l.claim[b.item].entry == t.item && !l.claims.far(b.item, claim) {
						l.claims.hangBy(b.item, claim, b.score)
					}
				}
			}
		}
	}
}

// unpair forgets what joined the claims of two entries that stand beside each other no more.
func (l *Ledger) unpair(earlier, later int32) {
	for k := range l.entries[later].claims {
		claim := l.besides.first[later] + int32(k)
		lost := false
		ts := slices.DeleteFunc(l.besides.ties[claim], func(t tie) bool {
			gone := l.claim[t.item].entry == earlier
			lost = lost || gone && l.claims.parent[claim] == t.item
			return gone
		})
		if len(ts) == 0 {
			delete(l.besides.ties, claim)
		} else {
			l.besides.ties[claim] = ts
		}
		if lost {
			l.claims.chooseAnew(claim)
		}
	}
}

// A retie is a report whose likest earlier ones are others, with those that were.
type retie struct {
	item int32
	was  []tie
}

// takeRetied is the items whose ties may have changed since the last call, each once.
func (f *forest) takeRetied() []retie {
	out := f.retied
	f.retied = nil
	slices.SortStableFunc(out, func(a, b retie) int { return cmp.Compare(a.item, b.item) })
	return slices.CompactFunc(out, func(a, b retie) bool { return a.item == b.item }) // the first is the oldest
}
