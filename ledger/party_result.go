package ledger

import (
	"slices"
	"strings"

	"sayso/article"
)

// Who says what a blow did without telling the blow: the side that struck boasts ("there is nothing left of it"), the side that was struck
// mourns ("our works are in ruins").

// ofResult is the part of a speaker in a content that tells what a blow of the story did: "striking" where only the speaker's side struck in it,
// and what was ruined is not its own; "struck" where only that side was struck, and what was ruined is.
func (v *View) ofResult(sp *speaker, at item, spans []article.Span) string {
	e := v.entries[at.entry]
	ruined, ours := tellsRuin(e.r.Article.Text, spans)
	if !ruined || len(sp.body) == 0 || condemns(e, spans) {
		return ""
	}
	strikes, struck := v.blows(sp, at.entry)
	switch {
	case strikes && !struck && !ours && (sp.forces || sp.rules):
		return "striking"
	case struck && !strikes && ours:
		return "struck"
	}
	return ""
}

// blows says whether the side of a speaker strikes or is struck, by the report; or, where it names the other side and tells nobody's blow, by the
// latest of its story.
func (v *View) blows(sp *speaker, entry int32) (strikes, struck bool) {
	e := v.entries[entry]
	reports, named := []int32{entry}, []uint32(nil)
	if len(e.sides) == 0 {
		story := v.stories[v.storyOf[entry]]
		reports = story[max(0, len(story)-mostSayings):]
	}
	for _, s := range v.blowsIn(reports) {
		if !holds(sp.body, s[0]) && !holds(sp.body, s[1]) {
			continue
		}
		if named == nil && len(e.sides) == 0 {
			named = sideWords(e.r.Article.Text)
		}
		if len(e.sides) > 0 || holds(named, s[0]) && holds(named, s[1]) {
			strikes, struck = strikes || holds(sp.body, s[0]), struck || holds(sp.body, s[1])
		}
	}
	return strikes, struck
}

// tellsRuin reports whether a content tells that something was ruined, and whether that is the speaker's own: "our works are in ruins".
func tellsRuin(text string, spans []article.Span) (ruined, ours bool) {
	for _, s := range spans {
		content := strings.ToLower(s.Text(text))
		if slices.ContainsFunc(resultPhrases, func(p string) bool { return strings.Contains(content, p) }) {
			ruined = true
		}
		for _, w := range words(content) {
			ruined = ruined || resultStems[w.stem]
			switch w.Text(content) {
			case "our", "ours":
				ours = true
			}
		}
	}
	return ruined, ours
}

var (
	resultStems   = setOfStems("destroyed obliterated razed flattened demolished devastated ruined ruins annihilated crippled wrecked pulverised pulverized levelled leveled rubble")
	resultPhrases = []string{"nothing left", "nothing is left", "nothing remains", "wiped out", "perfect hit", "badly damaged", "badly hurt", "gone for good", "knocked out", "taken out", "took it out", "took it all out", "took them out", "set back by", "burned down", "burnt down", "burned to the ground", "burnt to the ground", "heavy damage", "damage is heavy", "damage was heavy"}
)
