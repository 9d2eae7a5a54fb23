package syntax

import (
	"bytes"
	"reflect"
	"strings"
	"sync"
	"testing"

	"sayso/internal/learn"
)

// bank is a tiny treebank of made-up sentences: word/tag/head/label, heads counted from 1, 0 for the root.
const bank = `The/DET_DT/2/det minister/NOUN_NN/3/nsubj resigned/VERB_VBD/0/root ./PUNCT_./3/punct
She/PRON_PRP/2/nsubj denied/VERB_VBD/0/root the/DET_DT/4/det report/NOUN_NN/2/obj ./PUNCT_./2/punct
Officials/NOUN_NNS/2/nsubj said/VERB_VBD/0/root the/DET_DT/4/det bridge/NOUN_NN/5/nsubj fell/VERB_VBD/2/ccomp ./PUNCT_./2/punct
Two/NUM_CD/2/nummod men/NOUN_NNS/3/nsubj died/VERB_VBD/0/root on/ADP_IN/5/case Monday/PROPN_NNP/3/obl ./PUNCT_./3/punct`

func trees() []Tree {
	var out []Tree
	for line := range strings.Lines(bank) {
		words := strings.Fields(line)
		var t Tree
		for _, w := range words {
			c := strings.Split(w, "/")
			h := int32(c[2][0] - '0')
			if h--; h < 0 {
				h = int32(len(words))
			}
			t.Words = append(t.Words, c[0])
			t.Tags = append(t.Tags, strings.ReplaceAll(c[1], "_", " "))
			t.Heads = append(t.Heads, h)
			t.Labels = append(t.Labels, c[3])
		}
		for range 8 {
			out = append(out, t)
		}
	}
	return out
}

// tiny learns little trees quickly.
var tiny = Config{Rows: 1 << 10, Sparse: 1 << 10, Epochs: 30, Batch: 4, Rate: 0.005}

// learned is a model that knows the little trees.
var learned = sync.OnceValue(func() *Model { return Train(trees(), nil, tiny, quiet) })

func quiet(string, ...any) {}

func TestLearnsItsTreebank(t *testing.T) {
	m := learned()
	var s Scratch
	for _, g := range trees() {
		r := m.Analyse(g.Words, &s)
		for i := range g.Words {
			if m.Tags[r.Tags[i]] != g.Tags[i] || r.Heads[i] != g.Heads[i] || m.Labels[r.Labels[i]] != g.Labels[i] {
				t.Errorf("%v: word %d is %s, head %d, %s", g.Words, i, m.Tags[r.Tags[i]], r.Heads[i], m.Labels[r.Labels[i]])
			}
		}
	}
	data := m.Save()
	if !bytes.Equal(Train(trees(), nil, tiny, quiet).Save(), data) {
		t.Error("the same treebank gave two different models")
	}
	back, err := Load(string(data))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(back.Save(), data) {
		t.Error("a loaded model saves to other bytes")
	}
	for _, n := range []int{0, 10, len(data) / 2, len(data) - 1} {
		if _, err := Load(string(data[:n])); err == nil {
			t.Errorf("the first %d bytes were taken for a model", n)
		}
	}
}

// TestCommittee has two models agree on what both have learned, and one model learn from them alone what the treebank lacks.
func TestCommittee(t *testing.T) {
	one := tiny
	one.Seed = 2
	c := NewCommittee([]*Model{learned(), Train(trees(), nil, one, quiet)})
	var silver []Tree
	for _, g := range trees() {
		s, sure := c.Tree(g.Words)
		if sure < 0.5 || !reflect.DeepEqual(s, g) {
			t.Fatalf("%v: %v, sure %v", g, s, sure)
		}
		silver = append(silver, s)
	}
	var s Scratch
	m := Train(trees(), silver, tiny, quiet)
	if r := m.Analyse(silver[0].Words, &s); r.Heads[0] != silver[0].Heads[0] {
		t.Errorf("heads %v", r.Heads)
	}
}

// TestAlwaysATree holds for any words.
func TestAlwaysATree(t *testing.T) {
	m := learned()
	var s Scratch
	r := learn.Rand(5)
	vocabulary := []string{"the", "minister", "said", ".", "Two", "\xff", "“", "日本", "", "-----------------------------------------------------------", "x"}
	for n := range 60 {
		if n == 59 {
			n = 20000
		}
		words := make([]string, n)
		for i := range words {
			words[i] = vocabulary[r.Uint64()%uint64(len(vocabulary))]
		}
		checkTree(t, m.Analyse(words, &s).Heads)
	}
}

// checkTree fails where heads are not one tree over all words.
func checkTree(t *testing.T, heads []int32) {
	t.Helper()
	roots := 0
	state := make([]uint8, len(heads)) // 1 on the way, 2 known to reach the root
	for i, h := range heads {
		if int(h) == len(heads) {
			roots++
		}
		j := int32(i)
		for ; int(j) < len(heads) && state[j] == 0; j = heads[j] {
			state[j] = 1
		}
		if int(j) < len(heads) && state[j] == 1 {
			t.Fatalf("a cycle of heads through word %d", j)
		}
		for j = int32(i); int(j) < len(heads) && state[j] == 1; j = heads[j] {
			state[j] = 2
		}
	}
	if len(heads) > 0 && roots != 1 {
		t.Fatalf("%d roots in %d words", roots, len(heads))
	}
}

// TestOracleReachesGold follows cheapest moves only and must find the gold tree, which is projective.
func TestOracleReachesGold(t *testing.T) {
	for _, g := range trees() {
		var st state
		st.reset(len(g.Words))
		for !st.done() {
			c := st.costs(g.Heads)
			move := 0
			for m := range c {
				if c[m] < c[move] {
					move = m
				}
			}
			if c[move] != 0 {
				t.Fatalf("%v: no free move", g.Words)
			}
			st.apply(move, 0)
		}
		for i, h := range g.Heads {
			if st.head[i] != h {
				t.Errorf("%v: word %d got head %d, want %d", g.Words, i, st.head[i], h)
			}
		}
	}
}
