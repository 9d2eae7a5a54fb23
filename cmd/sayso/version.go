package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"sayso"
)

func versionCommand() *cobra.Command {
	var models bool
	c := &cobra.Command{
		Use:   "version",
		Short: "Print the version of the program",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			_, err := fmt.Fprintln(c.OutOrStdout(), "sayso", sayso.Version)
			if err == nil && models {
				_, err = fmt.Fprintln(c.OutOrStdout(), "models", sayso.ModelHash())
			}
			return err
		},
	}
	c.Flags().BoolVar(&models, "models", false, "also print the hash of the models, as it stands in readings")
	return c
}
