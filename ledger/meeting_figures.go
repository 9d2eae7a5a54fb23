package ledger

import (
	"regexp"
	"slices"
	"strings"

	"sayso/resolve"
)

// Figures of two contents that cannot both be right.

// differ is two figures of one measure and scope in two contents that cannot both be right, or nil. A number that the other
// report gives too, from the same source, is a part or an older state there, and no other account.
func (v *View) differ(ia, ib item) (x, y *resolve.Figure) {
	ea, eb := v.entries[ia.entry], v.entries[ib.entry]
	a, b := &ea.claims[ia.n], &eb.claims[ib.n]
	for _, p := range figuresApart(ea, a, eb, b) {
		x, y := &ea.r.Figures[p[0]], &eb.r.Figures[p[1]]
		if x.Scope != y.Scope || x.Scope == "" || ea.allowed(x) != eb.allowed(y) || otherSides(ea, p[0], eb, p[1]) || otherShip(ea, a, eb, b) {
			continue // they count in two things
		}
		if ea.someOf(x) || eb.someOf(y) || ea.increment(x, a) || eb.increment(y, b) {
			continue // only some, or some more
		}
		if standingMeasure[x.Measure] && ea.day != eb.day || farApart(ea, x, eb, y) || stillHeld(ea.r.Article.Text, x) != stillHeld(eb.r.Article.Text, y) {
			continue // how things stand changes from day to day
		}
		if a.fate != b.fate && a.fate != noStage && b.fate != noStage || otherCountry(ea, a, eb, b) && victims[x.Measure] {
			continue // who was freed is not who was taken, and a mine blew up in each of two countries
		}
		if x.Scope == "incident" && !tied(ea, a, eb, b) || !victims[x.Measure] && (otherEvents(a, b) || !v.oneSource(ia, ib) && (!tellOne(a, b) || dot(a.vec, b.vec) < claimAlike)) {
			continue // what else is counted is one thing only where the rest says the same
		}
		if x.High != nil && *x.High == 0 && ea.soFar(a) || y.High != nil && *y.High == 0 && eb.soFar(b) {
			continue
		}
		if victims[x.Measure] && (ea.listed(x) || eb.listed(y) || ea.partly(x) || eb.partly(y)) {
			continue
		}
		if ea.ownLoss(x) != eb.ownLoss(y) {
			continue // "at least four soldiers died", "it had lost two soldiers"
		}
		if vague(ea, x) || vague(eb, y) || ea.knows(y, a) || eb.knows(x, b) {
			continue
		}
		return x, y
	}
	return nil, nil
}

// ownLoss reports whether a figure is of what somebody lost: the dead of one side.
func (e *entry) ownLoss(f *resolve.Figure) bool {
	before := strings.ToLower(strings.ToValidUTF8(e.r.Article.Text[max(0, f.Start-24):f.Start], ""))
	return strings.Contains(before, " lost ") || strings.HasSuffix(before, "losing ")
}

// farApart reports whether two counts are told days apart and the one is less than a quarter of the other: 41 dead of a quake and, a week later,
// three bodies found in a town are no two accounts of one number.
func farApart(ea *entry, x *resolve.Figure, eb *entry, y *resolve.Figure) bool {
	if x.Low == nil || y.Low == nil || ea.day == unknownDay || eb.day == unknownDay || daysApart(ea, eb) <= 2 {
		return false
	}
	return 4*min(*x.Low, *y.Low) < max(*x.Low, *y.Low)
}

// someOf reports whether a figure is of some among others, so that it is no rival of what counts them all: "including 241
// passengers", "all but one of the 242", "only one survived".
func (e *entry) someOf(f *resolve.Figure) bool {
	if f.PartOf != "" {
		return true
	}
	text := e.r.Article.Text
	before := strings.ToLower(strings.ToValidUTF8(text[max(0, f.Start-22):f.Start], ""))
	after := strings.ToLower(strings.ToValidUTF8(text[f.End:min(len(text), f.End+16)], ""))
	for _, w := range []string{"including ", "among them ", "only ", "all but ", "of whom ", "just "} {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	return strings.HasPrefix(after, " of the ") || strings.HasPrefix(after, " of our ") || strings.HasPrefix(after, " of its ") || strings.HasPrefix(after, " of them") || strings.Contains(after, "on board") || strings.Contains(after, "aboard")
}

// listed reports whether a figure stands in a list of several behind another number: "18 soldiers, three clerks and five civilians were killed".
func (e *entry) listed(f *resolve.Figure) bool {
	text := e.r.Article.Text
	return listedBefore.MatchString(strings.ToLower(strings.ToValidUTF8(text[max(0, f.Start-70):f.Start], ""))) || listedAfter.MatchString(strings.ToLower(strings.ToValidUTF8(text[f.End:min(len(text), f.End+70)], "")))
}

// soFar reports whether a content tells how far things have come: "there have been no arrests".
func (e *entry) soFar(c *claimItem) bool {
	s := e.sayingOf(c)
	return s.notYet() || s.tense() == upToNow
}

// partly reports whether a figure's sentence tells it of those who are there still, were let go or have names: not of all.
func (e *entry) partly(f *resolve.Figure) bool {
	text := e.r.Article.Text
	before, after := strings.ToLower(strings.ToValidUTF8(text[max(0, f.Start-30):f.Start], "")), strings.ToLower(strings.ToValidUTF8(text[f.End:min(len(text), f.End+60)], ""))
	if said := f.Text(text) + after; moreOf.MatchString(said) {
		return true // "five more soldiers"
	}
	if containsAny(" "+f.Text(text)+after+" ", " other ", " others ") && strings.Contains(f.Text(text), " and ") {
		return true // "four other officers and two civilians"
	}
	return containsAny(before, "identities of ", "identified ", "named ", "names of ") || partlySaid.MatchString(after)
}

var (
	listedBefore = regexp.MustCompile(`\b(?:\d+|` + inWords + `) (?:[\w-]+ ){0,5}[\w-]+, (?:and )?$`)
	listedAfter  = regexp.MustCompile(`^(?: [\w-]+){0,4}, (?:\d+|` + inWords + `) (?:[a-z-]+ ){1,4}and (?:\d+|` + inWords + `) `)
	moreOf       = regexp.MustCompile(`^[\w-]+ (?:more|further|additional) (?:[b-su-z]|t[a-gi-z])`)
	partlySaid   = regexp.MustCompile(`^(?:[\w' -]+)?\b(?:remain(?:s|ed)?|still|released|discharged|identified|named|stable|critical|serious) ?`)
)

const inWords = `one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty`

// increment reports whether a content gives a larger number of a figure's measure: "five were killed, taking the toll to 20".
func (e *entry) increment(f *resolve.Figure, c *claimItem) bool {
	for _, i := range c.figures {
		if g := &e.r.Figures[i]; g.Measure == f.Measure && g.Low != nil && f.Low != nil && *g.Low > *f.Low {
			return true
		}
	}
	return false
}

// tied reports whether two contents are of one incident for sure: told within two days, or naming one day, or one place within six, or
// where a toll has risen. A place is struck again.
func tied(ea *entry, a *claimItem, eb *entry, b *claimItem) bool {
	place, _ := commonPlace(ea, a.anchor, eb, b.anchor)
	day, _ := commonDay(a.anchor, b.anchor)
	if day || place && (daysApart(ea, eb) <= exclusiveDays || risen(ea, a) || risen(eb, b)) {
		return true
	}
	return ea.day != unknownDay && eb.day != unknownDay && ea.day <= eb.day+soon && eb.day <= ea.day+soon
}

// knows reports whether another figure of the report, of the same source as the content c, is f's number of f's measure.
func (e *entry) knows(f *resolve.Figure, c *claimItem) bool {
	for _, s := range c.spans {
		if f.Low == nil || *f.Low < 1 || *f.Low > float64(len(smallNumbers)) {
			break
		}
		for _, w := range words(sentenceAround(e.r.Article.Text, s).Text(e.r.Article.Text)) {
			if n, ok := smallNumbers[w.hash]; ok && n == *f.Low {
				return true
			}
		}
	}
	for i := range e.r.Figures {
		g := &e.r.Figures[i]
		if g.Measure != f.Measure || !sameNumber(f, g) {
			continue
		}
		att := attributionByID(e.r, g.Attribution)
		source := int32(-1)
		if att != nil && len(att.Chain) > 0 {
			source = sourcePlace(e.r, att.Chain[len(att.Chain)-1])
		}
		if source == c.source || source < 0 {
			return true
		}
	}
	return false
}

// vague reports whether a figure is no number but a word for many or few: "hundreds", "several", or a bare plural.
func vague(e *entry, f *resolve.Figure) bool {
	for _, w := range words(f.Text(e.r.Article.Text)) {
		if w.digit || counting[w.hash] {
			return false
		}
	}
	return true
}

var counting = setOfWords("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion no")

// smallNumbers are the numbers that are mostly written as words.
var smallNumbers = func() map[uint32]float64 {
	m := map[uint32]float64{}
	for i, w := range strings.Fields("one two three four five six seven eight nine ten eleven twelve") {
		m[hash32([]byte(w))] = float64(i + 1)
	}
	return m
}()

// updates reports whether y, in the later content b, is a later state of x: a higher number of a later day, or of the same
// day in words of growth ("has risen to") or where either is open; a lower total of a later day.
func updates(ea *entry, x *resolve.Figure, eb *entry, b *claimItem, y *resolve.Figure) bool {
	if x.Low == nil || y.Low == nil || *y.Low < *x.Low {
		return x.AsOf < y.AsOf && ea.day < eb.day && x.Scope == "cumulative"
	}
	if x.Measure == "survivors" && *x.Low > 0 && ea.when < eb.when {
		return true // a rescue goes on
	}
	if x.AsOf < y.AsOf || x.High == nil || y.High == nil || x.Scope == "cumulative" && ea.when < eb.when {
		return true
	}
	return risen(eb, b)
}

// risen reports whether a content has a word of growth: "has risen to".
func risen(e *entry, c *claimItem) bool {
	return slices.ContainsFunc(words(joinSpans(e.r.Article.Text, c.spans)), func(w word) bool { return growth[w.hash] })
}

var growth = setOfWords("risen rose rises rising climbed climbs jumped grown grew increased reached hit now brings bringing raised")
