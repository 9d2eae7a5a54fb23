// Command cmd scores sayso on the corpora and refuses scores below their floors.
//
// usage: go run ./internal/eval/cmd -corpora DIR [-update [-allow-regression]] [MEASURE …]
//
// With -update the floors are set a little below what was reached; lowering one must be said aloud
// with -allow-regression. Exit status 1 means that a score lies below its floor.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"strings"

	"sayso/internal/eval"
)

const slack = 0.003 // room under a score for changes that trade one measure for another

func main() {
	corpora := flag.String("corpora", "", "folder of the corpora")
	update := flag.Bool("update", false, "raise the floors to what was reached")
	lower := flag.Bool("allow-regression", false, "with -update: lower floors too")
	file := flag.String("floors", "internal/eval/floors.json", "where -update writes")
	flag.Parse()
	if *corpora == "" {
		fail("usage: eval -corpora DIR [-update [-allow-regression]] [MEASURE …]")
	}
	got, err := eval.Run(*corpora, flag.Args(), os.Stdout)
	if err != nil {
		fail(err.Error())
	}
	floors, err := eval.Floors()
	if err != nil {
		fail(err.Error())
	}
	if *update {
		write(*file, raise(floors, got, *lower))
		return
	}
	if below := eval.Below(got, floors); len(below) > 0 {
		fail("below the floor: " + strings.Join(below, ", "))
	}
}

func raise(floors, got eval.Scores, lower bool) eval.Scores {
	for k, v := range got {
		if strings.Contains(k, "(error)") {
			continue
		}
		if f := math.Floor((v-slack)*1000) / 1000; f > floors[k] || lower {
			floors[k] = f
		}
	}
	return floors
}

func write(file string, floors eval.Scores) {
	b, err := json.MarshalIndent(floors, "", "  ")
	if err == nil {
		err = os.WriteFile(file, append(b, '\n'), 0o644)
	}
	if err != nil {
		fail(err.Error())
	}
}

func fail(s string) {
	fmt.Fprintln(os.Stderr, "eval:", s)
	os.Exit(1)
}
