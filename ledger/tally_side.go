package ledger

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// Where two countries strike each other, the dead of the one are no part of the dead of the other. Whose people a figure
// counts is told by its own words: whose they are ("31 Fijian civilians"), where they died ("killed in Fiji"), who struck
// ("killed in Icelandic strikes"). A story in which one side strikes has no sides: all its dead are in one tally.

// A sided is what the sentence of a figure says of whose people it counts. Countries are ISO codes, "" where not said.
type sided struct {
	of       string   // whose they are, or on whose ground they died
	hand     string   // who did it
	said     string   // who says it of its own: "Fiji reported eight deaths"
	kind     string   // soldiers, militants, or "" for civilians and whoever else
	both     bool     // of both sides
	place    bool     // of is by a country or nationality that the words name
	names    []string // countries named
	sentence article.Span
	bare     bool // no noun says who is counted: "while 78 were wounded"
	toll     bool // it is a toll, of whomever its sentence counts beside it
	civil    bool // those counted are civilians by the words
}

// sidedOf reads the sentence of a figure.
func (e *entry) sidedOf(f *resolve.Figure, marks []sideMark, s article.Span) sided {
	text := e.r.Article.Text
	after := counts(text, f.Span, s.End)
	out := sided{kind: e.bearingOf(f, s, after)}
	out.civil = out.kind == "" && civilians(after)
	out.toll = bareToll(text, f.Span)
	out.bare = out.kind == "" && len(after) == f.Len() && len(strings.Fields(after)) < 3
	low := strings.ToLower(s.Text(text))
	out.both = e.ofBoth(low, s, f)
	pair := paired(text, marks)
	whose := e.takeMarks(&out, f, marks, s, f.Start+len(after), pair)
	if out.of == "" {
		e.takeGround(&out, f, s)
	}
	if f.Measure == "captured" && out.said != "" && out.hand == "" && !out.place && containsAny(low, " it holds", " it is holding", " it was holding", " it had captured", " it captured", " it has captured", "in its custody", " it had detained", " it detained") {
		out.hand, out.said = out.said, ""
	}
	switch mutual(text, f.Span, s, marks) {
	case "relative":
		out.both = true
	case "plain":
		out.both = out.both || out.hand == "" && out.said == ""
	default:
		out.both = out.both || pair != nil && !out.place && (pair.between || out.hand == "" && out.said == "")
	}
	if out.both && !whose {
		out.of, out.place = "", false
	}
	return out
}

// bearingOf is the kind of those counted by the words after a figure, or, where they tell none, by those before it; "" where others are counted with them.
func (e *entry) bearingOf(f *resolve.Figure, s article.Span, after string) string {
	text := e.r.Article.Text
	kind := bearing(after)
	switch {
	case kind != "" && withOthers(text[f.Start+len(after):s.End], strings.HasSuffix(after, ",")):
		return ""
	case kind == "" && lostMen(text[s.Start:f.Start], after):
		return "soldiers"
	case kind == "" && f.PartOf == "":
		return bearing(numbered(text[s.Start:f.Start]))
	}
	return kind
}

// lostMen reports whether those counted are the men whom an army lost: "the Fijian military said it had lost five men".
func lostMen(before, counted string) bool {
	return strings.HasSuffix(before, " lost ") && strings.HasSuffix(strings.TrimRight(counted, ".,;"), " men") && containsAny(before, "army", "military", "forces", "navy", "defence ministry", "defense ministry")
}

// takeMarks gives a figure what the countries named in its sentence are to it, the words that say who is counted ending at end, and reports whether one says
// whose they are.
func (e *entry) takeMarks(out *sided, f *resolve.Figure, marks []sideMark, s article.Span, end int, pair *pairedMark) (whose bool) {
	text := e.r.Article.Text
	parts := e.firstPart(f, s.End) // the places behind are those of its parts
	near, lastCode := -1, ""
	for i := range marks {
		m := &marks[i]
		if m.name && !slices.Contains(out.names, m.code) {
			out.names = append(out.names, m.code)
		}
		if m.Start > parts {
			out.both = out.both || m.code != lastCode && lastCode != ""
			lastCode = m.code
			continue
		}
		if m.Start > f.End && someIn(text[f.End:m.Start]) {
			out.both = out.both || m.name // "48 dead, including 32 in Fiji"
			continue
		}
		role := roleOf(text, m, s, end, f.Span.Start)
		if pair != nil && (i == pair.at || i == pair.at-1) && role != "whose" {
			continue
		}
		switch role {
		case "whose":
			out.of, out.place, whose = m.code, true, true
		case "hand":
			if m.Start < f.Start || out.hand == "" {
				out.hand = m.code
			}
		case "said":
			if m.Start < f.Start || out.said == "" { // "Fiji reported 20, while Iceland reported 13"
				out.said = m.code
			}
		case "ground":
			if d := distance(f.Span, m.Span); !whose && (near == -1 || near >= 0 && d < near) {
				out.of, out.place, near = m.code, m.name, d
			}
		}
	}
	return whose
}

// takeGround has those counted on the ground of the country of the figure's event, if its place stands in the sentence and another did it.
func (e *entry) takeGround(out *sided, f *resolve.Figure, s article.Span) {
	for i := range e.events {
		if ev := &e.r.Events[e.events[i].n]; ev.ID == f.Event && f.Event != "" && ev.Place != nil && ev.Place.Country != "" && ev.Place.Country != out.hand && s.Contains(ev.Place.Span) && !severalCountries(ev.Place.Name) {
			out.of = ev.Place.Country
		}
	}
}

// firstPart is where the first of the figures begins that say where those of f were, "43 were killed: 30 in Fiji and 13 in Iceland"; end if none do.
func (e *entry) firstPart(f *resolve.Figure, end int) int {
	for i := range e.r.Figures {
		if g := &e.r.Figures[i]; g.PartOf == f.ID && g.Start > f.End && placed(e.r.Article.Text, g.Span) {
			return g.Start
		}
	}
	return end
}

// numbered is the words before a toll that say whose number it is: "the number of Fijian soldiers killed since then at".
func numbered(before string) string {
	i := strings.LastIndex(before, "number of ")
	if i < 0 || strings.ContainsAny(before[i:], ",;") {
		return ""
	}
	before, _, _ = strings.Cut(before[i:], " killed")
	return before
}

// ofBoth reports whether the sentence says of f, and of no other figure nearer to the words, that it is of both sides.
func (e *entry) ofBoth(low string, s article.Span, f *resolve.Figure) bool {
	for _, w := range bothWords {
		i := strings.Index(low, w)
		if i < 0 {
			continue
		}
		at := article.Span{Start: s.Start + i, End: s.Start + i + len(w)}
		nearest, least := f, distance(f.Span, at)
		for k := range e.r.Figures {
			if g := &e.r.Figures[k]; g.Measure == f.Measure && g.PartOf == "" && s.Contains(g.Span) && distance(g.Span, at) < least {
				nearest, least = g, distance(g.Span, at)
			}
		}
		return nearest == f || f.PartOf == nearest.ID && !placed(e.r.Article.Text, f.Span) || nearest.Measure == f.Measure && nearest.Low == f.Low
	}
	return false
}

var bothWords = []string{"on both sides", "in both countries", "on either side", "on the two sides", "from both sides", "across the two countries", "across both countries", "combined toll", "combined death toll"}

// mutual says whether what both sides do to each other is said to have cost a figure: "relative" for "clashes that have
// killed at least 33", which is told in passing whoever speaks, "plain" for "the conflict has killed 35", else "". What
// is told with a place or with whose people they are, "the fighting has killed 9 in Fiji", is of those.
func mutual(text string, f, s article.Span, marks []sideMark) string {
	if inFight(text[f.End:s.End]) && !slices.ContainsFunc(marks, func(m sideMark) bool { return m.Start > f.End }) {
		return "plain" // "34 people have been killed in four days of fighting"
	}
	before := text[s.Start:f.Start]
	ws := words(before)
	for i := len(ws) - 1; i >= 0 && i > len(ws)-14; i-- {
		if !costs[ws[i].Text(before)] {
			continue
		}
		for k := i - 1; k >= 0 && k > i-9; k-- {
			if !between[strings.ToLower(ws[k].Text(before))] {
				continue
			}
			for m := range marks {
				if at := &marks[m]; at.Start > s.Start+ws[k].Start && !(at.Start > f.End && strings.ContainsAny(text[f.End:at.Start], ",;—")) && at.Start-f.End < 60 {
					return ""
				}
			}
			for _, w := range ws[k+1 : i] {
				if w := w.Text(before); w == "that" || w == "which" {
					return "relative"
				}
			}
			return "plain"
		}
	}
	return ""
}

// inFight reports whether the words after a figure go on to "killed in the fighting", "died in three days of clashes".
func inFight(after string) bool {
	ws := words(after)
	for i := 1; i < len(ws) && i < 14; i++ {
		if w := ws[i].Text(after); between[w] && (w != "violence" && w != "dispute") {
			for k := i - 1; k >= 0 && k > i-6; k-- {
				if w := ws[k].Text(after); w == "in" || w == "during" {
					return k > 0 && inFightAfter[ws[k-1].Text(after)]
				}
			}
		}
	}
	return false
}

// inFightAfter are the verbs before "in the fighting" that say what befell those counted.
var inFightAfter = setOf("killed died dead wounded injured displaced hurt")

// A pairedMark is two countries that a sentence names as those who do something together.
type pairedMark struct {
	at      int  // of the second
	between bool // "fighting between Fiji and Iceland"
}

// paired is the first pair of the sides' names in a sentence, "Fiji and Iceland exchanged fire", or nil.
func paired(text string, marks []sideMark) *pairedMark {
	for i := 1; i < len(marks); i++ {
		a, b := &marks[i-1], &marks[i]
		if a.name && b.name && a.code != b.code && b.Start > a.End && strings.Trim(text[a.End:b.Start], " ") == "and" {
			return &pairedMark{i, strings.HasSuffix(text[:a.Start], "between ")}
		}
	}
	return nil
}

// someIn reports whether the words between a figure and a place give a part of it for that place: ", including 32 in".
func someIn(between string) bool {
	i := strings.LastIndex(between, "including ")
	if i < 0 {
		i = strings.LastIndex(between, " of them ")
	}
	if i < 0 {
		return false
	}
	fs := strings.Fields(between[i:])
	return len(fs) > 1 && len(fs) < 6 && grounds[strings.ToLower(fs[len(fs)-1])]
}

// Words before a country that was struck, and right behind it ("strikes on Fiji killed 28"); forces are what kills more often than it is killed.
var (
	aimed     = setOf("on against in at across into inside over")
	wasStruck = setOf("killed left have has injured wounded claimed")
	forces    = setOf("forces troops army military navy police jets warplanes drones aircraft artillery tanks")
)

// firstWord is the word that a text begins with after a space, lowered, or "".
func firstWord(text string) string {
	if !strings.HasPrefix(text, " ") {
		return ""
	}
	w, _, _ := strings.Cut(text[1:], " ")
	return strings.ToLower(w)
}

// counts is a figure with the words after it that say who is counted: "13 members of Fiji's armed forces".
func counts(text string, f article.Span, end int) string {
	at := f.End
	for n := 0; n < 6; n++ {
		rest := text[at:end]
		i := strings.IndexFunc(rest, func(r rune) bool { return r != ' ' })
		if i != 1 && !(n == 0 && i == 0) {
			break
		}
		w := rest[i:]
		if strings.HasPrefix(w, "—") || strings.HasPrefix(w, "–") || w[0] == '-' || w[0] == '(' {
			break
		}
		if k := strings.IndexAny(w, " \n"); k >= 0 {
			w = w[:k]
		}
		l := strings.ToLower(strings.TrimRight(w, ",.;:\"”)"))
		if (stopsActor[l] && l != "of" && l != "the" || endsCount[l] && l != "the") && !(n == 0 && suffered[l] && whoFollows(rest[i+len(w):])) {
			break
		}
		at += i + len(w)
		if len(l) < len(w) {
			break
		}
	}
	return text[f.Start:at]
}

// bearing is the kind of those counted that is never counted with others: those who bear arms.
func bearing(counted string) string {
	for _, w := range strings.FieldsFunc(strings.ToLower(counted), func(r rune) bool { return strings.ContainsRune(" ,-.;:)", r) }) {
		switch {
		case armed[w]:
			return "soldiers"
		case militant[w]:
			return "militants"
		}
	}
	return ""
}

// suffered are adjectives of what befell those whose noun follows: "14 dead soldiers".
var suffered = setOf("dead wounded injured captured fallen slain")

// whoFollows reports whether the first word of a text is a noun for fighters or other people.
func whoFollows(rest string) bool {
	fields := firstFields(rest, 1)
	if len(fields) == 0 || rest[0] != ' ' {
		return false
	}
	w := strings.ToLower(strings.Trim(fields[0], ",.;:"))
	return armed[w] || militant[w] || bystanders[w] || civilians(w)
}

// civilians reports whether those counted are civilians by a word of their own.
func civilians(counted string) bool {
	for _, w := range strings.Fields(strings.ToLower(counted)) {
		if w = strings.Trim(w, ",.;()"); w == "civilians" || w == "civilian" || w == "villagers" {
			return true
		}
	}
	return false
}

var (
	armed      = setOf("soldiers soldier troops servicemen servicewomen servicemember servicemembers marines airmen military armed")
	militant   = setOf("terrorists terrorist militants militant fighters fighter insurgents insurgent gunmen gunman jihadists extremists rebels rebel attackers assailants bandits raiders")
	strikes    = setOf("struck fired launched launches launching attacked attacking bombed bombing shelled shelling pounded pounding targeted targeting hit hitting downed killed opened firing carried invaded invades bombards bombarded operations operation offensive campaign aggression assault assaults missile rocket mortar artillery bombs barrage barrages fire forces'")
	costs      = setOf("killed kill killing left leaving claimed caused resulted led cost")
	between    = setOf("clashes fighting conflict war hostilities dispute violence exchanges escalation skirmishes battles confrontation confrontations")
	tells      = setOf("said says told reported reports confirmed confirms claimed claims announced acknowledged issued updated raised put puts counted counts lists")
	passes     = setOf("of has had have")
	grounds    = setOf("in inside across within on against into over throughout at near targeting")
	stopsActor = setOf("in on at against into from over to that which who and but as after before while were was have has had are is been be killed dead died injured wounded by with for during of")
)
