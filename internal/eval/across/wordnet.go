package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"sayso/ledger"
)

var wordnetDir = flag.String("wordnet", "/usr/share/wordnet", "folder of WordNet 3.0's data files")

// eventFiles are WordNet's lexicographer files of nouns that can name an event: act, communication,
// event, phenomenon, possession, process and state.
var eventFiles = map[string]bool{"04": true, "10": true, "11": true, "19": true, "21": true, "22": true, "26": true}

// synset is what the table needs of one.
type synset struct {
	words    []string
	hypernym []string
	derived  []string
}

// wordnet prints pairs of stems that can stand for one event: "a b 1" where they share one of their
// first senses or have senses derived from each other, "a b .5" where one's sense is the other's
// next wider one. ledger/data/wordnet.txt.
func wordnet() error {
	sets := map[string]synset{}
	senses := map[string][]string{}
	for pos, file := range map[string]string{"n": "noun", "v": "verb"} {
		if err := readSynsets(pos, file, sets); err != nil {
			return err
		}
		if err := readSenses(pos, file, sets, senses); err != nil {
			return err
		}
	}
	pairs := map[[2]string]float64{}
	members := map[string]map[string]bool{}
	for s, ids := range senses {
		for _, id := range ids {
			if members[id] == nil {
				members[id] = map[string]bool{}
			}
			members[id][s] = true
		}
	}
	for id := range members {
		link(pairs, members[id], members[id], 1)
		for _, d := range sets[id].derived {
			link(pairs, members[id], members[d], 1)
		}
		for _, h := range sets[id].hypernym {
			link(pairs, members[id], members[h], .5)
		}
	}
	var keys [][2]string
	for k := range pairs {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		return keys[i][0] < keys[j][0] || keys[i][0] == keys[j][0] && keys[i][1] < keys[j][1]
	})
	for _, k := range keys {
		fmt.Println(k[0], k[1], pairs[k])
	}
	return nil
}

func link(pairs map[[2]string]float64, a, b map[string]bool, w float64) {
	for x := range a {
		for y := range b {
			if x < y {
				pairs[[2]string{x, y}] = max(pairs[[2]string{x, y}], w)
			} else if y < x {
				pairs[[2]string{y, x}] = max(pairs[[2]string{y, x}], w)
			}
		}
	}
}

// readSynsets reads data.noun or data.verb (wndb(5WN)).
func readSynsets(pos, file string, sets map[string]synset) error {
	return eachLine("data."+file, func(line string) {
		f := strings.Fields(line)
		if pos == "n" && !eventFiles[f[1]] {
			return
		}
		n, _ := strconv.ParseInt(f[3], 16, 32)
		var s synset
		for i := range int(n) {
			s.words = append(s.words, strings.ToLower(f[4+2*i]))
		}
		at := 4 + 2*int(n)
		count, _ := strconv.Atoi(f[at])
		for i := range count {
			p := f[at+1+4*i : at+5+4*i]
			switch p[0] {
			case "@":
				s.hypernym = append(s.hypernym, p[2]+p[1])
			case "+":
				s.derived = append(s.derived, p[2]+p[1])
			}
		}
		sets[pos+f[0]] = s
	})
}

// firstSenses is how many of a word's senses, the commonest first, are taken.
const firstSenses = 4

// readSenses reads index.noun or index.verb, for words that the news uses.
func readSenses(pos, file string, sets map[string]synset, senses map[string][]string) error {
	common := map[string]bool{}
	b, err := os.ReadFile("ledger/data/stems.txt")
	if err != nil {
		return err
	}
	for _, l := range strings.Split(string(b), "\n") {
		s, n, _ := strings.Cut(l, " ")
		if count, _ := strconv.Atoi(n); count >= 4 {
			common[s] = true
		}
	}
	return eachLine("index."+file, func(line string) {
		f := strings.Fields(line)
		if strings.ContainsAny(f[0], "_0123456789.'") {
			return
		}
		stems := ledger.Stems(f[0])
		if len(stems) != 1 || !common[stems[0]] {
			return
		}
		p, _ := strconv.Atoi(f[3])
		taken := 0
		for _, off := range f[6+p:] {
			if taken == firstSenses {
				break
			}
			taken++
			if _, ok := sets[pos+off]; ok {
				senses[stems[0]] = append(senses[stems[0]], pos+off)
			}
		}
	})
}

func eachLine(name string, do func(string)) error {
	f, err := os.Open(filepath.Join(*wordnetDir, name))
	if err != nil {
		return err
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<20)
	for s.Scan() {
		if l := s.Text(); !strings.HasPrefix(l, " ") {
			do(l)
		}
	}
	return s.Err()
}
