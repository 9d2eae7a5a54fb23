package ledger

import (
	"fmt"
	"strings"
	"unicode"

	"sayso/resolve"
)

// A sourceJoin says why a mention is of a source that its own likeness to an earlier mention does not make it of.
type sourceJoin struct {
	with int32 // the mention that it was joined with
	why  string
}

// joinSources makes one source of mentions that only the whole of a story, or a report that explains letters, shows to be one:
// a family name alone and the only one of that name in the story; a body without a country and the only one of its name there;
// a name and the letters for it. It is a function of the view's reports.
func (v *View) joinSources(s *sets, order []int32) {
	v.joined = map[int32]sourceJoin{}
	for _, story := range v.stories {
		v.joinInStory(s, story)
		v.joinHolders(s, story)
	}
	v.joinLetters(s, order)
}

// join makes one set of those of a and b, of which b is named the later.
func (v *View) join(s *sets, a, b int32, why string) {
	if s.find(a) == s.find(b) {
		return
	}
	if _, ok := v.joined[b]; !ok {
		v.joined[b] = sourceJoin{a, why}
	}
	s.join(a, b)
}

// A namesake is what a story has under one short name.
type namesake struct {
	full  []int32 // a mention of each source that has the name in full
	short []int32 // a mention of each that has it alone
}

// joinInStory joins the short names of a story with the only full one that they can be.
func (v *View) joinInStory(s *sets, story []int32) {
	for _, short := range []func(*sourceItem) (string, bool){(*sourceItem).shortName, (*sourceItem).postName, (*sourceItem).firmName} {
		names := map[string]*namesake{}
		var order []string
		seen := map[int32]bool{}
		for _, n := range story {
			for k := range v.entries[n].sources {
				m := v.sourceBase[n] + int32(k)
				name, full := short(&v.entries[n].sources[k])
				root := s.find(m)
				if name == "" || seen[root] && !full {
					continue
				}
				of := names[name]
				if of == nil {
					of = &namesake{}
					names[name] = of
					order = append(order, name)
				}
				if full && len(of.full) < 4*mostNamesakes {
					of.full = append(of.full, m)
				} else if !full {
					of.short = append(of.short, m)
				}
				seen[root] = seen[root] || !full
			}
		}
		for _, name := range order {
			if of := names[name]; len(of.full) > 0 || !strings.HasPrefix(name, "f ") {
				v.joinNamesakes(s, of)
			}
		}
	}
}

// postName is a person's office, and whether the person is named.
func (s *sourceItem) postName() (name string, full bool) { return s.post, s.s.Name != "" }

// firmName is what a firm is called without the word that says what it is, and whether that word stands there: "Brellmere" of "Brellmere Foods".
func (s *sourceItem) firmName() (name string, full bool) {
	if s.s.Kind != resolve.Organisation || s.s.Name == "" || s.body.isOffice() || countryOf(s.s.Name) != "" {
		return "", false
	}
	f := strings.Fields(foldString(s.s.Name))
	if last := len(f) - 1; last > 0 && businessWords[f[last]] {
		return "f " + strings.Join(f[:last], " "), true
	}
	if len(f) > 2 || len(f[0]) < 4 {
		return "", false
	}
	return "f " + strings.Join(f, " "), false
}

func (v *View) hasRoot(s *sets, items []int32, root int32) bool {
	for _, m := range items {
		if s.find(m) == root {
			return true
		}
	}
	return false
}

// joinNamesakes joins the short names with the only full one, if there is no other; bodies that nobody says whose they are,
// where none of the name has an owner, are one too.
func (v *View) joinNamesakes(s *sets, of *namesake) {
	full := v.joinFull(s, of.full)
	switch {
	case len(full) > 1 || len(of.short) == 0:
		return
	case len(full) == 0:
		if it := v.sourceItem(of.short[0]); it.s.Kind == resolve.Person && it.s.Name != "" {
			return
		}
		full = of.short[:1]
	}
	a := v.sourceItem(full[0])
	for _, m := range of.short {
		if b := v.sourceItem(m); m != full[0] && !b.conflicts(a) {
			v.join(s, full[0], m, fmt.Sprintf("“%s” and “%s”, the only one of the name in this story", b.spoken(), a.spoken()))
		}
	}
}

// mostNamesakes is how many sources of one name a story's are held against one another.
const mostNamesakes = 12

// joinFull joins those full names that are one by a mention of each other than the nearest, and is a mention of each that is left.
func (v *View) joinFull(s *sets, full []int32) []int32 {
	var left []int32
	for _, m := range full {
		for i := 0; i < len(left) && i < mostNamesakes && s.find(left[i]) != s.find(m); i++ {
			at, by := v.source[left[i]], v.source[m]
			if at.entry == by.entry {
				continue
			}
			if verdict, why, _ := compareSources(v.entries[at.entry], v.sourceItem(left[i]), v.entries[by.entry], v.sourceItem(m)); verdict == Same {
				v.join(s, left[i], m, why)
			}
		}
		if !v.hasRoot(s, left, s.find(m)) {
			left = append(left, m)
		}
	}
	return left
}

func (v *View) sourceItem(m int32) *sourceItem {
	at := v.source[m]
	return &v.entries[at.entry].sources[at.n]
}

// shortName is the part of a source's name that others of the name share, and whether the source has more of it: a given
// name, or whose the body is.
func (s *sourceItem) shortName() (name string, full bool) {
	switch {
	case s.s.Kind == resolve.Person && s.s.Name != "" && s.person.sound != "":
		return "p " + s.person.sound, len(s.person.given) > 0
	case s.isBody() && s.body.common && (strings.Contains(s.body.name, " ") || s.body.owner != "" || !s.body.small || onlyOnes[s.body.name]):
		return "b " + s.body.name, s.body.owner != ""
	}
	return "", false
}

// onlyOnes are bodies of which a country has one, so that in a story of one country nobody says whose they are. "The ministry" is
// whichever the report has named.
var onlyOnes = setOf(`police authorities government military army navy parliament judiciary`)

// conflicts says whether what is said of a short name speaks against its being o.
func (s *sourceItem) conflicts(o *sourceItem) bool {
	if s.s.Kind != o.s.Kind && (s.s.Kind == resolve.Person || o.s.Kind == resolve.Person) {
		return true
	}
	return s.s.Kind == resolve.Person && (s.country != "" && o.country != "" && s.country != o.country || len(s.role) > 0 && len(o.role) > 0 && shared(s.role, o.role) == 0)
}

// A letterName is a name and the letters for it, as a report gives them: "Vale Rights Watch (VRW)".
// Letters for a name of common words are those of whose body it is: "Royal Canadian Mounted Police (RCMP)" are no other police.
type letterName struct {
	name, letters string
	owner         string // of a name of common words
	story         bool   // of common words, and nobody says whose: letters for it in their story alone
}

// fits says whether a body is called by the letters or by the name.
func (l letterName) fits(b *body) bool {
	return b.name == l.letters || b.name == l.name && (l.owner == "" || b.owner == l.owner)
}

// lettersIn finds the names that a text gives letters for: capitalised words before letters in brackets that they begin with, or that are
// called so ("known by its acronym KCB"). Letters that are no initials, as of a name in another language, hold in the stories of the report.
func lettersIn(text string) []letterName {
	var out []letterName
	add := func(before, letters string) {
		letters = foldLetters(letters)
		b, initials := namedBy(before, letters), true
		if b.name == "" && len(letters) > 2 && countryOf(strings.ToUpper(letters)) == "" {
			b, initials = namedBefore(before), false
		}
		if b.name == "" || b.name == letters {
			return
		}
		l := letterName{name: b.name, letters: letters, story: !initials}
		if b.common || !initials {
			l.owner, l.story = b.owner, l.story || b.owner == ""
		}
		out = append(out, l)
	}
	for i := 0; i < len(text); i++ {
		open := strings.IndexByte(text[i:], '(')
		if open < 0 {
			break
		}
		i += open
		end := strings.IndexByte(text[i:min(len(text), i+14)], ')')
		if end >= 0 && isLetters(text[i+1:i+end]) {
			add(text[max(0, i-120):i], text[i+1:i+end])
		}
	}
	for _, opens := range [...]string{", or ", " known "} {
		for i, rest := 0, text; ; {
			k := strings.Index(rest, opens)
			if k < 0 {
				break
			}
			i += k
			if letters := lettersBehind(text[i+len(opens):min(len(text), i+80)], opens); letters != "" {
				add(text[max(0, i-120):i], letters)
			}
			i += len(opens)
			rest = text[i:]
		}
	}
	return out
}

// lettersBehind are the letters that a name is called by in the words behind ", or " and " known ": "by its Fijian acronym KCB".
func lettersBehind(text, opens string) string {
	fields := strings.Fields(text)
	for i, f := range fields[:min(len(fields), 8)] {
		f = strings.TrimRight(f, ",.;")
		switch {
		case isLetters(f) && (i == 0) == (opens == ", or "):
			return f
		case opens == ", or " || i == 0 && f != "as" && f != "by" || i > 0 && !(f == "its" || f == "the" || f == "as" || f == "acronym" || f == "initials" || f == "abbreviation" || f == "letters" || isUpper(f)):
			return ""
		}
	}
	return ""
}

// namedBy is the body that the end of text names whose words begin with the letters, "of", "and" and their like left out or not, and of words
// with a hyphen the second part ("Anti-Graft").
func namedBy(text, letters string) (b body) {
	fields := strings.Fields(text)
	k := len(letters)
	for i := len(fields) - 1; i >= 0 && len(fields)-i <= 12; i-- {
		first := foldString(strings.Trim(fields[i], ","))
		first, _, _ = strings.Cut(first, "'")
		if first == "" || !unicode.IsLetter([]rune(fields[i])[0]) {
			return b
		}
		if _, second, ok := strings.Cut(first, "-"); ok && k > 1 && second != "" && second[0] == letters[k-1] && first[0] == letters[k-2] {
			k-- // "Non-Party"
		}
		switch {
		case first[0] == letters[k-1] && (isUpper(fields[i]) || k == len(letters) && !smallWords[first]):
			k--
		case !smallWords[first]:
			return b
		}
		if k == 0 {
			return readBody(strings.Join(fields[i:], " "))
		}
	}
	return b
}

// namedBefore is the body with a noun of bodies in its name that text ends with.
func namedBefore(text string) body {
	fields := strings.Fields(strings.TrimRight(text, " ,"))
	i, noun := len(fields), false
	for i > 0 && len(fields)-i < 10 && (isUpper(fields[i-1]) || smallWords[fields[i-1]] && i < len(fields) && fields[i-1] != "and") && !strings.ContainsAny(fields[i-1], ".,;:”\"") {
		i--
		low := foldString(fields[i])
		noun = noun || officeWords[low] || tasked[low]
	}
	for i < len(fields) && smallWords[foldString(fields[i])] {
		i++
	}
	if !noun || len(fields)-i < 2 {
		return body{}
	}
	return readBody(strings.Join(fields[i:], " "))
}

// joinLetters joins the bodies that reports call by letters with those whose name the letters are for: everywhere where all reports that
// explain the letters explain them alike, else in the stories of those that do.
func (v *View) joinLetters(s *sets, order []int32) {
	stands, given := map[string][]letterName{}, map[letterName]bool{} // by letters: the names; and by name and letters
	stories := map[letterName]map[int32]bool{}
	for _, n := range v.order {
		for _, l := range v.entries[n].letters {
			if !given[l] {
				given[l] = true
				stands[l.letters] = append(stands[l.letters], l)
				stories[l] = map[int32]bool{}
			}
			stories[l][v.storyOf[n]] = true
		}
	}
	if len(given) == 0 {
		return
	}
	first := map[string]int32{} // by letters and name, and by story where they are not one: the first mention of it
	meet := func(key string, m int32, l letterName) {
		if a, ok := first[key]; !ok {
			first[key] = m
		} else if x, y := v.sourceItem(a), v.sourceItem(m); x.body.owner == "" || y.body.owner == "" || x.body.owner == y.body.owner {
			v.join(s, a, m, fmt.Sprintf("“%s” and “%s”: a report here says that %s stands for the name", y.spoken(), x.spoken(), strings.ToUpper(l.letters)))
		}
	}
	names := map[string]string{} // letters by name
	for l := range given {
		names[l.name] = max(names[l.name], l.letters)
	}
	for _, m := range order {
		it := v.sourceItem(m)
		if it.body.name == "" {
			continue
		}
		letters := it.body.name
		if _, ok := stands[letters]; !ok {
			if letters = names[it.body.name]; letters == "" {
				continue
			}
		}
		for _, l := range stands[letters] {
			if !l.fits(&it.body) {
				continue
			}
			switch story := v.storyOf[v.source[m].entry]; {
			case len(stands[letters]) == 1 && !l.story:
				meet(letters, m, l)
			case stories[l][story]:
				meet(fmt.Sprint(letters, "|", l.name, "|", story), m, l)
			}
		}
	}
}
