package ledger_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sayso"
	"sayso/article"
	"sayso/ledger"
	"sayso/sample"
)

// TestStories reads every story file with the whole engine and adds its articles in the file's order
// and in the reverse one, with a view after each. Each line of the ledger section must be a line of what the ledger says, or
// the beginning of one: the sections list what the file is about, not all there is, since the
// stages below have stories of their own. "not " before a line says that none begins so.
func TestStories(t *testing.T) {
	files, err := filepath.Glob("testdata/stories/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no story files: %v", err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txt"), func(t *testing.T) {
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			head, want, _ := strings.Cut(string(b), "-- ledger --\n")
			articles := articlesOf(t, head)
			got := describe(ledgerOf(articles).View())
			slices.Reverse(articles)
			if other := describe(ledgerOf(articles).View()); other != got {
				t.Errorf("in reverse order the ledger is another:\n%s", other)
			}
			for _, line := range strings.Split(strings.TrimSpace(want), "\n") {
				absent, not := strings.CutPrefix(line, "not ")
				if not == strings.Contains("\n"+got, "\n"+absent) {
					t.Errorf("line %q in\n%s", line, got)
				}
			}
		})
	}
}

func ledgerOf(articles []*article.Article) *ledger.Ledger {
	l := ledger.New()
	for _, a := range articles {
		l.Add(sayso.Read(a))
		l.View() // what later views keep of it must change nothing
	}
	return l
}

// articlesOf reads the sections "-- article NAME --"; each begins with lines "Key: value" and a
// blank line. The words sample/story.jsonl alone stand for the sample story.
func articlesOf(t *testing.T, head string) []*article.Article {
	if strings.Contains(head, "-- sample --") {
		return sampleArticles(t)
	}
	var out []*article.Article
	for _, part := range strings.Split(head, "-- article ")[1:] {
		name, rest, _ := strings.Cut(part, " --\n")
		fields, text, _ := strings.Cut(rest, "\n\n")
		a := &article.Article{ID: name, Text: strings.TrimSpace(text) + "\n"}
		for _, line := range strings.Split(fields, "\n") {
			switch key, value, _ := strings.Cut(line, ": "); key {
			case "Published":
				a.Published = value
			case "Publisher":
				a.Outlet = value
			case "Title":
				a.Title = value
			case "URL":
				a.URL = value
			case "Credit":
				a.Credit = value
			default:
				t.Fatalf("article %s: no field %q", name, key)
			}
		}
		out = append(out, a)
	}
	return out
}

func sampleArticles(t *testing.T) []*article.Article {
	var out []*article.Article
	d := json.NewDecoder(bytes.NewReader(sample.Story))
	for d.More() {
		var v struct {
			ID, URL, Outlet, Title, Published, Modified, Text string
			Authors                                           []string
		}
		if err := d.Decode(&v); err != nil {
			t.Fatal(err)
		}
		out = append(out, &article.Article{ID: v.ID, URL: v.URL, Outlet: v.Outlet, Title: v.Title, Published: v.Published, Modified: v.Modified, Authors: v.Authors, Text: v.Text})
	}
	return out
}

// describe is a view in a short notation: what links reports, not what one report says.
func describe(v *ledger.View) string {
	var b strings.Builder
	for _, s := range v.Stories() {
		fmt.Fprintf(&b, "story %q: %s\n", s.Title, strings.Join(s.Reports, ", "))
		for _, c := range v.Copies(s.ID) {
			fmt.Fprintf(&b, "copy %s < %s: %s\n", c.Later, c.Earlier, c.Relation)
		}
		for _, so := range v.SourcesOf(s.ID) {
			describeSource(&b, v, so)
		}
		for _, q := range v.QuotationsOf(s.ID) {
			describeQuotation(&b, q)
		}
		for _, c := range v.ClaimsOf(s.ID) {
			describeClaim(&b, &c)
		}
		for _, e := range v.EventsOf(s.ID) {
			describeEvent(&b, e)
		}
		for _, c := range v.Courses(s.ID, v.Tallies(s.ID)) {
			fmt.Fprintf(&b, "course %s %q: %d reports, %s", c.Day, c.Headline, c.Reports, c.Status)
			for _, t := range c.Tolls {
				fmt.Fprintf(&b, ", %g %s (%s)", t.Point.Low, t.Measure, t.Who)
			}
			b.WriteString("\n")
		}
		for _, t := range v.Tallies(s.ID) {
			describeTally(&b, t)
		}
		for _, m := range v.Turns(s.ID, v.Meetings(s.ID)) {
			who, _ := v.Source(m.Changed)
			fmt.Fprintf(&b, "turn %s %s %q / %s %q: %s\n", who.Name, m.EarlierWords.Report, clip(m.EarlierWords.Text), m.LaterWords.Report, clip(m.LaterWords.Text), m.Reason)
		}
		for _, m := range v.Meetings(s.ID) {
			if m.Kind != ledger.Updated {
				fmt.Fprintf(&b, "%s %s %q / %s %q: %s\n", m.Kind, m.EarlierWords.Report, clip(m.EarlierWords.Text), m.LaterWords.Report, clip(m.LaterWords.Text), m.Reason)
			}
		}
	}
	for _, r := range v.Revised() {
		for _, rev := range v.Revisions(r) {
			for _, c := range rev.Changes {
				fmt.Fprintf(&b, "revised %s: %s: %s\n", rev.Report, c.Kind, c.Reason)
			}
		}
	}
	return b.String()
}

// describeClaim prints claims of several reports, and those of one that somebody denies, demands or has a stake in.
func describeClaim(b *strings.Builder, c *ledger.Claim) {
	party := slices.ContainsFunc(c.Origins.Ends, func(o ledger.Origin) bool { return o.Party != "" })
	plain := c.Stance == "" || c.Stance == "asserts"
	if c.Reports < 2 && !party && plain {
		return
	}
	does := ""
	if !plain {
		does = string(c.Stance) + " "
	}
	fmt.Fprintf(b, "claim %s%q: %s\n", does, clip(c.Words), c.Origins.Summary)
}

func describeSource(b *strings.Builder, v *ledger.View, s ledger.Source) {
	full, _ := v.Source(s.ID)
	name := full.Name
	if name == "" {
		name = strings.TrimSuffix(full.Description+" of "+full.Outlet, " of ")
	}
	if len(full.Mentions) > 1 {
		fmt.Fprintf(b, "source %s: %s\n", name, reports(full.Mentions))
	}
	for _, l := range full.Links {
		if l.Verdict == ledger.PossiblySame && contains(full.Mentions, l.Later) {
			fmt.Fprintf(b, "possibly same %s / %s: %s\n", l.Earlier.Report, l.Later.Report, l.Reason)
		}
	}
}

func contains(refs []ledger.Ref, r ledger.Ref) bool {
	for _, x := range refs {
		if x == r {
			return true
		}
	}
	return false
}

func reports(refs []ledger.Ref) string {
	var out []string
	for _, r := range refs {
		out = append(out, r.Report)
	}
	return strings.Join(out, ", ")
}

func describeQuotation(b *strings.Builder, q ledger.Quotation) {
	if len(q.Printings) < 2 {
		return
	}
	fmt.Fprintf(b, "quotation %q first in %s", clip(q.Words), q.Printings[0].Report)
	for _, p := range q.Printings[1:] {
		fmt.Fprintf(b, "; %s in %s", p.Change, p.Report)
	}
	b.WriteString("\n")
}

func describeEvent(b *strings.Builder, e ledger.Event) {
	seen := map[string]bool{}
	for _, m := range e.Mentions {
		seen[m.Report] = true
	}
	if len(seen) < 2 && len(e.History) < 2 {
		return
	}
	fmt.Fprintf(b, "event %q in %d reports:", e.Trigger.Text, len(seen))
	for _, h := range e.History {
		fmt.Fprintf(b, " %s %s (%s, %s);", h.Day, h.Status, h.Who, h.Ref.Report)
	}
	b.WriteString("\n")
}

func describeTally(b *strings.Builder, t ledger.Tally) {
	if len(t.Series) == 0 && len(t.Incidents) < 2 && !(len(t.Incidents) == 1 && len(t.Incidents[0].Points) > 1) {
		return
	}
	fmt.Fprintf(b, "tally %s: %g to %g, best %g (%s)\n", strings.TrimSpace(t.Measure+" "+t.Of), t.Low, t.High, t.Best, t.Total)
	for _, s := range t.Series {
		fmt.Fprintf(b, "  total %s:", s.Who)
		if s.Apart != "" {
			fmt.Fprintf(b, " (%s)", s.Apart)
		}
		for _, p := range s.Points {
			fmt.Fprintf(b, " %s %g", p.AsOf, p.Low)
		}
		b.WriteString("\n")
	}
	for _, in := range t.Incidents {
		switch {
		case in.Vague:
			fmt.Fprintf(b, "  incident %s: no number (%d)\n", in.Day, len(in.Points))
		case in.Apart != "":
			fmt.Fprintf(b, "  incident %s: %g to %g (%d), apart: %s\n", in.Day, in.Low, in.High, len(in.Points), in.Apart)
		default:
			fmt.Fprintf(b, "  incident %s: %g to %g (%d)\n", in.Day, in.Low, in.High, len(in.Points))
		}
		for _, k := range in.Keepers {
			fmt.Fprintf(b, "    keeper %s: %g of %s", k.Who, k.Last.Low, k.Last.AsOf)
			if !k.Stands {
				b.WriteString(", outgrown")
			}
			b.WriteString("\n")
		}
	}
	for _, g := range t.Gaps {
		fmt.Fprintf(b, "  gap %s %g: %s: %s\n", g.At.AsOf, g.At.Low, g.Cause, g.Reason)
	}
}

func clip(s string) string {
	if r := []rune(s); len(r) > 70 {
		return string(r[:70]) + "…"
	}
	return s
}
