package export

// Tallies across reports.

// A Tally is one measure in one story.
type Tally struct {
	Story     string     `json:"story"`
	Measure   string     `json:"measure"`
	Side      string     `json:"side"` // whose, where two countries strike each other: ISO code, "*" of both, "" where none is told
	Of        string     `json:"of"`   // the same in words, with the kind of those counted: "in Fiji: soldiers"
	Unit      string     `json:"unit"`
	Low       float64    `json:"low"`
	High      float64    `json:"high"`
	Open      bool       `json:"open"` // high is the highest told: "at least"
	Best      float64    `json:"best"`
	AsOf      string     `json:"as_of"` // of best
	Total     string     `json:"total"` // cumulative, or incidents
	Sum       int        `json:"sum"`   // how many incidents are added up
	Once      bool       `json:"once"`  // one report alone gives one number: nothing to hold it against
	Told      []string   `json:"told"`  // words that give no number: "hundreds of fighters"
	Series    []Series   `json:"series"`
	Incidents []Incident `json:"incidents"`
	Gaps      []Gap      `json:"gaps"`
	Support   []Support  `json:"support"`
}

// A Series is one source's running total.
type Series struct {
	Who    Who     `json:"who"`
	Since  string  `json:"since"`
	Within string  `json:"within"` // the part of the ground that it is limited to
	Apart  string  `json:"apart"`  // why it is held against no other series
	Points []Point `json:"points"`
}

// A Point is one printed figure.
type Point struct {
	Ref         Ref      `json:"ref"`
	AsOf        string   `json:"as_of"`
	Low         float64  `json:"low"`
	High        *float64 `json:"high"` // null for "at least"
	Approximate bool     `json:"approximate"`
	Hedged      bool     `json:"hedged"`
	CopyOf      string   `json:"copy_of"`
	Who         Who      `json:"who"`
	Vague       bool     `json:"vague"`      // its words give no number; low is the least that they can mean
	More        bool     `json:"more"`       // "more than 750": low is the number printed
	Old         bool     `json:"old"`        // its report says that it is replaced
	Part        bool     `json:"part"`       // a part of what its report counts
	Superseded  bool     `json:"superseded"` // a later text of the report no longer has it
	Gap         int      `json:"gap"`        // number of the gap at this point, 0 for none
}

// An Incident is one event with what reports count in it.
type Incident struct {
	Event   string   `json:"event"`
	Day     string   `json:"day"`
	Words   string   `json:"words"`
	Low     float64  `json:"low"`
	High    float64  `json:"high"`
	Vague   bool     `json:"vague"`   // nobody gives a number
	Apart   string   `json:"apart"`   // why it is no part of the sum
	Counts  int      `json:"counts"`  // how many reports' counts there are; a story's page has those that tell how the number went
	Keepers []Keeper `json:"keepers"` // bodies that count by themselves, each with its last number
	Points  []Point  `json:"points"`  // by time
}

// A Keeper is a body that keeps a count of an incident by itself.
type Keeper struct {
	Who    Who   `json:"who"`
	Last   Point `json:"last"`   // the last number that it gave
	Stands bool  `json:"stands"` // it is in the range of low and high
}

// A Gap is a total that does not agree with what it is held against.
type Gap struct {
	Number  int     `json:"number"` // from 1, within the tally
	Who     string  `json:"who"`
	At      Point   `json:"at"`
	Against []Point `json:"against"`
	Low     float64 `json:"expected_low"`
	High    float64 `json:"expected_high"`
	Cause   string  `json:"cause"`
	Reason  string  `json:"reason"`
}

// Support is who gives a total.
type Support struct {
	Value   float64  `json:"value"`
	Outlets []string `json:"outlets"`
	Origins []Who    `json:"origins"`
}
