package ledger

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// Which plans have a row of their own among a story's happenings.

// plans reports whether a mention tells, as what its sentence or who is cited is about, that somebody weighs, plans, orders, threatens or calls for a thing, or
// will not do it, and how much speaks for a row of its own.
func (it *eventItem) plans(e *entry) bool {
	src := &e.r.Events[it.n]
	if !src.Own || src.Background || it.spoken || it.carrier || !it.canBePlanned() || e.withinUndone(src) || e.nobodyIn(src) {
		return false
	}
	due := dueDay(src)
	if due != unknownDay && e.day != unknownDay && due < e.day-1 {
		return false // what was planned for a day before the report is no plan of its day
	}
	if it.halts != noHalting && done(src.Status) {
		return src.Lead || src.Attribution != "" // "was put off for a week, the institute said"
	}
	decided := e.saysBecause(src, decisionStems)
	switch src.Status {
	case resolve.Planned, resolve.Considered, resolve.Ordered, resolve.Authorised, resolve.Threatened, resolve.Possible, resolve.Predicted:
	case resolve.Proposed: // "laws need to be passed" asks nobody
		if !src.Lead && due == unknownDay && !e.saysBecause(src, askStems) {
			return false
		}
	case resolve.DidNotHappen, resolve.Denied:
	default:
		return false
	}
	return 2*boolInt(src.Lead)+2*boolInt(due != unknownDay)+boolInt(decided)+boolInt(src.Attribution != "")+boolInt(src.Agent) >= enoughOfPlan
}

// canBePlanned reports whether a mention's word is for what can be planned: it is not for what lasts or befalls somebody.
func (it *eventItem) canBePlanned() bool {
	if len(it.trigger) == 0 || keptUp[it.word()] {
		return false
	}
	return it.deed != death && it.deed != wound && !(it.deed == noDeed && lastingStems[it.word()])
}

// keptUp are nouns for what lasts, which whoever "remains committed to" it does not plan.
var keptUp = setOfStems("partnership relationship relation alliance friendship cooperation coexistence principle peace stability democracy neutrality independence membership")

// lastingStems are verbs for how things are, which nobody plans and whose denial tells of no happening: "remains committed", "did not play a role".
var lastingStems = setOfStems("remain stay keep play belong exist matter know believe mean commit")

// withinUndone reports whether what may be is told as a part of what will not: "will not return, despite efforts to bring her back".
func (e *entry) withinUndone(src *resolve.Event) bool {
	if src.Status != resolve.Possible {
		return false
	}
	return slices.ContainsFunc(e.r.Events, func(o resolve.Event) bool {
		return (o.Status == resolve.DidNotHappen || o.Status == resolve.Denied) && o.Own && o.Trigger != src.Trigger && slices.Contains(src.Because, o.Trigger)
	})
}

// enoughOfPlan is what must speak for a plan that it has a row: that its report opens with it or that it has a day to come counts for two, that a word of deciding or asking says it,
// that somebody is cited for it, and that who is to do it can act, for one each.
const enoughOfPlan = 2

// decisionStems are words by which somebody decides, asks or makes ready, more than "will" and "may".
var decisionStems = setOfStems(`plan intend intention prepare order threaten consider weigh mull decide decision agree agreement schedule due set promise pledge vow aim approve authorise authorize
	instruct direct tell commit choose explore examine study seek call urge demand ask propose proposal request appeal press recommend offer want rule drop shelve scrap postpone delay cancel`)

// dueDay is the last day that an event is to be on, or unknownDay.
func dueDay(src *resolve.Event) int32 {
	if src.Time == nil {
		return unknownDay
	}
	return parseDay(src.Time.End)
}

// saysBecause reports whether a word of some stems gives an event its status.
func (e *entry) saysBecause(src *resolve.Event, stems map[uint32]bool) bool {
	return slices.ContainsFunc(src.Because, func(s article.Span) bool { return anyIn(stemsOf(s.Text(e.r.Article.Text)), stems) })
}

// askStems are words by which somebody asks for a thing.
var askStems = setOfStems("ask call urge demand propose proposal press request appeal plead beg invite recommend recommendation offer want seek insist advise suggest petition motion bill draft lobby push")

// nobodyIn reports whether who is to do it, or else what is to be done to, is nobody in particular: "people", "many", "you".
func (e *entry) nobodyIn(src *resolve.Event) bool {
	text := e.r.Article.Text
	for _, ps := range [][]resolve.Participant{src.Actors, src.Targets} {
		if slices.ContainsFunc(ps, func(p resolve.Participant) bool { return myself[strings.ToLower(p.Text(text))] }) {
			return true
		}
		for _, p := range ps {
			if p.Role != "" {
				continue
			}
			first, rest, _ := strings.Cut(strings.ToLower(p.Text(text)), " ")
			resolved := first == "we" && src.Attribution != "" || p.Source != "" || p.Name != "" && p.Name != p.Text(text)
			return nobodyKnown[first] && (rest == "" || rest == "people" || strings.HasPrefix(rest, "of ")) || pronouns[first] && !owners[first] && !resolved
		}
	}
	return !e.saysBecause(src, decisionStems)
}

// myself are those who speak and are spoken to: "told me not to worry".
var myself = setOf("i me you us")

// nobodyKnown are words for nobody in particular.
var nobodyKnown = setOf("people everyone everybody anyone anybody someone somebody nobody many most some others one any each every all both more few several person man woman world thing things need way ways")

// own reports whether an event that is not worth a line by its kind tells what may have been planned, or be planned: none that people are counted in, "the
// shooting left three dead".
func (x *extractor) own(ev *resolve.Event) bool {
	return ev.Own && !slices.ContainsFunc(x.e.r.Figures, func(f resolve.Figure) bool { return f.Event == ev.ID })
}
