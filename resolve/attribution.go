package resolve

import (
	"slices"
	"strconv"
	"strings"

	"sayso/read"
)

// attributions takes over the statements with the chain of sources that each passed through.
func (w *work) attributions() {
	for i := range w.m.Statements {
		s := &w.m.Statements[i]
		a := Attribution{ID: attributionID(i), Source: s.Source, Cue: s.Cue, Content: s.Content, Form: s.Form, Stance: s.Stance,
			Hedged: s.Hedged, Via: w.sourceID(s.Via), Inside: attributionID(s.Inside), Background: s.Earlier}
		if by := w.sourceID(s.Through); by != "" {
			a.Chain, a.ChainBy = append(a.Chain, by), "quoted by"
		}
		if src := w.sourceID(s.Source); src != "" && !slices.Contains(a.Chain, src) {
			a.Chain = append(a.Chain, src)
		}
		if c := w.sourceID(s.Citing); c != "" && !slices.Contains(a.Chain, c) {
			a.Chain, a.ChainBy = append(a.Chain, c), "citing"
		}
		w.r.Attributions = append(w.r.Attributions, a)
	}
	for i := range w.r.Attributions {
		w.nest(i)
	}
	through, lead := w.throughOutlets(), w.lead()
	for i := range w.r.Attributions {
		a := &w.r.Attributions[i]
		w.lengthen(a, through)
		w.follow(i, lead)
	}
}

// leadReach is how far into a report, in sentences, the outlet stands whose report it may rewrite: the headline,
// the first sentence and the next.
const leadReach = 3

// lead is the first attribution if the report opens with what another outlet reported, or nil: the rest may
// be that outlet's too.
func (w *work) lead() *Attribution {
	for i := range w.r.Attributions {
		a := &w.r.Attributions[i]
		if i >= leadReach || w.m.Doc.Tokens[w.m.Statements[i].CueHead].Sentence >= leadReach {
			return nil
		}
		if len(a.Chain) == 0 || a.Background || a.Inside != "" { // what the outlet is cited for holds what others are
			continue
		}
		if s := w.byID(a.Chain[0]); s != nil && s.Kind == Outlet && !w.ownOutlet(s.Name) {
			return a
		}
		if a.Stance != read.Denies && !w.inHeadline(a.Cue[0].Start) {
			return nil // a report that opens with what a union says rewrites nobody
		}
	}
	return nil
}

// ownOutlet reports whether a name is the report's own outlet's, or short for it: "the Courier", in the Osthavn Courier.
func (w *work) ownOutlet(name string) bool {
	own, name := strings.ToLower(strings.TrimPrefix(w.r.Article.Outlet, "The ")), strings.ToLower(name)
	return name != "" && (name == own || strings.HasSuffix(own, " "+name))
}

// inHeadline reports whether an offset is in a first paragraph that ends in no full stop.
func (w *work) inHeadline(at int) bool {
	text := strings.TrimLeft(w.r.Article.Text, "\n ")
	line, _, more := strings.Cut(text, "\n")
	return more && at < len(w.r.Article.Text)-len(text)+len(line) && !strings.ContainsAny(line[max(0, len(line)-2):], ".”\"")
}

// insiders are unnamed sources that an exclusive is made of.
var insiders = words("official source person people aide diplomat insider adviser advisor negotiator")

// likeCited says whether unnamed entity k is of the sort that the lead's outlet cites: called by the same noun
// as its group, or by a general one, and not of another country. Where the outlet cites nobody any will do.
func (w *work) likeCited(k int, lead *Attribution) bool {
	e := &w.entities[k]
	if lead.ChainBy != "citing" {
		return true
	}
	for g := range w.entities {
		if w.ids[g] == lead.Chain[len(lead.Chain)-1] {
			noun := w.entities[g].noun
			return (e.noun == noun || e.noun == "source" || e.noun == "person" || e.noun == "people" || noun == "source" || noun == "people" || noun == "person") && !strangers(e, &w.entities[g])
		}
	}
	return false
}

// follow puts the outlet that the report opens with before an unnamed insider who is not said to have spoken to
// anybody else: "CNN reported …", and three paragraphs on "two officials said …", possibly CNN's.
func (w *work) follow(i int, lead *Attribution) {
	a := &w.r.Attributions[i]
	if lead == nil || a == lead || len(a.Chain) != 1 || a.Via != "" || a.Cue[0].Start < lead.Cue[0].Start {
		return
	}
	s := w.byID(a.Chain[0])
	if s == nil || !s.Anonymous || s.Reason != "" && lead.ChainBy != "citing" {
		return
	}
	if slices.ContainsFunc(w.r.Attributions, func(o Attribution) bool {
		return o.Stance == read.Denies && len(o.Chain) > 0 && o.Chain[len(o.Chain)-1] == s.ID
	}) {
		return // who disputes the outlet's story has not told it
	}
	k, ok := w.entityOfSpans(a.Source)
	if !ok || !insiders[w.entities[k].noun] || w.channelOf(k) >= 0 || !w.likeCited(k, lead) {
		return
	}
	if o := w.byID(lead.Chain[0]); o != nil && o.Affiliation != "" && !strings.Contains(strings.ToLower(s.Affiliation), strings.ToLower(o.Affiliation)) {
		return // officials of one side do not talk to the television of the other
	}
	a.Chain = []string{lead.Chain[0], s.ID}
	a.ChainBy, a.ChainDoubt = "the report opens with "+lead.ID, "possible"
}

func attributionID(i int) string {
	if i < 0 {
		return ""
	}
	return "a" + strconv.Itoa(i+1)
}

// nest puts the chain of the statement that holds statement i before its own: in "X said Y said Z"
// the reader has Z from X, who has it from Y.
func (w *work) nest(i int) {
	a := &w.r.Attributions[i]
	var outer []string
	for k, depth := w.m.Statements[i].Inside, 0; k >= 0 && depth < 8; k, depth = w.m.Statements[k].Inside, depth+1 {
		s := &w.m.Statements[k]
		if depth == 0 && w.afterPress(i) {
			continue
		}
		own := []string{w.sourceID(s.Through), w.sourceID(s.Source), w.sourceID(s.Citing)}
		outer = append(own, outer...)
	}
	var chain []string
	for _, id := range append(outer, a.Chain...) {
		if id != "" && !slices.Contains(chain, id) {
			chain = append(chain, id)
		}
	}
	if len(chain) > len(a.Chain) {
		a.Chain, a.ChainBy = chain, "inside "+a.Inside
	}
}

// afterPress reports whether statement i is what the press had said when what holds it was said or ordered: "ordered a review after a newspaper revealed that
// …". Who orders does not tell it.
func (w *work) afterPress(i int) bool {
	s := &w.m.Statements[i]
	if len(s.Source) != 1 || len(s.Cue) == 0 || s.Cue[0].Start < s.Source[0].Start {
		return false
	}
	switch strings.ToLower(w.m.Doc.Word(w.m.Doc.TokenAt(s.Source[0].Start) - 1)) {
	case "after", "when", "once":
		src := w.byID(w.sourceID(s.Source))
		return src != nil && src.Kind == Outlet
	}
	return false
}

// throughOutlets is, for each group that an outlet is said to cite, the first attribution that says so.
func (w *work) throughOutlets() map[string]*Attribution {
	out := map[string]*Attribution{}
	for i := range w.r.Attributions {
		a := &w.r.Attributions[i]
		if a.ChainBy != "citing" || len(a.Chain) < 2 {
			continue
		}
		group, by := a.Chain[len(a.Chain)-1], w.byID(a.Chain[len(a.Chain)-2])
		if by != nil && (by.Kind == Outlet || by.Kind == Document) && out[group] == nil {
			out[group] = a
		}
	}
	return out
}

// lengthen puts before an unnamed source the outlet through which the report has the group that it
// is, or may be, one of: after "CNN reported, citing three US officials", "two officials said" is
// CNN's too. A definite "the officials" is the group itself.
func (w *work) lengthen(a *Attribution, through map[string]*Attribution) {
	if len(a.Chain) != 1 {
		return
	}
	s := w.byID(a.Chain[0])
	if s == nil || !s.Anonymous {
		return
	}
	group, by, doubt := s.ID, "the same group as in ", ""
	if s.Of != "" {
		group, by = s.Of, "of the group in "
		if s.OfCertainty == "possible" {
			doubt = "possible"
		}
	}
	if o := through[group]; o != nil && o != a {
		a.Chain = append(slices.Clone(o.Chain[:len(o.Chain)-1]), s.ID)
		a.ChainBy, a.ChainDoubt = by+o.ID, doubt
	}
}

// byID is the source with this id, or nil. Ids are numbered in the order of the sources.
func (w *work) byID(id string) *Source {
	n, err := strconv.Atoi(strings.TrimPrefix(id, "s"))
	if err != nil || n < 1 || n > len(w.r.Sources) {
		return nil
	}
	return &w.r.Sources[n-1]
}
