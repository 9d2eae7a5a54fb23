package ledger

import (
	"strings"
	"testing"

	"sayso/article"
	"sayso/read"
	"sayso/resolve"
)

// whyDump enters what a view says of what it refused.
func whyDump(v *View, all map[string]any) {
	for _, s := range v.Stories() {
		all["refused "+s.ID] = v.RefusedStories(s.ID)
		for _, c := range v.ClaimsOf(s.ID) {
			all["refused "+c.ID], all["meets "+c.ID], all["apart "+c.ID] = v.RefusedClaims(c.ID), v.MeetingsOf(c.ID), v.OriginsApart(c.ID)
		}
		for _, e := range v.EventsOf(s.ID) {
			all["refused "+e.ID] = v.RefusedEvents(e.ID)
		}
		for _, o := range v.SourcesOf(s.ID) {
			all["refused "+o.ID] = v.RefusedSources(o.ID)
		}
		for _, q := range v.QuotationsOf(s.ID) {
			links, refused := v.WhyQuotation(q.ID)
			all["refused "+q.ID] = []any{links, refused}
		}
		for _, r := range s.Reports {
			links, refused := v.WhyStory(r)
			copies, of := v.RefusedCopies(r)
			all["refused "+r] = []any{links, refused, v.CopyOf(r), v.CopiesFrom(r), copies, of}
		}
	}
}

// officeSays is a report in whose text one source says that.
func officeSays(id, outlet, day, content string) *report {
	r := newReport(id, outlet, day, content+", the harbour office said.")
	r.says(content, r.source(resolve.Source{Kind: resolve.Organisation, Description: "the harbour office"}, "the harbour office"))
	return r
}

func viewOf(rs ...*report) *View {
	l := New()
	for _, r := range rs {
		l.Add(&r.Reading)
	}
	return l.View()
}

// held is the reason for which the claim of the first report is not that of the second.
func held(t *testing.T, v *View, first, second string) string {
	t.Helper()
	for _, c := range v.Claims() {
		if len(c.Sayings) == 0 || c.Sayings[0].Report != first {
			continue
		}
		r := v.RefusedClaims(c.ID)
		anchored(t, v, r.Links)
		for _, l := range r.Links {
			if l.Later.Report == second || l.Earlier.Report == second {
				return l.Reason
			}
		}
	}
	return ""
}

// anchored checks that each link stands on words of two reports and names another thing.
func anchored(t *testing.T, v *View, links []Link) {
	t.Helper()
	for _, l := range links {
		if l.Earlier.Report == l.Later.Report || l.Reason == "" || l.Other == "" {
			t.Errorf("no decision about two reports: %+v", l)
		}
		for _, ref := range []Ref{l.Earlier, l.Later} {
			n, ok := v.reportByID(ref.Report)
			if !ok || ref.Text == "" || ref.Span.Text(v.entries[n].r.Article.Text) != ref.Text {
				t.Errorf("%q does not stand in %s", ref.Text, ref.Report)
			}
		}
	}
}

func TestWhyTwoClaims(t *testing.T) {
	said := "The ferry Halla lost its rudder and twelve lifeboats off Port Varen"
	for _, test := range []struct {
		content string
		figure  bool
		day     string
		want    string // in the reason
	}{
		{content: "The ferry Halla lost its rudder and nine lifeboats off Port Varen", figure: true, day: "2031-03-02", want: "“twelve” against “nine”"},
		{content: "The ferry Halla had not lost its rudder and twelve lifeboats off Port Varen", day: "2031-03-02", want: "the later that it is not (“not”)"},
		{content: "Divers brought the rudder and twelve lifeboats to the museum in Norwick", day: "2031-03-02", want: "in common “twelve”, “rudder”, “lifeboats”; only the earlier has “ferry”, “Halla”"},
		{content: "The ferry Halla lost its rudder and twelve lifeboats off Port Varen", day: "2031-05-02", want: "62 days apart, and nothing older than 21 days is looked at"},
	} {
		a := officeSays("first", "Norwick Post", "2031-03-01", said)
		b := officeSays("second", "Coast Daily", test.day, test.content)
		if test.figure {
			for _, r := range []*report{a, b} {
				words, n := "twelve", 12.
				if r == b {
					words, n = "nine", 9
				}
				low, high := exactly(n)
				r.figure(resolve.Figure{Measure: "lifeboats", Low: low, High: high, Scope: "incident"}, words)
			}
		}
		v := viewOf(a, b)
		why := held(t, v, "first", "second")
		for _, m := range v.MeetingsOf(v.Claims()[0].ID) {
			why += m.Reason
		}
		if !strings.Contains(why, test.want) {
			t.Errorf("%s: %q, want %q", test.content, why, test.want)
		}
	}
}

func TestWhyOneClaim(t *testing.T) {
	v := viewOf(officeSays("first", "Norwick Post", "2031-03-01", "The ferry Halla lost its rudder off Port Varen"),
		officeSays("same", "Coast Daily", "2031-03-01", "The ferry Halla lost its rudder off Port Varen"),
		officeSays("alike", "Varen Wire", "2031-03-02", "Off Port Varen the ferry Halla had lost both anchors and its rudder"))
	c, _ := v.Claim(v.Claims()[0].ID)
	if len(c.Links) != 2 || !strings.HasPrefix(c.Links[0].Reason, "word for word the same") || !strings.Contains(c.Links[1].Reason, "“rudder”") {
		t.Errorf("links %+v", c.Links)
	}
}

func TestWhyTwoSources(t *testing.T) {
	one := newReport("one", "Norwick Post", "2031-03-01", "Ada Lund spoke of rust. Three harbour officials spoke of lamps.")
	ada := one.source(resolve.Source{Kind: resolve.Person, Name: "Ada Lund"}, "Ada Lund")
	one.source(resolve.Source{Kind: resolve.Group, Anonymous: true, Count: 3}, "Three harbour officials")
	two := newReport("two", "Coast Daily", "2031-03-12", "Bo Lund spoke of ropes. Two harbour officials spoke of tar.")
	bo := two.source(resolve.Source{Kind: resolve.Person, Name: "Bo Lund"}, "Bo Lund")
	two.source(resolve.Source{Kind: resolve.Group, Anonymous: true, Count: 2}, "Two harbour officials")
	v := viewOf(one, two)
	refused := v.RefusedSources(v.SourceOf("one", ada))
	anchored(t, v, refused.Links)
	if refused.Of != 1 || refused.Links[0].Other != v.SourceOf("two", bo) || !strings.Contains(refused.Links[0].Reason, "family name alone") {
		t.Errorf("the namesakes: %+v", refused)
	}
	unnamed := v.RefusedSources(v.SourceOf("two", "s2"))
	anchored(t, v, unnamed.Links)
	if unnamed.Of != 1 || unnamed.Links[0].Verdict != Distinct || !strings.Contains(unnamed.Links[0].Reason, "11 days apart") {
		t.Errorf("the unnamed: %+v", unnamed)
	}
}

func TestWhyTwoEvents(t *testing.T) {
	blast := func(id, day, text, when string) *report {
		r := newReport(id, "Norwick Post", day, text)
		r.event(resolve.Event{Type: "OTHER", Status: resolve.Happened, Time: &resolve.When{Start: when, End: when}}, "explosion")
		return r
	}
	v := viewOf(blast("one", "2031-03-02", "An explosion at the Varen grain store broke windows on Sunday.", "2031-03-01"),
		blast("two", "2031-03-09", "An explosion at the Varen grain store broke windows on Sunday.", "2031-03-08"),
		blast("three", "2031-03-02", "A second explosion at the Varen grain store broke windows on Sunday.", "2031-03-01"))
	for _, test := range []struct{ of, with, want string }{
		{"one", "two", "one on 2031-03-01, the other on 2031-03-08"},
		{"one", "three", "told apart by “explosion” and “second explosion”"},
	} {
		why := ""
		for _, e := range v.Events() {
			if e.Mentions[0].Report != test.of {
				continue
			}
			r := v.RefusedEvents(e.ID)
			anchored(t, v, r.Links)
			for _, l := range r.Links {
				if l.Earlier.Report == test.with || l.Later.Report == test.with {
					why = l.Reason
				}
			}
		}
		if why != test.want {
			t.Errorf("%s and %s: %q, want %q", test.of, test.with, why, test.want)
		}
	}
}

func TestWhyTwoStories(t *testing.T) {
	v, got := storiesOf(t,
		"ferry Rust and cracks were found below the water line of the Seaways ferry Maren, and divers hammered at her hull until midnight in Grellport.",
		"strike Dockers, carters and pilots at Grellport walked out over unpaid Oskar Haulage wages, and the mayor promised soup, tents and a hearing.")
	if len(got) != 2 {
		t.Fatalf("stories %q", got)
	}
	_, refused := v.WhyStory("strike")
	anchored(t, v, refused.Links)
	if refused.Of != 1 || !strings.Contains(refused.Links[0].Reason, "only “") || !strings.Contains(refused.Links[0].Reason, "only the earlier has “") {
		t.Errorf("why two stories: %+v", refused)
	}
	if links := v.RefusedStories(v.StoryOf("ferry")).Links; len(links) != 1 || links[0].Other != v.StoryOf("strike") {
		t.Errorf("the other story: %+v", links)
	}
}

// The common words are fewer than a copy's, and more than any two reports have.
func TestWhyNoCopy(t *testing.T) {
	a := "The harbour master of Port Varen closed the northern quay on Tuesday after divers found cracks below the water line. Boats were sent to Norwick, where the council keeps berths free for such days, and the ferry Halla made two journeys with empty decks."
	b := "Fishermen asked on Wednesday who would pay for lost days. The harbour master of Port Varen closed the northern quay without a word to them, their speaker said. Mussels rot within hours in such heat, and no lorry came to Norwick before the evening; the council of the town promised ice."
	one, two := newReport("one", "Norwick Post", "2031-03-01", a), newReport("two", "Coast Daily", "2031-03-02", b)
	v := viewOf(one, two)
	copies, of := v.RefusedCopies("two")
	if of != 1 || copies[0].Relation != NoCopy || copies[0].Blocks[0].Words != 10 || !strings.Contains(copies[0].Reason, "; a copy has 60% of either") {
		t.Errorf("%d: %+v", of, copies)
	}
}

func TestWhyOneUtterance(t *testing.T) {
	quoting := func(id, day, words, who string) *report {
		r := newReport(id, "Norwick Post "+id, day, "The ferry Halla sank. “"+words+"” "+who+" said.")
		s := r.source(resolve.Source{Kind: resolve.Person, Name: who}, who)
		r.Attributions = append(r.Attributions, resolve.Attribution{ID: "a1", Content: []article.Span{r.span(words)}, Chain: []string{s}, Form: read.Direct, Stance: read.Asserts})
		return r
	}
	v := viewOf(quoting("one", "2031-03-01", "we heard the hull break and then the lamps went out", "Ada Lund"),
		quoting("two", "2031-03-02", "the hull break and then the lamps went out", "Ada Lund"),
		quoting("three", "2031-03-02", "nobody told us that the lamps went out before midnight, and nobody asked", "Bo Lund"))
	var found bool
	for _, s := range v.Stories() {
		for _, q := range v.QuotationsOf(s.ID) {
			if len(q.Printings) < 2 {
				continue
			}
			found = true
			links, refused := v.WhyQuotation(q.ID)
			if len(links) != 1 || !strings.Contains(links[0].Reason, "9 words in a row are the same, “the hull break and then the lamps went out”") {
				t.Errorf("links %+v", links)
			}
			anchored(t, v, refused.Links)
			if refused.Of != 1 || !strings.Contains(refused.Links[0].Reason, "only 4 words in a row") || !strings.Contains(refused.Links[0].Reason, "“Bo Lund”, the later to “Ada Lund”") {
				t.Errorf("refused %+v", refused)
			}
		}
	}
	if !found {
		t.Error("no utterance with two printings")
	}
}

// A revision has the wording of the report that its first text copies.
func TestCopyOfARevision(t *testing.T) {
	text := "The ferry Halla sank off Port Varen on Tuesday night with forty people aboard, the coast guard said. Lifeboats from three harbours searched until dawn in heavy rain and found nobody on the water."
	wire, post := newReport("wire", "Varen Wire", "2031-03-01", text), newReport("post", "Norwick Post", "2031-03-02", text)
	again := newReport("post", "Norwick Post", "2031-03-02T08:00:00Z", text+" A diver was sent for.")
	v := viewOf(wire, post, again)
	var got []string
	for _, c := range v.CopyOf("post") {
		got = append(got, string(c.Relation)+" of "+c.Earlier)
		for _, b := range c.Blocks {
			if b.Earlier.Text(c.From.Article.Text) == "" || b.Later.Text(c.To.Article.Text) == "" {
				t.Error("a block without words")
			}
		}
	}
	if s := strings.Join(got, "; "); s != "revision of post; whole copy of wire" {
		t.Errorf("%s", s)
	}
	if from := v.CopiesFrom("wire"); len(from) != 1 || from[0].Later != "post" {
		t.Errorf("copies of the wire: %+v", from)
	}
	if links := v.StoryLinks("post"); len(links) != 1 || !strings.Contains(links[0].Reason, "whole copy of Varen Wire’s report") {
		t.Errorf("why it is of the story: %+v", links)
	}
}
