package ledger

import (
	"strings"
	"testing"

	"sayso/article"
	"sayso/resolve"
)

func TestPersonsAndOffices(t *testing.T) {
	person := func(name, role, country string) resolve.Source {
		return resolve.Source{Kind: resolve.Person, Name: name, Role: role, Affiliation: country}
	}
	for _, test := range []struct {
		a, b resolve.Source
		days int // between the reports
		want Verdict
	}{
		{person("Ada Lund", "", ""), person("Ada Lund", "minister", ""), 3, Same},
		{person("Ada Lund", "", ""), person("Ada M. Lund", "", ""), 3, Same},
		{person("Ada Lund", "", ""), person("Bo Lund", "", ""), 3, Distinct},
		{person("Ada Lund", "", ""), person("Lund", "", ""), 3, PossiblySame},
		{person("Ada Lund", "fisheries minister", ""), person("Lund", "Fisheries Minister", ""), 3, Same},
		{person("Ada Lund", "fisheries minister", ""), person("Lund", "coach", ""), 800, Distinct},
		{person("Ada Lund", "judge", "Maraval"), person("Ada Lund", "striker", "Ostland"), 3, PossiblySame},
		{person("Ada Lund", "defence secretary", "Maraval"), resolve.Source{Kind: resolve.Person, Description: "the defence secretary", Role: "defence secretary", Affiliation: "Maraval"}, 60, Same},
		{person("Ada Lund", "defence secretary", "Maraval"), resolve.Source{Kind: resolve.Person, Description: "the defence secretary", Role: "defence secretary", Affiliation: "Maraval"}, 900, PossiblySame},
		{resolve.Source{Kind: resolve.Organisation, Name: "Maraval Ports Authority"}, resolve.Source{Kind: resolve.Organisation, Name: "MPA"}, 3, PossiblySame},
		{resolve.Source{Kind: resolve.Outlet, Name: "the Associated Press"}, resolve.Source{Kind: resolve.Outlet, Name: "AP"}, 3, Same},
	} {
		a, b := newReport("a", "Norwick Post", "2031-03-01", "Ferry inspectors in Port Varen spoke of rust and of missing lifeboats."), newReport("b", "Coast Daily", "2031-03-01", "Ferry inspectors in Port Varen spoke again of rust, lifeboats and of missing papers.")
		a.source(test.a, "inspectors")
		b.source(test.b, "inspectors")
		ea, eb := newEntry(&a.Reading), newEntry(&b.Reading)
		eb.when += int64(test.days) * 86400
		got, why, _ := compareSources(ea, &ea.sources[0], eb, &eb.sources[0])
		if got != test.want || why == "" {
			t.Errorf("%v and %v after %d days: %s (%s), want %s", test.a.Name+test.a.Role, test.b.Name+test.b.Description, test.days, got, why, test.want)
		}
	}
}

// exclusive is three reports: an exclusive, its retelling in other words, and a report that looks
// alike and has its own sources.
func exclusive() []*resolve.Reading {
	first := newReport("first", "Norwick Post", "2031-03-01", "The ministry knew that the ferry's hull was cracked, three harbour officials told the Norwick Post.")
	officials := first.source(resolve.Source{Kind: resolve.Group, Anonymous: true, Count: 3}, "three harbour officials")
	first.says("The ministry knew that the ferry's hull was cracked", officials)
	retold := newReport("retold", "Coast Daily", "2031-03-02", "A cracked hull was known to the ministry before the ferry sailed, the Norwick Post reported, citing three harbour officials.")
	post := retold.source(resolve.Source{Kind: resolve.Outlet, Name: "Norwick Post"}, "the Norwick Post")
	cited := retold.source(resolve.Source{Kind: resolve.Group, Anonymous: true, Count: 3}, "three harbour officials")
	retold.says("A cracked hull was known to the ministry before the ferry sailed", post, cited)
	own := newReport("own", "Varen Wire", "2031-03-02", "The ministry knew of the ferry's cracked hull, two people on the inquiry told the Varen Wire.")
	people := own.source(resolve.Source{Kind: resolve.Group, Anonymous: true, Count: 2}, "two people on the inquiry")
	own.says("The ministry knew of the ferry's cracked hull", people)
	return []*resolve.Reading{&first.Reading, &retold.Reading, &own.Reading}
}

func TestOriginsOfAnExclusive(t *testing.T) {
	l := New()
	for _, r := range exclusive() {
		l.Add(r)
	}
	v := l.View()
	claims := v.ClaimsOf(v.StoryOf("first"))
	if len(claims) == 0 || claims[0].Reports != 3 {
		t.Fatalf("the three reports make no one claim: %+v", claims)
	}
	o := claims[0].Origins
	if o.Low != 2 || o.High != 2 {
		t.Errorf("%d to %d origins: %s; want 2", o.Low, o.High, o.Summary)
	}
	if v.SourceOf("first", "s1") != v.SourceOf("retold", "s2") {
		t.Error("the exclusive's officials and those that its retelling cites are two sources")
	}
	if v.SourceOf("first", "s1") == v.SourceOf("own", "s1") {
		t.Error("another outlet's own people are one source with the exclusive's officials")
	}
}

func TestOriginOfAnOutletThatIsNotThere(t *testing.T) {
	l := New()
	l.Add(exclusive()[1])
	bare := newReport("bare", "Varen Wire", "2031-03-03", "Long before Tuesday the ministry knew about the cracked hull of the ferry, the Norwick Post reported.")
	post := bare.source(resolve.Source{Kind: resolve.Outlet, Name: "Norwick Post"}, "the Norwick Post")
	bare.says("Long before Tuesday the ministry knew about the cracked hull of the ferry", post)
	l.Add(&bare.Reading)
	v := l.View()
	o := v.ClaimsOf(v.StoryOf("bare"))[0].Origins
	if o.Low != 1 || o.High != 1 {
		t.Errorf("%d to %d origins: %s; want 1: the outlet has it from its officials", o.Low, o.High, o.Summary)
	}
}

func TestCopiesCollapse(t *testing.T) {
	text := "Port Varen (VW) — The ferry Halla sank off Port Varen on Tuesday night with forty people aboard, the coast guard said. Lifeboats from three harbours searched until dawn in heavy rain and found nobody on the water."
	l := New()
	for i, outlet := range []string{"Varen Wire", "Norwick Post", "Coast Daily"} {
		r := newReport(outlet, outlet, "2031-03-0"+string(rune('1'+i)), text+strings.Repeat(" The Post counted the lamps on the quay.", i))
		guard := r.source(resolve.Source{Kind: resolve.Organisation, Description: "the coast guard"}, "the coast guard")
		r.says("The ferry Halla sank off Port Varen on Tuesday night with forty people aboard", guard)
		l.Add(&r.Reading)
	}
	v := l.View()
	o := v.ClaimsOf(v.StoryOf("Varen Wire"))[0].Origins
	if o.High != 1 || len(o.Ends[0].Reports) != 3 {
		t.Errorf("copies are %d origins: %s", o.High, o.Summary)
	}
	r, _ := v.Report("Coast Daily")
	if r.Copy == nil || r.First != "Varen Wire" || len(r.Copy.Blocks) == 0 || !strings.Contains(r.Copy.Reason, "“") {
		t.Errorf("no copy with its words: %+v", r.Copy)
	}
}

func TestCompare(t *testing.T) {
	for _, test := range []struct{ before, after, want string }{
		{"At least 17 people were killed, officials said.", "At least 57 people were killed, officials said.", "figure changed"},
		{"Some 1,200 people fled.", "Some 1200 people fled!", ""},
		{"It killed 11 soldiers.", "It killed eleven soldiers.", "figure rewritten"},
		{"A 50-metre hole opened.", "A 50-metre (160 ft) hole opened.", ""},
		{"The ship reportedly sank on Tuesday.", "The ship sank on Tuesday.", "hedge dropped"},
		{"The ship sank on Tuesday.", "The ship apparently sank on Tuesday.", "hedge added"},
		{"The ship sank near the Halla bank.", "The ship sank near the Orso bank.", "name dropped; name added"},
		{"Nine died.\n\nThe end.", "Nine died.\n\nThe end.\n\nCorrection: this report first gave 19.", "correction noted"},
	} {
		r := func(text string) *resolve.Reading {
			return &resolve.Reading{Article: &article.Article{ID: "r", Text: text}}
		}
		var got []string
		for _, c := range Compare(r(test.before), r(test.after)) {
			got = append(got, string(c.Kind))
		}
		if s := strings.Join(got, "; "); s != test.want {
			t.Errorf("%q to %q: %q, want %q", test.before, test.after, s, test.want)
		}
	}
}

func FuzzAdd(f *testing.F) {
	f.Add("Ada Lund said “no” to 12 people.", "ada lund\xff said", 3, 9)
	f.Fuzz(func(t *testing.T, a, b string, i, j int) {
		l := New()
		for _, s := range []string{a, b, a + b} {
			s = strings.ToValidUTF8(s, "?")
			r := resolve.Reading{Article: &article.Article{ID: s, Text: s, Published: "2031-03-01"}}
			if 0 <= i && i <= j && j <= len(s) && article.Span.Text(article.Span{Start: i, End: j}, s) == strings.ToValidUTF8(s[i:j], "") {
				r.Events = []resolve.Event{{ID: "e1", Trigger: article.Span{Start: i, End: j}, Salient: true}}
				r.Attributions = []resolve.Attribution{{ID: "a1", Content: []article.Span{{Start: i, End: j}}, Form: "direct"}}
			}
			l.Add(&r)
			if l.Add(&r) {
				t.Error("added twice")
			}
		}
		dump(t, l.View())
	})
}

func BenchmarkAdd(b *testing.B) {
	var l *Ledger
	readings := exclusive()
	b.ReportAllocs()
	for n := range b.N {
		if n%len(readings) == 0 {
			l = New()
		}
		l.Add(readings[n%len(readings)])
	}
}
