package ledger

import (
	"regexp"
	"slices"
	"strings"

	"sayso/article"
	"sayso/read"
	"sayso/resolve"
)

// Which words of a report a claim has.

// isHeadline reports whether s stands in the headline that a text opens with.
func isHeadline(text string, s article.Span) bool { return s.Start < article.Headline(text) }

// subheading reports whether a passage ends a short line of its own that no mark ends, before a paragraph that one does: "16:45 Drone count
// rises".
func subheading(text string, s article.Span) bool {
	from := strings.LastIndexByte(text[:s.Start], '\n') + 1
	line, rest, _ := strings.Cut(text[from:], "\n")
	line = strings.TrimSpace(line)
	if line == "" || from+len(line) > s.End+1 || len(strings.Fields(line)) > subheadingWords || strings.ContainsAny(line[len(line)-1:], ".!?\":;,)") || strings.HasSuffix(line, "”") {
		return false
	}
	below, _, _ := strings.Cut(strings.TrimSpace(rest), "\n")
	below = strings.TrimSpace(below)
	return strings.HasSuffix(below, ".") || strings.HasSuffix(below, "\"") || strings.HasSuffix(below, "”")
}

// subheadingWords is how many words a heading between paragraphs has at most.
const subheadingWords = 12

// unnamedWords say that somebody is not named.
var unnamedWords = regexp.MustCompile(`(?i)\b(?:not (?:to )?be (?:named|identified|quoted)|(?:condition of|requested|granted|insisted on|asked for|given) anonymity|not authori[sz]ed to (?:speak|discuss|talk|comment))\b`)

// accountThat is what an account says that is denied, where its day parts the two: "contradicts the town hall's statement [on Monday] that he acted on advice".
func (x *extractor) accountThat(att int32, spans []article.Span) []article.Span {
	if att < 0 || len(spans) != 2 || x.e.r.Attributions[att].Stance != read.Denies || !strings.HasPrefix(spans[1].Text(x.a.Text), "that ") {
		return spans
	}
	ws := x.within(spans[0])
	if len(ws) == 0 || len(ws) > 6 || !accountStems[ws[len(ws)-1].stem] {
		return spans
	}
	return spans[1:]
}

// welcomes reports whether an attribution names what its source is glad or sorry of: "tanker owners welcomed reports that warships may come".
func (x *extractor) welcomes(a *resolve.Attribution) bool {
	return len(a.Cue) > 0 && a.Form == read.Indirect && slices.ContainsFunc(x.within(a.Cue[len(a.Cue)-1]), func(w word) bool { return welcoming[w.stem] })
}

var welcoming = setOfStems("welcome welcomed welcomes welcoming cheer cheered cheers hail hailed hails applaud applauded applauds celebrate celebrated celebrates lament lamented laments")
