package ledger

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

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
		if !f.Money {
			p.Low--
		}
		p.High = p.Low
	}
	p.keeper = v.keeperOf(e, f, at.entry, p.toldBeside)
	if k, ok := v.giver(e, at.entry, f); ok {
		p.keeper = k
	}
	if name := v.outletTally(p.context); name != "" {
		p.keeper = keeperName{"by " + outletName(name), name, nil, resolve.Outlet}
	}
	p.keeper = v.inFull(e, at.entry, p.keeper)
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
	by       bool      // keptBy stands right behind it
	context  string    // the sentence
	before   string    // its words before the figure
	kinds    kinds     // what befell those whom it counts, by its clause
	around   string    // the sentence and the next
	parts    []float64 // of a list: "68 migrants and 47 others"
	injured  []float64 // numbers of injured in its sentence and the next
	missing  []float64 // numbers of missing and presumed dead near it
	olds     []float64 // higher counts that its report says it took the place of
	oldIn    string    // the sentence of the last of these
	rise     bool      // how many more since the day before or the like
	back     float64   // the higher value that it gave way to again in the same report, or 0
	risen    bool      // the words right before it say that the count went up to it
	fell     float64   // the higher value that its sentence says it took the place of, or 0
	killed   float64   // how many killed its report tells beside it
	day      string    // of the event that it counts for
	said     string    // the day on which its sentence says that it was said, or ""
	revised  string    // see revisedWords
	ownCount string    // see ownCountOf
	part     string    // see partOfToll
	earlier  bool      // see ofEarlier
	several  bool      // see countsSeveral
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
			context: context, before: text[s.Start:f.Start], kinds: kindsBeside(text, s, f.Span), around: text[s.Start:nextSentence(text, s.End)], said: e.saidOn(s)}
		if f.Unit == "votes" || f.Unit == "seats" {
			if who := strings.TrimPrefix(outletName(out[i].keptBy), "the "); who != "" && strings.HasSuffix(strings.ToLower(f.Measure), who) {
				out[i].keptBy = "" // "the Harbour Alliance has 58 seats": nobody counts
			}
		}
		if bareCount(out[i].keptBy) {
			out[i].keptBy = ""
		}
		if who := putAtBy(text, s, f); who != "" {
			out[i].keptBy, out[i].by = who, true
		}
		if f.Measure == "captured" && out[i].keptBy == "" {
			out[i].keptBy = arrester(text[s.Start:f.Start])
		}
		out[i].active = hasKilled(text, f.Span)
		out[i].revised, out[i].several = revisedWords(context), countsSeveral(context)
		out[i].ownCount, out[i].part = ownCountOf(text, f), partOfToll(text, f)
		out[i].earlier = containsAny(context, " before it", " before that", " before this", " previous ", " earlier ")
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
			b.olds, b.oldIn = append(b.olds, *g.Low), sentenceAround(e.r.Article.Text, g.Span).Text(e.r.Article.Text)
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

// containsAny reports whether one of the words, in small letters, stands in s in letters of any case.
func containsAny(s string, words ...string) bool {
	var buf [512]byte
	low, ok := smallASCII(buf[:0], s)
	if !ok {
		s = strings.ToLower(s)
	}
	for _, w := range words {
		if ok && bytes.Contains(low, []byte(w)) || !ok && strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// smallASCII appends s in small letters to buf, where it is all ASCII and there is room.
func smallASCII(buf []byte, s string) ([]byte, bool) {
	if len(s) > cap(buf)-len(buf) {
		return nil, false
	}
	for i := range len(s) {
		c := s[i]
		if c >= utf8.RuneSelf {
			return nil, false
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf = append(buf, c)
	}
	return buf, true
}
