package parse

import "strings"

var (
	// telling are verbs of saying that a clause with "that" follows, also behind whom it was said to or where.
	telling = setOf(`say said says saying tell told tells telling warn warned warns warning inform informed informs informing notify notified notifies notifying
		remind reminded reminds reminding assure assured assures assuring reassure reassured reassures advise advised advises advising alert alerted alerts
		brief briefed caution cautioned cautions announce announced announces announcing declare declared declares declaring state stated states stating
		add added adds adding write wrote writes writing written tweet tweeted tweets tweeting testify testified testifies testifying argue argued argues arguing
		insist insisted insists insisting stress stressed stresses stressing note noted notes noting explain explained explains explaining
		confirm confirmed confirms confirming admit admitted admits admitting acknowledge acknowledged acknowledges claim claimed claims claiming
		complain complained complains complaining suggest suggested suggests suggesting report reported reports reporting reply replied replies
		reveal revealed reveals revealing disclose disclosed convince convinced convinces convincing persuade persuaded promise promised promises pledge pledged vow vowed`)

	// ofContent are nouns that a clause with "that" itself fills, wherever they stand: "spoke of the fact that …".
	ofContent = setOf(`fact facts notion notions idea ideas belief beliefs hope hopes fear fears possibility possibilities view views evidence claim claims
		allegation allegations suggestion suggestions doubt doubts concern concerns impression conclusion assertion assumption argument accusation accusations
		condition conditions point grounds chance risk likelihood feeling sense thought rumours rumors rumour rumor perception extent`)
)

// saidThat gives a clause with "that" to the verb of saying before it, where the tree has it describe whom something was said to, where or when:
// "warned the ministry in March that the depot was overfilled", "said in an interview that it was late".
func saidThat(d *Doc, s *Sentence, that int32) {
	if d.Tokens[that].Label != Mark || d.Word(that) != "that" {
		return
	}
	clause := d.Tokens[that].Head
	c := d.At(clause)
	if c.Label != ACL && c.Label != ACLRelcl || c.Head >= that || c.Head < 0 || childIn(d, s, clause, Nsubj, NsubjPass, Expl) < that || ofContent[strings.ToLower(d.Word(c.Head))] {
		return
	}
	v := d.saidTo(c.Head)
	if v < 0 || d.Tokens[v].Label == Parataxis || childIn(d, s, v, Ccomp) >= 0 {
		return
	}
	c.Head, c.Label = v, Ccomp
}

// saidTo returns the verb of saying that noun n says whom, where or when of, or -1.
func (d *Doc) saidTo(n int32) int32 {
	for range 4 {
		switch t := d.At(n); t.Label {
		case Obj, Iobj, Obl, OblUnmarked, Nmod, NmodUnmarked, Conj, Appos, Flat:
			if n = t.Head; n >= 0 && d.Tokens[n].UPOS == VERB {
				if telling[strings.ToLower(d.Word(n))] {
					return n
				}
				return -1
			}
		default:
			return -1
		}
	}
	return -1
}
