package ledger

import (
	"fmt"
	"slices"
	"strings"

	"sayso/read"
	"sayso/resolve"
)

// Who admits a thing has often denied it first, through another mouth of the same side: a firm's spokeswoman says that no alarm was switched off, and
// its chief then that two were.

// The bounds of what is admitted: telling words in common with what was denied, or one that is this share of them, and how many denials one is held against.
const (
	admitsWords  = 2
	admitsShare  = .5
	admitsLatest = 64
)

// admissions are the changes of position of a story in which one side admits what it denied.
func (v *View) admissions(entries []int32, o *voices, add func(Meeting)) {
	var denials, admitted []item
	for _, n := range entries {
		e := v.entries[n]
		if !v.current[n] || e.day == unknownDay {
			continue
		}
		for i := range e.claims {
			c := &e.claims[i]
			if !v.ofSomebody(n, i) || !v.ownSaying(n, c) || e.demands(c) {
				continue
			}
			switch at := (item{n, int32(i)}); {
			case c.denial || c.deniesShare() >= turnDenied && e.r.Attributions[c.att].Stance != read.Confirms:
				denials = append(denials, at)
			case v.admitted(at) && c.deniesShare() < turnDenied && !futureWords.MatchString(e.sayingOf(c).low):
				admitted = append(admitted, at)
			}
		}
	}
	for _, at := range admitted {
		for _, d := range slices.Backward(denials[max(0, len(denials)-admitsLatest):]) {
			if v.later(d.entry, at.entry) && v.admits(at, d) && (o.voiceOf(d) == o.voiceOf(at) && o.voiceOf(d) >= 0 || v.oneBody(d, at)) {
				add(v.admission(d, at))
				break
			}
		}
	}
}

// voiceOf is the voice that a claim is of, or -1.
func (o *voices) voiceOf(at item) int32 {
	return o.whose(at.entry, at.n, o.v.entries[at.entry].claims[at.n].source, 0)
}

// oneBody reports whether two contents are of one side, and not of two people who are named: a state and its ministry, a ministry and its spokeswoman.
func (v *View) oneBody(d, at item) bool {
	person := func(it item) bool {
		s := v.entries[it.entry].sources[v.entries[it.entry].claims[it.n].source].s
		return s.Kind == resolve.Person && s.Name != "" && strings.Contains(s.Name, " ")
	}
	if person(d) && person(at) {
		return false
	}
	of := func(it item) (*sourceItem, string) {
		s := &v.entries[it.entry].sources[v.entries[it.entry].claims[it.n].source]
		return s, s.s.Name + " " + s.s.Description + " " + s.s.Role + " " + s.s.Affiliation
	}
	a, called := of(d)
	b, own := of(at)
	return anyShared(v.sideOfSource(d), v.sideOfSource(at)) || named(own, a) || named(called, b)
}

// admits reports whether a content tells as so what another denies, by its words.
func (v *View) admits(at, denial item) bool {
	e, f := v.entries[at.entry], v.entries[denial.entry]
	a, d := &e.claims[at.n], &f.claims[denial.n]
	main := mainPlain(f, d)
	if !d.denial {
		main = d.denied
	}
	n := 0
	for _, h := range main {
		if inSorted(a.gist.plain, h) || likeSurely(h, a.gist.plain) {
			n++
		}
	}
	if n == 0 || n < admitsWords && float64(n) < admitsShare*float64(len(main)) || 3*n < len(main) {
		return false
	}
	_, off := commonDay(a.anchor, d.anchor)
	return off == "" && !namesOtherDays(a, d)
}

// admission is the meeting of a denial with what its side admits later.
func (v *View) admission(d, at item) Meeting {
	id := func(it item) string { return v.claimID(int(v.claimOf[v.claimBase[it.entry]+it.n])) }
	ref := func(it item) Ref { return v.ref(it.entry, v.entries[it.entry].claims[it.n].spans[0]) }
	first, _ := v.speaker(v.claimBase[d.entry] + d.n)
	last, _ := v.speaker(v.claimBase[at.entry] + at.n)
	m := Meeting{Kind: Turned, A: id(d), B: id(at), EarlierWords: ref(d), LaterWords: ref(at), Changed: last}
	m.Reason = fmt.Sprintf("%s first denied it, and now admits it", v.sourceName(last))
	if first != last {
		m.Reason = fmt.Sprintf("%s first denied it, and %s, who speaks for the same, now admits it", v.sourceName(first), v.sourceName(last))
	}
	return m
}
