package eval

import (
	"strings"

	"sayso/article"
	"sayso/internal/treebank"
	"sayso/parse"
)

// conlluTask scores words, sentences, tags and trees from raw text, as the CoNLL 2018 shared task
// did (Zeman et al. 2018): words are matched by their characters, labels without subtypes.
func conlluTask(prefix string) func(string) (Scores, error) {
	return func(file string) (Scores, error) {
		docs, err := treebank.ReadFile(file)
		if err != nil {
			return nil, err
		}
		t := treeTally{hits: map[string]int{}}
		for i := range docs {
			t.add(&docs[i], parse.Article(&article.Article{Text: docs[i].Text}))
		}
		out := Scores{}
		for k, h := range t.hits {
			p, g := t.words, t.goldWords
			if k == "sentences" {
				p, g = t.sentences, t.goldSentences
			}
			_, _, out[prefix+"."+k] = f1(h, p, g)
		}
		return out, nil
	}
}

// wordKey tells words apart: the bytes of their surface token and their number in it.
type wordKey struct{ start, end, n int }

type treeWord struct {
	key               wordKey
	upos, xpos, label string
	head              int // index, −1 for the root
	lemma             string
}

type treeTally struct {
	hits                                       map[string]int
	words, goldWords, sentences, goldSentences int
}

func (t *treeTally) add(gold *treebank.Document, d *parse.Doc) {
	gw, gs := goldTree(gold)
	pw, ps := parsedTree(d)
	at := map[wordKey]int{}
	for i := range pw {
		at[pw[i].key] = i
	}
	t.words += len(pw)
	t.goldWords += len(gw)
	t.sentences += len(ps)
	t.goldSentences += len(gs)
	for s := range gs {
		if ps[s] {
			t.hits["sentences"]++
		}
	}
	for i := range gw {
		j, ok := at[gw[i].key]
		if !ok {
			continue
		}
		g, p := &gw[i], &pw[j]
		t.hit("words", true)
		t.hit("upos", g.upos == p.upos)
		t.hit("xpos", g.xpos == p.xpos)
		t.hit("lemma", g.lemma == p.lemma)
		head := g.head < 0 && p.head < 0 || g.head >= 0 && p.head >= 0 && gw[g.head].key == pw[p.head].key
		t.hit("uas", head)
		t.hit("las", head && mainLabel(g.label) == mainLabel(p.label))
	}
}

func (t *treeTally) hit(k string, ok bool) {
	if ok {
		t.hits[k]++
	} else {
		t.hits[k] += 0
	}
}

func mainLabel(l string) string {
	l, _, _ = strings.Cut(l, ":")
	return l
}

// sentenceKey is where a sentence starts and where the next one does.
type sentenceKey struct{ start, next int }

func goldTree(d *treebank.Document) ([]treeWord, map[sentenceKey]bool) {
	var ws []treeWord
	sents := map[sentenceKey]bool{}
	for i, s := range d.Sentences {
		next := -1
		if i+1 < len(d.Sentences) {
			next = d.Sentences[i+1].Start
		}
		sents[sentenceKey{s.Start, next}] = true
		base := len(ws)
		for _, w := range s.Words {
			head := -1
			if w.Head > 0 {
				head = base + w.Head - 1
			}
			ws = append(ws, treeWord{key: wordKey{start: w.Start, end: w.End}, upos: w.UPOS, xpos: w.XPOS, label: w.Label, head: head, lemma: w.Lemma})
			if w.Joined {
				ws[len(ws)-1].key.n = 1
			}
		}
	}
	surface(ws)
	return ws, sents
}

func parsedTree(d *parse.Doc) ([]treeWord, map[sentenceKey]bool) {
	ws := make([]treeWord, len(d.Tokens))
	for i := range d.Tokens {
		k := &d.Tokens[i]
		ws[i] = treeWord{key: wordKey{start: int(k.Start), end: int(k.End)}, upos: k.UPOS.String(), xpos: k.XPOS.String(), label: k.Label.String(), head: int(k.Head), lemma: k.Lemma}
		if k.Joined {
			ws[i].key.n = 1
		}
	}
	surface(ws)
	sents := map[sentenceKey]bool{}
	for i, s := range d.Sentences {
		next := -1
		if i+1 < len(d.Sentences) {
			next = int(d.Tokens[d.Sentences[i+1].First].Start)
		}
		sents[sentenceKey{int(d.Tokens[s.First].Start), next}] = true
	}
	return ws, sents
}

// surface gives the words of one surface token (those marked n = 1 follow its first) its span and their number in it.
func surface(ws []treeWord) {
	for i := 0; i < len(ws); {
		j := i + 1
		for j < len(ws) && ws[j].key.n == 1 {
			j++
		}
		start, end := ws[i].key.start, ws[j-1].key.end
		for k := i; k < j; k++ {
			ws[k].key = wordKey{start, end, k - i}
		}
		i = j
	}
}
