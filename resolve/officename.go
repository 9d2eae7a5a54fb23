package resolve

import (
	"strings"

	"sayso/parse"
)

// officeHolder is the person named at the end of an office that says what it is for: "Minister of State for Civil Aviation Ida
// Orr", "Deputy Commissioner of Police Tom Lane", "Director of Operations (DO) General Ida Orr", "MP BY Orr". Recognisers of names take such
// offices for organisations, or their last words for a part of the name. What the office is for is in common words with capitals
// (portfolioWords), and the name is what is left after the last of them.
func (p *nounPhrase) officeHolder(d *parse.Doc) (parse.Name, bool) {
	end := p.first
	if p.indefinite {
		return parse.Name{}, false // "a spokesman for President Ida Orr"
	}
	office, of := false, false
	from := int32(-1) // the first token of what can be the name
	for ; end < p.end; end++ {
		word := strings.ToLower(d.Word(end))
		switch t := &d.Tokens[end]; {
		case word == "-" && end > p.first && t.Start == d.At(end-1).End:
			if end+1 < p.end && d.At(end+1).Start == t.End {
				end++ // "Ping-kwan"
			}
			continue
		case word == "(" && end+3 < p.end && d.Word(end+2) == ")" && (office || officeNouns[strings.ToLower(d.Word(end+3))]):
			of = true
			end += 2
			from = -1
			continue
		case t.UPOS == parse.PUNCT && !strings.HasSuffix(word, "."), t.XPOS == parse.XPOS_ && office:
			return p.holder(d, from, end, of)
		case word == "of" || word == "for" || word == "to" && office:
			if !office {
				return parse.Name{}, false
			}
			of, from = true, -1
			end = p.behindLand(d, end)
		case word == "and" || word == "&" || word == "the":
			from = -1
		case !isCapital(d.Word(end)) && t.UPOS != parse.ADJ && t.UPOS != parse.NOUN:
			return p.holder(d, from, end, of)
		case (officeNouns[word] || titles[word]) && end > p.first && (d.Word(end-1) == "for" || d.Word(end-1) == "of"):
			return parse.Name{}, false // "a spokesman for President Orr"
		case strings.HasPrefix(word, "spokes"):
			return parse.Name{}, false // of somebody
		case officeNouns[word] || titles[word]:
			office, from = true, -1
			of = of || parliamentary[word]
		case portfolioWords[word] || organisationNouns[word] || !isCapital(d.Word(end)):
			from = -1
		case from < 0:
			from = end
		}
	}
	return p.holder(d, from, end, of)
}

// behindLand is the last token of the land or the league of states that an office is to, for or of, where the name of its holder follows, or token of:
// "US Ambassador to Germany Ruut Halm", "special envoy for Yemen Ida Orr". To a place that nobody knows one goes by three capitals.
func (p *nounPhrase) behindLand(d *parse.Doc, of int32) int32 {
	first := of + 1
	if strings.EqualFold(d.Word(first), "the") {
		first++
	}
	capitals := int32(0)
	for first+capitals < p.end && isCapital(d.Word(first+capitals)) {
		capitals++
	}
	for n := min(3, capitals-2); n > 0; n-- {
		words := d.Range(first, first+n).Text(d.Text)
		if countryOf(words) != "" || leagues[strings.ToLower(words)] {
			return first + n - 1
		}
	}
	if d.Word(of) == "to" && capitals == 3 && first == of+1 && !titles[strings.ToLower(d.Word(first))] && !officeNouns[strings.ToLower(d.Word(first))] {
		return first
	}
	return of
}

// leagues are what states are members of.
var leagues = map[string]bool{"united nations": true, "un": true, "u.n.": true, "eu": true, "e.u.": true, "european union": true, "african union": true, "arab league": true, "nato": true}

// twofoldOffice reports whether the phrase opens with one office that is for two things: "Health and Human Services Secretary Ida Orr", "the Trade and
// Industry Minister, Ida Orr".
func (p *nounPhrase) twofoldOffice(d *parse.Doc) bool {
	and := int32(-1)
	for i := p.first; i < p.end; i++ {
		word := strings.ToLower(d.Word(i))
		switch {
		case word == "the" && i == p.first, word == "&" && and < 0:
		case word == "and" && i > p.first && and < 0:
			and = i
			if !portfolioWords[strings.ToLower(d.Word(i-1))] {
				return false
			}
		case (officeNouns[word] || titles[word]) && word != "justice":
			return and > 0 && i > and+1 && !isPersonAt(d, p.first)
		case !isCapital(d.Word(i)) || d.Tokens[i].UPOS == parse.PUNCT || word == "of" || word == "for":
			return false
		}
	}
	return false
}

// isPersonAt reports whether a person's name of two words or more, none of which offices are for, begins at token i.
func isPersonAt(d *parse.Doc, i int32) bool {
	k := nameFrom(d, i)
	return k < len(d.Names) && d.Names[k].First == i && d.Names[k].Kind == parse.Person && d.Names[k].End > i+1 && !portfolioWords[strings.ToLower(d.Word(d.Names[k].End-1))]
}

// onlyOffice reports whether what was taken for a person's name is an office with what it is for: "Industry Minister".
func onlyOffice(d *parse.Doc, n parse.Name) bool {
	if n.Kind != parse.Person || n.End-n.First < 2 || !officeNouns[strings.ToLower(d.Word(n.End-1))] {
		return false
	}
	for i := n.First; i < n.End-1; i++ {
		if !portfolioWords[strings.ToLower(d.Word(i))] {
			return false
		}
	}
	return true
}

// holder is the name in tokens [from, end), if it can be one person's.
func (p *nounPhrase) holder(d *parse.Doc, from, end int32, of bool) (parse.Name, bool) {
	if !of || from <= p.first {
		return parse.Name{}, false
	}
	for i := nameFrom(d, from); i < len(d.Names) && d.Names[i].First < end; i++ {
		switch n := d.Names[i]; {
		case n.Kind == parse.Person && n.End == end:
			if initials := n.First == from+1 && len(d.Word(from)) <= 3 && strings.ToUpper(d.Word(from)) == d.Word(from); !initials {
				from = max(from, n.First) // "Mayor of Port Vale Ida Orr"
			}
		case n.Kind == parse.Place && n.First == from && n.End < end:
			from = n.End // "Prime Minister of Norland Ida Orr"
		case n.Kind != parse.Person && n.First >= from:
			return parse.Name{}, false
		}
	}
	if d.Word(from-1) == "of" && end-from > 2 && countryOf(d.Word(from)) != "" {
		from++
	}
	words := int32(0)
	for i := from; i < end; i++ {
		if d.Tokens[i].UPOS != parse.PUNCT {
			words++
		}
	}
	if words > 4 || words < 2 && !titles[strings.ToLower(d.Word(from-1))] {
		return parse.Name{}, false // "the Minister of Mines"
	}
	return parse.Name{First: from, End: end, Kind: parse.Person}, true
}

// parliamentary are seats, which say in themselves what they are for.
var parliamentary = words(`mp mep mla msp td mps`)

// portfolioWords are what offices are for, in the words of governments and forces. None is a common family name.
var portfolioWords = words(`state states civil aviation police information broadcasting defence defense staff military operations health home internal affairs external interior finance trade
commerce industry industries energy power water sanitation culture tourism sport sports youth women children family families education science technology transport transportation
railways shipping shipyards ports fisheries agriculture livestock food rural urban development housing labour labor employment social welfare communities local region regional planning
environment climate forest forests forestry mine minerals petroleum works public services economic economy revenue treasury customs immigration migration migrants
refugees borders foreign relations cooperation international parliamentary constitutional human rights equality religious minorities veterans communications media intelligence
investigation investigations crime criminal prosecutions navy army air force forces fleet naval coast guard fire rescue emergency emergencies management disaster disasters relief joint special
national federal provincial central general armed strategic space cyber digital justice law order parliament senate house republic district division circuit supreme high county city town southern northern
eastern western north south east west union congress assembly cabinet council nuclear political legal medical animal consumer statistics elections electoral lands land
post telecommunications bridges roads highways road marine maritime ocean oceans insular islands indigenous tribal overseas commonwealth administration administrative reconstruction reconciliation peace security`)
