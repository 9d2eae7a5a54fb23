package parse

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/article"
)

type breakKind uint8

const (
	noBreak breakKind = iota
	sentenceBreak
	paragraphBreak
)

// longSentence is the number of tokens after which a sentence ends at the next weak mark, and twice
// which at any word: lists and tables without a full stop must not become one tree. The longest
// sentence of EWT and GUM (train) has 160 tokens.
const longSentence = 200

// A shape is what a token looks like to the sentence breaker.
type shape uint8

const (
	shNone shape = iota // before the first or after the last token of the paragraph
	shLower
	shCapital
	shUpper
	shLetter // one capital letter
	shInitial
	shAbbreviation
	shNumber
	shStop
	shQuestion
	shEllipsis
	shComma
	shColon
	shSemicolon
	shDash
	shOpenQuote
	shCloseQuote
	shOpen
	shClose
	shSymbol
	shBullet
	shMixed
	shClitic
	shAddress
)

// A breaker decides after each token, from left to right, whether a sentence or a paragraph ends.
type breaker struct {
	d      *Doc
	blocks []article.Block
	width  int // width that lines of a hard-wrapped text reach; 0 where lines are not wrapped

	paragraph int32 // first token of the paragraph
	end       int32 // first token after the paragraph
	first     int32 // first token of the sentence
	quote     bool  // a double quotation mark is open
	bracket   bool  // a bracket is open
	final     bool  // the paragraph ends with a full stop, question or exclamation mark
	caps      bool  // the paragraph has no lower-case word among its first tokens
	quoteAt   int32 // where the quotation opened

	words  []uint32 // of the paragraph's tokens: hash of the word in lower case
	shapes []shape  // of the paragraph's tokens
}

func newBreaker(d *Doc) *breaker {
	b := &breaker{d: d, width: wrapWidth(d.Text)}
	if d.Article != nil {
		b.blocks = d.Article.Blocks
	}
	b.begin(0)
	return b
}

// after tells what ends after token i. It must be asked for every token in order.
func (b *breaker) after(i int32) breakKind {
	next := i + 1
	b.state(i)
	if next == b.end {
		b.begin(next)
		return paragraphBreak
	}
	if b.d.Tokens[next].Joined || !b.decide(i) {
		return noBreak
	}
	b.first = next
	return sentenceBreak
}

// begin sets out on the paragraph that starts at token i: its end, and what its tokens look like.
func (b *breaker) begin(i int32) {
	b.paragraph, b.first, b.quote, b.bracket = i, i, false, false
	n := int32(len(b.d.Tokens))
	b.words, b.shapes = b.words[:0], b.shapes[:0]
	b.end = i
	b.caps = true
	for b.end < n {
		w, sh := look(b.d.Word(b.end))
		b.words, b.shapes = append(b.words, w), append(b.shapes, sh)
		if sh == shLower && b.end-i < 24 {
			b.caps = false
		}
		b.end++
		if b.end < n && b.newParagraph(b.end) {
			break
		}
	}
	b.final = false
	for k := len(b.shapes) - 1; k >= 0 && k > len(b.shapes)-4; k-- {
		switch b.shapes[k] {
		case shStop, shQuestion, shEllipsis:
			b.final = true
		case shCloseQuote, shOpenQuote, shClose:
			continue
		}
		break
	}
}

// newParagraph reports whether a paragraph starts at token i: after a blank line, at the start of a
// block, or at a line break that is not there to keep lines short.
func (b *breaker) newParagraph(i int32) bool {
	start, end := b.d.Tokens[i-1].End, b.d.Tokens[i].Start
	if end-start <= 1 && b.blocks == nil && (start == end || b.d.Text[start] == ' ') {
		return false
	}
	for len(b.blocks) > 0 && b.blocks[0].Start <= int(b.d.Tokens[i-1].Start) {
		b.blocks = b.blocks[1:]
	}
	if len(b.blocks) > 0 && b.blocks[0].Start <= int(end) && b.blocks[0].Start >= int(start) {
		return true
	}
	lines := 0
	for k, c := range b.d.Text[start:end] {
		switch c {
		case '\n', '\u2029', '\f', '\v':
			lines++
		case '\r':
			if k := int(start) + k + 1; k >= int(end) || b.d.Text[k] != '\n' {
				lines++
			}
		}
	}
	switch lines {
	case 0:
		return false
	case 1:
		return !b.wrapped(i)
	}
	return true
}

// wrapped reports whether the single line break before token i only keeps lines short.
func (b *breaker) wrapped(i int32) bool {
	text := b.d.Text
	end := int(b.d.Tokens[i-1].End)
	line := end - 1 - strings.LastIndexByte(text[max(0, end-400):end], '\n') - max(0, end-400)
	_, before := look(b.d.Word(i - 1))
	_, next := look(b.d.Word(i))
	if next == shBullet || next == shDash {
		return false
	}
	if b.width > 0 && line+1+b.d.Span(i).Len() > b.width-8 && line <= b.width {
		return true
	}
	// Not a wrapped text, or a short line of one: only a line that cannot have ended goes on.
	return next == shLower && line >= 40 && (before == shLower || before == shComma)
}

// wrapWidth is the length of the longest lines of a hard-wrapped text, 0 for a text with a paragraph a
// line. In a wrapped text lines are under 100 characters (mail and agency wires: 65 to 80) and, but for
// the last of each paragraph, end without a stop and go on in lower case.
func wrapWidth(text string) int {
	width, long, cut, full := 0, 0, 0, 0
	for start := 0; start < len(text); {
		n := strings.IndexByte(text[start:], '\n')
		if n < 0 {
			n = len(text) - start
		}
		line := strings.TrimRight(text[start:start+n], " \t\r")
		start += n + 1
		if len(line) < 40 {
			continue
		}
		full++
		if len(line) > 100 {
			long++
			continue
		}
		width = max(width, len(line))
		last, _ := utf8.DecodeLastRuneInString(line)
		if start < len(text) && (unicode.IsLetter(last) || last == ',') {
			if r, _ := utf8.DecodeRuneInString(text[start:]); unicode.IsLower(r) {
				cut++
			}
		}
	}
	if cut < 2 || cut*4 < full || long*5 > full {
		return 0
	}
	return width
}

// look is the hash of the word in lower case, and its shape.
func look(w string) (uint32, shape) {
	h := uint32(2166136261) // FNV-1a
	up, low, dig, other := 0, 0, 0, 0
	for i := 0; i < len(w) && i < 32; i++ {
		c := w[i]
		switch k := class[c]; {
		case k&upper != 0:
			up++
			c += 'a' - 'A'
		case k&lower != 0:
			low++
		case k&digit != 0:
			dig++
			c = '0'
		default:
			other++
		}
		h = (h ^ uint32(c)) * 16777619
	}
	return h, shapeOf(w, up, low, dig, other)
}

// shapeOf is the shape of a word by how many capitals, small letters, digits and other characters it has.
func shapeOf(w string, up, low, dig, other int) shape {
	c := w[0]
	switch {
	case other == 0 && dig == 0:
		switch {
		case up == 0:
			return shLower
		case low == 0 && up == 1:
			return shLetter
		case low == 0:
			return shUpper
		case class[c]&upper != 0:
			return shCapital
		}
		return shMixed
	case up+low+dig == 0:
		return markShape(w)
	case class[c]&digit != 0 || dig > up+low:
		return shNumber
	case w[len(w)-1] == '.':
		if up+low == 1 {
			return shInitial
		}
		return shAbbreviation
	case c == '\'' || c == '@' || c == '#' || c == 0xe2 || len(w) <= 5 && strings.HasSuffix(w, "t") && low+up < len(w):
		if c == '@' || c == '#' {
			return shAddress
		}
		return shClitic
	case len(w) > 6 && (strings.Contains(w, "://") || strings.Contains(w, "www.") || strings.IndexByte(w, '@') > 0):
		return shAddress
	case class[c]&upper != 0 && low > 0:
		return shCapital
	case class[c]&upper != 0:
		return shUpper
	case class[c]&lower != 0:
		return shLower
	}
	if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
		return shCapital
	}
	return shLower
}

// markShape is the shape of a token without ASCII letters or digits.
func markShape(w string) shape {
	r, n := utf8.DecodeRuneInString(w)
	switch r {
	case '.':
		if len(w) > 1 {
			return shEllipsis
		}
		return shStop
	case '…':
		return shEllipsis
	case '!', '?', '。', '？', '！', '؟', '।':
		return shQuestion
	case ',', '،', '、':
		return shComma
	case ':':
		if n < len(w) {
			return shSymbol
		}
		return shColon
	case ';':
		if n < len(w) {
			return shSymbol
		}
		return shSemicolon
	case '-', '–', '—', '―':
		return shDash
	case '"', '“', '‘', '«', '„', '`', '\'':
		return shOpenQuote // straight marks are told apart by the breaker
	case '”', '’', '»':
		return shCloseQuote
	case '(', '[', '{':
		return shOpen
	case ')', ']', '}':
		return shClose
	case '•', '*', '·', '●', '▪', '■', '►', '‣', '◦', '○', '→', '✔':
		return shBullet
	}
	if unicode.IsUpper(r) {
		return shCapital
	}
	if unicode.IsLetter(r) || unicode.IsMark(r) {
		return shLower
	}
	return shSymbol
}

// state keeps the open quotation marks and brackets, and tells a straight mark that closes.
func (b *breaker) state(i int32) {
	sh := &b.shapes[i-b.paragraph]
	switch *sh {
	case shOpenQuote:
		if c := b.d.Text[b.d.Tokens[i].Start]; c == '"' || c == '\'' {
			closes := b.quote && c == '"'
			if c == '\'' {
				closes = i > b.paragraph && b.d.Tokens[i-1].End == b.d.Tokens[i].Start
			}
			if closes {
				*sh = shCloseQuote
			}
			if c == '"' {
				b.quote, b.quoteAt = !b.quote, i
			}
			return
		}
		b.quote, b.quoteAt = true, i
	case shCloseQuote:
		b.quote = false
	case shOpen:
		b.bracket = true
	case shClose:
		b.bracket = false
	}
}
