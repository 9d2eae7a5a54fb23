package read

import (
	"slices"
	"strings"
)

// An element of a pattern: one of some classes or words.
type element struct {
	classes  class
	words    []uint16
	optional bool
	tight    bool // no white space before it
	ahead    bool // only looked at: the expression ends before it
}

func (e *element) matches(it *item) class {
	if c := e.classes & it.class; c != 0 {
		return c
	}
	if it.word != 0 && it.class&lit != 0 {
		for _, w := range e.words {
			if w == it.word {
				return lit | it.class&(unit|units|yearly|shift|part)
			}
		}
	}
	return 0
}

// A timeRule is one line of the grammar: name, type, what it makes, pattern. In a pattern, capitals
// are classes, small letters words; "?" after an element makes it optional, "|" parts alternatives,
// "~" before it forbids white space, and ">" before it says that the expression ends there.
type timeRule struct {
	name    string
	typ     uint8
	makes   class
	words   string
	set     func(*Calendar)
	mod     uint8
	skip    int // items at the front that the pattern needs but the expression leaves out
	pattern []element
	first   class
	number  int16
}

// The types of TIMEX3.
const (
	typeDate uint8 = 1 + iota
	typeTime
	typeDuration
	typeSet
)

var typeNames = [...]string{"", "DATE", "TIME", "DURATION", "SET"}

// The mods of TIMEX3.
const (
	modStart uint8 = 1 + iota
	modMid
	modEnd
	modApprox
	modMore
	modLess
	modEqualMore
	modEqualLess
	modBefore
	modAfter
)

var modNames = [...]string{"", "START", "MID", "END", "APPROX", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS", "BEFORE", "AFTER"}

// ruleNames are the names of the rules by their numbers; 0 is no rule, 1 the dates in digits.
var ruleNames = []string{"", "date in digits"}

const ruleNumeric = 1

func (r *timeRule) compile() {
	for _, w := range strings.Fields(r.words) {
		var e element
		w, e.optional = strings.CutSuffix(w, "?")
		w, e.tight = strings.CutPrefix(w, "~")
		w, e.ahead = strings.CutPrefix(w, ">")
		for _, alt := range strings.Split(w, "|") {
			if c, ok := classNames[alt]; ok {
				e.classes |= c
			} else {
				e.words = append(e.words, literal(alt))
			}
		}
		r.pattern = append(r.pattern, e)
	}
	for _, e := range r.pattern {
		r.first |= e.classes
		if len(e.words) > 0 {
			r.first |= lit
		}
		if !e.optional {
			break
		}
	}
	r.number = int16(len(ruleNames))
	ruleNames = append(ruleNames, r.name)
}

// A timeLayer is a layer of rules, compiled.
type timeLayer struct {
	rules  []timeRule
	byWord [][]int16 // by the number of a word: the rules that it can begin
	other  []int16   // the rules that some class can begin
	all    []int16   // all of them, for words that also have a class
}

var timeLayers []timeLayer

// compile fills the layer. Words that are nothing but words of patterns ("the", "of") are so frequent
// that each has its own list.
func (l *timeLayer) compile(rules []timeRule) {
	l.rules = rules
	for i := range rules {
		r := &rules[i]
		r.compile()
		l.all = append(l.all, int16(i))
		if r.first&^lit != 0 {
			l.other = append(l.other, int16(i))
		}
		for _, e := range r.pattern {
			for _, w := range e.words {
				for int(w) >= len(l.byWord) {
					l.byWord = append(l.byWord, nil)
				}
				if !slices.Contains(l.byWord[w], int16(i)) {
					l.byWord[w] = append(l.byWord[w], int16(i))
				}
			}
			if !e.optional {
				break
			}
		}
	}
}

// candidates are the rules that it may begin, in order.
func (l *timeLayer) candidates(it *item) []int16 {
	switch {
	case it.class == 0:
		return nil
	case it.class == lit:
		if int(it.word) < len(l.byWord) {
			return l.byWord[it.word]
		}
		return nil
	case it.class&lit == 0:
		return l.other
	}
	return l.all
}

func published(c *Calendar) { c.Anchor = Published }
func running(c *Calendar)   { c.Anchor = Running }
func ago(c *Calendar)       { c.Anchor, c.Shift = Published, -1 }
func hence(c *Calendar)     { c.Anchor, c.Shift = Published, 1 }
func before(c *Calendar)    { c.Anchor, c.Shift = Running, -1 }
func after(c *Calendar)     { c.Anchor, c.Shift = Running, 1 }

// onTheHour takes the number as the hour: "4 in the afternoon".
func onTheHour(c *Calendar) {
	c.Clock, c.Hour, c.HasN = true, int8(min(c.N, 24)), false
	if c.Hour < 12 && c.Part != "" && c.Part != "MO" {
		c.Hour += 12
	}
}

func fiscal(c *Calendar)    { c.Fiscal = true }
func plusHalf(c *Calendar)  { c.N += 0.5; c.HasN = true }
func justHalf(c *Calendar)  { c.N, c.HasN = 0.5, true }
func single(c *Calendar)    { c.N, c.HasN = 1, true }
func vague(c *Calendar)     { c.N, c.HasN = Vague, true }
func thisTime(c *Calendar)  { c.HasPos, c.Anchor = true, Published }
func past(c *Calendar)      { c.Ref = "PAST_REF" }
func present(c *Calendar)   { c.Ref = "PRESENT_REF" }
func future(c *Calendar)    { c.Ref = "FUTURE_REF" }
func night(c *Calendar)     { c.Part = "NI" }
func quarterly(c *Calendar) { c.Unit, c.Shift, c.HasPos, c.Anchor = Quarter, 0, true, Running }
func lastQuarter(c *Calendar) {
	c.Unit, c.Shift, c.HasPos, c.Anchor = Quarter, -1, true, Running
}
func yearAgoQuarter(c *Calendar) {
	c.Unit, c.N, c.HasN, c.Anchor, c.Shift = Year, 1, true, Running, -1
}
func isEnd(c *Calendar) { c.Unit, c.HasPos = Year, true }
func stretch(c *Calendar) {
	c.Anchor = Until
	if c.Shift > 0 {
		c.Anchor = From
	}
}

// timeRules are the layers of the grammar. Within a layer the longest match wins, then the first.
var timeRules = [][]timeRule{
	{ // holidays come first since "Good Friday" is no Friday; then times of day and numbers with a zone
		{name: "clock", typ: typeTime, makes: aClock, words: "CLOCK AMPM? ZONE?"},
		{name: "clock", typ: typeTime, makes: aClock, words: "CLOCK AMPM? , ZONE"},
		{name: "clock", typ: typeTime, makes: aClock, words: "NUM AMPM ZONE?"},
		{name: "clock", typ: typeTime, makes: aClock, words: "NUM AMPM , ZONE"},
		{name: "clock", typ: typeTime, makes: aClock, words: "NUM o ' clock", set: onTheHour},
		{name: "clock", typ: typeTime, makes: aClock, words: "NUM in the PART", set: onTheHour},
		{name: "clock", typ: typeTime, makes: aClock, words: "MILITARY hours? ZONE"},
		{name: "clock", typ: typeTime, makes: aClock, words: "NOON ZONE?"},
	},
	{ // dates, shifted units, amounts
		{name: "full date", typ: typeDate, makes: aDay, words: "this? SHIFT? WEEKDAY ,? the? MONTH the? DOM|ODOM"},
		{name: "full date", typ: typeDate, makes: aDay, words: "WEEKDAY ,? the? MONTH DOM|ODOM ,? YEAR"},
		{name: "full date", typ: typeDate, makes: aDay, words: "WEEKDAY ,? the? DOM|ODOM of? MONTH"},
		{name: "full date", typ: typeDate, makes: aDay, words: "WEEKDAY ,? the? DOM|ODOM of? MONTH ,? YEAR"},
		{name: "month and day", typ: typeDate, makes: aDay, words: "SHIFT? MONTH the? DOM|ODOM"},
		{name: "full date", typ: typeDate, makes: aDay, words: "MONTH DOM|ODOM ,? YEAR"},
		{name: "month and day", typ: typeDate, makes: aDay, words: "DOM MONTH"},
		{name: "full date", typ: typeDate, makes: aDay, words: "DOM|ODOM MONTH ,? YEAR"},
		{name: "month and day", typ: typeDate, makes: aDay, words: "the? ODOM of MONTH"},
		{name: "full date", typ: typeDate, makes: aDay, words: "the? ODOM of MONTH ,? YEAR"},
		{name: "month, day and last year", typ: typeDate, makes: aDay, words: "MONTH the? DOM|ODOM ,? of? SHIFT YEARLY"},
		{name: "month, day and last year", typ: typeDate, makes: aDay, words: "the? DOM|ODOM of? MONTH ,? SHIFT YEARLY"},
		{name: "month and year", typ: typeDate, makes: aCal, words: "MONTH ,? of? YEAR"},
		{name: "month and year", typ: typeDate, makes: aCal, words: "MONTH ,? of? SHIFT YEARLY"},
		{name: "month", typ: typeDate, makes: aCal, words: "MONTH"},
		{name: "weekday", typ: typeDate, makes: aDay, words: "WEEKDAY"},
		{name: "day word", typ: typeDate, makes: aDay, words: "DAYWORD", set: published},
		{name: "tonight", typ: typeTime, makes: aPart, words: "tonight", set: func(c *Calendar) { c.Part, c.Unit, c.Anchor, c.HasPos = "NI", Day, Published, true }},
		{name: "day word", typ: typeDate, makes: aDay, words: "the? day after tomorrow", set: func(c *Calendar) { published(c); c.Unit, c.Shift, c.HasPos = Day, 2, true }},
		{name: "day word", typ: typeDate, makes: aDay, words: "the? day before yesterday", set: func(c *Calendar) { published(c); c.Unit, c.Shift, c.HasPos = Day, -2, true }},
		{name: "last weekday", typ: typeDate, makes: aDay, words: "this? SHIFT WEEKDAY", set: published},
		{name: "the weekday before", typ: typeDate, makes: aDay, words: "the BACK WEEKDAY", set: running},
		{name: "last month name", typ: typeDate, makes: aCal, words: "this? SHIFT MONTH", set: published},
		{name: "last season", typ: typeDate, makes: aCal, words: "this? SHIFT SEASON", set: published},
		{name: "last holiday", typ: typeDate, makes: aDay, words: "this? SHIFT aDAY", set: published},
		{name: "next unit of the story", typ: typeDate, makes: aCal, words: "the? BACK same? UNIT", set: running},
		{name: "the next unit", typ: typeDate, makes: aCal, words: "the next day|month|year", set: running},
		{name: "part of the story's day", typ: typeTime, makes: aPart, words: "the next|following|same|previous PART", set: running},
		{name: "holiday and year", typ: typeDate, makes: aDay, words: "aDAY ,? of? YEAR"},
		{name: "last unit", typ: typeDate, makes: aCal, words: "the|this? SHIFT UNIT", set: published},
		{name: "this part of day", typ: typeTime, makes: aPart, words: "SHIFT PART", set: published},
		{name: "season and year", typ: typeDate, makes: aCal, words: "the? SEASON of? YEAR"},
		{name: "season", typ: typeDate, makes: aCal, words: "the SEASON"},
		{name: "season", typ: typeDate, makes: aCal, words: "SEASON"},
		{name: "quarter", typ: typeDate, makes: aCal, words: "the? fiscal? QORD quarter"},
		{name: "quarter", typ: typeDate, makes: aCal, words: "fiscal? -? QORD ~- ~quarter"},
		{name: "quarter", typ: typeDate, makes: aCal, words: "the? YEAR fiscal? QORD -? quarter"},
		{name: "quarter", typ: typeDate, makes: aCal, words: "the? fiscal? QORD -? quarter of fiscal? YEAR"},
		{name: "quarter", typ: typeDate, makes: aCal, words: "SHIFT YEARLY ' s fiscal? QORD -? quarter", set: published},
		{name: "quarter", typ: typeDate, makes: aCal, words: "the? fiscal? QORD -? quarter of SHIFT YEARLY", set: published},
		{name: "quarter of a year ago", typ: typeDate, makes: aCal, words: "the? comparable? year - ago|earlier QORD? quarter|period", set: yearAgoQuarter},
		{name: "quarter of a year ago", typ: typeDate, makes: aCal, words: "year - ago|earlier", set: yearAgoQuarter},
		{name: "quarter of a year ago", typ: typeDate, makes: aCal, skip: 1, words: "the year - ago|earlier", set: yearAgoQuarter},
		{name: "half", typ: typeDate, makes: aCal, words: "the? HORD half of YEAR", set: func(c *Calendar) { c.Half = int8(c.N); c.HasN = false }},
		{name: "half", typ: typeDate, makes: aCal, words: "the? HORD half of SHIFT YEARLY", set: func(c *Calendar) { c.Half = int8(c.N); c.HasN = false; c.Anchor = Published }},
		{name: "half", typ: typeDate, makes: aCal, words: "the? last|latter half of YEAR", set: func(c *Calendar) { c.Half, c.HasPos, c.Shift = 2, false, 0 }},
		{name: "latest quarter", typ: typeDate, makes: aCal, words: "the? latest quarter|period", set: lastQuarter},
		{name: "the quarter", typ: typeDate, makes: aCal, words: "the quarter", set: quarterly},
		{name: "the year's period", typ: typeDate, makes: aCal, words: "the YEAR quarter|period", set: func(c *Calendar) { c.Unit, c.Anchor = Quarter, Running }},
		{name: "fiscal year", typ: typeDate, makes: aCal, words: "the? fiscal year? YEAR", set: fiscal},
		{name: "fiscal year", typ: typeDate, makes: aCal, words: "the? SHIFT fiscal YEARLY", set: published},
		{name: "year", typ: typeDate, makes: aCal, words: "YEAR"},
		{name: "year", typ: typeDate, makes: aCal, words: "the year YEAR"},
		{name: "the year", typ: typeDate, makes: aCal, words: "the full|fiscal? YEARLY", set: thisTime},
		{name: "the year", typ: typeDuration, makes: aDur, words: "the fiscal? YEARLY >ended|ending|to|through", set: single},
		{name: "the unit", typ: typeDate, makes: aCal, words: "the month|week", set: thisTime},
		{name: "the weekend", typ: typeDate, makes: aCal, words: "the weekend", set: thisTime},
		{name: "decade", typ: typeDate, makes: aCal, words: "the? ' ~DECADE"},
		{name: "decade", typ: typeDate, makes: aCal, words: "the? DECADE"},
		{name: "century", typ: typeDate, makes: aCal, words: "the? ORD -? century", set: func(c *Calendar) { c.Year = int16(c.N) - 1; c.HasN = false }},
		{name: "year end", typ: typeDate, makes: aCal, words: "year -? end", set: isEnd, mod: modEnd},
		{name: "year end", typ: typeDate, makes: aCal, words: "year ' s end", set: isEnd, mod: modEnd},

		{name: "amount", typ: typeDuration, makes: aDur, words: "NUM UNIT|UNITS"},
		{name: "amount", typ: typeDuration, makes: aDur, words: "the NUM UNIT|UNITS"},
		{name: "compound amount", typ: typeDuration, words: "NUM - UNIT|UNITS"},
		{name: "amount", typ: typeDuration, makes: aDur, words: "NUM more|straight|consecutive|full|whole|additional|extra|trading|business|working UNIT|UNITS"},
		{name: "amount", typ: typeDuration, makes: aDur | aOne, words: "ONE UNIT", set: single},
		{name: "amount", typ: typeDuration, makes: aDur, words: "an additional|extra|entire|whole|full UNIT", set: single},
		{name: "amount", typ: typeDuration, makes: aDur, words: "a full|whole|further UNIT", set: single},
		{name: "vague amount", typ: typeDuration, makes: aDur, words: "a? QUANT of? UNIT|UNITS"},
		{name: "vague amount", typ: typeDuration, makes: aDur, words: "the? QUANT more? UNITS"},
		{name: "vague amount", typ: typeDuration, makes: aDur, words: "several - UNIT", set: vague},
		{name: "vague amount", typ: typeDuration, makes: aDur, words: "UNITS -? long", set: vague},
		{name: "vague amount", typ: typeDuration, makes: aDur, words: "UNITS", set: vague},
		{name: "amount with a half", typ: typeDuration, makes: aDur, words: "ONE|NUM UNIT and a half", set: plusHalf},
		{name: "amount with a half", typ: typeDuration, makes: aDur, words: "NUM and a half UNITS", set: plusHalf},
		{name: "half", typ: typeDuration, makes: aDur, words: "half -? an? a? UNIT", set: justHalf},
		{name: "amount between", typ: typeDuration, makes: aDur, words: "NUM to|or|- NUM UNITS"},
		{name: "amount between", typ: typeDuration, makes: aDur, words: "a UNIT or two", set: single},
		{name: "vague amount", typ: typeDuration, makes: aDur, words: "UNITS or UNITS", set: vague},
		{name: "length", typ: typeDuration, makes: aDur, words: "UNIT ~- long", set: single},
		{name: "length", typ: typeDuration, makes: aDur, words: "a while", set: func(c *Calendar) { c.N, c.HasN = Vague, true }},
		{name: "rate", makes: 0, words: "NUM UNITS ONE|per UNIT"},
		{name: "age", makes: 0, words: "NUM -? UNIT|UNITS -? old"},
		{name: "age", makes: 0, words: "NUM -? UNIT|UNITS of age"},

		{name: "every", typ: typeSet, makes: aSet, words: "EACH UNIT|WEEKDAY|MONTH|SEASON|PART|HOLIDAY", set: single},
		{name: "every", typ: typeSet, makes: aSet, words: "EACH NUM|QUANT UNITS"},
		{name: "every other", typ: typeSet, makes: aSet, words: "EACH other UNIT|WEEKDAY", set: func(c *Calendar) { c.N, c.HasN = 2, true }},
		{name: "weekdays", typ: typeSet, makes: aSet, words: "WEEKDAYS"},
		{name: "weekdays", typ: typeSet, makes: aSet, words: "WEEKDAY PARTS"},
		{name: "set word", typ: typeSet, makes: aSet, words: "SETWORD", set: single},
		{name: "times a unit", typ: typeSet, makes: aSet, words: "once|twice a UNIT", set: single},

		{name: "now", typ: typeDate, makes: aRef, words: "right? now", set: present},
		{name: "now", typ: typeDate, makes: aRef, words: "currently|presently|nowadays", set: present},
		{name: "now", typ: typeDate, makes: aRef, words: "these days", set: present},
		{name: "now", typ: typeDate, makes: aRef, words: "current", set: present},
	},
	{ // what combines them
		{name: "age", makes: 0, words: "aDUR -? old"},
		{name: "past", typ: typeDate, makes: aRef, words: "more? recently", set: past},
		{name: "past", typ: typeDate, makes: aRef, words: "the recent? past", set: past},
		{name: "future", typ: typeDate, makes: aRef, words: "the near|foreseeable|immediate|distant? future", set: future},
		{name: "future", typ: typeDate, makes: aRef, words: "the near|short|long term", set: future},
		{name: "future", typ: typeDate, makes: aRef, words: "future UNITS", set: future},
		{name: "future", typ: typeDate, makes: aRef, words: "soon", set: future},
		{name: "future", typ: typeDate, makes: aRef, words: "as soon as possible", set: future},
		{name: "ago", typ: typeDate, makes: aDay, words: "aDUR or? so? ago", set: ago},
		{name: "earlier", typ: typeDate, makes: aDay, words: "aDUR earlier", set: before},
		{name: "later", typ: typeDuration, makes: aDur, words: "aDUR >later", set: after},
		{name: "from now", typ: typeDate, makes: aDay, words: "aDUR from now", set: hence},
		{name: "stretch", typ: typeDuration, makes: aDur, words: "the? last|past|next|coming|previous|following aDUR", set: stretch},
		{name: "recent units", typ: typeDuration, makes: aDur, words: "the? most? recent aDUR", set: lately},
		{name: "first units", typ: typeDuration, makes: aDur, words: "the first|final|latest aDUR"},
		{name: "clock and day", typ: typeTime, makes: aClock, words: "aCLOCK ,? on? aDAY"},
		{name: "clock and day", typ: typeTime, makes: aClock, words: "aCLOCK SHIFT? PART"},
		{name: "day and clock", typ: typeTime, makes: aClock, words: "aDAY ,? at aCLOCK"},
		{name: "day and part", typ: typeTime, makes: aPart, words: "aDAY PART"},
		{name: "part and day", typ: typeTime, makes: aPart, words: "PART on? aDAY"},
		{name: "overnight and day", typ: typeTime, makes: aPart, words: "overnight on? aDAY", set: night},
		{name: "overnight and day", typ: typeTime, makes: aPart, words: "overnight into aDAY", set: func(c *Calendar) { night(c); c.Rest = -1 }},
		{name: "small hours", typ: typeTime, makes: aPart, words: "the early|small|wee|predawn aDUR of aDAY", set: smallHours, mod: modStart},
		{name: "part and day", typ: typeTime, makes: aPart, words: "the PART of aDAY"},
		{name: "week of", typ: typeDate, makes: aCal, words: "the week of aDAY", set: func(c *Calendar) { c.Unit = Week }},
		{name: "and beyond", typ: typeDate, makes: aCal, words: "aCAL and|or beyond|later", mod: modAfter},
		{name: "quarter of last year", typ: typeDate, makes: aCal, words: "the corresponding|comparable|same|year period|quarter SHIFT YEARLY", set: yearAgoQuarter},
		{name: "day beside", typ: typeDate, makes: aDay, words: "the? day before aDAY", set: func(c *Calendar) { c.Rest = -1 }},
		{name: "day beside", typ: typeDate, makes: aDay, words: "the? day after aDAY", set: func(c *Calendar) { c.Rest = 1 }},
	},
	{ // what modifies them, and words that can also begin a longer expression
		{name: "overnight", typ: typeTime, makes: aPart, words: "overnight", set: func(c *Calendar) { c.Part, c.Unit, c.Anchor, c.HasPos, c.Shift = "NI", Day, Published, true, -1 }},
		{name: "dawn", typ: typeTime, makes: aPart, skip: 1, words: "at|before|after|since|until|by dawn|daybreak|dusk|sunset|sunrise|nightfall", set: running},
		{name: "early", typ: typeDate, makes: aCal, words: "the? early|earlier -? in|on? aCAL|aDAY", mod: modStart},
		{name: "late", typ: typeDate, makes: aCal, words: "the? late|later -? in|on? aCAL|aDAY", mod: modEnd},
		{name: "early", typ: typeTime, makes: aPart, words: "the? early|earlier aPART", mod: modStart},
		{name: "late", typ: typeTime, makes: aPart, words: "the? late|later aPART", mod: modEnd},
		{name: "mid", typ: typeDate, makes: aCal, words: "the? mid -? aCAL|aDAY", mod: modMid},
		{name: "mid", typ: typeTime, makes: aPart, words: "the? mid -? PART|aPART", mod: modMid},
		{name: "beginning", typ: typeDate, makes: aCal, words: "the? beginning|start of aCAL", mod: modStart},
		{name: "middle", typ: typeDate, makes: aCal, words: "the? middle of aCAL", mod: modMid},
		{name: "end", typ: typeDate, makes: aCal, words: "the? end|close of aCAL", mod: modEnd},
		{name: "sometime", typ: typeDate, makes: aCal, words: "sometime in? aCAL"},
		{name: "around", typ: typeDate, makes: aDay, words: "about|around|approximately|roughly aDAY|aCAL", mod: modApprox},
		{name: "more", typ: typeDuration, makes: aDur, words: "more than aDUR", mod: modMore},
		{name: "more", typ: typeDuration, makes: aDur, words: "over aONE", mod: modMore},
		{name: "more", typ: typeDate, makes: aCal, words: "more than aDAY", mod: modBefore},
		{name: "less", typ: typeDuration, makes: aDur, words: "less|fewer than aDUR", mod: modLess},
		{name: "less", typ: typeDuration, makes: aDur, words: "nearly|almost|under aDUR", mod: modLess},
		{name: "less", typ: typeDate, makes: aCal, words: "nearly|almost aDAY|aCAL", mod: modAfter},
		{name: "at least", typ: typeDuration, makes: aDur, words: "at least aDUR", mod: modEqualMore},
		{name: "at most", typ: typeDuration, makes: aDur, words: "up to aDUR", mod: modEqualLess},
		{name: "at most", typ: typeDuration, makes: aDur, words: "at most aDUR", mod: modEqualLess},
		{name: "at most", typ: typeDuration, makes: aDur, words: "no more than aDUR", mod: modEqualLess},
		{name: "about", typ: typeDuration, makes: aDur, words: "about|around|approximately|roughly|some aDUR", mod: modApprox},
		{name: "or so", typ: typeDuration, makes: aDur, words: "aDUR or so", mod: modApprox},
		{name: "or more", typ: typeDuration, makes: aDur, words: "aDUR or more", mod: modEqualMore},
	},
}

// smallHours is the beginning of the morning: the hours themselves are no amount.
func smallHours(c *Calendar) {
	c.Part, c.HasN = "MO", false
	if c.Unit == Hour {
		c.Unit = NoUnit
	}
}

func lately(c *Calendar) { c.Shift, c.HasPos, c.Anchor = -1, true, Until }
