package ledger

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// A report that tells what somebody says often recalls beside it what he said before: "The state would take a stake, the ministry said on Wednesday. On Monday it
// had said that the state would stay out", "the line, which had said that 80 people were aboard, said there were 131". Such a saying is told as former: by
// "had" with a day or behind "which", or by "at first". It is a turn where the two cannot both be held.

// formerWithin is how many bytes may lie between what somebody said before and what he says now.
const formerWithin = 260

var (
	// formerWhen are the words for a time before the present saying.
	formerWhen = regexp.MustCompile(`\b(?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:hours|days|weeks|months|years|a day|a week|a month) (?:earlier|before|ago)|the (?:day|week) before|earlier|yesterday|at first|initially|previously|originally|repeatedly|until (?:now|then)|last (?:week|month|year)|for (?:[a-z]+ )?(?:hours|days|weeks|months|years))\b`)
	// formerFirst are words that alone put a saying first, without "had".
	formerFirst = regexp.MustCompile(`\b(?:at first|initially|originally|had previously)\b`)
	// formerHad is a "had" that carries the cue: "had said", "had at first put", "which had for days insisted".
	formerHad = regexp.MustCompile(`\bhad (?:[a-z]+ ){0,4}$`)
	// ofWhom opens a clause that says of somebody what he had said.
	ofWhom = regexp.MustCompile(`[,–—] (?:which|who) (?:[a-z]+ ){0,3}$`)
	// stays are words for what goes on as it was.
	stays = regexp.MustCompile(`\b(?:stay|remain|keep|stand by|stick|continue|go ahead|never|not|no)\b`)
	// writtenNumbers are numbers as they are written.
	writtenNumbers = regexp.MustCompile(`\b\d[\d,]*\b`)
	// bothToCome are words for what is to come.
	bothToCome = regexp.MustCompile(`\b(?:will|would|shall|is to|are to|plans? to)\b`)
)

// former reports whether an attribution is told as what its source had said before, and whether in a clause about him.
func (e *entry) former(a *resolve.Attribution) (is, clause bool) {
	if len(a.Cue) == 0 || len(a.Content) == 0 {
		return false, false
	}
	text := e.r.Article.Text
	s := sentenceAround(text, a.Cue[0])
	end := a.Cue[0].End
	lead := strings.ToLower(text[s.Start:end])
	verb := strings.LastIndexByte(lead, ' ') + 1
	before := lead[:verb]
	had := formerHad.FindStringIndex(before)
	first := lead
	if i := strings.LastIndexByte(before, ','); i > 0 && had == nil {
		first = lead[i:] // "At first the sea was calm, he said"
	}
	switch {
	case had != nil && ofWhom.MatchString(before[:had[0]]):
		return true, true
	case had != nil:
		behind := strings.ToLower(text[end:max(end, min(a.Content[0].Start, end+40))])
		return formerWhen.MatchString(lead) || formerWhen.MatchString(behind), false
	}
	return formerFirst.MatchString(first), ofWhom.MatchString(before)
}

// formerTurns are the changes of position of which a report gives what was said before beside what is said now.
func (v *View) formerTurns(n int32, o *voices, add func(Meeting)) {
	e := v.entries[n]
	for i := range e.r.Attributions {
		a := &e.r.Attributions[i]
		is, clause := e.former(a)
		if !is || a.Inside != "" {
			continue
		}
		voice := o.voiceOfAttribution(n, a)
		if voice < 0 {
			continue
		}
		best, near := -1, formerWithin+1
		for k := range e.claims {
			c := &e.claims[k]
			if c.att < 0 || int(c.att) == i || !v.ofSomebody(n, k) || o.voiceOfAttribution(n, &e.r.Attributions[c.att]) != voice || e.leavesOpen(c) != "" || e.demands(c) {
				continue
			}
			if then, _ := e.former(&e.r.Attributions[c.att]); then {
				continue
			}
			gap := max(c.spans[0].Start-a.Content[0].End, a.Content[0].Start-c.spans[len(c.spans)-1].End)
			if gap < 0 || gap >= near || clause && sentenceAround(e.r.Article.Text, c.spans[0]) != sentenceAround(e.r.Article.Text, a.Content[0]) {
				continue
			}
			best, near = k, gap
		}
		if best >= 0 && e.otherThanFormer(int32(i), &e.claims[best], clause) {
			add(v.formerTurn(n, i, best))
		}
	}
}

// voiceOfAttribution is the voice at the end of an attribution's chain, or -1.
func (o *voices) voiceOfAttribution(n int32, a *resolve.Attribution) int32 {
	e := o.v.entries[n]
	if len(a.Chain) == 0 {
		return -1
	}
	k := sourcePlace(e.r, a.Chain[len(a.Chain)-1])
	if k < 0 {
		return -1
	}
	set := o.v.sourceOf[o.v.sourceBase[n]+k]
	if _, ok := o.of[set]; set < 0 || !ok {
		return -1
	}
	return o.find(set)
}

// otherThanFormer reports whether what is said now cannot be held with what was said before: a denial of the same, contrary words, another number that is no toll
// that grew; or words of turning stand between them.
func (e *entry) otherThanFormer(i int32, now *claimItem, clause bool) bool {
	text, a := e.r.Article.Text, &e.r.Attributions[i]
	was := e.claimOfAttribution(i)
	before, after := " "+strings.ToLower(joinSpans(text, a.Content))+" ", " "+strings.ToLower(joinSpans(text, now.spans))+" "
	cue := ""
	if at := e.r.Attributions[now.att].Cue; len(at) > 0 {
		cue = " " + strings.ToLower(text[max(sentenceAround(text, at[0]).Start, at[0].Start-24):at[0].End]) + " "
	}
	if containsAny(cue, turnCues...) {
		return true
	}
	x, y := e.numberIn(a.Content), e.numberIn(now.spans)
	if x != nil && y != nil {
		grown := victims[x.Measure] && (y.Low == nil || x.Low == nil || *y.Low >= *x.Low)
		return !grown && apart(x, y) && (x.Measure == y.Measure || clause)
	}
	if number := writtenNumbers.FindString(before); clause && number != "" && y == nil && writtenNumbers.MatchString(after) && !slices.Contains(writtenNumbers.FindAllString(after, -1), number) {
		return true // "which had said that 80 people were aboard, said there were 131"
	}
	if was != nil {
		least := either(was.denial == now.denial, float32(turnDenied), 0.01)
		if contraryWords(was, now) || opposed(was, now) >= least && opposed(was, now) > 0 {
			return true
		}
	}
	return bothToCome.MatchString(before) && bothToCome.MatchString(after) && stays.MatchString(before) != stays.MatchString(after)
}

// claimOfAttribution is the claim that an attribution makes, or nil.
func (e *entry) claimOfAttribution(i int32) *claimItem {
	for k := range e.claims {
		if e.claims[k].att == i {
			return &e.claims[k]
		}
	}
	return nil
}

// numberIn is the only figure in some spans, or nil.
func (e *entry) numberIn(spans []article.Span) *resolve.Figure {
	var out *resolve.Figure
	for i := range e.r.Figures {
		f := &e.r.Figures[i]
		if f.Money || !spansHold(spans, f.Start) {
			continue
		}
		if out != nil {
			return nil
		}
		out = f
	}
	return out
}

// formerTurn is the meeting of the i-th attribution of an entry, which tells what was said before, with its k-th claim.
func (v *View) formerTurn(n int32, i, k int) Meeting {
	e := v.entries[n]
	a, b := &e.r.Attributions[i], &e.claims[k]
	m := Meeting{Kind: Turned, B: v.claimID(int(v.claimOf[v.claimBase[n]+int32(k)])), EarlierWords: v.ref(n, a.Content[0]), LaterWords: v.ref(n, b.spans[0]),
		Changed: v.sourceSetID(int(v.sourceOf[v.sourceBase[n]+b.source]))}
	at := slices.IndexFunc(e.claims, func(c claimItem) bool { return c.att == int32(i) })
	if at >= 0 && v.claimOf[v.claimBase[n]+int32(at)] >= 0 {
		m.A = v.claimID(int(v.claimOf[v.claimBase[n]+int32(at)]))
	}
	m.Reason = fmt.Sprintf("%s tells both: “%s” is what %s said before", label(e), clip(joinSpans(e.r.Article.Text, a.Cue)+" "+joinSpans(e.r.Article.Text, a.Content), 60), v.sourceName(m.Changed))
	return m
}

// turnsWithin takes two claims that stand against each other for a change of position where one voice says the one and, later, the other: a firm's chief says
// that no fuel got in, and the firm two days later that it did.
func (o *voices) turnsWithin(m *Meeting) bool {
	v := o.v
	a, b, ok := o.ofOneVoice(m)
	if !ok || !v.later(v.claim[a].entry, v.claim[b].entry) || v.copiedText(a) || v.copiedText(b) || v.ofOther(a) || v.ofOther(b) || v.namedApart(a, b) {
		return false
	}
	first, _ := v.speaker(a)
	last, _ := v.speaker(b)
	m.Changed, m.Denier = last, ""
	m.Reason = fmt.Sprintf("%s said the one and now says the other", v.sourceName(last))
	if first != last {
		m.Reason = fmt.Sprintf("%s said the one, and %s, who speaks for the same, now says the other", v.sourceName(first), v.sourceName(last))
	}
	m.Kind = Turned
	return true
}

// ofOneVoice is the first sayings of a meeting's claims, and whether one voice says both.
func (o *voices) ofOneVoice(m *Meeting) (a, b int32, ok bool) {
	x, okA := o.v.lookup('c', m.A)
	y, okB := o.v.lookup('c', m.B)
	if m.A == "" || m.B == "" || !okA || !okB {
		return -1, -1, false
	}
	a, b = o.v.claimSets[x][0], o.v.claimSets[y][0]
	voice := func(c int32) int32 {
		at := o.v.claim[c]
		it := o.v.claimAtItem(at)
		if it.att < 0 {
			return -1
		}
		return o.voiceOfAttribution(at.entry, &o.v.entries[at.entry].r.Attributions[it.att])
	}
	s := voice(a)
	return a, b, s >= 0 && s == voice(b)
}

// namedApart reports whether two claims are of two people who are named: two ministers of one cabinet differ, and nobody has changed.
func (v *View) namedApart(a, b int32) bool {
	name := func(c int32) string {
		at := v.claim[c]
		if s := v.entries[at.entry].sources[v.claimAtItem(at).source].s; s.Kind == resolve.Person {
			return s.Name
		}
		return ""
	}
	x, y := name(a), name(b)
	return x != "" && y != "" && lastName(x) != lastName(y)
}

// withoutOwn is meetings without those in which one voice stands against itself in one report, or on one day: a ministry that denies a thing and its spokesman who
// says so too.
func (v *View) withoutOwn(ms []Meeting) []Meeting {
	if len(ms) == 0 {
		return ms
	}
	var o *voices
	return slices.DeleteFunc(ms, func(m Meeting) bool {
		if m.Kind != Against || m.Denier == "" || m.B == "" || m.A == "" {
			return false
		}
		if o == nil {
			set, _ := v.lookup('c', m.A)
			o = v.voicesIn(v.recent(v.storyID(v.stories[v.storyOf[v.claim[v.claimSets[set][0]].entry]][0])))
		}
		a, b, ok := o.ofOneVoice(&m)
		return ok && !v.namedApart(a, b) && !v.later(v.claim[a].entry, v.claim[b].entry) && !v.later(v.claim[b].entry, v.claim[a].entry)
	})
}
