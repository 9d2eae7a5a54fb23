package ledger_test

import (
	"testing"

	"sayso/article"
)

// A text that was replaced numbers its sources otherwise than the present one: who says its words is looked up in it.
func TestSourceOfAnEarlierText(t *testing.T) {
	text := func(modified, body string) *article.Article {
		return &article.Article{ID: "sail", URL: "https://sail.example/1", Outlet: "Morning Sail", Title: "Quill asked for boats", Published: "2033-05-02T08:00:00Z", Modified: modified, Text: body}
	}
	asked := "Lena Quill, the mayor of Port Merrow, asked the council in March for more boats, according to "
	denied := "Tom Vane, the council's spokesman, called the claim that Quill asked for more boats \"totally false\"."
	v := ledgerOf([]*article.Article{
		text("", asked+"three clerks.\n\n"+denied),
		text("2033-05-02T14:00:00Z", asked+"four clerks, including Alderman Pryce.\n\nThe harbour was calm, a fisherman said.\n\n"+denied),
	}).View()
	ms := v.Meetings(v.Stories()[0].ID)
	if len(ms) == 0 {
		t.Fatal("nobody denies anything")
	}
	words := ms[0].LaterWords
	for i := range words.In.Attributions {
		a := &words.In.Attributions[i]
		if len(a.Chain) == 0 || a.Content[0].Start > words.Start || a.Content[0].End < words.End {
			continue
		}
		if s, _ := v.Source(v.SourceAt(words, a.Chain[0])); s.Name != "Tom Vane" {
			t.Errorf("%q is said by %q", words.Text, s.Name)
		}
		return
	}
	t.Errorf("nobody says %q", words.Text)
}
