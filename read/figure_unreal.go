package read

// unreal reports whether the verb group at i is only possible, wanted or denied: "could have
// killed", "did not kill", "to kill".
func (s *counter) unreal(i int32) bool {
	for j := i; j >= s.first && j > i-4; j-- {
		if s.is(j, clModal) && !s.monthAt(j) || s.is(j, clNot) && s.words[j] != "neither" && s.words[j] != "without" {
			return true
		}
		if j < i && !s.is(j, clHave|clBe) && !s.adverb(j) {
			return s.words[j] == "to" && !told[s.word(j-1)] || j < i && s.word(j+1) == "being" && s.kept(j)
		}
	}
	return false
}

// kept reports whether what stands before the "being" after token j says that it did not come to that: "kept the men from being shot",
// "narrowly escaped being shot".
func (s *counter) kept(j int32) bool {
	switch s.words[j] {
	case "avoided", "avoid", "avoiding", "escaped", "escape", "escaping", "evaded", "evade", "evading":
		return true
	case "from":
		for v := j - 1; v >= s.first && v > j-lookBack; v-- {
			if keeping[s.words[v]] {
				return true
			}
		}
	}
	return false
}

// keeping are verbs of keeping somebody from something.
var keeping = set("prevent prevents prevented preventing keep keeps kept keeping save saves saved saving stop stops stopped stopping protect protects protected " +
	"protecting spare spares spared shield shields shielded")

// maybe reports whether the verb group at i says what may have happened already: "as many as 200 may have
// been killed". "Could have killed three" did not.
func (s *counter) maybe(i int32) bool {
	for j := i; j < i+4 && j < s.end; j++ {
		if w := s.words[j]; (w == "may" || w == "might") && !s.monthAt(j) {
			return s.word(j+1) == "have" && s.be(j+2)
		}
	}
	return false
}

// nobody reports whether the words at phrase p leave open whether there is anyone, or say that there is not: "neither the guard nor
// the driver was hurt", "no evidence that any victim was harmed".
func (s *counter) nobody(p *phrase) bool {
	if s.words[p.first] == "any" || s.words[p.first] == "neither" {
		return true
	}
	i := p.first - 1
	if s.words[p.first] == "many" && s.word(i) == "how" {
		return true // "how many people were killed"
	}
	if s.word(i) == "of" {
		i--
	}
	switch s.word(i) {
	case "neither", "nor", "any", "either":
		return true
	case "not":
		return p.form == formNumber && p.q.low == 1 && s.word(p.q.end) == "of" // "not one of the 12 miners"
	}
	return false
}
