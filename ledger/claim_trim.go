package ledger

import (
	"regexp"
	"slices"
	"strings"

	"sayso/article"
	"sayso/read"
	"sayso/resolve"
)

// trimmed is a content without what only joins it to its sentence: a dateline, "that", "but", "however,", a relative pronoun that
// stands apart, a comma at its end.
func (x *extractor) trimmed(spans []article.Span) []article.Span {
	text := x.a.Text
	out := append([]article.Span(nil), spans...)
	for len(out) > 1 && relatives[strings.ToLower(strings.TrimSpace(out[0].Text(text)))] {
		out = out[1:]
	}
	first := &out[0]
	if at := x.behindDateline(*first); at < first.End {
		first.Start = at
	}
	for n := joint(first.Text(text)); n > 0; n = joint(first.Text(text)) {
		first.Start += n
	}
	last := &out[len(out)-1]
	for last.End > last.Start+1 && strings.IndexByte(" ,;:", text[last.End-1]) >= 0 {
		last.End--
	}
	return out
}

// unsourced is a content without a clause that only says whom its source cites: "The plan … which cited two officials".
func (x *extractor) unsourced(spans []article.Span) []article.Span {
	if n := len(spans); n > 1 {
		if ws := x.within(spans[n-1]); len(ws) > 1 && (citing[ws[0].hash] || relative[ws[0].hash] && citing[ws[1].hash]) {
			return spans[:n-1]
		}
	}
	return spans
}

// beforeReport is a content without the clause that tells what the press had reported when it was said: "a review of the ward[ after a newspaper revealed that
// …]".
func (x *extractor) beforeReport(att int32, spans []article.Span) []article.Span {
	if att < 0 {
		return spans
	}
	last := spans[len(spans)-1]
	for i := range x.e.r.Attributions {
		o := &x.e.r.Attributions[i]
		if int32(i) == att || len(o.Source) != 1 || len(o.Cue) == 0 || len(o.Chain) == 0 || !last.Contains(o.Source[0]) || o.Cue[0].Start < o.Source[0].End {
			continue
		}
		before := x.a.Text[last.Start:o.Source[0].Start]
		for _, w := range [...]string{" after ", " when ", " once "} {
			if s := sourceByID(x.e.r, o.Chain[len(o.Chain)-1]); strings.HasSuffix(before, w) && len(before) > len(w) && s != nil && s.Kind == resolve.Outlet {
				out := slices.Clone(spans)
				out[len(out)-1].End = o.Source[0].Start - len(w)
				return out
			}
		}
	}
	return spans
}

// unaddressed is a content of nobody's without the one to whom it was said: "that the dam could fail" of "the ministry was warned that the dam could
// fail".
func (x *extractor) unaddressed(att int32, spans []article.Span) []article.Span {
	if att < 0 || len(spans) < 2 || len(x.e.r.Attributions[att].Source) > 0 || !strings.HasPrefix(spans[1].Text(x.a.Text), "that ") || x.clause(spans[:1], x.within(spans[0])) {
		return spans
	}
	return spans[1:]
}

// intends reports whether somebody promises or threatens to do something in a word: "vowed to appeal", "threatened to strike".
func (x *extractor) intends(att int32, ws []word) bool {
	st := x.e.r.Attributions[att].Stance
	return (st == read.Promises || st == read.Threatens) && len(ws) > 1 && ws[0].hash == toWord
}

// rulesOut reports whether an attribution rules something out: "ruled out a recall".
func (x *extractor) rulesOut(att int32) bool {
	cue := " " + strings.ToLower(joinSpans(x.a.Text, x.e.r.Attributions[att].Cue))
	return strings.Contains(cue, " rule") && strings.HasSuffix(cue, " out")
}

// cueWarns reports whether an attribution is of a warning: "warned of faulty cables".
func (x *extractor) cueWarns(att int32) bool {
	return slices.ContainsFunc(x.e.r.Attributions[att].Cue, func(s article.Span) bool {
		return slices.ContainsFunc(x.within(s), func(w word) bool { return warning[w.hash] })
	})
}

var warning = setOfWords("warned warns warn warning")

// withVerb is a phrase with its verb where the words say nothing without it: "raised [the toll to four]", "put [the number at three]", "warned of [faulty
// cables]".
func (x *extractor) withVerb(att int32, spans []article.Span) []article.Span {
	if att < 0 || len(spans) != 1 {
		return spans
	}
	a := &x.e.r.Attributions[att]
	if len(a.Cue) != 1 || len(a.Source) == 0 || a.Source[0].Start > a.Cue[0].Start || a.Cue[0].End+1 != spans[0].Start {
		return spans
	}
	cue := x.within(a.Cue[0])
	count := countPhrase.MatchString(strings.ToLower(spans[0].Text(x.a.Text)))
	for i, w := range cue {
		if count && i == len(cue)-1 && raising[w.hash] || i == len(cue)-2 && warning[w.hash] && ofWords[cue[i+1].hash] && !x.clause(spans, x.within(spans[0])) {
			return []article.Span{{Start: w.Start, End: spans[0].End}}
		}
	}
	return spans
}

var (
	raising     = setOfWords("raise raises raised lower lowers lowered cut cuts revise revises revised increase increases increased reduce reduces reduced update updates updated upped put puts gave gives")
	countPhrase = regexp.MustCompile(`^(?:the |its |their |a |an )?(?:[a-z'’-]+ ){0,3}(?:toll|number|numbers|figure|total|count|tally|estimate|crowd|turnout|cost|damage|dead|injured|missing|wounded)\b.* (?:to|at|as|from|by) `)
)

var relatives = setOf("which who that whom")

// joint is how many bytes of s only join it to what stands before, 0 where it begins with what it says or says nothing else.
func joint(s string) int {
	if rest := strings.TrimLeft(s, " ,;"); len(rest) < len(s) && rest != "" {
		return len(s) - len(rest)
	}
	if n := len(howLong.FindString(s)); n > 0 { // "denied for several days that the plane was hit"
		return n
	}
	for _, j := range joints {
		if n := len(j); len(s) > n && strings.EqualFold(s[:n], j) && s[n:] != "" {
			return n
		}
	}
	return 0
}

var howLong = regexp.MustCompile(`^(?:for )?(?:[a-z]+ )?(?:hour|day|week|month|year)s?(?: ago| before| earlier)? that `)

var joints = []string{"that ", "and that ", "but that ", "but ", "and ", "yet ", "however, ", "meanwhile, ", "moreover, ", "furthermore, ", "in addition, ", "nevertheless, ", "still, ", "also, "}
