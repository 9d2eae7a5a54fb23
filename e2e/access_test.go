package e2e

import (
	"bufio"
	"context"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

const phrase = "seven lighthouse keepers"

// serveUsers serves the sample story to an admin, a reviewer and a reader.
func serveUsers(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	bin, db := filepath.Join(dir, "sayso"), filepath.Join(dir, "ledger.db")
	build := exec.Command("go", "build", "-o", bin, "./cmd/sayso")
	build.Dir, build.Env = "..", append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	run := func(stdin string, args ...string) string {
		c := exec.Command(bin, append(args, "--ledger", db)...)
		c.Stdin = strings.NewReader(stdin)
		out, err := c.Output()
		if err != nil {
			t.Fatalf("%v: %v", args, err)
		}
		return string(out)
	}
	story, err := exec.Command(bin, "sample").Output()
	if err != nil {
		t.Fatal(err)
	}
	run(string(story), "add", "-q", "-")
	for _, u := range [][2]string{{"ana", "admin"}, {"rev", "reviewer"}, {"bo", "reader"}} {
		run(phrase+"\n", "users", "add", u[0], "--role", u[1])
	}
	run("", "users", "token", "add", "ana", "--for", "the nightly export", "--role", "reader")
	srv := exec.Command(bin, "serve", "--ledger", db, "--listen", "127.0.0.1:0")
	stdout, err := srv.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := srv.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { srv.Process.Signal(os.Interrupt); srv.Wait() })
	line, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return regexp.MustCompile(`http://[^/\s]+`).FindString(line)
}

func at(t *testing.T, ctx context.Context) string {
	return eval[string](t, ctx, `location.pathname + location.search`)
}

// waitAt waits until the browser is at a path, and its page is there.
func waitAt(t *testing.T, ctx context.Context, path string) {
	t.Helper()
	waitTrue(t, ctx, "location.pathname + location.search === '"+path+"'")
}

// waitTrue waits until a condition holds on a page that is there. A page that goes away meanwhile is no error.
func waitTrue(t *testing.T, ctx context.Context, js string) {
	t.Helper()
	for range 100 {
		ok, err := chromedp.Run(ctx, chromedp.Evaluate[bool]("document.readyState === 'complete' && "+js))
		if err == nil && ok {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("never: %s; at %s", js, at(t, ctx))
}

// login fills the form in by keyboard alone: the name has the focus, Tab goes on, Enter sends.
func login(t *testing.T, ctx context.Context, name, password string) {
	t.Helper()
	do(t, ctx, chromedp.WaitVisible(`input[name="password"]`))
	if got := eval[string](t, ctx, `document.activeElement.name`); got != "name" {
		t.Errorf("the focus is on %q", got)
	}
	do(t, ctx, chromedp.KeyEvent(name), chromedp.KeyEvent("\t"), chromedp.KeyEvent(password), chromedp.KeyEvent("\r"))
}

func TestLogin(t *testing.T) {
	ctx := open(t)
	addr := serveUsers(t)
	do(t, ctx, chromedp.EmulateViewport(1400, 1000), chromedp.Navigate(addr+"/statements?q=depot"))
	t.Run("whoever is not logged in is asked to", func(t *testing.T) {
		waitAt(t, ctx, "/login?next=%2Fstatements%3Fq%3Ddepot")
		shot(t, ctx, "login-wide")
	})
	t.Run("a wrong password is told, and the name stays", func(t *testing.T) {
		login(t, ctx, "ana", "wrong")
		do(t, ctx, chromedp.WaitVisible(`[role="alert"]`))
		if got := eval[string](t, ctx, `document.querySelector('input[name="name"]').value`); got != "ana" {
			t.Errorf("name %q", got)
		}
		shot(t, ctx, "login-wrong")
	})
	t.Run("by keyboard to the page that was asked for", func(t *testing.T) {
		do(t, ctx, chromedp.Navigate(addr+"/statements?q=depot"))
		login(t, ctx, "ana", phrase)
		waitAt(t, ctx, "/statements?q=depot")
		if got := eval[string](t, ctx, `document.cookie`); got != "" {
			t.Errorf("scripts see the cookie %q", got)
		}
	})
	t.Run("a page of another site changes nothing", func(t *testing.T) {
		evil := http.Server{Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			w.Write([]byte(`<!doctype html><form method="post" action="` + addr + `/logout"><button>win a prize</button></form>`))
		})}
		l := listen(t)
		go evil.Serve(l)
		defer evil.Close()
		do(t, ctx, chromedp.Navigate("http://localhost:"+port(l)+"/"), chromedp.Click("button"), chromedp.WaitVisible("h1"))
		if got := eval[string](t, ctx, `document.body.innerText`); !strings.Contains(got, "another site") {
			t.Errorf("it says %.200q", got)
		}
		do(t, ctx, chromedp.Navigate(addr+"/users"))
		waitAt(t, ctx, "/users")
	})
	t.Run("a decision is made and taken back", func(t *testing.T) {
		do(t, ctx, chromedp.Navigate(anyReport(t, ctx, addr)), chromedp.WaitVisible(".cards .card"))
		do(t, ctx, chromedp.Focus(".cards details.decide summary"), chromedp.KeyEvent("\r"))
		do(t, ctx, chromedp.WaitVisible(".cards details[open] [name=why]"), chromedp.Focus(".cards details[open] [name=why]"), chromedp.KeyEvent("the minister said so\r"))
		waitTrue(t, ctx, `location.pathname.startsWith('/reports/') && document.body.innerText.includes('the minister said so')`)
		shot(t, ctx, "decided-wide")
		do(t, ctx, chromedp.Navigate(addr+"/decisions"), chromedp.WaitVisible("details.decide summary"), chromedp.Focus("details.decide summary"), chromedp.KeyEvent("\r"),
			chromedp.Focus("details[open] [name=why]"), chromedp.KeyEvent("it was another\r"))
		waitTrue(t, ctx, `document.body.innerText.includes('taken back by ana') && document.body.innerText.includes('because: it was another')`)
	})
	pages := []string{"/account", "/users", "/decisions"}
	for _, look := range []struct {
		name, scheme string
		width        int64
	}{{"wide-light", "light", 1400}, {"wide-dark", "dark", 1400}, {"narrow-light", "light", 390}, {"narrow-dark", "dark", 390}} {
		t.Run("nothing is cut off: "+look.name, func(t *testing.T) {
			media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: look.scheme}}}
			if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, media); err != nil {
				t.Fatal(err)
			}
			for _, p := range pages {
				do(t, ctx, chromedp.EmulateViewport(look.width, 900), chromedp.Navigate(addr+p), chromedp.WaitVisible("main h1"))
				if over := eval[int](t, ctx, `document.documentElement.scrollWidth - innerWidth`); over > 0 {
					t.Errorf("%s is %d pixels too wide", p, over)
				}
				if n := eval[int](t, ctx, `[...document.querySelectorAll('main input:not([type=hidden]), main select, main textarea')].filter(e => !e.labels?.length && !e.ariaLabel).length`); n > 0 {
					t.Errorf("%s: %d fields have no label", p, n)
				}
				shot(t, ctx, p[1:]+"-"+look.name)
			}
		})
	}
	t.Run("logged out is logged out", func(t *testing.T) {
		do(t, ctx, chromedp.Navigate(addr+"/account"), chromedp.Click(`form[action="/logout"] button`))
		waitAt(t, ctx, "/login")
		if eval[bool](t, ctx, `!!document.querySelector('nav, .find, .foot a')`) {
			t.Error("the login page leads where only users may go")
		}
		shot(t, ctx, "login-narrow-dark")
		do(t, ctx, chromedp.Navigate(addr+"/users"))
		waitAt(t, ctx, "/login?next=%2Fusers")
	})
	t.Run("a reader sees what is for readers", func(t *testing.T) {
		login(t, ctx, "bo", phrase)
		waitAt(t, ctx, "/users")
		if got := eval[string](t, ctx, `document.body.innerText`); !strings.Contains(got, "admin") || strings.Contains(got, "ana") {
			t.Errorf("it says %.200q", got)
		}
		do(t, ctx, chromedp.Navigate(anyReport(t, ctx, addr)), chromedp.WaitVisible(".cards .card"))
		if n := eval[int](t, ctx, `document.querySelectorAll('details.decide form').length`); n > 0 {
			t.Errorf("a reader has %d forms to decide with", n)
		}
	})
}

// anyReport is the address of the newest report with statements, asked for by the browser's own login.
func anyReport(t *testing.T, ctx context.Context, addr string) string {
	t.Helper()
	do(t, ctx, chromedp.Navigate(addr+"/statements"), chromedp.WaitVisible(".said a"))
	return addr + eval[string](t, ctx, `document.querySelector('.said a').pathname`)
}

func listen(t *testing.T) net.Listener {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func port(l net.Listener) string { return strconv.Itoa(l.Addr().(*net.TCPAddr).Port) }
