package resolve_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"sayso/resolve"
)

var update = flag.Bool("update-chains", false, "rewrite the expected lines of testdata/chains.txt")

// TestChainCases reads testdata/chains.txt: cases of a text, a line of two dashes, and who says what on whose
// authority, one attribution a line: the first words of its content | its chain, nearest to the reader first, each
// with what is known of it | what else is known. Cases are divided by a line of four equals signs with a
// title. A title that ends in "(known wrong)" says that the lines are what should be found, and that this is not yet so.
func TestChainCases(t *testing.T) {
	const file = "testdata/chains.txt"
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	cases := strings.Split(string(b), "==== ")[1:]
	if len(cases) < 20 {
		t.Fatalf("%s: %d cases", file, len(cases))
	}
	for i, c := range cases {
		title, rest, _ := strings.Cut(c, "\n")
		text, want, _ := strings.Cut(rest, "\n--\n")
		got := chainLines(read(text))
		wrong := strings.HasSuffix(title, "(known wrong)")
		if *update && !wrong {
			cases[i] = title + "\n" + text + "\n--\n" + got + "\n"
			continue
		}
		switch right := strings.TrimSpace(got) == strings.TrimSpace(want); {
		case !right && !wrong:
			t.Errorf("%s\n%s\ngot\n%s\nwant\n%s", title, text, got, want)
		case right && wrong:
			t.Errorf("%s: comes right now; take it off the list", title)
		}
	}
	if *update {
		if err := os.WriteFile(file, []byte("==== "+strings.Join(cases, "==== ")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func chainLines(r *resolve.Reading) string {
	sources := map[string]*resolve.Source{}
	for i := range r.Sources {
		sources[r.Sources[i].ID] = &r.Sources[i]
	}
	var b strings.Builder
	for _, a := range r.Attributions {
		var chain []string
		for _, id := range a.Chain {
			chain = append(chain, known(sources[id], sources))
		}
		notes := []string{}
		if a.ChainDoubt != "" {
			notes = append(notes, a.ChainDoubt)
		}
		if a.Via != "" {
			notes = append(notes, "via "+sources[a.Via].Name)
		}
		if a.Inside != "" {
			notes = append(notes, "inside "+a.Inside)
		}
		if a.Background {
			notes = append(notes, "background")
		}
		words := strings.Fields(a.Content[0].Text(r.Article.Text))
		fmt.Fprintf(&b, "%s | %s | %s\n", strings.Join(words[:min(5, len(words))], " "), strings.Join(chain, " < "), strings.Join(notes, ", "))
	}
	return b.String()
}

// known is a source in words: its name or description, its kind, and what is known of one without a name.
func known(s *resolve.Source, all map[string]*resolve.Source) string {
	f := []string{string(s.Kind)}
	if s.Anonymous {
		f = append(f, "unnamed")
	}
	if s.Name != "" && s.Affiliation != "" {
		f = append(f, "of "+s.Affiliation)
	}
	if s.Count > 0 {
		f = append(f, fmt.Sprint(s.Count))
	}
	if s.Of != "" {
		f = append(f, s.OfCertainty+" of "+all[s.Of].Description)
	}
	if s.Access != "" {
		f = append(f, "access: "+s.Access)
	}
	if s.Reason != "" {
		f = append(f, "reason: "+s.Reason)
	}
	name := s.Name
	if name == "" {
		name = s.Description
	}
	return name + " (" + strings.Join(f, ", ") + ")"
}
