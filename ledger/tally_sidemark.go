package ledger

import (
	"slices"
	"sort"
	"strings"

	"sayso/article"
	"sayso/gazetteer"
	"sayso/resolve"
)

// What a country named in a figure's sentence is to it: whose the people counted are, who did it, who says so, where it was.

// A sideMark is a country named in a sentence: by name, by the word for its people, or by a place in it.
type sideMark struct {
	article.Span
	code string
	name bool // by its own name or demonym: it can act
}

func distance(a, b article.Span) int {
	if a.Start > b.Start {
		return a.Start - b.Start
	}
	return b.Start - a.End
}

// marksIn are the countries named in a sentence, in text order.
func marksIn(text string, s article.Span, places []resolve.Place) []sideMark {
	var out []sideMark
	var buf [48]byte
	for i := range places {
		p := &places[i]
		if s.Contains(p.Span) && p.Country != "" && p.Precision != "sea" && p.Precision != "near" {
			start := p.Span.Start
			if i := strings.IndexByte(p.Span.Text(text), ' '); i > 0 && grounds[strings.ToLower(p.Span.Text(text)[:i])] {
				start += i + 1 // "in Fiji"
			}
			if at := (article.Span{Start: start, End: p.Span.End}); p.Precision == "country" || !severalCountries(p.Name) {
				out = append(out, sideMark{at, p.Country, p.Precision == "country"})
			}
		}
	}
	for _, w := range words(s.Text(text)) {
		at := article.Span{Start: s.Start + w.Start, End: s.Start + w.End}
		if !w.upper || slices.ContainsFunc(out, func(m sideMark) bool { return m.Contains(at) }) {
			continue
		}
		name := at.Text(text)
		if name == "Us" {
			continue
		}
		code := gazetteer.Demonym(gazetteer.Fold(buf[:0], name))
		if code == "" && strings.HasSuffix(name, "s") {
			code = gazetteer.Demonym(gazetteer.Fold(buf[:0], name[:len(name)-1]))
		}
		if code == "" {
			for _, p := range gazetteer.Lookup(nil, gazetteer.Fold(buf[:0], name)) {
				if p.Kind == gazetteer.Country {
					code = p.Country
				}
			}
		}
		if code != "" {
			out = append(out, sideMark{at, code, true})
		}
	}
	sort.SliceStable(out, func(a, b int) bool { return out[a].Start < out[b].Start })
	return out
}

// severalCountries reports whether places of more than one country have a name, as Punjab and Hyderabad.
func severalCountries(name string) bool {
	var buf [64]byte
	country := ""
	for _, p := range gazetteer.Lookup(nil, gazetteer.Fold(buf[:0], name)) {
		if p.Country != "" && country != "" && p.Country != country {
			return true
		}
		country = p.Country
	}
	return false
}

// roleOf is what a country does in the sentence of a figure whose counted people end at end.
func roleOf(text string, m *sideMark, s article.Span, end, start int) string {
	if m.Start >= start && m.Start < end && m.name {
		return "whose"
	}
	before, after := text[s.Start:m.Start], text[m.End:s.End]
	if strings.HasPrefix(after, "-") {
		if ws := words(after[:min(len(after), 20)]); len(ws) > 0 && backing[ws[0].hash] {
			return "" // "Iran-backed", "US-based"
		}
	}
	if m.Start < start && (ownToll(after) || hasLost(after)) {
		return "whose"
	}
	if held := strings.ToLower(after[:min(len(after), 16)]); strings.HasPrefix(held, "-administered") || strings.HasPrefix(held, "-occupied") || strings.HasPrefix(held, "-controlled") || strings.HasPrefix(held, "-held") {
		return "ground"
	}
	if !m.name && tells[firstWord(after)] { // "Islamabad said"
		return "said"
	}
	if before != "" && wasStruck[firstWord(after)] && aimed[lastWord(before)] {
		return "ground" // "strikes on Fiji killed 28"
	}
	if m.name {
		if role := does(after); role != "" {
			return role
		}
		if fs := strings.Fields(strings.ToLower(before)); len(fs) > 0 && fs[len(fs)-1] == "by" {
			if containsAny(after[:min(len(after), 32)], "ministry", "government", "authorities", "officials", "media", "agency", "police", "health") {
				return "said"
			}
			return "hand"
		}
	}
	if standsBefore(before) {
		return "ground"
	}
	return ""
}

// ownToll reports whether the words after a country speak of its own toll: "Fiji's toll stands at 25".
func ownToll(after string) bool {
	for _, s := range []string{"'s ", "’s "} {
		if rest, ok := strings.CutPrefix(after, s); ok {
			rest = strings.TrimPrefix(strings.TrimPrefix(rest, "official "), "death ")
			return strings.HasPrefix(rest, "toll") || strings.HasPrefix(rest, "dead ")
		}
	}
	return false
}

// hasLost reports whether the words after a country say that it lost people: "Fiji has lost seven soldiers".
func hasLost(after string) bool {
	for _, w := range []string{" has lost ", " had lost ", " lost "} {
		if strings.HasPrefix(after, w) {
			return true
		}
	}
	return false
}

// does says whether a country named before these words strikes in them ("hand"), or tells ("said").
func does(after string) string {
	after = strings.TrimPrefix(strings.TrimPrefix(after, "'s"), "’s")
	for _, aside := range []string{", however,", ", meanwhile,", ", too,"} {
		after = strings.TrimPrefix(after, aside)
	}
	if strings.HasPrefix(after, ", which ") || strings.HasPrefix(after, ", who ") { // "Fiji, which gives few numbers, said"
		if i := strings.IndexByte(after[2:], ','); i > 0 {
			after = after[2+i+1:]
		}
	}
	fields := strings.Fields(after)
	for i, w := range fields {
		if strings.IndexByte("(-", w[0]) >= 0 || strings.HasPrefix(w, "—") || strings.HasPrefix(w, "–") {
			return "" // "DUBAI, United Arab Emirates (AP) —"
		}
		l := strings.Trim(strings.ToLower(w), ".;:\"“”'’()")
		stop := strings.HasSuffix(l, ",")
		l = strings.TrimSuffix(l, ",")
		switch {
		case acts[l] || strikes[l] && (l != "killed" || i == 0):
			return "hand"
		case l == "killed" && i == 1 && forces[strings.ToLower(fields[0])] && i+1 < len(fields) && (!stopsActor[strings.ToLower(fields[i+1])] || i+2 < len(fields) && fields[i+2] == "least"): // "Icelandic forces killed 15"
			return "hand"
		case tells[l]:
			return "said"
		case l == "on" && i+1 < len(fields) && strings.HasSuffix(fields[i+1], "day"):
		case stop || i > 7 || stopsActor[l] && !passes[l]:
			return ""
		}
	}
	return ""
}

// standsBefore reports whether the words before a place say that something was there or was aimed there.
func standsBefore(before string) bool {
	fs := strings.Fields(before)
	for i, n := len(fs)-1, 0; i >= 0 && n < 5; i, n = i-1, n+1 {
		w := strings.Trim(strings.ToLower(fs[i]), "“\"'(‘")
		switch {
		case w == "at" && n > 0 && strings.EqualFold(fs[i+1], "least"): // "that at least 30 Fijian troops had died"
			return false
		case grounds[w] || strikes[w]:
			return true
		case strings.ContainsAny(w, ".;:") || strings.HasSuffix(w, ",") && (fs[i][0] < 'A' || fs[i][0] > 'Z') || stopsActor[w] && w != "of" && w != "the" && w != "and":
			return false
		}
	}
	return false
}
