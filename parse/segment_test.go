package parse

import (
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"sayso/article"
)

// Words in short notation: a space parts tokens, a plus joins the parts of one surface token.
var wordTests = []struct{ text, want string }{
	{"I don't know.", "I do+n't know ."},
	{"Vale Inc (CRM.N), the last", "Vale Inc ( CRM.N ) , the last"},
	{"They can’t, won't and cannot.", "They ca+n’t , wo+n't and can+not ."},
	{"Ruiz's aides and the states' rights", "Ruiz+'s aides and the states+' rights"},
	{"'the three kings' men'", "' the three kings ' men '"},
	{"O'Neill d'Arc ma'am", "O'Neill d'Arc ma'am"},
	{"We're here; they'd've gone", "We+'re here ; they+'d+'ve gone"},
	{"He's gonna say 'em", "He+'s gon+na say 'em"},
	{"the ’90s and '72", "the ’90s and '72"},
	{"a US-based, anti-war, co-founded e-mail firm", "a US - based , anti-war , co-founded e-mail firm"},
	{"a 12-year-old and twenty-one others", "a 12 - year - old and twenty - one others"},
	{"$5m, US$3.50 and €1,200.75", "$ 5 m , US$ 3.50 and € 1,200.75"},
	{"10km at 7% of 1,000, not 1,00", "10 km at 7 % of 1,000 , not 1 , 00"},
	{"₹1,50,000 or 12,34,56,789, not 123,45,678, 1,20 or 1,20,000,000", "₹ 1,50,000 or 12,34,56,789 , not 123 , 45,678 , 1 , 20 or 1 , 20,000,000"},
	{"the 1990s, the 22nd and 9/11", "the 1990s , the 22nd and 9/11"},
	{"at 10:30am or 5 p.m. Tuesday", "at 10:30 am or 5 p.m. Tuesday"},
	{"2021-22 and 5-10, 555-0143", "2021 - 22 and 5 - 10 , 555-0143"},
	{"on 16/11/2004 and/or w/o", "on 16/11/2004 and / or w/o"},
	{"See https://example.org/a?b=c.", "See https://example.org/a?b=c ."},
	{"(www.example.org) mail a.b@example.org!", "( www.example.org ) mail a.b@example.org !"},
	{"@desk #Floods #1", "@desk #Floods # 1"},
	{"good :-) bad ;(", "good :-) bad ;("},
	{"the U.S. Navy, U.K. and U.N.", "the U.S. Navy , U.K. and U.N."},
	{"Gen. Smith on Dec. 29", "Gen. Smith on Dec. 29"},
	{"No. 5 but no. No.", "No. 5 but no . No ."},
	{"J. R. Vale of Acme Inc. spoke", "J. R. Vale of Acme Inc. spoke"},
	{"than I. But", "than I . But"},
	{"boats, planes, etc.", "boats , planes , etc ."},
	{"wait... what?! no--yes — so…", "wait ... what ?! no -- yes — so …"},
	{"“Go,” she said. «Oui»", "“ Go , ” she said . « Oui »"},
	{"[sic] {x} (a) AT&T", "[ sic ] { x } ( a ) AT&T"},
	{"the end.Then more", "the end . Then more"},
	{"Привет, мир! 東京", "Привет , мир ! 東京"},
	{"a\u00a0b\u200bc\ufeff", "a b c"},
	{"15°C ±2", "15 ° C ± 2"},
	{"👍🏽 👩‍🚀", "👍🏽 👩‍🚀"},
	{"th- the", "th- the"},
}

func TestWords(t *testing.T) {
	for _, c := range wordTests {
		if got := notation(c.text, words(c.text)); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

func notation(text string, tokens []Token) string {
	var b strings.Builder
	for i, k := range tokens {
		if k.Joined {
			b.WriteByte('+')
		} else if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(text[k.Start:k.End])
	}
	return b.String()
}

// Sentences are shown each on a line; a blank line parts paragraphs.
func sentences(text string) string {
	d := Article(&article.Article{Text: text})
	var b strings.Builder
	for i, s := range d.Sentences {
		if i > 0 {
			b.WriteByte('\n')
			if s.Paragraph != d.Sentences[i-1].Paragraph {
				b.WriteByte('\n')
			}
		}
		b.WriteString(strings.Join(strings.Fields(d.Range(s.First, s.End).Text(text)), " "))
	}
	return b.String()
}

// testdata/sentences.txt holds texts as they come, then "----", then their sentences; "====" parts cases.
func TestSentences(t *testing.T) {
	data, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	cases := strings.Split(string(data), "\n====\n")
	for _, c := range cases {
		text, want, ok := strings.Cut(c, "\n----\n")
		if !ok {
			t.Fatalf("case without ----: %q", c)
		}
		if got := sentences(text); got != strings.Trim(want, "\n") {
			t.Errorf("%q\n got:\n%s\nwant:\n%s", text, got, strings.Trim(want, "\n"))
		}
	}
}

// A text without an end of line or of sentence must not take quadratic time nor make one huge tree.
func TestLongLine(t *testing.T) {
	for _, unit := range []string{"word ", "a-", "a.", "(", "'", "x'", "1,", "@", "a@", "w/", "-1", "“", "😀\u200d", "\xff", "Aa, "} {
		a := &article.Article{Text: strings.Repeat(unit, 1<<18/len(unit))}
		d := &Doc{Article: a, Text: a.Text}
		segment(d)
		for _, s := range d.Sentences {
			if s.End-s.First > 2*longSentence+8 {
				t.Errorf("%q: a sentence of %d words", unit, s.End-s.First)
				break
			}
		}
	}
}

func TestBlocksAreParagraphs(t *testing.T) {
	text := "14:05 A boat sank 14:20 Two were saved"
	d := Article(&article.Article{Text: text, Blocks: []article.Block{
		{Span: article.Span{Start: 0, End: 5}, Kind: article.TimeMarker}, {Span: article.Span{Start: 6, End: 17}},
		{Span: article.Span{Start: 18, End: 23}, Kind: article.TimeMarker}, {Span: article.Span{Start: 24, End: 38}}}})
	if n := len(d.Sentences); n != 4 || d.Sentences[3].Paragraph != 3 {
		t.Errorf("%d sentences: %+v", n, d.Sentences)
	}
}

func FuzzSegment(f *testing.F) {
	for _, c := range wordTests {
		f.Add(c.text)
	}
	f.Add("a\r\nb\r\n\r\nc \xff\xfe d\n• e")
	f.Fuzz(func(t *testing.T, text string) {
		d := Article(&article.Article{Text: text})
		end := int32(0)
		for i, k := range d.Tokens {
			if k.Start < end || k.End <= k.Start || int(k.End) > len(text) {
				t.Fatalf("token %d is [%d, %d) after %d", i, k.Start, k.End, end)
			}
			if gap := text[end:k.Start]; !blank(gap) {
				t.Fatalf("%q is in no token", gap)
			}
			if k.Joined && k.Start != end {
				t.Fatalf("token %d is joined over a gap", i)
			}
			if !boundary(text, int(k.Start)) || !boundary(text, int(k.End)) {
				t.Fatalf("token %d cuts a rune", i)
			}
			end = k.End
		}
		if !blank(text[end:]) {
			t.Fatalf("%q is in no token", text[end:])
		}
		next, paragraph := int32(0), int32(0)
		for i, s := range d.Sentences {
			if s.First != next || s.End <= s.First || s.Paragraph < paragraph || s.Paragraph > paragraph+1 {
				t.Fatalf("sentence %d is %+v after token %d, paragraph %d", i, s, next, paragraph)
			}
			next, paragraph = s.End, s.Paragraph
		}
		if int(next) != len(d.Tokens) {
			t.Fatalf("sentences end at %d of %d tokens", next, len(d.Tokens))
		}
	})
}

func blank(s string) bool {
	for i := 0; i < len(s); {
		n := spaceAt(s, i)
		if n == 0 {
			return false
		}
		i += n
	}
	return true
}

func boundary(s string, i int) bool {
	return i == len(s) || utf8.RuneStart(s[i]) || !utf8.ValidString(s)
}

func BenchmarkWords(b *testing.B) {
	text := strings.Repeat(benchText, 200)
	n := len(words(text))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		words(text)
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkSegment(b *testing.B) {
	text := strings.Repeat(benchText, 200)
	n := len(words(text))
	b.ReportAllocs()
	for b.Loop() {
		d := &Doc{Text: text}
		segment(d)
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

const benchText = `PORT VALE, Norland (NP) — The river ministry said on Dec. 3 that at least 46 people hadn't been found after two boats sank near the U.S.-built dam, officials told the Norland Post.

"We don't know where they are," Minister Ana Ruiz's spokesman, J. R. Oldman, said in a statement. Gen. Karl Brandt of the coast guard declined to comment on whether $3.5 million in aid (pledged in the 1990s) had arrived.

`
