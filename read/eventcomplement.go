package read

import (
	"slices"
	"strings"

	"sayso/parse"
)

// A completion is a verb with what makes an event of it: "take" with "into custody", "find" with "guilty". Both lemmas, the preposition "" where there is none.
type completion struct{ verb, prep, noun string }

// completed are the readings of the table's completions; completing are the verbs that have any.
var (
	completed  = map[completion][]kind{}
	completing = map[string]bool{}
)

// complete adds a line of the table: prepositions and nouns, joined by commas.
func complete(k kind, verbs, preps, nouns string) {
	for verb := range strings.SplitSeq(verbs, ",") {
		completing[verb] = true
		for prep := range strings.SplitSeq(preps, ",") {
			for noun := range strings.SplitSeq(nouns, ",") {
				c := completion{verb, prep, noun}
				completed[c] = append(completed[c], k)
			}
		}
	}
}

// byCompletion is the readings of verb i that what hangs on it decides, and the token that does; nil and -1 where nothing does.
func (f *eventFinder) byCompletion(i int32) ([]kind, int32) {
	d := f.d
	lemma := d.Tokens[i].Lemma
	if !completing[lemma] || d.Tokens[i].UPOS != parse.VERB {
		return nil, -1
	}
	for _, c := range d.Children(i) {
		if k := f.completes(lemma, c); k != nil {
			return k, c
		}
		if l := d.Tokens[c].Label; l != parse.Obj && l != parse.NsubjPass && l != parse.Xcomp {
			continue
		}
		for _, g := range d.Children(c) { // "put the men behind bars", with the bars hung on the men
			if l := d.Tokens[g].Label; l == parse.Nmod && g > i {
				if k := f.completes(lemma, g); k != nil {
					return k, g
				}
			}
		}
	}
	return nil, -1
}

// completes is the readings that token c gives a verb.
func (f *eventFinder) completes(verb string, c int32) []kind {
	d := f.d
	switch d.Tokens[c].Label {
	case parse.Obj, parse.Obl, parse.Nmod, parse.Xcomp, parse.Advmod, parse.CompoundPrt, parse.OblAgent:
	default:
		return nil
	}
	noun, bare := strings.ToLower(d.Tokens[c].Lemma), true
	for _, k := range d.Children(c) {
		if d.Tokens[k].Label != parse.Case {
			continue
		}
		bare = false
		if r := completed[completion{verb, d.Tokens[k].Lemma, noun}]; r != nil {
			return r
		}
	}
	if !bare {
		return nil
	}
	if r := completed[completion{verb, "", noun}]; r != nil {
		return r
	}
	return completed[completion{verb, "", strings.ToLower(d.Word(c))}]
}

// completion reports whether noun i only completes a verb that is the event with it: the "custody" and "arrest" of "was placed under arrest", the "death"
// of "was stabbed to death".
func (f *eventFinder) completion(i int32) bool {
	d := f.d
	h := d.Tokens[i].Head
	if h < 0 || d.Tokens[i].UPOS != parse.NOUN {
		return false
	}
	if d.Tokens[i].Lemma == "death" && preposition(d, i) == "to" && d.Child(i, parse.Det, parse.NmodPoss, parse.Nmod) < 0 {
		return true
	}
	if d.Tokens[h].UPOS != parse.VERB && d.Tokens[h].Head >= 0 {
		h = d.Tokens[h].Head
	}
	_, c := f.byCompletion(h)
	return c == i && preposition(d, i) != "on" // "went on strike" strikes
}

// seized is whom a verb takes where they are written before what they are taken as: "took 50 soldiers prisoner", read as prisoners of a kind.
func (f *eventFinder) seized(i int32) int32 {
	_, c := f.byCompletion(i)
	if c < 0 || f.d.Tokens[c].Label != parse.Obj || preposition(f.d, c) != "" {
		return -1
	}
	return f.d.Child(c, parse.Compound)
}

// named reports whether verb i gives somebody an office: "named her special envoy", "was named to the board"; not "named the victim as Ida Orr".
func (f *eventFinder) named(i int32) bool {
	d := f.d
	if d.Tokens[i].Lemma != "name" || d.Tokens[i].UPOS != parse.VERB {
		return false
	}
	for _, c := range d.Children(i) {
		switch l := d.Tokens[c].Label; {
		case l != parse.Xcomp && l != parse.Obl && l != parse.Obj:
		case offices[d.Tokens[c].Lemma] && (l == parse.Xcomp && c > i || preposition(d, c) == "as"):
			return true
		case l == parse.Obl && preposition(d, c) == "to" && slices.Contains(boards, d.Tokens[c].Lemma):
			return true
		case l == parse.Obj && (d.Tokens[c].Lemma == "successor" || d.Tokens[c].Lemma == "replacement" || d.Tokens[c].Lemma == "cabinet" || offices[d.Tokens[c].Lemma] && d.Child(c, parse.Det, parse.Amod) >= 0 && d.Child(c, parse.Appos) < 0):
			return true
		}
	}
	return false
}

// quits reports whether verb i tells that somebody gives up an office without saying which: "Chairman Otto Rees quit in January".
func (f *eventFinder) quits(i int32) bool {
	d := f.d
	n := d.Child(i, parse.Nsubj)
	return d.Tokens[i].Lemma == "quit" && n >= 0 && d.Child(i, parse.Obj, parse.Xcomp, parse.Ccomp) < 0 && (d.Tokens[n].UPOS == parse.PROPN || offices[d.Tokens[n].Lemma])
}

var boards = strings.Fields("board cabinet post job council court commission position government committee panel")

// offices are nouns of those who are appointed, elected and dismissed.
var offices = set(`minister premier president chancellor secretary governor mayor ambassador envoy commissioner chairman chairwoman chair chairperson head chief director
	commander general judge justice prosecutor magistrate senator speaker leader successor replacement administrator ombudsman coordinator spokesman spokeswoman
	representative attorney treasurer auditor inspector superintendent rector dean coach manager editor ceo cfo boss negotiator mediator rapporteur candidate
	undersecretary deputy adviser advisor official officer member executive worker employee staff staffer teacher aide clerk banker driver nurse engineer`)

// dismisses reports whether verb i puts somebody out of an office: "dismissed his energy minister", "fired 30 staff", "was replaced by her deputy"; not "dismissed
// the report".
func (f *eventFinder) dismisses(i int32) bool {
	d := f.d
	t := &d.Tokens[i]
	if t.UPOS != parse.VERB || !dismissals[t.Lemma] {
		return false
	}
	o := d.Child(i, parse.Obj, parse.NsubjPass)
	if o < 0 {
		return false
	}
	if offices[d.Tokens[o].Lemma] {
		return d.Child(o, parse.Cop) < 0
	}
	for _, c := range d.Children(o) {
		switch l := d.Tokens[c].Label; l {
		case parse.NmodDesc, parse.Compound, parse.Appos, parse.Flat:
			if offices[strings.ToLower(d.Tokens[c].Lemma)] {
				return true // "fired Energy Minister Rosa Amin"
			}
		}
	}
	return false
}

var dismissals = set("dismiss fire remove replace reinstate relieve suspend")
