package ledger

import (
	"fmt"
	"slices"

	"sayso/read"
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
			case v.admitted(at) && c.deniesShare() < turnDenied:
				admitted = append(admitted, at)
			}
		}
	}
	for _, at := range admitted {
		for _, d := range slices.Backward(denials[max(0, len(denials)-admitsLatest):]) {
			if v.later(d.entry, at.entry) && v.admits(at, d) && (o.voiceOf(d) == o.voiceOf(at) && o.voiceOf(d) >= 0 || anyShared(v.sideOfSource(d), v.sideOfSource(at)) || v.heads(at, d)) {
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

// heads reports whether whoever says a content leads the body that another is said by or for: "Jon Maro, the head of Selkan Coal", "Selkan Coal's spokeswoman".
func (v *View) heads(at, of item) bool {
	e, f := v.entries[at.entry], v.entries[of.entry]
	a, b := e.sources[e.claims[at.n].source].s, f.sources[f.claims[of.n].source].s
	own := namesOfSource(a.Role + " " + a.Affiliation + " " + a.Description)
	return len(commonWord(own, namesOfSource(b.Name+" "+b.Role+" "+b.Affiliation+" "+b.Description))) > 1 || len(own) == 1 && len(commonWord(own, namesOfSource(b.Name+" "+b.Role+" "+b.Affiliation+" "+b.Description))) > 0
}

// namesOfSource is the words with capitals in the words for a source, sorted.
func namesOfSource(phrase string) (out []uint32) {
	for _, w := range words(phrase) {
		if w.upper && !officeStems[w.stem] && !stopStems[w.stem] && !bodyStems[w.stem] {
			out = append(out, w.stem)
		}
	}
	return sortedSet(out)
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
