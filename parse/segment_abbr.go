package parse

// How an abbreviation treats the period after it.
type abbrKind uint8

const (
	abbrNone        abbrKind = iota
	abbrAlways               // the period is the abbreviation's: "Mr.", "Dec."
	abbrBeforeDigit          // only before a figure: "No. 5", "Sat. 12"
	abbrBeforeName           // before a capital or figure: "Sun. Oct. 3"
	abbrAfterComma           // after a comma: "Springfield, Ill."
	abbrInside               // but not where the sentence ends: "boats, planes, etc."
)

// abbreviation tells how the word w, without its period, is abbreviated. The list is the common
// stock of English press and correspondence; words that are also ordinary words need more around them.
func abbreviation(w string) abbrKind {
	if len(w) < 2 || len(w) > 6 {
		return abbrNone
	}
	switch w {
	case "Mr", "Mrs", "Ms", "Dr", "Prof", "Gen", "Gov", "Sen", "Sens", "Rep", "Reps", "Lt", "Col", "Sgt", "Maj", "Capt", "Cmdr", "Cdr", "Adm", "Rev", "Hon", "Supt", "Cpl", "Pvt",
		"Insp", "Amb", "Atty", "Messrs", "Mme", "Mlle", "St", "Ste", "Mt", "Ft", "Brig", "Cmdt", "Pfc", "Spc", "Fr", "Sr", "Jr", "Pres", "Sec", "Lieut", "Attn",
		"MR", "MRS", "MS", "DR", "GEN", "SEN", "REP", "LT", "COL", "SGT", "CAPT", "GOV",
		"Jan", "Feb", "Apr", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "JAN", "FEB", "SEPT", "OCT", "NOV", "DEC",
		"Inc", "Corp", "Ltd", "Bros", "Assn", "Dept", "Univ", "Intl", "Natl", "Govt", "Conf", "Mfg", "Cos",
		"vs", "al", "approx", "cf", "ca", "viz", "ie", "eg", "eds", "figs", "pp", "vol", "vols", "esp", "incl", "Vol", "est", "ed", "div", "dept",
		"Blvd", "Ave", "Rd", "Hwy", "Bldg", "Apt", "Ph",
		"Ala", "Ariz", "Calif", "Colo", "Conn", "Fla", "Kan", "Minn", "Mont", "Neb", "Nev", "Okla", "Penn", "Tenn", "Wis", "Wyo", "Ont", "Que", "Alta", "Sask", "Vt", "Va", "Ga", "Ky", "Tex":
		return abbrAlways
	case "No", "Nos", "no", "nos", "Art", "Arts", "art", "Fig", "fig", "Mar", "Jun", "Jul", "Sat", "Para", "para", "Sec.", "Ch", "ch", "Ref", "NO":
		return abbrBeforeDigit
	case "Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri", "Sun", "Op", "Det", "Const", "Insp.", "Gens", "Ex":
		return abbrBeforeName
	case "Ill", "Ind", "Mass", "Md", "Mich", "Miss", "Mo", "Ore", "Pa", "Wash", "La", "Del", "Ark", "Me":
		return abbrAfterComma
	case "etc", "Co", "Etc":
		return abbrInside
	}
	return abbrNone
}
