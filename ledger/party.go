package ledger

import "sayso/resolve"

// takesPart reports whether the source of an end is one of the participants, by source, by name or by
// the country or body that it belongs to ("Pentagon" is not yet "US": only words decide).
func (v *View) takesPart(en *end, r *resolve.Reading, ps []resolve.Participant) bool {
	at := v.source[en.source]
	s := &v.entries[at.entry].sources[at.n]
	for _, p := range ps {
		name, _, _ := splitName(p.Name)
		if name != "" && name == s.name {
			return true
		}
		if p.Source != "" {
			if k := sourceByID(r, p.Source); k != nil && k.Name != "" && k.Name == s.s.Name {
				return true
			}
		}
		if len(s.affil) > 0 && shared(s.affil, stemsOf(p.Text(r.Article.Text))) > 0 {
			return true
		}
	}
	return false
}
