package live

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"time"

	"sayso"
	"sayso/article"
	"sayso/ledger"
	"sayso/resolve"
)

// storyOf is n short readings of one fictional matter, each with a source, a figure and words of its own.
func storyOf(n int) []*resolve.Reading {
	rnd := rand.New(rand.NewSource(3))
	pick := func(s ...string) string { return s[rnd.Intn(len(s))] }
	var out []*resolve.Reading
	for i := range n {
		text := fmt.Sprintf("The %s ferry %s off Port Varen on Tuesday, %s said. At least %d people were killed, %s %s.",
			name(rnd), pick("capsized", "sank", "caught fire", "ran aground"), pick("coast guard chief Ada Lund", "two harbour officials", "minister Bo Ekman", "the Seaways company"),
			2+i/50, pick("the coast guard", "Varen Wire", "a spokesman"), pick("reported", "announced", "told the Norwick Post"))
		day := time.Date(2031, 3, 1+i/40, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
		out = append(out, sayso.Read(&article.Article{ID: fmt.Sprintf("r%05d", i), Outlet: pick("Norwick Post", "Coast Daily", "Varen Wire"), Published: day, Text: text}))
	}
	return out
}

// name is an invented name.
func name(rnd *rand.Rand) string {
	syllables := []string{"var", "nor", "lun", "ek", "mar", "ost", "gre", "hal", "bro", "cor", "dun", "fjo"}
	s := syllables[rnd.Intn(12)] + syllables[rnd.Intn(12)] + syllables[rnd.Intn(12)]
	return strings.ToUpper(s[:1]) + s[1:]
}

// BenchmarkStoryPage makes the page of a story of 5,000 reports, and shows it again.
func BenchmarkStoryPage(b *testing.B) {
	rs := storyOf(5000)
	l := ledger.New()
	for _, r := range rs {
		l.Add(r)
	}
	s := Of(l, rs)
	big := s.Stories()[0]
	for _, st := range s.Stories() {
		if len(st.Reports) > len(big.Reports) {
			big = st
		}
	}
	b.Run("first", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.makeStory(big.ID, ""); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("again", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.Story(big.ID, ""); err != nil {
				b.Fatal(err)
			}
		}
	})
}
