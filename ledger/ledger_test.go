package ledger

import (
	"encoding/json"
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"sayso/article"
	"sayso/read"
	"sayso/resolve"
)

// report makes a reading by hand; the tests say of it only what they need. All of it is fictional.
type report struct{ resolve.Reading }

func newReport(id, outlet, day, text string) *report {
	return &report{resolve.Reading{Article: &article.Article{ID: id, Outlet: outlet, Published: day, Text: text}}}
}

func (r *report) span(s string) article.Span {
	i := strings.Index(r.Article.Text, s)
	if i < 0 {
		panic(fmt.Sprintf("%s does not say %q", r.Article.ID, s))
	}
	return article.Span{Start: i, End: i + len(s)}
}

func (r *report) source(s resolve.Source, words string) string {
	s.ID = fmt.Sprintf("s%d", len(r.Sources)+1)
	if s.Description == "" {
		s.Description = words
	}
	s.Mentions = []resolve.SourceMention{{Span: r.span(words), By: "first mention"}}
	r.Sources = append(r.Sources, s)
	return s.ID
}

func (r *report) says(content string, chain ...string) string {
	a := resolve.Attribution{ID: fmt.Sprintf("a%d", len(r.Attributions)+1), Content: []article.Span{r.span(content)}, Chain: chain, Form: read.Indirect, Stance: read.Asserts}
	if strings.ContainsAny(content, "“\"") {
		a.Form = read.Mixed
	}
	r.Attributions = append(r.Attributions, a)
	return a.ID
}

func (r *report) figure(f resolve.Figure, words string) {
	f.ID = fmt.Sprintf("f%d", len(r.Figures)+1)
	f.Span = r.span(words)
	r.Figures = append(r.Figures, f)
}

func (r *report) event(ev resolve.Event, trigger string) string {
	ev.ID = fmt.Sprintf("e%d", len(r.Events)+1)
	ev.Trigger = r.span(trigger)
	ev.Salient = true
	r.Events = append(r.Events, ev)
	return ev.ID
}

func exactly(n float64) (low, high *float64) { return &n, &n }

// dump is everything that a view shows, as text.
func dump(t *testing.T, v *View) string {
	t.Helper()
	all := map[string]any{"reports": v.Reports(), "sources": v.Sources(), "quotations": v.Quotations(), "claims": v.Claims(), "events": v.Events(), "stories": v.Stories()}
	for _, s := range v.Stories() {
		all["copies "+s.ID], all["tallies "+s.ID], all["meetings "+s.ID] = v.Copies(s.ID), v.Tallies(s.ID), v.Meetings(s.ID)
		all["quotations "+s.ID] = v.QuotationsOf(s.ID)
		all["unconfirmed "+s.ID] = v.Unconfirmed(s.ID)
	}
	whyDump(v, all)
	for _, r := range v.Revised() {
		all["revisions "+r] = v.Revisions(r)
	}
	for _, s := range v.Sources() {
		all["source "+s.ID], _ = v.Source(s.ID)
	}
	b, err := json.MarshalIndent(all, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// randomReadings is readings made of few words, so that they link in all ways.
func randomReadings(rnd *rand.Rand, n int) []*resolve.Reading {
	vocabulary := strings.Fields("ferry harbour Norwick minister Ada Lund killed sank storm rescue Port Varen officials denied inquiry captain twelve seven company Seaways crew survivors coast guard lifeboats capsized Tuesday")
	var out []*resolve.Reading
	var texts []string
	for i := range n {
		var s []string
		if len(texts) > 0 && rnd.Intn(3) == 0 {
			s = strings.Fields(texts[rnd.Intn(len(texts))])
			s = s[rnd.Intn(len(s)/3):]
		}
		for range 4 + rnd.Intn(20) {
			s = append(s, vocabulary[rnd.Intn(len(vocabulary))])
		}
		text := strings.Join(s, " ") + "."
		texts = append(texts, text)
		r := newReport(fmt.Sprintf("r%03d", i), []string{"Norwick Post", "Varen Wire", "Coast Daily"}[rnd.Intn(3)], fmt.Sprintf("2031-03-%02d", 1+rnd.Intn(9)), text)
		if rnd.Intn(6) == 0 {
			r.Article.URL = fmt.Sprintf("https://example.org/%d", rnd.Intn(4))
		}
		words := strings.Fields(text)
		who := r.source(resolve.Source{Kind: resolve.Group, Anonymous: true, Count: rnd.Intn(3)}, words[0])
		named := r.source(resolve.Source{Kind: resolve.Person, Name: []string{"Ada Lund", "Lund", "Bo Lund"}[rnd.Intn(3)], Role: []string{"", "minister"}[rnd.Intn(2)]}, words[1])
		a := r.says(strings.Join(words[2:len(words)/2+2], " "), []string{who, named}[rnd.Intn(2)])
		e := r.event(resolve.Event{Type: "OTHER", Status: []resolve.Status{resolve.Planned, resolve.Happened}[rnd.Intn(2)], Attribution: a}, words[3])
		low, high := exactly(float64(rnd.Intn(30)))
		r.figure(resolve.Figure{Measure: "killed", Low: low, High: high, Scope: []string{"incident", "cumulative"}[rnd.Intn(2)], AsOf: r.Article.Published, Event: e, Attribution: a}, words[2])
		out = append(out, &r.Reading)
	}
	return out
}

func TestOrderDoesNotMatter(t *testing.T) {
	for seed := range int64(6) {
		rnd := rand.New(rand.NewSource(seed))
		readings := randomReadings(rnd, 120)
		var want string
		for round := range 3 {
			l := New()
			for _, i := range rnd.Perm(len(readings)) {
				l.Add(readings[i])
				switch rnd.Intn(5) {
				case 0:
					l.Add(readings[i])
				case 1:
					l.View() // nor does what was asked before
				case 2:
					l.AsOf("2031-03-05")
				}
			}
			got := dump(t, l.View())
			if round == 0 {
				want = got
			} else if got != want {
				t.Fatalf("seed %d: another order gave another ledger: %s", seed, firstDifference(want, got))
			}
		}
	}
}

func TestAsOfIsTheLedgerOfThatDay(t *testing.T) {
	readings := randomReadings(rand.New(rand.NewSource(9)), 100)
	all, some := New(), New()
	for _, r := range readings {
		all.Add(r)
		if r.Article.Published <= "2031-03-05" {
			some.Add(r)
		}
	}
	if want, got := dump(t, some.View()), dump(t, all.AsOf("2031-03-05")); got != want {
		t.Fatalf("as of a day is not what was there by that day: %s", firstDifference(want, got))
	}
}

func firstDifference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return fmt.Sprintf("line %d\n%s\n%s", i, strings.Join(x[max(0, i-6):i+1], "\n"), y[i])
		}
	}
	return "length"
}
