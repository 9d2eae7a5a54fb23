package export

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"sayso/parse"
)

// CoNLLU writes d's trees in CoNLL-U (https://universaldependencies.org/format.html): the whole
// document, with its paragraphs, contracted words as ranges ("1-2 don't") and SpaceAfter=No wherever
// two surface tokens touch. FEATS are those that the word's tag alone decides.
func CoNLLU(w io.Writer, d *parse.Doc) error {
	b := bufio.NewWriter(w)
	b.WriteString("# newdoc")
	if d.Article != nil && d.Article.ID != "" {
		b.WriteString(" id = " + oneLine(d.Article.ID))
	}
	b.WriteByte('\n')
	paragraph := int32(-1)
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if s.Paragraph != paragraph {
			b.WriteString("# newpar\n")
			paragraph = s.Paragraph
		}
		b.WriteString("# sent_id = " + strconv.Itoa(i+1) + "\n# text = ")
		b.WriteString(oneLine(d.Range(s.First, s.End).Text(d.Text)))
		b.WriteByte('\n')
		for t := s.First; t < s.End; t++ {
			if n := surface(d, t, s.End); n > 1 {
				conlluRange(b, d, t, t+n, s.First)
			}
			conlluWord(b, d, t, s)
		}
		b.WriteByte('\n')
	}
	return b.Flush()
}

// surface is the number of words in the surface token that starts at t; 0 inside of one.
func surface(d *parse.Doc, t, end int32) int32 {
	if d.Tokens[t].Joined {
		return 0
	}
	n := int32(1)
	for t+n < end && d.Tokens[t+n].Joined {
		n++
	}
	return n
}

func conlluRange(b *bufio.Writer, d *parse.Doc, first, end, base int32) {
	b.WriteString(strconv.Itoa(int(first-base)+1) + "-" + strconv.Itoa(int(end-base)) + "\t")
	b.WriteString(field(d.Range(first, end).Text(d.Text)))
	b.WriteString("\t_\t_\t_\t_\t_\t_\t_\t")
	b.WriteString(spaceAfter(d, end-1))
	b.WriteByte('\n')
}

func conlluWord(b *bufio.Writer, d *parse.Doc, t int32, s *parse.Sentence) {
	k := &d.Tokens[t]
	head := 0
	if k.Head >= 0 {
		head = int(k.Head-s.First) + 1
	}
	misc := "_"
	if inside := k.Joined || t+1 < s.End && d.Tokens[t+1].Joined; !inside {
		misc = spaceAfter(d, t)
	}
	lemma := k.Lemma
	if lemma == "" {
		lemma = "_"
	}
	for i, v := range [...]string{strconv.Itoa(int(t-s.First) + 1), field(d.Word(t)), field(lemma), k.UPOS.String(), k.XPOS.String(),
		features(k, d.Word(t)), strconv.Itoa(head), k.Label.String(), "_", misc} {
		if i > 0 {
			b.WriteByte('\t')
		}
		b.WriteString(v)
	}
	b.WriteByte('\n')
}

func spaceAfter(d *parse.Doc, t int32) string {
	if t+1 < int32(len(d.Tokens)) && d.Tokens[t+1].Start == d.Tokens[t].End {
		return "SpaceAfter=No"
	}
	return "_"
}

// field is s as it can stand in a column. Words hold no white space, but odd bytes can.
func field(s string) string {
	return strings.ToValidUTF8(strings.ReplaceAll(s, "\t", " "), "\ufffd")
}

// oneLine is s with every run of white space that breaks lines made a space.
func oneLine(s string) string {
	if strings.ContainsAny(s, "\n\r\t\v\f\u2028\u2029\u0085") {
		s = strings.Join(strings.Fields(s), " ")
	}
	return field(s)
}

// features are the FEATS that follow from the Penn tag; sorted as the format asks.
func features(k *parse.Token, word string) string {
	switch k.XPOS {
	case parse.XJJ, parse.XRB:
		if k.UPOS == parse.ADJ {
			return "Degree=Pos"
		}
	case parse.XJJR, parse.XRBR:
		return "Degree=Cmp"
	case parse.XJJS, parse.XRBS:
		return "Degree=Sup"
	case parse.XNN, parse.XNNP:
		return "Number=Sing"
	case parse.XNNS, parse.XNNPS:
		return "Number=Plur"
	case parse.XMD:
		return "VerbForm=Fin"
	case parse.XVB:
		return "VerbForm=Inf"
	case parse.XVBD:
		return "Mood=Ind|Tense=Past|VerbForm=Fin"
	case parse.XVBG:
		return "VerbForm=Ger"
	case parse.XVBN:
		return "Tense=Past|VerbForm=Part"
	case parse.XVBP:
		return "Mood=Ind|Tense=Pres|VerbForm=Fin"
	case parse.XVBZ:
		return "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
	case parse.XCD:
		return "NumType=Card"
	case parse.XPRPS:
		return "Case=Gen|Poss=Yes|PronType=Prs"
	case parse.XPRP:
		return "PronType=Prs"
	case parse.XDT:
		switch strings.ToLower(word) {
		case "the":
			return "Definite=Def|PronType=Art"
		case "a", "an":
			return "Definite=Ind|PronType=Art"
		}
	case parse.XWDT, parse.XWP:
		return "PronType=Rel"
	}
	return "_"
}
