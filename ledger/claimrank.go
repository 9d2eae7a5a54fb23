package ledger

import (
	"cmp"
	"slices"
	"sort"
)

// A ClaimRank is by what a list of claims is ordered: how many outlets have the claim, and whether it is contested.
type ClaimRank struct {
	Outlets   int
	Contested bool // somebody says it as a denial, or, where asked for, it is against another claim
	set       int32
}

// RankedClaim is a ranked claim without its links.
func (v *View) RankedClaim(r ClaimRank) Claim { return v.claimBrief(int(r.set)) }

// RankedWords are a ranked claim's words as first reported.
func (v *View) RankedWords(r ClaimRank) string {
	first := v.claim[v.claimSets[r.set][0]]
	e := v.entries[first.entry]
	return joinSpans(e.r.Article.Text, e.claims[first.n].spans)
}

// RankClaims are the main claims of all stories, each once: those of most outlets first, of those of as many the contested ones,
// then those of the latest story.
func (v *View) RankClaims() []ClaimRank { return v.rankClaims(v.storyOrder()) }

// RankClaimsOf is [View.RankClaims] of some stories, the latest first.
func (v *View) RankClaimsOf(stories []Story) []ClaimRank {
	var numbers []int32
	for _, st := range stories {
		if n, ok := v.lookup('t', st.ID); ok {
			numbers = append(numbers, int32(n))
		}
	}
	return v.rankClaims(numbers)
}

// RankClaimsIn are the claims of one story. Those that another claim stands against are contested too, which costs as much as the
// story's page.
func (v *View) RankClaimsIn(story string) []ClaimRank {
	against := map[string]bool{}
	for _, m := range v.Meetings(story) {
		if m.Kind == Against {
			against[m.A], against[m.B] = true, true
		}
	}
	var out []ClaimRank
	for _, set := range v.mainClaims(story) {
		r := v.claimRanked(int32(set))
		r.Contested = r.Contested || against[v.claimID(set)]
		out = append(out, r)
	}
	return byRank(out)
}

// rankClaims are the claims of stories with what they are listed by, those of each story the weightiest first.
func (v *View) rankClaims(stories []int32) []ClaimRank {
	var inStory, listed marks
	listed.clear(len(v.claimSets))
	out := make([]ClaimRank, 0, len(v.claimSets))
	var sets []int32
	var ranks []ClaimRank
	for _, n := range stories {
		inStory.clear(len(v.claimSets))
		sets, ranks = sets[:0], ranks[:0]
		for _, e := range v.latest(n) {
			for _, set := range v.claimsOfEntry(e) {
				if set >= 0 && inStory.first(set) {
					sets = append(sets, set)
				}
			}
		}
		slices.Sort(sets)
		for _, set := range sets {
			ranks = append(ranks, v.claimRanked(set))
		}
		if len(ranks) > most {
			ranks = byRank(ranks)[:most]
		}
		for _, r := range ranks {
			if listed.first(r.set) {
				out = append(out, r)
			}
		}
	}
	return byRank(out)
}

// byRank is the ranks with the highest first; those that are alike stay in their order. Few ranks differ, so that they are counted
// and not compared.
func byRank(ranks []ClaimRank) []ClaimRank {
	key := func(r ClaimRank) int { return 2*r.Outlets + boolInt(r.Contested) }
	var at []int
	for _, r := range ranks {
		if k := key(r); k >= len(at) {
			at = append(at, make([]int, k+1-len(at))...)
		}
		at[key(r)]++
	}
	begin := 0
	for k := range slices.Backward(at) {
		at[k], begin = begin, begin+at[k]
	}
	out := make([]ClaimRank, len(ranks))
	for _, r := range ranks {
		k := key(r)
		out[at[k]] = r
		at[k]++
	}
	return out
}

// mainClaims is the story's claims that most outlets have, of those of as many the contested ones first.
func (v *View) mainClaims(story string) []int {
	sets := v.claimSetsIn(story)
	ranks := make(map[int]int, len(sets))
	for _, s := range sets {
		outlets, denied := v.claimRank(s)
		ranks[s] = 2*outlets + boolInt(denied)
	}
	sort.SliceStable(sets, func(i, j int) bool { return ranks[sets[i]] > ranks[sets[j]] })
	return sets[:min(most, len(sets))]
}

func (v *View) claimRanked(set int32) ClaimRank {
	outlets, denied := v.claimRank(int(set))
	return ClaimRank{outlets, denied, set}
}

// claimRank is how many outlets have a claim, and whether somebody says it as a denial.
func (v *View) claimRank(set int) (outlets int, denied bool) {
	var few [16]int32
	seen := few[:0]
	for _, m := range v.claimSets[set] {
		if o := v.outletOf[v.claim[m].entry]; !slices.Contains(seen, o) {
			seen = append(seen, o)
		}
		denied = denied || v.denials[m]
	}
	return len(seen), denied
}

// claimsOfEntry are the claims that an entry's are of, or -1.
func (v *View) claimsOfEntry(n int32) []int32 {
	base := v.claimBase[n]
	return v.claimOf[base : base+int32(len(v.entries[n].claims))]
}

// storyOrder is the stories, the latest first.
func (v *View) storyOrder() []int32 {
	type place struct {
		last int32
		id   uint64
		n    int32
	}
	places := make([]place, len(v.stories))
	for n, members := range v.stories {
		last := v.entries[members[len(members)-1]].day
		if last == unknownDay {
			last = -unknownDay
		}
		places[n] = place{last, identifier('t', v.entries[members[0]], 0), int32(n)}
	}
	slices.SortFunc(places, func(a, b place) int { return cmp.Or(cmp.Compare(b.last, a.last), cmp.Compare(a.id, b.id)) })
	out := make([]int32, len(places))
	for i, p := range places {
		out[i] = p.n
	}
	return out
}
