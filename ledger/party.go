package ledger

import (
	"slices"
	"sort"
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// A party is who has a stake in how an event is told. A wrong tag accuses, so every rule here asks for words: whose body the
// source speaks for, and who acts on whom, by the names in the content itself, or, where the content names nobody, by what
// its report tells of one side alone.

// Stakes: the PLOVER roots whose actor has an interest in how the event is told, and those whose target
// has. To warn an office does not make its officials a party; to strike, arrest, sanction or accuse does.
var (
	actorStake  = setOf("ASSAULT COERCE SANCTION MOBILIZE PROTEST THREATEN ACCUSE RETREAT CONCEDE")
	targetStake = setOf("ASSAULT COERCE SANCTION MOBILIZE ACCUSE")
)

// sides are how the summary names who alone asserts a claim, by how all its ends take part.
var sides = map[string]string{
	"striking": "asserted only by the striking party",
	"struck":   "asserted only by the party that was struck",
	"actor":    "asserted only by the party that acted",
	"target":   "asserted only by the party acted against",
	"accuser":  "asserted only by the side that accuses the other",
	"accused":  "asserted only by the party that is accused",
	"":         "asserted only by parties to the event",
}

// partyWords are how an end's part is said beside its name.
var partyWords = map[string]string{"striking": "it strikes", "struck": "it was struck", "actor": "it acts", "target": "it is acted against", "accuser": "it accuses the other side", "accused": "it is accused"}

// side is how every end takes part, where all do so alike, else "".
func side(ends []Origin) string {
	s := ends[0].Party
	for i := range ends {
		if ends[i].Party != s {
			return ""
		}
	}
	return s
}

// A speaker is an end as parties are told by: the names that it goes by, and whose body it speaks for.
type speaker struct {
	names   map[string]bool // folded
	ids     map[string]bool // of the sources that it is, by report and id
	body    []uint32        // words that say whose body it is
	forces  bool            // commands forces, or is them
	rules   bool            // governs, or speaks for who does
	civil   bool            // another body: a health ministry, a broadcaster of a party
	isBody  bool            // it is a body: "the agency said it had arrested four men"
	serves  bool            // by its words: a ministry, a hospital
	outlet  string          // for a report's own voice
	ownText int32           // that report, or -1
}

// mostSayings bounds how many sayings of a claim its parties are told by: the others say the same.
const mostSayings = 24

// party says how the source of an end takes part in what the claim tells: "striking" or "struck" where somebody is
// attacked, "actor" or "target" of another event that it has a stake in, or "" where the words do not show it.
func (v *View) party(set int, en *end) string {
	all := v.claimSets[set][:min(mostSayings, len(v.claimSets[set]))]
	if v.clearsItself(all, en) {
		return "accused"
	}
	sp := v.speakerOf(en)
	if sp == nil {
		return ""
	}
	if own := v.sayingsBy(all, en); len(own) > 0 {
		return v.partAmong(sp, own)
	}
	return v.partAmong(sp, all)
}

// partAmong is how a speaker takes part in some sayings, where they agree.
func (v *View) partAmong(sp *speaker, sayings []int32) string {
	found := ""
	for _, m := range sayings {
		switch part := v.partIn(sp, v.claim[m]); {
		case part == "", part == found:
		case found == "":
			found = part
		default:
			return "" // it strikes in the one report's words and is struck in the other's
		}
	}
	return found
}

// sayingsBy are those of the sayings of a claim that are an end's own, or of somebody with the family name: "Lund" may be Oskar Lund.
func (v *View) sayingsBy(all []int32, en *end) (own []int32) {
	if en.source < 0 {
		return nil
	}
	last := func(s *sourceItem) string { return s.name[strings.LastIndexByte(s.name, ' ')+1:] }
	name := last(v.sourceItem(en.source))
	for _, m := range all {
		at := v.claim[m]
		k := v.entries[at.entry].claims[at.n].source
		if k < 0 {
			continue
		}
		by := v.sourceBase[at.entry] + k
		if v.sourceOf[by] == v.sourceOf[en.source] || name != "" && last(v.sourceItem(by)) == name {
			own = append(own, m)
		}
	}
	return own
}

// speakerOf is the end as a speaker, or nil where it speaks for no side: one of several unnamed officials, a lawmaker, a
// resident, an outlet.
func (v *View) speakerOf(en *end) *speaker {
	sp := &speaker{names: map[string]bool{}, ids: map[string]bool{}, ownText: -1}
	if en.source < 0 {
		if en.Kind != EndReport || !speaksOfItself(v.entries[en.entry]) {
			return nil
		}
		sp.outlet, sp.body, sp.forces, sp.ownText = outletName(en.Outlet), sideWords(en.Outlet), true, en.entry
		return sp
	}
	at := v.source[en.source]
	sp.add(v.entries[at.entry], &v.entries[at.entry].sources[at.n])
	if len(sp.body) == 0 || !sp.forces && !sp.rules && !sp.civil { // "Venn said": another report has her office
		set := v.sourceSets[v.sourceOf[en.source]]
		for _, m := range set[:min(mostSayings, len(set))] {
			sp.add(v.entries[v.source[m].entry], &v.entries[v.source[m].entry].sources[v.source[m].n])
		}
	}
	sort.Slice(sp.body, func(i, j int) bool { return sp.body[i] < sp.body[j] })
	sp.body = sortedSet(sp.body)
	s := &v.entries[at.entry].sources[at.n]
	if s.unsided() || !sp.forces && !sp.rules && !sp.civil {
		return nil
	}
	return sp
}

// speaksOfItself reports whether a report tells in its own voice what its publisher does: a navy's release, not a newspaper.
func speaksOfItself(e *entry) bool {
	for i := range e.r.Events {
		ev := &e.r.Events[i]
		if ev.Attribution != "" || ev.Type != "ASSAULT" {
			continue
		}
		for _, p := range ev.Actors {
			text := p.Text(e.r.Article.Text)
			if anyIn(stemsOf(text), firstPerson) || len(e.outlet) > 3 && strings.HasPrefix(strings.TrimPrefix(strings.ToLower(text), "the "), e.outlet) && !e.outletCited(e.outlet) {
				return true
			}
		}
	}
	return false
}

// add takes in one mention of the source.
func (sp *speaker) add(e *entry, s *sourceItem) {
	sp.ids[e.r.Article.ID+" "+s.s.ID] = true
	if s.name != "" {
		sp.names[s.name] = true
	}
	phrases := []string{s.s.Role, s.s.Affiliation}
	if s.s.Kind != resolve.Person || s.s.Name == "" {
		phrases = append(phrases, s.s.Name, s.s.Description)
	} else if i := strings.Index(s.s.Description, s.s.Name); i >= 0 { // "Central Command spokesman Dara Venn, who"
		phrases = append(phrases, s.s.Description[:i], s.s.Description[i+len(s.s.Name):])
	}
	for _, p := range phrases {
		p = e.wholeBody(p)
		sp.body = append(append(sp.body, sideWords(p)...), capitalWords(p)...)
		stems := stemsOf(p)
		sp.forces = sp.forces || anyIn(stems, commandStems)
		sp.serves = sp.serves || anyIn(stems, civilStems)
		sp.civil = sp.civil || sp.serves
		sp.rules = sp.rules || anyIn(stems, rulingStems) && !anyIn(stems, civilStems)
	}
	if s.s.Kind == resolve.Organisation && len(sp.body) > 0 {
		sp.civil, sp.isBody = true, true
		sp.rules = sp.rules || countryOf(s.s.Name) != "" // "Norland says"
	}
}

// wholeBody is a body that is called by what it is alone, as its report has called it by whose it is: "the Norland-led coalition" for "the coalition".
// Where the report has two such bodies it is the words themselves.
func (e *entry) wholeBody(phrase string) string {
	noun := strings.TrimPrefix(strings.ToLower(phrase), "the ")
	if !forcesCalled[noun] {
		return phrase
	}
	text, found := e.r.Article.Text, ""
	for at := 0; ; {
		i := strings.Index(text[at:], " "+noun)
		if i < 0 {
			break
		}
		end := at + i
		at = end + 1 + len(noun)
		start := strings.LastIndexByte(text[:end], ' ') + 1
		if of := text[start:end]; len(sideWords(of)) > 0 && (found == "" || found == of) {
			found = of
		} else if len(sideWords(of)) > 0 {
			return phrase
		}
	}
	if found == "" {
		return phrase
	}
	return found + " " + noun
}

// forcesCalled are bodies that act in war and are called by no more than what they are.
var forcesCalled = setOf("coalition army navy military rebels militia alliance")

// unsided reports whether a source speaks for itself alone: an unnamed official or two, a lawmaker, a former minister, somebody of
// the public, a paper.
func (s *sourceItem) unsided() bool {
	words := append(append([]uint32(nil), s.role...), s.desc...)
	if anyIn(words, publicStems) {
		return true
	}
	return s.s.Name == "" && (s.s.Count > 0 || s.s.Kind == resolve.Person && s.s.Anonymous || s.s.Kind == resolve.Document || anyIn(s.desc, singleStems))
}

// partIn is how a speaker takes part in what one saying tells.
func (v *View) partIn(sp *speaker, at item) string {
	e := v.entries[at.entry]
	spans := e.claims[at.n].spans
	own := sp.ownText == at.entry
	p := e.partOfEvents(sp, &e.claims[at.n], own)
	if c := &e.claims[at.n]; len(c.of) > 0 && !p.acts && !p.suffers { // "Vale has broken the truce", says the army that it fights
		return either(v.accusesFoe(sp, at), "accuser", "")
	}
	switch {
	case p.acts && p.suffers:
		return ""
	case p.acts && p.assault && p.done:
		return "striking"
	case p.acts:
		return "actor"
	case !p.assault && p.suffers:
		return "target"
	case len(sp.body) == 0 && sp.rules && mournsOwn(e.r.Article.Text, spans) && v.oneSided(at.entry):
		return "struck" // "our people died", says a foreign minister of no country that is said
	case !p.assault && !own && tellsToll(e.r.Article.Text, spans):
		return v.bySide(sp, at, spans, nil)
	case !p.assault:
		return v.ofResult(sp, at, spans)
	case p.suffers && (len(p.attackers) > 0 || len(e.sides) > 0): // a fire kills, and is no side
		return "struck"
	case own: // "These strikes have killed dozens of rebels", in the release of who strikes
		return either(len(p.attackers) == 0 && !p.suffers && sp.attackedOthers(e, spans), "striking", "")
	case p.mutual:
		return ""
	}
	if part := v.bySide(sp, at, spans, p.attackers); part != "" || len(p.attackers) > 0 {
		return part
	}
	return v.ofResult(sp, at, spans)
}

// A partTaken is what the events that one content tells have a speaker do and suffer.
type partTaken struct {
	acts, suffers bool
	assault       bool // there is violence
	done          bool // what the speaker does has come about
	mutual        bool // two sides attack, each other
	attackers     []uint32
}

// partOfEvents is a speaker's part in the events that content c tells; own says that the speaker wrote the text.
func (e *entry) partOfEvents(sp *speaker, c *claimItem, own bool) (p partTaken) {
	for i := range e.r.Events {
		ev := &e.r.Events[i]
		if !spansHold(c.spans, ev.Trigger.Start) || describes(e.r.Article.Text, ev.Trigger) {
			continue
		}
		violent := ev.Type == "ASSAULT" && e.violent(ev)
		if ev.Type == "ASSAULT" && !violent {
			continue
		}
		for _, actor := range ev.Actors {
			if actorStake[ev.Type] && spansHold(c.spans, actor.Span.Start) {
				p.takeActor(e, sp, c, ev, &actor, violent, own)
			}
		}
		for _, target := range ev.Targets {
			if targetStake[ev.Type] && spansHold(c.spans, target.Span.Start) && sp.belongs(e, &target) {
				p.suffers, p.assault = true, p.assault || violent
			}
		}
		p.assault = p.assault || violent
		p.suffers = p.suffers || violent && len(p.attackers) > 0 && !p.acts && sp.at(ev.Place, c.spans)
	}
	return p
}

// takeActor adds one who acts in an event: an attacker, and perhaps the speaker.
func (p *partTaken) takeActor(e *entry, sp *speaker, c *claimItem, ev *resolve.Event, actor *resolve.Participant, violent, own bool) {
	text := e.r.Article.Text
	if words := sideWords(doer(actor.Text(text))); violent && len(words) > 0 {
		p.mutual = p.mutual || len(p.attackers) > 0 && !anyShared(p.attackers, words)
		p.attackers = append(p.attackers, words...)
	}
	named := sp.is(e, actor, own) && !(violent && onForces(e, actor, ev)) && (violent || !onlyKnows(text, actor.Span, ev.Trigger))
	opens := (violent || sp.isBody && ev.Type == "COERCE") && e.opensWith(c, actor, sp.forces || !sp.serves)
	if named || opens || violent && happened(ev.Status) && sp.means(e, actor, c.spans) {
		p.acts, p.assault, p.done = true, p.assault || violent, p.done || happened(ev.Status)
	}
}

// onForces reports whether an attack is told to be made by a craft or missile of nobody's on forces of nobody's: "a drone struck an army base, the army said"
// tells of a blow to whoever says so.
func onForces(e *entry, actor *resolve.Participant, ev *resolve.Event) bool {
	text := e.r.Article.Text
	if actor.Source != "" || len(sideWords(actor.Text(text))) > 0 || !anyIn(stemsOf(actor.Text(text)), flyingStems) {
		return false
	}
	return slices.ContainsFunc(ev.Targets, func(p resolve.Participant) bool {
		return len(sideWords(p.Text(text))) == 0 && anyIn(stemsOf(p.Text(text)), ownForces)
	})
}

var (
	flyingStems = setOfStems("drone drones missile missiles rocket rockets shell shells mortar mortars")
	ownForces   = setOfStems("army military navy base barracks soldier soldiers troops sailor sailors crew police checkpoint patrol garrison outpost")
)

// describes reports whether an event only says who somebody is: "camps used by those who attacked our people" tells nothing of that attack.
func describes(text string, trigger article.Span) bool {
	before := strings.Fields(text[max(0, trigger.Start-40):trigger.Start])
	for i := len(before) - 1; i > 0 && i >= len(before)-3; i-- {
		switch strings.ToLower(before[i]) {
		case "who":
			return !strings.HasSuffix(before[i-1], ",")
		case "had", "have", "has", "were", "are", "also", "recently", "then":
		default:
			return false
		}
	}
	return false
}

// means reports whether a pronoun for a body or several stands for the speaker of forces: it is in a content that names no other side
// before it ("one of six jets it had readied was used and it destroyed a depot").
func (sp *speaker) means(e *entry, p *resolve.Participant, spans []article.Span) bool {
	text := e.r.Article.Text
	if !sp.forces || p.Source != "" && !sp.ids[e.r.Article.ID+" "+p.Source] || !bodySelves[strings.ToLower(p.Text(text))] {
		return false
	}
	for _, s := range spans {
		if s.Start < p.Span.Start && s.Contains(p.Span) && strings.IndexAny(s.Text(text), "\"“") == 0 && strings.EqualFold(p.Text(text), "they") {
			return false // "They hit a dormitory," the army's spokesman said
		}
		if s.Start < p.Span.Start {
			if sp.others(text[s.Start:min(s.End, p.Span.Start)]) {
				return false
			}
		}
	}
	return true
}

// others reports whether words name a side that the speaker is not of.
func (sp *speaker) others(phrase string) bool {
	return slices.ContainsFunc(sideWords(phrase), func(w uint32) bool { return !holds(sp.body, w) })
}

var bodySelves = setOf("it they we")

// accusesFoe reports whether a content accuses a side that its speaker is not of, and with which the speaker's is at blows as one of the
// story's latest reports tells, or with which it has a truce.
func (v *View) accusesFoe(sp *speaker, at item) bool {
	e := v.entries[at.entry]
	c := &e.claims[at.n]
	if len(sp.body) == 0 || anyShared(sp.body, c.of) {
		return false
	}
	if c.deal == broken {
		return true
	}
	story := v.stories[v.storyOf[at.entry]]
	for _, n := range append(story[max(0, len(story)-mostSayings):len(story):len(story)], at.entry) {
		for _, s := range v.entries[n].sides {
			if holds(sp.body, s[0]) && holds(c.of, s[1]) || holds(sp.body, s[1]) && holds(c.of, s[0]) {
				return true
			}
		}
	}
	return false
}

// opensWith reports whether a content begins with a participant that is a pronoun for its speaker: "the army said it had struck the port". In "it killed
// four, the ministry said" the pronoun is for what stands before, where a body speaks that is no force.
func (e *entry) opensWith(c *claimItem, p *resolve.Participant, forces bool) bool {
	text, content := e.r.Article.Text, c.spans[0]
	pronoun := strings.ToLower(p.Text(text))
	if pronoun != "we" && !forces && (c.att < 0 || len(e.r.Attributions[c.att].Source) == 0 || e.r.Attributions[c.att].Source[0].Start > content.Start) {
		return false
	}
	if pronoun != "we" && (strings.HasPrefix(text[content.Start:], "\"") || strings.HasPrefix(text[content.Start:], "“")) {
		return false // "They bombed our school," a minister said
	}
	before := strings.TrimLeft(strings.TrimPrefix(text[content.Start:max(content.Start, min(p.Span.Start, content.End))], "that"), " \"“'")
	return before == "" && selves[pronoun]
}

var selves = setOf("it they we he she")

// violent reports whether an event of that kind is an attack by its word: "war", "conflict" and "held" are none.
func (e *entry) violent(ev *resolve.Event) bool {
	for _, w := range words(ev.Trigger.Text(e.r.Article.Text)) {
		if violentStems[w.stem] {
			return true
		}
	}
	return false
}

func happened(s resolve.Status) bool { return s == resolve.Happened || s == resolve.Ongoing }

// is reports whether a participant is the speaker or what it speaks for: by source, by name, by whose body it is; "we" and
// "our forces" in a report's own voice.
func (sp *speaker) is(e *entry, p *resolve.Participant, own bool) bool {
	if p.Source != "" && sp.ids[e.r.Article.ID+" "+p.Source] {
		return true
	}
	text := p.Text(e.r.Article.Text)
	if name, _, _ := splitName(p.Name); name != "" && sp.names[name] {
		return true
	}
	stems := stemsOf(text)
	body := sideWords(text)
	if anyIn(stems, firstPerson) || own && (sp.outlet != "" && strings.Contains(strings.ToLower(text), sp.outlet)) {
		return true // "our forces"
	}
	if len(body) == 0 {
		return sp.forces && anyIn(stems, forceStems)
	}
	return anyShared(sp.body, body) && (sp.forces || sp.rules)
}

// onlyKnows reports whether an event is what its actor knows or was told of, and no act of his: "he knew nothing of the warning".
func onlyKnows(text string, actor, trigger article.Span) bool {
	if actor.End > trigger.Start {
		return false
	}
	return slices.ContainsFunc(words(text[actor.End:trigger.Start]), func(w word) bool { return knownStems[w.stem] })
}

var knownStems = setOfStems("know knew known knows aware unaware hear heard learn learned learnt told informed received read saw seen")

// belongs reports whether a participant is the speaker or of its side; "a military target" is no force of anybody.
func (sp *speaker) belongs(e *entry, p *resolve.Participant) bool {
	text := p.Text(e.r.Article.Text)
	if ws := words(text); len(ws) > 1 && len(sideWords(text)) == 0 && !forceStems[ws[len(ws)-1].stem] && !anyIn(stemsOf(text), firstPerson) && (p.Source == "" || !sp.ids[e.r.Article.ID+" "+p.Source]) {
		return false
	}
	return sp.is(e, p, false) || anyShared(sp.body, sideWords(p.Text(e.r.Article.Text)))
}

// at reports whether the content names a place that is the speaker's country or lies in it.
func (sp *speaker) at(p *resolve.Place, spans []article.Span) bool {
	if p == nil || p.Span.Len() == 0 || !spansHold(spans, p.Span.Start) {
		return false
	}
	for _, name := range append([]string{p.Name}, p.Within...) {
		if anyShared(sp.body, sideWords(name)) {
			return true
		}
	}
	return false
}
