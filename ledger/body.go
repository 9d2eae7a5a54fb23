package ledger

import (
	_ "embed"
	"strings"
	"sync"
	"unicode"

	"sayso/gazetteer"
	"sayso/parse"
	"sayso/resolve"
)

// A body is an organisation or outlet as its name says which it is: what it is called, apart from whose it
// is. "Norland's Health Ministry" and "the Norlandish ministry of health" are one body of one country.
type body struct {
	name    string // folded, without article, owner and the words for what kind of thing it is; "" where the words name no body
	owner   string // ISO code of a country, or the folded name of whose it is, or ""
	letters string // letters given in brackets, "(NHR)", folded
	common  bool   // the name is of common words alone: there are many of it, and whose it is tells which
	small   bool   // none of the words has a capital: "the group"
	task    bool   // it says what it is for, which tells it from all others but those of another owner
}

// bodyOf reads the body out of a source's name, or out of its description where it has none.
func bodyOf(s *resolve.Source) body {
	phrase := s.Name
	switch {
	case s.Kind == resolve.Document:
		return body{}
	case s.Name == "" && s.Kind == resolve.Person:
		return body{}
	case s.Name == "" && s.Kind == resolve.Group && s.Anonymous && !collective(s.Description):
		return body{}
	case s.Name == "" || strings.Contains(s.Description, s.Name) && (!strings.Contains(s.Name, " ") || countryOf(s.Name) != ""):
		phrase = s.Description // "the Norlandish consulate in Port Vale" is not Port Vale
	}
	b := readBody(phrase)
	if s.Name != "" && b.name == "" {
		b = readBody(s.Name)
	}
	if b.owner == "" && s.Name != "" && s.Kind != resolve.Person {
		b.owner, b.letters = ownerBefore(s.Description, s.Name), lettersAfter(s.Description, s.Name)
	}
	if b.owner == "" && s.Kind != resolve.Person && s.Affiliation != "" && (s.Name != "" || isUpper(s.Affiliation)) {
		b.owner = ownerOf(strings.Fields(s.Affiliation))
	}
	if b.owner == b.name {
		b.owner = ""
	}
	return b
}

// readBody takes a phrase apart: "the Northist-run Vale TV channel", "Norland's Ministry of Health".
func readBody(phrase string) body {
	var b body
	phrase, b.letters = withoutLetters(mainPhrase(phrase))
	fields := strings.Fields(strings.ReplaceAll(phrase, "’", "'"))
	if len(fields) == 0 || len(fields) > 14 || indefinite[strings.ToLower(fields[0])] {
		return body{}
	}
	if strings.EqualFold(fields[0], "the") {
		fields = fields[1:]
	}
	if b.knownOutlet(fields) {
		return b
	}
	if b.takeHoldersOffice(fields) {
		return b
	}
	fields = b.takeOwners(fields)
	if b.knownOutlet(fields) {
		return b
	}
	fields = b.takeCountry(fields)
	if b.takeTask(fields) {
		return b
	}
	fields = b.takeOf(fields)
	b.setName(fields)
	b.rebels()
	b.ownedByCapital()
	return b
}

// rebels gives an army that fights a state's a name of its own: "the army" is not the Hill Liberation Army.
func (b *body) rebels() {
	if b.common && b.name == "army" && !strings.HasPrefix(b.owner, "people") && containsAny(b.owner, "liberation", "independence", "resistance", "freedom") {
		b.name, b.owner, b.common = b.owner+" army", "", false
	}
}

// takeHoldersOffice reads the office that belongs to whoever holds another, and the place before it: "the Harl County medical examiner's
// office" is the medical examiner's, of Harl County; "the sheriff's office" is a sheriff's.
func (b *body) takeHoldersOffice(fields []string) bool {
	n := len(fields)
	if n < 2 || n > 8 || !strings.EqualFold(fields[n-1], "office") && !strings.EqualFold(fields[n-1], "department") {
		return false
	}
	low := make([]string, n-1)
	for i, f := range fields[:n-1] {
		low[i] = oneSpelling(foldString(trimOwner(f)))
	}
	first := n - 1
	for first > 0 && (holders[low[first-1]] || first < n-1 && (holderWords[low[first-1]] || strings.HasPrefix(low[first-1], "anti-"))) {
		first--
	}
	if first == n-1 || !strings.HasSuffix(fields[n-2], "'s") && !strings.HasSuffix(fields[n-2], "s'") && !strings.EqualFold(low[n-2]+"s", fields[n-2]) {
		return false
	}
	if first > 0 {
		if b.owner = ownerOf(append(append([]string{}, fields[:first-1]...), trimOwner(fields[first-1]))); b.owner == "" {
			return false
		}
		if place := strings.Join(low[:first], " "); countryOf(strings.Join(fields[:first], " ")) == "" && len(b.owner) != 2 {
			b.owner = place
		}
	}
	b.name, b.common, b.small = strings.Join(low[first:], " ")+" "+foldString(fields[n-1]), true, first == 0 && !isUpper(fields[0])
	return true
}

// ownedByCapital gives a state's body to the country whose capital stands for it: "Oslo's defence ministry" is Norway's.
func (b *body) ownedByCapital() {
	last := b.name[strings.LastIndexByte(b.name, ' ')+1:]
	if !b.common || b.owner == "" || last != "ministry" && last != "government" && last != "military" && last != "army" && last != "parliament" {
		return
	}
	for _, p := range gazetteer.Lookup(nil, gazetteer.Fold(nil, b.owner)) {
		if p.Capital && !p.Weak {
			b.owner = p.Country
			return
		}
	}
}

var (
	holders     = setOf(`sheriff mayor governor president premier minister examiner coroner prosecutor attorney general chancellor speaker ombudsman inspector commissioner defender marshal treasurer auditor clerk rapporteur king queen`)
	holderWords = setOf(`medical district prime vice deputy criminal state's public chief attorney prosecuting solicitor high special specialized military federal`)
)

// mainPhrase is a description without the clause or apposition after it.
func mainPhrase(s string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(s), ", ")
	for _, opens := range []string{" which ", " who ", " that ", " said ", " told "} {
		s, _, _ = strings.Cut(s, opens)
	}
	return strings.Trim(s, " ,“”\"")
}

// withoutLetters parts "the Vale Rights Watch (VRW)" from its letters.
func withoutLetters(s string) (rest, letters string) {
	i := strings.IndexByte(s, '(')
	if i < 0 {
		return s, ""
	}
	j := strings.IndexByte(s[i:], ')')
	if j < 0 {
		return strings.TrimSpace(s[:i]), ""
	}
	if in := s[i+1 : i+j]; isLetters(in) {
		letters = foldLetters(in)
	}
	return strings.TrimSpace(s[:i] + strings.TrimPrefix(s[i+j+1:], " ")), letters
}

// isLetters says whether s stands for a name: "NHR", "N.H.R.", "USCENTCOM".
func isLetters(s string) bool {
	n := 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			n++
		case r != '.' && r != '-':
			return false
		}
	}
	return n >= 2 && n <= 9
}

func foldLetters(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '.' || r == '-' {
			return -1
		}
		return unicode.ToLower(r)
	}, s)
}

// takeOwners takes whose the body is off the front: "Norland's", "the military's", "Northist-run"; a "Vale-based" or
// "Norland-backed" says where it sits or who helps it.
func (b *body) takeOwners(fields []string) []string {
	for i := 0; i < len(fields) && i < 5; i++ {
		low := strings.ToLower(fields[i])
		if strings.HasSuffix(low, "'s") || strings.HasSuffix(low, "s'") {
			if i+1 == len(fields) {
				return nil // "the group's"
			}
			if b.owner == "" {
				b.owner = ownerOf(append(append([]string{}, fields[:i]...), trimOwner(fields[i])))
			}
			return b.takeOwners(fields[i+1:])
		}
		k := strings.LastIndexByte(low, '-')
		if k <= 0 {
			continue
		}
		switch verb := low[k+1:]; {
		case rules[verb]: // who runs it says more than where it is
			if owner := ownerOf([]string{fields[i][:k]}); owner != "" {
				b.owner = owner
			}
		case !helps[verb]:
			continue
		}
		return b.takeOwners(append(append([]string{}, fields[:i]...), fields[i+1:]...))
	}
	return fields
}

func trimOwner(s string) string {
	s = strings.TrimSuffix(s, "'s")
	return strings.TrimSuffix(s, "'")
}

// takeCountry takes a country or its people off the front, if more follows: "U.S. Central Command".
func (b *body) takeCountry(fields []string) []string {
	for n := min(3, len(fields)-1); n > 0; n-- {
		if fields[n] == "and" {
			continue // "Bolivia and the United States" are no body of Bolivia
		}
		if code := countryOf(strings.Join(fields[:n], " ")); code != "" {
			if b.owner == "" {
				b.owner = code
			}
			return withoutPlaceless(fields[n:])
		}
		if of := ownerWords[foldString(strings.Trim(strings.Join(fields[:n], " "), "."))]; of != "" && b.owner == "" {
			b.owner = of // "the U.N. relief office" is not the U.N.
			return fields[n:]
		}
	}
	if rest := withoutPlaceless(fields); len(rest) < len(fields) {
		return b.takeCountry(rest)
	}
	return fields
}

// withoutPlaceless takes a word off the front that one report has before a body's name and another has not: "the National Graft Bureau". The
// State Department is no department of a state.
func withoutPlaceless(fields []string) []string {
	if len(fields) < 2 || !placeless[strings.ToLower(fields[0])] || strings.EqualFold(fields[0]+fields[1], "StateDepartment") {
		return fields
	}
	if low := foldString(fields[1]); len(fields) == 2 && !bodyWords[low] && !kindWords[low] {
		return fields // "the Royal Society"
	}
	return fields[1:]
}

// knownOutlet takes the name that an outlet's spellings share.
func (b *body) knownOutlet(fields []string) bool {
	_, name := parse.OutletName(strings.Join(fields, " "))
	if name == "" {
		return false
	}
	b.readName(strings.Fields(name)) // as its unknown spellings are read
	b.common = false
	return true
}

// takeOf turns "ministry of health" about and takes whose it is off "health ministry of the Northist government".
func (b *body) takeOf(fields []string) []string {
	for i := 1; i+2 < len(fields) && b.owner == ""; i++ {
		if scoped[strings.ToLower(fields[i])] && strings.EqualFold(fields[i+1], "of") && portfolios[foldString(fields[i+2])] && isUpper(fields[0]) {
			b.owner, fields = ownerOf(fields[:i]), fields[i:] // "Ardal Department of Health and Human Services"
		}
	}
	if len(fields) > 2 && scoped[strings.ToLower(fields[0])] && strings.EqualFold(fields[1], "of") && countryOf(strings.Join(fields[2:], " ")) == "" && !strings.EqualFold(fields[2], "the") {
		return b.takeScope(fields)
	}
	for i := 1; i+1 < len(fields); i++ {
		if low := strings.ToLower(fields[i]); low != "of" && low != "for" && low != "in" || !bodyWords[strings.ToLower(fields[i-1])] && !(i > 1 && strings.EqualFold(fields[i-1], "society")) {
			continue
		}
		rest := fields[i+1:]
		if strings.EqualFold(rest[0], "the") {
			rest = rest[1:]
		}
		if len(rest) == 0 {
			return fields[:i]
		}
		if owner := ownerOf(rest); owner != "" {
			if b.owner == "" {
				b.owner = owner
			}
			return fields[:i]
		}
		if low := strings.ToLower(rest[len(rest)-1]); b.owner != "" && rest[len(rest)-1] == low && (stateWords[low] || kindWords[low]) {
			return fields[:i] // "of the Northist-led government"
		}
	}
	return fields
}

// takeScope turns "Ministry of Maritime Affairs" about; "of" a country after that is whose it is.
func (b *body) takeScope(fields []string) []string {
	scope := fields[2:]
	for i := 1; i+1 < len(scope); i++ {
		if strings.EqualFold(scope[i], "in") && isUpper(scope[i+1]) { // "the Norlandish Ministry of Health in Vale"
			scope = scope[:i]
			break
		}
		if owner := ownerOf(scope[i+1:]); strings.EqualFold(scope[i], "of") && owner != "" {
			if b.owner == "" {
				b.owner = owner
			}
			scope = scope[:i]
		}
	}
	var out []string
	for _, w := range scope {
		out = append(out, strings.ToLower(w)) // the words of an office, whatever their capitals
	}
	return append(out, fields[0])
}

// Words of bodies' names; facts of the language.
var (
	indefinite = setOf(`a an another some one two three four several many`)
	rules      = setOf(`run controlled led ruled held owned operated affiliated linked aligned`)
	helps      = setOf(`based backed supported funded sponsored trained official allied recognised recognized`)
	placeless  = setOf(`royal official state local armed independent private leading main national pro-government`)
	movements  = setOf(`rebels group movement militia militants insurgents guerrillas fighters faction organisation organization`)

	// kindWords say what kind of thing a name is of, and are no part of what tells it from others.
	kindWords = setOf(`group movement militia rebels rebel insurgents militants guerrillas faction organization organisation company firm agency service channel tv television radio station broadcaster
		network newspaper paper daily magazine tabloid website portal outlet newswire wire news charity nonprofit ngo watchdog thinktank think-tank tank think inc ltd plc corp co`)

	// missionWords stand before the name of a mission, missionKinds right before it.
	missionWords = setOf(`operation mission naval force eu european union eunavfor un nato multinational joint taskforce task`)
	missionKinds = setOf(`operation mission force eunavfor taskforce`)

	// scoped open a name that says after "of" what they are for.
	scoped = setOf(`ministry department bureau secretariat`)

	// portfolios are what offices are for.
	portfolios = setOf(`health defense defence interior foreign finance justice education information energy oil transport transportation labor labour agriculture environment culture tourism trade
		commerce industry housing security intelligence immigration homeland treasury state economy economic planning development fisheries mining sports youth women religious water public internal external`)

	// officeWords close the name of an office of a state or the like.
	officeWords = setOf(`ministry department office bureau military army navy police government authorities authority judiciary parliament command presidency council guard defense service
		cabinet secretariat directorate administration commission committee forces force ministry's agency officials court courts senate congress tv media embassy consulate mission delegation`)

	// stateWords close the name of an office that many states and movements have.
	stateWords = setOf(`ministry department military army navy police government authorities authority judiciary parliament officials media forces presidency embassy consulate mission`)

	// bodyWords are words that any such body can have in its name.
	bodyWords = func() map[string]bool {
		m := setOf(`staff central command national federal supreme civil armed air coast revolutionary press media general high political regional local provincial joint chief emergency medical fire rescue
			affairs and of for ambulance communications official statement electoral constitutional`)
		for w := range portfolios {
			m[w] = true
		}
		for w := range officeWords {
			m[w] = true
		}
		return m
	}()
)

//go:embed data/bodies.txt
var bodyList string

// letteredNames are those bodies by their names.
var letteredNames = sync.OnceValue(func() map[string]body {
	m := map[string]body{}
	for letters, b := range lettered() {
		if old := m[b.name]; old.name == "" || letters < old.letters {
			b.letters = letters
			m[b.name] = b
		}
	}
	return m
})

// isOffice reports whether a body is one that is known by letters, which is no outlet, whatever a report's words make of it.
func (b *body) isOffice() bool {
	full, ok := letteredNames()[b.name]
	return ok && full.owner == b.owner
}

// centers are words for what kind of office a body is that some reports add to its name.
var centers = setOf(`center agency office organization`)

// lettered are bodies that reports know by letters alone: by the letters, the country that they are of and their name.
var lettered = sync.OnceValue(func() map[string]body {
	m := map[string]body{}
	for _, l := range parse.ParseList(bodyList) {
		name, letters, _ := strings.Cut(l, " = ")
		b := readBody(name)
		for _, f := range strings.Fields(letters) {
			m[strings.ToLower(f)] = b
		}
	}
	return m
})

// known is b, or the body that its name is the letters of.
func (b body) known() body {
	if full, ok := lettered()[foldLetters(b.name)]; ok && !strings.Contains(b.name, " ") {
		full.letters = b.name
		return full
	}
	if i := strings.LastIndexByte(b.name, ' '); i > 0 && centers[b.name[i+1:]] { // "UK Maritime Trade Operations centre"
		if full, ok := letteredNames()[b.name[:i]]; ok && (full.owner == b.owner || b.owner == "") {
			return full
		}
	}
	return b
}
