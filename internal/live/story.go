package live

import (
	"cmp"
	"slices"

	"sayso/export"
	"sayso/internal/store"
	"sayso/ledger"
)

// A Story is a story with all that its page shows.
type Story struct {
	export.StoryRow
	AsOf        string                `json:"as_of"` // "" is now
	Since       string                `json:"since"`
	ReportList  []export.ReportRow    `json:"report_list"` // by publication; the latest where there are very many
	Changed     *Changed              `json:"changed"`     // null without since
	Claims      []export.ClaimRow     `json:"claims"`      // those of most outlets first
	Unconfirmed []export.ClaimRow     `json:"unconfirmed"` // that nobody independent confirms
	Timeline    []export.Happening    `json:"timeline"`    // what most reports tell or whose status moved, by day
	Standing    []export.Standing     `json:"standing"`    // the tallies of people in a line each, the dead first
	Tallies     []export.Tally        `json:"tallies"`     // those of people first, then those of most counts
	Against     []export.Meeting      `json:"against"`     // claims that cannot both be right
	Turns       []export.Meeting      `json:"turns"`       // who first would not say, denied or said otherwise, and now says
	Meetings    []export.Meeting      `json:"meetings"`    // narrower, wider, updated
	Copies      []export.Copy         `json:"copies"`
	Revisions   []export.Revision     `json:"revisions"`
	Quotations  []export.Quotation    `json:"quotations"` // that more than one report prints
	Sources     []export.SourceAcross `json:"sources"`
	Links       []export.Link         `json:"links"`   // why the latest reports are of the story
	Refused     export.Refused        `json:"refused"` // stories near to it that are others
	Of          Whole                 `json:"of"`      // how many there are of what the page has the first of
}

// A Whole is how many there are of the lists that a story's page shows the first of.
type Whole struct {
	Claims     int `json:"claims"`
	Against    int `json:"against"`
	Meetings   int `json:"meetings"`
	Copies     int `json:"copies"`
	Quotations int `json:"quotations"`
	Sources    int `json:"sources"`
}

// Changed is what came into a story after a day.
type Changed struct {
	Reports   []export.ReportRow `json:"reports"`
	Claims    []export.ClaimRow  `json:"claims"`
	Steps     []Step             `json:"steps"`
	Totals    []Total            `json:"totals"`
	Revisions []export.Revision  `json:"revisions"`
}

// A Step is a step of an event's status with the event.
type Step struct {
	Event string `json:"event"`
	Words string `json:"words"`
	From  string `json:"from"` // status before, "" for none
	export.StatusStep
}

// A Total is a new running total.
type Total struct {
	Measure string       `json:"measure"`
	Who     export.Who   `json:"who"`
	Point   export.Point `json:"point"`
}

// How much of a story is on its page.
const (
	maxClaims   = 40
	maxAgainst  = 24
	maxMeetings = 12
	maxSources  = 40
	maxQuotes   = 12
	maxReports  = 200
	maxCopies   = 60
	maxLinks    = 30
)

// Story is a story's page; since, a day or "", is what its changes are counted from. The result is shared and must not
// be changed.
func (s *State) Story(id, since string) (*Story, error) {
	s.pages.Lock()
	defer s.pages.Unlock() // two who ask for one large page at a time wait for one making
	key := pageKey{id, since}
	if p := s.pages.of[key]; p != nil {
		return p, nil
	}
	p, err := s.makeStory(id, since)
	if err != nil {
		return nil, err
	}
	if len(s.pages.of) >= maxPages {
		clear(s.pages.of)
	}
	s.pages.of[key] = p
	return p, nil
}

func (s *State) makeStory(id, since string) (*Story, error) {
	st, ok := s.StoryBrief(id, maxReports)
	if !ok {
		return nil, missing("story", id)
	}
	p := s.publisherOf(mostStory)
	out := &Story{StoryRow: p.storyRow(&st), AsOf: s.Day, Since: since, ReportList: []export.ReportRow{}, Claims: []export.ClaimRow{}, Unconfirmed: []export.ClaimRow{},
		Tallies: []export.Tally{}, Against: []export.Meeting{}, Turns: []export.Meeting{}, Meetings: []export.Meeting{}, Copies: []export.Copy{}, Revisions: []export.Revision{}, Quotations: []export.Quotation{}, Sources: []export.SourceAcross{}, Links: []export.Link{}}
	for _, r := range st.Reports {
		out.ReportList = append(out.ReportList, p.reportRow(r))
	}
	claims, err := s.fill(out, &st)
	if err != nil {
		return nil, err
	}
	if since != "" {
		out.Changed = p.changed(out, claims)
	}
	return out, nil
}

// fill fills in the lists of a story's page, several at once since a large story's take long, and gives the claims that most told.
func (s *State) fill(out *Story, st *ledger.Story) (claims []ledger.Claim, err error) {
	var tallies []ledger.Tally
	var courses []ledger.Course
	err = together(
		func() { tallies = s.publisherOf(mostStory).counted(out) },
		func() { courses = s.CoursesUncounted(out.ID) },
		func() { s.publisherOf(mostStory).sources(out, st) },
		func() { s.publisherOf(mostStory).wordings(out, st) },
		func() { claims = s.publisherOf(mostStory).said(out) })
	if err == nil {
		out.Timeline = s.publisherOf(mostStory).timeline(s.CoursesCounted(courses, tallies))
	}
	return claims, err
}

// counted fills in what a story's page says of tallies, and gives them.
func (p *publisher) counted(out *Story) []ledger.Tally {
	tallies := p.Tallies(out.ID)
	out.Standing = p.standingsOf(out.ID, func() []ledger.Tally { return tallies })
	for i := range tallies {
		t := &tallies[i]
		if len(t.Series) > 0 || len(t.Incidents) > 1 || len(t.Incidents) == 1 && (len(t.Incidents[0].Points) > 2 || peopleRank(t.Measure) < len(people)) {
			out.Tallies = append(out.Tallies, p.tally(t))
		}
	}
	slices.SortStableFunc(out.Tallies, func(a, b export.Tally) int {
		return cmp.Or(peopleRank(a.Measure)-peopleRank(b.Measure), weight(&b)-weight(&a))
	})
	return tallies
}

// said fills in what a story's page says of claims and accounts, and gives the claims that most told.
func (p *publisher) said(out *Story) []ledger.Claim {
	out.Of.Claims = p.ClaimCount(out.ID)
	claims := p.TopClaims(out.ID, 2*maxClaims)
	for i := range claims[:min(maxClaims, len(claims))] {
		out.Claims = append(out.Claims, p.claimRow(&claims[i]))
	}
	all := p.Meetings(out.ID)
	for i := range claims {
		if len(out.Unconfirmed) < maxMeetings && p.IsUnconfirmed(&claims[i]) && !p.ConfirmedElsewhere(&claims[i], all) {
			out.Unconfirmed = append(out.Unconfirmed, p.claimRow(&claims[i]))
		}
	}
	p.meetings(out, all)
	return claims
}

// sources fills in who is cited in a story, and what ties its reports together.
func (p *publisher) sources(out *Story, st *ledger.Story) {
	out.Of.Sources = p.SourceTotal(out.ID)
	sources := p.TopSources(out.ID, maxSources, p.most)
	for i := range sources {
		out.Sources = append(out.Sources, p.sourceAcross(&sources[i]))
	}
	for _, r := range st.Reports[max(0, len(st.Reports)-maxLinks):] {
		out.Links = append(out.Links, p.links(p.StoryLinks(r))...)
	}
	out.Refused = p.refused(p.RefusedStories(out.ID))
}

// wordings fills in the copies, revisions and quotations of a story's page.
func (p *publisher) wordings(out *Story, st *ledger.Story) {
	for _, c := range p.State.Copies(out.ID) {
		if c.Relation == ledger.RevisionOf {
			continue
		}
		if out.Of.Copies++; out.Of.Copies <= maxCopies {
			out.Copies = append(out.Copies, p.copy(&c))
		}
	}
	for _, r := range st.Reports {
		out.Revisions = append(out.Revisions, p.changes(r)...)
	}
	for _, q := range p.QuotationsOf(out.ID) {
		if len(q.Printings) < 2 {
			continue
		}
		if out.Of.Quotations++; out.Of.Quotations <= maxQuotes {
			out.Quotations = append(out.Quotations, p.quotation(&q))
		}
	}
}

// together does several things at once and returns when all are done, with an error where one of them broke. A panic of the last is its caller's.
func together(things ...func()) error {
	last := len(things) - 1
	broke := make(chan error, last)
	for _, do := range things[:last] {
		go func() {
			_, err := Guarded(func() (struct{}, error) { do(); return struct{}{}, nil })
			broke <- err
		}()
	}
	things[last]()
	var err error
	for range last {
		err = cmp.Or(<-broke, err)
	}
	return err
}

func missing(kind, id string) error { return &missingError{kind, id} }

type missingError struct{ kind, id string }

func (e *missingError) Error() string { return e.kind + " " + e.id + ": " + store.ErrNotFound.Error() }
func (e *missingError) Unwrap() error { return store.ErrNotFound }

// weight puts the tally with most running totals first.
func weight(t *export.Tally) int {
	n := len(t.Gaps)
	for _, s := range t.Series {
		n += len(s.Points)
	}
	for _, in := range t.Incidents {
		if in.Apart == "" && t.Total == "incidents" {
			n += len(in.Points)
		}
	}
	return n
}

func (p *publisher) storyRow(st *ledger.Story) export.StoryRow {
	row := export.StoryRow{ID: st.ID, Title: st.Title, First: st.First, Last: st.Last, Latest: st.Latest, Reports: st.Size, Outlets: append([]string{}, st.Printed...)}
	return row
}

// timeline is how the story went.
func (p *publisher) timeline(courses []ledger.Course) []export.Happening {
	out := []export.Happening{}
	for _, c := range courses {
		out = append(out, p.happening(&c))
	}
	return out
}

func (p *publisher) meetings(out *Story, all []ledger.Meeting) {
	turns := p.Turns(out.ID, all)
	for _, m := range turns {
		out.Turns = append(out.Turns, p.meeting(&m))
	}
	for _, m := range ledger.WithoutTurns(all, turns) {
		list, of, show := &out.Meetings, &out.Of.Meetings, maxMeetings
		if m.Kind == ledger.Against {
			list, of, show = &out.Against, &out.Of.Against, maxAgainst
		}
		if *of++; *of <= show {
			*list = append(*list, p.meeting(&m))
		}
	}
}

// changes are the revisions of a report that changed something.
func (p *publisher) changes(report string) []export.Revision {
	var out []export.Revision
	if p.report(report).Texts < 2 {
		return nil
	}
	for _, v := range p.Revisions(report) {
		if len(v.Changes) > 0 {
			out = append(out, p.revision(&v))
		}
	}
	return out
}

// changed is what has come to a story since a day.
func (p *publisher) changed(st *Story, claims []ledger.Claim) *Changed {
	c := &Changed{Reports: []export.ReportRow{}, Claims: []export.ClaimRow{}, Steps: []Step{}, Totals: []Total{}, Revisions: []export.Revision{}}
	for _, r := range st.ReportList {
		if r.Day > st.Since {
			c.Reports = append(c.Reports, r)
		}
	}
	for i := range claims {
		if claims[i].First > st.Since && len(c.Claims) < maxMeetings {
			c.Claims = append(c.Claims, p.claimRow(&claims[i]))
		}
	}
	for _, e := range st.Timeline {
		for i, h := range e.History {
			if h.Day <= st.Since {
				continue
			}
			s := Step{Event: e.ID, Words: e.Title, StatusStep: h}
			if i > 0 {
				s.From = e.History[i-1].Status
			}
			c.Steps = append(c.Steps, s)
		}
	}
	for _, t := range st.Tallies {
		for _, s := range t.Series {
			for _, q := range s.Points {
				if q.Ref.Day > st.Since {
					c.Totals = append(c.Totals, Total{t.Measure, s.Who, q})
				}
			}
		}
	}
	for _, v := range st.Revisions {
		if v.To > st.Since {
			c.Revisions = append(c.Revisions, v)
		}
	}
	return c
}
