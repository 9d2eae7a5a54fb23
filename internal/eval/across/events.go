package main

import (
	"fmt"
	"slices"
	"strings"

	"sayso"
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
// the same-stem score is that of the literature. Participants, places, days and the rest are what the
// engine reads of the mention where asRead, else left to what the sentence's words show.
func ecbReading(d ecbDoc, asRead bool) (*resolve.Reading, []string) {
	text, starts := ecbText(d)
	r := &resolve.Reading{Article: &article.Article{ID: d.Doc, Text: text}}
	var found []resolve.Event
	if asRead {
		r = sayso.Read(r.Article)
		found = r.Events
		r.Events, r.Sources, r.Attributions, r.NonStatements = nil, nil, nil, nil
	}
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
		r.Events = append(r.Events, mentionAt(found, span, len(chains)))
		chains = append(chains, m.Chain)
	}
	return r, chains
}

// mentionAt is the event that the engine read at span, or a bare one.
func mentionAt(found []resolve.Event, span article.Span, n int) resolve.Event {
	ev := resolve.Event{ID: fmt.Sprint("gold", n), Type: "OTHER"}
	if i := slices.IndexFunc(found, func(e resolve.Event) bool { return e.Trigger.Overlaps(span) }); i >= 0 {
		ev = found[i]
	}
	ev.Trigger, ev.Salient = span, true
	return ev
}

// ecbText is the text of a document, a sentence a line, and where the words start.
func ecbText(d ecbDoc) (string, [][]int) {
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
	return text.String(), starts
}

// unspacedBefore are tokens that stand close behind the word before them.
var unspacedBefore = map[string]bool{".": true, ",": true, ":": true, ";": true, "?": true, "!": true, ")": true, "%": true, "'s": true, "n't": true, "'re": true, "'ve": true, "'ll": true, "'d": true, "'m": true, "''": true, "'": true}

// written is the text of a document as it is written in print, a sentence a paragraph; addresses of pages are left out.
func (d ecbDoc) written() string {
	var text strings.Builder
	for _, s := range d.Sentences {
		if s[0] == "http" {
			continue
		}
		glued := true
		for i, w := range s {
			hyphen := w == "-" && i > 0 && i+1 < len(s) && s[i-1] != "-" && s[i+1] != "-"
			if !glued && !hyphen && !unspacedBefore[w] {
				text.WriteByte(' ')
			}
			glued = hyphen || w == "``" || w == "(" || w == "$"
			if w == "``" || w == "''" {
				w = `"`
			}
			text.WriteString(w)
		}
		text.WriteString("\n\n")
	}
	return text.String()
}

func ecb(train, asRead bool) (readings []*resolve.Reading, chains [][]string, topics []string, err error) {
	docs, err := lines[ecbDoc]("linking/ecbplus-train.jsonl.gz")
	if err != nil {
		return nil, nil, nil, err
	}
	for _, d := range docs {
		if heldOut[d.topic()] != train {
			r, c := ecbReading(d, asRead)
			readings, chains, topics = append(readings, r), append(chains, c), append(topics, d.topic())
		}
	}
	return readings, chains, topics, nil
}

// events links the gold mentions of the held-out topics, all in one ledger, and prints the scores.
func events() error {
	readings, chains, _, err := ecb(false, false)
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
	left := 0
	names, stems, both := map[string]int{}, map[string]int{}, map[string]int{}
	for k, r := range readings {
		for i, ev := range r.Events {
			gold = append(gold, number(names, chains[k][i]))
			n, ok := of[fmt.Sprint(r.Article.ID, ev.Trigger.Start)]
			if !ok {
				left++
				n = -left // an event that the ledger left out is alone
			}
			guess = append(guess, n)
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
