package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"sayso/article"
	"sayso/internal/learn"
	"sayso/internal/treebank"
	"sayso/parse"
)

func init() { models["name"] = name }

// A named text: where its names are.
type named struct {
	text  string
	spans []article.Span
	kinds []parse.NameKind
}

func (n *named) add(start, end int, kind parse.NameKind) {
	n.spans = append(n.spans, article.Span{Start: start, End: end})
	n.kinds = append(n.kinds, kind)
}

// name learns the names.
func name(j job) error {
	gum, err := gumNames(filepath.Join(j.corpora, "ud", "gum-train.conllu.gz"), restricted)
	if err != nil {
		return err
	}
	wiki, err := columnNames(filepath.Join(j.corpora, "entities", "wikigold.conll.gz"))
	if err != nil {
		return err
	}
	var check []named
	wiki, check = everyFifth(wiki)
	re3d, err := columnNames(filepath.Join(j.corpora, "entities", "re3d-train.conll.gz"))
	if err != nil {
		return err
	}
	press, err := silverNames(filepath.Join(j.corpora, "polnear", "train-silver-tags.jsonl.gz"))
	if err != nil {
		return err
	}
	var runs []parse.NameRun
	for domain, part := range []struct {
		texts []named
		times int // how often each text is shown a round: gold before silver
	}{{gum, 4}, {press, 1}, {re3d, 1}, {wiki, 2}} {
		for _, n := range part.texts {
			own := parse.NameRuns(n.text, uint32(domain), n.spans, n.kinds)
			for range part.times {
				runs = append(runs, own...)
			}
		}
	}
	learned := learnNames(runs)
	dev, err := gumNames(filepath.Join(j.corpora, "ud", "gum-dev.conllu.gz"), func(string) bool { return false })
	if err != nil {
		return err
	}
	scores := "F1 of persons, places and organisations, exact spans: GUM dev " + scoreNames(learned, dev) + "; every fifth text of wikigold " + scoreNames(learned, check) + "\n"
	fmt.Print(scores)
	model := filepath.Join(j.out, "parse", "data", "name")
	if err := os.WriteFile(model+".bin", learned.Save(), 0o644); err != nil {
		return err
	}
	return os.WriteFile(model+".txt", []byte(nameOrigin+scores+"Date: "+j.date+"\n"), 0o644)
}

// scoreNames is the F1 of persons, places and organisations that model finds in texts.
func scoreNames(m *learn.Sequence, texts []named) string {
	var both, found, gold int
	for _, t := range texts {
		want := map[article.Span]parse.NameKind{}
		for i, s := range t.spans {
			if k := t.kinds[i]; k == parse.Person || k == parse.Place || k == parse.Organisation {
				want[s] = k
				gold++
			}
		}
		d := parse.NamesBy(m, t.text)
		for _, n := range d.Names {
			k := n.Kind
			if k == parse.Outlet {
				k = parse.Organisation
			}
			if k == parse.Person || k == parse.Place || k == parse.Organisation {
				found++
				if want[d.Range(n.First, n.End)] == k {
					both++
				}
			}
		}
	}
	return fmt.Sprintf("%.3f of %d", 2*float64(both)/float64(found+gold), gold)
}

// everyFifth parts texts into those to learn from and every fifth, which is kept for scoring.
func everyFifth(texts []named) (learn, check []named) {
	for i, t := range texts {
		if i%5 == 4 {
			check = append(check, t)
		} else {
			learn = append(learn, t)
		}
	}
	return learn, check
}

// learnNames learns from runs, each nameEpochs times in a mixed order.
func learnNames(runs []parse.NameRun) *learn.Sequence {
	const nameEpochs = 7
	t := learn.NewSequenceTrainer(learn.Config{Classes: parse.NameClasses, Rows: 1 << 15, Hidden: 128, Steps: nameEpochs * len(runs), Drop: 0.5, Seed: 7}, parse.NameAllowed)
	order := learn.Rand(11)
	for range nameEpochs {
		for _, k := range order.Perm(len(runs)) {
			t.Learn(runs[k].Features, runs[k].Labels)
		}
	}
	return t.Sequence()
}

// gumNames are the named entities of a treebank's documents.
func gumNames(path string, skip func(doc string) bool) ([]named, error) {
	docs, err := treebank.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out []named
	for _, d := range docs {
		if skip(d.ID) {
			continue
		}
		n := named{text: d.Text}
		for _, s := range d.Sentences {
			for _, m := range s.Names(parse.TitleBefore) {
				n.add(s.Words[m.First].Start, s.Words[m.End-1].End, kindOf(m.Kind))
			}
		}
		out = append(out, n)
	}
	return out, nil
}

// kindOf is the name kind of a label of one of the corpora; "" for what is no name.
func kindOf(label string) parse.NameKind {
	switch label {
	case "person", "PER", "PERSON", "Person":
		return parse.Person
	case "organization", "ORG", "ORGANIZATION", "Organisation":
		return parse.Organisation
	case "place", "LOC", "LOCATION", "Location":
		return parse.Place
	case "event":
		return parse.EventName
	case "object", "abstract", "MISC", "animal", "plant", "substance":
		return parse.OtherName
	}
	return ""
}

// columnNames are the names of a file of columns, its noun phrases trimmed to names.
func columnNames(path string) ([]named, error) {
	texts, err := treebank.ReadColumns(path)
	var out []named
	for _, t := range texts {
		n := named{text: t.Text}
		for _, s := range t.Spans {
			n.addTrimmed(s.Start, s.End, s.Label)
		}
		out = append(out, n)
	}
	return out, err
}

// addTrimmed adds a name without its article and possessive mark, if it is a proper name at all: re3d
// marks noun phrases, "the chief of the police".
func (n *named) addTrimmed(start, end int, label string) {
	kind := kindOf(label)
	for _, w := range []string{"the ", "The ", "a ", "an "} {
		if strings.HasPrefix(n.text[start:end], w) {
			start += len(w)
		}
	}
	for _, w := range []string{"'s", "’s", "'", "’"} {
		end -= len(n.text[start:end]) - len(strings.TrimSuffix(n.text[start:end], w))
	}
	words := strings.Fields(n.text[start:end])
	if kind == "" || len(words) == 0 || strings.ToLower(words[0][:1]) == words[0][:1] || strings.ToLower(words[len(words)-1]) == words[len(words)-1] {
		return
	}
	n.add(start, end, kind)
}

// silverNames are PolNeAR's texts with the names that an older tagger found.
func silverNames(path string) ([]named, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	texts, err := pressTexts(strings.Replace(path, "train-silver-tags", "train", 1))
	if err != nil {
		return nil, err
	}
	var out []named
	in := bufio.NewScanner(z)
	in.Buffer(nil, 1<<26)
	for in.Scan() {
		var v struct {
			ID        string
			Sentences [][][]any
		}
		if err := json.Unmarshal(in.Bytes(), &v); err != nil {
			return nil, err
		}
		text, ok := texts[v.ID]
		if !ok {
			continue
		}
		out = append(out, silverText(text, v.Sentences))
	}
	return out, in.Err()
}

// silverText turns token rows [start, end, tag, lemma, label] into names of text; offsets count code points.
func silverText(text string, sentences [][][]any) named {
	n := named{text: text}
	at := make([]int, 0, len(text)+1)
	for i := range text {
		at = append(at, i)
	}
	at = append(at, len(text))
	for _, s := range sentences {
		for i := 0; i < len(s); {
			label := s[i][4].(string)
			k := i + 1
			for k < len(s) && s[k][4].(string) == label {
				k++
			}
			if kindOf(label) != "" {
				n.addTrimmed(at[int(s[i][0].(float64))], at[int(s[k-1][1].(float64))], label)
			}
			i = k
		}
	}
	return n
}

func pressTexts(path string) (map[string]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	out := map[string]string{}
	in := bufio.NewScanner(z)
	in.Buffer(nil, 1<<26)
	for in.Scan() {
		var v struct{ ID, Text string }
		if err := json.Unmarshal(in.Bytes(), &v); err != nil {
			return nil, err
		}
		out[v.ID] = v.Text
	}
	return out, in.Err()
}

const nameOrigin = `The name model: persons, organisations, places, events and other names.
Data: GUM (train, without its fiction and how-to texts; annotations CC BY 4.0, Georgetown University); wikigold (four of every five parts; CC BY 4.0, Balasuriya et al. 2009); re3d (OGL v3 and others, Dstl); silver names of an older tagger
on the press text of PolNeAR (research corpus: learned from, not published).
Method: a linear-chain conditional random field over a small network of hashed features (parse/name_features.go, internal/learn).
Command: go run ./internal/train -corpora DIR name
`
