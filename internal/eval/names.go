package eval

import (
	"strings"

	"sayso/article"
	"sayso/internal/treebank"
	"sayso/parse"
)

// A nameTally counts names of three kinds by exact span and kind.
type nameTally struct{ hits, found, gold [3]int }

// mainKinds are the kinds that every corpus of names has; an outlet counts as an organisation.
var mainKinds = []parse.NameKind{parse.Person, parse.Place, parse.Organisation}

func mainKind(k parse.NameKind) int {
	for i, m := range mainKinds {
		if k == m || k == parse.Outlet && m == parse.Organisation {
			return i
		}
	}
	return -1
}

func (t *nameTally) add(text string, gold map[article.Span]int) {
	for _, k := range gold {
		t.gold[k]++
	}
	d := parse.Article(&article.Article{Text: text})
	for _, n := range d.Names {
		k := mainKind(n.Kind)
		if k < 0 {
			continue
		}
		t.found[k]++
		if g, ok := gold[d.Range(n.First, n.End)]; ok && g == k {
			t.hits[k]++
		}
	}
}

func (t *nameTally) scores(prefix string) Scores {
	out := Scores{}
	var h, p, g int
	for k, name := range mainKinds {
		_, _, out[prefix+"."+string(name)] = f1(t.hits[k], t.found[k], t.gold[k])
		h, p, g = h+t.hits[k], p+t.found[k], g+t.gold[k]
	}
	_, _, out[prefix] = f1(h, p, g)
	return out
}

// namesGUM scores persons, places and organisations against the named entities of GUM; see
// [treebank.Sentence.Names] for which mentions those are.
func namesGUM(file string) (Scores, error) {
	docs, err := treebank.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var all, news nameTally
	for _, d := range docs {
		gold := map[article.Span]int{}
		for i := range d.Sentences {
			s := &d.Sentences[i]
			for _, n := range s.Names(parse.TitleBefore) {
				if k, ok := map[string]int{"person": 0, "place": 1, "organization": 2}[n.Kind]; ok {
					gold[article.Span{Start: s.Words[n.First].Start, End: s.Words[n.End-1].End}] = k
				}
			}
		}
		all.add(d.Text, gold)
		if strings.HasPrefix(d.ID, "GUM_news") {
			news.add(d.Text, gold)
		}
	}
	out := all.scores("names.gum")
	out["names.gum.news"] = news.scores("names.gum")["names.gum"]
	return out, nil
}

// namesWikigold scores every fifth text of wikigold, which the name model does not learn from.
func namesWikigold(file string) (Scores, error) {
	texts, err := treebank.ReadColumns(file)
	if err != nil {
		return nil, err
	}
	var t nameTally
	for i, x := range texts {
		if i%5 != 4 {
			continue
		}
		gold := map[article.Span]int{}
		for _, s := range x.Spans {
			if k, ok := map[string]int{"PER": 0, "LOC": 1, "ORG": 2}[s.Label]; ok {
				start := s.Start
				if strings.HasPrefix(x.Text[s.Start:s.End], "The ") {
					start += len("The ") // articles are no part of a name here
				}
				gold[article.Span{Start: start, End: s.End}] = k
			}
		}
		t.add(x.Text, gold)
	}
	return t.scores("names.wikigold"), nil
}
