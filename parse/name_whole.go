package parse

import "slices"

// Names of bodies that say what they are for. The model often ends them before that ("League Office | for the Care of Seamen"), or finds
// no name where the body's noun stands alone ("the Committee to Protect Divers").

// wholeBodies gives such names their rest, parts two bodies that "and" joins, and names holders' offices ("the Prosecutor's Office").
func (n *namer) wholeBodies() {
	names, surely := n.d.Names, n.votes
	n.model = names
	n.d.Names, n.votes = make([]Name, 0, len(names)+4), make([]votes, 0, len(names)+4)
	next, floor := 0, int32(0)
	for t := int32(0); t < int32(len(n.d.Tokens)); t++ {
		m, v, named := Name{First: t, End: t + 1}, votes{1: voteScale}, false
		if next < len(names) && names[next].First <= t {
			m, v, named = names[next], surely[next], true
			next++
			if m.First = max(m.First, floor); m.First >= m.End {
				continue // the name before it has its words
			}
		} else if n.words[t].letters != caseTitle || !bodyNoun(n.d.Word(t)) {
			continue
		}
		whole := n.wholeBody(m, floor)
		if !named && whole == m {
			continue
		}
		if whole != m {
			v, whole.Kind = votes{1: voteScale}, Organisation
		}
		if first, second := n.joined(whole); second.End > 0 {
			v = votes{1: voteScale}
			n.keep(first, v)
			whole = second
		}
		n.keep(whole, v)
		floor, t = whole.End, whole.End-1
	}
}

// wholeBody is name m with what belongs to it before and behind it.
func (n *namer) wholeBody(m Name, floor int32) Name {
	noun := m.End - 1
	if !bodyNoun(n.d.Word(noun)) {
		for noun = m.First; noun < m.End && !bodyNoun(n.d.Word(noun)); noun++ {
		}
		if noun+2 < m.End && m.Kind != Person && scoping(n.d.Word(noun+1)) { // "Department of Health | and Human Services"
			m.End = n.fields(m.End)
		}
		return m
	}
	if m.Kind == Person && m.End-m.First > 1 {
		return m
	}
	if m.End-m.First == 1 {
		m.First = n.holder(m.First, floor)
	}
	if k := m.First - 2; m.End-m.First > 1 && k >= floor && n.d.Word(k+1) == "and" && field(n.d.Word(k)) && n.words[k].letters == caseTitle {
		m.First = k // "Oil and | Gas Authority"
	}
	m.End = n.scope(m.End)
	return m
}

// holder is where the name of an office begins that is called after who holds it: "the Specialised Prosecutor's Office".
func (n *namer) holder(office, floor int32) int32 {
	t := office - 2
	if t < floor || n.d.Tokens[office-1].XPOS != XPOS_ || n.words[t].letters != caseTitle || !holds(n.d.Word(t)) {
		return office
	}
	s := &n.d.Sentences[n.d.Tokens[office].Sentence]
	for t-1 >= max(floor, s.First) && (n.words[t-1].letters == caseTitle && n.d.Tokens[t-1].UPOS != DET || n.d.Word(t-1) == "-") {
		t--
	}
	return t
}

// scope is the end of what a body is for, from behind its noun on: "for the Care of Seamen", "to Protect Divers"; or t.
func (n *namer) scope(t int32) int32 {
	s := &n.d.Sentences[n.d.Tokens[t-1].Sentence]
	if t+1 >= s.End || n.caps[n.d.Tokens[t-1].Sentence] {
		return t
	}
	k := t + 1
	switch n.d.Word(t) {
	case "for", "against", "on":
		if n.d.Word(k) == "the" {
			k++
		}
		if k < s.End && n.words[k].gaz&(gazCountry|gazRegion|gazCity) != 0 && n.d.Word(k-1) != "the" {
			return t // "left the Senate for Texas", "told the Council on Vale"
		}
	case "to":
		if !calling(n.d.Word(t-1)) || n.words[k].gaz&(gazCountry|gazRegion|gazCity) != 0 {
			return t
		}
	default:
		return t
	}
	if k >= s.End || n.words[k].letters != caseTitle || timeWord(n.d.Word(k)) || Title(n.d.Word(k)) {
		return t
	}
	return n.rest(k, s.End)
}

// rest is the end of the capitalised words from k on, with "of", "for" and "and" between them.
func (n *namer) rest(k, end int32) int32 {
	for k++; k < end; k++ {
		switch w := n.d.Word(k); {
		case n.words[k].letters >= caseTitle && !timeWord(w):
			continue
		case w == "-" && k+1 < end && n.words[k+1].letters >= caseTitle:
			continue
		case w == "and" && k+1 < end && n.unnamed(k+1):
			continue
		case w == "of" || w == "for":
			next := k + 1
			if next < end && n.d.Word(next) == "the" {
				next++
			}
			if next < end && n.words[next].letters == caseTitle && !timeWord(n.d.Word(next)) {
				k = next
				continue
			}
		}
		break
	}
	return n.fields(k)
}

// unnamed reports a capitalised word that is no name of its own, nor the first of one.
func (n *namer) unnamed(t int32) bool {
	w := &n.words[t]
	if w.letters != caseTitle || w.gaz&(gazGiven|gazCity|gazCountry|gazRegion|gazOutlet) != 0 || timeWord(n.d.Word(t)) || Title(n.d.Word(t)) || institution(n.d.Word(t)) {
		return false
	}
	i, found := slices.BinarySearchFunc(n.model, t, func(m Name, t int32) int { return int(m.First - t) })
	return !found && (i == 0 || n.model[i-1].End <= t)
}

// fields is the end of what goes on at t with what else a body is for: ", Housing and Urban Affairs", "and Human Services"; or t.
func (n *namer) fields(t int32) int32 {
	s := &n.d.Sentences[n.d.Tokens[t-1].Sentence]
	k := t
	for k+1 < s.End {
		last := n.d.Word(k) == "and"
		if !last && n.d.Word(k) != "," {
			return t
		}
		if k++; !last && n.d.Word(k) == "and" && k+1 < s.End {
			last = true
			k++
		}
		first := k
		for k < s.End && n.words[k].letters == caseTitle {
			k++
		}
		if k == first || k > first+3 {
			return t
		}
		if last {
			if w := n.d.Word(k - 1); field(w) || field(n.d.Word(first)) {
				return k
			}
			return t
		}
	}
	return t
}

// joined parts a name that is two bodies' with "and" between them: "Harbour Bureau and Prosecutor's Office"; second has no end where it is one.
func (n *namer) joined(m Name) (first, second Name) {
	for t := m.First + 2; t+2 < m.End; t++ {
		if n.d.Word(t) != "and" || m.Kind == Person {
			continue
		}
		if bodyNoun(n.d.Word(t-1)) && bodyNoun(n.d.Word(m.End-1)) {
			return Name{m.First, t, Organisation}, Name{t + 1, m.End, Organisation}
		}
	}
	return m, Name{}
}

// scoping words stand between a body's noun and what it is for.
func scoping(w string) bool {
	return slices.Contains([]string{"of", "for", "on", "to", "against"}, w)
}

// bodyNoun reports the nouns that bodies are called by before what they are for.
func bodyNoun(w string) bool {
	switch w {
	case "Office", "Center", "Centre", "Campaign", "Fund", "Union", "Network", "Board", "Service", "Organization", "Organisation", "Programme", "Program", "Panel", "Initiative", "Mission", "Secretariat", "Directorate":
		return true
	case "Corporation", "Corp.", "Inc.", "Inc", "Ltd.", "Ltd", "LLC", "PLC", "Company", "Co.", "Group", "School", "Club", "Congress", "Parliament", "Army", "Navy", "Corps", "Brigade", "Battalion", "Airlines", "Airways", "Bank", "Services", "Forces", "Guard":
		return false
	}
	return organisationEnding(w)
}

// calling reports the nouns of bodies that call for something: "the Campaign to Save the Bay".
func calling(w string) bool {
	switch w {
	case "Committee", "Campaign", "Alliance", "Coalition", "Center", "Centre", "Movement", "Network", "Initiative", "Fund", "Commission":
		return true
	}
	return false
}

// field reports words for what ministries, committees and services are for.
func field(w string) bool {
	switch w {
	case "Health", "Services", "Affairs", "Welfare", "Development", "Security", "Culture", "Sports", "Sport", "Tourism", "Fisheries", "Trade", "Industry", "Commerce", "Energy", "Environment", "Agriculture", "Forestry", "Food", "Housing",
		"Education", "Science", "Sciences", "Research", "Technology", "Labor", "Labour", "Employment", "Justice", "Interior", "Finance", "Economy", "Defence", "Defense", "Emergencies", "Relief", "Rescue", "Fire", "Transport", "Infrastructure", "Communications",
		"Information", "Media", "Youth", "Women", "Families", "Children", "Resources", "Reform", "Policy", "Planning", "Oil", "Gas", "Water", "Mines", "Mining", "Search", "Drug", "Drugs", "Customs", "Immigration", "Explosives", "Human", "Cooperation", "Natural", "Engineering", "Medicine", "Prevention", "Control", "Wildlife", "Parks", "Refugees", "Migration", "Rights", "Integration":
		return true
	}
	return false
}

// holds reports the nouns of those whose offices are called after them.
func holds(w string) bool {
	switch w {
	case "Prosecutor", "Attorney", "General", "Mayor", "Governor", "Sheriff", "President", "Premier", "Minister", "Ombudsman", "Coroner", "Examiner", "Auditor", "Commissioner", "Chancellor", "Inspector", "Treasurer", "Defender", "Coordinator":
		return true
	}
	return false
}

// timeWord reports days and months.
func timeWord(w string) bool {
	switch w {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December", "Christmas", "Easter", "Ramadan":
		return true
	}
	return false
}
