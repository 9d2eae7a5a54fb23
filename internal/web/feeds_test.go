package web

import (
	"context"
	"strings"
	"testing"
	"time"

	"sayso/internal/store"
)

func TestFeedsPage(t *testing.T) {
	st, ctx, at := newLedger(t, false), context.Background(), time.Date(2031, 5, 20, 10, 4, 0, 0, time.UTC)
	const bad = `https://a.example/?"><script>alert(1)</script>`
	for _, a := range []string{bad, "javascript:alert(1)", "https://b.example/feed"} {
		if _, err := st.AddFeed(ctx, store.Feed{Address: a, Interval: time.Hour}, at); err != nil {
			t.Fatal(err)
		}
	}
	fs, err := st.Feeds(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range fs {
		f.Next, f.Failures = at.Add(time.Hour), 2
		if f.Address == bad {
			f.Title, f.Error = "<b>Harbour</b> Post", "refused by the server: 404 Not Found"
		} else {
			f.LastOK = at
		}
		if _, err := st.Listed(ctx, &f, []store.FeedEntry{{Address: "https://a.example/lost"}}, at); err != nil {
			t.Fatal(err)
		}
		if err := st.EntryTried(ctx, &f, store.FeedEntry{Address: "https://a.example/lost"}, store.EntryFailed); err != nil {
			t.Fatal(err)
		}
		if err := st.FeedDone(ctx, f, 7, 1); err != nil {
			t.Fatal(err)
		}
	}
	if err := st.Fail(ctx, []store.Failure{{Origin: "https://a.example/lost", Reason: "robots.txt forbids it", At: at}}); err != nil {
		t.Fatal(err)
	}
	get := serve(t, st)
	status, body, _ := get("/feeds")
	balanced(t, "/feeds", body)
	for _, want := range []string{"3 feeds watched, 1 of them failing", "refused by the server: 404 Not Found", "2 times in turn", "20 May 2031, 10:04", "20 May 2031, 11:04", "never", "robots.txt forbids it", "&lt;b&gt;Harbour"} {
		if !strings.Contains(body, want) {
			t.Errorf("no %q in %s", want, body)
		}
	}
	if status != 200 || strings.Contains(body, "<script>alert") || strings.Contains(body, `href="javascript:`) {
		t.Errorf("%d %s", status, body)
	}
	checkTwin(t, get, "/feeds")
}
