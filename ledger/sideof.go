package ledger

import (
	"cmp"
	"fmt"
	"strings"

	"sayso/gazetteer"
	"sayso/resolve"
)

// sideWords are the words of a name or phrase that say whose body it is, as stems, sorted: "Yemen" and "Houthi" of "Yemen's
// Houthi-run health ministry", "US" of "U.S. Central Command spokesman". What it is (a ministry, a spokesman), whom it is
// backed by ("Iran-backed") and where it is said to be are left out.
func sideWords(phrase string) []uint32 {
	phrase = stateNames.Replace(phrase)
	ws := words(phrase)
	var out []uint32
	var buf [48]byte
	for i, w := range ws {
		if !w.upper || stopStems[w.stem] || bodyStems[w.stem] || officeStems[w.stem] {
			continue
		}
		if i+1 < len(ws) && backing[ws[i+1].hash] && ws[i+1].Start == w.End+1 && phrase[w.End] == '-' {
			continue // "Iran-backed"
		}
		h := w.stem
		if t := foldString(w.Text(phrase)); len(t) > 5 && strings.HasSuffix(t, "is") { // "Israelis", which could be no plural elsewhere
			h = hash32(stem([]byte(t[:len(t)-1])))
		}
		if of, ok := seats[w.hash]; ok {
			h = of
		}
		if one, ok := spelled[h]; ok {
			h = one
		} else if country := gazetteer.Shown(gazetteer.Demonym(gazetteer.Fold(buf[:0], w.Text(phrase)))); country != "" && !strings.Contains(country, " ") {
			h = hash32(stem([]byte(foldString(country)))) // "Thai" and "Thailand"
		}
		out = append(out, h)
	}
	return sortedSet(out)
}

// stateNames writes the commonest names of states as one word.
var stateNames = strings.NewReplacer("U.S.", "US", "U.K.", "UK", "U.N.", "UN", "United States", "US", "United Kingdom", "UK")

// bodyOf is whose body a source is or speaks for, and the stems of what it is there; nothing for somebody who speaks for himself.
func (s *sourceItem) bodyOf() (body, what []uint32) {
	phrases := []string{s.s.Role, s.s.Affiliation}
	if s.s.Kind != resolve.Person {
		phrases = append(phrases, s.s.Name, s.s.Description)
	} else if i := strings.Index(s.s.Description, s.s.Name); i >= 0 && s.s.Name != "" { // "Tam Veld, a spokesman for the Northist ministry"
		phrases = append(phrases, s.s.Description[:i], s.s.Description[i+len(s.s.Name):])
	}
	for _, p := range phrases {
		body = append(body, sideWords(p)...)
		for _, h := range stemsOf(p) {
			if bodyStems[h] || commandStems[h] || civilStems[h] {
				what = append(what, h)
			}
		}
	}
	return sortedSet(body), sortedSet(what)
}

// ofOneBody is why two sources may be one voice: they are of one body, and one is all of it or both are the same part of it.
// Two people are two, and unnamed officials are told apart by their descriptions; an unnamed spokesman is the voice of the body.
func ofOneBody(a, b *sourceItem) string {
	speaks := func(s *sourceItem) bool {
		return s.s.Kind == resolve.Person && s.s.Anonymous && headOffice(s.s.Description) == spokesperson
	}
	person := func(s *sourceItem) bool { return s.s.Kind == resolve.Person && !speaks(s) }
	if person(a) && person(b) || a.s.Anonymous && person(a) || b.s.Anonymous && person(b) || a.s.Count > 1 || b.s.Count > 1 {
		return ""
	}
	x, partX := a.bodyOf()
	y, partY := b.bodyOf()
	if shared(x, y) == 0 {
		return ""
	}
	for _, h := range commonWord(partX, partY) {
		if !vagueParts[h] {
			return fmt.Sprintf("“%s” and “%s” are the same part"+oneBody, a.label, b.label)
		}
	}
	if both := commonWord(x, y); onlyVague(partX) && a.wholeBody(both) || onlyVague(partY) && b.wholeBody(both) {
		return fmt.Sprintf("“%s” and “%s” are"+oneBody, a.label, b.label)
	}
	return ""
}

// wholeBody reports whether the words for a source name nothing but whose body it is, and all of it: "the Fijian government" and not "the Fijian
// graft bureau".
func (s *sourceItem) wholeBody(body []uint32) bool {
	phrase := cmp.Or(plainPhrase(s.s.Description), s.s.Name)
	for _, h := range sideWords(phrase) {
		if !inSorted(body, h) {
			return s.s.Kind == resolve.Person
		}
	}
	for _, w := range words(phrase) {
		if h := w.stem; !w.upper && !w.digit && !vagueParts[h] && !officeStems[h] && !stopStems[h] && !bodyStems[h] && !inSorted(body, h) {
			return s.s.Kind == resolve.Person
		}
	}
	return true
}

// spokesperson is the stem of an office that lends a body its voice.
var spokesperson = stemsOf("spokesperson")[0]

// oneBody ends the reason of two voices of one body.
const oneBody = " of one body"

func commonWord(a, b []uint32) []uint32 {
	var out []uint32
	for _, h := range a {
		if inSorted(b, h) {
			out = append(out, h)
		}
	}
	return out
}

func onlyVague(part []uint32) bool {
	for _, h := range part {
		if !vagueParts[h] {
			return false
		}
	}
	return true
}

// vagueParts are words for all of a body, or for nobody in it.
var vagueParts = setOfStems("group movement rebels militants fighters government authority authorities administration regime official officials state party army military ministry department office service agency")

// backing are second parts of adjectives that say who helps a body, not whose it is.
var backing = setOfWords("backed aligned allied supported funded sponsored armed trained based born")

// officeStems are offices and titles: they say what somebody is.
var officeStems = setOfStems("president vice prime minister premier secretary chancellor king queen prince emir governor mayor general admiral colonel major captain commander chief head chairman leader spokesman spokeswoman spokesperson official officer adviser aide senator lawmaker mp mr mrs ms dr sir sen rep gen lt col adm press supreme deputy acting")

// seats are the names of seats of government and commands by the stem of the country whose they are; common knowledge.
var seats = func() map[uint32]uint32 {
	m := map[uint32]uint32{}
	for country, names := range map[string]string{"american": "pentagon centcom uscentcom washington", "russian": "kremlin moscow", "chinese": "beijing", "israeli": "idf", "ukrainian": "kyiv", "iranian": "tehran"} {
		for _, n := range strings.Fields(names) {
			m[hash32([]byte(n))] = hash32(stem([]byte(country)))
		}
	}
	return m
}()
