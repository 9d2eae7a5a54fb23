package store

import (
	"context"
	"slices"
	"strings"
	"testing"
)

// wordPairs are texts and what is looked for in them; = found, ! not found. The same on both engines.
const wordPairs = `
three workers were hurt = worker
three workers were hurt = WORKERS
three workers were hurt = hurts
three workers were hurt = work*
three workers were hurt ! works
three workers were hurt = "three workers"
three workers were hurt ! "workers three"
three workers were hurt = three -four
three workers were hurt ! three -hurt
who said what to whom = who
the and of to = the
the minister's office = minister
the minister’s office = minister’s
killings were condemned = killed
the injuries of an injured man = injury
elections were held = election
negotiations resumed = negotiation
nationalization was refused = nationalize
responsibilities of the responsible = responsibility
organisers cancelled the march = organiser
organisers cancelled the march = cancelling
police fired tear gas = police
policies of the party = policy
the crisis deepens = crisis
the crises deepen = crises
a happy day = happiness
an agreed cease-fire = fire
an agreed cease-fire = cease-fire
an agreed cease-fire = "cease fire"
and/or a copy of it = or
10-15 people, 3.5 percent, 1,200 homes = 15
10-15 people, 3.5 percent, 1,200 homes = 3.5
10-15 people, 3.5 percent, 1,200 homes = 1,200
10-15 people, 3.5 percent, 1,200 homes = 200
the covid19 ward, the 2nd floor = covid19
the covid19 ward, the 2nd floor = 2nd
see example.com/page for it = example
see example.com/page for it = page
mail a@example.org now = example
<b>bold</b> &amp; brave = bold
the U.S. said = U.S.
Zürich and São Paulo = zurich
Zürich and São Paulo = ZÜRICH
Zürich and São Paulo = "sao paulo"
Łódź, Øresund = Łódź
“quoted—words” …here… = quoted
“quoted—words” …here… = words
“quoted—words” …here… = here
Москва сообщила = москва
Αθήνα = ΑΘΉΝΑ
a_b c+d #tag 50% = tag
a_b c+d #tag 50% = b
it's as is, by us = is
it's as is, by us = us
gas gases = gas
controlled rolling = control
bled feed agreed = agree
falling hissing fizzed = hiss
conflated troubled sized = trouble
`

// testPlainWordsMatchAlike holds the two search indexes, and the marks made here, against one table.
func testPlainWordsMatchAlike(t *testing.T, open opener) {
	s := open(t)
	ctx := context.Background()
	texts := map[string]string{}
	for l := range strings.Lines(strings.TrimSpace(wordPairs)) {
		text, _, _ := strings.Cut(l, " = ")
		text, _, _ = strings.Cut(text, " ! ")
		if texts[text] == "" {
			r := reading("", "Example Times", "2026-03-02", sampleText)
			r.Article.Title, r.Sources, r.Attributions, r.Events, r.Figures, r.Times = "", nil, nil, nil, nil, nil
			r.Article.Text, r.Article.Blocks = text, nil
			e := entry(t, r, 1)
			mustAdd(t, s, e)
			texts[text] = e.Report
		}
	}
	for l := range strings.Lines(strings.TrimSpace(wordPairs)) {
		l = strings.TrimSuffix(l, "\n")
		text, words, found := strings.Cut(l, " = ")
		if !found {
			text, words, _ = strings.Cut(l, " ! ")
		}
		p, err := s.Search(ctx, Filter{Words: words, Limit: -1})
		if err != nil {
			t.Fatal(l, err)
		}
		i := slices.IndexFunc(p.Rows, func(h Hit) bool { return h.Report == texts[text] })
		if (i >= 0) != found {
			t.Errorf("%s: found is %v", l, i >= 0)
			continue
		}
		if found && !slices.ContainsFunc(p.Rows[i].Snippet, func(g Segment) bool { return g.Mark }) {
			t.Errorf("%s: found and not marked", l)
		}
		var b strings.Builder
		for j := range p.Rows {
			b.Reset()
			for _, g := range p.Rows[j].Snippet {
				b.WriteString(g.Text)
			}
			if texts[b.String()] != p.Rows[j].Report {
				t.Errorf("%s: the pieces are not the text: %s", l, b.String())
			}
		}
	}
}

func TestSnippetOfLongText(t *testing.T) {
	text := strings.Repeat("Nothing of note. ", 100) + "Fire on the ferry. " + strings.Repeat("More of the same. ", 100) + "The fire was put out on the ferry by the crew of the harbour." + strings.Repeat(" End.", 60)
	m := newMarker(mustTerms(`ferry crew`))
	var b strings.Builder
	marks := 0
	for _, g := range m.snippet(text) {
		b.WriteString(g.Text)
		if g.Mark {
			marks++
		}
	}
	got := b.String()
	if marks != 2 || !strings.Contains(got, "ferry by the crew") || !strings.HasPrefix(got, "…") || !strings.HasSuffix(got, "…") || len(strings.Fields(got)) != snippetWords {
		t.Errorf("%d marks, %d words: %s", marks, len(strings.Fields(got)), got)
	}
}

func mustTerms(s string) []term { must, _ := divided(s); return must }

func FuzzSnippet(f *testing.F) {
	f.Add("three workers were hurt", "work* \"three workers\"")
	f.Fuzz(func(t *testing.T, text, words string) {
		m := newMarker(mustTerms(words))
		var b strings.Builder
		for _, g := range m.whole(text) {
			b.WriteString(g.Text)
		}
		if b.String() != text {
			t.Errorf("%q is not %q", b.String(), text)
		}
		m.snippet(text)
	})
}
