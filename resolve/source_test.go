package resolve_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"sayso"
	"sayso/article"
	"sayso/resolve"
)

// Who it is: a text, and its sources in short: kind, name or "description", and what is known.
func TestSources(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Defence Minister Ana Ruiz said the bridge was closed. She said it would open on Monday. “We are sorry,” the minister said. Ruiz left at noon, Ruiz said.",
			[]string{"person Ana Ruiz role=Defence Minister mentions=5"}},
		{"Three ministry officials said the order was signed. One of the officials said it was late. A second official said it was wrong.",
			[]string{`group "Three ministry officials" 3 aff=ministry`, `person "One of the officials" 1 of=s1 stated`, `person "A second official" 1 of=s1 possible`}},
		{"Ardal Gov. Ida Orr said the dam had failed. “We will rebuild it,” the governor said.", []string{"person Ida Orr mentions=2"}},
		{"Ardal Lt. Gov. Ida Orr said the dam had failed. The governor said it would be rebuilt.", []string{"person Ida Orr", `person "The governor"`}},
		{"Karl Ekman, chairman of the harbour board on Friday, said the boats were safe.", []string{"person Karl Ekman role=chairman of the harbour board mentions=1"}},
		{"The Norwegian Reed Party said no. The Reed Party of Tolm said yes. The Reed Party said never.", []string{"organisation Reed Party aff=Norwegian mentions=2", "organisation Reed Party of Tolm mentions=1"}},
		{"Pavel Orr has said that smugglers were behind the fire.\n\n“We know who did it,” the Russian president told a meeting on Monday.\n\nThe French president, Luc Marot, said the smugglers had been to France. The French president said they would be back.",
			[]string{"person Pavel Orr", "person Luc Marot"}},
		{"The Russian president said no. The French president, Luc Marot, said yes.", []string{`person "The Russian president"`, "person Luc Marot"}},
		{"Pavel Orr has said that the vote was rigged.\n\nThe Russian president said that it was fair.", []string{"person Pavel Orr", `person "The Russian president"`}},
		{"Aldo Bremer said the port was closed. Asked by state television's Paul Zarub whether firms were behind it, he said they were.", []string{"person Aldo Bremer mentions=2", "person Paul Zarub mentions=1"}},
		{"Egypt's interior ministry reports that a ring was melted.", []string{`organisation "Egypt's interior ministry" aff=Egypt mentions=1`}},
		{"The Bahraini interior ministry urges all to stay. The U.S. military confirms that a man has died.", []string{`organisation "The Bahraini interior ministry" aff=Bahraini mentions=1`, `organisation "The U.S. military" aff=U.S. mentions=1`}},
		{"Israel says its men have left. Israel shuts the gates, the Times of Israel reports.", []string{"organisation Israel mentions=1", "outlet Times of Israel mentions=1"}},
		{"The Israeli military and Shin Bet confirm that two men were held.", []string{`organisation "The Israeli military" aff=Israeli mentions=1`, `group "The Israeli military and Shin Bet" 2`, "organisation Shin Bet"}},
		{"China's coast guard says that the boat was towed.", []string{`organisation "China's coast guard" aff=China mentions=1`}},
		{"DSRB Chair Jana Kovel said the inquiry had begun. Kovel said it would take a year.", []string{"person Jana Kovel mentions=2"}},
		{"National Security Adviser Petra Holm said no attack was found.", []string{"person Petra Holm role=National Security Adviser"}},
		{"The League's Office for the Care of Seamen said 40 had fled. The League Office said boats were needed. The office said more would flee.",
			[]string{"organisation Office for the Care of Seamen aff=League mentions=3"}},
		{"The National Commission on Dams and Levees said the wall had cracks. The commission said it was old. A spokesman for the Commission said it was known.",
			[]string{"organisation National Commission on Dams and Levees mentions=2", `person "A spokesman for the Commission" 1`}},
		{"Governor Ida Orr and Mayor Tom Lane said the bridge would open. Lane said it was safe.",
			[]string{"person Ida Orr", `group "Governor Ida Orr and Mayor Tom Lane" 2`, "person Tom Lane mentions=2"}},
		{"The mayor’s office and the harbour police said that the bridge was closed.",
			[]string{`organisation "The mayor’s office"`, `group "The mayor’s office and the harbour police" 2`, `organisation "the harbour police"`}},
		{"The chat had 13 members, a person familiar with it said. They also confirmed that the minister had set it up.", []string{`person "a person familiar with it" 1 mentions=2`}},
		{"Port Vale Mayor Daniella Orr Sole said the tower was unsafe. Orr Sole said crews would search.", []string{"person Daniella Orr Sole mentions=2"}},
		{"Ruut Lane left the court at noon. Lane's lawyer, Tove Moss, said he would appeal. Moss said the court was wrong.", []string{"person Tove Moss mentions=2"}},
		{"Orr's lawyer, Anna Moss, said she would file papers.", []string{"person Anna Moss mentions=2"}},
		{"Two children fell ill after eating cheese made by Lindal Dairy, the food agency said on Monday. The agency warned that more would. Lindal Dairy said it was sorry.",
			[]string{"organisation Lindal Dairy", "organisation \"the food agency\" mentions=2"}},
		{"Prosecutor Signe Dahl told the court that Ruut had been paid. “He sold a public decision,” she said. Ruut denied the charges. “I took nothing,” he said.", []string{"person Signe Dahl mentions=2", "person Ruut mentions=3"}},
		{"The Orr Group hid the loss, two clerks said. Its founder is Tony Orr. Orr said he would stay.",
			[]string{`group "two clerks" 2`, "person Tony Orr mentions=3"}},
		{"Demisha Mills heard the blast. “It was like a bomb,” Mills said.", []string{"person Demisha Mills mentions=2"}},
		{"The Fisheries Agency has closed two harbours, it said on Thursday.", []string{"organisation Fisheries Agency mentions=2"}},
		{"Police Director Alfredo “Freddy” Ramir said there were four dead.", []string{"person Alfredo Ramir"}},
		{"The New York Times newspaper said that he left.", []string{"outlet New York Times"}},
		{"The New York Times newspaper and broadcaster CNN reported on Sunday that he left.",
			[]string{"outlet New York Times", `group "The New York Times newspaper and broadcaster CNN" 2`, "outlet CNN"}},
		{"A ministry official, who asked not to be named, said the store was full.",
			[]string{`person "A ministry official" 1 reason=who asked not to be named`}},
		{"A person familiar with the matter said the talks had failed.", []string{`person "A person familiar with the matter" 1 access=familiar with the matter`}},
		{"A driver said the lorries held flour. “They came back,” the driver, Hamid Orr, said.", []string{"person Hamid Orr 1 mentions=2"}},
		{"A driver who asked not to be named said the lorries held flour. The driver, Hamid Orr, was hurt. Orr said it was late.", []string{`person "A driver who asked not to be named" 1 reason=who asked not to be named`, "person Hamid Orr mentions=2"}},
		{"An aide who asked not to be identified told the Post that talks had failed.", []string{`person "An aide who asked not to be identified" 1 reason=who asked not to be identified`, "outlet Post"}},
		{"Commission chairwoman Justice Esna Virr dismissed the charge..", []string{"person Esna Virr"}},
		{"His main rival, Grete Kalim, alleged that the count was false. Her party, the Forward Movement, said it would go to court.", []string{"person Grete Kalim", "organisation Forward Movement"}},
		{"The mayor of Vale, Nerma Aksoy, said help was near. The army’s chief of staff, Gen Bior Sanha, denied it.", []string{"person Nerma Aksoy", "person Bior Sanha"}},
		{"Ecomar, the regional bloc, condemned the coup. The union’s observer mission urged restraint.", []string{"organisation Ecomar", `organisation "The union’s observer mission"`}},
		{"Three guards were killed, said two nurses and a porter.", []string{`group "two nurses and a porter" 3`}},
		{"UNRAD, the UN relief agency, said 40 people were missing.", []string{"organisation UNRAD"}},
		{"The operator, Tirrel Lines, denied that the ship was unsafe. It said it would help.", []string{"organisation Tirrel Lines"}},
		{"The U.N. Secretary-General said he hoped for a truce. The attorney-general said the case was weak.", []string{`person "The U.N. Secretary-General"`, `person "The attorney-general"`}},
		{"And the minister said the bridge was closed.", []string{`person "the minister"`}},
		{"Some 42 percent of voters said that the tax was too high, a poll found.", []string{`group "Some 42 percent of voters"`, `document "a poll" 1`}},
		{"A lot of residents said the road was unsafe.", []string{`group "A lot of residents"`}},
		{"Those who stayed said the water came at night.", []string{`group "Those who stayed"`}},
		{"His profile says that he is 30. The minister’s rhetoric suggested that talks had failed.", []string{`document "His profile"`, `document "The minister’s rhetoric"`}},
		{"A 17-year-old girl said she had seen smoke. A clerk said he had not.", []string{`person "A 17-year-old girl" 1`, `person "A clerk" 1`}},
		{"Mayor Bill de Orr said the bridge was safe.", []string{"person Bill de Orr"}},
		{"Prime Minister of Norway Ida Orr said the bridge was safe.", []string{"person Ida Orr"}},
		{"Harl County Coroner Ida Orr said two had died.", []string{"person Ida Orr role=Harl County Coroner"}},
		{"Engineer Ida Orr spoke to the Coast Times.\n\n((CT)) When did it begin?\n\n((Ida Orr)) I think in May.\n\n((CT)) Was it hard?\n\n((Ida Orr)) We had help.\n\n((CT)) And now?\n\n((Ida Orr)) It stands.",
			[]string{"person Ida Orr mentions=4", "outlet Coast Times"}},
		{"Vale police said the road was closed. Police said a man had fled. The man was armed, police said.", []string{"organisation \"Vale police\" mentions=3"}},
		{"Vale police said the road was closed. Sorn police said it was open. It was dark, police said.",
			[]string{"organisation \"Vale police\"", "organisation \"Sorn police\"", "organisation \"police\""}},
		{"Harl County Sheriff’s Office said two were hurt. The sheriff’s office said a deputy was one.", []string{"organisation Harl County Sheriff’s Office mentions=2"}},
		{"The girl’s father said she was safe. She was at school, the girl’s father said. The boy’s father said he was not.",
			[]string{"person \"The girl’s father\" mentions=2", "person \"The boy’s father\""}},
		{"Residents said the road was flooded. Residents said help came late.", []string{`group "Residents" mentions=2`}},
		{"The report said the dam was unsafe, according to the ministry.", []string{`document "The report"`, `organisation "the ministry"`}},
	} {
		if got := sourceLines(read(c.text)); !slices.Equal(short(got, c.want), c.want) {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

// short leaves out of got what want does not speak of.
func short(got, want []string) []string {
	if len(got) != len(want) {
		return got
	}
	out := slices.Clone(got)
	for i := range out {
		var keep []string
		for _, f := range strings.Split(out[i], "; ") {
			k, _, named := strings.Cut(f, "=")
			if !named || strings.Contains(want[i], k+"=") {
				keep = append(keep, f)
			}
		}
		out[i] = strings.Join(keep, " ")
	}
	return out
}

func read(text string) *resolve.Reading {
	return sayso.Read(&article.Article{Text: text, Published: "2031-05-06"})
}

func sourceLines(r *resolve.Reading) []string {
	var out []string
	for _, s := range r.Sources {
		f := []string{string(s.Kind)}
		if s.Name != "" {
			f[0] += " " + s.Name
		} else {
			f[0] += fmt.Sprintf(" %q", s.Description)
		}
		if s.Count > 0 {
			f[0] += fmt.Sprintf(" %d", s.Count)
		}
		for _, kv := range [][2]string{{"role", s.Role}, {"aff", s.Affiliation}, {"access", s.Access}, {"reason", s.Reason}} {
			if kv[1] != "" {
				f = append(f, kv[0]+"="+kv[1])
			}
		}
		if s.Of != "" {
			f = append(f, "of="+s.Of+" "+s.OfCertainty)
		}
		out = append(out, strings.Join(append(f, fmt.Sprintf("mentions=%d", len(s.Mentions))), "; "))
	}
	return out
}

// A group that an outlet cites brings its outlet along; the words say whether surely.
func TestChains(t *testing.T) {
	r := read("The ministry had signed the plan, Reuters reported on Monday, citing three ministry officials.\n\nTwo officials said the store was full.\n\nThe officials said it was late.")
	var got []string
	for _, a := range r.Attributions {
		var names []string
		for _, id := range a.Chain {
			for _, s := range r.Sources {
				if s.ID == id {
					names = append(names, s.Name+s.Description)
				}
			}
		}
		got = append(got, strings.Join(names, " < ")+" "+a.ChainDoubt)
	}
	want := []string{"ReutersReuters < three ministry officials ", "ReutersReuters < Two officials possible"}
	if !slices.Contains(got, want[0]) || !slices.Contains(got, want[1]) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

func FuzzReading(f *testing.F) {
	f.Add("Two guards and a driver, who said they were afraid, fled. And the minister said so.")
	f.Add("“He said,” she said, citing two of the three officials who, they said, were it.")
	f.Add("One of one of one said Ms. Dr. Gen. said his her office's it.")
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "\uFFFD")
		r := read(text)
		ids := map[string]bool{}
		for _, s := range r.Sources {
			ids[s.ID] = true
			for _, m := range s.Mentions {
				check(t, text, m.Span)
			}
		}
		for _, s := range r.Sources {
			if s.Of != "" && !ids[s.Of] {
				t.Errorf("%s is of %s, which is no source", s.ID, s.Of)
			}
		}
		for _, a := range r.Attributions {
			for _, id := range a.Chain {
				if !ids[id] {
					t.Errorf("%s: %s in the chain is no source", a.ID, id)
				}
			}
		}
	})
}

func check(t *testing.T, text string, s article.Span) {
	if s.Start < 0 || s.End > len(text) || s.Start > s.End || !utf8.ValidString(s.Text(text)) {
		t.Errorf("span %v", s)
	}
}
