package main

import (
	_ "embed"
	"fmt"
	"hash/fnv"
	"math"
	"os"
	"sort"
	"strings"

	"sayso"
	"sayso/article"
	"sayso/ledger"
	"sayso/resolve"
)

// readPairs is pairs of mentions of the streams' earlier halves that were read and found to be one event (1) or two (0), each mention by its
// report and where its trigger starts. Reports are numbered by their lines. laterPairs is the same of the later halves, which are left for
// measuring: pairs that a model said were one with a probability of .2 or more, drawn by chance.
//
//go:embed pairs.txt
var readPairs string

//go:embed laterpairs.txt
var laterPairs string

// What pairs of the training weigh. A report's date is told in the streams only, so that few pairs of them teach what days mean.
const (
	ecbWeight   = .5 // of an annotated pair, which is learned from twice: as the engine reads it, and by the sentences' words alone
	farOut      = 20 // one in so many of the annotated pairs without a word in common is learned from
	readWeight  = 18 // of a pair that was read
	otherWeight = .3 // of a pair of two incidents
)

// examples are pairs to learn from.
type examples struct {
	x    [][]float64
	y, w []float64
}

func (e *examples) add(f []float64, same bool, weight float64) {
	y := 0.
	if same {
		y = 1
	}
	e.x, e.y, e.w = append(e.x, append([]float64(nil), f...)), append(e.y, y), append(e.w, weight)
}

// streams are the dated texts whose pairs were read: current events, incidents of several reports, Wikinews and PolNeAR.
var streams = []string{"ce", "in", "wn", "pn"}

// half is the readings of a stream, by how they are numbered in pairs.txt: the earlier ones, which are learned from, or the later ones, which
// pairs are measured on. Incidents have no order; which half one is of follows from its name. The halves of PolNeAR lie a month apart.
func half(stream string, later bool) (out []*resolve.Reading, err error) {
	add := func(id, published, title, text string) {
		out = append(out, sayso.Read(&article.Article{ID: id, Published: published, Title: title, Text: text}))
	}
	switch stream {
	case "ce":
		items, err := lines[newsItem]("streams/current-events.jsonl.gz")
		for i, it := range items {
			if it.Day < "2026-02-15" != later {
				add(fmt.Sprintf("ce%05d", i), it.Day, "", it.Text)
			}
		}
		return out, err
	case "wn":
		items, err := lines[wikinews]("wikinews/articles.jsonl.gz")
		for i, it := range items {
			if it.Date < "2020" != later {
				add(fmt.Sprintf("wn%05d", i), it.Date, it.Title, it.Text)
			}
		}
		return out, err
	case "pn":
		items, err := lines[polnear]("polnear/train.jsonl.gz")
		seen := map[string]bool{}
		for _, it := range items {
			if !seen[it.ID] && (it.Date < "2016-05" && !later || it.Date >= "2016-06" && later) {
				seen[it.ID] = true
				add("pn/"+it.ID, it.Date, it.Title, it.Text)
			}
		}
		return out, err
	case "ec":
		docs, err := lines[ecbDoc]("linking/ecbplus-train.jsonl.gz")
		for _, d := range docs {
			if heldOut[d.topic()] == later {
				add("ec/"+d.Doc, "", "", d.written())
			}
		}
		return out, err
	}
	items, err := lines[incident]("figures/incidents-train.jsonl.gz")
	for _, in := range items {
		if len(in.Reports) < 2 || spread(in.Incident)>>9&1 == 1 != later {
			continue
		}
		for _, r := range in.Reports {
			day := r.Published
			if day == "" {
				day = in.Date
			}
			add(r.ID+"/"+in.Incident, day, r.Title, r.Text)
		}
	}
	return out, err
}

// polnear is one line of polnear/train; an article has several where several people annotated it.
type polnear struct{ ID, Date, Title, Text string }

// incidentOf is the incident that a report of the incidents is of.
func incidentOf(r *resolve.Reading) string {
	_, of, _ := strings.Cut(r.Article.ID, "/")
	return of
}

// mentionName is how pairs.txt names a mention.
func mentionName(r *resolve.Reading, i int) string {
	return fmt.Sprintf("%s:%d", r.Article.ID, r.Events[i].Trigger.Start)
}

// spread is a hash of s whose bits are each as good as any (FNV with MurmurHash3's finaliser).
func spread(s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(s))
	x := h.Sum32()
	x = (x ^ x>>16) * 0x85ebca6b
	x = (x ^ x>>13) * 0xc2b2ae35
	return x ^ x>>16
}

// streamExamples adds the pairs that were read, and pairs of two incidents, which are two events.
func (e *examples) streamExamples() error {
	read := pairsRead(readPairs)
	found := 0
	for _, stream := range streams {
		rs, err := half(stream, false)
		if err != nil {
			return err
		}
		ledger.AskedPairs(rs, func(a, i, b, j int, f []float64) {
			if same, ok := read[mentionName(rs[a], i)+" "+mentionName(rs[b], j)]; ok {
				found++
				e.add(f, same, readWeight)
			} else if stream == "in" && incidentOf(rs[a]) != incidentOf(rs[b]) {
				e.add(f, false, otherWeight)
			}
		})
	}
	fmt.Fprintf(os.Stderr, "pairs read %d, found %d\n", len(read), found)
	return nil
}

// pairsRead is the lines of a file of pairs: whether the two are one.
func pairsRead(data string) map[string]bool {
	read := map[string]bool{}
	for line := range strings.Lines(data) {
		same, pair, _ := strings.Cut(strings.TrimSpace(line), " ")
		read[pair] = same == "1"
	}
	return read
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

// ecbExamples adds the pairs of the annotated topics that are not held out, and gives the pairs of triggers that they know. The
// known pairs of a topic's own mentions are those of the other topics, so that their weight is that which they have for new texts.
func (e *examples) ecbExamples() (known map[[2]string]float64, err error) {
	var counts pairCounts
	for _, asRead := range []bool{true, false} {
		readings, chains, topics, err := ecb(true, asRead)
		if err != nil {
			return nil, err
		}
		if asRead {
			counts = countPairs(readings, chains, topics)
		}
		without := map[string]map[[2]string]float64{}
		for _, t := range topics {
			if without[t] == nil {
				without[t] = counts.known(t)
			}
		}
		far := 0
		ledger.EventPairs(readings, func(a, _ int) map[[2]string]float64 { return without[topics[a]] }, func(a, i, b, j int, alike bool, f []float64) {
			same := chains[a][i] == chains[b][j]
			if same || alike {
				e.add(f, same, ecbWeight)
			} else if far++; far%farOut == 0 {
				e.add(f, false, ecbWeight*farOut)
			}
		})
	}
	return counts.known(""), nil
}

// trainEvents learns the pair scorer: ledger/data/eventpair.txt.
func trainEvents() error {
	var e examples
	known, err := e.ecbExamples()
	if err != nil {
		return err
	}
	if err := e.streamExamples(); err != nil {
		return err
	}
	boost(e.x, e.y, e.w, eventGrowth)
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
	fmt.Fprintf(os.Stderr, "pairs %d\n", len(e.x))
	return nil
}
