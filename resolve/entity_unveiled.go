package resolve

import "strings"

// Whose name a report gives only after it has said what he is: "A former shift manager told Channel 2 that … Colin Marsh, who left in October, said …".

// findUnveiled is the one whom the report's opening sentence cites by what he is, where m is the next to speak, in a paragraph of its own, and has a full name
// and no office. Officials, sources and others who stay unnamed are not told of so.
func (w *work) findUnveiled(m *mention) (int, string) {
	i, d := w.lastSaid, w.m.Doc
	if !m.said || m.quoted || i < 0 || m.title.Len() > 0 || m.name.End-m.name.First < 2 {
		return -1, ""
	}
	e := &w.entities[i]
	far := d.Tokens[m.head].Sentence - int32(e.saidAt)
	if e.Kind != Person || e.Name != "" || e.Count > 1 || e.saidAt < 0 || far < 1 || far > unveiledReach || w.paragraph(e.lastTok) == w.paragraph(m.head) {
		return -1, ""
	}
	if kind, _ := w.kind(m); kind != Person || !tellsOne(e.Description) || !w.leads(int32(e.saidAt)) {
		return -1, ""
	}
	if g := genderOf(w.nameText(m)); g != 0 && e.gender != 0 && g != e.gender {
		return -1, ""
	}
	return i, "whom the report's first line tells of, now named"
}

// leads reports whether sentence s is the first of the body with a statement in it, and gives no reason why somebody is not named.
func (w *work) leads(s int32) bool {
	d := w.m.Doc
	if s > 2 || isReason(d.Range(d.Sentences[s].First, d.Sentences[s].End).Text(d.Text)) {
		return false
	}
	for i := range w.m.Statements {
		if st := &w.m.Statements[i]; d.Tokens[st.CueHead].Sentence < s && len(st.Source) > 0 {
			return false
		}
	}
	return true
}

// unveiledReach is how many sentences behind what somebody is his name stands.
const unveiledReach = 3

// tellsOne reports whether a description tells more of one person than that he is one of many: "A former shift manager at the plant", not "A spokesman".
func tellsOne(description string) bool {
	first, rest, ok := strings.Cut(strings.ToLower(description), " ")
	if !ok || first != "a" && first != "an" || !strings.Contains(rest, " ") {
		return false
	}
	for _, w := range [...]string{"second", "third", "spokes", "named", "anonym", "identified", "resident", "witness", "neighbo", "official", "source", "person", "aide", "diplomat",
		"insider", "advis", "familiar", "knowledge", "briefed"} {
		if strings.Contains(rest, w) {
			return false
		}
	}
	return true
}
