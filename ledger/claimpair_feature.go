package ledger

import (
	"math"
	"slices"

	"sayso/article"
)

// The features of a pair of contents, in the order of data/claimpair.txt. Those that set the pair against others of the same two reports go by
// the rough likeness: half the cosine of the words, half that of the meanings.
const (
	cWords          = iota // cosine of the words
	cMeans                 // of the meanings
	cRough                 // half of both
	cEarlierIn             // part of the earlier one's weight in the later
	cLaterIn               // and the other way about
	cSoftEarlier           // mean of how near the likest word of the later one is to each of the earlier one's
	cSoftLater             // and the other way about
	cSoftLeast             // the lesser of the two
	cSoftPlain             // the same of words that are no part of a name
	cPlain                 // telling words in common
	cKin                   // words that stand for one event
	cNames                 // share of the names in common
	cNamesApart            // both have names, none in common
	cOwn                   // share of the names in common that are not the reports'
	cRarest                // rarity of the rarest telling word in common
	cOverRow               // rough likeness above the best of the other contents of the earlier report
	cOverColumn            // above the best of the later report
	cRankRow               // how many contents of the earlier report are rougher like the later one
	cRankColumn            // how many of the later report are rougher like the earlier one
	cBest                  // the best rough likeness of the two reports
	cMean                  // the mean of the best ones of the later report's contents
	cStory                 // likelihood that the reports are of one story
	cReport                // cosine of the reports
	cReportMeans           // likeness of their meanings
	cDays                  // between them, as the root of a tenth
	cSameOutlet            // one outlet
	cCites                 // the later is cited through the earlier one's outlet
	cCredits               // the later one's report cites that outlet somewhere
	cBothCite              // both are cited through one outlet
	cOtherCite             // the later is cited through another outlet
	cFirstHand             // the earlier is its own report's
	cEarlierUnnamed        // unnamed people stand in the chain
	cLaterUnnamed
	cEarlierOwn // the report's own voice
	cLaterOwn
	cSource      // one source, by name
	cSourceApart // two that are named
	cDenial      // one is said as a denial and the other is not
	cOpposed     // share of the common weight that only one denies
	cDenied      // difference of the shares that they deny
	cStage       // 1 where their events have one status, 2 where they have two
	cNumber      // a number in common
	cNumberApart // both have numbers, none in common
	cCount       // they are two by their counts
	cPeople      // one counts people, the other does not
	cMonthsApart
	cDay
	cDayApart
	cPlace
	cPlaceApart
	cTold      // an event in common
	cToldApart // both tell events, and other ones
	cOpening   // how many of the two open their reports
	cEarlierAt // how far into its report, of 1
	cLaterAt
	cEarlierLength // stems, as the root
	cLaterLength
	cTwoThings // two stages, kinds or ships
	cPredicate // 1 where both say something to be one thing, 2 to be two
	cUnsettled // one leaves open what the other says
	claimFeatureCount
)

// claimFeatures is what a pair of contents has in common.
type claimFeatures [claimFeatureCount]float64

// A saidWord is a word of a content with where it stands among the meanings.
type saidWord struct {
	stem   uint32
	weight float32
	plain  bool
	point  *[meaningDims]byte // nil for a word that is not known
	length float32            // of the point
}

// A saidContent is a content as it is compared in other words.
type saidContent struct {
	meaning meaning
	words   []saidWord // the heaviest ones, nil until they are asked for
	all     float32    // their weight
	plain   float32    // the weight of those that are no part of a name
}

// softWords is how many of a content's heaviest words are held against the other's.
const softWords = 12

// weigh finds the words of a content and their places.
func (s *saidContent) weigh(c *claimItem) {
	if s.words != nil {
		return
	}
	of := points()
	stems := c.vec.strongest(softWords)
	for _, f := range c.vec {
		if !slices.Contains(stems, f.stem) {
			continue
		}
		w := saidWord{stem: f.stem, weight: f.weight, plain: inSorted(c.gist.plain, f.stem), point: of.point(f.stem)}
		if w.point != nil {
			var sum int32
			for _, b := range w.point {
				sum += int32(int8(b)) * int32(int8(b))
			}
			w.length = float32(math.Sqrt(float64(sum)))
		}
		s.words = append(s.words, w)
		s.all += w.weight
		if w.plain {
			s.plain += w.weight
		}
	}
}

// near is how like two words are: 1 where they are one.
func (w *saidWord) near(o *saidWord) float32 {
	if w.stem == o.stem {
		return 1
	}
	if w.point == nil || o.point == nil || w.length == 0 || o.length == 0 {
		return 0
	}
	var sum int32
	for i := range w.point {
		sum += int32(int8(w.point[i])) * int32(int8(o.point[i]))
	}
	return max(0, float32(sum)/(w.length*o.length))
}

// softly fills in how near each content's words come to the other's.
func (f *claimFeatures) softly(a, b *saidContent) {
	var ab, ba, plainAB, plainBA float32
	var best [softWords]float32
	for i := range a.words {
		x, most := &a.words[i], float32(0)
		for j := range b.words {
			n := x.near(&b.words[j])
			most, best[j] = max(most, n), max(best[j], n)
		}
		ab += most * x.weight
		if x.plain {
			plainAB += most * x.weight
		}
	}
	for j := range b.words {
		ba += best[j] * b.words[j].weight
		if b.words[j].plain {
			plainBA += best[j] * b.words[j].weight
		}
	}
	f[cSoftEarlier], f[cSoftLater] = part(ab, a.all), part(ba, b.all)
	f[cSoftLeast] = min(f[cSoftEarlier], f[cSoftLater])
	f[cSoftPlain] = min(part(plainAB, a.plain), part(plainBA, b.plain))
}

func part(of, all float32) float64 {
	if all == 0 {
		return 0
	}
	return float64(of / all)
}

// contents fills in what two contents have in common by themselves.
func (f *claimFeatures) contents(ea *entry, a *claimItem, eb *entry, b *claimItem) {
	f[cEarlierIn], f[cLaterIn] = float64(contained(a.vec, b.vec)), float64(contained(b.vec, a.vec))
	common := commonWord(a.gist.plain, b.gist.plain)
	f[cPlain], f[cKin] = float64(len(common)), float64(likeWords(a.gist.plain, b.gist.plain))
	f.share(cNames, cNamesApart, a.gist.names, b.gist.names)
	f[cOwn] = shared(a.gist.own, b.gist.own)
	for _, w := range common {
		f[cRarest] = max(f[cRarest], float64(rarity().stem(w)))
	}
	f.bool(cDenial, a.denial != b.denial)
	f[cOpposed], f[cDenied] = float64(opposed(a, b)), math.Abs(float64(a.deniesShare()-b.deniesShare()))
	if a.status != "" && b.status != "" {
		f[cStage] = either(a.status == b.status, 1., 2.)
	}
	if a.predicate != 0 && b.predicate != 0 {
		f[cPredicate] = either(a.predicate == b.predicate, 1., 2.)
	}
	if len(a.lows) > 0 && len(b.lows) > 0 {
		number := slices.ContainsFunc(a.lows, func(n float64) bool { return slices.Contains(b.lows, n) })
		f.bool(cNumber, number)
		f.bool(cNumberApart, !number)
	}
	f.bool(cCount, otherCount(ea, a, eb, b))
	f.bool(cPeople, ea.countsPeople(a) != eb.countsPeople(b))
	f.bool(cMonthsApart, otherMonths(a, b))
	day, dayApart := commonDay(a.anchor, b.anchor)
	f.bool(cDay, day)
	f.bool(cDayApart, dayApart != "")
	place, placeApart := commonPlace(ea, a.anchor, eb, b.anchor)
	f.bool(cPlace, place)
	f.bool(cPlaceApart, placeApart != "")
	f.bool(cTold, tellOne(a, b))
	f.bool(cToldApart, otherEvents(a, b))
	f.bool(cTwoThings, twoThings(a, b) != "")
	f.bool(cUnsettled, a.unsettled != b.unsettled)
	f[cEarlierLength], f[cLaterLength] = math.Sqrt(float64(len(a.vec))), math.Sqrt(float64(len(b.vec)))
}

// told fills in who tells the two, and where in their reports.
func (f *claimFeatures) told(ea *entry, a *claimItem, eb *entry, b *claimItem) {
	f.bool(cCites, citesReport(ea, eb, b))
	f.bool(cBothCite, retells(ea, a, eb, b))
	f.bool(cOtherCite, eb.through(b)[0] != "" && f[cCites] == 0)
	f.bool(cFirstHand, ea.firstHand(a))
	f.bool(cEarlierUnnamed, ea.throughUnnamed(a))
	f.bool(cLaterUnnamed, eb.throughUnnamed(b))
	f.bool(cEarlierOwn, a.att < 0)
	f.bool(cLaterOwn, b.att < 0)
	if a.source >= 0 && b.source >= 0 {
		x, y := &ea.sources[a.source], &eb.sources[b.source]
		if x.name != "" && y.name != "" {
			same := x.name == y.name || x.family != 0 && x.family == y.family
			f.bool(cSource, same)
			f.bool(cSourceApart, !same)
		}
	}
	f[cOpening] = float64(count(a.opening) + count(b.opening))
	f[cEarlierAt], f[cLaterAt] = howFar(ea, a.spans), howFar(eb, b.spans)
}

func howFar(e *entry, spans []article.Span) float64 {
	return float64(spans[0].Start) / float64(max(1, len(e.r.Article.Text)))
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}

func (f *claimFeatures) bool(feature int, is bool) { f[feature] = float64(count(is)) }

// share sets one feature to the share in common, or the other to 1 where both have some and share none.
func (f *claimFeatures) share(in, apart int, a, b []uint32) {
	if len(a) == 0 || len(b) == 0 {
		return
	}
	f[in] = shared(a, b)
	f.bool(apart, f[in] == 0)
}
