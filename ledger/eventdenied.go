package ledger

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// A denial is mostly short, and names what it denies by its verb and who or what alone: for how many days after it was told a thing is denied, and how alike the
// reports must be.
const (
	deniedDays   = 30
	deniedMatter = .12
)

// oneDenied reports whether one mention denies what the other, in another report of the matter, tells as done or alleged: the same verb, of the same participants as far
// as both name them: "Keltian tanks crossed into Oruz", "denied that any tank had crossed the border".
func oneDenied(ea *entry, a *eventItem, eb *entry, b *eventItem) bool {
	x, y := &ea.r.Events[a.n], &eb.r.Events[b.n]
	if y.Status != resolve.Denied {
		ea, a, x, eb, b, y = eb, b, y, ea, a, x
	}
	if y.Status != resolve.Denied || !done(x.Status) && x.Status != resolve.Possible || a.spoken || ea == eb || a.deed != b.deed && a.deed != noDeed && b.deed != noDeed || a.many != b.many {
		return false
	}
	if ea.day == unknownDay || eb.day == unknownDay || daysApart(ea, eb) > deniedDays || !oneWord(a, b) && !a.synonym(b) || dot(ea.vec, eb.vec) < deniedMatter {
		return false
	}
	by, to := told(ea, x.Actors), told(ea, x.Targets)
	by2, to2 := told(eb, y.Actors), told(eb, y.Targets)
	all, all2 := sortedSet(append(slices.Clone(by), to...)), sortedSet(append(slices.Clone(by2), to2...))
	other := func(one, same, any []uint32) bool { return len(one) > 0 && len(same) > 0 && shared(one, any) == 0 }
	return shared(all, all2) > 0 && !other(by2, by, all) && !other(to2, to, all) && !other(by, by2, all2) && !other(to, to2, all2)
}

// oneDenier reports whether one person denies a deed, by the same word, in two reports of a matter: "denied that his ministry had been warned", "has
// denied that he was warned".
func oneDenier(ea *entry, a *eventItem, eb *entry, b *eventItem) bool {
	x, y := &ea.r.Events[a.n], &eb.r.Events[b.n]
	if x.Status != resolve.Denied || y.Status != resolve.Denied || ea == eb || !oneWord(a, b) || a.many != b.many || ea.day == unknownDay || eb.day == unknownDay ||
		daysApart(ea, eb) > deniedDays || dot(ea.vec, eb.vec) < oneMatter {
		return false
	}
	p, q := ea.denierOf(x), eb.denierOf(y)
	return p != nil && q != nil && p.Kind == resolve.Person && q.Kind == resolve.Person && p.Name != "" && lastWord(p.Name) == lastWord(q.Name)
}

// denierOf is the source that says what a mention says, or nil.
func (e *entry) denierOf(ev *resolve.Event) *resolve.Source {
	a := denier(e.r, ev)
	if a == nil || len(a.Chain) == 0 {
		return nil
	}
	return sourceByID(e.r, a.Chain[len(a.Chain)-1])
}

// deniesAnother reports whether one of two mentions is denied and the other is not that deed: they have no word in common, and what the one is done to is
// not what the other is, or in one report nobody takes part in both.
func deniesAnother(ea *entry, a *eventItem, eb *entry, b *eventItem) bool {
	x, y := ea.r.Events[a.n].Status, eb.r.Events[b.n].Status
	return (x == resolve.Denied && done(y) || y == resolve.Denied && done(x)) && !oneWord(a, b) &&
		(len(a.aims) > 0 && len(b.aims) > 0 && shared(a.aims, b.aims) == 0 || ea == eb && shared(a.parts, b.parts) == 0)
}

// rolesOff reports whether one of two mentions is denied and has for who does it whom the other has it done to: that the one side sank boats of the other is not
// denied by who denies that the other sank its own.
func rolesOff(ea *entry, a *eventItem, eb *entry, b *eventItem) bool {
	x, y := &ea.r.Events[a.n], &eb.r.Events[b.n]
	if x.Status != resolve.Denied && y.Status != resolve.Denied {
		return false
	}
	by, to, by2, to2 := told(ea, x.Actors), told(ea, x.Targets), told(eb, y.Actors), told(eb, y.Targets)
	if shared(by, by2) > 0 || shared(to, to2) > 0 || len(by) == 0 {
		return false
	}
	return shared(by2, to) > 0 || len(by2) > 0 && shared(by, to2) > 0 && len(to) == 0
}

// ofDenial reports whether the day beside an event is that on which it was denied: "denied on Tuesday that he was dead", "the paper on Tuesday withdrew its report".
func ofDenial(text string, ev *resolve.Event) bool {
	return ev.Status == resolve.Denied && slices.ContainsFunc(ev.Because, func(by article.Span) bool {
		t := ev.Time.Span
		between := article.Span{Start: min(by.End, t.End), End: max(by.Start, t.Start)}
		return between.Len() >= 0 && between.Len() < 6 && !strings.ContainsAny(between.Text(text), ",.")
	})
}

// synonym reports whether two mentions have verbs that commonly mean the same.
func (it *eventItem) synonym(o *eventItem) bool {
	return len(it.trigger) == 1 && len(o.trigger) == 1 && senses()[pairKey(it.trigger[0], o.trigger[0])] == 1
}

// deniedKeys bind a mention's verb to who does it and to what it is done to, by the last word for either, so that a denial finds what it denies.
func (it *eventItem) deniedKeys(e *entry, keys []uint32) []uint32 {
	ev := &e.r.Events[it.n]
	if len(it.trigger) == 0 || ev.Nominal || ev.Status != resolve.Denied && !done(ev.Status) && ev.Status != resolve.Possible {
		return keys
	}
	for _, ps := range [][]resolve.Participant{ev.Actors, ev.Targets} {
		if len(ps) > 0 {
			if head := headOf(ps[0].Text(e.r.Article.Text)); head != 0 {
				keys = append(keys, joinHash(149, []uint32{it.trigger[0], head}))
			}
		}
	}
	return keys
}

// headOf is the stem of the last word of a phrase before its first preposition or mark, or 0.
func headOf(phrase string) (head uint32) {
	if i := strings.IndexAny(phrase, ",;:("); i >= 0 {
		phrase = phrase[:i]
	}
	for _, w := range words(phrase) {
		if t := strings.ToLower(w.Text(phrase)); within[t] && head != 0 {
			break
		} else if !stopStems[w.stem] && !pronouns[t] && !lands[w.stem] {
			head = w.stem
		}
	}
	return head
}

// told are the stems of the words for participants, and of their names, but for those of land that lies anywhere.
func told(e *entry, ps []resolve.Participant) (out []uint32) {
	for _, p := range ps {
		for _, text := range []string{p.Text(e.r.Article.Text), p.Name} {
			for _, w := range words(text) {
				if _, number := numberWord[foldString(w.Text(text))]; !stopStems[w.stem] && !w.digit && !number && !lands[w.stem] {
					out = append(out, w.stem)
				}
			}
		}
	}
	return sortedSet(out)
}

// lands are words for where something is done that is no other thing for being called otherwise.
var lands = setOfStems("border frontier territory soil line airspace waters side country any")
