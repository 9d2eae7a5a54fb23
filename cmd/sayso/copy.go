package main

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"sayso/internal/store"
)

func copyCommand() *cobra.Command {
	var from, to string
	c := &cobra.Command{
		Use:   "copy --from LEDGER --to LEDGER",
		Short: "Copy a ledger, from a file to PostgreSQL or back, and prove it",
		Long: `Copy writes all that a ledger holds to another one, of the same engine or of the
other, that is new or empty. It goes in as a whole or not at all. Then both are
exported, as sayso export does, and the exports must be equal to the byte; and
the copy is checked as sayso check does, with the hash of every snapshot.`,
		Example: `  sayso copy --from story.db --to postgres://ed@localhost/story
  sayso copy --from postgres://ed@localhost/story --to story.db`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if to == "" {
				return misused(c, fmt.Errorf("say with --to where the copy goes"))
			}
			if from == "" {
				var err error
				if from, err = ledgerPath(c); err != nil {
					return err
				}
			}
			return copyLedger(c, from, to)
		},
	}
	c.Flags().StringVar(&from, "from", "", "the ledger to copy, a file or postgres://… (default: that of --ledger)")
	c.Flags().StringVar(&to, "to", "", "the new ledger, a file or postgres://…")
	return c
}

func copyLedger(c *cobra.Command, from, to string) error {
	ctx := c.Context()
	a, err := store.Open(ctx, from, false)
	if err != nil {
		return err
	}
	defer a.Close()
	b, err := store.Open(ctx, to, true)
	if err != nil {
		return err
	}
	defer b.Close()
	done, err := a.CopyTo(ctx, b)
	if err != nil {
		return err
	}
	fmt.Fprintf(c.OutOrStdout(), "copied %d rows of %d tables to %s\n", done.Rows, done.Tables, b.Path)
	if err := compare(c, a, b); err != nil {
		return err
	}
	return check(c, b)
}

// compare holds the exports of two ledgers against one another and says what it saw.
func compare(c *cobra.Command, a, b *store.Store) error {
	ours, theirs := exports(c.Context(), a), exports(c.Context(), b)
	all := sha256.New()
	var size int64
	for i := range ours {
		x, n, err := hashed(ours[i])
		if err != nil {
			return err
		}
		y, _, err := hashed(theirs[i])
		if err != nil {
			return err
		}
		if x != y {
			return fmt.Errorf("compare %s with %s: %s of their exports differs; if reports were added meanwhile, copy again when none are", a.Path, b.Path, ours[i].name)
		}
		all.Write(x[:])
		size += n
	}
	fmt.Fprintf(c.OutOrStdout(), "equal exports: %d files, %d bytes, sha256:%x\n", len(ours), size, all.Sum(nil))
	return nil
}

// hashed is the hash and the size of a file of an export, which is not written anywhere.
func hashed(f exported) (sum [sha256.Size]byte, n int64, err error) {
	h := sha256.New()
	w := &counter{w: h}
	if err := f.write(w); err != nil {
		return sum, 0, fmt.Errorf("export %s: %w", f.name, err)
	}
	return [sha256.Size]byte(h.Sum(nil)), w.n, nil
}

// A counter counts what goes through it.
type counter struct {
	w io.Writer
	n int64
}

func (c *counter) Write(b []byte) (int, error) {
	n, err := c.w.Write(b)
	c.n += int64(n)
	return n, err
}

func backupCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "backup FILE",
		Short: "Write the ledger to a new file while it is in use",
		Long: `Backup writes the ledger, as it is at one moment, to a new file; others can read
and add reports meanwhile. The file is a ledger itself, also when the ledger is
in PostgreSQL: use it with --ledger FILE, or put it back with sayso copy.`,
		Example: `  sayso backup ledger-2026-03-04.db
  sayso backup --ledger postgres://ed@localhost/story story.db`,
		Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			s, err := openLedger(c, false)
			if err != nil {
				return err
			}
			defer s.Close()
			if err := s.Backup(c.Context(), args[0]); err != nil {
				return err
			}
			return backedUp(c.Context(), c.OutOrStdout(), args[0])
		},
	}
}

// backedUp opens the backup and says what is in it.
func backedUp(ctx context.Context, w io.Writer, path string) error {
	b, err := store.Open(ctx, path, false)
	if err != nil {
		return err
	}
	defer b.Close()
	n, err := b.Counts(ctx)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s: %d reports, %d revisions, %d snapshots\n", path, n.Reports, n.Revisions, n.Snapshots)
	return err
}
