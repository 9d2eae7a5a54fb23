package ledger

import "strings"

// takeTask reads the name of a body that says what it is for: "the League's Office for the Care of Seamen". What stands before its noun is
// whose it is, and one report may leave that out.
func (b *body) takeTask(fields []string) bool {
	i := 1
	for i+1 < len(fields) && !(tasks[strings.ToLower(fields[i])] && tasked[strings.ToLower(fields[i-1])]) {
		i++
	}
	if i+1 >= len(fields) {
		return false
	}
	rest := fields[i+1:]
	if strings.EqualFold(rest[0], "the") && len(rest) > 1 {
		rest = rest[1:]
	}
	if !isUpper(rest[0]) || countryOf(rest[0]) != "" || countryOf(strings.Join(rest[:min(2, len(rest))], " ")) != "" {
		return false
	}
	var before []string
	for _, f := range fields[:i-1] {
		if low := strings.ToLower(f); !placeless[low] && low != "federal" {
			before = append(before, f)
		}
	}
	if b.owner == "" && len(before) > 0 {
		b.owner = ownerOf(before)
		before = nil
	}
	b.name = singular(joinWords(nameWords(append(append(before, fields[i-1]), fields[i:]...))))
	b.task = true
	return true
}

var (
	tasks  = setOf(`for on against to`)
	tasked = setOf(`office center centre centers centres committee commission council campaign alliance coalition institute network board union agency authority bureau directorate fund initiative panel
		secretariat service society association federation foundation movement league organization organisation programme program department ministry`)
)

// ownersApart reports whether two names of whose something is are of two: "league" may be short for "league of ports".
func ownersApart(a, b string) bool {
	if a == "" || b == "" || a == b {
		return false
	}
	return !strings.HasPrefix(a, b+" ") && !strings.HasPrefix(b, a+" ")
}

// ownerWords are short forms of whose bodies reports tell of most.
var ownerWords = map[string]string{"un": "united nation", "u.n": "united nation", "united nations": "united nation", "eu": "european union", "e.u": "european union", "european union": "european union"}
