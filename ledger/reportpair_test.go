package ledger

import "testing"

// What reports have in common: words, countries, pairs of capitalised words; a day is none where one has no date.
func TestReportFeatures(t *testing.T) {
	of := func(day, text string) *entry { return newEntry(&newReport("id", "Norwick Post", day, text).Reading) }
	a := of("2031-03-01", "Police in Grellport say a ferry sank off Harlow Street pier.")
	b := of("2031-03-04", "The ferry that sank at Harlow Street in Grellport was overloaded.")
	c := of("", "A poet won the Ostrem prize for verse.")
	f, ok := reportFeatures(a, b)
	if !ok || f[rDays] != 3 || f[rNames] == 0 || f[rRarest] < f[rSecond] || f[rCommon] < f[rRarest]+f[rSecond] {
		t.Errorf("features of two reports of one matter: %v %v", f, ok)
	}
	if _, ok := reportFeatures(a, c); ok {
		t.Error("two reports with nothing in common are a pair")
	}
	d := of("", a.r.Article.Text)
	if f, _ := reportFeatures(a, d); f[rDays] != -1 || f[rWords] < .99 {
		t.Errorf("the same words without a date: %v", f)
	}
	p, _ := reportFeatures(a, a)
	if m := loadedReportPair(); m.score(p[:]) < storyAlike || m.score(f[:]) >= m.score(p[:]) {
		t.Errorf("a text is like itself %.2f, like a later one on its matter %.2f", m.score(p[:]), m.score(f[:]))
	}
}
