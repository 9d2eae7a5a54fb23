package ledger

import (
	"fmt"
	"strings"

	"sayso/resolve"
)

// Outlets as ends of chains: whom they have from people of their own, and which outlet a word in a report means.

// outlet leads to that outlet's own report of the claim, or ends at its name.
func (f *follower) outlet(m int32, s *sourceItem, words Ref, depth int) end {
	v := f.v
	at := v.claim[m]
	e := v.entries[at.entry]
	name := outletName(s.s.Name)
	if paperCalled(name, e.publisher) || paperCalled(name, e.outlet) {
		if o := f.printed(name, e); o >= 0 && daysApart(v.entries[v.claim[o].entry], e) > 0 && !learned(e, &e.claims[at.n]) { // "as the Post reported last week", in the Post
			other := v.entries[v.claim[o].entry]
			return withStep(f.follow(o, depth+1), Step{From: e.r.Article.ID, To: other.r.Article.ID, Ref: words, Reason: fmt.Sprintf("refers to its own report of %s", dayString(other.day))})
		}
		if k := ownInformants(e); k >= 0 {
			return v.ownLearned(at.entry, k, s, words)
		}
		return f.ownVoice(m)
	}
	if o := f.printed(name, e); o >= 0 {
		other := v.entries[v.claim[o].entry]
		return withStep(f.follow(o, depth+1), Step{From: e.r.Article.ID, To: other.r.Article.ID, Ref: words,
			Reason: fmt.Sprintf("cites %s, whose report of %s is in the ledger", s.s.Name, dayString(other.day))})
	}
	c := &e.claims[at.n]
	if k := sourcesOfOutlet(e, name); k >= 0 && !ofItself(e, c) && !reportedBefore(e, c) {
		return v.throughOutlet(at.entry, k, s, words)
	}
	if !ofItself(e, c) {
		if en, ok := f.throughLikest(m, s, words, depth); ok {
			return en
		}
	}
	en := end{key: "outlet " + name, entry: at.entry, source: -1, Origin: Origin{Kind: EndOutlet, Name: s.s.Name, Outlet: s.s.Name}}
	return withStep(en, Step{From: e.r.Article.ID, To: s.s.Name, Ref: words, Reason: fmt.Sprintf("cites %s; no report of its with this claim is in the ledger", s.s.Name)})
}

// sourcesOfOutlet is the place of the source that the report says the outlet cites, -1 where it says
// none or several: "the Northern Ledger reported, citing three officials. The newspaper said …" goes on with
// what those officials told.
func sourcesOfOutlet(e *entry, outlet string) int32 {
	found := int32(-1)
	for i := range e.r.Attributions {
		chain := e.r.Attributions[i].Chain
		if via := e.r.Attributions[i].Via; via != "" && len(chain) == 1 { // "four people told the Ledger"
			chain = []string{via, chain[0]}
		}
		if len(chain) < 2 || e.r.Attributions[i].ChainDoubt != "" && e.r.Attributions[i].Via == "" {
			continue // that an outlet has them is only supposed
		}
		through := sourceByID(e.r, chain[len(chain)-2])
		if through == nil || evidence(e.r, chain) || outletName(through.Name) != outlet || knewCue(e, &e.r.Attributions[i]) {
			continue // "the bosses had known of it" is no word of theirs
		}
		if s := sourceByID(e.r, chain[len(chain)-1]); s != nil && !s.Anonymous && e.r.Attributions[i].ChainBy != "citing" {
			continue // whose words or deeds the outlet tells has not told it of them
		}
		k := sourcePlace(e.r, chain[len(chain)-1])
		if k < 0 || found >= 0 && found != k {
			return -1
		}
		found = k
	}
	return found
}

// ownInformants is the place of the only unnamed people that a report cites itself, -1 where it cites none or several: who "has learned" it from
// somebody has it from them.
func ownInformants(e *entry) int32 {
	found := int32(-1)
	for i := range e.r.Attributions {
		a := &e.r.Attributions[i]
		if len(a.Chain) != 1 || a.Background {
			continue
		}
		k := sourcePlace(e.r, a.Chain[0])
		if k < 0 {
			continue
		}
		if s := e.sources[k].s; !s.Anonymous || s.Of != "" || s.Kind != resolve.Person && s.Kind != resolve.Group {
			continue
		}
		if found >= 0 && found != k {
			return -1
		}
		found = k
	}
	return found
}

// ownLearned ends at the unnamed people whom a report that "has learned" something cites for the rest.
func (v *View) ownLearned(entry, k int32, s *sourceItem, words Ref) end {
	en := v.throughOutlet(entry, k, s, words)
	en.Steps[len(en.Steps)-1].Reason = fmt.Sprintf("%s says that it has learned it, and cites %s", s.s.Name, sourceLabel(&v.entries[entry].sources[k]))
	return en
}

// throughOutlet ends at the source that the report says the outlet cites.
func (v *View) throughOutlet(entry, k int32, s *sourceItem, words Ref) end {
	e := v.entries[entry]
	src, id := &e.sources[k], v.sourceIDAt(entry, k)
	en := end{key: "source " + id, entry: entry, source: v.sourceBase[entry] + k, doubt: true}
	en.Origin = Origin{Kind: EndSource, Name: sourceLabel(src), Source: id, Outlet: src.exclusive}
	if src.s.Name == "" && src.exclusive != "" {
		en.Name += ", cited by " + outletLabel(src.exclusive)
	}
	return withStep(en, Step{From: e.r.Article.ID, To: id, Ref: words,
		Reason: fmt.Sprintf("cites %s, whose report, it says, cites %s", s.s.Name, sourceLabel(src))})
}

// asOutlet is the source where it is an outlet: by its kind, or since it publishes a report here. "The
// newspaper" and "a report" are the report's only other outlet.
func (v *View) asOutlet(e *entry, s *sourceItem) *sourceItem {
	if o := v.outletOfDocument(e, s); o != nil {
		return o
	}
	if s.s.Kind == resolve.Person && !v.publishers[outletName(s.s.Name)] {
		return nil
	}
	if s.s.Name != "" {
		if s.s.Kind == resolve.Outlet && !s.body.isOffice() || v.publishers[outletName(s.s.Name)] {
			return s
		}
		return nil
	}
	if s.s.Kind != resolve.Outlet && !pressAlone(s.s) && !(s.s.Kind == resolve.Document && bareReport(s.s.Description)) {
		return nil
	}
	if o := v.onlyOutlet(e); o != nil {
		return o
	}
	return v.nextReporter(e, s)
}

// reporterReach is how many bytes behind "according to a report" the outlet whose report it is stands.
const reporterReach = 700

// nextReporter is the outlet that a report tells of next after "according to a report", as one that reported: "The Ledger first reported …"; or nil.
func (v *View) nextReporter(e *entry, s *sourceItem) *sourceItem {
	if s.s.Kind != resolve.Document && !pressAlone(s.s) || len(s.s.Mentions) == 0 {
		return nil
	}
	at := s.s.Mentions[0].End
	for i := range e.r.Attributions {
		a := &e.r.Attributions[i]
		if len(a.Source) == 0 || a.Source[0].Start < at || a.Source[0].Start > at+reporterReach || len(a.Chain) == 0 {
			continue
		}
		k := sourcePlace(e.r, a.Chain[0])
		if k < 0 {
			continue
		}
		if o := &e.sources[k]; o.s.Kind == resolve.Outlet && o.s.Name != "" && outletName(o.s.Name) != e.outlet {
			return o
		}
	}
	return nil
}

// onlyOutlet is the only other outlet that a report cites, or nil.
func (v *View) onlyOutlet(e *entry) *sourceItem {
	var only *sourceItem
	for i := range e.sources {
		o := &e.sources[i]
		if o.s.Name == "" || outletName(o.s.Name) == e.outlet || o.s.Kind != resolve.Outlet && !v.publishers[outletName(o.s.Name)] {
			continue
		}
		if only != nil && only.name != o.name {
			return nil
		}
		only = o
	}
	return only
}

// bareReport reports whether words are for a report of the press and do not say whose: "a report", "media reports".
func bareReport(description string) bool {
	found := false
	for _, w := range strings.Fields(strings.ToLower(description)) {
		switch w {
		case "report", "reports":
			found = true
		case "a", "the", "media", "news", "press", "newspaper", "earlier", "new", "recent", "this":
		case "published", "released", "on", "late", "early", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday":
			if !found {
				return false
			}
		default:
			return false
		}
	}
	return found
}
