package ledger

import (
	"slices"
	"strings"

	"sayso/resolve"
)

// That one says what another says is not so is seen by the deed and not by the words around it: "no weapon has been found" and "a weapon was not
// found" say the same though the one denies the weapon and the other the finding, and "no charges were brought and he was released" leaves the
// release as it is. The one must tell as not done what the other tells as done, by the same verb and of the same things.

// negates reports whether content a says that a deed which content b tells was not done, and tells no other deed before it.
func (v *View) negates(a, b item) bool {
	ea, eb := v.entries[a.entry], v.entries[b.entry]
	return negates(ea, &ea.claims[a.n], eb, &eb.claims[b.n])
}

func negates(ea *entry, a *claimItem, eb *entry, b *claimItem) bool {
	first := true
	for i := range ea.r.Events {
		x := &ea.r.Events[i]
		if x.Trigger.Len() == 0 || !spansHold(a.spans, x.Trigger.Start) {
			continue
		}
		no := x.Negated || x.Status == resolve.DidNotHappen || x.Status == resolve.Denied
		if no && (first || isIssue(ea, a, x)) && tellsDeed(ea, x, b, eb) {
			return true
		}
		first = first && x.Aside
	}
	return false
}

// toldNot reports whether a content says that somebody was not told: that word is in all reports, and no telling one by which contents are compared.
func (e *entry) toldNot(c *claimItem) bool {
	for i := range e.r.Events {
		if x := &e.r.Events[i]; x.Negated && x.Trigger.Len() > 0 && spansHold(c.spans, x.Trigger.Start) && x.Trigger.Text(e.r.Article.Text) == "told" {
			return true
		}
	}
	return false
}

var toldStem = stemsOf("told")[0]

// isIssue reports whether a content turns on an event.
func isIssue(e *entry, c *claimItem, x *resolve.Event) bool {
	h := c.issue()
	return h != 0 && slices.Contains(stemsOf(x.Trigger.Text(e.r.Article.Text)), h)
}

// tellsDeed reports whether content b has the deed of event x as done.
func tellsDeed(ea *entry, x *resolve.Event, b *claimItem, eb *entry) bool {
	for i := range eb.r.Events {
		y := &eb.r.Events[i]
		if y.Trigger.Len() == 0 || !spansHold(b.spans, y.Trigger.Start) || y.Negated || nonWord(eb.r.Article.Text[:y.Trigger.Start]) || open(y.Status) || y.Status == resolve.DidNotHappen || y.Status == resolve.Denied {
			continue
		}
		if sameDeed(stemsOf(x.Trigger.Text(ea.r.Article.Text)), stemsOf(y.Trigger.Text(eb.r.Article.Text))) && sameThings(ea, x, eb, y) {
			return true
		}
	}
	return false
}

// nonWord reports whether the word that a text breaks off in opens with "non": "non-life-threatening".
func nonWord(text string) bool {
	return strings.HasPrefix(strings.ToLower(text[strings.LastIndexAny(text, " \n")+1:]), "non")
}

// sameDeed reports whether two triggers are one verb or can stand for each other.
func sameDeed(x, y []uint32) bool {
	return anyShared(x, y) || likeWords(sortedSet(x), sortedSet(y)) > 0
}

// sameThings reports whether two events have somebody or something in common that does or suffers them; pronouns may stand for anybody.
func sameThings(ea *entry, x *resolve.Event, eb *entry, y *resolve.Event) bool {
	a, b := thingsIn(ea, x), thingsIn(eb, y)
	return len(a) == 0 || len(b) == 0 || anyShared(a, b) || likeWords(a, b) > 0
}

// thingsIn is the telling stems of those who do or suffer an event, sorted.
func thingsIn(e *entry, ev *resolve.Event) []uint32 {
	var out []uint32
	for _, p := range slices.Concat(ev.Actors, ev.Targets) {
		for _, s := range []string{p.Text(e.r.Article.Text), p.Name} {
			for _, w := range words(strings.TrimSpace(s)) {
				if !stopStems[w.stem] && !forward[w.hash] {
					out = append(out, w.stem)
				}
			}
		}
	}
	return sortedSet(out)
}
