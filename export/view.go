package export

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/article"
	"sayso/ledger"
	"sayso/resolve"
)

// A Line is one statement of a reading as people see it: a row under the report's text.
type Line struct {
	ID        string // of the attribution
	Who       string // nearest source of the chain
	Authority string // the sources behind it, nearest first: "three US officials"
	Cue       string
	Says      string
	Notes     string // form and doubts in words: "denies", "hedged", "background"
	Status    string // of the events told, each once
	Figures   string
}

// From is a line's chain on one line, from the reader's side to the origin: "CNN → three US officials".
func (l *Line) From() string {
	switch {
	case l.Who == "":
		return "nobody named"
	case l.Authority == "":
		return l.Who
	}
	return l.Who + " → " + l.Authority
}

// An Own is an event or a figure that the report gives in its own voice.
type Own struct {
	ID      string // of the event or figure
	Words   string // of an event who does what to whom, "a blast → killed → two men"; of a figure its sentence
	Status  string
	Place   string
	When    string
	Figures string
}

// Lines are the statements of r, in its order.
func Lines(r *resolve.Reading) []Line {
	labels := map[string]string{}
	for i := range r.Sources {
		labels[r.Sources[i].ID] = sourceLabel(&r.Sources[i], r.Article.Text)
	}
	statuses, figures := map[string]string{}, map[string]string{}
	for i := range r.Events {
		if e := &r.Events[i]; e.Attribution != "" && e.Salient {
			statuses[e.Attribution] = with(statuses[e.Attribution], shown(string(e.Status)))
		}
	}
	for i := range r.Figures {
		if f := &r.Figures[i]; f.Attribution != "" {
			figures[f.Attribution] = with(figures[f.Attribution], FigureWords(f))
		}
	}
	out := make([]Line, 0, len(r.Attributions))
	for i := range r.Attributions {
		a := &r.Attributions[i]
		l := Line{ID: a.ID, Who: words(r.Article.Text, a.Source), Cue: words(r.Article.Text, a.Cue), Says: words(r.Article.Text, a.Content),
			Notes: notes(a), Status: statuses[a.ID], Figures: figures[a.ID]}
		var chain []string
		for _, id := range a.Chain {
			chain = append(chain, labels[id])
		}
		if len(chain) > 0 {
			l.Who, l.Authority = chain[0], strings.Join(chain[1:], " → ")
		}
		if a.ChainDoubt != "" && l.Authority != "" {
			l.Authority += " (" + a.ChainDoubt + ")"
		}
		out = append(out, l)
	}
	return out
}

// Owns are the salient events that r's report tells in its own voice, in text order, then the
// figures that belong to none of them.
func Owns(r *resolve.Reading) []Own {
	var out []Own
	at := map[string]int{}
	for i := range r.Events {
		e := &r.Events[i]
		if e.Attribution != "" || !e.Salient {
			continue
		}
		o := Own{ID: e.ID, Words: doing(r.Article.Text, e), Status: shown(string(e.Status))}
		if e.Place != nil {
			o.Place = e.Place.Name
		}
		if e.Time != nil {
			if o.When = e.Time.Value; strings.HasSuffix(o.When, "_REF") { // TIMEX3's word for no day at all
				o.When = e.Time.Text(r.Article.Text)
			}
		}
		at[e.ID] = len(out)
		out = append(out, o)
	}
	for i := range r.Figures {
		f := &r.Figures[i]
		if f.Attribution != "" {
			continue
		}
		if j, ok := at[f.Event]; ok {
			out[j].Figures = with(out[j].Figures, FigureWords(f))
			continue
		}
		out = append(out, Own{ID: f.ID, Words: sentence(r.Article.Text, f.Span), Figures: FigureWords(f)})
	}
	return out
}

// doing is an event in short: who, the trigger, to whom.
func doing(text string, e *resolve.Event) string {
	out := clean(e.Trigger.Text(text))
	if who := participants(e.Actors); who != "" {
		out = who + " → " + out
	}
	if whom := participants(e.Targets); whom != "" {
		out += " → " + whom
	}
	return out
}

func participants(ps []resolve.Participant) string {
	out := ""
	for _, p := range ps {
		out = with(out, clean(p.Name))
	}
	return out
}

// sourceLabel is a source's name, or its description with the count where that does not say it.
func sourceLabel(s *resolve.Source, text string) string {
	switch {
	case s.Name != "":
		return s.Name
	case s.Description != "":
		return s.Description
	case len(s.Mentions) > 0:
		return s.Mentions[0].Text(text)
	}
	return "?"
}

// Counted is what a figure counts, as people read it: "killed", "boats", and "fine, euros" of a sum of money.
func Counted(measure, unit string) string {
	measure = strings.ReplaceAll(measure, "_", " ")
	if unit == "" || unit == "people" || strings.Contains(measure, strings.ReplaceAll(unit, "_", " ")) {
		return measure
	}
	return measure + ", " + unit
}

// FigureWords is a figure in short: "43 killed", "at least 24 injured", "2 to 4 boats", "18 million euros, fine".
func FigureWords(f *resolve.Figure) string {
	number := ledger.Number
	var n string
	switch {
	case f.Low != nil && f.High != nil && *f.Low == *f.High:
		n = number(*f.Low)
	case f.Low != nil && f.High != nil:
		n = number(*f.Low) + " to " + number(*f.High)
	case f.Low != nil:
		n = "at least " + number(*f.Low)
	case f.High != nil:
		n = "up to " + number(*f.High)
	default:
		n = "some"
	}
	if f.Approximate && f.Low != nil && f.High != nil && *f.Low == *f.High {
		n = "about " + n
	}
	if f.Money {
		n += " " + f.Unit + ","
	}
	n += " " + f.Measure
	if f.Scope == "cumulative" {
		n += " in all"
	}
	return n
}

func notes(a *resolve.Attribution) string {
	var out []string
	if a.Stance != "asserts" && a.Stance != "" {
		out = append(out, string(a.Stance))
	}
	if a.Hedged {
		out = append(out, "hedged")
	}
	if a.Background {
		out = append(out, "background")
	}
	return strings.Join(out, ", ")
}

// shown is a status in words.
func shown(status string) string { return strings.ReplaceAll(status, "_", " ") }

// with adds a word to a list unless it is there.
func with(list, word string) string {
	switch {
	case list == "":
		return word
	case strings.Contains(", "+list+", ", ", "+word+", "):
		return list
	}
	return list + ", " + word
}

// words is what stands under the spans; a gap is shown as "…".
func words(text string, spans []article.Span) string {
	out := make([]string, len(spans))
	for i, s := range spans {
		out[i] = clean(s.Text(text))
	}
	return strings.Join(out, " … ")
}

// reach is how far sentence looks on each side of a span, in bytes.
const reach = 140

// sentence is the text around s up to the ends of its sentence as marks and line ends show them, or
// to a space where they are far, without the dateline. It is for reading only.
func sentence(text string, s article.Span) string {
	head, from, to, tail := context(text, s)
	return head + clean(text[from:to]) + tail
}

// context is where the sentence around s begins and ends, with the marks of what is left off before and behind it.
func context(text string, s article.Span) (head string, from, to int, tail string) {
	from, to = s.Start, s.End
	for from > 0 && s.Start-from < reach && !article.StopsBefore(text, from) {
		from--
	}
	for to < len(text) && to-s.End < reach && !article.StopsBefore(text, to) {
		to++
	}
	if !article.StopsBefore(text, from) {
		head, from = "… ", after(text, from, s.Start)
	} else if n := article.Dateline(text[from:to]); from+n <= s.Start && (from == 0 || text[from-1] == '\n') {
		from += n
	}
	if to < len(text) && !article.StopsBefore(text, to) {
		tail, to = " …", before(text, s.End, to)
	}
	return head, from, to, tail
}

// cleanedTo is how many bytes of clean(s) stand for s[:n].
func cleanedTo(s string, n int) int {
	before := clean(s[:n])
	if r, _ := utf8.DecodeLastRuneInString(s[:n]); before != "" && (unicode.IsSpace(r) || unicode.IsControl(r)) {
		return len(before) + 1
	}
	return len(before)
}

// after is the offset behind the first space in text[from:to], or to.
func after(text string, from, to int) int {
	if i := strings.IndexByte(text[from:to], ' '); i >= 0 {
		return from + i + 1
	}
	return to
}

// before is the offset of the last space in text[from:to], or from.
func before(text string, from, to int) int {
	if i := strings.LastIndexByte(text[from:to], ' '); i >= 0 {
		return from + i
	}
	return from
}

// A Role says what a piece of text is in a statement.
type Role string

// The roles.
const (
	RoleSource  Role = "source"
	RoleCue     Role = "cue"
	RoleContent Role = "content"
)

// A Segment is a run of text with the same roles: segments joined are the text.
type Segment struct {
	article.Span
	Roles []Mark // in order of the attributions; empty where the report speaks itself
	Ends  []int  // attributions whose content ends here: where their numbers are printed
}

// A Mark is a role in an attribution, by its index in Reading.Attributions.
type Mark struct {
	Attribution int
	Role        Role
}

// Segments cuts r's text at the ends of every source, cue and content. Linear in the text and the
// number of spans.
func Segments(r *resolve.Reading) []Segment {
	type edge struct {
		at   int
		open bool
		mark Mark
	}
	var edges []edge
	ends := map[int][]int{}
	for i := range r.Attributions {
		a := &r.Attributions[i]
		last := 0
		for _, g := range []struct {
			role  Role
			spans []article.Span
		}{{RoleSource, a.Source}, {RoleCue, a.Cue}, {RoleContent, a.Content}} {
			for _, s := range g.spans {
				edges = append(edges, edge{s.Start, true, Mark{i, g.role}}, edge{s.End, false, Mark{i, g.role}})
				if g.role == RoleContent || len(a.Content) == 0 {
					last = max(last, s.End)
				}
			}
		}
		ends[last] = append(ends[last], i)
	}
	sort.SliceStable(edges, func(i, j int) bool { return edges[i].at < edges[j].at })
	var out []Segment
	var open []Mark
	at := 0
	for i := 0; i <= len(edges); {
		to := len(r.Article.Text)
		if i < len(edges) {
			to = edges[i].at
		}
		if to > at {
			out = append(out, Segment{Span: article.Span{Start: at, End: to}, Roles: append([]Mark(nil), open...), Ends: ends[to]})
			at = to
		}
		if i == len(edges) {
			break
		}
		for ; i < len(edges) && edges[i].at == to; i++ {
			open = toggle(open, edges[i].mark, edges[i].open)
		}
	}
	return out
}

// toggle adds a mark to the open ones, kept in order, or takes it away.
func toggle(open []Mark, m Mark, add bool) []Mark {
	for i, o := range open {
		if o == m && !add {
			return append(open[:i], open[i+1:]...)
		}
	}
	if !add {
		return open
	}
	i := len(open)
	for i > 0 && open[i-1].Attribution > m.Attribution {
		i--
	}
	open = append(open, Mark{})
	copy(open[i+1:], open[i:])
	open[i] = m
	return open
}
