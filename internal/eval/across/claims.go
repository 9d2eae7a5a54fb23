package main

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	"sayso"
	"sayso/article"
	"sayso/ledger"
	"sayso/resolve"
)

// affairs are fictional news affairs with their claims marked, an affair a line: an exclusive, what others make of it, and what was said of it. affairs.md says
// who wrote them and by what rules.
//
//go:embed affairs.jsonl
var affairs string

// affair is a line of them. In its texts the words of a claim stand in <cN>…</cN>.
type affair struct {
	Story  string
	Claims map[string]struct {
		Says, Whose string
		Origins     int
	}
	Reports []struct{ ID, Outlet, Date, Title, Text string }
}

// marked is a marked passage of a text.
type marked struct {
	article.Span
	claim string // affair and number
}

// written is a report of an affair, read, with its marks.
type written struct {
	*resolve.Reading
	affair int
	marks  []marked
}

var markTag = regexp.MustCompile(`</?c(\d+)>`)

// unmarked is a text without its marks, and these.
func unmarked(text, story string) (string, []marked) {
	var out strings.Builder
	var marks []marked
	last, from := 0, 0
	for _, m := range markTag.FindAllStringSubmatchIndex(text, -1) {
		out.WriteString(text[last:m[0]])
		last = m[1]
		if text[m[0]+1] != '/' {
			from = out.Len()
			continue
		}
		marks = append(marks, marked{article.Span{Start: from, End: out.Len()}, story + "/" + text[m[2]:m[3]]})
	}
	out.WriteString(text[last:])
	return out.String(), marks
}

// writtenAffairs reads all affairs of a file.
func writtenAffairs(data string) (all []affair, out []written, err error) {
	for line := range strings.Lines(data) {
		var a affair
		if err := json.Unmarshal([]byte(line), &a); err != nil {
			return nil, nil, fmt.Errorf("affair %d: %w", len(all)+1, err)
		}
		for _, r := range a.Reports {
			text, marks := unmarked(r.Text, a.Story)
			reading := sayso.Read(&article.Article{ID: a.Story + "/" + r.ID, Outlet: r.Outlet, Published: r.Date, Title: r.Title, Text: text})
			out = append(out, written{reading, len(all), markedIn(marks, text, reading.Article.Text)})
		}
		all = append(all, a)
	}
	return all, out, nil
}

// markedIn is the marks where the reader's text has them: it may have cleaned what it was given.
func markedIn(marks []marked, from, to string) []marked {
	if from == to {
		return marks
	}
	at := 0
	out := marks[:0]
	for _, m := range marks {
		words := strings.TrimSpace(from[m.Start:m.End])
		if i := strings.Index(to[at:], words); i >= 0 {
			at += i
			out = append(out, marked{article.Span{Start: at, End: at + len(words)}, m.claim})
		}
	}
	return out
}

// claimOf is the claim that most of spans is marked as, "" where less than half is, or much of another is too.
func (w *written) claimOf(spans []article.Span) string {
	in, all := map[string]int{}, 0
	for _, s := range spans {
		all += s.Len()
		for _, m := range w.marks {
			if n := min(s.End, m.End) - max(s.Start, m.Start); n > 0 {
				in[m.claim] += n
			}
		}
	}
	best, next := "", 0
	for c, n := range in {
		switch {
		case best == "" || n > in[best] || n == in[best] && c < best:
			if best != "" {
				next = max(next, in[best])
			}
			best = c
		default:
			next = max(next, n)
		}
	}
	if 2*in[best] < all || 3*next > in[best] {
		return ""
	}
	return best
}

// claims holds the claims that a ledger makes of the affairs measured on against their marks, pair by pair, and the origins.
func claims() error {
	all, ws, err := writtenAffairs(affairs)
	if err != nil {
		return err
	}
	var l = ledger.New()
	for _, w := range ws {
		l.Add(w.Reading)
	}
	v := l.View()
	at := map[string]int{}
	for i, w := range ws {
		at[w.Article.ID] = i
	}
	got, gold := map[string]string{}, map[string]string{} // by saying
	size, marks := map[string]int{}, map[string]int{}
	likest := map[string]*fit{}
	for _, c := range v.Claims() {
		of := map[string]int{}
		for i, s := range c.Sayings {
			w := &ws[at[s.Report]]
			spans := []article.Span{s.Span}
			for _, m := range s.More {
				spans = append(spans, m.Span)
			}
			if m := w.claimOf(spans); m != "" {
				name := fmt.Sprintf("%s %d", c.ID, i)
				got[name], gold[name] = c.ID, m
				of[m]++
				size[m]++
				marks[c.ID]++
			}
		}
		for m, n := range of {
			if l := likest[m]; l == nil || n > l.common {
				likest[m] = &fit{c, n}
			}
		}
	}
	p, r := pairwise(got, gold)
	f := 2 * p * r / (p + r)
	fmt.Printf("claims: %d sayings of %d claims: pairs precision %.3f recall %.3f F1 %.3f\n", len(gold), len(size), p, r, f)
	right, n := 0, 0
	for _, a := range all {
		for k, c := range a.Claims {
			m := a.Story + "/" + k
			if size[m] < 2 || c.Origins == 0 {
				continue
			}
			n++
			l := likest[m]
			if o := l.Origins; 2*l.common > size[m] && 2*l.common >= marks[l.ID] && o.Low <= c.Origins && c.Origins <= o.High {
				right++
			}
		}
	}
	fmt.Printf("claims: of %d told more than once, %.3f are mostly in one claim, with their origins in its range\n", n, float64(right)/float64(n))
	return hold("F1 of pairs of sayings of one claim", f, .27)
}

// fit is the claim of a ledger that has most sayings of a marked one.
type fit struct {
	ledger.Claim
	common int
}

// pairwise is precision and recall of the pairs of items that are together.
func pairwise(got, gold map[string]string) (p, r float64) {
	together := func(a, b map[string]string) float64 {
		by := map[string]map[string]int{}
		for k, v := range a {
			if by[v] == nil {
				by[v] = map[string]int{}
			}
			by[v][b[k]]++
		}
		both, all := 0, 0
		for _, in := range by {
			n := 0
			for _, k := range in {
				n += k
				both += k * (k - 1) / 2
			}
			all += n * (n - 1) / 2
		}
		return float64(both) / float64(max(1, all))
	}
	return together(got, gold), together(gold, got)
}
