package main

import (
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"sayso"
	"sayso/internal/store"
)

// ledgerPath is the file that --ledger names, else $SAYSO_LEDGER, else the one in the user's data
// folder (https://specifications.freedesktop.org/basedir-spec/).
func ledgerPath(c *cobra.Command) (string, error) {
	if p, _ := c.Flags().GetString("ledger"); p != "" {
		return p, nil
	}
	if p := os.Getenv("SAYSO_LEDGER"); p != "" {
		return p, nil
	}
	data := os.Getenv("XDG_DATA_HOME")
	if !filepath.IsAbs(data) {
		home, err := os.UserHomeDir()
		if err != nil {
			return "", err
		}
		data = filepath.Join(home, ".local", "share")
	}
	return filepath.Join(data, "sayso", "ledger.db"), nil
}

// openLedger opens the command's ledger; with create it is made where there is none.
func openLedger(c *cobra.Command, create bool) (*store.Store, error) {
	path, err := ledgerPath(c)
	if err != nil {
		return nil, err
	}
	return store.Open(c.Context(), path, create)
}

// engine stamps what this program reads.
func engine() store.Engine {
	return store.Engine{Version: sayso.Version, Model: sayso.ModelHash()}
}
