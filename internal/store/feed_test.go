package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

func testFeeds(t *testing.T, open opener) {
	s, ctx, now := open(t), context.Background(), time.Date(2026, 3, 4, 10, 0, 0, 0, time.UTC)
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, a := range []string{"https://a.example/1", "https://a.example/2", "https://b.example/1"} {
		for i := range 2 {
			added, err := s.AddFeed(ctx, Feed{Address: a, Interval: time.Hour}, now)
			if must(err); added != (i == 0) {
				t.Errorf("%s: added %v", a, added)
			}
		}
	}
	due := func(at time.Time) string {
		fs, err := s.DueFeeds(ctx, at, 10)
		must(err)
		var out []string
		for _, f := range fs {
			out = append(out, f.Address)
		}
		return strings.Join(out, " ")
	}
	if got := due(now); got != "https://a.example/1 https://b.example/1" {
		t.Error("one of each host:", got)
	}
	if due(now.Add(-time.Second)) != "" {
		t.Error("due too early")
	}
	fs, err := s.DueFeeds(ctx, now, 1)
	must(err)
	f := fs[0]
	f.Kind, f.Title, f.MovedTo, f.ETag, f.Next, f.LastOK, f.State = "rss", "A", "https://c.example/", `"1"`, now.Add(time.Hour), now, Gone
	must(s.SetFeed(ctx, f.Address, Paused, now)) // while it is polled
	must(s.FeedDone(ctx, f, 2, 1))
	must(s.FeedDone(ctx, f, 1, 0))
	fs, err = s.Feeds(ctx)
	must(err)
	if g := fs[0]; g.State != Paused || g.Came != 3 || g.Failed != 1 || g.Asked() != "https://c.example/" || g.Host() != "c.example" || !g.Next.Equal(f.Next) || g.ETag != `"1"` {
		t.Errorf("%+v", g)
	}
	must(s.SetFeed(ctx, f.Address, Watched, now))
	must(s.SetFeed(ctx, "https://b.example/1", Removed, now))
	if got := due(now); got != "https://a.example/1 https://a.example/2" {
		t.Error(got)
	}
	if err := s.SetFeed(ctx, "https://b.example/1", Paused, now); !errors.Is(err, ErrNotFound) {
		t.Error(err)
	}
	if added, err := s.AddFeed(ctx, Feed{Address: "https://b.example/1", Interval: time.Hour}, now); err != nil || !added {
		t.Error("removed and added again:", added, err)
	}
	c, err := s.Check(ctx, Engine{}, func(p Problem) { t.Error(p) })
	if err != nil || c.Problems != 0 {
		t.Error(c, err)
	}
}

func testFeedEntries(t *testing.T, open opener) {
	s, ctx, now := open(t), context.Background(), time.Date(2026, 3, 4, 10, 0, 0, 0, time.UTC)
	if _, err := s.AddFeed(ctx, Feed{Address: "https://a.example/", Interval: time.Hour}, now); err != nil {
		t.Fatal(err)
	}
	fs, err := s.Feeds(ctx)
	if err != nil {
		t.Fatal(err)
	}
	f := &fs[0]
	list := func(at time.Time, want int, es ...FeedEntry) {
		t.Helper()
		if n, err := s.Listed(ctx, f, es, at); err != nil || n != want {
			t.Errorf("%d new, want %d (%v)", n, want, err)
		}
	}
	waiting := func() string {
		es, err := s.WaitingEntries(ctx, f, 10)
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprint(es)
	}
	list(now, 2, FeedEntry{"b", "1", 0}, FeedEntry{"a", "", 0})
	list(now, 0, FeedEntry{"b", "1", 0}, FeedEntry{"a", "", 0})
	if got := waiting(); got != "[{b 1 0} {a  0}]" {
		t.Error(got)
	}
	for _, e := range []FeedEntry{{"b", "1", 0}, {"a", "", 0}} {
		state := map[string]string{"a": EntryWaiting, "b": EntryDone}[e.Address]
		if err := s.EntryTried(ctx, f, e, state); err != nil {
			t.Fatal(err)
		}
	}
	list(now.Add(time.Minute), 0, FeedEntry{"b", "2", 0})
	list(now.Add(2*time.Hour), 1, FeedEntry{"b", "2", 0})
	if got := waiting(); got != "[{a  1} {b 2 0}]" {
		t.Error(got)
	}
}
