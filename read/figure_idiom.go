package read

// idiom handles what is said with several words, at its last or its telling one.
func (s *counter) idiom(i int32) {
	switch s.words[i] {
	case "hit", "struck", "striking", "hitting", "strikes", "hits":
		s.struck(i)
	case "fatally", "critically", "seriously":
		s.howBadly(i)
	case "alive":
		s.alive(i)
	case "forced", "forcing", "forces", "drove", "driven", "driving", "prompted", "prompting":
		s.driven(i)
	case "pulled", "plucked", "winched", "fished":
		s.pulled(i)
	case "condition", "conditions":
		s.condition(i)
	case "hospital", "hospitals":
		s.hospital(i)
	case "double", "triple", "quadruple", "quintuple":
		s.multiple(i)
	case "custody":
		s.custody(i)
	case "hostage", "captive", "prisoner":
		s.hostage(i)
	case "held":
		s.held(i)
	case "taken":
		s.abducted(i)
	case "captivity":
		s.captivity(i)
	case "lives", "life":
		s.lives(i)
	case "lost", "loses", "losing":
		s.fallen(i)
		s.leftHome(i)
	case "left", "abandoned", "vacated", "leave":
		s.leftHome(i)
	case "tents", "tarpaulins", "shelters", "camps":
		s.encamped(i)
	case "suicide":
		if w := s.word(i - 1); w == "committed" || w == "commits" || w == "commit" && !s.unreal(i-1) && s.word(i-2) != "to" {
			g, _ := s.verbGroup(i - 1)
			s.emit(s.subject(i-1, g), "killed", "suicide", i)
		}
	case "himself", "herself", "themselves":
		s.turnedOn(i)
	case "martyrdom":
		if w := s.word(i - 1); w == "embraced" || w == "attained" {
			g, _ := s.verbGroup(i - 1)
			s.emit(s.subject(i-1, g), "killed", "died", i)
		}
	}
}

// struck handles "was hit in the leg" and "struck by a bullet".
func (s *counter) struck(i int32) {
	shot := measureWord{"injured", cuePart, "shot"}
	if s.bodyPart(i) {
		s.participle(i, shot)
		return
	}
	for j := i + 1; j < i+7 && j < s.end; j++ {
		if s.is(j, clWeapon) {
			s.participle(i, shot)
			return
		}
	}
}

// howBadly handles "five people were shot, one fatally".
func (s *counter) howBadly(i int32) {
	k := s.phraseEnding(i)
	if k < 0 || !s.phrases[k].person || s.word(i+1) != "" && wordy(s.word(i+1)) {
		return
	}
	m, key := "injured", "critical"
	if s.words[i] == "fatally" {
		m, key = "killed", "fatally"
	}
	from, whole := len(s.out), s.before(0, i)
	s.one(k, m, key, i)
	if len(s.out) > from && s.word(s.phrases[k].first-1) == "including" && whole >= 0 {
		s.out[from].PartOf = whole // "15 others were injured, including some seriously"
	}
}

// condition handles "two were in a critical condition" and "two in serious condition".
func (s *counter) condition(i int32) {
	for j := i - 1; j >= s.first && j > i-6; j-- {
		if s.words[j] != "in" {
			continue
		}
		v := j
		for v-1 >= s.first && !s.be(v-1) && v > j-8 && !s.is(v-1, clRel) && s.words[v-1] != "," && s.words[v-1] != "remains" && s.words[v-1] != "remained" {
			v--
		}
		if s.be(v-1) || s.word(v-1) == "remains" || s.word(v-1) == "remained" {
			g, _ := s.verbGroup(v)
			s.emit(s.subject(v-1, g), "injured", "condition", i)
		} else if k := s.phraseEnding(j); k >= 0 && s.phrases[k].person {
			s.emit([]int{k}, "injured", "condition", i)
		}
		return
	}
}

// hospital handles "were taken to hospital", "rushed two men to hospital" and "put four in hospital".
func (s *counter) hospital(i int32) {
	for v := i - 1; v >= s.first && v > i-9; v-- {
		switch s.words[v] {
		case "taken", "transported", "rushed", "airlifted", "flown", "sent":
			if g, passive := s.verbGroup(v); passive {
				s.emit(s.subject(v, g), "injured", "hospital", i)
				return
			}
		case "treated":
			if g, passive := s.verbGroup(v); passive {
				if list := s.subject(v, g); len(list) > 0 && s.phrases[list[0]].form == formNumber && !s.illness(i) { // one alone may be ill
					s.emit(list, "injured", "hospital", i)
				}
			}
			return
		case "put", "sends", "sending", "landed", "puts":
		default:
			continue
		}
		if k := s.objectAt(v); k >= 0 {
			s.emit(s.list(k, +1), "injured", "hospital", i)
		}
		return
	}
}

// illness reports whether the words behind token i are of a sickness: "treated at hospital for food poisoning".
func (s *counter) illness(i int32) bool {
	for j := i; j < min(s.end, i+8); j++ {
		switch s.words[j] {
		case "poisoning", "illness", "illnesses", "infection", "infections", "fever", "cholera", "virus", "dehydration", "symptoms", "measles", "malaria", "disease", "coronavirus", "dysentery", "flu":
			return true
		}
	}
	return false
}

// fallen handles "the army lost 21 soldiers": who has soldiers and loses them loses them to death.
func (s *counter) fallen(i int32) {
	k := s.phraseFrom(i + 1)
	if g, passive := s.verbGroup(i); k < 0 || passive || s.unreal(g) || s.word(i-1) == "to" {
		return
	}
	if p := &s.phrases[k]; p.form == formNumber && soldiers[s.words[p.head]] && !s.lostAlive(p.end) {
		s.emit([]int{k}, "killed", "lost", i)
	}
}

// lostAlive reports whether what follows those who are lost says that they live, or that they are not what is lost: "lost 200 troops to desertion", "lost
// 40 fighters in a prisoner swap", "lost 30 soldiers' letters".
func (s *counter) lostAlive(i int32) bool {
	if w := s.word(i); w == "'" || w == "’" || w == "'s" || w == "’s" || w == "to" {
		return true
	}
	for j := i; j < min(s.end, i+8); j++ {
		switch s.words[j] {
		case "desertion", "desertions", "defection", "defections", "swap", "exchange", "transfer", "deserted", "defected", "captured", "captivity":
			return true
		}
	}
	return false
}

// soldiers are the nouns for those who fight.
var soldiers = set("soldiers troops fighters servicemen militants rebels servicemembers marines paratroopers guerrillas guardsmen men policemen sailors airmen")

// turnedOn handles "turned the gun on himself".
func (s *counter) turnedOn(i int32) {
	if s.word(i-1) != "on" {
		return
	}
	for v := i - 2; v >= s.first && v > i-8; v-- {
		switch s.words[v] {
		case "turned", "turning", "turn", "turns":
			if k := s.inside(i); k >= 0 && !s.unreal(v) {
				s.one(k, "killed", "suicide", i)
			}
			return
		}
	}
}

// pulled handles "rescuers pulled 98 people from the water": alive where no word of death stands beside.
func (s *counter) pulled(i int32) {
	for j := s.first; j < s.end; j++ {
		switch s.words[j] {
		case "body", "bodies", "dead", "corpses", "remains", "lifeless", "alive":
			return
		}
	}
	g, passive := s.verbGroup(i)
	if s.unreal(g) {
		return
	}
	if passive && s.fromWhere(i) {
		s.emit(s.subject(i, g), "survivors", "rescued", i)
	} else if k := s.objectAt(i); k >= 0 && s.fromWhere(s.phrases[k].end-1) {
		s.emit(s.list(k, +1), "survivors", "rescued", i)
	}
}

// fromWhere reports whether words for out of what follow token i.
func (s *counter) fromWhere(i int32) bool {
	for j := i + 1; j < i+4; j++ {
		if w := s.word(j); w == "from" || w == "out" {
			return true
		}
	}
	return false
}

// alive handles "pulled nine miners alive from the shaft" and "two were found alive".
func (s *counter) alive(i int32) {
	for v := i - 1; v >= s.first && v > i-8; v-- {
		switch s.words[v] {
		case "pulled", "found", "brought", "dug", "recovered", "rescued", "located", "taken":
			g, passive := s.verbGroup(v)
			if passive && !s.unreal(g) {
				s.emit(s.subject(v, g), "survivors", "alive", i)
			} else if k := s.objectAt(v); k >= 0 && !s.unreal(v) {
				s.emit(s.list(k, +1), "survivors", "alive", i)
			}
			return
		}
	}
}

// bodyPart reports whether "in the leg" follows cue i.
func (s *counter) bodyPart(i int32) bool {
	for j := i + 1; j < i+9 && j+2 < s.end; j++ {
		if s.words[j] == "in" && (s.is(j+1, clDet|clPoss) && bodyParts[s.words[j+2]] || s.word(j+3) != "" && s.is(j+1, clDet|clPoss) && bodyParts[s.words[j+3]]) {
			return true
		}
	}
	return false
}

var bodyParts = map[string]bool{"arm": true, "arms": true, "leg": true, "legs": true, "head": true, "neck": true, "back": true, "chest": true, "face": true, "hand": true,
	"foot": true, "feet": true, "shoulder": true, "stomach": true, "abdomen": true, "torso": true, "cheek": true, "eye": true, "thigh": true, "calf": true, "hip": true, "knee": true,
	"side": true, "groin": true, "ankle": true, "wrist": true, "forearm": true, "buttocks": true, "finger": true, "jaw": true}

// multiple handles "a triple homicide", "a double shooting".
func (s *counter) multiple(i int32) {
	n := map[string]float64{"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}[s.words[i]]
	p := phrase{first: i, end: i + 1, head: i, form: formNumber, q: exact(n), person: true, who: "victims"}
	p.q.first, p.q.end, p.q.num = i, i+1, i
	for j := i + 1; j < i+3; j++ {
		switch w := s.word(j); w {
		case "homicide", "murder", "killing", "slaying", "fatality", "homicides", "murders", "slayings":
			s.figure(&p, "killed", "multiple", i, nil)
			return
		case "shooting", "stabbing", "shootings":
			s.figure(&p, "injured", "multiple", i, nil)
			return
		}
	}
}

// toDeath handles a verb before "to death", the latter at token i: "nine were trampled to death", not "sentenced to death". Those of a verb that is a cue itself
// are counted by that one.
func (s *counter) toDeath(i int32) {
	v := i - 2
	if k := s.phraseEnding(i - 1); k >= 0 && s.phrases[k].person {
		v = s.phrases[k].first - 1 // "crushed nine people to death"
	}
	if !deadlyBy[s.word(v)] {
		return
	}
	if k := s.phraseEnding(i - 1); k >= 0 && v < i-2 {
		s.emit(s.list(k, -1), "killed", "killed", i)
		return
	}
	if g, _ := s.verbGroup(v); !s.unreal(g) && !s.unreal(v) {
		s.emit(s.subject(v, g), "killed", "killed", i)
	}
}

// deadlyBy are the verbs by which somebody comes to death.
var deadlyBy = set("crushed crushing trampled trampling froze frozen choked starved starving suffocated bled beaten burnt hacked battered stoned mauled gored scalded bludgeoned clubbed dragged plunged fell fallen falling leapt jumped gassed")

// lives handles "claimed 12 lives", "took the lives of four men", "lost their lives".
func (s *counter) lives(i int32) {
	verb := int32(-1)
	for v := i - 1; v >= s.first && v > i-7; v-- {
		switch s.words[v] {
		case "claimed", "claiming", "claims", "took", "taking", "takes", "taken", "cost", "costing", "lost", "losing", "lose", "end", "ended":
			verb = v
		}
	}
	if verb < 0 {
		if k := s.inside(i); k >= 0 && s.phrases[k].form == formNumber && s.word(s.phrases[k].first-1) == "of" && s.word(s.phrases[k].first-2) == "loss" {
			s.one(k, "killed", "lives", i) // "sank with the loss of 124 lives"
			return
		}
		if s.word(i+1) == "were" && s.word(i+2) == "lost" || s.word(i+1) == "lost" {
			if k := s.inside(i); k >= 0 && s.phrases[k].form == formNumber {
				s.one(k, "killed", "lives", i)
			}
		}
		return
	}
	if s.unreal(verb) || s.word(verb-1) == "to" {
		return
	}
	if s.word(i+1) == "of" {
		if k := s.phraseFrom(i + 2); k >= 0 && (s.phrases[k].person || s.named(k, false)) {
			s.emit(s.list(k, +1), "killed", "lives", i)
		}
		return
	}
	if s.is(i-1, clPoss) || s.word(i-1) == "own" {
		key := "lives"
		if s.word(i-1) == "own" {
			key = "suicide"
		}
		g, _ := s.verbGroup(verb)
		s.emit(s.subject(verb, g), "killed", key, i)
		return
	}
	if k := s.inside(i); k >= 0 && s.phrases[k].form == formNumber {
		s.one(k, "killed", "lives", i)
	}
}
