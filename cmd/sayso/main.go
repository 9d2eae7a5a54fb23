// Command sayso reads news reports and keeps a ledger of who said what, on whose say-so.
package main

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"sayso"
	"sayso/article"
	"sayso/export"
	"sayso/parse"
)

func main() {
	root := &cobra.Command{Use: "sayso", Short: "who said what, on whose say-so", SilenceUsage: true}
	root.AddCommand(readCommand(), parseCommand(), &cobra.Command{Use: "version", Run: func(c *cobra.Command, _ []string) { fmt.Println("sayso", sayso.Version) }})
	if err := root.Execute(); err != nil {
		os.Exit(1)
	}
}

func readCommand() *cobra.Command {
	var format, published, outlet, title string
	c := &cobra.Command{Use: "read FILE…", Args: cobra.MinimumNArgs(1), RunE: func(_ *cobra.Command, files []string) error {
		w := bufio.NewWriter(os.Stdout)
		defer w.Flush()
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		for _, f := range files {
			as, err := load(f)
			if err != nil {
				return err
			}
			for _, a := range as {
				if published != "" {
					a.Published = published
				}
				if outlet != "" {
					a.Outlet = outlet
				}
				if title != "" {
					a.Title = title
				}
				if err := enc.Encode(export.Of(sayso.Read(a), export.Engine{Version: sayso.Version, Model: parse.ModelHash()})); err != nil {
					return err
				}
			}
		}
		return nil
	}}
	c.Flags().StringVar(&format, "format", "json", "")
	c.Flags().StringVar(&published, "published", "", "")
	c.Flags().StringVar(&outlet, "outlet", "", "")
	c.Flags().StringVar(&title, "title", "", "")
	return c
}

func load(f string) ([]*article.Article, error) {
	b, err := os.ReadFile(f)
	if err != nil {
		return nil, err
	}
	if !strings.HasSuffix(f, ".jsonl") {
		sum := sha256.Sum256(b)
		return []*article.Article{{ID: hex.EncodeToString(sum[:6]), Text: string(b)}}, nil
	}
	var out []*article.Article
	for _, l := range bytes.Split(b, []byte("\n")) {
		if len(bytes.TrimSpace(l)) == 0 {
			continue
		}
		var v struct {
			ID, URL, Outlet, Title, Published, Language, Text string
			Authors                                           []string
		}
		if err := json.Unmarshal(l, &v); err != nil {
			return nil, err
		}
		out = append(out, &article.Article{ID: v.ID, URL: v.URL, Outlet: v.Outlet, Title: v.Title, Authors: v.Authors, Published: v.Published, Language: v.Language, Text: v.Text})
	}
	return out, nil
}
