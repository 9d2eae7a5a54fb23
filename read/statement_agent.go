package read

import (
	"sayso/article"
	"sayso/parse"
)

// Who stands behind "by".

// agent gives a statement in the passive whoever stands after "by": "He was described by his teacher as a light."
func (f *finder) agent(s *Statement, sentence *parse.Sentence) {
	if len(s.Source) > 0 || f.d.Tokens[s.CueHead].XPOS != parse.XVBN {
		return
	}
	by := f.d.TokenAt(s.Cue[len(s.Cue)-1].End)
	if f.passive(s.CueHead) && f.lower(by) != "by" && f.cue[s.CueHead].kind == sayCue {
		if at := f.agentBehind(s, sentence); at > by {
			by = at
		}
	}
	if by+1 >= sentence.End || f.lower(by) != "by" || f.quote[by] != f.quote[s.CueHead] {
		return
	}
	who := f.phrase(by+1, sentence.End)
	if who == nil {
		return
	}
	from, to := int(f.d.Tokens[by].Start), who[0].End
	var rest []article.Span
	for _, c := range s.Content {
		switch {
		case c.Start >= from && c.End <= to:
		case c.Start <= from && c.End >= to:
			rest = append(rest, clipTo([]article.Span{c}, 0, from-1)...)
			if t := f.d.TokenAt(to); int(t) < len(f.d.Tokens) && int(f.d.Tokens[t].Start) < c.End {
				rest = append(rest, article.Span{Start: int(f.d.Tokens[t].Start), End: c.End})
			}
		default:
			rest = append(rest, c)
		}
	}
	if len(rest) > 0 {
		s.Source, s.SrcHead, s.Content = who, f.top(by+1, f.d.TokenAt(to)), rest
	}
}

// agentBehind is the "by" before the name of a body or an outlet that a passive's sentence ends with, or -1: "was announced to be over by the World
// Health Organization".
func (f *finder) agentBehind(s *Statement, sentence *parse.Sentence) int32 {
	_, end := f.body(sentence)
	for i := end - 2; i > s.CueHead && i > end-9; i-- {
		if f.lower(i) != "by" {
			continue
		}
		for t := s.CueHead + 1; t < i; t++ {
			if x := f.d.Tokens[t].XPOS; x == parse.XVBN || x == parse.XVBG || x == parse.XVBD {
				return -1 // who does something else: "a curfew was announced, enforced by the Guard"
			}
		}
		last := f.name[end-1]
		if last == 0 {
			last = f.name[max(i, end-3)] // "… (WHO)"
		}
		if (last == nameNumber(parse.Organisation) || last == nameNumber(parse.Outlet)) && !f.finite(i, end) {
			return i
		}
		return -1
	}
	return -1
}
