package ledger

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"sayso/article"
	"sayso/read"
)

// A report recalls in passing what its speaker said before, and cites nobody for that again: "admitted the error after weeks of insisting that the
// raid was lawful", "in an about-turn after denials", "walking back her claim that the bridge was closed". What is said now is a claim; what
// was said before is the passage.

// recallings find the passage in a sentence in small letters. That somebody says a thing "after saying" another is a turn where the words put the other
// at first, or he admits the thing.
var recallings = []*regexp.Regexp{
	// "after days of insisting that …", "after initially denying it"
	regexp.MustCompile(`\b(?:after|despite) (?:having )?((?:initially|first|originally|previously|earlier|at first|(?:[a-z]+ )?(?:hours|days|weeks|months|years) of) )?(?:repeatedly |consistently |publicly )?(?:insisting|denying|saying|claiming|maintaining|asserting|stating|suggesting|dismissing|rejecting) [^.;“”"]+`),
	// "after weeks of denials"
	regexp.MustCompile(`\b(?:after|despite) ((?:[a-z-]+ ){0,3})denials?\b`),
	// "reversing her earlier statement", "walked back its claim that …"
	regexp.MustCompile(`\b(?:revers(?:ing|ed)|walk(?:ing|ed) back|backtrack(?:ing|ed) on|retract(?:ing|ed)|recant(?:ing|ed)|withdr(?:awing|ew)|contradicting|correct(?:ing|ed)|revis(?:ing|ed)) ((?:his|her|its|their) |(?:an?|the) (?:earlier|previous|initial|prior|original) )(?:own )?(?:[a-z]+ ){0,2}(?:statements?|accounts?|claims?|assertions?|denials?|descriptions?|positions?|story|version|remarks|stance|insistence)\b[^.;,“”"]*`),
}

// recallWords are words without one of which no sentence recalls so; they cost less to look for.
var recallWords = setOfWords("after despite reversing reversed back backtracking backtracked retracting retracted recanting recanted withdrawing withdrew contradicting correcting corrected revising revised")

// recalls is the passage of a content's sentence that recalls what its source said before, and the content without it.
func (x *extractor) recalls(att int32, spans []article.Span) (article.Span, []article.Span) {
	if att < 0 {
		return article.Span{}, spans
	}
	a := &x.e.r.Attributions[att]
	s := sentenceAround(x.a.Text, spans[0])
	if len(a.Source) == 0 || !s.Contains(a.Source[0]) || !slices.ContainsFunc(x.within(s), func(w word) bool { return recallWords[w.hash] }) {
		return article.Span{}, spans
	}
	said := strings.ToLower(s.Text(x.a.Text))
	for _, r := range recallings {
		found := r.FindStringSubmatchIndex(said)
		if found == nil || len(said) != s.Len() || strings.HasSuffix(said[:found[0]], "not ") || found[2] == found[3] && a.Stance != read.Confirms {
			continue
		}
		at := article.Span{Start: s.Start + found[0], End: s.Start + found[1]}
		if at.Start < a.Source[0].Start { // "After weeks of denials, Norland admitted …"
			end := strings.LastIndexByte(x.a.Text[at.Start:a.Source[0].Start], ',')
			if found[0] > 4 || end < 0 {
				continue
			}
			at.End = at.Start + end
		}
		if at.Contains(article.Span{Start: spans[0].Start, End: spans[0].Start}) {
			continue // what he said before
		}
		if left := x.without(spans, a.Stance, at); left != nil {
			return at, left
		}
	}
	return article.Span{}, spans
}

// without is a content without a passage that recalls what its source said; nil where the passage is of somebody whom the content tells of ("said that
// Orr had resigned after insisting that he would stay"). A content that holds the passage is the source's own where he admits it and the passage
// closes the sentence.
func (x *extractor) without(spans []article.Span, stance read.Stance, at article.Span) []article.Span {
	for i, s := range spans {
		if at.Start < s.Start || at.Start >= s.End {
			continue
		}
		left := strings.TrimRight(x.a.Text[s.Start:at.Start], " ")
		if stance != read.Confirms || !strings.HasSuffix(left, ",") || i+1 < len(spans) {
			return nil
		}
		return append(slices.Clone(spans[:i]), article.Span{Start: s.Start, End: s.Start + len(left) - 1})
	}
	return spans
}

// recalledTurns are the changes of position of which a report gives what was said before in passing.
func (v *View) recalledTurns(n int32, add func(Meeting)) {
	e := v.entries[n]
	for i := range e.claims {
		c := &e.claims[i]
		if c.recall.Len() == 0 || c.unsettled || c.deniesShare() >= turnDenied || !v.ofSomebody(n, i) {
			continue // who denies it still has not turned
		}
		m := Meeting{Kind: Turned, B: v.claimID(int(v.claimOf[v.claimBase[n]+int32(i)])), EarlierWords: v.ref(n, c.recall), LaterWords: v.ref(n, c.spans[0]),
			Changed: v.sourceSetID(int(v.sourceOf[v.sourceBase[n]+c.source]))}
		for k := range e.claims {
			if set := v.claimOf[v.claimBase[n]+int32(k)]; k != i && set >= 0 && c.recall.Contains(e.claims[k].spans[0]) {
				m.A, m.EarlierWords = v.claimID(int(set)), v.ref(n, e.claims[k].spans[0])
			}
		}
		m.Reason = fmt.Sprintf("%s tells that %s said otherwise before (“%s”)", label(e), v.sourceName(m.Changed), clip(c.recall.Text(e.r.Article.Text), 60))
		add(m)
	}
}
