package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"sayso/ledger"
	"sayso/resolve"
)

// pairs holds what the model says of the pairs of dated news that it was not learned from against what their reader said.
func pairs() error {
	read := pairsRead(laterPairs)
	var right, wrong, missed int
	for _, stream := range streams {
		rs, err := half(stream, true)
		if err != nil {
			return err
		}
		var of [4]int // read as two and said to be two, read as one and said to be two, …
		ledger.AskedPairs(rs, func(a, i, b, j int, f []float64) {
			if same, ok := read[mentionName(rs[a], i)+" "+mentionName(rs[b], j)]; ok {
				k := 0
				if same {
					k = 1
				}
				if ledger.OneEvent(f) {
					k += 2
				}
				of[k]++
			}
		})
		fmt.Printf("pairs, %s: %d read as one, %d as two: precision %.3f recall %.3f\n", stream, of[1]+of[3], of[0]+of[2], ratio(of[3], of[2]), ratio(of[3], of[1]))
		right, wrong, missed = right+of[3], wrong+of[2], missed+of[1]
	}
	fmt.Printf("pairs: precision %.3f recall %.3f\n", ratio(right, wrong), ratio(right, missed))
	return hold("F1 of event pairs of dated news", float64(2*right)/float64(2*right+wrong+missed), .78)
}

func ratio(yes, no int) float64 { return float64(yes) / float64(max(1, yes+no)) }

// unread prints, of the streams' earlier halves, for each mention the one that the model finds likest, with what stands around the two, so that
// somebody may read whether they are one event: stream, probability, the two names, the two passages, with tabs between.
func unread() error {
	read := pairsRead(readPairs)
	w := bufio.NewWriter(os.Stdout)
	defer w.Flush()
	for _, stream := range streams {
		rs, err := half(stream, false)
		if err != nil {
			return err
		}
		type likest struct {
			a, i, b, j int
			p          float64
		}
		best := map[string]likest{}
		var names []string
		ledger.AskedPairs(rs, func(a, i, b, j int, f []float64) {
			later := mentionName(rs[b], j)
			if _, ok := read[mentionName(rs[a], i)+" "+later]; ok || stream == "in" && incidentOf(rs[a]) != incidentOf(rs[b]) {
				return
			}
			l, ok := best[later]
			if !ok {
				names = append(names, later)
			}
			if p := ledger.PairScore(f); p > l.p {
				best[later] = likest{a, i, b, j, p}
			}
		})
		for _, name := range names {
			if l := best[name]; l.p >= .05 {
				fmt.Fprintf(w, "%s\t%.2f\t%s %s\t%s\t%s\n", stream, l.p, mentionName(rs[l.a], l.i), name, passage(rs[l.a], l.i), passage(rs[l.b], l.j))
			}
		}
	}
	return nil
}

// passage is what a reader needs of a mention: its report's day and headline, and the words around it.
func passage(r *resolve.Reading, i int) string {
	text, at := r.Article.Text, r.Events[i].Trigger
	before, after := text[max(0, at.Start-260):at.Start], text[at.End:min(len(text), at.End+200)]
	clean := func(s string) string { return strings.Join(strings.Fields(strings.ToValidUTF8(s, "")), " ") }
	return fmt.Sprintf("%s | %s | %s >>%s<< %s", r.Article.Published, clean(r.Article.Title), clean(before), at.Text(text), clean(after))
}
