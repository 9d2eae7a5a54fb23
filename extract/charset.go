package extract

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/charmap"
)

// decode is page as valid UTF-8. The order is the WHATWG's (byte order mark, header, meta), with one
// step before it: bytes that are valid UTF-8 are UTF-8 whatever the page declares, since text in
// another charset is next to never valid by chance.
func decode(page []byte, contentType string) ([]byte, error) {
	if utf8.Valid(page) && !hasUTF16Mark(page) {
		return bytes.TrimPrefix(page, []byte("\xef\xbb\xbf")), nil
	}
	enc, name, _ := charset.DetermineEncoding(page[:min(len(page), 4096)], contentType)
	if name == "utf-8" && !mostlyUTF8(page) {
		enc = charmap.Windows1252
	}
	out, err := enc.NewDecoder().Bytes(page)
	if err != nil {
		return nil, err
	}
	return bytes.ToValidUTF8(out, []byte("\uFFFD")), nil
}

func hasUTF16Mark(b []byte) bool {
	return bytes.HasPrefix(b, []byte("\xfe\xff")) || bytes.HasPrefix(b, []byte("\xff\xfe"))
}

// mostlyUTF8 reports whether more letters of page are good UTF-8 than are broken: a page that declares
// UTF-8 may hold a cut letter, or be wholly in the charset of an old editor.
func mostlyUTF8(page []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(page); {
		r, n := utf8.DecodeRune(page[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		i += n
	}
	return good >= bad
}
