package read

// The number of another who counts the same, told beside one without its noun: "52,000 were homeless, against the 45,000 reported by the agency".

// besideWords stand before such a number.
var besideWords = set("against than above below to with from")

// countedAs are what those who keep a count do with it.
var countedAs = set("counted reported given recorded estimated claimed announced cited listed registered confirmed published")

// against adds those of the sentence.
func (s *counter) against(from int) {
	for k := from; k < len(s.out); k++ {
		f := &s.out[k]
		if f.Form != "number" || f.Cue < 0 || f.Low == nil || f.Vague {
			continue
		}
		for i := s.d.TokenAt(f.Span.End); i+1 < s.end; i++ {
			if s.words[i] != "the" || !besideWords[s.word(i-1)] {
				continue
			}
			q, ok := s.quantity(i + 1)
			if !ok || q.vague || q.ordinal || s.notACount(q) {
				continue
			}
			at := q.end
			if w := s.word(at); w == "people" || w == "dead" || w == "deaths" {
				at++
			}
			if countedAs[s.word(at)] && s.word(at+1) == "by" {
				s.sameAgain(q, f.Cue, from, k)
				return
			}
		}
	}
}

// encamped handles "31,000 people are living in tents" at the noun: who has left home is told by where he is.
func (s *counter) encamped(i int32) {
	v := i - 1
	for v > s.first && (s.is(v, clDet|clPoss) || s.words[v] == "temporary" || s.words[v] == "makeshift" || s.words[v] == "emergency" || s.words[v] == "tent") {
		v--
	}
	if w := s.word(v); w != "in" && w != "under" || s.word(v-1) == "died" {
		return
	}
	switch v--; s.word(v) {
	case "living", "sheltering", "sleeping", "housed", "camping", "staying":
	default:
		return
	}
	g, _ := s.verbGroup(v)
	if s.unreal(g) {
		return
	}
	if list := s.subject(v, g); len(list) > 0 && s.phrases[list[0]].form == formNumber && s.phrases[list[0]].person {
		s.emit(list, "displaced", "fled", i)
	}
}
