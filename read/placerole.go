package read

import "sayso/parse"

// role tells what the place at [i, end) does, from the words around it, and takes in its relation.
func (s *placeScan) role(p *Place, i, end int32) {
	if s.dateline(i, end) {
		p.Role, p.Rule = Dateline, "dateline"
		return
	}
	k := s.skipModifiers(i)
	switch w := s.word(k); {
	case k < 0 || s.d.Tokens[k].Sentence != s.d.Tokens[i].Sentence:
	case w == "of" || w == "Of":
		s.roleOf(p, k, end)
	case locative(w):
		s.roleIn(p, k)
	case (w == "and" || w == "or" || w == ",") && s.placeEnds(k):
		s.roleLike(p, &s.out[len(s.out)-1])
	case hitVerb(s.d.Tokens[k].Lemma) && (s.d.Tokens[k].UPOS == parse.VERB || !s.capital(k)):
		p.Role, p.Rule = Target, "verb"
	}
	if p.Role == "" || p.Role == Mentioned {
		s.roleAfter(p, end)
	}
}

// skipModifiers is the token before i, before any article and adjective that belongs to the place:
// "in the occupied southern Kherson".
func (s *placeScan) skipModifiers(i int32) int32 {
	k := i - 1
	for n := 0; n < 3 && k >= 0; n++ {
		switch t := &s.d.Tokens[k]; {
		case t.UPOS == parse.DET, t.UPOS == parse.ADJ && t.Head >= i, placeAdjective(s.word(k)), direction(s.word(k)):
			k--
		default:
			return k
		}
	}
	return k
}

func placeAdjective(w string) bool {
	switch w {
	case "the", "The", "northern", "southern", "eastern", "western", "central", "northeastern", "northwestern", "southeastern", "southwestern", "north", "south", "east", "west",
		"northeast", "northwest", "southeast", "southwest", "occupied", "neighboring", "neighbouring", "nearby", "downtown", "mainland", "rural", "upstate", "greater":
		return true
	}
	return false
}

// locative reports whether w puts something at the place after it.
func locative(w string) bool {
	switch w {
	case "in", "In", "at", "At", "inside", "Inside", "within", "Within", "throughout", "Throughout", "across", "Across", "around", "Around", "outside", "Outside", "near", "Near",
		"off", "Off", "over", "Over", "through", "into", "Into", "to", "from", "From", "toward", "towards", "along", "via", "on", "On", "beyond", "above", "below", "under", "aboard":
		return true
	}
	return false
}

// roleIn takes in the relation at token k: "in", "inside", "just outside", "50 miles from", "off".
func (s *placeScan) roleIn(p *Place, k int32) {
	p.Role, p.Rule = Location, "preposition"
	if h := s.d.Tokens[p.Head].Head; s.d.Tokens[p.Head].Label == parse.Compound && h > p.Head && !placeNoun(s.word(h)) { // "after the El Paso shooting"
		p.Role, p.Rule = Modifier, "compound"
		return
	}
	first := k
	if w := s.word(k); w == "from" || w == "off" || w == "Off" {
		first = s.distance(k)
		if first < k {
			p.Rule = "distance"
		}
	}
	if s.word(first-1) == "just" || s.word(first-1) == "close" && s.word(first) == "to" {
		first--
	}
	p.Relation = lowerShortest(s.d.Range(first, k+1).Text(s.d.Text))
	p.Whole.Start = int(s.d.Tokens[first].Start)
}

// roleOf reads "X of PLACE", with "of" at token k: a coast or direction makes a location, an act of
// war a target, an office a modifier.
func (s *placeScan) roleOf(p *Place, k, end int32) {
	p.Role, p.Rule = Modifier, "of"
	head := k - 1
	if head < 0 {
		return
	}
	w := lowerShort(s.word(head))
	switch {
	case placeNoun(w):
		first := head
		for n := 0; n < 4 && first > 0 && s.inRelation(first-1); n++ {
			first--
		}
		first = s.distance(first)
		p.Role, p.Rule = Location, "part of a place"
		if first < head && isDigit(s.word(first)[0]) {
			p.Rule = "distance"
		}
		p.Relation = lowerShortest(s.d.Range(first, k+1).Text(s.d.Text))
		p.Whole.Start = int(s.d.Tokens[first].Start)
	case hitNoun(s.d.Tokens[head].Lemma):
		p.Role, p.Rule = Target, "noun"
	}
	_ = end
}

// inRelation reports whether token i goes with the noun of place after it: "off the southern coast of".
func (s *placeScan) inRelation(i int32) bool {
	w := s.word(i)
	return locative(w) || s.d.Tokens[i].UPOS == parse.DET || s.d.Tokens[i].UPOS == parse.ADJ || placeAdjective(w)
}

// distance is the first token of the distance that ends before token k ("400 nautical miles"), or k.
func (s *placeScan) distance(k int32) int32 {
	i := k - 1
	if i >= 0 && s.word(i) == ")" { // 50 miles (80 kilometers) from
		for i > 0 && s.word(i) != "(" && k-i < 8 {
			i--
		}
		i--
	}
	if i < 0 || !lengthUnit(s.word(i)) {
		return k
	}
	i--
	for i >= 0 && (s.word(i) == "nautical" || s.word(i) == "square") {
		i--
	}
	if i < 0 || s.d.Tokens[i].UPOS != parse.NUM && !isDigit(s.word(i)[0]) {
		return k
	}
	for i > 0 && (s.word(i-1) == "about" || s.word(i-1) == "some" || s.word(i-1) == "nearly" || s.word(i-1) == "around" || s.word(i-1) == "roughly" || s.d.At(i-1).UPOS == parse.NUM) {
		i--
	}
	return i
}

func lengthUnit(w string) bool {
	switch w {
	case "miles", "mile", "kilometers", "kilometres", "kilometer", "kilometre", "km", "metres", "meters", "yards", "feet":
		return true
	}
	return false
}

// placeNoun reports whether w names a part or side of the place after "of".
func placeNoun(w string) bool {
	switch w {
	case "coast", "coasts", "coastline", "shore", "shores", "waters", "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outskirts", "suburb", "suburbs", "city", "cities", "town", "towns", "village", "villages", "port",
		"capital", "border", "borders", "province", "provinces", "region", "regions", "state", "states", "island", "islands", "middle", "center", "centre", "heart", "part", "parts", "side", "airspace", "territory", "tip", "edge", "streets", "district", "area", "areas", "neighborhood", "neighbourhood", "mountains", "hills", "jungles", "half", "most", "all", "much", "swaths", "skies", "county", "countryside", "airport", "peninsula", "governorate", "oblast", "headquarters", "embassy", "prison", "hospital", "stadium", "frontier", "river", "valley", "desert", "forest", "metro", "subway":
		return true
	}
	return false
}

// hitNoun reports whether lemma names an act done to the place after "of": "the shelling of Kharkiv".
func hitNoun(lemma string) bool {
	switch lemma {
	case "invasion", "bombing", "shelling", "siege", "occupation", "annexation", "bombardment", "capture", "liberation", "blockade", "raid", "seizure", "fall", "recapture", "destruction":
		return true
	}
	return false
}

// hitVerb reports whether lemma's object is where it happens: "struck Kyiv", "fled Syria".
func hitVerb(lemma string) bool {
	switch lemma {
	case "hit", "strike", "struck", "bomb", "shell", "invade", "enter", "leave", "reach", "visit", "pound", "rock", "raid", "storm", "seize", "capture", "occupy", "cross", "tour", "flee", "target", "devastate", "batter", "bombard", "blockade", "annex", "retake", "liberate", "besiege", "encircle", "sweep", "hammer":
		return true
	}
	return false
}

// roleLike gives p the role of the place that it is joined to by "and": "in Kenya and Tanzania".
func (s *placeScan) roleLike(p *Place, before *Place) {
	if before.Role == Location || before.Role == Target {
		p.Role, p.Relation, p.Rule = before.Role, before.Relation, "joined"
	}
}

// roleAfter tells a place by what follows: "Moscow said", "Venezuela's president", "the Ukraine war".
func (s *placeScan) roleAfter(p *Place, end int32) {
	p.Role, p.Rule = Mentioned, "none"
	if int(end) >= len(s.d.Tokens) || s.d.Tokens[end].Sentence != s.d.At(end-1).Sentence {
		return
	}
	t := &s.d.Tokens[end]
	switch {
	case s.possessive(end), s.word(end) == "-":
		p.Role, p.Rule = Modifier, "possessive or compound"
	case t.UPOS == parse.VERB || t.UPOS == parse.AUX:
		p.Role, p.Rule = Actor, "subject"
	case t.UPOS == parse.NOUN || t.UPOS == parse.ADJ || t.UPOS == parse.PROPN:
		p.Role, p.Rule = Modifier, "compound"
	}
	if h := s.d.At(end - 1); h.Label == parse.Nsubj && p.Role == Mentioned {
		p.Role, p.Rule = Actor, "subject"
	}
}

// dateline reports whether the place at [i, end) opens its paragraph's dateline: "KYIV, Ukraine (AP) —".
func (s *placeScan) dateline(i, end int32) bool {
	sent := s.d.Tokens[i].Sentence
	f := s.d.Sentences[sent]
	if i != f.First && !(i == end-1 && s.placeEnds(i-1) && s.out[len(s.out)-1].Role == Dateline) {
		return false
	}
	if sent > 0 && s.d.Sentences[sent-1].Paragraph == f.Paragraph {
		return false
	}
	body := s.d.Body(&f)
	for k := end; k < min(f.End, end+9); k++ {
		switch w := s.word(k); {
		case w == ":" && k+1 == body:
			return true
		case w == "—" || w == "–" || w == "--" || w == "_" || w == "-" && s.d.Tokens[k].Start > s.d.At(k-1).End:
			return true
		case w == "(" && (s.allCapitals(k+1) || s.word(k+1) == "Reuters" || s.word(k+1) == "Xinhua"):
			return true
		case w == "," || w == "." || w == ")" || s.capital(k) || isDigit(w[0]):
		default:
			return false
		}
	}
	return false
}

// lowerShortest is a relation's words in small letters, on one line.
func lowerShortest(w string) string {
	b := []byte(w)
	for i := range b {
		if 'A' <= b[i] && b[i] <= 'Z' {
			b[i] |= 0x20
		}
		if b[i] == '\n' || b[i] == '\t' {
			b[i] = ' '
		}
	}
	return string(b)
}
