package syntax

import "strings"

// upper are the words of a headline set in capitals, lower those of a text without any.
func upper(words []string) []string { return mapped(words, strings.ToUpper) }
func lower(words []string) []string { return mapped(words, strings.ToLower) }

func mapped(words []string, f func(string) string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = f(w)
	}
	return out
}
