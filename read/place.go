package read

import (
	"sayso/article"
	"sayso/gazetteer"
	"sayso/parse"
)

// A Place is a place mentioned. Which of several places of one name is meant is resolve's.
type Place struct {
	Span     article.Span // the name
	Whole    article.Span // with its relation: "400 nautical miles southwest of Hawaii", "off the coast of Venezuela"
	Head     int32        // last token of the name
	First    int32        // first token of the name
	ID       string       // the name as the gazetteer's key, or "" where it is unknown there
	Role     PlaceRole
	Relation string // the words between the place and what is there, in small letters: "inside", "off the coast of", or ""
	In       int    // index of the place named after it that contains it ("Paris, Texas"), or −1
	Wide     bool   // a word for a region follows: "Moscow Oblast"
	Rule     string // what told the role, for explanation
}

// A PlaceRole says what a mentioned place does in its sentence.
type PlaceRole string

// The roles of places.
const (
	Location  PlaceRole = "location"  // something is or happens there: "in Kyiv"
	Target    PlaceRole = "target"    // something is done to it: "struck Kyiv", "the invasion of Ukraine"
	Dateline  PlaceRole = "dateline"  // the report was filed there
	Container PlaceRole = "container" // it tells where the place named before it lies: "Paris, Texas"
	Actor     PlaceRole = "actor"     // it stands for who governs it: "Moscow said"
	Modifier  PlaceRole = "modifier"  // it qualifies a noun: "Venezuela's president", "the Ukraine war"
	Mentioned PlaceRole = "mentioned" // none of these is plain
)

// longestName is the number of tokens that a place's name may have.
const longestName = 9

// places finds the places mentioned: names in the gazetteer that stand for themselves rather than
// inside another name, and waters and lands that a description names ("international waters").
func places(d *parse.Doc) []Place {
	prepare()
	s := placeScan{d: d}
	for i := int32(0); int(i) < len(d.Tokens); i++ {
		if n := s.described(i); n > 0 {
			i += n - 1
			continue
		}
		if n := s.named(i); n > 0 {
			i += n - 1
		}
	}
	return s.out
}

// placeScan is one pass over a document.
type placeScan struct {
	d     *parse.Doc
	out   []Place
	key   [80]byte
	found [40]gazetteer.Place
	name  int // next of d.Names that may cover the token
}

// described adds "international waters" and "Venezuelan waters" at token i and returns its length in tokens.
func (s *placeScan) described(i int32) int32 {
	if int(i)+1 >= len(s.d.Tokens) {
		return 0
	}
	w := s.word(i)
	if len(w) < 3 {
		return 0
	}
	next := s.word(i + 1)
	switch {
	case w[0] != 'i' && w[0] != 'I' && w[0] != 'h':
	case equalFold(w, "international") && (next == "waters" || next == "airspace"):
		s.add(i, i+2, w+" "+next)
		return 2
	case equalFold(w, "high") && next == "seas":
		s.add(i, i+2, "international waters")
		return 2
	}
	if w[0] > 'Z' || w[0] < 'A' || !national(next) || s.word(i+2) == "of" {
		return 0
	}
	if code := gazetteer.Demonym(gazetteer.Fold(s.key[:0], w)); code != "" {
		s.add(i, i+1, "="+code)
		return 1
	}
	return 0
}

// national reports whether a demonym before word w makes it a place: "Venezuelan waters".
func national(w string) bool {
	switch w {
	case "waters", "airspace", "territory", "soil", "territorial", "coast", "coastline", "shores", "border", "mainland":
		return true
	}
	return false
}

// named adds the longest name of the gazetteer at token i, if it stands for a place, and returns its
// length in tokens. Names that stand for something else are passed over as a whole.
func (s *placeScan) named(i int32) int32 {
	if !s.capital(i) {
		return 0
	}
	end, found := s.longest(i)
	if end == 0 {
		return s.unknown(i)
	}
	key := string(s.fold(i, end))
	if n := s.inName(i, end); n > 0 {
		return n
	}
	p := s.place(i, end, key)
	p.Wide = regionWord(s.word(end))
	if !s.stands(&p, i, end, found) {
		return end - i
	}
	s.contain(&p, i)
	s.out = append(s.out, p)
	return end - i
}

func (s *placeScan) word(i int32) string {
	if i < 0 || int(i) >= len(s.d.Tokens) {
		return ""
	}
	return s.d.Word(i)
}

// capital reports whether token i begins with a capital.
func (s *placeScan) capital(i int32) bool {
	w := s.word(i)
	if w == "" {
		return false
	}
	c := w[0]
	return 'A' <= c && c <= 'Z' || c == 0xC3 && len(w) > 1 && w[1] <= 0x9E || c == 0xC4 || c == 0xC5
}

// fold is the gazetteer's key for tokens i to end, or nil where it is too long for one.
func (s *placeScan) fold(i, end int32) []byte {
	sp := s.d.Range(i, end)
	if sp.Len() > len(s.key) {
		return nil
	}
	return gazetteer.Fold(s.key[:0], sp.Text(s.d.Text))
}

// longest is the end of the longest name of the gazetteer at token i, and its places; 0 if there is none.
func (s *placeScan) longest(i int32) (int32, []gazetteer.Place) {
	last := min(s.d.Sentences[s.d.Tokens[i].Sentence].End, i+longestName)
	if !gazetteer.Begins(s.fold(i, i+1)) {
		last = i + 1
	}
	for end := last; end > i; end-- {
		if end > i+1 && !s.capital(end-1) {
			continue
		}
		if found := gazetteer.Lookup(s.found[:0], s.fold(i, end)); len(found) > 0 {
			return end, found
		}
	}
	return 0, nil
}

// place is a mention with its role.
func (s *placeScan) place(i, end int32, key string) Place {
	p := Place{Span: s.d.Range(i, end), First: i, Head: end - 1, ID: key, In: -1}
	p.Whole = p.Span
	s.role(&p, i, end)
	return p
}

func (s *placeScan) add(i, end int32, key string) {
	p := s.place(i, end, key)
	if key[0] != '=' && p.Role == Mentioned {
		p.Role = Location
	}
	if key[0] == '=' && p.Role == Modifier { // "in Venezuelan waters"
		p.Role = Mentioned
	}
	s.out = append(s.out, p)
}

// stands reports whether a name found in the gazetteer stands for the place.
func (s *placeScan) stands(p *Place, i, end int32, found []gazetteer.Place) bool {
	if s.ofPerson(i, end) {
		return false
	}
	if s.kindOf(i, end) == parse.Place {
		return true
	}
	weak, city := true, true
	for _, f := range found {
		weak, city = weak && weakName(f), city && f.Kind == gazetteer.City
	}
	if !weak {
		return true
	}
	if city && s.determined(i) || end == i+1 && lexicon[lowerShort(s.word(i))].class&(weekday|month) != 0 {
		return false
	}
	switch p.Role {
	case Dateline:
		return true
	case Target:
		return p.Rule == "verb" && !s.sentenceStart(i)
	case Location:
		return p.Relation != "to" && p.Relation != "from" && p.Relation != "on" && p.Relation != "over" && p.Relation != "through" && p.Relation != "under" && !s.possessive(end)
	}
	return s.containedNext(end) // Mobile, Ala.
}

// determined reports whether an article or possessive stands before token i: cities have none ("at the
// University", "his George").
func (s *placeScan) determined(i int32) bool {
	return i > 0 && (s.d.At(i-1).UPOS == parse.DET || s.d.At(i-1).XPOS == parse.XPRPS)
}

// weakName reports whether f's name alone is no sign that a place is meant: small towns carry the
// names of people and things. The bound is two to the eighteenth: about 250,000 people.
func weakName(f gazetteer.Place) bool {
	return f.Weak || f.Kind == gazetteer.City && !f.Capital && f.Size <= 18 && f.Size > 0
}

// containedNext reports whether a comma and a larger place follow.
func (s *placeScan) containedNext(end int32) bool {
	if s.word(end) != "," || !s.capital(end+1) {
		return false
	}
	if stateAbbreviation(s.word(end+1)) != "" {
		return true
	}
	_, found := s.longest(end + 1)
	for _, f := range found {
		if f.Kind == gazetteer.Country || f.Kind == gazetteer.Region && !f.Weak {
			return true
		}
	}
	return false
}

// contain notes that p, at token i, tells where the places before it lie: "Paris, Texas", "Baldon, County
// Vale, Ireland".
func (s *placeScan) contain(p *Place, i int32) {
	k := len(s.out) - 1
	if k < 0 || s.word(i-1) != "," {
		return
	}
	last := i - 2
	if partOfPlace(s.word(last)) || regionWord(s.word(last)) {
		last--
	}
	if h := s.out[k].Head; h != i-2 && h != last && h != s.between(i-2) || !s.holds(k, p) {
		return
	}
	if q := s.between(s.out[k].Head); k > 0 && q >= 0 && s.out[k-1].Head == q && s.out[k-1].In < 0 {
		s.holds(k-1, p)
	}
}

// holds reports whether p, which comes next in s.out, contains place k, and notes it.
func (s *placeScan) holds(k int, p *Place) bool {
	before := &s.out[k]
	if before.ID == "" {
		s.hold(before, p)
		return true
	}
	outer := gazetteer.Lookup(s.found[:0], []byte(p.ID))
	var buf [40]gazetteer.Place
	inner := gazetteer.Lookup(buf[:0], []byte(before.ID))
	for _, o := range outer {
		for _, n := range inner {
			if Holds(o, n) {
				s.hold(before, p)
				return true
			}
		}
	}
	if small(inner) && large(outer) && s.apposed(p.Head+1) { // "Remedios, Colombia", where the table has one in Cuba
		before.ID = ""
		s.hold(before, p)
		return true
	}
	return false
}

// between is the token before the comma that a name of up to five words, ending at token j, follows: "Tine"
// in "Tine, Wadi Fira, Chad"; or -1.
func (s *placeScan) between(j int32) int32 {
	for n := 0; n < 6 && j > 1; n++ {
		switch w := s.word(j); {
		case w == "," && n > 0:
			return j - 1
		case s.capital(j) || w == "of" || w == "the" || w == "-" || partOfPlace(w) || regionWord(w):
			j--
		default:
			return -1
		}
	}
	return -1
}

// apposed reports whether what ends before token i is set beside the name before it, not the beginning of a clause:
// not "in Remedios, Colombia's army said".
func (s *placeScan) apposed(i int32) bool {
	if int(i) >= len(s.d.Tokens) {
		return true
	}
	t := &s.d.Tokens[i]
	return !s.possessive(i) && t.UPOS != parse.VERB && t.UPOS != parse.AUX && t.UPOS != parse.NOUN && t.UPOS != parse.PROPN
}

// small reports whether all places of a name are small towns.
func small(found []gazetteer.Place) bool {
	for _, f := range found {
		if f.Kind != gazetteer.City || !weakName(f) {
			return false
		}
	}
	return len(found) > 0
}

func large(found []gazetteer.Place) bool {
	for _, f := range found {
		if f.Kind == gazetteer.Country || f.Kind == gazetteer.Region && !f.Weak {
			return true
		}
	}
	return false
}

// hold notes that p, which comes next in s.out, contains the place before it.
func (s *placeScan) hold(before, p *Place) {
	before.In = len(s.out)
	before.Whole.End = p.Span.End
	p.Role, p.Rule, p.Relation = Container, "after a comma", ""
	p.Whole = p.Span
}

// Holds reports whether o contains n: a country or region its cities, Africa its countries.
func Holds(o, n gazetteer.Place) bool {
	switch o.Kind {
	case gazetteer.Country:
		return n.Country == o.Country && n.Kind != gazetteer.Country
	case gazetteer.Region:
		return o.Region != "" && n.Region == o.Region && n.Kind == gazetteer.City || o.Region != "" && n.Country == o.Country && n.Region == "" && n.Kind == gazetteer.City
	case gazetteer.Continent, gazetteer.Area:
		return n.Within == o.Name
	}
	return false
}
