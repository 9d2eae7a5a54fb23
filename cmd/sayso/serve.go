package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"runtime/debug"
	"time"

	"github.com/spf13/cobra"

	"sayso/internal/store"
	"sayso/internal/web"
)

func serveCommand() *cobra.Command {
	var addr string
	var watching bool
	var f watchFlags
	var to servingFlags
	c := &cobra.Command{
		Use:   "serve",
		Short: "Show the ledger as pages in a browser",
		Long: `Serve shows the ledger as pages, each with its data at the same address with .json.

It listens on this machine only unless --listen names another address. For others
it needs users (sayso users add) and HTTPS, its own or that of a proxy before it.
With --watch it also polls the feeds, as sayso watch does; /feeds shows how it
goes. It reads what was queued (sayso add --queue) unless told --no-work; sayso
jobs shows how far it is.`,
		Example: `  sayso serve
  sayso serve --listen 127.0.0.1:9000 --ledger story.db
  sayso serve --watch
  sayso serve --listen :8443 --tls-cert chain.pem --tls-key key.pem
  sayso serve --listen 10.0.0.5:8787 --behind-proxy`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return serve(c, addr, &to, &f, watching)
		},
	}
	c.Flags().StringVar(&addr, "listen", "127.0.0.1:8787", "address and port to listen on")
	c.Flags().BoolVar(&watching, "watch", false, "also poll the feeds and add what they bring")
	f.bind(c)
	to.bind(c)
	return c
}

// serve serves the ledger, works its queue unless told not to and, where it is to, watches its feeds.
func serve(c *cobra.Command, addr string, to *servingFlags, f *watchFlags, watching bool) error {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(20) // a server holds all readings: some more work for less memory (docs/across-reports.md)
	}
	st, err := openLedger(c, true)
	if err != nil {
		return err
	}
	defer st.Close()
	l, others, err := to.listen(c.Context(), st, addr)
	if err != nil {
		return err
	}
	defer l.Close()
	o, err := to.options(c.ErrOrStderr(), others)
	if err != nil {
		return err
	}
	h, err := web.New(st, o)
	if err != nil {
		return err
	}
	fmt.Fprintf(c.OutOrStdout(), "the ledger is at %s://%s/  (Ctrl-C ends it)\n", to.scheme(), l.Addr())
	run := func(ctx context.Context) error { return serveUntil(ctx, l, h) }
	if watching {
		run = watched(st, c, f, run)
	}
	if f.idle {
		return run(c.Context())
	}
	return beside(c.Context(), worker(st, c.OutOrStdout(), c.ErrOrStderr(), f.allow), run)
}

// watched is run with a watcher beside it: one that cannot go on ends it.
func watched(st *store.Store, c *cobra.Command, f *watchFlags, run func(context.Context) error) func(context.Context) error {
	return func(ctx context.Context) error {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		done := make(chan error, 1)
		go func() {
			defer stop()
			poll := func(ctx context.Context) error {
				return f.watcher(st, c.OutOrStdout(), c.ErrOrStderr()).Run(ctx, false)
			}
			done <- enduring(ctx, c.ErrOrStderr(), poll)
		}()
		err := run(ctx)
		stop()
		return errors.Join(<-done, err)
	}
}

// serveUntil serves on l until ctx ends, then lets open requests finish.
func serveUntil(ctx context.Context, l net.Listener, h http.Handler) error {
	srv := &http.Server{Handler: h, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 30 * time.Second, WriteTimeout: 60 * time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10}
	done := make(chan error, 1)
	go func() { done <- srv.Serve(l) }()
	select {
	case err := <-done:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	end, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	if err := srv.Shutdown(end); err != nil && !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve: %w", err)
	}
	return nil
}
