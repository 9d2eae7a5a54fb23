package parse

import "strings"

// Title reports whether word goes before a person's name and is no part of it: "President", "Gen.", "Ms".
func Title(word string) bool {
	if len(word) > 14 || len(word) < 2 {
		return false
	}
	switch strings.ToLower(strings.TrimSuffix(word, ".")) {
	case "mr", "mrs", "ms", "miss", "dr", "doctor", "prof", "professor", "president", "vice", "prime", "minister", "senator", "sen", "representative", "rep",
		"congressman", "congresswoman", "gov", "governor", "mayor", "king", "queen", "prince", "princess", "duke", "duchess", "count", "countess", "earl", "baron", "emperor", "empress", "tsar", "czar",
		"sir", "lord", "lady", "dame", "madam", "madame", "general", "gen", "colonel", "col", "major", "maj", "captain", "capt", "lieutenant", "lt", "sergeant", "sgt", "corporal", "private", "admiral", "adm", "commander", "cmdr", "marshal",
		"judge", "justice", "secretary", "chancellor", "ambassador", "father", "sister", "brother", "mother", "pope", "bishop", "archbishop", "cardinal", "rabbi", "imam", "sheikh", "ayatollah", "reverend", "rev",
		"uncle", "aunt", "coach", "director", "chairman", "chairwoman", "chief", "officer", "detective", "inspector", "constable", "speaker", "premier", "attorney", "deputy", "spokesman", "spokeswoman", "spokesperson", "actor", "singer", "author", "grandma", "grandpa", "mom", "dad", "mum", "ceo", "founder", "head", "leader", "manager", "editor", "dean", "provost", "sheriff", "councillor", "councilman", "commissioner", "archduke", "viceroy", "sultan", "shah", "emir", "master", "fellow", "protector", "superintendent", "trooper", "cpl", "pvt", "brig", "brigadier", "supt", "hon", "amb", "atty", "pfc", "spc", "cdr", "msgr", "monsignor", "fr", "sr":
		return true
	}
	return false
}

// TitleBefore reports whether word is a title, or goes before next as a part of one: "Foreign" of
// "Foreign Minister", which in "Foreign Ministry" is none.
func TitleBefore(word, next string) bool {
	return Title(word) || titlePart(word) && (Title(next) || titlePart(next))
}

func titlePart(word string) bool {
	switch strings.ToLower(word) {
	case "crown", "first", "foreign", "defense", "defence", "interior", "former", "ex", "acting", "interim", "state", "finance", "energy", "health", "trade", "labor", "labour", "transport", "treasury", "homeland", "security", "national",
		"assistant", "associate", "under", "senior", "junior", "house", "senate", "army", "navy", "police", "district":
		return true
	}
	return false
}
