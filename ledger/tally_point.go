package ledger

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// point is one figure as a point of a series or of an incident.
func (v *View) point(at figureAt) Point {
	e := v.entries[at.entry]
	f := &e.r.Figures[at.n]
	p := Point{Ref: v.ref(at.entry, f.Span), AsOf: f.AsOf, Low: *f.Low, Approximate: f.Approximate, Hedged: f.Hedged, Vague: f.Vague, More: f.More, Old: f.Old,
		Outlet: e.r.Article.Outlet, Unit: f.Unit, Superseded: !v.current[at.entry], key: e.key, when: e.when, background: f.Background, toldBeside: &e.told().beside[at.n]}
	if p.AsOf == "" {
		p.AsOf = dayString(e.day)
	}
	if p.High = p.Low; f.High != nil {
		p.High = *f.High
	} else {
		p.Open = true
	}
	if p.More { // the number printed
		p.Low--
		p.High = p.Low
	}
	p.keeper = v.keeperOf(e, f, at.entry, p.keptBy)
	if name := v.outletTally(p.context); name != "" {
		p.keeper = keeperName{"by " + outletName(name), name, nil, resolve.Outlet}
	}
	p.Origin, p.Who = p.keeper.id, p.keeper.label
	if p.Origin == "" {
		p.Origin = e.publisher
	} else if who := outletName(p.Who); v.publishers[who] { // "CNN's count" is CNN's own
		p.Origin, p.keeper.id = who, ""
		p.own = containsAny(p.context, "tally", "own count", "database", "has confirmed", "has counted", "has documented", "has verified", "has recorded", "had confirmed", "had counted")
	}
	if root := v.copyRoots[at.entry]; v.entries[root].key != e.key {
		p.CopyOf = v.entries[root].r.Article.ID
	}
	if p.counted >= 0 {
		if set := v.eventOf[v.eventBase[at.entry]+p.counted]; set >= 0 {
			p.event = v.eventSetID(int(set))
		}
	}
	return p
}

// toldBeside is what the report tells of a figure and beside it, whatever it counts for: the same in every view.
type toldBeside struct {
	counts   bool      // it has a number, or counts for an event, is not the old one of two and stands in no headline
	toll     bool      // see bareToll
	active   bool      // see hasKilled
	counting bool      // see countedSoFar
	many     bool      // see tollOfMany
	onDay    bool      // its sentence names a day that is not only when something was said
	perfect  bool      // see inPerfect
	some     bool      // see someOf
	one      bool      // one person, named or described
	denied   bool      // its sentence says that it, or something else, is denied
	counted  int32     // the event that it counts for, of the entry's, or -1
	hand     string    // see handOf
	keptBy   string    // see keeperWords
	context  string    // the sentence
	kinds    kinds     // what befell those whom it counts, by its clause
	around   string    // the sentence and the next
	parts    []float64 // of a list: "68 migrants and 47 others"
	injured  []float64 // numbers of injured in its sentence and the next
	missing  []float64 // numbers of missing and presumed dead near it
	olds     []float64 // higher counts that its report says it took the place of
	rise     bool      // how many more since the day before or the like
	back     float64   // the higher value that it gave way to again in the same report, or 0
	risen    bool      // the words right before it say that the count went up to it
	fell     float64   // the higher value that its sentence says it took the place of, or 0
	killed   float64   // how many killed its report tells beside it
	day      string    // of the event that it counts for
	said     string    // the day on which its sentence says that it was said, or ""
}

// besideAll is what stands beside the figures that a tally can have.
func (e *entry) besideAll() []toldBeside {
	text := e.r.Article.Text
	out := make([]toldBeside, len(e.r.Figures))
	for i := range e.r.Figures {
		f := &e.r.Figures[i]
		if f.Low == nil {
			continue
		}
		s := sentenceAround(text, f.Span)
		context := s.Text(text)
		out[i] = toldBeside{counts: counted(text, f) && !replaced(text, f.Span) && !isHeadline(text, f.Span), toll: bareToll(text, f.Span), perfect: inPerfect(text, f.Span), some: someOf(context, f.Text(text)), one: oneTold(f, f.Text(text)), fell: fellFrom(text, f.Span, *f.Low),
			denied: containsAny(context, " denied", " denies", " denying"), counted: -1, hand: handOf(context), keptBy: keeperWords(text[s.Start:f.Start]), rise: riseOf(text, s, f.Span),
			context: context, kinds: kindsBeside(text, s, f.Span), around: text[s.Start:nextSentence(text, s.End)], said: e.saidOn(s)}
		out[i].active = hasKilled(text, f.Span)
		out[i].counting = countedSoFar(text[s.Start:f.Start])
		out[i].many, out[i].onDay = tollOfMany(text, f.Span), e.onDay(s)
		out[i].back, out[i].risen = e.raisedBack(s, i), raisedTo(text[max(s.Start, f.Start-raisedWithin):f.Start])
		e.besideOf(&out[i], f)
	}
	return out
}

// raisedWithin is how many bytes before a count the words stand by which it rose.
const raisedWithin = 48

// saidOn is the day on which a sentence says that its words were said, or "": "said on Tuesday that 11 had been killed".
func (e *entry) saidOn(s article.Span) string {
	for i := range e.r.Times {
		if t := &e.r.Times[i]; s.Contains(t.Span) && len(t.Start) >= 10 && (t.Precision == "day" || t.Precision == "part_of_day") && (said(e.r.Article.Text, t.Span) || saidAfter(e.r.Article.Text, s, t.Span)) {
			return t.Start[:10]
		}
	}
	return ""
}

// onDay reports whether a sentence names a day that is not only the one on which its words were said.
func (e *entry) onDay(s article.Span) bool {
	for i := range e.r.Times {
		if t := &e.r.Times[i]; s.Contains(t.Span) && len(t.Start) >= 10 && (t.Precision == "day" || t.Precision == "part_of_day") && !said(e.r.Article.Text, t.Span) && !saidAfter(e.r.Article.Text, s, t.Span) {
			return true
		}
	}
	return false
}

// saidAfter reports whether a day opens a sentence and somebody says something on it: "On Oct. 20, the government said the toll had reached 358".
func saidAfter(text string, s, t article.Span) bool {
	before := strings.ToLower(strings.TrimSpace(text[s.Start:t.Start]))
	after := strings.ToValidUTF8(text[t.End:min(s.End, t.End+60)], "")
	return (before == "on" || before == "by") && slices.ContainsFunc(strings.Fields(after), func(w string) bool { return slices.Contains(sayingWords, w) })
}

// sourceID is the id of the source that gives p, or "" for an outlet or the maker of a document.
func (p *Point) sourceID() string {
	if strings.HasPrefix(p.Origin, "so-") {
		return p.Origin
	}
	return ""
}

// nextSentence is the end of the sentence after the one that ends at end.
func nextSentence(text string, end int) int {
	if end+1 >= len(text) {
		return len(text)
	}
	at := end
	for at < len(text) && (text[at] == ' ' || text[at] == '\n') {
		at++
	}
	return sentenceAround(text, article.Span{Start: at, End: min(at+1, len(text))}).End
}

// besideWithin is how far from a figure those stand that are told with it.
const besideWithin = 260

// besideOf fills in what the report tells with a figure: the numbers of other measures, the parts of a list, the event.
func (e *entry) besideOf(b *toldBeside, f *resolve.Figure) {
	for i := range e.r.Figures {
		g := &e.r.Figures[i]
		if g.Low != nil && !g.Vague && standingMeasure[g.Measure] && g.Span.Start < f.Span.End+besideWithin && g.Span.End > f.Span.Start-besideWithin {
			b.missing = append(b.missing, *g.Low)
		}
		if g.Low != nil && g.Old && g.Measure == f.Measure && *g.Low > *f.Low && g.Span.Start < f.Span.End+besideWithin && g.Span.End > f.Span.Start-besideWithin && !e.countBetween(f, g) {
			b.olds = append(b.olds, *g.Low)
		}
		if g.Low == nil || g.Vague || g.Scope == "cumulative" || g.Span.Start > f.Span.End+besideWithin || g.Span.End < f.Span.Start-besideWithin {
			continue
		}
		switch {
		case g.PartOf == f.ID && f.Span.Contains(g.Span):
			b.parts = append(b.parts, *g.Low)
		case g.PartOf == "" && g.Measure != f.Measure && peopleMeasure[g.Measure]:
			if g.Measure == "injured" {
				b.injured = append(b.injured, *g.Low)
			}
			if g.Measure == "killed" && !g.Old {
				b.killed = max(b.killed, *g.Low)
			}
		}
	}
	for i := range e.events {
		src := &e.r.Events[e.events[i].n]
		if src.ID != f.Event || f.Event == "" {
			continue
		}
		b.counted = int32(i)
		if src.Time != nil && len(src.Time.Start) >= 10 && (src.Time.Precision == "day" || src.Time.Precision == "part_of_day") && parseDay(src.Time.Start) <= e.day {
			b.day = src.Time.Start[:10]
		}
	}
}

// countBetween reports whether a count of the measure that is no old value stands between two others: the old one is that one's.
func (e *entry) countBetween(f, g *resolve.Figure) bool {
	from, to := min(f.Span.End, g.Span.End), max(f.Span.Start, g.Span.Start)
	return slices.ContainsFunc(e.r.Figures, func(x resolve.Figure) bool {
		return x.Measure == f.Measure && x.Low != nil && !x.Old && x.PartOf == "" && x.Span.Start >= from && x.Span.End <= to
	})
}

// A keeperName is who a figure goes back to: a source of the ledger, or the maker of a document by name.
type keeperName struct {
	id    string // source id, "by " and a name, or "" for the outlet's own voice
	label string
	as    *resolve.Source // what else the report says of the source, or nil
	kind  resolve.SourceKind
}

// whose is who keeps a figure with the office, body and country that the report gives.
func (p *Point) whose() string {
	s := p.keeper.as
	if s == nil {
		return p.Who
	}
	return p.Who + " " + s.Description + " " + s.Role + " " + s.Affiliation
}

// keeperOf is who a figure is attributed to. Documents belong to their maker: "figures given by the ministry",
// "casualty figures released by the Houthis" are the ministry's and the Houthis'.
func (v *View) keeperOf(e *entry, f *resolve.Figure, entry int32, keptBy string) keeperName {
	a := attributionByID(e.r, f.Attribution)
	if a == nil {
		a = e.putBy(f)
	}
	if a == nil || len(a.Chain) == 0 {
		if a == nil && keptBy != "" {
			if k := v.named(e, entry, keptBy); k >= 0 {
				it := v.sourceItem(k)
				return keeperName{v.sourceIDAt(v.source[k].entry, v.source[k].n), it.label, nil, it.s.Kind}
			}
			if bodyKinds[lastWord(strings.ToLower(keptBy))] || properBody(keptBy) {
				return keeperName{"by " + outletName(keptBy), keptBy, nil, resolve.Organisation}
			}
		}
		return keeperName{label: label(e)}
	}
	k := sourcePlace(e.r, a.Chain[len(a.Chain)-1])
	if first := sourcePlace(e.r, a.Chain[0]); len(a.Chain) > 1 && first >= 0 && e.r.Sources[first].Kind == resolve.Outlet && ownCount(e.r, a) {
		k = first // "according to an AFP tally of the ministry's figures"
	}
	if k < 0 {
		return keeperName{label: label(e)}
	}
	name := sourceLabel(&e.sources[k])
	if maker := makerOf(name); maker != "" {
		if m := v.named(e, entry, maker); m >= 0 {
			it := &v.entries[v.source[m].entry].sources[v.source[m].n]
			if who := outletName(it.label); kindOnly(who) {
				return keeperName{"by " + who, it.label, nil, it.s.Kind}
			}
			return keeperName{v.sourceIDAt(v.source[m].entry, v.source[m].n), it.label, nil, it.s.Kind}
		}
		return keeperName{"by " + outletName(maker), maker, nil, resolve.Organisation}
	}
	if who := outletName(name); kindOnly(who) && e.sources[k].s.Name == "" {
		return keeperName{"by " + who, name, nil, e.sources[k].s.Kind} // "the ministry" in every report of the story
	}
	it := e.sources[k].s
	return keeperName{v.sourceIDAt(entry, k), name, it, it.Kind}
}

// properBody reports whether words are a body's name with an article: "the Red Cross".
func properBody(words string) bool {
	fields := strings.Fields(words)
	return len(fields) > 2 && strings.EqualFold(fields[0], "the") && properWords(fields[1:])
}

// properWords reports whether words, two or more, all begin with a capital.
func properWords(fields []string) bool {
	return len(fields) > 1 && !slices.ContainsFunc(fields, func(w string) bool { return w[0] < 'A' || w[0] > 'Z' })
}

// outletTally is the outlet whose own count a sentence gives by its first words, or "": "A Coast Wire tally based on hospital records put the dead at 41".
func (v *View) outletTally(sentence string) string {
	fields := strings.Fields(behindDateline(sentence))
	for i := 1; i < len(fields) && i < 6; i++ {
		if w := strings.Trim(strings.ToLower(fields[i]), ",."); w != "tally" && w != "count" && w != "database" && w != "tracker" {
			continue
		}
		if a := strings.ToLower(fields[0]); a != "a" && a != "an" && a != "the" {
			return ""
		}
		if name := strings.TrimSuffix(strings.TrimSuffix(strings.Join(fields[1:i], " "), "'s"), "’s"); name != "" && v.publishers[outletName(name)] {
			return name
		}
	}
	return ""
}

// putBy is the statement whose speaker puts a count in words that hang on it: "one in six were children, the office said on Tuesday, putting the toll at 57";
// or nil.
func (e *entry) putBy(f *resolve.Figure) *resolve.Attribution {
	text := e.r.Article.Text
	for i := range e.r.Attributions {
		a := &e.r.Attributions[i]
		if len(a.Cue) == 0 || len(a.Source) == 0 || a.Cue[0].End > f.Start || f.Start-a.Cue[0].End > besideWithin || a.Source[0].Start > a.Cue[0].Start {
			continue
		}
		between := text[a.Cue[0].End:f.Start]
		if k := strings.Index(between, ", putting "); k >= 0 && !strings.ContainsAny(between, ".\n;") && !strings.Contains(between[:k], ",") {
			return a
		}
	}
	return nil
}

// ownCount reports whether the words for a statement's source speak of a count that somebody keeps.
func ownCount(r *resolve.Reading, a *resolve.Attribution) bool {
	s := a.Source
	if len(s) == 0 {
		return false
	}
	text := r.Article.Text[s[0].Start:min(len(r.Article.Text), s[len(s)-1].End)]
	return containsAny(text, "tally", "count", "database", "tracker")
}

// papers are the nouns for what a maker publishes numbers in.
var papers = setOf(`figures figure statements statement announcements announcement numbers number data toll tolls count counts tally update updates report reports
	statistics bulletin bulletins statistic records lists list estimate estimates`)

// makerOf is the maker that the words for a document name: "casualty figures released Monday by the Houthis", "the
// latest update from the health ministry"; or "".
func makerOf(name string) string {
	fields := strings.Fields(name)
	paper := false
	for i, w := range fields {
		l := strings.ToLower(w)
		if (l == "by" || l == "from" || l == "of") && paper && i+1 < len(fields) && i < 7 {
			rest := fields[i+1:]
			for n := range rest { // "from Houthi-run health authorities early Saturday"
				if r := strings.ToLower(rest[n]); n > 0 && (r == "early" || r == "late" || r == "on" || r == "in" || r == "that" || r == "which" || strings.HasSuffix(r, "day") || strings.HasSuffix(rest[n], ",")) {
					if strings.HasSuffix(rest[n], ",") {
						n++
						return strings.Trim(strings.Join(rest[:n], " "), " ,")
					}
					rest = rest[:n]
					break
				}
			}
			return strings.Trim(strings.Join(rest, " "), " ,")
		}
		paper = paper || papers[strings.Trim(l, ",")]
	}
	return ""
}

// named is the item of a source of the report, or else of its story, that has this name or is called so, or -1.
func (v *View) named(e *entry, entry int32, name string) int32 {
	who := outletName(name)
	text := e.r.Article.Text
	for k := range e.sources {
		if makerOf(e.sources[k].label) != "" {
			continue
		}
		if outletName(e.sources[k].label) == who {
			return v.sourceBase[entry] + int32(k)
		}
		for _, m := range e.sources[k].s.Mentions {
			if outletName(m.Span.Text(text)) == who {
				return v.sourceBase[entry] + int32(k)
			}
		}
	}
	if kindOnly(who) { // "the ministry" of another report may be any
		return -1
	}
	members := v.stories[v.storyOf[entry]]
	for i, n := len(members)-1, 0; i >= 0 && n < most; i, n = i-1, n+1 {
		for k := range v.entries[members[i]].sources {
			if outletName(v.entries[members[i]].sources[k].label) == who {
				return v.sourceBase[members[i]] + int32(k)
			}
		}
	}
	return -1
}

// kindOnly reports whether a name is one word for a kind of body.
func kindOnly(name string) bool {
	switch name {
	case "ministry", "government", "authorities", "police", "officials", "group", "company", "army", "military", "hospital", "agency", "officials said", "state":
		return true
	}
	return false
}

// keepers are what those who keep a total do with it.
var keepers = setOf("lowered raised revised cut put puts increased updated corrected gave gives")

// keeperWords are the words by which a sentence of the report's own voice names, before a figure, who keeps a total, or "":
// "The fire service lowered its toll from 16 to 14".
func keeperWords(before string) string {
	before = behindDateline(before)
	if who, _, ok := strings.Cut(before, ", whose toll "); ok && len(strings.Fields(who)) <= 6 {
		return who // "The ministry, whose toll for the operation now stands at 48"
	}
	if who := whoseCount(before); who != "" {
		return who
	}
	fields := strings.Fields(before)
	if who := whoHas(fields); who != "" {
		return who
	}
	for at := 1; at < len(fields) && at <= 6; at++ {
		if keepers[strings.ToLower(fields[at])] {
			if at > 3 && fields[at-3] == "on" && strings.HasSuffix(fields[at-2], "day") {
				at -= 3 // "the coast guard on Thursday night put the toll at 33"
			} else if at > 2 && fields[at-2] == "on" && strings.HasSuffix(fields[at-1], "day") { // "the ministry on Monday lowered its toll"
				at -= 2
			}
			return strings.Join(fields[:at], " ")
		}
	}
	return ""
}

// hasCount are verbs whose object is a number that somebody keeps.
var hasCount = setOf("has have had lists counts gives gave")

// whoHas is who has a number or stands by it by the words before it: "the Red Cross has", "the union stuck to its figure of"; or "".
func whoHas(fields []string) string {
	n := len(fields)
	for i := max(0, n-6); i < n && i > 0; i++ { // "… at 247; the Red Cross has"
		if strings.HasSuffix(fields[i-1], ";") || fields[i-1] == "and" || fields[i-1] == "while" {
			fields, n = fields[i:], n-i
			break
		}
	}
	switch {
	case n > 1 && n < 7 && hasCount[strings.ToLower(fields[n-1])]:
		return strings.Join(fields[:n-1], " ")
	case n > 5 && fields[n-1] == "of" && papers[strings.ToLower(fields[n-2])] && (fields[n-3] == "its" || fields[n-3] == "their"):
		for k := n - 4; k > n-7 && k > 0; k-- {
			if w := strings.ToLower(fields[k]); holdsOn[w] {
				return strings.Join(fields[max(0, k-5):k], " ")
			}
		}
	}
	return ""
}

// holdsOn are verbs of those who do not change a number.
var holdsOn = setOf("stuck sticks stands stood held kept insisted insists maintained maintains repeated defended reaffirmed confirmed")

// behindDateline is a sentence without the dateline that it begins with: "TORVIK, April 8 (Coast Wire) — ".
func behindDateline(s string) string {
	for _, dash := range []string{" — ", " – ", " -- "} {
		if i := strings.Index(s, dash); i >= 0 && i < dateline && strings.HasSuffix(s[:i], ")") {
			return s[i+len(dash):]
		}
	}
	return s
}

// whoseCount is whose count stands at a number behind the words: "the bar association" of "With these, the bar association's count stands at"; or "".
func whoseCount(before string) string {
	s := strings.ReplaceAll(before, "’", "'")
	i := strings.LastIndex(s, "'s ")
	if i < 0 {
		return ""
	}
	rest := strings.Fields(s[i+3:])
	if len(rest) < 2 || len(rest) > 6 || !papers[strings.ToLower(rest[0])] {
		return ""
	}
	if last := rest[len(rest)-1]; last != "at" && last != "is" && last != "was" {
		return ""
	}
	who := s[strings.LastIndexAny(s[:i], ",;:")+1 : i]
	if f := strings.Fields(who); len(f) > 0 && len(f) <= 5 {
		return strings.Join(f, " ")
	}
	return ""
}

func containsAny(s string, words ...string) bool {
	s = strings.ToLower(s)
	for _, w := range words {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}
