package resolve

import "sayso/parse"

// tense is 1 where the clause of the current expression speaks of the future, −1 of the past, 0
// where it does not say. Words next to the expression decide before its verb: "by Friday", "until May".
func (c *clock) tense() int {
	d := c.w.m.Doc
	first := d.TokenAt(c.t.Span.Start)
	if int(first) >= len(d.Tokens) {
		return 0
	}
	last := max(d.TokenAt(c.t.Span.End-1), first)
	s := d.Sentences[d.Tokens[first].Sentence]
	if t := c.look(first-1, max(s.First, first-10), -1); t != 0 {
		return t
	}
	return c.look(last+1, min(s.End-1, last+10), 1)
}

// look is the tense that the first telling word from token i to token end tells.
func (c *clock) look(i, end, step int32) int {
	d := c.w.m.Doc
	for ; (end-i)*step >= 0; i += step {
		if t := tenseOf(d, i); t != 0 {
			c.by = "past tense"
			if t > 0 {
				c.by = "future tense"
			}
			return t
		}
	}
	return 0
}

// tenseOf is the tense that token i alone tells.
func tenseOf(d *parse.Doc, i int32) int {
	w := d.Word(i)
	switch lower(w) {
	case "will", "shall", "'ll", "’ll", "expected", "scheduled", "slated", "planned", "plans", "due", "upcoming", "would", "wo", "won't", "should", "may", "might", "until", "expects", "intends", "effective":
		return 1
	case "was", "were", "had", "did", "said", "told", "came", "went", "took", "made", "began", "became", "found", "rose", "fell", "left", "met", "won", "lost", "ago", "gave", "held", "got", "saw", "sent", "since", "been":
		return -1
	}
	switch d.Tokens[i].XPOS {
	case parse.XVBD, parse.XVBN:
		return -1
	case parse.XNone:
		if n := len(w); n > 4 && w[n-2:] == "ed" {
			return -1
		}
	}
	return 0
}

// lower is w in small letters; words that are so already cost nothing.
func lower(w string) string {
	for i := range len(w) {
		if 'A' <= w[i] && w[i] <= 'Z' {
			b := []byte(w)
			for j := range b {
				if 'A' <= b[j] && b[j] <= 'Z' {
					b[j] |= 0x20
				}
			}
			return string(b)
		}
	}
	return w
}
