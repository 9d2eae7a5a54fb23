package article

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// headlineMost is the most bytes that a headline has.
const headlineMost = 160

// Headline is how many bytes of a text are the headline that it opens with, or 0: a line by itself with an empty line below,
// of three words or more, that begins with a capital or a number, ends with no stop and is no dateline. Files of plain text often have one;
// what it says the report says below.
func Headline(text string) int {
	end := strings.IndexByte(text[:min(len(text), headlineMost+1)], '\n')
	if end < 0 {
		return 0
	}
	below := strings.TrimLeft(text[end+1:], " \t\r")
	line := strings.TrimRight(text[:end], " \t\r")
	if !strings.HasPrefix(below, "\n") || strings.TrimSpace(below) == "" || len(strings.Fields(line)) < 3 || Dateline(line) > 0 {
		return 0
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(line, "‘'“\"$£€"))
	last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, "’'”\")"))
	if !unicode.IsUpper(first) && !unicode.IsDigit(first) || strings.ContainsRune(".!?:;,", last) && !strings.HasSuffix(line, "?") {
		return 0
	}
	return len(line)
}
