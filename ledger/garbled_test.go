package ledger_test

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"sayso/article"
	"sayso/ledger"
)

// FuzzGarbled spoils the reports of a story file as extraction, typing and rewriting do, and asks the ledger everything: it must answer,
// and the same in whatever order they came.
func FuzzGarbled(f *testing.F) {
	files, err := filepath.Glob("testdata/stories/*.txt")
	if err != nil || len(files) == 0 {
		f.Fatalf("no story files: %v", err)
	}
	for i := range files {
		f.Add(uint(i), uint64(i))
	}
	f.Fuzz(func(t *testing.T, file uint, seed uint64) {
		b, err := os.ReadFile(files[file%uint(len(files))])
		if err != nil {
			t.Fatal(err)
		}
		head, _, _ := strings.Cut(string(b), "-- ledger --\n")
		articles := garbled(articlesOf(t, head), rand.New(rand.NewPCG(seed, uint64(file))))
		v := ledgerOf(articles).View()
		got := describe(v)
		askAll(v)
		slices.Reverse(articles)
		if other := describe(ledgerOf(articles).View()); other != got {
			t.Errorf("in reverse order the ledger is another:\n%s\n\n%s", got, other)
		}
	})
}

// garbled is the reports with words lost, said twice and put elsewhere, other numbers, punctuation lost, and parts of one another's texts.
func garbled(articles []*article.Article, rnd *rand.Rand) []*article.Article {
	texts := make([][]string, len(articles))
	for i, a := range articles {
		texts[i] = strings.SplitAfter(a.Text, " ")
	}
	for i, a := range articles {
		words := slices.Clone(texts[i])
		if rnd.IntN(4) == 0 {
			other := texts[rnd.IntN(len(texts))]
			words = append(words[:rnd.IntN(len(words)+1)], other[rnd.IntN(len(other)):]...)
		}
		var b strings.Builder
		b.WriteString([]string{"", "", "PORT VALE, May 5 (Wire) - ", "VALE (Wire) — ", "By Ida Orr\n\n"}[rnd.IntN(5)])
		for k, w := range words {
			switch rnd.IntN(40) {
			case 0: // lost
			case 1:
				b.WriteString(w + w)
			case 2:
				b.WriteString(words[rnd.IntN(len(words))])
			case 3:
				b.WriteString(strings.Trim(w, ".,;:“”\"'’\n "))
				b.WriteString(" ")
			case 4:
				b.WriteString(strings.ToUpper(w))
			case 5:
				b.WriteString(w[:rnd.IntN(len(w)+1)] + " ")
			case 6:
				if _, err := strconv.Atoi(strings.Trim(w, " ,.")); err == nil {
					w = strconv.Itoa(rnd.IntN(1000)) + " "
				}
				b.WriteString(w)
			case 7:
				if k+1 < len(words) {
					b.WriteString(words[k+1])
				}
				b.WriteString(w)
			default:
				b.WriteString(w)
			}
		}
		c := *a
		c.Text = strings.ToValidUTF8(b.String(), "") + "\n"
		articles[i] = &c
	}
	return articles
}

// askAll asks a view for all that it can be asked.
func askAll(v *ledger.View) {
	for _, r := range v.Reports() {
		v.CopyOf(r.ID)
		v.CopiesFrom(r.ID)
		v.RefusedCopies(r.ID)
		v.Revisions(r.ID)
		v.WhyStory(r.ID)
		v.StoryLinks(r.ID)
		v.ClaimsIn(r.ID)
		v.EventsIn(r.ID)
	}
	for _, s := range v.Stories() {
		v.RefusedStories(s.ID)
		v.Turns(s.ID, v.Meetings(s.ID))
		v.Unconfirmed(s.ID)
		for _, c := range v.ClaimsOf(s.ID) {
			v.Claim(c.ID)
			v.MeetingsOf(c.ID)
			v.RefusedClaims(c.ID)
			v.OriginsApart(c.ID)
		}
		for _, e := range v.EventsOf(s.ID) {
			v.Event(e.ID)
			v.RefusedEvents(e.ID)
		}
		for _, so := range v.SourcesOf(s.ID) {
			v.TurnsOf(so.ID)
			v.RefusedSources(so.ID)
		}
		for _, q := range v.QuotationsOf(s.ID) {
			v.WhyQuotation(q.ID)
		}
	}
	v.RankClaims()
}

// A clause may begin before the words of its sentence: with its dateline, or the quotation mark that opens it.
func TestTitleBeforeSentence(t *testing.T) {
	for _, text := range []string{
		"What is next for Lane?\n\nPORT VALE, Pa. - Ida Orr's victory in the Varr primary Tuesday has brought Sen. Tom Lane one step closer to a series of hard decisions.",
		"The memo said \"assigning\" them to Mr. Lane.\n\n\"Mr. Lane will oversee, manage and be responsible for all raids that pertain to the Varr campaign,\" the statement said.",
	} {
		describe(ledgerOf([]*article.Article{{ID: "a", Published: "2031-05-05", Text: text + "\n"}}).View())
	}
}
