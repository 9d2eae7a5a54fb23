package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// bylineNames are the names in a byline: "By Ana Ruiz and Tom Okoro, Staff Writers" is Ana Ruiz and Tom Okoro.
func bylineNames(s string) []string {
	s = strings.TrimSpace(s)
	for _, p := range []string{"By ", "by ", "BY ", "Von ", "Par ", "Por "} {
		s = strings.TrimPrefix(s, p)
	}
	s = strings.NewReplacer(" and ", ",", " & ", ",", ";", ",", " | ", ",", "\n", ",").Replace(s)
	var out []string
	for _, n := range strings.Split(s, ",") {
		n = fold(strings.TrimSuffix(strings.TrimSpace(n), "."))
		if isBylineName(n) {
			out = append(out, n)
		}
	}
	return out
}

// isBylineName reports whether n can be a person's or an agency's name: one to six words, the first
// upper case, no job title.
func isBylineName(n string) bool {
	words := strings.Fields(n)
	if len(words) == 0 || len(words) > 6 || strings.ContainsAny(n, "@/:0123456789") {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(n); unicode.IsLower(r) {
		return false
	}
	switch strings.ToLower(words[len(words)-1]) {
	case "writer", "writers", "reporter", "reporters", "correspondent", "correspondents", "editor", "editors", "staff", "contributor", "producer":
		return false
	}
	return true
}

// isByline reports whether a short line is a byline: "By Ana Ruiz", or little but the authors' names.
func isByline(t string, authors []string) bool {
	l := strings.ToLower(t)
	for _, p := range []string{"by ", "by:", "written by", "posted by", "reported by"} {
		if strings.HasPrefix(l, p) && len(strings.Fields(t)) <= 14 && len(t) < 120 && !strings.HasSuffix(t, ".") {
			return true
		}
	}
	if len(t) > 100 || strings.HasSuffix(t, ".") {
		return false
	}
	rest, hit := letters(t), false
	for _, a := range authors {
		if x := letters(a); x != "" && strings.Contains(rest, x) {
			rest, hit = strings.Replace(rest, x, "", 1), true
		}
	}
	return hit && len(rest) < 24
}

// letters is s lower-cased with only its letters and digits.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// agencies maps the ways in which news agencies sign to the name that readers know them by.
var agencies = []struct{ as, name string }{
	{"associated press", "AP"}, {"ap", "AP"}, {"reuters", "Reuters"}, {"thomson reuters", "Reuters"},
	{"agence france-presse", "AFP"}, {"afp", "AFP"}, {"bloomberg", "Bloomberg"}, {"bloomberg news", "Bloomberg"},
	{"dpa", "dpa"}, {"deutsche presse-agentur", "dpa"}, {"efe", "EFE"}, {"agencia efe", "EFE"}, {"ansa", "ANSA"},
	{"xinhua", "Xinhua"}, {"tass", "TASS"}, {"anadolu", "Anadolu"}, {"anadolu agency", "Anadolu"},
	{"pa media", "PA"}, {"press association", "PA"}, {"upi", "UPI"}, {"united press international", "UPI"},
	{"ians", "IANS"}, {"pti", "PTI"}, {"press trust of india", "PTI"}, {"kyodo", "Kyodo"}, {"kyodo news", "Kyodo"}, {"yonhap", "Yonhap"},
	{"aap", "AAP"}, {"australian associated press", "AAP"}, {"canadian press", "The Canadian Press"},
	{"interfax", "Interfax"}, {"ukrinform", "Ukrinform"}, {"wafa", "WAFA"}, {"sana", "SANA"}, {"irna", "IRNA"}, {"apa", "APA"},
}

// agency is the agency that s signs for, or "": "The Associated Press", "Ana Ruiz, Reuters".
func agency(s string) string {
	s = strings.TrimPrefix(strings.ToLower(strings.Trim(fold(s), " .()[]—–-")), "the ")
	for _, a := range agencies {
		if s == a.as {
			return a.name
		}
	}
	for _, sep := range []string{", ", " | ", " / ", " for the ", " for "} {
		if i := strings.LastIndex(s, sep); i > 0 {
			return agency(s[i+len(sep):])
		}
	}
	return ""
}

// creditLine is the agency that a dateline credits: "KABUL, Afghanistan (AP) — …", or "".
func creditLine(text string) string {
	head := text[:min(len(text), 160)]
	open := strings.IndexByte(head, '(')
	if open < 0 || strings.ContainsAny(head[:open], ".\n") {
		return ""
	}
	end := strings.IndexByte(head[open:], ')')
	if end < 0 || end > 30 {
		return ""
	}
	return agency(head[open+1 : open+end])
}
