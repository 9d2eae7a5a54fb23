package main

import (
	"fmt"
	"math"
	"os"
	"sort"
	"strings"

	"sayso/article"
	"sayso/ledger"
	"sayso/resolve"
)

// ecbDoc is one line of linking/ecbplus-train.
type ecbDoc struct {
	Doc       string
	Sentences [][]string
	Mentions  []struct {
		Kind  string
		At    [][2]int
		Chain string
	}
}

func (d ecbDoc) topic() string { return d.Doc[:strings.IndexByte(d.Doc, '_')] }

// heldOut are the topics that the pair scorer is measured on and never learned from; they are those
// that the field uses as its development part.
var heldOut = map[string]bool{"2": true, "5": true, "12": true, "18": true, "21": true, "23": true, "34": true, "35": true}

// ecbReading is a document as a reading with its gold event mentions, and the chain of each.
// A sentence is annotated where one of its events has a chain; its other events are alone. With this
// the same-stem score is that of the literature. Participants, times and places are left to what
// the sentence's words show.
func ecbReading(d ecbDoc) (*resolve.Reading, []string) {
	var text strings.Builder
	starts := make([][]int, len(d.Sentences))
	for i, s := range d.Sentences {
		for _, w := range s {
			starts[i] = append(starts[i], text.Len())
			switch w {
			case "``", "''":
				w = `"`
			}
			text.WriteString(w)
			text.WriteByte(' ')
		}
		text.WriteString("\n")
	}
	r := &resolve.Reading{Article: &article.Article{ID: d.Doc, Text: text.String()}}
	var chains []string
	chained := map[int]bool{}
	for _, m := range d.Mentions {
		if m.Chain != "" {
			chained[m.At[0][0]] = true
		}
	}
	for _, m := range d.Mentions {
		if !strings.Contains(m.Kind, "ACTION") || m.Chain == "" && !chained[m.At[0][0]] {
			continue
		}
		if m.Chain == "" {
			m.Chain = fmt.Sprint("alone ", d.Doc, m.At)
		}
		first, last := m.At[0], m.At[0]
		for _, at := range m.At {
			if at[0] == last[0] && at[1] == last[1]+1 {
				last = at
			}
		}
		span := article.Span{Start: starts[first[0]][first[1]], End: starts[last[0]][last[1]] + len(d.Sentences[last[0]][last[1]])}
		r.Events = append(r.Events, resolve.Event{ID: fmt.Sprint("e", len(chains)+1), Trigger: span, Type: m.Kind, Salient: true})
		chains = append(chains, m.Chain)
	}
	return r, chains
}

func ecb(train bool) (readings []*resolve.Reading, chains [][]string, topics []string, err error) {
	docs, err := lines[ecbDoc]("linking/ecbplus-train.jsonl.gz")
	if err != nil {
		return nil, nil, nil, err
	}
	for _, d := range docs {
		if heldOut[d.topic()] != train {
			r, c := ecbReading(d)
			readings, chains, topics = append(readings, r), append(chains, c), append(topics, d.topic())
		}
	}
	return readings, chains, topics, nil
}

// events links the gold mentions of the held-out topics, all in one ledger, and prints the scores.
func events() error {
	readings, chains, _, err := ecb(false)
	if err != nil {
		return err
	}
	l := ledger.New()
	for _, r := range readings {
		l.Add(r)
	}
	of := map[string]int{}
	for i, e := range l.View().Events() {
		for _, m := range e.Mentions {
			of[fmt.Sprint(m.Report, m.Start)] = i
		}
	}
	var gold, guess, lemma, topical partition
	names, stems, both := map[string]int{}, map[string]int{}, map[string]int{}
	for k, r := range readings {
		for i, ev := range r.Events {
			gold = append(gold, number(names, chains[k][i]))
			guess = append(guess, of[fmt.Sprint(r.Article.ID, ev.Trigger.Start)])
			sub := r.Article.ID[:strings.IndexByte(r.Article.ID, '_')]
			if strings.Contains(r.Article.ID, "plus") {
				sub += "+"
			}
			topical = append(topical, number(both, sub+strings.Join(ledger.Stems(ev.Trigger.Text(r.Article.Text)), " ")))
			lemma = append(lemma, number(stems, strings.Join(ledger.Stems(ev.Trigger.Text(r.Article.Text)), " ")))
		}
	}
	var best float64
	for _, p := range []struct {
		name string
		p    partition
	}{{"same stem", lemma}, {"same stem, gold subtopics", topical}, {"ledger", guess}} {
		muc, b3, ceaf, mean := conll(gold, p.p)
		fmt.Printf("events: %-10s mentions %d chains %d clusters %d: MUC %.3f B3 %.3f (p %.3f r %.3f) CEAFe %.3f CoNLL %.3f\n",
			p.name, len(gold), len(names), len(p.p.clusters()), muc, b3, b3Recall(p.p, gold), b3Recall(gold, p.p), ceaf, mean)
		best = mean
	}
	return hold("CoNLL F1 of events", best, .74)
}

func number(m map[string]int, s string) int {
	if n, ok := m[s]; ok {
		return n
	}
	m[s] = len(m)
	return m[s]
}

// trigger is the mention's stems as one string.
func trigger(r *resolve.Reading, i int) []string {
	return ledger.Stems(r.Events[i].Trigger.Text(r.Article.Text))
}

// pairCounts is, for two different stems, how often mentions with them within like reports were one
// event and how often not, by topic.
type pairCounts map[[2]string]map[string][2]float64

func countPairs(readings []*resolve.Reading, chains [][]string, topics []string) pairCounts {
	counts := pairCounts{}
	for a := range readings {
		for b := 0; b <= a; b++ {
			if topics[a] != topics[b] {
				continue
			}
			for i := range readings[a].Events {
				for j := range readings[b].Events {
					if a == b && j >= i {
						break
					}
					counts.add(trigger(readings[a], i), trigger(readings[b], j), topics[a], chains[a][i] == chains[b][j])
				}
			}
		}
	}
	return counts
}

func (c pairCounts) add(a, b []string, topic string, same bool) {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				continue
			}
			k := [2]string{min(x, y), max(x, y)}
			if c[k] == nil {
				c[k] = map[string][2]float64{}
			}
			n := c[k][topic]
			if same {
				n[0]++
			} else {
				n[1]++
			}
			c[k][topic] = n
		}
	}
}

// known is the pairs that were one event more often than chance, without a topic.
func (c pairCounts) known(without string) map[[2]string]float64 {
	out := map[[2]string]float64{}
	for k, by := range c {
		var same, not, in float64
		for t, n := range by {
			if t != without {
				same, not = same+n[0], not+n[1]
				if n[0] > 0 {
					in++
				}
			}
		}
		if same >= 2 {
			if w := same / (same + not + 4); w > .15 {
				out[k] = math.Round(1000*min(1, w*(.7+.3*in))) / 1000
			}
		}
	}
	return out
}

// trainEvents learns the pair scorer from the topics that are not held out: ledger/data/eventpair.txt.
// The known pairs of a topic's own mentions are those of the other topics, so that their weight is
// that which they have for new texts.
func trainEvents() error {
	readings, chains, topics, err := ecb(true)
	if err != nil {
		return err
	}
	counts := countPairs(readings, chains, topics)
	without := map[string]map[[2]string]float64{}
	for _, t := range topics {
		if without[t] == nil {
			without[t] = counts.known(t)
		}
	}
	var x [][]float64
	var y []float64
	ledger.EventPairs(readings, func(a, _ int) map[[2]string]float64 { return without[topics[a]] }, func(a, i, b, j int, f []float64) {
		x = append(x, append([]float64(nil), f...))
		y = append(y, 0)
		if chains[a][i] == chains[b][j] {
			y[len(y)-1] = 1
		}
	})
	boost(x, y, eventGrowth)
	known := counts.known("")
	var keys [][2]string
	for k := range known {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		return keys[i][0] < keys[j][0] || keys[i][0] == keys[j][0] && keys[i][1] < keys[j][1]
	})
	for _, k := range keys {
		fmt.Println("pair", k[0], k[1], known[k])
	}
	fmt.Fprintf(os.Stderr, "pairs %d\n", len(x))
	return nil
}
