package read

import "sayso/parse"

// A sum whose currency is told with another beside it: "raised the fine from $3m to 5m", "from 400 million to 640 million crowns", "promised $20 million; Norland
// promised 5 million".

// A moneyAt is the last amount with a currency.
type moneyAt struct {
	currency string
	link     int32
	end      int32
}

// bareAmount is the amount of millions that begins at token i without a currency, where that of another amount is its own.
func (s *counter) bareAmount(i int32, had int) (a amount, ok bool) {
	if !s.digit(i) && magnitudes[s.word(i+1)] < 1e6 || i > s.first && s.is(i-1, clMoney) {
		return a, false
	}
	v, scale, end, ok := s.sumAt(i)
	if !ok || scale < 1e6 || s.is(end, clMoney) || s.countsNoun(end) {
		return a, false
	}
	a.first, a.num, a.end, a.link = i, i, end, s.linkBefore(i)
	a.low, a.high, a.hasLow, a.hasHigh = v, v, true, true
	last := &s.money
	switch {
	case last.currency != "" && s.word(i-1) == "to" && last.end == i-1 && s.word(last.link) == "from":
		a.currency = last.currency
		return a, true
	case s.word(a.link) == "from" && s.word(end) == "to":
		if b, ok := s.amountAt(end + 1); ok {
			a.currency = b.currency
			return a, true
		}
	}
	if len(s.out) == had || last.currency == "" || s.word(a.link) == "of" && moneyNouns[s.word(a.link-1)].measure == "" && !sumWords[s.word(a.link-1)] {
		return a, false // "a city of 5 million"
	}
	f := &s.out[len(s.out)-1]
	a.currency = last.currency
	return a, f.Money && f.Unit == a.currency && s.d.Tokens[i].Sentence-s.d.Tokens[f.Head].Sentence <= 1
}

// countsNoun reports whether a noun that a number before it counts follows at token i: "5 million people", "3m high".
func (s *counter) countsNoun(i int32) bool {
	if i >= s.end || s.word(i) == "worth" {
		return false
	}
	switch t := s.tag(i); t {
	case parse.NOUN, parse.PROPN:
		return moneyNouns[s.words[i]].measure == "" && !s.is(i, clTime)
	case parse.ADJ, parse.NUM, parse.SYM:
		return true
	}
	return s.word(i) == "of" || dash(s.word(i)) && i+1 < s.end && s.noun(i+1)
}
