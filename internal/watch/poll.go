package watch

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"sayso/internal/fetch"
	"sayso/internal/ingest"
	"sayso/internal/store"
)

const (
	perPoll     = 50 // entries fetched at one poll; what is left waits for the next
	perIndex    = 10 // sitemaps of an index that are read, the newest
	tries       = 3  // of an entry, before it is given up
	feedsAccept = "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.5, */*;q=0.1"
)

// A poll is one look at one feed.
type poll struct {
	*Watcher
	f      store.Feed
	fresh  int   // entries that are new or were changed
	came   int   // reports and revisions
	failed int   // entries given up
	broken error // of the ledger: the watcher cannot go on
}

// poll looks at f, fetches what it lists and keeps how it went. Its error is one of the ledger. What
// was cut off by the end of ctx is not kept, so that it is due again.
func (w *Watcher) poll(ctx context.Context, f store.Feed) error {
	p := &poll{Watcher: w, f: f}
	page, err := p.ask(ctx)
	if p.broken == nil && err == nil && p.f.Kind != fetch.Web {
		p.entries(ctx)
	}
	if p.broken != nil {
		return p.broken
	}
	if ctx.Err() != nil && (err != nil || p.came+p.failed == 0) {
		return nil
	}
	next(&p.f, p.fresh, err, w.now())
	if gone(page) {
		p.f.State = store.Gone
	}
	if err := w.Store.FeedDone(context.WithoutCancel(ctx), p.f, p.came, p.failed); err != nil {
		return err
	}
	switch {
	case gone(page):
		w.tell(Gone, f.Address, "its server says that it will not come back")
	case err != nil:
		w.tell(Failed, f.Address, fmt.Sprintf("%s; next at %s", p.f.Error, clock(p.f)))
	default:
		w.tell(Polled, f.Address, fmt.Sprintf("%d new, %d came, %d failed; next at %s", p.fresh, p.came, p.failed, clock(p.f)))
	}
	return nil
}

func clock(f store.Feed) string { return f.Next.Format("2006-01-02 15:04") + " UTC" }

// reason is an error without the address, which stands beside it.
func reason(err error, address string) string {
	return strings.TrimPrefix(err.Error(), "fetch "+address+": ")
}

// ask fetches the feed, unless it is unchanged, and keeps what it lists.
func (p *poll) ask(ctx context.Context) (*fetch.Page, error) {
	page, err := p.Client.Do(ctx, fetch.Request{Address: p.f.Asked(), Accept: feedsAccept, ETag: p.f.ETag, Modified: p.f.Modified})
	if errors.Is(err, fetch.ErrUnchanged) {
		return page, nil
	}
	if err != nil {
		return page, err
	}
	if page.Moved != "" && page.Moved != p.f.Asked() {
		p.tell(Moved, p.f.Address, "to "+page.Moved)
		if p.f.MovedTo = page.Moved; page.Moved == p.f.Address {
			p.f.MovedTo = ""
		}
	}
	if err := p.read(ctx, page); err != nil {
		return page, err
	}
	p.f.ETag, p.f.Modified = page.Header.Get("ETag"), page.Header.Get("Last-Modified")
	return page, nil
}

// read keeps what the feed lists or, of a single page, its report.
func (p *poll) read(ctx context.Context, page *fetch.Page) error {
	if p.f.Kind == fetch.Web {
		return p.revisit(ctx, page)
	}
	feed, err := fetch.ParseFeed(page)
	if errors.Is(err, fetch.ErrNotFeed) && p.f.Kind == "" && strings.HasPrefix(page.Media, "text/html") {
		p.f.Kind = fetch.Web
		return p.revisit(ctx, page)
	}
	if err != nil {
		return err
	}
	p.f.Kind = feed.Kind
	if p.f.Title == "" {
		p.f.Title = feed.Title
	}
	if len(feed.Sitemaps) > 0 {
		page.Header.Del("ETag") // of the index: its sitemaps may change without it
		page.Header.Del("Last-Modified")
		if err := p.sitemaps(ctx, feed); err != nil {
			return err
		}
	}
	listed := make([]store.FeedEntry, len(feed.Entries))
	for i, e := range feed.Entries {
		listed[i] = store.FeedEntry{Address: e.Address, Stamp: e.Stamp}
	}
	p.fresh, p.broken = p.Store.Listed(ctx, &p.f, listed, p.now())
	return nil
}

// sitemaps adds the entries of the newest sitemaps of an index. Its error is that of one of them,
// where none could be read.
func (p *poll) sitemaps(ctx context.Context, index *fetch.Feed) error {
	var failure error
	read := 0
	for _, s := range index.NewestSitemaps(perIndex) {
		page, err := p.Client.Do(ctx, fetch.Request{Address: s.Address, Accept: feedsAccept})
		if err == nil {
			var one *fetch.Feed
			if one, err = fetch.ParseFeed(page); err == nil {
				read++
				index.Entries = append(index.Entries, one.Entries...)
				continue
			}
		}
		failure = err
		p.tell(Failed, s.Address, reason(err, s.Address))
	}
	if read == 0 {
		return failure
	}
	index.Entries = index.Entries[:min(len(index.Entries), fetch.MaxEntries)]
	return nil
}

// revisit takes a single page as it is now. Bytes that differ and say the same to a reader are not
// kept: a page that is read every hour would fill the ledger with its advertisements.
func (p *poll) revisit(ctx context.Context, page *fetch.Page) error {
	if p.Queue {
		return p.requeue(ctx, page)
	}
	e, err := p.prepared(ctx, p.f.Asked(), page)
	if e == nil || err != nil {
		return err
	}
	had, err := p.Store.HasRevision(ctx, e.Revision)
	if err != nil || had {
		p.broken = err
		return nil
	}
	p.f.Title = e.Title
	p.fresh = 1
	p.add(ctx, e)
	return nil
}

// requeue is revisit where workers read: the article tells whether there is something new to read.
func (p *poll) requeue(ctx context.Context, page *fetch.Page) error {
	in, err := ingest.FromPage(p.f.Asked(), page)
	if err != nil {
		return err
	}
	a, err := ingest.Decode(in)
	if err != nil {
		return err
	}
	had, err := p.Store.HasRevision(ctx, store.RevisionID(a))
	if err != nil || had {
		p.broken = err
		return nil
	}
	p.f.Title = a.Title
	p.queue(ctx, in)
	p.fresh = p.came
	return nil
}

// queue keeps a page for the workers.
func (p *poll) queue(ctx context.Context, in *store.Intake) {
	done, err := p.Store.Enqueue(context.WithoutCancel(ctx), []*store.Intake{in})
	if err != nil {
		p.broken = err
		return
	}
	if done.Queued > 0 {
		p.came++
		p.tell(Queued, fmt.Sprint("job ", done.Job), in.Origin)
	}
}

func (p *poll) prepared(ctx context.Context, origin string, page *fetch.Page) (*store.Entry, error) {
	in, err := ingest.FromPage(origin, page)
	if err != nil {
		return nil, err
	}
	return p.Prepare(ctx, in)
}

// add puts a report in. It is finished even when the watcher is told to stop.
func (p *poll) add(ctx context.Context, e *store.Entry) {
	out, err := p.Store.Add(context.WithoutCancel(ctx), []*store.Entry{e})
	if err != nil {
		p.broken = err
		return
	}
	if out[0] == store.Known {
		return
	}
	p.came++
	title := e.Title
	if title == "" {
		title = e.Origin
	}
	p.tell(string(out[0]), e.Report, title)
}

// entries fetches the pages that wait.
func (p *poll) entries(ctx context.Context) {
	es, err := p.Store.WaitingEntries(ctx, &p.f, perPoll)
	if err != nil {
		if ctx.Err() == nil {
			p.broken = err
		}
		return
	}
	done := 0
	for _, e := range es {
		if p.broken != nil || ctx.Err() != nil {
			break
		}
		if p.entry(ctx, e) {
			done++
		}
	}
	p.f.Waiting = max(0, p.f.Waiting+p.fresh-done)
}

// entry fetches one page and reports whether the entry is done with.
func (p *poll) entry(ctx context.Context, e store.FeedEntry) bool {
	page, err := p.Client.Do(ctx, fetch.Request{Address: e.Address})
	if err == nil && p.Queue {
		var in *store.Intake
		if in, err = ingest.FromPage(e.Address, page); err == nil {
			p.queue(ctx, in)
		}
	} else if err == nil {
		var entry *store.Entry
		if entry, err = p.prepared(ctx, e.Address, page); entry != nil && err == nil {
			p.add(ctx, entry)
		}
	}
	var wait *fetch.Wait
	if p.broken != nil || ctx.Err() != nil && err != nil || errors.As(err, &wait) {
		return false // it waits as before
	}
	state := store.EntryDone
	switch {
	case err == nil:
	case e.Tries+1 < tries && fetch.MayPass(page, err):
		state = store.EntryWaiting
	default:
		state = store.EntryFailed
		p.failed++
		p.tell(Failed, e.Address, reason(err, e.Address))
		p.broken = p.Store.Fail(context.WithoutCancel(ctx), []store.Failure{{Origin: e.Address, Reason: err.Error(), At: p.now()}})
	}
	if p.broken == nil {
		p.broken = p.Store.EntryTried(context.WithoutCancel(ctx), &p.f, e, state)
	}
	return state != store.EntryWaiting
}
