package ledger

// Stems is the stems of text's words, as frequencies and pairs of triggers are learned for.
func Stems(text string) []string {
	var out []string
	for _, w := range words(text) {
		if !w.digit && !stopStems[w.stem] {
			var buf [64]byte
			_, folded := wordAt(text, w.Start, buf[:0])
			out = append(out, string(stem(folded)))
		}
	}
	return out
}
