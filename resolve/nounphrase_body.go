package resolve

import (
	"strings"

	"sayso/parse"
)

// Names of bodies, and of who holds an office in them.

// bodyEndings close names of bodies beside organisationNouns.
var bodyEndings = words(`survey corps guard forces services directorate inspectorate secretariat fleet`)

// wholeBody is a name of one word for a body with the capitals before it, which tell which one it is: the Sudanese Army, the US Geological Survey.
func (p *nounPhrase) wholeBody(d *parse.Doc, n parse.Name) parse.Name {
	last := strings.ToLower(d.Word(n.First))
	if n.End-n.First != 1 || !organisationNouns[last] && !bodyEndings[last] || officeNouns[last] || n.First == p.first {
		return n
	}
	first := n.First
	for first > p.first && isCapital(d.Word(first-1)) && !titles[strings.ToLower(d.Word(first-1))] && d.At(first-1).UPOS != parse.DET && d.At(first-1).XPOS != parse.XPOS_ && d.At(first-1).UPOS != parse.PUNCT {
		first--
	}
	if first < n.First {
		n.First = first
		if n.Kind == parse.Person || n.Kind == parse.OtherName {
			n.Kind = parse.Organisation
		}
	}
	return n
}

// bodyNounOf is the noun of a body's name, before what the body is for: Commission of "Commission on Dams and Levees"; of other names the last word.
func bodyNounOf(d *parse.Doc, n parse.Name) int32 {
	for t := n.First; t+1 < n.End && n.Kind != parse.Person; t++ {
		if scopeWords[d.Word(t+1)] && organisationNouns[strings.ToLower(d.Word(t))] {
			return t
		}
	}
	return n.End - 1
}

// scopeWords stand in a body's name before what the body is for.
var scopeWords = words(`for of on to against`)

// sayingFirst are words with a capital before a name that some recognisers take into it.
var sayingFirst = map[string]bool{"Said": true, "Says": true, "Asked": true, "Added": true, "Did": true, "Does": true, "When": true, "While": true, "After": true, "But": true, "And": true, "Has": true, "Is": true, "Was": true, "Can": true, "Should": true}

// bodyOpeners are adjectives that open names of bodies and seldom stand before one.
var bodyOpeners = words(`human international national central united`)

// partOfName reports whether the word before n belongs to it: "the Northern Ledger", of which only
// "Ledger" was known; the given name before a family name.
func partOfName(d *parse.Doc, n parse.Name) bool {
	w, t := d.Word(n.First-1), d.At(n.First-1)
	if !isCapital(w) || titles[strings.ToLower(w)] || sinceThen[strings.ToLower(w)] || d.At(n.First-1).End+1 != d.Tokens[n.First].Start {
		return false
	}
	if n.Kind == parse.Person {
		return n.End-n.First == 1 && t.UPOS == parse.PROPN && (n.First < 2 || d.At(n.First-2).UPOS != parse.PROPN)
	}
	if t.UPOS == parse.ADJ && bodyOpeners[strings.ToLower(w)] && n.End-n.First > 1 {
		return true // "Human Rights Watch", with a capital that the sentence may have given it
	}
	if d.Sentences[t.Sentence].First < n.First-1 && (t.UPOS == parse.NOUN || t.UPOS == parse.ADJ && d.Tokens[n.First].UPOS == parse.NOUN && peopleOf(w) == "") {
		return true // the Human Rights Workers' News Agency
	}
	return t.UPOS == parse.PROPN || t.UPOS == parse.ADJ && outletEndings[strings.ToLower(d.Word(n.End-1))]
}

// afterTitles is the first token of a name after the titles in it: "US President Donald Trump" is Donald Trump. The Harl County Sheriff's
// Office and the Directorate General of Civil Aviation have none.
func afterTitles(d *parse.Doc, n parse.Name) int32 {
	first := n.First
	given := genderOf(d.Word(n.First)+" "+d.Word(n.First)) != 0
	for i := n.First; i+1 < n.End; i++ {
		if i > n.First && given && familyTitles[strings.ToLower(d.Word(i))] {
			continue // "Martin Luther King Jr."
		}
		if next := &d.Tokens[i+1]; titles[strings.ToLower(d.Word(i))] && next.XPOS != parse.XPOS_ && next.UPOS != parse.ADP {
			first = i + 1
		}
	}
	if first == n.First && tradeFirst(d, n) {
		first++
	}
	return first
}

// tradeFirst reports whether a person's name of three words opens a sentence with what he is or with when he spoke, which has its capital from there:
// "Podcaster Spike Cowan".
func tradeFirst(d *parse.Doc, n parse.Name) bool {
	if n.First != d.Body(&d.Sentences[d.Tokens[n.First].Sentence]) || n.Kind != parse.Person || genderOf(d.Word(n.First)+" x") != 0 {
		return false
	}
	word := strings.ToLower(d.Word(n.First))
	if sinceThen[word] {
		return true
	}
	return n.End-n.First > 2 && (human(word) || word == "broadcaster") && !givenTrades[word] && !strings.HasSuffix(d.Word(n.First+1), ".")
}

// givenTrades are trades that are given names as well.
var givenTrades = words(`hunter carter parker cooper taylor tyler mason archer fletcher sawyer spencer porter baker butler walker turner tanner chandler gardner fisher potter marshall dean king prince pope major duke
earl christian sebastian julian adrian brian ian vivian fabian damian killian dorian cyprian lilian jillian gillian victor hector nestor igor connor trevor taylor eleanor eleonor thor salvador ecuador peter alexander
walter oliver roger jennifer christopher esther heather amber ester homer elmer gunther werner rainer xavier javier olivier xander sander skyler kepler jasper casper
aimee renee dee lee norman herman roman truman sherman`)

// sinceThen are words for when, which are nobody's name.
var sinceThen = words(`afterwards afterward later meanwhile earlier previously yesterday today then however`)

// familyTitles are titles that are family names as well.
var familyTitles = words(`king queen prince earl duke baron bishop pope judge dean marshal major abbot justice cardinal`)

// behindNickname is the end of a person's name that goes on behind a nickname in quotation marks: Alfredo "Freddy" Ramirez.
func behindNickname(d *parse.Doc, n parse.Name, end int32) int32 {
	if t := n.End; n.Kind == parse.Person && t+3 < end+1 && strings.ContainsAny(d.Word(t), "\"“‘'") && isCapital(d.Word(t+1)) && strings.ContainsAny(d.Word(t+2), "\"”’'") && t+3 < int32(len(d.Tokens)) && isCapital(d.Word(t+3)) && d.Tokens[t+3].UPOS == parse.PROPN {
		return t + 4
	}
	return n.End
}

// bodyTitles are titles that names of bodies have in them as well: "Major League", "the General Assembly", "the Justice Department".
var bodyTitles = words(`general major justice head master deputy doctor professor candidate resident detective counsel`)

// holderIn is the first token of a person's name that a body's name has taken in with the office there: "National Security Adviser Petra
// Holm"; 0 where none is.
func holderIn(d *parse.Doc, n parse.Name) int32 {
	if n.Kind != parse.Organisation {
		return 0
	}
	for i := n.End - 2; i > n.First && i >= n.End-4; i-- {
		word := strings.ToLower(d.Word(i))
		if !titles[word] || bodyTitles[word] || !isCapital(d.Word(i)) {
			continue
		}
		for t := i + 1; t < n.End; t++ {
			low := strings.ToLower(d.Word(t))
			if !isCapital(d.Word(t)) || organisationNouns[low] || firmEndings[low] || companyEndings[low] || titles[low] || officeNouns[low] || d.Tokens[t].XPOS == parse.XNNPS || isAcronymWord(d.Word(t)) {
				return 0
			}
		}
		return i + 1
	}
	return 0
}
