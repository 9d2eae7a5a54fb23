package read

import (
	"strings"

	"sayso/article"
	"sayso/parse"
)

// What is counted over several incidents without a word of totalling beside it: told of earlier ones, of all in total, by what they
// brought a number to, or right after the place of the latest in their series.

// alike are the words for one of several incidents, as incidents are for several.
var alike = map[string]bool{"strike": true, "attack": true, "raid": true, "bombing": true, "airstrike": true, "bombardment": true, "ambush": true, "operation": true}

// earlierOnes reports whether the incidents at token i are those before the one that the report tells: "previous strikes killed 27", "prior to
// Friday's raid, strikes off the coast had killed 27".
func (s *counter) earlierOnes(i int32) bool {
	if !incidents[s.words[i]] {
		return false
	}
	for j := i - 1; j >= s.first && j > i-6 && wordy(s.words[j]) && !s.is(j, clPrep|clConj|clRel|clBe); j-- {
		switch s.words[j] {
		case "previous", "prior", "earlier", "past":
			return true
		}
	}
	if w := s.word(s.first); w != "before" && (w != "prior" || s.word(s.first+1) != "to") {
		return false
	}
	for j := s.first + 1; j < i; j++ {
		if s.words[j] == "," {
			return true
		}
	}
	return false
}

// ofEarlierOnes marks the counts of a sentence about earlier incidents.
func (s *counter) ofEarlierOnes(from int) {
	for i := s.first; i < s.end; i++ {
		if !s.earlierOnes(i) {
			continue
		}
		for k := from; k < len(s.out); k++ {
			f := &s.out[k]
			own := f.Measure == s.words[i] && f.Head < i && i-f.Head < 4 // "the seven previous strikes"
			if (f.Form == "number" || f.Form == "list") && (own || f.Span.Start > int(s.d.Tokens[i].Start)) && !f.Superseded {
				f.Cumulative = true
			}
		}
		return
	}
}

// inTotal marks the counts of "In total, 14 boats have been destroyed and 57 people killed, with three survivors": who counts what is hit
// by the dozen counts over several incidents, and so does "In total, 44 people have died at the mine this week".
func (s *counter) inTotal(from int) {
	switch s.word(s.first) + " " + s.word(s.first+1) {
	case "in total", "in all", "altogether ,":
	default:
		return
	}
	several, perfect := false, false
	for k := from; k < len(s.out); k++ {
		f := &s.out[k]
		several = several || f.Form == "number" && f.Low != nil && *f.Low > 2 && (incidents[f.Measure] || crafts[f.Measure])
	}
	for i := s.first; i+1 < s.end; i++ {
		several = several || s.words[i] == "this" && (s.words[i+1] == "week" || s.words[i+1] == "month" || s.words[i+1] == "year")
		perfect = perfect || s.is(i, clHave) && (s.is(i+1, clBe) || s.tag(i+1) == parse.VERB)
	}
	if !several || !perfect {
		return
	}
	for k := from; k < len(s.out); k++ {
		if f := &s.out[k]; f.Form == "number" && !f.Superseded {
			f.Cumulative = true
		}
	}
}

// withThem marks what a sentence tells beside a total, with "with": "bring the number of people killed to 75, with 19 boats destroyed in 18
// strikes", "15 strikes on 16 boats, with three survivors".
func (s *counter) withThem(from int) {
	total := -1
	for k := from; k < len(s.out); k++ {
		if f := &s.out[k]; f.Cumulative && (total < 0 || f.Span.Start < s.out[total].Span.Start) {
			total = k
		}
	}
	for k := from; k < len(s.out) && total >= 0; k++ {
		f := &s.out[k]
		if f.Cumulative || f.Superseded || f.Form != "number" || !crafts[f.Measure] && !incidents[f.Measure] && f.Measure != "survivors" {
			continue
		}
		for i := s.d.TokenAt(s.out[total].Span.End); i+1 < s.end && int(s.d.Tokens[i].Start) < f.Span.Start; i++ {
			if s.words[i] == "," && s.words[i+1] == "with" && !s.ofADay(i) {
				f.Cumulative, f.Since = true, s.out[total].Since
			}
		}
	}
}

// crafts are what single incidents sink or bring down.
var crafts = map[string]bool{"boats": true, "vessels": true, "ships": true, "tankers": true, "planes": true, "aircraft": true, "drones": true, "helicopters": true}

// inSeries reports whether the sentence before the one at hand gives its incident's place in a series: "It was the fifth such strike.
// At least 61 people have been killed."
func (s *counter) inSeries() bool {
	k := s.d.Tokens[s.first].Sentence
	if k == 0 {
		return false
	}
	before := s.d.Sentences[k-1]
	for i := before.First; i < before.End; i++ {
		q, ok := numberAt(func(j int32) string {
			if j < before.First || j >= before.End {
				return ""
			}
			return s.words[j]
		}, i)
		if !ok || !q.ordinal || q.low < 3 {
			continue
		}
		for j := q.end; j < q.end+8 && j < before.End; j++ {
			if alike[s.words[j]] || campaigns[s.words[j]] {
				return true
			}
		}
	}
	return false
}

// sinceBegun marks what people are said to have been killed by now, with no word of when, where or in what, right after a place in a series.
func (s *counter) sinceBegun(from int) {
	if from == len(s.out) || !s.inSeries() {
		return
	}
	if s.ofADay(s.first) {
		return
	}
	for i := s.first; i < s.end; i++ {
		if alike[s.words[i]] && s.word(i-1) != "such" {
			return
		}
	}
	for k := from; k < len(s.out); k++ {
		f := &s.out[k]
		if f.Form == "number" && f.Measure == "killed" && !f.Superseded && s.perfect(f) && f.Low != nil && *f.Low > 2 {
			f.Cumulative = true
		}
	}
}

// byNow marks those whom somebody says in the present tense to have killed, with no word of when or in what: "Norland says it has killed more than
// 40 fighters".
func (s *counter) byNow(from int) {
	if s.ofADay(s.first) {
		return
	}
	have, says := int32(-1), false
	for i := s.first; i < s.end; i++ {
		switch w := s.words[i]; {
		case alike[w] || alike[strings.TrimSuffix(w, "s")]:
			return
		case w == "says" || w == "say" || w == "claims" || w == "claim":
			says = true
		case (w == "has" || w == "have") && says && have < 0 && s.itself(i-1):
			have = i
		}
	}
	for k := from; k < len(s.out) && have >= 0; k++ {
		f := &s.out[k]
		if f.Form == "number" && f.Measure == "killed" && !f.Superseded && f.Span.Start > int(s.d.Tokens[have].Start) && s.perfect(f) && f.Low != nil && *f.Low > 2 {
			f.Cumulative = true
		}
	}
}

// itself reports whether token i is a word by which a body speaks of itself: "it", "we", "its forces".
func (s *counter) itself(i int32) bool {
	switch s.word(i) {
	case "it", "they", "we":
		return true
	case "forces", "troops", "soldiers", "jets", "army", "navy", "military":
		switch s.word(i - 1) {
		case "its", "their", "our":
			return true
		}
	}
	return false
}

// killing marks the counts after the words for since when: "has struck ten boats since May, killing 43 people" counts both since then.
func (s *counter) killing(end int32, since article.Span, from int) {
	for j := end - 1; j > s.first && j > end-15; j-- {
		if s.words[j] == "leading" && s.word(j+1) == "to" {
			end = j - 1 // "400 strikes since May in the north leading to a total of 900 killed"
		}
	}
	if led := s.word(end+1) == "leading"; !s.tagged || end+1 >= s.end || !led && (s.word(end) != "," || s.d.At(end+1).XPOS != parse.XVBG) {
		return
	}
	if s.ofADay(end + 2) {
		return
	}
	for k := from; k < len(s.out); k++ {
		if f := &s.out[k]; f.Form == "number" && f.Span.Start > int(s.d.Tokens[end].Start) && !f.Superseded {
			f.Cumulative, f.Since = true, since
		}
	}
}

// ofADay reports whether a day is named from token i on.
func (s *counter) ofADay(i int32) bool {
	for ; i < s.end; i++ {
		switch s.words[i] {
		case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "overnight":
			return true
		}
	}
	return false
}
