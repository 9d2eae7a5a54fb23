// Package pgtest gives tests a PostgreSQL of their own: a private cluster in a temporary folder, on
// a Unix socket only, started from the programs of Debian's package when the first test asks for
// it and stopped after the last. It ends with the test process, however that ends.
package pgtest

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

// M wraps the *testing.M of a package whose tests call [URL]: os.Exit(pgtest.M{m}.Run()).
type M struct{ *testing.M }

// Run runs the tests and then stops the cluster, if one was started.
func (m M) Run() int {
	defer stop()
	return m.M.Run()
}

// script makes and runs a cluster in folder $1 until its standard input ends, which is when the test
// process does; at every line of it the server is ended at once and started anew. A loss of power is nothing to a test: no fsync.
const script = `set -e
cd "$1"
"$2/initdb" -D data -U sayso -A trust -E UTF8 --locale=C.UTF-8 --no-sync >init.log 2>&1 || { cat init.log; exit 1; }
cat >>data/postgresql.conf <<end
listen_addresses = ''
unix_socket_directories = '$1'
fsync = off
full_page_writes = off
synchronous_commit = off
shared_buffers = 32MB
max_connections = 60
log_min_messages = fatal
end
start() {
	"$2/postgres" -D data >>server.log 2>&1 &
	pid=$!
	n=0
	until "$2/pg_isready" -q -h "$1"; do
		n=$((n+1)); if [ $n -gt 600 ] || ! kill -0 $pid; then cat server.log; exit 1; fi
		sleep 0.05
	done
	echo ready
}
start "$1" "$2"
while read -r line; do
	kill -QUIT $pid
	wait $pid || true
	start "$1" "$2"
done
kill -QUIT $pid
wait $pid || true
rm -rf data`

var (
	start   sync.Once
	cluster struct {
		dir  string
		in   io.WriteCloser
		out  *bufio.Scanner
		done func() error
		err  error
	}
	schemas atomic.Int64
)

// programs is the folder with the newest PostgreSQL's initdb, or "".
func programs() string {
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if len(found) > 0 {
		return filepath.Dir(slices.Max(found))
	}
	if p, err := exec.LookPath("initdb"); err == nil {
		return filepath.Dir(p)
	}
	return ""
}

// URL is the address of a new, empty schema in the tests' database. A test is skipped, and says so,
// where no PostgreSQL is installed.
func URL(t testing.TB) string {
	t.Helper()
	bin := programs()
	if bin == "" {
		t.Skip("SKIPPED, NOT RUN ON POSTGRESQL: none is installed (Debian: apt-get install postgresql)")
	}
	start.Do(func() { cluster.err = begin(bin) })
	if cluster.err != nil {
		t.Fatal(cluster.err)
	}
	name := fmt.Sprintf("t%d", schemas.Add(1))
	run(t, bin, "CREATE SCHEMA "+name)
	return "postgres:///postgres?host=" + cluster.dir + "&user=sayso&search_path=" + name
}

// Durable makes the cluster write as one in use does, for measurements; only after [URL].
func Durable(t testing.TB) {
	t.Helper()
	run(t, programs(), "ALTER SYSTEM SET fsync = on", "ALTER SYSTEM SET full_page_writes = on", "ALTER SYSTEM SET synchronous_commit = on", "SELECT pg_reload_conf()")
}

func run(t testing.TB, bin string, statements ...string) {
	t.Helper()
	args := []string{"-q", "-h", cluster.dir, "-U", "sayso"}
	for _, s := range statements {
		args = append(args, "-c", s)
	}
	if out, err := exec.Command(filepath.Join(bin, "psql"), append(args, "postgres")...).CombinedOutput(); err != nil {
		t.Fatalf("psql: %v\n%s", err, out)
	}
}

// begin starts the cluster and waits until it answers. PostgreSQL refuses to run as root: then it
// runs as the user that Debian's package made.
func begin(bin string) (err error) {
	if cluster.dir, err = os.MkdirTemp("", "sayso-pg-"); err != nil {
		return err
	}
	args := []string{"sh", "-c", script, "sh", cluster.dir, bin}
	if os.Geteuid() == 0 {
		if out, err := exec.Command("chown", "postgres", cluster.dir).CombinedOutput(); err != nil {
			return fmt.Errorf("give the cluster's folder to user postgres: %w: %s", err, out)
		}
		args = append([]string{"runuser", "-u", "postgres", "--"}, args...)
	}
	c := exec.Command(args[0], args[1:]...)
	c.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "PGUSER=sayso", "PGDATABASE=postgres")
	if cluster.in, err = c.StdinPipe(); err != nil {
		return err
	}
	out, err := c.StdoutPipe()
	if err != nil {
		return err
	}
	if err := c.Start(); err != nil {
		return err
	}
	cluster.done = c.Wait
	cluster.out = bufio.NewScanner(out)
	return ready()
}

// ready waits until the server answers.
func ready() error {
	var said strings.Builder
	for cluster.out.Scan() {
		if cluster.out.Text() == "ready" {
			return nil
		}
		fmt.Fprintln(&said, cluster.out.Text())
	}
	return fmt.Errorf("start PostgreSQL: %s", said.String())
}

// Crash ends the server at once, as a power cut would, and starts it anew; only after [URL], and with
// no other test beside.
func Crash(t testing.TB) {
	t.Helper()
	fmt.Fprintln(cluster.in, "crash")
	if err := ready(); err != nil {
		t.Fatal(err)
	}
}

func stop() {
	if cluster.in == nil {
		return
	}
	cluster.in.Close()
	cluster.done()
	os.RemoveAll(cluster.dir)
}
