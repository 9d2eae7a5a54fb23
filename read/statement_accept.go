package read

import "sayso/parse"

// A foundView is one candidate as it is looked at for acceptance.
type foundView struct {
	w                  *reader
	all                []found
	k                  int
	c                  *found
	lemma, kind, score uint32
	quoted             uint32
	f                  []uint32
}

func (x *foundView) add(template, a, b, c uint32) { x.f = append(x.f, mix(template, a, b, c)) }

// acceptFeatures appends the features by which candidate k of all is judged with its source and content known.
func (w *reader) acceptFeatures(f []uint32, all []found, k int, density uint32) []uint32 {
	c := &all[k]
	x := foundView{w: w, all: all, k: k, c: c, lemma: w.lemma[c.CueHead], score: scoreStep(c.score),
		kind: uint32(w.cue[c.CueHead].kind)<<8 | uint32(w.d.Tokens[c.CueHead].UPOS), f: f}
	if w.quote[c.CueHead] >= 0 {
		x.quoted = 1
	}
	x.cue(density)
	x.others()
	x.source()
	x.content()
	return x.f
}

// cue adds the cue, its score and the order of the roles.
func (x *foundView) cue(density uint32) {
	w, c := x.w, x.c
	class, label := w.class[c.CueHead], uint32(w.d.Tokens[c.CueHead].Label)
	x.add(acceptBias, 0, 0, 0)
	x.add(acceptScore, x.score, 0, 0)
	x.add(acceptScoreKind, x.score, x.kind, 0)
	x.add(acceptScoreShape, x.score/2, c.shape, 0)
	x.add(acceptLemma, x.lemma, 0, 0)
	x.add(acceptShapeKind, c.shape, x.kind, 0)
	x.add(acceptMargin, gapSize(c.margin), x.score/2, 0)
	x.add(acceptHead, label, x.kind, x.score/4)
	x.add(acceptClass, class, c.shape, 0)
	x.add(acceptClass, class, x.score/4, 1)
	x.add(acceptQuote, x.quoted, x.kind, x.score/4)
	x.add(acceptCue, hashLower(c.Cue[0].Text(w.d.Text)), 0, 0)
	x.add(acceptDensity, density, x.score/4, 0)
	x.add(acceptDensity, density, x.kind, 1)
}

// others adds the candidates around it, and those that hold it or that it holds.
func (x *foundView) others() {
	w, c := x.w, x.c
	x.add(acceptPrev, x.near(x.k-1), x.score/2, 0)
	x.add(acceptNext, x.near(x.k+1), x.score/2, 0)
	holds := min(uint32(c.holds), 3)
	x.add(acceptHolds, holds, x.score/2, 0)
	x.add(acceptHolds, holds, c.shape, 1)
	if c.inside < 0 {
		x.add(acceptInside, 99, x.score/2, 0)
		return
	}
	o := &x.all[c.inside]
	step, rel := scoreStep(o.score)/2, uint32(0)
	if o.score > c.score {
		rel = 1
	}
	x.add(acceptInside, step, x.score/2, 0)
	x.add(acceptInsideLemma, w.lemma[o.CueHead], x.lemma, 0)
	x.add(acceptInsideLemma, w.lemma[o.CueHead], x.kind, 1)
	x.add(acceptInsideScore, step, uint32(w.cue[o.CueHead].kind), x.kind)
	x.add(acceptInside, rel, uint32(w.d.Tokens[c.CueHead].Label), 7)
}

// near is the score of candidate j as a feature value, if it stands in the same sentence.
func (x *foundView) near(j int) uint32 {
	if j < 0 || j >= len(x.all) || x.all[j].sentence != x.c.sentence {
		return 99
	}
	return scoreStep(x.all[j].score) / 2
}

// source adds who speaks.
func (x *foundView) source() {
	w, head := x.w, x.c.SrcHead
	if head < 0 {
		x.add(acceptSource, 0, x.kind, x.quoted)
		x.add(acceptSource, 0, x.lemma, 2)
		return
	}
	s := &w.d.Tokens[head]
	x.add(acceptSource, uint32(s.UPOS)<<8|uint32(s.XPOS), x.kind, x.quoted)
	x.add(acceptSourceLemma, w.lemma[head], x.kind, x.quoted)
	x.add(acceptSourceName, uint32(w.name[head]), x.kind, x.score/4)
	x.add(acceptClass, w.class[x.c.CueHead], w.class[head], 2)
	x.add(acceptClass, x.kind, w.class[head], 3)
	if s.UPOS == parse.PRON {
		x.add(acceptPronoun, w.form[head], x.quoted, x.score/4)
	}
}

// content adds how the content begins and ends.
func (x *foundView) content() {
	w, c, d := x.w, x.c, x.w.d
	first := d.TokenAt(c.Content[0].Start)
	last := d.TokenAt(c.Content[len(c.Content)-1].End - 1)
	long := distance(last - first)
	x.add(acceptContent, uint32(d.Tokens[first].UPOS)<<8|uint32(d.Tokens[min(first+1, last)].UPOS), x.kind, 0)
	x.add(acceptContentForm, w.form[first], x.kind, 0)
	x.add(acceptContentForm, w.form[first], x.lemma, 1)
	x.add(acceptLength, long, x.kind, x.score/4)
	x.add(acceptContentTag, uint32(d.Tokens[last].UPOS), x.kind, long)
	if last-first < 3 {
		x.add(acceptSingle, w.form[last], x.lemma, 0)
	}
}

// scoreStep is a score as a cue in steps of a fifth of a natural logarithm or so.
func scoreStep(score int32) uint32 {
	return uint32(max(0, min(30, (score+80)/8)))
}
