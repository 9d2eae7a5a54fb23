package main

import (
	"fmt"
	"math/rand"
	"strings"

	"sayso/article"
	"sayso/ledger"
	"sayso/resolve"
)

// copies makes near copies of Wikinews reports and asks the ledger for them: every made text should
// hang on a text of its own family, and nothing else on anything.
func copies() error {
	news, err := lines[wikinews]("wikinews/articles.jsonl.gz")
	if err != nil {
		return err
	}
	m := maker{originals: len(news), rnd: rand.New(rand.NewSource(1)), family: map[string][]int{}, kind: map[string]string{}, text: map[string]string{}}
	for _, n := range news {
		m.vocabulary = append(m.vocabulary, strings.Fields(n.Text)...)
	}
	l := ledger.New()
	for i, n := range news {
		m.add(l, fmt.Sprintf("a%03d", i), n.Date, n.Text, "original", i)
	}
	for i, n := range news {
		m.variants(l, i, n, news[(i+97)%len(news)])
	}
	return m.score(l.View())
}

// leastWords is the shortest made text: what is left of a trim may be the date line.
const leastWords = 40

type maker struct {
	rnd        *rand.Rand
	originals  int
	vocabulary []string
	family     map[string][]int // by report: the originals it is made of
	kind       map[string]string
	text       map[string]string
	ids        []string
}

func (m *maker) add(l *ledger.Ledger, id, day, text, kind string, family ...int) {
	if kind != "original" && len(strings.Fields(text)) < leastWords {
		return
	}
	m.family[id], m.kind[id], m.text[id] = family, kind, text
	m.ids = append(m.ids, id)
	l.Add(&resolve.Reading{Article: &article.Article{ID: id, Outlet: "o" + id, Published: day, Text: text}})
}

func (m *maker) variants(l *ledger.Ledger, i int, n, other wikinews) {
	paragraphs, others := strings.Split(n.Text, "\n\n\n"), strings.Split(other.Text, "\n\n\n")
	id := func(kind string) string { return fmt.Sprintf("v%03d-%s", i, kind) }
	day := n.Date // a later name on the same day
	some := max(1, len(paragraphs)*(3+m.rnd.Intn(4))/10)
	m.add(l, id("trim"), day, strings.Join(paragraphs[:some], "\n\n"), "trim", i)
	half := paragraphs[:(len(paragraphs)+1)/2]
	m.add(l, id("splice"), day, strings.Join(append(append([]string{}, half...), others[len(others)/2:]...), "\n\n"), "splice", i, (i+97)%m.originals)
	m.add(l, id("reword"), day, m.reword(n.Text), "reword", i)
	m.add(l, id("paragraphs"), day, m.reparagraph(n.Text), "paragraphs", i)
	m.add(l, id("both"), day, m.reword(strings.Join(paragraphs[:some], " ")), "trim and reword", i)
}

// reword puts another word of the corpus in the place of every third word, by chance.
func (m *maker) reword(text string) string {
	ws := strings.Fields(text)
	for i := range ws {
		if m.rnd.Intn(3) == 0 {
			ws[i] = m.vocabulary[m.rnd.Intn(len(m.vocabulary))]
		}
	}
	return strings.Join(ws, " ")
}

// reparagraph breaks the text anew, two sentences or so a paragraph.
func (m *maker) reparagraph(text string) string {
	ws := strings.Fields(text)
	for i, w := range ws {
		if strings.HasSuffix(w, ".") && m.rnd.Intn(2) == 0 {
			ws[i] = w + "\n\n"
		}
	}
	return strings.Join(ws, " ")
}

func (m *maker) score(v *ledger.View) error {
	var found, right, wanted int
	missed, wanting := map[string]int{}, map[string]int{}
	for _, id := range m.ids {
		r, _ := v.Report(id)
		linked := r.Copy != nil && r.Copy.Relation != ledger.BlockQuoted
		if linked {
			found++
		}
		ok := linked && related(m.family[id], m.family[r.Copy.Earlier])
		if ok {
			right++
		}
		if !ok && m.kind[id] != "original" && *verbose {
			fmt.Printf("copies: missed: %s: %.200q\n", id, m.text[id])
		}
		if linked && !ok && *verbose {
			fmt.Printf("copies: wrong: %s on %s: %s: %s\n", id, r.Copy.Earlier, r.Copy.Relation, r.Copy.Reason)
		}
		if kind := m.kind[id]; kind != "original" {
			wanted++
			wanting[kind]++
			if !ok {
				missed[kind]++
			}
		}
	}
	rightVariants := wanted
	for _, n := range missed {
		rightVariants -= n
	}
	fmt.Printf("copies: made %d, found %d: recall %.3f precision %.3f; missed by kind %v of %v\n", wanted, found, float64(rightVariants)/float64(wanted), float64(right)/float64(found), missed, wanting)
	return hold("recall and precision of copies", min(float64(rightVariants)/float64(wanted), float64(right)/float64(found)), .98)
}

func related(a, b []int) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}
