package read

import (
	"strings"
	"testing"

	"sayso/article"
	"sayso/parse"
)

// marked reads a sentence in which the event looked at stands in asterisks, and gives that event.
func marked(t *testing.T, sentence string) (Event, bool) {
	t.Helper()
	a, rest, ok := strings.Cut(sentence, "*")
	word, c, ok2 := strings.Cut(rest, "*")
	if !ok || !ok2 {
		t.Fatalf("no event is marked in %q", sentence)
	}
	m := Doc(parse.Article(&article.Article{Text: a + word + c + "\n\n" + surroundings}))
	for _, e := range m.Events {
		if e.Trigger.Start < len(a)+len(word) && e.Trigger.End > len(a) {
			return e, true
		}
	}
	return Event{}, false
}

// surroundings stand around a sentence in question: by itself a sentence is judged as everyday text is.
const surroundings = `The harbour of Norville was closed on Monday, the coast guard said in a statement.

Two ships of the line waited outside the port. "We were told at noon," said Ana Ruiz, the captain of one.

Officials in Norville said the inquiry had begun. The ministry published a list of the crew on Tuesday.`

// expected is what a line of the table promises for its example, whose embedding word took place.
func (e effect) expected() []string {
	switch e.kind {
	case stands:
		return []string{"happened", "ongoing"}
	case opposite, undoing:
		return []string{"did_not_happen"}
	case itself:
		return []string{"happened", "ongoing", "planned", "possible"}
	}
	return []string{e.status.String()}
}

// TestSignatures holds every line of the table against its own example. A parse can miss the frame, so
// a few may fail; the share that holds may not sink.
func TestSignatures(t *testing.T) {
	const least = 0.89
	seen := map[string]bool{}
	right, all := 0, 0
	said := map[string][]signature{}
	for last, list := range phrases {
		for _, w := range list {
			said[last] = append(said[last], w.signature)
		}
	}
	for _, class := range []byte("vnap") {
		table := signatures[class]
		if class == 'p' {
			table = said
		}
		for _, lines := range table {
			for _, s := range lines {
				if seen[string(class)+s.lemma+s.example] {
					continue
				}
				seen[string(class)+s.lemma+s.example] = true
				all++
				e, ok := marked(t, s.example)
				good := false
				for _, want := range s.holds.expected() {
					good = good || ok && e.Status == want
				}
				if good {
					right++
				} else {
					t.Logf("%s: %s is %q, the table says %v", s.example, s.lemma, e.Status, s.holds.expected())
				}
			}
		}
	}
	if share := float64(right) / float64(all); share < least {
		t.Errorf("%d of %d lines hold on their example, %.3f; want %.2f", right, all, share, least)
	}
}

func TestSignatureTableIsWellFormed(t *testing.T) {
	n := 0
	for line := range strings.Lines(signatureTable) {
		f := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") {
			continue
		}
		n++
		if len(f) != 6 || !strings.Contains("vnap", f[1]) || strings.Count(f[5], "*") != 2 {
			t.Errorf("not six columns with an example: %q", line)
			continue
		}
		for name := range strings.SplitSeq(f[2], ",") {
			if _, ok := frameNames[strings.TrimSuffix(name, "!")]; !ok && name[0] != '@' {
				t.Errorf("%q: no frame %q", f[0], name)
			}
		}
		for _, e := range f[3:5] {
			if e = strings.TrimRight(e, "~?"); e != "+" && e != "-" && e != "=" && e != "x" && parseStatus(e) == unknown && e != "unknown" {
				t.Errorf("%q: no effect %q", f[0], e)
			}
		}
	}
	if n < 400 {
		t.Errorf("the table has %d lines", n)
	}
}
