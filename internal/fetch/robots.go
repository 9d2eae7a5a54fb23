package fetch

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/temoto/robotstxt"
	"golang.org/x/time/rate"
)

// ErrRobots is a page that its server asks robots not to fetch.
var ErrRobots = errors.New("robots.txt forbids it")

// Wait is the error for a host that said when to come back.
type Wait struct{ Until time.Time }

func (w *Wait) Error() string {
	return "the server asks to wait until " + w.Until.UTC().Format(time.DateTime) + " UTC"
}

// A Polite client fetches as a robot should: it heeds robots.txt (RFC 9309), leaves a pause between
// two requests to one host, and does not ask a host that said Retry-After before the time has come.
// It may be used by several goroutines.
type Polite struct {
	Client *Client
	Pause  time.Duration // between two requests to one host, at least; 0 is 1 s
	Now    func() time.Time

	mu    sync.Mutex
	hosts map[string]*site
}

// The times that the manners are made of.
const (
	robotsKept    = 24 * time.Hour
	robotsRetried = 10 * time.Minute // when it could not be read
	longestPause  = time.Minute      // that a Crawl-delay can ask for
	longestWait   = 7 * 24 * time.Hour
	maxHosts      = 10_000 // remembered at once
)

// site is what is known of one host and port.
type site struct {
	limit *rate.Limiter

	mu     sync.Mutex // held while robots.txt is fetched
	rules  *robotstxt.Group
	broken error // why robots.txt could not be read
	until  time.Time
	hold   time.Time // no request before
	used   time.Time
}

// Do fetches what r asks for when the host's rules and pauses allow it. The errors are those of
// [Client.Do], ErrRobots and [*Wait].
func (c *Polite) Do(ctx context.Context, r Request) (*Page, error) {
	u, err := url.Parse(r.Address)
	if err != nil {
		return nil, fmt.Errorf("fetch %s: %w", r.Address, err)
	}
	if err := c.allowed(ctx, u); err != nil {
		return nil, fmt.Errorf("fetch %s: %w", r.Address, err)
	}
	r.allowed = c.allowed
	p, err := c.Client.Do(ctx, r)
	if p == nil || p.Status != http.StatusTooManyRequests && p.Status != http.StatusServiceUnavailable {
		return p, err
	}
	answered, _ := url.Parse(p.URL)
	until := c.now().Add(retryAfter(p.Header.Get("Retry-After"), c.now()))
	h := c.site(answered)
	h.mu.Lock()
	h.hold = until
	h.mu.Unlock()
	return p, fmt.Errorf("%w: %w", err, &Wait{until})
}

// retryAfter is how long a Retry-After header asks to wait: seconds or a date (RFC 9110).
func retryAfter(value string, now time.Time) time.Duration {
	wait := 10 * time.Minute // of a host that asks to wait and does not say how long
	if s, err := strconv.Atoi(strings.TrimSpace(value)); err == nil && s >= 0 {
		wait = time.Duration(min(s, int(longestWait/time.Second))) * time.Second
	} else if t, err := http.ParseTime(value); err == nil {
		wait = t.Sub(now)
	}
	return min(max(wait, time.Second), longestWait)
}

func (c *Polite) now() time.Time {
	if c.Now != nil {
		return c.Now()
	}
	return time.Now()
}

// allowed waits for the host's pause and is nil when u may be fetched.
func (c *Polite) allowed(ctx context.Context, u *url.URL) error {
	if u.Scheme != "http" && u.Scheme != "https" {
		return ErrScheme
	}
	h := c.site(u)
	if err := c.robots(ctx, h, u); err != nil {
		return err
	}
	return h.limit.Wait(ctx)
}

// robots is nil when the host's robots.txt, fetched once a day, allows u.
func (c *Polite) robots(ctx context.Context, h *site, u *url.URL) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	now := c.now()
	if now.Before(h.hold) {
		return &Wait{h.hold}
	}
	if now.After(h.until) {
		if err := c.readRobots(ctx, h, u); err != nil {
			return err
		}
	}
	if h.broken != nil {
		return h.broken
	}
	path := u.EscapedPath()
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	if h.rules != nil && !h.rules.Test(or(path, "/")) {
		return ErrRobots
	}
	return nil
}

// readRobots fetches robots.txt. A server that cannot say what it allows allows nothing for now.
func (c *Polite) readRobots(ctx context.Context, h *site, u *url.URL) error {
	if err := h.limit.Wait(ctx); err != nil {
		return err
	}
	small := *c.Client
	small.MaxBytes = 512 << 10
	p, err := small.Do(ctx, Request{Address: u.Scheme + "://" + u.Host + "/robots.txt", Accept: "text/plain, */*;q=0.1"})
	if ctx.Err() != nil {
		return ctx.Err()
	}
	h.rules, h.broken, h.until = nil, nil, c.now().Add(robotsKept)
	switch {
	case errors.Is(err, ErrPrivate):
		h.broken, h.until = errors.Unwrap(err), c.now().Add(robotsRetried)
	case p == nil, p.Status >= 500, p.Status == http.StatusTooManyRequests, errors.Is(err, ErrTooLarge):
		h.broken, h.until = fmt.Errorf("robots.txt cannot be read: %w", errors.Unwrap(err)), c.now().Add(robotsRetried)
	case p.Status == http.StatusOK && err == nil:
		if rules, err := robotstxt.FromBytes(p.Body); err == nil {
			h.rules = rules.FindGroup("sayso")
			h.limit.SetLimit(rate.Every(max(or(c.Pause, time.Second), min(h.rules.CrawlDelay, longestPause))))
		}
	}
	return nil
}

func (c *Polite) site(u *url.URL) *site {
	key := u.Scheme + "://" + strings.ToLower(u.Host)
	c.mu.Lock()
	defer c.mu.Unlock()
	h := c.hosts[key]
	if h == nil {
		c.forget()
		h = &site{limit: rate.NewLimiter(rate.Every(or(c.Pause, time.Second)), 1)}
		c.hosts[key] = h
	}
	h.used = c.now()
	return h
}

// forget makes room for a host: those not asked for an hour go, and where that is none, all.
func (c *Polite) forget() {
	if c.hosts == nil || len(c.hosts) >= maxHosts {
		old := c.hosts
		c.hosts = map[string]*site{}
		for k, h := range old {
			if c.now().Sub(h.used) < time.Hour && len(c.hosts) < maxHosts/2 {
				c.hosts[k] = h
			}
		}
	}
}
