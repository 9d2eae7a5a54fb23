package ledger

import (
	"regexp"
	"slices"
	"strings"

	"sayso/article"
	"sayso/read"
	"sayso/resolve"
)

// printed is the claim's first saying in a report of that outlet before e, or -1.
func (f *follower) printed(outlet string, e *entry) int32 {
	v, found := f.v, int32(-1)
	for _, m := range v.claimSets[f.set] {
		o := v.entries[v.claim[m].entry]
		if o == e || outlet == "" || !o.before(e) {
			continue
		}
		if o.outlet == outlet {
			return m
		}
		if found < 0 && strings.HasSuffix(o.outlet, " "+outlet) { // "the Journal" of a claim that the Vale Journal printed
			found = m
		}
	}
	return found
}

// informants is the saying of an outlet's own report in which it cites the unnamed people whom e says that it cites for the claim, or -1:
// "the Ledger reported, citing people familiar with the matter" are those whom the Ledger's report calls so.
func (f *follower) informants(e *entry, s *sourceItem, to string) int32 {
	joint := len(s.s.Members) > 1
	if to == "" || to == e.outlet || !joint && (!s.s.Anonymous || s.s.Kind == resolve.Document) {
		return -1
	}
	m := f.printed(to, e)
	if m < 0 {
		return -1
	}
	o := f.v.entries[f.v.claim[m].entry]
	k := o.claims[f.v.claim[m].n].source
	if joint && k >= 0 && (o.sources[k].s.Anonymous || o.sources[k].s.Kind == resolve.Document) && !slices.ContainsFunc(s.s.Members, func(id string) bool { return hasName(e.r, id) }) {
		return m // "citing internal files and four employees": what it has from both, it has told once
	}
	if k < 0 || !o.sources[k].s.Anonymous || !compatible(o.sources[k].s.Count, s.s.Count) {
		return -1
	}
	if verdict, _, _ := compareSources(o, &o.sources[k], e, s); verdict == Distinct && !s.anySources() && !s.anyone() {
		return -1
	}
	return m
}

// hasName reports whether a source of a reading has a name.
func hasName(r *resolve.Reading, id string) bool {
	s := sourceByID(r, id)
	return s != nil && s.Name != ""
}

// sourced is a, or where it names nobody the attribution that tells it: "the owner was warned that the walls crack, according to a letter".
func sourced(r *resolve.Reading, a *resolve.Attribution) *resolve.Attribution {
	if len(a.Chain) > 0 || len(a.Cue) == 0 {
		return a
	}
	for i := range r.Attributions {
		if o := &r.Attributions[i]; o != a && len(o.Chain) > 0 && spansHold(o.Content, a.Cue[0].Start) {
			return o
		}
	}
	return a
}

// firstReporter is another outlet of which a report says that it was the first to report, and the words: "the plan was first reported by the Post".
func firstReporter(e *entry) (*sourceItem, article.Span) {
	for i := range e.r.Attributions {
		a := &e.r.Attributions[i]
		if len(a.Chain) == 0 || len(a.Cue) == 0 || !firstReported(joinSpans(e.r.Article.Text, a.Cue)) {
			continue
		}
		if k := sourcePlace(e.r, a.Chain[0]); k >= 0 && e.sources[k].s.Kind == resolve.Outlet && e.sources[k].s.Name != "" && !paperCalled(outletName(e.sources[k].s.Name), e.outlet) {
			return &e.sources[k], a.Cue[0]
		}
	}
	return nil, article.Span{}
}

// firstReported reports whether a cue says that somebody was the first to report.
func firstReported(cue string) bool {
	return containsAny(strings.ToLower(cue), "first report", "reported first", "broke the", "first publish", "first disclos", "earlier reported", "earlier report")
}

// learned reports whether an outlet says that it has learned a thing, and does not refer to what it told before.
func learned(e *entry, c *claimItem) bool {
	return c.att >= 0 && containsAny(strings.ToLower(joinSpans(e.r.Article.Text, e.r.Attributions[c.att].Cue)), "learn", "found", "understand")
}

// teller is the attribution on whose say-so the report has what a says. "The admiral had no such order, senator Tom Calder
// said" is the senator's telling of what an admiral said; and who is said to have ordered or threatened something told the paper nothing. An
// outlet that prints what somebody said only passes it on.
func teller(r *resolve.Reading, a *resolve.Attribution) *resolve.Attribution {
	for a.Inside != "" && strings.HasPrefix(a.ChainBy, "inside ") {
		outer := attributionByID(r, a.Inside)
		if outer == nil || len(outer.Chain) == 0 || outer.Stance == read.Denies { // who denies what a report claims does not tell it
			break
		}
		s := sourceByID(r, outer.Chain[len(outer.Chain)-1])
		if s == nil || (s.Kind == resolve.Outlet || s.Kind == resolve.Document && !isNote(s.Description)) && a.Stance != read.Demands && a.Stance != read.Threatens {
			break
		}
		a = outer
	}
	return a
}

// isNote reports whether a paper gives what somebody said in its own words: "according to a note of the meeting". A transcript or a letter passes his on.
func isNote(description string) bool {
	return anyIn(stemsOf(mainPhrase(description)), noteStems)
}

var noteStems = setOfStems("note notes memo memorandum minutes summary readout account diary")

// reportedBy is the outlet that a report's own sentence rests on by the word "reportedly": the only one that its paragraph cites, or else that the whole
// report does; nil without one.
func (v *View) reportedBy(e *entry, c *claimItem) *sourceItem {
	text := e.r.Article.Text
	at := c.spans[0].Start
	first := strings.LastIndex(text[:at], "\n\n") + 1
	end := len(text)
	if i := strings.Index(text[at:], "\n\n"); i >= 0 {
		end = at + i
	}
	if !slices.ContainsFunc(words(sentenceAround(text, c.spans[0]).Text(text)), func(w word) bool { return w.hash == reportedlyWord }) && !heardOf(e, c) {
		return nil
	}
	var only *sourceItem
	for i := range e.sources {
		o := &e.sources[i]
		if o.s.Name == "" || o.s.Kind != resolve.Outlet && !v.publishers[outletName(o.s.Name)] || outletName(o.s.Name) == e.outlet {
			continue
		}
		if !slices.ContainsFunc(o.s.Mentions, func(m resolve.SourceMention) bool { return m.Start >= first && m.End <= end }) {
			continue
		}
		if only != nil && only.name != o.name {
			return nil
		}
		only = o
	}
	if only == nil {
		return v.onlyOutlet(e)
	}
	return only
}

// heardOf reports whether a report has a content of its own voice from "reports that" alone.
func heardOf(e *entry, c *claimItem) bool {
	before := e.r.Article.Text[max(0, c.spans[0].Start-24):c.spans[0].Start]
	at := hearsayThat.FindAllStringIndex(before, -1)
	return c.att < 0 && len(at) > 0 && at[len(at)-1][1] == len(before)
}

// hearsay reports whether what somebody said or did is hearsay to the report, "the firm has reportedly offered": it has not told the report.
func hearsay(e *entry, a *resolve.Attribution) bool {
	if len(a.Chain) != 1 || len(a.Cue) == 0 {
		return false
	}
	text := e.r.Article.Text
	at := a.Cue[0].Start
	return strings.HasSuffix(strings.ToLower(text[:at]), "reportedly ") || strings.Contains(strings.ToLower(joinSpans(text, a.Cue)), "reportedly")
}

var reportedlyWord = hashString("reportedly")

// pressReport reports whether an attribution without a source says that the press reported it: "it was reported that".
func pressReport(r *resolve.Reading, a *resolve.Attribution) bool {
	for _, s := range a.Cue {
		for _, w := range words(s.Text(r.Article.Text)) {
			if reportedWords[w.hash] {
				return true
			}
		}
	}
	return false
}

var reportedWords = setOfWords("reported reportedly")

// weighs reports whether an attribution tells what somebody has in mind, and not what he says: "the president is considering a
// strike on the port". He is no origin of it.
func weighs(e *entry, a *resolve.Attribution) bool {
	if a.Form != read.Indirect {
		return false
	}
	for _, s := range a.Cue {
		for _, w := range words(s.Text(e.r.Article.Text)) {
			if weighing[w.stem] {
				return true
			}
		}
	}
	return false
}

var weighing = setOfStems("considering considers weighing weighs mulling mulls contemplating contemplates pondering ponders")

// concludes reports whether an outlet tells what somebody believes, or what a secret service has concluded: "US intelligence has concluded that …, the
// Coast Times reported". None of them has said it.
func concludes(e *entry, a *resolve.Attribution) bool {
	if a.Form != read.Indirect || len(a.Chain) < 2 {
		return false
	}
	inner, outer := sourceByID(e.r, a.Chain[len(a.Chain)-1]), sourceByID(e.r, a.Chain[len(a.Chain)-2])
	if inner == nil || outer == nil || outer.Kind != resolve.Outlet {
		return false
	}
	secret := slices.Contains(stemsOf(inner.Name+" "+inner.Description), intelligenceStem)
	for _, s := range a.Cue {
		for _, w := range words(s.Text(e.r.Article.Text)) {
			if believing[w.stem] || secret && finding[w.stem] {
				return true
			}
		}
	}
	return false
}

var (
	believing        = setOfStems("know knows knew known believe believes believed think thinks suspect suspects suspected")
	finding          = setOfStems("conclude concludes concluded assess assesses assessed determine determined determines find finds found indicates indicated")
	intelligenceStem = hash32(stem([]byte("intelligence")))
)

// ofItself reports whether an outlet speaks of its own work, which none of its sources has told it: "the Post said it stood by its report", "that it had seen
// the letter".
func ofItself(e *entry, c *claimItem) bool {
	if c.att < 0 {
		return false
	}
	text := strings.ToLower(strings.TrimPrefix(strings.TrimSpace(c.spans[0].Text(e.r.Article.Text)), "that "))
	return strings.HasPrefix(text, "it ") && ownWork.MatchString(text)
}

// ownWork is what an outlet does for what it prints.
var ownWork = regexp.MustCompile(`^it (?:stands|stood|has|had|would|will|could|cannot|did|was|is)\b.{0,24}\b(?:by (?:its|the) (?:report|reporting|story|article|journalism|findings)|seen|saw|obtained|reviewed|viewed|read|given|received|verif\w+|confirm\w*|authenticated|interviewed|spoken|contacted|asked|approached|published|withheld|name|naming)\b`)
