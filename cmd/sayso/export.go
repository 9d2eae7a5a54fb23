package main

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"sayso/export"
	"sayso/internal/live"
	"sayso/internal/store"
)

func exportCommand() *cobra.Command {
	var snapshots bool
	c := &cobra.Command{
		Use:   "export DIR",
		Short: "Write the whole ledger as JSONL and CSV",
		Long: `Export writes everything in the ledger to files in a folder, which is made where
there is none:

  readings.jsonl                    every reading of every revision, sayso/reading/1
  reports, statements, sources,
  events, figures  .jsonl and .csv  the lists, of the newest revisions
  stories.jsonl and .csv            every story with all its page shows
  claims, tallies  .jsonl and .csv  what is claimed and counted across reports
  revisions.jsonl                   where each revision came from, with hashes
  decisions.jsonl, failures.jsonl   the audit trail, and what did not go in
  feeds.jsonl                       what is watched, and how it goes

A file is replaced only when its successor is complete. Cells of CSV that begin
with = + - or @ get an apostrophe, so that no spreadsheet runs them.`,
		Example: "  sayso export ledger-2026-03",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			s, err := openLedger(c, false)
			if err != nil {
				return err
			}
			defer s.Close()
			if err := exportAll(c.Context(), s, args[0]); err != nil || !snapshots {
				return err
			}
			return exportSnapshots(c.Context(), s, filepath.Join(args[0], "snapshots"))
		},
	}
	c.Flags().BoolVar(&snapshots, "snapshots", false, "also write the bytes as they came, to snapshots/SHA256")
	return c
}

// exportSnapshots writes the bytes that each revision was read from to a file named by their hash.
func exportSnapshots(ctx context.Context, s *store.Store, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for k, err := range s.Kept(ctx, nil) {
		if err != nil {
			return err
		}
		sum := sha256.Sum256(k.Bytes)
		err = writeFile(filepath.Join(dir, hex.EncodeToString(sum[:])), func(w io.Writer) error {
			_, err := w.Write(k.Bytes)
			return err
		})
		if err != nil {
			return fmt.Errorf("export snapshots: %w", err)
		}
	}
	return nil
}

func exportAll(ctx context.Context, s *store.Store, dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, f := range exports(ctx, s) {
		if err := writeFile(filepath.Join(dir, f.name), f.write); err != nil {
			return fmt.Errorf("export %s: %w", f.name, err)
		}
	}
	return nil
}

// An exported is one file of an export.
type exported struct {
	name  string
	write func(io.Writer) error
}

// exports is every file of an export of s.
func exports(ctx context.Context, s *store.Store) []exported {
	a := &across{}
	story, claim := func(r *export.StoryRow) string { return r.ID }, func(r *export.ClaimRow) string { return r.ID }
	tally := func(*live.TallyRow) string { return "" } // each is of one story
	return []exported{
		{"readings.jsonl", func(w io.Writer) error { return exportReadings(ctx, s, w) }},
		{"reports.jsonl", reports.export(ctx, s, jsonl)}, {"reports.csv", reports.export(ctx, s, nil)},
		{"statements.jsonl", statements.export(ctx, s, jsonl)}, {"statements.csv", statements.export(ctx, s, nil)},
		{"sources.jsonl", sources.export(ctx, s, jsonl)}, {"sources.csv", sources.export(ctx, s, nil)},
		{"events.jsonl", events.export(ctx, s, jsonl)}, {"events.csv", events.export(ctx, s, nil)},
		{"figures.jsonl", figures.export(ctx, s, jsonl)}, {"figures.csv", figures.export(ctx, s, nil)},
		{"stories.jsonl", func(w io.Writer) error { return a.exportStories(ctx, s, w) }},
		{"stories.csv", exportAcross(ctx, a, a.stories(), story, s, nil)},
		{"claims.jsonl", exportAcross(ctx, a, a.claims(), claim, s, jsonl)}, {"claims.csv", exportAcross(ctx, a, a.claims(), claim, s, nil)},
		{"tallies.jsonl", exportAcross(ctx, a, a.tallies(), tally, s, jsonl)}, {"tallies.csv", exportAcross(ctx, a, a.tallies(), tally, s, nil)},
		{"revisions.jsonl", func(w io.Writer) error { return exportRevisions(ctx, s, w) }},
		{"decisions.jsonl", func(w io.Writer) error { return exportRows(ctx, w, s.Decisions) }},
		{"failures.jsonl", func(w io.Writer) error { return exportRows(ctx, w, s.Failures) }},
		{"feeds.jsonl", func(w io.Writer) error { return exportRows(ctx, w, s.Feeds) }},
	}
}

// writeFile writes beside path and renames when all is written.
func writeFile(path string, write func(io.Writer) error) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".sayso-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	defer f.Close()
	w := bufio.NewWriterSize(f, 1<<16)
	if err := write(w); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if err := f.Chmod(0o644); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

func jsonl(w io.Writer) *json.Encoder {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	return e
}

// export writes all rows of a list: as JSONL or, without an encoder, as CSV.
func (l *listing[T]) export(ctx context.Context, s *store.Store, encoder func(io.Writer) *json.Encoder) func(io.Writer) error {
	return func(w io.Writer) error { return l.all(ctx, s, store.Filter{}, w, encoder) }
}

// all writes the rows that f selects, a page in memory at a time.
func (l *listing[T]) all(ctx context.Context, s *store.Store, f store.Filter, w io.Writer, encoder func(io.Writer) *json.Encoder) error {
	csv := export.NewCSV(w)
	if encoder == nil {
		csv.Write(l.heads())
	}
	f.Limit = 1000
	for {
		page, err := l.list(s, ctx, f)
		if err != nil {
			return err
		}
		for i := range page.Rows {
			if encoder == nil {
				csv.Write(l.cells(&page.Rows[i]))
			} else if err := encoder(w).Encode(&page.Rows[i]); err != nil {
				return err
			}
		}
		if f.After = page.Next; f.After == "" {
			return csv.Flush()
		}
	}
}

// stored is a reading as published, with where it stands in the ledger.
type stored struct {
	*export.Reading
	Revision string `json:"revision"`
	Current  bool   `json:"current"` // the newest revision of its report
}

func storedReading(g *store.StoredReading) stored {
	return stored{export.Of(g.Reading, export.Engine{Version: g.Engine.Version, Model: g.Engine.Model}), g.Revision, g.Current}
}

func exportReadings(ctx context.Context, s *store.Store, w io.Writer) error {
	e := jsonl(w)
	for g, err := range s.Readings(ctx, true) {
		if err != nil {
			return err
		}
		if err := e.Encode(storedReading(g)); err != nil {
			return err
		}
	}
	return nil
}

func exportRevisions(ctx context.Context, s *store.Store, w io.Writer) error {
	type row struct {
		Report string `json:"report"`
		store.Revision
	}
	e := jsonl(w)
	f := store.Filter{Limit: 1000}
	for {
		page, err := s.Reports(ctx, f)
		if err != nil {
			return err
		}
		for _, r := range page.Rows {
			vs, err := s.Revisions(ctx, r.ID)
			if err != nil {
				return err
			}
			for _, v := range vs {
				if err := e.Encode(row{r.ID, v}); err != nil {
					return err
				}
			}
		}
		if f.After = page.Next; f.After == "" {
			return nil
		}
	}
}

func exportRows[T any](ctx context.Context, w io.Writer, list func(context.Context) ([]T, error)) error {
	rows, err := list(ctx)
	if err != nil {
		return err
	}
	e := jsonl(w)
	for _, r := range rows {
		if err := e.Encode(r); err != nil {
			return err
		}
	}
	return nil
}
