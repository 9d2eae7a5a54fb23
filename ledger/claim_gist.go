package ledger

import "sayso/article"

// What two contents have in common must be what is said, not whom and what all reports of the story name: "an officer saw the hull
// of the Sorrel Line ferry Meridian 400" and "every Meridian 400 of the Sorrel Line was inspected" have a long name in common, and nothing else.

// gistStems is by what a content can be one with another.
type gistStems struct {
	plain []uint32 // telling words that are no part of a name, sorted
	names []uint32 // one word for each name, sorted
	own   []uint32 // those of names that are not of the matter of the report, sorted
}

// gistLeast is how many telling words contents that are less than claimSurely alike have in common; two names that are not the
// matter's stand for one.
const gistLeast = 2

// rewordedText is the share of a text's shingles in another from which the one rewords the other; two reports that have nothing of
// each other stayed below .12 in the matters that it was set on.
const rewordedText = .20

// little reports whether two contents have less in common than that. Of a text and its rewording the words are the reporter's to change.
func little(ea *entry, a *claimItem, eb *entry, b *claimItem) bool {
	n := len(commonWord(a.gist.plain, b.gist.plain))
	if n > 0 && (commonToll(ea, a, eb, b) || len(commonWord(a.gist.own, b.gist.own)) > 1) {
		n++
	}
	least := gistLeast
	if claimCosine(a, b) >= claimOther || len(commonWord(a.gist.names, b.gist.names)) > 1 { // "the navy sank the Meridian"
		least = min(least, max(1, min(len(a.gist.plain), len(b.gist.plain))))
	}
	if n >= least || n+likeWords(a.gist.plain, b.gist.plain) >= least {
		return false
	}
	share, _ := overlap(ea.sketch, eb.sketch)
	return share < rewordedText
}

// commonToll reports whether two contents give one number of dead, hurt or missing, other than by the way.
func commonToll(ea *entry, a *claimItem, eb *entry, b *claimItem) bool {
	for _, i := range a.figures {
		for _, j := range b.figures {
			x, y := &ea.r.Figures[i], &eb.r.Figures[j]
			if victims[x.Measure] && x.Measure == y.Measure && sameNumber(x, y) && !spansHold(a.aside, x.Start) && !spansHold(b.aside, y.Start) {
				return true
			}
		}
	}
	return false
}

// measuring are words that say how exact a number is.
var measuring = setOfWords("least most nearly almost around approximately roughly many few several")

// asides are the relative clauses of a content that recall the toll of what it speaks of, and what somebody is said to be accused of on the way: "the inquiry
// into the fire that killed 12 people is closed" tells of the inquiry, and "a dairy accused of hiding tests has shut its plant" of the plant.
func (x *extractor) asides(spans []article.Span) (out []article.Span) {
	text := x.a.Text
	for _, s := range spans {
		ws := x.within(s)
		for i := 1; i < len(ws); i++ {
			if end := accusedOf(text, ws, i); end > i {
				out = append(out, article.Span{Start: ws[i].Start, End: ws[end-1].End})
				i = end - 1
			}
			if !relative[ws[i].hash] {
				continue
			}
			k := i + 1
			for k < len(ws) && auxiliary[ws[k].hash] {
				k++
			}
			if k >= len(ws) || ws[i].hash != whereWord && !tolling[ws[k].hash] {
				continue
			}
			end := i
			for end+1 < len(ws) && !breaks(text, ws[end].End, ws[end+1].Start) {
				end++
			}
			clause := article.Span{Start: ws[i].Start, End: ws[end].End}
			if x.tolls(clause) {
				out = append(out, clause)
			}
			i = end
		}
	}
	return out
}

// accusedOf is behind which word the clause ends that begins at word i and only recalls an accusation: "accused of hiding tests" before its verb, "over claims
// that it hid tests"; i where none begins there.
func accusedOf(text string, ws []word, i int) int {
	end := i + 1
	for end < len(ws) && !breaks(text, ws[end-1].End, ws[end].Start) && !(accusedStems[ws[i].stem] && end > i+2 && auxiliary[ws[end].hash]) {
		end++
	}
	switch {
	case accusedStems[ws[i].stem]:
		if i+2 < len(ws) && accusedLinks[ws[i+1].hash] && !auxiliary[ws[i-1].hash] && end < len(ws) {
			return end
		}
	case accusedAmid[ws[i].hash] && i > 2:
		for k := i + 1; k < min(i+4, len(ws)-2); k++ {
			if accusals[ws[k].stem] && (ws[k+1].hash == thatWord || ws[k+1].hash == ofHash) {
				return end
			}
		}
	}
	return i
}

// recallsOther reports whether a content has most of its words in common with another's in what it only recalls.
func recallsOther(a, b *claimItem) bool {
	if len(a.aside) == 0 {
		return false
	}
	told := len(commonWord(a.gist.plain, b.gist.plain)) + likeWords(a.gist.plain, b.gist.plain)
	recalled := len(commonWord(a.plain, b.plain)) + likeWords(a.plain, b.plain) - told
	return told <= 2 && recalled >= 2 && recalled > told
}

var (
	accusedStems = setOfStems("accused suspected charged")
	accusedLinks = setOfWords("of with")
	accusedAmid  = setOfWords("over amid amidst following despite")
	accusals     = setOfStems("claims allegations accusations reports suspicions revelations")
	ofHash       = hash32([]byte("of"))
)

// withoutAsides is the figures that stand in no aside, or all where there are no others.
func (x *extractor) withoutAsides(figures []int32, asides []article.Span) []int32 {
	var out []int32
	for _, i := range figures {
		if !spansHold(asides, x.e.r.Figures[i].Start) {
			out = append(out, i)
		}
	}
	if len(out) == 0 {
		return figures
	}
	return out
}

// tolls reports whether a span holds a number of dead, hurt or missing.
func (x *extractor) tolls(s article.Span) bool {
	for i := range x.e.r.Figures {
		if f := &x.e.r.Figures[i]; victims[f.Measure] && s.Contains(f.Span) {
			return true
		}
	}
	return false
}

var (
	relative  = setOfWords("that which who where")
	whereWord = hash32([]byte("where"))
	tolling   = setOfWords("killed kill kills claimed claims left leaves injured wounded hurt died took cost")
)

// likeWords is how many words of a, which b does not have, can stand for the same event as one of b that a does not have.
func likeWords(a, b []uint32) (n int) {
	sense := senses()
	for _, x := range a {
		if inSorted(b, x) {
			continue
		}
		for _, y := range b {
			if sense[pairKey(x, y)] > 0 && !inSorted(a, y) {
				n++
				break
			}
		}
	}
	return n
}

// gist is that of a content. Names are left out also where one opens a sentence, with the numbers that belong to them ("Meridian
// 400", "Flight 17"), and so are times and asides.
func (x *extractor) gist(spans, aside []article.Span) (g gistStems) {
	for _, s := range spans {
		ws := x.within(s)
		for i := 0; i < len(ws); i++ {
			w := ws[i]
			if n := x.nameAt(ws, i); n > 0 {
				rarest, own := x.rarestName(ws[i : i+n])
				g.names = append(g.names, rarest)
				if own {
					g.own = append(g.own, rarest)
				}
				i += n - 1
				continue
			}
			if !stopStems[w.stem] && !measuring[w.hash] && !x.inTime(w.Start) && !spansHold(aside, w.Start) {
				g.plain = append(g.plain, w.stem)
			}
		}
	}
	g.plain, g.names, g.own = sortedSet(g.plain), sortedSet(g.names), sortedSet(g.own)
	return g
}

// nameAt is how many words the name at i has, 0 where none stands there: words with capitals and numbers with nothing but a space
// or a hyphen between, and what a hyphen joins to them ("Maraval-administered").
func (x *extractor) nameAt(ws []word, i int) int {
	if !ws[i].upper || ws[i].open && !x.isName(ws[i].stem) || x.inTime(ws[i].Start) {
		return 0
	}
	n := 1
	for ; i+n < len(ws) && ws[i+n].Start == ws[i+n-1].End+1; n++ {
		joint := x.a.Text[ws[i+n-1].End]
		if joint != '-' && (joint != ' ' || !ws[i+n].upper && (!ws[i+n].digit || x.inTime(ws[i+n].Start))) {
			break
		}
	}
	return n
}

// predicate is what a content says something to be, 0 where it does not: "biased" of "the report was biased".
func predicate(ws []word) uint32 {
	for i := len(ws) - 2; i >= 0; i-- {
		if !copula[ws[i].hash] {
			continue
		}
		for k, w := range ws[i+1:] {
			if !stopStems[w.stem] {
				if w.upper || w.digit || i+k+2 < len(ws) && ws[i+k+2].hash == toWord { // "were made to work": to work is what is at issue
					return 0
				}
				return w.stem
			}
		}
	}
	return 0
}

var toWord = hash32([]byte("to"))

var copula = setOfWords("is are was were been be")

// rarestName is the rarest word of a name, and whether the name is none that the report as a whole is about.
func (x *extractor) rarestName(name []word) (rarest uint32, own bool) {
	own = true
	most := float32(-1)
	for _, w := range name {
		own = own && !inSorted(x.e.matter, w.stem)
		if k := rarity().stem(w.stem); k > most {
			rarest, most = w.stem, k
		}
	}
	return rarest, own
}

// isName reports whether the report writes a word with a capital inside sentences, and more often than without.
func (x *extractor) isName(stem uint32) bool {
	if x.names == nil {
		x.names = map[uint32]int{}
		for _, w := range x.ws {
			switch {
			case w.upper && !w.open:
				x.names[w.stem]++
			case !w.upper:
				x.names[w.stem]--
			}
		}
	}
	return x.names[stem] > 0
}
