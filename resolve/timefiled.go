package resolve

import "time"

// filedLong is for how many days after it was filed a text is printed as it was.
const filedLong = 7

// filed is the day of the report's dateline ("PORT VALE, March 3 (NP) —"), from which an agency's "today" counts when a paper prints the
// text days later; the day of publication where no such day is given.
func (w *work) filed(published time.Time) time.Time {
	d := w.m.Doc
	for k := range d.Sentences[:min(2, len(d.Sentences))] {
		s := &d.Sentences[k]
		body := d.Body(s)
		if body == s.First {
			continue
		}
		for i := range w.m.Times {
			t := &w.m.Times[i]
			if t.Span.Start >= int(d.Tokens[body].Start) {
				break
			}
			if t.Says.Month == 0 || t.Says.Day == 0 || t.Span.Start < int(d.Tokens[s.First].Start) {
				continue
			}
			for _, year := range [...]int{published.Year(), published.Year() - 1} {
				day := time.Date(year, time.Month(t.Says.Month), int(t.Says.Day), 0, 0, 0, 0, time.UTC)
				if late := published.Sub(day); late >= 0 && late <= filedLong*24*time.Hour {
					return day
				}
			}
		}
	}
	return published
}
