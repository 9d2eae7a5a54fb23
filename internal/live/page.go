package live

import (
	"sayso/export"
	"sayso/internal/store"
	"sayso/ledger"
)

// Claim is a claim's page.
type Claim struct {
	*export.Claim
	AsOf       string           `json:"as_of"`
	StoryTitle string           `json:"story_title"`
	Meetings   []export.Meeting `json:"meetings"`      // with other claims of its story
	Turns      []export.Meeting `json:"turns"`         // where one source first would not say it or said otherwise, and now says it
	Apart      []export.Maybe   `json:"origins_apart"` // unnamed origins that are two, with why
	Refused    export.Refused   `json:"refused"`       // claims near to it that are others and do not meet it
}

// Claim is the page of the claim with that id.
func (s *State) Claim(id string) (*Claim, error) {
	c, ok := s.View.Claim(id)
	if !ok {
		return nil, missing("claim", id)
	}
	p := s.publisher()
	out := &Claim{Claim: p.claim(&c), AsOf: s.Day, Meetings: []export.Meeting{}, Turns: []export.Meeting{}, Apart: p.maybe(&c, s.OriginsApart(id)), Refused: p.refused(s.RefusedClaims(id))}
	st, _ := s.StoryBrief(c.Story, 0)
	out.StoryTitle = st.Title
	met := s.MeetingsOf(id)
	for _, m := range s.Turns(c.Story, met) {
		if m.A == id || m.B == id {
			out.Turns = append(out.Turns, p.meeting(&m))
		}
	}
	for _, m := range met {
		out.Meetings = append(out.Meetings, p.meeting(&m))
	}
	return out, nil
}

// Event is an event's page.
type Event struct {
	export.EventAcross
	AsOf       string            `json:"as_of"`
	StoryTitle string            `json:"story_title"`
	Told       *export.EventTold `json:"told"`    // in the story's page; null where it is told in no happening there
	Refused    export.Refused    `json:"refused"` // events near to it that are others
}

// Event is the page of the event with that id.
func (s *State) Event(id string) (*Event, error) {
	e, ok := s.View.Event(id)
	if !ok {
		return nil, missing("event", id)
	}
	st, _ := s.StoryBrief(e.Story, 0)
	p := s.publisher()
	out := &Event{p.event(&e), s.Day, st.Title, nil, p.refused(s.RefusedEvents(id))}
	if c, parts := s.CourseOf(id); len(parts) > 0 {
		out.Told = told(&c, parts)
		if out.Told.ID == id { // headed as the story's page has it
			out.Title, out.TitleRef = out.Told.Title, p.ref(c.Title)
		}
	}
	return out, nil
}

// told is the happening that a story's page tells an event in.
func told(c *ledger.Course, parts []ledger.CoursePart) *export.EventTold {
	out := &export.EventTold{ID: parts[0].ID, Title: capital(c.Headline), Reports: c.Reports}
	for _, p := range parts {
		out.Events = append(out.Events, export.EventPart{ID: p.ID, Title: capital(p.Headline), Reports: p.Reports})
	}
	return out
}

// Quotation is the utterance with that id.
func (s *State) Quotation(id string) (*export.Quotation, error) {
	q, ok := s.View.Quotation(id)
	if !ok {
		return nil, missing("quotation", id)
	}
	out := s.publisher().quotation(&q)
	return &out, nil
}

// InReport is what the ledger knows of one report.
type InReport struct {
	Story       *export.StoryRow  `json:"story"`
	WhyStory    []export.Link     `json:"why_story"`     // the reports by which it is of its story
	OtherStory  export.Refused    `json:"other_stories"` // stories near to it that it is not of
	CopyOf      *export.Copy      `json:"copy_of"`       // whose wording it has
	Wording     []export.Copy     `json:"wording"`       // the same with every text that its own was held against and took from: its own earlier text, each part of a patchwork
	Copies      []export.Copy     `json:"copies"`        // later reports that have its wording
	NotCopied   []export.Copy     `json:"not_copied"`    // earlier texts with words in common that it is no copy of
	NotCopiedOf int               `json:"not_copied_of"` // how many of them there were
	Revisions   []export.Revision `json:"changes"`
	Claims      map[string]string `json:"claims"` // of the statements of its present text, by their ids: the claims they are of
	Events      map[string]string `json:"events"` // of its events: the events across reports
}

// InReport is what the ledger knows of the report with that id; nil where it is not in the ledger.
func (s *State) InReport(id string) *InReport {
	p := s.publisher()
	r, ok := s.Report(id)
	if !ok {
		return nil
	}
	links, others := s.WhyStory(id)
	near, of := s.RefusedCopies(id)
	out := &InReport{WhyStory: p.links(links), OtherStory: p.refused(others), Wording: p.copies(s.CopyOf(id)), Copies: p.copies(s.CopiesFrom(id)),
		NotCopied: p.copies(near), NotCopiedOf: of, Revisions: append([]export.Revision{}, p.changes(id)...),
		Claims: s.ClaimsIn(id), Events: s.EventsIn(id)}
	for i := range out.Wording {
		if out.CopyOf == nil && out.Wording[i].Relation != string(ledger.RevisionOf) {
			out.CopyOf = &out.Wording[i]
		}
	}
	if st, ok := s.StoryBrief(r.Story, 0); ok {
		row := p.storyRow(&st)
		out.Story = &row
	}
	return out
}

// A SourcePage is a source across reports, with the key of the store's page of its name.
type SourcePage struct {
	export.SourceAcross
	Key     string           `json:"key"`
	Turns   []export.Meeting `json:"turns"`   // what it first would not say, denied or said otherwise, and now says
	Refused export.Refused   `json:"refused"` // sources near to it that are others
}

// SourceAcross is the source with that id.
func (s *State) SourceAcross(id string) (*SourcePage, error) {
	src, ok := s.Source(id)
	if !ok {
		return nil, missing("source", id)
	}
	key, _ := s.SourceKey(&src)
	p := s.publisher()
	out := &SourcePage{p.sourceAcross(&src), key, []export.Meeting{}, p.refused(s.RefusedSources(id))}
	for _, m := range s.TurnsOf(id) {
		out.Turns = append(out.Turns, p.meeting(&m))
	}
	return out, nil
}

// SourcePlaces are where the reports' texts have the source with that id, at most n+1 of them.
func (s *State) SourcePlaces(id string, n int) []store.Place {
	var out []store.Place
	for report, local := range s.SourceIn(id) {
		if ts := s.textsOf(report); len(ts) > 0 {
			out = append(out, store.Place{Revision: ts[len(ts)-1].Revision, Local: local})
		}
		if len(out) > n {
			break
		}
	}
	return out
}

// maxMeant is how many sources across reports one name's page tells apart.
const maxMeant = 20

// Meant are the sources across reports that these namings mean, by first naming.
func (s *State) Meant(namings []store.Naming) []SourcePage {
	out := []SourcePage{}
	seen := map[string]bool{}
	for _, n := range namings {
		id := s.SourceOf(n.In.Report, n.Local)
		if id == "" || seen[id] || len(out) == maxMeant {
			continue
		}
		seen[id] = true
		if one, err := s.SourceAcross(id); err == nil {
			out = append(out, *one)
		}
	}
	return out
}
