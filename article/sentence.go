package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// StopsBefore reports whether a sentence ends right before the space or line end at i, by its marks alone: what is
// shown around words, and what a statement in the report's own voice is, end there. Stages that have words and trees
// use those of package parse.
func StopsBefore(text string, i int) bool {
	if i <= 0 || text[i-1] == '\n' {
		return true
	}
	if i < len(text) && text[i] == '\n' {
		return true
	}
	if i >= len(text) || text[i] != ' ' {
		return false
	}
	j := mark(text, i)
	if j < 0 {
		return false
	}
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[i:], " "))
	if unicode.IsLower(next) {
		return false
	}
	if text[j] != '.' {
		return true
	}
	k := strings.LastIndexAny(text[max(0, j-12):j], " .\n(") + 1 + max(0, j-12)
	word := text[k:j]
	switch {
	case abbreviations[strings.ToLower(word)]:
		return false
	case word == "No" && unicode.IsDigit(next):
		return false
	case len(word) == 1 && word[0] >= 'A' && word[0] <= 'z': // "the U.S. Navy", "George W. Bush", but "in the U.S. The navy"
		return opens(text[i:])
	}
	return word != "" || j > 1 && text[j-1] == '.' // an ellipsis
}

// mark is the place of the stop that ends right before i, quotation marks and brackets passed over, or -1.
func mark(text string, i int) int {
	j := i - 1
	for j > 0 {
		switch c := text[j]; {
		case c == '"' || c == '\'' || c == ')':
			j--
		case j > 2 && (text[j-2:j+1] == "”" || text[j-2:j+1] == "’"):
			j -= 3
		default:
			if c == '.' || c == '!' || c == '?' {
				return j
			}
			return -1
		}
	}
	return -1
}

// opens reports whether rest begins with a word that opens sentences and follows no initial.
func opens(rest string) bool {
	word, _, _ := strings.Cut(strings.TrimLeft(rest, " "), " ")
	return openers[word]
}

var openers = set("The This That These Those It He She They We But And In On At When While After Before However There If His Her Their Its")

// abbreviations end in a stop that ends no sentence.
var abbreviations = set("mr mrs ms dr st gen col lt sgt sen rep gov prof jr sr inc ltd co vs jan feb mar apr aug sept sep oct nov dec capt maj adm cmdr brig rev hon messrs fla calif")

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}
