package main

import (
	"fmt"

	"sayso/article"
	"sayso/ledger"
	"sayso/resolve"
)

// edit is one line of streams/revisions-dev.
type edit struct {
	Day, Before, After string
	NumbersChanged     bool `json:"numbers_changed"`
}

// revisions asks for the edits that change a figure. The label of the corpus is set where the
// numbers as written differ, so a number written otherwise counts too; "values" leaves those out.
func revisions() error {
	edits, err := lines[edit]("streams/revisions-dev.jsonl.gz")
	if err != nil {
		return err
	}
	for _, values := range []bool{false, true} {
		var hit, found, wanted int
		for _, e := range edits {
			guess := changesFigure(e, values)
			if guess {
				found++
			}
			if e.NumbersChanged {
				wanted++
			}
			if guess && e.NumbersChanged {
				hit++
			}
			if *verbose && guess != e.NumbersChanged && !values {
				fmt.Printf("label %v\n  %s\n  %s\n", e.NumbersChanged, e.Before, e.After)
			}
		}
		fmt.Printf("revisions: values only %v: edits %d, with another figure %d: recall %.3f precision %.3f\n", values, len(edits), wanted, float64(hit)/float64(wanted), float64(hit)/float64(found))
		if !values {
			if err := hold("recall and precision of changed figures", min(float64(hit)/float64(wanted), float64(hit)/float64(found)), .95); err != nil {
				return err
			}
		}
	}
	return nil
}

func changesFigure(e edit, values bool) bool {
	for _, c := range ledger.Compare(plain(e.Before), plain(e.After)) {
		switch c.Kind {
		case ledger.FigureChanged, ledger.FigureAdded, ledger.FigureDropped:
			return true
		case ledger.FigureWritten:
			if !values {
				return true
			}
		}
	}
	return false
}

func plain(text string) *resolve.Reading {
	return &resolve.Reading{Article: &article.Article{ID: "item", Text: text}}
}
