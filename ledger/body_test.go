package ledger

import "testing"

// TestBodies reads bodies out of phrases: name | owner | letters, "common" where there are many of the name.
func TestBodies(t *testing.T) {
	for phrase, want := range map[string]string{
		"Iran's Health Ministry":                                   "health ministry|IR||common",
		"the Iranian health ministry":                              "health ministry|IR||common",
		"The Iranian Ministry of Health":                           "health ministry|IR||common",
		"the Hearthist-run health ministry":                        "health ministry|hearthist||common",
		"the Hearthists’ Health Ministry":                          "health ministry|hearthist||common",
		"the health ministry of the Hearthist government":          "health ministry|hearthist||common",
		"the Health Ministry of the Hearthist-led government":      "health ministry|hearthist||common",
		"Hearthist Health Ministry":                                "health ministry|hearthist||common",
		"Norland's Ministry of Maritime Defence":                   "maritime defense ministry|norland||common",
		"the maritime defence ministry":                            "maritime defense ministry|||common",
		"the Ministry of Defense of Ukraine":                       "defense ministry|UA||common",
		"the Philippine consulate in Hong Kong":                    "consulate|PH||common",
		"the US military":                                          "military|US||common",
		"The United States military":                               "military|US||common",
		"The U.S. military's Central Command":                      "central command|US||common",
		"U.S. Central Command":                                     "central command|US||common",
		"USCENTCOM":                                                "central command|US|uscentcom|common",
		"Al-Barq TV":                                               "barq|||",
		"the Al Barq television channel":                           "barq|||",
		"the Hearthist-run al-Barq":                                "barq|hearthist||",
		"the Wall Street Journal newspaper":                        "wall street journal|||",
		"the Hearthist group":                                      "hearthist|||",
		"Norland's Hearthist rebels":                               "hearthist|norland||",
		"The Hearthists":                                           "hearthist|||",
		"the Vale-based group Coast Rights Watchers":               "coast rights watcher|||",
		"The Vale-based Coast Rights Watchers News Agency (CRWNA)": "coast rights watcher||crwna|",
		"the Harl County Sheriff’s Office":                         "sheriff office|harl county||common",
		"the Harl County medical examiner's office":                "medical examiner office|harl county||common",
		"the sheriff's office":                                     "sheriff office|||common",
		"the Norwegian prime minister's office":                    "prime minister office|NO||common",
		"Oslo's defence ministry":                                  "defense ministry|NO||common",
		"Oslo police":                                              "police|oslo||common",
		"Norland's National Electoral Council":                     "electoral council|norland||common",
		"the group":                                                "group|||common",
		"a human rights group":                                     "|||",
		"the armed group's TV channel":                             "tv channel|||common",
		"Magen David Adom rescue service":                          "magen david adom|||",
		"the country's Civil Defense organization":                 "civil defense|||common",
		"The Israeli military's Home Front Command":                "home front command|IL||",
		"the League's Office for the Care of Seamen":               "office for care of seamen|league||",
		"the League of Ports Office for the Care of Seamen (OCS)":  "office for care of seamen|league port|ocs|",
		"the Office for the Care of Seamen":                        "office for care of seamen|||",
		"the U.N. Office on Ports and Fish":                        "office on ports and fish|united nation||",
		"the United Nations Office on Ports and Fish":              "office on ports and fish|united nation||",
		"the Fijian Red Crescent":                                  "red crescent|FJ||",
		"the Fijian Red Crescent Society":                          "red crescent|FJ||",
		"the Red Crescent Society of Fiji":                         "red crescent|FJ||",
		"the General Staff of the Norwegian Armed Forces":          "general staff|NO||common",
		"Norway's General Staff":                                   "general staff|NO||common",
		"the Norwegian Ministry of Health in Bergen":               "health ministry|NO||common",
		"Oslo Civil Defence":                                       "civil defense|oslo||common",
		"Oslo's civil defence agency":                              "civil defense|oslo||common",
		"the Fabian Society":                                       "fabian society|||",
		"the Hearthists' political bureau":                         "political bureau|hearthist||common",
	} {
		b := readBody(phrase).known()
		got := b.name + "|" + b.owner + "|" + b.letters + "|"
		if b.common {
			got += "common"
		}
		if got != want {
			t.Errorf("%s: %s, want %s", phrase, got, want)
		}
	}
}

// TestNamesAlike compares persons by name alone.
func TestNamesAlike(t *testing.T) {
	for _, test := range []struct {
		a, b          string
		family, given likeness
	}{
		{"Anis Al-Orbahi", "Anis al Orbahi", speltLike, speltLike},
		{"Anees Alorbahi", "Anis al-Orbahi", speltLike, soundsLike},
		{"Yahya Tarea", "Yahya Taree", soundsLike, speltLike},
		{"Mohammed Abdul Sattar", "Mohammed Abdulsattar", speltLike, speltLike},
		{"Abbas Aragchi", "Abbas Araqchi", notLike, speltLike},
		{"Abbas Araghchi", "Seyyed Abbas Araqchi", soundsLike, speltLike},
		{"Said Rohadi", "Saeed Rohadi", speltLike, soundsLike},
		{"Mohammad-Reza Tafarghandi", "Mohammadreza Tafarqandi", soundsLike, speltLike},
		{"Mohammad Reza Tafarqandi", "Mohammad-Reza Tafarghandi", soundsLike, speltLike},
		{"Mohammed Ali al-Barq", "Abdul Malik al-Barq", speltLike, notLike},
		{"Mohammed Ali al-Barq", "Mohammed Hussein al-Barq", speltLike, notLike},
		{"Mohammed al-Barq", "Mahmoud al-Barq", speltLike, notLike},
		{"Mike Lund", "Michael Lund", speltLike, soundsLike},
		{"Tom Alford", "Tom Ford", notLike, speltLike},
		{"Lund", "Ada Lund", speltLike, noGiven},
		{"John Orr Ka-chiu", "John Orr", speltLike, speltLike},
		{"Orr Ka-chiu", "Orr", speltLike, noGiven},
		{"Joe Orr", "Orr Yat-ming", speltLike, noGiven},
		{"J.D. Orr", "JD Orr", speltLike, speltLike},
		{"PK Orr", "Pradeep Orr", speltLike, soundsLike},
		{"P. K. Orr", "PK Orr", speltLike, speltLike},
		{"PK Orr", "Anand Orr", speltLike, notLike},
		{"ANA ORR", "Ana Orr", speltLike, speltLike},
	} {
		a, b := personNameOf(test.a), personNameOf(test.b)
		if f, g := familyLike(&a, &b, false), givenLike(&a, &b); f != test.family || g != test.given {
			t.Errorf("%s, %s: %d %d, want %d %d", test.a, test.b, f, g, test.family, test.given)
		}
	}
}
