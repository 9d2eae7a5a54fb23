package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"sayso/article"
	"sayso/internal/learn"
	"sayso/internal/treebank"
	"sayso/parse"
	"sayso/read"
)

func init() { models["events"] = eventTypes }

// A typeExample is one event of a sentence that an annotator typed.
type typeExample struct {
	features []uint32
	class    int
	share    float64 // of the sentence's typing that is this event's
	sentence int
	fold     int // the running number of the sentence among those of its root, modulo folds
}

// Settings of the type model, chosen by cross-validation on the training part.
const (
	typeSeed   = 7
	typeBits   = 15
	typeRounds = 20
	typeRate   = 0.1
	typeL2     = 0.005
	typeLimit  = 4
	leastShare = 0.1
	folds      = 5
	everyOther = 8   // of the everyday events, one in so many is learned from
	otherShare = 0.3 // what each of them counts
)

// eventTypes learns the PLOVER roots of events from PLV; everyday English gives what is none of them.
func eventTypes(j job) error {
	examples, sentences, err := plover(filepath.Join(j.corpora, "plover", "plv-train.jsonl.gz"))
	if err != nil {
		return err
	}
	none, err := everyday(j.corpora)
	if err != nil {
		return err
	}
	records, err := records(filepath.Join(j.corpora, "plover", "dev.jsonl.gz"))
	if err != nil {
		return err
	}
	none = append(none, records...)
	macro, accuracy := crossValidate(examples, none, sentences)
	score := fmt.Sprintf("Five-fold cross-validation by sentence, root codes, the sentence's events voting by their share: macro F1 %.3f, accuracy %.3f\n", macro, accuracy)
	fmt.Print(score)
	held := func(e *typeExample) bool { return e.fold == 0 }
	kept := slices.DeleteFunc(slices.Clone(examples), func(e typeExample) bool { return held(&e) })
	t := learnTypes(append(kept, none...)).Linear(typeLimit)
	model := filepath.Join(j.out, "read", "data", "eventtypes")
	if err := os.WriteFile(model+".model", t.Append(nil), 0o644); err != nil {
		return err
	}
	return os.WriteFile(model+".txt", []byte("Types of events: PLOVER root codes of verbs and event nouns.\n\n"+
		"Learned from: PLV, the PLOVER project's sentences with source, target and root (CC BY-SA 4.0), every fifth left out for make eval;\n"+
		"the development half of PLOVER's gold standard records (CC BY-SA 4.0);\n"+
		"what no root codes from the reviews, answers and e-mails of UD English-EWT (CC BY-SA 4.0).\n"+
		"Licence of this model: CC BY-SA 4.0.\n"+
		"Made with: go run ./internal/train -corpora DIR events\n"+
		score+"Date: "+j.date+"\n"), 0o644)
}

// plover reads the corpus; sentences is how many there are.
func plover(path string) (out []typeExample, sentences int, err error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, 0, err
	}
	defer file.Close()
	z, err := gzip.NewReader(file)
	if err != nil {
		return nil, 0, err
	}
	in := json.NewDecoder(bufio.NewReader(z))
	ofRoot := map[string]int{}
	for ; in.More(); sentences++ {
		var row struct {
			Marked string `json:"marked_sentence"`
			Root   string `json:"gold_root"`
		}
		if err := in.Decode(&row); err != nil {
			return nil, 0, err
		}
		text, source, target := unmark(row.Marked)
		ofRoot[row.Root]++
		m := read.Doc(parse.Article(&article.Article{Text: text}))
		read.TypeExamples(m, source, target, func(_ *read.Event, features []uint32, share float64) {
			if share >= leastShare {
				out = append(out, typeExample{slices.Clone(features), slices.Index(read.Roots, row.Root), share, sentences, ofRoot[row.Root] % folds})
			}
		})
	}
	return out, sentences, nil
}

// unmark is a sentence without its <s> and <t> marks, and the first span of each.
func unmark(marked string) (text string, source, target article.Span) {
	var b strings.Builder
	spans := [2]article.Span{{Start: -1}, {Start: -1}}
	for len(marked) > 0 {
		tag := slices.IndexFunc([]string{"<s>", "<t>", "</s>", "</t>"}, func(t string) bool { return strings.HasPrefix(marked, t) })
		switch {
		case tag < 0:
			b.WriteByte(marked[0])
			marked = marked[1:]
		case tag < 2:
			if spans[tag].Start < 0 {
				spans[tag].Start = b.Len()
			}
			marked = marked[3:]
		default:
			if spans[tag-2].End == 0 {
				spans[tag-2].End = b.Len()
			}
			marked = marked[4:]
		}
	}
	return b.String(), spans[0], spans[1]
}

// recordRoots are the roots of the gold standard records that have other names today.
var recordRoots = map[string]string{"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT", "CONCEDE": "YIELD", "RETREAT": "YIELD"}

// records reads PLOVER's gold standard records, whose words of the event are marked.
func records(path string) ([]typeExample, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	z, err := gzip.NewReader(file)
	if err != nil {
		return nil, err
	}
	var out []typeExample
	for in := json.NewDecoder(bufio.NewReader(z)); in.More(); {
		var row struct {
			Event    string
			TextInfo json.RawMessage // an object, or "" where nothing is marked
		}
		if err := in.Decode(&row); err != nil {
			return nil, err
		}
		root := row.Event
		if r, ok := recordRoots[root]; ok {
			root = r
		}
		class := slices.Index(read.Roots, root)
		var marked struct{ Markup string }
		if class < 0 || json.Unmarshal(row.TextInfo, &marked) != nil {
			continue
		}
		text, triggers := unmarkRecord(marked.Markup)
		m := read.Doc(parse.Article(&article.Article{Text: text}))
		read.TypeExamples(m, article.Span{}, article.Span{}, func(e *read.Event, features []uint32, _ float64) {
			if slices.ContainsFunc(triggers, e.Trigger.Overlaps) {
				out = append(out, typeExample{features: slices.Clone(features), class: class, share: 1 / float64(len(triggers)), sentence: -1, fold: -1})
			}
		})
	}
	return out, nil
}

// unmarkRecord is a record without its marks "(SRC: …)", "(TAR: …)", "(EVT: …)", and the spans of the last.
func unmarkRecord(markup string) (text string, triggers []article.Span) {
	var b strings.Builder
	open, event := false, -1
	for len(markup) > 0 {
		if i := strings.Index(markup, ": "); markup[0] == '(' && !open && i > 0 && i <= len("(SRC/TAR") {
			open = true
			if markup[:i] == "(EVT" {
				event = b.Len()
			}
			markup = markup[i+2:]
			continue
		}
		if markup[0] == ')' && open {
			if event >= 0 {
				triggers = append(triggers, article.Span{Start: event, End: b.Len()})
			}
			open, event = false, -1
		} else {
			b.WriteByte(markup[0])
		}
		markup = markup[1:]
	}
	return b.String(), triggers
}

// everyday gives the events of everyday English, which PLOVER codes rarely: those whose trigger the
// lexicon knows first as something else are left out.
func everyday(corpora string) ([]typeExample, error) {
	docs, err := treebank.ReadFile(filepath.Join(corpora, "ud", "ewt-train.conllu.gz"))
	if err != nil {
		return nil, err
	}
	var out []typeExample
	seen := 0
	for k := range docs {
		if id := docs[k].ID; !strings.HasPrefix(id, "reviews") && !strings.HasPrefix(id, "answers") && !strings.HasPrefix(id, "email") {
			continue
		}
		m := read.Doc(parse.Article(&article.Article{Text: docs[k].Text}))
		read.TypeExamples(m, article.Span{}, article.Span{}, func(e *read.Event, features []uint32, _ float64) {
			if seen++; seen%everyOther == 0 && !read.Typed(m.Doc, e.Head) {
				out = append(out, typeExample{features: slices.Clone(features), class: slices.Index(read.Roots, "OTHER"), share: otherShare, sentence: -1, fold: -1})
			}
		})
	}
	return out, nil
}

// learnTypes learns from examples by their share.
func learnTypes(examples []typeExample) *learn.LinearTrainer {
	t := learn.NewLinearTrainer(len(read.Roots), typeBits, typeRate, typeL2, 0)
	rand := learn.Rand(typeSeed)
	for range typeRounds {
		for _, i := range rand.Perm(len(examples)) {
			e := &examples[i]
			p := probabilities(t, e.features)
			p[e.class]--
			for k := range p {
				p[k] *= float32(e.share)
			}
			t.Step(e.features, p)
		}
	}
	return t
}

func probabilities(t *learn.LinearTrainer, features []uint32) []float32 {
	p := make([]float32, len(read.Roots))
	t.Add(p, features)
	top, sum := slices.Max(p), float32(0)
	for k, v := range p {
		p[k] = float32(math.Exp(float64(v - top)))
		sum += p[k]
	}
	for k := range p {
		p[k] /= sum
	}
	return p
}

// crossValidate is macro F1 and accuracy over the roots, each sentence typed by a model that has not seen it.
func crossValidate(examples, none []typeExample, sentences int) (macro, accuracy float64) {
	votes := make([][]float64, sentences)
	gold := make([]int, sentences)
	for fold := range folds {
		var train []typeExample
		for i := range examples {
			if examples[i].fold != fold {
				train = append(train, examples[i])
			}
		}
		t := learnTypes(append(train, none...))
		for i := range examples {
			e := &examples[i]
			if e.fold != fold {
				continue
			}
			gold[e.sentence] = e.class
			if votes[e.sentence] == nil {
				votes[e.sentence] = make([]float64, len(read.Roots)-1)
			}
			for k, p := range probabilities(t, e.features)[:len(read.Roots)-1] {
				votes[e.sentence][k] += e.share * float64(p)
			}
		}
	}
	return macroF1(gold, votes)
}

func macroF1(gold []int, votes [][]float64) (macro, accuracy float64) {
	n := len(read.Roots) - 1
	hit, got, want := make([]float64, n), make([]float64, n), make([]float64, n)
	for i, v := range votes {
		want[gold[i]]++
		if v == nil {
			continue
		}
		k := slices.Index(v, slices.Max(v))
		got[k]++
		if k == gold[i] {
			hit[k]++
			accuracy += 1 / float64(len(votes))
		}
	}
	for k := range n {
		macro += 2 * hit[k] / max(1, got[k]+want[k]) / float64(n)
	}
	return macro, accuracy
}
