package web

import (
	"fmt"
	"html/template"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"sayso/export"
	"sayso/internal/live"
	"sayso/internal/store"
)

// funcs are what templates may call.
var funcs = template.FuncMap{
	"day":    day,
	"clock":  clock,
	"number": number,
	"count":  count,
	"low":    bound,
	"status": statusWords,
	"glyph":  func(s string) string { return statusGlyph[s] },
	"origin": originFirst,
	"source": func(key string) string { return "/sources/" + url.PathEscape(key) },
	"sourcerow": func(s live.SourceRow) string {
		if s.ID != "" {
			return "/sources/" + s.ID
		}
		return "/sources/" + url.PathEscape(s.Key)
	},
	"others":   otherNames,
	"around":   around,
	"named":    named,
	"parts":    parts,
	"list":     func(v ...any) []any { return v },
	"join":     strings.Join,
	"some":     some,
	"when":     when,
	"grouped":  grouped,
	"further":  further,
	"words":    spelled,
	"counted":  func(measure, unit string) string { return spelled(export.Counted(measure, unit)) },
	"href":     href,
	"page":     pageOf,
	"chart":    tallyChart,
	"letter":   letter,
	"undrawn":  func(t export.Tally) map[int]bool { return notDrawn(&t) },
	"voice":    voiceClass,
	"value":    func(p export.Point) string { return grouped(valueOf(&p)) },
	"float":    func(v float64) string { return grouped(plainNumber(v)) },
	"total":    headlineOf,
	"basis":    basisOf,
	"once":     singles,
	"standing": standing,
	"span":     func(low, high float64) string { return bound(&low, &high) },
	"days":     days,
	"cut":      cut,
	"add":      func(a, b int) int { return a + b },
	"marked":   marked,
	"prose":    prose,
	"split":    strings.Fields,
	"percent":  func(n, of int) int { return n * 100 / max(1, of) },
}

// otherNames are a source's names but the one that it is called by, as far as letters' case sets them apart.
func otherNames(s live.SourceRow) []string {
	seen := map[string]bool{strings.ToLower(s.Label): true}
	var out []string
	for _, n := range s.Names {
		if low := strings.ToLower(n); !seen[low] {
			seen[low] = true
			out = append(out, n)
		}
	}
	return out
}

// named are the names that say whom they mean: "they" and "who" do not.
func named(names []string) []string {
	var out []string
	for _, n := range names {
		switch strings.ToLower(n) {
		case "i", "we", "us", "you", "he", "him", "she", "her", "it", "they", "them", "who", "whom", "which", "that", "this", "these", "those", "one", "some", "others", "nobody", "everybody":
		default:
			out = append(out, n)
		}
	}
	return out
}

// pageOf is the address of the page of what an id across reports names, "" where it has none.
func pageOf(id string) string {
	for prefix, path := range map[string]string{"st-": "/stories/", "cl-": "/claims/", "ev-": "/events/", "so-": "/sources/"} {
		if strings.HasPrefix(id, prefix) {
			return path + id
		}
	}
	return ""
}

// day is an ISO day as people write it: 24 Oct 2025.
func day(s string) string {
	if t, err := time.Parse("2006-01", s); err == nil {
		return t.Format("Jan 2006")
	}
	if len(s) < 10 {
		return s
	}
	t, err := time.Parse("2006-01-02", s[:10])
	if err != nil {
		return s
	}
	return t.Format("2 Jan 2006")
}

// number is n with its thousands parted by narrow spaces.
func number(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "\u202f" + s[i:]
	}
	return s
}

var longNumber = regexp.MustCompile(`\d{5,}`)

// grouped is words with the thousands of their long numbers parted by narrow spaces: "at least 300 000".
func grouped(s string) string {
	return longNumber.ReplaceAllStringFunc(s, func(d string) string {
		n, err := strconv.Atoi(d)
		if err != nil {
			return d
		}
		return number(n)
	})
}

// spelled is a name of ours as people read it. Whoever is arrested is counted as captured.
func spelled(s string) string {
	switch s {
	case "captured":
		return "captured or arrested"
	case "arrested":
		return "arrested or detained"
	}
	return strings.ReplaceAll(s, "_", " ")
}

// count is "1 report", "3 reports".
func count(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	if stem, ok := strings.CutSuffix(one, "y"); ok {
		return number(n) + " " + stem + "ies"
	}
	return number(n) + " " + one + "s"
}

// bound is a range as people read it: "43", "at least 24", "12–15", "up to 9".
func bound(low, high *float64) string {
	f := plainNumber
	switch {
	case low == nil && high == nil:
		return "some"
	case low == nil:
		return "up to " + f(*high)
	case high == nil:
		return "at least " + f(*low)
	case *low == *high:
		return f(*low)
	}
	return f(*low) + "–" + f(*high)
}

// statusGlyph tells the statuses apart without colour.
var statusGlyph = map[string]string{
	"happened": "●", "ongoing": "◐", "ordered": "▶", "authorised": "▷", "planned": "◆", "considered": "◇", "proposed": "△", "threatened": "▲",
	"predicted": "↗", "possible": "○", "denied": "✕", "did_not_happen": "⊘", "unknown": "·",
}

func statusWords(s string) string { return strings.ReplaceAll(s, "_", " ") }

// originFirst is a chain turned round: the origin first, the nearest to the reader last.
func originFirst(chain []store.Link) []store.Link {
	out := make([]store.Link, len(chain))
	for i, l := range chain {
		out[len(chain)-1-i] = l
	}
	return out
}

// around is a row's words in their context, parted for marking: before, the words, after. Words that stand there more than
// once, or within another word, are marked where they are words of their own.
func around(context, words string) []string {
	for from := 0; words != ""; {
		i := strings.Index(context[from:], words)
		if i < 0 {
			break
		}
		i += from
		if end := i + len(words); !midWord(context, i) && !midWord(context, end) {
			return []string{context[:i], words, context[end:]}
		}
		from = i + 1
	}
	return []string{context, "", ""}
}

// midWord reports whether s has a letter or a digit on both sides of i.
func midWord(s string, i int) bool {
	a, _ := utf8.DecodeLastRuneInString(s[:i])
	b, _ := utf8.DecodeRuneInString(s[i:])
	inWord := func(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
	return inWord(a) && inWord(b)
}

// parts is words of a report in their context, as around has them, at the very place where they stand.
func parts(r export.Ref) []string {
	before, words, after := r.Parts()
	return []string{before, words, after}
}

// marked is parts, but words that are most of their context are not set apart from it.
func marked(r export.Ref) []string {
	if len(r.Text)*3 > len(r.Context)*2 {
		return []string{r.Context, "", ""}
	}
	return parts(r)
}

// prose is a reason with its days as people write them.
func prose(s string) string { return isoDay.ReplaceAllStringFunc(s, day) }

var isoDay = regexp.MustCompile(`\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b`)

// some is the first names of a list, and how many more there are.
func some(names []string, n int) string {
	if len(names) <= n+1 {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:n], ", "), len(names)-n)
}

// when is a time without a day, in TIMEX3's form; its words for no day at all ("FUTURE_REF") are nothing to a reader.
func when(value string) string {
	if strings.HasSuffix(value, "_REF") {
		return ""
	}
	return value
}
