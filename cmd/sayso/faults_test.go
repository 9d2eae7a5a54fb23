package main

import (
	"bytes"
	"encoding/csv"
	"flag"
	"fmt"
	"math/rand"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"sayso/internal/store/pgtest"
)

// kills is how many processes, or database servers, are killed on each engine: make faults.
var kills = flag.Int("kills", 10, "how many kills TestFaults makes on each engine")

// A siege is continuous intake while its programs and its database are killed.
type siege struct {
	t      *testing.T
	ledger string
	base   string // of the press
	dir    string

	mu      sync.Mutex
	at      map[string]*exec.Cmd // what runs, by its part
	closing atomic.Bool          // no more comes in
	parts   sync.WaitGroup
	took    sync.WaitGroup
	chunks  int // archives that were taken in
	feeds   int
}

const (
	perChunk = 6 // reports of an archive
	perFeed  = 3 // pages of a feed
)

// words is a report of some length: enough that its reading can be cut off.
func words(i int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<p>Ferry %d sank off Marla on Monday, harbour master Jon Bek said. At least %d people were hurt, according to two officials.</p>", i, 2+i%7)
	for j := range 25 {
		fmt.Fprintf(&b, "<p>The quay of berth %d, which the town had built after the flood of spring, was closed to all traffic for %d hours and opened again.</p>", j, j+i%5)
	}
	return "<html><head><title>Ferry " + strconv.Itoa(i) + " sinks</title></head><body><article>" + b.String() + "</article></body></html>"
}

// archive is the i-th archive; it is made where it is not there yet.
func (s *siege) archive(i int) string {
	path := filepath.Join(s.dir, fmt.Sprintf("%03d.warc", i))
	if _, err := os.Stat(path); err == nil {
		return path
	}
	var b bytes.Buffer
	for j := range perChunk {
		n := i*perChunk + j
		block := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + words(n)
		fmt.Fprintf(&b, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://post.example/%d\r\nWARC-Date: 2031-05-05T10:20:00Z\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", n, len(block), block)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		s.t.Fatal(err)
	}
	return path
}

// marlaPress serves feed after feed of pages.
func marlaPress(t *testing.T) string {
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var feed, page int
		if n, _ := fmt.Sscanf(r.URL.Path, "/feed/%d/%d", &feed, &page); n == 2 {
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprint(w, words(100000+feed*perFeed+page))
			return
		}
		if n, _ := fmt.Sscanf(r.URL.Path, "/feed/%d", &feed); n == 0 {
			http.NotFound(w, r)
			return
		}
		fmt.Fprint(w, "<rss><channel><title>The Marla Post</title>")
		for i := range perFeed {
			fmt.Fprintf(w, "<item><link>/feed/%d/%d</link></item>", feed, i)
		}
		fmt.Fprint(w, "</channel></rss>")
	}))
	t.Cleanup(srv.Close)
	return srv.URL
}

// once runs a command in its part of the siege and reports whether it ended well.
func (s *siege) once(part string, args ...string) bool {
	c := exec.Command("sayso", append(args, "--ledger", s.ledger)...)
	var wrong bytes.Buffer
	c.Stderr = &wrong
	s.mu.Lock()
	err := c.Start()
	s.at[part] = c
	s.mu.Unlock()
	if err == nil {
		err = c.Wait()
	}
	if e, ok := err.(*exec.ExitError); ok && e.ExitCode() > 1 {
		s.t.Errorf("%s: %v: %s", part, err, wrong.String())
	}
	return err == nil
}

// again runs a command again and again, whatever ends it.
func (s *siege) again(part string, args ...string) {
	s.parts.Go(func() {
		for !s.closing.Load() {
			s.once(part, args...)
		}
	})
}

// intake takes in archives and feeds, each until its command says that it is in.
func (s *siege) intake() {
	s.took.Go(func() {
		for i := 0; !s.closing.Load(); i++ {
			for !s.once("intake", "add", "--queue", s.archive(i)) {
			}
			for i%2 == 0 && !s.once("intake", "feeds", "add", fmt.Sprintf("%s/feed/%d", s.base, i/2)) {
			}
			s.chunks, s.feeds = i+1, i/2+1
			time.Sleep(250 * time.Millisecond)
		}
	})
}

// kill kills one part without warning; "database" ends the server.
func (s *siege) kill(part string) {
	if part == "database" {
		pgtest.Crash(s.t)
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if c := s.at[part]; c != nil && c.Process != nil {
		c.Process.Kill()
	}
}

// end stops all and works off what is left, with nobody disturbing.
func (s *siege) end() {
	s.closing.Store(true)
	s.took.Wait()
	for _, part := range []string{"worker 1", "worker 2", "watcher"} {
		s.kill(part)
	}
	s.parts.Wait()
	mustRun(s.t, "watch", "--once", "--no-work", "--ledger", s.ledger, "--allow-host", "127.0.0.1", "--pause", "1ms")
	for late := time.Now().Add(time.Minute); s.open() > 0; {
		if !s.once("worker 1", "work", "--once", "-q") {
			s.t.Fatal(mustRun(s.t, "jobs", "failed", "--ledger", s.ledger))
		}
		if time.Now().After(late) {
			s.t.Fatal(mustRun(s.t, "jobs", "--ledger", s.ledger))
		}
		time.Sleep(100 * time.Millisecond)
	}
}

// open is how many jobs have not ended. (One whose reports are all in may still be to be ended: its worker
// was killed in between.)
func (s *siege) open() (n int) {
	for _, j := range s.jobs() {
		if j[1] != "done" && j[1] != "failed" {
			n++
		}
	}
	return n
}

// jobs are the lines of sayso jobs: job, state, read, total, done, added, revised, known, failed, ….
func (s *siege) jobs() [][]string {
	rows, err := csv.NewReader(strings.NewReader(mustRun(s.t, "jobs", "--ledger", s.ledger, "--format", "csv"))).ReadAll()
	if err != nil {
		s.t.Fatal(err)
	}
	return rows[1:]
}

func asNumber(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}

// holds holds the ledger against what was accepted and against that of an undisturbed run.
func (s *siege) holds() {
	t := s.t
	want := s.chunks*perChunk + s.feeds*perFeed
	added, others := 0, 0
	for _, j := range s.jobs() {
		added += asNumber(j[5])
		others += asNumber(j[6]) + asNumber(j[8])
		if j[1] != "done" {
			t.Errorf("job %s is %s", j[0], j[1])
		}
	}
	if added != want || others != 0 {
		t.Errorf("%d reports were accepted, %d added by jobs, %d revised or failed", want, added, others)
		t.Log(mustRun(t, "feeds", "list", "--ledger", s.ledger, "--format", "csv"), mustRun(t, "jobs", "--ledger", s.ledger))
	}
	if got := mustRun(t, "check", "--ledger", s.ledger); !strings.HasPrefix(got, fmt.Sprint(want, " reports, ", want, " revisions")) || !strings.Contains(got, "all is well") {
		t.Errorf("want %d reports; check: %s", want, got)
	}
	calm := filepath.Join(s.dir, "calm.db")
	for i := range s.chunks {
		mustRun(t, "add", "-q", "--ledger", calm, s.archive(i))
	}
	for i := range s.feeds {
		mustRun(t, "feeds", "add", "--ledger", calm, fmt.Sprintf("%s/feed/%d", s.base, i))
	}
	mustRun(t, "watch", "--once", "--ledger", calm, "--allow-host", "127.0.0.1", "--pause", "1ms")
	sameExports(t, s.ledger, calm, s.dir)
	t.Logf("%d reports accepted, in the ledger once each; the export is that of an undisturbed run", want)
}

var clockTime = regexp.MustCompile(`\d{4}-\d\d-\d\dT[\d:.]+Z|"Date":\["[^"]*"\]`)

// sameExports holds two ledgers' exports against one another, but for the time of this or that fetch and the
// account of the feeds.
func sameExports(t *testing.T, a, b, dir string) {
	x, y := filepath.Join(dir, "disturbed"), filepath.Join(dir, "calm")
	mustRun(t, "export", "--ledger", a, x)
	mustRun(t, "export", "--ledger", b, y)
	files, err := os.ReadDir(y)
	if err != nil || len(files) < 15 {
		t.Fatal(len(files), "files", err)
	}
	for _, f := range files {
		if strings.HasPrefix(f.Name(), "feeds.") {
			continue
		}
		p, err1 := os.ReadFile(filepath.Join(x, f.Name()))
		q, err2 := os.ReadFile(filepath.Join(y, f.Name()))
		if err1 != nil || err2 != nil || !bytes.Equal(clockTime.ReplaceAll(p, nil), clockTime.ReplaceAll(q, nil)) {
			t.Errorf("%s is not that of an undisturbed run (%v, %v, %d and %d bytes)", f.Name(), err1, err2, len(p), len(q))
		}
	}
}

// TestFaults kills workers, the watcher, who takes in, and the database at random moments of continuous
// intake: what was accepted is there, once, each job was done once in effect, the ledger is whole and
// exports what one exports that nobody disturbed.
func TestFaults(t *testing.T) {
	if testing.Short() {
		t.Skip("starts and kills many processes")
	}
	for _, engine := range []string{"sqlite", "postgres"} {
		t.Run(engine, func(t *testing.T) {
			s := &siege{t: t, base: marlaPress(t), dir: t.TempDir(), at: map[string]*exec.Cmd{}}
			victims := []string{"worker 1", "worker 2", "worker 1", "worker 2", "watcher", "intake"}
			s.ledger = filepath.Join(s.dir, "l.db")
			if engine == "postgres" {
				s.ledger = pgtest.URL(t)
				pgtest.Durable(t) // else the server itself forgets what it had committed
				victims = append(victims, "database", "database")
			}
			mustRun(t, "add", "-q", "--queue", "--ledger", s.ledger, s.archive(0))
			s.again("worker 1", "work", "-q", "-n", "1", "--lease", "1s")
			s.again("worker 2", "work", "-q", "-n", "1", "--lease", "1s")
			s.again("watcher", "watch", "-q", "--no-work", "--allow-host", "127.0.0.1", "--pause", "1ms")
			s.intake()
			made := map[string]int{}
			for range *kills {
				time.Sleep(time.Duration(50+rand.Intn(250)) * time.Millisecond)
				victim := victims[rand.Intn(len(victims))]
				s.kill(victim)
				made[victim]++
			}
			t.Logf("%d kills: %v", *kills, made)
			s.end()
			s.holds()
		})
	}
}
