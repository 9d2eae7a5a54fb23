package ledger

import "sayso/article"

// That two companies talk about becoming one is told as "is exploring a takeover of", "in early talks to acquire", "weighs a bid for" and
// "has held discussions with … about a merger". What makes these one claim is the two who talk.

var (
	takeover  = setOfStems("takeover acquire acquires acquiring acquisition merge merges merging merger buy buying buyout purchase purchasing bid combine combination tie-up")
	exploring = setOfStems("talk talks talking discuss discussing discussion discussions exploring explored considering considered weighing weighed mulling negotiating negotiations negotiation pursuing eyeing")
	ended     = setOfStems("ended collapsed failed broke fell fall abandoned halted suspended rejected dropped resumed walked stalled blocked oppose opposes opposed without")
)

// mostBidders bounds the names of a content whose pairs are looked up.
const mostBidders = 5

// bidders are the last words of the names in a content that tells, and does not deny, that a takeover is talked about or thought of,
// sorted; none where it tells nothing of the kind.
func (x *extractor) bidders(spans []article.Span, denied []uint32) []uint32 {
	var names []uint32
	buys, talks := false, false
	for _, s := range spans {
		ws := x.within(s)
		for i, w := range ws {
			if ended[w.stem] || (takeover[w.stem] || exploring[w.stem]) && inSorted(denied, w.stem) {
				return nil
			}
			buys, talks = buys || takeover[w.stem], talks || exploring[w.stem]
			last := i+1 == len(ws) || !ws[i+1].upper || firmKinds[ws[i+1].stem] || ws[i+1].Start > w.End+1
			if w.upper && last && !firmKinds[w.stem] && !stopStems[w.stem] {
				names = append(names, w.stem)
			}
		}
	}
	if names = sortedSet(names); !buys || !talks || len(names) < 2 || len(names) > mostBidders {
		return nil
	}
	return names
}

// firmKinds may follow the name of a company.
var firmKinds = setOfStems("corp corporation inc co company ltd limited plc group holdings")

// oneBid reports whether two contents tell that a takeover is talked about between the same two.
func oneBid(ea *entry, a *claimItem, eb *entry, b *claimItem) bool {
	return a.denial == b.denial && len(commonWord(a.bidders, b.bidders)) > 1 && !otherCount(ea, a, eb, b)
}
