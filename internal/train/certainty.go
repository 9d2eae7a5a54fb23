package main

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"sayso/article"
	"sayso/internal/learn"
	"sayso/parse"
	"sayso/read"
)

func init() { models["certainty"] = certainties }

// A believed is one word with what people say of whether it happened.
type believed struct {
	features []uint32
	yes      float64 // share of belief that it did
	times    int     // how often it is shown in a round
}

// Settings of the certainty model, chosen on the development parts of UDS-IH2 and TimeML.
const (
	certaintySeed   = 5
	certaintyRows   = 1 << 16
	certaintyRounds = 4
	certaintyDrop   = 0.5
	certaintyRate   = 0.02
	deniedTimes     = 3 // what news negates is rare, and in everyday texts people judge it loosely
	openTimes       = 2
)

// certainties learns whether events happened, from UDS-IH2's judgements of everyday texts and from what
// TimeML's annotation of news implies: with both, words of news are read as news.
func certainties(j job) error {
	train, err := judgements(filepath.Join(j.corpora, "factuality", "uds-ewt-train-tokens.jsonl.gz"), false)
	if err != nil {
		return err
	}
	rough, err := judgements(filepath.Join(j.corpora, "factuality", "uds-ewt-train-tokens.jsonl.gz"), true)
	if err != nil {
		return err
	}
	dev, err := judgements(filepath.Join(j.corpora, "factuality", "uds-ewt-dev-tokens.jsonl.gz"), false)
	if err != nil {
		return err
	}
	news, err := newsEvents(filepath.Join(j.corpora, "timeml", "train.jsonl.gz"))
	if err != nil {
		return err
	}
	reports, err := newsRules(filepath.Join(j.corpora, "wikinews", "articles.jsonl.gz"))
	if err != nil {
		return err
	}
	newsDev, err := newsEvents(filepath.Join(j.corpora, "timeml", "dev.jsonl.gz"))
	if err != nil {
		return err
	}
	net := learnCertainty(slices.Concat(train, rough, news, reports))
	score := fmt.Sprintf("Pearson's r of its belief, before it is cut into classes: %.3f on the development part of UDS-IH2, %.3f on that of TimeML\n",
		agreement(net, dev), agreement(net, newsDev))
	fmt.Print(score)
	model := filepath.Join(j.out, "read", "data", "certainty")
	if err := os.WriteFile(model+".model", net.Save(), 0o644); err != nil {
		return err
	}
	return os.WriteFile(model+".txt", []byte("Certainty of events: how surely what is told took place.\n\n"+
		"Learned from: UDS-IH2, judgements of whether events of UD English-EWT happened (Rudinger, White and Van Durme 2018; MIT, the text CC BY-SA 4.0), training part;\n"+
		"polarity, modality and tense of the verbs of TimeBank and AQUAINT (TimeML; research corpora, no text of theirs is in the model), training part;\n"+
		"predicates of Wikinews reports of 2019 and 2020 (CC BY 2.5) as the rules take them.\n"+
		"Licence of this model: CC BY-SA 4.0.\n"+
		"Made with: go run ./internal/train -corpora DIR certainty\n"+
		score+"Date: "+j.date+"\n"), 0o644)
}

// judgements are the judged words of a file of UDS-IH2, whose values run from about −1.15 to 1.15.
// The parser has learned from these very sentences and reads them better than any new one; in lower case it
// errs on them as it does on others, so each is learned from both ways.
func judgements(path string, lower bool) (out []believed, err error) {
	type sentence struct {
		Tokens     []string
		Factuality []*float64
	}
	err = rowsOf(path, func(s sentence) {
		at := map[int]float64{}
		start := 0
		for k, w := range s.Tokens {
			if v := s.Factuality[k]; v != nil {
				at[start] = *v/2.3 + 0.5
			}
			start += len(w) + 1
		}
		text := strings.Join(s.Tokens, " ")
		if lower {
			text = strings.Map(func(r rune) rune {
				if r >= 'A' && r <= 'Z' {
					return r + 'a' - 'A'
				}
				return r
			}, text)
		}
		out = append(out, beliefs(&article.Article{Text: text, Published: "2013-03-22"}, at, true)...)
	})
	return out, err
}

// newsEvents are the verbs of TimeML's news with what the annotation implies: what is negated did not
// happen, what is future, an infinitive or under a modal is open, what is past or present did happen.
// Participles and nouns carry no tense there and are left out; so are articles of which more than a
// quarter is marked as negated, a slip of the corpus.
func newsEvents(path string) (out []believed, err error) {
	type row struct {
		Dct, Text string
		Events    []struct {
			Start                     int
			Tense, Polarity, Modality string
		}
	}
	err = rowsOf(path, func(r row) {
		var offset []int
		for i := range r.Text {
			offset = append(offset, i)
		}
		at, denied := map[int]float64{}, 0
		for _, e := range r.Events {
			switch {
			case e.Polarity == "NEG":
				at[offset[e.Start]] = 0
				denied++
			case e.Tense != "PAST" && e.Tense != "PRESENT" && e.Tense != "FUTURE" && e.Tense != "INFINITIVE":
			case e.Modality != "" && e.Modality != "NONE", e.Tense == "FUTURE", e.Tense == "INFINITIVE":
				at[offset[e.Start]] = 0.5
			default:
				at[offset[e.Start]] = 1
			}
		}
		if 4*denied > len(r.Events) {
			return
		}
		out = append(out, beliefs(&article.Article{Text: r.Text, Published: r.Dct}, at, false)...)
		d := parse.Article(&article.Article{Text: r.Text})
		for k := range d.Sentences { // and each sentence by itself
			s := d.Range(d.Sentences[k].First, d.Sentences[k].End)
			inside := map[int]float64{}
			for start, yes := range at {
				inside[start-s.Start] = yes
			}
			out = append(out, beliefs(&article.Article{Text: s.Text(r.Text), Published: r.Dct}, inside, false)...)
		}
	})
	for i := range out {
		out[i].weigh()
	}
	return out, err
}

// weigh sets how often an example from news is shown.
func (b *believed) weigh() {
	switch b.yes {
	case 0:
		b.times = deniedTimes
	case 0.5:
		b.times = openTimes
	}
}

// newsRules are the predicates of news that nobody annotated, each believed as the rules take it: in the
// register of news the rules hold, and the model is to learn where that register is.
func newsRules(path string) (out []believed, err error) {
	seen := 0
	err = rowsOf(path, func(r struct{ Text string }) {
		for _, text := range append(strings.Split(r.Text, "\n"), r.Text) {
			m := read.Doc(parse.Article(&article.Article{Text: text, Published: "2020-01-01"}))
			read.CertaintyExamples(m, func(_ int32, features []uint32, status, _ string) {
				b := believed{slices.Clone(features), 0.5, 1}
				switch status {
				case "happened", "ongoing":
					b.yes = 1
				case "did_not_happen", "denied":
					b.yes = 0
				}
				if seen++; b.yes == 0 || seen%4 == 0 {
					out = append(out, b)
				}
			})
		}
	})
	return out, err
}

// beliefs are the words of an article that start at the bytes of at, with or without nouns.
func beliefs(a *article.Article, at map[int]float64, nouns bool) (out []believed) {
	m := read.Doc(parse.Article(a))
	read.CertaintyExamples(m, func(i int32, features []uint32, _, _ string) {
		if yes, ok := at[int(m.Doc.Tokens[i].Start)]; ok && (nouns || m.Doc.Tokens[i].UPOS != parse.NOUN) {
			out = append(out, believed{slices.Clone(features), yes, 1})
		}
	})
	return out
}

// learnCertainty learns a net that says "no" or "yes"; a word that people are unsure of is shown as
// either, as often as they say so.
func learnCertainty(examples []believed) *learn.Net {
	var all []int
	for i := range examples {
		for range examples[i].times {
			all = append(all, i)
		}
	}
	t := learn.NewTrainer(learn.Config{Classes: []string{"no", "yes"}, Rows: certaintyRows, Steps: certaintyRounds * len(all),
		Drop: certaintyDrop, Rate: certaintyRate, Seed: certaintySeed})
	rand := learn.Rand(certaintySeed)
	for range certaintyRounds {
		for _, k := range rand.Perm(len(all)) {
			e := &examples[all[k]]
			class := 0
			if float64(rand.Float()) < e.yes {
				class = 1
			}
			t.Learn(e.features, class)
		}
	}
	return t.Net()
}

// agreement is Pearson's r between what net and people believe.
func agreement(net *learn.Net, examples []believed) float64 {
	var s learn.Scratch
	var n, sx, sy, sxy, sxx, syy float64
	for i := range examples {
		v := net.Scores(examples[i].features, &s)
		x, y := 1/(1+math.Exp(-float64(v[1]-v[0])/float64(net.Unit))), examples[i].yes
		n, sx, sy, sxy, sxx, syy = n+1, sx+x, sy+y, sxy+x*y, sxx+x*x, syy+y*y
	}
	return (sxy - sx*sy/n) / math.Sqrt((sxx-sx*sx/n)*(syy-sy*sy/n))
}
