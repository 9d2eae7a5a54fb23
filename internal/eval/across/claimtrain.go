package main

import (
	"bufio"
	_ "embed"
	"fmt"
	"os"
	"slices"
	"sort"
	"strings"

	"sayso/article"
	"sayso/ledger"
	"sayso/resolve"
)

// learnedAffairs are further affairs of the kind of [affairs], from which the model of claims is learned.
//
//go:embed affairs-learned.jsonl
var learnedAffairs string

// readClaims is pairs of contents of the streams' earlier halves that were read and found to be one claim (1) or two (0), each content by its report and
// where it begins; laterClaims is the same of the later halves, which are left for measuring.
//
//go:embed claimpairs.txt
var readClaims string

//go:embed laterclaims.txt
var laterClaims string

// What pairs of the training weigh, one of an affair 1.
const (
	readClaimWeight  = 4  // of a pair that was read
	otherClaimWeight = .2 // of a pair of two incidents
)

// claimStreams are the streams of which contents were read: also the annotated topics, of which the later half is what is held out.
var claimStreams = append(slices.Clip(streams), "ec")

var claimGrowth = growth{trees: 160, depth: 5, rate: .1, leafMin: 40, bins: 40}

// askedClaims calls visit with each pair of contents that the model of claims is asked about, and whether it is one claim by the affairs' marks. Pairs of which
// the marks do not tell are left out.
func askedClaims(ws []written, visit func(a, b *written, same, joined bool, f []float64)) {
	rs := make([]*resolve.Reading, len(ws))
	of := make([][]string, len(ws))
	for i := range ws {
		rs[i] = ws[i].Reading
		for _, spans := range ledger.ContentSpans(ws[i].Reading) {
			of[i] = append(of[i], ws[i].markOf(spans))
		}
	}
	ledger.AskedClaims(rs, func(a, i, b, j int, joined bool, f []float64) {
		x, y := of[a][i], of[b][j]
		switch {
		case ws[a].affair != ws[b].affair:
			visit(&ws[a], &ws[b], false, joined, f)
		case x == unsure || y == unsure || x == "" && y == "":
		default:
			visit(&ws[a], &ws[b], x == y, joined, f)
		}
	})
}

// unsure is the mark of a content that has parts of several marks, or too little of one.
const unsure = "?"

// markOf is the claim that spans are marked as, "" where they are of none.
func (w *written) markOf(spans []article.Span) string {
	if m := w.claimOf(spans); m != "" {
		return m
	}
	for _, s := range spans {
		for _, m := range w.marks {
			if s.Overlaps(m.Span) {
				return unsure
			}
		}
	}
	return ""
}

// trainClaims prints the model of claims.
func trainClaims() error {
	_, ws, err := writtenAffairs(learnedAffairs)
	if err != nil {
		return err
	}
	var e examples
	askedClaims(ws, func(_, _ *written, same, _ bool, f []float64) { e.add(f, same, 1) })
	if err := readAsked(readClaims, false, func(stream string, a, b *resolve.Reading, same, read, joined bool, f []float64) {
		switch {
		case read:
			e.add(f, same, readClaimWeight)
		case stream == "in" && incidentOf(a) != incidentOf(b):
			e.add(f, false, otherClaimWeight)
		}
	}); err != nil {
		return err
	}
	positive := 0.
	for _, y := range e.y {
		positive += y
	}
	fmt.Fprintf(os.Stderr, "%d pairs, %.0f of one claim\n", len(e.y), positive)
	boost(e.x, e.y, e.w, claimGrowth)
	return nil
}

// readAsked calls visit with the pairs of contents that the model of claims is asked about in one half of the streams, and what their reader said, where
// they were read.
func readAsked(data string, later bool, visit func(stream string, a, b *resolve.Reading, same, read, joined bool, f []float64)) error {
	said := pairsRead(data)
	for _, stream := range claimStreams {
		rs, err := half(stream, later)
		if err != nil {
			return err
		}
		names := make([][]string, len(rs))
		for i, r := range rs {
			for _, spans := range ledger.ContentSpans(r) {
				names[i] = append(names[i], contentName(r, spans))
			}
		}
		ledger.AskedClaims(rs, func(a, i, b, j int, joined bool, f []float64) {
			same, read := said[names[a][i]+" "+names[b][j]]
			visit(stream, rs[a], rs[b], same, read, joined, f)
		})
	}
	return nil
}

// claimPairs holds what the model of claims says of the pairs of the affairs measured on against their marks, and of the pairs of later news that were read
// against what their reader said.
func claimPairs() error {
	_, ws, err := writtenAffairs(affairs)
	if err != nil {
		return err
	}
	var fiction, news curve
	askedClaims(ws, func(_, _ *written, same, joined bool, f []float64) { fiction.add(ledger.ClaimScore(f), same, joined) })
	fiction.print("affairs")
	if err := readAsked(laterClaims, true, func(_ string, _, _ *resolve.Reading, same, read, joined bool, f []float64) {
		if read {
			news.add(ledger.ClaimScore(f), same, joined)
		}
	}); err != nil {
		return err
	}
	news.print("later news")
	return nil
}

// A curve is pairs with the probability that a model gives them.
type curve []scored

type scored struct {
	p            float64
	same, joined bool
}

func (c *curve) add(p float64, same, joined bool) { *c = append(*c, scored{p, same, joined}) }

// print gives the area under the curve of hits by false alarms, and precision and recall at several recalls.
func (c curve) print(of string) {
	sort.SliceStable(c, func(i, j int) bool { return c[i].p > c[j].p })
	area, right := 0., 0
	for _, s := range c {
		if s.same {
			right++
		} else {
			area += float64(right)
		}
	}
	ones := right
	fmt.Printf("claim pairs of %s: %d, %d of one claim, area under the curve %.3f\n", of, len(c), ones, area/float64(max(1, ones))/float64(max(1, len(c)-ones)))
	hits, wrong := 0, 0
	for _, s := range c {
		hits, wrong = hits+count(s.joined && s.same), wrong+count(s.joined && !s.same)
	}
	fmt.Printf("claim pairs of %s: joined with precision %.3f recall %.3f\n", of, ratio(hits, wrong), ratio(hits, ones-hits))
	right = 0
	for i, s := range c {
		right += count(s.same)
		for k := 1; k < 8; k++ {
			if s.same && right == ones*k/10 && right > 0 {
				fmt.Printf("claim pairs of %s: from %.2f precision %.3f recall %.3f\n", of, s.p, ratio(right, i+1-right), ratio(right, ones-right))
			}
		}
	}
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}

// contentName is how claimpairs.txt names a content.
func contentName(r *resolve.Reading, spans []article.Span) string {
	return fmt.Sprintf("%s:%d", r.Article.ID, spans[0].Start)
}

const (
	wordsJoin = .5  // the cosine, the first feature, from which the words' rules mostly tell
	readFrom  = .15 // the probability from which a pair is worth reading
)

// unreadClaims prints, of the streams' earlier halves, for each content the one of an earlier report that the model of claims finds likest, with what stands around the
// two, so that somebody may read whether they are one claim: stream, probability, the two names, the two passages, with tabs between.
func unreadClaims() error { return unreadClaimsOf(false) }

// unreadLaterClaims does so of the later halves, which are measured on.
func unreadLaterClaims() error { return unreadClaimsOf(true) }

func unreadClaimsOf(later bool) error {
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	for _, stream := range claimStreams {
		rs, err := half(stream, later)
		if err != nil {
			return err
		}
		spans := make([][][]article.Span, len(rs))
		for i, r := range rs {
			spans[i] = ledger.ContentSpans(r)
		}
		type likest struct {
			a, i, b, j int
			p          float64
		}
		best := map[[2]int]likest{}
		ledger.AskedClaims(rs, func(a, i, b, j int, joined bool, f []float64) {
			if f[0] >= wordsJoin || stream == "in" && incidentOf(rs[a]) != incidentOf(rs[b]) {
				return
			}
			if p := ledger.ClaimScore(f); p > best[[2]int{b, j}].p {
				best[[2]int{b, j}] = likest{a, i, b, j, p}
			}
		})
		var keys [][2]int
		for k := range best {
			keys = append(keys, k)
		}
		sort.Slice(keys, func(i, j int) bool {
			return keys[i][0] < keys[j][0] || keys[i][0] == keys[j][0] && keys[i][1] < keys[j][1]
		})
		for _, k := range keys {
			if l := best[k]; l.p >= readFrom {
				a, b := spans[l.a][l.i], spans[l.b][l.j]
				fmt.Fprintf(w, "%s\t%.2f\t%s %s\t%s\t%s\n", stream, l.p, contentName(rs[l.a], a), contentName(rs[l.b], b), around(rs[l.a], a), around(rs[l.b], b))
			}
		}
	}
	return nil
}

// around is what a reader needs of a content: its report's day and headline, and the words around it.
func around(r *resolve.Reading, spans []article.Span) string {
	text, from, to := r.Article.Text, spans[0].Start, spans[len(spans)-1].End
	clean := func(s string) string { return strings.Join(strings.Fields(strings.ToValidUTF8(s, "")), " ") }
	return fmt.Sprintf("%s | %s | %s >>%s<< %s", r.Article.Published, clean(r.Article.Title), clean(text[max(0, from-200):from]), clean(text[from:to]), clean(text[to:min(len(text), to+120)]))
}
