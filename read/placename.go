package read

import (
	"sayso/gazetteer"
	"sayso/parse"
)

// inName returns the number of tokens to pass over from i where the place's name at [i, end) is part
// of a longer name ("the London Stock Exchange", "Bank of England"), or 0.
func (s *placeScan) inName(i, end int32) int32 {
	for s.name < len(s.d.Names) && s.d.Names[s.name].End <= i {
		s.name++
	}
	if s.name < len(s.d.Names) {
		n := s.d.Names[s.name]
		if n.First <= i && end <= n.End && n.Kind != parse.Place && !(n.First == i && n.End == end && n.Kind != parse.Person) && !s.wholly(n.First, n.End) {
			return max(n.End-i, end-i)
		}
	}
	if s.afterName(i) {
		return end - i
	}
	if n := s.beforeName(end); n > 0 {
		return end - i + n
	}
	return 0
}

// wholly reports whether the gazetteer knows [i, end) itself: a name that was taken for another kind.
func (s *placeScan) wholly(i, end int32) bool {
	return len(gazetteer.Lookup(s.found[:0], s.fold(i, end))) > 0 && end-i > 1
}

// kindOf is the kind of the name that covers [i, end) just, or "".
func (s *placeScan) kindOf(i, end int32) parse.NameKind {
	if s.name < len(s.d.Names) && s.d.Names[s.name].First == i && s.d.Names[s.name].End == end {
		return s.d.Names[s.name].Kind
	}
	return ""
}

// ofPerson reports whether [i, end) is or ends a person's name: after a title or a given name.
func (s *placeScan) ofPerson(i, end int32) bool {
	return s.kindOf(i, end) == parse.Person || personTitle(s.word(i-1))
}

func personTitle(w string) bool {
	switch w {
	case "Mr.", "Mr", "Mrs.", "Mrs", "Ms.", "Ms", "Dr.", "Dr", "Sen.", "Rep.", "Gov.", "Judge", "Justice", "Sir", "Lady", "Lord", "King", "Queen", "Prince", "Princess",
		"Pope", "Rev.", "Capt.", "Lt.", "Gen.", "Col.", "Sgt.", "Maj.", "Cpl.", "Pvt.", "Adm.", "Prof.", "Professor", "Coach", "Detective", "Officer", "Captain", "Sergeant", "Lieutenant", "Colonel", "Saint":
		return true
	}
	return false
}

// afterName reports whether a name ends right before token i: "Denzel Washington", "Bank of England".
func (s *placeScan) afterName(i int32) bool {
	w := s.word(i - 1)
	if w == "" || s.d.At(i-1).Sentence != s.d.Tokens[i].Sentence {
		return false
	}
	if w == "of" && s.capital(i-2) && !s.sentenceStart(i-2) {
		return !ofPlace(s.word(i-2)) && s.d.At(i-2).UPOS == parse.PROPN || s.word(i-2) == "University"
	}
	if w == "-" && s.d.At(i-1).End == s.d.Tokens[i].Start {
		return s.d.At(i-1).Start > 0 && s.d.Tokens[i-2+1].Start == s.d.At(i-2).End && !s.placeEnds(i-1)
	}
	if !s.capital(i-1) || s.allCapitals(i-1) && !s.allCapitals(i) {
		return false
	}
	if direction(w) || s.placeEnds(i) || s.demonymAt(i-1) || s.plainWord(i-1) {
		return false
	}
	return true
}

// plainWord reports whether the capital of token i is no sign of a name: it begins the sentence and
// is no name by its tag, or it is a day, a month, or a short word of a headline.
func (s *placeScan) plainWord(i int32) bool {
	t := &s.d.Tokens[i]
	switch t.UPOS {
	case parse.ADP, parse.DET, parse.CCONJ, parse.SCONJ, parse.PRON, parse.AUX, parse.PART, parse.ADV, parse.PUNCT:
		return true
	case parse.PROPN:
		w := lexicon[lowerShort(s.word(i))]
		return w.class&(weekday|month|dayword) != 0
	}
	return s.sentenceStart(i)
}

// lowerShort is w in small letters.
func lowerShort(w string) string {
	var b [longest]byte
	if len(w) > len(b) {
		return ""
	}
	for i := range len(w) {
		b[i] = w[i]
		if 'A' <= w[i] && w[i] <= 'Z' {
			b[i] |= 0x20
		}
	}
	return string(b[:len(w)])
}

func (s *placeScan) sentenceStart(i int32) bool {
	f := s.d.Sentences[s.d.Tokens[i].Sentence].First
	return i == f || i == f+1 && s.d.Tokens[f].UPOS == parse.PUNCT
}

func (s *placeScan) allCapitals(i int32) bool {
	w := s.word(i)
	n := 0
	for k := range len(w) {
		if 'a' <= w[k] && w[k] <= 'z' {
			return false
		}
		if 'A' <= w[k] && w[k] <= 'Z' {
			n++
		}
	}
	return n > 1
}

// placeEnds reports whether the place found last ends before token i.
func (s *placeScan) placeEnds(i int32) bool {
	return len(s.out) > 0 && s.out[len(s.out)-1].Head == i-1
}

func (s *placeScan) demonymAt(i int32) bool {
	w := s.word(i)
	return w != "" && len(w) < 24 && gazetteer.Demonym(gazetteer.Fold(s.key[:0], w)) != ""
}

// ofPlace reports whether w before "of" is an office or a kind of place rather than a part of a name:
// "President of Venezuela" is qualified by a place.
func ofPlace(w string) bool {
	switch w {
	case "President", "Minister", "King", "Queen", "Ambassador", "Governor", "Mayor", "Prime", "City", "Town", "Village", "Port", "Province", "Government", "Emir", "Premier", "People", "West", "East", "North", "South", "Coast":
		return true
	}
	return false
}

func direction(w string) bool {
	switch w {
	case "North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "Northeast", "Northwest", "Southeast", "Southwest", "Northeastern", "Northwestern", "Southeastern", "Southwestern", "Central", "Upper", "Lower", "Greater", "Downtown", "Inner", "Mainland", "Occupied", "Rural", "Near":
		return true
	}
	return false
}

// beforeName is the number of tokens of the name that goes on at end ("Paris Hilton", "London Stock
// Exchange"), or 0. Offices ("US President"), days, other places and demonyms begin something new.
func (s *placeScan) beforeName(end int32) int32 {
	if !s.goesOn(end) {
		return 0
	}
	k := end
	for s.goesOn(k) && k < end+6 {
		k++
	}
	return k - end
}

func (s *placeScan) goesOn(i int32) bool {
	if !s.capital(i) || s.d.Tokens[i].Sentence != s.d.At(i-1).Sentence || s.d.Tokens[i].Start == s.d.At(i-1).End {
		return false
	}
	t := &s.d.Tokens[i]
	if t.UPOS != parse.PROPN && t.UPOS != parse.NOUN && t.UPOS != parse.X && t.UPOS != parse.ADJ {
		return false
	}
	w := s.word(i)
	if office(w) || s.demonymAt(i) || lexicon[lowerShort(w)].class&(weekday|month|dayword) != 0 || partOfPlace(w) && !s.capital(i+1) || w == "I" {
		return false
	}
	if s.titleCase(i) {
		return false
	}
	_, found := s.longest(i)
	for _, f := range found {
		if !weakName(f) {
			return false
		}
	}
	return true
}

// titleCase reports whether the sentence of token i is a headline: nearly all its long words have capitals.
func (s *placeScan) titleCase(i int32) bool {
	sent := s.d.Sentences[s.d.Tokens[i].Sentence]
	if sent.End-sent.First > 25 {
		return false
	}
	capitals, long := 0, 0
	for k := sent.First; k < sent.End; k++ {
		if len(s.word(k)) > 3 {
			long++
			if s.capital(k) {
				capitals++
			}
		}
	}
	return long >= 4 && capitals*10 >= long*8
}

// office reports whether w begins the office of a person: "US President Ruiz".
func office(w string) bool {
	switch w {
	case "President", "Secretary", "Prime", "Foreign", "Defense", "Defence", "Interior", "Ambassador", "Vice", "King", "Queen", "Prince", "Senator", "Sen.", "Rep.", "Attorney", "Gov.", "Governor", "Gen.", "Mayor", "Premier", "Chancellor", "Minister", "Deputy", "Chief", "Mr.", "Republican", "Democrat", "Justice", "Judge", "Police", "Representative", "Energy", "Finance", "Health":
		return true
	}
	return false
}

// regionWord reports whether w after a name makes it a region: "Moscow Oblast", "Chiba prefecture".
func regionWord(w string) bool {
	switch w {
	case "Oblast", "oblast", "Province", "province", "Region", "region", "Governorate", "governorate", "Prefecture", "prefecture", "Krai", "krai":
		return true
	}
	return false
}

// partOfPlace reports whether w after a name leaves it a place: "Anbar Province", "Kabul Airport".
func partOfPlace(w string) bool {
	switch w {
	case "City", "Province", "State", "County", "Region", "District", "Governorate", "Oblast", "Prefecture", "Peninsula", "Island", "Islands", "Airport", "International", "Harbor", "Harbour", "Strip", "Valley", "Bay":
		return true
	}
	return false
}

// town adds a place that the gazetteer does not know but a larger one after it vouches for ("in Cibolo,
// Texas"), and returns its length in tokens.
func (s *placeScan) town(i int32) int32 {
	end := i
	for end < i+4 && s.capital(end) && s.d.Tokens[end].UPOS == parse.PROPN {
		end++
	}
	if w := s.word(i - 1); end == i || w != "in" && w != "near" && w != "at" && w != "of" && w != "outside" && w != "from" || !s.containedNext(end) {
		return 0
	}
	s.out = append(s.out, s.place(i, end, ""))
	return end - i
}

// unknown adds a place that the names tell and the gazetteer does not know, and returns its length in tokens.
func (s *placeScan) unknown(i int32) int32 {
	for s.name < len(s.d.Names) && s.d.Names[s.name].End <= i {
		s.name++
	}
	if s.name == len(s.d.Names) || s.d.Names[s.name].First != i || s.d.Names[s.name].Kind != parse.Place {
		return s.town(i)
	}
	end := s.d.Names[s.name].End
	p := s.place(i, end, "")
	s.out = append(s.out, p)
	return end - i
}

func (s *placeScan) possessive(end int32) bool {
	w := s.word(end)
	return w == "'s" || w == "’s" || w == "'" || w == "’"
}

// stateAbbreviation is the ISO 3166-2 code of a state of the United States in the news's abbreviation
// ("Ala.", "N.Y."), or "".
func stateAbbreviation(w string) string {
	for _, s := range states {
		if s.short == w {
			return s.code
		}
	}
	return ""
}

var states = []struct{ short, code string }{
	{"Ala.", "US-AL"}, {"Ariz.", "US-AZ"}, {"Ark.", "US-AR"}, {"Calif.", "US-CA"}, {"Colo.", "US-CO"}, {"Conn.", "US-CT"}, {"Del.", "US-DE"}, {"Fla.", "US-FL"},
	{"Ga.", "US-GA"}, {"Ill.", "US-IL"}, {"Ind.", "US-IN"}, {"Kan.", "US-KS"}, {"Ky.", "US-KY"}, {"La.", "US-LA"}, {"Md.", "US-MD"}, {"Mass.", "US-MA"}, {"Mich.", "US-MI"},
	{"Minn.", "US-MN"}, {"Miss.", "US-MS"}, {"Mo.", "US-MO"}, {"Mont.", "US-MT"}, {"Neb.", "US-NE"}, {"Nev.", "US-NV"}, {"N.H.", "US-NH"}, {"N.J.", "US-NJ"}, {"N.M.", "US-NM"},
	{"N.Y.", "US-NY"}, {"N.C.", "US-NC"}, {"N.D.", "US-ND"}, {"Okla.", "US-OK"}, {"Ore.", "US-OR"}, {"Pa.", "US-PA"}, {"R.I.", "US-RI"}, {"S.C.", "US-SC"}, {"S.D.", "US-SD"},
	{"Tenn.", "US-TN"}, {"Tex.", "US-TX"}, {"Va.", "US-VA"}, {"Vt.", "US-VT"}, {"Wash.", "US-WA"}, {"W.Va.", "US-WV"}, {"Wis.", "US-WI"}, {"Wyo.", "US-WY"}, {"D.C.", "US-DC"},
}
