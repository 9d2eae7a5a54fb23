package parse

import (
	"strings"
	"testing"

	"sayso/article"
)

func TestModelsLoad(t *testing.T) {
	loadGrammar()
	for i, m := range Models() {
		if m == "" {
			t.Errorf("model %d is empty", i)
		}
	}
}

func TestTreesAreTrees(t *testing.T) {
	for _, text := range []string{
		"", "\n\n", ".", "The harbour office said on Monday that two boats had sunk.\n\nNobody was hurt, it added.",
		"EXCLUSIVE: MINISTER DENIES REPORT", "\xff\xfe broken \x80 bytes", "日本語 العربية", strings.Repeat("and so on ", 4000),
	} {
		d := Article(&article.Article{Text: text})
		for i, s := range d.Sentences {
			if d.Tokens[s.Root].Head != -1 || d.Tokens[s.Root].Label != Root {
				t.Fatalf("%.30q: sentence %d: its root has a head", text, i)
			}
			for k := s.First; k < s.End; k++ {
				h := d.Tokens[k].Head
				if (h == -1) != (k == s.Root) || h != -1 && (h < s.First || h >= s.End) {
					t.Fatalf("%.30q: word %d has head %d outside its sentence %v", text, k, h, s)
				}
			}
		}
	}
}

const fictional = `KESTRELHAVEN, Norland (NP) — Two fishing boats sank off the coast of Norland on Monday, killing at least 14 people and leaving nine missing, the harbour authority said.

"We have not stopped searching," said Ana Delmar, a spokeswoman for the coast guard, who told reporters that helicopters would be sent at first light. Three officials, speaking on condition of anonymity because they were not authorised to discuss the inquiry, said the boats might have been overloaded.

The Norland Herald reported on Sunday that inspectors had warned the ministry in March. The ministry declined to comment. Opposition leader Piet Aarden said he didn't believe the minister's account and that parliament should be recalled by Dec. 3.

`

func BenchmarkArticle(b *testing.B) {
	for _, n := range []int{1, 10, 100} {
		text := strings.Repeat(fictional, n)
		b.Run(map[int]string{1: "short", 10: "report", 100: "long"}[n], func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(text)))
			words := 0
			for b.Loop() {
				words += len(Article(&article.Article{Text: text}).Tokens)
			}
			b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
		})
	}
}

// A relative "that" is a pronoun whenever the tree has it as one.
func TestRelativeThat(t *testing.T) {
	d := Article(&article.Article{Text: "Rebels seized the boats that the navy had built."})
	for i := range d.Tokens {
		k := &d.Tokens[i]
		if d.Word(int32(i)) == "that" && k.Label == Obj && (k.UPOS != PRON || k.XPOS != XWDT) {
			t.Errorf("that: %v %v %v", k.UPOS, k.XPOS, k.Label)
		}
	}
}

// A title and its name are one subject, not two.
func TestOneSubject(t *testing.T) {
	d := Article(&article.Article{Text: "Mr Orr could not be reached."})
	if d.Tokens[0].Head == d.Tokens[1].Head {
		t.Errorf("two subjects: %+v", d.Tokens[:2])
	}
}

// A sentence with a subject has a verb: a past before its object is not that object's participle.
func TestPastVerb(t *testing.T) {
	for text, want := range map[string]string{
		"The president ordered strikes on the camps.":               "ordered",
		"The defence ministry confirmed strikes near the port.":     "confirmed",
		"Police halted attempts to take down a statue in the park.": "halted",
		"An explosion tore through a coal mine on Monday.":          "tore",
		"Chairman Otto Rees quit in January.":                       "quit",
		"The Brask steelworks shut down on Thursday.":               "shut",
		"Its leader, Marta Selim, called for a strike on Monday.":   "called",
	} {
		d := Article(&article.Article{Text: text})
		root := d.Sentences[0].Root
		if got := d.Word(root); got != want || d.Tokens[root].XPOS != XVBD {
			t.Errorf("%q: the root is %q, %v", text, got, d.Tokens[root].XPOS)
		}
	}
	for text, want := range map[string]string{
		"Prosecutors said they had frozen 11 bank accounts.": "said",
		"A man, 34, stabbed in the neck.":                    "man",
		"The guards quit every summer.":                      "quit",
	} {
		d := Article(&article.Article{Text: text})
		if root := d.Sentences[0].Root; d.Word(root) != want || d.Tokens[root].XPOS == XVBD && want == "quit" {
			t.Errorf("%q: the root is %q, %v", text, d.Word(root), d.Tokens[root].XPOS)
		}
	}
	d := Article(&article.Article{Text: "Many of the frogs have stunted growth in such lakes."})
	for i := range d.Tokens {
		if d.Word(int32(i)) == "stunted" && d.Tokens[i].XPOS == XVBD {
			t.Errorf("%q is a past", "have stunted growth")
		}
	}
}
