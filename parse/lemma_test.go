package parse

import "testing"

func TestLemma(t *testing.T) {
	for _, c := range []struct {
		word string
		upos UPOS
		xpos XPOS
		want string
	}{
		{"The", DET, XDT, "the"}, {"An", DET, XDT, "a"}, {"was", AUX, XVBD, "be"}, {"n't", PART, XRB, "not"}, {"wo", AUX, XMD, "will"}, {"’ll", AUX, XMD, "will"},
		{"said", VERB, XVBD, "say"}, {"Told", VERB, XVBD, "tell"}, {"shot", VERB, XVBD, "shoot"}, {"fled", VERB, XVBN, "flee"}, {"fed", VERB, XVBD, "feed"}, {"lied", VERB, XVBD, "lie"}, {"shot", NOUN, XNN, "shot"}, {"moved", VERB, XVBD, "move"}, {"planned", VERB, XVBN, "plan"}, {"running", VERB, XVBG, "run"}, {"carries", VERB, XVBZ, "carry"},
		{"cities", NOUN, XNNS, "city"}, {"men", NOUN, XNNS, "man"}, {"Strikes", NOUN, XNNS, "strike"}, {"boxes", NOUN, XNNS, "box"}, {"series", NOUN, XNN, "series"},
		{"bigger", ADJ, XJJR, "big"}, {"worst", ADJ, XJJS, "bad"}, {"Norlandish", ADJ, XJJ, "Norlandish"}, {"Ruiz", PROPN, XNNP, "Ruiz"},
		{"I", PRON, XPRP, "I"}, {"me", PRON, XPRP, "I"}, {"their", PRON, XPRPS, "their"}, {"1,207", NUM, XCD, "1207"}, {"ÉTÉ", NOUN, XNN, "été"},
		{"shelled", VERB, XVBD, "shell"}, {"shelling", VERB, XVBG, "shell"}, {"patrolled", VERB, XVBD, "patrol"}, {"controlling", VERB, XVBG, "control"}, {"drilled", VERB, XVBN, "drill"},
		{"freed", VERB, XVBN, "free"}, {"raided", VERB, XVBD, "raid"}, {"exploded", VERB, XVBN, "explode"}, {"hoped", VERB, XVBN, "hope"}, {"trapped", VERB, XVBN, "trap"}, {"postponing", VERB, XVBG, "postpone"}, {"looting", VERB, XVBG, "loot"},
		{"glarked", VERB, XVBD, "glark"}, {"\xff", X, XFW, "\xff"},
	} {
		l := lemmas{model: lemmaModel}
		if got := l.of(c.word, c.upos, c.xpos, false); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.word, c.xpos, got, c.want)
		}
	}
}

func FuzzLemma(f *testing.F) {
	f.Add("moved", uint8(XVBD))
	f.Fuzz(func(t *testing.T, w string, x uint8) {
		if w == "" || int(x) >= len(xposNames) {
			t.Skip()
		}
		l := lemmas{model: lemmaModel}
		if l.of(w, VERB, XPOS(x), false) == "" {
			t.Errorf("%q has no lemma", w)
		}
	})
}

func BenchmarkLemma(b *testing.B) {
	text := benchText
	toks := words(text)
	b.ReportAllocs()
	for b.Loop() {
		l := lemmas{model: lemmaModel}
		for _, k := range toks {
			l.of(text[k.Start:k.End], VERB, XVBD, false)
		}
	}
	b.ReportMetric(float64(len(toks))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
