package export

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"sayso/article"
	"sayso/resolve"
)

// reading is a made-up reading of text with an attribution for every "[source|cue|content]" triple
// of words to find in it.
func reading(text string, triples ...[3]string) *resolve.Reading {
	at := func(words string) []article.Span {
		if words == "" {
			return nil
		}
		i := strings.Index(text, words)
		return []article.Span{{Start: i, End: i + len(words)}}
	}
	r := &resolve.Reading{Article: &article.Article{ID: "x", Title: "A <b> title | of sorts", Text: text}}
	for i, t := range triples {
		id := "s" + string(rune('1'+i))
		r.Sources = append(r.Sources, resolve.Source{ID: id, Name: t[0]})
		r.Attributions = append(r.Attributions, resolve.Attribution{ID: "a" + string(rune('1'+i)), Source: at(t[0]), Cue: at(t[1]), Content: at(t[2]), Chain: []string{id}, Stance: "asserts"})
	}
	return r
}

// What could steer a terminal is not printed: control characters, and those that turn what comes after them.
func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"a \x1b[31mb\x07 c\nd": "a [31mb c d", "a\u202egnp.b": "a gnp.b", "محمد بن علي": "محمد بن علي", "plain words": "plain words",
	} {
		if got := Clean(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestSegments(t *testing.T) {
	show := func(r *resolve.Reading) string {
		var b strings.Builder
		for _, s := range Segments(r) {
			b.WriteString("(")
			for _, m := range s.Roles {
				b.WriteByte(byte('1' + m.Attribution))
				b.WriteString(string(m.Role)[:2] + " ")
			}
			b.WriteString(s.Text(r.Article.Text))
			for _, e := range s.Ends {
				b.WriteByte('^')
				b.WriteByte(byte('1' + e))
			}
			b.WriteString(")")
		}
		return b.String()
	}
	for _, c := range []struct {
		r    *resolve.Reading
		want string
	}{
		{reading(""), ""},
		{reading("Rain fell."), "(Rain fell.)"},
		{reading("It is, Ana said.", [3]string{"Ana", "said", "It is"}), "(1co It is^1)(, )(1so Ana)( )(1cu said)(.)"},
		{reading("Bo said Ana said so", [3]string{"Bo", "said", "Ana said so"}, [3]string{"Ana", "", "so"}), "(1so Bo)( )(1cu said)( )(1co 2so Ana)(1co  said )(1co 2co so^1^2)"},
	} {
		if got := show(c.r); got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.r.Article.Text, got, c.want)
		}
	}
}

func TestTable(t *testing.T) {
	var b bytes.Buffer
	tab := Table{Width: 30, Columns: []Column{{"id", 0}, {"words", 2}, {"none", 1}, {"more", 1}}, Rows: [][]string{
		{"1", "a rather long cell with words", "", "x"},
		{"22", "\x1b[31mred\n日本語日本語日本語日本語", "", "averyverylongword"},
	}}
	if err := tab.Full().Print(&b); err != nil {
		t.Fatal(err)
	}
	want := `id  words         more
──  ────────────  ────────────
1   a rather      x
    long cell
    with words
22  [31mred       averyverylon
    日本語日本語  gword
    日本語日本語
`
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func FuzzTable(f *testing.F) {
	f.Add("a b", "日本語", 20)
	f.Fuzz(func(t *testing.T, a, b string, width int) {
		width = 20 + (width%100+100)%100
		var out bytes.Buffer
		tab := Table{Width: width, Columns: []Column{{"h", 1}, {"k", 2}}, Rows: [][]string{{a, b}, {b, a}}}
		if err := tab.Print(&out); err != nil {
			t.Fatal(err)
		}
		for _, l := range strings.Split(out.String(), "\n") {
			if Columns(l) > width {
				t.Errorf("%d columns of %d: %q", Columns(l), width, l)
			}
		}
	})
}

func TestCSVGuardsFormulas(t *testing.T) {
	var b bytes.Buffer
	c := NewCSV(&b)
	c.Write([]string{"=1+1", "-5", "-cmd", "+1", "@a", "a,b", "\tx", ""})
	if err := c.Flush(); err != nil {
		t.Fatal(err)
	}
	if want := "'=1+1,-5,'-cmd,+1,'@a,\"a,b\",'\tx,\n"; b.String() != want {
		t.Errorf("got %q", b.String())
	}
}

// Whatever the report holds, nothing of it steers a terminal or reaches a page as markup, and text
// stays narrow.
func FuzzPrinters(f *testing.F) {
	f.Add("\"<script>alert(1)</script>,\" Ana said.\n\n* not a list | \x1b[2J", "Ana")
	f.Fuzz(func(t *testing.T, text, who string) {
		if !utf8.ValidString(text) || !utf8.ValidString(who) || !strings.Contains(text, who) {
			return
		}
		r := reading(text, [3]string{who, "", who})
		for name, print := range map[string]func(*bytes.Buffer) error{
			"text": func(b *bytes.Buffer) error { return Text{}.Print(b, r) },
			"md":   func(b *bytes.Buffer) error { return Markdown(b, r) },
			"html": func(b *bytes.Buffer) error { return HTML{}.Report(b, r) },
		} {
			var b bytes.Buffer
			if err := print(&b); err != nil {
				t.Fatal(err)
			}
			markup := name != "text" && (strings.Contains(b.String(), "<script") || strings.Contains(b.String(), "<img"))
			if strings.ContainsRune(b.String(), 0x1b) || markup {
				t.Errorf("%s: %q", name, b.String())
			}
		}
	})
}

// A statement stands under its chain, nearest source first; without colour no escape is printed.
func TestTextStatements(t *testing.T) {
	r := reading("It is, Ana said.", [3]string{"Ana", "said", "It is"})
	r.Article.Title = ""
	r.Sources = append(r.Sources, resolve.Source{ID: "s2", Description: "two officials"})
	r.Attributions[0].Chain = []string{"s1", "s2"}
	r.Attributions[0].ChainDoubt = "possible"
	r.Attributions[0].Hedged = true
	var b bytes.Buffer
	if err := (Text{}).Print(&b, r); err != nil {
		t.Fatal(err)
	}
	want := "It is[1], Ana said.\n\nStatements: who said it, on whose say-so\n\n[1] Ana → two officials (possible) (hedged)\n    It is\n"
	if got := b.String(); got != want {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
}
