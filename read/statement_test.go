package read

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"sayso/article"
	"sayso/internal/learn"
	"sayso/parse"
)

var update = flag.Bool("update-statements", false, "rewrite the expected lines of testdata/statements.txt")

// TestStatements reads testdata/statements.txt: cases of a text, a line of two dashes, and the statements
// found in it, one a line: source | cue | content | form, stance and what else is known. Cases are
// divided by a line of four equals signs with a title. A title that ends in "(known wrong)" says that
// the lines are what should be found, and that this is not yet so.
func TestStatements(t *testing.T) {
	const file = "testdata/statements.txt"
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	cases := strings.Split(string(b), "==== ")[1:]
	if len(cases) < 30 {
		t.Fatalf("%s: %d cases", file, len(cases))
	}
	for i, c := range cases {
		title, rest, _ := strings.Cut(c, "\n")
		text, want, _ := strings.Cut(rest, "\n--\n")
		got := statementLines(text)
		if *update && !strings.HasSuffix(title, "(known wrong)") {
			cases[i] = title + "\n" + text + "\n--\n" + got + "\n"
			continue
		}
		right := strings.TrimSpace(got) == strings.TrimSpace(want)
		if wrong := strings.HasSuffix(title, "(known wrong)"); !right && !wrong {
			t.Errorf("%s\n%s\ngot\n%s\nwant\n%s", title, text, got, want)
		} else if right && wrong {
			t.Errorf("%s: comes right now; take it off the list", title)
		}
	}
	if *update {
		if err := os.WriteFile(file, []byte("==== "+strings.Join(cases, "==== ")), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func statementLines(text string) string {
	m := Doc(parse.Article(&article.Article{Text: text}))
	var b strings.Builder
	words := func(spans []article.Span) string {
		var w []string
		for _, s := range spans {
			w = append(w, s.Text(text))
		}
		return strings.Join(w, " + ")
	}
	for _, s := range m.Statements {
		note := []string{string(s.Form), string(s.Stance)}
		if s.Hedged {
			note = append(note, "hedged")
		}
		if s.Earlier {
			note = append(note, "earlier")
		}
		if s.Via != nil {
			note = append(note, "via "+words(s.Via))
		}
		if s.Citing != nil {
			note = append(note, "citing "+words(s.Citing))
		}
		if s.Through != nil {
			note = append(note, "through "+words(s.Through))
		}
		if s.Inside >= 0 {
			note = append(note, "inside "+words(m.Statements[s.Inside].Cue))
		}
		b.WriteString(words(s.Source) + " | " + words(s.Cue) + " | " + words(s.Content) + " | " + strings.Join(note, ", ") + "\n")
	}
	for _, n := range m.NonStatements {
		b.WriteString("not said: " + n.Source.Text(text) + " | " + n.Span.Text(text) + "\n")
	}
	return b.String()
}

func TestStatementModelIsWhole(t *testing.T) {
	m, err := readStatements(statementData)
	if err != nil {
		t.Fatal(err)
	}
	if m.cue.Width != 1 || m.rank.Width != 1 || m.accept.Width != 1 || m.roles.Node.Width != 4 || m.roles.Edge.Width != 16 {
		t.Error("widths of the tables are off")
	}
	for _, cut := range []int{0, 7, 100, len(statementData) / 2, len(statementData) - 2} {
		if _, err := readStatements(statementData[:cut]); err == nil {
			t.Errorf("a model cut at %d bytes is read without an error", cut)
		}
	}
}

func FuzzStatements(f *testing.F) {
	f.Add(report)
	f.Add("“Odd marks \" said he: 'no.\n\n\"And\n“on” it” 'goes")
	f.Add("Q: a\nA: b\nQ: c\n- x\nHe said:\n- y\n• z\n")
	f.Add("\xff\xfe said \x80\"")
	f.Fuzz(func(t *testing.T, text string) { checkStatements(t, text) })
}

// checkStatements holds the promises of the types: spans inside the text, on rune boundaries, in order,
// not overlapping within a role; content never empty; Inside without circles.
func checkStatements(t *testing.T, text string) {
	d := parse.Article(&article.Article{Text: text})
	m := Doc(d)
	for i, s := range m.Statements {
		for _, spans := range [][]article.Span{s.Source, s.Cue, s.Content, s.Via, s.Citing, s.Through} {
			at := 0
			for _, p := range spans {
				if p.Start < at || p.End <= p.Start || p.End > len(text) || !boundary(text, p.Start) || !boundary(text, p.End) {
					t.Fatalf("%q: bad span %v in statement %d", text, p, i)
				}
				at = p.End
			}
		}
		if len(s.Content) == 0 || len(s.Cue) == 0 || s.CueHead < 0 {
			t.Fatalf("%q: statement %d without content or cue", text, i)
		}
		if s.Inside >= len(m.Statements) {
			t.Fatalf("%q: statement %d is inside no statement", text, i)
		}
		for k, n := s.Inside, 0; k >= 0; k, n = m.Statements[k].Inside, n+1 {
			if n > len(m.Statements) {
				t.Fatalf("%q: statement %d is inside itself", text, i)
			}
		}
	}
	if !slices.IsSortedFunc(m.Statements, func(a, b Statement) int { return a.Cue[0].Start - b.Cue[0].Start }) {
		t.Fatalf("%q: statements out of order", text)
	}
	for _, n := range m.NonStatements {
		if n.Span.Len() <= 0 || !boundary(text, n.Span.Start) || !boundary(text, n.Span.End) {
			t.Fatalf("%q: bad non-statement %v", text, n.Span)
		}
	}
}

func boundary(text string, at int) bool {
	return at == len(text) || utf8.RuneStart(text[at]) || !utf8.ValidString(text)
}

// TestLongLine holds that a line without end costs linear time.
func TestLongLine(t *testing.T) {
	for _, unit := range []string{"he said \"no ", "'a 'b ", "“ ”", "and he said that she said ", "Q: a: b: ", "citing "} {
		checkStatements(t, strings.Repeat(unit, 20000/len(unit)))
	}
}

// TestMutations holds the promises for news with its marks, breaks and letters shuffled.
func TestMutations(t *testing.T) {
	pieces := []string{"\"", "“", "”", "'", "’", "''", "\n", "\n\n", ":", ",", ".", "- ", " said ", " according to ", "Q: ", "ANNA: ", "citing ", "\xff", "é", " that ", "(", " did not comment "}
	rand := learn.Rand(11)
	for range 150 {
		text := []byte(report)
		for range 12 {
			at := int(rand.Uint64() % uint64(len(text)))
			p := pieces[rand.Uint64()%uint64(len(pieces))]
			cut := min(len(text), at+int(rand.Uint64()%6))
			text = slices.Concat(text[:at], []byte(p), text[cut:])
		}
		checkStatements(t, string(text))
	}
}
