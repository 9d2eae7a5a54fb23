package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand"
	"net/http"
	"net/http/httptest"
	"os"
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

// TestKilledWhileWatching kills the watcher at random moments: what was told as added is there, once,
// the ledger is whole, and in the end it is the one of a watcher that nobody disturbed.
func TestKilledWhileWatching(t *testing.T) {
	if testing.Short() {
		t.Skip("starts and kills many processes")
	}
	base, dir := endless(t), t.TempDir()
	killed, calm := filepath.Join(dir, "killed.db"), filepath.Join(dir, "calm.db")
	watch := func(ledger string) []string {
		return []string{"watch", "--once", "--ledger", ledger, "--allow-host", "127.0.0.1", "--pause", "20ms"}
	}
	mustRun(t, "feeds", "add", "--ledger", killed, base+"/feed")
	told := map[string]bool{}
	for range 5 {
		c, lines := startWatching(t, watch(killed)...)
		timer := time.AfterFunc(time.Duration(50+rand.Intn(350))*time.Millisecond, func() { c.Process.Kill() })
		for l := range lines {
			if f := strings.Fields(l); f[0] == "added" {
				if told[f[1]] {
					t.Errorf("%s was added twice", f[1])
				}
				told[f[1]] = true
			}
		}
		c.Wait()
		timer.Stop()
		mustRun(t, "check", "--ledger", killed)
	}
	t.Logf("%d of 40 told as added in the killed runs", len(told))
	mustRun(t, watch(killed)...)
	list := mustRun(t, "reports", "--ledger", killed, "--format", "csv")
	for id := range told {
		if !strings.Contains(list, id) {
			t.Errorf("report %s was told as added and is lost", id)
		}
	}
	mustRun(t, "feeds", "add", "--ledger", calm, base+"/feed")
	mustRun(t, watch(calm)...)
	for _, l := range []string{killed, calm} {
		mustRun(t, "export", "--ledger", l, l+".out")
	}
	for _, name := range []string{"readings.jsonl", "statements.jsonl", "sources.jsonl", "events.csv", "figures.csv"} {
		a, err1 := os.ReadFile(filepath.Join(killed+".out", name))
		b, err2 := os.ReadFile(filepath.Join(calm+".out", name))
		if err1 != nil || err2 != nil || len(a) == 0 || !bytes.Equal(a, b) {
			t.Errorf("%s is not that of an undisturbed run (%v, %v, %d and %d bytes)", name, err1, err2, len(a), len(b))
		}
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
