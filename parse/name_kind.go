package parse

import "strings"

// refine tells outlets, weapons, laws, documents and events from the kinds that the model knows, by
// tables of names and of the words that such names end or begin with.
func refine(d *Doc, m Name) NameKind {
	text := d.Range(m.First, m.End).Text(d.Text)
	several := m.End-m.First > 1
	switch {
	case several && storm(d.Word(m.First)):
		return EventName
	case institution(text):
		return Organisation
	case text == "Constitution":
		return Law
	case several && m.Kind == Person && isOutlet(text):
		return Outlet // "Al Jazeera"
	case m.Kind == Person && !(several && organisationEnding(d.Word(m.End-1))):
		return Person
	case isOutlet(text) && (m.Kind == Organisation || !alsoAWord(text)):
		return Outlet
	case isWeapon(text):
		return Weapon
	case !several:
		return m.Kind
	}
	first, last := d.Word(m.First), d.Word(m.End-1)
	switch {
	case m.Kind == Place && first == "Municipality" || m.Kind == Organisation && placeEnding(last) && last != "City" && last != "State" && last != "Park":
		return Place
	case m.Kind == Organisation && outletEnding(last) && !strings.Contains(text, "University"):
		return Outlet
	case lawEnding(last):
		return Law
	case m.Kind == Organisation || organisationEnding(last):
		return Organisation
	case m.Kind == Place:
		return Place
	case documentEnding(last):
		return Document
	case storm(first) || first == "Operation" || first == "Battle" || eventEnding(last):
		return EventName
	}
	return m.Kind
}

// outletEnding reports words that end the names of outlets: "the Norland Post".
func outletEnding(w string) bool {
	switch w {
	case "Times", "Post", "Herald", "Tribune", "Gazette", "Chronicle", "Courier", "Inquirer", "Enquirer", "Examiner", "Bulletin", "Dispatch", "Telegraph", "Mirror", "Sentinel",
		"News", "TV", "Television", "Radio", "Newspaper", "Globe", "Courant", "Journal", "Observer", "Daily", "Newswire", "Broadcasting", "Advertiser", "Picayune", "Statesman":
		return true
	}
	return false
}

// institution reports bodies that reports name all the time, seats of power among them: in a report the
// White House is who says, not where.
func institution(name string) bool {
	switch name {
	case "White House", "Pentagon", "Kremlin", "Capitol Hill", "Downing Street", "Elysee", "Élysée", "Foggy Bottom", "Congress", "U.S. Congress", "US Congress", "United States Congress", "Senate", "House", "Parliament", "Knesset", "Duma", "State Duma", "Bundestag", "Supreme Court", "United Nations", "UN", "U.N.", "European Union", "EU", "NATO", "State Department", "Foreign Ministry", "Foreign Office":
		return true
	case "Taliban", "Hamas", "Hezbollah", "Hizbollah", "Hizbullah", "Islamic State", "ISIS", "ISIL", "Daesh", "Isis", "al-Qaeda", "Al-Qaeda", "al Qaeda", "al-Qaida", "Boko Haram", "al-Shabaab", "al-Shabab", "Al-Shabaab", "Islamic Jihad", "Fatah", "Houthis", "Wagner", "PKK", "YPG", "SDF", "FARC", "ELN", "LTTE", "IRA", "Tren de Aragua", "Abu Sayyaf",
		"IDF", "FBI", "CIA", "NSA", "DEA", "ICE", "FSB", "GRU", "KGB", "Mossad", "Shin Bet", "MI5", "MI6", "Interpol", "Europol", "OPEC", "IMF", "WHO", "UNICEF", "UNHCR", "UNRWA", "IAEA", "OSCE", "ASEAN", "African Union", "Arab League", "World Bank", "Red Cross", "Amnesty International", "Human Rights Watch":
		return true
	}
	return false
}

// organisationEnding reports words that end the names of organisations whatever stands before them.
func organisationEnding(w string) bool {
	switch w {
	case "University", "College", "School", "Academy", "Institute", "Congress", "Parliament", "Assembly", "Club", "Party", "Committee", "Commission", "Council", "Ministry", "Department", "Agency", "Authority", "Bureau",
		"Corporation", "Corp.", "Inc.", "Inc", "Ltd.", "Ltd", "LLC", "PLC", "Company", "Co.", "Group", "Association", "Organization", "Organisation", "Federation", "Foundation", "Society", "Court", "Army", "Navy", "Corps", "Brigade", "Battalion", "Police", "Guard",
		"Airlines", "Airways", "Bank", "Alliance", "Coalition", "Movement", "League", "Taskforce", "Centre", "Services", "Forces", "Administration", "Command":
		return true
	}
	return false
}

// placeEnding reports words that end the names of places.
func placeEnding(w string) bool {
	switch w {
	case "River", "Lake", "Mountains", "Island", "Islands", "Street", "Avenue", "Road", "Boulevard", "Bridge", "Province", "County", "Bay", "Sea", "Ocean", "Gulf", "Strait", "Valley", "Airport", "Square", "Peninsula", "Desert", "Highway", "Oblast", "Prefecture", "Township", "Tunnel", "Canal", "Falls", "Beach", "City", "Park", "Hill", "Hills", "Heights", "Springs", "Creek", "Point", "Harbor", "Harbour", "Coast", "Forest", "Basin", "Plateau", "Region", "District", "Republic", "Kingdom", "Territory", "Fort", "Port", "Village", "Town", "State", "Isle", "Cape", "Delta":
		return true
	}
	return false
}

func lawEnding(w string) bool {
	switch w {
	case "Act", "Constitution", "Treaty", "Convention", "Conventions", "Amendment", "Code", "Accord", "Accords", "Pact", "Protocol", "Bill", "Statute", "Charter", "Law", "Resolution":
		return true
	}
	return false
}

func documentEnding(w string) bool {
	switch w {
	case "Report", "Memo", "Memorandum", "Declaration", "Papers", "Files", "Dossier", "Assessment", "Communique", "Communiqué", "Manifesto", "Review":
		return true
	}
	return false
}

func eventEnding(w string) bool {
	switch w {
	case "War", "Olympics", "Games", "Cup", "Championship", "Championships", "Summit", "Election", "Elections", "Festival", "Massacre", "Uprising", "Revolution", "Crisis", "Intifada", "Marathon", "Bowl":
		return true
	}
	return false
}

func storm(w string) bool {
	switch w {
	case "Hurricane", "Cyclone", "Typhoon":
		return true
	}
	return false
}

// alsoAWord reports outlets whose names are words, persons or short codes of other things, and which
// only the model can tell.
func alsoAWord(name string) bool {
	if len(name) <= 3 {
		return true
	}
	switch name {
	case "Time", "TIME", "Fortune", "Metro", "Stuff", "Citizen", "Atlantic", "Punch", "Vanguard", "Hindu", "Independent", "Observer", "Guardian", "Telegraph", "Spectator", "Welt", "Globe", "Vice", "Slate", "Salon",
		"Variety", "Deadline", "Wired", "Puck", "Forbes", "Vogue", "Economist", "Dawn", "Tempo", "Sabah", "Pravda", "Stern", "Proceso", "Reforma", "Semana", "Caracol", "Gleaner", "Sputnik", "Petra", "MENA", "Mehr", "Telex", "Delfi",
		"Express", "Mirror", "Fars", "Globo", "Intercept", "Confidencial", "Granma", "Spiegel", "Newsday", "Daily News", "Republic TV", "Times", "Standard", "Nation", "Wire", "Insider", "Herald", "Sun", "Age", "Hill":
		return true
	}
	return false
}
