package parse

import (
	"strings"
)

// isWeapon reports a weapon, platform or ship by its name: "Tomahawk", "AK-47", "USS Example".
func isWeapon(name string) bool {
	first, rest, _ := strings.Cut(name, " ")
	if shipPrefix(first) && rest != "" {
		return true
	}
	base, number, ok := strings.Cut(first, "-")
	if ok && len(number) > 0 && class[number[0]]&digit != 0 && designation(base) {
		return true
	}
	return weaponName(first) || weaponName(name)
}

// shipPrefix reports the prefix of a warship's or public vessel's name.
func shipPrefix(w string) bool {
	switch w {
	case "USS", "HMS", "USNS", "USCGC", "HMAS", "HMCS", "INS", "RFA", "ORP", "BRP", "ROKS", "KRI":
		return true
	}
	return false
}

// designation reports letters that begin the type number of an aircraft, vehicle, missile or firearm: F-35, T-72, RPG-7.
func designation(w string) bool {
	switch w {
	case "F", "B", "A", "AK", "AR", "AH", "UH", "CH", "MH", "OH", "MQ", "RQ", "EA", "EC", "RC", "KC", "C", "MV", "CV", "SU", "Su", "MiG", "MIG", "Tu", "TU", "Il", "IL", "An", "Mi", "Ka", "J", "JF",
		"M", "T", "BMP", "BTR", "BM", "RPG", "SA", "SS", "S", "DF", "KN", "Kh", "KH", "AGM", "AIM", "GBU", "MK", "SM", "RGM", "PAC", "TOS", "FIM", "FGM", "ZSU", "Hwasong", "Pukguksong", "Fateh", "Shahab", "Qiam", "Zolfaghar", "Fajr", "Shahed", "Geran", "Lancet", "Bayraktar", "KAB", "FAB":
		return true
	}
	return false
}

// weaponName reports the proper names of weapons and platforms that reports use alone.
func weaponName(w string) bool {
	switch w {
	case "Tomahawk", "Tomahawks", "Hellfire", "Hellfires", "Stinger", "Stingers", "HIMARS", "ATACMS", "GMLRS", "Iskander", "Iskanders", "Kinzhal", "Kalibr", "Oreshnik", "Shahed", "Shaheds", "Kalashnikov", "Kalashnikovs",
		"Reaper", "Reapers", "Predator drone", "Bayraktar", "TB2", "Abrams", "Leopard 2", "Humvee", "Humvees", "Black Hawk", "Black Hawks", "Apache helicopter", "Chinook", "Chinooks", "Osprey", "Ospreys", "Super Hornet", "Super Hornets", "Sukhoi", "Sukhois",
		"MiG", "MiGs", "Scud", "Scuds", "Qassam rocket", "Katyusha", "Katyushas", "Iron Dome", "THAAD", "NASAMS", "IRIS-T", "Patriot missile", "Grad", "Grads", "Stryker", "Strykers", "Javelin missile", "Javelins", "Storm Shadow", "Taurus missile", "Switchblade", "Excalibur shell", "Eurofighter", "Typhoon jet",
		"Rafale", "Rafales", "Gripen", "Gripens", "Merkava", "Merkavas", "Trident missile", "Minuteman III", "Glock", "Uzi", "Carl Gustaf", "Ghost Shark", "Poseidon drone", "Global Hawk", "ScanEagle", "Stratofortress", "Lancer bomber", "Spirit bomber", "Osprey aircraft", "Harrier", "Harriers", "Lynx helicopter":
		return true
	}
	return false
}

// weapons adds type numbers and ships, and gives them precedence over names that lie inside them.
func (n *namer) weapons() {
	d := n.d
	out := make([]Name, 0, len(d.Names))
	next := 0
	for t := int32(0); t < int32(len(d.Tokens)); t++ {
		if n.words[t].letters >= caseTitle {
			end := n.weaponAt(t, d.Sentences[d.Tokens[t].Sentence].End)
			k := next
			ship := shipPrefix(d.Word(t)) // "USS Karl R. Brandt" is no person
			for k < len(d.Names) && d.Names[k].First < end && d.Names[k].End <= end && (ship || d.Names[k].Kind != Person) {
				k++
			}
			if end > t && (k == len(d.Names) || d.Names[k].First >= end) {
				out = append(out, Name{First: t, End: end, Kind: Weapon})
				next, t = k, end-1
				continue
			}
		}
		if next < len(d.Names) && d.Names[next].First <= t {
			out = append(out, d.Names[next])
			t = d.Names[next].End - 1
			next++
		}
	}
	d.Names = out
}

// weaponAt is the end of a weapon's name at t, or t. It ends before limit.
func (n *namer) weaponAt(t, limit int32) int32 {
	d := n.d
	w := d.Word(t)
	if weaponName(w) {
		return t + 1
	}
	touching := t+2 < limit && d.Tokens[t].End == d.Tokens[t+1].Start && d.Tokens[t+1].End == d.Tokens[t+2].Start
	if touching && d.Word(t+1) == "-" && class[d.Text[d.Tokens[t+2].Start]]&digit != 0 && designation(w) {
		return t + 3
	}
	if i := strings.IndexByte(w, '-'); i > 0 && i+1 < len(w) && class[w[i+1]]&digit != 0 && designation(w[:i]) {
		return t + 1
	}
	if shipPrefix(w) {
		end := t + 1
		for end < limit && n.words[end].letters >= caseTitle {
			end++
		}
		if end > t+1 {
			return end
		}
	}
	return t
}
