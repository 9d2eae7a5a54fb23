package ledger

import (
	_ "embed"
	"strings"
	"unicode"

	"sayso/gazetteer"
)

// The words of a body's name, and whose it is.

// A nameWord is a word of a body's name, folded, in the spelling that stands for all.
type nameWord struct {
	low     string
	capital bool
}

func nameWords(fields []string) []nameWord {
	var ws []nameWord
	for _, f := range fields {
		for _, w := range strings.FieldsFunc(f, func(r rune) bool { return r == '-' || r == '/' }) {
			low := oneSpelling(foldString(strings.Trim(w, ".,;:'\"()")))
			if low == "" || low == "the" || low == "al" || low == "el" {
				continue
			}
			ws = append(ws, nameWord{low, isUpper(w)})
		}
	}
	return ws
}

func joinWords(ws []nameWord) string {
	words := make([]string, len(ws))
	for i, w := range ws {
		words[i] = w.low
	}
	return strings.Join(words, " ")
}

// singular is a people's or movement's name without the plural: "Hearthists". What it makes of other names it makes of them everywhere.
func singular(s string) string {
	if len(s) > 4 && strings.HasSuffix(s, "s") && !strings.HasSuffix(s, "ss") {
		return s[:len(s)-1]
	}
	return s
}

// ownerOf is whose something is, from the words for it: a country's code, or the name in them without what kind of thing that is;
// "" where they name nobody.
func ownerOf(fields []string) string {
	for len(fields) > 0 && strings.EqualFold(fields[0], "the") {
		fields = fields[1:]
	}
	for n := min(3, len(fields)); n > 0; n-- {
		if code := countryOf(strings.Join(fields[:n], " ")); code != "" {
			return code
		}
	}
	var name []string
	for _, f := range fields {
		f, _, _ = strings.Cut(f, "-led")
		if low := foldString(strings.Trim(f, ".,;:'\"()")); isUpper(f) && !kindWords[low] && !bodyWords[low] {
			name = append(name, low)
		}
	}
	owner := strings.Join(name, " ")
	if one, ok := ownerWords[owner]; ok {
		return one
	}
	return singular(owner)
}

// shownCountry is the name of a country by its code, or "".
func shownCountry(code string) string {
	if len(code) != 2 || code != strings.ToUpper(code) {
		return ""
	}
	return gazetteer.Shown(code)
}

// countryOf is the ISO code of the country that the words name, or whose people they do, or "".
func countryOf(words string) string {
	if !isUpper(words) {
		return ""
	}
	key := gazetteer.Fold(nil, words)
	if code := gazetteer.Demonym(key); code != "" {
		return code
	}
	for _, p := range gazetteer.Lookup(nil, key) {
		if p.Kind == gazetteer.Country {
			return p.Country
		}
	}
	return ""
}

// isTown reports whether folded words are the name of a town, or of a region of a country.
func isTown(name string) bool {
	for _, p := range gazetteer.Lookup(nil, gazetteer.Fold(nil, name)) {
		if !p.Weak && p.Kind != gazetteer.Country {
			return true
		}
	}
	return false
}

// ownerBefore is whose a named body is, from what stands before its name in its description: "Norland's Health Ministry".
func ownerBefore(description, name string) string {
	i := strings.Index(description, name)
	if i <= 0 {
		return ""
	}
	before := strings.Fields(strings.ReplaceAll(description[:i], "’", "'"))
	if len(before) == 0 || len(before) > 6 {
		return ""
	}
	var b body
	b.takeCountry(b.takeOwners(append(before, "X")))
	return b.owner
}

func lettersAfter(description, name string) string {
	i := strings.Index(description, name)
	if i < 0 {
		return ""
	}
	rest := strings.TrimLeft(description[i+len(name):], " ")
	if !strings.HasPrefix(rest, "(") {
		return ""
	}
	_, letters := withoutLetters(rest)
	return letters
}

func isUpper(s string) bool {
	for _, r := range s {
		return unicode.IsUpper(r)
	}
	return false
}

// collective says whether a description is of a movement, whose members speak for it, or of a group of more than one word's name: "the
// Hearth rebels", "the Vale-based group Coast Rights Watchers". "Norlandish rebels" are some people.
func collective(description string) bool {
	b := readBody(description)
	words := strings.Fields(b.name)
	if b.name == "" || b.common || len(words) > 6 {
		return false
	}
	fields := strings.Fields(mainPhrase(description))
	if movements[strings.ToLower(fields[len(fields)-1])] {
		return len(words) <= 3
	}
	kind := b.letters != ""
	for _, f := range fields[:len(fields)-1] {
		kind = kind || movements[f]
	}
	return kind && len(words) > 1 && strings.EqualFold(fields[0], "the")
}
