package main

import (
	"github.com/spf13/cobra"

	"sayso/internal/web"
)

func openapiCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "openapi",
		Short:   "Print the description of the .json pages (OpenAPI 3.1)",
		Long:    "Openapi prints what programs can ask of sayso serve, and what they get: every page\nhas its data at the same address with .json. The server has it at /openapi.json.",
		Example: "  sayso openapi > sayso.openapi.json",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			_, err := c.OutOrStdout().Write(web.OpenAPI)
			return err
		},
	}
}
