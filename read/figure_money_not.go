package read

import "sayso/parse"

// What stands beside a word for a sum and makes it another thing: a ceiling, a rate, pay, a law, a prize.

// noSum reports whether the noun at token n is none of what sums beside it are of, by the words next to it.
func (s *counter) noSum(n int32, measure string, behind bool) bool {
	w, before := s.words[n], s.word(n-1)
	switch {
	case rateWords[before]:
		return true // "face daily fines of", "an average donation of"
	case measure == "fine":
		return ceilings[before] // "raised the maximum fine to"
	case measure == "compensation":
		return s.word(n+1) == "package" || s.word(n+1) == "plan" || payWords[before] // "her total compensation rose to"
	case w == "bill":
		return laws[before] || behind && !bills[before] // "a $100 bill", "a $2 billion spending bill", but "a $2 million repair bill"
	case w == "haul" || w == "loot":
		return !s.moneyContext(thieves, 1) // "a fund-raising haul of"
	}
	return false
}

var (
	rateWords = set("daily weekly hourly average typical median")
	ceilings  = set("maximum minimum possible potential")
	payWords  = set("total executive annual base")
	laws      = set("spending funding aid tax budget stimulus defence defense relief infrastructure farm energy senate house draft")
	bills     = set("repair repairs reconstruction rebuilding medical hospital hotel legal electricity heating tax damage wage policing security cleanup insurance")
	thieves   = set("stole stolen steal thieves thief robbers robber robbery robbed burglars burglary raiders heist gunmen jewels jewellery police")
)

// party reports whether the sentence is of parties and those who stand for an office, and of nobody in need: what is given there is no aid.
func (s *counter) party() bool {
	return s.moneyContext(campaigning, 0) && !s.moneyContext(needy, 0)
}

var (
	campaigning = set("campaign campaigns candidate candidates election elections electoral primary pac pacs fundraiser fundraisers lobbyist lobbyists donor donors democrats republicans conservatives bundler")
	needy       = set("victims survivors humanitarian relief recovery reconstruction assistance displaced homeless rebuild hardship evacuees refugees famine flood floods quake earthquake storm hurricane cyclone disaster hunger")
)

// forNews reports whether the words at token i say that a sum is a reward: "for information", "for tips that lead to".
func (s *counter) forNews(i int32) bool {
	for j := i; j < s.end && j < i+4; j++ {
		switch s.words[j] {
		case "information", "tips", "tip", "clues", "evidence", "details", "news", "help", "arrest", "capture", "return":
			return true
		}
	}
	return false
}

// weighed reports whether pounds that somebody lost are those of his body: "lost 40 pounds".
func (s *counter) weighed(a *amount) bool {
	last := s.word(a.end - 1)
	return (last == "pounds" || last == "pound") && a.quantity.high < 1000
}

// goesOnBehind reports whether a number goes on behind token i, so that it is none that can be read: "$118,00".
func (s *counter) goesOnBehind(i int32) bool {
	return s.word(i) == "," && i+1 < s.end && s.digit(i+1) && s.d.At(i-1).End == s.d.At(i).Start && s.d.At(i).End == s.d.At(i+1).Start
}

// paidBehind reports whether a ransom is said to be paid behind token i: "a ransom of $200,000 was paid".
func (s *counter) paidBehind(i int32) bool {
	for j := i; j < s.end && j < i+5; j++ {
		switch {
		case s.words[j] == "paid" && s.is(j-1, clBe):
			return true
		case s.is(j, clNot|clRel|clConj) || !wordy(s.words[j]):
			return false
		}
	}
	return false
}

// itBefore reports whether "it" stands before the verb at token i: "it will cost".
func (s *counter) itBefore(i int32) bool {
	for i--; i > s.first && (s.is(i, clBe|clHave|clModal) || s.adverb(i)); i-- {
	}
	return s.word(i) == "it"
}

// compound reports whether token i is a part of words joined by hyphens: "low-cost".
func (s *counter) compound(i int32) bool {
	return dash(s.word(i-1)) && s.d.At(i-1).End == s.d.At(i).Start || dash(s.word(i+1)) && s.d.At(i).End == s.d.At(i+1).Start && s.tag(i) != parse.VERB
}
