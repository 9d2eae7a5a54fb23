package read

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/parse"
)

// Sums of money that somebody gives for something: "a fine of €18 million", "put the damage at 600 million crowns", "bid $1.2bn for the firm". What a sum
// is of is its measure, the currency its unit. A sum of which the words do not say that is no figure, nor is a rate ("€4 million a day").

// An amount is a sum of money as written, tokens [first, end).
type amount struct {
	quantity
	currency string // "euros", "US dollars"
	link     int32  // the token before it and what only bends it: "of", "at", a verb
}

// moneys adds the sums of money of the text.
func (s *counter) moneys() {
	had := len(s.out)
	for k := range s.d.Sentences {
		end := s.d.Sentences[k].End
		for s.first = s.d.Body(&s.d.Sentences[k]); s.first < end; s.first = s.end {
			s.end = min(end, s.first+maxTokens)
			s.sums(had)
		}
	}
	if len(s.out) > had {
		order(s.out)
	}
}

// sums adds those of tokens [s.first, s.end).
func (s *counter) sums(had int) {
	from, clear := len(s.out), s.first
	for i := s.first; i < s.end; i++ {
		a, ok := amount{}, false
		if s.is(i, clMoney) {
			if a, ok = s.amountWith(i, clear); ok {
				s.money = moneyAt{a.currency, a.link, a.end}
			}
		} else if i >= clear {
			a, ok = s.bareAmount(i, had)
		}
		if !ok {
			continue
		}
		if i = max(i, a.end-1); !s.rateAfter(a.end) {
			s.sum(&a, from, had)
		}
		clear = a.end
	}
}

// amountWith is the amount of which token i is the currency, from token clear on.
func (s *counter) amountWith(i, clear int32) (amount, bool) {
	for j := max(clear, i-9); j <= i; j++ {
		if a, ok := s.amountAt(j); ok && a.end > i {
			return a, true
		}
	}
	return amount{}, false
}

// amountAt is the amount that begins at token i, with what bends it.
func (s *counter) amountAt(i int32) (a amount, ok bool) {
	a.first = i
	b, j := qualifierAt(s.word, i)
	between := s.word(j) == "between"
	if between {
		j++
	}
	cur, k := s.currencyBefore(j)
	v, scale, end, ok := s.sumAt(k)
	if !ok {
		return a, false
	}
	a.num, a.quantity.low, a.high, a.hasLow, a.hasHigh, a.end = k, v, v, true, true, end
	if to := s.word(end); dash(to) || to == "to" && s.word(i-1) != "from" || between && to == "and" {
		c, k := s.currencyBefore(end + 1)
		if w, more, e, ok := s.sumAt(k); ok && (c == cur || c == "" || cur == "") {
			if scale == 1 && more > 1 && v < 1000 {
				v *= more // "$500-700 million"
			}
			if w > v && w <= 20*v {
				a.low, a.high, a.end, cur = v, w, e, strings.TrimSpace(cur+c)
				if cur == c+c {
					cur = c
				}
			}
		}
	}
	if cur == "" {
		if cur, a.end = s.currencyAfter(a.end); cur == "" {
			return a, false
		}
	}
	if s.goesOnBehind(a.end) {
		return a, false
	}
	a.currency = cur
	s.bend(&a, b)
	a.link = s.linkBefore(i)
	return a, true
}

// bend applies what qualifies an amount. Money does not come in ones, so "more than €90 million" begins there.
func (s *counter) bend(a *amount, b bound) {
	switch b {
	case boundLeast, boundMore:
		a.hasHigh, a.more = false, b == boundMore
	case boundMost, boundLess:
		a.hasLow = false
	case boundApprox, boundNearly:
		a.approx = true
	}
	if s.word(a.end) == "or" && s.word(a.end+1) == "more" {
		a.hasHigh, a.end = false, a.end+2
	}
}

// sumAt is the number that begins at token i with its magnitude: "1.2 billion", "300 crore", "half a million".
func (s *counter) sumAt(i int32) (v, scale float64, end int32, ok bool) {
	if s.word(i) == "half" && s.word(i+1) == "a" && magnitudes[s.word(i+2)] >= 1e6 {
		return magnitudes[s.word(i+2)] / 2, 1e6, i + 3, true
	}
	q, ok := simpleNumber(s.word, i)
	if !ok || q.ordinal || q.low <= 0 {
		return 0, 0, 0, false
	}
	v, scale, end = q.low, 1, q.end
	if q.end > i+1 || !q.digits {
		scale = max(1, magnitudes[s.word(q.end-1)])
	} else if _, m, ok := glued(s.word(i)); ok {
		scale = m
	}
	at := end
	if dash(s.word(at)) && (magnitudes[s.word(at+1)] >= 1e3 || largeWords[s.word(at+1)] > 0) {
		at++ // "a €30-million package"
	}
	if m := largeWords[s.word(at)]; m > 0 {
		v, scale, end = v*m, m, at+1
		if s.word(end) == "crore" || s.word(end) == "crores" { // "two lakh crore rupees"
			v, end = v*1e7, end+1
		}
	} else if at > end {
		m := magnitudes[s.word(at)]
		v, scale, end = v*m, m, at+1
	}
	return v, scale, end, true
}

// currencyBefore is the currency whose sign or code stands at token i, and the token behind it.
func (s *counter) currencyBefore(i int32) (string, int32) {
	w := s.word(i)
	cur := moneySigns[w]
	if cur == "" && s.inCapitals(i) {
		cur = moneyCodes[w]
	}
	if cur == "" {
		return "", i
	}
	if i++; s.word(i) == "." {
		i++ // "Rs. 300 crore"
	}
	return cur, i
}

// inCapitals reports whether token i is written in capitals: "TRY 5 million".
func (s *counter) inCapitals(i int32) bool {
	return i >= s.first && i < s.end && s.d.Word(i) == strings.ToUpper(s.words[i])
}

// currencyAfter is the currency named at token i, "euros", "Swedish crowns", and the token behind it.
func (s *counter) currencyAfter(i int32) (string, int32) {
	w := s.word(i)
	if cur := moneyCodes[w]; cur != "" && s.inCapitals(i) {
		return cur, i + 1
	}
	if cur := currencies[w]; cur != "" {
		return cur, i + 1
	}
	if cur := currencies[s.word(i+1)]; cur != "" && s.capital(i) && (s.national(i) || s.d.Word(i) == "US" || s.word(i) == "u.s.") {
		whose := s.d.Word(i)
		if whose == "American" || whose == "U.S." {
			whose = "US"
		}
		return whose + " " + cur, i + 2
	}
	return "", i
}

// linkBefore is the token before the one at which an amount begins, less what only bends it: "of" in "of a further €15 million".
func (s *counter) linkBefore(i int32) int32 {
	for i--; i > s.first && (bendWords[s.words[i]] || s.adverb(i)); i-- {
	}
	return i
}

// rateAfter reports whether the words at token i say that so much is due again and again or for each of several.
func (s *counter) rateAfter(i int32) bool {
	switch s.word(i) {
	case "per", "each", "every", "apiece", "annually", "monthly", "weekly", "daily", "yearly", "hourly":
		return true
	case "a", "an":
		w := s.word(i + 2)
		return s.tag(i+1) == parse.NOUN && w != "ago" && w != "earlier" && w != "before" && w != "later" && w != "after"
	}
	return false
}

// sum adds an amount, where the words say what it is of.
func (s *counter) sum(a *amount, from, had int) {
	m := s.moneyOf(a, from, had)
	if m.measure == "" || m.measure == "fine" && (!a.hasLow || s.modalBefore(a.first)) { // "could be fined up to €20 million"
		return
	}
	f := Figure{Span: s.d.Range(a.first, a.end), Head: a.num, Measure: m.measure, Unit: a.currency, Approximate: a.approx, Money: true,
		Event: -1, Statement: -1, PartOf: -1, Cue: -1, Form: "number", Who: a.currency, More: a.more, Deed: m.deed, For: m.whom, From: m.who,
		Superseded: m.old || s.toldFirst(a)}
	if !givenSums[m.measure] {
		f.From = article.Span{}
	}
	f.Low, f.High = a.bounds()
	f.Hedged = s.modalBefore(a.first)
	s.out = append(s.out, f)
}

// modalBefore reports whether "could", "may" or "might" stands in the clause before token i.
func (s *counter) modalBefore(i int32) bool {
	for j := i - 1; j >= s.first && j > i-9; j-- {
		switch s.words[j] {
		case "could", "may", "might":
			return !s.capital(j) || j == s.first
		case ",", ";", ":":
			return false
		}
	}
	return false
}

// toldFirst reports whether the words beside an amount say that another took its place since: "had at first offered", "from €18 million to €11 million".
func (s *counter) toldFirst(a *amount) bool {
	if s.word(a.link) == "from" && s.word(a.end) == "to" {
		if _, ok := s.amountAt(a.end + 1); ok {
			return true
		}
		if _, scale, _, ok := s.sumAt(a.end + 1); ok && scale >= 1e6 {
			return true
		}
	}
	if s.word(a.link) == "as" && s.word(a.link-1) == "much" && s.word(a.first-1) == "the" {
		return true // "twice as much as the €30m that it had announced"
	}
	had, first := false, false
	for j := a.first - 1; j >= s.first && j > a.first-12 && !strings.Contains(";.:", s.words[j]); j-- {
		had = had || s.words[j] == "had"
		first = first || formerWords[s.words[j]] && !(s.words[j] == "first" && s.noun(j+1))
		if former[s.words[j]] && (moneyNouns[s.word(j+1)].measure != "" || moneyNouns[s.word(j+2)].measure != "" || s.word(j+1) == "estimate") {
			return true // "its earlier bid of"
		}
	}
	for j := a.end; had && j < min(s.end, a.end+5) && !strings.Contains(",;.:", s.words[j]); j++ {
		first = first || s.words[j] == "ago" || s.words[j] == "earlier"
	}
	return had && first
}

// A moneyUse is what an amount is of.
type moneyUse struct {
	measure string
	deed    string
	who     article.Span // who gives, bids or fines, or empty
	whom    article.Span // whom it is paid for or taken from, or empty
	old     bool
}

// moneyOf is what an amount is of, by the noun behind or before it, by its verb, or by the amount that was told before.
func (s *counter) moneyOf(a *amount, from, had int) moneyUse {
	for _, by := range []func(*amount) moneyUse{s.moneyNounAfter, s.moneyNounBefore, s.moneyVerb} {
		if m := by(a); m.measure != "" {
			if m.measure == "aid" && s.party() {
				m.measure = "donation"
			}
			if m.who.Len() == 0 {
				m.who = s.byAfter(a.end)
			}
			return m
		}
	}
	return s.moneyAgain(a, from, had)
}

// moneyAgain is what the amount told last is of, where the words give another one of the same: "the insurers spoke of €820 million", "up from €40 million".
func (s *counter) moneyAgain(a *amount, from, had int) moneyUse {
	if len(s.out) == had {
		return moneyUse{}
	}
	last := &s.out[len(s.out)-1]
	if last.Unit != a.currency || s.d.Tokens[a.num].Sentence-s.d.Tokens[last.Head].Sentence > 1 {
		return moneyUse{}
	}
	again := moneyUse{measure: last.Measure, deed: last.Deed, whom: last.For}
	w, before := s.word(a.link), s.word(a.link-1)
	switch {
	case w == "from" && (before == "up" || before == "down"), w == "of" && before == "instead", w == "than" && before == "rather":
		again.old = true
		return again
	case w == "as" && before == "much": // "twice as much as the €30m"
	case w == "of" && (speaks[before] || sumWords[before]):
	case (w == "at" || w == "as") && (before == "it" || before == "them" || sumWords[before]):
	case giveWords[w] && last.Measure == "aid", (w == "offered" || w == "bid") && last.Measure == "bid":
		again.who = s.subjectOf(a.link)
	case len(s.out) > from && (w == "at" || w == "of") && !s.verbsBetween(last.Head, a.link): // "the province at 600 million, the insurers at 820 million"
	default:
		return moneyUse{}
	}
	return again
}

// verbsBetween reports whether a verb stands between tokens a and b.
func (s *counter) verbsBetween(a, b int32) bool {
	for j := a + 1; j < b; j++ {
		if t := s.tag(j); t == parse.VERB || t == parse.AUX {
			return true
		}
	}
	return false
}

// moneyNounAfter is what the noun behind an amount says: "a €1.2 billion bid", "$340 million in damage".
func (s *counter) moneyNounAfter(a *amount) moneyUse {
	j := a.end
	if dash(s.word(j)) {
		j++
	}
	if s.word(j) == "worth" {
		j++
	}
	joined := s.word(j) == "in" || s.word(j) == "of" || s.word(j) == "for" && moneyNouns[s.word(j+1)].measure == "compensation" // "set aside €60m for compensation"
	if joined {
		j++
	}
	kind := ""
	for ; j < s.end && j < a.end+6; j++ {
		w := s.words[j]
		if n := moneyNouns[w]; n.measure != "" && !(s.tagged && s.tag(j) == parse.VERB) && !(w == "cost" || w == "help" && !joined) {
			if s.noSum(j, n.measure, true) {
				return moneyUse{}
			}
			return s.moneyNoun(a, j, n, kind)
		}
		if t := s.tag(j); !wordy(w) || s.is(j, clPrep|clConj|clRel|clDet|clPoss|clBe|clHave) || t == parse.VERB && s.d.Tokens[j].XPOS != parse.XVBN && s.d.Tokens[j].XPOS != parse.XVBG {
			return moneyUse{}
		}
		if lossKinds[w] != "" {
			kind = lossKinds[w]
		}
	}
	return moneyUse{}
}

// moneyNoun is what the noun at token n says of an amount, with the words for a kind of it before it.
func (s *counter) moneyNoun(a *amount, n int32, noun moneyWord, kind string) moneyUse {
	m := moneyUse{measure: noun.measure, deed: noun.deed}
	if n > s.first && kind == "" {
		kind = lossKinds[s.word(n-1)]
	}
	if kind == "" && m.measure == "loss" {
		kind = s.periodAfter(a.end)
	}
	switch {
	case m.measure == "loss" && kind != "":
		m.measure = kind + " loss"
	case s.words[n] == "damages" && s.inCourt():
		m.measure = "compensation"
	case m.measure == "ransom":
		if m.deed = s.ransomDeed(min(n, a.first)); s.paidBehind(max(n+1, a.end)) {
			m.deed = "pay"
		}
	}
	m.who, m.whom = s.giverOf(n, a), s.whomOf(n, a)
	if v := s.sought(min(n, a.first)); m.measure == "aid" && v >= 0 {
		m.deed, m.who = "seek", s.subjectOf(v)
	}
	return m
}

// inCourt reports whether the sentence is of a court, whose damages are money paid for harm.
func (s *counter) inCourt() bool {
	for i := s.first; i < s.end; i++ {
		if courtWords[s.words[i]] {
			return true
		}
	}
	return false
}

// ransomDeed is whether a ransom was paid or asked for, by the verb nearest before token i.
func (s *counter) ransomDeed(i int32) string {
	for j := i - 1; j >= s.first && j > i-9; j-- {
		switch w := s.words[j]; {
		case w == "paid" || w == "paying" || w == "payment" || w == "transferred":
			for k := j - 1; k >= s.first && k > j-5; k-- {
				if s.is(k, clNot) || s.words[k] == "denied" || s.words[k] == "refused" {
					return "demand"
				}
			}
			return "pay"
		case s.tag(j) == parse.VERB:
			return "demand"
		}
	}
	return "demand"
}

// sought is the verb before token i by which help is asked for: "appealed for"; or -1.
func (s *counter) sought(i int32) int32 {
	for j := i - 1; j >= s.first && j > i-6; j-- {
		if seeks[s.words[j]] {
			return j
		}
	}
	return -1
}

// moneyContext reports whether the text so far, up to the end of the sentence, has one of the words.
func (s *counter) moneyContext(words map[string]bool, sentences int32) bool {
	from := s.first
	for k := s.d.Tokens[s.first].Sentence; sentences > 0 && k > 0; sentences-- {
		k--
		from = s.d.Sentences[k].First
	}
	return slices.ContainsFunc(s.words[from:s.end], func(w string) bool { return words[w] })
}
