package eval

import (
	"sayso"
	"sayso/article"
	"sayso/resolve"
)

// goldTimes is one text of TimeBank or AQUAINT with its TIMEX3 expressions.
type goldTimes struct {
	ID, DCT, Text string
	Timex         []struct {
		Start, End  int // code points
		Type, Value string
	}
}

// timex scores time expressions as TempEval-3 did (UzZaman et al. 2013): strict is the same span,
// relaxed an overlap, value an overlap with the same normalised value, each as F1.
func timex(file string) (Scores, error) {
	gold, err := rows[goldTimes](file)
	if err != nil {
		return nil, err
	}
	var strict, relaxed, value, predicted, total int
	for i := range gold {
		g := &gold[i]
		r := sayso.Read(&article.Article{ID: g.ID, Text: g.Text, Published: g.DCT})
		at := byteOffsets(g.Text)
		predicted += len(r.Times)
		total += len(g.Timex)
		used := make([]bool, len(r.Times))
		for _, t := range g.Timex {
			want := article.Span{Start: at[t.Start], End: at[t.End]}
			k, same := matchTime(r.Times, used, want)
			if k < 0 {
				continue
			}
			used[k] = true
			relaxed++
			if same {
				strict++
			}
			if r.Times[k].Value == t.Value {
				value++
			}
		}
	}
	out := Scores{}
	_, _, out["timex.strict"] = f1(strict, predicted, total)
	_, _, out["timex.relaxed"] = f1(relaxed, predicted, total)
	_, _, out["timex.value"] = f1(value, predicted, total)
	return out, nil
}

// matchTime is the index of the unused time with the span want, or else of the first that overlaps it; −1 if none does.
func matchTime(ts []resolve.Time, used []bool, want article.Span) (k int, same bool) {
	k = -1
	for i := range ts {
		switch {
		case used[i]:
		case ts[i].Span == want:
			return i, true
		case k < 0 && ts[i].Span.Overlaps(want):
			k = i
		}
	}
	return k, false
}
