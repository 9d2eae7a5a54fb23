package read

// dateLayer is the layer of timeRules that makes days.
const dateLayer = 1

var ruleSameMonth = func() int16 {
	ruleNames = append(ruleNames, "day of the same month")
	return int16(len(ruleNames) - 1)
}()

// dayLists finds the days that share a month with the day beside them: "April 24 and 25", "Oct. 3-5,
// 2026", "12 to 15 October". Each is an expression of its own, as in TimeBank.
func (s *scan) dayLists() {
	for i := 0; i < len(s.items); i++ {
		if s.items[i].class != aDay || s.items[i].rule == ruleSameMonth {
			continue
		}
		if c := &s.cals[s.items[i].cal]; c.Month == 0 || c.Day == 0 {
			continue
		}
		if isDigit(s.text[s.items[i].start]) {
			s.daysBefore(i)
		} else {
			s.daysAfter(i)
		}
	}
}

// daysBefore gives the numbers left of "15 October" its month: "12 to", "10, 11 and".
func (s *scan) daysBefore(i int) {
	next := s.cals[s.items[i].cal].Day
	for k := i - 2; k >= 0 && s.items[k].class&dom != 0; k -= 2 {
		w := s.items[k+1].word
		if !joinsDays(w) && (w != wordComma || k == i-2) || s.items[k].n >= float64(next) {
			return
		}
		if (w == wordAnd || w == wordComma) && !s.wordIs(k-1, "on", "between", "the", "of", "since", ",") {
			return // "killed 12 and 13 October was …"
		}
		next = int8(s.items[k].n)
		s.sameMonth(k, i)
	}
}

// daysAfter gives the numbers right of "April 24" its month, and all of them the year that follows.
func (s *scan) daysAfter(i int) {
	last, from := i, s.cals[s.items[i].cal].Day
	for k := i + 2; k < len(s.items) && s.items[k].class&dom != 0 && s.items[k].n > float64(from) && isDigit(s.text[s.items[k].start]); k += 2 { // "on Oct. 5 and eight more"
		w := s.items[k-1].word
		if !joinsDays(w) && w != wordComma || !s.endsDays(k) {
			break
		}
		from = int8(s.items[k].n)
		if w != wordComma { // "Oct. 3, 4 and 5", not "on Oct. 3, 4 …"
			last = k
		}
	}
	if last == i {
		return
	}
	for k := i + 2; k <= last; k += 2 {
		s.sameMonth(k, i)
	}
	y := last + 1
	if y < len(s.items) && s.items[y].word == wordComma {
		y++
	}
	if y >= len(s.items) || s.items[y].class&aCal == 0 || ruleNames[s.items[y].rule] != "year" {
		return
	}
	for k := i; k <= last; k += 2 {
		s.cals[s.items[k].cal].Year = s.cals[s.items[y].cal].Year
	}
	s.items[last].end = s.items[y].end
	s.items = append(s.items[:last+1], s.items[y+1:]...)
}

// joinsDays reports whether w stands between days of a list.
func joinsDays(w uint16) bool {
	return w == wordAnd || w == wordOr || w == wordTo || w == wordThrough || w == wordHyphen
}

// endsDays reports whether the number at item k counts nothing itself: "April 24 and 25 people".
func (s *scan) endsDays(k int) bool {
	if k+1 >= len(s.items) {
		return true
	}
	n, w := &s.items[k+1], s.items[k-1].word
	if n.class&(units|unit|scale|num) != 0 && n.class&year == 0 || n.word == wordPercent {
		return false
	}
	return w == wordTo || w == wordHyphen || w == wordThrough || n.class != 0
}

// sameMonth makes the number at item k a day of the month of the day at item i.
func (s *scan) sameMonth(k, i int) {
	it, c := &s.items[k], s.cals[s.items[i].cal]
	c.Day, c.Weekday = int8(it.n), 0
	s.cals = append(s.cals, c)
	it.class, it.typ, it.rule, it.cal = aDay, typeDate, ruleSameMonth, int32(len(s.cals)-1)
}
