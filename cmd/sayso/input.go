package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"sayso/article"
	"sayso/internal/fetch"
	"sayso/internal/ingest"
	"sayso/internal/store"
)

// inputFlags are the flags of every command that takes reports.
type inputFlags struct {
	given store.Given
	allow []string
}

func (f *inputFlags) bind(c *cobra.Command) {
	c.Flags().StringVar(&f.given.Published, "published", "", "date of publication, ISO 8601; goes before what the file says, as the next three do")
	c.Flags().StringVar(&f.given.Outlet, "outlet", "", "who published it")
	c.Flags().StringVar(&f.given.Title, "title", "", "its headline")
	c.Flags().StringVar(&f.given.URL, "url", "", "its address, of a saved page")
	c.Flags().StringSliceVar(&f.allow, "allow-host", nil, "a host in a private network that may be asked")
}

// options are the flags as ingest takes them.
func (f *inputFlags) options(c *cobra.Command) (ingest.Options, error) {
	if _, ok := (&article.Article{Published: f.given.Published}).PublishedTime(); f.given.Published != "" && !ok {
		return ingest.Options{}, &exit{exitUsage, fmt.Errorf("%s: --published %q is no date of the form 2026-03-04 or 2026-03-04T09:30:00+02:00", c.Name(), f.given.Published)}
	}
	return ingest.Options{Given: f.given, Client: &fetch.Client{Allow: f.allow}, Stdin: c.InOrStdin()}, nil
}

// load is the articles in one file, or in what "-" names.
func load(name string, in io.Reader) ([]*article.Article, error) {
	var out []*article.Article
	err := ingest.Each(context.Background(), []string{name}, ingest.Options{Workers: 1, Stdin: in}, ingest.Decode, func(_ string, a *article.Article, err error) error {
		out = append(out, a)
		return err
	})
	return out, err
}
