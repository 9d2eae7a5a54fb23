package read

import (
	"sayso/article"
	"sayso/parse"
)

// What a sum is of by the noun before it or by its verb, who gives it and to whom.

// moneyNounBefore is what the noun before an amount says: "a fine of €18 million", "put the losses of importers at", "raised its bid for the firm to".
func (s *counter) moneyNounBefore(a *amount) moneyUse {
	link := s.word(a.link)
	if !moneyLinks[link] {
		return moneyUse{}
	}
	verb, far := false, false // far: behind a relative clause
	for j := a.link; j >= s.first && j > a.link-24; j-- {
		w := s.words[j]
		switch {
		case w == ";" || w == ":" || w == "." || w == "\"" || w == "“" || w == "”":
			return moneyUse{}
		case lends[w] && link == "of" && s.pledgedBefore(j) >= 0:
			return moneyUse{measure: "aid", who: s.subjectOf(s.pledgedBefore(j))} // "pledged a loan of $300 million"
		case otherNouns[w] && !(s.tagged && s.tag(j) == parse.VERB):
			return moneyUse{}
		case moneyNouns[w].measure != "" && s.standsAsNoun(j):
			if far && !s.changedBefore(j) || !far && !s.linked(j, a, verb) || s.noSum(j, moneyNouns[w].measure, false) {
				return moneyUse{}
			}
			return s.moneyNoun(a, j, moneyNouns[w], "")
		case s.is(j, clRel) && w != "that" && j < a.link:
			if link != "to" && link != "from" {
				return moneyUse{} // "losses at the firm, which was sold for"
			}
			far = true // "cut the fine of a firm whose dyke gave way from"
		}
		if link == "to" || link == "from" {
			if t := s.tag(j); t == parse.VERB && !moneyVerbs[w] && !moneyChanges[w] && s.d.Tokens[j].XPOS != parse.XVBN {
				far = true
			} else if t == parse.VERB && j < a.link {
				verb = true
			}
			continue
		}
		if t := s.tag(j); (t == parse.VERB || t == parse.AUX) && j < a.link {
			if s.d.Tokens[j].XPOS != parse.XVBN && !moneyVerbs[w] && !moneyChanges[w] {
				return moneyUse{}
			}
			verb = true
		}
	}
	return moneyUse{}
}

// periodAfter is the kind of a loss that the words at token i give a period of a firm's year: "a loss of €310 million in the fourth quarter"; or "".
func (s *counter) periodAfter(i int32) string {
	if w := s.word(i); w != "in" && w != "for" {
		return ""
	}
	for j := i + 1; j < s.end && j < i+5; j++ {
		switch s.words[j] {
		case "quarter":
			return "quarterly"
		case "half":
			return "half-year"
		case ",", ".", "and":
			return ""
		}
	}
	return ""
}

// pledgedBefore is the verb of pledging whose object is the noun at token n, or -1.
func (s *counter) pledgedBefore(n int32) int32 {
	for j := n - 1; j >= s.first && j > n-5; j-- {
		switch s.words[j] {
		case "pledged", "pledges", "pledging", "promised", "promises":
			return j
		}
		if s.tag(j) == parse.VERB || s.is(j, clPrep) {
			return -1
		}
	}
	return -1
}

// standsAsNoun reports whether token i, which can be a noun for a sum, is one here: not in "to fine", "the fine print", "helped".
func (s *counter) standsAsNoun(i int32) bool {
	if !s.tagged {
		return true
	}
	t := s.tag(i)
	return t == parse.NOUN || t == parse.PROPN || t == parse.ADJ && !s.nounFollows(i+1)
}

// linked reports whether the noun at token n has the amount as its sum. Between them there is a verb or not.
func (s *counter) linked(n int32, a *amount, verb bool) bool {
	link := s.word(a.link)
	switch {
	case link == "of":
		return !verb && s.word(a.link-1) != "instead" || a.link == n+1
	case link == "to" || link == "from":
		return verb || s.changedBefore(n)
	case link == "at" || link == "as":
		return verb || s.settingBefore(n)
	case link == "worth":
		return !verb
	}
	return true // "damage exceeding", "losses were"
}

// changedBefore reports whether the noun at token n is the object of a verb of changing: "raised its bid".
func (s *counter) changedBefore(n int32) bool {
	for j := n - 1; j >= s.first && j > n-8; j-- {
		if moneyChanges[s.words[j]] || becomes[s.words[j]] {
			return true
		}
		if s.tag(j) == parse.VERB && s.d.Tokens[j].XPOS != parse.XVBN && s.d.Tokens[j].XPOS != parse.XVBG || s.words[j] == "," {
			return false
		}
	}
	return false
}

// settingBefore reports whether a verb of giving a number stands before the noun at token n, or none is needed: "put the damage at", "losses at".
func (s *counter) settingBefore(n int32) bool {
	for j := n - 1; j >= s.first && j > n-8; j-- {
		if moneyVerbs[s.words[j]] || settings[s.words[j]] {
			return true
		}
	}
	return false
}

// moneyVerb is what the verb of an amount says: "fined the bank $5 million", "bid €1.2 billion for", "pledged £20m", "lost", "cost it".
func (s *counter) moneyVerb(a *amount) moneyUse {
	v, w := a.link, s.word(a.link)
	switch {
	case w == "fined":
		return moneyUse{measure: "fine", who: s.byAfter(a.end)}
	case w == "bid" || w == "bids" || w == "bidding", (w == "offered" || w == "offers" || w == "offering") && s.buys(a.end):
		return moneyUse{measure: "bid", who: s.subjectOf(v), whom: s.forAfter(a.end)}
	case w == "pledged" || w == "pledges" || w == "pledging" || w == "donated" || w == "donates" || w == "donating", setsAside[w] && s.moneyContext(helped, 0):
		return moneyUse{measure: "aid", who: s.subjectOf(v)}
	case w == "cost" && (s.word(v-1) == "will" || s.word(v-1) == "would"):
		return moneyUse{measure: "cost", whom: s.subjectOf(v)} // "the repair will cost"
	case (w == "lost" || w == "lose" || w == "loses" || w == "losing") && !s.weighed(a):
		return moneyUse{measure: "loss", whom: s.subjectOf(v)}
	case stealing[w], w == "with" && (s.word(v-1) == "off" || s.word(v-1) == "away") && (s.word(v-2) == "made" || s.word(v-2) == "got"):
		return moneyUse{measure: "theft"}
	case (w == "demanded" || w == "demanding" || w == "demands" || w == "demand" || w == "for" && seeks[s.word(v-1)]) && s.moneyContext(captors, 99):
		return moneyUse{measure: "ransom", deed: "demand"}
	case w == "paid" && s.moneyContext(captors, 0):
		return moneyUse{measure: "ransom", deed: "pay"}
	case w == "for" && seeks[s.word(v-1)] && s.moneyContext(helped, 0), seeks[w] && s.moneyContext(helped, 0):
		return moneyUse{measure: "aid", deed: "seek", who: s.subjectOf(v - 1)}
	}
	return s.takenFrom(a)
}

// takenFrom is what a verb with somebody between it and the amount says: "fined the bank a record $5 million", "has cost the firm €40 million".
func (s *counter) takenFrom(a *amount) moneyUse {
	for j := a.link; j >= s.first && j > a.link-9; j-- {
		w := s.words[j]
		whom := s.nounsFrom(j+1, a.first)
		switch {
		case j == a.link:
		case w == "fined" || w == "fining", w == "fines" && s.tag(j) == parse.VERB, w == "fine" && (s.word(j-1) == "to" || s.is(j-1, clModal)):
			return moneyUse{measure: "fine", who: s.subjectOf(j), whom: whom}
		case (w == "cost" || w == "costs" || w == "costing") && !s.compound(j):
			if s.tag(j) == parse.NOUN && s.is(j-1, clDet|clPoss|clIndef) {
				return moneyUse{}
			}
			if s.word(a.end) == "to" && s.itBefore(j) {
				return moneyUse{measure: "cost"} // "it costs members €70,000 to join"
			}
			return moneyUse{measure: "loss", whom: whom}
		case w == "paid" && s.payees(j+1, a.link+1):
			return moneyUse{measure: "ransom", deed: "pay"}
		}
		if !wordy(w) && w != "'s" && w != "’s" && w != "&" && !dash(w) || s.is(j, clPrep|clRel) && w != "of" || s.tag(j) == parse.VERB {
			return moneyUse{}
		}
	}
	return moneyUse{}
}

// payees reports whether a ransom's takers are named in tokens [i, end).
func (s *counter) payees(i, end int32) bool {
	for ; i < end; i++ {
		switch s.words[i] {
		case "hackers", "kidnappers", "captors", "extortionists", "hijackers", "abductors", "pirates":
			return true
		}
	}
	return false
}

// buys reports whether the words at token i say that a sum is offered for something: "for the shipping company", "to buy".
func (s *counter) buys(i int32) bool {
	switch s.word(i) {
	case "for":
		return !s.moneyContext(helped, 0) && !s.forNews(i+1)
	case "to":
		w := s.word(i + 1)
		return w == "buy" || w == "acquire" || w == "take"
	}
	return false
}

// giverOf is who gives the sum that the noun at token n is for: "the regulator" of "the regulator raised its proposed fine to", "Corvin's bid".
func (s *counter) giverOf(n int32, a *amount) article.Span {
	for j := min(n, a.first) - 1; j >= s.first && j > n-9; j-- {
		switch w := s.words[j]; {
		case w == "'s" || w == "’s":
			return s.nounsBefore(j)
		case w == "," || s.is(j, clPrep|clRel):
			return article.Span{}
		case s.tag(j) == parse.VERB && s.d.Tokens[j].XPOS == parse.XVBN && s.nounFollows(j+1) && s.is(j-1, clDet|clPoss|clIndef): // "its proposed fine"
		case s.tag(j) == parse.VERB:
			if takesIt[w] {
				return article.Span{}
			}
			return s.subjectOf(j)
		}
	}
	return article.Span{}
}

// takesIt are verbs whose subject does not give the sum.
var takesIt = set("accepted accepts rejected rejects received receives won refused refuses faces face faced facing denied said says following study studied studying welcomed backed got caused causing suffered suffering posted reported paid pay demanded")

// whomOf is whom the sum of the noun at token n is for or from: "for Talvik Lines", "of importers and exporters".
func (s *counter) whomOf(n int32, a *amount) article.Span {
	switch w := s.word(n + 1); {
	case n > a.first:
		return s.forAfter(n + 1)
	case (w == "for" || w == "against" || w == "on" || w == "of" || w == "to") && n+1 < a.link:
		return s.nounsFrom(n+2, a.first)
	case n > s.first+1 && (s.word(n-1) == "'s" || s.word(n-1) == "’s"):
		return s.nounsBefore(n - 1)
	}
	return s.forAfter(a.end)
}

// forAfter is whom a sum is for by the words at token i.
func (s *counter) forAfter(i int32) article.Span {
	if w := s.word(i); w == "for" || w == "against" || w == "on" {
		return s.nounsFrom(i+1, s.end)
	}
	return article.Span{}
}

// byAfter is who gives a sum by the words behind it: "by the regulator", "from Ostra Capital".
func (s *counter) byAfter(i int32) article.Span {
	for j := i; j < s.end && j < i+6; j++ {
		switch w := s.words[j]; {
		case w == "by" || w == "from":
			if sp := s.nounsFrom(j+1, s.end); sp.Len() > 0 && s.capitalIn(sp) {
				return sp
			}
			return article.Span{}
		case !wordy(w) || s.tag(j) == parse.VERB || s.is(j, clPrep) && w != "for" && w != "in":
			return article.Span{}
		}
	}
	return article.Span{}
}

// capitalIn reports whether a word of a span begins with a capital.
func (s *counter) capitalIn(sp article.Span) bool {
	for _, c := range sp.Text(s.d.Text) {
		if c >= 'A' && c <= 'Z' {
			return true
		}
	}
	return false
}

// nounsFrom is the nouns that begin at token i, before end: "the Northern Union", "importers and exporters".
func (s *counter) nounsFrom(i, end int32) article.Span {
	j := i
	for ; j < end && j < i+8; j++ {
		t := s.tag(j)
		if j > i && s.is(j, clIndef|clDet) && s.words[j-1] != "and" {
			break // "fined the bank a record"
		}
		if t == parse.NOUN || t == parse.PROPN || t == parse.ADJ || t == parse.DET || s.is(j, clPoss) && t != parse.PRON || j > i && (s.words[j] == "and" || s.words[j] == "&") && s.nounFollows(j+1) {
			continue
		}
		break
	}
	if j == i || !s.noun(j-1) || dayNames[s.words[j-1]] || s.monthAt(j-1) || s.is(j-1, clTime) {
		return article.Span{}
	}
	return s.d.Range(i, j)
}

// subjectOf is the nouns before the verb at token v that are its subject, or empty where it is a pronoun or further away.
func (s *counter) subjectOf(v int32) article.Span {
	j := v - 1
	if s.d.Tokens[v].XPOS == parse.XVBN {
		for k := j; k >= s.first && (s.is(k, clBe) || s.adverb(k)); k-- {
			if s.is(k, clBe) {
				return article.Span{} // "have been offered": to them
			}
		}
	}
	for ; j >= s.first; j-- {
		if dayNames[s.word(j)] && j > s.first { // "The regulator on Thursday raised"
			if s.word(j-1) == "on" {
				j--
			}
			continue
		}
		if t := s.tag(j); t != parse.AUX && t != parse.ADV && t != parse.PART && s.words[j] != "to" && !s.is(j, clHave|clBe|clModal) {
			break
		}
	}
	if s.word(v-1) == "to" && (s.tag(j) == parse.VERB || j > s.first && proposes[s.words[j]]) { // "proposed to fine", "wants to fine"
		return s.subjectOf(j)
	}
	return s.nounsBefore(j + 1)
}

// nounsBefore is the nouns that end before token end.
func (s *counter) nounsBefore(end int32) article.Span {
	j := end
	for j > s.first && j > end-9 {
		t, w := s.tag(j-1), s.words[j-1]
		if t == parse.NOUN || t == parse.PROPN || t == parse.ADJ || t == parse.DET || t == parse.NUM && j < end || (w == "of" || w == "&" || w == "'s" || w == "’s" || w == "for" && s.capital(j)) && j < end && s.noun(j-2) {
			j--
			continue
		}
		break
	}
	for j < end && !(s.noun(j) || s.tag(j) == parse.ADJ || s.tag(j) == parse.DET) {
		j++
	}
	if j >= end || !s.noun(end-1) || s.is(end-1, clPronSg|clPronPl) || s.is(end-1, clTime) {
		return article.Span{}
	}
	return s.d.Range(j, end)
}
