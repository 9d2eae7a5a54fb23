package article

import "strings"

// Dateline is how many bytes of a paragraph its dateline has, with the mark behind it, or 0: "PORT SENNET, Maraval (EW) — ",
// "PORT SENNET/TOLM: ". It begins with a word in capitals or ends with letters in brackets.
func Dateline(paragraph string) int {
	head := paragraph[:min(len(paragraph), datelineMost)]
	for _, mark := range []string{" — ", " – ", " -- ", " - ", "—", ": "} {
		i := strings.Index(head, mark)
		if i <= 0 {
			continue
		}
		before := strings.TrimRight(head[:i], " ")
		credit := strings.HasSuffix(before, ")") && mark != ": " && capitals(before) > 0
		if place, _, _ := strings.Cut(before, ","); credit || capitals(before) > 2 && !strings.ContainsAny(before, "!?“\"") && allCapitals(place) {
			return i + len(mark)
		}
	}
	return 0
}

// datelineMost is the most bytes that a dateline has.
const datelineMost = 100

// capitals is how many capital letters s begins with.
func capitals(s string) int {
	n := 0
	for n < len(s) && s[n] >= 'A' && s[n] <= 'Z' {
		n++
	}
	return n
}

// allCapitals reports whether the words of s are all in capitals, those in brackets left out.
func allCapitals(s string) bool {
	if i := strings.IndexByte(s, '('); i > 0 {
		s = s[:i]
	}
	return s == strings.ToUpper(s) && len(strings.Fields(s)) < 5
}
