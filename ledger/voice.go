package ledger

import (
	"regexp"
	"slices"
	"strings"

	"sayso/resolve"
)

// Who changes what he says need not be called the same twice: a firm speaks through its spokeswoman, a president through his office, and "the army" of
// one report is "Norland's army" of the next. A voice is the sources of a story that speak as one. It links no sources: two who speak for a body are two
// people still.

// voices are the sources across reports of a story by the voice that they are of.
type voices struct {
	v       *View
	of      map[int32]int32 // by source set: one that speaks for the same
	people  map[uint32][]int32
	chairs  map[uint32][]int32
	bodies  map[string][]bodyVoice
	firms   []firm
	byName  map[string]int32
	entries []int32
}

// A bodyVoice is a source that is a body, or speaks for one, and whose that body is.
type bodyVoice struct {
	set   int32
	owner string
}

// A firm is a source that "the company" may be.
type firm struct {
	set  int32
	name string
}

func (v *View) voicesIn(entries []int32) *voices {
	o := &voices{v: v, of: map[int32]int32{}, people: map[uint32][]int32{}, chairs: map[uint32][]int32{}, bodies: map[string][]bodyVoice{}, byName: map[string]int32{}, entries: entries}
	for _, n := range entries {
		if !v.current[n] {
			continue
		}
		for k := range v.entries[n].sources {
			if set := v.sourceOf[v.sourceBase[n]+int32(k)]; set >= 0 {
				o.note(set, &v.entries[n].sources[k])
			}
		}
	}
	for _, n := range entries {
		if v.current[n] {
			o.joinFirms(n)
			o.joinWithin(n)
		}
	}
	o.joinBodies()
	for _, n := range entries {
		if v.current[n] {
			o.joinOffices(n)
		}
	}
	return o
}

// note takes down by what a source may be called elsewhere.
func (o *voices) note(set int32, s *sourceItem) {
	if _, ok := o.of[set]; !ok {
		o.of[set] = set
	}
	add := func(m map[uint32][]int32, key uint32) {
		if key != 0 && !slices.Contains(m[key], set) {
			m[key] = append(m[key], set)
		}
	}
	if s.s.Kind == resolve.Person && len(s.given) > 0 {
		add(o.people, lastName(s.s.Name))
		if !s.speaks() {
			add(o.chairs, s.chair.key)
		}
	}
	if m := ministerOf.FindStringSubmatch(strings.ToLower(s.s.Role)); m != nil && s.s.Kind == resolve.Person && s.s.Name != "" {
		b := readBody("the " + s.s.Role[:len(m[0])-len("minister")] + "ministry")
		o.bodies[b.name] = append(o.bodies[b.name], bodyVoice{set, b.owner})
	}
	if b := s.speaksForBody(); b.name != "" {
		if of := (bodyVoice{set, b.owner}); !slices.Contains(o.bodies[b.name], of) {
			o.bodies[b.name] = append(o.bodies[b.name], of)
		}
	}
	if s.s.Name != "" && strings.Contains(s.s.Name, " ") { // one report may take for a person whom another takes for a firm
		o.joinNamed(set, foldString(s.s.Name))
	}
	if s.isFirm() && !slices.Contains(o.firms, firm{set, s.s.Name}) {
		o.firms = append(o.firms, firm{set, s.s.Name})
	}
}

func (o *voices) find(set int32) int32 {
	for o.of[set] != set {
		set = o.of[set]
	}
	return set
}

// join makes one voice of two; the lower number stands for it, so that the order does not matter.
func (o *voices) join(a, b int32) {
	a, b = o.find(a), o.find(b)
	if a != b {
		o.of[max(a, b)] = min(a, b)
	}
}

// joinNamed joins sources of one whole name.
func (o *voices) joinNamed(set int32, name string) {
	if at, ok := o.byName[name]; ok {
		o.join(at, set)
	} else {
		o.byName[name] = set
	}
}

// oneVoice reports whether sources are all of one voice.
func (o *voices) oneVoice(sets []int32) bool {
	return len(sets) > 0 && !slices.ContainsFunc(sets, func(s int32) bool { return o.find(s) != o.find(sets[0]) })
}

// ministerOf are the words for who heads a ministry that is called after his office.
var ministerOf = regexp.MustCompile(`^(?:[a-z'’-]+ )?(?:interior|foreign|defence|defense|finance|health|justice|transport|energy|education|economy|trade|labour|labor|agriculture) minister`)

var spokesWords = regexp.MustCompile(`^(?:(?:an?|the|another)\s+)?(.*?)(?:['’]s)?\s*\b(?:chief |senior |main )?spokes(?:man|woman|person)\b(?:\s+(?:for|of)\s+(.+))?`)

// spokenFor is the words for whom a spokesman speaks: "the railway" of "a spokesman for the railway", "company" of "the company's spokeswoman"; "" for
// others.
func (s *sourceItem) spokenFor() string {
	if s.s.Kind != resolve.Person {
		return ""
	}
	phrase := s.s.Role
	if phrase == "" {
		phrase = strings.TrimSpace(strings.Replace(s.s.Description, s.s.Name, "", 1))
	}
	m := spokesWords.FindStringSubmatch(strings.TrimLeft(phrase, ", "))
	if m == nil {
		return ""
	}
	return either(m[2] != "", m[2], m[1])
}

func (s *sourceItem) speaks() bool { return s.spokenFor() != "" }

// speaksForBody is the body that a source is or speaks for.
func (s *sourceItem) speaksForBody() body {
	if of := s.spokenFor(); of != "" {
		if b := readBody("the " + strings.TrimPrefix(of, "the ")); !pronounOwner[strings.ToLower(of)] {
			return b
		}
		return body{}
	}
	if first, rest, ok := strings.Cut(s.s.Description, " "); ok && pronounOwner[strings.ToLower(first)] && s.s.Kind == resolve.Organisation { // "its defence ministry"
		return readBody("the " + rest)
	}
	if s.s.Kind == resolve.Organisation || s.s.Kind == resolve.Group && !s.s.Anonymous {
		return s.body
	}
	return body{}
}

var pronounOwner = setOf("its his her their")

// businessWords close the names of firms.
var businessWords = setOf("chemical chemicals works energy rail railways timber bank motors airlines airways air oil gas steel group industries shipping lines power mining foods systems technologies telecom insurance holdings inc ltd corp plc ag company airport")

// publicEndings close the names of bodies that are no firms: "the Food Safety Board".
var publicEndings = setOf("board agency authority commission council office bureau ministry department inspectorate union association federation committee party police court tribunal university regulator parliament")

// isFirm reports whether "the company" may be a source.
func (s *sourceItem) isFirm() bool {
	if s.s.Name == "" || s.speaks() {
		return false
	}
	if s.s.Kind == resolve.Organisation {
		f := strings.Fields(strings.ToLower(s.s.Name))
		return !s.body.common && !s.body.small && s.body.name != "" && countryOf(s.s.Name) == "" && !publicEndings[f[len(f)-1]]
	}
	f := strings.Fields(strings.ToLower(s.s.Name))
	return s.s.Kind == resolve.Person && len(s.role) == 0 && businessWords[f[len(f)-1]]
}

// firmWords are what a firm is called the second time.
var firmWords = setOf("company firm operator builder manufacturer maker carrier airline bank owner")

// joinFirms joins "the company" with the only firm among a story's sources that its report names.
func (o *voices) joinFirms(n int32) {
	e := o.v.entries[n]
	for k := range e.sources {
		b := e.sources[k].speaksForBody()
		set := o.v.sourceOf[o.v.sourceBase[n]+int32(k)]
		if set < 0 || !firmWords[b.name] {
			continue
		}
		only := int32(-1)
		for _, f := range o.firms {
			if holdsName(e.r.Article.Text, f.name) {
				if only >= 0 && o.find(only) != o.find(f.set) {
					only = -2
					break
				}
				only = f.set
			}
		}
		if only >= 0 {
			o.join(set, only)
		}
	}
}

// joinWithin joins who speaks for "the ministry" with the only body of his report whose name ends so.
func (o *voices) joinWithin(n int32) {
	e := o.v.entries[n]
	for k := range e.sources {
		short := e.sources[k].speaksForBody()
		if short.name == "" || strings.Contains(short.name, " ") {
			continue
		}
		set, only := o.v.sourceOf[o.v.sourceBase[n]+int32(k)], int32(-1)
		for i := range e.sources {
			b := e.sources[i].speaksForBody()
			if !strings.HasSuffix(b.name, " "+short.name) || short.owner != "" && b.owner != short.owner {
				continue
			}
			of := o.v.sourceOf[o.v.sourceBase[n]+int32(i)]
			if only >= 0 && o.find(only) != o.find(of) {
				only = -2
				break
			}
			only = of
		}
		if set >= 0 && only >= 0 {
			o.join(set, only)
		}
	}
}

// headsBody are the offices of who speaks for a body that he heads.
const headsBody = `(?:chief|chief executive(?: officer)?|ceo|head|director|director[- ]general|managing director|chairman|chairwoman|chair|president|general secretary|secretary[- ]general|owner)`

var (
	headBefore = regexp.MustCompile(`^(?i:the )?(.+?)(?:['’]s|s['’])? ` + headsBody + `$`)
	headBehind = regexp.MustCompile(`^(?i:the )?` + headsBody + ` of (?:the )?(.+)$`)
)

// bodyHeaded is the body whose head a person is by his office, as it is written: "Tarn Water's chief", "the chief executive of Harl Bank"; "" for others.
func bodyHeaded(s *resolve.Source) string {
	if s.Kind != resolve.Person || s.Role == "" {
		return ""
	}
	for _, r := range []*regexp.Regexp{headBefore, headBehind} {
		if m := r.FindStringSubmatch(s.Role); m != nil && isUpper(m[1]) && strings.Contains(m[1], " ") {
			return m[1]
		}
	}
	return ""
}

var possessedOffice = regexp.MustCompile(`^(?:the )?(.+?)(?:['’]s|s['’]) (?:press )?office$`)

// joinOffices joins the office of somebody who is named or the only one of his office in the story with him, so does a spokesman of his, and a family
// name alone with the only one who has it.
func (o *voices) joinOffices(n int32) {
	e := o.v.entries[n]
	for k := range e.sources {
		s := &e.sources[k]
		set := o.v.sourceOf[o.v.sourceBase[n]+int32(k)]
		if set < 0 {
			continue
		}
		if at, ok := o.byName[foldString(bodyHeaded(s.s))]; ok { // a firm's chief speaks for the firm
			o.join(set, at)
			continue
		}
		whose := s.spokenFor()
		if pronounOwner[strings.ToLower(whose)] {
			o.joinPossessor(n, int32(k), set)
			continue
		}
		for _, name := range []string{s.s.Name, s.s.Description} {
			if m := possessedOffice.FindStringSubmatch(name); m != nil && whose == "" {
				whose = m[1]
			}
		}
		if whose == "" {
			if f := strings.Fields(either(s.s.Name != "", s.s.Name, s.s.Description)); s.s.Kind == resolve.Person && len(f) == 1 && isUpper(f[0]) {
				whose = f[0]
			}
		}
		if whose == "" {
			continue
		}
		if at := e.holderOf(whose); at >= 0 && o.v.sourceOf[o.v.sourceBase[n]+at] >= 0 {
			o.join(set, o.v.sourceOf[o.v.sourceBase[n]+at])
			continue
		}
		if c := chairIn(whose); c.key != 0 && o.oneVoice(o.chairs[c.key]) {
			o.join(set, o.chairs[c.key][0])
		} else if sets := o.people[lastName(whose)]; isUpper(whose) && o.oneVoice(sets) {
			o.join(set, sets[0])
		}
	}
}

// joinPossessor joins "her spokesman" with whoever the words that he is cited for open with; where that one is no source of the story, the spokesman stands for her.
func (o *voices) joinPossessor(n, source, set int32) {
	e := o.v.entries[n]
	for i := range e.claims {
		c := &e.claims[i]
		if c.source != source {
			continue
		}
		names := personRuns(clip(c.spans[0].Text(e.r.Article.Text), openingNames), nil)
		switch {
		case len(names) == 0:
		case len(o.people[names[0]]) == 0:
			o.people[names[0]] = []int32{set}
		case o.oneVoice(o.people[names[0]]):
			o.join(set, o.people[names[0]][0])
		}
		return
	}
}

// openingNames is within how many bytes of a content stands whom it opens with.
const openingNames = 60

// holderOf is the place of the only source of a report whose office ends in a word alone, "the minister", or -1.
func (e *entry) holderOf(office string) int32 {
	word := strings.TrimPrefix(strings.ToLower(office), "the ")
	if !manyChairs[word] && !oneChairs[word] {
		return -1
	}
	only := int32(-1)
	for k := range e.sources {
		if s := e.sources[k].s; s.Kind == resolve.Person && s.Name != "" && strings.HasSuffix(strings.ToLower(s.Role), word) {
			if only >= 0 {
				return -1
			}
			only = int32(k)
		}
	}
	return only
}

// joinBodies joins the bodies of one name, unless the story has those of two owners; then those of one owner. A word alone ("the ministry") is the only
// body whose name ends in it.
func (o *voices) joinBodies() {
	names := make([]string, 0, len(o.bodies))
	for name := range o.bodies {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		o.joinOwned(o.bodies[name])
		if strings.Contains(name, " ") {
			continue
		}
		only := ""
		for _, long := range names {
			if strings.HasSuffix(long, " "+name) {
				if only != "" {
					only = ""
					break
				}
				only = long
			}
		}
		if only != "" {
			o.joinOwned(append(slices.Clone(o.bodies[only]), o.bodies[name]...))
		}
	}
}

// joinOwned joins bodies of one name.
func (o *voices) joinOwned(all []bodyVoice) {
	owner := ""
	for _, b := range all {
		if b.owner != "" && owner != "" && b.owner != owner {
			o.joinEachOwner(all)
			return
		}
		owner = either(b.owner != "", b.owner, owner)
	}
	for _, b := range all {
		o.join(all[0].set, b.set)
	}
}

func (o *voices) joinEachOwner(all []bodyVoice) {
	first := map[string]int32{}
	for _, b := range all {
		if at, ok := first[b.owner]; ok && b.owner != "" {
			o.join(at, b.set)
		} else {
			first[b.owner] = b.set
		}
	}
}
