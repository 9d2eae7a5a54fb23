package ledger

import (
	"cmp"
	"fmt"
	"slices"
	"sort"
	"strings"

	"sayso/resolve"
)

// maybeSame is the pairs of ends that may be one: unnamed sources that fit each other, an outlet and
// the sources of its exclusive, a report's own voice after another had told it.
func (v *View) maybeSame(ends []end) []MaybeSame {
	var out []MaybeSame
	for j := range ends {
		for i := range j {
			if why := v.maybeOne(&ends[i], &ends[j]); why != "" {
				out = append(out, MaybeSame{A: i, B: j, Reason: why})
			}
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].A < out[j].A || out[i].A == out[j].A && out[i].B < out[j].B })
	return out
}

// fullName is the key of a named source by its name alone, and of the unnamed people whom another outlet is said to cite by that and what they are called;
// "" for others.
func (v *View) fullName(en *end) string {
	if en.Kind != EndSource || en.source < 0 {
		return ""
	}
	at := v.source[en.source]
	s := v.entries[at.entry].sources[at.n].s
	if s.Anonymous && (s.Kind == resolve.Group || s.Kind == resolve.Person) && !oneOnly(s.Description) && en.Outlet != "" { // one outlet's "current and former officials" for one claim
		return "unnamed " + outletName(en.Outlet) + " " + strings.ToLower(s.Description)
	}
	if s.Name == "" || s.Kind == resolve.Person && !strings.Contains(s.Name, " ") && len(s.Role) > 0 {
		return ""
	}
	return "name " + strings.ToLower(s.Name)
}

// oneUtterance is why two ends may be one by what they are quoted with: nobody else says the same words, however he is called.
func (v *View) oneUtterance(a, b *end) string {
	if a.Kind != EndSource && a.Kind != EndReport || b.Kind != EndSource && b.Kind != EndReport || v.claim[a.said].entry == v.claim[b.said].entry {
		return ""
	}
	x := v.quotedWords(a.said)
	if len(x) < voiceWords {
		return ""
	}
	least := quotationWords
	if v.namedLater(a, b) {
		least = voiceWords
	}
	if n := longestRun(x, v.quotedWords(b.said)); n >= least {
		return fmt.Sprintf("“%s” and “%s” are quoted with the same %d words", a.Name, b.Name, n)
	}
	return ""
}

// voiceWords is how many quoted words in a row make a spokesman without a name possibly the one with a name.
const voiceWords = 4

// namedLater reports whether of two ends the one is named and the other is not, and both hold one office: "Lars Kroll, a spokesman for the lawyer" and "a spokesman for
// the mayor's lawyer".
func (v *View) namedLater(a, b *end) bool {
	if a.source < 0 || b.source < 0 {
		return false
	}
	x, y := v.sourceItem(a.source).s, v.sourceItem(b.source).s
	if (x.Name == "") == (y.Name == "") || x.Kind != resolve.Person || y.Kind != resolve.Person {
		return false
	}
	held := func(s *resolve.Source) uint32 {
		if s.Name == "" {
			return headOffice(s.Description)
		}
		return headOffice(cmp.Or(s.Role, strings.TrimPrefix(s.Description, s.Name+", ")))
	}
	return held(x) != 0 && held(x) == held(y)
}

// quotedWords is the words of a saying that stand in quotation marks.
func (v *View) quotedWords(m int32) (out []uint32) {
	at := v.claim[m]
	e := v.entries[at.entry]
	text := joinSpans(e.r.Article.Text, e.claims[at.n].spans)
	if !strings.ContainsAny(text, "\"“") {
		return nil
	}
	for _, w := range words(text) {
		if w.quote {
			out = append(out, w.hash)
		}
	}
	return out
}

// bareNameOf reports whether a is one word that is a person b's family name.
func (a *sourceItem) bareNameOf(b *sourceItem) bool {
	return a.s.Name != "" && len(a.given) == 0 && b.s.Kind == resolve.Person && a.family == b.family && !strings.Contains(a.s.Name, " ")
}

// isOwnerOf reports whether a is one word that says whose body b is: "Norland" of "Norland's navy", where no gazetteer has it.
func (a *sourceItem) isOwnerOf(b *sourceItem) bool {
	return a.s.Name != "" && len(a.given) == 0 && len(a.role) == 0 && !strings.Contains(a.s.Name, " ") && b.s.Kind == resolve.Organisation && b.body.owner != "" &&
		singular(foldString(a.s.Name)) == b.body.owner
}

// calledForWork reports whether a is a body called by what it does alone, "the regulator", and b is named and may be it: "the Food Safety Board".
func (a *sourceItem) calledForWork(b *sourceItem) bool {
	if a.s.Name != "" || a.s.Kind != resolve.Organisation || b.s.Name == "" || b.s.Kind != resolve.Organisation {
		return false
	}
	ws := strings.Fields(strings.ToLower(a.s.Description))
	if len(ws) < 2 || len(ws) > 4 || ws[0] != "the" && ws[0] != "a" {
		return false
	}
	last := ws[len(ws)-1]
	name := strings.Fields(strings.ToLower(b.s.Name))
	return watching[last] && slices.ContainsFunc(name, func(w string) bool { return w == last || watchBodies[w] })
}

var (
	watching    = setOf(`regulator watchdog authority agency board commission inspectorate`)
	watchBodies = setOf(`regulator regulatory authority agency board commission inspectorate office administration council standards safety directorate bureau`)
)

// maybeOne is why two ends may be one, or "".
func (v *View) maybeOne(a, b *end) string {
	if why := v.oneUtterance(a, b); why != "" {
		return why
	}
	if a.source >= 0 && b.source >= 0 {
		x, y := v.source[a.source], v.source[b.source]
		sx, sy := &v.entries[x.entry].sources[x.n], &v.entries[y.entry].sources[y.n]
		verdict, why, _ := compareSources(v.entries[x.entry], sx, v.entries[y.entry], sy)
		if verdict != Distinct {
			return why
		}
		if sx.bareNameOf(sy) || sy.bareNameOf(sx) {
			return fmt.Sprintf("“%s” and “%s” have one family name in one story, and the one has no given name", sx.s.Name, sy.s.Name)
		}
		if why := v.amongThem(a, b); why != "" {
			return why
		}
		if why := ofOneBody(sx, sy); why != "" {
			return why
		}
		if onePaper(sx, sy) && daysApart(v.entries[x.entry], v.entries[y.entry]) <= exclusiveDays {
			return fmt.Sprintf("“%s” and “%s” are papers called alike, of one matter", sx.label, sy.label)
		}
		if sx.calledForWork(sy) || sy.calledForWork(sx) {
			return fmt.Sprintf("“%s” is told of by what it does alone, and “%s” does it", either(sx.s.Name == "", sx.label, sy.label), either(sx.s.Name == "", sy.label, sx.label))
		}
		if sx.isOwnerOf(sy) || sy.isOwnerOf(sx) {
			return fmt.Sprintf("“%s” and “%s” are"+oneBody, sx.label, sy.label)
		}
		return amongOthers(v.entries[x.entry], &v.entries[x.entry].sources[x.n], v.entries[y.entry], &v.entries[y.entry].sources[y.n])
	}
	if a.Kind == EndOutlet && b.Kind == EndSource && outletName(a.Outlet) == outletName(b.Outlet) {
		return fmt.Sprintf("%s cites %s, and %s is named without its sources", outletLabel(b.Outlet), b.Name, a.Name)
	}
	if b.Kind == EndOutlet && a.Kind == EndSource && outletName(a.Outlet) == outletName(b.Outlet) {
		return fmt.Sprintf("%s cites %s, and %s is named without its sources", outletLabel(a.Outlet), a.Name, b.Name)
	}
	if b.Kind == EndReport && v.toldIts(b, a) || a.Kind == EndReport && v.toldIts(a, b) {
		return fmt.Sprintf("%s and %s: others say whom the outlet has it from", a.Name, b.Name)
	}
	if b.Kind == EndReport && v.cites(b.entry, a.Outlet) {
		return fmt.Sprintf("%s, which cites %s for the rest", b.Name, outletLabel(a.Outlet))
	}
	if a.Kind == EndReport && v.cites(a.entry, b.Outlet) {
		return fmt.Sprintf("%s, which cites %s for the rest", a.Name, outletLabel(b.Outlet))
	}
	if (b.Kind == EndReport || b.Kind == EndNobody) && v.entries[a.entry].before(v.entries[b.entry]) {
		return fmt.Sprintf("%s, %s after %s had it, and without saying whence", b.Name, daysPhrase(daysApart(v.entries[a.entry], v.entries[b.entry])), a.Name)
	}
	return ""
}

// toldIts reports whether a source is the unnamed people's of the outlet that tells it in its own voice.
func (v *View) toldIts(own, source *end) bool {
	return source.Kind == EndSource && v.unnamedItem(source.source) && v.entries[own.entry].outlet != "" && outletName(source.Outlet) == v.entries[own.entry].outlet
}

// cites reports whether entry n cites that outlet, and it is not its own.
func (v *View) cites(n int32, outlet string) bool {
	e := v.entries[n]
	name := outletName(outlet)
	if name == "" || name == e.outlet || name == e.publisher {
		return false
	}
	for i := range e.sources {
		if s := &e.sources[i]; s.s.Name != "" && outletName(s.s.Name) == name {
			return true
		}
	}
	return false
}

// anybody are descriptions that say how one knows, not who one is, by stem: they may be of any office.
var anybody = func() map[uint32]bool {
	m := map[uint32]bool{}
	for _, w := range strings.Fields("people person source sources individuals familiar with matter knowledge briefed close to direct discussions talks situation deliberations plans issue thinking on about the another") {
		m[hash32(stem([]byte(w)))] = true
	}
	return m
}()

// anyone reports whether an unnamed source's description says nothing of who it is: "another source", "people familiar with the matter".
func (s *sourceItem) anyone() bool {
	return inTheKnow.MatchString(s.s.Description) || !slices.ContainsFunc(s.desc, func(d uint32) bool { return !anybody[d] })
}

// amongOthers is why two unnamed sources of two reports who tell the same within days may be one, though
// their descriptions have little in common: "two people familiar with the matter" may be among "three US officials".
func amongOthers(ea *entry, a *sourceItem, eb *entry, b *sourceItem) string {
	if ea == eb || !a.s.Anonymous || !b.s.Anonymous || !compatible(a.s.Count, b.s.Count) || daysApart(ea, eb) > exclusiveDays {
		return ""
	}
	if !a.anyone() && !b.anyone() && shared(a.desc, b.desc) < .3 {
		return ""
	}
	return fmt.Sprintf("“%s” of %s and “%s” of %s tell the same, %s apart, and neither description excludes the other",
		a.label, outletLabel(a.exclusive), b.label, outletLabel(b.exclusive), daysPhrase(daysApart(ea, eb)))
}

// amongThem is why one of two unnamed sources of one report may be among the other.
func (v *View) amongThem(a, b *end) string {
	x, y := v.source[a.source], v.source[b.source]
	if x.entry != y.entry {
		return ""
	}
	sx, sy := v.entries[x.entry].sources[x.n].s, v.entries[y.entry].sources[y.n].s
	if sx.Of == sy.ID || sy.Of == sx.ID {
		return fmt.Sprintf("“%s” may be of “%s”", sy.Description, sx.Description)
	}
	if sx.Of != "" && sx.Of == sy.Of {
		return fmt.Sprintf("“%s” and “%s” are of one group", sx.Description, sy.Description)
	}
	return ""
}
