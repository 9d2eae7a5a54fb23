package ledger

import (
	_ "embed"
	"math"
	"strings"
	"sync"
)

// Whether two contents say one thing in other words is told by a model that learned from pairs of contents of news affairs (data/claimpair.md). It is asked
// about the contents of a report and of those earlier ones that are likest to it ("beside" it), whatever words they have in common. What the words' own rules
// join is not asked about, and what they hold to be two is not joined.

// claimModel is data/claimpair.txt.
//
//go:embed data/claimpair.txt
var claimModel string

var loadedClaimPair = sync.OnceValue(func() *boosted {
	m := &boosted{}
	for line := range strings.Lines(claimModel) {
		m.read(strings.Fields(line))
	}
	return m
})

const (
	// besideReports is how many of the likest earlier reports of a report are looked at.
	besideReports = 12
	// besideClaims is how many contents of a report are held against others: those of the longest ones would cost their square.
	besideClaims = 32
)

// preparedContents are the contents of the reports that were compared last. What is compared as the later one has a place of its own, so that it never takes
// that of the earlier one.
type preparedContents struct {
	earlier [1 << 7]preparedReport
	later   preparedReport
}

// A preparedReport is a report with one more than its entry's number; 0 for none.
type preparedReport struct {
	number int32
	saidReport
}

// A saidReport is a report's contents as they are compared, and its own meaning.
type saidReport struct {
	contents []saidContent
	meaning  *meaning // nil until it is asked for
}

// about is the report's meaning.
func (s *saidReport) about(e *entry) *meaning {
	if s.meaning == nil {
		m := meaningOf(e.vec)
		s.meaning = &m
	}
	return s.meaning
}

// of is the contents of entry n.
func (k *preparedReport) of(n int32, e *entry) *saidReport {
	if k.number != n+1 {
		k.number, k.meaning, k.contents = n+1, nil, k.contents[:0]
		for i := range e.claims[:min(besideClaims, len(e.claims))] {
			k.contents = append(k.contents, saidContent{meaning: meaningOf(e.claims[i].vec)})
		}
	}
	return &k.saidReport
}

// pairUp compares the contents of two entries; story is how likely these are of one story.
func (l *Ledger) pairUp(earlier, later int32, story float64) *pairing {
	if l.prepared == nil {
		l.prepared = new(preparedContents)
	}
	k, ea, eb := l.prepared, l.entries[earlier], l.entries[later]
	return newPairing(ea, k.earlier[earlier%int32(len(k.earlier))].of(earlier, ea), eb, k.later.of(later, eb), story)
}

// A pairing holds the contents of two reports against each other.
type pairing struct {
	ea, eb       *entry
	sa, sb       *saidReport
	words, means []float64 // by earlier and later content
	rows         []topTwo  // by later content: the roughest likeness to one of the earlier report
	columns      []topTwo  // by earlier content
	story        float64
	base         *claimFeatures // what the reports have in common, nil until it is asked for
}

// topTwo is the two highest of some numbers.
type topTwo struct{ first, second float64 }

func (t *topTwo) take(x float64) {
	if x > t.first {
		t.first, x = x, t.first
	}
	t.second = max(t.second, x)
}

// without is the highest one beside x, which is among them.
func (t *topTwo) without(x float64) float64 { return either(x == t.first, t.second, t.first) }

func rough(words, means float64) float64 { return (words + max(0, means)) / 2 }

func (p *pairing) rough(i, j int) float64 {
	k := i*len(p.sb.contents) + j
	return rough(p.words[k], p.means[k])
}

// newPairing compares all contents of two reports roughly; story is how likely the two are of one.
func newPairing(ea *entry, sa *saidReport, eb *entry, sb *saidReport, story float64) *pairing {
	n, m := len(sa.contents), len(sb.contents)
	p := &pairing{ea: ea, eb: eb, sa: sa, sb: sb, words: make([]float64, n*m), means: make([]float64, n*m), rows: make([]topTwo, m), columns: make([]topTwo, n), story: story}
	for j := range m {
		sieve := newStemSieve(eb.claims[j].vec)
		for i := range n {
			k := i*m + j
			p.words[k], p.means[k] = float64(sieve.dot(ea.claims[i].vec)), alikeMeaning(&sa.contents[i].meaning, &sb.contents[j].meaning)
			r := rough(p.words[k], p.means[k])
			p.rows[j].take(r)
			p.columns[i].take(r)
		}
	}
	return p
}

// reports is what the two reports have in common. Most pairs of reports have no contents for which it is asked.
func (p *pairing) reports() *claimFeatures {
	if p.base != nil {
		return p.base
	}
	f, ea, eb := new(claimFeatures), p.ea, p.eb
	p.base = f
	for _, r := range p.rows {
		f[cBest] = max(f[cBest], r.first)
		f[cMean] += r.first / float64(len(p.rows))
	}
	f[cStory], f[cReport], f[cReportMeans] = p.story, float64(dot(ea.vec, eb.vec)), alikeMeaning(p.sa.about(ea), p.sb.about(eb))
	f[cDays] = math.Sqrt(daysApart(ea, eb) / 10)
	f.bool(cSameOutlet, ea.outlet != "" && ea.outlet == eb.outlet)
	f.bool(cCredits, ea.outlet != "" && eb.cites(ea.outlet))
	return f
}

// cites reports whether a report cites an outlet somewhere.
func (e *entry) cites(outlet string) bool {
	for i := range e.sources {
		if n := e.sources[i].s.Name; n != "" && paperCalled(outletName(n), outlet) {
			return true
		}
	}
	return false
}

// over is by how much contents i and j are rougher like each other than either is like another of the two reports.
func (p *pairing) over(i, j int) float64 {
	r := p.rough(i, j)
	return r - max(p.rows[j].without(r), p.columns[i].without(r))
}

// features is what contents i and j have in common.
func (p *pairing) features(i, j int) (f claimFeatures) {
	f = *p.reports()
	k := i*len(p.sb.contents) + j
	a, b := &p.ea.claims[i], &p.eb.claims[j]
	r := rough(p.words[k], p.means[k])
	f[cWords], f[cMeans], f[cRough] = p.words[k], p.means[k], r
	f[cOverRow], f[cOverColumn] = r-p.rows[j].without(r), r-p.columns[i].without(r)
	for x := range p.sa.contents {
		f[cRankRow] += float64(count(p.rough(x, j) > r))
	}
	for y := range p.sb.contents {
		f[cRankColumn] += float64(count(p.rough(i, y) > r))
	}
	x, y := &p.sa.contents[i], &p.sb.contents[j]
	x.weigh(a)
	y.weigh(b)
	f.softly(x, y)
	f.contents(p.ea, a, p.eb, b)
	f.told(p.ea, a, p.eb, b)
	return f
}
