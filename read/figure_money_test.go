package read

import (
	"fmt"
	"strings"
	"testing"

	"sayso/article"
	"sayso/parse"
)

// A sum of money is a figure where the words say what it is of.
func TestMoney(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The regulator imposed a fine of $1.2 billion on Alder Bank.", "fine 1200000000 dollars from The regulator for Alder Bank"},
		{"The damage was put at €340m.", "damage 340000000 euros"},
		{"Floods caused losses of 1.2bn euros.", "loss 1200000000 euros"},
		{"The state pledged 300 crore rupees in relief.", "aid 3000000000 rupees from The state"},
		{"The state pledged Rs 300 crore in relief.", "aid 3000000000 rupees from The state"},
		{"The court imposed a fine of Rs 5,00,000 on the mill.", "fine 500000 rupees from The court for the mill"},
		{"The floods caused losses of ₹1,50,000 crore.", "loss 1500000000000 rupees"},
		{"Insurers put the damage at between $500 million and $700 million.", "damage 500000000-700000000 dollars"},
		{"Insurers put the damage at $500-700 million.", "damage 500000000-700000000 dollars"},
		{"The losses will come to more than US$90 million, the bank said.", "loss 90000000.. US dollars"},
		{"It was fined 40 million Swedish crowns by the Water Board.", "fine 40000000 Swedish crowns from the Water Board"},
		{"The court fined the Orr Group a record £2,000,000.", "fine 2000000 pounds from The court for the Orr Group"},
		{"Varen Capital bid €1.2 billion for Orr Lines.", "bid 1200000000 euros from Varen Capital for Orr Lines"},
		{"Varen Capital raised its bid for Orr Lines to €1.35 billion.", "bid 1350000000 euros from Varen Capital for Orr Lines"},
		{"Varen Capital made a €1.2 billion bid for Orr Lines.", "bid 1200000000 euros from Varen Capital for Orr Lines"},
		{"Hackers demanded a ransom of $12 million.", "ransom demand 12000000 dollars"},
		{"The clinic paid the hackers $4.5 million.", "ransom pay 4500000 dollars"},
		{"The authority cut its fine from €18 million to €11 million.", "fine 18000000 euros from The authority†, fine 11000000 euros from The authority"},
		{"The strike has cost the port €40 million.", "loss 40000000 euros for the port"},
		{"The province put the damage at 600 million crowns. The insurers spoke of 820 million crowns.", "damage 600000000 crowns, damage 820000000 crowns"},
		{"The agency appealed for $90 million in aid.", "aid seek 90000000 dollars from The agency"},
		{"A court cut the fine of a contractor whose dyke gave way from 2.4 million marks to 1.5 million marks.", "fine 2400000 marks from A court for a contractor†, fine 1500000 marks from A court for a contractor"},
		{"Victims have been offered €2 million in compensation by the State Bank.", "compensation 2000000 euros from the State Bank"},
		{"Two men stole €3 million from a bank.", "theft 3000000 euros"},
		{"The regulator raised the fine from $3m to 5m.", "fine 3000000 dollars from The regulator†, fine 5000000 dollars from The regulator"},
		{"Insurers raised their estimate of the damage from €150 million to 210 million.", "damage 150000000 euros†, damage 210000000 euros"},
		{"Insurers raised their estimate of the damage from 150 million to 210 million marks.", "damage 150000000 marks†, damage 210000000 marks"},
		{"The province put the damage at 600 million crowns. Earlier it had given a figure of 400 million.", "damage 600000000 crowns, damage 400000000 crowns†"},
		{"The state pledged $20 million in aid; Norland promised 5 million.", "aid 20000000 dollars from The state, aid 5000000 dollars from Norland"},
		{"The bank set aside €60m for compensation, twice as much as the 30m that it had announced.", "compensation 60000000 euros, compensation 30000000 euros†"},
		{"Fines of $3m were paid by 2 million drivers, and the city of 5 million lost two bridges.", "fine 3000000 dollars"},
		{"The Fund pledged a loan of $300 million, and Norland promised 20 million.", "aid 300000000 dollars from The Fund, aid 20000000 dollars from Norland"},
		{"The firm posted a loss of €310 million in the fourth quarter.", "quarterly loss 310000000 euros"},
		{"The repair will cost 40 million marks.", "cost 40000000 marks for The repair"},
		{"The watchdog fines the low-cost carrier Norl Air €255 million.", "fine 255000000 euros from The watchdog"},
		{"A ransom of 200,000 dollars was paid to the pirates.", "ransom pay 200000 dollars"},
		{"The repair bill came to €3 million.", "cost 3000000 euros"},
		{"At the club it costs new members $70,000 to sign up.", "cost 70000 dollars"},
		{"Thieves fled with a haul of €4 million.", "theft 4000000 euros"},
		{"The lobbyist donated $38,000 to the campaign.", "donation 38000 dollars from The lobbyist"},
		{"The firm donated $38,000 to survivors of the quake.", "aid 38000 dollars from The firm"},
		// What says nothing of what the sum is of, a rate, what is not imposed.
		{"Members are losing about €4 million a day.", ""},
		{"The firm has annual sales of €4 million.", ""},
		{"The firm, whose losses worry investors, has revenue of €4 million.", ""},
		{"He could face a fine of up to €20 million.", ""},
		{"They will fine-tune the €20 million plan.", ""},
		{"The fine weather drew crowds who spent €20 million.", ""},
		{"It cost $43 million, or 12 percent more.", ""},
		{"Marks fell to 30 pounds.", ""},
		{"A nurse who lost 100 pounds surprised her husband.", ""},
		{"The town offered $15,000 for information about the fire.", ""},
		{"They held up a giant $100 bill.", ""},
		{"The assembly passed a €1.1 billion spending bill.", ""},
		{"Her €530,000 haul was driven by small sums.", ""},
		{"Her total compensation rose to €19.7 million.", ""},
		{"The council raised the maximum fine to €99 million.", ""},
		{"Owners face daily fines of €2,500.", ""},
		{"The note asked for a ransom of $118,00.", ""},
		{"The city raised parking fines to double its funding to €500,000.", ""},
		{"The town offered help, and 12 men lifted a 500 pound stone.", ""},
	} {
		if got := moneyIn(c.text); got != c.want {
			t.Errorf("%q\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}

// moneyIn prints the sums of a text.
func moneyIn(text string) string {
	var out []string
	for _, f := range Doc(parse.Article(&article.Article{Text: text})).Figures {
		if !f.Money {
			continue
		}
		s := f.Measure
		if f.Deed != "" {
			s += " " + f.Deed
		}
		switch {
		case f.Low == nil:
			s += fmt.Sprintf(" ..%.0f", *f.High)
		case f.High == nil:
			s += fmt.Sprintf(" %.0f..", *f.Low)
		case *f.High != *f.Low:
			s += fmt.Sprintf(" %.0f-%.0f", *f.Low, *f.High)
		default:
			s += fmt.Sprintf(" %.0f", *f.Low)
		}
		s += " " + f.Unit
		if f.From.Len() > 0 {
			s += " from " + f.From.Text(text)
		}
		if f.For.Len() > 0 {
			s += " for " + f.For.Text(text)
		}
		if f.Superseded {
			s += "†"
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}
