package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
)

// endless is a press whose feed lists more pages than are fetched in a test.
func endless(t *testing.T) string {
	var srv *httptest.Server
	srv = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/feed":
			fmt.Fprint(w, "<rss><channel><title>The Harbour Post</title>")
			for i := range 40 {
				fmt.Fprintf(w, "<item><link>/page/%d</link></item>", i)
			}
			fmt.Fprint(w, "</channel></rss>")
		case strings.HasPrefix(r.URL.Path, "/page/"):
			fmt.Fprintf(w, "Ferry %s sank off Marla, harbour master Jon Bek said.", r.URL.Path)
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(srv.Close)
	return srv.URL
}

// startWatching starts a command and gives the lines that it prints.
func startWatching(t *testing.T, args ...string) (*exec.Cmd, <-chan string) {
	t.Helper()
	c := exec.Command("sayso", args...)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Process.Kill() })
	lines := make(chan string, 1000)
	go func() {
		defer close(lines)
		for s := bufio.NewScanner(out); s.Scan(); {
			lines <- s.Text()
		}
	}()
	return c, lines
}

// waitFor is the first line that matches.
func waitFor(t *testing.T, lines <-chan string, pattern string) string {
	t.Helper()
	late := time.After(20 * time.Second)
	for {
		select {
		case l, ok := <-lines:
			if !ok {
				t.Fatalf("it ended before %q", pattern)
			}
			if regexp.MustCompile(pattern).MatchString(l) {
				return l
			}
		case <-late:
			t.Fatalf("no line %q", pattern)
		}
	}
}

// ends signals c, counts the lines "added" that were still printed, and holds that it ends well.
func ends(t *testing.T, c *exec.Cmd, lines <-chan string, sig syscall.Signal) (added int) {
	t.Helper()
	c.Process.Signal(sig)
	for l := range lines {
		if strings.HasPrefix(l, "added ") {
			added++
		}
	}
	if err := c.Wait(); err != nil {
		t.Errorf("after %s: %v", sig, err)
	}
	return added
}

func TestWatchEndsWell(t *testing.T) {
	base, ledger := endless(t), filepath.Join(t.TempDir(), "l.db")
	mustRun(t, "feeds", "add", "--ledger", ledger, base+"/feed")
	c, lines := startWatching(t, "watch", "--ledger", ledger, "--allow-host", "127.0.0.1", "--pause", "50ms")
	waitFor(t, lines, "^added ")
	n := 1 + ends(t, c, lines, syscall.SIGTERM)
	if got := mustRun(t, "check", "--ledger", ledger); !strings.HasPrefix(got, fmt.Sprint(n, " report")) || !strings.Contains(got, "all is well") {
		t.Errorf("%d were told as added; check: %s", n, got)
	}
	if n == 40 {
		t.Error("it was not stopped in the midst")
	}
}

func TestServeWatches(t *testing.T) {
	base, ledger := endless(t), filepath.Join(t.TempDir(), "l.db")
	mustRun(t, "feeds", "add", "--ledger", ledger, base+"/feed")
	c, lines := startWatching(t, "serve", "--watch", "--listen", "127.0.0.1:0", "--ledger", ledger, "--allow-host", "127.0.0.1", "--pause", "1ms")
	at := regexp.MustCompile("http://[^/]+").FindString(waitFor(t, lines, "^the ledger is at"))
	waitFor(t, lines, "^polled .* 40 new, 40 came")
	res, err := http.Get(at + "/feeds.json")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	var page struct {
		Feeds []struct{ Came int }
	}
	if err := json.NewDecoder(res.Body).Decode(&page); err != nil || len(page.Feeds) != 1 || page.Feeds[0].Came != 40 {
		t.Errorf("%+v %v", page, err)
	}
	ends(t, c, lines, syscall.SIGINT)
}
