package ledger

import (
	"regexp"
	"strings"
	"unicode"

	"sayso/article"
	"sayso/parse"
)

// creditOf is the agency that a report credits: by its tag, a byline that is an agency's name or has one behind a person's,
// or the name or letters in brackets of its place line, "PORT SENNET, Maraval (EW) —". "" where it credits none.
func creditOf(a *article.Article) string {
	if a.Credit != "" {
		return outletName(a.Credit)
	}
	for _, by := range a.Authors {
		if c := creditIn(by); c != "" {
			return c
		}
	}
	head := a.Text[:min(len(a.Text), 80)]
	i, j := strings.IndexByte(head, '('), strings.IndexByte(head, ')')
	if i < 0 || j < i+3 || j > i+30 || !unicode.IsUpper(rune(head[i+1])) {
		return ""
	}
	if rest := strings.TrimLeft(head[j+1:], " "); strings.HasPrefix(rest, "—") || strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "-") {
		return outletName(head[i+1 : j])
	}
	return ""
}

// publisherOf is the agency credited, or else the outlet, folded. An outlet's own letters are itself.
func publisherOf(a *article.Article) string {
	if c := creditOf(a); c != "" && c != initials(a.Outlet) {
		return c
	}
	return outletName(a.Outlet)
}

// agencies are the news agencies whose names are written in several ways, by their short name.
var agencies = map[string]string{
	"associated press": "ap", "the associated press": "ap", "agence france-presse": "afp", "agence france presse": "afp",
	"cable news network": "cnn", "british broadcasting corporation": "bbc", "bbc news": "bbc", "cnn international": "cnn",
	"deutsche presse-agentur": "dpa", "reuters news agency": "reuters", "thomson reuters": "reuters", "ap news": "ap",
	"bloomberg news": "bloomberg", "bloomberg.com": "bloomberg", "anadolu agency": "anadolu", "kyodo news": "kyodo", "itar-tass": "tass",
}

// credited are who signs what others print: agencies, and networks whose texts their stations carry.
var credited = func() map[string]bool {
	m := map[string]bool{}
	for name, short := range agencies {
		m[name], m[short] = true, true
	}
	for _, name := range strings.Split(`bloomberg,xinhua,tass,upi,united press international,efe,ansa,pa,pa media,press association,ians,pti,press trust of india,ani,asian news international,
		aap,australian associated press,canadian press,kyodo,yonhap,interfax,irna,wafa,tribune news service,nbc news,cbs news,abc news,fox news,npr,cnn newsource`, ",") {
		m[strings.TrimSpace(name)] = true
	}
	return m
}()

// creditIn is the agency in a byline: "Reuters", "AP (Associated Press)", "Ana Ruiz, Bloomberg News", "By Tom Lane and Xinhua".
func creditIn(by string) string {
	for _, part := range bylineParts.Split(strings.ToLower(by), -1) {
		if name := outletName(part); credited[name] {
			return name
		}
	}
	return ""
}

var bylineParts = regexp.MustCompile(`\s*(?:[,|/()&–—]|\s-\s|\b(?:by|for|via|from|with|and|staff|wires?)\b)\s*`)

// outletName is an outlet's name folded, agencies by their short name, without the words for what it is: "the Vale Post newspaper".
func outletName(s string) string {
	s = strings.Join(strings.Fields(strings.ToLower(s)), " ")
	if short, ok := agencies[s]; ok {
		return short
	}
	s = strings.TrimPrefix(s, "the ")
	for _, kind := range outletKinds {
		if rest, ok := strings.CutSuffix(s, kind); ok && rest != "" {
			s = rest
			break
		}
	}
	if short, ok := agencies[s]; ok {
		return short
	}
	return s
}

// paperCalled reports whether a folded name is an outlet's, or short for it: "post", of "the Post", for "harrow post".
func paperCalled(name, outlet string) bool {
	return name == outlet || len(name) > 3 && name != "news" && !strings.Contains(name, " ") && strings.HasSuffix(outlet, " "+name)
}

var outletKinds = []string{" newspaper", " news agency", " newswire", " news portal", " portal", " television channel", " tv channel", " television network", " television station", " tv station"}

// OutletLabel is a folded name of an outlet as it is written: "NBC News", "Al-Masirah TV".
func OutletLabel(s string) string {
	if written, _ := parse.OutletName(s); written != "" {
		return written
	}
	if len(s) <= 4 && !strings.Contains(s, " ") {
		return strings.ToUpper(s)
	}
	var b strings.Builder
	for i, f := range strings.Fields(s) {
		if i > 0 {
			b.WriteByte(' ')
		}
		switch {
		case upperWords[f]:
			f = strings.ToUpper(f)
		case i > 0 && smallWords[f]:
		default:
			f = capitalised(f)
		}
		b.WriteString(f)
	}
	return b.String()
}

// capitalised gives a word, and what a hyphen joins to it, capitals.
func capitalised(word string) string {
	up := true
	return strings.Map(func(r rune) rune {
		if up {
			r = unicode.ToUpper(r)
		}
		up = r == '-'
		return r
	}, word)
}

var (
	upperWords = setOf(`tv abc nbc cbs cnn bbc npr pbs afp upi itv rte rtl zdf ard cgtn trt tass ians pti ani saba irib irna us usa uk uae un eu dw`)
	smallWords = setOf(`of the and in for on de la del du des`)
)

func outletLabel(s string) string {
	if s == "" {
		return "an unknown outlet"
	}
	return OutletLabel(s)
}

// names are names by number.
type names struct {
	all []string
	at  map[string]int32
}

// add is the number of a name, a new one where it has none yet.
func (n *names) add(name string) int32 {
	k, ok := n.at[name]
	if !ok {
		k = int32(len(n.all))
		n.at[name], n.all = k, append(n.all, name)
	}
	return k
}

// one is a name as it is kept: the many reports that have it share its bytes.
func (n *names) one(name string) string { return n.all[n.add(name)] }

// marks tell which of some numbers were seen since they were last cleared.
type marks struct {
	at  []int32 // by number: the round in which it was seen last
	now int32
}

// clear begins anew for numbers below n.
func (m *marks) clear(n int) {
	if m.now++; len(m.at) < n {
		m.at = append(m.at, make([]int32, n-len(m.at))...)
	}
}

// first reports whether i was not seen before, and marks it as seen.
func (m *marks) first(i int32) bool {
	if m.at[i] == m.now {
		return false
	}
	m.at[i] = m.now
	return true
}
