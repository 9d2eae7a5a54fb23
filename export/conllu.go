package export

import (
	"fmt"
	"io"

	"sayso/parse"
)

// CoNLLU writes d's trees in CoNLL-U (https://universaldependencies.org/format.html).
func CoNLLU(w io.Writer, d *parse.Doc) error {
	para := int32(-1)
	for i, s := range d.Sentences {
		if s.Paragraph != para {
			fmt.Fprintln(w, "# newpar")
			para = s.Paragraph
		}
		fmt.Fprintf(w, "# sent_id = %d\n# text = %s\n", i+1, d.Range(s.First, s.End).Text(d.Text))
		for t := s.First; t < s.End; t++ {
			k := &d.Tokens[t]
			head := int32(0)
			if k.Head >= 0 {
				head = k.Head - s.First + 1
			}
			misc := "_"
			if t+1 < int32(len(d.Tokens)) && d.Tokens[t+1].Start == k.End {
				misc = "SpaceAfter=No"
			}
			if _, err := fmt.Fprintf(w, "%d\t%s\t%s\t%s\t%s\t_\t%d\t%s\t_\t%s\n", t-s.First+1, d.Word(t), k.Lemma, k.UPOS, k.XPOS, head, k.Label, misc); err != nil {
				return err
			}
		}
		if _, err := fmt.Fprintln(w); err != nil {
			return err
		}
	}
	return nil
}
