package ledger

import (
	"cmp"
	"slices"
	"strings"

	"sayso/read"
	"sayso/resolve"
)

// Who says that somebody's account is false answers what that one says, though he repeats none of it: "What Mr Fenn told the Post is false",
// "disputed the figure given by the agency", "the governor's claims are baseless". Whose account it is, is told by the name or the
// description in his words; which claim, by what is alike in both, else by how many outlets have it.

var (
	accountStems = setOfStems("account claim claims allegation allegations accusation accusations assertion assertions statement statements version testimony figure figures number numbers toll tally count estimate report reports story")
	ideaStems    = setOfStems("idea notion talk theory rumour rumours rumor rumors speculation insinuation suggestion explanation narrative")
	tellingStems = setOfStems("said says told tells claimed claims alleged alleges wrote described describes testified posted gave gives given")
	fictionStems = setOfStems("liar fiction fabricating invented invention exaggeration exaggerated exaggerating inflated")
	whatWord     = hash32([]byte("what"))
	lyingWords   = setOfWords("lying lied")
	lyingStems   = setOfStems("lying lied lie lies")
	aboutWords   = setOfWords("about when to")
)

// lies reports whether words say that somebody lies: not "lying on the lake's bed".
func lies(ws []word) bool {
	for i, w := range ws[:min(lyingReach, len(ws))] {
		if lyingWords[w.hash] && (i+1 == len(ws) || aboutWords[ws[i+1].hash]) {
			return true
		}
	}
	return false
}

// lyingReach is how many words into a content "lied" is said of whoever it speaks of.
const lyingReach = 7

// disputes reports whether a content says that an account is not so.
func (x *extractor) disputes(att int32, ws []word) bool {
	if att < 0 {
		return false
	}
	if lies(ws) {
		return x.e.r.Attributions[att].Stance != read.Denies // who denies that he lied disputes nobody's account
	}
	what := false
	return x.scorned(att, ws, denyingCues, func(w word) bool {
		what = what || w.hash == whatWord
		return accountStems[w.stem] || ideaStems[w.stem] || what && tellingStems[w.stem]
	}) >= 0
}

// A denial with so many telling words of its own is of a claim that is so much like it, by their cosine.
const (
	ownTelling   = 3
	accountAlike = .1
)

// accountShared is how many telling words the two have in common instead, where it calls the account by its side.
const accountShared = 1

// mostAccounts bounds how many claims of one account a denial of all of it is held against.
const mostAccounts = 3

// accountsDenied are the meetings of statements against somebody's account with what that one says.
func (v *View) accountsDenied(sets []int) []Meeting {
	var out []Meeting
	for _, s := range sets {
		m := v.presentSaying(s)
		if m < 0 || !v.entries[v.claim[m].entry].claims[v.claim[m].n].disputes || v.repliedTo(v.claim[m]) >= 0 {
			continue
		}
		targets, whose := v.accountOf(s, v.claim[m], sets)
		for _, t := range targets {
			out = append(out, v.rejection(s, t, "account", "it speaks of what "+lowerArticle(whose)+" says"))
		}
	}
	return out
}

// An accountClaim is a claim of the one whose account a denial is of.
type accountClaim struct {
	set   int
	score float64
	who   int32  // the source across reports, -1 for an outlet
	label string // what it is called, "" where the claim is nobody's who is spoken of
	side  bool   // it is called by its side alone
}

// accountOf is the claims of the one whose account the saying it of a set disputes, the likest first, and what that one is called.
func (v *View) accountOf(set int, it item, sets []int) (targets []int, whose string) {
	e := v.entries[it.entry]
	c := &e.claims[it.n]
	text := c.spans[0].Text(e.r.Article.Text)
	if n := accountPhrase(text); n < len(text) { // what the account says names others
		text = text[:n]
	} else {
		text = whoseAccount(joinSpans(e.r.Article.Text, c.spans))
	}
	within, own := v.spokenOf(it.entry, c), besides(c)
	var all []accountClaim
	for _, o := range sets {
		if o == set {
			continue
		}
		best := accountClaim{who: -1}
		for _, m := range v.claimSets[o] {
			if a := v.accountClaim(it, o, v.claim[m], text, within, own); a.label != "" && (best.label == "" || a.score > best.score) {
				best = a
			}
		}
		if best.label != "" {
			all = append(all, best)
		}
	}
	slices.SortStableFunc(all, func(a, b accountClaim) int {
		if a.score != b.score {
			return cmp.Compare(b.score, a.score)
		}
		return a.set - b.set
	})
	for i, a := range all {
		if i == 0 || !a.side && wholly(text) && a.who == all[0].who && len(targets) < mostAccounts {
			targets = append(targets, a.set)
		}
	}
	if len(all) > 0 {
		whose = all[0].label
	}
	return targets, whose
}

// whoseAccount is the words of a content without whom an account is about: "the premier's accusations" of "the premier's accusations against Orr".
func whoseAccount(text string) string {
	for _, w := range []string{" against ", " about ", " over ", " regarding ", " involving ", " as "} {
		if i := strings.Index(text, w); i > 0 && slices.ContainsFunc(words(text[:i]), func(w word) bool { return accountStems[w.stem] || accusalWords[w.stem] }) {
			return text[:i]
		}
	}
	return text
}

// besides is how many telling words a denial has beside those that only call an account and say that it is false.
func besides(c *claimItem) (n int) {
	for _, h := range c.gist.plain {
		if !accountStems[h] && !accusalWords[h] && !scornStems[h] && !fictionStems[h] && !lyingStems[h] && !tellingStems[h] {
			n++
		}
	}
	return n
}

// accountClaim is the saying at of set o as a claim of the account that the denial it speaks of, in text and of the sources within.
func (v *View) accountClaim(it item, o int, at item, text string, within []int32, own int) accountClaim {
	e, f := v.entries[it.entry], v.entries[at.entry]
	c, d := &e.claims[it.n], &f.claims[at.n]
	out := accountClaim{set: o, who: -1}
	if f.when > e.when || at.entry == it.entry && inside(c.spans, d.spans) || !v.current[at.entry] {
		return out
	}
	if d.disputes && !d.lies || d.att >= 0 && !f.assertedBy(d) || f.doesNotDeny(d) || f.supposes(d) {
		return out // it asserts nothing that could be denied
	}
	alike := float64(dot(c.vec, d.vec))
	if e.ofNumber(c) && !f.counts(d) {
		return out // "the mayor's figure was wrong"
	}
	far := own >= ownTelling && alike < accountAlike && !sameCount(c, d)
	if far && common(ofAccountOnly(c), d.gist.plain)+float64(likeWords(ofAccountOnly(c), d.gist.plain)) < accountShared {
		return out // it says what of the account is false, and this is other
	}
	if !v.ofMatter(it, at) {
		return out
	}
	if d.source >= 0 {
		out.who = v.sourceOf[v.sourceBase[at.entry]+d.source]
		his := c.source >= 0 && out.who == v.sourceOf[v.sourceBase[it.entry]+c.source]
		switch s := &f.sources[d.source]; {
		case out.who < 0 || his:
		case slices.Contains(within, out.who), named(text, s):
			out.label = s.label
		case !d.denial && v.sidesAccount(it, text, at):
			out.label, out.side = s.label, true
		}
	}
	if far && !out.side {
		return accountClaim{set: o, who: -1} // only where the words say whose side's account it is
	}
	if out.label == "" && f.publisher != e.publisher && f.firstHand(d) && holdsName(strings.ToLower(text), f.publisher) {
		out.label = outletLabel(f.publisher)
	}
	if gap := c.spans[0].Start - d.spans[len(d.spans)-1].End; at.entry == it.entry && gap > 0 && gap < replyReach && own < ownTelling {
		out.score = 1 // it is what was just told
	}
	out.score += alike + .02*float64(min(10, v.outletCount(o))) - .1*min(10, daysApart(f, e))
	if sameCount(c, d) {
		out.score++
	}
	return out
}

// ofMatter reports whether a claim can be what a denial of somebody's account is of: it has a word of what the denial says that the account is of
// ("his accusations about the fund"), or where the denial says nothing of that, stands near before it in its own report or is of its days.
func (v *View) ofMatter(it, at item) bool {
	e, f := v.entries[it.entry], v.entries[at.entry]
	c, d := &e.claims[it.n], &f.claims[at.n]
	var matter []uint32
	for _, h := range stemsOfText(e.calledAccount(c)) {
		if inSorted(c.gist.plain, h) && !mediumStems[h] && !accountStems[h] && !accusalWords[h] && !scornStems[h] && !fictionStems[h] && !tellingStems[h] {
			matter = append(matter, h)
		}
	}
	if d.source >= 0 {
		s := &f.sources[d.source]
		own := stemsOfText(s.s.Description + " " + s.s.Role + " " + s.s.Name + " " + s.s.Affiliation)
		matter = slices.DeleteFunc(matter, func(h uint32) bool { return inSorted(own, h) })
	}
	if len(matter) > 0 {
		told := d.gist.plain
		if d.att >= 0 {
			told = sortedSet(append(slices.Clone(told), stemsOfText(joinSpans(f.r.Article.Text, f.r.Attributions[d.att].Cue))...)) // "the numbers in his tweet"
		}
		return common(matter, told)+float64(likeWords(matter, told)) > 0 || sameCount(c, d)
	}
	return daysApart(e, f) <= exclusiveDays
}

// mediumStems are where an account stands, and not what it is of: "all of the claims in the suit".
var mediumStems = setOfStems("suit lawsuit complaint letter interview book memoir filing court speech article past")

// calledAccount is the words of a content that call an account, up to what is said of it.
func (e *entry) calledAccount(c *claimItem) string {
	text := c.spans[0].Text(e.r.Article.Text)
	for _, w := range []string{" as ", " were ", " was ", " is ", " are "} {
		if i := strings.Index(text, w); i > 0 {
			text = text[:i]
		}
	}
	return text
}

// sidesAccount reports whether a denial calls an account by the side of whoever gave it, and another's than its own: "disputed Israeli claims that".
func (v *View) sidesAccount(it item, text string, at item) bool {
	c := &v.entries[it.entry].claims[it.n]
	if len(text) == c.spans[0].Len() || v.entries[at.entry].sources[v.entries[at.entry].claims[at.n].source].s.Kind == resolve.Outlet {
		return false
	}
	of, his := sideSet(text), v.sideOfSource(at)
	return anyShared(of, his) && !anyShared(of, v.sideOfSource(it))
}

// doesNotDeny reports whether somebody says of another that he does not deny a content: it is nobody's account.
func (e *entry) doesNotDeny(c *claimItem) bool {
	if c.att < 0 {
		return false
	}
	cue := " " + strings.ToLower(joinSpans(e.r.Article.Text, e.r.Attributions[c.att].Cue))
	return containsAny(cue, " not ", "n't ", "n’t ") && containsAny(cue, " den", " dispute")
}

// accountPhrase is how many bytes of a content call an account before it says what the account is: "claims by officials" of "claims by officials that
// the town was held"; all of them where it says no such thing.
func accountPhrase(text string) int {
	i := strings.Index(text, " that ")
	if i > 0 && slices.ContainsFunc(words(text[:i]), func(w word) bool {
		return accountStems[w.stem] || accusalWords[w.stem] || reportStems[w.stem] || ideaStems[w.stem]
	}) {
		return i
	}
	return len(text)
}

// firstHand reports whether a content is told by the report's own outlet alone: in its own voice, of nobody named or of a document.
func (e *entry) firstHand(c *claimItem) bool {
	return c.source < 0 || e.saysItself(c) || e.sources[c.source].s.Anonymous || e.sources[c.source].s.Kind == resolve.Document
}

// wholly reports whether words speak of all that somebody says: "his claims", not "the figure".
func wholly(text string) bool {
	return containsAny(text, "claims", "allegations", "accusations", "assertions", "statements", "what ", "lying")
}

// lowerArticle is a source's label inside a sentence: "a report by the agency".
func lowerArticle(s string) string {
	for _, a := range []string{"A ", "An ", "The "} {
		if rest, ok := strings.CutPrefix(s, a); ok {
			return strings.ToLower(a) + rest
		}
	}
	return s
}

// spokenOf is the sources across reports that the words of a saying mention, or call by what they are: "the association".
func (v *View) spokenOf(n int32, c *claimItem) (out []int32) {
	e := v.entries[n]
	text := strings.ToLower(joinSpans(e.r.Article.Text, c.spans))
	calls := min(accountPhrase(text), len(whoseAccount(text)))
	for k := range e.sources {
		if int32(k) == c.source {
			continue
		}
		s := e.sources[k].s
		called := s.Kind == resolve.Organisation && slices.ContainsFunc(strings.Fields(strings.ToLower(s.Name)), func(w string) bool { return bodyKinds[w] && holdsName(text[:calls], "the "+w) })
		if called || slices.ContainsFunc(s.Mentions, func(m resolve.SourceMention) bool {
			return spansHold(c.spans, m.Start) && m.Start < c.spans[0].Start+calls
		}) {
			out = append(out, v.sourceOf[v.sourceBase[n]+int32(k)])
		}
	}
	return out
}

// bodyKinds are words in the names of bodies by which they are called the second time.
var bodyKinds = setOf(`association agency ministry union company firm party council commission committee army navy police government group federation authority department
	coalition alliance military bureau university court foundation centre center movement office society institute organisation organization charity church club board panel watch`)

// named reports whether words name a source: a person by the family name, a body by its name or by the words for it.
func named(text string, s *sourceItem) bool {
	switch {
	case s.s.Kind == resolve.Person && s.s.Name != "":
		f := strings.Fields(s.s.Name)
		return len(f[len(f)-1]) > 2 && holdsName(text, f[len(f)-1])
	case s.s.Kind == resolve.Document:
		maker := strings.TrimPrefix(strings.ToLower(makerOf(s.label)), "the ")
		return holdsName(strings.ToLower(text), maker)
	case s.s.Anonymous || s.s.Kind == resolve.Group:
		return false
	case s.s.Name != "":
		return holdsName(text, s.s.Name) || calledShort(text, s.s.Name)
	case calledShort(text, mainPhrase(s.s.Description)):
		return true
	}
	words := strings.TrimPrefix(strings.ToLower(mainPhrase(s.s.Description)), "the ")
	if bodyKinds[words] {
		return holdsName(strings.ToLower(text), "the "+words)
	}
	return strings.Contains(words, " ") && holdsName(strings.ToLower(text), words)
}

// calledShort reports whether words call a body by the last two of three and more words for it: "the budget office" of "the parliamentary budget office".
func calledShort(text, name string) bool {
	f := strings.Fields(strings.ToLower(name))
	if len(f) > 0 && f[0] == "the" {
		f = f[1:]
	}
	n := len(f)
	return n > 2 && (bodyKinds[f[n-1]] || f[n-1] == "office") && !connecting[f[n-2]] && holdsName(strings.ToLower(text), f[n-2]+" "+f[n-1])
}

var connecting = setOf("of the and for in")

// holdsName reports whether a text has a name as words of their own.
func holdsName(text, name string) bool {
	for at := 0; name != ""; {
		i := strings.Index(text[at:], name)
		if i < 0 {
			return false
		}
		i += at
		if end := i + len(name); (i == 0 || !partOfWord(text[i-1])) && (end == len(text) || !partOfWord(text[end])) {
			return true
		}
		at = i + 1
	}
	return false
}

func partOfWord(b byte) bool {
	return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= 0xC3 // not the marks ’ and “
}

// sameCount reports whether two contents have a number in common that is more than a few.
func sameCount(a, b *claimItem) bool {
	return slices.ContainsFunc(a.lows, func(n float64) bool { return n > 1 && slices.Contains(b.lows, n) })
}
