package ledger

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso/parse"
	"sayso/resolve"
)

// A document says nothing of itself: "a report by Reuters" is Reuters's, "the preliminary report by the accident bureau" the bureau's,
// and what a recording shows is told by whoever describes it.

var (
	madeBy  = regexp.MustCompile(`(?i)\b(?:reports?|statements?|releases?|assessments?|analysis|stud(?:y|ies)|surveys?|announcements?|documents?|memos?|letters?|filings?|posts?|texts?|messages?|videos?|dossier|communique|article|stor(?:y|ies)|exclusive)\b`)
	madeOf  = regexp.MustCompile(`(?i)\b(by|from|of|in)\s+`)
	madesOf = regexp.MustCompile(`(?i)^(?:(?:the|an?|this|its)\s+)?(?:(?:new|early|initial|preliminary|earlier|separate|recent|first|final|exclusive|updated|interim|latest)\s+)*(.+?)(?:['’]s)?(?:\s+\([A-Z]+\))?\s+(?:(?:new|early|initial|preliminary|interim|final|exclusive|news|intelligence)\s+)*(?:report|statement|release|assessment|analysis|study|survey|announcement|article|story)$`)
	kindOf  = regexp.MustCompile(`(?i)\b(?:website|site|publication|newspaper|newsletter|magazine|journal|broadcaster|portal|outlet)\b`)
)

// maker is who put a document out, by its words, or "": the name behind "by", "from" or "of", or before "report".
func maker(desc string) string {
	if at := madeBy.FindStringIndex(desc); at != nil {
		rest := desc[at[1]:]
		for _, m := range madeOf.FindAllStringSubmatchIndex(rest, -1) {
			word := strings.ToLower(rest[m[2]:m[3]])
			if before := strings.Fields(strings.ToLower(rest[:m[0]])); len(before) > 0 && gotHold[before[len(before)-1]] {
				continue // "a memo obtained by the Courier" is not the Courier's
			}
			if who := nameOnly(rest[m[1]:]); who != "" && (word == "by" || word == "from" || isOutletName(who)) {
				return who
			}
		}
	}
	if m := madesOf.FindStringSubmatch(desc); m != nil {
		if who := nameOnly(m[1]); who == strings.TrimSpace(bareName(m[1])) && (strings.Contains(who, " ") || len(who) > 2 && who == strings.ToUpper(who) && !strings.Contains(who, ".") || isOutletName(who)) {
			return who // "the Italian report" is not Italian's
		}
	}
	return ""
}

// gotHold are what one does to a paper that another has made.
var gotHold = setOf("obtained seen reviewed viewed read examined acquired received cited quoted verified analysed analyzed shared leaked shown")

// publicationIn is the name of the outlet that a description calls one: "Specialist website The Harbour Current".
func publicationIn(desc string) string {
	at := kindOf.FindStringIndex(desc)
	if at == nil {
		return ""
	}
	for _, part := range []string{strings.TrimSpace(desc[at[1]:]), desc[:at[0]]} {
		if name := nameOnly(part); strings.Contains(name, " ") || name != "" && isOutletName(name) { // "the American newspaper" is not named
			return name
		}
	}
	return ""
}

// nameOnly is the name that a phrase begins with, without an article, a country before it and letters in brackets; "" where it
// begins with none: "India's Accident Bureau (AIB), which" is "Accident Bureau".
func nameOnly(phrase string) string {
	phrase = bareName(phrase)
	end, last := 0, 0
	for _, f := range strings.Fields(phrase) {
		at := strings.Index(phrase[last:], f) + last
		last = at + len(f)
		r, _ := utf8.DecodeRuneInString(f)
		if !unicode.IsUpper(r) && !(end > 0 && joinsNames[f]) {
			break
		}
		if unicode.IsUpper(r) {
			end = last
		}
		if strings.ContainsAny(f[len(f)-1:], ",;)") {
			break
		}
	}
	name := strings.TrimRight(phrase[:end], ",;")
	if i := strings.Index(name, " ("); i > 0 {
		name = name[:i]
	}
	return strings.TrimSuffix(strings.TrimSuffix(name, "'s"), "’s")
}

var joinsNames = setOf("of and the for & de")

// bareName is a phrase without its article.
func bareName(phrase string) string {
	phrase = strings.TrimSpace(phrase)
	for _, a := range []string{"the ", "a ", "an "} {
		if len(phrase) > len(a) && strings.EqualFold(phrase[:len(a)], a) && !isOutletName(phrase) {
			phrase = phrase[len(a):]
		}
	}
	if i := strings.Index(phrase, "'s "); i > 0 && i < 20 && !strings.Contains(phrase[:i], " ") {
		phrase = phrase[i+3:]
	}
	return phrase
}

func isOutletName(name string) bool {
	written, _ := parse.OutletName(name)
	if written == "" {
		written, _ = parse.OutletName(strings.TrimPrefix(strings.TrimPrefix(name, "the "), "The "))
	}
	return written != "" || credited[outletName(name)] || paperLike(name)
}

// paperWords close the names of outlets that no list has: "the Coast Times".
var paperWords = setOf(`times tribune herald gazette chronicle telegraph courier inquirer examiner bulletin sentinel journal news ledger press daily observer`)

// paperLike reports whether a name is two words or more with capitals that end as outlets' names do.
func paperLike(name string) bool {
	f := strings.Fields(name)
	return len(f) > 1 && paperWords[strings.ToLower(f[len(f)-1])] && !slices.ContainsFunc(f, func(w string) bool { return !isUpper(w) })
}

// outletOfDocument is the outlet whose report a document is, or nil.
func (v *View) outletOfDocument(e *entry, s *sourceItem) *sourceItem {
	if s.s.Name != "" || len(s.s.Members) > 0 {
		return nil
	}
	if s.s.Kind == resolve.Person {
		if at := kindOf.FindStringIndex(s.s.Description); at == nil || at[1] != len(s.s.Description) { // "the paper's editor" is none
			return nil
		}
	}
	name := publicationIn(s.s.Description)
	if name == "" && s.s.Kind != resolve.Document {
		return nil
	}
	if name == "" {
		who := maker(s.s.Description)
		if who == "" || !isOutletName(who) && !v.publishers[outletName(who)] {
			return nil
		}
		name = who
	}
	return &sourceItem{s: &resolve.Source{Kind: resolve.Outlet, Name: name}, label: name}
}

// paperNouns are what a paper is called; of one claim a draft, a report and a document may be one.
var (
	paperNouns   = setOfStems("memo memos memorandum letter letters email emails e-mail e-mails note notes cable cables transcript transcripts dossier diary slides presentation contract minutes")
	generalPaper = setOfStems("draft drafts report reports document documents audit paper papers review file files study extracts excerpts")
)

// onePaper reports whether two documents that reports have for one claim are called alike: "a leaked internal memo obtained by the Courier", "a memo leaked to
// a local newspaper".
func onePaper(a, b *sourceItem) bool {
	if a.s.Kind != resolve.Document || b.s.Kind != resolve.Document || otherPaper(a) != otherPaper(b) {
		return false
	}
	x, y := stemsOf(mainPhrase(a.s.Description)), stemsOf(mainPhrase(b.s.Description))
	for _, h := range x {
		if paperNouns[h] && slices.Contains(y, h) {
			return true
		}
	}
	return !anyIn(x, paperNouns) && !anyIn(y, paperNouns) && anyIn(x, generalPaper) && anyIn(y, generalPaper)
}

// otherPaper reports whether a document is told from one before it: "a second memo".
func otherPaper(s *sourceItem) bool { return secondPaper.MatchString(s.s.Description) }

var secondPaper = regexp.MustCompile(`(?i)\b(?:second|third|another|separate|earlier|later|new|newer|further)\b`)

// foldPapers joins a document that a report has for a claim with the one that the outlet which it cites has for it.
func (v *View) foldPapers(ends []end) []end { return folded(ends, v.citedPaper) }

// citedPaper reports whether of two ends both are documents called alike, and the report of the one cites the outlet that has the other.
func (v *View) citedPaper(a, b *end) bool {
	if a.Kind != EndSource || b.Kind != EndSource || a.source < 0 || b.source < 0 || !onePaper(v.sourceItem(a.source), v.sourceItem(b.source)) {
		return false
	}
	return v.cites(b.entry, a.Outlet) || v.cites(a.entry, b.Outlet)
}

// recorded are what shows something and says nothing.
var recorded = setOfStems("recording recordings recorder audio footage video videos tape tapes images photos photographs pictures")

// evidence reports whether the last of a chain is a recording that somebody before it describes.
func evidence(r *resolve.Reading, chain []string) bool {
	if len(chain) < 2 {
		return false
	}
	s := sourceByID(r, chain[len(chain)-1])
	return s != nil && s.Kind == resolve.Document && s.Name == "" && maker(s.Description) == "" && anyIn(stemsOf(s.Description), recorded)
}

// pronounOnly reports whether the last of a chain is a "this" or "that", which nobody is.
func pronounOnly(r *resolve.Reading, chain []string) bool {
	if len(chain) == 0 {
		return false
	}
	s := sourceByID(r, chain[len(chain)-1])
	if s == nil || s.Name != "" {
		return false
	}
	switch strings.ToLower(s.Description) {
	case "this", "that", "these", "those", "which", "it":
		return true
	}
	return false
}

// maker ends at who put a document out, where its words say so and it is no outlet's.
func (f *follower) maker(e *entry, s *sourceItem, en end) end {
	if s.s.Kind != resolve.Document || s.s.Name != "" {
		return en
	}
	who := maker(s.s.Description)
	if who == "" {
		return en
	}
	en.Name, en.key = who, "maker "+strings.ToLower(who)
	for _, m := range f.v.claimSets[f.set][:min(mostSayings, len(f.v.claimSets[f.set]))] {
		at := f.v.claim[m]
		for k := range f.v.entries[at.entry].sources {
			o := &f.v.entries[at.entry].sources[k]
			if o.s.Kind != resolve.Document && o.s.Name != "" && f.v.sameMaker(f.v.entries[at.entry], o, who) {
				if o.s.Kind == resolve.Outlet {
					en.key, en.Origin = "outlet "+outletName(o.s.Name), Origin{Kind: EndOutlet, Name: o.s.Name, Outlet: o.s.Name}
					en.source = -1
					return en
				}
				en.Source = f.v.sourceIDAt(at.entry, int32(k))
				en.key, en.source, en.Name = "source "+en.Source, f.v.sourceBase[at.entry]+int32(k), o.label
				return en
			}
		}
	}
	return en
}

// sameMaker reports whether a source has that name, or letters that the report gives for it.
func (v *View) sameMaker(e *entry, o *sourceItem, who string) bool {
	name := strings.ToLower(who)
	if strings.ToLower(o.s.Name) == name {
		return true
	}
	for _, l := range e.letters {
		if strings.EqualFold(l.name, o.s.Name) && strings.EqualFold(l.letters, who) || strings.EqualFold(l.letters, o.s.Name) && strings.EqualFold(l.name, who) {
			return true
		}
	}
	return false
}
