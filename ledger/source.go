package ledger

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
	"unicode"

	"sayso/resolve"
)

// A Source is one who is cited, across reports.
type Source struct {
	ID          string // "so-…"
	Kind        resolve.SourceKind
	Name        string // the fullest name, "" for an unnamed source
	Description string // the longest description
	Role        string
	Affiliation string
	Anonymous   bool
	Count       int      // how many speak, 0 where nobody says
	Outlet      string   // for an unnamed source, whose source it is: the outlet that cites it first-hand
	Mentions    []Ref    // its first mention in each report, by publication
	Reports     int      // that have it
	Stories     []string // ids of theirs, by first mention
	Links       []Link   // why the mentions are one, and with what it is possibly one
	Possibly    []string // ids of the sources it may be
}

// sourceItem is a source of one report as links are decided by.
type sourceItem struct {
	s         *resolve.Source
	given     []uint32 // first and middle names, folded
	family    uint32
	person    personName // of a named person
	office    []uint32   // stems of all that is said of what that person is
	post      string     // whose office that person has and which, or ""
	chair     chair      // the office that a person has, if one person has it at a time
	country   string     // ISO code of the country whose office a person has, or ""
	body      body       // which body an organisation or outlet is
	name      string     // folded whole name
	role      []uint32   // stems of role, sorted
	affil     []uint32
	desc      []uint32 // stems of the description, without the count
	exclusive string   // outlet whose source it is
	label     string   // name, description or words
	called    string   // the name to call it by, "" for none
	phrase    string   // its description without the clause after it
	grade     int      // how well it is named
	says      vector   // of what it is cited for
	saysWords []uint32 // the same, word by word
}

type sourceLink struct{ verdict Verdict }

// sources makes an item of every source of the report, with all by which it is compared.
func (x *extractor) sources() {
	r := x.e.r
	x.e.sources = make([]sourceItem, len(r.Sources))
	said := x.saidBy()
	for i := range r.Sources {
		s := &r.Sources[i]
		it := sourceItem{s: s, exclusive: x.exclusive(s.ID), label: labelOf(s, x.a.Text)}
		it.name, it.given, it.family = splitName(s.Name)
		it.role = stemsOf(s.Role)
		it.affil = stemsOf(s.Affiliation)
		it.desc = stemsOf(s.Description)
		it.body = bodyOf(s).known()
		if s.Kind == resolve.Person {
			it.person, it.country = personNameOf(s.Name), countryIn(s.Affiliation+" "+s.Role)
			it.office = stemsOf(s.Role + " " + strings.Replace(s.Description, s.Name, " ", 1))
			it.post, it.chair = postOf(s), chairOf(s)
			if s.Name == "" {
				it.country = countryIn(s.Affiliation + " " + s.Description)
			}
		}
		it.called, it.phrase, it.grade = it.calledBy(), plainPhrase(s.Description), it.gradeOf()
		ws := said[s.ID]
		if s.Name == "" { // what other named sources say ties nobody to them
			it.says = vectorOf(ws, nameWeight)
		}
		if s.Name == "" || speaksFor(s) {
			for _, w := range ws {
				it.saysWords = append(it.saysWords, w.hash)
			}
		}
		x.e.sources[i] = it
	}
}

// saidBy is the words that each source is cited for.
func (x *extractor) saidBy() map[string][]word {
	out := map[string][]word{}
	for i, a := range x.e.r.Attributions {
		if len(a.Chain) == 0 {
			continue
		}
		last := a.Chain[len(a.Chain)-1]
		if len(out[last]) > 0 { // a word of this report alone, so that no run of words goes on from one statement to the next
			out[last] = append(out[last], word{hash: hashString(x.e.key + " " + strconv.Itoa(i))})
		}
		for _, c := range a.Content {
			out[last] = append(out[last], x.within(c)...)
		}
	}
	return out
}

// exclusive is the outlet that cites the source first-hand: the one before it in a chain, or the
// one that it spoke to, or else the report's own. A person who cites others stands for an outlet, and an
// outlet may read like a person ("Cable One").
func (x *extractor) exclusive(id string) string {
	r := x.e.r
	for _, a := range r.Attributions {
		for i, c := range a.Chain {
			if c != id || i == 0 {
				continue
			}
			if s := sourceByID(r, a.Chain[i-1]); s != nil && s.Name != "" {
				return outletName(s.Name)
			}
		}
		if a.Via != "" && len(a.Chain) > 0 && a.Chain[len(a.Chain)-1] == id {
			if s := sourceByID(r, a.Via); s != nil && s.Name != "" {
				return outletName(s.Name)
			}
		}
	}
	if s := sourceByID(r, id); s != nil && s.Anonymous {
		if of := paperOf(s.Description); of != "" {
			return of
		}
	}
	return x.e.publisher
}

func sourceByID(r *resolve.Reading, id string) *resolve.Source {
	for i := range r.Sources {
		if r.Sources[i].ID == id {
			return &r.Sources[i]
		}
	}
	return nil
}

// labelOf is what a source is called: its name, its description or the words of its first mention.
func labelOf(s *resolve.Source, text string) string {
	switch {
	case s.Name != "":
		return s.Name
	case s.Description != "":
		return s.Description
	case len(s.Mentions) > 0:
		return s.Mentions[0].Text(text)
	}
	return "an unnamed source"
}

// splitName is a name folded, and its given and family names for a person's.
func splitName(name string) (folded string, given []uint32, family uint32) {
	var parts []string
	for _, w := range words(name) {
		f := foldString(w.Text(name))
		if !honorific[f] {
			parts = append(parts, f)
		}
	}
	for len(parts) > 0 && (parts[len(parts)-1] == "jr" || parts[len(parts)-1] == "sr") {
		parts = parts[:len(parts)-1]
	}
	if len(parts) == 0 {
		return "", nil, 0
	}
	for _, p := range parts[:len(parts)-1] {
		given = append(given, hashString(p))
	}
	return strings.Join(parts, " "), given, hashString(parts[len(parts)-1])
}

func foldString(s string) string {
	return strings.Map(func(r rune) rune { return fold(unicode.ToLower(r)) }, s)
}

var honorific = setOf(`mr mrs ms miss dr sir lord lady dame prof professor president minister secretary senator sen rep gov governor
	general gen colonel col lieutenant lt captain capt major maj admiral adm judge justice chief the prime foreign defence defense vice king queen prince princess pope`)

func setOf(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// spelled are stems that are one word in two spellings or forms, by the form that stands for both.
var spelled = func() map[uint32]uint32 {
	m := map[uint32]uint32{}
	for _, row := range strings.Fields(`defence,defense american,us,united-states,u.s,usa,america israeli,israel russian,russia ukrainian,ukraine british,uk,britain,u.k
		spokesman,spokesperson,spokeswoman chairman,chair,chairwoman,chairperson adviser,advisor
		venezuelan,venezuela iranian,iran chinese,china french,france german,germany palestinian,palestine`) {
		forms := strings.Split(row, ",")
		for _, f := range forms {
			m[hash32(stem([]byte(f)))] = hash32(stem([]byte(forms[0])))
		}
	}
	return m
}()

// numberWords do not tell one description from another; the count stands beside it.
var numberWords = setOf("one two three four five six seven eight nine ten several some a an the another second third fourth other of and in who")

func stemsOf(s string) []uint32 {
	var out []uint32
	for _, w := range words(s) {
		f := foldString(w.Text(s))
		if numberWords[f] || w.digit {
			continue
		}
		h := w.stem
		if one, ok := spelled[h]; ok {
			h = one
		}
		out = append(out, h)
	}
	sort.Slice(out, func(i, j int) bool { return out[i] < out[j] })
	n := 0
	for i, h := range out {
		if i == 0 || h != out[n-1] {
			out[n] = h
			n++
		}
	}
	return out[:n]
}

func (l *Ledger) sourceBefore(a, b int32) bool { return a != b && l.itemBefore(l.source, a, b) }

func (l *Ledger) sourceAt(i int32) (*entry, *sourceItem) {
	it := l.source[i]
	return l.entries[it.entry], &l.entries[it.entry].sources[it.n]
}

// sourceKeys are the keys of which two sources must share one to be compared at all.
func (l *Ledger) sourceKeys(i int32) []uint32 {
	_, s := l.sourceAt(i)
	var keys []uint32
	if s.s.Kind == resolve.Person && s.s.Name != "" {
		keys = append(keys, hashString("family "+s.person.sound))
		if s.person.fused != "" {
			keys = append(keys, hashString("family "+s.person.fused))
		}
		if len(s.role) > 0 {
			keys = append(keys, hashString("family "+skeleton(s.person.sound)))
		}
		if len(s.person.sounds) == 2 {
			keys = append(keys, hashString("family "+s.person.sounds[1])) // the first of two family names, see opensLonger
		}
	}
	keys = s.bodyKeys(keys)
	if len(s.role) > 0 && s.s.Kind != resolve.Outlet {
		keys = append(keys, joinHash(7, s.role))
	}
	if s.s.Name == "" {
		keys = append(keys, joinHash(hashString("unnamed "+s.exclusive), nil))
		for _, k := range s.says.strongest(4) {
			keys = append(keys, joinHash(11, []uint32{k}))
		}
		if len(s.role) == 0 {
			keys = append(keys, joinHash(7, s.desc))
		}
	}
	return keys
}

func joinHash(seed uint32, hs []uint32) uint32 {
	h := uint64(seed)
	for _, x := range hs {
		h = mix64(h ^ uint64(x))
	}
	return uint32(mix64(h))
}

func (l *Ledger) sourceLike(earlier, later int32) float32 {
	ea, a := l.sourceAt(earlier)
	eb, b := l.sourceAt(later)
	if ea == eb {
		return 0 // resolve has told a report's own sources apart
	}
	switch verdict, _, score := compareSources(ea, a, eb, b); verdict {
	case Same:
		return 2 + score
	case PossiblySame:
		return 1 + score
	}
	return 0
}

func (l *Ledger) decideSources() {
	for _, y := range l.sources.takeChanged() {
		l.linked[y] = sourceLink{}
		if p := l.sources.parent[y]; p >= 0 {
			l.linked[y].verdict = PossiblySame
			if l.sources.score[y] >= 2 {
				l.linked[y].verdict = Same
			}
		}
	}
}

// compareSources says whether a and b are one, why, and how alike they are (under 1).
func compareSources(ea *entry, a *sourceItem, eb *entry, b *sourceItem) (Verdict, string, float32) {
	named := a.s.Name != "" && b.s.Name != ""
	if a.s.Name == "" && b.s.Name == "" && a.s.Description == b.s.Description {
		if share, _ := overlap(ea.sketch, eb.sketch); share >= muchOfShort {
			return Same, fmt.Sprintf("“%s” stands in the same wording in both", b.label), .95
		}
	}
	switch {
	case a.isBody() && b.isBody():
		return compareBodies(ea, a, eb, b)
	case (named || a.isBody() || b.isBody()) && (a.s.Kind == resolve.Person) != (b.s.Kind == resolve.Person):
		return compareKinds(a, b)
	case named && a.s.Kind == resolve.Person:
		return comparePersons(ea, a, eb, b)
	case a.s.Name == "" && b.s.Name == "" && (a.s.Anonymous || b.s.Anonymous):
		return compareUnnamed(ea, a, eb, b)
	}
	return compareOffices(ea, a, eb, b)
}

// kindPhrase is "a person", "an organisation".
func kindPhrase(k resolve.SourceKind) string {
	if k != "" && strings.ContainsRune("aeiou", rune(k[0])) {
		return "an " + string(k)
	}
	return "a " + string(k)
}

func shorter(a, b string) string {
	if len(a) <= len(b) {
		return a
	}
	return b
}

func longer(a, b string) string {
	if len(a) > len(b) {
		return a
	}
	return b
}

// compareOffices is for "the defence secretary": an office at a time, beside a name or another mention of it.
func compareOffices(ea *entry, a *sourceItem, eb *entry, b *sourceItem) (Verdict, string, float32) {
	if a.s.Anonymous || b.s.Anonymous {
		if run := longestRun(a.saysWords, b.saysWords); run >= quotationWords && oneSpokesman(a, b) {
			return Same, fmt.Sprintf("“%s” and “%s”, %s, are cited with the same %d words", unnamedOf(a, b), namedOf(a, b), office(either(a.s.Anonymous, b, a)), run), .75
		}
		return Distinct, fmt.Sprintf("“%s” is unnamed, “%s” is not", unnamedOf(a, b), namedOf(a, b)), 0
	}
	if (a.s.Kind == resolve.Document) != (b.s.Kind == resolve.Document) || a.isBody() != b.isBody() && a.s.Kind != resolve.Person && b.s.Kind != resolve.Person {
		return Distinct, fmt.Sprintf("“%s” and “%s” are no one office", a.s.Description, b.s.Description), 0
	}
	ra, rb := a.role, b.role
	if len(ra) == 0 {
		ra = a.desc
	}
	if len(rb) == 0 {
		rb = b.desc
	}
	if len(ra) == 0 || len(rb) == 0 || shared(ra, rb) < .8 || a.country != "" && b.country != "" && a.country != b.country ||
		min(len(ra), len(rb)) < 2 && (a.s.Kind != resolve.Person || b.s.Kind != resolve.Person) { // "the group" is any group
		return Distinct, fmt.Sprintf("“%s” and “%s” are different offices", a.s.Description, b.s.Description), 0
	}
	if a.s.Kind == resolve.Document && (a.s.Name == "" || b.s.Name == "") && dot(ea.vec, eb.vec) < oneMatter {
		return Distinct, fmt.Sprintf("“%s” and “%s” may be any, in reports of two matters", a.s.Description, b.s.Description), 0
	}
	why := fmt.Sprintf("the same office, “%s” and “%s”, %s apart", a.s.Description, b.s.Description, daysPhrase(daysApart(ea, eb)))
	switch {
	case daysApart(ea, eb) > 365:
		return PossiblySame, why + ": it may have changed hands", .3
	case len(a.affil) > 0 && len(b.affil) > 0 && shared(a.affil, b.affil) > 0:
		return Same, why, .7
	case (a.s.Name == "") != (b.s.Name == "") && a.chair.key != 0 && b.chair.key != 0: // who else held it the whole story tells (joinHolders)
		return PossiblySame, why + ": another may have held it", .4
	case dot(ea.vec, eb.vec) >= oneMatter && len(ra) > 1:
		return Same, why, .7
	}
	return PossiblySame, why + ", but not surely of the same country or body", .4
}

// speaksFor reports whether a person is named with the office of speaking for others, whom some reports cite without the name.
func speaksFor(s *resolve.Source) bool {
	return s.Kind == resolve.Person && strings.Contains(strings.ToLower(s.Role), "spokes")
}

// oneSpokesman reports whether one is a spokesman without a name and the other one with a name who speaks for the same: "a harbour board
// spokesman", "harbour board spokesman Tom Lane".
func oneSpokesman(a, b *sourceItem) bool {
	if b.s.Anonymous {
		a, b = b, a
	}
	unnamed := a.s.Anonymous && a.s.Kind == resolve.Person && a.s.Count <= 1 && strings.Contains(strings.ToLower(a.s.Description), "spokes")
	if !unnamed || b.s.Name == "" || !speaksFor(b.s) {
		return false
	}
	return len(a.desc) > 1 && shared(a.desc, b.role) == 1 && (a.country == "" || b.country == "" || a.country == b.country)
}

func unnamedOf(a, b *sourceItem) string {
	if a.s.Anonymous {
		return a.s.Description
	}
	return b.s.Description
}

func namedOf(a, b *sourceItem) string {
	n := b
	if a.s.Anonymous && b.s.Anonymous || !a.s.Anonymous {
		n = a
	}
	if n.s.Name != "" {
		return n.s.Name
	}
	return n.s.Description
}

// quotationWords is how many words in a row, the same, show one utterance.
const quotationWords = 6

// compatible reports whether n people can be, or be among, m people; 0 is not said.
func compatible(n, m int) bool {
	return n == m || n == 0 || m == 0 || n == 1 || m == 1 || abs(n-m) <= 1
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

// shared is the part of the shorter of two sorted lists that stands in the other.
func shared(a, b []uint32) float64 {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n++
			i++
			j++
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	if m := min(len(a), len(b)); m > 0 {
		return float64(n) / float64(m)
	}
	return 0
}

// longestRun is the length of the longest run of words that stands in both.
func longestRun(a, b []uint32) int {
	best := 0
	for _, r := range maximalRuns(a, b) {
		best = max(best, r.n)
	}
	return best
}
