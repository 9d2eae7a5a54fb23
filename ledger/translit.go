package ledger

import (
	"strings"
	"unicode"
)

// A personName is a person's name as it sounds, so that the ways in which one name is put into Latin letters
// meet: al-Asbahi and Alasbahi, Saree and Sari, Abdul Salam and Abdulsalam.
type personName struct {
	given   []string // spelled, folded; without particles and honorifics
	sounds  []string // the same by sound
	family  string   // spelled, without "al-"
	sound   string
	fused   string // the sound of the family name if its first two letters are "al-" written on to it, or ""
	article bool   // "al-" stands before the family name
	eastern bool   // the given name is one of two joined syllables, "Ka-chiu", which may be said beside another or instead of it
}

// personNameOf takes a person's name notLike. Honorifics that are never names are left off, others where two words are left.
func personNameOf(name string) personName {
	parts := nameParts(name)
	var p personName
	for i := 0; i < len(parts); i++ {
		w := parts[i]
		switch {
		case i > 0 && i+1 < len(parts) && (w == "al" || w == "el"), i+1 < len(parts) && strings.HasSuffix(w, "-"):
			p.article = i+2 == len(parts)
		case i > 0 && i+1 < len(parts) && (w == "bin" || w == "ibn" || w == "bint"):
		default:
			p.given = append(p.given, strings.TrimSuffix(w, "-"))
		}
	}
	if len(p.given) == 0 {
		return p
	}
	if n := len(p.given); n > 1 && twoSyllables(name) { // the family name stands before it
		p.given[n-1], p.given[n-2] = p.given[n-2], p.given[n-1]
		p.eastern = true
	}
	p.family = p.given[len(p.given)-1]
	p.given = p.given[:len(p.given)-1]
	for _, g := range p.given {
		p.sounds = append(p.sounds, soundOf(g))
	}
	p.sound = soundOf(p.family)
	if rest := p.family[min(2, len(p.family)):]; len(rest) >= 4 && (strings.HasPrefix(p.family, "al") || strings.HasPrefix(p.family, "el")) && !p.article {
		p.fused = soundOf(rest)
	}
	return p
}

// twoSyllables says whether a name ends in a given name of two syllables, the second small: "Lee Ka-chiu".
func twoSyllables(name string) bool {
	first, second, ok := strings.Cut(name[strings.LastIndexByte(name, ' ')+1:], "-")
	return ok && isUpper(first) && second != "" && !isUpper(second) && len(first) <= 5 && len(second) <= 6 && !articles[strings.ToLower(first)] && !strings.Contains(second, "-")
}

// nameParts are the words of a name, folded. A particle that a hyphen joins to the next word keeps the hyphen; "Abdul" and
// what it is said with are one word.
func nameParts(name string) []string {
	var parts []string
	for _, f := range strings.Fields(name) {
		if letters := initialsIn(f, name); letters != "" {
			parts = append(parts, strings.Split(letters, "")...)
			continue
		}
		two := twoSyllables(f)
		f = strings.ReplaceAll(foldString(f), ".", "")
		if two {
			f = strings.ReplaceAll(f, "-", "")
		}
		for i, w := range strings.Split(f, "-") {
			w = strings.Map(func(r rune) rune {
				if unicode.IsLetter(r) || unicode.IsDigit(r) {
					return r
				}
				return -1
			}, w)
			if i == 0 && articles[w] && strings.Contains(f, "-") {
				w += "-"
			}
			if w != "" && !(honorific[w] && len(parts) == 0) {
				parts = append(parts, w)
			}
		}
	}
	for len(parts) > 2 && holy[parts[0]] {
		parts = parts[1:]
	}
	for len(parts) > 1 && (parts[len(parts)-1] == "jr" || parts[len(parts)-1] == "sr") {
		parts = parts[:len(parts)-1]
	}
	return joinServants(parts)
}

// initialsIn are the letters of a word of a name that is two or three initials, "PK" and "P.K.", folded; "" of any other, and where the whole name
// is in capitals.
func initialsIn(word, name string) string {
	letters := strings.ReplaceAll(word, ".", "")
	if len(letters) < 2 || len(letters) > 3 || strings.ToUpper(name) == name || strings.HasPrefix(name, word) && !strings.Contains(name, " ") {
		return ""
	}
	for _, r := range letters {
		if r < 'A' || r > 'Z' {
			return ""
		}
	}
	if strings.HasSuffix(name, " "+word) {
		return "" // "Ana Orr MP"
	}
	return strings.ToLower(letters)
}

// crossedGiven reports whether a given name that one report has is the other's middle name or its initial: "Frank Orr", "Kenneth F. Orr".
func crossedGiven(a, b *personName) bool {
	middle := func(x, y *personName) bool {
		return len(x.given) == 1 && len(y.given) == 2 && wordLike(x.given[0], x.sounds[0], y.given[1], y.sounds[1]) != notLike
	}
	return middle(a, b) || middle(b, a)
}

// joinServants writes "Abdul Salam", "Abd al-Salam" and "Abdelsalam" as one word in one way.
func joinServants(parts []string) []string {
	out := parts[:0:0]
	for i := 0; i < len(parts); i++ {
		w := parts[i]
		for _, begins := range []string{"abdul", "abdel", "abdal", "abdol"} {
			if rest, ok := strings.CutPrefix(w, begins); ok && len(rest) >= 3 {
				w = "abdul" + rest
			} else if w == begins {
				w = "abd"
			}
		}
		if w == "abd" {
			for i+2 < len(parts) && articles[strings.TrimSuffix(parts[i+1], "-")] {
				i++
			}
			if i+1 < len(parts) {
				i++
				w = "abdul" + parts[i]
			}
		}
		out = append(out, w)
	}
	return out
}

var (
	articles = setOf(`al el ul as ash ad ar an at az`)
	holy     = setOf(`seyyed sayyid sayyed seyed sayed syed seyyid hojjatoleslam ayatollah sheikh shaikh sheik hajj haj mullah maulana`)
)

// sounded are ways of writing one sound, the longer ones first.
var sounded = strings.NewReplacer("tch", "c", "sch", "x", "sh", "x", "zh", "j", "dj", "j", "ch", "c", "gh", "k", "kh", "h", "ph", "f", "th", "t", "dh", "d", "ck", "k", "q", "k", "x", "ks", "c", "k",
	"ee", "i", "ie", "i", "oo", "u", "ou", "u", "o", "u", "e", "a", "y", "i", "w", "v")

// soundOf is a folded word as it sounds, roughly: letters that stand for one sound in the spellings of one name are one.
func soundOf(w string) string {
	if rest, ok := strings.CutSuffix(w, "ea"); ok && len(rest) > 1 {
		w = rest + "ee" // Sarea, Saree
	}
	w = sounded.Replace(w)
	var b strings.Builder
	last := rune(0)
	for _, r := range w {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	w = b.String()
	if n := len(w); n > 2 && w[n-1] == 'h' && strings.IndexByte("aiu", w[n-2]) >= 0 {
		w = w[:n-1]
	}
	return w
}

// skeleton is a sound without its vowels but for the first letter: what is left of Araghchi and Araghachi.
func skeleton(sound string) string {
	out := []byte(sound[:min(1, len(sound))])
	for i := 1; i < len(sound); i++ {
		if strings.IndexByte("aiu", sound[i]) < 0 {
			out = append(out, sound[i])
		}
	}
	return string(out)
}

// A likeness says how two names are one.
type likeness int

const (
	notLike    likeness = iota
	soundsLike          // one name in two spellings, or short for one
	speltLike           // letter for letter, but for hyphens and "al-"
	noGiven             // one of them has none
)

// familyLike compares family names. loose also takes names that differ in vowels.
func familyLike(a, b *personName, loose bool) likeness {
	switch {
	case a.family == "" || b.family == "":
		return notLike
	case a.family == b.family:
		return speltLike
	case a.article && b.family == "al"+a.family, b.article && a.family == "al"+b.family, a.article && b.family == "el"+a.family, b.article && a.family == "el"+b.family:
		return speltLike
	case a.sound == b.sound, a.article && b.fused == a.sound, b.article && a.fused == b.sound:
		return soundsLike
	case loose && len(skeleton(a.sound)) >= 4 && skeleton(a.sound) == skeleton(b.sound):
		return soundsLike
	}
	return notLike
}

// givenLike compares given names: a middle name may be left out, but two different ones are two people.
func givenLike(a, b *personName) likeness {
	if len(a.given) == 0 || len(b.given) == 0 {
		return noGiven
	}
	if strings.Join(a.given, "") == strings.Join(b.given, "") {
		return speltLike
	}
	if strings.Join(a.sounds, "") == strings.Join(b.sounds, "") {
		return soundsLike
	}
	if a.eastern != b.eastern && (len(a.given) == 1 || len(b.given) == 1) && a.given[0] != b.given[0] {
		return noGiven // "Joe Chow" and "Chow Yat-ming" may have both names
	}
	if tailOf(a.given, b.given) || tailOf(b.given, a.given) {
		return noGiven // "Levine Cava" and "Daniella Levine Cava"
	}
	first := wordLike(a.given[0], a.sounds[0], b.given[0], b.sounds[0])
	for i := 1; first != notLike && i < min(len(a.given), len(b.given)); i++ {
		if wordLike(a.given[i], a.sounds[i], b.given[i], b.sounds[i]) == notLike {
			return notLike
		}
	}
	return first
}

// tailOf reports whether one given word is the last of two: the first of two family names, as it stands without a given name.
func tailOf(a, b []string) bool { return len(a) == 1 && len(b) == 2 && a[0] == b[1] }

// alikeGiven reports whether two given names of one officeholder can be one's: they begin alike ("Ray", "Raide"), or have four letters in a row
// ("Freddy", "Alfredo").
func alikeGiven(a, b *personName) bool {
	if len(a.given) == 0 || len(b.given) == 0 {
		return false
	}
	x, y := a.given[0], b.given[0]
	if len(x) < 3 || len(y) < 3 {
		return false
	}
	if x[:2] == y[:2] {
		return true
	}
	for i := 0; i+4 <= len(x); i++ {
		if strings.Contains(y, x[i:i+4]) {
			return true
		}
	}
	return false
}

// wordLike compares two words of names: an initial may stand for either, and a short form for its name.
func wordLike(a, aSound, b, bSound string) likeness {
	switch {
	case a == b:
		return speltLike
	case aSound == bSound, len(a) == 1 && b[0] == a[0], len(b) == 1 && a[0] == b[0]:
		return soundsLike
	case shortFor(a) == shortFor(b):
		return soundsLike
	}
	return notLike
}

func shortFor(given string) string {
	if long, ok := shortForms[given]; ok {
		return long
	}
	return given
}

// shortForms are given names that are short for others.
var shortForms = func() map[string]string {
	m := map[string]string{}
	for _, f := range strings.Fields(`mike:michael mick:michael joe:joseph bill:william will:william bob:robert rob:robert tom:thomas dan:daniel dave:david jim:james jimmy:james
		steve:steven stephen:steven chris:christopher matt:matthew tony:anthony andy:andrew nick:nicholas ben:benjamin sam:samuel ed:edward ted:edward ken:kenneth ron:ronald don:donald
		pete:peter greg:gregory jeff:jeffrey geoff:geoffrey larry:lawrence jack:john johnny:john alex:alexander max:maximilian fred:frederick kate:katherine katie:katherine cathy:catherine
		liz:elizabeth beth:elizabeth sue:susan jen:jennifer jenny:jennifer deb:deborah debbie:deborah pam:pamela barb:barbara chuck:charles charlie:charles rick:richard dick:richard
		bibi:benjamin binyamin:benjamin mo:mohammed`) {
		short, long, _ := strings.Cut(f, ":")
		m[short] = long
	}
	return m
}()
