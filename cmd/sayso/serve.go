package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"

	"sayso"
	"sayso/internal/web"
)

func serveCommand() *cobra.Command {
	var addr string
	var watching bool
	var f watchFlags
	c := &cobra.Command{
		Use:   "serve",
		Short: "show the ledger as pages in a browser",
		Long: `Serves the ledger as pages, each with its data at the same address with .json.

It listens on this machine only unless --listen names another address. With
--watch it also polls the feeds, as sayso watch does; /feeds shows how it goes.`,
		Example: `  sayso serve
  sayso serve --listen 127.0.0.1:9000 --ledger story.db
  sayso serve --watch`,
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if !watching {
				return serve(c, addr, nil)
			}
			return serve(c, addr, &f)
		},
	}
	c.Flags().StringVar(&addr, "listen", "127.0.0.1:8787", "address and port to listen on")
	c.Flags().BoolVar(&watching, "watch", false, "also poll the feeds and add what they bring")
	f.bind(c)
	return c
}

// serve serves the ledger and, with flags for it, watches its feeds.
func serve(c *cobra.Command, addr string, watching *watchFlags) error {
	st, err := openLedger(c, true)
	if err != nil {
		return err
	}
	defer st.Close()
	h, err := web.New(st, web.Options{Version: sayso.Version})
	if err != nil {
		return err
	}
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return fmt.Errorf("serve: %w", err)
	}
	fmt.Fprintf(c.OutOrStdout(), "the ledger is at http://%s/  (Ctrl-C ends it)\n", l.Addr())
	if a, ok := l.Addr().(*net.TCPAddr); ok && !a.IP.IsLoopback() {
		fmt.Fprintln(c.ErrOrStderr(), "sayso: whoever reaches this address reads the ledger: there is no login; put a server that asks for one before it")
	}
	if watching == nil {
		return serveUntil(c.Context(), l, h)
	}
	ctx, stop := context.WithCancel(c.Context())
	defer stop()
	watched := make(chan error, 1)
	go func() {
		defer stop() // a watcher that cannot go on ends the server
		watched <- watching.watcher(st, c.OutOrStdout(), c.ErrOrStderr()).Run(ctx, false)
	}()
	err = serveUntil(ctx, l, h)
	stop()
	return errors.Join(<-watched, err)
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
