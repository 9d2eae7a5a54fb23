package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"sayso"
	"sayso/parse"
)

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version of the program and its models",
		Args:  cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			_, err := fmt.Fprintf(c.OutOrStdout(), "sayso %s, model %s\n", sayso.Version, parse.ModelHash())
			return err
		},
	}
}
