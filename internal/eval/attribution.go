package eval

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sayso"
	"sayso/article"
	"sayso/resolve"
)

// goldArticle is one annotated article of PolNeAR (Newell, Margolin and Ruths 2018).
type goldArticle struct {
	ID, Publisher, Date, Title, Text string
	Attributions                     []map[string][][2]int // role → spans in code points
}

var roles = []string{"source", "cue", "content"}

// attribution scores source, cue and content spans: exact (fragments between line breaks with the
// same ends, micro over the roles), by word, and whole relations. Nested statements are left out, as
// the corpus has none. Of an article annotated several times the first annotation counts.
func attribution(file string) (Scores, error) {
	gold, err := rows[goldArticle](file)
	if err != nil {
		return nil, err
	}
	var exact, token, relation spanTally
	seen := map[string]bool{}
	for i := range gold {
		g := &gold[i]
		if seen[g.ID] {
			continue
		}
		seen[g.ID] = true
		r := sayso.Read(&article.Article{ID: g.ID, Text: g.Text, Published: g.Date, Title: g.Title, Outlet: g.Publisher})
		gs, ps := goldRelations(g), readRelations(r)
		words := wordSpans(g.Text)
		for role := range roles {
			gf, pf := union(gs, role), union(ps, role)
			exact.addSets(gf, pf)
			token.addSets(covered(words, gf), covered(words, pf))
		}
		gk, pk := keys(gs), keys(ps)
		relation.hits += common(gk, pk)
		relation.gold += len(gs)
		relation.predicted += len(ps)
	}
	return Scores{"attribution.exact": exact.f(), "attribution.token": token.f(), "attribution.relation": relation.f()}, nil
}

type spanTally struct{ hits, predicted, gold int }

func (t *spanTally) f() float64 { _, _, f := f1(t.hits, t.predicted, t.gold); return f }

func (t *spanTally) addSets(gold, predicted spanSet) {
	t.hits += common(gold, predicted)
	t.gold += len(gold)
	t.predicted += len(predicted)
}

type spanSet map[article.Span]bool

func common[K comparable](a, b map[K]bool) int {
	n := 0
	for k := range a {
		if b[k] {
			n++
		}
	}
	return n
}

// relations are one set of fragments a role.
type relations [][3]spanSet

func goldRelations(g *goldArticle) relations {
	at := byteOffsets(g.Text)
	var out relations
	for _, a := range g.Attributions {
		var rel [3]spanSet
		for i, role := range roles {
			rel[i] = spanSet{}
			for _, s := range a[role] {
				addFragments(rel[i], g.Text, article.Span{Start: at[s[0]], End: at[s[1]]})
			}
		}
		out = append(out, rel)
	}
	return out
}

func readRelations(r *resolve.Reading) relations {
	var out relations
	for i := range r.Attributions {
		a := &r.Attributions[i]
		if a.Inside != "" {
			continue
		}
		var rel [3]spanSet
		for k, spans := range [][]article.Span{a.Source, a.Cue, a.Content} {
			rel[k] = spanSet{}
			for _, s := range spans {
				addFragments(rel[k], r.Article.Text, s)
			}
		}
		out = append(out, rel)
	}
	return out
}

// addFragments adds s, parted at line breaks and trimmed of white space.
func addFragments(set spanSet, text string, s article.Span) {
	start := s.Start
	for start < s.End {
		end := s.End
		if i := strings.IndexByte(text[start:end], '\n'); i >= 0 {
			end = start + i
		}
		line := text[start:end]
		left := len(line) - len(strings.TrimLeftFunc(line, unicode.IsSpace))
		if line = strings.TrimSpace(line); line != "" {
			set[article.Span{Start: start + left, End: start + left + len(line)}] = true
		}
		start = end + 1
	}
}

func union(rs relations, role int) spanSet {
	out := spanSet{}
	for _, r := range rs {
		for s := range r[role] {
			out[s] = true
		}
	}
	return out
}

// keys are the relations as comparable strings.
func keys(rs relations) map[string]bool {
	out := map[string]bool{}
	for _, r := range rs {
		var b strings.Builder
		for _, set := range r {
			b.WriteString(setKey(set))
			b.WriteByte('|')
		}
		out[b.String()] = true
	}
	return out
}

// wordSpans are the words and single signs of text.
func wordSpans(text string) []article.Span {
	var out []article.Span
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		start := i
		i += n
		if unicode.IsSpace(r) {
			continue
		}
		if isWordRune(r) {
			for i < len(text) {
				r, n := utf8.DecodeRuneInString(text[i:])
				if !isWordRune(r) {
					break
				}
				i += n
			}
		}
		out = append(out, article.Span{Start: start, End: i})
	}
	return out
}

func isWordRune(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r) }

// covered are the words that lie wholly inside one of the spans.
func covered(words []article.Span, in spanSet) spanSet {
	out := spanSet{}
	for s := range in {
		lo, hi := 0, len(words)
		for lo < hi {
			if m := (lo + hi) / 2; words[m].Start < s.Start {
				lo = m + 1
			} else {
				hi = m
			}
		}
		for ; lo < len(words) && words[lo].End <= s.End; lo++ {
			out[words[lo]] = true
		}
	}
	return out
}
