package read

// What is only feared or foretold is no count: "it can come to 2,000 dead", "officials fear as many as 2,000 dead".

// foretold reports whether the words before phrase p say that so many may come to it: "could rise to 2,000 dead", "will be closer to 2,000 dead". "May have
// killed 200" says what was.
func (s *counter) foretold(p *phrase) bool {
	if p.form != formNumber {
		return false
	}
	for j := p.first - 1; j >= s.first && j > p.first-lookBack; j-- {
		switch w := s.words[j]; {
		case s.is(j, clModal) && !s.monthAt(j):
			return w != "must" && j < p.first-1
		case (w == "closer" || w == "nearer") && s.word(j+1) == "to":
			return true
		case !climbs[w] && !s.adverb(j) && !s.is(j, clNot):
			return false
		}
	}
	return false
}

// climbs are what a number is said to come to, and what stands between.
var climbs = set("to at as many high of be come rise climb reach go grow mean run exceed pass top total number closer nearer more than even well still up end at least")

// feared reports whether the words before phrase p say that so many are feared to have come to harm: "fear as many as 2,000 dead",
// "feared that 2,000 had died".
func (s *counter) feared(p *phrase) bool {
	if p.form != formNumber {
		return false
	}
	j := p.first - 1
	for j > s.first && (s.word(j) == "that" || s.word(j) == "some") {
		j--
	}
	switch s.word(j) {
	case "fear", "fears", "feared", "fearing":
		return true
	}
	return false
}

// onlyFeared is the measure of what the cue at token i says of people, where the word before it says that this is feared: "700 were feared drowned".
func (s *counter) onlyFeared(measure string, i int32) string {
	if w := s.word(i - 1); measure == "killed" && i > s.first && (w == "feared" || w == "presumed") {
		return "presumed_dead"
	}
	return measure
}
