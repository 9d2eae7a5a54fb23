package read

import (
	"slices"
	"strings"

	"sayso/article"
	"sayso/parse"
)

// Who is cited outside the speaker's own phrase: by "according to", "citing" and their like, and the outlets and platforms it was said on.

// cite gives whom a source cites to its statement: "three US officials" in "CNN reported, citing three
// US officials". A reason that is cited ("citing security concerns") is no source. The citing itself
// is not a statement of its own then.
func (f *finder) cite() {
	var cited []int32
	for k := range f.out {
		s := &f.out[k]
		if s.How == "quoted as" || s.How == "learned" {
			continue
		}
		sentence := &f.d.Sentences[f.d.Tokens[s.CueHead].Sentence]
		if s.Citing = f.asSaying(s.CueHead, sentence.End); s.Citing != nil {
			continue
		}
		if f.ledCiting(s, sentence); s.Citing != nil {
			continue
		}
		for i := max(sentence.First, s.CueHead-30); i+1 < min(sentence.End, s.CueHead+60); i++ {
			if i == s.CueHead || !f.cites(i, sentence) || inside(s.Content, int(f.d.Tokens[i].Start)) || f.nearerCue(k, i) {
				continue
			}
			end := sentence.End
			if len(s.Source) > 0 && s.Source[0].Start > int(f.d.At(i+1).Start) && s.Source[0].Start < s.Cue[0].Start {
				end = min(end, f.d.TokenAt(s.Source[0].Start)) // "Citing officials the Times says"
			}
			if i < s.CueHead {
				end = min(end, s.CueHead) // "a report citing two clerks said"
			}
			if who := f.citedAt(i+1, end); who != nil {
				s.Citing = who
				cited = append(cited, i)
				break
			}
		}
	}
	slices.Sort(cited)
	f.out = slices.DeleteFunc(f.out, func(s Statement) bool {
		_, found := slices.BinarySearch(cited, s.CueHead)
		return found
	})
}

// citedAt is whom the words from token i cite: a phrase, or one that a comma sets beside its name ("the operator, Vale Lines, ").
func (f *finder) citedAt(i, end int32) []article.Span {
	if who := f.phrase(i, end); who != nil {
		return who
	}
	comma := i
	for comma < end && comma < i+6 && f.lower(comma) != "," {
		comma++
	}
	if comma == i || comma+1 >= end || f.lower(comma) != "," || f.d.At(comma+1).UPOS != parse.PROPN {
		return nil
	}
	if who := f.phrase(comma+1, end); who != nil {
		return []article.Span{{Start: int(f.d.Tokens[i].Start), End: who[0].End}}
	}
	return nil
}

// without says whether what token i does is not done: "without citing a source".
func (w *reader) without(i int32) bool {
	return i > 0 && (w.lower(i-1) == "without" || w.lower(i-1) == "not")
}

// asSaying is whom "quoted a witness as saying" quotes, head being "quoted"; nil for other cues.
func (w *reader) asSaying(head, end int32) []article.Span {
	if form := w.lower(head); form != "quoted" && form != "quotes" && form != "quoting" && form != "cited" && form != "cites" {
		return nil
	}
	for i := head + 2; i+1 < min(end, head+25); i++ {
		if w.lower(i) == "as" && w.d.At(i+1).XPOS == parse.XVBG {
			return []article.Span{w.d.Range(head+1, i)}
		}
	}
	return nil
}

// cites says whether token i is "citing", "quoting", or "cited" after "which".
func (w *reader) cites(i int32, s *parse.Sentence) bool {
	switch w.lower(i) {
	case "citing", "quoting":
		return !w.without(i)
	case "cited", "quoted", "cites", "quotes":
		return i > s.First && w.lower(i-1) == "which" || i > s.First+1 && w.lower(i-1) == "that" && (w.lower(i-2) == "report" || w.lower(i-2) == "story" || w.lower(i-2) == "article")
	}
	return false
}

// nearerCue says whether another statement's cue stands between statement k's and token i.
func (f *finder) nearerCue(k int, i int32) bool {
	for j := max(0, k-4); j < min(len(f.out), k+5); j++ {
		h, own := f.out[j].CueHead, f.out[k].CueHead
		if j != k && h != i && (own < h && h < i || i < h && h < own) {
			return true
		}
	}
	return false
}

func inside(spans []article.Span, at int) bool {
	for _, s := range spans {
		if s.Start <= at && at < s.End {
			return true
		}
	}
	return false
}

// phrase is the noun phrase from token i up to the next comma or clause, if it names someone or
// something that can be a source.
func (w *reader) phrase(i, end int32) []article.Span {
	first, source, head, matter := i, false, true, false
	for ; i < end && i < first+40 && !w.endsPhrase(i); i++ {
		t := &w.d.Tokens[i]
		head = head && t.UPOS != parse.ADP
		matter = matter || slices.Contains(ofMatters, w.lower(i)) // "risks to workers", "fears over Norland"
		source = source || !matter && (t.UPOS == parse.PROPN || w.name[i] != 0 || initials(w.d.Word(i)) || w.lower(i) == "somebody" || w.lower(i) == "someone" || slices.Contains(sourceNouns, strings.ToLower(t.Lemma)) ||
			head && t.UPOS == parse.NOUN && (wordClasses[w.lower(i)]&clPerson != 0 || i+1 < end && onlyPeople[w.lower(i+1)]))
	}
	if i == first || !source {
		return nil
	}
	return []article.Span{w.d.Range(first, i)}
}

// onlyPeople are words behind a noun that nothing but people have: "a surveyor briefed on the inspection".
var onlyPeople = set("briefed familiar informed")

// initials says whether a word is a body's initials: "UNICEF".
func initials(word string) bool {
	return len(word) > 2 && isCapital(word) && isCapital(word[1:]) && strings.ToUpper(word) == word
}

// ofMatters are prepositions behind which stands what a matter is about, and not who can be cited.
var ofMatters = []string{"to", "for", "about", "over", "against"}

func (w *reader) endsPhrase(i int32) bool {
	switch w.lower(i) {
	case ",", ".", ";", ":", "who", "that", "which", "as", "saying", "\"", "“", "”", "—", "–", "''", "(", ")", "?", "!":
		return true
	}
	return false
}

// sourceNouns are nouns for people, bodies and papers that can be cited.
var sourceNouns = strings.Fields("official source person people aide adviser advisor diplomat document report memo memorandum letter record filing statement data police ministry minister spokesman spokeswoman spokesperson witness lawyer attorney researcher analyst expert authority agency officer executive employee insider resident doctor activist study survey poll figure statistics cable email message transcript court affidavit indictment complaint newspaper magazine website broadcaster media press lawmaker senator colleague friend relative ally member source investigator prosecutor intelligence leader representative commander soldier general economist scientist professor survivor family others individual television tv radio broadcaster channel station outlet group company firm union bank council committee commission court government organisation organization charity institute university hospital team club force army navy bureau presidency embassy consulate junta militia coastguard directorate department office parliament prefecture municipality federation association monitor mayor governor president secretary judge prosecutor chief director chairman chairwoman head victim neighbour neighbor driver passenger worker pal onlooker bystander teacher student nurse manager owner boss bloc opposition party campaign")

// outletAt is the outlet named at token i, after its determiner, or nil.
func (w *reader) outletAt(i, end int32) []article.Span {
	first := i
	if i < end && (w.lower(i) == "the" || w.lower(i) == "a") {
		i++
	}
	for k := i; k < min(end, i+4) && !isCapital(w.d.Word(k)); k++ { // "public broadcaster ZDF"
		if slices.Contains(outletKinds, w.lower(k)) {
			if k+1 < end && isCapital(w.d.Word(k+1)) {
				to := k + 1
				for to < end && (isCapital(w.d.Word(to)) || w.numbered(to)) {
					to++
				}
				return []article.Span{w.d.Range(k+1, to)}
			}
			break
		}
	}
	from := i
	for i < end && (isCapital(w.d.Word(i)) || i > from && (w.lower(i) == "of" || w.numbered(i))) {
		i++
	}
	if i == from {
		return nil
	}
	known := w.name[from] == nameNumber(parse.Outlet)
	for j := from; j < i; j++ {
		known = known || slices.Contains(outletWords, w.lower(j))
	}
	if !known {
		return nil
	}
	return []article.Span{w.d.Range(first, i)}
}

// numbered says whether token i is the number of a channel: "Channel 2 News".
func (w *reader) numbered(i int32) bool {
	return w.d.At(i).UPOS == parse.NUM && w.lower(i-1) == "channel"
}

// outletKinds are words for an outlet that stand before its name.
var outletKinds = strings.Fields("broadcaster newspaper agency channel magazine station network website daily weekly tabloid programme program podcast show radio television")

// outletWords are words that name an outlet or stand in the name of one.
var outletWords = strings.Fields("news times post journal tribune herald gazette chronicle guardian telegraph observer independent mail express mirror magazine radio television tv press agency broadcasting broadcaster network reuters ap afp dpa cnn bbc npr abc nbc cbs msnbc fox pbs bloomberg politico axios ledger sentinel examiner inquirer courier dispatch globe times-herald register standard jazeera breitbart newsweek newsmax")

// platformAt is the platform at token i on which something was posted, or nil.
func (w *reader) platformAt(i, end int32) []article.Span {
	if i < end && slices.Contains(platforms, w.d.Word(i)) {
		return []article.Span{w.d.Range(i, i+1)}
	}
	if i+1 < end && w.d.Word(i) == "Truth" && w.d.Word(i+1) == "Social" {
		return []article.Span{w.d.Range(i, i+2)}
	}
	return nil
}

var platforms = []string{"Twitter", "X", "Facebook", "Instagram", "Telegram", "TikTok", "Reddit", "YouTube", "WhatsApp", "LinkedIn", "Bluesky", "Threads", "Mastodon", "Weibo", "Snapchat", "Periscope"}
