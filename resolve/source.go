package resolve

import (
	"slices"
	"strconv"
	"strings"

	"sayso/article"
	"sayso/parse"
)

// sources finds who is cited: it resolves every mention in text order, each to an entity that was
// mentioned before or to a new one, and keeps those that the report cites.
func (w *work) sources() {
	w.entityAt, w.entityOf, w.byName = map[int]int{}, map[int32]int{}, map[string][]int{}
	w.asks, w.partAt, w.lastSaid = map[byte]int{}, map[int]int{}, -1
	w.findQuotes()
	for _, m := range w.mentions() {
		w.resolve(&m)
	}
	w.reasons()
	w.groups()
	w.keepCited()
}

// resolve files m under its entity.
func (w *work) resolve(m *mention) {
	if m.pronoun == "who" || m.pronoun == "which" || m.pronoun == "that" {
		w.resolveRelative(m)
		return
	}
	i, by := w.find(m)
	if i < 0 {
		if m.pronoun != "" && !m.cited {
			return
		}
		i, by = w.introduce(m)
	}
	w.file(m, i, by)
}

// file adds m to entity i.
func (w *work) file(m *mention, i int, by string) {
	d := w.m.Doc
	e := &w.entities[i]
	if m.cited || e.cited || m.named || m.part {
		e.Mentions = append(e.Mentions, SourceMention{Span: m.span, By: by})
	}
	e.cited = e.cited || m.cited
	e.firm = e.firm || !m.named && (m.noun == "company" || m.noun == "firm")
	e.seen++
	if m.cited && !m.via || !isPlatform(e.Name) {
		w.recent = append(w.recent, i) // "the group" is no platform on which it wrote
	}
	e.lastTok, e.quoted, e.lastNamed = m.head, m.quoted, m.named
	label := d.Tokens[m.head].Label
	e.lastSubj = label == parse.Nsubj || label == parse.NsubjPass || label == parse.Root
	if m.said && !m.quoted {
		e.saidAt, w.lastSaid = int(d.Tokens[m.head].Sentence), i
	}
	if _, g := pronounKind(m.pronoun); g != 0 && e.gender == 0 && !w.saidOf(m, i) {
		e.gender = g
	}
	w.entityAt[m.span.Start] = i
	w.learn(m, e)
	if m.part {
		w.partAt[m.span.Start] = i
	}
	if m.parts != nil {
		w.join(m, i)
		return
	}
	w.entityOf[m.head] = i
	if m.named {
		for t := m.name.First; t < m.name.End; t++ {
			w.entityOf[t] = i
		}
	}
}

// saidOf says whether pronoun m stands in what entity i itself says, and not at its head, so that it may be of others: "Hayes said the video
// shows he had his hands up".
func (w *work) saidOf(m *mention, i int) bool {
	k := w.toldIn(m.head)
	if k < 0 || m.said || m.head <= w.m.Doc.TokenAt(w.m.Statements[k].Content[0].Start)+1 {
		return false
	}
	e, ok := w.entityOfSpans(w.m.Statements[k].Source)
	return ok && e == i
}

// join notes in the parts of m, filed before it, that they are of entity i.
func (w *work) join(m *mention, i int) {
	for _, first := range m.parts {
		if k, ok := w.partAt[w.m.Doc.Span(first).Start]; ok && k != i {
			w.entities[k].partOf = i
			if e := &w.entities[i]; !slices.Contains(e.members, k) {
				e.members = append(e.members, k)
			}
		}
	}
}

// learn takes from a mention what it says of e: a fuller name, a title, a role.
func (w *work) learn(m *mention, e *entity) {
	text := w.m.Doc.Text
	if m.pronoun != "" {
		return
	}
	if m.named {
		n := w.nameText(m)
		if e.Name == "" && e.Kind == Person {
			e.Name, e.Anonymous = n, false
			last := strings.ToLower(familyName(n))
			w.byName[last] = append(w.byName[last], w.entityAt[m.span.Start])
		}
		if len(n) > len(e.Name) && e.Kind == Person && (strings.EqualFold(familyName(n), familyName(e.Name)) || strings.HasPrefix(fold(n), fold(e.Name)+" ")) {
			e.Name = n
			if e.gender == 0 {
				e.gender = genderOf(n)
			}
		}
		if e.Kind != Person && e.Name != "" && strings.ToUpper(e.Name) == e.Name && isAcronym(n, e.Name) {
			e.Name = n // "HARROW (HC) — …, he told the Harrow Courier"
		}
		if m.title.Len() > 0 {
			w.takeRole(m.title, e)
		}
	}
	if m.bare || m.label != 0 {
		return
	}
	if words := w.bodyWords(m); !m.named && m.parts == nil && len(words) > len(e.called) {
		e.called = words
	}
	if e.Kind == Person && e.gender == 0 && e.Name != "" && w.titledBody(m) {
		e.Kind = Organisation
	}
	if e.Affiliation == "" && m.named {
		switch e.Kind {
		case Organisation, Outlet:
			e.Affiliation = w.bodyOf(m)
		case Person:
			e.Affiliation = w.memberOf(m)
		}
	}
	if s := plainName(m.span.Text(text), e.Kind); len(s) > len(e.Description) && len(s) < 160 && (m.named || e.Name == "") && !w.pointsBack(m.head-1) {
		e.Description = s
	}
}

// plainName is a description without the clause after it: "the fire service, which counts the missing as
// dead" is the fire service. What is said of people tells who they are, and stays.
func plainName(s string, k SourceKind) string {
	s = withoutTime(strings.TrimRight(s, ", "))
	if k == Organisation || k == Outlet || k == Document {
		s, _, _ = strings.Cut(s, ", ")
	}
	return s
}

// withoutTime is a description without the time that closes it: "authorities last year", "the ministry on Friday".
func withoutTime(s string) string {
	f := strings.Fields(s)
	n := len(f)
	if n < 2 {
		return s
	}
	switch last := strings.ToLower(f[n-1]); last {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
		n--
		if w := strings.ToLower(f[n-1]); n > 1 && (w == "on" || w == "last" || w == "late" || w == "early" || w == "this") {
			n--
		}
	case "year", "month", "week", "night", "morning", "weekend":
		if w := strings.ToLower(f[n-2]); n < 3 || w != "last" && w != "this" {
			return s
		}
		n -= 2
	default:
		return s
	}
	if strings.HasSuffix(f[n-1], "ed") {
		return s // "its last update, issued on Monday"
	}
	return strings.Join(f[:n], " ")
}

// roleAlone is a role without whose it is by a pronoun, and without the comma behind it: "Its spokesman," is spokesman.
func roleAlone(role string) string {
	role = strings.TrimRight(role, ", ")
	if sinceThen[strings.ToLower(role)] {
		return "" // "Afterwards Orr said"
	}
	if owner, rest, ok := strings.Cut(role, " "); ok && owners[strings.ToLower(owner)] {
		return rest
	}
	return role
}

var owners = words(`its his her their our my your`)

// takeRole keeps a title and the nouns in it that can stand for its holder: "the secretary".
func (w *work) takeRole(title article.Span, e *entity) {
	d := w.m.Doc
	if e.Role == "" {
		e.Role = roleAlone(withoutTime(title.Text(d.Text)))
	}
	past := false // "former president Obama" is not "the president"
	for t := d.TokenAt(title.Start); int(t) < len(d.Tokens) && int(d.Tokens[t].Start) < title.End; t++ {
		k := &d.Tokens[t]
		word := strings.ToLower(k.Lemma)
		if long := shortOffices[strings.TrimSuffix(word, ".")]; long != "" && isCapital(d.Word(t)) {
			word = long
		}
		past = past || word == "lieutenant" && shortOffices[strings.TrimSuffix(strings.ToLower(d.Word(t+1)), ".")] == "governor" || word == "former" || word == "ex" || word == "late" || word == "vice" || word == "deputy" || word == "ex-president" || word == "then"
		body := organisationNouns[word] && !officeNouns[word] // "the junta" is no short name of its spokesman
		if !past && !body && (k.UPOS == parse.NOUN || k.UPOS == parse.PROPN) && !slices.Contains(e.roles, word) {
			e.roles = append(e.roles, word)
		}
		switch {
		case hisWords[word] && e.gender == 0:
			e.gender = 'm'
		case herWords[word] && e.gender == 0:
			e.gender = 'f'
		}
	}
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// introduce makes an entity of a phrase that goes back to none.
func (w *work) introduce(m *mention) (int, string) {
	d := w.m.Doc
	e := entity{noun: m.noun, plural: m.plural, some: m.partitive >= 0, saidAt: -1, before: -1, partOf: -1}
	if m.bare {
		w.takeNoun(m, &e)
	}
	e.Kind, e.Anonymous = w.kind(m)
	if hisWords[m.noun] {
		e.gender = 'm'
	} else if herWords[m.noun] {
		e.gender = 'f'
	}
	if m.named {
		e.Name = w.nameText(m)
		if before := m.name.First - 1; e.Kind == Organisation && before >= m.first && generalBodies[strings.ToLower(d.Word(before))] {
			e.noun = strings.ToLower(d.Word(before)) // "state news agency LNA"
		}
		if e.Kind == Person && e.gender == 0 {
			e.gender = genderOf(e.Name)
		}
	} else {
		e.Count = m.count
		e.Access = w.access(m)
		if a := w.affiliation(m); a != "" && m.parts == nil {
			e.Affiliation = a
		}
		if m.owner >= 0 && e.Kind != Document {
			e.Name, e.Anonymous = w.owned(m, &e)
		}
	}
	e.Description = plainName(m.span.Text(d.Text), e.Kind)
	if e.Name != "" {
		last := strings.ToLower(familyName(e.Name))
		w.byName[last] = append(w.byName[last], len(w.entities))
	}
	w.entities = append(w.entities, e)
	return len(w.entities) - 1, "first mention"
}

// owned names what belongs to somebody known: "his office" is "Piet Lanning’s office". A person is
// not named by an owner: "his lawyer" is somebody unnamed.
func (w *work) owned(m *mention, e *entity) (name string, anonymous bool) {
	if e.Kind == Person || e.Kind == Group {
		return "", e.Anonymous
	}
	d := w.m.Doc
	if c := w.stateBefore(m.owner); c != "" {
		return c + "’s " + strings.ToLower(d.Word(m.head)), false
	}
	i, ok := w.entityOf[m.owner]
	if !ok {
		p := mention{nounPhrase: w.phraseOf(m.owner, m.owner+1), span: d.Span(m.owner)}
		if p.pronoun == "its" || p.pronoun == "his" || p.pronoun == "her" || p.pronoun == "their" {
			i, _ = w.findPronoun(&p)
			ok = i >= 0
		}
	}
	if !ok || w.entities[i].Name == "" {
		return "", false
	}
	return w.entities[i].Name + "’s " + strings.ToLower(d.Word(m.head)), false
}

// takeNoun gives "one", "another", "a third" the noun of whoever was spoken of before: "One backbencher said …
// Another said".
func (w *work) takeNoun(m *mention, e *entity) {
	far := func(k *entity) int { return int(w.m.Doc.Tokens[m.head].Sentence - w.m.Doc.Tokens[k.lastTok].Sentence) }
	best := -1
	for i := range w.lately() {
		k := &w.entities[i]
		if k.Name != "" || !k.Anonymous || !k.cited || k.Kind != Person && k.Kind != Group || far(k) > pronounReach || bareWords[k.noun] {
			continue
		}
		best = i
		break
	}
	if best < 0 {
		return
	}
	e.before, e.noun = best, w.entities[best].noun
	if !m.plural && m.count == 0 {
		m.count = 1
	}
	if e.Affiliation == "" {
		e.Affiliation = w.entities[best].Affiliation
	}
}

// keepCited turns the cited entities into sources, numbered in order of first mention.
func (w *work) keepCited() {
	w.ids = make([]string, len(w.entities))
	for i := range w.entities {
		if w.entities[i].cited && w.joinsKnown(i) {
			for _, k := range w.entities[i].members {
				w.entities[k].cited = true
			}
		}
	}
	var cited []int
	for i := range w.entities {
		if w.entities[i].cited {
			cited = append(cited, i)
		}
	}
	slices.SortStableFunc(cited, func(a, b int) int {
		return w.entities[a].Mentions[0].Start - w.entities[b].Mentions[0].Start
	})
	for n, i := range cited {
		w.ids[i] = "s" + strconv.Itoa(n+1)
	}
	for _, i := range cited {
		s := w.entities[i].Source
		s.ID = w.ids[i]
		if of := w.entities[i].Of; of != "" {
			k, _ := strconv.Atoi(of)
			s.Of = w.ids[k]
		}
		if w.joinsKnown(i) {
			for _, k := range w.entities[i].members {
				s.Members = append(s.Members, w.ids[k])
			}
		}
		w.r.Sources = append(w.r.Sources, s)
	}
}

// joinsKnown says whether entity i joins several of whom one at least is named or an office: "Ida Orr and two officials".
func (w *work) joinsKnown(i int) bool {
	e := &w.entities[i]
	return e.Kind == Group && len(e.members) > 1 && slices.ContainsFunc(e.members, func(k int) bool { return !w.entities[k].Anonymous })
}

// sourceID is the id of the source that these words stand for, or "".
func (w *work) sourceID(spans []article.Span) string {
	if len(spans) == 0 {
		return ""
	}
	if i, ok := w.entityAt[spans[0].Start]; ok {
		return w.ids[i]
	}
	return ""
}
