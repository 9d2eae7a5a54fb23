package ledger

import (
	"slices"
	"strings"

	"sayso/resolve"
)

// What somebody does says what he holds, and whom a content speaks of.

// actsIn is the stands that a report's own sentence tells of by what somebody did: "President Orr dismissed Ida Voorn", "ruled out an election".
func (e *entry) actsIn(n int32, c *claimItem) []stand {
	var out []stand
	text := e.r.Article.Text
	for i := range e.r.Events {
		ev := &e.r.Events[i]
		if !spansHold(c.spans, ev.Trigger.Start) || ev.Negated || ev.Status != resolve.Happened && ev.Status != resolve.Ongoing {
			continue
		}
		w := words(ev.Trigger.Text(text))
		dismisses, excludes := len(w) == 1 && decisions[w[0].stem] == dismissal, len(w) == 2 && ruling[w[0].hash] && w[1].hash == outWord
		if !dismisses && !excludes {
			continue
		}
		for _, p := range ev.Actors {
			st, ok := e.actor(&p)
			if !ok || p.Span.Start > ev.Trigger.Start {
				continue
			}
			st.claim, st.issue = n, onTrust
			rest := mainClause(text[ev.Trigger.End:c.spans[len(c.spans)-1].End])
			if dismisses {
				st.who = personNames(rest, stemsOf(p.Name))
			} else {
				st.issue, st.tense = onAny, inFuture
				st.words = plainIn(rest)
			}
			if len(st.who)+len(st.words) > 0 {
				out = append(out, st)
			}
			break
		}
	}
	return out
}

// actor is the beginning of a stand of a participant of an event: a source of the report or somebody named.
func (e *entry) actor(p *resolve.Participant) (stand, bool) {
	if k := actorSource(e, p); k >= 0 {
		return stand{source: k}, true
	}
	if names := personRuns(p.Text(e.r.Article.Text), nil); len(names) > 0 {
		return stand{source: -1, by: names[len(names)-1]}, true
	}
	return stand{}, false
}

// actorSource is the place of the source that a participant of an event is, or -1.
func actorSource(e *entry, p *resolve.Participant) int32 {
	if k := sourcePlace(e.r, p.Source); k >= 0 && p.Source != "" {
		return k
	}
	for k := range e.sources {
		s := e.sources[k].s
		if s.Name != "" && (strings.Contains(p.Text(e.r.Article.Text), s.Name) || p.Name == s.Name) {
			return int32(k)
		}
	}
	return -1
}

// personRuns are the last words of the names of people in a text, in their order, but for names with a word of the speaker's: names of two words and
// more that are no place's or body's, and one-word names behind an office ("police chief Orn").
func personRuns(text string, speaker []uint32) (out []uint32) {
	ws := words(text)
	for i := 0; i < len(ws); i++ {
		if !ws[i].upper {
			continue
		}
		n := 1
		for i+n < len(ws) && ws[i+n].upper && ws[i+n].Start == ws[i+n-1].End+1 {
			n++
		}
		last, titled := ws[i+n-1], i > 0 && (officeStems[ws[i-1].stem] || ws[i-1].hash == inWord)
		name := text[ws[i].Start:last.End]
		officer := officeStems[ws[i].stem]
		i += n - 1
		if n == 1 && !titled || bodyStems[last.stem] || officer && n == 1 || countryOf(name) != "" || isTown(name) || slices.Contains(speaker, last.stem) || calendar[last.hash] {
			continue
		}
		out = append(out, last.stem)
	}
	return out
}

func personNames(text string, speaker []uint32) []uint32 { return sortedSet(personRuns(text, speaker)) }

var inWord = hash32([]byte("in"))

// sideKey is what two words for one land or its people begin with: "Kestria", "Kestrian".
func sideKey(name string) uint32 {
	f := foldString(name)
	if code := countryOf(name); code != "" {
		return hashString(code)
	}
	for _, end := range []string{"ian", "ish", "ese", "ans", "an", "ic", "is", "i", "n", "s", "ia", "a"} {
		if rest, ok := strings.CutSuffix(f, end); ok && len(rest) >= 4 {
			f = rest
			break
		}
	}
	return hashString(strings.TrimRight(f, "aeio"))
}

func countryLike(name string) bool { return countryOf(name) != "" }
