package read

// build is the expression that rule r makes of what it matched: the calendars of its parts, joined,
// with the words of its own.
func (s *scan) build(r *timeRule, i int, m *match) item {
	first, last := &s.items[i], &s.items[m.end-1]
	it := item{start: first.start, end: last.end, space: first.space, capital: first.capital, class: r.makes, rule: r.number, typ: r.typ, mod: r.mod}
	var c Calendar
	c.Minute = -1
	for k := range m.n {
		p := &s.items[m.item[k]]
		if p.cal >= 0 {
			c = join(c, s.cals[p.cal])
			if it.mod == 0 {
				it.mod = p.mod
			}
			continue
		}
		c.Fiscal = c.Fiscal || p.word == wordFiscal
		c.take(p, m.as[k])
	}
	if r.set != nil {
		r.set(&c)
	}
	s.retype(r, &it, &c)
	s.cals = append(s.cals, c)
	it.cal = int32(len(s.cals) - 1)
	return it
}

// retype settles what only the parts can tell: "early Friday morning" is a time, "a day ago" is a day
// but "a year ago" is no day.
func (s *scan) retype(r *timeRule, it *item, c *Calendar) {
	switch {
	case c.Clock || c.Part != "":
		if it.typ == typeDate {
			it.typ = typeTime
		}
	case it.class == aDay && c.HasN && c.Unit > Day:
		it.class = aCal
	}
}

// take adds what word p says in its role as.
func (c *Calendar) take(p *item, as class) {
	switch {
	case as&month != 0:
		c.Month = int8(p.n)
	case as&(dom|odom) != 0:
		c.Day = int8(p.n)
	case as&(weekday|weekdays) != 0:
		c.Weekday = int8(p.n)
	case as&year != 0:
		c.Year = int16(p.n)
	case as&decade != 0:
		c.Unit, c.Year = Decade, int16(p.n)
	case as&season != 0:
		c.Season = seasonNames[int(p.n)]
	case as&(part|parts) != 0:
		c.Part = partNames[int(p.n)]
	case as&(shift|back) != 0:
		c.Shift, c.HasPos = int8(p.n), true
	case as&dayword != 0:
		c.Unit, c.Shift, c.HasPos = Day, int8(p.n), true
	case as&clock != 0:
		c.Clock, c.Hour, c.Minute = true, int8(p.n), int8((p.n-float64(int(p.n)))*60+0.5)
	case as&military != 0:
		c.Clock, c.Hour, c.Minute = true, int8(int(p.n)/100), int8(int(p.n)%100)
	case as&ampm != 0:
		c.halfDay(p.n)
	case as&noon != 0:
		c.Clock, c.Hour, c.Minute = true, int8(p.n), 0
	case as&(unit|units|yearly) != 0:
		c.takeUnit(Unit(p.n))
	case as&setword != 0:
		c.Unit = Unit(p.n)
	case as&qord != 0 && as&ord == 0:
		c.Quarter = int8(p.n)
	case as&(num|ord|hord|one|quant) != 0:
		if !c.HasN {
			c.N, c.HasN = p.n, true
		}
	}
}

// halfDay applies a.m. (0) or p.m. (12) to the hour said before it.
func (c *Calendar) halfDay(half float64) {
	if !c.Clock {
		c.Clock, c.Hour = true, int8(min(c.N, 24))
		c.HasN, c.N = false, 0
	}
	if c.Hour == 12 {
		c.Hour = 0
	}
	c.Hour = min(c.Hour+int8(half), 24)
}

func (c *Calendar) takeUnit(u Unit) {
	switch {
	case u == Fortnight:
		c.Unit = Week
		c.N *= 2
	case c.Unit == NoUnit:
		c.Unit = u
	}
}

// join adds to c what d says.
func join(c, d Calendar) Calendar {
	if c == (Calendar{Minute: -1}) {
		return d
	}
	if d.Year != 0 {
		c.Year = d.Year
	}
	if d.Month != 0 {
		c.Month = d.Month
	}
	if d.Day != 0 {
		c.Day = d.Day
	}
	if d.Weekday != 0 {
		c.Weekday = d.Weekday
	}
	if d.Quarter != 0 {
		c.Quarter = d.Quarter
	}
	if d.Clock {
		c.Clock, c.Hour, c.Minute = true, d.Hour, d.Minute
	}
	if d.Unit != NoUnit {
		c.Unit = d.Unit
	}
	if d.HasN {
		c.N, c.HasN = d.N, true
	}
	if d.HasPos {
		c.Shift, c.HasPos = d.Shift, true
	}
	if d.Anchor != NoAnchor {
		c.Anchor = d.Anchor
	}
	if d.Season != "" {
		c.Season = d.Season
	}
	if d.Part != "" {
		c.Part = d.Part
	}
	if d.Holiday != "" {
		c.Holiday = d.Holiday
	}
	if d.Ref != "" {
		c.Ref = d.Ref
	}
	c.Fiscal = c.Fiscal || d.Fiscal
	c.Rest += d.Rest
	return c
}

// keep reports whether expression i stands as a time by itself, seen with its neighbours.
func (s *scan) keep(i int) bool {
	it, c := &s.items[i], &s.cals[s.items[i].cal]
	if c.Unit != NoUnit && c.Month == 0 && s.title(i) {
		return false
	}
	switch name := ruleNames[it.rule]; {
	case name == "year":
		return s.keepYear(i)
	case name == "month":
		return s.keepMonth(i, c)
	case name == "season":
		return s.keepSeason(i)
	case name == "amount" || name == "vague amount":
		return s.keepAmount(i, c)
	case name == "last unit" && c.Unit < Year && s.wordIs(i+1, "of"), name == "this part of day" && s.wordIs(i-1, "the"):
		return false // "the last day of the fair", "on the last night"
	case name == "compound amount":
		return c.Unit != Quarter || s.text[it.end-1] != 's' // three-quarters
	case name == "clock":
		return s.keepClock(i)
	case name == "decade":
		return s.keepDecade(i)
	case name == "set word":
		return c.Unit <= Week || s.text[it.end-1] == 'y' && s.text[it.end-2] == 'l'
	case name == "past":
		return i+1 >= len(s.items) || s.items[i+1].class&num == 0
	case name == "future" && it.end-it.start == 4: // "soon after", "as soon as"
		return !s.wordIs(i-1, "as") && !s.wordIs(i+1, "after")
	case c.Holiday != "":
		return it.capital || s.text[it.start] < 'a' || it.rule != 0 && c.Weekday == 0
	}
	return true
}

// title reports whether expression i is a title: CBS's "60 Minutes", ABC's "This Week".
func (s *scan) title(i int) bool {
	w := s.word(i)
	k := len(w)
	for k > 0 && w[k-1] != ' ' && w[k-1] != '\n' {
		k--
	}
	return k > 0 && 'A' <= w[k] && w[k] <= 'Z' && 'a' <= w[len(w)-1] && w[len(w)-1] <= 'z'
}

// word is item i as written, or "".
func (s *scan) word(i int) string {
	if i < 0 || i >= len(s.items) {
		return ""
	}
	return s.text[s.items[i].start:s.items[i].end]
}

func (s *scan) wordIs(i int, words ...string) bool {
	w := s.word(i)
	for _, x := range words {
		if equalFold(w, x) {
			return true
		}
	}
	return false
}

// equalFold compares ASCII words without case.
func equalFold(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range len(a) {
		if a[i]|0x20 != b[i]|0x20 {
			return false
		}
	}
	return true
}

// keepYear tells the year 1998 from 1998 dollars, shares, or the end of a telephone number.
func (s *scan) keepYear(i int) bool {
	it := &s.items[i]
	n := s.cals[it.cal].Year
	if n < 1800 || n > 2080 {
		return s.wordIs(i-1, "in", "since", "until") && n < 2100 && !s.items[i].mark(s)
	}
	if i > 0 && !it.space && s.items[i-1].class != stop && !s.wordIs(i-1, "(", "-", "–", "\"", "`", "/", "'", "‘", "“") {
		return false
	}
	if i+1 < len(s.items) && !s.items[i+1].space && s.wordIs(i+1, "-", ".", "%", "$") && i+2 < len(s.items) && !s.items[i+2].space && isDigit(s.text[s.items[i+2].start]) && s.wordIs(i+1, ".") {
		return false
	}
	return !s.wordIs(i-1, "$", "£", "€", "#", "no", "than") && !s.wordIs(i+1, "%", "percent", "million", "billion", "people", "points", "dollars", "shares", "miles", "feet", "metres", "meters", "kilometers", "kilometres", "troops", "soldiers")
}

// mark reports whether a mark stands right after the item.
func (it *item) mark(s *scan) bool {
	return int(it.end) < len(s.text) && (s.text[it.end] == ',' && int(it.end)+1 < len(s.text) && isDigit(s.text[it.end+1]) || s.text[it.end] == '%')
}

// keepMonth tells the month from "May I", "March on Washington", "April Smith" by what stands before it.
func (s *scan) keepMonth(i int, c *Calendar) bool {
	it := &s.items[i]
	switch {
	case c.Month != 5 && c.Month != 3 && c.Month != 4 && c.Month != 6 && c.Month != 8:
		return true
	case s.wordIs(i-1, "in", "of", "since", "until", "till", "by", "from", "through", "to", "and", "or", "for", "during", "after", "before", "between", "late", "early", "mid", "-", "(", "last", "this", "next", "on", "the"):
		return true
	case s.wordIs(i-1, ",", "and", "or"):
		return i > 1 && s.items[i-2].typ != 0
	}
	return c.Month != 5 && c.Month != 3 && i+1 < len(s.items) && s.items[i+1].word == wordApostrophe || c.Month == 8 && it.capital || c.Month == 6 && !capitalAt(s, i+1)
}

func capitalAt(s *scan, i int) bool { return i < len(s.items) && s.items[i].capital }

// keepSeason tells the season from "a fall in prices" and "spring a leak".
func (s *scan) keepSeason(i int) bool {
	if s.wordIs(i, "fall") || s.wordIs(i, "spring") {
		return s.wordIs(i-1, "in", "by", "since", "until", "this", "each")
	}
	w := s.word(i)
	if len(w) > 4 && equalFold(w[:4], "the ") {
		if equalFold(w[4:], "fall") || equalFold(w[4:], "spring") {
			return s.wordIs(i-1, "in", "during", "of", "by", "until", "since", "through", "before", "after", "late", "early", "for") && !s.wordIs(i+1, "of")
		}
		return true
	}
	return s.wordIs(i-1, "in", "by", "since", "until", "during", "of", "late", "early", "mid", "-", "and", "every")
}

// keepAmount tells a duration from a rate ("$2 million a year") and bare "years" from the noun.
func (s *scan) keepAmount(i int, c *Calendar) bool {
	it := &s.items[i]
	if c.Unit == Quarter && s.wordIs(i+1, "of") || s.wordIs(i-2, "hundreds", "thousands") {
		return false // a quarter of the market
	}
	if s.wordIs(i, "a year", "a month", "a week", "a day", "an hour", "a minute", "a second", "a quarter", "a weekend", "a decade", "a century", "a night") {
		if s.wordIs(i, "a second", "a quarter", "a minute") {
			return s.wordIs(i-1, "for", "in", "within", "than", "over", "about", "nearly", "almost", "after")
		}
		if s.wordIs(i+1, "after", "before") {
			return true
		}
		return i > 0 && (s.wordIs(i-1, "for", "in", "within", "than", "over", "about", "nearly", "almost", "after", "of", "by", "took", "takes", "last", "lasted", "into", "only", "just", "spend", "spent", "half"))
	}
	if ruleNames[it.rule] == "vague amount" && !spaceIn(s.word(i)) {
		return s.wordIs(i-1, "for", "in", "after", "within", "over", "of", "be", "take", "takes", "took", "by", "recent", "many", "last", "lasted") && !s.wordIs(i+1, "of", "when", "like", "that") && it.end-it.start > 4 && c.Unit >= Hour && s.text[it.end-1] == 's'
	}
	return true
}

func spaceIn(w string) bool {
	for i := range len(w) {
		if w[i] == ' ' || w[i] == '\n' || w[i] == '-' {
			return true
		}
	}
	return false
}

// keepClock tells 10:35 from a score or verse: a bare clock needs "at", "by" and the like before it.
func (s *scan) keepClock(i int) bool {
	it := &s.items[i]
	if it.end-it.start > 5 || s.word(i)[0] > '9' {
		return true
	}
	return s.wordIs(i-1, "at", "by", "until", "till", "before", "after", "from", "around", "about", "to", "since", "between")
}

// keepDecade tells the nineties from people in their nineties and temperatures.
func (s *scan) keepDecade(i int) bool {
	c := &s.cals[s.items[i].cal]
	if c.Year >= 100 {
		return true
	}
	return len(s.word(i)) > 4 && equalFold(s.word(i)[:4], "the ") && !s.wordIs(i-1, "their", "her", "his", "to")
}
