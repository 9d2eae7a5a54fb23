package parse

import (
	"slices"
	"strings"
)

// twofold are verbs whose participle can have an object of its own after a noun: "the boy given a prize".
var twofold = strings.Fields("give call tell name make pay offer know grant show send teach ask hand award deem consider charge dub title sell owe lend assign allow deny cost")

// pastRoot makes the sentence's verb of a past that was taken for a participle although it has an object of its own, where
// the tree has a noun at its top: "Strikes on a port killed at least 58 people, the ministry said" read as a port that was
// killed. A participle after a noun seldom has one.
func pastRoot(d *Doc, s *Sentence) {
	root := s.Root
	if u := d.Tokens[root].UPOS; u != NOUN && u != PROPN {
		return
	}
	v := int32(-1)
	for i := s.First; i < s.End; i++ {
		t := &d.Tokens[i]
		if t.Head == root && i != root && (t.Label == Cop || t.Label == Nsubj || t.Label == NsubjPass || t.Label == Aux || t.Label == Expl) {
			return
		}
		if v < 0 && i > root && (t.XPOS == XVBD || t.XPOS == XVBZ || t.XPOS == XVBP || t.XPOS == XMD || t.UPOS == PUNCT && d.Word(i) != "-") {
			return // another verb, or something set off, comes first
		}
		if v < 0 && t.XPOS == XVBN && t.Label == ACL && i > root && d.under(t.Head, root) {
			v = i
		}
	}
	if v < 0 || v+2 >= s.End || slices.Contains(twofold, strings.TrimSuffix(strings.TrimSuffix(strings.ToLower(d.Word(v)), "ed"), "n")) {
		return
	}
	object := opensPhrase(d, v, s.End)
	if object < 0 {
		return
	}
	t, top := &d.Tokens[v], &d.Tokens[root]
	t.Head, t.Label, t.UPOS, t.XPOS = -1, Root, VERB, XVBD
	top.Head, top.Label, s.Root = v, Nsubj, v
	d.Tokens[object].Head, d.Tokens[object].Label = v, Obj
	for i := v + 1; i < s.End; i++ {
		if c := &d.Tokens[i]; c.Head == root {
			c.Head = v
		}
	}
}

// unaccusative are forms of verbs of what befalls a thing, which nobody does to it: after a noun they are no participles.
var unaccusative = strings.Fields("capsized sank crashed collapsed derailed exploded erupted plunged overturned drowned died veered skidded")

// befell makes the sentence's verb of such a form where the tree has it hang on what a ship or a train carries: "A ferry carrying 180 people
// capsized off the port" read as a ferry that carries people who were capsized.
func befell(d *Doc, s *Sentence) {
	root := s.Root
	if u := d.Tokens[root].UPOS; u != NOUN && u != PROPN {
		return
	}
	for i := s.First; i < s.End; i++ {
		t := &d.Tokens[i]
		switch {
		case t.Head == root && (t.Label == Cop || t.Label == Nsubj || t.Label == NsubjPass || t.Label == Aux || t.Label == Expl):
			return
		case i > root && (t.UPOS == PUNCT || t.XPOS == XMD || t.UPOS == AUX):
			return // something set off, or another verb, comes first
		case i > root && t.UPOS == VERB && t.Label == ACL && slices.Contains(unaccusative, d.Word(i)) && d.below(i, root):
			t.Head, t.Label, t.XPOS = -1, Root, XVBD
			d.Tokens[root].Head, d.Tokens[root].Label, s.Root = i, Nsubj, i
			for k := i + 1; k < s.End; k++ {
				if c := &d.Tokens[k]; c.Head == root {
					c.Head = i
				}
			}
			return
		}
	}
}

// afterPast are words behind which a form in -ed is a past and no participle.
var afterPast = strings.Fields("on that it he she they the a its his her their")

// behindRelative makes the sentence's verb of the one behind a relative clause where the tree has it in the clause: "The owner of the ferry that sank
// off Tolm acknowledged that …" read as an owner and no sentence.
func behindRelative(d *Doc, s *Sentence) {
	root := s.Root
	if u := d.Tokens[root].UPOS; u != NOUN && u != PROPN && u != NUM || childIn(d, s, root, Cop, Nsubj, NsubjPass, Aux, Expl) >= 0 {
		return
	}
	clause := int32(-1)
	for i := root + 1; i < s.End; i++ {
		t := &d.Tokens[i]
		switch {
		case t.UPOS == PUNCT:
			return
		case clause < 0 && t.UPOS == VERB:
			if t.Label != ACLRelcl || !d.below(i, root) {
				return
			}
			clause = i
		case clause >= 0 && (t.XPOS == XVBD || t.XPOS == XVBZ || t.XPOS == XVBP || t.XPOS == XVBN && i+1 < s.End && (slices.Contains(afterPast, d.Word(i+1)) || d.At(i+1).UPOS == PROPN)):
			named := t.Head == i-1 && d.below(i-1, clause) && childIn(d, s, i-1, AuxPass) >= 0 // "who asked not to be named told the Ledger"
			if t.Head != clause && !named || t.UPOS != VERB || t.Label != Xcomp && t.Label != Dep && t.Label != Ccomp && t.Label != Advcl || i == clause+1 || childIn(d, s, i, Nsubj, NsubjPass, Mark, CC) >= 0 {
				return
			}
			t.Head, t.Label, s.Root = -1, Root, i
			if t.XPOS == XVBN {
				t.XPOS = XVBD
			}
			d.Tokens[root].Head, d.Tokens[root].Label = i, Nsubj
			for k := i + 1; k < s.End; k++ {
				if c := &d.Tokens[k]; c.Head == root || c.Head == clause {
					c.Head = i
				}
			}
			return
		}
	}
}

// behindCommas makes the sentence's verb of the one behind a relative clause between commas where the tree has it in the clause: "Police, who had
// said that nobody was hurt, reversed course on Monday" read as the police and no sentence.
func behindCommas(d *Doc, s *Sentence) {
	root := s.Root
	if u := d.Tokens[root].UPOS; u != NOUN && u != PROPN || childIn(d, s, root, Cop, Nsubj, NsubjPass, Aux, Expl) >= 0 {
		return
	}
	clause := int32(-1)
	for i := root + 1; i+1 < s.End; i++ {
		t := &d.Tokens[i]
		switch {
		case clause < 0 && d.Word(i) == ",":
			if w := d.Word(i + 1); w != "who" && w != "which" || d.Tokens[i+1].Label != Nsubj && d.Tokens[i+1].Label != NsubjPass {
				return
			}
			if clause = d.Tokens[i+1].Head; d.Tokens[clause].Label != ACLRelcl || d.Tokens[clause].Head != root {
				return
			}
			i++
		case clause < 0 && t.UPOS == VERB:
			return
		case clause >= 0 && i > clause && t.UPOS == PUNCT:
			v := i + 1
			for v+1 < s.End && d.Tokens[v].UPOS == ADV {
				v++
			}
			c := &d.Tokens[v]
			if d.Word(i) != "," || c.UPOS != VERB || c.XPOS != XVBD && c.XPOS != XVBZ && c.XPOS != XVBP && !(c.XPOS == XVBN && childIn(d, s, v, Obj, Conj) >= 0) || !d.below(v, clause) || childIn(d, s, v, Nsubj, NsubjPass, Mark, CC) >= 0 {
				return
			}
			c.Head, c.Label, s.Root = -1, Root, v
			if c.XPOS == XVBN {
				c.XPOS = XVBD
			}
			d.Tokens[root].Head, d.Tokens[root].Label = v, Nsubj
			for k := i; k < s.End; k++ {
				if x := &d.Tokens[k]; k != v && x.Head < v {
					x.Head = v
				}
			}
			return
		}
	}
}

// below says whether token i hangs somewhere under top.
func (d *Doc) below(i, top int32) bool {
	for n := 0; i >= 0 && n < 12; n++ {
		if i == top {
			return true
		}
		i = d.Tokens[i].Head
	}
	return false
}

// looseRoot makes the sentence's verb of one that hangs loosely (dep) on the noun at the tree's top, its subject: "The Vale Inquiry Bureau
// (VIB) on Thursday rejected reports" read as a bureau and no sentence. Where the verb has a subject of its own the top is a word before
// it: "Deputy Commissioner of Police Ida Orr said".
func looseRoot(d *Doc, s *Sentence) {
	root := s.Root
	if u := d.Tokens[root].UPOS; u != NOUN && u != PROPN && u != ADJ {
		return
	}
	v, subject, owner := int32(-1), int32(-1), int32(-1)
	for i := s.First; i < s.End; i++ {
		t := &d.Tokens[i]
		switch {
		case t.Head == root && t.Label == Nsubj && v < 0 && d.Tokens[root].UPOS == ADJ && i > root:
			owner = i // "Norlandish Armed Forces Chief Ida Orr said"
		case t.Head == root && (t.Label == Cop || t.Label == Nsubj || t.Label == NsubjPass || t.Label == Aux || t.Label == Expl):
			return
		case v < 0 && i > root && (t.UPOS == PUNCT && !strings.Contains("()-", d.Word(i)) || t.XPOS == XMD):
			return // something set off comes first
		case v < 0 && i > root && subject >= 0 && t.Label == AuxPass && t.Head > i && d.Tokens[t.Head].Label == Dep && d.Tokens[t.Head].UPOS == VERB:
			v = t.Head // "President Ana Bel Ruiz was released", with the name in two
		case v < 0 && i > root && (t.XPOS == XVBD || t.XPOS == XVBZ || t.XPOS == XVBP):
			if t.UPOS != VERB || t.Label != Dep || t.Head != owner && !d.under(t.Head, root) {
				return
			}
			v = i
		case v < 0 && i > root && (t.Label == Nsubj || t.Label == NsubjPass) && t.Head > i:
			subject = i // of the verb to come
		}
	}
	if v < 0 || subject >= 0 && d.Tokens[subject].Head != v {
		return
	}
	t, top := &d.Tokens[v], &d.Tokens[root]
	if subject < 0 && top.UPOS == ADJ {
		return
	}
	if owner >= 0 {
		d.Tokens[owner].Head, d.Tokens[owner].Label = subject, Compound
	}
	t.Head, t.Label, s.Root = -1, Root, v
	if top.Head, top.Label = v, Nsubj; subject >= 0 {
		top.Head, top.Label = subject, Compound
	}
	for i := v + 1; i < s.End; i++ {
		if c := &d.Tokens[i]; c.Head == root {
			c.Head = v
		}
	}
}

// opensPhrase is the noun that heads the phrase right after token v, one that a count or an article opens, or -1.
func opensPhrase(d *Doc, v, end int32) int32 {
	switch t := &d.Tokens[v+1]; {
	case t.UPOS == DET, t.UPOS == NUM, d.Word(v+1) == "at" && v+2 < end && d.Word(v+2) == "least":
	case slices.Contains([]string{"dozens", "hundreds", "scores", "more", "nearly", "almost", "around", "about", "several", "many"}, d.Word(v+1)):
	default:
		return -1
	}
	object := int32(-1)
	for i := v + 1; i < end; i++ {
		switch d.Tokens[i].UPOS {
		case NOUN, PROPN:
			object = i
		case DET, NUM, ADJ, ADV, ADP:
			if object >= 0 {
				return object
			}
		default:
			return object
		}
	}
	return object
}

// under says whether token i is top or hangs below it by nominal links.
func (d *Doc) under(i, top int32) bool {
	for n := 0; i >= 0 && n < 8; n++ {
		if i == top {
			return true
		}
		if l := d.Tokens[i].Label; l != Nmod && l != Conj && l != Appos && l != Flat && l != Compound {
			return false
		}
		i = d.Tokens[i].Head
	}
	return false
}
