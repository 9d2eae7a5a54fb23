package ledger

import (
	"fmt"
	"strings"
)

// summary says on one line how many put a claim into the world, who they are, which may be one, and whether all are parties.
func summary(reports, outlets int, o *Origins) string {
	var names, own []string
	for _, e := range o.Ends {
		switch {
		case e.Kind == EndReport && e.Party == "":
			own = append(own, e.Name)
		case e.Party != "":
			names = append(names, e.Name+" (a party: "+partyWords[e.Party]+")")
		default:
			names = append(names, e.Name)
		}
	}
	count := fmt.Sprint(o.High)
	if o.Low != o.High {
		count = fmt.Sprintf("%d to %d", o.Low, o.High)
	}
	s := fmt.Sprintf("%s, %s, %s origin%s: %s", plural2(reports, "report"), plural2(outlets, "outlet"), count, ending(o.High), strings.Join(append(names, ownVoices(own)...), "; "))
	for _, w := range doubts(o) {
		s += "; " + w
	}
	if o.Party {
		s += "; " + sides[side(o.Ends)]
	}
	return s
}

// ownVoices are the reports that speak for themselves, more than two of them in one: "4 reports in their own voice (A, B, C, D)".
func ownVoices(own []string) []string {
	if len(own) < 3 {
		return own
	}
	for i := range own {
		own[i] = strings.TrimSuffix(own[i], ownVoice)
	}
	return []string{fmt.Sprintf("%d reports in their own voice (%s)", len(own), strings.Join(own, ", "))}
}

// ownVoice is what follows the outlet of a report that cites nobody.
const ownVoice = " in its own voice"

// doubts say which ends may be one, each end once: the reports' own voices together, two sources by how they may be one,
// more of them in one.
func doubts(o *Origins) []string {
	var out []string
	rests := map[int]bool{}
	of := map[int]bool{}
	named := 0 // ends that are not reports in their own voice
	for i := range o.Ends {
		if o.Ends[i].Kind != EndReport {
			named++
		}
	}
	groups := newSets(len(o.Ends))
	var pairs []MaybeSame
	for _, m := range o.Maybe {
		switch a, b := &o.Ends[m.A], &o.Ends[m.B]; {
		case b.Kind == EndReport:
			if a.Kind == EndReport && named > 0 {
				break // it rather rests on who is named
			}
			rests[m.B], of[m.A] = true, true
		case a.Kind == EndReport:
			rests[m.A], of[m.B] = true, true
		default:
			groups.join(int32(m.A), int32(m.B))
			pairs = append(pairs, m)
		}
	}
	var order []int32
	for i := range o.Ends {
		order = append(order, int32(i))
	}
	all, _ := groups.gather(order)
	for _, g := range all {
		if len(g) < 3 {
			continue
		}
		var names []string
		for _, i := range g {
			names = append(names, o.Ends[i].Name)
		}
		out = append(out, andList(names)+" may be one")
	}
	for _, m := range pairs {
		if size := groupSize(all, int32(m.A)); size == 2 {
			out = append(out, maybeWords(&o.Ends[m.A], &o.Ends[m.B], strings.HasSuffix(m.Reason, oneBody)))
		}
	}
	if w := restWords(o, rests, of); w != "" {
		out = append(out, w)
	}
	return out
}

func groupSize(groups [][]int32, i int32) int {
	for _, g := range groups {
		for _, k := range g {
			if k == i {
				return len(g)
			}
		}
	}
	return 0
}

// restWords says that reports in their own voice may rest on those who are named: on whom, where that is one.
func restWords(o *Origins, rests, of map[int]bool) string {
	var who, on string
	later := true // all that may rest on others, and all on which they may rest, are reports in their own voice
	for i := range o.Ends {
		if rests[i] {
			who = o.Ends[i].Name
		}
		if of[i] {
			on = o.Ends[i].Name
			later = later && o.Ends[i].Kind == EndReport
		}
	}
	switch {
	case len(rests) == 0:
		return ""
	case later:
		return "the later may rest on the earlier"
	}
	if len(rests) > 1 {
		who = fmt.Sprintf("%d reports in their own voice", len(rests))
	}
	if len(of) > 1 {
		on = "them"
		if len(of) == 2 {
			on = "either"
		}
	}
	return who + " may rest on " + on
}

// maybeWords says how two ends may be one: voices of one body may be each other's, unnamed people may be among others, a name may be another's, words that
// somebody is not named for may be anybody's.
func maybeWords(a, b *Origin, body bool) string {
	switch {
	case a.Kind == EndNobody || b.Kind == EndNobody:
		return b.Name + " may be " + a.Name
	case body || a.Kind == EndSource && b.Kind == EndSource && !a.unnamed && !b.unnamed:
		return b.Name + " may speak for, or be, " + a.Name
	}
	if oneOnly(a.Name) && !oneOnly(b.Name) {
		a, b = b, a
	}
	return b.Name + " may be among " + a.Name
}

// oneOnly reports whether the words for somebody unnamed are for one: "a person familiar with the matter".
func oneOnly(name string) bool {
	first, _, _ := strings.Cut(strings.ToLower(name), " ")
	return first == "a" || first == "an" || first == "one" || first == "another"
}

func andList(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}
