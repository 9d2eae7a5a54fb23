package ledger

import (
	"slices"
	"strings"

	"sayso/read"
	"sayso/resolve"
)

// Whoever changes what he says seldom repeats his words: "no one was hurt" becomes "two workers were taken to hospital", "has full confidence in her"
// becomes "dismissed", "would not resign" becomes "is stepping down". What a content holds to be so or not so is read as stands: a matter of a few
// kinds that have words of their own, or else what a denial denies, by its words.

// A stand is what a content holds of one matter.
type stand struct {
	claim  int32
	source int32  // place of whoever holds it among the report's sources, or -1
	by     uint32 // who holds it where he is none of them, by the family name
	issue  issue
	so     bool
	tense  tense
	key    uint32   // whom or which it is of, 0 where the words do not say
	who    []uint32 // names that it may be of, sorted
	words  []uint32 // telling words, sorted
	names  []uint32 // names that it names, sorted
}

// An issue is what sort of matter a stand is of.
type issue uint8

const (
	onAny     issue = iota // what its words say
	onHarm                 // that people were hurt or killed
	onCraft                // that aircraft or ships were lost
	onTrust                // that somebody has the speaker's trust
	onLeaving              // that somebody gives up his office
	onTest                 // that a thing passed an inspection
	onArms                 // that somebody was armed
	onRecords              // that records are there still
	onReason               // why a thing was decided
	onPlan                 // that a thing is planned or thought of
	onLife                 // that somebody is alive
	onCause                // why a thing happened
)

// A tense is the time of which a stand holds.
type tense uint8

const (
	inPast  tense = iota
	upToNow       // so far: "have been", "had been"
	inPresent
	inFuture
	atAnyTime // "has never"
)

// A saying is a content's main clause as stands are read from it.
type saying struct {
	e      *entry
	c      *claimItem
	text   string // with plain marks
	low    string // the same in small letters, byte for byte
	ws     []word
	denied []bool
}

// standsOf is the stands of the contents of a report, made when they are first asked for.
func (e *entry) standsOf() []stand {
	kept := &e.asked().stands
	if s := kept.Load(); s != nil {
		return *s
	}
	var out []stand
	for i := range e.claims {
		c := &e.claims[i]
		if c.att >= 0 && (c.source < 0 || c.unsettled || e.leavesOpen(c) != "" || e.supposes(c)) {
			continue
		}
		out = append(out, e.standsIn(int32(i), c)...)
	}
	kept.CompareAndSwap(nil, &out)
	return *kept.Load()
}

// standsIn is the stands of one content.
func (e *entry) standsIn(n int32, c *claimItem) []stand {
	if c.att < 0 {
		return e.actsIn(n, c)
	}
	s := e.sayingOf(c)
	if len(s.ws) == 0 || conditional.MatchString(s.low) {
		return nil
	}
	var out []stand
	stance := e.r.Attributions[c.att].Stance
	for i := range standPatterns {
		p := &standPatterns[i]
		if stance == read.Demands && p.issue != onTrust || stance == read.Asks || slices.ContainsFunc(out, func(o stand) bool { return o.issue == p.issue }) {
			continue
		}
		if st, ok := s.stand(p); ok {
			st.claim, st.source = n, c.source
			out = append(out, st)
		}
	}
	if st, ok := s.why(); ok {
		st.claim, st.source = n, c.source
		out = append(out, st)
	}
	if c.why.kind != noCause && c.why.of != 0 && stance != read.Demands {
		out = append(out, stand{claim: n, source: c.source, issue: onCause, so: true, key: uint32(c.why.of)})
	}
	if st, ok := s.holdsPlan(stance); ok {
		st.claim, st.source = n, c.source
		out = append(out, st)
	}
	if st, ok := s.notSo(stance); ok && len(out) == 0 {
		st.claim, st.source = n, c.source
		out = append(out, st)
	}
	return out
}

// sayingOf is the main clause of a content: what was before or after it, or when, is no part of what it says.
func (e *entry) sayingOf(c *claimItem) saying {
	s := saying{e: e, c: c, text: plainMarks(mainClause(joinSpans(e.r.Article.Text, c.spans)))}
	s.low = smallLetters(s.text)
	s.ws = words(s.text)
	s.denied = denied(s.text, s.ws, !c.denial)
	return s
}

// mainClause is a content without a clause of time behind three words and more: "workers had complained of cracks before a crane collapsed".
func mainClause(text string) string {
	for _, w := range []string{" before ", " after ", " when ", " while ", " hours later", " days later"} {
		if i := strings.Index(text, w); i >= 0 && len(strings.Fields(text[:i])) >= 3 {
			text = text[:i]
		}
	}
	return text
}

// smallLetters is text with its ASCII letters in small, byte for byte.
func smallLetters(text string) string {
	b := []byte(text)
	for i, c := range b {
		if 'A' <= c && c <= 'Z' {
			b[i] = c + 32
		}
	}
	return string(b)
}

// isDenied reports whether a telling word of a passage of the text is said not to be so.
func (s *saying) isDenied(from, to int) bool {
	for i, w := range s.ws {
		if w.End > from && w.Start < to && s.denied[i] {
			return !s.c.denial
		}
	}
	return s.c.denial
}

// stand is the stand that a pattern finds.
func (s *saying) stand(p *standPattern) (stand, bool) {
	at := p.words.FindStringIndex(s.low)
	if at == nil || p.with != nil && !p.with.MatchString(s.low) || p.without != nil && p.without.MatchString(s.low) {
		return stand{}, false
	}
	end := at[1]
	if p.head {
		end = at[0] + 1
	}
	st := stand{issue: p.issue, so: p.so != s.isDenied(at[0], end), tense: s.tense()}
	st.words, st.names = s.telling()
	switch p.issue {
	case onHarm:
		if s.notYet() || !s.harms(&st, at) {
			return stand{}, false
		}
	case onCraft:
		if !st.so && manner.MatchString(s.low[at[0]:at[1]]) {
			return stand{}, false // what was not shot down may have crashed
		}
		st.key = s.craftOf()
	case onTrust:
		st.who = s.others(at)
	case onLife:
		if names := personRuns(s.text[:at[0]], nil); len(names) == 1 {
			st.key = names[0]
		}
		if st.key == 0 {
			return stand{}, false
		}
	case onLeaving:
		if st.key = s.whoLeaves(at[0]); st.key == 0 {
			return stand{}, false
		}
	}
	return st, true
}

// telling is the telling words of a main clause that are no names, and its names.
func (s *saying) telling() (plain, names []uint32) {
	for i, w := range s.ws {
		switch {
		case stopStems[w.stem] || forward[w.hash] || measuring[w.hash] || w.digit:
		case w.upper && (!w.open || i > 0):
			if s.denied[i] == s.c.denial || !s.c.denial && !s.laterName(i) {
				names = append(names, w.stem)
			}
		default:
			plain = append(plain, w.stem)
		}
	}
	return sortedSet(plain), sortedSet(names)
}

// laterName reports whether a name stands behind a second thing that a content denies: "passed papers to the ministry and none to Peru".
func (s *saying) laterName(i int) bool {
	for k := i - 1; k >= 0; k-- {
		if forward[s.ws[k].hash] {
			for _, w := range s.ws[:k] {
				if !stopStems[w.stem] && !w.upper {
					return true
				}
			}
			return false
		}
	}
	return false
}

// tense is that of a main clause, by its first words for one.
func (s *saying) tense() tense {
	switch {
	case everWords.MatchString(s.low):
		return atAnyTime
	case futureWords.MatchString(s.low):
		return inFuture
	case perfectWords.MatchString(s.low):
		return upToNow
	case presentWords.MatchString(s.low):
		return inPresent
	}
	return inPast
}

// notYet reports whether a content tells how far things have come, which nobody takes back who tells more of it later: "no injuries were reported",
// "no arrests had been made".
func (s *saying) notYet() bool { return processWords.MatchString(s.low) }

// harms fills in which people a content says were hurt; false where it tells whom others were hurt by, or no number of them.
func (s *saying) harms(st *stand, at []int) bool {
	if st.so && (harming.MatchString(s.low) || !someone.MatchString(s.low) && len(s.c.figures) == 0) || !st.so && !s.spared() {
		return false
	}
	st.key = 0
	for i, w := range s.ws {
		if g := harmGroups[w.stem]; g != 0 && !(w.upper && i > 0) {
			st.key = g
			break
		}
	}
	if deadOnly.MatchString(s.low[at[0]:at[1]]) {
		st.words = append([]uint32(nil), deadStem)
	} else {
		st.words = nil
	}
	return true
}

// spared reports whether a content says of all that they came to no harm: a number of hurt or dead that is none, or "all aboard were unhurt". That one
// was not hurt ("her mother escaped unharmed"), will not be ("no one is going to hurt you") or was not known who was says nothing of the others.
func (s *saying) spared() bool {
	if s.tense() == inFuture || gravely.MatchString(s.low) {
		return false
	}
	for _, i := range s.c.figures {
		if f := &s.e.r.Figures[i]; f.Low != nil && f.High != nil && *f.High == 0 && peopleMeasure[f.Measure] {
			return true
		}
	}
	return everyone.MatchString(s.low)
}

// craftOf is whose aircraft or ships a content tells of, as a name's first letters, 0 where it does not say.
func (s *saying) craftOf() uint32 {
	for i := len(s.ws) - 1; i >= 0; i-- {
		w := s.ws[i]
		if !craftStems[w.stem] {
			continue
		}
		for k := i - 1; k >= max(0, i-3); k-- {
			if s.ws[k].upper && (k > 0 || countryLike(s.ws[k].Text(s.text))) {
				return sideKey(s.ws[k].Text(s.text))
			}
		}
	}
	return 0
}

// others are the names in a content that may be the one it speaks of: not the speaker's, nor a place's. A pronoun is the last whom the report named.
func (s *saying) others(at []int) []uint32 {
	speaker := s.speakerNames()
	out := personNames(s.text, speaker)
	if m := pronounObject.FindString(s.low[at[0]:]); len(out) == 0 && m != "" {
		before := s.e.r.Article.Text[max(0, s.c.spans[0].Start-pronounReach):s.c.spans[0].Start]
		if all := personRuns(before, speaker); len(all) > 0 {
			out = []uint32{all[len(all)-1]}
		}
	}
	for _, w := range s.ws {
		if heldOffices[w.stem] && len(out) == 0 && !w.upper {
			out = append(out, w.stem)
		}
	}
	return sortedSet(out)
}

// pronounReach is how many bytes before a content the one whom its pronoun stands for was named.
const pronounReach = 500

// speakerNames are the family name and other words of the speaker's name.
func (s *saying) speakerNames() []uint32 {
	if s.c.source < 0 {
		return nil
	}
	src := s.e.sources[s.c.source].s
	if src.Kind != resolve.Person {
		return nil
	}
	return stemsOf(src.Name)
}

// familyName is that of the speaker, or 0.
func (s *saying) familyName() uint32 {
	if s.c.source < 0 || s.e.sources[s.c.source].s.Kind != resolve.Person {
		return 0
	}
	return lastName(s.e.sources[s.c.source].s.Name)
}

// lastName is the last word of a name, as a stem, or 0.
func lastName(name string) uint32 {
	if ws := words(name); len(ws) > 0 {
		return ws[len(ws)-1].stem
	}
	return 0
}

// whoLeaves is who gives up his office by a content: the last name before the words for that, or the speaker.
func (s *saying) whoLeaves(at int) uint32 {
	own := s.familyName()
	if names := personRuns(s.text[:at], nil); len(names) > 0 {
		if own != 0 && slices.Contains(names, own) {
			return own
		}
		return names[0]
	}
	if first, _, _ := strings.Cut(strings.TrimLeft(s.low, "\" "), " "); ownPronouns[strings.Trim(first, ",.")] || at < 16 {
		return own
	}
	return 0
}

// why is the stand of a content that says why a thing was decided: "was dismissed because she had misused funds".
func (s *saying) why() (stand, bool) {
	m := becauseWords.FindStringSubmatchIndex(s.low)
	if m == nil || s.c.denial {
		return stand{}, false
	}
	head, tail := s.low[:m[0]], s.low[m[1]:]
	if m[2] >= 0 {
		tail = s.low[m[2]:m[3]] // "for health reasons"
	}
	st := stand{issue: onReason, so: true, tense: s.tense()}
	for _, w := range words(head) {
		if d := decisions[w.stem]; d != 0 {
			st.key = d
		}
	}
	if st.key == 0 || notBecause.MatchString(head) {
		return stand{}, false
	}
	for _, w := range words(tail) {
		if !stopStems[w.stem] && !w.digit {
			st.words = append(st.words, w.stem)
		}
	}
	st.words = sortedSet(st.words)
	for _, w := range words(s.text[:len(head)]) {
		if !stopStems[w.stem] && decisions[w.stem] == 0 {
			st.names = append(st.names, w.stem)
		}
	}
	st.names = sortedSet(st.names)
	if bareSubject.MatchString(head) {
		st.who = []uint32{pronounStem}
	}
	return st, len(st.words) > 0
}

// notSo is the stand of a content that says in so many words that something is not so.
func (s *saying) notSo(stance read.Stance) (stand, bool) {
	if !s.c.denial && withLimit.MatchString(smallLetters(joinSpans(s.e.r.Article.Text, s.c.spans))) {
		return stand{}, false // "would not strike before July"
	}
	if s.notYet() || notRuledOut.MatchString(s.low) || nothingFound.MatchString(s.low) || s.c.reply == toAll || s.c.reply == toSuch || s.c.disputes || stance == read.Demands || stance == read.Asks {
		return stand{}, false
	}
	st := stand{issue: onAny, tense: s.tense()}
	negation := s.c.denial || rulesOut.MatchString(s.low)
	all := 0
	for i, w := range s.ws {
		if forward[w.hash] && !s.c.denial {
			if !negation {
				st.who = s.subject(i)
			}
			negation = true
			if s.unless(i) {
				return stand{}, false
			}
		}
		if stopStems[w.stem] || forward[w.hash] || measuring[w.hash] || w.digit || aroundDenied[w.stem] {
			continue
		}
		if w.upper && i > 0 {
			if negation { // whose board never received it need not be said again
				st.names = append(st.names, w.stem)
			}
			continue
		}
		all++
		if s.denied[i] != s.c.denial {
			st.words = append(st.words, w.stem)
		}
	}
	st.words, st.names = sortedSet(st.words), sortedSet(st.names)
	if rulesOut.MatchString(s.low) {
		st.tense = inFuture
	}
	return st, negation && len(st.words) > 0 && 2*len(st.words) >= all
}

// subject is the telling words before the negation at a place, a mark for a pronoun.
func (s *saying) subject(i int) (out []uint32) {
	for _, w := range s.ws[:i] {
		if !stopStems[w.stem] && !aroundDenied[w.stem] {
			out = append(out, w.stem)
		}
	}
	if len(out) == 0 && i > 0 && (ownPronouns[smallLetters(s.ws[0].Text(s.text))] || bodySelves[smallLetters(s.ws[0].Text(s.text))]) {
		out = append(out, pronounStem)
	}
	return sortedSet(out)
}

// unless reports whether the negation at a place is one of degree: "no fewer than", "not only".
func (s *saying) unless(i int) bool { return idle[nextWord(s.ws, i)] }
