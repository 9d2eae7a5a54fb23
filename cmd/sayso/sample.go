package main

import (
	"github.com/spf13/cobra"

	"sayso/sample"
)

func sampleCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "sample",
		Short: "Print the reports of a made-up story, to try sayso on",
		Long: `Sample prints the reports of a story as .jsonl: five outlets over two weeks.
The story, its places, people and outlets are made up.`,
		Example: "  sayso sample | sayso add --ledger sample.db -",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			_, err := c.OutOrStdout().Write(sample.Story)
			return err
		},
	}
}
