package resolve

import (
	"slices"
	"strings"

	"sayso/parse"
	"sayso/read"
)

// A report of one incident tells of many numbers: its own dead, those of last year's attack, the
// suspect's two friends, four of the five wounded. Which number is the incident's is decided here,
// for the killed, the injured and the captured, one after the other: every number that the report's
// words allow is a candidate — each figure's own, sums over those who are told apart, those shot
// less those who died — and a linear model weighs what speaks for each (data/count.txt).

// counted are the measures that are decided, in this order: the injured need the killed.
var counted = [...]string{"killed", "injured", "captured"}

// A candidate is a number that may be the incident's, with the features that speak for it.
type candidate struct {
	value    float64
	figures  []int    // that say it
	sum      []int    // figures that were added up to it, where none says it
	how      string   // the rule that made the sum
	features []uint32 // hashed
}

// A tallier decides one report's counts.
type tallier struct {
	d      *parse.Doc
	fs     []read.Figure
	events []read.Event
	said   []read.Statement
	title  []read.Figure // of the headline, once read
	titled bool
	words  []uint32 // scratch
	killed float64  // once decided
	people []victim
}

// mostFigures is how many figures are weighed against one another: a report's own incident stands
// among its first, and the work stays linear in lists without end.
const mostFigures = 300

func newTallier(m *read.Mentions) *tallier {
	t := &tallier{d: m.Doc, events: m.Events, said: m.Statements, fs: m.Figures[:min(len(m.Figures), mostFigures)]}
	t.people = t.victims()
	return t
}

func value(f *read.Figure) float64 {
	if f.Low == nil {
		return 0
	}
	return *f.Low
}

// eligible reports whether figure k can be the incident's at all.
func (t *tallier) eligible(k int, measure string) bool {
	f := &t.fs[k]
	return f.Measure == measure && f.Key != "held" && !f.Cumulative && !f.Superseded && f.Low != nil && !t.elsewhen(f) && !(t.before(f) && t.larger(measure, value(f)))
}

// before reports whether f counts for what is only said to have come so long before something else: "a week after a bombing killed six".
func (t *tallier) before(f *read.Figure) bool {
	return f.Event >= 0 && f.Event < len(t.events) && t.events[f.Event].Before >= 0
}

// larger reports whether a larger figure of a measure counts for something else than that.
func (t *tallier) larger(measure string, n float64) bool {
	return slices.ContainsFunc(t.fs, func(f read.Figure) bool {
		return f.Measure == measure && value(&f) > n && f.PartOf < 0 && !f.Superseded && !f.Cumulative && !t.before(&f)
	})
}

// elsewhen reports whether the sentence of f opens with another time or incident: "In 2019, at least 43
// people were killed in the same region", "In a separate attack, …". The first sentences tell the report's own.
func (t *tallier) elsewhen(f *read.Figure) bool {
	k := t.d.Tokens[f.Head].Sentence
	if k < 2 {
		return false
	}
	s := t.d.Sentences[k]
	word := func(i int32) string {
		if s.First+i >= s.End {
			return ""
		}
		return strings.ToLower(t.d.Word(s.First + i))
	}
	year := ""
	if p := t.d.Article.Published; len(p) >= 4 {
		year = p[:4]
	}
	old := func(w string) bool {
		return len(w) >= 4 && w[:4] > "1800" && w[:4] < year && (len(w) == 4 || w[4] == '-' || strings.HasPrefix(w[4:], "–"))
	}
	for i := f.Head; i < f.Head+9 && i+1 < s.End; i++ { // "Haiyan, which killed over 6,000 people in 2013"
		if strings.EqualFold(t.d.Word(i), "in") && old(t.d.Word(i+1)) && t.leads(f) {
			return true
		}
	}
	switch w := word(0); {
	case w == "in" && old(word(1)), (w == "in" || w == "on") && len(word(1)) > 2 && (old(word(2)) || word(2) == "," && old(word(3)) || word(3) == "," && old(word(4))):
		return true
	case w == "last" && word(1) == "year":
		return true
	case w == "in" && (word(1) == "a" || word(1) == "an"):
		switch word(2) {
		case "separate", "similar", "previous", "earlier", "unrelated":
			return true
		}
	}
	return false
}

// leads reports whether the first two sentences count for f's measure, so that they tell the report's own incident.
func (t *tallier) leads(f *read.Figure) bool {
	for k := range t.fs {
		if g := &t.fs[k]; t.d.Tokens[g.Head].Sentence > 1 {
			return false
		} else if g.Measure == f.Measure && !g.Cumulative && g.Low != nil && *g.Low > 0 {
			return true
		}
	}
	return false
}

// candidates are the numbers that may be the incident's count of measure, zero first.
func (t *tallier) candidates(measure string) []candidate {
	cs := []candidate{{value: 0}}
	for k := range t.fs {
		if t.eligible(k, measure) && !(t.fs[k].PartOf >= 0 && t.eligible(t.fs[k].PartOf, measure)) {
			c := candidateAt(&cs, value(&t.fs[k]))
			c.figures = append(c.figures, k)
		}
	}
	for _, s := range t.sums(measure) {
		c := candidateAt(&cs, s.value)
		if c.how == "" {
			c.how, c.sum = s.how, s.sum
		}
		c.features = append(c.features, hash(measure, "sum", s.how))
		t.compare(&cs, &s, measure)
	}
	if measure == "injured" && t.killed > 0 {
		t.less(&cs)
	}
	if len(t.d.Sentences) <= short {
		cs = t.outright(cs)
	}
	cs = t.firm(cs)
	if len(cs) == 1 {
		return cs // nothing to choose from
	}
	t.readTitle()
	for i := range cs {
		t.describe(&cs[i], cs, measure)
	}
	return cs
}

// readTitle finds the figures of the headline, once something hangs on them.
func (t *tallier) readTitle() {
	if title := t.d.Article.Title; !t.titled && title != "" && len(title) < 400 {
		t.title = read.Title(title)
	}
	t.titled = true
}

// settled is choice at of the model, corrected by what it cannot have learned from reports of shootings.
func (t *tallier) settled(cs []candidate, at int) int { return t.toll(cs, t.lede(cs, at)) }

// lede corrects choice at by the report's first sentence: a larger number that it gives outright stands against one
// that only a later source gives ("at least 16 people were killed, … the commission put the number of dead at eight").
func (t *tallier) lede(cs []candidate, at int) int {
	c := &cs[at]
	if len(c.figures) == 0 || t.d.Tokens[t.fs[c.figures[0]].Head].Sentence < 2 {
		return at
	}
	for i := range cs {
		for _, k := range cs[i].figures {
			if f := &t.fs[k]; f.Form == "number" && !f.Approximate && !measureShot(f) && cs[i].value > cs[at].value && t.d.Tokens[f.Head].Sentence == 0 {
				at = i
			}
		}
	}
	return at
}

// toll corrects choice at by a toll a little larger, which counts the same incident later: "killing at least 23
// people … he put the number of dead at 25".
func (t *tallier) toll(cs []candidate, at int) int {
	v := cs[at].value
	for i := range cs {
		for _, k := range cs[i].figures {
			if f := &t.fs[k]; (f.Key == "toll" || f.Key == "total") && f.Form == "number" && cs[i].value > cs[at].value && cs[i].value <= 2*v && !t.period(f) {
				at = i
			}
		}
	}
	return at
}

// period reports whether the sentence of f speaks of a stretch of time or of more than one incident.
func (t *tallier) period(f *read.Figure) bool {
	s := t.d.Sentences[t.d.Tokens[f.Head].Sentence]
	for i := s.First; i < s.End; i++ {
		switch strings.ToLower(t.d.Word(i)) {
		case "year", "years", "month", "months", "since", "campaign", "war", "attacks", "strikes", "city", "homicide", "homicides", "season", "weekend", "overall":
			return true
		}
	}
	return false
}

// firm leaves out a number that only vague words say where a firm one of the same people is larger:
// "several insurgents" of the lede are the "five insurgents" further down.
func (t *tallier) firm(cs []candidate) []candidate {
	kept := cs[:0:0]
	for i := range cs {
		firmer := false
		for j := range cs {
			firmer = firmer || len(cs[i].figures) > 0 && len(cs[j].figures) > 0 && cs[j].value > cs[i].value && t.vague(&cs[i]) && !t.vague(&cs[j]) &&
				t.fs[cs[j].figures[0]].Who == t.fs[cs[i].figures[0]].Who
		}
		if !firmer {
			kept = append(kept, cs[i])
		}
	}
	return kept
}

// short is how many sentences a brief has, which tells of one matter and recalls no other.
const short = 3

// outright leaves of a brief's candidates the largest that its words say and the sums above it.
func (t *tallier) outright(cs []candidate) []candidate {
	most := 0.0
	for i := range cs {
		for _, k := range cs[i].figures {
			if f := &t.fs[k]; measureShot(f) && t.killed > 0 {
				return cs // those shot may hold the killed
			}
			most = max(most, cs[i].value)
		}
	}
	kept := cs[:0]
	for i := range cs {
		if cs[i].value >= most {
			kept = append(kept, cs[i])
		}
	}
	return kept
}

// measureShot reports whether f counts those shot or taken to hospital, of whom some may have died.
func measureShot(f *read.Figure) bool {
	return f.Measure == "injured" && f.Key != "wounded" && f.Key != "injuries"
}

// candidateAt is the candidate with value v, made where there is none.
func candidateAt(cs *[]candidate, v float64) *candidate {
	for i := range *cs {
		if (*cs)[i].value == v {
			return &(*cs)[i]
		}
	}
	*cs = append(*cs, candidate{value: v})
	return &(*cs)[len(*cs)-1]
}

// less adds those shot less those killed: "five people were shot, one of them fatally".
func (t *tallier) less(cs *[]candidate) {
	for k := range t.fs {
		f := &t.fs[k]
		if t.eligible(k, "injured") && f.Form == "number" && value(f) > t.killed && !(measureApart(f) && (t.besideDead(f) || value(f) >= manyHurt)) && !(t.inHospital(f) && t.deadBefore(f)) {
			c := candidateAt(cs, value(f)-t.killed)
			if c.how == "" && len(c.figures) == 0 {
				c.how, c.sum = "less the killed", []int{k}
			}
			c.features = append(c.features, hash("less", f.Key), hash("less"))
		}
	}
}

// manyHurt is from how many on those said to be hurt hold no dead: "46 injured people were treated" are 46, though a worker died.
const manyHurt = 10

// measureApart reports whether f counts those hurt by a word that holds no dead: "40 injured", not "five were shot".
func measureApart(f *read.Figure) bool { return f.Key == "wounded" || f.Key == "injuries" }

// besideDead reports whether the sentence of f counts dead as well, so that nobody is in both: "nine people were killed and 40 injured".
func (t *tallier) besideDead(f *read.Figure) bool {
	return slices.ContainsFunc(t.fs, func(g read.Figure) bool {
		return g.Measure == "killed" && value(&g) > 0 && g.PartOf < 0 && !g.Superseded && t.d.Tokens[g.Head].Sentence == t.d.Tokens[f.Head].Sentence
	})
}

// inHospital reports whether f counts those said to be hospitalised.
func (t *tallier) inHospital(f *read.Figure) bool {
	return f.Cue >= 0 && (t.d.Tokens[f.Cue].Lemma == "hospitalise" || t.d.Tokens[f.Cue].Lemma == "hospitalize")
}

// deadBefore reports whether dead were counted in a sentence before that of f: those taken to hospital are none of them.
func (t *tallier) deadBefore(f *read.Figure) bool {
	return slices.ContainsFunc(t.fs, func(g read.Figure) bool {
		return g.Measure == "killed" && value(&g) > 0 && g.PartOf < 0 && !g.Superseded && t.d.Tokens[g.Head].Sentence < t.d.Tokens[f.Head].Sentence
	})
}

// compare gives the sum s and the largest of what it adds up features of one another: "killed five
// before killing himself" makes six likelier than five, "five dead, the gunman among them" does not.
func (t *tallier) compare(cs *[]candidate, s *candidate, measure string) {
	largest := s.sum[0]
	for _, k := range s.sum {
		if value(&t.fs[k]) > value(&t.fs[largest]) {
			largest = k
		}
	}
	f := &t.fs[largest]
	if value(f) == s.value {
		return
	}
	sum := candidateAt(cs, s.value)
	sum.features = append(sum.features, hash(measure, s.how, f.Key, f.Form), hash(measure, s.how, small(len(s.sum))), hash(measure, s.how, where(t.d, f)))
	first := &t.fs[s.sum[0]]
	sum.features = append(sum.features, hash(measure, s.how, first.Form, f.Form, yes(f.Approximate)), hash(measure, s.how, yes(first.Key == f.Key), apart(t.d, first, f)))
	part := candidateAt(cs, value(f))
	part.features = append(part.features, hash(measure, "part of", s.how, f.Key, f.Form), hash(measure, "part of", s.how))
}

// apart says how many sentences lie between f and g: none, one or two, more.
func apart(d *parse.Doc, f, g *read.Figure) string {
	switch n := d.Tokens[g.Head].Sentence - d.Tokens[f.Head].Sentence; {
	case n == 0:
		return "0"
	case n > -3 && n < 3:
		return "1"
	}
	return "3"
}

// marker are words that set an incident apart from others or tie it to them.
var marker = map[string]bool{"last": true, "year": true, "years": true, "ago": true, "since": true, "previous": true, "previously": true, "earlier": true,
	"separate": true, "another": true, "unrelated": true, "month": true, "months": true, "weekend": true, "total": true, "history": true, "city": true,
	"nationwide": true, "homicide": true, "homicides": true, "shootings": true, "school": true, "attacks": true, "first": true, "second": true, "third": true, "recent": true,
	"similar": true, "if": true, "suspect": true, "suspects": true, "accused": true, "convicted": true, "charged": true, "sentenced": true, "father": true,
	"car": true, "crash": true, "stabbed": true, "separately": true, "anniversary": true, "past": true, "other": true, "gunman": true, "himself": true, "suicide": true,
	"officer": true, "officers": true, "later": true, "died": true, "operations": true, "civilians": true, "soldiers": true, "forces": true, "weeks": true, "days": true}

// where is f's place in the report.
func where(d *parse.Doc, f *read.Figure) string {
	switch s := d.Tokens[f.Head].Sentence; {
	case s < 1:
		return "0"
	case s < 3:
		return "1"
	case s < 6:
		return "3"
	case s < 12:
		return "6"
	case s < 25:
		return "12"
	}
	return "25"
}
