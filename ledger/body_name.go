package ledger

import (
	_ "embed"
	"strings"
)

// The name of a body as it is compared: without articles, in one spelling, the words in any order.

// setName sets the name from what is left of the phrase. Words for what kind of thing it is are left off where a name
// stands beside them: "Vale TV", "the Hearth movement"; and a name before the words of a state's office is whose that is:
// "the Northist health ministry".
func (b *body) setName(fields []string) {
	b.readName(fields)
	if !b.common {
		b.knownOutlet([]string{b.name})
	}
}

// readName is setName for names that are not known.
func (b *body) readName(fields []string) {
	ws := nameWords(fields)
	proper := 0 // words that are no common ones
	b.small = true
	for _, w := range ws {
		b.small = b.small && !w.capital
		if w.capital && !bodyWords[w.low] && !kindWords[w.low] {
			proper++
		}
	}
	end := len(ws)
	for end > 0 && kindWords[ws[end-1].low] {
		end--
	}
	if proper == 0 {
		if end < 2 {
			end = len(ws) // "the group", "the television channel"
		}
		b.name, b.common = joinWords(plainOffice(ws[:end])), true
		return
	}
	if k := ofMission(ws); k > 0 {
		b.name = joinWords(ws[k:])
		return
	}
	if end < len(ws) || !stateWords[ws[len(ws)-1].low] {
		for end > 0 && !ws[end-1].capital && (end < len(ws) || bodyWords[ws[end-1].low]) {
			end-- // "Vale Star rescue service"
		}
	}
	first := 0
	for first+1 < end && !ws[first].capital {
		first++ // "group Vale Rights Watchers"
	}
	name := ws[first:max(end, first+1)]
	if n := len(name); n > 2 && name[n-1].low == "society" {
		name = name[:n-1] // "the Red Crescent Society"
	}
	common := len(name)
	for common > 0 && bodyWords[name[common-1].low] {
		common--
	}
	if common > 0 && common < len(name) && (stateWords[name[len(name)-1].low] || len(name)-common > 1 && isTown(joinWords(name[:common]))) { // "Oslo Civil Defence"
		if b.owner == "" {
			b.owner = singular(joinWords(name[:common]))
		}
		b.name, b.common = joinWords(plainOffice(name[common:])), true
		return
	}
	b.name = singular(joinWords(name))
}

// plainOffice is the name of an office without words that it has in some reports only: "Ministry of National Defence", "Public Health
// Ministry", "Ministry of Foreign Affairs".
func plainOffice(ws []nameWord) []nameWord {
	if len(ws) < 3 || ws[len(ws)-1].low != "ministry" {
		return ws
	}
	var out []nameWord
	for i, w := range ws {
		next := ws[min(i+1, len(ws)-1)].low
		if w.low == "national" && next == "defense" || w.low == "public" && next == "health" || w.low == "affairs" && i > 0 && (ws[i-1].low == "foreign" || ws[i-1].low == "interior") {
			continue
		}
		out = append(out, w)
	}
	return out
}

// ofMission is how many words before the name of a mission only say what kind of thing it is, and whose: "Operation Harbour Light",
// "the EU naval force Harbour Light"; 0 where none do.
func ofMission(ws []nameWord) int {
	k := 0
	for k < len(ws) && missionWords[ws[k].low] {
		k++
	}
	if k == 0 || k == len(ws) || !missionKinds[ws[k-1].low] {
		return 0
	}
	for _, w := range ws[k:] {
		if !w.capital || bodyWords[w.low] {
			return 0
		}
	}
	return k
}

// oneSpelling is the form that stands for a word with several.
func oneSpelling(w string) string {
	if one, ok := sameWord[w]; ok {
		return one
	}
	for _, s := range [...]string{"isation", "ised"} {
		if root, ok := strings.CutSuffix(w, s); ok && len(root) > 4 {
			return root + "iz" + s[2:] // "specialised"
		}
	}
	return w
}

var sameWord = map[string]string{"defence": "defense", "centre": "center", "labour": "labor", "organisation": "organization", "television": "tv"}
