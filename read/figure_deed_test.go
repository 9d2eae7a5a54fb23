package read

import (
	"strconv"
	"strings"
	"testing"

	"sayso/article"
	"sayso/parse"
)

// TestDeeds reads what those counted did or had done to them. All of it is fictional.
func TestDeeds(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"More than 490 of the museum's roughly 770 employees have signed a letter.", "employees 491 sign, employees 770 in all"},
		{"The letter was signed by 420 employees.", "employees 420 sign"},
		{"More than 740 names appeared on the letter.", "names 741 sign"},
		{"Of the museum's 540 employees, 512 have signed the letter.", "employees 540 in all, employees 512 sign"},
		{"900 of 1,100 pilots had joined the walkout.", "pilots 900 join, pilots 1100 in all"},
		{"The firm has about 770 employees.", "employees 770 in all"},
		{"She put the workforce at 600.", "workforce 600 in all"},
		{"Storm Edda left 120,000 homes without power.", "homes 120000 without power"},
		{"40,000 homes remained without electricity.", "homes 40000 without electricity"},
		{"Some 90,000 households still had no electricity on Monday.", "households 90000 without electricity"},
		{"The storm cut power to 120,000 homes.", "homes 120000 without power"},
		{"The rescue service counts 640 damaged homes.", "homes 640 damage"},
		{"The bank reduced the number of jobs that it will cut from 2,000 to 1,500.", "jobs 2000 cut, jobs 1500 cut"},
		{"The agreement limits the job cuts to 900.", "jobs 900 cut"},
		{"The firm cut prices for 3,000 homes.", ""},
		{"Airlines cancelled 210 flights.", "flights 210 cancel"},
		{"Thirty-one victims have been identified.", "victims 31 identify"},
		{"It said that 260 had been identified by DNA tests.", "people 260 identify"},
		{"The bodies of 64 had been handed over to their families.", "bodies 64 hand over"},
		{"The group said that it was holding 214 people, up from the 182 it gave on Tuesday.", "people 214 hold, people 182 hold"},
		{"Hackers stole the data of 210,000 customers of the bank.", "customers 210000 steal"},
		{"Rescuers brought out 14 miners by the evening.", "miners 14 bring out"},
		{"The carmaker will lay off 4,000 of its 22,000 workers.", "workers 4000 lay off, workers 22000 in all"},
		{"The train carried 440 people.", "people 440 aboard"},
		{"Two officials said that 12 ships had sailed.", "ships 12 sail"},
	} {
		m := Doc(parse.Article(&article.Article{Text: test.text}))
		var got []string
		for _, f := range m.Figures {
			if f.Low != nil && f.Deed != "" {
				got = append(got, f.Measure+" "+strconv.Itoa(int(*f.Low))+" "+f.Deed)
			}
		}
		if line := strings.Join(got, ", "); line != test.want {
			t.Errorf("%q\n got %s\nwant %s", test.text, line, test.want)
		}
	}
}
