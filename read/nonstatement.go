package read

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/parse"
)

// nonStatements finds what was not said: "declined to comment", "did not respond to a request for
// comment", "could not be reached", "could not independently verify". They are patterns over words:
// the phrases are few and fixed.
func nonStatements(d *parse.Doc) []NonStatement {
	var out []NonStatement
	w := &nonReader{d: d}
	for k := range d.Sentences {
		s := &d.Sentences[k]
		for i := s.First; i < s.End; {
			end := w.match(i, s.End)
			if end == i {
				i++
				continue
			}
			n := NonStatement{Span: d.Range(i, end), Head: -1}
			w.who(&n, s, i, end)
			out = append(out, n)
			i = end
		}
	}
	return out
}

// A nonReader matches phrases at a token.
type nonReader struct{ d *parse.Doc }

var (
	speechVerbs  = []string{"comment", "discuss", "say", "elaborate", "speak", "answer", "respond", "reply", "talk", "identify", "name", "specify", "disclose", "reveal", "explain", "confirm", "return", "provide", "give", "address", "clarify", "detail", "expand", "weigh", "be", "divulge", "share", "offer", "take"}
	replyVerbs   = []string{"comment", "respond", "reply", "return", "answer", "elaborate", "say", "specify", "explain", "disclose", "identify", "clarify", "provide", "give", "offer"}
	verifyVerbs  = []string{"verify", "confirm", "corroborate", "authenticate", "verified", "confirmed", "corroborated", "authenticated", "reached", "contacted", "determined", "located", "reach", "ascertain", "establish"}
	beVerbs      = []string{"was", "were", "is", "are", "be", "been"}
	askedVerbs   = []string{"contacted", "approached", "asked"}
	inquiryNouns = []string{"questions", "inquiries", "enquiries", "requests", "queries", "question", "request", "reporters", "calls"}
	commentNouns = []string{"comment", "comments", "details", "reason", "reasons", "explanation", "evidence", "figures", "timeline", "specifics", "information", "calls", "call", "requests", "request", "questions", "question", "inquiries", "emails", "email", "messages", "message", "interview"}
)

// match is the token after the phrase that begins at token i, or i.
func (w *nonReader) match(i, end int32) int32 {
	switch word := w.word(i, end); word {
	case "declined", "declines", "refused", "refuses", "declining", "refusing", "decline", "refuse":
		if w.word(i+1, end) == "comment" || w.word(i+1, end) == "further" && w.word(i+2, end) == "comment" {
			return w.tail(i+2, end)
		}
		if j := w.skip(i+1, end); w.word(j, end) == "to" {
			if v := w.word(w.skip(j+1, end), end); slices.Contains(speechVerbs, v) && (v != "be" || w.has(j, end, 4, "interviewed", "identified", "named", "quoted", "drawn")) && !w.has(j, end, 3, "rise", "way") && !(v == "give" && w.has(j, end, 6, "name", "names", "surname", "surnames")) {
				if v == "be" {
					for m := j; m < j+5; m++ { // "an official who declined to be named told the Ledger that"
						switch w.word(m, end) {
						case "told", "tells", "said", "says", "warned", "described", "confirmed", "insisted":
							return m
						}
					}
				}
				return w.tail(w.skip(j+1, end)+1, end)
			}
		}
	case "did", "does", "do", "would", "has", "have", "had", "will", "could", "can":
		if k := w.negated(i, end, word); k > i {
			return k
		}
		if strings.HasPrefix(word, "ha") {
			return w.approached(i, end)
		}
	case "was", "were", "is", "are":
		if k := w.unavailable(i, end); k > i {
			return k
		}
		return w.approached(i, end)
	case "referred", "directed", "redirected":
		if j := w.skip(i+1, end); slices.Contains(inquiryNouns, w.word(j, end)) && w.has(j+1, end, 6, "to") {
			return w.tail(j+1, end)
		}
	case "no", "nobody", "none", "neither":
		if verb := w.word(i+1, end); (verb == "confirm" || verb == "confirmed" || verb == "confirms") && w.word(i+2, end) == "nor" && strings.HasPrefix(w.word(i+3, end), "den") {
			return w.tail(i+4, end) // "has neither confirmed nor denied the strike"
		}
		return w.byNobody(i, end)
	case "failed":
		if w.word(i+1, end) == "to" && slices.Contains([]string{"respond", "reply", "comment", "answer"}, w.word(i+2, end)) {
			return w.tail(i+3, end)
		}
	case "gave", "provided", "offered", "made":
		if w.word(i+1, end) == "no" && slices.Contains(commentNouns, w.word(w.skip(i+2, end), end)) {
			return w.tail(w.skip(i+2, end)+1, end)
		}
	case "without":
		if slices.Contains([]string{"elaborating", "explaining", "specifying", "commenting"}, w.word(i+1, end)) {
			return i + 2
		}
		if slices.Contains([]string{"giving", "providing", "offering", "citing"}, w.word(i+1, end)) && slices.Contains(commentNouns, w.word(w.skip(i+2, end), end)) {
			return w.skip(i+2, end) + 1
		}
	}
	return i
}

// byNobody matches "No group immediately claimed responsibility", "Neither count could be independently verified".
func (w *nonReader) byNobody(i, end int32) int32 {
	for k := i + 1; k < min(end-1, i+7); k++ {
		switch word := w.word(k, end); word {
		case "claimed", "claiming":
			if w.word(w.skip(k+1, end), end) == "responsibility" {
				return w.skip(k+1, end) + 1
			}
			return i
		case "could", "can":
			if m := w.skip(k+1, end); w.word(m, end) == "be" && slices.Contains(verifyVerbs, w.word(w.skip(m+1, end), end)) && w.word(w.skip(m+1, end), end) != "reached" {
				return w.tail(w.skip(m+1, end)+1, end)
			}
			return i
		case ",", ";", "that":
			return i
		}
	}
	return i
}

// negated matches "did not respond", "would not say", "has not commented", "had no comment",
// "could not be reached", "could not independently verify", "has yet to comment".
func (w *nonReader) negated(i, end int32, aux string) int32 {
	j := w.skip(i+1, end)
	switch w.word(j, end) {
	case "no":
		if k := w.skip(j+1, end); (aux == "had" || aux == "has" || aux == "have") && w.word(k, end) == "comment" {
			return w.tail(k+1, end)
		}
		return i
	case "yet":
		if k := j + 2; w.word(j+1, end) == "to" && slices.Contains([]string{"respond", "reply", "comment", "answer"}, w.word(k, end)) {
			return w.tail(k+1, end)
		}
		return i
	case "not", "n't", "n’t", "never":
	default:
		return i
	}
	k := w.skip(j+1, end)
	verb := w.word(k, end)
	switch aux {
	case "could", "can":
		if slices.Contains(verifyVerbs, verb) && verb != "reach" {
			return w.tail(k+1, end)
		}
		if m := w.skip(k+1, end); verb == "be" && slices.Contains(verifyVerbs, w.word(m, end)) {
			return w.tail(m+1, end)
		}
	case "has", "have", "had":
		if slices.Contains([]string{"commented", "responded", "replied", "answered", "elaborated"}, verb) {
			return w.tail(k+1, end)
		}
		if m := w.skip(k+1, end); verb == "been" && w.has(k, end, 4, "verified", "confirmed", "corroborated") && w.has(k, end, 3, "independently") {
			return w.tail(m+1, end)
		}
	case "would", "will":
		if slices.Contains([]string{"comment", "elaborate", "discuss", "say", "confirm", "specify", "disclose", "identify", "elaborate"}, verb) {
			return w.tail(k+1, end)
		}
	default:
		if !slices.Contains(replyVerbs, verb) {
			return i
		}
		if verb == "say" && !slices.Contains([]string{"whether", "if", "why", "how", "who", "what", "when", "where", "which", "more", "."}, w.word(k+1, end)) {
			return i
		}
		if m := w.skip(k+1, end); (verb == "provide" || verb == "give" || verb == "offer" || verb == "return") && !slices.Contains(commentNouns, w.word(m, end)) && !slices.Contains(commentNouns, w.word(m+1, end)) {
			return i
		}
		return w.tail(k+1, end)
	}
	return i
}

// unavailable matches "was not immediately available for comment", "were unable to verify", "was not reachable".
func (w *nonReader) unavailable(i, end int32) int32 {
	j := w.skip(i+1, end)
	switch w.word(j, end) {
	case "not", "n't", "n’t":
		if k := w.skip(j+1, end); w.word(k, end) == "available" && w.word(k+1, end) == "for" || w.word(k, end) == "reachable" {
			return w.tail(k+1, end)
		}
	case "unavailable":
		if w.word(j+1, end) == "for" && w.word(j+2, end) == "comment" {
			return j + 3
		}
	case "unable":
		if k := w.skip(j+2, end); w.word(j+1, end) == "to" && slices.Contains(verifyVerbs, w.word(k, end)) {
			return w.tail(k+1, end)
		}
	}
	return i
}

// approached matches whom the outlet asked in vain, or is still asking: "was approached for comment", "has
// been contacted for comment", "The Ledger has contacted the ministry for comment". Token i is the auxiliary.
func (w *nonReader) approached(i, end int32) int32 {
	j := w.skip(i+1, end)
	passive := slices.Contains(beVerbs, w.word(i, end))
	if w.word(j, end) == "been" {
		j, passive = j+1, true
	}
	switch verb := w.word(j, end); {
	case passive && slices.Contains(askedVerbs, verb) && w.word(j+1, end) == "for" && slices.Contains(commentNouns, w.word(w.skip(j+2, end), end)):
		return w.skip(j+2, end) + 1
	case !passive && (verb == "contacted" || verb == "approached"):
		return w.forComment(i, j+1, end)
	case !passive && verb == "reached" && w.word(j+1, end) == "out" && w.word(j+2, end) == "to":
		return w.forComment(i, j+3, end)
	}
	return i
}

// forComment is the end of "… for comment" after the phrase for whom is asked, which begins at token k, or i.
func (w *nonReader) forComment(i, k, end int32) int32 {
	for j := k + 1; j < min(end, k+10); j++ {
		if w.word(j, end) == "for" && slices.Contains(commentNouns, w.word(w.skip(j+1, end), end)) {
			return w.skip(j+1, end) + 1
		}
	}
	return i
}

// tail is the end of a phrase whose verb ends at token i: it takes in what was asked for ("to a
// request for comment"), up to punctuation, a conjunction or the time.
func (w *nonReader) tail(i, end int32) int32 {
	for ; i < end; i++ {
		switch w.word(i, end) {
		case ",", ".", ";", ":", "—", "–", "\"", "“", "”", "''", ")", "(", "and", "but", "because", "as", "when", "after", "while", "citing", "saying", "until", "since", "adding":
			return i
		}
	}
	return i
}

// skip passes adverbs and determiners between the fixed words.
func (w *nonReader) skip(i, end int32) int32 {
	for {
		switch w.word(i, end) {
		case "immediately", "independently", "initially", "directly", "publicly", "also", "even", "ever", "further", "repeatedly", "yet", "a", "an", "any", "the", "his", "her", "its", "their", "immediate", "more", "specific", "other", "additional", "either", "so", "otherwise", "clearly", "fully", "quickly", "promptly":
			if w.word(i, end) == "yet" && w.word(i+1, end) == "to" {
				return i
			}
			i++
		default:
			return i
		}
	}
}

func (w *nonReader) has(i, end, within int32, forms ...string) bool {
	for j := i; j < min(end, i+within); j++ {
		if slices.Contains(forms, w.word(j, end)) {
			return true
		}
	}
	return false
}

// word is token i in lower case, or "" past the end.
func (w *nonReader) word(i, end int32) string {
	if i >= end {
		return ""
	}
	return lowerWord(w.d.Word(i))
}

// lowerWord lowers an ASCII word without allocating where it is lower already.
func lowerWord(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; 'A' <= c && c <= 'Z' {
			b := []byte(s)
			for j := range b {
				if 'A' <= b[j] && b[j] <= 'Z' {
					b[j] += 'a' - 'A'
				}
			}
			return string(b)
		}
	}
	return s
}

// who finds the subject of the phrase [first, end).
func (w *nonReader) who(n *NonStatement, s *parse.Sentence, first, end int32) {
	r := &reader{d: w.d}
	if f, e := w.asked(first, end); f < e {
		n.Source, n.Head = w.d.Range(f, e), e-1
		return
	}
	for i := first; i < end; i++ {
		if t := &w.d.Tokens[i]; t.UPOS != parse.VERB && t.UPOS != parse.NOUN && t.UPOS != parse.ADJ {
			continue
		}
		if subj := r.subject(i); subj >= s.First && subj < first {
			f, e := w.d.Subtree(subj)
			for f < subj && (w.d.Tokens[f].UPOS == parse.PUNCT || w.d.Tokens[f].UPOS == parse.CCONJ) {
				f++
			}
			e = max(subj+1, min(e, first))
			for e > subj+1 && w.d.At(e-1).UPOS == parse.PUNCT {
				e--
			}
			n.Head, n.Source = subj, w.d.Range(f, e)
			return
		}
	}
	n.Source = article.Span{}
}

// asked are the tokens of whom the outlet asks in the phrase [first, end), whose answer is missing: "the
// ministry" in "has contacted the ministry for comment"; none in other phrases.
func (w *nonReader) asked(first, end int32) (f, e int32) {
	f = w.skip(first+1, end) + 1
	switch w.word(f-1, end) {
	case "reached":
		f += 2
	case "contacted", "approached":
	default:
		return 0, 0
	}
	for e = f; e < end && w.word(e, end) != "for"; e++ {
	}
	return f, e
}
