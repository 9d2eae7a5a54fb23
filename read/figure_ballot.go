package read

import (
	"strings"

	"sayso/parse"
)

// Votes and seats, and who has them: "Solt had 1,204,000 votes and Veck 1,176,000", "the commission gave Solt 57 seats". The measure says whose they are, so
// that no two candidates are held against each other.

// ballots are what is counted so; shares of them are none.
var ballots = set("votes seats")

// gains are the verbs by which somebody has votes or seats.
var gains = set("had has have won wins win received receives got gets took takes secured polled obtained gained holds held lost with")

// ballotCounts finds them in the sentence.
func (s *counter) ballotCounts(from int) {
	if !s.tagged {
		return
	}
	for i := s.first + 2; i < s.end; i++ {
		if !ballots[s.words[i]] {
			continue
		}
		q, ok := s.ballotNumber(i)
		if !ok {
			continue
		}
		noun, at := s.words[i], q.first
		whose := s.ballotOwner(at)
		if whose == "" {
			continue
		}
		s.ballot(q, noun, whose, from)
		s.moreBallots(i+1, noun, from)
	}
}

// ballotNumber is the number that counts the noun at token i: "1,204,000 votes", "58 of the 120 seats".
func (s *counter) ballotNumber(i int32) (quantity, bool) {
	for j := i - 1; j >= s.first && j > i-6; j-- {
		q, ok := s.quantity(j)
		if !ok || q.vague {
			continue
		}
		if q.end == i || s.word(q.end) == "of" && s.is(q.end+1, clDet|clPoss) {
			for k := j - 1; k > j-4 && k >= s.first; k-- { // "at least 58", "58 of the 120"
				if w, ok := s.quantity(k); ok && (w.end == q.end || s.word(w.end) == "of") {
					q = w
				}
			}
			if s.word(q.first-1) == "the" {
				return quantity{}, false // "the 120 seats" are all there are
			}
			return q, true
		}
	}
	return quantity{}, false
}

// ballotOwner is the name of whoever has the votes or seats whose number begins at token i, or "".
func (s *counter) ballotOwner(i int32) string {
	if k := s.nameEnding(i); k != "" { // "gave Solt 57 seats"
		for j := i - 1; j >= s.first && j > i-9; j-- {
			if w := s.words[j]; w == "gave" || w == "gives" || w == "giving" || w == "won" || w == "awarded" || w == "leave" || w == "left" {
				return k
			}
		}
		return ""
	}
	for j := i - 1; j >= s.first && j > i-8; j-- {
		switch w := s.words[j]; {
		case gains[w]:
			if w == "with" { // "Solt has won the election with 1.5 million votes"
				for j--; j > s.first && (!gains[s.words[j]] || s.words[j] == "with"); {
					j--
				}
			}
			for j > s.first && (gains[s.words[j]] || s.is(j, clHave) || s.adverb(j)) {
				j--
			}
			return s.nameEnding(j + 1)
		case s.tag(j) == parse.VERB || w == "," || w == ".":
			if w == "," {
				return ""
			}
		}
	}
	return ""
}

// nameEnding is the name that ends before token i: a person's last name, or all of another's; or "".
func (s *counter) nameEnding(i int32) string {
	first := i
	for first > s.first && first > i-6 && (s.tag(first-1) == parse.PROPN || s.capital(first-1) && first-1 > s.first && !s.is(first-1, clDet)) && s.words[first-1] != "'s" && s.words[first-1] != "’s" {
		first--
	}
	if first == i || s.is(i-1, clTime) {
		return ""
	}
	for k := range s.d.Names {
		if n := &s.d.Names[k]; n.First <= i-1 && n.End > i-1 {
			if n.Kind == parse.Person && !partyNouns[s.words[i-1]] {
				return s.d.Word(i - 1)
			}
			break
		}
	}
	return strings.TrimPrefix(strings.TrimPrefix(s.d.Range(first, i).Text(s.d.Text), "The "), "the ")
}

// partyNouns are the last words of parties' names.
var partyNouns = set("alliance front party movement coalition union league bloc list democrats liberals conservatives greens socialists labour left right unity future voice")

// moreBallots goes on with those of others behind: "and Veck 1,176,000", "against 1,489,110 for Jon Veck", "the Greens 11".
func (s *counter) moreBallots(i int32, noun string, from int) {
	for n := 0; i < s.end && n < 24; i, n = i+1, n+1 {
		if ballots[s.words[i]] {
			return
		}
		q, ok := s.quantity(i)
		if !ok || q.vague || q.first != i || s.notACount(q) {
			continue
		}
		switch w := s.word(q.end); {
		case w == "for":
			end := q.end + 1
			for end < s.end && end < q.end+5 && s.capital(end) {
				end++
			}
			if name := s.nameEnding(end); end > q.end+1 && name != "" {
				s.ballot(q, noun, name, from)
			}
		case w == "" || w == "," || w == "." || w == "and" || w == ";":
			if name := s.nameEnding(i); name != "" && !s.verbBetween(i) {
				s.ballot(q, noun, name, from)
			}
		}
		i = q.end - 1
	}
}

// verbBetween reports whether a verb stands right before the name that ends before token i: then its number is another thing's.
func (s *counter) verbBetween(i int32) bool {
	for j := i - 1; j >= s.first && j > i-7; j-- {
		if w := s.words[j]; w == "and" || w == "," || w == ";" || w == "to" || w == "while" {
			return false
		}
		if s.tag(j) == parse.VERB {
			return true
		}
	}
	return false
}

// ballot adds votes or seats of somebody.
func (s *counter) ballot(q quantity, noun, whose string, from int) {
	p := phrase{first: q.first, end: q.end, head: q.num, q: q, form: formNumber}
	if q.ordinal || s.taken(from, s.spanOf(&p)) {
		return
	}
	f := &s.out[s.add(&p, noun+" for "+whose, noun, "", -1)]
	f.Who, f.Deed = noun, inAll
}
