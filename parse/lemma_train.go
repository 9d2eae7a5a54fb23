package parse

import (
	"encoding/binary"
	"sort"
	"strings"
)

// A LemmaSample is one word of a treebank.
type LemmaSample struct {
	Form, Lemma string
	UPOS        UPOS
	XPOS        XPOS
	First       bool // begins its sentence
}

// An edit makes a lemma from a form.
type lemmaEdit struct {
	cut  int
	add  string
	kind byte
}

// editOf is the edit from form to lemma that keeps most of the form.
func editOf(form, lemma string, x XPOS) lemmaEdit {
	kind := lemmaKeep
	base := form
	if low := strings.ToLower(form); low != form && (lemma == strings.ToLower(lemma) || !strings.HasPrefix(form, lemma[:1])) {
		kind, base = lemmaLower, low
	}
	n := 0
	for n < len(base) && n < len(lemma) && base[n] == lemma[n] {
		n++
	}
	if kind == lemmaKeep && isLower(form) && x != XNNP && x != XNNPS {
		kind = lemmaLower
	}
	return lemmaEdit{cut: len(base) - n, add: lemma[n:], kind: kind}
}

type lemmaForm struct {
	form string // lower case
	xpos XPOS
}

// TrainLemmas learns the lemma model: for every tag the edits of endings, by the number of different
// words that show them, and every word that its ending gets wrong or that is frequent.
func TrainLemmas(samples []LemmaSample) []byte {
	words := map[lemmaForm]map[string]int{}
	edits := map[lemmaForm]map[lemmaEdit]int{}
	for _, s := range samples {
		if s.Form == "" || s.Lemma == "" || len(strings.ToLower(s.Form)) != len(s.Form) {
			continue
		}
		f := lemmaForm{strings.ReplaceAll(strings.ToLower(s.Form), "’", "'"), s.XPOS}
		if words[f] == nil {
			words[f], edits[f] = map[string]int{}, map[lemmaEdit]int{}
		}
		words[f][s.Lemma]++
		edits[f][editOf(s.Form, s.Lemma, s.XPOS)]++
	}
	forms := make([]lemmaForm, 0, len(words))
	for f := range words {
		forms = append(forms, f)
	}
	sort.Slice(forms, func(i, j int) bool {
		return forms[i].xpos < forms[j].xpos || forms[i].xpos == forms[j].xpos && forms[i].form < forms[j].form
	})
	t := lemmaTable{offsets: map[string]uint32{}}
	suffixes := endings(forms, edits)
	t.addSuffixes(suffixes)
	for _, f := range forms {
		t.addWord(f, words[f], edits[f], suffixes)
	}
	return t.bytes()
}

// endings is the commonest edit of every ending that differs from that of the next shorter one.
func endings(forms []lemmaForm, edits map[lemmaForm]map[lemmaEdit]int) map[lemmaForm]lemmaEdit {
	counts := map[lemmaForm]map[lemmaEdit]int{}
	for _, f := range forms {
		e := commonest(edits[f])
		if e.cut > 5 || len(e.add) > 4 {
			continue
		}
		for n := 0; n <= min(lemmaSuffix, len(f.form)); n++ {
			k := lemmaForm{f.form[len(f.form)-n:], f.xpos}
			if counts[k] == nil {
				counts[k] = map[lemmaEdit]int{}
			}
			counts[k][e]++
		}
	}
	best := map[lemmaForm]lemmaEdit{}
	for k, c := range counts {
		best[k] = commonest(c)
	}
	out := map[lemmaForm]lemmaEdit{}
	keys := make([]lemmaForm, 0, len(best))
	for k := range best {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool { // shorter endings first
		a, b := keys[i], keys[j]
		if len(a.form) != len(b.form) {
			return len(a.form) < len(b.form)
		}
		return a.xpos < b.xpos || a.xpos == b.xpos && a.form < b.form
	})
	for _, k := range keys {
		e, total := best[k], 0
		for _, n := range counts[k] {
			total += n
		}
		if k.form == "" || e != best[lemmaForm{k.form[1:], k.xpos}] && (total > 1 || len(k.form) == lemmaSuffix) {
			out[k] = e
		}
	}
	// An ending under one that was left out must speak for itself where it differs from what is left above it.
	for _, k := range keys {
		if _, ok := out[k]; !ok && k.form != "" && lookUp(out, k) != best[k] && len(counts[k]) == 1 {
			out[k] = best[k]
		}
	}
	return out
}

// lookUp is the edit that the longest ending of k gives.
func lookUp(suffixes map[lemmaForm]lemmaEdit, k lemmaForm) lemmaEdit {
	s := k.form
	if len(s) > lemmaSuffix {
		s = s[len(s)-lemmaSuffix:]
	}
	for {
		if e, ok := suffixes[lemmaForm{s, k.xpos}]; ok || s == "" {
			return e
		}
		s = s[1:]
	}
}

// commonest is the most counted key, the first in order among equals.
func commonest(c map[lemmaEdit]int) lemmaEdit {
	var best lemmaEdit
	top := 0
	for e, n := range c {
		if n > top || n == top && (e.cut < best.cut || e.cut == best.cut && (e.add < best.add || e.add == best.add && e.kind < best.kind)) {
			best, top = e, n
		}
	}
	return best
}

// A lemmaTable collects entries.
type lemmaTable struct {
	entries []lemmaEntry
	pool    strings.Builder
	offsets map[string]uint32
}

type lemmaEntry struct {
	key  uint64
	edit lemmaEdit
}

func (t *lemmaTable) add(key uint64, e lemmaEdit) {
	if _, ok := t.offsets[e.add]; !ok {
		t.offsets[e.add] = uint32(t.pool.Len())
		t.pool.WriteString(e.add)
	}
	t.entries = append(t.entries, lemmaEntry{key, e})
}

func (t *lemmaTable) addSuffixes(suffixes map[lemmaForm]lemmaEdit) {
	keys := make([]lemmaForm, 0, len(suffixes))
	for k := range suffixes {
		keys = append(keys, k)
	}
	sort.Slice(keys, func(i, j int) bool {
		return keys[i].xpos < keys[j].xpos || keys[i].xpos == keys[j].xpos && keys[i].form < keys[j].form
	})
	var s [lemmaSuffix + 1]uint64
	for _, k := range keys {
		n := suffixKeys(k.form, k.xpos, &s)
		t.add(s[n], suffixes[k])
	}
}

// addWord adds a word that its ending gets wrong, or that is frequent enough to be worth a look-up.
func (t *lemmaTable) addWord(f lemmaForm, lemmas map[string]int, edits map[lemmaEdit]int, suffixes map[lemmaForm]lemmaEdit) {
	total := 0
	for _, n := range lemmas {
		total += n
	}
	want, rule := commonest(edits), lookUp(suffixes, f)
	if want == rule && total < 20 && strings.IndexByte(f.form, '\'') < 0 || len(f.form) > 40 {
		return
	}
	top, best := 0, ""
	for l, n := range lemmas {
		if n > top || n == top && l < best {
			top, best = n, l
		}
	}
	switch {
	case want.kind == lemmaLower && len(lemmas) == 1, f.xpos == XPRP && total >= 20, strings.IndexByte(f.form, '\'') >= 0:
		want = lemmaEdit{add: best, kind: lemmaWhole}
	case want != rule && top*10 >= total*9 && want.kind == lemmaLower:
		want = lemmaEdit{add: best, kind: lemmaWhole}
	}
	t.add(wordKey(f.form, f.xpos), want)
}

// bytes is the model: number of slots, slots, strings.
func (t *lemmaTable) bytes() []byte {
	slots := 1
	for slots < len(t.entries)*3/2 {
		slots *= 2
	}
	base := uint32(4 + slots*lemmaSlot)
	out := make([]byte, base)
	binary.LittleEndian.PutUint32(out, uint32(slots))
	for _, e := range t.entries {
		at := e.key & uint64(slots-1)
		for out[4+at*lemmaSlot+10] != lemmaEmpty {
			at = (at + 1) & uint64(slots-1)
		}
		putLemma(out[4+at*lemmaSlot:], e.key, base+t.offsets[e.edit.add], byte(len(e.edit.add)), byte(e.edit.cut), e.edit.kind)
	}
	return append(out, t.pool.String()...)
}

// LemmaOf is the lemma that the model in data gives the sample's word with its tags; for scoring a model.
func LemmaOf(data string, s LemmaSample) string {
	l := lemmas{model: data}
	return l.of(s.Form, s.UPOS, s.XPOS, s.First)
}
