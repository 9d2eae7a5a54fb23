package ledger

import (
	"slices"
	"strings"

	"sayso/resolve"
)

// Who says that he never did a thing, "We have never concealed a result", stands against who tells that he did.

// disownsDeed reports whether content c says of its speaker that he did not do what content d tells that he did.
func (v *View) disownsDeed(ic, id item) bool {
	e, o := v.entries[ic.entry], v.entries[id.entry]
	c, d := &e.claims[ic.n], &o.claims[id.n]
	if c.source < 0 || c.att < 0 || len(c.denied) == 0 && !c.denial || d.denial || d.deniesShare() >= contraryLeast || open(d.status) || daysApart(e, o) > exclusiveDays || v.oneSource(ic, id) {
		return false
	}
	deed := e.ownDeed(c)
	if deed == 0 {
		return false
	}
	s := &e.sources[c.source]
	for i := range o.r.Events {
		ev := &o.r.Events[i]
		if !spansHold(d.spans, ev.Trigger.Start) || ev.Status == resolve.Denied || ev.Status == resolve.DidNotHappen {
			continue
		}
		t := stemsOf(ev.Trigger.Text(o.r.Article.Text))
		if len(t) == 0 || t[0] != deed && !likeSurely(deed, t[:1]) || !misdeeds[deed] && common(c.gist.plain, d.gist.plain) < 2 {
			continue
		}
		if slices.ContainsFunc(ev.Actors, func(p resolve.Participant) bool { return e.meansSpeaker(s, p.Text(o.r.Article.Text)) }) {
			return true
		}
	}
	return false
}

// ownDeed is what a content says that its own speaker did not do, as a stem, or 0: "conceal" of "We have never concealed a result", "denied concealing tests".
func (e *entry) ownDeed(c *claimItem) uint32 {
	said := plainMarks(strings.ToLower(joinSpans(e.r.Article.Text, c.spans)))
	ws := words(said)
	if len(ws) == 0 {
		return 0
	}
	gerund := c.denial && strings.HasSuffix(ws[0].Text(said), "ing")
	if !gerund && !selfSaid(said) {
		return 0
	}
	for i, w := range ws[:min(8, len(ws))] {
		switch {
		case gerund && i == 0:
			return w.stem
		case i == 0 || stopStems[w.stem] || auxiliary[w.hash] || forward[w.hash] || intensifying[w.hash]:
		case c.denial || inSorted(c.denied, w.stem):
			return w.stem
		default:
			return 0
		}
	}
	return 0
}

// meansSpeaker reports whether words for who did a thing are for a source of this report: by its name or the first word of it, or "the company" where the
// source is one or speaks for it.
func (e *entry) meansSpeaker(s *sourceItem, actor string) bool {
	if named(actor, s) {
		return true
	}
	body := s.speaksForBody().name
	if !s.isFirm() && !firmWords[body] {
		return false
	}
	low := strings.TrimPrefix(strings.ToLower(actor), "the ")
	if firmWords[low] {
		return true
	}
	for i := range e.sources {
		if f := &e.sources[i]; f.isFirm() && (f == s || firmWords[body]) {
			if first, _, _ := strings.Cut(f.s.Name, " "); len(first) > 3 && holdsName(actor, first) {
				return true
			}
		}
	}
	return false
}

// misdeeds are what one is accused of in a word; of other deeds who did them says too little.
var misdeeds = setOfStems("conceal concealed hide hid hidden cover falsify falsified forge forged cheat cheated steal stole stolen bribe bribed mislead misled lie lied manipulate manipulated leak leaked hack hacked spy spied destroy destroyed delete deleted shred shredded dump dumped pollute polluted bully bullied harass harassed assault assaulted abuse abused threaten threatened bomb bombed shell shelled invade invaded attack attacked")
