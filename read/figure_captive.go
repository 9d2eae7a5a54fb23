package read

import "sayso/parse"

// custody handles "was taken into custody" and "took three men into custody".
func (s *counter) custody(i int32) {
	if s.word(i-1) != "into" && s.word(i-1) != "in" && s.word(i-2) != "into" {
		return
	}
	for v := i - 2; v >= s.first && v > i-12; v-- {
		switch s.words[v] {
		case "taken", "brought", "placed":
			g, passive := s.verbGroup(v)
			if passive {
				if !s.unreal(g) {
					s.emit(s.subject(v, g), "captured", "custody", i)
				}
				return
			}
			fallthrough
		case "took", "taking", "take", "takes":
			if k := s.objectAt(v); k >= 0 && !s.unreal(v) && s.word(v-1) != "to" {
				s.emit(s.list(k, +1), "captured", "custody", i)
			}
			return
		}
	}
}

// hostage handles "251 were taken hostage" and "they took two of them captive".
func (s *counter) hostage(i int32) {
	for v := i - 1; v >= s.first && v > i-9; v-- {
		switch s.words[v] {
		case "taken", "held", "took", "taking", "take", "takes", "hold", "holds", "holding":
			g, passive := s.verbGroup(v)
			if s.unreal(g) {
				return
			}
			if passive {
				s.emit(s.subject(v, g), "captured", "hostage", i)
			} else if k := s.objectAt(v); k >= 0 && s.word(v-1) != "to" {
				if list := s.list(k, +1); s.nouns(s.phrases[list[len(list)-1]].end, i) { // "hold 46 officers and staff hostage"
					s.emit(list, "captured", "hostage", i)
				}
			}
			return
		}
	}
}

// nouns reports whether only "and" and nouns stand in [a, b).
func (s *counter) nouns(a, b int32) bool {
	for i := a; i < b; i++ {
		if s.words[i] != "and" && !s.noun(i) {
			return false
		}
	}
	return a <= b
}

// held handles "253 children are still held", "two being held by the militia" and "30 were held for questioning"; not "held a meeting", nor
// "held in high regard".
func (s *counter) held(i int32) {
	g, passive := s.verbGroup(i)
	next := s.word(i + 1)
	kept := s.word(i-1) == "still" || s.word(i-1) == "being" || next == "by" || next == "for" && s.word(i+2) == "questioning" || next == "without" && s.word(i+2) == "charge" || next == "incommunicado"
	if !kept || s.unreal(g) || !passive && g != i || next == "up" || next == "back" {
		return
	}
	if list := s.subject(i, g); len(list) > 0 && s.phrases[list[0]].q.hasLow && s.phrases[list[0]].person {
		s.emit(list, "captured", "held", i)
	}
}

// takers and takenFrom tell who is abducted: "taken by gunmen", "taken from a school".
var (
	takers = set(`gunmen gunman militants rebels insurgents kidnappers bandits jihadists extremists terrorists fighters militia militiamen captors
		attackers soldiers troops abductors pirates`)
	takenFrom = set(`school schools church churches village villages home homes house houses bus buses minibus mosque farm farms camp hotel seminary
		monastery dormitory dormitories convent orphanage market boat ship`)
)

// abducted handles "215 pupils were taken from a school" and "nurses taken by gunmen", where they are not taken to a place.
func (s *counter) abducted(i int32) {
	if w := s.word(i + 1); w != "from" && w != "by" {
		return
	}
	found := false
	for j := i + 2; j < s.end && j < i+10; j++ {
		if w := s.words[j]; w == "to" || w == "into" {
			return
		} else if s.word(i+1) == "by" && takers[w] || s.word(i+1) == "from" && takenFrom[w] {
			found = true
		} else if w == "," || w == "." {
			break
		}
	}
	g, passive := s.verbGroup(i)
	if !found || s.unreal(g) || !passive && g != i {
		return
	}
	if list := s.subject(i, g); len(list) > 0 && s.phrases[list[0]].person && !s.ofRemains(&s.phrases[list[0]]) {
		s.emit(list, "captured", "abducted", i)
	}
}

// ofRemains reports whether a phrase is of the dead as bodies: "the bodies of six people have been taken from the house".
func (s *counter) ofRemains(p *phrase) bool {
	return remains[s.words[p.head]] || s.word(p.first-1) == "of" && remains[s.word(p.first-2)]
}

// captivity handles "40 miners remain in captivity"; who escaped captivity is none.
func (s *counter) captivity(i int32) {
	if s.word(i-1) != "in" {
		return
	}
	for v := i - 2; v >= s.first && v > i-5; v-- {
		if w := s.words[v]; s.be(v) || w == "remain" || w == "remains" || w == "remained" || w == "held" || w == "still" && !s.be(v-1) {
			g, _ := s.verbGroup(v)
			if !s.unreal(g) {
				s.emit(s.subject(v, g), "captured", "held", i)
			}
			return
		}
	}
}

// ofThose reports whether token v only says of which people the number before it is some: "five of the passengers killed", "100 of the pupils
// abducted from a school".
func (s *counter) ofThose(v int32) bool {
	k := s.phraseEnding(v)
	if k < 0 || !s.tree() || s.d.Tokens[v].Label != parse.ACL {
		return false
	}
	p := &s.phrases[k]
	return p.form == formNumber && s.word(p.q.end) == "of" && s.is(p.q.end+1, clDet) && !p.of.hasLow
}
