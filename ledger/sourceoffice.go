package ledger

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"sayso/resolve"
)

// A chair is an office that one person holds at a time, without whose it is: "interior minister", "governor".
type chair struct {
	key   uint32 // 0 for none
	owner string // whose office it is, where that is said
}

var (
	// chairs are the nouns of such offices; of the first kind a story has many unless another word tells them apart.
	manyChairs = setOf(`minister secretary chief head boss commissioner commander director superintendent`)
	oneChairs  = setOf(`president premier chancellor governor mayor king queen pope emir sultan monarch headmaster headmistress principal headteacher`)
	// localChairs are those of a place, which stands before them.
	localChairs = setOf(`governor mayor premier`)
	// others are the words by which an office is another than the one that it is called after, or one of several.
	otherOffice = setOf(`former ex deputy vice assistant junior acting interim press private permanent under incoming outgoing late designate elect senior company`)
)

// chairOf is the office of a person who is named with it, before the name or behind it, or who is called by it alone: "the interior minister".
func chairOf(s *resolve.Source) (c chair) {
	if s.Anonymous {
		return c
	}
	phrases := []string{s.Role}
	if s.Name == "" {
		phrases[0] = s.Description
	} else if _, behind, ok := strings.Cut(s.Description, s.Name+", "); ok { // "General Ivo Orr, the chief of the general staff"
		phrases = append(phrases, behind)
	}
	for _, p := range phrases {
		if c = chairIn(p); c.key != 0 {
			return c
		}
	}
	return c
}

// chairIn is the office that words are for.
func chairIn(words string) (c chair) {
	var b body
	fields := chairWords(words, &b)
	var kept []string
	head := ""
	for i, f := range fields {
		low := strings.ToLower(f)
		if otherOffice[low] || strings.Contains(low, "-elect") {
			return chair{}
		}
		if low == "of" || low == "for" || low == "the" || low == "affairs" || low == "and" {
			continue
		}
		if low == "state" && i+1 < len(fields) && strings.EqualFold(fields[i+1], "governor") {
			continue // "the Vale state governor"
		}
		low = plainChair(low, fields)
		if localChairs[low] && b.owner == "" && len(kept) > 0 && placeWords(fields[:i]) { // "Ardal Governor Ida Orr", "Port Vale's mayor"
			b.owner, kept = strings.ToLower(strings.Join(fields[:i], " ")), nil
		}
		kept = append(kept, low)
		if (manyChairs[low] || oneChairs[low]) && (head == "" || i+1 == len(fields)) {
			head = low
		}
	}
	if head == "" || len(kept) > 4 || len(kept) == 1 && manyChairs[head] || head == "minister" && slices.Contains(kept, "state") { // a ministry has several of state
		return chair{}
	}
	return chair{joinHash(13, stemsOf(strings.Join(kept, " "))), b.owner}
}

// chairWords are the words of an office without its article, whose it is, which goes to b, and its holder's ranks; none if they are for one of several.
func chairWords(words string, b *body) []string {
	fields := strings.Fields(strings.ReplaceAll(mainPhrase(words), "’", "'"))
	if len(fields) == 0 || indefinite[strings.ToLower(fields[0])] {
		return nil
	}
	fields = withoutThe(fields)
	if of := slices.Index(fields, "of"); of > 0 && manyChairs[strings.ToLower(fields[of-1])] { // "head of Norland's navy", "minister of defence of Norland"
		fields = append(slices.Clone(fields[:of]), b.takeCountry(b.takeOwners(withoutThe(fields[of+1:])))...)
	}
	fields = b.takeCountry(b.takeOwners(fields))
	for i, f := range fields { // "governor of Ardal", "minister of defence of Norland"
		if f == "of" && i > 0 && i+1 < len(fields) && isUpper(fields[i+1]) && !departments[strings.ToLower(fields[i+1])] {
			if b.owner == "" {
				b.owner = ownerOf(fields[i+1:])
			}
			fields = fields[:i]
			break
		}
	}
	return withoutRanks(fields)
}

// withoutThe is words without the article that opens them.
func withoutThe(fields []string) []string {
	if len(fields) > 0 && strings.EqualFold(fields[0], "the") {
		return fields[1:]
	}
	return fields
}

// plainChair is one word for those that name one office: "head" and "boss" are chiefs, and so is the commander of what has one, as in "the Central Command
// commander"; a police commander is no police chief.
func plainChair(low string, fields []string) string {
	switch {
	case low == "head", low == "boss", low == "commander" && commanded(fields):
		return "chief"
	case low == "gov.", low == "gov":
		return "governor"
	}
	return low
}

// commanded reports whether the words of an office are those of forces that one commander heads.
func commanded(fields []string) bool {
	return slices.ContainsFunc(fields, func(f string) bool {
		switch strings.ToLower(f) {
		case "command", "army", "navy", "corps", "fleet", "forces", "guard":
			return true
		}
		return false
	})
}

// placeWords reports whether all of some words before an office are a place's: written with capitals, no body's and no other office's.
func placeWords(fields []string) bool {
	return !slices.ContainsFunc(fields, func(f string) bool {
		low := strings.ToLower(f)
		return !isUpper(f) || manyChairs[low] || oneChairs[low] || low == "bank" || low == "prison" || low == "reserve" || low == "fund"
	})
}

// ranks stand before a name beside an office: "coast guard chief Rear Admiral Ana Sole".
var ranks = setOf(`general gen gen. lieutenant lt lt. colonel col col. major maj maj. admiral adm adm. rear brigadier brig brig. captain capt capt. marshal air commodore sergeant sgt sgt.`)

// withoutRanks leaves out the ranks that open or close an office; a "secretary general" is none.
func withoutRanks(fields []string) []string {
	for len(fields) > 1 && ranks[strings.ToLower(fields[0])] {
		fields = fields[1:]
	}
	for n := len(fields); n > 1 && ranks[strings.ToLower(fields[n-1])]; n = len(fields) {
		switch strings.ToLower(fields[n-2]) {
		case "secretary", "attorney", "director", "inspector", "consul", "governor", "surgeon", "auditor", "solicitor":
			return fields
		}
		fields = fields[:n-1]
	}
	return fields
}

// departments are what ministers are called after with a capital too: "Minister of Defence".
var departments = setOf(`defence defense foreign interior health justice finance education energy transport transportation trade agriculture culture labour labor
	commerce information communications environment home state war security treasury economy industry tourism water oil mines sport sports women youth`)

// officeDays is how many days from the first report that names its holder an office is taken to be that one's.
const officeDays = 365

// joinHolders makes one source of an office that reports of a story call by itself and of the only one who is named with it there, where
// nothing in the story says that two countries or bodies have such an office.
func (v *View) joinHolders(s *sets, story []int32) {
	for _, of := range v.holders(s, story) {
		if of.several || len(of.short) == 0 || len(of.full) == 0 {
			continue
		}
		full := v.joinFull(s, of.full)
		if len(full) != 1 {
			continue
		}
		a := v.sourceItem(full[0])
		for _, m := range of.short {
			b := v.sourceItem(m)
			if daysApart(v.entries[v.source[full[0]].entry], v.entries[v.source[m].entry]) > officeDays {
				continue // it may have changed hands
			}
			if b.country == "" || a.country == "" || a.country == b.country {
				v.join(s, full[0], m, fmt.Sprintf("“%s” and “%s”: nobody else is named with that office in this story, and no other's office of the kind is told", b.spoken(), a.spoken()))
			}
		}
	}
}

// officeHolders are the sources of a story that have one office.
type officeHolders struct {
	full, short []int32 // those named, and those called by the office alone; one of each set
	owner       string  // whose the office is, as far as that is said
	several     bool    // two owners are
}

// holders are the offices of a story with who has them, in the order in which they are first told.
func (v *View) holders(s *sets, story []int32) []*officeHolders {
	offices := map[uint32]*officeHolders{}
	var order []*officeHolders
	seen, named := map[int32]bool{}, map[[2]uint32]bool{} // by set; by office and set
	for _, n := range story {
		for k := range v.entries[n].sources {
			it := &v.entries[n].sources[k]
			if it.chair.key == 0 {
				continue
			}
			of := offices[it.chair.key]
			if of == nil {
				of = &officeHolders{}
				offices[it.chair.key], order = of, append(order, of)
			}
			if owner := cmp.Or(it.chair.owner, it.country); owner != "" {
				of.several = of.several || of.owner != "" && owner != of.owner
				of.owner = owner
			}
			m := v.sourceBase[n] + int32(k)
			root := s.find(m)
			switch holder := [2]uint32{it.chair.key, uint32(root)}; {
			case it.s.Name != "" && !named[holder]:
				named[holder] = true
				of.full = append(of.full, m)
			case it.s.Name == "" && !seen[root]:
				seen[root] = true
				of.short = append(of.short, m)
			}
		}
	}
	return order
}
