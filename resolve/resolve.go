// Package resolve works out who, when, where, how much and with what status.
//
// [Mentions] takes what read found, as written, and returns the [Reading]: one source for all its
// mentions, chains of sources, days for time expressions, places from the gazetteer, statuses and
// factuality for events, scope and dates for figures. Each resolution says how it was reached
// (a By field). The Reading is what the ledger keeps and what export prints; it holds byte spans
// and no pointers into the Doc.
package resolve

import (
	"sayso/article"
	"sayso/read"
)

// A Reading is all that sayso found in one article. It is finished when Mentions returns it.
type Reading struct {
	Article       *article.Article
	Sources       []Source
	Attributions  []Attribution
	Events        []Event
	Figures       []Figure
	Times         []Time
	Places        []Place // every mention of a place, in text order
	NonStatements []NonStatement
}

// A SourceKind says what a source is.
type SourceKind string

// The kinds of sources.
const (
	Person       SourceKind = "person"
	Organisation SourceKind = "organisation"
	Outlet       SourceKind = "outlet"
	Document     SourceKind = "document"
	Group        SourceKind = "group"
)

// A Source is one who is cited, with every mention of it in the report. Two mentions are one
// source only where By says why.
type Source struct {
	ID          string // "s1", "s2", … in order of first mention
	Kind        SourceKind
	Name        string // "" for an unnamed source
	Description string // the longest description given: "three US officials", "Pentagon chief Secretary Pete Hegseth"
	Role        string // title or office: "Secretary of State", or ""
	Affiliation string // organisation or country: "US", "Pentagon", or ""
	Anonymous   bool
	Count       int      // how many speak; 0 where it is not said
	Access      string   // why they can know: "involved in the discussions", or ""
	Reason      string   // why they are not named: "because they were not authorised to speak", or ""
	Of          string   // id of the group it may belong to, or ""
	OfCertainty string   // "stated", "possible" or ""
	Members     []string // ids of those whom a group's words join, where one of them at least is known: "Governor Orr and the harbour police"
	Mentions    []SourceMention
}

// A SourceMention is one place where a source is mentioned.
type SourceMention struct {
	article.Span
	By string // how this mention was tied to the source: "first mention", "same family name", "pronoun, one candidate"
}

// An Attribution is a statement with its chain of sources worked out.
type Attribution struct {
	ID         string // "a1", "a2", … in text order
	Source     []article.Span
	Cue        []article.Span
	Content    []article.Span
	Chain      []string // source ids, nearest to the reader first; the last is the origin as far as this report tells
	ChainBy    string   // how the chain was reached: "citing", "inside a1"
	ChainDoubt string   // "" or "possible", where the words only suggest the chain's last link
	Form       read.Form
	Stance     read.Stance
	Hedged     bool
	Via        string // source id of the channel, or ""
	Inside     string // attribution id, or ""
	Background bool   // restates what an earlier report told
}

// A Status says how an event stands in the report.
type Status string

// The thirteen statuses.
const (
	Happened     Status = "happened"
	Ongoing      Status = "ongoing"
	Ordered      Status = "ordered"
	Authorised   Status = "authorised"
	Planned      Status = "planned"
	Considered   Status = "considered"
	Proposed     Status = "proposed"
	Threatened   Status = "threatened"
	Predicted    Status = "predicted"
	Possible     Status = "possible"
	Denied       Status = "denied"
	DidNotHappen Status = "did_not_happen"
	Unknown      Status = "unknown"
)

// An Event is something that happened or may.
type Event struct {
	ID          string // "e1", …
	Trigger     article.Span
	Type        string // PLOVER root or OTHER
	Mode        string
	Actors      []Participant
	Targets     []Participant
	Place       *Place // nil where none is given
	Time        *When  // nil where none is given
	Status      Status
	Certainty   string  // "certain", "probable", "possible"
	Factuality  float64 // −3 … 3, a fixed function of status, certainty and negation
	Negated     bool
	Attribution string         // id of the attribution that says it, or "" for the report's own voice
	Background  bool           // restates the past; no new event
	Because     []article.Span // the words that decided the status, from the trigger outwards
	Salient     bool           // worth a line on a page; the others are in the full list
	Lead        bool           // what the report opens with
	Own         bool           // what its sentence, or who is cited, is about; of what was done only where it is dated or opens the report
	Agent       bool           // who does it, or has it done, is somebody who can act
	Aside       bool           // a noun that only completes another word: "the anniversary of the riots"
	Clause      article.Span   // the words that tell it by themselves, or empty; of salient and own ones only
	Nominal     bool           // those words are a noun phrase: "the resignation of Ida Orr"
}

// A Participant is who takes part in an event: words of the report and, where they were resolved, a name and a source.
type Participant struct {
	article.Span
	Name   string // the name it was resolved to, or the words
	Source string // source id, or ""
	Role   string // "" for who does or suffers it; "orders" or "authorises" for an actor who has another do it
}

// A Figure is a quantity with its scope.
type Figure struct {
	ID string // "f1", …
	article.Span
	Measure     string
	Unit        string
	Low, High   *float64
	Approximate bool
	Hedged      bool
	Scope       string   // "incident" or "cumulative"; "" where it is of another incident than the report's, or no longer holds
	Since       string   // ISO 8601, "" where not said
	AsOf        string   // ISO 8601 day
	Event       string   // event id, or ""
	Attribution string   // attribution id, or ""
	PartOf      string   // figure id, or ""
	Vague       bool     // no number of its own: "hundreds", "several", or a sum with such a part; Low is the least that it can mean
	More        bool     // "more than 750": Low is one above the number printed
	Old         bool     // a value that a newer one replaces: "an earlier toll of 31"
	Deed        string   // what those counted did or had done to them, in dictionary forms: "sign"; "in all" of a whole; or ""
	Did         string   // the same in the report's words: "signed"
	Money       bool     // a sum of money: Measure is what it is of ("fine"), Unit its currency
	From, For   string   // of a sum, in the report's words: who gives, bids or fines, and for or from whom; or ""
	Within      string   // the part of the ground that a total is limited to: "Gulf of Sorn", or ""
	SumOf       []string // ids of the figures that were added up to it; it stands on the last one's words
	Background  bool     // of an earlier incident, which the report recalls
	By          string   // how the scope was reached
}

// A NonStatement says that somebody did not say something.
type NonStatement struct {
	article.Span
	Source string // source id, or ""
}

// Mentions works out what m means. Sources come first since every later stage names them; times
// before events and figures since these take their days from them.
func Mentions(m *read.Mentions) *Reading {
	r := &Reading{Article: m.Doc.Article}
	w := newWork(m, r)
	w.sources()
	w.attributions()
	w.times()
	w.places()
	w.events()
	w.figures()
	w.nonStatements()
	return r
}
