package ledger

import (
	_ "embed"
	"encoding/binary"
	"math"
	"sync"
)

// meaningModel is data/meaning.bin: for each of its stems a point, such that the sum of a passage's points lies near that of another
// which says the same in other words. data/meaning.md says how it was learned.
//
// It is the number of stems and of dimensions, the stems' hashes in order, and a signed byte for each stem and dimension (little endian).
//
//go:embed data/meaning.bin
var meaningModel []byte

// meaningDims is the number of dimensions of a point.
const meaningDims = 64

// pointTable finds where in the model the point of a stem stands: a place for each stem, the first free one from where its hash points to.
type pointTable [1 << pointBits]struct {
	stem uint32
	at   int32 // 0 for a free place
}

const pointBits = 16

func pointPlace(stem uint32) uint32 { return stem * 0x9e3779b1 >> (32 - pointBits) }

var points = sync.OnceValue(func() *pointTable {
	n := int32(binary.LittleEndian.Uint32(meaningModel))
	if dims := binary.LittleEndian.Uint32(meaningModel[4:]); dims != meaningDims || n > 1<<pointBits/2 {
		panic("ledger: data/meaning.bin has points of another size, or too many")
	}
	of := new(pointTable)
	for i := range n {
		stem := binary.LittleEndian.Uint32(meaningModel[8+4*i:])
		k := pointPlace(stem)
		for of[k].at != 0 {
			k = (k + 1) % uint32(len(of))
		}
		of[k].stem, of[k].at = stem, 8+4*n+meaningDims*i
	}
	return of
})

// point is the point of a stem, nil where it has none.
func (of *pointTable) point(stem uint32) *[meaningDims]byte {
	k := pointPlace(stem)
	for of[k].stem != stem || of[k].at == 0 {
		if of[k].at == 0 {
			return nil
		}
		k = (k + 1) % uint32(len(of))
	}
	return (*[meaningDims]byte)(meaningModel[of[k].at:])
}

// A meaning is the sum of the points of a passage's words, with its length squared.
type meaning struct {
	sum    [meaningDims]int32
	square int64
}

// meaningOf is the meaning of the words of v, each counted once.
func meaningOf(v vector) (m meaning) {
	var s pointSum
	of := points()
	for _, f := range v {
		s.add(of, f.stem)
	}
	s.into(&m)
	return m
}

// meaningOfStems is that of a few stems.
func meaningOfStems(stems []uint32) (m meaning) {
	var s pointSum
	of := points()
	for _, stem := range stems {
		s.add(of, stem)
	}
	s.into(&m)
	return m
}

// A pointSum adds up points, four dimensions in a number: each has 16 bits, and takes a signed byte as that byte and 128, so that of as many
// points as laneRoom none runs over into the next.
type pointSum struct {
	lanes [meaningDims / 8][2]uint64 // of eight bytes of a point those with an even number, and the others
	n     int32                      // how many points are in the lanes
	full  *[meaningDims]int32        // what earlier lanes held, nil for nothing
}

const (
	laneRoom = 257 // of 255 each
	lane     = 0x00ff00ff00ff00ff
	signs    = 0x8080808080808080
)

func (s *pointSum) add(of *pointTable, stem uint32) {
	point := of.point(stem)
	if point == nil {
		return
	}
	if s.n == laneRoom {
		s.empty()
	}
	s.n++
	for i := range s.lanes {
		w := binary.LittleEndian.Uint64(point[8*i:]) ^ signs
		s.lanes[i][0] += w & lane
		s.lanes[i][1] += w >> 8 & lane
	}
}

// empty moves what is in the lanes to what earlier ones held.
func (s *pointSum) empty() {
	if s.full == nil {
		s.full = new([meaningDims]int32)
	}
	for d := range s.full {
		s.full[d] += int32(s.lanes[d/8][d%2]>>(d%8/2*16)&0xffff) - 128*s.n
	}
	s.lanes, s.n = [meaningDims / 8][2]uint64{}, 0
}

// into is the sum as a meaning.
func (s *pointSum) into(m *meaning) {
	for i := range s.lanes {
		even, odd := s.lanes[i][0], s.lanes[i][1]
		to := (*[8]int32)(m.sum[8*i:])
		for k := 0; k < 8; k += 2 {
			to[k], to[k+1] = int32(even&0xffff)-128*s.n, int32(odd&0xffff)-128*s.n
			even, odd = even>>16, odd>>16
		}
	}
	if s.full != nil {
		for d := range m.sum {
			m.sum[d] += s.full[d]
		}
	}
	for _, c := range m.sum {
		m.square += int64(c) * int64(c)
	}
}

// alikeMeaning is the cosine of two meanings, 0 where one has no word that is known.
func alikeMeaning(a, b *meaning) float64 {
	if a.square == 0 || b.square == 0 {
		return 0
	}
	var dot int64
	for i := range a.sum {
		dot += int64(a.sum[i]) * int64(b.sum[i])
	}
	return float64(dot) / math.Sqrt(float64(a.square)*float64(b.square))
}

// A mentionMeaning is the meanings of what a mention of an event is compared by.
type mentionMeaning struct{ trigger, sentence, local meaning }

func (m *mentionMeaning) take(it *eventItem) {
	m.trigger, m.sentence, m.local = meaningOfStems(it.trigger), meaningOf(it.around), meaningOf(it.local)
}

// meantLately is the meanings of the mentions and reports that were compared last, since most are compared with many others: two megabytes,
// however large the ledger is. What is compared as the later one has places of its own, so that it never takes those of the earlier one.
type meantLately struct {
	earlier [1 << 11]keptMention
	later   [1 << 6]keptMention
	reports [2][1 << 9]keptReport // of earlier ones and of later ones
}

// A keptMention is the meanings of a mention, with one more than its number; 0 for none.
type keptMention struct {
	number int32
	mentionMeaning
}

func (k *keptMention) of(number int32, it *eventItem) *mentionMeaning {
	if k.number != number+1 {
		k.number = number + 1
		k.take(it)
	}
	return &k.mentionMeaning
}

// A keptReport is the meaning of what a report is about, with one more than its number.
type keptReport struct {
	number int32
	meaning
}

func (k *keptReport) of(number int32, e *entry) *meaning {
	if k.number != number+1 {
		k.number, k.meaning = number+1, meaningOf(e.vec)
	}
	return &k.meaning
}

// eventFeatures is what two mentions of the ledger have in common.
func (l *Ledger) eventFeatures(earlier, later int32) (f pairFeatures) {
	if l.meant == nil {
		l.meant = new(meantLately)
	}
	ea, a := l.eventAt(earlier)
	eb, b := l.eventAt(later)
	loadedPair().features(&f, ea, a, eb, b)
	k, n, m := l.meant, l.event[earlier].entry, l.event[later].entry
	f.means(k.earlier[earlier%int32(len(k.earlier))].of(earlier, a), k.later[later%int32(len(k.later))].of(later, b),
		k.reports[0][n%int32(len(k.reports[0]))].of(n, ea), k.reports[1][m%int32(len(k.reports[1]))].of(m, eb))
	return f
}
