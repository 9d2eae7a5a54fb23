package read

// Those driven from where they live, by several words: "forced 12,000 people from their homes", "were forced to flee", "prompted the evacuation of
// 4,000 residents".

// driven handles the verbs at token i by which people are made to leave.
func (s *counter) driven(i int32) {
	g, passive := s.verbGroup(i)
	if s.unreal(g) || s.word(i-1) == "to" && !passive {
		return
	}
	if passive {
		if list := s.subject(i, g); s.away(i+1) && len(list) > 0 && s.phrases[list[0]].form == formNumber {
			s.emit(list, "displaced", "fled", i)
		}
		return
	}
	if s.word(i+1) == "the" && s.word(i+2) == "evacuation" && s.word(i+3) == "of" {
		if k := s.phraseFrom(i + 4); k >= 0 && s.phrases[k].person && s.phrases[k].form == formNumber {
			s.emit(s.list(k, +1), "displaced", "displaced", i)
		}
		return
	}
	if k := s.objectAt(i); k >= 0 && s.phrases[k].form == formNumber && s.away(s.phrases[k].end) {
		s.emit(s.list(k, +1), "displaced", "fled", i)
	}
}

// away reports whether words for leaving one's home stand at token i: "to flee", "from their homes", "out of the village".
func (s *counter) away(i int32) bool {
	switch s.word(i) {
	case "to":
		i++
		for s.adverb(i) {
			i++
		}
		w := s.word(i)
		return w == "flee" || w == "evacuate" || w == "relocate" || (w == "leave" || w == "abandon") && s.home(i+1)
	case "from", "out":
		if s.word(i+1) == "of" {
			i++
		}
		return s.home(i + 1)
	}
	return false
}

// home reports whether "their homes" or the like stands at token i.
func (s *counter) home(i int32) bool {
	from := i
	for ; s.is(i, clDet|clPoss); i++ {
	}
	return homes[s.word(i)] && !s.nounFollows(i+1) && !(i == from && s.word(i) == "home") // "out of town meetings", "leave home early"
}

var homes = set("home homes house houses village villages town towns land lands neighbourhood neighbourhoods neighborhood neighborhoods apartments")

// leftHome handles "22,000 had left their homes" and "15,000 people lost their homes", the verb at token i.
func (s *counter) leftHome(i int32) {
	if s.word(i+1) != "their" || !homes[s.word(i+2)] || s.nounFollows(i+3) || s.words[i] == "leave" && !(s.word(i-1) == "to" && (s.word(i-2) == "had" || s.word(i-2) == "have")) {
		return
	}
	v := i
	if s.words[i] == "leave" {
		v = i - 2 // "have had to leave their homes"
	}
	g, passive := s.verbGroup(v)
	if passive || s.unreal(g) {
		return
	}
	if list := s.subject(v, g); len(list) > 0 && s.phrases[list[0]].form == formNumber && s.phrases[list[0]].person {
		s.emit(list, "displaced", "fled", i)
	}
}
