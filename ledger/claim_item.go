package ledger

import (
	"regexp"
	"slices"
	"sort"
	"strings"

	"sayso/article"
	"sayso/read"
	"sayso/resolve"
)

// claimItem is a statement of one report as links are decided by.
type claimItem struct {
	*rareClaim
	att       int32          // index of the attribution, or -1 for the report's own voice
	source    int32          // index of the source at the end of its chain, or -1
	spans     []article.Span // content
	vec       vector
	plain     []uint32 // stems that are no names, sorted
	gist      gistStems
	anchor    *claimAnchor
	status    resolve.Status // of the events told, where they agree and it is settled, or ""
	figures   []int32        // indexes of the reading's figures inside
	told      []uint32       // stems of the triggers of the events told
	numbers   []uint32       // stems of its figures' digits, sorted
	lows      []float64      // its figures' numbers
	predicate uint32         // what it says something to be, or 0
	denial    bool           // said as a denial
	turnsOn   reportWord     // how it speaks of a report that it turns against
	disputes  bool           // says that somebody's account is not so
	lies      bool           // says so by saying that he lies
	reply     reply          // how it answers what stands before it
	whom      int32          // index of the source that it contradicts, where it answers a person
	deal      stage          // how a truce stands
	fate      stage          // what became of people
	counts    uint8          // kinds of people that it counts, a bit each, and one for all else
	adds      bool           // counts more than were told before: "three more"
	foretold  bool           // says that their number may rise
	limit     int8           // 1 where it says that something held more than it may, -1 where it says that it did not
	bargain   int8           // -1 where it says that a thing is talked about, 1 that it is agreed or done
	knew      int8           // 1 where it says that somebody knew or was told, -1 that its speaker was not
	mayOnly   bool           // says what may be and not what was: "was licensed to carry"
	months    uint16         // months that it names, a bit each
	opening   bool           // what the report opens with, of its own or from another outlet
	unsettled bool           // leaves open what it says: "was not sure whether"
	welcomes  bool           // names what its source is glad or sorry of, and does not tell it
}

// A rareClaim is what few contents have. Those that have none of it share one, once they are finished.
type rareClaim struct {
	denied  []uint32       // stems that it says are not so, sorted
	aside   []article.Span // relative clauses that recall a toll
	cites   []string       // outlets that it is cited through, folded
	objects []uint32       // names of ships that it tells of, sorted
	order   order
	why     cause
	bidders []uint32     // names of those of whom it tells that they talk about a takeover, sorted
	recall  article.Span // what its sentence says that its source said before
	accusation
}

// claims makes one item of every attribution, and of every sentence in the report's own voice that
// tells an event or a figure.
func (x *extractor) claims() {
	r := x.e.r
	var taken []article.Span
	for i, a := range r.Attributions {
		taken = append(taken, a.Cue...)                         // “Who said yes?” Orr asked in parliament: the words behind the quotation tell nothing by themselves
		if a.Stance == read.Declines || a.Stance == read.Asks { // "did not confirm that …" tells nothing, in nobody's voice
			taken = append(taken, a.Content...)
		}
		if a.Stance == read.Declines || a.Stance == read.Asks || len(a.Content) > 0 && (isHeadline(x.a.Text, a.Content[0]) || subheading(x.a.Text, a.Content[len(a.Content)-1])) {
			continue // a headline says what the report says below
		}
		if x.passesOn(i) || x.deedInside(i) {
			continue
		}
		if x.claim(int32(i), a.Content) || len(a.Chain) > 0 { // "the ministry had been warned twice" is nobody's statement
			taken = append(taken, a.Content...)
		}
	}
	for _, n := range r.NonStatements {
		taken = append(taken, n.Span)
	}
	x.bareDenials()
	x.bareReplies()
	for _, s := range x.ownSentences(taken) {
		x.claim(-1, []article.Span{s})
	}
	x.openings()
}

// ownSentences is the sentences with an event or figure that nobody is cited for, outside the
// passages taken, in text order. What the report recalls is among them where somebody in it says that it was not so: "the ministry had been warned".
func (x *extractor) ownSentences(taken []article.Span) []article.Span {
	var anchors []article.Span
	denied := x.deniedByClaims()
	for _, ev := range x.e.r.Events {
		if ev.Attribution == "" && (!ev.Background || len(denied) > 0 && anyShared(denied, stemsOf(ev.Trigger.Text(x.a.Text)))) {
			anchors = append(anchors, ev.Trigger)
		}
	}
	for _, f := range x.e.r.Figures {
		if f.Attribution == "" && !f.Money {
			anchors = append(anchors, f.Span)
		}
	}
	sort.Slice(anchors, func(i, j int) bool { return anchors[i].Start < anchors[j].Start })
	sort.Slice(taken, func(i, j int) bool { return taken[i].Start < taken[j].Start })
	var out []article.Span
	end, next := -1, 0
	for _, an := range anchors {
		if an.Start < end {
			continue
		}
		s := sentenceAround(x.a.Text, an)
		for next < len(taken) && taken[next].End <= s.Start {
			next++
		}
		if next < len(taken) && taken[next].Overlaps(s) {
			if s = x.mainBefore(s, taken[next].Start); s.End < an.End {
				continue
			}
		}
		end = s.End
		if isHeadline(x.a.Text, s) || subheading(x.a.Text, s) || unnamedWords.MatchString(s.Text(x.a.Text)) {
			continue // it says what the report says below, or why somebody is not named
		}
		if strings.HasSuffix(s.Text(x.a.Text), "?") {
			continue // it asks
		}
		s.Start = x.behindDateline(s)
		if t := s.Text(x.a.Text); !strings.HasPrefix(t, "(") || !strings.HasSuffix(t, ")") { // "(Rappler)" credits, and tells nothing
			out = append(out, s)
		}
	}
	return out
}

// mainBefore is what a sentence tells before a participle at offset at by which its subject says something besides, "Organisers have called off the carnival[,
// blaming the cost]"; else nothing.
func (x *extractor) mainBefore(s article.Span, at int) article.Span {
	text := x.a.Text
	if at-2 <= s.Start || text[at-2:at] != ", " {
		return article.Span{}
	}
	word := text[at:min(len(text), at+maxParticiple)]
	if retorted.MatchString(word) { // "[It follows reports that] Norland is weighing a ban[, which the minister has denied]"
		if heard := hearsayThat.FindStringIndex(text[s.Start : at-2]); heard != nil {
			s.Start += heard[1]
		}
		return article.Span{Start: s.Start, End: at - 2}
	}
	if n := strings.IndexAny(word, " ,:"); n < 4 || word[n-3:n] != "ing" {
		return article.Span{}
	}
	return article.Span{Start: s.Start, End: at - 2}
}

// retorted opens what somebody denies of the sentence before it.
var retorted = regexp.MustCompile(`^(?:which|an? (?:claim|charge|allegation|accusation|assertion|suggestion|report))\b`)

// hearsayThat are words behind which stands what the press reports, and nobody in the report tells.
var hearsayThat = regexp.MustCompile(`\b(?:reports|media reports|rumou?rs|claims|suggestions|speculation) that `)

// maxParticiple is how many bytes a participle of saying and the space behind it have at most.
const maxParticiple = 16

// deniedByClaims is the stems of what the claims so far say is not so, sorted.
func (x *extractor) deniedByClaims() (out []uint32) {
	for i := range x.e.claims {
		out = append(out, x.e.claims[i].denied...)
		if x.e.toldNot(&x.e.claims[i]) {
			out = append(out, toldStem)
		}
	}
	return sortedSet(out)
}

// maxSentence bounds the search for a sentence's ends, in bytes.
const maxSentence = 1200

// sentenceAround is the sentence that holds s, by its stops.
func sentenceAround(text string, s article.Span) article.Span {
	start, end := s.Start, s.End
	for start > 0 && s.Start-start < maxSentence && !article.StopsBefore(text, start) {
		start--
	}
	for end < len(text) && end-s.End < maxSentence {
		if article.StopsBefore(text, end) {
			break
		}
		end++
	}
	for start < s.Start && (text[start] == ' ' || text[start]&0xC0 == 0x80) {
		start++
	}
	for end > s.End && end < len(text) && text[end]&0xC0 == 0x80 {
		end--
	}
	for end > s.End && text[end-1] == ' ' {
		end--
	}
	return article.Span{Start: start, End: end}
}

// claim adds a content as a claim, unless it says too little.
func (x *extractor) claim(att int32, spans []article.Span) bool {
	var ws []word
	if len(spans) > 1 && strings.EqualFold(spans[0].Text(x.a.Text), "it") && strings.HasPrefix(spans[1].Text(x.a.Text), "that ") {
		spans = spans[1:] // "it was first reported by the Courier that …"
	}
	spans = x.accountThat(att, x.beforeReport(att, x.unsourced(spans)))
	for _, s := range spans {
		ws = append(ws, x.within(s)...)
	}
	if x.scrap(att, spans, ws) {
		return false
	}
	recall, spans := x.recalls(att, x.withVerb(att, x.trimmed(x.unaddressed(att, spans))))
	ws = ws[:0:0]
	for _, s := range spans {
		ws = append(ws, x.within(s)...)
	}
	aside := x.asides(spans)
	c := claimItem{att: att, spans: spans, vec: vectorOf(ws, 1).less(append(x.e.vec.strongest(matterStems), x.stemsIn(aside)...)), anchor: x.anchor(spans, ws), rareClaim: &rareClaim{aside: aside, recall: recall}}
	c.denial = att >= 0 && isDenial(x.e.r, &x.e.r.Attributions[att])
	c.denied, c.plain, c.gist = x.polarity(spans, c.denial), x.plainStems(spans), x.gist(spans, aside)
	c.status, c.source = x.status(spans, ws), -1
	c.bargain, c.knew = x.bargains(spans), x.knows(spans)
	c.turnsOn, c.predicate = x.turnsOn(att, ws), predicate(ws)
	c.disputes = x.disputes(att, ws)
	c.lies = c.disputes && lies(ws)
	c.order, c.bidders = x.orders(att, spans, c.denied), x.bidders(spans, c.denied)
	if att >= 0 {
		c.source = x.sourceIndex(x.e.r.Attributions[att].Chain)
		c.cites, c.welcomes = x.citedThrough(&x.e.r.Attributions[att]), x.welcomes(&x.e.r.Attributions[att])
		switch x.e.r.Attributions[att].Stance { // what is demanded is not told to be so
		case read.Demands:
			c.status = resolve.Ordered
		case read.Promises:
			c.status = resolve.Planned
		case read.Threatens:
			c.status = resolve.Threatened
		}
	}
	for _, ev := range x.e.r.Events {
		if spansHold(spans, ev.Trigger.Start) {
			for _, w := range x.within(ev.Trigger) {
				c.told = append(c.told, w.stem)
			}
		}
	}
	for i, f := range x.e.r.Figures {
		for _, s := range spans {
			if s.Contains(f.Span) && !f.Money {
				c.figures = append(c.figures, int32(i))
				break
			}
		}
	}
	c.figures = x.withoutAsides(c.figures, aside)
	x.stages(&c, ws)
	x.accuses(&c, ws)
	c.why = x.causeOf(&c)
	c.reply = x.repliesAs(&c, ws)
	x.e.claims = append(x.e.claims, c)
	return true
}

// stemsIn is the stems of the words that lie in spans.
func (x *extractor) stemsIn(spans []article.Span) (out []uint32) {
	for _, s := range spans {
		for _, w := range x.within(s) {
			out = append(out, w.stem)
		}
	}
	return sortedSet(out)
}

// scrap reports whether a content says too little to be a claim: "the matter", "plumes of smoke", "the White House for
// comment". A single telling word is one where it is an event's ("They have capitulated"), a phrase without a verb where it
// is denied, demanded, threatened or promised ("a ceasefire"), is somebody's own words, or gives a number.
func (x *extractor) scrap(att int32, spans []article.Span, ws []word) bool {
	tells, n := x.clause(spans, ws), telling(ws)
	if att >= 0 && x.namesSource(att, spans) {
		return true
	}
	if n == 1 && att >= 0 && (x.intends(att, ws) || x.counts(spans) || x.rulesOut(att)) { // "vowed to appeal", "reported two victims", "ruled out a recall"
		return false
	}
	if att >= 0 && len(ws) > 2 && slices.ContainsFunc(ws, func(w word) bool { return w.digit && !x.inTime(w.Start) }) { // "60,000 took part", "the figure at 18,000"
		return false
	}
	if n < 2 {
		return n == 0 || !tells || len(ws) < 3
	}
	if tells || n > 4 || att < 0 || x.cueAccuses(att) || x.cueWarns(att) { // "accused Norland of breaking the truce"
		return false
	}
	if st := x.e.r.Attributions[att].Stance; st != read.Asserts && st != read.Speculates {
		return false
	}
	if x.counts(spans) {
		return false
	}
	for i, w := range ws {
		if w.quote || w.hash == asWord || verdict(ws, i) { // "the attacks as an act of war", "the account a fabrication"
			return false
		}
	}
	return true
}

// counts reports whether a content gives a number.
func (x *extractor) counts(spans []article.Span) bool {
	return slices.ContainsFunc(x.e.r.Figures, func(f resolve.Figure) bool { return !f.Money && spansHold(spans, f.Start) })
}

// namesSource reports whether an attribution says whom somebody cites, and not what: "the newspaper cited people familiar with the
// inquiry".
func (x *extractor) namesSource(att int32, spans []article.Span) bool {
	cue := x.e.r.Attributions[att].Cue
	if len(cue) == 0 || len(spans) == 0 {
		return false
	}
	for _, w := range x.within(cue[len(cue)-1]) {
		if citing[w.hash] {
			return !x.quoted(spans[0])
		}
	}
	return false
}

// quoted reports whether a content begins in quotation marks.
func (x *extractor) quoted(s article.Span) bool {
	ws := x.within(s)
	return len(ws) > 0 && ws[0].quote
}

var citing = setOfWords("cited citing cites cite quoted quoting quotes")

var asWord = hash32([]byte("as"))

// clause reports whether a content holds a verb and what it is said of: an auxiliary, a conjunction that opens a clause,
// or an event whose actor stands before it.
func (x *extractor) clause(spans []article.Span, ws []word) bool {
	for i, w := range ws {
		if auxiliary[w.hash] || i == 0 && opening[w.hash] {
			return true
		}
	}
	for i := range x.e.r.Events {
		ev := &x.e.r.Events[i]
		if !spansHold(spans, ev.Trigger.Start) {
			continue
		}
		for _, p := range ev.Actors {
			if p.Span.Len() > 0 && p.Span.End <= ev.Trigger.Start && spansHold(spans, p.Span.Start) {
				return true
			}
		}
	}
	return false
}

func setOfWords(words string) map[uint32]bool {
	m := map[uint32]bool{}
	for _, w := range strings.Fields(words) {
		m[hash32([]byte(w))] = true
	}
	return m
}

var (
	auxiliary = setOfWords("is are was were am has have had will would can could may might must shall should do does did isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't cannot don't doesn't didn't isnt arent wasnt werent hasnt havent hadnt wont wouldnt cant couldnt dont doesnt didnt there's it's that's he's she's they're we're you're i'm we've they've i've we'll they'll i'll")
	opening   = setOfWords("that if whether how why")
)

// behindDateline is where a sentence begins that a dateline opens: "PORT SENNET, Maraval (EW) — The dam held."
func (x *extractor) behindDateline(s article.Span) int {
	text := x.a.Text
	if s.Start > 0 && text[s.Start-1] != '\n' {
		return s.Start
	}
	head := s.Text(text)
	if n := article.Dateline(head); n > 0 {
		return s.Start + n
	}
	if i := strings.Index(head, ": "); s.Start == 0 && i > 0 && i < 40 && len(x.e.r.Places) > 0 && x.e.r.Places[0].Start == 0 { // "Port Sennet: The dam held."
		return i + 2
	}
	return s.Start
}

// telling is how many of ws say something.
func telling(ws []word) int {
	n := 0
	for _, w := range ws {
		if !stopStems[w.stem] {
			n++
		}
	}
	return n
}

// status is that of the first salient event told in spans, or where that one is ongoing or unknown,
// as noun phrases after "ordered" can be, what a word of ws says of it; "" where nothing does.
func (x *extractor) status(spans []article.Span, ws []word) resolve.Status {
	for _, ev := range x.e.r.Events {
		if ev.Salient && spansHold(spans, ev.Trigger.Start) {
			if st := toldStatus(x.a.Text, &ev, spans); st != resolve.Ongoing && st != resolve.Unknown {
				return st
			}
			break
		}
	}
	for _, w := range ws {
		if st, ok := statusWords[w.stem]; ok {
			return st
		}
	}
	return ""
}

// toldStatus is an event's status as the content in spans tells it: what somebody "alleges" or "believes" happened is possible as the report
// tells it, and happened by what he says.
func toldStatus(text string, ev *resolve.Event, spans []article.Span) resolve.Status {
	if ev.Status != resolve.Possible || len(ev.Because) == 0 || spansHold(spans, ev.Because[0].Start) {
		return ev.Status
	}
	if ws := words(ev.Because[0].Text(text)); len(ws) != 1 || !holding[ws[0].stem] {
		return ev.Status
	}
	return resolve.Happened
}

// holding are verbs for what somebody holds to be so and the report does not.
var holding = setOfStems("allege alleges alleged alleging claim claims claimed believe believes believed suspect suspects suspected")

// statusWords are the commonest words that say how a coming thing stands, by stem.
var statusWords = func() map[uint32]resolve.Status {
	m := map[uint32]resolve.Status{}
	for word, st := range map[string]resolve.Status{"ordered": resolve.Ordered, "authorised": resolve.Authorised, "authorized": resolve.Authorised, "considering": resolve.Considered,
		"weighing": resolve.Considered, "mulling": resolve.Considered, "planning": resolve.Planned, "threatened": resolve.Threatened, "proposed": resolve.Proposed} {
		m[hash32(stem([]byte(word)))] = st
	}
	return m
}()

// otherStatus reports whether the claims tell events of different statuses: that a thing is considered
// and that it is ordered are two claims. Where the event that the one begins with has its status in the other too, the other
// only begins with another one: "offered to free them" and "had offered to free the guards".
func otherStatus(ea *entry, a *claimItem, eb *entry, b *claimItem) bool {
	if a.bargain*b.bargain < 0 {
		return true // "in talks to sell its tankers", "has agreed to sell its tankers"
	}
	return a.status != "" && b.status != "" && a.status != b.status && !hasStage(ea, a, eb, b) && !hasStage(eb, b, ea, a) && !quotedAlike(ea, a, eb, b)
}

// hasStage reports whether the event that gives content a its status is told in content b with the same one.
func hasStage(ea *entry, a *claimItem, eb *entry, b *claimItem) bool {
	for i := range ea.r.Events {
		ev := &ea.r.Events[i]
		if !ev.Salient || !spansHold(a.spans, ev.Trigger.Start) {
			continue
		}
		ws := words(ev.Trigger.Text(ea.r.Article.Text))
		if toldStatus(ea.r.Article.Text, ev, a.spans) != a.status || len(ws) == 0 {
			return false
		}
		for k := range eb.r.Events {
			o := &eb.r.Events[k]
			if !spansHold(b.spans, o.Trigger.Start) || toldStatus(eb.r.Article.Text, o, b.spans) != a.status {
				continue
			}
			if t := words(o.Trigger.Text(eb.r.Article.Text)); len(t) == len(ws) && t[0].stem == ws[0].stem {
				return true
			}
		}
		return false
	}
	return false
}

// open reports whether an event of that status has not happened as far as the report tells.
func open(s resolve.Status) bool {
	switch s {
	case resolve.Ordered, resolve.Authorised, resolve.Planned, resolve.Considered, resolve.Proposed, resolve.Threatened, resolve.Predicted, resolve.Possible:
		return true
	}
	return false
}
