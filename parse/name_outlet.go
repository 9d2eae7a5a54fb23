package parse

import (
	_ "embed"
	"sort"
	"strings"
	"sync"
)

//go:embed data/outlets.txt
var outletList string

// outlets are the known outlets by every spelling, in order.
var outlets = sync.OnceValue(func() []string {
	var out []string
	for _, l := range ParseList(outletList) {
		name, _, _ := strings.Cut(l, " = ")
		out = append(out, strings.TrimPrefix(name, "The "))
	}
	sort.Strings(out)
	return out
})

// Outlets are the names under which the engine knows news outlets and agencies, without article, sorted.
func Outlets() []string { return outlets() }

// isOutlet reports a known outlet's name as written; "THE NORLAND POST" is looked up as it stands.
func isOutlet(name string) bool {
	list := outlets()
	i := sort.SearchStrings(list, name)
	return i < len(list) && list[i] == name
}
