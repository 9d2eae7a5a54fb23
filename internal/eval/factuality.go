package eval

import (
	"fmt"
	"math"
	"strings"

	"sayso"
	"sayso/article"
)

// factuality scores how surely an event is said to have happened, −3 … 3, against UDS-IH2 (Rudinger,
// White and Van Durme 2018): Pearson's r over the judged words. A judged word that is no event's
// trigger counts as 3.
func factuality(file string) (Scores, error) {
	type sentence struct {
		Tokens     []string
		Factuality []*float64
	}
	gold, err := rows[sentence](file)
	if err != nil {
		return nil, err
	}
	var x, y []float64
	for i, g := range gold {
		text := strings.Join(g.Tokens, " ")
		r := sayso.Read(&article.Article{ID: fmt.Sprintf("s%d", i), Text: text, Published: "2013-03-22"})
		start := 0
		for k, w := range g.Tokens {
			at := article.Span{Start: start, End: start + len(w)}
			start = at.End + 1
			if g.Factuality[k] == nil {
				continue
			}
			v := 3.0
			for e := range r.Events {
				if r.Events[e].Trigger.Overlaps(at) {
					v = r.Events[e].Factuality
					break
				}
			}
			x, y = append(x, v), append(y, *g.Factuality[k])
		}
	}
	return Scores{"factuality.r": pearson(x, y), "factuality.mae (error)": meanError(x, y)}, nil
}

func meanError(x, y []float64) float64 {
	sum := 0.0
	for i := range x {
		sum += math.Abs(x[i] - y[i])
	}
	return sum / float64(max(1, len(x)))
}

// pearson is Pearson's correlation; 0 where one side does not vary.
func pearson(x, y []float64) float64 {
	n := float64(len(x))
	var mx, my, sxy, sxx, syy float64
	for i := range x {
		mx += x[i] / n
		my += y[i] / n
	}
	for i := range x {
		sxy += (x[i] - mx) * (y[i] - my)
		sxx += (x[i] - mx) * (x[i] - mx)
		syy += (y[i] - my) * (y[i] - my)
	}
	if sxx == 0 || syy == 0 {
		return 0
	}
	return sxy / math.Sqrt(sxx*syy)
}
