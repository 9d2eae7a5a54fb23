package parse

import (
	_ "embed"
	"slices"
	"sort"
	"strings"
	"sync"
)

//go:embed data/outlets.txt
var outletList string

// outlets are the known outlets by every spelling, in order.
var outlets = sync.OnceValue(func() []string {
	var out []string
	for _, l := range ParseList(outletList) {
		name, _, _ := strings.Cut(l, " = ")
		out = append(out, strings.TrimPrefix(name, "The "))
	}
	sort.Strings(out)
	return out
})

// Outlets are the names under which the engine knows news outlets and agencies, without article, sorted.
func Outlets() []string { return outlets() }

// outletNames are the known outlets by spelling in lower case: as that is written, and the name that its spellings share.
var outletNames = sync.OnceValue(func() map[string][2]string {
	m := map[string][2]string{}
	for _, l := range ParseList(outletList) {
		name, one, ok := strings.Cut(l, " = ")
		if !ok {
			one = name
		}
		name, one = strings.TrimPrefix(name, "The "), strings.TrimPrefix(one, "The ")
		if key := strings.ToLower(name); m[key][0] == "" {
			m[key] = [2]string{name, one}
		}
	}
	return m
})

// OutletName is a known outlet's name, whatever its capitals here: as reports write it, and as its spellings share it. Both are
// "" for a name that is not known.
func OutletName(name string) (written, shared string) {
	n := outletNames()[strings.ToLower(name)]
	return n[0], n[1]
}

// isOutlet reports a known outlet's name as written; "THE NORLAND POST" is looked up as it stands.
func isOutlet(name string) bool {
	list := outlets()
	i := sort.SearchStrings(list, name)
	return i < len(list) && list[i] == name
}

// wholeOutlets gives a place's name the word behind it where both are an outlet's: "USA Today". A number may be a score: "France 24, Wales 10".
func (n *namer) wholeOutlets() {
	for i := range n.d.Names {
		m := &n.d.Names[i]
		if m.Kind != Place || int(m.End) >= len(n.d.Tokens) || n.d.Tokens[m.End].UPOS == NUM || i+1 < len(n.d.Names) && n.d.Names[i+1].First == m.End || n.d.Tokens[m.End].Start != n.d.Tokens[m.End-1].End+1 {
			continue
		}
		if isOutlet(n.d.Range(m.First, m.End+1).Text(n.d.Text)) {
			m.End, m.Kind = m.End+1, Organisation // an outlet, once it is refined
		}
	}
}

// channels makes an outlet's name of "Channel" and its number, whatever the model takes the two words for: "Channel Six", "Channel 4 News". A ship's "VHF Channel
// 16" is none.
func (n *namer) channels() {
	d := n.d
	for i := int32(0); i+1 < int32(len(d.Tokens)); i++ {
		if d.Word(i) != "Channel" || !channelNumber(d.Word(i+1)) || i > 0 && strings.EqualFold(d.Word(i-1), "VHF") {
			continue
		}
		end := i + 2
		if end < int32(len(d.Tokens)) && (d.Word(end) == "News" || d.Word(end) == "TV" || d.Word(end) == "Television") {
			end++
		}
		at := sort.Search(len(d.Names), func(k int) bool { return d.Names[k].End > i })
		to := at
		for to < len(d.Names) && d.Names[to].First < end {
			to++
		}
		if at < to && (d.Names[at].First < i && !opensClause(d.Word(i-1)) || d.Names[at].First < i-1 || d.Names[to-1].End > end) {
			continue // part of a longer name
		}
		d.Names = slices.Replace(d.Names, at, to, Name{First: i, End: end, Kind: Outlet})
	}
}

// opensClause reports words that open a sentence and are no part of the name behind them: "As Channel Six reported".
func opensClause(w string) bool {
	switch w {
	case "As", "But", "And", "When", "After", "If", "While", "Since":
		return true
	}
	return false
}

// channelNumber reports whether a word is a number that stations bear.
func channelNumber(w string) bool {
	switch w {
	case "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve", "Thirteen", "Fourteen":
		return true
	}
	return len(w) <= 2 && strings.Trim(w, "0123456789") == ""
}
