package ledger

import (
	"slices"
	"strings"

	"sayso/resolve"
)

// Who can keep a count by himself: a body, people who act as one, and who holds an office.

// counts reports whether a body or a person in office keeps the figure.
func (k *keeperName) counts() bool { return k.body() || k.inOffice() }

// body reports whether a body gives the figure: it is named as one, what it is called ends with a word for one ("the mines ministry"), or it is
// people who act as one ("the organisers", "doctors at St. Anne's hospital").
func (k *keeperName) body() bool {
	fields := strings.Fields(strings.ToLower(k.label))
	switch {
	case len(fields) == 0:
		return false
	case k.kind == resolve.Organisation || bodyKinds[lastWord(strings.ToLower(k.label))]:
		return true
	case k.kind == resolve.Group:
		return properWords(strings.Fields(k.label)) || namedGroup(strings.Fields(k.label)) || ofBody(fields) || actAsOne(fields) // "Medics Abroad"
	case k.kind == resolve.Document:
		return makerOf(k.label) == "" && fields[0] == "the" && !slices.ContainsFunc(fields, func(w string) bool { return papers[w] || writings[w] }) // "the health directorate"
	}
	return false
}

// writings are nouns for what is written that are no figures.
var writings = setOf("documents document paper papers filing filings letter letters email emails note notes memo video footage website site post posts page book study survey transcript")

// careHouses are the houses that have doctors who count.
var careHouses = setOf("hospital clinic morgue mortuary")

// ofBody reports whether words are for people of a body: "doctors at St. Anne's hospital", "officials of the mines ministry".
func ofBody(fields []string) bool {
	n := len(fields)
	return n > 2 && (bodyKinds[fields[n-1]] || careHouses[fields[n-1]]) && slices.ContainsFunc(fields[1:n-1], func(w string) bool { return w == "at" || w == "of" || w == "from" || w == "in" })
}

// actAsOne reports whether words are for people who speak with one voice: "the organisers", "the state railways". Of "the officials" and "the residents" each
// speaks for himself.
func actAsOne(fields []string) bool {
	return fields[0] == "the" && len(fields) < 5 && !manyVoices[fields[len(fields)-1]] && strings.HasSuffix(fields[len(fields)-1], "s")
}

// namedGroup reports whether words are a group's own name with an article: "the Sons of the Sand".
func namedGroup(fields []string) bool {
	upper := func(w string) bool { return w[0] >= 'A' && w[0] <= 'Z' }
	n := len(fields)
	return n > 2 && n < 7 && strings.EqualFold(fields[0], "the") && upper(fields[1]) && upper(fields[n-1]) && !manyVoices[strings.ToLower(fields[n-1])]
}

// manyVoices are people who do not count together.
var manyVoices = setOf(`officials witnesses residents relatives families survivors sources media reports people doctors medics rescuers firefighters workers protesters
	activists experts analysts investigators prosecutors lawyers locals villagers neighbours neighbors parents women men others authorities journalists newspapers outlets passengers members`)

// inOffice reports whether a person keeps the count by an office: "the mayor of Lower Sarn", "Governor Ada Holm".
func (k *keeperName) inOffice() bool {
	if k.kind != resolve.Person || k.as == nil {
		return false
	}
	if k.as.Role != "" && k.as.Name != "" {
		return true
	}
	fields := strings.Fields(strings.ToLower(k.as.Description))
	return len(fields) > 1 && fields[0] == "the" && slices.ContainsFunc(fields[1:min(len(fields), 4)], func(w string) bool { return offices[strings.Trim(w, ",")] })
}

// offices are those that one person holds at a time in a place.
var offices = setOf("mayor governor minister president prefect commissioner premier chief commander director administrator chairman chairwoman coroner prosecutor")
