package extract

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
)

// decode is page as valid UTF-8. The order is the WHATWG's (byte order mark, header, meta), with one
// step before it: bytes that are valid UTF-8 are UTF-8 whatever the page declares, since text in
// another charset is next to never valid by chance.
func decode(page []byte, contentType string) ([]byte, error) {
	if utf8.Valid(page) && !hasUTF16Mark(page) {
		return bytes.TrimPrefix(page, []byte("\xef\xbb\xbf")), nil
	}
	enc, _, _ := charset.DetermineEncoding(page[:min(len(page), 4096)], contentType)
	out, err := enc.NewDecoder().Bytes(page)
	if err != nil {
		return nil, err
	}
	return bytes.ToValidUTF8(out, []byte("\uFFFD")), nil
}

func hasUTF16Mark(b []byte) bool {
	return bytes.HasPrefix(b, []byte("\xfe\xff")) || bytes.HasPrefix(b, []byte("\xff\xfe"))
}
