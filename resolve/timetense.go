package resolve

import "sayso/parse"

// tense is 1 where the clause of the current expression speaks of the future, −1 of the past, 0
// where it does not say. The tree is asked first, then the words around.
func (c *clock) tense() int {
	d := c.w.m.Doc
	first := d.TokenAt(c.t.Span.Start)
	if int(first) >= len(d.Tokens) {
		return 0
	}
	last := max(d.TokenAt(c.t.Span.End-1), first)
	t := c.treeTense(c.w.headOf(c.t.Span))
	c.shifted = t == wasTo
	if c.shifted {
		c.by = "what was to come"
		return 0
	}
	if first > 0 && (t >= 0 || !c.perfect(first)) {
		switch lower(d.Word(first - 1)) {
		case "until", "till", "by", "effective", "payable": // "signed a truce until Tuesday"; not "until Tuesday they had not met"
			t = 1
		case "to", "for":
			if c.movedTo(first) {
				t = 1
			}
		}
	}
	if t == 0 {
		s := d.Sentences[d.Tokens[first].Sentence]
		t = c.look(first-1, max(s.First, first-10), -1)
		if t == 0 {
			t = c.look(last+1, min(s.End-1, last+10), 1)
		}
	}
	switch {
	case t < 0:
		c.by = "past tense"
	case t > 0:
		c.by = "future tense"
	}
	return t
}

// movedTo reports whether the preposition before token first says to which time a thing was moved: "brought forward to noon on Sunday", "rescheduled for
// Saturday".
func (c *clock) movedTo(first int32) bool {
	d := c.w.m.Doc
	for i, n := c.w.headOf(c.t.Span), 0; i >= 0 && n < 4; i, n = d.Tokens[i].Head, n+1 {
		if d.Tokens[i].UPOS == parse.VERB {
			return moving[d.Tokens[i].Lemma] && first-i < 6 && i < first
		}
	}
	return false
}

// moving are verbs that put a thing to another time.
var moving = words(`move bring push put shift reschedule postpone delay set`)

// perfect reports whether a past perfect stands close to token i.
func (c *clock) perfect(i int32) bool {
	d := c.w.m.Doc
	s := d.Sentences[d.Tokens[i].Sentence]
	for k := max(s.First, i-8); k < min(s.End, i+8); k++ {
		if lower(d.Word(k)) == "had" {
			return true
		}
	}
	return false
}

// treeTense climbs from token i to the verbs above it until one tells its tense. "Scheduled for
// Friday" and "the plan for Friday" point forward whatever their own tense.
func (c *clock) treeTense(i int32) int {
	d := c.w.m.Doc
	at := i
	for n := range 6 {
		h := d.Tokens[i].Head
		if h < 0 {
			return 0
		}
		l := d.Tokens[i].Label
		i = h
		if x := d.Child(i, parse.Ccomp); x >= 0 && x < at && at < i {
			i = x // "The ward would move to Melk, 60 kilometres away, in September, an official said"
		}
		t := &d.Tokens[i]
		if lower(d.Word(i)) == "expired" {
			return -1 // "after the truce expired on Saturday"
		}
		if planning(t.Lemma) && (l == parse.Obl || l == parse.OblUnmarked || l == parse.Nmod || l == parse.NmodUnmarked || l == parse.Xcomp || l == parse.Advcl || l == parse.Obj || l == parse.Nsubj) {
			return 1
		}
		if n == 1 && (l == parse.Obj || l == parse.NsubjPass) && c.callsOff(i) { // "called off Thursday's strike", not "a player over Saturday's brawl"
			return 1
		}
		if r := d.Child(i, parse.ACLRelcl); r >= 0 && t.UPOS == parse.NOUN && c.verbTense(r) < 0 {
			return -1 // "strikes on Wednesday in which 14 people were killed"
		}
		if t.UPOS == parse.VERB || t.UPOS == parse.AUX || d.Child(i, parse.Cop) >= 0 {
			if v := c.verbTense(i); v != 0 {
				return v
			}
		}
	}
	return 0
}

// callsOff reports whether the verb at token i stops or puts off what has not been yet.
func (c *clock) callsOff(i int32) bool {
	d := c.w.m.Doc
	switch d.Tokens[i].Lemma {
	case "cancel", "postpone", "scrap", "defer":
		return true
	case "call", "put":
		return int(i)+1 < len(d.Tokens) && lower(d.Word(i+1)) == "off"
	}
	return false
}

// wasTo is the tense of what was planned then, "was due to meet on Friday": it lies ahead of the telling or behind it.
const wasTo = 2

// wasToCome says whether token i is what somebody was to do: "was to rule", "were due to be flown home".
func (c *clock) wasToCome(i int32) bool {
	d := c.w.m.Doc
	to := i - 1
	for to > 0 && to > i-4 && d.Tokens[to].XPOS != parse.XTO {
		if d.Tokens[to].UPOS != parse.AUX && d.Tokens[to].UPOS != parse.ADV {
			return false
		}
		to--
	}
	if to < 1 || d.Tokens[to].XPOS != parse.XTO {
		return false
	}
	be := to - 1
	if w := lower(d.Word(be)); w == "due" || w == "set" || w == "scheduled" || w == "expected" || w == "supposed" || w == "about" {
		be--
	}
	w := lower(d.Word(be))
	return w == "was" || w == "were"
}

// verbTense is the tense of the verb, or of the predicate with a copula, at token i.
func (c *clock) verbTense(i int32) int {
	d := c.w.m.Doc
	if c.wasToCome(i) {
		return wasTo
	}
	perfect, be := false, false
	for _, k := range d.Children(i) {
		switch l := d.Tokens[k].Label; l {
		case parse.Aux, parse.AuxPass, parse.Cop:
			switch lower(d.Word(k)) {
			case "will", "'ll", "’ll", "shall", "wo", "would", "should", "may", "might", "must", "can", "could":
				return 1
			case "was", "were", "had", "did", "'d", "’d":
				return -1
			case "has", "have", "'ve", "’ve":
				perfect = true
			case "is", "are", "am", "'re", "’re":
				be = true
			}
		case parse.Mark:
			if lower(d.Word(k)) == "to" && d.Tokens[k].XPOS == parse.XTO {
				return c.infinitive(i)
			}
		}
	}
	switch d.Tokens[i].XPOS {
	case parse.XVBD:
		return -1
	case parse.XVBN:
		if !be {
			return -1
		}
	case parse.XVBZ, parse.XVBP:
		if (c.t.Says.Weekday != 0 && c.t.Says.Month == 0 || (c.t.Says.Day != 0 || c.t.Says.Month != 0) && c.t.Says.Year == 0) && !perfect && scheduled(d.Tokens[i].Lemma) {
			return 1
		}
	case parse.XVBG:
		if be && !perfect {
			return 1
		}
	}
	if perfect {
		return -1
	}
	return 0
}

// scheduled reports whether lemma in the present tells what is fixed for a coming day: "talks start Friday".
func scheduled(lemma string) bool {
	switch lemma {
	case "start", "begin", "end", "open", "close", "meet", "vote", "arrive", "leave", "return", "resume", "sit", "expire", "travel", "go", "take", "convene", "gather", "conclude", "run", "depart":
		return true
	}
	return false
}

// infinitive is the tense of the infinitive at token i: "to meet Friday" lies ahead of its verb,
// but for "is said to have met".
func (c *clock) infinitive(i int32) int {
	for _, k := range c.w.m.Doc.Children(i) {
		if c.w.m.Doc.Tokens[k].Label == parse.Aux && c.w.m.Doc.Word(k) == "have" {
			return -1
		}
	}
	return 1
}

// planning reports whether what hangs on lemma lies ahead: "scheduled for Friday".
func planning(lemma string) bool {
	switch lemma {
	case "schedule", "scheduled", "plan", "planned", "slate", "slated", "expect", "expected", "due", "postpone", "delay", "extend", "deadline", "effective", "payable", "suppose", "supposed", "upcoming", "set", "expire", "await":
		return true
	}
	return false
}

// look is the tense that the first telling word from token i to token end tells.
func (c *clock) look(i, end, step int32) int {
	d := c.w.m.Doc
	for ; (end-i)*step >= 0; i += step {
		if t := tenseOf(d, i); t != 0 {
			return t
		}
	}
	return 0
}

// tenseOf is the tense that token i alone tells.
func tenseOf(d *parse.Doc, i int32) int {
	switch lower(d.Word(i)) {
	case "will", "shall", "'ll", "’ll", "expected", "scheduled", "slated", "planned", "plans", "due", "upcoming", "would", "wo", "should", "may", "might", "until", "expects", "intends", "effective":
		return 1
	case "was", "were", "had", "did", "said", "told", "ago", "since", "been":
		return -1
	}
	if x := d.Tokens[i].XPOS; x == parse.XVBD || x == parse.XVBN {
		return -1
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
