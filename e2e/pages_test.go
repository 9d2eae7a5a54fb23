// Package e2e drives the pages in a real browser, as a reader would: by pointer, by keyboard alone,
// wide and narrow, light and dark. It is a module of its own so that the browser's driver stays out
// of the program. Without a browser it is skipped and says so.
package e2e

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
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

// browser is the path of a chromium, or "".
func browser() string {
	for _, n := range []string{"chromium", "chromium-browser", "google-chrome", "chromium-headless-shell"} {
		if p, err := exec.LookPath(n); err == nil {
			return p
		}
	}
	return ""
}

// serve builds sayso, loads the sample story and serves it; it returns the address.
func serve(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	bin, db := filepath.Join(dir, "sayso"), filepath.Join(dir, "ledger.db")
	build := exec.Command("go", "build", "-o", bin, "./cmd/sayso")
	build.Dir, build.Env = "..", append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}
	story, err := exec.Command(bin, "sample").Output()
	if err != nil {
		t.Fatal(err)
	}
	add := exec.Command(bin, "add", "-q", "--ledger", db, "-")
	add.Stdin = strings.NewReader(string(story))
	if out, err := add.CombinedOutput(); err != nil {
		t.Fatalf("add: %v\n%s", err, out)
	}
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
	addr := regexp.MustCompile(`http://[^/\s]+`).FindString(line)
	if addr == "" {
		t.Fatalf("no address in %q", line)
	}
	return addr
}

func open(t *testing.T) context.Context {
	t.Helper()
	path := browser()
	if path == "" {
		t.Skip("no chromium on this machine: the pages are not looked at in a browser")
	}
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU)...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 3*time.Minute)
	t.Cleanup(cancel)
	return ctx
}

// eval is the value of a script on the page.
func eval[T any](t *testing.T, ctx context.Context, js string) T {
	t.Helper()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](js))
	if err != nil {
		t.Fatalf("%s: %v", js, err)
	}
	return v
}

func do(t *testing.T, ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

// shot keeps a picture of the page where $SAYSO_SHOTS names a folder.
func shot(t *testing.T, ctx context.Context, name string) {
	dir := os.Getenv("SAYSO_SHOTS")
	if dir == "" {
		return
	}
	b, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, name+".png"), b, 0o644)
	}
	if err != nil {
		t.Error(err)
	}
}

// report is the address of the report whose page has the most to show.
func report(t *testing.T, addr string) string {
	t.Helper()
	res, err := http.Get(addr + "/reports.json")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	b, _ := io.ReadAll(res.Body)
	var list struct {
		Rows []struct {
			ID         string
			Statements int
		}
	}
	if err := json.Unmarshal(b, &list); err != nil || len(list.Rows) == 0 {
		t.Fatal(err, string(b))
	}
	best := list.Rows[0]
	for _, r := range list.Rows {
		if r.Statements > best.Statements {
			best = r
		}
	}
	return addr + "/reports/" + best.ID
}

func TestReportPage(t *testing.T) {
	ctx := open(t)
	page := report(t, serve(t))
	do(t, ctx, chromedp.EmulateViewport(1400, 1000), chromedp.Navigate(page), chromedp.WaitVisible(".cards .card"))
	if _, err := chromedp.Run(ctx, chromedp.Poll[bool](`document.readyState === 'complete'`)); err != nil { // modules have run
		t.Fatal(err)
	}

	// A page in a window that nobody looks at gets no focus events.
	if _, err := chromedp.Call(ctx, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true}); err != nil {
		t.Fatal(err)
	}
	t.Run("a mark and its row light up together", func(t *testing.T) {
		do(t, ctx, chromedp.Focus(".text a.mark"))
		if n := eval[int](t, ctx, `document.querySelectorAll('.card.lit').length`); n != 1 {
			t.Errorf("%d rows are lit", n)
		}
		if !eval[bool](t, ctx, `document.querySelector('.card.lit').dataset.a === document.querySelector('.text a.mark').dataset.a`) {
			t.Error("the wrong row is lit")
		}
	})
	t.Run("j and k step through the statements", func(t *testing.T) {
		do(t, ctx, chromedp.KeyEvent("j"))
		second := eval[string](t, ctx, `document.activeElement.id`)
		do(t, ctx, chromedp.KeyEvent("k"))
		first := eval[string](t, ctx, `document.activeElement.id`)
		if first == second || first != eval[string](t, ctx, `document.querySelector('.text a.mark').id`) {
			t.Errorf("first %q, second %q", first, second)
		}
	})
	t.Run("from mark to row and back", func(t *testing.T) {
		do(t, ctx, chromedp.Click(".text a.mark"))
		at := eval[string](t, ctx, `location.hash`)
		if !strings.HasPrefix(at, "#row-") {
			t.Fatalf("at %q", at)
		}
		do(t, ctx, chromedp.Click(at+" .back"))
		if back := eval[string](t, ctx, `location.hash`); "#row-"+strings.TrimPrefix(back, "#") != at {
			t.Errorf("back at %q from %q", back, at)
		}
	})
	t.Run("the search is reached by slash", func(t *testing.T) {
		do(t, ctx, blur, chromedp.KeyEvent("/"))
		if !eval[bool](t, ctx, `document.activeElement.name === 'q'`) {
			t.Error("the search has no focus")
		}
	})
	shot(t, ctx, "report-wide")
	t.Run("nothing is cut off on a narrow screen", func(t *testing.T) {
		do(t, ctx, chromedp.EmulateViewport(390, 844), chromedp.Reload(), chromedp.WaitVisible(".text"))
		if over := eval[int](t, ctx, `document.documentElement.scrollWidth - innerWidth`); over > 0 {
			t.Errorf("the page is %d pixels too wide", over)
		}
		shot(t, ctx, "report-narrow")
	})
}

// story is the address of the first story's page.
func story(t *testing.T, addr string) string {
	t.Helper()
	res, err := http.Get(addr + "/stories.json")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	var list struct{ Rows []struct{ ID string } }
	if err := json.NewDecoder(res.Body).Decode(&list); err != nil || len(list.Rows) == 0 {
		t.Fatal(err, list)
	}
	return addr + "/stories/" + list.Rows[0].ID
}

// touching counts the texts of a drawing that lie on each other, and those that leave it.
const touching = `(selector, within) => {
	const svg = document.querySelector(selector);
	const boxes = [...svg.querySelectorAll(within)].map(e => [e.textContent, e.getBoundingClientRect()]);
	const frame = svg.getBoundingClientRect();
	const out = [];
	boxes.forEach(([a, p], i) => {
		if (p.left < frame.left - 1 || p.right > frame.right + 1 || p.top < frame.top - 1 || p.bottom > frame.bottom + 1) out.push(a + ' leaves the drawing');
		boxes.slice(i + 1).forEach(([b, q]) => {
			if (p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 2 && q.top < p.bottom - 2) out.push(a + ' / ' + b);
		});
	});
	return out.join('; ');
}`

func TestStoryPage(t *testing.T) {
	ctx := open(t)
	page := story(t, serve(t))
	do(t, ctx, chromedp.EmulateViewport(1400, 1000), chromedp.Navigate(page), chromedp.WaitVisible("svg.graph"))
	t.Run("no words of the drawings touch", func(t *testing.T) {
		for _, d := range [][2]string{{"svg.chart", "text.name"}, {"svg.chart", "text.tick"}, {"svg.graph", "text"}} {
			if bad := eval[string](t, ctx, "("+touching+")('"+d[0]+"', '"+d[1]+"')"); bad != "" {
				t.Errorf("%s %s: %s", d[0], d[1], bad)
			}
		}
	})
	t.Run("every place in the contents is there", func(t *testing.T) {
		if n := eval[int](t, ctx, `[...document.querySelectorAll('.toc a')].filter(a => !document.querySelector(a.hash)).length`); n > 0 {
			t.Errorf("%d are not", n)
		}
	})
	t.Run("the numbers open by keyboard", func(t *testing.T) {
		do(t, ctx, chromedp.Focus(".tally summary"), chromedp.KeyEvent("\r"))
		if !eval[bool](t, ctx, `document.querySelector('.tally details').open`) {
			t.Error("they stay closed")
		}
	})
	t.Run("each drawing says what it is", func(t *testing.T) {
		if n := eval[int](t, ctx, `[...document.querySelectorAll('main svg')].filter(s => s.getAttribute('role') !== (s.querySelector('a') ? 'group' : 'img') || !s.getAttribute('aria-label')).length`); n > 0 {
			t.Errorf("%d do not", n)
		}
	})
	shot(t, ctx, "story-wide")
	t.Run("in the dark the ink is light", func(t *testing.T) {
		dark := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: "dark"}}}
		if _, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, dark); err != nil {
			t.Fatal(err)
		}
		if ink := eval[string](t, ctx, `getComputedStyle(document.querySelector('svg.chart text.value:not(.gone)')).fill`); ink != "rgb(230, 227, 218)" {
			t.Errorf("ink %s", ink)
		}
		shot(t, ctx, "story-dark")
	})
	t.Run("nothing is cut off on a narrow screen", func(t *testing.T) {
		do(t, ctx, chromedp.EmulateViewport(390, 844), chromedp.Navigate(page+"?since=2031-05-09"), chromedp.WaitVisible(".since"))
		if over := eval[int](t, ctx, `document.documentElement.scrollWidth - innerWidth`); over > 0 {
			t.Errorf("the page is %d pixels too wide", over)
		}
		shot(t, ctx, "story-narrow")
	})
}

// Every page fits a narrow screen and has a heading, a main part and a title.
func TestEveryPage(t *testing.T) {
	ctx := open(t)
	addr := serve(t)
	do(t, ctx, chromedp.EmulateViewport(390, 844))
	for _, p := range []string{"/", "/reports", "/statements", "/sources", "/sources?by=name", "/events", "/figures", "/search?q=depot", "/reports/none", "/stories", "/claims"} {
		do(t, ctx, chromedp.Navigate(addr+p), chromedp.WaitVisible("main h1"))
		if over := eval[int](t, ctx, `document.documentElement.scrollWidth - innerWidth`); over > 0 {
			t.Errorf("%s: %d pixels too wide", p, over)
		}
		if !eval[bool](t, ctx, `document.title.length > 8 && document.querySelectorAll('main').length === 1 && document.querySelectorAll('h1').length === 1`) {
			t.Errorf("%s: title %q", p, eval[string](t, ctx, `document.title`))
		}
	}
}

// With Tab alone each page's links, fields and folds come one after another in the order of the page, each seen and marked, from the link that
// leads past the head on.
func TestTab(t *testing.T) {
	ctx := open(t)
	addr := serve(t)
	page := story(t, addr)
	if _, err := chromedp.Call(ctx, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true}); err != nil {
		t.Fatal(err)
	}
	do(t, ctx, chromedp.EmulateViewport(1200, 900))
	for _, p := range []string{"/", strings.TrimPrefix(page, addr), "/claims"} {
		do(t, ctx, chromedp.Navigate(addr+p), chromedp.WaitVisible("main h1"))
		seen := map[string]bool{}
		for n := range 25 {
			do(t, ctx, chromedp.KeyEvent("\t"))
			at := eval[string](t, ctx, `(() => {
				const e = document.activeElement, r = e.getBoundingClientRect(), c = getComputedStyle(e);
				if (e === document.body) return 'end';
				const marked = c.outlineStyle !== 'none' && parseFloat(c.outlineWidth) > 0 || c.boxShadow !== 'none';
				const seen = r.width > 0 && r.height > 0 && r.bottom > 0 && r.top < innerHeight;
				e.dataset.tab ??= document.querySelectorAll('[data-tab]').length + 1;
				return (marked ? '' : 'unmarked ') + (seen ? '' : 'unseen ') + e.dataset.tab + ' ' + e.tagName + ' ' + e.textContent.trim().slice(0, 30);
			})()`)
			if at == "end" {
				break
			}
			if strings.HasPrefix(at, "un") {
				t.Errorf("%s: %d: %s", p, n+1, at)
			}
			if seen[at] {
				break // round again
			}
			if !strings.Contains(at, strconv.Itoa(n+1)+" ") {
				t.Errorf("%s: stop %d is %s", p, n+1, at)
			}
			seen[at] = true
		}
		if len(seen) < 8 {
			t.Errorf("%s: only %d stops", p, len(seen))
		}
	}
}

// What is folded fits a narrow screen too, today and on a past day.
func TestUnfoldedPages(t *testing.T) {
	ctx := open(t)
	addr := serve(t)
	page := story(t, addr)
	res, err := http.Get(page + ".json")
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	var st struct {
		Claims, Timeline, Sources []struct{ ID string }
		Reports                   []struct{ ID string } `json:"report_list"`
	}
	if err := json.NewDecoder(res.Body).Decode(&st); err != nil {
		t.Fatal(err)
	}
	do(t, ctx, chromedp.EmulateViewport(390, 844))
	for _, p := range []string{page, addr + "/claims/" + st.Claims[0].ID, addr + "/events/" + st.Timeline[0].ID, addr + "/sources/" + st.Sources[0].ID, addr + "/reports/" + st.Reports[5].ID} {
		for _, day := range []string{"", "?asof=2031-05-09"} {
			do(t, ctx, chromedp.Navigate(p+day), chromedp.WaitVisible("main h1"))
			n := eval[int](t, ctx, `(() => { const ds = document.querySelectorAll('details'); ds.forEach(d => d.open = true); return document.querySelectorAll('.why, .copy').length })()`)
			if n == 0 {
				t.Errorf("%s%s: no reasons", p, day)
			}
			if over := eval[int](t, ctx, `document.documentElement.scrollWidth - innerWidth`); over > 0 {
				t.Errorf("%s%s: %d pixels too wide", p, day, over)
			}
		}
	}
}

// blur takes the focus from wherever it is.
var blur = chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
	_, err := chromedp.Evaluate[bool](`document.activeElement.blur(), true`)(ctx, t)
	return err
})
