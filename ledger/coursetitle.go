package ledger

import (
	"slices"
	"strings"
	"sync/atomic"
	"unicode"

	"sayso/article"
	"sayso/resolve"
)

// titleLong is how many bytes of a report's words make a title.
const titleLong = 110

// eventTitle is the words among the mentions that tell best who did what to whom and where, and whether they tell it in full. It
// follows from the mentions alone and is kept with the first of them.
func (v *View) eventTitle(members []int32) (at Ref, headline string, told bool) {
	e, it := v.mention(members[0])
	first := e.title(it, v.event[members[0]].n)
	from := uint64(0)
	for _, m := range members {
		from = mix64(from ^ uint64(m+1))
	}
	best := first.of.Load()
	if best == nil || best.from != from {
		best = v.bestTitle(members)
		best.from = from
		first.of.Store(best)
	}
	return v.ref(best.entry, best.span), best.head, best.whole
}

// A setTitle is the best title among mentions, and a fingerprint of which.
type setTitle struct {
	from  uint64
	entry int32
	span  article.Span
	head  string
	whole bool
}

// bestTitle is the words of the mention that tells best what an event is: in most of the words of all, as it was done.
func (v *View) bestTitle(members []int32) *setTitle {
	best := &setTitle{}
	top := -1e9
	all := make(vector, 0, 16*min(len(members), most))
	came := false
	for _, m := range members[:min(len(members), most)] {
		e, it := v.mention(m)
		all = append(all, it.around...)
		came = came || done(e.r.Events[it.n].Status) && !it.background
	}
	all = all.gather()
	for _, m := range members {
		at := v.event[m]
		e, it := v.mention(m)
		t := e.title(it, at.n)
		score := t.score + 6*float64(dot(all, t.about))
		if it.deed == wreck && (it.word() == hitStem || it.word() == struckStem) {
			score -= 6 // "the ferry hit a pier" tells the least of it
		}
		switch status := e.r.Events[it.n].Status; {
		case it.spoken:
			score -= 6 // "a court's decision to suspend the curfew" speaks of it
		case came && it.coming:
			score -= 6 // "plans to impose", once it was imposed
		case came && (status == resolve.DidNotHappen || status == resolve.Denied):
			score -= 20 // "had never met her", once he had
		}
		if score > top {
			top, best.entry, best.span, best.head, best.whole = score, at.entry, t.span, t.head, t.whole
		}
	}
	return best
}

// A mentionTitle is the words of a report that tell one of its events best: the same in every view.
type mentionTitle struct {
	span  article.Span
	head  string // see headline
	score float64
	whole bool
	about vector
	of    atomic.Pointer[setTitle] // of the events that it is the first mention of
}

// title is that of the n-th event. It is made when a page first asks for it, and kept.
func (e *entry) title(it *eventItem, n int32) *mentionTitle {
	all := e.asked().titles.Load()
	if all == nil {
		made := make([]atomic.Pointer[mentionTitle], len(e.events))
		e.asked().titles.CompareAndSwap(nil, &made)
		all = e.asked().titles.Load()
	}
	if t := (*all)[n].Load(); t != nil {
		return t
	}
	s, text, score, clause := titleOf(e, it)
	t := &mentionTitle{span: s, head: text, score: score, about: vectorOf(words(text), 1), whole: e.tellsWhole(it, s, text, clause)}
	// "found 25 more bodies": who did?
	if t.whole = t.whole && !noHappening(e.r.Article.Text, &e.r.Events[it.n]); !t.whole {
		t.score -= 8
	}
	(*all)[n].Store(t)
	return t
}

var pronouns = setOf("he she it they we i you who which that this these those his her its their our my your them him us what nobody someone")

// titleOf is the clause or noun phrase that tells a mention, or else the words from the first to the last that tell who takes part in it, and how
// well they tell it.
func titleOf(e *entry, it *eventItem) (at article.Span, head string, score float64, clause bool) {
	ev := &e.r.Events[it.n]
	text := e.r.Article.Text
	s := ev.Trigger
	if ev.Clause.Len() > 0 {
		if own, ok := e.ownClause(it, ev); ok {
			s, score, clause = own, 3, true
		}
	}
	if s == ev.Trigger && it.exit && ev.Nominal {
		if own := e.handedIn(ev); own.Len() > 0 && it.sentence.Contains(own) {
			return own, own.Text(text), 4 + worthOfTitle(e, it, ev, own, it.sentence.Start, true), true
		}
	}
	if own := (article.Span{Start: it.sentence.Start, End: ev.Trigger.End}); it.fate == dead && len(ev.Actors)+len(ev.Targets) == 0 && own.Len() < titleLong {
		return own, own.Text(text), 4, true // "Hella Koss, who signed the treaty, died"
	}
	if by := e.carrierOf(ev); ev.Clause.Len() == 0 && by != nil && by.Clause.Len() > 0 {
		if own, ok := e.ownClause(it, by); ok && e.ledTo(by, own).Contains(ev.Trigger) {
			return own, e.headline(by, own), 5 + worthOfTitle(e, it, by, own, it.sentence.Start, true), true
		}
	}
	if p := e.planClause(it, ev); p.Len() > 0 && !(clause && s.Contains(e.carrierOf(ev).Trigger)) {
		return p, e.headline(e.carrierOf(ev), p), 6 + worthOfTitle(e, it, ev, p, it.sentence.Start, true), true
	}
	if r := e.ruled(it, ev); r.Len() > 0 {
		s, score, clause = withoutVerb(text, r, ev.Trigger.End), 8, true // "a judge has ruled" tells not what
	}
	s, more := e.withParts(it, ev, s, clause)
	score += more
	for i := range e.r.Events {
		if t := e.r.Events[i].Trigger; t != ev.Trigger && s.Contains(t) && it.decides == noDecider && speaksElse(e, t, it) {
			score--
		}
	}
	if !clause {
		s = e.finished(it, ev, s)
	}
	from := min(it.sentence.Start, s.Start) // a sentence may begin behind its dateline, and its clause before
	s.Start = fromOpening(text, from, s.Start)
	if owned(text[from:s.Start]) || owners[strings.ToLower(firstWord(" "+s.Text(text)))] {
		score -= 6
		if _, who, ok := strings.Cut(s.Text(text), ", "); ok && who != "" && unicode.IsUpper(rune(who[0])) {
			score += 4 // "her brother, Ola Orr, was arrested"
		}
	}
	return s, e.headline(ev, s), score + worthOfTitle(e, it, ev, s, from, clause), clause
}

// withParts is the words of a title up to those that tell who takes part in it, and where, as far as there is room, and what these are worth.
func (e *entry) withParts(it *eventItem, ev *resolve.Event, s article.Span, clause bool) (hull article.Span, more float64) {
	text := e.r.Article.Text
	take := func(p article.Span, worth float64) {
		t := strings.ToLower(p.Text(text))
		for cut := p; p.Start > s.Start && p.End-s.Start > titleLong && cut.Len() > 0; { // "indicted the president on charges of leading an insurrection"
			i := strings.LastIndex(cut.Text(text), " ")
			if cut.End = cut.Start + max(0, i); i > 0 && within[firstWord(text[cut.End:])] && cut.End-s.Start <= titleLong {
				p = cut
			}
		}
		hull := article.Span{Start: min(s.Start, p.Start), End: max(s.End, p.End)}
		if p.Len() == 0 || pronouns[t] || !it.sentence.Contains(p) || hull.Len() > titleLong || crossesQuotation(hull.Text(text)) || strings.ContainsAny(hull.Text(text), "—(\n") {
			return
		}
		if clause && !s.Contains(p) || !clause && e.tellsElse(hull, ev) {
			return
		}
		s = hull
		more += worth
	}
	for i, p := range ev.Actors {
		if i == 0 && p.Role == "" && !ofDoing(text[min(p.End, s.Start):s.Start], text[s.Start:]) { // "accused Norland of violating"
			take(p.Span, 3)
		}
	}
	for _, p := range ev.Actors {
		if p.Role != "" { // "the president ordered the navy to strike"
			take(p.Span, 2)
		}
	}
	for i, p := range ev.Targets {
		if i == 0 {
			take(p.Span, 3)
		}
	}
	if ev.Place != nil {
		take(ev.Place.Span, 1)
	}
	if len(it.spots) > 0 && it.settled {
		take(it.spots[0].at, 1)
	}
	return s, more
}

// ownClause is an event's clause as a title, and whether it reads by itself.
func (e *entry) ownClause(it *eventItem, ev *resolve.Event) (article.Span, bool) {
	text := e.r.Article.Text
	own := withoutVerb(text, withoutSaying(text, undated(e, ev), ev.Trigger.End), ev.Trigger.End)
	own = withApposed(text, e.finished(it, ev, e.fromApposed(it, ev, fromSubject(text, ev, own))))
	return own, readsAlone(text, ev, own, e.headline(ev, own))
}

// handedIn is the words from who hands in a resignation up to it, "Ida Orr handed in her resignation", or nothing.
func (e *entry) handedIn(ev *resolve.Event) article.Span {
	text := e.r.Article.Text
	for i := range e.r.Events {
		o := &e.r.Events[i]
		if o.Trigger.End >= ev.Trigger.Start || ev.Trigger.Start-o.Trigger.End > 12 || len(o.Actors) == 0 || o.Actors[0].Start >= o.Trigger.Start {
			continue
		}
		if gap := strings.TrimPrefix(strings.TrimSpace(text[o.Trigger.End:ev.Trigger.Start]), "in "); owners[gap] || gap == "the" {
			if s := (article.Span{Start: o.Actors[0].Start, End: ev.Trigger.End}); s.Len() <= titleLong && isTitle(s.Text(text)) {
				return s
			}
		}
	}
	return article.Span{}
}

// carrierOf is the event whose word gives another its status, "ordered" of "ordered the man to be held", or nil.
func (e *entry) carrierOf(ev *resolve.Event) *resolve.Event {
	for i := range e.r.Events {
		if o := &e.r.Events[i]; o.Trigger.Start < ev.Trigger.Start && slices.Contains(ev.Because, o.Trigger) {
			return o
		}
	}
	return nil
}

// worthOfTitle is how well the words of a title read by themselves, in a sentence that begins at from.
func worthOfTitle(e *entry, it *eventItem, ev *resolve.Event, s article.Span, from int, clause bool) (score float64) {
	text := e.r.Article.Text
	words := s.Text(text)
	for _, bad := range []string{"\n", "\"", "“", "”", ";", ":", " said", " that ", " which ", " who ", " — ", "(", "—"} {
		if strings.Contains(words, bad) {
			score -= 2
		}
	}
	if before := text[s.Start:max(s.Start, ev.Trigger.Start)]; strings.HasSuffix(before, " that ") || strings.HasSuffix(before, " which ") || strings.HasSuffix(before, " who ") {
		score -= 8 // "the ferry that sank" says which ferry
	}
	if old := strings.ToLower(words); strings.HasPrefix(old, "last ") || strings.Contains(old, " last ") {
		score -= 2 // "last month's killing": last from when?
	}
	if it.decides != noDecider && it.body == 0 || strings.HasPrefix(strings.ToLower(words), "the judge") || strings.HasPrefix(strings.ToLower(words), "the court ") {
		score -= 2 // "the judges overturned": of which court?
	}
	if !clause || ev.Nominal {
		score -= 2 // "the resignation of Ida Orr"
	}
	score += namesIn(words)
	score += min(2, float64(strings.Count(words, " "))/3)
	commas := strings.Count(words, ",")
	if before := text[s.Start:max(s.Start, ev.Trigger.Start)]; commas == 2 && strings.HasSuffix(strings.TrimRight(before, " "), ",") {
		commas = 1 // "Ida Orr, the harbour minister, resigned"
	}
	score -= float64(commas)/2 + float64(len(words))/80
	if ev.Background {
		score -= 3
	}
	if ev.Lead && clause && !ev.Nominal {
		score += 1.5 // what a report opens with it tells as a headline would
	}
	if inPassing(text, ev.Trigger) {
		score -= 5 // "two were arrested in an inquiry" tells of the arrest
	}
	if ev.Nominal && e.reacts(ev, s) {
		score -= 5 // "Norland condemned the ban"
	}
	if ev.Status == resolve.Unknown || ev.Status == resolve.Possible {
		score--
	}
	return score
}

// inPassing reports whether a trigger is a noun that only says amid what another thing was done.
func inPassing(text string, trigger article.Span) bool {
	ws := strings.Fields(text[max(0, trigger.Start-20):trigger.Start])
	n := len(ws)
	return n > 1 && (ws[n-1] == "an" || ws[n-1] == "a" || ws[n-1] == "the") && (ws[n-2] == "in" || ws[n-2] == "amid" || ws[n-2] == "during" || ws[n-2] == "over")
}

// reacting are verbs of those who speak of what came to pass, and of what it is like.
var reacting = setOfStems(`condemn welcome criticise criticize denounce decry praise hail applaud defend oppose support reject dismiss deny question blame
	regret mourn protest slam attack exceed violate breach break harm hurt discuss debate recall remember describe call`)

// reacts reports whether the words of a title tell by their verb what somebody thinks of the happening, or what it is like.
func (e *entry) reacts(ev *resolve.Event, s article.Span) bool {
	text := e.r.Article.Text
	near := article.Span{Start: max(s.Start, ev.Trigger.Start-30), End: ev.Trigger.Start}
	if s.Start == ev.Trigger.Start || len(words(near.Text(text))) < 2 {
		near = article.Span{Start: ev.Trigger.End, End: min(s.End, ev.Trigger.End+14)} // "the ban exceeds his powers"
	}
	return anyIn(stemsOf(near.Text(text)), reacting)
}

// namesIn is the worth of who or what a title names: "Ida Orr resigned" tells more than "the minister resigned".
func namesIn(title string) float64 {
	n := 0.
	for _, w := range words(title) {
		switch {
		case calendarWords[w.Text(title)]:
			n -= 2 // the day is told beside it
		case w.upper && !w.open && !w.digit:
			n++
		}
	}
	return .4 * min(n, 3)
}

// owned reports whether the words before a title end in what it lacks, whose its first word is: "his country will launch".
func owned(before string) bool {
	before = strings.TrimSuffix(before, " ")
	switch strings.ToLower(before[strings.LastIndexAny(before, " \n")+1:]) {
	case "his", "her", "its", "their", "our", "my", "your":
		return true
	}
	return false
}

// What a title that begins behind it lacks: an article, or what limits a number.
var (
	titleArticles = []string{"the ", "a ", "an "}
	titleLimits   = []string{"more than ", "fewer than ", "at least ", "at most ", "up to ", "about ", "around ", "nearly ", "almost ", "over ", "some "}
)

// fromOpening is where a title begins with the words right before it without which it is cut, no earlier than from.
func fromOpening(text string, from, start int) int {
	before := func(words []string) bool {
		for _, w := range words {
			if i := start - len(w); i >= from && strings.EqualFold(text[i:start], w) && (i == 0 || !letterAt(text, i-1)) {
				start = i
				return true
			}
		}
		return false
	}
	if n := firstWord(" " + text[start:]); n != "" && (n[0] >= '0' && n[0] <= '9' || numberWord[n] > 0) {
		before(titleLimits)
	}
	before(titleArticles)
	return start
}

var calendarWords = setOf("Monday Tuesday Wednesday Thursday Friday Saturday Sunday today yesterday")

// withoutVerb is words without a further verb at their end whose object is a pronoun behind them: "found the director guilty and sentenced" him.
func withoutVerb(text string, s article.Span, from int) article.Span {
	t := s.Text(text)
	if i := strings.LastIndex(t, " and "); i > 0 && s.Start+i >= from && !strings.Contains(t[i+len(" and "):], " ") && objects[strings.Trim(firstWord(text[s.End:]), ".,;:”\"")] {
		s.End = s.Start + i
	}
	return s
}

// withoutSaying is words without who said them behind a comma.
func withoutSaying(text string, s article.Span, from int) article.Span {
	t := s.Text(text)
	if i := strings.LastIndex(t, ", "); i > 0 && spansOfTime[t[i+2:]] && s.Start+i >= from {
		s.End = s.Start + i // "approved a toll, months" after something
		t = s.Text(text)
	}
	for _, cited := range []string{", citing ", ", quoting ", ", according to "} {
		if i := strings.Index(t, cited); i > 0 && s.Start+i >= from && isTitle(t[:i]) {
			return article.Span{Start: s.Start, End: s.Start + i}
		}
	}
	if i := strings.LastIndex(t, ", "); i > 0 && (strings.HasSuffix(t, " said") || strings.HasSuffix(t, " says")) && s.Start+i >= from && isTitle(t[:i]) {
		s.End = s.Start + i
	}
	return s
}

// ofDoing reports whether what stands between a name and the trigger makes the name one who is told of it: "accused Norland of violating the truce".
func ofDoing(between, trigger string) bool {
	verb, ok := strings.CutPrefix(strings.TrimLeft(between+trigger, " "), "of ")
	return ok && strings.HasSuffix(firstWord(" "+verb), "ing")
}

// within are words before which a participant may be cut short.
var within = setOf("of on for in over after at with from who which that against")

// tellsElse reports whether words hold another event that does not carry ev: "lawmakers may override the veto" tells not of the veto.
func (e *entry) tellsElse(words article.Span, ev *resolve.Event) bool {
	for i := range e.r.Events {
		o := &e.r.Events[i]
		held := func(p resolve.Participant) bool { return p.Span.Contains(o.Trigger) }
		if o.Trigger != ev.Trigger && words.Contains(o.Trigger) && !slices.Contains(ev.Because, o.Trigger) && !slices.ContainsFunc(ev.Actors, held) && !slices.ContainsFunc(ev.Targets, held) {
			return true
		}
	}
	return false
}

// sideIssues begin what a clause tells behind its day of why or after what: "resigned on Tuesday over the sale of the ferries".
var sideIssues = setOf("over after because following amid as when while since")

// onlySpan reports whether words are no more than how long after something it was, ", a day": what it was after is cut off.
func onlySpan(rest string) bool {
	ws := strings.Fields(strings.TrimPrefix(rest, ","))
	return strings.HasPrefix(rest, ", ") && len(ws) <= 4 && len(ws) > 1 && (spansOfTime[ws[len(ws)-1]] || spansOfTime[ws[len(ws)-1]+"s"])
}

// undated is an event's clause without the day that it ends in, "on Thursday", and what it tells behind it of why: the day is told beside it.
func undated(e *entry, ev *resolve.Event) article.Span {
	s, text := ev.Clause, e.r.Article.Text
	for i := range e.r.Times {
		t := e.r.Times[i].Span
		if strings.HasSuffix(text[:t.Start], " over ") { // "a pay rise of 6 percent over two years" is no day
			continue
		}
		if t.Start <= ev.Trigger.End || t.End != s.End && !(t.End < s.End && (sideIssues[firstWord(text[t.End:])] || onlySpan(text[t.End:s.End]))) {
			continue
		}
		cut := article.Span{Start: s.Start, End: t.Start}
		for ws := words(cut.Text(text)); len(ws) > 3 && openEnd[strings.ToLower(ws[len(ws)-1].Text(cut.Text(text)))]; ws = ws[:len(ws)-1] {
			cut.End = s.Start + ws[len(ws)-1].Start
		}
		if cut.End = cut.Start + len(strings.TrimRight(cut.Text(text), " ,")); cut.End >= ev.Trigger.End && (readsAlone(text, ev, cut, e.headline(ev, cut)) || strings.Contains(" a an the ", " "+firstWord(" "+cut.Text(text))+" ")) {
			return cut
		}
	}
	return s
}

// countOf reports whether words name counts of a charge and not what was done: "one count of murder in the shooting".
func countOf(s string) bool {
	ws := strings.Fields(strings.ToLower(s))
	for i := 0; i+1 < min(len(ws), 4); i++ {
		if ws[i+1] == "of" && (ws[i] == "count" || ws[i] == "counts" || i > 0 && (ws[i] == "charge" || ws[i] == "charges")) {
			return true
		}
	}
	return false
}

// objects are pronouns at the end of a clause: "fitted him".
var objects = setOf("him her it them us me himself herself itself themselves")

// inClause begin words cut out of a clause, "in Kotli was destroyed"; openEnd end words whose clause goes on.
var (
	inClause = setOf("to in on at by of from with for into not along across against between among via upon onto toward towards after before since until while when because although though if whose whom which who that and or but as than any")
	openEnd  = setOf("as the a an of to in on at by from with for and or but than around about since until before after during between late early had has have was were is are been alleging saying claiming citing starting beginning ending including within throughout into onto upon against toward towards amid despite following via earlier along just barely least")
)

// speaksElse reports whether another event within the words of a title speaks of something else: "announced the strike"; a strike's "killed"
// belongs to it.
func speaksElse(e *entry, t article.Span, it *eventItem) bool {
	for k := range e.events {
		if o := &e.events[k]; e.r.Events[o.n].Trigger == t {
			return o.deed == noDeed || it.deed == noDeed
		}
	}
	return true
}
