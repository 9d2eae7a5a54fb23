package ledger

import (
	"cmp"
	_ "embed"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"

	"sayso/article"
)

// A vector is weighted stems, sorted by stem, of length 1.
type vector []feature

type feature struct {
	stem   uint32
	weight float32
}

// frequencies are the numbers of documents that have a stem, with the number of documents first;
// data/stems.md says of which.
//
//go:embed data/stems.txt
var frequencies string

// rarity is the weight of a stem: the logarithm of how many documents there are for one that has
// it. It is fixed, not counted in the ledger, so that two reports are as alike tomorrow as today.
var rarity = sync.OnceValue(func() *rarities {
	lines := strings.Split(strings.TrimSpace(frequencies), "\n")
	total, _ := strconv.ParseFloat(lines[0], 64)
	r := &rarities{unseen: float32(math.Log(total))}
	for _, line := range lines[1:] {
		stem, n, _ := strings.Cut(line, " ")
		count, _ := strconv.ParseFloat(n, 64)
		h := hashString(stem)
		p := r.place(h)
		p.stem, p.rarity, p.taken = h, float32(math.Log(total/count)), true
	}
	return r
})

// rarities are the rarity of each stem, at the first place from where its hash points to that is its own or free.
type rarities struct {
	of     [1 << rarityBits]rarityPlace
	unseen float32
}

type rarityPlace struct {
	stem   uint32
	rarity float32
	taken  bool
}

const rarityBits = 15 // of some 10,000 stems

func (r *rarities) place(stem uint32) *rarityPlace {
	for k := stem * 0x9e3779b1 >> (32 - rarityBits); ; k = (k + 1) % uint32(len(r.of)) {
		if p := &r.of[k]; !p.taken || p.stem == stem {
			return p
		}
	}
}

func (r *rarities) stem(h uint32) float32 {
	if p := r.place(h); p.taken {
		return p.rarity
	}
	return r.unseen
}

// vectorOf weighs the stems of ws: rarer stems and names count more, repetition counts by its root.
func vectorOf(ws []word, name float32) vector {
	r := rarity()
	v := make(vector, 0, len(ws))
	for _, w := range ws {
		if stopStems[w.stem] || w.End-w.Start < 2 {
			continue
		}
		weight := r.stem(w.stem)
		if w.upper && !w.open {
			weight *= name
		}
		v = append(v, feature{w.stem, weight})
	}
	return v.gather()
}

// gather adds up equal stems and brings v to length 1.
func (v vector) gather() vector {
	slices.SortFunc(v, func(a, b feature) int {
		return cmp.Or(cmp.Compare(a.stem, b.stem), cmp.Compare(b.weight, a.weight))
	})
	out := v[:0]
	var sum float64
	for i := 0; i < len(v); {
		j := i
		for j < len(v) && v[j].stem == v[i].stem {
			j++
		}
		w := v[i].weight * float32(math.Sqrt(float64(j-i)))
		out = append(out, feature{v[i].stem, w})
		sum += float64(w) * float64(w)
		i = j
	}
	if sum == 0 {
		return nil
	}
	norm := float32(1 / math.Sqrt(sum))
	for i := range out {
		out[i].weight *= norm
	}
	return append(vector(nil), out...)
}

// dot is the cosine of two vectors.
func dot(a, b vector) float32 {
	var sum float32
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i].stem == b[j].stem:
			sum += a[i].weight * b[j].weight
			i++
			j++
		case a[i].stem < b[j].stem:
			i++
		default:
			j++
		}
	}
	return sum
}

// A stemSieve is a vector that is held against many, most of which have little in common with it.
type stemSieve struct {
	vector
	bits [16]uint64 // by stem: whether the vector may have it
}

func newStemSieve(v vector) *stemSieve {
	s := &stemSieve{vector: v}
	for _, f := range v {
		s.bits[f.stem>>6&15] |= 1 << (f.stem & 63)
	}
	return s
}

// dot is the cosine of the two, to the bit what [dot] gives.
func (s *stemSieve) dot(b vector) float32 {
	var sum float32
	a := s.vector
	for i := range b {
		stem := b[i].stem
		if s.bits[stem>>6&15]&(1<<(stem&63)) == 0 {
			continue
		}
		for len(a) > 0 && a[0].stem < stem {
			a = a[1:]
		}
		if len(a) > 0 && a[0].stem == stem {
			sum += a[0].weight * b[i].weight
		}
	}
	return sum
}

// contained is the part of a's weight that b has too.
func contained(a, b vector) float32 {
	var sum, all float32
	j := 0
	for _, f := range a {
		for j < len(b) && b[j].stem < f.stem {
			j++
		}
		all += f.weight
		if j < len(b) && b[j].stem == f.stem {
			sum += f.weight
		}
	}
	if all == 0 {
		return 0
	}
	return sum / all
}

// less is v with half the weight on stems that say what the whole report is about.
func (v vector) less(matter []uint32) vector {
	for i := range v {
		for _, m := range matter {
			if v[i].stem == m {
				v[i].weight /= 2
			}
		}
	}
	var sum float64
	for _, f := range v {
		sum += float64(f.weight) * float64(f.weight)
	}
	if sum == 0 {
		return v
	}
	norm := float32(1 / math.Sqrt(sum))
	for i := range v {
		v[i].weight *= norm
	}
	return v
}

// strongest is up to n stems of v, heaviest first.
func (v vector) strongest(n int) []uint32 {
	top := append(vector(nil), v...)
	slices.SortFunc(top, func(a, b feature) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.stem, b.stem))
	})
	out := make([]uint32, 0, n)
	for _, f := range top[:min(n, len(top))] {
		out = append(out, f.stem)
	}
	return out
}

// leadWords is how much of a long report says what it is about: news tells that first.
const leadWords = 220

// reportVector is what a report is about: its headline, twice, and its first words.
func reportVector(a *article.Article, ws []word) vector {
	for end := credits(a.Text); len(ws) > 0 && ws[len(ws)-1].End > end; {
		ws = ws[:len(ws)-1]
	}
	if len(ws) > leadWords {
		ws = ws[:leadWords]
	}
	title := words(a.Title)
	all := make([]word, 0, len(ws)+2*len(title))
	all = append(all, ws...)
	all = append(all, title...)
	return vectorOf(all, nameWeight)
}

// nameWeight is how much more a capitalised word inside a sentence counts; tuned on the topic labels
// of the current-events items.
const nameWeight = 1.6

// creditLength is the longest credit in brackets, in bytes.
const creditLength = 60

// credits is where the credits in brackets begin that text ends in ("(Reuters) (The Norwick Post)"), or its end: they
// name who told it, not what it is about.
func credits(text string) int {
	end := len(strings.TrimRight(text, " \n"))
	for end > 0 && text[end-1] == ')' {
		at := strings.LastIndexByte(text[:end], '(')
		if at <= 0 || end-at > creditLength {
			break
		}
		end = len(strings.TrimRight(text[:at], " \n"))
	}
	return end
}
