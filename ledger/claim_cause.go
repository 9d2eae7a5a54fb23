package ledger

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"sayso/article"
)

// What made a thing happen is told in two ways: "a gas leak caused the explosion", "a bomb caused the blast". Neither denies the other, and both cannot be
// right. A content that says why a thing happened has a cause of one kind; two of other kinds for one thing stand against each other.

// A cause is why a thing happened, as a content tells it.
type cause struct {
	kind causeKind
	word string // the words that say so
	of   effect // what happened
	main bool   // the content says nothing else
}

// A causeKind is what sort of thing made another happen.
type causeKind uint8

const (
	noCause causeKind = iota
	byAttack
	byFault
	byNature
	byCollision
	byPeople  // who made a mistake
	byRoutine // an exercise, upkeep
	byBlast   // which may be an attack or a fault
)

// An effect is what sort of thing happened.
type effect uint8

var (
	// causes find the words for a cause in a content in small letters.
	causes = []*regexp.Regexp{
		regexp.MustCompile(`^(.+?) (?:had |has |have )?(?:caused|triggered|sparked|set off|brought down) (?:the|this|that|its|monday|tuesday|wednesday|thursday|friday|saturday|sunday|a|an)\b`),
		regexp.MustCompile(`\b(?:caused|triggered|sparked|set off|started|brought down|downed|shot down|hit|struck|sunk|destroyed) by (.+)$`),
		regexp.MustCompile(`\b(?:because of|due to|as a result of|the result of|owing to|blamed on) (.+)$`),
		regexp.MustCompile(`^(.+?) (?:was|were|is) to blame\b`),
		regexp.MustCompile(`\b(?:came from|part of|stemmed from|resulted from) (.+)$`),
		regexp.MustCompile(`\b(?:was|were|is|had been) ((?:an? )?(?:act of )?(?:\w+ )?(?:attack|sabotage|accident|exercise|drill|arson|bombing)\b.*)$`),
		regexp.MustCompile(`^(.+?) (?:sank|sunk|wrecked|destroyed) (?:the|this|that|its|a|an)\b`),
	}
	causing = strings.Split("caused|trigger|spark|set off|started by|brought down|downed by|hit by|struck by|sunk by|destroyed by|because of|due to|result of|owing to|blamed on|to blame|came from|part of|stemmed from|resulted from|attack|sabotage|accident|exercise|drill|arson|sank|wrecked|destroyed", "|")
	// mainly is a content that says nothing but why a thing happened.
	mainly = regexp.MustCompile(`\b(?:was|were|is|been) (?:caused|triggered|sparked|set off|started|brought down|downed|sunk) by\b|^.+? (?:caused|triggered|sparked|brought down) the \w+$|\b(?:was|were|is) (?:due to|because of|the result of|blamed on)\b`)
	notBy  = regexp.MustCompile(`,? (?:and not|not|rather than) (?:by|because of|due to)\b.*$`)
	unsure = regexp.MustCompile(`\b(?:no|not|never|nor|neither|whether|if|would|may|might|could|can|rule|ruled|denied|exclude|excluded|possibly|perhaps)\b|n't\b`)

	causeKinds = kindsOf(map[causeKind]string{
		byAttack:    "bomb bombs bombing explosives attack attacks missile missiles rocket rockets drone drones shell shells shelling mine mines strike strikes airstrike sabotage saboteurs arson arsonist terrorist terrorists terrorism gunfire torpedo saboteur militants",
		byFault:     "gas leak fault faults failure malfunction defect error mistake overheated overheating circuit short-circuit wiring fatigue corrosion rust accident overload overloading technical mechanical electrical engine brakes",
		byNature:    "storm weather lightning wind winds gust sandstorm sandstorms earthquake flood flooding rain rains wave waves ice fog birds bird landslide tide heat",
		byCollision: "collision barge collided iceberg reef rock",
		byPeople:    "pilot driver captain human negligence carelessness speeding",
		byRoutine:   "maintenance exercise exercises drill drills training rehearsal demolition",
		byBlast:     "explosion blast",
	})
	effects = func() map[uint32]effect {
		m := map[uint32]effect{}
		for i, words := range []string{"explosion explosions blast blasts exploded detonation bang bangs", "fire blaze burned inferno smoke", "crash crashed plane aircraft jet airliner helicopter drone flight warplane fighter aeroplane airplane",
			"sank sinking sunk capsized ferry boat ship vessel tanker freighter", "collapse collapsed bridge dam building roof crane", "derailed derailment train tram trams rails", "outage blackout"} {
			for h := range setOfStems(words) {
				m[h] = effect(i + 1)
			}
		}
		return m
	}()
	causeStem = hashString("cause of a thing")
)

func kindsOf(words map[causeKind]string) map[uint32]causeKind {
	m := map[uint32]causeKind{}
	for kind, list := range words {
		for h := range setOfStems(list) {
			m[h] = kind
		}
	}
	return m
}

// causeOf is why a thing happened by a content, nothing where it does not say so as a fact. "Blamed a gas leak" says it by its cue.
func (x *extractor) causeOf(c *claimItem) cause {
	if c.att < 0 || c.denial {
		return cause{}
	}
	said := notBy.ReplaceAllString(plainMarks(strings.ToLower(joinSpans(x.a.Text, c.spans))), "")
	blames := strings.Contains(strings.ToLower(joinSpans(x.a.Text, x.e.r.Attributions[c.att].Cue)), "blame")
	if !blames && !containsAny(said, causing...) || unsure.MatchString(said) {
		return cause{}
	}
	phrase := ""
	for _, r := range causes {
		if found := r.FindStringSubmatch(said); found != nil {
			phrase = found[1]
			break
		}
	}
	if phrase == "" && blames {
		phrase, _, _ = strings.Cut(said, " for ")
	}
	out := cause{main: mainly.MatchString(said)}
	for _, w := range words(phrase) {
		if k := causeKinds[w.stem]; k != noCause && (out.kind == noCause || k == byAttack) {
			first, _, _ := strings.Cut(phrase, " and ")
			out.kind, out.word = k, clip(first, 40)
		}
	}
	for _, w := range words(strings.Replace(said, phrase, " ", 1)) {
		if f := effects[w.stem]; f != 0 && out.of == 0 {
			out.of = f
		}
	}
	if out.kind != noCause && out.of == 0 && bareSubject.MatchString(said) {
		out.of = x.lastEffect(c.spans[0].Start)
	}
	return out
}

// lastEffect is what sort of thing is told last before a place: "it" of "it was hit by a missile".
func (x *extractor) lastEffect(at int) effect {
	ws := x.within(article.Span{Start: max(0, at-replyReach), End: at})
	for i := len(ws) - 1; i >= 0; i-- {
		if f := effects[ws[i].stem]; f != 0 {
			return f
		}
	}
	return 0
}

// causeDays is how many days may lie between two accounts of why one thing happened.
const causeDays = 31

// rivalCauses reports whether two contents give other causes of one sort of thing.
func rivalCauses(ea *entry, a *claimItem, eb *entry, b *claimItem) bool {
	x, y := a.why, b.why
	return x.kind != noCause && y.kind != noCause && x.kind != y.kind && !mayBe(x.kind, y.kind) && !mayBe(y.kind, x.kind) && x.of == y.of && x.of != 0 && daysApart(ea, eb) <= causeDays
}

// mayBe reports whether a cause of one kind can be one of the other: an explosion is an attack, or a fault made it.
func mayBe(x, y causeKind) bool { return x == byBlast && y != byRoutine && y != byNature }

// twoCauses says which causes two contents give.
func (a *claimItem) twoCauses(b *claimItem) string {
	return fmt.Sprintf("they give two causes: “%s” against “%s”", a.why.word, b.why.word)
}

// causesApart reports whether two contents of one source across reports, or of two, cannot both say why a thing happened.
func (v *View) causesApart(ia, ib item) bool {
	ea, eb := v.entries[ia.entry], v.entries[ib.entry]
	a, b := &ea.claims[ia.n], &eb.claims[ib.n]
	if !rivalCauses(ea, a, eb, b) || !ea.assertedBy(a) || !eb.assertedBy(b) || ia.entry == ib.entry && a.source == b.source {
		return false
	}
	_, off := commonDay(a.anchor, b.anchor)
	return off == "" && incidentsApart(ea, a, eb, b) == "" && !slices.ContainsFunc([]*entry{ea, eb}, func(e *entry) bool { return e.day == unknownDay })
}
