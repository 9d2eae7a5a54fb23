package read

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/article"
	"sayso/parse"
)

// A quotation is a passage in quotation marks. Its span holds the marks. Quotations of one level do
// not overlap; one inside another has Inner set. No quotation crosses a line break: where the same
// speech runs on into the next paragraph with a new opening mark, Open says that it was not closed.
type quotation struct {
	article.Span
	First, End int32 // tokens
	Inner      bool  // it stands inside another quotation
	Open       bool  // no closing mark: it runs on into the next paragraph, or the mark was forgotten
}

// A mark is one quotation mark: its bytes and what the characters around it allow it to be.
type mark struct {
	start, end  int
	single      bool
	open, close bool
}

// quotations pairs the quotation marks of d, line by line. An odd mark costs at most its own line.
func quotations(d *parse.Doc) []quotation {
	var out []quotation
	var marks []mark
	for start := 0; start < len(d.Text); {
		end := start + strings.IndexByte(d.Text[start:], '\n')
		if end < start {
			end = len(d.Text)
		}
		if marks = markLine(marks[:0], d.Text, start, end); len(marks) > 0 {
			out = pairMarks(out, d, marks, start, end)
		}
		start = end + 1
	}
	slices.SortFunc(out, func(a, b quotation) int { return a.Start - b.Start })
	return out
}

// markLine finds the marks in text[start:end].
func markLine(marks []mark, text string, start, end int) []mark {
	for i := start; i < end; {
		c := text[i]
		if c != '"' && c != '\'' && c != '`' && c < utf8.RuneSelf {
			i++
			continue
		}
		n, kind := markAt(text[i:end])
		if kind == 0 {
			_, n = utf8.DecodeRuneInString(text[i:end])
			i += n
			continue
		}
		m := mark{start: i, end: i + n, single: kind == '\'' || kind == '<' || kind == '>'}
		before, _ := utf8.DecodeLastRuneInString(text[start:i])
		after, _ := utf8.DecodeRuneInString(text[i+n : end])
		left := i == start || unicode.IsSpace(before) || strings.ContainsRune("([{-–—/\"“‘'", before)
		right := i+n == end || unicode.IsSpace(after) || strings.ContainsRune(".,;:!?)]}-–—/\"”’'…", after)
		switch kind {
		case '(': // “
			m.open = true
		case ')': // ”
			m.close, m.open = true, left && !right
		case '<': // ‘
			m.open = left && !right
		case '>': // ’ is an apostrophe far more often than a closing mark
			m.close = right && !left
		case '\'':
			m.open, m.close = left && !right && unicode.IsLetter(after), right && !left
		default:
			m.open, m.close = left && !right || i == start, !left || right && i > start
		}
		marks = append(marks, m)
		i += n
	}
	return marks
}

// markAt is the length and the kind of the quotation mark at the start of s: 0 none, '(' and ')'
// curly double ones, '<' and '>' curly single ones, '"' a straight double one (two apostrophes count
// as one, as wire archives print it), '\” a straight single one.
func markAt(s string) (n int, kind byte) {
	switch {
	case s[0] == '"':
		return 1, '"'
	case strings.HasPrefix(s, "''") || strings.HasPrefix(s, "``"):
		return 2, '"'
	case s[0] == '\'':
		return 1, '\''
	case strings.HasPrefix(s, "“") || strings.HasPrefix(s, "„"):
		return len("“"), '('
	case strings.HasPrefix(s, "”"):
		return len("”"), ')'
	case strings.HasPrefix(s, "«"):
		return len("«"), '('
	case strings.HasPrefix(s, "»"):
		return len("»"), ')'
	case strings.HasPrefix(s, "‘"):
		return len("‘"), '<'
	case strings.HasPrefix(s, "’"):
		return len("’"), '>'
	}
	return 0, 0
}

// pairMarks appends the quotations of one line.
func pairMarks(out []quotation, d *parse.Doc, marks []mark, start, end int) []quotation {
	outer, inner := -1, -1 // marks that are open
	for i, m := range marks {
		switch {
		case m.single && inner >= 0 && m.close && closesSingle(d.Text, marks[inner], m, end):
			out = append(out, newQuotation(d, marks[inner].start, m.end, outer >= 0, false))
			inner = -1
		case m.single && inner < 0 && m.open && singleCloses(d.Text, marks[i:], end):
			inner = i
		case m.single:
		case outer >= 0 && m.close:
			out = append(out, newQuotation(d, marks[outer].start, m.end, false, false))
			outer, inner = -1, -1
		case m.open:
			// "… odd. He said "no": the first of two opening marks was never closed.
			outer, inner = i, -1
		}
	}
	if outer >= 0 && runsOn(d.Text, marks[outer].start, start, end) {
		out = append(out, newQuotation(d, marks[outer].start, trimRight(d.Text, start, end), false, true))
	}
	return out
}

// closesSingle says whether m, which may be an apostrophe ("the officials’ plan"), closes the single mark o.
func closesSingle(text string, o, m mark, end int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:m.start])
	after, _ := utf8.DecodeRuneInString(text[m.end:end])
	if before != 's' || m.end == end || !unicode.IsSpace(after) {
		return m.start > o.end
	}
	// ‘Nobody warned us’ – widow: a dash follows no possessor
	return m.start > o.end && strings.HasPrefix(strings.TrimLeft(strings.NewReplacer("–", "-", "—", "-").Replace(text[m.end:min(end, m.end+5)]), " "), "-")
}

// singleCloses says whether the single mark marks[0] is closed before the line ends, so that it is no
// apostrophe ("the ’90s").
func singleCloses(text string, marks []mark, end int) bool {
	for _, m := range marks[1:min(len(marks), 40)] { // bounded, so that a line of apostrophes costs linear time
		if m.single && m.close && closesSingle(text, marks[0], m, end) {
			return true
		}
	}
	return false
}

// runsOn says whether a quotation opened at byte open of the line [start, end) and not closed there is
// speech to the end of the line: the next paragraph opens anew, or the line begins with it, or a
// colon or comma leads into it. Else the mark is a slip, or inches.
func runsOn(text string, open, start, end int) bool {
	if next := strings.TrimLeftFunc(text[end:], unicode.IsSpace); next != "" {
		if _, kind := markAt(next); kind == '"' || kind == '(' {
			return true
		}
	}
	lead := strings.TrimRightFunc(text[start:open], unicode.IsSpace)
	return lead == "" || strings.HasSuffix(lead, ":") || strings.HasSuffix(lead, ",")
}

func trimRight(text string, start, end int) int {
	return start + len(strings.TrimRightFunc(text[start:end], unicode.IsSpace))
}

func newQuotation(d *parse.Doc, start, end int, inner, open bool) quotation {
	return quotation{Span: article.Span{Start: start, End: end}, First: d.TokenAt(start), End: d.TokenAt(end), Inner: inner, Open: open}
}
