package ledger

import (
	"fmt"
	"slices"
	"strings"

	"sayso/read"
	"sayso/resolve"
)

// A denial often says nothing of its own: "The firm denied this", "the ministry rejected the report", "the army denied responsibility",
// "…, a charge the Lorlanders deny". It makes no claim, and answers what stands before it in its report.

// mostBare bounds how many bare denials of a report are looked at.
const mostBare = 24

// bareReplies finds the denials of a report that say nothing of their own.
func (x *extractor) bareReplies() {
	claimed := map[int32]bool{}
	for i := range x.e.claims {
		claimed[x.e.claims[i].att] = true
	}
	for i := range x.e.r.Attributions {
		a := &x.e.r.Attributions[i]
		refuses := isRefusal(x.e.r, a)
		if a.Stance != read.Denies || len(a.Content) != 1 || claimed[int32(i)] || refuses && !bareAccount(x.within(a.Content[0])) || !refuses && !isDenial(x.e.r, a) || x.recalledSaying(int32(i)) {
			continue // "doesn't like it" denies nothing
		}
		c := claimItem{att: int32(i), source: x.sourceIndex(a.Chain), spans: a.Content, denial: true, rareClaim: &rareClaim{}}
		if c.reply = bareReply(x.within(a.Content[0])); c.reply == noReply || c.reply == toAll {
			if k := x.contradicted(a); k != nobodyNamed {
				c.reply, c.whom = toPerson, k
			}
		}
		if c.reply != noReply && c.source >= 0 && len(x.e.bare) < mostBare {
			x.e.bare = append(x.e.bare, c)
		}
	}
}

// contradicted is the source that a denial says is contradicted, by its place among the report's, anyPerson or nobodyNamed: "contradicting Orr", "disputed her account".
func (x *extractor) contradicted(a *resolve.Attribution) int32 {
	cue := strings.ToLower(joinSpans(x.a.Text, a.Cue))
	if !containsAny(cue, "contradict", "disput", "rebut", "refut", "belied", "belies") {
		return nobodyNamed
	}
	switch strings.ToLower(a.Content[0].Text(x.a.Text)) {
	case "him", "her", "them":
		return anyPerson
	}
	for k := range x.e.sources {
		s := x.e.sources[k].s
		if s.Kind != resolve.Person && s.Kind != resolve.Organisation {
			continue
		}
		for _, m := range s.Mentions {
			if a.Content[0].Contains(m.Span) && len(strings.Fields(a.Content[0].Text(x.a.Text)))-len(strings.Fields(m.Span.Text(x.a.Text))) <= 2 {
				return int32(k)
			}
		}
	}
	return nobodyNamed
}

// Whom a denial contradicts that names nobody, or nobody but "him".
const nobodyNamed, anyPerson = -1, -2

// bareReply is what a denial of so few words answers: noReply where they say something of their own.
func bareReply(ws []word) reply {
	if len(ws) == 0 {
		return noReply
	}
	own, account, part := 0, false, false
	for _, w := range ws {
		switch {
		case ownPart[w.stem]:
			part = true
		case w.upper && !w.open:
			return noReply // "the Post's report"
		case accountStems[w.stem], accusalWords[w.stem], notionStems[w.stem], w.stem == pointStem:
			account = true
		case !stopStems[w.stem] && !scornStems[w.stem] && !untruths[w.stem] && !intensifying[w.hash]:
			own++
		}
	}
	switch first := ws[0]; {
	case own > 0:
	case part:
		return toItself
	case first.hash == whichWord, account && aWords[first.hash] && (len(ws) == 2 || len(ws) == 3 && (ws[2].hash == thatWord || ws[2].hash == whichWord)):
		return toClause
	case account, len(ws) == 1 && pointing[first.hash]:
		return toAll
	}
	return noReply
}

// bareAccount reports whether words call no more than somebody's account: "the report", "those claims", "this".
func bareAccount(ws []word) bool {
	r := bareReply(ws)
	return r == toAll || r == toClause && len(ws) == 2
}

var (
	pointStem = stemsOf("point")[0]
	whichWord = hash32([]byte("which"))
	aWords    = setOfWords("a an")
)

// blamed reports whether a claim blames whoever denies any part: it names him or those whose head he is, or accuses his side; or it tells of his side what the denial speaks of.
func (v *View) blamed(n int32, c, d *claimItem) bool {
	e := v.entries[n]
	text := joinSpans(e.r.Article.Text, d.spans)
	if len(d.verdicts) > 0 {
		return false // who calls it nonsense blames nobody
	}
	if named(text, &e.sources[c.source]) {
		return besides(c) == 0 || e.speaksOfSame(c, d)
	}
	for _, h := range stemsOf(e.sources[c.source].s.Role + " " + e.sources[c.source].s.Description) { // "the head of the guards"
		if !officeStems[h] && !vagueParts[h] && inSorted(d.gist.plain, h) {
			return true
		}
	}
	side := v.sideOf(n, c.source)
	if c.reply == toItself && len(c.denied) > 0 { // "Norland's army was not behind it, a spokesman said"
		side = sortedSet(append(side, sideSet(e.speaksOfItself(c))...))
	}
	return anyShared(side, d.of) || anyShared(side, sideSet(text)) && (besides(c) == 0 || common(c.gist.plain, d.gist.plain) > 0)
}

// bareMeetings are the meetings of bare denials with what they answer. The denial is no claim, so that B is "".
func (v *View) bareMeetings(sets []int) []Meeting {
	main, seen := map[int]bool{}, map[int32]bool{}
	var out []Meeting
	for _, s := range sets {
		main[s] = true
	}
	for _, s := range sets {
		for _, m := range v.claimSets[s][:min(mostSayings, len(v.claimSets[s]))] {
			n := v.claim[m].entry
			if seen[n] || !v.current[n] || v.copyRoots[n] != n {
				continue
			}
			seen[n] = true
			for i := range v.entries[n].bare {
				c := &v.entries[n].bare[i]
				to, why := v.replyOf(n, c), ""
				if to < 0 && v.entries[n].ofReport(c) {
					to, why = v.storyReport(n, c, main)
				}
				if to < 0 {
					to, why = v.accusedElsewhere(n, c, sets)
				}
				if to >= 0 && main[to] {
					out = append(out, v.bareMeeting(n, c, to, why))
				}
			}
		}
	}
	return out
}

// ofReport reports whether a denial speaks of no more than "the report", "media reports" or "the story".
func (e *entry) ofReport(c *claimItem) bool {
	ws := words(c.spans[0].Text(e.r.Article.Text))
	return c.reply == toAll && len(c.spans) == 1 && len(ws) <= 3 && slices.ContainsFunc(ws, func(w word) bool { return printedStems[w.stem] || mediaWords[w.hash] })
}

var printedStems = setOfStems("report reports story stories article articles")

// storyReport is the claim of the report that a bare denial of entry n answers which its own report does not tell, and why it is that one; -1 without one.
func (v *View) storyReport(n int32, c *claimItem, main map[int]bool) (int, string) {
	if to, why := v.printedAnswered(n, c, main, v.outletsNamed(n, c)); to >= 0 {
		return to, why
	}
	if to, why := v.mostCited(n, -1, main); len(to) > 0 {
		return to[0], why
	}
	return -1, ""
}

// bareMeeting is the meeting of bare denial c of entry n with what it answers, and why it is that, "" where it stands before it.
func (v *View) bareMeeting(n int32, c *claimItem, to int, why string) Meeting {
	e := v.entries[n]
	at := v.claim[v.claimSets[to][0]]
	m := Meeting{Kind: Against, A: v.claimID(to), EarlierWords: v.ref(at.entry, longestSpan(v.entries[at.entry].claims[at.n].spans)), LaterWords: v.ref(n, c.spans[0]),
		Denier: v.sourceIDAt(n, c.source)}
	m.Reason = fmt.Sprintf("%s %s it in %s (“%s”)", v.sourceName(m.Denier), either(strings.HasPrefix(why, "which"), "may deny", "denies"), label(e), joinSpans(e.r.Article.Text, e.r.Attributions[c.att].Cue))
	if why != "" {
		m.Reason += "; " + why
	}
	return m
}
