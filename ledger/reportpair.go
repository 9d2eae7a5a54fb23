package ledger

import (
	_ "embed"
	"math"
	"slices"
	"strings"
	"sync"
)

// The features of a pair of reports, in the order of data/reportpair.txt.
const (
	rWords     = iota // cosine of what the two are about
	rLead             // cosine of their headlines and first words
	rNames            // cosine of the capitalised words that stand side by side ("Harlow Street")
	rCountries        // countries in common, by the root of how many each names
	rPlaces           // places in common, in the same way
	rCommon           // rarity of all common words together
	rRarest           // of the rarest common word
	rSecond           // and of the next
	rDays             // between the two, or -1 where one has no date
	rLength           // words of the longer one
	reportFeatureCount
)

// reportModel is data/reportpair.txt; data/reportpair.md says how it was learned.
//
//go:embed data/reportpair.txt
var reportModel string

var loadedReportPair = sync.OnceValue(func() *boosted {
	m := &boosted{}
	for line := range strings.Lines(reportModel) {
		m.read(strings.Fields(line))
	}
	return m
})

// headWords is how many of a report's first words name its subject.
const headWords = 40

// A gist is what a report's likeness to others is told by, beside its words.
type gist struct {
	lead      vector
	names     vector   // pairs of capitalised words
	countries []uint32 // sorted
	places    []uint32 // sorted
}

// gistOf needs the entry's where.
func gistOf(e *entry, ws []word) gist {
	var g gist
	isCountry := map[uint32]bool{}
	for _, c := range countriesOf(e.r, ws) {
		isCountry[hashString("country "+c)] = true
	}
	for _, f := range e.where {
		if isCountry[f.stem] {
			g.countries = append(g.countries, f.stem)
		}
	}
	a := e.r.Article
	if end := credits(a.Text); end < len(a.Text) {
		for len(ws) > 0 && ws[len(ws)-1].End > end {
			ws = ws[:len(ws)-1]
		}
	}
	title := words(a.Title)
	g.lead = vectorOf(append(append(make([]word, 0, headWords+len(title)), ws[:min(len(ws), headWords)]...), title...), nameWeight)
	g.names = append(sideBySide(ws[:min(len(ws), leadWords)]), sideBySide(title)...).gather()
	for i := range e.r.Places {
		if name := e.r.Places[i].Name; name != "" {
			g.places = append(g.places, hashString(name))
		}
	}
	g.places = sortedSet(g.places)
	return g
}

// sideBySide is the pairs of words in a row that begin with a capital; the first of a sentence may be of a pair.
func sideBySide(ws []word) vector {
	var out vector
	r := rarity()
	for i := 1; i < len(ws); i++ {
		a, b := ws[i-1], ws[i]
		if (a.upper || b.upper && !b.open) && !stopStems[a.stem] && !stopStems[b.stem] {
			out = append(out, feature{joinHash(47, []uint32{a.stem, b.stem}), r.stem(a.stem) + r.stem(b.stem)})
		}
	}
	return out
}

// storyLike is the probability that the two reports are of one story.
func (l *Ledger) storyLike(earlier, later int32) float32 {
	a, b := l.entries[earlier], l.entries[later]
	if a.key == b.key {
		return sameReport
	}
	f, ok := reportFeatures(a, b)
	if !ok {
		return 0
	}
	if p := float32(loadedReportPair().score(f[:])); p >= storyFaint {
		return p
	}
	return 0
}

// reportFeatures is what two reports have in common, if that is anything.
func reportFeatures(a, b *entry) (f [reportFeatureCount]float64, ok bool) {
	x, y, known := a.where, b.where, rarity()
	var cos, sum, most, next float32
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i].stem == y[j].stem:
			cos += x[i].weight * y[j].weight
			var r float32
			if !slices.Contains(a.gist.countries, x[i].stem) {
				r = known.stem(x[i].stem)
			}
			sum += r
			if r > most {
				most, next = r, most
			} else if r > next {
				next = r
			}
			i++
			j++
		case x[i].stem < y[j].stem:
			i++
		default:
			j++
		}
	}
	if cos < storyNothing {
		return f, false
	}
	f[rWords], f[rCommon], f[rRarest], f[rSecond] = float64(cos), float64(sum), float64(most), float64(next)
	f[rLead] = float64(dot(a.gist.lead, b.gist.lead))
	f[rNames] = float64(dot(a.gist.names, b.gist.names))
	f[rCountries] = setCosine(a.gist.countries, b.gist.countries)
	f[rPlaces] = setCosine(a.gist.places, b.gist.places)
	f[rDays] = -1
	if a.day != unknownDay && b.day != unknownDay {
		f[rDays] = math.Floor(daysApart(a, b))
	}
	f[rLength] = float64(max(a.length, b.length))
	return f, true
}

// setCosine is how many are in both sorted sets, by the root of the product of their sizes.
func setCosine(a, b []uint32) float64 {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	if n == 0 {
		return 0
	}
	return float64(n) / math.Sqrt(float64(len(a)*len(b)))
}
