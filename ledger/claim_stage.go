package ledger

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"sayso/article"
	"sayso/read"
)

// Contents in the same words can be of two stages or of two things: a truce that is asked for is none that is agreed, sailors who
// were rescued are not held, and what was done to the one ship was not done to the other.

// A stage is how far a thing has come as a content tells it, by the words for it.
type stage byte

const (
	noStage stage = iota
	wanted
	agreed
	inForce
	broken
	refused
	seized
	saved
	freed
	escaped
)

// stagePhrases say a stage in a reason.
var stagePhrases = map[stage]string{wanted: "a deal that is asked for", agreed: "a deal that is agreed", inForce: "a deal in force", broken: "a deal that is broken",
	refused: "a deal that is refused", seized: "people taken or held", saved: "people rescued", freed: "people set free", escaped: "people who escaped"}

var (
	// deals are what is asked for, agreed, kept and broken.
	deals = setOfStems("ceasefire cease-fire truce armistice")

	// dealStages are the words that say how a deal stands, by stem.
	dealStages = stageWords(map[stage]string{
		wanted:  "ask asked asks asking seek sought seeks seeking urge urged urges urging call called calls calling want wanted wants demand demanded demands plead pleaded pleads appeal appealed request requested support supported supports propose proposed proposes offer offered",
		agreed:  "agree agreed agrees accept accepted accepts sign signed signs reach reached announce announced conclude concluded",
		inForce: "began begun begin begins start started starts took takes came holding holds held",
		broken:  "violate violated violates violating violation violations breach breached breaches breaching broke broken breaks breaking collapse collapsed infringe infringed",
		refused: "reject rejected rejects refuse refused refuses decline declined declines"})

	// fateStages are the words for what became of people, by stem.
	fateStages = stageWords(map[stage]string{
		seized:  "kidnap kidnapped kidnapping abduct abducted abducting captive hostage custody detain detained detaining",
		saved:   "rescue rescued rescuing rescues",
		freed:   "release released releasing free freed freeing",
		escaped: "escape escaped escapes escaping"})
)

func stageWords(by map[stage]string) map[uint32]stage {
	m := map[uint32]stage{}
	for st, words := range by {
		for w := range setOfStems(words) {
			m[w] = st
		}
	}
	return m
}

// stageBefore and stageAfter are how many words from a deal the word for its stage can stand.
const stageBefore, stageAfter = 9, 4

// dealStage is the stage of the first deal that a content tells of: the nearest word for one before it, else after it. A demand
// asks for whatever it is about. "Ceasefire talks" and "a ceasefire proposal" are no deal.
func dealStage(text string, ws []word, does read.Stance) stage {
	for i, w := range ws {
		if !deals[w.stem] {
			continue
		}
		if i+1 < len(ws) && ws[i+1].Start == w.End+1 {
			switch next := ws[i+1]; {
			case dealStages[next.stem] == broken:
				return broken
			case aroundDeal[next.stem]:
				continue
			}
		}
		for k := i - 1; k >= 0 && k >= i-stageBefore && !ends(text, ws[k].End, ws[k+1].Start); k-- {
			if st := dealStages[ws[k].stem]; st > noStage && st != inForce {
				return st
			}
		}
		for k := i + 1; k < len(ws) && k <= i+stageAfter && !breaks(text, ws[k-1].End, ws[k].Start); k++ {
			if st := dealStages[ws[k].stem]; st > noStage {
				return st
			}
		}
		if does == read.Demands {
			return wanted
		}
		return noStage
	}
	return noStage
}

// aroundDeal are words for what there is about a deal and not the deal.
var aroundDeal = setOfStems("talks negotiation negotiations proposal proposals plan offer monitoring monitors line committee deal terms")

// fateOf is what became of people as a content tells it, where it tells one thing of it: of those taken who were freed, that they were freed.
func fateOf(ws []word) (fate stage) {
	for _, w := range ws {
		switch st := fateStages[w.stem]; {
		case st == noStage, st == fate, st == seized && fate != noStage:
		case fate == noStage, fate == seized:
			fate = st
		default:
			return noStage
		}
	}
	return fate
}

// shipsIn is the names of ships that a content tells of, sorted; a report says once that a name is a ship's: "the bulk carrier
// Meridian", "a ferry, the Sorrel Star,".
func (x *extractor) shipsIn(spans []article.Span) []uint32 {
	if x.ships == nil {
		x.ships = x.shipNames()
		if len(x.ships) == 1 {
			for name := range x.ships {
				x.e.ship = name
			}
		}
	}
	if len(x.ships) == 0 {
		return nil
	}
	var out []uint32
	for _, s := range spans {
		ws := x.within(s)
		for i := range ws {
			if n := x.nameAt(ws, i); n > 0 && x.ships[joinedName(ws[i:i+n])] {
				out = append(out, joinedName(ws[i:i+n]))
			}
		}
	}
	return sortedSet(out)
}

// shipNames is the names that the report gives to ships.
func (x *extractor) shipNames() map[uint32]bool {
	out := map[uint32]bool{}
	for i := 0; i+1 < len(x.ws); i++ {
		if !shipWords[x.ws[i].stem] || x.ws[i].upper {
			continue
		}
		k := i + 1
		if naming[x.ws[k].hash] && k+1 < len(x.ws) {
			k++
		}
		if gap := x.a.Text[x.ws[k-1].End:x.ws[k].Start]; gap != " " && gap != ", " && gap != " “" && gap != ` "` {
			continue
		}
		if n := x.nameAt(x.ws, k); n > 0 && (k > i+1 || x.a.Text[x.ws[i].End] == ' ' || closes(x.a.Text, x.ws[k+n-1].End)) {
			out[joinedName(x.ws[k:k+n])] = true
		}
	}
	return out
}

// closes reports whether a comma ends what stands before it: "a carrier, Meridian, was hit".
func closes(text string, at int) bool { return at < len(text) && text[at] == ',' }

func joinedName(ws []word) uint32 {
	hs := make([]uint32, len(ws))
	for i, w := range ws {
		hs[i] = w.hash
	}
	return joinHash(31, hs)
}

var (
	shipWords = setOfStems("ship vessel carrier bulker tanker ferry freighter boat yacht trawler liner containership steamer barge")
	naming    = setOfWords("the named called mv m/v")
)

// stageBits are the words that a stage, a fate, a verdict, "first" or a rising number is told by, a bit for each hash's end, so that a content
// without any is passed over at once.
var stageBits = sync.OnceValue(func() *[64]uint64 {
	var bits [64]uint64
	set := func(h uint32) { bits[h>>6&63] |= 1 << (h & 63) }
	for _, m := range []map[uint32]bool{deals, scornStems, rising, {firstStanding: true}} {
		for h := range m {
			set(h)
		}
	}
	for h := range fateStages {
		set(h)
	}
	return &bits
})

// tellsStage reports whether a word of a content may be one of them.
func tellsStage(ws []word) bool {
	bits := stageBits()
	for i := range ws {
		if h, g := ws[i].stem, ws[i].hash; bits[h>>6&63]>>(h&63)&1 == 1 || bits[g>>6&63]>>(g&63)&1 == 1 {
			return true
		}
	}
	return false
}

// stages fills in what tells a content from others in its words.
func (x *extractor) stages(c *claimItem, ws []word) {
	does := read.Stance("")
	if c.att >= 0 {
		a := &x.e.r.Attributions[c.att]
		does = a.Stance
		c.unsettled = does == read.Denies && !c.denial && !isRefusal(x.e.r, a) && !pleads(x.a.Text, a) || notYet(x.e.r, a) != ""
	}
	if c.objects = x.shipsIn(c.spans); tellsStage(ws) {
		c.deal, c.fate = dealStage(x.a.Text, ws, does), fateOf(ws)
		x.says(c, ws)
	}
	for _, i := range c.figures {
		for _, w := range x.within(x.e.r.Figures[i].Span) {
			if w.digit {
				c.numbers = append(c.numbers, w.stem)
			}
		}
		if f := &x.e.r.Figures[i]; f.Low != nil && !f.Vague {
			c.lows = append(c.lows, *f.Low)
			c.adds = c.adds || x.adds(f.Span)
		}
	}
	c.limit, c.mayOnly = overLimit(ws, c.denial), mayOnly(ws)
	for _, w := range ws {
		if w.upper {
			c.months |= monthBits[w.hash]
		}
	}
	c.numbers = sortedSet(c.numbers)
	c.counts, c.foretold = x.countKinds(c, ws)
}

// twoThings is why two contents are two claims whatever their words: two stages of one thing, two ships, two kinds of count, a
// question and its answer, or "".
func twoThings(a, b *claimItem) string {
	switch {
	case a.deal != b.deal && a.deal != noStage && b.deal != noStage:
		return fmt.Sprintf("the earlier tells of %s, the later of %s", stagePhrases[a.deal], stagePhrases[b.deal])
	case a.fate != b.fate && a.fate != noStage && b.fate != noStage:
		return fmt.Sprintf("the earlier tells of %s, the later of %s", stagePhrases[a.fate], stagePhrases[b.fate])
	case a.unsettled != b.unsettled:
		return "one says it, the other leaves it open"
	case a.limit*b.limit < 0:
		return "one says that it held more than it may, the other that it did not"
	case a.mayOnly != b.mayOnly:
		return "one says what may be, the other what was"
	case len(a.objects) > 0 && len(b.objects) > 0 && shared(a.objects, b.objects) == 0:
		return "they tell of two ships"
	case a.foretold && !b.foretold && b.counts != 0, b.foretold && !a.foretold && a.counts != 0:
		return "one says what the number is, the other that it may rise"
	}
	return otherKind(a, b)
}

// otherMonths reports whether two contents name months and none in common: "last inspected in June", "last inspected in January".
func otherMonths(a, b *claimItem) bool {
	return a.months != 0 && b.months != 0 && a.months&b.months == 0
}

// otherKind reports on contents that count other things: "12 deaths" and "12 locations", the injured and the rescued.
func otherKind(a, b *claimItem) string {
	if addsOther(a, b) || addsOther(b, a) {
		return "one counts more than had been told of"
	}
	if a.counts == 0 || b.counts == 0 || a.counts&b.counts != 0 {
		return ""
	}
	n := 0
	for _, w := range commonWord(a.gist.plain, b.gist.plain) {
		if !tollStems[w] && !peopleStems[w] && !fateWords(w) && !numberStems[w] && !inSorted(a.numbers, w) {
			n++
		}
	}
	if n > gistLeast || n == gistLeast && shared(a.numbers, b.numbers) == 0 {
		return ""
	}
	return "they count other things"
}

// addsOther reports whether a counts more people than before, and b, which counts too, has none of its numbers.
func addsOther(a, b *claimItem) bool {
	return a.adds && len(b.lows) > 0 && !slices.ContainsFunc(a.lows, func(n float64) bool { return slices.Contains(b.lows, n) })
}

// adds reports whether a count is of others than those told before: "three more sailors", "12 new deaths".
func (x *extractor) adds(f article.Span) bool {
	ws := x.within(article.Span{Start: f.Start, End: min(len(x.a.Text), f.End+addReach)})
	for i, w := range ws {
		if i > 0 && i < 4 && adding[w.hash] && !(i+1 < len(ws) && ws[i+1].hash == thanWord) {
			return true
		}
	}
	return false
}

// addReach is how many bytes after a number "more" can stand.
const addReach = 14

var (
	adding   = setOfWords("more additional new")
	thanWord = hash32([]byte("than"))
)

func fateWords(w uint32) bool { return fateStages[w] != noStage }

// peopleStems are words for whoever is counted.
var peopleStems = setOfStems("people persons civilians soldiers troops members member crew sailors seafarers mariners passengers residents victims men women children others more additional total number")

// numberStems are numbers as words.
var numberStems = setOfStems("hundred thousand million dozen dozens hundreds thousands eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety")

// countKinds is the kinds of people that a content counts, a bit each, and whether it says that their number may rise.
func (x *extractor) countKinds(c *claimItem, ws []word) (kinds uint8, foretold bool) {
	for _, i := range c.figures {
		switch f := &x.e.r.Figures[i]; {
		case f.Vague || f.Low == nil:
		case f.Measure == "" || f.Measure == "people":
			return allKinds, false // "279 people as missing"
		case kindBits[f.Measure] == 0:
			kinds |= thingsKind
		default:
			kinds |= kindBits[f.Measure]
		}
	}
	for i, w := range ws {
		if !rising[w.hash] {
			continue
		}
		for k := max(0, i-3); k < i; k++ {
			foretold = foretold || expecting[ws[k].hash]
		}
	}
	return kinds, foretold
}

var (
	kindBits   = map[string]uint8{"killed": 1, "presumed_dead": 1, "bodies": 1, "deaths": 1, "injured": 2, "missing": 4, "captured": 8, "displaced": 16, "survivors": 32}
	allKinds   = uint8(255)
	thingsKind = uint8(64)
	rising     = setOfWords("rise climb grow increase")
	expecting  = setOfWords("could may might will would likely expected feared")
)

// quotedAlike reports whether two contents of what is to come, whatever their verbs make of it, are quoted with the same words: "will be treated as “a hostile
// presence”", "would be treated as “a hostile presence”".
func quotedAlike(ea *entry, a *claimItem, eb *entry, b *claimItem) bool {
	if !open(a.status) || !open(b.status) || claimCosine(a, b) < claimAlike {
		return false
	}
	return len(commonWord(ea.quotedIn(a), eb.quotedIn(b))) > 1
}

// quotedIn is the telling words of a content that stand in quotation marks, sorted.
func (e *entry) quotedIn(c *claimItem) (out []uint32) {
	for _, s := range c.spans {
		text := s.Text(e.r.Article.Text)
		if !strings.ContainsAny(text, "\"“") {
			continue
		}
		for _, w := range words(text) {
			if w.quote && !stopStems[w.stem] {
				out = append(out, w.hash)
			}
		}
	}
	return sortedSet(out)
}
