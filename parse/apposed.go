package parse

// spans of time that open a sentence without a preposition.
var spansOfTime = setOf("week month year day night morning afternoon evening weekend hour minute today yesterday tomorrow time monday tuesday wednesday thursday friday saturday sunday " +
	"january february march april june july august september october november december")

// apposedSubject gives a sentence the noun phrase that opens it for its subject where the tree has that of the phrase set behind it between commas: "The
// board of the club, the company behind the cup, on Friday fired its chief".
func apposedSubject(d *Doc, s *Sentence) {
	root := s.Root
	if d.Tokens[root].UPOS != VERB {
		return
	}
	b := childIn(d, s, root, Nsubj, NsubjPass)
	if b < 0 || b > root || d.Tokens[b].UPOS != NOUN {
		return
	}
	first, end := d.reach(s, b)
	if first < s.First+3 || d.Word(first-1) != "," && d.Word(first) != "," {
		return
	}
	if d.Word(first) == "," {
		first++
	}
	if d.Tokens[first].UPOS != DET && d.Tokens[first].XPOS != XPRPS || end >= root || d.Word(end) != "," && d.Word(end-1) != "," {
		return
	}
	a := int32(-1)
	for i := d.Body(s); i < first; i++ {
		if t := &d.Tokens[i]; t.Head == root && t.UPOS != PUNCT {
			if a >= 0 {
				return // more than one phrase before it
			}
			a = i
		}
	}
	if a < 0 || d.Tokens[a].UPOS != NOUN && d.Tokens[a].UPOS != PROPN || d.Tokens[a].Label != OblUnmarked && d.Tokens[a].Label != Obl && d.Tokens[a].Label != Dislocated || spansOfTime[lowerWord(d.Tokens[a].Lemma)] || spansOfTime[lowerWord(d.Word(a))] {
		return
	}
	if from, to := d.reach(s, a); from != d.Body(s) || to > first || childIn(d, s, a, Case, Mark) >= 0 {
		return
	}
	d.Tokens[a].Label = d.Tokens[b].Label
	d.Tokens[b].Head, d.Tokens[b].Label = a, Appos
	for i := end; i < root; i++ {
		if t := &d.Tokens[i]; t.Head == root && t.Label == Nsubj && childIn(d, s, i, Case) >= 0 {
			t.Label = Obl // "on Friday"
		}
	}
}

// joinedPast makes a verb of a past that the tree took for what modifies a noun behind "and", where the main verb is a past too and a name ends its object:
// "fired its chief executive, Ruut Halm, and named finance chief Oda Brenn as interim head".
func joinedPast(d *Doc, s *Sentence) {
	root := s.Root
	if d.Tokens[root].XPOS != XVBD {
		return
	}
	for v := root + 3; v+1 < s.End; v++ {
		t := &d.Tokens[v]
		if t.XPOS != XVBN && t.XPOS != XVBD || d.Word(v-1) != "and" || d.Word(v-2) != "," {
			continue
		}
		if o := childIn(d, s, v, Xcomp, Obj); t.Label == ACL && o > v && d.Tokens[o].UPOS != VERB {
			t.Head, t.Label, t.XPOS, d.Tokens[o].Label = root, Conj, XVBD, Obj
			return
		}
		if t.Label != Amod || t.Head <= v || d.Tokens[t.Head].Label != Conj {
			continue
		}
		h := t.Head
		object := h
		if childIn(d, s, h, Case) >= 0 {
			if object = objectBetween(d, v, h); object < 0 {
				continue
			}
		}
		t.Head, t.Label, t.UPOS, t.XPOS = root, Conj, VERB, XVBD
		for i := v - 2; i < s.End; i++ {
			c := &d.Tokens[i]
			switch {
			case c.Head != h || i == v:
			case i < v:
				c.Head = v
			case i < object && object != h:
				c.Head = object
			}
		}
		if up := d.Tokens[object].Head; object != h && up > v && up < object {
			d.Tokens[up].Head, d.Tokens[up].Label = object, Compound // "finance chief Oda Brenn"
		}
		d.Tokens[h].Head, d.Tokens[h].Label = v, Obl
		d.Tokens[object].Head, d.Tokens[object].Label = v, Obj
		return
	}
}

// twoSubjects gives a verb its object where the tree has that for a first subject of the verb of saying that closes the sentence: "The ministry is weighing a
// ban on barges, a source said" read as a ban and a source that said.
func twoSubjects(d *Doc, s *Sentence) {
	root := s.Root
	if d.Tokens[root].UPOS != VERB || childIn(d, s, root, Obj, Ccomp, Xcomp) >= 0 {
		return
	}
	for v := root + 4; v < s.End; v++ {
		t := &d.Tokens[v]
		if t.Head != root || t.UPOS != VERB || t.Label != Dep && t.Label != Parataxis && t.Label != Ccomp || !telling[d.Word(v)] {
			continue
		}
		object, comma := int32(-1), false
		for i := root + 1; i < v; i++ {
			switch c := &d.Tokens[i]; {
			case d.Word(i) == ",":
				comma = object >= 0
			case c.Head != v || c.Label != Nsubj:
			case object < 0:
				object = i
			case comma:
				if d.Tokens[object].UPOS == NOUN || d.Tokens[object].UPOS == PROPN {
					d.Tokens[object].Head, d.Tokens[object].Label, t.Label = root, Obj, Parataxis
				}
				return
			}
		}
		return
	}
}

// objectBetween is the first object between tokens v and h, or -1.
func objectBetween(d *Doc, v, h int32) int32 {
	for i := v + 1; i < h; i++ {
		if d.Tokens[i].Label == Obj {
			return i
		}
	}
	return -1
}

// reach is the first token under i in a sentence and the one behind the last.
func (d *Doc) reach(s *Sentence, i int32) (first, end int32) {
	first, end = i, i+1
	for t := s.First; t < s.End; t++ {
		if d.below(t, i) {
			first, end = min(first, t), max(end, t+1)
		}
	}
	return first, end
}
