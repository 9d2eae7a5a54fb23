// Command across measures package ledger on corpora and learns its constants from them.
//
//	across [-corpora DIR] COMMAND…
package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

var corpora = flag.String("corpora", "", "folder of the corpora")
var verbose = flag.Bool("v", false, "print what is wrong")
var plotFile = flag.String("plot", "", "where scale draws the cost of a report against the size")

var profile = flag.String("profile", "", "where scale writes a processor profile of the pages in new states, labelled by page")
var linkFile = flag.String("link", "", "where scale writes a processor profile of adding and linking the reports")
var scaleReports = flag.Int("reports", 100_000, "how many short reports scale adds")
var heapFile = flag.String("heap", "", "where scale writes a profile of what the ledger holds")

var commands = map[string]func() error{
	"stems": stems, "wordnet": wordnet, "texts": texts, "claims": claims, "claim-pairs": claimPairs, "train-claims": trainClaims, "unread-claims": unreadClaims, "unread-later-claims": unreadLaterClaims, "pairs": pairs, "unread": unread, "stories": stories, "copies": copies, "revisions": revisions,
	"incidents": incidents, "events": events, "train-events": trainEvents, "train-stories": trainStories, "scale": scale,
}

func main() {
	flag.Parse()
	for _, name := range flag.Args() {
		run, ok := commands[name]
		if !ok {
			fmt.Fprintf(os.Stderr, "across: no command %q\n", name)
			os.Exit(2)
		}
		if err := run(); err != nil {
			fmt.Fprintf(os.Stderr, "across %s: %v\n", name, err)
			os.Exit(1)
		}
	}
}

// lines decodes every line of a gzipped JSON lines file.
func lines[T any](name string) ([]T, error) {
	f, err := os.Open(filepath.Join(*corpora, name))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", name, err)
	}
	var out []T
	s := bufio.NewScanner(z)
	s.Buffer(nil, 64<<20)
	for s.Scan() {
		var v T
		if err := json.Unmarshal(s.Bytes(), &v); err != nil {
			return nil, fmt.Errorf("read %s, line %d: %w", name, len(out)+1, err)
		}
		out = append(out, v)
	}
	return out, s.Err()
}

// newsItem is one line of streams/current-events.
type newsItem struct {
	Day     string
	Topics  []string
	Text    string
	Sources []string
}

// wikinews is one line of wikinews/articles.
type wikinews struct{ URL, Date, Title, Text string }

// incident is one line of figures/incidents-train.
type incident struct {
	Incident, Date, State, City string
	Killed                      string `json:"n_killed"`
	Injured                     string `json:"n_injured"`
	Reports                     []struct{ ID, URL, Title, Published, Text string }
}
