package ledger

import (
	"fmt"
	"strings"
	"unicode"

	"sayso/resolve"
)

// isBody says whether a source is an organisation, an outlet or a movement that its words tell from others.
func (s *sourceItem) isBody() bool { return s.body.name != "" && s.s.Kind != resolve.Person }

// bodyKeys adds the keys by which a body is looked for: its name, with whose it is, and its letters.
func (s *sourceItem) bodyKeys(keys []uint32) []uint32 {
	b := &s.body
	if b.name == "" || s.s.Kind == resolve.Person && len(s.role) > 0 || b.small && !strings.Contains(b.name, " ") && b.owner == "" {
		return keys
	}
	keys = append(keys, hashString("body "+b.name))
	if b.owner != "" {
		keys = append(keys, hashString("body "+b.name+" of "+b.owner))
	}
	if b.letters != "" {
		keys = append(keys, hashString("body "+b.letters))
	} else if short := initials(s.s.Name); len(short) > 2 {
		keys = append(keys, hashString("body "+short))
	}
	return keys
}

// compareBodies is for organisations and outlets: the name decides, and whose it is where there are many of the name.
func compareBodies(ea *entry, a *sourceItem, eb *entry, b *sourceItem) (Verdict, string, float32) {
	x, y := &a.body, &b.body
	words := fmt.Sprintf("“%s” and “%s”", a.spoken(), b.spoken())
	one := x.name == y.name || x.letters != "" && (x.letters == y.letters || x.letters == y.name) || y.letters != "" && y.letters == x.name
	many := x.common || y.common
	switch {
	case one && (many && x.owner != "" && y.owner != "" && x.owner != y.owner || (x.task && y.task || ofStates(x, y)) && ownersApart(x.owner, y.owner)):
		return Distinct, fmt.Sprintf("%s are bodies of one name, of %s and of %s", words, ownerLabel(x.owner), ownerLabel(y.owner)), 0
	case one && (!many || x.owner != "" && x.owner == y.owner):
		return Same, "the same name, " + words, .9
	case one && (x.small || y.small || onlyOnes[x.name]) && !strings.Contains(x.name, " "):
		return Distinct, words + " are words that any such body is called by", 0
	case one && (x.owner == "") == (y.owner == "") && !(x.small && daysApart(ea, eb) > 365):
		if dot(ea.vec, eb.vec) >= oneMatter || !x.small && !y.small && ea.publisher == eb.publisher {
			return Same, "the same name in reports of one matter, " + words, .7
		}
		return PossiblySame, words + " are called the same, but not surely of the same country or body", .4
	case one:
		return PossiblySame, fmt.Sprintf("%s, but only of one it is said whose it is", words), .45
	case initials(a.s.Name) == y.name || initials(b.s.Name) == x.name:
		return PossiblySame, fmt.Sprintf("“%s” may be short for “%s”", shorter(a.s.Name, b.s.Name), longer(a.s.Name, b.s.Name)), .6
	case x.small && y.small && a.s.Name == "" && b.s.Name == "" && x.owner == y.owner:
		return compareOffices(ea, a, eb, b)
	}
	return Distinct, "different names, " + words, 0
}

// ofStates says whether bodies of one name of several words are of a state or of the community of states each: the Fijian Red Crescent, the
// Tongan Red Crescent. A movement is one whosever reports call it.
func ofStates(x, y *body) bool {
	state := func(owner string) bool {
		return shownCountry(owner) != "" || ownerWords[owner] == owner || ownerWords[owner+"s"] == owner
	}
	return strings.Contains(x.name, " ") && state(x.owner) && state(y.owner)
}

// compareKinds is for a name that one report takes for a person's and another for a body's, as with outlets: the whole name
// must be the same, and be no person's.
func compareKinds(a, b *sourceItem) (Verdict, string, float32) {
	if a.s.Kind == resolve.Person {
		a, b = b, a
	}
	if x, y := &a.body, &b.body; x.name == y.name && x.name != "" && !x.common && len(b.role) == 0 && strings.Contains(b.s.Name, " ") {
		return Same, fmt.Sprintf("the same name, “%s” and “%s”", a.label, b.label), .8
	}
	return Distinct, fmt.Sprintf("“%s” is %s, “%s” %s", a.label, kindPhrase(a.s.Kind), b.label, kindPhrase(b.s.Kind)), 0
}

// ownerLabel is a country by its name, or whose else a body is.
func ownerLabel(owner string) string {
	if name := shownCountry(owner); name != "" {
		return name
	}
	return OutletLabel(owner)
}

func initials(s string) string {
	var b strings.Builder
	for _, w := range strings.Fields(s) {
		if r := []rune(w)[0]; unicode.IsUpper(r) {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	if b.Len() < 2 {
		return "-"
	}
	return b.String()
}
