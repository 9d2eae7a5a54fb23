package main

import (
	"bufio"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"sayso/export"
	"sayso/parse"
)

func parseCommand() *cobra.Command {
	format := "tree"
	c := &cobra.Command{
		Use:   "parse FILE|URL|-…",
		Short: "Print the sentences, words, trees and names of reports",
		Long: `Parse prints how sayso reads the language of a report: one line a word, its part
of speech, and the word it hangs on, indented by depth. With --format conllu it
prints the whole file as Universal Dependencies trees for other programs.`,
		Example: `  sayso parse report.txt
  echo "The mayor resigned." | sayso parse -
  sayso parse --format conllu reports.jsonl > trees.conllu`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, files []string) error {
			w := bufio.NewWriter(c.OutOrStdout())
			defer w.Flush()
			return parseFiles(w, files, format, c.InOrStdin())
		},
	}
	c.Flags().StringVar(&format, "format", format, "tree (for people) or conllu (for programs)")
	return c
}

func parseFiles(w io.Writer, files []string, format string, in io.Reader) error {
	var print func(io.Writer, *parse.Doc) error
	switch format {
	case "tree":
		print = export.Tree{Colour: colour(os.Stdout)}.Print
	case "conllu":
		print = export.CoNLLU
	default:
		return &exit{exitUsage, fmt.Errorf("parse: no format %q; formats are tree and conllu", format)}
	}
	for _, f := range files {
		as, err := load(f, in)
		if err != nil {
			return err
		}
		for _, a := range as {
			if err := print(w, parse.Article(a)); err != nil {
				return err
			}
		}
	}
	return nil
}

// colour reports whether f is a terminal whose user has not turned colours off (https://no-color.org).
func colour(f *os.File) bool {
	if os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
