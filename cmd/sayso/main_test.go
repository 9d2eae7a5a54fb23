package main

import (
	"bufio"
	"bytes"
	"database/sql"
	"fmt"
	"math/rand"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"sayso/internal/store/pgtest"
)

func TestMain(m *testing.M) {
	testscript.Main(pgtest.M{M: m}, map[string]func(){"sayso": main})
}

// TestScripts runs the command as users type it; see testdata.
func TestScripts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no scripts", err)
	}
	server := ""
	t.Run("find PostgreSQL", func(t *testing.T) { server = pgtest.URL(t) })
	if server == "" {
		files = slices.DeleteFunc(files, func(f string) bool { return strings.HasSuffix(f, "postgres.txt") })
	}
	testscript.Run(t, testscript.Params{
		Files: files,
		Setup: func(e *testscript.Env) error {
			e.Setenv("XDG_DATA_HOME", filepath.Join(e.WorkDir, "data"))
			e.Setenv("HOME", e.WorkDir)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":    exits,
			"zeros":    zeros,
			"bytes":    writeBytes,
			"narrow":   narrow,
			"sql":      runSQL,
			"postgres": func(ts *testscript.TestScript, _ bool, args []string) { ts.Setenv(args[0], pgtest.URL(t)) },
			"press":    startPress,
		},
	})
}

// exits runs a command and holds its exit code: exits 3 sayso add x.txt.
func exits(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec(args[1], args[2:]...)
	code := 0
	if e, ok := err.(*exec.ExitError); ok {
		code = e.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("exit code %d, want %s", code, args[0])
	}
}

// zeros makes a file of so many megabytes of the letter z: zeros 200 big.txt.
func zeros(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	f, err := os.Create(ts.MkAbs(args[1]))
	ts.Check(err)
	defer f.Close()
	mb := bytes.Repeat([]byte("zzzzzzz "), 1<<17)
	for range n {
		_, err := f.Write(mb)
		ts.Check(err)
	}
}

// writeBytes makes a file of bytes written as a Go string: bytes FILE 'caf\xe9'.
func writeBytes(ts *testscript.TestScript, _ bool, args []string) {
	s, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(s), 0o600))
}

// runSQL changes a ledger behind the program's back: sql FILE STATEMENT.
func runSQL(ts *testscript.TestScript, _ bool, args []string) {
	db, err := sql.Open("sqlite", "file:"+ts.MkAbs(args[0]))
	ts.Check(err)
	defer db.Close()
	_, err = db.Exec(args[1])
	ts.Check(err)
}

// startPress serves a folder on loopback, with BASE in its files and in the environment as its address: press DIR.
func startPress(ts *testscript.TestScript, _ bool, args []string) {
	dir := ts.MkAbs(args[0])
	srv := httptest.NewServer(http.FileServer(http.Dir(dir)))
	ts.Defer(srv.Close)
	ts.Setenv("BASE", srv.URL)
	files, err := os.ReadDir(dir)
	ts.Check(err)
	for _, f := range files {
		path := filepath.Join(dir, f.Name())
		b, err := os.ReadFile(path)
		ts.Check(err)
		ts.Check(os.WriteFile(path, bytes.ReplaceAll(b, []byte("BASE"), []byte(srv.URL)), 0o600))
	}
}

// narrow holds that no line of a file is longer than so many letters: narrow 80 stdout.
func narrow(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	for _, l := range strings.Split(ts.ReadFile(args[1]), "\n") {
		if len([]rune(l)) > n {
			ts.Fatalf("longer than %d: %s", n, l)
		}
	}
}

// manyReports is a file of n made-up reports, one a line.
func manyReports(t testing.TB, n int) string {
	t.Helper()
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `{"url":"https://example.com/%d","outlet":"Example Times","title":"Report %d","published":"2026-03-%02d","text":"Ferry %d sank off Marla on Monday, harbour master Jon Bek said. At least %d people were hurt, according to two officials."}`+"\n", i, i, 1+i%28, i, 2+i%7)
	}
	path := filepath.Join(t.TempDir(), "reports.jsonl")
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func mustRun(t testing.TB, args ...string) string {
	t.Helper()
	out, err := exec.Command("sayso", args...).CombinedOutput()
	if err != nil {
		t.Fatalf("sayso %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

// TestKilledWhileAdding kills add at random moments: what was reported as added is there, the
// ledger is whole, and in the end it is the one of a run that nobody disturbed.
func TestKilledWhileAdding(t *testing.T) {
	if testing.Short() {
		t.Skip("starts and kills many processes")
	}
	t.Run("sqlite", func(t *testing.T) { killedWhileAdding(t, filepath.Join(t.TempDir(), "killed.db"), 5) })
	t.Run("postgres", func(t *testing.T) { killedWhileAdding(t, pgtest.URL(t), 3) })
}

func killedWhileAdding(t *testing.T, ledger string, rounds int) {
	const n = 600
	reports := manyReports(t, n)
	dir := t.TempDir()
	random := rand.New(rand.NewSource(time.Now().UnixNano()))
	reported := map[string]bool{}
	for range rounds {
		c := exec.Command("sayso", "add", "--ledger", ledger, reports)
		out, err := c.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		timer := time.AfterFunc(time.Duration(50+random.Intn(900))*time.Millisecond, func() { c.Process.Kill() })
		lines := bufio.NewReader(out)
		for {
			l, err := lines.ReadString('\n')
			if f := strings.Fields(l); err == nil && f[0] == "added" {
				reported[f[1]] = true
			}
			if err != nil {
				break
			}
		}
		c.Wait()
		timer.Stop()
		said, err := exec.Command("sayso", "check", "--ledger", ledger).CombinedOutput()
		if bytes.Contains(said, []byte("there is no ledger")) && len(reported) == 0 {
			continue // killed before it was made
		}
		if err != nil {
			t.Fatalf("check after a kill: %v\n%s", err, said)
		}
		list := mustRun(t, "reports", "--ledger", ledger, "--limit", "-1", "--format", "csv")
		for id := range reported {
			if !strings.Contains(list, id) {
				t.Fatalf("report %s was reported as added and is lost", id)
			}
		}
	}
	t.Logf("%d of %d reported as added in %d killed runs", len(reported), n, rounds)
	calm := filepath.Join(dir, "calm.db")
	out := map[string]string{ledger: filepath.Join(dir, "killed.out"), calm: filepath.Join(dir, "calm.out")}
	for l, to := range out {
		mustRun(t, "add", "-q", "--ledger", l, reports)
		mustRun(t, "export", "--ledger", l, to)
	}
	for _, name := range []string{"readings.jsonl", "statements.jsonl", "sources.jsonl", "events.csv", "figures.csv"} {
		a, err1 := os.ReadFile(filepath.Join(out[ledger], name))
		b, err2 := os.ReadFile(filepath.Join(out[calm], name))
		if err1 != nil || err2 != nil || len(a) == 0 || !bytes.Equal(a, b) {
			t.Errorf("%s is not that of an undisturbed run (%v, %v, %d and %d bytes)", name, err1, err2, len(a), len(b))
		}
	}
}

// TestInterrupted stops add as Ctrl-C does: what was read goes in, and the exit code says so.
func TestInterrupted(t *testing.T) {
	ledger := filepath.Join(t.TempDir(), "l.db")
	c := exec.Command("sayso", "add", "--ledger", ledger, manyReports(t, 5000))
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReader(out)
	n := 0
	for {
		if _, err := lines.ReadString('\n'); err != nil {
			break
		}
		if n++; n == 1 {
			c.Process.Signal(os.Interrupt)
		}
	}
	c.Wait()
	if code := c.ProcessState.ExitCode(); code != exitStopped {
		t.Errorf("exit code %d", code)
	}
	if got := mustRun(t, "check", "--ledger", ledger); !strings.HasPrefix(got, fmt.Sprint(n, " reports")) || !strings.Contains(got, "all is well") {
		t.Errorf("%d were reported as added; check: %s", n, got)
	}
}

// TestDiskFull adds to a file system of half a megabyte.
func TestDiskFull(t *testing.T) {
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=512k", "sayso-test", dir).CombinedOutput(); err != nil {
		t.Skipf("no small file system can be mounted here (needs root): %s", bytes.TrimSpace(out))
	}
	defer exec.Command("umount", dir).Run()
	ledger := filepath.Join(dir, "l.db")
	c := exec.Command("sayso", "add", "--ledger", ledger, manyReports(t, 2000))
	out, err := c.CombinedOutput()
	if err == nil || c.ProcessState.ExitCode() != exitFailed || !strings.Contains(string(out), "the disk is full") || !strings.Contains(string(out), "free some space") {
		t.Errorf("%v\n%s", err, tail(out))
	}
}

func tail(b []byte) []byte { return b[max(0, len(b)-500):] }
