package read

import (
	"strconv"
	"strings"
	"testing"
)

// spell is n in English words, the inverse of wordNumber.
func spell(n int) string {
	small := []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
		"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"}
	tens := []string{"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
	join := func(head string, rest int, and string) string {
		if rest == 0 {
			return head
		}
		return head + and + spell(rest)
	}
	switch {
	case n < 20:
		return small[n]
	case n < 100:
		return join(tens[n/10], n%10, "-")
	case n < 1000:
		return join(spell(n/100)+" hundred", n%100, " and ")
	case n < 1e6:
		return join(spell(n/1000)+" thousand", n%1000, " ")
	}
	return join(spell(n/1e6)+" million", n%1e6, " ")
}

// commas is n in digits with thousands commas.
func commas(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

func wordsIn(s string) wordsOf {
	fields := strings.Fields(strings.ReplaceAll(s, "|", " "))
	return func(i int32) string {
		if i < 0 || int(i) >= len(fields) {
			return ""
		}
		return fields[i]
	}
}

func TestSpelledNumbersComeBack(t *testing.T) {
	check := func(n int, text string) {
		t.Helper()
		w := wordsIn(text)
		q, ok := quantityAt(w, 0)
		if !ok || q.low != float64(n) || q.high != float64(n) || w(q.end) != "" {
			t.Errorf("%q: got %+v, want %d", text, q, n)
		}
	}
	for n := 0; n < 40000000; n = n*21/20 + 1 {
		check(n, commas(n))
		check(n, strconv.Itoa(n))
		words := spell(n)
		check(n, words)
		check(n, strings.ReplaceAll(words, "-", " - "))
		check(n, strings.ReplaceAll(strings.ReplaceAll(words, " and ", " "), "-", " "))
	}
}

func TestQuantities(t *testing.T) {
	for _, c := range []struct{ text, want string }{ // low..high of tokens, ~ approximate
		{"at least 46 people", "46.. 3"},
		{"more than 30 men", "31.. 3"},
		{"up to 20 boats", "..20 3"},
		{"as many as 20", "..20 4"},
		{"fewer than 20", "..19 3"},
		{"about 20", "20..20~ 2"},
		{"nearly 200", "200..200~ 2"},
		{"some 40 men", "40..40~ 2"},
		{"between 12 and 15 men", "12..15 4"},
		{"12 to 15 men", "12..15 3"},
		{"12-15 men", "12..15 1"},
		{"12 - 15 men", "12..15 3"},
		{"two or three men", "2..3 3"},
		{"1.2 million people", "1200000..1200000 2"},
		{"two dozen men", "24..24 2"},
		{"half a dozen men", "6..6 3"},
		{"a dozen", "12..12 2"},
		{"three dozen", "36..36 2"},
		{"dozens of men", "24..~ 2"},
		{"scores were", "40..~ 1"},
		{"hundreds of people", "200..~ 2"},
		{"tens of thousands of people", "20000..~ 4"},
		{"several men", "3..~ 1"},
		{"a couple of men", "2..2 3"},
		{"a number of men", "4..~ 3"},
		{"a handful of men", "3..~ 3"},
		{"no civilians", "0..0 1"},
		{"none", "0..0 1"},
		{"20 or more", "20.. 3"},
		{"two and a", "2..2 1"},
		{"six seven", "6..6 1"},
		{"two hundred and six men", "206..206 4"},
		{"no fewer than 12", "12.. 4"},
		{"the man", "none"},
		{"a man", "none"},
		{"1,23", "none"},
	} {
		q, ok := quantityAt(wordsIn(c.text), 0)
		got := "none"
		if ok {
			num := func(v float64, has bool) string {
				if !has {
					return ""
				}
				return strconv.FormatFloat(v, 'g', 7, 64)
			}
			got = num(q.low, q.hasLow) + ".." + num(q.high, q.hasHigh)
			if q.approx {
				got += "~"
			}
			got += " " + strconv.Itoa(int(q.end))
		}
		if got != c.want {
			t.Errorf("%q: got %s, want %s", c.text, got, c.want)
		}
	}
}
