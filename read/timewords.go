package read

import (
	"strings"
	"sync"
)

// A class is a set of what a word can be in a time expression ("second" is a unit and an ordinal).
type class uint64

// The classes. The first group is words, the second what rules make of them.
const (
	lit      class = 1 << iota // a word or mark that some rule names
	num                        // a number
	dom                        // a number that can be a day of the month
	ord                        // an ordinal
	odom                       // an ordinal that can be a day of the month
	qord                       // first to fourth
	hord                       // first or second
	scale                      // hundred, thousand, million
	one                        // a, an
	year                       // 1000 to 2100
	decade                     // 1990s, '90s, nineties
	month                      // January
	weekday                    // Monday
	weekdays                   // Mondays
	unit                       // day
	units                      // days
	yearly                     // the word "year": what months and quarters belong to
	season                     // winter
	part                       // morning
	parts                      // mornings
	holiday                    // Christmas
	dayword                    // yesterday
	shift                      // last, next, this
	back                       // that, same, following: counts from what was last spoken of
	each                       // every
	setword                    // daily
	quant                      // several
	clock                      // 10:35
	military                   // 0630
	ampm                       // a.m.
	zone                       // GMT
	noon                       // noon, midnight
	refword                    // now
	stop                       // a blank line
	aDay                       // an expression for a day
	aCal                       // for a month, year, season, quarter, century
	aOne                       // a duration of one unit: "an hour"
	aDur                       // for a duration
	aSet                       // for a set
	aRef                       // now, recently
	aPart                      // for a part of a day
	aClock                     // for a time of day
)

// classNames are the names that patterns use.
var classNames = map[string]class{
	"NUM": num, "DOM": dom, "ORD": ord, "ODOM": odom, "QORD": qord, "HORD": hord, "ONE": one, "YEAR": year, "DECADE": decade, "MONTH": month,
	"WEEKDAY": weekday, "WEEKDAYS": weekdays, "UNIT": unit, "UNITS": units, "YEARLY": yearly, "SEASON": season, "PART": part, "PARTS": parts, "HOLIDAY": holiday,
	"DAYWORD": dayword, "SHIFT": shift, "BACK": back, "EACH": each, "SETWORD": setword, "QUANT": quant, "CLOCK": clock, "MILITARY": military, "AMPM": ampm,
	"ZONE": zone, "NOON": noon, "REFWORD": refword, "aDAY": aDay, "aCAL": aCal, "aDUR": aDur, "aONE": aOne, "aSET": aSet, "aREF": aRef, "aPART": aPart, "aCLOCK": aClock,
}

// An entry is what the lexicon knows of a word.
type entry struct {
	class class
	word  uint16
	n     float64 // the number meant: of a month, weekday, unit, or the number itself
}

var lexicon = map[string]entry{}

// words lists the lexicon: class, then words with their numbers; "a=b" gives two forms one number.
var words = []struct {
	class class
	from  float64 // number of the first word; each next has one more
	list  string
}{
	{num, 1, "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"},
	{num, 30, "thirty"}, {num, 40, "forty"}, {num, 50, "fifty"}, {num, 60, "sixty"}, {num, 70, "seventy"}, {num, 80, "eighty"}, {num, 90, "ninety"},
	{num | scale, 12, "dozen"}, {num | scale, 100, "hundred"}, {num | scale, 1000, "thousand"}, {num | scale, 1e6, "million"},
	{ord, 1, "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"},
	{ord, 30, "thirtieth"},
	{one, 1, "a=an"},
	{decade, 20, "twenties"}, {decade, 30, "thirties"}, {decade, 40, "forties"}, {decade, 50, "fifties"}, {decade, 60, "sixties"}, {decade, 70, "seventies"}, {decade, 80, "eighties"}, {decade, 90, "nineties"},
	{month, 1, "january=jan february=feb march=mar april=apr may june=jun july=jul august=aug september=sept=sep october=oct november=nov december=dec"},
	{weekday, 1, "monday=mon tuesday=tue=tues wednesday=wed thursday=thu=thur=thurs friday=fri saturday=sat sunday=sun"},
	{weekdays, 1, "mondays tuesdays wednesdays thursdays fridays saturdays sundays"},
	{unit, float64(Second), "second=sec minute=min hour=hr day weekend week fortnight month quarter year decade century millennium"},
	{units, float64(Second), "seconds=secs minutes=mins hours=hrs days weekends weeks fortnights months quarters years=yrs decades centuries millennia"},
	{yearly, float64(Year), "year"},
	{season, 1, "spring summer autumn=fall winter"},
	{part, 1, "morning zenith afternoon evening=eve night daytime"},
	{parts, 1, "mornings middays afternoons evenings nights daytimes"},
	{part, 1, "dawn=sunrise=daybreak"}, {part, 4, "dusk=sunset"}, {part, 5, "nightfall"}, {part, 3, "midafternoon"}, {part, 1, "midmorning"},
	{noon, 12, "noon=midday"}, {noon, 24, "midnight"},
	{dayword, -1, "yesterday today=nowadays tomorrow"},
	{shift, -1, "last this next"}, {shift, -1, "past"}, {shift, 0, "current"}, {shift, 1, "coming=upcoming"},
	{back | shift, -1, "previous=preceding=prior that=same following=subsequent=ensuing"},
	{each, 1, "every=each"},
	{setword, float64(Hour), "hourly"}, {setword, float64(Day), "daily=nightly"}, {setword, float64(Week), "weekly"}, {setword, float64(Month), "monthly"}, {setword, float64(Year), "annually=yearly"},
	{quant, Vague, "several=few=many=numerous=countless"}, {quant, 2, "couple"},
	{ampm, 0, "am"}, {ampm, 12, "pm"},
	{zone, 0, "est edt cst cdt mst mdt pst pdt gmt utc bst cet cest eet ist jst msk et pt"},
}

// seasonNames and partNames are TIMEX3's abbreviations, by the number of the word.
var (
	seasonNames = [...]string{"", "SP", "SU", "FA", "WI"}
	partNames   = [...]string{"", "MO", "MI", "AF", "EV", "NI", "DT"}
)

// holidays lists the names of holidays, in words of the lexicon, and their keys.
var holidays = []struct{ words, key string }{
	{"christmas eve", "christmas-eve"}, {"christmas day", "christmas"}, {"christmas", "christmas"}, {"boxing day", "boxing-day"},
	{"new year 's eve", "new-years-eve"}, {"new year 's day", "new-year"}, {"new year 's", "new-year"},
	{"thanksgiving day", "thanksgiving"}, {"thanksgiving", "thanksgiving"}, {"independence day", "independence-day"}, {"fourth of july", "independence-day"},
	{"labor day", "labor-day"}, {"memorial day", "memorial-day"}, {"veterans day", "veterans-day"}, {"halloween", "halloween"},
	{"valentine 's day", "valentine"}, {"good friday", "good-friday"}, {"easter sunday", "easter"}, {"easter monday", "easter-monday"}, {"easter", "easter"},
	{"ash wednesday", "ash-wednesday"}, {"palm sunday", "palm-sunday"}, {"pentecost", "pentecost"}, {"martin luther king day", "mlk-day"},
	{"presidents day", "presidents-day"}, {"presidents ' day", "presidents-day"}, {"columbus day", "columbus-day"}, {"groundhog day", "groundhog-day"}, {"st patrick 's day", "st-patricks-day"}, {"st . patrick 's day", "st-patricks-day"},
	{"eid al - fitr", "eid-al-fitr"}, {"eid al fitr", "eid-al-fitr"}, {"eid ul - fitr", "eid-al-fitr"}, {"eid al - adha", "eid-al-adha"}, {"eid al adha", "eid-al-adha"}, {"eid ul - adha", "eid-al-adha"}, {"ashura", "ashura"},
	{"passover", "passover"}, {"rosh hashanah", "rosh-hashanah"}, {"yom kippur", "yom-kippur"}, {"sukkot", "sukkot"}, {"hanukkah", "hanukkah"}, {"purim", "purim"},
	{"orthodox christmas", "orthodox-christmas"}, {"orthodox easter", "orthodox-easter"}, {"nowruz", "nowruz"}, {"epiphany", "epiphany"},
	{"may day", "may-day"}, {"super bowl sunday", "super-bowl-sunday"}, {"all saints ' day", "all-saints"}, {"bastille day", "bastille-day"}, {"juneteenth", "juneteenth"},
}

var markClass [256]class

func markWord(c byte) uint16 {
	switch c {
	case '-', '\'', ',', '.', '/', ';', '(', ')', '$', ':', '%', '"':
		return wordHyphen + uint16(strings.IndexByte("-',./;():%\"$", c))
	}
	return 0
}

// The numbers of literals that code names. Others follow in order of their first use in a pattern.
const (
	wordHyphen uint16 = 1 + iota
	wordApostrophe
	wordComma
	wordPoint
	wordSlash
	wordDash
	wordOpen
	wordClose
	wordColon
	wordPercent
	wordQuote
	wordDollar
	wordA
	wordP
	wordAnd
	wordMay
	wordMarch
	wordSecond
	wordFiscal
	wordTo
	wordOr
	wordThrough
	firstFree
)

var marks = [...]string{"-", "'", ",", ".", "/", ";", "(", ")", ":", "%", "\"", "$"}

var literals = map[string]uint16{}

// literal is the number of word w, which enters the lexicon if it is new.
func literal(w string) uint16 {
	n, ok := literals[w]
	if !ok {
		n = uint16(len(literals)) + 1
		literals[w] = n
	}
	e := lexicon[w]
	e.word, e.class = n, e.class|lit
	lexicon[w] = e
	return n
}

// prepare fills the lexicon and compiles the rules, once: commands that read nothing do not pay for it.
var prepare = sync.OnceFunc(func() {
	for _, c := range "-',./;():%\"$" {
		markClass[c] = lit
	}
	for _, w := range marks {
		literal(w)
	}
	for _, w := range []string{"a", "p", "and", "may", "march", "second", "fiscal", "to", "or", "through"} {
		literal(w)
	}
	for _, l := range words {
		n := l.from
		for _, same := range strings.Fields(l.list) {
			for _, w := range strings.Split(same, "=") {
				addWord(w, l.class, n)
			}
			n++
		}
	}
	timeRules[0] = append(holidayRules(), timeRules[0]...)
	timeLayers = make([]timeLayer, len(timeRules))
	for i := range timeRules {
		timeLayers[i].compile(timeRules[i])
	}
})

// holidayRules are the rules that find the holidays.
func holidayRules() []timeRule {
	out := make([]timeRule, len(holidays))
	for i, h := range holidays {
		out[i] = timeRule{name: "holiday", typ: typeDate, makes: aDay, words: h.words, set: func(c *Calendar) { *c = Calendar{Holiday: h.key, Minute: -1} }}
	}
	return out
}

// addWord adds a meaning to a word. A word of two classes has one number for both: "second" is the
// unit by number 1 and the ordinal 2 by its class alone.
func addWord(w string, c class, n float64) {
	e := lexicon[w]
	if e.class&^lit == 0 {
		e.n = n
	}
	e.class = e.class | c | numberClass(c, n)
	if e.word == 0 && c&(num|one) != 0 {
		e.word = literal(w)
		e.class |= lit
	}
	lexicon[w] = e
}

// numberClass are the narrower classes of number n.
func numberClass(c class, n float64) (more class) {
	if c&num != 0 && n >= 1 && n <= 31 && n == float64(int(n)) {
		more |= dom
	}
	if c&ord != 0 {
		if n <= 31 {
			more |= odom
		}
		if n <= 4 {
			more |= qord
		}
		if n <= 2 {
			more |= hord
		}
	}
	return more
}
