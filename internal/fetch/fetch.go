// Package fetch gets what the user asked for from the web, and nothing else.
//
// [Client.Get] fetches one address and returns a [Page]: the bytes as the server sent them, its
// headers and the time. Addresses of private, loopback, link-local and metadata networks are
// refused after every name look-up, so that neither DNS nor a redirect can lead there, unless the
// user allowed the host by name. Size, time and redirects are bounded; proxies of the environment
// are not used; no cookies are kept. It is the program's only network client.
package fetch

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"syscall"
	"time"

	"code.dny.dev/ssrf"
)

// What can be wrong with an address or an answer, for callers that give a hint.
var (
	ErrPrivate   = errors.New("an address of a private network")
	ErrTooLarge  = errors.New("larger than the limit")
	ErrRedirects = errors.New("too many redirects")
	ErrScheme    = errors.New("neither http nor https")
	ErrStatus    = errors.New("refused by the server")
	ErrUnchanged = errors.New("not changed since")
)

// Client fetches pages. Its zero value works, with the limits that the fields' comments name.
type Client struct {
	Agent     string        // User-Agent; "" is "sayso" with where to read about it
	MaxBytes  int64         // of a body, unpacked; 0 is 16 MiB
	Timeout   time.Duration // for all of one Get; 0 is 30 s
	Redirects int           // at most; 0 is 5
	Allow     []string      // hosts that may lie in a private network or on an odd port: "localhost", "10.0.0.7"
}

// DefaultAgent says honestly who asks.
const DefaultAgent = "sayso/0.1 (reads news reports at a person's request)"

// A Page is what the server sent.
type Page struct {
	Asked   string // address asked for
	URL     string // address that answered, after redirects
	Moved   string // address that the server says to use from now on (301, 308), or ""
	Status  int
	Header  http.Header // without cookies
	Media   string      // media type of Content-Type, lower case, or ""
	Body    []byte      // without transfer and content coding
	Fetched time.Time   // UTC
}

// A Request is one address and what is known of it.
type Request struct {
	Address  string
	Accept   string // media types; "" is those of pages
	ETag     string // of the answer that the caller has: an answer that is the same is ErrUnchanged
	Modified string // Last-Modified of that answer

	allowed func(context.Context, *url.URL) error // asked before each redirect is followed; nil allows all
}

// Get fetches one address. A status that is not 200 is an error; the page is given beside it.
func (c *Client) Get(ctx context.Context, address string) (*Page, error) {
	return c.Do(ctx, Request{Address: address})
}

// Do fetches what r asks for, as [Client.Get] does.
func (c *Client) Do(ctx context.Context, r Request) (*Page, error) {
	p, err := c.get(ctx, &r)
	if err != nil {
		return p, fmt.Errorf("fetch %s: %w", r.Address, explain(err))
	}
	return p, nil
}

func (c *Client) get(ctx context.Context, r *Request) (*Page, error) {
	u, err := url.Parse(r.Address)
	if err != nil {
		return nil, err
	}
	if u.Scheme != "http" && u.Scheme != "https" {
		return nil, ErrScheme
	}
	ctx, cancel := context.WithTimeout(ctx, or(c.Timeout, 30*time.Second))
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, err
	}
	req.Header.Set("User-Agent", or(c.Agent, DefaultAgent))
	req.Header.Set("Accept", or(r.Accept, "text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1"))
	req.Header.Set("Accept-Encoding", "gzip")
	set(req.Header, "If-None-Match", r.ETag)
	set(req.Header, "If-Modified-Since", r.Modified)
	transport := c.transport()
	defer transport.CloseIdleConnections()
	way := &redirects{most: or(c.Redirects, 5), allowed: r.allowed, permanent: true}
	client := &http.Client{Transport: transport, CheckRedirect: way.follow}
	res, err := client.Do(req)
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	p, err := c.page(r.Address, res)
	p.Moved = way.moved
	return p, err
}

func set(h http.Header, name, value string) {
	if value != "" {
		h.Set(name, value)
	}
}

func (c *Client) page(address string, res *http.Response) (*Page, error) {
	p := &Page{Asked: address, URL: res.Request.URL.String(), Status: res.StatusCode, Header: res.Header.Clone(), Fetched: time.Now().UTC()}
	p.Header.Del("Set-Cookie")
	p.Media, _, _ = mime.ParseMediaType(res.Header.Get("Content-Type"))
	var body io.Reader = res.Body
	if strings.EqualFold(res.Header.Get("Content-Encoding"), "gzip") {
		z, err := gzip.NewReader(body)
		if err != nil {
			return p, err
		}
		body = z
	}
	limit := or(c.MaxBytes, 16<<20)
	var err error
	if p.Body, err = io.ReadAll(io.LimitReader(body, limit+1)); err != nil {
		return p, err
	}
	if int64(len(p.Body)) > limit {
		return p, fmt.Errorf("%w of %d bytes", ErrTooLarge, limit)
	}
	if res.StatusCode == http.StatusNotModified {
		return p, ErrUnchanged
	}
	if res.StatusCode != http.StatusOK {
		return p, fmt.Errorf("%w: %s", ErrStatus, res.Status)
	}
	return p, nil
}

// MayPass reports whether what went wrong with a request may be gone when it is made again; p is the
// answer, or nil where none came.
func MayPass(p *Page, err error) bool {
	if p == nil {
		return !errors.Is(err, ErrRobots) && !errors.Is(err, ErrPrivate) && !errors.Is(err, ErrScheme) && !errors.Is(err, ErrRedirects)
	}
	return p.Status >= 500 || p.Status == http.StatusRequestTimeout || p.Status == http.StatusTooManyRequests
}

// transport dials only addresses that the guard lets through. It looks at the address itself, after
// the name was looked up, for the first request and for every redirect.
func (c *Client) transport() *http.Transport {
	guard := ssrf.New(ssrf.WithPorts(80, 443))
	guarded := &net.Dialer{Timeout: 10 * time.Second, Control: guard.Safe}
	open := &net.Dialer{Timeout: 10 * time.Second}
	return &http.Transport{
		ForceAttemptHTTP2:      true,
		TLSHandshakeTimeout:    10 * time.Second,
		ResponseHeaderTimeout:  20 * time.Second,
		MaxResponseHeaderBytes: 1 << 18,
		DisableCompression:     true, // the limit counts unpacked bytes, so unpacking is done here
		DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
			host, _, err := net.SplitHostPort(address)
			if err == nil && slices.Contains(c.Allow, host) {
				return open.DialContext(ctx, network, address)
			}
			return guarded.DialContext(ctx, network, address)
		},
	}
}

// redirects is the way of one request.
type redirects struct {
	most      int
	allowed   func(context.Context, *url.URL) error
	permanent bool   // all redirects so far
	moved     string // where the permanent ones lead
}

func (r *redirects) follow(req *http.Request, via []*http.Request) error {
	if len(via) > r.most {
		return fmt.Errorf("%w: %d", ErrRedirects, len(via))
	}
	if req.URL.Scheme != "http" && req.URL.Scheme != "https" {
		return ErrScheme
	}
	status := req.Response.StatusCode
	r.permanent = r.permanent && (status == http.StatusMovedPermanently || status == http.StatusPermanentRedirect)
	if r.permanent {
		r.moved = req.URL.String()
	}
	if r.allowed != nil {
		return r.allowed(req.Context(), req.URL)
	}
	return nil
}

// explain replaces what libraries say by this package's errors.
func explain(err error) error {
	var dns *net.DNSError
	var u *url.Error
	switch {
	case errors.Is(err, ssrf.ErrProhibitedIP), errors.Is(err, ssrf.ErrProhibitedNetwork):
		return ErrPrivate
	case errors.Is(err, ssrf.ErrProhibitedPort):
		return fmt.Errorf("%w or a port other than 80 and 443", ErrPrivate)
	case errors.As(err, &dns) && dns.IsNotFound:
		return fmt.Errorf("no such host: %s", dns.Name)
	case errors.Is(err, syscall.ECONNREFUSED):
		return errors.New("connection refused")
	case errors.Is(err, context.DeadlineExceeded):
		return errors.New("no answer in time")
	case errors.As(err, &u):
		return u.Err
	}
	return err
}

func or[T comparable](v, otherwise T) T {
	var zero T
	if v == zero {
		return otherwise
	}
	return v
}
