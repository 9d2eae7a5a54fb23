package eval

import (
	"fmt"
	"math"
	"strings"

	"sayso"
	"sayso/article"
	"sayso/resolve"
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
			x, y = append(x, factualityAt(r, at)), append(y, *g.Factuality[k])
		}
	}
	return Scores{"factuality.r": pearson(x, y), "factuality.mae (error)": meanError(x, y)}, nil
}

// factualityNews holds factuality against what TimeML's annotation of news implies of its verbs: negated
// −3; under a modal, future or an infinitive 0; past or present 3. It is silver, a guard for the
// register of news: some infinitives did happen ("managed to agree"). Texts of which more than a quarter
// of the events is marked as negated are a slip of the corpus and left out.
func factualityNews(file string) (Scores, error) {
	type text struct {
		ID, DCT, Text string
		Events        []struct {
			Start, End                int // code points
			Tense, Polarity, Modality string
		}
	}
	gold, err := rows[text](file)
	if err != nil {
		return nil, err
	}
	var x, y []float64
	for i := range gold {
		g := &gold[i]
		r := sayso.Read(&article.Article{ID: g.ID, Text: g.Text, Published: g.DCT})
		at := byteOffsets(g.Text)
		var gx, gy []float64
		negated := 0
		for _, e := range g.Events {
			want := 3.0
			switch {
			case e.Polarity == "NEG":
				want = -3
				negated++
			case e.Tense != "PAST" && e.Tense != "PRESENT" && e.Tense != "FUTURE" && e.Tense != "INFINITIVE":
				continue
			case e.Modality != "" && e.Modality != "NONE", e.Tense == "FUTURE", e.Tense == "INFINITIVE":
				want = 0
			}
			gx, gy = append(gx, factualityAt(r, article.Span{Start: at[e.Start], End: at[e.End]})), append(gy, want)
		}
		if 4*negated <= len(g.Events) {
			x, y = append(x, gx...), append(y, gy...)
		}
	}
	return Scores{"factuality.news.r": pearson(x, y), "factuality.news.mae (error)": meanError(x, y)}, nil
}

// factualityAt is that of the first event whose trigger overlaps at; 3 where none does.
func factualityAt(r *resolve.Reading, at article.Span) float64 {
	for e := range r.Events {
		if r.Events[e].Trigger.Overlaps(at) {
			return r.Events[e].Factuality
		}
	}
	return 3
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
