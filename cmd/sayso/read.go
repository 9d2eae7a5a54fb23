package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"sayso"
	"sayso/export"
	"sayso/internal/ingest"
	"sayso/internal/store"
	"sayso/resolve"
)

func readCommand() *cobra.Command {
	var in inputFlags
	format := "text"
	c := &cobra.Command{
		Use:   "read FILE|URL|-…",
		Short: "Read reports and print who says what",
		Long: `Read prints what reports say and keeps nothing. A report is a text file, a saved
web page, an address, standard input (-), or a line of a .jsonl file; files may be
compressed (.gz). Reports are read several at a time and printed in order.

Formats: text is for a person. json is one object for one report and an array for
several; jsonl is one object a line. html is one page that stands by itself, with
the statements highlighted; md is Markdown.`,
		Example: `  sayso read report.html
  sayso read --published 2026-03-04 --outlet "Example Times" report.txt
  sayso read --format jsonl reports.jsonl.gz > readings.jsonl
  sayso read --format html https://example.com/news/1 > reading.html`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, names []string) error {
			o, err := in.options(c)
			if err != nil {
				return err
			}
			return readAll(c, names, o, format)
		},
	}
	c.Flags().StringVar(&format, "format", format, "text, json, jsonl, html or md")
	in.bind(c)
	c.RegisterFlagCompletionFunc("format", cobra.FixedCompletions([]string{"text", "json", "jsonl", "html", "md"}, cobra.ShellCompDirectiveNoFileComp))
	return c
}

// A printer prints readings of one format. print runs in several goroutines; begin, between and
// end write what stands around them.
type printer struct {
	print   func(io.Writer, *resolve.Reading) error
	begin   func(w io.Writer, many bool)
	between string
	end     func(w io.Writer, many bool)
}

func readAll(c *cobra.Command, names []string, o ingest.Options, format string) error {
	p, err := printerOf(format, c.OutOrStdout())
	if err != nil {
		return &exit{exitUsage, err}
	}
	work := func(in *store.Intake) ([]byte, error) {
		a, err := ingest.Decode(in)
		if err != nil {
			return nil, err
		}
		var b bytes.Buffer
		err = p.print(&b, sayso.Read(a))
		return b.Bytes(), err
	}
	w := bufio.NewWriterSize(c.OutOrStdout(), 1<<16)
	failed := &failures{w: c.ErrOrStderr()}
	out := &sequence{w: w, p: p}
	err = ingest.Each(c.Context(), names, o, work, func(_ string, b []byte, err error) error {
		if err != nil {
			failed.add(err)
			return nil
		}
		return out.add(b)
	})
	if err == nil {
		err = out.close()
	}
	if err == nil {
		err = w.Flush()
	}
	if err != nil {
		return err
	}
	return failed.exit(out.n > 0)
}

// sequence writes what a printer printed, one after the other. It holds the first back until it
// knows whether more come: one report is printed as itself, several as a list.
type sequence struct {
	w     io.Writer
	p     *printer
	first []byte
	n     int
}

func (s *sequence) add(b []byte) (err error) {
	s.n++
	switch s.n {
	case 1:
		s.first = b
		return nil
	case 2:
		s.p.begin(s.w, true)
		_, err = s.w.Write(s.first)
	}
	if err == nil {
		_, err = io.WriteString(s.w, s.p.between)
	}
	if err == nil {
		_, err = s.w.Write(b)
	}
	return err
}

func (s *sequence) close() error {
	if s.n == 0 {
		return nil
	}
	if s.n == 1 {
		s.p.begin(s.w, false)
		if _, err := s.w.Write(s.first); err != nil {
			return err
		}
	}
	s.p.end(s.w, s.n > 1)
	return nil
}

func nothing(io.Writer, bool) {}

func printerOf(format string, out io.Writer) (*printer, error) {
	published := func(w io.Writer, r *resolve.Reading) error {
		e := json.NewEncoder(w)
		e.SetEscapeHTML(false)
		return e.Encode(export.Of(r, export.Engine{Version: sayso.Version, Model: sayso.ModelHash()}))
	}
	switch format {
	case "jsonl":
		return &printer{print: published, begin: nothing, end: nothing}, nil
	case "json":
		bracket := func(s string) func(io.Writer, bool) {
			return func(w io.Writer, many bool) {
				if many {
					io.WriteString(w, s)
				}
			}
		}
		return &printer{print: published, begin: bracket("[\n"), between: ",\n", end: bracket("]\n")}, nil
	case "text":
		f, _ := out.(*os.File)
		return &printer{print: export.Text{Colour: f != nil && colour(f)}.Print, begin: nothing, between: "\n" + strings.Repeat("═", 80) + "\n\n", end: nothing}, nil
	case "md":
		return &printer{print: export.Markdown, begin: nothing, between: "\n", end: nothing}, nil
	case "html":
		begin := func(w io.Writer, _ bool) { export.HTML{}.Begin(w, "Who said what") }
		return &printer{print: export.HTML{}.Report, begin: begin, end: func(w io.Writer, _ bool) { export.HTML{}.End(w) }}, nil
	}
	return nil, fmt.Errorf("read: no format %q; formats are text, json, jsonl, html and md", format)
}
