package read

import (
	"strings"

	"sayso/parse"
)

// Who decides with force: courts and their judges, and those who decide by a vote.
var (
	courts     = set(`court judge justice tribunal magistrate jury`)
	assemblies = set(`parliament senate congress assembly legislature council lawmaker legislator senator deputy mp commission committee board cabinet member voter`)
	courtSays  = set(`rule uphold overturn strike dismiss throw reject refuse block halt lift grant deny annul nullify void quash declare invalidate suspend stay bar order allow
	clear reinstate decide find overrule reverse affirm vacate convict acquit sentence jail give let hand side issue deliver`)
	assemblySays = set(`pass approve adopt ratify reject vote endorse override choose elect`)
	noCourt      = set(`department ministry minister secretary official spokesman spokeswoman system reform committee`)
)

// decides reports whether a verb tells what a court or an assembly decides: "ruled" and "rejected" of a judge do what they say, though it is what the judge
// is cited for.
func (f *eventFinder) decides(e *Event) bool {
	t := &f.d.Tokens[e.Head]
	if t.UPOS != parse.VERB || !courtSays[t.Lemma] && !assemblySays[t.Lemma] {
		return false
	}
	for _, a := range e.Actors {
		lemma := strings.ToLower(f.d.Tokens[a].Lemma)
		if courtSays[t.Lemma] && (courts[lemma] || !noCourt[lemma] && f.titled(a)) || assemblySays[t.Lemma] && assemblies[lemma] {
			return true
		}
	}
	return false
}

// titled reports whether a name has a judge's title: "Judge Trevor Orr".
func (f *eventFinder) titled(i int32) bool {
	for _, c := range f.d.Children(i) {
		if c < i && f.d.Tokens[i].UPOS == parse.PROPN && courts[strings.ToLower(f.d.Tokens[c].Lemma)] {
			return true
		}
	}
	return false
}
