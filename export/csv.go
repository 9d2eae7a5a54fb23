package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
)

// CSV writes rows in RFC 4180's form. A cell that a spreadsheet would run as a formula gets an
// apostrophe before it (https://owasp.org/www-community/attacks/CSV_Injection); numbers are left alone.
type CSV struct{ w *csv.Writer }

// NewCSV writes to w.
func NewCSV(w io.Writer) *CSV { return &CSV{csv.NewWriter(w)} }

// Write writes one row. Errors come from Flush.
func (c *CSV) Write(cells []string) {
	safe := make([]string, len(cells))
	for i, s := range cells {
		safe[i] = guard(s)
	}
	c.w.Write(safe)
}

// Flush writes what is left and gives the first error.
func (c *CSV) Flush() error {
	c.w.Flush()
	return c.w.Error()
}

func guard(s string) string {
	if s == "" || !strings.ContainsRune("=+-@\t\r", rune(s[0])) {
		return s
	}
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return s
	}
	return "'" + s
}
