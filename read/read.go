// Package read finds who says what, what happens, how much and when, as written.
//
// [Doc] takes a parsed article and returns its [Mentions]: statements with the spans of source, cue
// and content, events with their trigger and the path of words that decides their status, figures,
// times, places and non-statements. Every mention lies in the text and is anchored by spans or
// tokens. What the words mean — which person "he" is, which day "Friday" is — is resolve's.
package read

import (
	"sayso/article"
	"sayso/parse"
)

// Mentions is all that one article says, as written. It is finished when Doc returns it.
type Mentions struct {
	Doc           *parse.Doc
	Statements    []Statement    // in order of their cue, or of their content where there is no cue
	Events        []Event        // in order of their trigger
	Figures       []Figure       // in text order
	Times         []Time         // in text order, not overlapping
	Places        []Place        // in text order, not overlapping
	NonStatements []NonStatement // in text order
}

// A Form says how a statement's content is printed.
type Form string

// The forms of a statement.
const (
	Direct   Form = "direct"   // all of it in quotation marks
	Indirect Form = "indirect" // none of it
	Mixed    Form = "mixed"    // some of it
)

// A Stance says what the source does with the content.
type Stance string

// The stances.
const (
	Asserts    Stance = "asserts"
	Denies     Stance = "denies"
	Confirms   Stance = "confirms"
	Asks       Stance = "asks"
	Demands    Stance = "demands"
	Promises   Stance = "promises"
	Threatens  Stance = "threatens"
	Speculates Stance = "speculates"
	Declines   Stance = "declines"
)

// A Statement is one attribution as written. Source may be empty (nobody is named: "it was
// announced"); Content never is. Spans of one role are in text order and do not overlap.
type Statement struct {
	Source  []article.Span
	Cue     []article.Span
	Content []article.Span
	Form    Form
	Stance  Stance
	Hedged  bool           // the report steps back: "reportedly", "alleged"
	Via     []article.Span // the channel: "Reuters" in "told Reuters", "an interview with CNN"
	Citing  []article.Span // whom the source cites: "three US officials" in "CNN reported, citing three US officials"
	Through []article.Span // who quotes the source: "the Ledger" in "Ruiz was quoted by the Ledger as saying"
	Earlier bool           // an earlier report is meant: "CNN previously reported"
	Inside  int            // index of the statement whose content holds this one, or -1
	CueHead int32          // token that heads the cue, or -1
	SrcHead int32          // token that heads the source, or -1
	How     string         // what found it: a rule's name or "model"
}

// An Event is one mention of something that happens or may.
type Event struct {
	Trigger   article.Span
	Head      int32   // token of the trigger
	Type      string  // PLOVER root or OTHER
	Mode      string  // PLOVER mode, or ""
	Actors    []int32 // head tokens of who does it
	Targets   []int32 // head tokens of whom or what it is done to
	Orderers  []int32 // head tokens of who ordered or authorised it, where they are not its actors
	Salient   bool    // worth a line on a page: typed, or standing as more than told (see docs/events.md)
	Lead      bool    // what the report opens with
	Own       bool    // what its sentence, or who is cited, is about; of what was done only where it is dated or opens the report
	Aside     bool    // a noun that only completes another word
	Past      bool    // restates the past: see background
	Time      int     // index of the time that dates it, or -1
	Before    int     // index of the stretch of time by which it came before what its sentence tells, or -1
	Place     int     // index of the place where it is, or -1
	Negated   bool
	Status    string  // one of resolve's statuses, from the path of words that embed the event
	Certainty string  // "certain", "probable" or "possible"
	Path      []int32 // the tokens that decided the status, from the trigger outwards: its explanation
	Statement int     // index of the innermost statement whose content holds the trigger, or -1
}

// A Figure is a quantity as written.
type Figure struct {
	Span        article.Span // the number and its qualifier: "at least 43"
	Head        int32        // token of the number, or of the noun that stands for one ("a man was shot dead")
	Measure     string       // killed, injured, … or the noun counted
	Unit        string       // what is counted: "people", "boats"
	Low, High   *float64     // nil where open
	Approximate bool         // "about", "nearly", "dozens"
	Hedged      bool         // "reportedly"
	Cumulative  bool         // a total over incidents
	Since       article.Span // the words that say since when, or empty
	AsOf        article.Span // the words that say as of when, or empty
	Event       int          // index of the event it counts for, or -1
	Statement   int          // index of the innermost statement whose content holds it, or -1
	PartOf      int          // index of the figure it is a part of ("12 killed, among them four children"), or -1
	Cue         int32        // token of the word that says what befell those counted ("killed"), or -1
	Key         string       // family of the cue: killed, died, dead, deaths, toll, shot, wounds, suicide, captured, …; "" without one
	Form        string       // how the count is said: number, singular ("a man"), plural ("insurgents"), definite ("the man"), name, pronoun, list
	Who         string       // those counted: the family name or the noun, lower case
	Other       bool         // besides those named before: "two others", "an additional insurgent"
	Superseded  bool         // the old value of a count that changed: "five" in "rose from five to six"
	Vague       bool         // no number of its own: "hundreds", "several", "insurgents"; Low is the least that it can mean
	More        bool         // "more than 750": Low is one above the number printed
	Deed        string       // what those counted did or had done to them, in dictionary forms: "sign", "hand over", "without power"; "in all" of a whole; or ""
	Did         string       // the same in the report's words: "signed"
	Money       bool         // a sum of money: Measure is what it is of, Unit its currency
	From, For   article.Span // of a sum: who gives, bids or fines, and for or from whom; or empty
	Within      article.Span // the words for the part of the ground that a total is limited to: "in the Gulf of Sorn alone", or empty
}

// A NonStatement is a passage that says somebody did not say something.
type NonStatement struct {
	Span   article.Span
	Source article.Span // who, or empty
	Head   int32        // token that heads Source, or -1
}

// Doc finds the mentions in d. The order of the stages matters: statements come first since events
// and figures are attached to them; times and places before both since they bound their scope.
func Doc(d *parse.Doc) *Mentions {
	m := &Mentions{Doc: d}
	m.Times = times(d)
	m.Places = places(d)
	m.NonStatements = nonStatements(d)
	m.Statements = statements(d, m.NonStatements)
	m.Events = events(m)
	m.Figures = figures(m)
	return m
}
