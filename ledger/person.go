package ledger

import (
	"fmt"
	"strings"

	"sayso/resolve"
)

// comparePersons never joins on a family name alone. Names that only sound alike need an office or affiliation that is the same.
func comparePersons(ea *entry, a *sourceItem, eb *entry, b *sourceItem) (Verdict, string, float32) {
	tied := sameOffice(a, b)
	if opensLonger(&a.person, &b.person) || opensLonger(&b.person, &a.person) {
		switch far := daysApart(ea, eb) / 365; {
		case tied && far <= 2:
			return Same, fmt.Sprintf("the one name opens the other, and the same office: “%s”, %s, and “%s”, %s", a.s.Name, office(a), b.s.Name, office(b)), .85
		case far <= 1 && !otherOffices(a, b) && dot(ea.vec, eb.vec) >= oneMatter:
			return PossiblySame, fmt.Sprintf("the one name opens the other, “%s” and “%s”, in reports of one matter, but no office that both have", a.s.Name, b.s.Name), .55
		}
	}
	family := familyLike(&a.person, &b.person, tied)
	if family == notLike {
		return Distinct, fmt.Sprintf("“%s” and “%s” have different family names", a.s.Name, b.s.Name), 0
	}
	years, matter := daysApart(ea, eb)/365, dot(ea.vec, eb.vec) >= oneMatter
	switch given := givenLike(&a.person, &b.person); {
	case given == notLike && family == speltLike && matter && years <= 1 && a.chair.key != 0 && a.chair.key == b.chair.key && tied && alikeGiven(&a.person, &b.person):
		return Same, fmt.Sprintf("one family name, one office that one person holds and given names that may be one's, in reports of one matter: “%s” and “%s”", a.s.Name, b.s.Name), .7
	case given == notLike && family == speltLike && matter && years <= 1 && tied && crossedGiven(&a.person, &b.person):
		return Same, fmt.Sprintf("one family name and office, and the given name of the one is the middle name of the other: “%s”, %s, and “%s”, %s", a.s.Name, office(a), b.s.Name, office(b)), .7
	case given == notLike && family == speltLike && matter && years <= 1 && a.chair.key != 0 && a.chair.key == b.chair.key && tied:
		return PossiblySame, fmt.Sprintf("one family name and one office that one person holds, but two given names: “%s”, %s, and “%s”, %s", a.s.Name, office(a), b.s.Name, office(b)), .5
	case given == notLike:
		return Distinct, fmt.Sprintf("“%s” and “%s” have the family name alone in common", a.s.Name, b.s.Name), 0
	case given == speltLike && family == speltLike:
		if len(a.affil) > 0 && len(b.affil) > 0 && shared(a.affil, b.affil) == 0 && len(a.role) > 0 && len(b.role) > 0 && shared(a.role, b.role) == 0 {
			return PossiblySame, fmt.Sprintf("one name, but “%s” is %s and the other %s", a.s.Name, office(a), office(b)), .5
		}
		return Same, fmt.Sprintf("the same name, “%s” and “%s”", a.s.Name, b.s.Name), .9
	case given != noGiven && tied && years <= 2:
		return Same, fmt.Sprintf("one name in two spellings and the same office: “%s”, %s, and “%s”, %s", a.s.Name, office(a), b.s.Name, office(b)), .85
	case given == soundsLike && matter && years <= 1 && sameLetters(&a.person, &b.person) && !otherOffices(a, b):
		return Same, fmt.Sprintf("one name in two spellings, in reports of one matter that give it no two offices: “%s”, %s, and “%s”, %s", a.s.Name, office(a), b.s.Name, office(b)), .75
	case given != noGiven && matter && years <= 1:
		return PossiblySame, fmt.Sprintf("names that sound the same, “%s” and “%s”, in reports of one matter, but no office that both have", a.s.Name, b.s.Name), .55
	case given == noGiven && tied && years <= 2:
		return Same, fmt.Sprintf("the same family name and office: “%s”, %s, and “%s”, %s", a.s.Name, office(a), b.s.Name, office(b)), .8
	case given == noGiven && matter && years <= 1:
		return PossiblySame, fmt.Sprintf("the same family name, “%s” and “%s”, in reports of one matter, but no given name or office for both", a.s.Name, b.s.Name), .5
	}
	return Distinct, fmt.Sprintf("“%s” and “%s” have the family name alone in common", a.s.Name, b.s.Name), 0
}

// opensLonger reports whether a name of two words is how one of three or more opens, where two family names may be given or the first alone:
// "Ruben Ansa", "Ruben Ansa Toral".
func opensLonger(short, long *personName) bool {
	return len(short.given) == 1 && len(long.given) == 2 && len(short.family) > 2 && short.given[0] == long.given[0] && short.family == long.given[1]
}

// sameLetters reports whether two names with a given name of four letters or more differ only as one name does in Latin letters: doubled letters,
// "ee" and "i", "k" and "q". "Ellen" and "Allen" are two.
func sameLetters(a, b *personName) bool {
	if len(a.given) != len(b.given) || len(a.given) == 0 || min(len(a.given[0]), len(b.given[0])) < 4 || familyLike(a, b, false) == notLike {
		return false
	}
	for i := range a.given {
		if a.sounds[i] != b.sounds[i] || es(a.given[i]) != es(b.given[i]) {
			return false
		}
	}
	return true
}

// es is how often "e" stands in a word but for "ee" and "ie", which are "i".
func es(w string) int {
	return strings.Count(w, "e") - 2*strings.Count(w, "ee") - strings.Count(w, "ie")
}

// otherOffices says whether two persons have offices that are not one: two countries', or two nouns that are no two words for one.
func otherOffices(a, b *sourceItem) bool {
	if a.country != "" && b.country != "" && a.country != b.country {
		return true
	}
	return len(a.role) > 0 && len(b.role) > 0 && shared(a.role, b.role) == 0 && !kinOffices(a.role, b.role)
}

// kinOffices reports whether two offices are called by two words for one: "top prosecutor", "attorney general".
func kinOffices(a, b []uint32) bool {
	for _, kin := range officeKin {
		if anyIn(a, kin) && anyIn(b, kin) {
			return true
		}
	}
	return false
}

// officeKin are nouns of offices that reports in English call one office by.
var officeKin = []map[uint32]bool{
	setOfStems("prosecutor attorney"), setOfStems("auditor comptroller"), setOfStems("premier prime chancellor"), setOfStems("diplomat foreign"),
}

// sameOffice says whether both are said to have an office, and it is one and not those of two countries.
func sameOffice(a, b *sourceItem) bool {
	if a.country != "" && b.country != "" && a.country != b.country {
		return false
	}
	return shared(a.role, b.role) >= .6 || shared(a.office, b.office) >= .6 && min(len(a.office), len(b.office)) > 1
}

func office(s *sourceItem) string {
	if o := strings.TrimSpace(s.s.Affiliation + " " + s.s.Role); o != "" {
		return "“" + o + "”"
	}
	return "without an office"
}

// postOf is whose office a person has and which: "Norland's foreign minister", of a holder who is named or of the office alone; "" where it is not said whose.
func postOf(s *resolve.Source) string {
	words := s.Role
	if s.Name == "" {
		words = s.Description
	}
	fields := strings.Fields(strings.ReplaceAll(mainPhrase(words), "’", "'"))
	if s.Anonymous || len(fields) == 0 || indefinite[strings.ToLower(fields[0])] { // no word is left of "”"
		return ""
	}
	var b body
	if strings.EqualFold(fields[0], "the") {
		fields = fields[1:]
	}
	fields = b.takeCountry(b.takeOwners(fields))
	if b.owner == "" || len(fields) == 0 || len(fields) > 4 {
		return ""
	}
	return fmt.Sprint(b.owner, " ", joinHash(0, stemsOf(strings.Join(fields, " "))))
}

// countryIn is the code of the first country that the words name, or whose people's; "" without one.
func countryIn(words string) string {
	if all := countriesNamed(words, 1); len(all) > 0 {
		return all[0]
	}
	return ""
}

// countryMarks stand beside a country's name; a stop is part of "U.S.".
const countryMarks = ",;:()\"“”"

// countriesNamed is the codes of at most so many countries that the words name, or whose people's, in their order.
func countriesNamed(words string, most int) (all []string) {
	fields := strings.Fields(strings.ReplaceAll(words, "’", "'"))
	for i, f := range fields {
		f = trimOwner(strings.Trim(f, countryMarks))
		code := ""
		if i+1 < len(fields) {
			code = countryOf(f + " " + trimOwner(strings.Trim(fields[i+1], countryMarks)))
		}
		if code == "" {
			code = countryOf(f)
		}
		if code != "" {
			if all = append(all, code); len(all) == most {
				break
			}
		}
	}
	return all
}
