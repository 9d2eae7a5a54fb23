package ledger

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"sayso/resolve"
)

// Unnamed sources across reports.

// exclusiveDays is how long after an exclusive its sources are still cited as those of that one.
const exclusiveDays = 6

// compareUnnamed keeps unnamed sources with their report and outlet unless the wording, the
// exclusive or a quotation ties them.
func compareUnnamed(ea *entry, a *sourceItem, eb *entry, b *sourceItem) (Verdict, string, float32) {
	da, db := a.s.Description, b.s.Description
	alike := shared(a.desc, b.desc)
	count := a.s.Count == b.s.Count
	if why := officesApart(a, b); why != "" {
		return Distinct, why, 0
	}
	if (a.s.Kind == resolve.Document) != (b.s.Kind == resolve.Document) {
		return Distinct, fmt.Sprintf("of “%s” and “%s” one is a document", da, db), 0
	}
	apart := apartForAll(ea, a, eb, b)
	if run := longestRun(a.saysWords, b.saysWords); alike > 0 && (run >= 2*quotationWords || run >= quotationWords && !apart) {
		why := fmt.Sprintf("“%s” and “%s” are cited with the same %d words", da, db, run)
		if a.exclusive != b.exclusive && a.exclusive != "" && b.exclusive != "" && run < 2*quotationWords {
			return PossiblySame, why + fmt.Sprintf(", the one by %s, the other by %s", outletLabel(a.exclusive), outletLabel(b.exclusive)), .5 // who confirms what another has tells it in much the same words
		}
		return Same, why, .8
	}
	if share, _ := overlap(ea.sketch, eb.sketch); share >= muchOfShort && alike >= .5 && count {
		return Same, fmt.Sprintf("“%s” and “%s” stand in the same wording", da, db), .8
	}
	days := daysApart(ea, eb)
	content := dot(a.says, b.says)
	if a.exclusive == b.exclusive && a.exclusive != "" && days <= exclusiveDays {
		if verdict, why, score := compareOfOutlet(ea, a, eb, b); verdict != Distinct {
			return verdict, why, score
		}
	}
	if a.exclusive == b.exclusive && a.exclusive != "" && days <= exclusiveDays && oneGroup(a, b) && dot(ea.vec, eb.vec) >= oneMatter {
		return PossiblySame, fmt.Sprintf("“%s” and “%s”, called alike by %s in reports of one matter, %s apart", da, db, outletLabel(a.exclusive), daysPhrase(days)), .3
	}
	if days <= exclusiveDays && a.exclusive != b.exclusive && compatible(a.s.Count, b.s.Count) && knowTheSame(da, db) && dot(ea.vec, eb.vec) >= oneMatter {
		return PossiblySame, fmt.Sprintf("“%s” of %s and “%s” of %s know of the same, %s apart", da, outletLabel(a.exclusive), db, outletLabel(b.exclusive), daysPhrase(days)), .2
	}
	if days <= exclusiveDays && alike >= .3 && content >= .25 && compatible(a.s.Count, b.s.Count) {
		return PossiblySame, fmt.Sprintf("“%s” of %s and “%s” of %s say much the same, %s apart", da, outletLabel(a.exclusive), db, outletLabel(b.exclusive), daysPhrase(days)), .2 + content/4
	}
	return Distinct, fmt.Sprintf("“%s” of %s and “%s” of %s: unnamed, and nothing ties them", da, outletLabel(a.exclusive), db, outletLabel(b.exclusive)), 0
}

// compareOfOutlet compares two unnamed sources that one outlet cited within a few days.
func compareOfOutlet(ea *entry, a *sourceItem, eb *entry, b *sourceItem) (Verdict, string, float32) {
	da, db := a.s.Description, b.s.Description
	alike, content, count, days := shared(a.desc, b.desc), dot(a.says, b.says), a.s.Count == b.s.Count, daysApart(ea, eb)
	why := fmt.Sprintf("“%s” and “%s”, both sources of %s, %s apart", da, db, outletLabel(a.exclusive), daysPhrase(days))
	switch {
	case count && a.s.Count == 1 && alike >= .3 && content >= .1 && lastWord(da) != lastWord(db) && a.s.Kind == resolve.Person && b.s.Kind == resolve.Person && len(strings.Fields(da)) < 5 && len(strings.Fields(db)) < 5:
		return PossiblySame, why + ", on the same matter, but called two things", .4 + content/4 // "a ministry official", "a ministry spokesman"
	case content < sameWordsOfTwo && apartForAll(ea, a, eb, b):
		if content < .1 {
			break
		}
		return PossiblySame, why + ", in two reports of its own, and what they know of may not be the same", .35
	case count && a.s.Count > 0 && alike >= .5 && content >= .15:
		return Same, why + ", the same number, on the same matter", .6 + content/4
	case count && a.s.Count > 0 && alike == 1 && min(len(a.desc), len(b.desc)) >= calledAlike && dot(ea.vec, eb.vec) >= oneMatter:
		return Same, why + ", the same number, called alike, in reports of one matter", .55
	case count && alike == 1 && len(a.desc) > 1 && a.exclusive != ea.publisher && b.exclusive != eb.publisher && dot(ea.vec, eb.vec) >= oneMatter:
		return Same, why + ", called alike by two reports that retell it", .55
	case count && a.s.Count > 1 && inTheKnow.MatchString(da) && inTheKnow.MatchString(db) && (a.exclusive != ea.publisher || b.exclusive != eb.publisher) && dot(ea.vec, eb.vec) >= oneMatter:
		return Same, why + ", the same number, called nothing but people who know, in reports of one matter", .5
	case count && a.s.Count > 0 && calledTheSame(a, b) && (a.exclusive != ea.publisher || b.exclusive != eb.publisher) && dot(ea.vec, eb.vec) >= oneMatter:
		return Same, why + ", the same number, called alike but for how they know it, in reports of one matter", .5
	case alike >= .3 && content >= .1 && compatible(a.s.Count, b.s.Count):
		return PossiblySame, why + ", on the same matter", .4 + content/4
	}
	return Distinct, "", 0
}

// inTheKnow are descriptions that say how many there may be and how they know, not who they are: "four anonymous sources", "four people with knowledge
// of the chat".
var inTheKnow = regexp.MustCompile(`(?i)^(?:\w+ )?(?:(?:unnamed|anonymous|unidentified|separate|different) )*(?:people|persons?|individuals?|sources?)(?: (?:(?:who|that) (?:have|had|has|are|were) )?(?:direct(?:ly)? )?(?:with|having|familiar|knowledge|briefed|privy|close)\b.*)?$`)

// sameWordsOfTwo is how alike what two are cited for must be that one outlet cites in two reports of its own and of whom it says only that they know.
const sameWordsOfTwo = .8

// apartForAll reports whether one outlet cites two in two reports of its own and says of them only that they know, not of the same thing: they may be
// anybody.
func apartForAll(ea *entry, a *sourceItem, eb *entry, b *sourceItem) bool {
	da, db := a.s.Description, b.s.Description
	return a.exclusive == b.exclusive && ea.publisher == a.exclusive && eb.publisher == b.exclusive && inTheKnow.MatchString(da) && inTheKnow.MatchString(db) && !knowTheSame(da, db)
}

// knowsOf stands before what an unnamed source knows of: "a person with direct knowledge of the talks", "people shown a draft of the audit".
var knowsOf = regexp.MustCompile(`(?i)\b(?:knowledge of|familiar with|briefed on|briefed about|informed about|informed of|privy to|involved in|aware of|shown|who saw|who had seen|seen)\b(.*)`)

// knowTheSame reports whether two descriptions name one thing that they know of, which is more than "the matter".
func knowTheSame(a, b string) bool {
	x, y := knowsOf.FindStringSubmatch(a), knowsOf.FindStringSubmatch(b)
	if x == nil || y == nil {
		return false
	}
	for _, h := range stemsOf(x[1]) {
		if !theMatter[h] && slices.Contains(stemsOf(y[1]), h) {
			return true
		}
	}
	return false
}

// theMatter are words for what somebody knows of that do not say what it is.
var theMatter = setOfStems("matter situation issue thinking it them its plan plans planning decision case subject details discussions deliberations draft copy the of and a")

// calledTheSame reports whether two unnamed sources are called the same where words for how they know it are left out: "two security officials" and "two
// security officials with knowledge of the talks".
func calledTheSame(a, b *sourceItem) bool {
	who := func(s *sourceItem) []uint32 {
		return slices.DeleteFunc(slices.Clone(s.desc), func(h uint32) bool { return anybody[h] })
	}
	x, y := who(a), who(b)
	return len(x) > 0 && slices.Equal(x, y)
}

// calledAlike is in how many words two unnamed groups of one outlet and number must be called alike to be one whatever they are cited for: "two
// officials at the maritime authority".
const calledAlike = 3

// oneGroup reports whether two groups of nobody knows how many are called in the same two words or more: "maritime security sources".
func oneGroup(a, b *sourceItem) bool {
	return a.s.Kind == resolve.Group && b.s.Kind == resolve.Group && a.s.Count == 0 && b.s.Count == 0 && len(a.desc) > 1 && slices.Equal(a.desc, b.desc)
}

// officesApart is why an unnamed source is not another whatever both are cited with: of two countries, or with another office, or "".
func officesApart(a, b *sourceItem) string {
	x, y := countryIn(a.s.Affiliation+" "+a.s.Description), countryIn(b.s.Affiliation+" "+b.s.Description)
	if x != "" && y != "" && x != y {
		return fmt.Sprintf("“%s” is of %s, “%s” of %s", a.label, ownerLabel(x), b.label, ownerLabel(y))
	}
	if p, q := headOffice(a.s.Description), headOffice(b.s.Description); p != 0 && q != 0 && p != q {
		return fmt.Sprintf("“%s” and “%s” have different offices", a.label, b.label)
	}
	return ""
}

// headOffice is the office that a description is of, as a stem, 0 for none: "spokesman" of "a spokesman for the minister's office".
func headOffice(description string) (head uint32) {
	for _, f := range strings.Fields(plainPhrase(description)) {
		low := strings.Trim(strings.ToLower(f), ",.;")
		if aboutOffice[low] {
			break
		}
		head = 0
		if h := stemsOf(low); len(h) == 1 && heldOffices[h[0]] {
			head = h[0]
		}
	}
	return head
}

var (
	aboutOffice = setOf(`for of in at from to with on who that which`)
	heldOffices = setOfStems("minister president spokesman spokesperson spokeswoman ambassador diplomat general colonel governor mayor judge prosecutor commander")
)
