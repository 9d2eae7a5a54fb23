package parse

import (
	"strings"
	"unicode"

	places "sayso/gazetteer"
)

// datelineEnd is the token after a dateline's dash where sentence s opens with one, else s.First:
// "PORT VALE, Norland (NP) — The ministry said". The treebanks keep the dateline in its sentence; its
// words say nothing of the sentence's structure, and a parser that has seen few of them goes astray.
func datelineEnd(d *Doc, s *Sentence) int32 {
	if i := creditOpens(d, s); i > s.First {
		return i
	}
	if s.End-s.First < 4 || !isUpper(d.Word(s.First)) || !isCapitals(d.Word(s.First)) && !strings.ContainsAny(d.Text[d.Tokens[s.First].Start:d.Tokens[min(s.First+20, s.End-1)].End], "(:—–-") {
		return s.First
	}
	for i := s.First + 1; i < min(s.First+20, s.End-2); i++ {
		switch w := d.Word(i); w {
		case ":":
			if townColon(d, s, i) {
				return i + 1
			}
			return s.First
		case "—", "–", "--", "-", "_", "―":
			spaced := d.Tokens[i].End < d.Tokens[i+1].Start
			if !spaced && d.Tokens[i-1].End == d.Tokens[i].Start {
				continue // "STOKE-ON-TRENT, England (NP) -"
			}
			if spaced && (isCapitals(d.Word(s.First)) || d.Word(i-1) == ")" || townDash(d, s, i)) && isUpper(d.Word(s.First)) {
				return i + 1
			}
			return s.First
		case ")":
			if agencyCloses(d, s, i) {
				if d.Word(i+1) == ":" {
					i++
				}
				return i + 1
			}
		case ".", ",", "(", "/":
		default:
			if r := rune(w[0]); !isUpper(w) && !unicode.IsDigit(r) && w != "of" && w != "and" && w != "the" {
				return s.First // running text before the dash
			}
		}
	}
	return s.First
}

// creditOpens is the token behind an agency's credit in brackets that opens a paragraph, with the dash behind it, or s.First: "(NP) — The dam broke",
// "(CNS) The dam broke".
func creditOpens(d *Doc, s *Sentence) int32 {
	i := s.First
	k := d.Tokens[i].Sentence
	if s.End-i < 8 || d.Word(i) != "(" || d.Word(i+2) != ")" || k > 0 && int(k) < len(d.Sentences) && d.Sentences[k-1].Paragraph == s.Paragraph {
		return i
	}
	if w := d.Word(i + 1); w != "Reuters" && (len(w) < 2 || !isCapitals(w)) {
		return i
	}
	switch d.Word(i + 3) {
	case "—", "–", "--", "-", ":":
		return i + 4
	}
	if isUpper(d.Word(i + 3)) {
		return i + 3
	}
	return i
}

// agencyCloses reports whether the bracket at i closes the credit of a dateline that no dash ends, as Indian agencies
// write it: "New Vale, May 19 (NPI) Five soldiers were hurt". A day or a town in capitals must stand before the credit, so that
// "Ana Ruiz (PPD) Leader" is none.
func agencyCloses(d *Doc, s *Sentence, i int32) bool {
	open := i - 1
	for open > s.First && d.Word(open) != "(" {
		open--
	}
	if open <= s.First || i-open > 4 || strings.ToUpper(d.Word(open+1)) != d.Word(open+1) || !unicode.IsLetter(rune(d.Word(open + 1)[0])) || len(d.Word(open+1)) < 2 {
		return false
	}
	dated := isCapitals(d.Word(s.First)) || unicode.IsDigit(rune(d.Word(open - 1)[0]))
	next := d.Word(i + 1)
	return dated && (next == ":" || isUpper(next))
}

// townColon reports whether the colon at i ends a dateline, as papers of South Asia write it: "ISLAMABAD: The ministry said", "New Delhi,
// May 8: Five men", "HONG KONG/JAKARTA: A bus". What stands before it is a town that the gazetteer knows, or a town in capitals with a day; a whole sentence stands
// after it, so that a headline's "Moscow: talks off" is none, and neither is a speaker's name in an interview.
func townColon(d *Doc, s *Sentence, i int32) bool {
	k := d.Tokens[s.First].Sentence
	if k > 0 && d.Sentences[k-1].Paragraph == s.Paragraph || s.End-i < 6 || !unicode.IsUpper(rune(d.Word(i + 1)[0])) && !unicode.IsDigit(rune(d.Word(i + 1)[0])) {
		return false
	}
	if last := d.Word(s.End - 1); last != "." && last != "”" && last != "\"" {
		return false
	}
	town := s.First
	for town < i && d.Word(town) != "," && d.Word(town) != "/" && town < s.First+4 {
		town++
	}
	two := d.Word(town) == "/" && isCapitals(d.Word(s.First)) // "HONG KONG/JAKARTA: A bus crashed"
	dated := town < i && unicode.IsDigit(rune(d.Word(i - 1)[0]))
	if dated && isCapitals(d.Word(s.First)) {
		return true
	}
	for _, p := range places.Lookup(nil, places.Fold(nil, d.Text[d.Tokens[s.First].Start:d.Tokens[town-1].End])) {
		if p.Kind == places.City || p.Kind == places.Region && dated || two {
			return true
		}
	}
	return false
}

// townDash reports whether the dash at i ends a dateline whose town is not in capitals: "Port Vale, 26 July — Officials said", "Bangkok – The
// ministry said". It opens a paragraph with a town that the gazetteer knows, or one with a day, and a sentence stands after it.
func townDash(d *Doc, s *Sentence, i int32) bool {
	k := d.Tokens[s.First].Sentence
	if k > 0 && d.Sentences[k-1].Paragraph == s.Paragraph || s.End-i < 6 || d.Tokens[i-1].End == d.Tokens[i].Start || !unicode.IsUpper(rune(d.Word(i + 1)[0])) {
		return false
	}
	town, day := s.First, false
	for town < i && d.Word(town) != "," && town < s.First+4 {
		town++
	}
	for t := town; t < i; t++ {
		day = day || unicode.IsDigit(rune(d.Word(t)[0]))
	}
	if day && d.Word(town) == "," {
		return true
	}
	for _, p := range places.Lookup(nil, places.Fold(nil, d.Text[d.Tokens[s.First].Start:d.Tokens[town-1].End])) {
		if p.Kind == places.City && (town == i || d.Word(town) == ",") {
			return true
		}
	}
	return false
}

// isCapitals reports whether w has three letters or more and none of them is lower case.
func isCapitals(w string) bool {
	n := 0
	for _, r := range w {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n >= 3
}

func isUpper(w string) bool {
	for _, r := range w {
		return unicode.IsUpper(r)
	}
	return false
}

// Body is the first token of sentence s after a dateline, or its first token where it opens with none.
func (d *Doc) Body(s *Sentence) int32 { return datelineEnd(d, s) }
