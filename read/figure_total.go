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
	case "in total", "in all", "altogether ,", "so far":
	default:
		s.ofSeries(from)
		return
	}
	several, perfect := false, false
	for k := from; k < len(s.out); k++ {
		f := &s.out[k]
		several = several || f.Form == "number" && f.Low != nil && *f.Low > 2 && (incidents[f.Measure] || crafts[f.Measure])
	}
	perfect = several && s.word(s.first) == "in" && !s.ofADay(s.first)
	for i := s.first; i+1 < s.end; i++ {
		several = several || s.words[i] == "before" && s.is(i-1, clNumeral) && (s.words[i+1] == "it" || s.words[i+1] == "that") // "in the four before it"
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

// ofSeries marks the counts that "in total" closes in a sentence that gives an incident's place in a series, "the fourth of its kind in three days
// that killed 15 people in total", and those of "With Tuesday's strike, 61 people have been killed".
func (s *counter) ofSeries(from int) {
	latest := int32(-1) // where what is counted in ends
	for j := s.first + 1; s.word(s.first) == "with" && j < s.first+8 && j+1 < s.end; j++ {
		if alike[s.words[j]] && s.words[j+1] == "," {
			latest = j
		}
	}
	for k := from; k < len(s.out); k++ {
		f := &s.out[k]
		if f.Form != "number" || f.Superseded || f.Low == nil || *f.Low < 3 {
			continue
		}
		at := s.d.TokenAt(f.Span.End)
		for j := at; j < at+4 && j+1 < s.end; j++ {
			if s.words[j] == "in" && (s.words[j+1] == "total" || s.words[j+1] == "all") && s.ordinalOf(at) {
				f.Cumulative, f.Since = true, s.sinceOf("series", from)
			}
		}
		if latest >= 0 && f.Span.Start > int(s.d.Tokens[latest].Start) && s.perfect(f) {
			f.Cumulative = true
		}
	}
}

// sinceOf is since when the first figure of the sentence with a key counts.
func (s *counter) sinceOf(key string, from int) article.Span {
	for k := from; k < len(s.out); k++ {
		if s.out[k].Key == key {
			return s.out[k].Since
		}
	}
	return article.Span{}
}

// ordinalOf reports whether a place in a series from the third on stands before token i: "the fourth of its kind".
func (s *counter) ordinalOf(i int32) bool {
	for j := s.first; j < i; j++ {
		if q, ok := numberAt(s.word, j); ok && q.ordinal && q.low > 2 && s.word(q.first-1) == "the" {
			return true
		}
	}
	return false
}

// inThem marks what follows a place in a series and its window, killed "in the strikes": "the fifth since July 28, with at least 24 people killed in
// the strikes".
func (s *counter) inThem(end int32, since article.Span, from int) {
	for k := from; k < len(s.out); k++ {
		f := &s.out[k]
		if f.Form != "number" || f.Superseded || f.Span.Start < int(s.d.Tokens[end-1].End) {
			continue
		}
		for j := s.d.TokenAt(f.Span.End); j+2 < s.end && s.words[j] != ","; j++ {
			if s.words[j] == "in" && (s.words[j+1] == "the" || s.words[j+1] == "these" || s.words[j+1] == "those") && (incidents[s.words[j+2]] || incidents[s.word(j+3)]) {
				f.Cumulative, f.Since = true, since
			}
		}
	}
}

// killingBy marks what strikes or craft counted up to now are said to have cost: "has carried out 21 strikes, killing at least 83 people".
func (s *counter) killingBy(from int) {
	for k := from; k < len(s.out); k++ {
		t := &s.out[k]
		if !t.Cumulative || t.Low == nil || *t.Low < 3 || !incidents[t.Measure] && !crafts[t.Measure] || !s.perfect(t) {
			continue
		}
		comma := s.d.TokenAt(t.Span.End)
		for comma < s.end && comma < s.d.TokenAt(t.Span.End)+10 && s.words[comma] != "," {
			comma++
		}
		s.killing(comma, t.Since, from)
	}
}

// overDays marks who was killed within a number of days: "34 people killed in less than two weeks".
func (s *counter) overDays(from int) {
	for k := from; k < len(s.out); k++ {
		f := &s.out[k]
		if f.Form != "number" || f.Measure != "killed" || f.Superseded || f.Cumulative || f.Low == nil || *f.Low < 3 {
			continue
		}
		i := max(s.d.TokenAt(f.Span.End), f.Head)
		if f.Cue > i && f.Cue < i+8 {
			i = f.Cue
		}
		for i < s.end && (i == f.Head || s.is(i, clPerson) || f.Cue >= 0 && i == f.Cue || s.be(i) || s.is(i, clHave)) {
			i++
		}
		if w := s.word(i); (w == "in" || w == "over" || w == "within") && s.daysAt(i+1) && s.word(i+1) != "a" {
			f.Cumulative = true
		}
	}
}

// alsoBrought marks what is brought to a number with a total: "bring the total number of strikes to 14 and the number of dead to at least 61".
func (s *counter) alsoBrought(from int) {
	for k := from; k < len(s.out); k++ {
		f := &s.out[k]
		if f.Cumulative || f.Superseded || f.Form != "number" {
			continue
		}
		for m := from; m < len(s.out); m++ {
			t := &s.out[m]
			if t.Cumulative && t.Key == "total" && t.Span.End < f.Span.Start && strings.HasPrefix(s.d.Text[t.Span.End:f.Span.Start], " and the number of ") {
				f.Cumulative, f.Since = true, t.Since
			}
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
