package ledger

import (
	"math/bits"
	"slices"
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// An eventMark is what a report says of one of its events that decides whether a page names it: the same in every view.
type eventMark uint16

// The marks. The four before the last are the stages of what is told outside background: thought, decision, deed and denial.
const (
	markCarries eventMark = 1 << iota // see carries
	markRunning                       // see countsAll
	markAside                         // told in passing, and neither a blow nor how many it killed
	markTolled                        // with a number of those killed or hurt
	markTold                          // outside background
	markNews                          // see isNews
	markSettled                       // more than that it may be
	markDecided                       // ordered, allowed or denied
	markThought
	markOrdered
	markDone
	markDenied
	markPlan // see plans
)

// stages is between how many stages of thought, decision, deed and denial the marks of an event's mentions go, less one.
func (m eventMark) stages() int {
	return max(0, bits.OnesCount16(uint16(m/markThought&(markPlan/markThought-1)))-1)
}

// marks are those of an entry's events. They are made when a page first asks for them, and kept.
func (e *entry) marks() []eventMark {
	if all := e.asked().marked.Load(); all != nil {
		return *all
	}
	all := make([]eventMark, len(e.events))
	for i := range all {
		all[i] = e.events[i].mark(e)
	}
	e.asked().marked.Store(&all)
	return all
}

// mark is what a mention says of its event that its row depends on, a bit each.
func (it *eventItem) mark(e *entry) eventMark {
	src := &e.r.Events[it.n]
	m := eventMark(0)
	set := func(bit eventMark, is bool) {
		if is {
			m |= bit
		}
	}
	set(markCarries, it.deed == noDeed && (it.carries(e) || it.decides == noDecider && e.decided(src)))
	set(markRunning, countsAll(e.r, src.ID))
	switch it.deed {
	case noDeed:
		set(markAside, (src.Aside || src.Nominal && !src.Lead) && !(it.exit && e.handedIn(src).Len() > 0))
	case otherDeed: // "inmates who seized 17 guards on Sunday" tells that they did
		set(markAside, (src.Aside || src.Nominal && !src.Lead) && (src.Time == nil || src.Nominal))
	case wreck, blow: // "a fault triggering the accident", "resigned over the collapse of the bridge" tells of no collapse that nobody else tells of
		set(markAside, (src.Aside || neutralStems[it.word()] || naturalStems[it.word()]) && src.Nominal && !src.Lead && it.measure == 0 && !it.whole)
	case wound:
		set(markAside, src.Aside)
	case death:
		set(markAside, src.Aside && src.Nominal && it.measure != killedMeasure)
	}
	set(markTolled, it.measure == killedMeasure || it.measure == injuredMeasure)
	if src.Background {
		return m
	}
	set(markTold, true)
	set(markNews, it.isNews(src))
	set(markPlan, it.plans(e))
	if !it.spoken && !noHappening(e.r.Article.Text, src) && !(it.deed == noDeed && !src.Lead && onlyNegated(e.r.Article.Text, src)) {
		m |= statusMarks(src.Status)
	}
	return m
}

// unable are words by which a sentence says that somebody is not able to do a thing, or that nothing shows it: no turn in how a
// story went.
var unable = setOfStems("can cannot could able unable seem appear evidence proof sign indication")

// noHappening reports whether an event did not happen only because nobody could do it or nothing shows it: "officials cannot seem to agree", "no evidence
// of an attack".
func noHappening(text string, src *resolve.Event) bool {
	return src.Status == resolve.DidNotHappen && slices.ContainsFunc(src.Because, func(s article.Span) bool {
		return anyIn(stemsOf(s.Text(text)), unable) || s.End < src.Trigger.Start && src.Trigger.Start-s.End < 60 && anyIn(stemsOf(text[s.End:src.Trigger.Start]), abilities)
	})
}

// onlyNegated reports whether an event did not happen by nothing but a "not": "the teachers were not consulted" tells of no happening.
func onlyNegated(text string, src *resolve.Event) bool {
	return src.Status == resolve.DidNotHappen && len(src.Because) > 0 && !slices.ContainsFunc(src.Because, func(s article.Span) bool { return !negators[strings.ToLower(s.Text(text))] })
}

// negators are words that only negate.
var negators = setOf("not n't n’t no never nobody none neither nor without was were is are did do does had has have been be")

// abilities are what somebody lacks who cannot do a thing: "no longer had the ability to strike", "did not have standing to sue".
var abilities = setOfStems("ability capacity capability standing right authority power means grounds")

// decided reports whether a status is an order, a leave or a denial.
func decided(s resolve.Status) bool {
	return s == resolve.Ordered || s == resolve.Authorised || s == resolve.Denied
}

// statusMarks are those of a status.
func statusMarks(s resolve.Status) eventMark {
	switch s {
	case resolve.Unknown, "":
		return 0
	case resolve.Possible, resolve.Proposed, resolve.Predicted:
		return markThought
	case resolve.Ordered, resolve.Authorised:
		return markSettled | markDecided | markOrdered
	case resolve.Happened, resolve.Ongoing:
		return markSettled | markDone
	case resolve.Denied:
		return markSettled | markDecided | markDenied
	case resolve.DidNotHappen:
		return markSettled | markDenied
	}
	return markSettled | markThought
}

// isNews reports whether a mention is what its report opens with, that it was done or is to be done, by no word of how people speak and work.
func (it *eventItem) isNews(src *resolve.Event) bool {
	if !src.Lead || src.Background || !(src.Salient && done(src.Status)) && !weighed(src.Status) {
		return false
	}
	return it.tellsByWord() && (len(src.Actors)+len(src.Targets) > 0 || src.Clause.Len() > 0 && !src.Nominal)
}

// tellsByWord reports whether a mention's word is one for a happening: of how people speak and work or of how things are it is none.
func (it *eventItem) tellsByWord() bool {
	if len(it.trigger) == 0 {
		return false
	}
	w := it.word()
	return (!asides[w] || rulings[w]) && !light[w] && !(it.deed == noDeed && lastingStems[w])
}

// carries reports whether the mention's word is the one that gives another event its status: "ordered" in "ordered the navy to strike". That a
// thing was done it tells of itself: "lifted the ban", "were freed as the truce began".
func (it *eventItem) carries(e *entry) bool {
	if it.carrier {
		return true
	}
	if it.decides != noDecider || it.fate != noFate {
		return false // what a court rejects, lifts or allows is told by that it did
	}
	t := e.r.Events[it.n].Trigger
	for k := range e.events {
		o := &e.r.Events[e.events[k].n]
		if e.r.Events[it.n].Own && !o.Own || done(o.Status) || o.Status == resolve.DidNotHappen && !forgoing[it.word()] || o.Status == resolve.Planned && o.Certainty == "probable" {
			continue // "suspended the strikes to allow talks" tells of the suspension, "will publish a study" of no study
		}
		if slices.ContainsFunc(o.Because, func(s article.Span) bool { return s == t }) {
			return true
		}
	}
	return false
}

// forgoing are words for what is not done after all, which say it of the deed.
var forgoing = setOfStems("shelve scrap cancel postpone delay defer put call abandon drop refuse fail decline reject rule avert avoid prevent veto forgo renounce suspend")

// countsAll reports whether an event is the word of a running total: "brings to 13 the number of people killed".
func countsAll(r *resolve.Reading, event string) bool {
	return slices.ContainsFunc(r.Figures, func(f resolve.Figure) bool {
		return f.Event == event && (f.Scope == "cumulative" || f.Measure == "killed" && runningWords(r.Article.Text, f.Span))
	})
}
