package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/netip"

	"github.com/spf13/cobra"

	"sayso"
	"sayso/internal/store"
	"sayso/internal/web"
)

// What keeps a ledger from being served to others; hints tells the way out of each.
var (
	errNoUsers = errors.New("others can reach this address, and the ledger has no users: whoever came would read and decide")
	errNoTLS   = errors.New("others can reach this address, and passwords would cross the network in the clear")
)

// servingFlags are how a ledger is served to more than this machine.
type servingFlags struct {
	cert, key string
	proxy     bool
	proxyFrom []string
	plain     bool
	logFormat string
}

func (f *servingFlags) bind(c *cobra.Command) {
	c.Flags().StringVar(&f.cert, "tls-cert", "", "file with the certificate chain (PEM): serve HTTPS")
	c.Flags().StringVar(&f.key, "tls-key", "", "file with the certificate's key (PEM)")
	c.Flags().BoolVar(&f.proxy, "behind-proxy", false, "a proxy before this server sets X-Forwarded-For and X-Forwarded-Proto")
	c.Flags().StringSliceVar(&f.proxyFrom, "proxy-from", nil, "address or network of that proxy (default: this machine and private networks)")
	c.Flags().BoolVar(&f.plain, "insecure-http", false, "serve others over HTTP all the same")
	c.Flags().StringVar(&f.logFormat, "log-format", "", "log requests to standard error: text, json or none (none; text where others are served)")
	c.RegisterFlagCompletionFunc("log-format", cobra.FixedCompletions([]string{"text", "json", "none"}, cobra.ShellCompDirectiveNoFileComp))
}

// listen opens the address, if the ledger may be served there.
func (f *servingFlags) listen(ctx context.Context, st *store.Store, addr string) (l net.Listener, others bool, err error) {
	if (f.cert == "") != (f.key == "") {
		return nil, false, &exit{exitUsage, errors.New("serve: --tls-cert and --tls-key go together")}
	}
	var config *tls.Config
	if f.cert != "" {
		pair, err := tls.LoadX509KeyPair(f.cert, f.key)
		if err != nil {
			return nil, false, fmt.Errorf("serve: certificate %s: %w", f.cert, err)
		}
		config = &tls.Config{Certificates: []tls.Certificate{pair}, NextProtos: []string{"h2", "http/1.1"}}
	}
	if l, err = net.Listen("tcp", addr); err != nil {
		return nil, false, fmt.Errorf("serve: %w", err)
	}
	a, ok := l.Addr().(*net.TCPAddr)
	others = !ok || !a.IP.IsLoopback() || f.proxied()
	if err := f.allowed(ctx, st, others); err != nil {
		l.Close()
		return nil, others, fmt.Errorf("serve on %s: %w", addr, err)
	}
	if config != nil {
		l = tls.NewListener(l, config)
	}
	return l, others, nil
}

// proxied reports whether a proxy stands before the server.
func (f *servingFlags) proxied() bool { return f.proxy || len(f.proxyFrom) > 0 }

// allowed is why a ledger must not be served to others as asked.
func (f *servingFlags) allowed(ctx context.Context, st *store.Store, others bool) error {
	if !others {
		return nil
	}
	has, err := st.HasUsers(ctx)
	switch {
	case err != nil:
		return err
	case !has:
		return errNoUsers
	case f.cert == "" && !f.proxied() && !f.plain:
		return errNoTLS
	}
	return nil
}

// options are what the pages are told.
func (f *servingFlags) options(w io.Writer, others bool) (web.Options, error) {
	o := web.Options{Version: sayso.Version, Proxy: f.proxy, Local: !others, Plain: f.plain}
	for _, p := range f.proxyFrom {
		n, err := network(p)
		if err != nil {
			return o, &exit{exitUsage, fmt.Errorf("serve: --proxy-from %q is no address or network of the form 192.0.2.0/24", p)}
		}
		o.Proxies, o.Proxy = append(o.Proxies, n), true
	}
	format := f.logFormat
	if format == "" && others {
		format = "text"
	}
	switch format {
	case "", "none":
	case "text":
		o.Log = slog.New(slog.NewTextHandler(w, nil))
	case "json":
		o.Log = slog.New(slog.NewJSONHandler(w, nil))
	default:
		return o, &exit{exitUsage, fmt.Errorf("serve: no log format %q; formats are text, json and none", format)}
	}
	return o, nil
}

// network is an address, as a network of one, or a network.
func network(s string) (netip.Prefix, error) {
	if a, err := netip.ParseAddr(s); err == nil {
		return a.Unmap().Prefix(a.Unmap().BitLen())
	}
	return netip.ParsePrefix(s)
}

// scheme is how the address begins.
func (f *servingFlags) scheme() string {
	if f.cert != "" {
		return "https"
	}
	return "http"
}
