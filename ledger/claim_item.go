package ledger

import (
	"sort"
	"strings"

	"sayso/article"
	"sayso/read"
	"sayso/resolve"
)

// claimItem is a statement of one report as links are decided by.
type claimItem struct {
	att      int32          // index of the attribution, or -1 for the report's own voice
	spans    []article.Span // content
	vec      vector
	negative bool
	status   resolve.Status // of the events told, where they agree and it is settled, or ""
	source   int32          // index of the source at the end of its chain, or -1
	figures  []int32        // indexes of the reading's figures inside
	told     []uint32       // stems of the triggers of the events told
	cites    []string       // outlets that it is cited through, folded
}

// claims makes one item of every attribution, and of every sentence in the report's own voice that
// tells an event or a figure.
func (x *extractor) claims() {
	r := x.e.r
	var taken []article.Span
	for i, a := range r.Attributions {
		if a.Stance == read.Declines || a.Stance == read.Asks {
			continue
		}
		x.claim(int32(i), a.Content, a.Stance == read.Denies)
		for _, c := range a.Content {
			taken = append(taken, c)
		}
	}
	for _, n := range r.NonStatements {
		taken = append(taken, n.Span)
	}
	for _, s := range x.ownSentences(taken) {
		x.claim(-1, []article.Span{s}, false)
	}
}

// ownSentences is the sentences with an event or figure that nobody is cited for, outside the
// passages taken, in text order.
func (x *extractor) ownSentences(taken []article.Span) []article.Span {
	var anchors []article.Span
	for _, ev := range x.e.r.Events {
		if ev.Attribution == "" && !ev.Background {
			anchors = append(anchors, ev.Trigger)
		}
	}
	for _, f := range x.e.r.Figures {
		if f.Attribution == "" {
			anchors = append(anchors, f.Span)
		}
	}
	sort.Slice(anchors, func(i, j int) bool { return anchors[i].Start < anchors[j].Start })
	sort.Slice(taken, func(i, j int) bool { return taken[i].Start < taken[j].Start })
	var out []article.Span
	end, next := -1, 0
	for _, an := range anchors {
		if an.Start < end {
			continue
		}
		s := sentenceAround(x.a.Text, an)
		for next < len(taken) && taken[next].End <= s.Start {
			next++
		}
		if next < len(taken) && taken[next].Overlaps(s) {
			continue
		}
		end = s.End
		if t := s.Text(x.a.Text); !strings.HasPrefix(t, "(") || !strings.HasSuffix(t, ")") { // "(Rappler)" credits, and tells nothing
			out = append(out, s)
		}
	}
	return out
}

// maxSentence bounds the search for a sentence's ends, in bytes.
const maxSentence = 1200

// sentenceAround is the sentence that holds s, by its stops.
func sentenceAround(text string, s article.Span) article.Span {
	start, end := s.Start, s.End
	for start > 0 && s.Start-start < maxSentence && !stopsBefore(text, start) {
		start--
	}
	for end < len(text) && end-s.End < maxSentence {
		if text[end] == '\n' || end > 0 && stopsBefore(text, end) {
			break
		}
		end++
	}
	for start < s.Start && (text[start] == ' ' || text[start]&0xC0 == 0x80) {
		start++
	}
	for end > s.End && end < len(text) && text[end]&0xC0 == 0x80 {
		end--
	}
	for end > s.End && text[end-1] == ' ' {
		end--
	}
	return article.Span{Start: start, End: end}
}

// stopsBefore reports whether a sentence ends right before the space or line at i.
func stopsBefore(text string, i int) bool {
	if text[i-1] == '\n' {
		return true
	}
	if i >= len(text) || text[i] != ' ' || i+1 >= len(text) {
		return false
	}
	j := i - 1
	for j > 0 && (text[j] == '"' || text[j] == '\'' || text[j] == ')') {
		j--
	}
	if text[j] != '.' && text[j] != '!' && text[j] != '?' {
		return false
	}
	k := strings.LastIndexAny(text[max(0, j-12):j], " .\n(") + 1 + max(0, j-12)
	next := text[i+1]
	return !abbreviation[strings.ToLower(text[k:j])] && j-k > 1 && !(next >= 'a' && next <= 'z')
}

var abbreviation = setOf("mr mrs ms dr st gen col lt sgt sen rep gov prof jr sr inc ltd co vs no jan feb mar apr aug sept oct nov dec capt maj adm")

func (x *extractor) claim(att int32, spans []article.Span, denies bool) {
	var ws []word
	for _, s := range spans {
		ws = append(ws, x.within(s)...)
	}
	if telling(ws) < 2 {
		return // "the matter" is no claim
	}
	c := claimItem{att: att, spans: spans, vec: vectorOf(ws, 1).less(x.e.vec.strongest(matterStems)), negative: denies != negated(ws)}
	c.status, c.source = x.status(spans, ws), -1
	if att >= 0 {
		c.source = x.sourceIndex(x.e.r.Attributions[att].Chain)
		for _, id := range x.e.r.Attributions[att].Chain {
			if s := sourceByID(x.e.r, id); s != nil && s.Name != "" {
				c.cites = append(c.cites, outletName(s.Name))
			}
		}
		switch x.e.r.Attributions[att].Stance { // what is demanded is not told to be so
		case read.Demands:
			c.status = resolve.Ordered
		case read.Promises:
			c.status = resolve.Planned
		case read.Threatens:
			c.status = resolve.Threatened
		}
	}
	for _, ev := range x.e.r.Events {
		if spansHold(spans, ev.Trigger.Start) {
			for _, w := range x.within(ev.Trigger) {
				c.told = append(c.told, w.stem)
			}
		}
	}
	for i, f := range x.e.r.Figures {
		for _, s := range spans {
			if s.Contains(f.Span) {
				c.figures = append(c.figures, int32(i))
				break
			}
		}
	}
	x.e.claims = append(x.e.claims, c)
}

// telling is how many of ws say something.
func telling(ws []word) int {
	n := 0
	for _, w := range ws {
		if !stopStems[w.stem] {
			n++
		}
	}
	return n
}

// status is that of the first salient event told in spans, or where that one is ongoing or unknown,
// as noun phrases after "ordered" can be, what a word of ws says of it; "" where nothing does.
func (x *extractor) status(spans []article.Span, ws []word) resolve.Status {
	for _, ev := range x.e.r.Events {
		if ev.Salient && spansHold(spans, ev.Trigger.Start) {
			if ev.Status != resolve.Ongoing && ev.Status != resolve.Unknown {
				return ev.Status
			}
			break
		}
	}
	for _, w := range ws {
		if st, ok := statusWords[w.stem]; ok {
			return st
		}
	}
	return ""
}

// statusWords are the commonest words that say how a coming thing stands, by stem.
var statusWords = func() map[uint32]resolve.Status {
	m := map[uint32]resolve.Status{}
	for word, st := range map[string]resolve.Status{"ordered": resolve.Ordered, "authorised": resolve.Authorised, "authorized": resolve.Authorised, "considering": resolve.Considered,
		"weighing": resolve.Considered, "mulling": resolve.Considered, "planning": resolve.Planned, "threatened": resolve.Threatened, "proposed": resolve.Proposed} {
		m[hash32(stem([]byte(word)))] = st
	}
	return m
}()

// otherStatus reports whether the claims tell events of different statuses: that a thing is considered
// and that it is ordered are two claims.
func otherStatus(a, b *claimItem) bool {
	return a.status != "" && b.status != "" && a.status != b.status
}

// open reports whether an event of that status has not happened as far as the report tells.
func open(s resolve.Status) bool {
	switch s {
	case resolve.Ordered, resolve.Authorised, resolve.Planned, resolve.Considered, resolve.Proposed, resolve.Threatened, resolve.Predicted, resolve.Possible:
		return true
	}
	return false
}

var negations = func() map[uint32]bool {
	m := map[uint32]bool{}
	for _, w := range strings.Fields("not no never none neither nor cannot cant dont didnt doesnt wasnt werent isnt arent wont hasnt havent hadnt false untrue deny denied denies") {
		m[hash32([]byte(w))] = true
	}
	return m
}()

// negated reports whether an odd number of negations stands in ws.
func negated(ws []word) bool {
	odd := false
	for _, w := range ws {
		if negations[w.hash] {
			odd = !odd
		}
	}
	return odd
}
