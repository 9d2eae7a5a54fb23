package export

import (
	"io"
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// Table is rows of words in columns, for a terminal or a plain file. Cells are wrapped at words; no
// line is longer than Width.
type Table struct {
	Columns []Column
	Rows    [][]string // one cell a column
	Groups  []string   // of each row, a heading over the rows that have it in common; nil for none
	Width   int        // of a line, in cells of the terminal; 0 is 80
	Bold    bool       // heads in bold: for terminals
}

// A Column is the head of a column and its share of the width that is left when columns of short
// cells have what they need. A column without a share is never wrapped.
type Column struct {
	Head  string
	Share int
}

const (
	gap         = "  " // between columns
	longestWord = 14   // a column is wide enough for words up to this, if the line is
)

// Print writes the table.
func (t *Table) Print(w io.Writer) error {
	widths := t.widths()
	var b strings.Builder
	heads := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		heads[i] = c.Head
	}
	t.row(&b, heads, widths, t.Bold)
	rules := make([]string, len(widths))
	for i, n := range widths {
		rules[i] = strings.Repeat("─", n)
	}
	t.row(&b, rules, widths, false)
	for i, r := range t.Rows {
		if len(t.Groups) > i && (i == 0 || t.Groups[i] != t.Groups[i-1]) {
			if i > 0 {
				b.WriteByte('\n')
			}
			t.row(&b, []string{t.Groups[i]}, []int{t.width()}, t.Bold)
		}
		t.row(&b, r, widths, false)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// widths gives every column what its longest cell needs or, where that is too much for the line,
// at most its share of what is left.
func (t *Table) widths() []int {
	total := t.width() - len(gap)*(len(t.Columns)-1)
	out := make([]int, len(t.Columns))
	need, floor := make([]int, len(t.Columns)), make([]int, len(t.Columns))
	measure := func(i int, cell string) {
		cell = clean(cell)
		need[i] = max(need[i], Columns(cell))
		for w := range strings.FieldsSeq(cell) {
			floor[i] = max(floor[i], min(Columns(w), longestWord))
		}
	}
	for i, c := range t.Columns {
		measure(i, c.Head)
		for _, r := range t.Rows {
			measure(i, r[i])
		}
	}
	left := total
	for i, c := range t.Columns {
		if c.Share == 0 {
			out[i] = max(1, need[i])
			left -= out[i]
		}
	}
	t.share(out, need, floor, left)
	return out
}

// share gives the columns without a width yet what is left. Those that need less than their share
// leave the rest to the others, until nothing changes.
func (t *Table) share(out, need, floor []int, left int) {
	for {
		shares := 0
		for i, c := range t.Columns {
			if out[i] == 0 {
				shares += c.Share
			}
		}
		settled := false
		for i, c := range t.Columns {
			if out[i] == 0 && need[i]*shares <= left*c.Share {
				out[i], settled = max(1, need[i]), true
				left -= out[i]
				shares -= c.Share
			}
		}
		if settled {
			continue
		}
		for i, c := range t.Columns {
			if out[i] == 0 {
				out[i] = max(floor[i], left*c.Share/shares)
			}
		}
		t.shrink(out, floor)
		return
	}
}

// shrink takes what makes the line too long from the columns with a share: where most is above the
// floor, or, where all stand on it, from the widest.
func (t *Table) shrink(out, floor []int) {
	over := len(gap)*(len(out)-1) - t.width()
	for _, n := range out {
		over += n
	}
	for ; over > 0; over-- {
		most, widest := -1, -1
		for i, c := range t.Columns {
			if c.Share == 0 || out[i] <= 4 {
				continue
			}
			if out[i] > floor[i] && (most < 0 || out[i]-floor[i] > out[most]-floor[most]) {
				most = i
			}
			if widest < 0 || out[i] > out[widest] {
				widest = i
			}
		}
		if most < 0 {
			most = widest
		}
		if most < 0 {
			return
		}
		out[most]--
	}
}

func (t *Table) width() int {
	if t.Width > 0 {
		return t.Width
	}
	return lineWidth
}

func (t *Table) row(b *strings.Builder, cells []string, widths []int, bold bool) {
	wrapped := make([][]string, len(cells))
	lines := 1
	for i, c := range cells {
		wrapped[i] = Wrap(clean(c), widths[i])
		lines = max(lines, len(wrapped[i]))
	}
	for l := range lines {
		var line strings.Builder
		for i := range cells {
			cell := ""
			if l < len(wrapped[i]) {
				cell = wrapped[i][l]
			}
			if i > 0 {
				line.WriteString(gap)
			}
			line.WriteString(cell)
			line.WriteString(strings.Repeat(" ", max(0, widths[i]-Columns(cell))))
		}
		s := strings.TrimRight(line.String(), " ")
		if bold {
			s = "\x1b[1m" + s + "\x1b[0m"
		}
		b.WriteString(s)
		b.WriteByte('\n')
	}
}

// Clean is s on one line without control characters and without those that turn the direction of what comes after them, so that
// no report can steer a terminal.
func Clean(s string) string { return clean(s) }

func clean(s string) string {
	if tidy(s) {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) || turns(r) }), " ")
}

// turns reports whether r sets the direction of all that comes after it, up to a mark that ends that.
func turns(r rune) bool { return r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069' }

// tidy reports whether s is plain letters with one space between words, which is what cleaning gives.
func tidy(s string) bool {
	space := true
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < ' ' || c >= 0x7f || c == ' ' && space {
			return false
		}
		space = c == ' '
	}
	return !space || s == ""
}

// Full is the table without the columns that hold nothing.
func (t Table) Full() *Table {
	out := t
	out.Columns, out.Rows = nil, make([][]string, len(t.Rows))
	for i, c := range t.Columns {
		full := false
		for _, r := range t.Rows {
			full = full || r[i] != ""
		}
		if !full {
			continue
		}
		out.Columns = append(out.Columns, c)
		for j, r := range t.Rows {
			out.Rows[j] = append(out.Rows[j], r[i])
		}
	}
	return &out
}

// Columns is how many cells of a terminal s takes: two for East Asian wide letters, none for
// combining marks and for this package's own styles.
func Columns(s string) int {
	n := 0
	styled := false
	for _, r := range s {
		switch {
		case r == 0x1b:
			styled = true
		case styled:
			styled = r != 'm'
		default:
			n += runeColumns(r)
		}
	}
	return n
}

func runeColumns(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// Wrap breaks s at spaces into lines of at most n cells; a longer word is cut.
func Wrap(s string, n int) []string {
	var out []string
	line, used := "", 0
	flush := func() {
		if line != "" {
			out = append(out, line)
		}
		line, used = "", 0
	}
	for _, w := range strings.Fields(s) {
		for Columns(w) > n && strings.IndexByte(w, 0x1b) < 0 {
			flush()
			cut := fit(w, n)
			out = append(out, w[:cut])
			w = w[cut:]
		}
		if w == "" {
			continue
		}
		c := Columns(w)
		if used > 0 && used+1+c > n {
			flush()
		}
		if used > 0 {
			line += " "
			used++
		}
		line += w
		used += c
	}
	flush()
	if out == nil {
		return []string{""}
	}
	return out
}

// fit is the length in bytes of the longest beginning of w that takes at most n cells, at least one letter.
func fit(w string, n int) int {
	used := 0
	for i, r := range w {
		used += runeColumns(r)
		if used > n && i > 0 {
			return i
		}
	}
	return len(w)
}
