package export

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"sayso/article"
	"sayso/ledger"
	"sayso/resolve"
)

// What follows is what the ledger says across reports, as published: the pages and the commands
// show these values and nothing else. Days are ISO 8601. What has no words in a report is not here.

// A Ref is words in a report.
type Ref struct {
	Report    string `json:"report"`
	Revision  string `json:"revision"`
	Current   bool   `json:"current"` // the revision is the report's newest
	At        string `json:"at"`      // id of the place on the report's page: a3, e7, f2, or p4 for a paragraph
	Outlet    string `json:"outlet"`
	Day       string `json:"day"` // of publication
	Span             // in code points of the revision's text
	Context   string `json:"context"`    // the sentence around the words
	ContextAt int    `json:"context_at"` // where the words begin in it, in code points; -1 where they do not stand in it as they are
}

// Parts are the context cut in three: what is before the words, the words, what is behind them. Where the words do not
// stand in it as they are, all of it is before them.
func (r *Ref) Parts() (before, words, after string) {
	context := []rune(r.Context)
	if r.ContextAt < 0 || r.Text == "" || r.ContextAt > len(context) {
		return r.Context, "", ""
	}
	before = string(context[:r.ContextAt])
	after, ok := strings.CutPrefix(string(context[r.ContextAt:]), clean(r.Text))
	if !ok {
		return r.Context, "", ""
	}
	return before, clean(r.Text), after
}

// A Who is a source across reports in short.
type Who struct {
	ID        string `json:"id"`    // "so-…", or "" for an outlet's own voice and for nobody
	Label     string `json:"label"` // the name, else the description
	Anonymous bool   `json:"anonymous"`
	Kind      string `json:"kind"`   // person, organisation, outlet, document, group; "voice" for an outlet itself; "nobody"
	Outlet    string `json:"outlet"` // whose source an unnamed one is
}

// A StoryRow is a story in a list.
type StoryRow struct {
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	First   string   `json:"first"`
	Last    string   `json:"last"`
	Reports int      `json:"reports"`
	Outlets []string `json:"outlets"`
	Latest  string   `json:"latest"` // headline of the last report, "" where it is the title
}

// A ReportRow is a report in a story.
type ReportRow struct {
	ID        string `json:"id"`
	Outlet    string `json:"outlet"`
	Title     string `json:"title"`
	Day       string `json:"day"`
	Credit    string `json:"credit"`
	Texts     int    `json:"texts"`
	CopyOf    string `json:"copy_of"` // report whose wording it repeats, or ""
	Relation  string `json:"relation"`
	OwnOutlet string `json:"copy_of_outlet"`
}

// An Origin is one who put a claim into the world.
type Origin struct {
	Who     Who      `json:"who"`
	Kind    string   `json:"kind"`
	Name    string   `json:"name"`
	Outlet  string   `json:"outlet"` // that cites it first-hand
	Party   string   `json:"party"`
	Reports []string `json:"reports"`
	Steps   []Step   `json:"steps"`
}

// A Step is one link of the way from a report to an origin.
type Step struct {
	From       string `json:"from"` // report
	FromOutlet string `json:"from_outlet"`
	To         string `json:"to"`
	Reason     string `json:"reason"`
	Ref        Ref    `json:"ref"`
}

// A Maybe says that two origins may be one.
type Maybe struct {
	A      string `json:"a"`
	B      string `json:"b"`
	Reason string `json:"reason"`
}

// A ClaimRow is a claim in a list.
type ClaimRow struct {
	ID       string   `json:"id"`
	Story    string   `json:"story"`
	Words    string   `json:"words"`
	First    string   `json:"first"`
	Reports  int      `json:"reports"`
	Outlets  int      `json:"outlets"`
	Low      int      `json:"origins_low"`
	High     int      `json:"origins_high"`
	Origins  []Origin `json:"origins"`
	Maybe    []Maybe  `json:"maybe"`
	Summary  string   `json:"summary"`
	Party    bool     `json:"only_parties"`
	Negative bool     `json:"negative"`
	Denied   bool     `json:"denied"` // somebody's saying of it is a denial
	Stance   string   `json:"stance"` // what the first saying does with the words: asserts, denies, demands, asks …; "" for a report's own voice
	Cue      string   `json:"cue"`    // its words for that: "denied", "called for"; "" for a report's own voice
	Revised  []string `json:"revised_away"`
	Ref      Ref      `json:"ref"` // the first saying
}

// Does is what the first saying does with the words where it does not assert them, as a verb: "denies", "rejects",
// "demands", "orders", "asks"; else "".
func (c ClaimRow) Does() string {
	switch c.Stance {
	case "", "asserts", "confirms", "declines":
		return ""
	case "denies":
		for _, w := range strings.Fields("reject refus dismiss oppos disput veto") {
			if strings.Contains(strings.ToLower(c.Cue), w) {
				return "rejects"
			}
		}
	case "demands": // "ordered the port closed": who may order asks nobody
		for w := range strings.FieldsSeq(strings.ToLower(c.Cue)) {
			for _, orders := range []string{"order", "command", "instruct", "decree"} {
				if strings.HasPrefix(w, orders) {
					return "orders"
				}
			}
		}
	case "speculates":
		return "thinks possible"
	}
	return c.Stance
}

// Said is the words with what is done with them: "denies: that the dam had failed".
func (c ClaimRow) Said() string {
	if does := c.Does(); does != "" {
		return does + ": " + c.Words
	}
	return c.Words
}

// A Claim is a claim with every saying of it.
type Claim struct {
	ClaimRow
	Sayings []Saying `json:"sayings"`
	Links   []Link   `json:"links"`
}

// A Saying is one report's statement of a claim.
type Saying struct {
	Ref    Ref    `json:"ref"`
	More   []Ref  `json:"more"`
	Chain  []Who  `json:"chain"` // nearest to the reader first; empty for the report's own voice
	Stance string `json:"stance"`
	Hedged bool   `json:"hedged"`
	CopyOf string `json:"copy_of"`
}

// A Link is a decision about two things in two reports.
type Link struct {
	Verdict string `json:"verdict"` // same, possibly same, distinct
	Reason  string `json:"reason"`
	Earlier Ref    `json:"earlier"`
	Later   Ref    `json:"later"`
	Other   string `json:"other"` // id of the other thing where they are two, else ""
}

// Refused is what was held against one thing and is another.
type Refused struct {
	Of    int    `json:"of"`    // how many were near enough to be held against it
	Links []Link `json:"links"` // the likest of them, each with why
}

// An EventAcross is an event across reports with how its status went.
type EventAcross struct {
	ID       string         `json:"id"`
	Story    string         `json:"story"`
	Words    string         `json:"words"`
	Ref      Ref            `json:"ref"`
	Title    string         `json:"title"`     // the words of a report that tell it best, with a capital
	TitleRef Ref            `json:"title_ref"` // where they stand
	Type     string         `json:"type"`
	Status   string         `json:"status"`
	First    string         `json:"first"`
	Last     string         `json:"last"`
	Place    string         `json:"place"`
	Actors   []string       `json:"actors"`
	Targets  []string       `json:"targets"`
	Reports  int            `json:"reports"`
	History  []StatusStep   `json:"history"`
	Mentions []EventMention `json:"mentions"`
	Links    []Link         `json:"links"`
}

// A Happening is what befell in a story: an event with others that tell the same.
type Happening struct {
	EventAcross
	Day      string   `json:"day"`      // that it is of, or the month, or of its first report
	Together []string `json:"together"` // ids of the other events: those killed by a strike, its launch
	Tolls    []Toll   `json:"tolls"`    // as last told
}

// An EventTold is what a story's page tells an event in: a happening of one event or more.
type EventTold struct {
	ID      string      `json:"id"` // of the event that leads it
	Title   string      `json:"title"`
	Reports int         `json:"reports"` // that tell any of its events outside background, each once
	Events  []EventPart `json:"events"`
}

// An EventPart is one event of a happening.
type EventPart struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Reports int    `json:"reports"` // that tell it outside background
}

// A HappeningRow is a happening in a list.
type HappeningRow struct {
	ID         string   `json:"id"` // of the event that leads it
	Story      string   `json:"story"`
	StoryTitle string   `json:"story_title"`
	Title      string   `json:"title"`
	Ref        Ref      `json:"ref"` // where the title's words stand
	Type       string   `json:"type"`
	Status     string   `json:"status"`
	Day        string   `json:"day"`
	Place      string   `json:"place"`
	Country    string   `json:"country"`
	Actors     []string `json:"actors"`
	Targets    []string `json:"targets"`
	Reports    int      `json:"reports"`
	Mentions   int      `json:"mentions"`
	Steps      []string `json:"steps"` // its statuses, in order
	Tolls      []Toll   `json:"tolls"`

	History []StatusStep `json:"history"` // its steps, with the day, who says so and the words
}

// A Toll is how many a happening killed or injured, and who says so.
type Toll struct {
	Measure string `json:"measure"`
	Who     Who    `json:"who"`
	Point   Point  `json:"point"`
	Reports int    `json:"reports"` // that give this number
}

// A StatusStep is the first report of a status that differs from the one before.
type StatusStep struct {
	Status string `json:"status"`
	Day    string `json:"day"`
	Who    Who    `json:"who"`
	Reason string `json:"reason"`
	Ref    Ref    `json:"ref"`
}

// An EventMention is one mention of an event.
type EventMention struct {
	Ref        Ref    `json:"ref"`
	Status     string `json:"status"`
	Background bool   `json:"background"`
}

// A Meeting is two claims that meet without being the same.
type Meeting struct {
	Kind    string `json:"kind"`
	A       string `json:"a"`
	B       string `json:"b"`
	Earlier Ref    `json:"earlier"`
	Later   Ref    `json:"later"`
	WhoA    []Who  `json:"who_earlier"` // chain, nearest to the reader first
	WhoB    []Who  `json:"who_later"`
	Reason  string `json:"reason"`
	Changed *Who   `json:"changed"` // who said the one and now says the other
	Denier  *Who   `json:"denier"`
}

// A Copy is one report's wording that stands in a later report.
type Copy struct {
	Relation      string  `json:"relation"`
	Earlier       string  `json:"earlier"`
	EarlierOutlet string  `json:"earlier_outlet"`
	Later         string  `json:"later"`
	LaterOutlet   string  `json:"later_outlet"`
	Reason        string  `json:"reason"`
	Blocks        []Block `json:"blocks"`
}

// A Block is a passage that stands in both texts.
type Block struct {
	Words   int `json:"words"`
	Earlier Ref `json:"earlier"`
	Later   Ref `json:"later"`
}

// A Quotation is one utterance with every printing of it.
type Quotation struct {
	ID        string     `json:"id"`
	Words     string     `json:"words"`
	Speaker   Who        `json:"speaker"`
	Printings []Printing `json:"printings"`
	Links     []Link     `json:"links"`   // why the printings are one utterance
	Refused   Refused    `json:"refused"` // utterances near to it that are others
}

// A Printing is one printing of an utterance.
type Printing struct {
	Ref    Ref    `json:"ref"`
	Change string `json:"change"`
	Reason string `json:"reason"`
}

// A Revision is what changed between two texts of one report.
type Revision struct {
	Report  string   `json:"report"`
	Outlet  string   `json:"outlet"`
	Title   string   `json:"title"`
	From    string   `json:"from"`
	To      string   `json:"to"`
	Changes []Change `json:"changes"`
}

// A Change is one difference; the text that does not have it has no words.
type Change struct {
	Kind   string `json:"kind"`
	Before *Ref   `json:"before"`
	After  *Ref   `json:"after"`
	Reason string `json:"reason"`
}

// A SourceAcross is a source across reports.
type SourceAcross struct {
	Who
	Role        string   `json:"role"`
	Affiliation string   `json:"affiliation"`
	Count       int      `json:"count"`
	Reports     int      `json:"reports"`  // that cite it
	Mentions    []Ref    `json:"mentions"` // the first in each report; of very many, the earliest
	Possibly    []Who    `json:"possibly"`
	Links       []Link   `json:"links"`
	Stories     []string `json:"stories"`
}

// place is words of r as a Ref without its outlet and day.
func place(r *resolve.Reading, s article.Span) Ref {
	c := &converter{text: r.Article.Text}
	out := Ref{Span: c.span(s), At: anchor(r, s), ContextAt: -1}
	head, from, to, tail := context(r.Article.Text, withoutStop(r.Article.Text, s))
	inner := clean(r.Article.Text[from:to])
	out.Context = head + inner + tail
	if at := cleanedTo(r.Article.Text[from:to], s.Start-from); at <= len(inner) && strings.HasPrefix(inner[at:], clean(out.Text)) {
		out.ContextAt = utf8.RuneCountInString(head) + utf8.RuneCountInString(inner[:at])
	}
	return out
}

// withoutStop is s without the stop of its last sentence, behind which the next one would begin.
func withoutStop(text string, s article.Span) article.Span {
	for s.End > s.Start+1 && strings.IndexByte(".!?", text[s.End-1]) >= 0 {
		s.End--
	}
	return s
}

// RefTo is words of a revision's reading as published.
func RefTo(r *resolve.Reading, revision string, current bool, s article.Span) Ref {
	out := place(r, s)
	out.Report, out.Revision, out.Current, out.Outlet = r.Article.ID, revision, current, r.Article.Outlet
	if p := r.Article.Published; len(p) >= 10 {
		out.Day = p[:10]
	}
	return out
}

// anchor is the id of what stands at s on the report's page: the statement whose content s is in,
// the figure or the event at s, else the paragraph.
func anchor(r *resolve.Reading, s article.Span) string {
	for i := range r.Figures {
		if r.Figures[i].Span == s {
			return r.Figures[i].ID
		}
	}
	for i := range r.Events {
		if e := &r.Events[i]; e.Trigger == s && e.Salient {
			return e.ID
		}
	}
	best, size := "", len(r.Article.Text)+1
	for i := range r.Attributions {
		a := &r.Attributions[i]
		for _, spans := range [][]article.Span{a.Content, a.Source} {
			for _, c := range spans {
				if c.Start <= s.Start && s.End <= c.End && len(a.Content) > 0 && c.Len() < size {
					best, size = a.ID, c.Len()
				}
			}
		}
	}
	if best != "" {
		return best
	}
	return paragraphAt(r.Article.Text, s.Start)
}

// WhoOf is a source across reports in short.
func WhoOf(s *ledger.Source) Who {
	w := Who{ID: s.ID, Label: s.Name, Anonymous: s.Anonymous, Kind: string(s.Kind), Outlet: s.Outlet}
	if w.Label == "" || s.Anonymous {
		w.Label = s.Description
	}
	if w.Label == "" {
		w.Label = s.Name
	}
	if w.Label == "" && len(s.Mentions) > 0 {
		w.Label = clean(s.Mentions[0].Text)
	}
	return w
}

// paragraphAt is the id of the paragraph at a byte: p1 for the first line that is not empty.
func paragraphAt(text string, at int) string {
	n, start := 0, 0
	for start <= at && start < len(text) {
		end := strings.IndexByte(text[start:], '\n')
		if end < 0 {
			end = len(text)
		} else {
			end += start + 1
		}
		if strings.TrimSpace(text[start:end]) != "" {
			n++
		}
		start = end
	}
	return "p" + strconv.Itoa(max(1, n))
}
