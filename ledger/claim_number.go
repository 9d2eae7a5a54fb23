package ledger

import (
	"math"
	"strings"

	"sayso/resolve"
)

// numbersApart is the pairs of figures of one measure by which two contents are two claims: those that cannot both be right, and
// those that tell other numbers, as "five jets" and "at least one jet" do. Whoever repeats a claim repeats its number.
func numbersApart(ea *entry, a *claimItem, eb *entry, b *claimItem) [][2]int32 {
	out := figuresApart(ea, a, eb, b)
	for _, i := range a.figures {
		for _, j := range b.figures {
			x, y := &ea.r.Figures[i], &eb.r.Figures[j]
			if (x.Measure == y.Measure && x.Measure != "" || onlyCount(a, x, b, y)) && (x.Scope != "" && y.Scope != "" || victims[x.Measure] && x.PartOf == "" && y.PartOf == "") && otherNumber(x, y) && !givesNumber(x, eb, b) && !givesNumber(y, ea, a) {
				out = append(out, [2]int32{i, j})
			}
		}
	}
	return out
}

// otherNumber reports whether two figures have two numbers; "about", "hundreds" and one more than "more than 240" are no other ones.
func otherNumber(x, y *resolve.Figure) bool {
	if x.Low == nil || y.Low == nil || x.Vague || y.Vague || x.Approximate || y.Approximate {
		return false
	}
	least := 0.0
	if x.More != y.More {
		least = 1
	}
	return math.Abs(*x.Low-*y.Low) > least
}

// onlyCount reports whether figures of two nouns are all that two contents count: "shot down four aircraft" and "shot down five
// jets".
func onlyCount(a *claimItem, x *resolve.Figure, b *claimItem, y *resolve.Figure) bool {
	return len(a.figures) == 1 && len(b.figures) == 1 && x.Measure != "" && y.Measure != "" && !victims[x.Measure] && !victims[y.Measure]
}

// givesNumber reports whether a content has a figure of x's measure with its number.
func givesNumber(x *resolve.Figure, e *entry, c *claimItem) bool {
	for _, j := range c.figures {
		if y := &e.r.Figures[j]; y.Measure == x.Measure && !otherNumber(x, y) {
			return true
		}
	}
	return false
}

// oneAgainst is the figure of a that counts several of what b speaks of as one ("five jets", "a jet was shot down"), or nil.
func oneAgainst(ea *entry, a *claimItem, eb *entry, b *claimItem) *resolve.Figure {
	for _, i := range a.figures {
		f := &ea.r.Figures[i]
		if f.Low == nil || *f.Low < 2 || f.Scope == "" || victims[f.Measure] || f.Measure == "" {
			continue
		}
		noun := stemsOf(strings.ReplaceAll(f.Measure, "_", " "))
		if len(noun) > 0 && hasOne(eb, b, noun[len(noun)-1]) {
			return f
		}
	}
	return nil
}

// hasOne reports whether a content speaks of one of what the noun names, and of no number of them: "a fighter jet of the force".
func hasOne(e *entry, c *claimItem, noun uint32) bool {
	text, found := e.r.Article.Text, false
	for _, s := range c.spans {
		ws := words(s.Text(text))
		for i, w := range ws {
			if w.stem != noun {
				continue
			}
			if strings.HasSuffix(w.Text(s.Text(text)), "s") {
				return false
			}
			for k := max(0, i-oneReach); k < i; k++ {
				found = found || single[ws[k].hash] && !breaks(s.Text(text), ws[k].End, w.Start)
			}
		}
	}
	return found
}

// oneReach is how many words can stand between "a" and its noun: "a French-made Rafale fighter jet".
const oneReach = 5

var single = setOfWords("a an one")

// otherCount reports whether two contents are two claims by their numbers.
func otherCount(ea *entry, a *claimItem, eb *entry, b *claimItem) bool {
	if x, _ := sumsApart(ea, a, eb, b); x != nil {
		return true
	}
	return len(numbersApart(ea, a, eb, b)) > 0 || oneAgainst(ea, a, eb, b) != nil || oneAgainst(eb, b, ea, a) != nil
}

// sumsApart are two sums of one thing in one currency by which two contents are two claims, "damage of €1.2 billion", "of €1.3 billion", or nil where neither gives
// any, or both one that is the other's too. What a sum was before it was raised or cut tells nothing.
func sumsApart(ea *entry, a *claimItem, eb *entry, b *claimItem) (x, y *resolve.Figure) {
	for i := range ea.r.Figures {
		f := &ea.r.Figures[i]
		if !f.Money || f.Old || !spansHold(a.spans, f.Start) {
			continue
		}
		for k := range eb.r.Figures {
			g := &eb.r.Figures[k]
			if !g.Money || g.Old || g.Measure != f.Measure || g.Deed != f.Deed || !oneCurrency(f.Unit, g.Unit) || !spansHold(b.spans, g.Start) {
				continue
			}
			if !otherNumber(f, g) {
				return nil, nil
			}
			x, y = f, g
		}
	}
	return x, y
}

// oneCurrency reports whether two currencies can be one: "dollars" and "US dollars".
func oneCurrency(a, b string) bool {
	return a == b || strings.HasSuffix(a, " "+b) || strings.HasSuffix(b, " "+a)
}
