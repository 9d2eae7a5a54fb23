package live

import (
	"cmp"
	"slices"
	"strings"

	"sayso/article"
	"sayso/export"
	"sayso/internal/store"
	"sayso/ledger"
	"sayso/resolve"
)

// A publisher turns a state's values into their published form. It remembers sources and reports
// for as long as one page is made.
type publisher struct {
	*State
	who     map[string]export.Who
	reports map[string]ledger.Report
	most    int // of a kind of references with one thing, so that a page's cost does not grow with the ledger
}

// The most references with one thing: on the page of it and on its story's.
const (
	mostOwn   = 300
	mostStory = 5
)

// first is the beginning of list that the page has room for.
func first[T any](p *publisher, list []T) []T { return list[:min(len(list), p.most)] }

func (s *State) publisher() *publisher { return s.publisherOf(mostOwn) }

// publisherOf is a publisher of at most that many references with one thing.
func (s *State) publisherOf(most int) *publisher {
	return &publisher{s, map[string]export.Who{}, map[string]ledger.Report{}, most}
}

func (p *publisher) ref(r ledger.Ref) export.Ref {
	ts := p.textsOf(r.Report)
	t, ok := textWith(ts, r)
	if !ok {
		return export.Ref{Report: r.Report, Span: export.Span{Text: r.Text}, Context: r.Text}
	}
	out := p.texts.places.ref(t.Reading, r.Span)
	out.Revision, out.Current = t.Revision, ts[len(ts)-1].Revision == t.Revision
	return out
}

// isNewest reports whether t is its report's present text, or was by the state's day.
func (p *publisher) isNewest(report string, t Text) bool {
	ts := p.textsOf(report)
	return len(ts) > 0 && ts[len(ts)-1].Revision == t.Revision
}

func (p *publisher) refs(rs []ledger.Ref) []export.Ref {
	out := make([]export.Ref, len(rs))
	for i, r := range rs {
		out[i] = p.ref(r)
	}
	return out
}

func (p *publisher) report(id string) ledger.Report {
	r, ok := p.reports[id]
	if !ok {
		r, _ = p.ReportBrief(id)
		p.reports[id] = r
	}
	return r
}

// outlet is who published a report.
func (p *publisher) outlet(report string) string {
	p.texts.RLock()
	defer p.texts.RUnlock()
	if ts := p.texts.of[report]; len(ts) > 0 {
		return ts[0].Reading.Article.Outlet
	}
	return ""
}

// printed is an outlet's name as it is printed: the ledger compares names in lower case.
func (p *publisher) printed(outlet string) string {
	p.texts.RLock()
	defer p.texts.RUnlock()
	return cmp.Or(p.texts.outlets[folded(outlet)], capitals(outlet))
}

// capitals is a name in lower case as names are written: "NBC", "Example Times".
func capitals(name string) string {
	if name != strings.ToLower(name) || name == "" {
		return name
	}
	return ledger.OutletLabel(name)
}

func (p *publisher) source(id string) export.Who {
	if id == "" {
		return export.Who{Label: "nobody named", Kind: "nobody"}
	}
	w, ok := p.who[id]
	if !ok {
		if s, found := p.SourceName(id); found {
			w = p.whoOf(&s)
		}
		p.who[id] = w
	}
	return w
}

func (p *publisher) whoOf(s *ledger.Source) export.Who {
	w := export.WhoOf(s)
	w.Outlet = p.printed(w.Outlet)
	if s.Kind == resolve.Outlet {
		w.Label = p.printed(w.Label)
	}
	return w
}

// voice is an outlet speaking for itself.
func voice(outlet string) export.Who { return export.Who{Label: outlet, Kind: "voice"} }

func (p *publisher) chain(ids []string) []export.Who {
	out := make([]export.Who, len(ids))
	for i, id := range ids {
		out[i] = p.source(id)
	}
	return out
}

func (p *publisher) origin(o *ledger.Origin) export.Origin {
	out := export.Origin{Kind: string(o.Kind), Name: o.Name, Outlet: p.printed(o.Outlet), Party: o.Party, Reports: o.Reports, Steps: []export.Step{}}
	switch o.Kind {
	case ledger.EndSource:
		out.Who = p.source(o.Source)
	case ledger.EndReport:
		out.Who = voice(p.printed(o.Outlet))
		if outlet := p.outlet(o.Report); outlet != "" {
			out.Who = voice(outlet)
		}
	case ledger.EndOutlet:
		out.Who = export.Who{ID: o.Source, Label: p.printed(o.Name), Kind: "outlet"}
	default:
		out.Who = p.source("")
	}
	seen := map[[3]string]bool{}
	for _, s := range first(p, o.Steps) {
		way := [3]string{s.From, s.To, s.Reason} // several reports can share the way from the one they copy
		if seen[way] {
			continue
		}
		seen[way] = true
		out.Steps = append(out.Steps, export.Step{From: s.From, FromOutlet: p.outlet(s.From), To: p.name(s.To), Reason: s.Reason, Ref: p.ref(s.Ref)})
	}
	return out
}

// name is what a step leads to, in words.
func (p *publisher) name(to string) string {
	switch {
	case strings.HasPrefix(to, "so-"):
		return p.source(to).Label
	case p.outlet(to) != "":
		return p.outlet(to)
	}
	return p.printed(to)
}

func (p *publisher) claimRow(c *ledger.Claim) export.ClaimRow {
	out := export.ClaimRow{ID: c.ID, Story: c.Story, Words: c.Words, First: c.First, Reports: c.Reports, Outlets: c.Outlets, Low: c.Origins.Low, High: c.Origins.High,
		Origins: []export.Origin{}, Maybe: []export.Maybe{}, Summary: c.Origins.Summary, Party: c.Origins.Party, Negative: c.Negative, Stance: string(c.Stance), Cue: c.Cue, Revised: append([]string{}, c.Revised...)}
	for i := range c.Origins.Ends {
		out.Origins = append(out.Origins, p.origin(&c.Origins.Ends[i]))
	}
	out.Maybe = p.maybe(c, c.Origins.Maybe)
	for i, s := range c.Sayings {
		if i == 0 {
			out.Ref, out.Words = p.ref(s.Ref), words(&s)
		}
		out.Denied = out.Denied || s.Stance == "denies"
	}
	return out
}

// maybe is pairs of a claim's origins.
func (p *publisher) maybe(c *ledger.Claim, ms []ledger.MaybeSame) []export.Maybe {
	out := []export.Maybe{}
	for _, m := range ms {
		out = append(out, export.Maybe{A: c.Origins.Ends[m.A].Name, B: c.Origins.Ends[m.B].Name, Reason: m.Reason})
	}
	return out
}

// words are all words of a saying; what stands between its parts is left out.
func words(s *ledger.Saying) string {
	parts := []string{s.Text}
	for _, m := range s.More {
		parts = append(parts, m.Text)
	}
	return strings.Join(parts, " … ")
}

func (p *publisher) claim(c *ledger.Claim) *export.Claim {
	out := &export.Claim{ClaimRow: p.claimRow(c), Sayings: []export.Saying{}, Links: p.links(c.Links)}
	for _, s := range first(p, c.Sayings) {
		out.Sayings = append(out.Sayings, export.Saying{Ref: p.ref(s.Ref), More: p.refs(s.More), Chain: p.chain(s.Chain), Stance: string(s.Stance), Hedged: s.Hedged, CopyOf: p.outlet(s.CopyOf)})
	}
	return out
}

func (p *publisher) links(ls []ledger.Link) []export.Link {
	ls = first(p, ls)
	out := make([]export.Link, len(ls))
	for i, l := range ls {
		out[i] = export.Link{Verdict: string(l.Verdict), Reason: l.Reason, Earlier: p.ref(l.Earlier), Later: p.ref(l.Later), Other: l.Other}
	}
	return out
}

func (p *publisher) refused(r ledger.Refused) export.Refused {
	return export.Refused{Of: r.Of, Links: p.links(r.Links)}
}

func (p *publisher) copy(c *ledger.Copy) export.Copy {
	out := export.Copy{Relation: string(c.Relation), Earlier: c.Earlier, EarlierOutlet: p.outlet(c.Earlier), Later: c.Later, LaterOutlet: p.outlet(c.Later), Reason: c.Reason, Blocks: []export.Block{}}
	for _, b := range c.Blocks {
		out.Blocks = append(out.Blocks, export.Block{Words: b.Words, Earlier: p.passage(c.From, b.Earlier), Later: p.passage(c.To, b.Later)})
	}
	return out
}

func (p *publisher) copies(cs []ledger.Copy) []export.Copy {
	out := []export.Copy{}
	for i := range cs {
		out = append(out, p.copy(&cs[i]))
	}
	return out
}

// passage is a passage of one text of a report.
func (p *publisher) passage(r *resolve.Reading, s article.Span) export.Ref {
	report := r.Article.ID
	for _, t := range slices.Backward(p.textsOf(report)) {
		if t.Reading == r {
			return export.RefTo(r, t.Revision, p.isNewest(report, t), s)
		}
	}
	return export.RefTo(r, "", true, s)
}

func (p *publisher) meeting(m *ledger.Meeting) export.Meeting {
	out := export.Meeting{Kind: string(m.Kind), A: m.A, B: m.B, Earlier: p.ref(m.EarlierWords), Later: p.ref(m.LaterWords), Reason: m.Reason,
		WhoA: p.sayers(m.EarlierWords), WhoB: p.sayers(m.LaterWords)}
	if m.Changed != "" {
		w := p.source(m.Changed)
		out.Changed = &w
		if m.A == "" {
			out.WhoA = []export.Who{w}
		}
	}
	if m.Denier != "" {
		w := p.source(m.Denier)
		out.Denier = &w
	}
	return out
}

// sayers is the chain of the statement that words are of, empty for the report's own voice. A claim's words may be less than
// the statement's content, without its "that" and its marks: the tightest content around them is theirs.
func (p *publisher) sayers(words ledger.Ref) []export.Who {
	out := []export.Who{}
	t, ok := p.Text(words)
	if !ok {
		return out
	}
	var chain []string
	size := len(t.Reading.Article.Text) + 1
	for i := range t.Reading.Attributions {
		a := &t.Reading.Attributions[i]
		for _, c := range a.Content {
			if c.Start <= words.Start && words.End <= c.End && c.Len() < size {
				chain, size = a.Chain, c.Len()
			}
		}
	}
	for _, id := range chain {
		out = append(out, p.source(p.SourceAt(words, id)))
	}
	return out
}

func (p *publisher) quotation(q *ledger.Quotation) export.Quotation {
	links, refused := p.WhyQuotation(q.ID)
	out := export.Quotation{ID: q.ID, Words: q.Words, Speaker: p.source(q.Speaker), Printings: []export.Printing{}, Links: p.links(links), Refused: p.refused(refused)}
	for _, r := range first(p, q.Printings) {
		out.Printings = append(out.Printings, export.Printing{Ref: p.ref(r.Ref), Change: r.Change, Reason: r.Reason})
	}
	return out
}

func (p *publisher) revision(r *ledger.Revision) export.Revision {
	rep := p.report(r.Report)
	out := export.Revision{Report: r.Report, Outlet: rep.Outlet, Title: rep.Title, From: r.From, To: r.To, Changes: []export.Change{}}
	for _, c := range r.Changes {
		x := export.Change{Kind: string(c.Kind), Reason: c.Reason}
		if c.Before.Text != "" {
			b := p.ref(c.Before)
			x.Before = &b
		}
		if c.After.Text != "" {
			a := p.ref(c.After)
			x.After = &a
		}
		out.Changes = append(out.Changes, x)
	}
	return out
}

func (p *publisher) sourceAcross(s *ledger.Source) export.SourceAcross {
	out := export.SourceAcross{Who: p.whoOf(s), Role: s.Role, Affiliation: s.Affiliation, Count: s.Count, Mentions: p.refs(first(p, s.Mentions)), Possibly: p.chain(first(p, s.Possibly)), Links: p.links(s.Links), Stories: append([]string{}, s.Stories...), Reports: s.Reports}
	return out
}

func (p *publisher) reportRow(id string) export.ReportRow {
	r := p.report(id)
	out := export.ReportRow{ID: r.ID, Outlet: r.Outlet, Title: r.Title, Day: r.Published, Credit: r.Credit, Texts: r.Texts}
	if len(out.Day) > 10 {
		out.Day = out.Day[:10]
	}
	if r.Copy != nil {
		out.CopyOf, out.Relation, out.OwnOutlet = r.Copy.Earlier, string(r.Copy.Relation), p.outlet(r.Copy.Earlier)
	}
	return out
}

// SourceKey is the key by which the store lists a source across reports, from its first mention.
func (s *State) SourceKey(src *ledger.Source) (key string, ok bool) {
	for _, m := range src.Mentions {
		t, found := s.Text(m)
		if !found {
			continue
		}
		for i := range t.Reading.Sources {
			o := &t.Reading.Sources[i]
			if s.SourceAt(m, o.ID) == src.ID {
				return store.SourceKey(o, t.Reading.Article.Text), true
			}
		}
	}
	return "", false
}
