package parse

// term reports a lone short form that stands for a thing and names nobody: one that everybody knows
// ("GDP"), or one that the text itself spells out in small letters ("improvised explosive device (IED)").
func (n *namer) term(m Name) bool {
	w := &n.words[m.First]
	if m.End-m.First != 1 || w.letters != caseUpper {
		return false
	}
	return commonTerm(n.d.Word(m.First)) || n.terms[w.word]
}

// spelledOut notes the short forms in brackets whose long form stands before them in small letters.
func (n *namer) spelledOut() {
	d := n.d
	for t := int32(2); t+1 < int32(len(d.Tokens)); t++ {
		if n.words[t].letters != caseUpper || d.Word(t-1) != "(" || d.Word(t+1) != ")" {
			continue
		}
		if n.spells(t-1, d.Word(t)) {
			if n.terms == nil {
				n.terms = map[uint32]bool{}
			}
			n.terms[n.words[t].word] = true
		}
	}
}

// spells reports whether the words before end begin, in order, with the letters of short, the first of
// them in lower case. One small word may stand between.
func (n *namer) spells(end int32, short string) bool {
	t, skipped := end-1, 0
	for k := len(short) - 1; k >= 0; {
		if t < 0 {
			return false
		}
		switch first := n.d.Text[n.d.Tokens[t].Start]; {
		case lowerByte(first) == lowerByte(short[k]):
			if k == 0 {
				return n.words[t].letters == caseLower
			}
			k--
		case skipped < 1 || n.d.Word(t) == "-":
			skipped++
		default:
			return false
		}
		t--
	}
	return false
}

// timeZone reports the name of a zone beside a time of day.
func timeZone(w string) bool {
	switch w {
	case "GMT", "UTC", "BST", "CET", "CEST", "EST", "EDT", "CST", "CDT", "MST", "PST", "PDT", "IST", "JST", "AEST", "MSK":
		return true
	}
	return false
}

// commonTerm reports short forms of things, offices and times that reports use without explanation.
func commonTerm(w string) bool {
	switch w {
	case "IED", "IEDs", "GDP", "GNP", "CEO", "CFO", "COO", "TV", "AI", "DNA", "RNA", "HIV", "AIDS", "PPE", "UAV", "UAVs", "NGO", "NGOs", "MP", "MPs", "PM", "VP", "ET", "PT",
		"AM", "ID", "IDs", "MBA", "SUV", "SUVs", "ATM", "PIN", "URL", "PDF", "VPN", "OK", "Q1", "Q2", "Q3", "Q4", "CCTV", "GPS", "LGBT", "LGBTQ", "POW", "POWs", "WMD", "WMDs", "ICBM", "ICBMs", "EEZ", "FAQ", "PTSD", "IQ", "IPO", "PR", "HR", "IT", "DJ", "CD", "DVD", "QC", "KC", "SC", "RPG", "RPGs", "VBIED", "SVBIED":
		return true
	}
	return false
}
