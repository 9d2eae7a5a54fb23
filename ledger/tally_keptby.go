package ledger

import (
	"regexp"
	"slices"
	"strings"

	"sayso/article"
	"sayso/resolve"
)

// Whose count a figure is, by the words of its report.

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
func (v *View) keeperOf(e *entry, f *resolve.Figure, entry int32, told *toldBeside) keeperName {
	if f.Background && lookedBack.MatchString(told.before) {
		return keeperName{label: label(e)} // "a month after the quake that killed 169 people, 31,000 live in tents, the Red Cross said"
	}
	keptBy := told.keptBy
	a := attributionByID(e.r, f.Attribution)
	if a == nil && keptBy == "" {
		keptBy = told.ownCount
	}
	if a != nil && keptBy != "" && (told.by || e.saidBefore(a, f)) && v.canKeep(e, entry, keptBy) {
		a = nil
	} else if a == nil {
		a = e.putBy(f)
	}
	if a == nil || len(a.Chain) == 0 {
		if a == nil && keptBy != "" {
			if k := v.named(e, entry, keptBy); k >= 0 {
				it := v.sourceItem(k)
				return keeperName{v.sourceIDAt(v.source[k].entry, v.source[k].n), it.label, nil, it.s.Kind}
			}
			if bodyKinds[lastWord(strings.ToLower(keptBy))] || properBody(keptBy) || countKinds[lastWord(strings.ToLower(keptBy))] || actAsOne(strings.Fields(strings.ToLower(keptBy))) {
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
	if nobody(name) { // "the group said that it had counted 31", "a recount put the dead at 71"
		if len(a.Chain) > 1 {
			k = max(0, sourcePlace(e.r, a.Chain[len(a.Chain)-2]))
			name = sourceLabel(&e.sources[k])
		}
		if nobody(name) {
			return keeperName{label: label(e)}
		}
	}
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
	if it.Kind == resolve.Person && strings.HasSuffix(it.Description, "& "+it.Name) { // "Brenner & Sohn" is a firm
		return keeperName{"by " + outletName(it.Description), it.Description, nil, resolve.Organisation}
	}
	return keeperName{v.sourceIDAt(entry, k), name, it, it.Kind}
}

// lookedBack are words before a number that only says of which blow something else is told.
var lookedBack = regexp.MustCompile(`(?i)\b(?:after|since|following)\b[^,;]* (?:that|which) (?:has |had )?(?:killed|left|claimed|took)(?: at least| more than| some| about| nearly| almost| over)? $`)

// ownCountOf is whom a sentence that gives a number "by their count" is about by its first words: "The organisers of the concert, in which seven people died by
// their count"; or "".
func ownCountOf(text string, f *resolve.Figure) string {
	s := sentenceAround(text, f.Span)
	if !containsAny(text[f.Span.End:s.End], " by their count", " by its count", " by its own count", " by their own count", " by its reckoning", " by their reckoning") {
		return ""
	}
	who, _, ok := strings.Cut(behindDateline(text[s.Start:f.Span.Start]), ",")
	if fields := strings.Fields(who); !ok || len(fields) > 8 {
		return ""
	}
	who, _, _ = strings.Cut(who, " of ")
	return who
}

// nobody reports whether the name of a source does not say who it is.
func nobody(name string) bool { return standIns[strings.ToLower(name)] || bareCount(name) }

// standIns are what a source is called where its report does not tell who it is.
var standIns = setOf("it they he she we i")

// saidBefore reports whether the words by which somebody says a thing stand in another sentence than the figure that is held for his: "The Red Cross said
// that 200 had died. The disaster agency has confirmed 171."
func (e *entry) saidBefore(a *resolve.Attribution, f *resolve.Figure) bool {
	if len(a.Cue) == 0 {
		return false
	}
	return !sentenceAround(e.r.Article.Text, f.Span).Contains(a.Cue[0])
}

// canKeep reports whether words are a body's that can keep a count.
func (v *View) canKeep(e *entry, entry int32, words string) bool {
	return bodyKinds[lastWord(strings.ToLower(words))] || countKinds[lastWord(strings.ToLower(words))] || properBody(words) || v.named(e, entry, words) >= 0
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
	fields := firstFields(behindDateline(sentence), 6)
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
	if a := e.saidMid(f); a != nil {
		return a
	}
	return e.saidBehind(f)
}

// saidMid is the statement in the middle of which its speaker is named, before a clause that goes on with what is told and has the count: "the troops withdrew, the
// General Staff said, after six days of fighting in which 71 soldiers were killed"; or nil.
func (e *entry) saidMid(f *resolve.Figure) *resolve.Attribution {
	text := e.r.Article.Text
	s := sentenceAround(text, f.Span)
	for i := range e.r.Attributions {
		a := &e.r.Attributions[i]
		if len(a.Cue) == 0 || len(a.Source) == 0 || len(a.Content) != 1 || !s.Contains(a.Content[0]) || !s.Contains(a.Source[0]) || a.Content[0].End > min(a.Source[0].Start, a.Cue[0].Start) {
			continue
		}
		from := max(a.Source[len(a.Source)-1].End, a.Cue[len(a.Cue)-1].End)
		if from > f.Start {
			continue
		}
		rest, ok := strings.CutPrefix(text[from:f.Start], ", ")
		word, rest, _ := strings.Cut(rest, " ")
		if ok && goesOnSaid[word] && !strings.ContainsAny(rest, ",;:“”\"\n") {
			return a
		}
	}
	return nil
}

// goesOnSaid are words at which what somebody tells goes on behind his name.
var goesOnSaid = setOf("after when as in with during before following including leaving killing wounding injuring")

// saidBehind is the statement whose speaker is named at the end of the sentence of a count, behind an aside: "the crash killed 275, 241 of them aboard,
// the health department said"; or nil.
func (e *entry) saidBehind(f *resolve.Figure) *resolve.Attribution {
	text := e.r.Article.Text
	s := sentenceAround(text, f.Span)
	for i := range e.r.Attributions {
		a := &e.r.Attributions[i]
		if len(a.Cue) == 0 || len(a.Source) == 0 || len(a.Content) == 0 || a.Content[0].Start < f.End || !s.Contains(a.Content[0]) || a.Source[0].Start < a.Content[0].End || !s.Contains(a.Source[0]) {
			continue
		}
		if between := text[f.End:a.Content[0].Start]; strings.HasSuffix(strings.TrimRight(between, " "), ",") && !strings.ContainsAny(between, ";“”\"\n") {
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
	if i := strings.LastIndex(strings.ReplaceAll(name, "’", "'"), "'s "); i > 0 && len(fields) < 7 && papers[strings.ToLower(fields[len(fields)-1])] {
		return strings.ReplaceAll(name, "’", "'")[:i] // "by the ministry's count"
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
	before = besideRelative(before)
	fields := strings.Fields(before)
	if who := countBy(fields); who != "" {
		return who
	}
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

// besideRelative is words before a count without what they say of who counts: "The Lawyers' Committee, which watches over protests, counted".
func besideRelative(before string) string {
	for _, w := range []string{", which ", ", who "} {
		who, rest, ok := strings.Cut(before, w)
		if _, after, closed := strings.Cut(rest, ", "); ok && closed && len(strings.Fields(who)) <= 6 && len(strings.Fields(after)) <= 3 {
			return who + " " + after
		}
	}
	return before
}

// countKinds are the last words of names of bodies that count besides those of bodyKinds.
var countKinds = setOf("defence defense guard brigade service services hospital morgue league chamber administration county prosecutors police organisers organizers rescuers insurers")

// putAtBy is who puts a number at so many by the words right behind it: "was put at 8,000 by police and 30,000 by organisers"; or "".
func putAtBy(text string, s article.Span, f *resolve.Figure) string {
	if m := countedBehind.FindStringSubmatch(text[f.End:s.End]); m != nil {
		return m[1]
	}
	m := byBody.FindStringSubmatch(text[f.End:s.End])
	if m == nil || !containsAny(text[s.Start:f.Start], " put at ", " estimated at ", " given as ", " reckoned at ", " counted at ") {
		return ""
	}
	return m[1]
}

// byBody are words for who gives a number, right behind it.
var byBody = regexp.MustCompile(`^(?: people| demonstrators| protesters)? by ((?:the )?(?:[A-Za-z'’-]+ ){0,4}?[A-Za-z'’-]+)(?: and | but | while |[,.;]|$)`)

// countedBehind are words for who counts behind a number that another is held against: "the 45,000 reported by the agency".
var countedBehind = regexp.MustCompile(`^(?: people| dead| deaths)? (?:counted|reported|given|recorded|estimated|claimed|announced|cited|listed|registered|confirmed|published) by ((?:the )?(?:[A-Za-z'’-]+ ){0,4}?[A-Za-z'’-]+)(?: and | but | while | on |[,.;]|$)`)

// arrester is who takes those counted right behind the words, whose count it is: "Police arrested"; or "".
func arrester(before string) string {
	fields := strings.Fields(strings.ToLower(behindDateline(before)))
	n := len(fields)
	if n > 1 && n < 7 && (fields[n-1] == "arrested" || fields[n-1] == "detained") {
		if n--; n > 1 && having[fields[n-1]] {
			n--
		}
		return strings.Join(strings.Fields(behindDateline(before))[:n], " ")
	}
	return ""
}

// hasCount are verbs whose object is a number that somebody keeps.
var (
	hasCount  = setOf("has have had lists counts gives gave counted recorded documented registered listed tallied")
	having    = setOf("has have had")
	countedBy = setOf("confirmed counted recorded registered documented verified listed received reported identified")
)

// whoHas is who has a number or stands by it by the words before it: "the Red Cross has", "the union stuck to its figure of"; or "".
func whoHas(fields []string) string {
	n := len(fields)
	for i := max(0, n-6); i < n && i > 0; i++ { // "… at 247; the Red Cross has"
		if strings.HasSuffix(fields[i-1], ";") || fields[i-1] == "and" || fields[i-1] == "while" {
			fields, n = fields[i:], n-i
			break
		}
	}
	if n > 2 && countedBy[strings.ToLower(fields[n-1])] && having[strings.ToLower(fields[n-2])] {
		fields, n = fields[:n-1], n-1 // "the agency has confirmed"
	}
	switch {
	case n > 1 && n < 7 && hasCount[strings.ToLower(fields[n-1])]:
		if w := fields[n-2]; n > 2 && (w == "now" || w == "already" || w == "also") {
			n-- // "the rescue service now counts"
		}
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
var holdsOn = setOf("keeps keep holds clings clung stuck sticks stands stood held kept insisted insists maintained maintains repeated defended reaffirmed confirmed")

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
	for len(rest) > 0 && (rest[0] == "own" || countedLately[rest[0]]) {
		rest = rest[1:] // "the agency's own toll"
	}
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

// inFull is a keeper with the name that its report has in full, where it is called by the first word of it: "Talvik" of a report on Talvik Lines.
func (v *View) inFull(e *entry, entry int32, k keeperName) keeperName {
	if k.id == "" || k.kind == resolve.Person && k.as != nil && k.as.Role != "" || strings.Contains(k.label, " ") || !isUpper(k.label) || countryOf(k.label) != "" {
		return k
	}
	text := e.r.Article.Text
	for at := 0; ; {
		i := strings.Index(text[at:], k.label+" ")
		if i < 0 {
			return k
		}
		at += i + len(k.label) + 1
		fields := firstFields(text[at:min(len(text), at+40)], 1)
		if len(fields) == 0 || fields[0][0] < 'A' || fields[0][0] > 'Z' {
			continue
		}
		next := strings.TrimRight(fields[0], ",.;:")
		if next = strings.TrimSuffix(strings.TrimSuffix(next, "'s"), "’s"); bodyKinds[strings.ToLower(next)] || countKinds[strings.ToLower(next)] {
			continue
		}
		if m := v.named(e, entry, k.label+" "+next); m >= 0 {
			it := v.sourceItem(m)
			if it.s.Kind == resolve.Person {
				return k
			}
			return keeperName{v.sourceIDAt(v.source[m].entry, v.source[m].n), it.label, it.s, it.s.Kind}
		}
	}
}
