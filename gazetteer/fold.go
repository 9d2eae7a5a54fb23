package gazetteer

import "unicode/utf8"

// plain and additional give the plain letter of each rune from U+00C0 to U+017F and from U+1E00 to
// U+1EFF (canonical decomposition, and the nearest letter for those that have none).
const (
	plain = "aaaaaa-ceeeeiiiidnoooooxouuuuyt-aaaaaa-ceeeeiiiidnooooo-ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggg" +
		"gggghhhhiiiiiiiiii--jjkkkllllllllllnnnnnnnnnoooooo--rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs"
	additional = "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv" +
		"wwwwwwwwwwxxxxyyzzzzzzhtwyas---daaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyyllvvyy"
)

// Fold appends to dst the form of a name that keys have: small letters without accents, points and
// "the", one blank between words; other apostrophes than ' are that.
func Fold(dst []byte, s string) []byte {
	start := len(dst)
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case 'A' <= c && c <= 'Z':
			dst = append(dst, c|0x20)
		case c == '.':
		case c == ' ' || c == '\n' || c == '\t' || c == '\r':
			if len(dst) > start && dst[len(dst)-1] != ' ' {
				dst = append(dst, ' ')
			}
		case c < utf8.RuneSelf:
			dst = append(dst, c)
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			dst = foldRune(dst, r)
			i += n
			continue
		}
		i++
	}
	if len(dst) > start && dst[len(dst)-1] == ' ' {
		dst = dst[:len(dst)-1]
	}
	return dst
}

func foldRune(dst []byte, r rune) []byte {
	switch r {
	case '’', '‘', 'ʼ', 'ʻ', '`':
		return append(dst, '\'')
	case '\u00a0', '\u2009', '\u202f':
		return append(dst, ' ')
	case '‐', '‑', '–':
		return append(dst, '-')
	case 'ß':
		return append(dst, "ss"...)
	case 'Æ', 'æ':
		return append(dst, "ae"...)
	case 'Œ', 'œ':
		return append(dst, "oe"...)
	case 'ə', 'Ə':
		return append(dst, 'e')
	}
	if 0xC0 <= r && r < 0xC0+rune(len(plain)) {
		return append(dst, plain[r-0xC0])
	}
	if 0x1E00 <= r && r <= 0x1EFF { // Vietnamese and transliterations
		return append(dst, additional[r-0x1E00])
	}
	if 0x0218 <= r && r <= 0x021B {
		return append(dst, "sstt"[r-0x0218])
	}
	return utf8.AppendRune(dst, r)
}
