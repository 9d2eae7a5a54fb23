package parse

import "strings"

// refine tells outlets, weapons, laws, documents and events from the kinds that the model knows, by
// tables of names and of the words that such names end or begin with.
func refine(d *Doc, m Name) NameKind {
	if m.Kind == Person {
		if storm(d.Word(m.First)) && m.End-m.First > 1 {
			return EventName
		}
		return Person
	}
	text := d.Range(m.First, m.End).Text(d.Text)
	switch {
	case isOutlet(text) && (m.Kind == Organisation || !alsoAWord(text)):
		return Outlet
	case isWeapon(text):
		return Weapon
	case m.Kind == Place:
		return Place
	}
	first, last := d.Word(m.First), d.Word(m.End-1)
	if m.End-m.First < 2 {
		return m.Kind
	}
	switch {
	case m.Kind == Organisation && outletEnding(last) && !strings.Contains(text, "University"):
		return Outlet
	case lawEnding(last):
		return Law
	case m.Kind == Organisation:
		return m.Kind
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
