package ledger

import (
	"sort"
	"strings"
	"unicode/utf8"

	"sayso/article"
)

// A ship, an aircraft or a train that has a name is what an incident is known by: the attack on it, its sinking and the
// search for its crew take days, and all counts of them are of one incident.

// craftKinds are the nouns before a name of its own: "the bulk carrier Norna".
var craftKinds = setOf(`ship vessel tanker carrier ferry freighter boat yacht trawler schooner cruiser destroyer frigate corvette submarine warship
	containership liner barge dredger tug tugboat cutter flight airliner plane jet ship, vessel, tanker, carrier, ferry,`)

// craftPrefixes stand for the noun: "MV Norna".
var craftPrefixes = setOf("mv m/v mt m/t uss hms rms ss fv f/v rv r/v")

// craftWithin is over how many days the counts of one craft are of one incident.
const craftWithin = 30

// craftNames are the names of ships, aircraft and trains that a text gives with their kind, each once, in text order.
func craftNames(text string) []string {
	var out []string
	fields := strings.Fields(text)
	for i := 0; i+1 < len(fields); i++ {
		w := strings.Trim(fields[i], "(“\"‘'")
		low := strings.ToLower(w)
		if !craftPrefixes[low] && !craftKinds[low] {
			continue
		}
		if craftPrefixes[low] && w != strings.ToUpper(w) {
			continue
		}
		if name := craftName(fields[i+1:], low == "flight"); name != "" && !containsName(out, name) {
			out = append(out, name)
		}
	}
	return out
}

func containsName(names []string, name string) bool {
	for _, n := range names {
		if n == name {
			return true
		}
	}
	return false
}

// craftName is the name that words begin with, or "". Words for days, peoples and countries begin none: "the ship Monday".
func craftName(fields []string, numbered bool) string {
	var parts []string
	for _, f := range fields {
		bare := strings.Trim(f, "“”\"‘’'(),.;:")
		bare = strings.TrimSuffix(strings.TrimSuffix(bare, "'s"), "’s")
		if bare == "" || len(parts) > 3 {
			break
		}
		r, _ := utf8.DecodeRuneInString(bare)
		upper := r >= 'A' && r <= 'Z' || r > 127 && strings.ToUpper(string(r)) == string(r) && strings.ToLower(string(r)) != string(r)
		if !upper && !(len(parts) > 0 || numbered) || !upper && (r < '0' || r > '9') {
			break
		}
		if len(parts) == 0 && (strings.HasSuffix(bare, "day") || peopleShaped(strings.ToLower(bare)) && len(fields) > 1 && !strings.ContainsAny(f, "“\"‘")) {
			break
		}
		parts = append(parts, bare)
		if strings.ContainsAny(f[len(f)-1:], ",.;:)\"'") || strings.HasSuffix(f, "”") || strings.HasSuffix(f, "’") || strings.HasSuffix(f, "’s") || strings.HasSuffix(f, "'s") {
			break
		}
	}
	name := strings.Join(parts, " ")
	if len(name) < 3 || len(parts) == 1 && name == strings.ToUpper(name) && !numbered && len(name) < 5 {
		return ""
	}
	return name
}

// crafts are the names of craft that reports of a story give with their kind, at least two of them or one in three, the one
// that most reports name first; at most four.
func (v *View) crafts(entries []int32) []string {
	count := map[string]int{}
	for _, e := range entries {
		for _, name := range v.entries[e].told().crafts {
			count[name]++
		}
	}
	var out []string
	for name, n := range count {
		if n > 1 || 3*n >= len(entries) {
			out = append(out, name)
		}
	}
	sort.Slice(out, func(i, j int) bool {
		a, b := out[i], out[j]
		return count[a] > count[b] || count[a] == count[b] && a < b
	})
	return out[:min(4, len(out))]
}

// craftOf is which of the story's craft a unit counts for, from 1, or 0: the one that its sentence names, or else, where it
// is the report's own incident, the headline or first lines, or the only one that the report names.
func (v *View) craftOf(u *unit, crafts []string) int {
	if len(crafts) == 0 {
		return 0
	}
	r := v.entries[u.entry].r
	text := r.Article.Text
	if u.craft > 0 {
		return u.craft
	}
	if setsApart(u.sentence.Text(text)) {
		return 0
	}
	if !u.own {
		if only := onlyCraft(text, crafts); !u.timed || u.last >= u.published-craftWithin {
			return only
		}
		return 0
	}
	if k := onlyCraft(r.Article.Title, crafts); k > 0 {
		return k
	}
	first := len(text)
	if first > lead {
		first = sentenceAround(text, article.Span{Start: lead - 1, End: lead}).End
	}
	if k := onlyCraft(text[:first], crafts); k > 0 {
		return k
	}
	return onlyCraft(text, crafts)
}

// craftSpokenOf is the craft that a sentence names, or the last one named shortly before it, from 1, or 0.
func craftSpokenOf(text string, s article.Span, crafts []string) int {
	if len(crafts) == 0 {
		return 0
	}
	if k := firstCraft(s.Text(text), crafts); k > 0 {
		return k
	}
	before := text[max(0, s.Start-besideWithin):s.Start]
	last, at := 0, -1
	for k, name := range crafts {
		if i := strings.LastIndex(before, name); i > at {
			last, at = k+1, i
		}
	}
	return last
}

// mostCraft is the craft that at least two in three of the reports that count dead of their own incident count them of, from 1, or 0.
func (v *View) mostCraft(units []unit, crafts []string) int {
	of, all := make([]int, len(crafts)+1), 0
	for i := range units {
		if u := &units[i]; u.own && u.value("killed") > 0 {
			of[u.craft]++
			all++
		}
	}
	for k := range crafts {
		if n := of[k+1]; n > 2 && 3*n >= 2*all {
			return k + 1
		}
	}
	return 0
}

// firstCraft is the craft that a text names first, from 1, or 0.
func firstCraft(text string, crafts []string) int {
	best, at := 0, len(text)
	for k, name := range crafts {
		if i := strings.Index(text, name); i >= 0 && i < at {
			best, at = k+1, i
		}
	}
	return best
}

// onlyCraft is the one craft that a text names, from 1, or 0.
func onlyCraft(text string, crafts []string) int {
	only := 0
	for k, name := range crafts {
		if strings.Contains(text, name) {
			if only > 0 {
				return 0
			}
			only = k + 1
		}
	}
	return only
}
