package ledger

import (
	"slices"
	"strings"

	"sayso/article"
)

// Which countries fight each other, though no count says by whose hand its people died: "Fijian and Tongan soldiers exchanged fire", "a clash with Tongan
// forces", "five days of combat".

// fought are words for what two sides do to each other; the second of a pair has to stand in the sentence too.
var (
	fought = setOf("clash clashes clashed clashing fighting skirmish skirmishes skirmished battle battles battled combat hostilities war conflict fought fight duel duels")
	traded = setOf("exchanged exchange exchanges exchanging traded trade trading")
	fired  = setOf("fire shots gunfire shells shelling strikes blows missiles rockets artillery attacks")
)

// tellsFight reports whether a sentence has words for a fight.
func tellsFight(text string) bool {
	trade := false
	for _, w := range words(text) {
		l := strings.ToLower(w.Text(text))
		if fought[l] || trade && fired[l] {
			return true
		}
		trade = trade || traded[l]
	}
	return false
}

// fightsIn adds the pairs of countries that a sentence names, by their own names, beside words for a fight.
func fightsIn(out [][2]string, text string, marks []sideMark) [][2]string {
	for i := range marks {
		for k := range marks[:i] {
			if a, b := marks[k].code, marks[i].code; marks[i].name && marks[k].name && a != b {
				if pair := [2]string{min(a, b), max(a, b)}; !slices.Contains(out, pair) && tellsFight(text) {
					out = append(out, pair)
				}
			}
		}
	}
	return out
}

// fights are the pairs of countries that fight each other by a report's headline, its first sentence and the sentences of its counts of people.
func (e *entry) fights(sided []sided, first article.Span) [][2]string {
	text, title := e.r.Article.Text, e.r.Article.Title
	out := fightsIn(nil, title, marksIn(title, article.Span{End: len(title)}, nil))
	if s := (article.Span{Start: first.Start, End: min(first.End, len(text))}); s.Start < s.End {
		out = fightsIn(out, s.Text(text), marksIn(text, s, e.r.Places))
	}
	last := article.Span{Start: -1}
	for i := range sided {
		if s := sided[i].sentence; len(sided[i].names) > 1 && s != last {
			out = fightsIn(out, s.Text(text), marksIn(text, s, e.r.Places))
			last = s
		}
	}
	return out
}

// fighting adds the blows of two countries that fight each other by as many reports as a war needs, where each has dead of its own in as many.
func (v *View) fighting(entries []int32, blows map[[2]string]int) {
	fights, lost := map[[2]string]int{}, map[string]int{}
	for _, e := range entries {
		told := v.entries[e].told()
		for _, pair := range told.fights {
			fights[pair]++
		}
		dead := map[string]bool{}
		for i := range told.sided {
			if s := &told.sided[i]; v.entries[e].r.Figures[i].Measure == "killed" && s.hand == "" {
				if s.place {
					dead[s.of] = true
				} else if s.of == "" && !s.both {
					dead[s.said] = true
				}
			}
		}
		for k := range dead {
			lost[k]++
		}
	}
	for pair, n := range fights {
		few := min(lost[pair[0]], lost[pair[1]])
		if n < lostReports || few < lostReports || lostShare*few < len(entries) {
			continue
		}
		for _, k := range [][2]string{pair, {pair[1], pair[0]}} {
			blows[k] = max(blows[k], few)
		}
	}
}
