package ledger

import (
	"fmt"
	"strings"
	"testing"

	"sayso/resolve"
)

// storiesOf is the stories of hand-made reports, each "ID text", a day apart, as lists of ids.
func storiesOf(t *testing.T, texts ...string) (*View, []string) {
	t.Helper()
	l := New()
	for i, text := range texts {
		id, text, _ := strings.Cut(text, " ")
		r := newReport(id, "Norwick Post", fmt.Sprintf("2031-03-%02d", i+1), text)
		l.Add(&r.Reading)
	}
	v := l.View()
	var out []string
	for _, s := range v.Stories() {
		out = append(out, strings.Join(s.Reports, " "))
	}
	return v, out
}

// The third report speaks of both matters, as one on their common cause does.
func TestOneReportJoinsTwoSmallStories(t *testing.T) {
	v, got := storiesOf(t,
		"ferry Rust was found on the Seaways ferry Maren.",
		"strike Dockers at Grellport walked out over unpaid Oskar Haulage wages.",
		"both Seaways blamed the rust of Maren, its ferry, on Oskar Haulage, whose wages made dockers of Grellport walk.")
	if len(got) != 1 || got[0] != "ferry strike both" {
		t.Fatalf("stories %q, want one", got)
	}
	links, _ := v.WhyStory("both")
	if len(links) != 2 || !strings.Contains(links[0].Reason, "“") || !strings.Contains(links[1].Reason, "“") {
		t.Errorf("links of the report that made one story of two: %+v", links)
	}
	if links, _ := v.WhyStory("ferry"); len(links) != 0 {
		t.Errorf("the first report hangs on %+v", links)
	}
}

// Each report has a name of the last one and of no other: a chain of likenesses is no story.
func TestChainsAreCut(t *testing.T) {
	names := strings.Fields("Arvik Brodal Corvo Dunmer Eskil Fjorda Grellport Harnow Istven Jolgar Kremna Lovast Mirdal Norwick Ostrem Pelvar Quenby Rostal")
	var texts []string
	for i := range len(names) - 1 {
		texts = append(texts, fmt.Sprintf("r%02d %s wrote to %s.", i, names[i], names[i+1]))
	}
	_, got := storiesOf(t, texts...)
	for _, s := range got {
		if strings.Contains(s, "r00") && strings.Contains(s, "r14") {
			t.Errorf("a chain became one story: %s", s)
		}
	}
}

func TestACountryIsAPartOfWhatAReportIsAbout(t *testing.T) {
	a := newReport("a", "Norwick Post", "2031-03-01", "Beninese troops shelled the barracks.")
	b := newReport("b", "Norwick Post", "2031-03-02", "The curfew in Benin was extended.")
	b.Places = []resolve.Place{{Span: b.span("Benin"), Name: "Benin", Country: "BJ"}}
	x, y := newEntry(&a.Reading), newEntry(&b.Reading)
	if s := dot(x.where, y.where); s <= dot(x.vec, y.vec) || s == 0 {
		t.Errorf("likeness with the country %.3f, without it %.3f", s, dot(x.vec, y.vec))
	}
	if countryRarity("US") >= countryRarity("BJ") {
		t.Error("the United States are no rarer than Benin")
	}
}

func TestCreditsAreNoMatter(t *testing.T) {
	for text, want := range map[string]string{
		"A mill burned. (The Times of India) (AP)\n": "A mill burned.",
		"A mill burned.":                   "A mill burned.",
		"A mill burned (again) on Monday.": "A mill burned (again) on Monday.",
		"(AP)":                             "(AP)",
		"A mill burned. (" + strings.Repeat("long ", 20) + ")": "A mill burned. (" + strings.Repeat("long ", 20) + ")",
	} {
		if got := text[:credits(text)]; got != want {
			t.Errorf("credits(%q): text is %q", text, got)
		}
	}
}
