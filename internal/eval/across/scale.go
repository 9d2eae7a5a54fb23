package main

import (
	"errors"
	"fmt"
	"math/rand"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/pprof"
	"strings"
	"syscall"
	"time"

	"sayso"
	"sayso/article"
	"sayso/internal/live"
	"sayso/ledger"
	"sayso/resolve"
)

// shortReports is n short readings: the current-events items, repeated with changes. Each round
// has its own days and its own names, as another season's news has, and a fifth of its reports are
// copies of one of its own, by another outlet and with another number.
func shortReports(n int) ([]*resolve.Reading, error) {
	items, err := lines[newsItem]("streams/current-events.jsonl.gz")
	if err != nil {
		return nil, err
	}
	var base []*resolve.Reading
	for i, it := range items[:min(baseCount, len(items))] {
		base = append(base, sayso.Read(&article.Article{ID: fmt.Sprint(i), Published: it.Day, Outlet: outletOf(it), Text: it.Text}))
	}
	rnd := rand.New(rand.NewSource(7))
	out := make([]*resolve.Reading, 0, n)
	for round := 0; len(out) < n; round++ {
		for i := 0; i < len(base) && len(out) < n; i++ {
			r := base[i]
			if rnd.Intn(5) == 0 && i > 10 {
				r = base[i-1-rnd.Intn(10)]
			}
			day, _ := time.Parse("2006-01-02", r.Article.Published)
			out = append(out, moved(r, fmt.Sprintf("r%d-%d", round, i), day.AddDate(0, 0, baseDays*round).Format("2006-01-02"), byte(round), rnd))
		}
	}
	return out, nil
}

// The items that are read, and the days that they span.
const (
	baseCount = 2000
	baseDays  = 110
)

func outletOf(it newsItem) string {
	if i := strings.LastIndexByte(it.Text, '('); i >= 0 {
		return strings.Trim(it.Text[i:], "(). ")
	}
	return ""
}

// moved is r under another name and day, with the letters of capitalised words moved on by shift
// and some digits changed; lengths stay, so that every span still holds.
func moved(r *resolve.Reading, id, day string, shift byte, rnd *rand.Rand) *resolve.Reading {
	text := []byte(r.Article.Text)
	name := false
	for i, c := range text {
		switch {
		case c >= 'A' && c <= 'Z':
			name = i == 0 || text[i-1] == ' '
			text[i] = 'A' + (c-'A'+shift)%26
		case c >= 'a' && c <= 'z' && name:
			text[i] = 'a' + (c-'a'+shift)%26
		case c >= '1' && c <= '9' && rnd.Intn(3) == 0:
			text[i] = byte('1' + rnd.Intn(9))
		default:
			name = false
		}
	}
	a := *r.Article
	a.ID, a.Published, a.Text = id, day, string(text)
	c := *r
	c.Article = &a
	c.Sources = append([]resolve.Source(nil), r.Sources...)
	c.Attributions = append([]resolve.Attribution(nil), r.Attributions...)
	c.Events = append([]resolve.Event(nil), r.Events...)
	c.Figures = append([]resolve.Figure(nil), r.Figures...)
	return &c
}

// processor is the time that this process has computed.
func processor() time.Duration {
	var u syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// scale adds the reports and prints the processor time a report for every twentieth part of them, the time
// of the pages and the memory. With an argument -plot FILE it draws the times.
func scale() error {
	debug.SetGCPercent(20) // as sayso serve does
	count := *scaleReports
	all, err := shortReports(count + newStates*newReports)
	if err != nil {
		return err
	}
	readings := all[:count]
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	l := ledger.New()
	costs := linked(l, readings)
	runtime.GC()
	runtime.ReadMemStats(&after)
	fmt.Printf("scale: heap of the ledger with its readings %d MB (the readings alone were %d MB), from the system %d MB\n", after.HeapAlloc>>20, before.HeapAlloc>>20, after.Sys>>20)
	if err := heapProfile(*heapFile); err != nil {
		return err
	}
	from := time.Now()
	s := live.Of(l, readings)
	fmt.Printf("scale: view %v\n", time.Since(from))
	pages(s)
	states(s, l, all[count:])
	runtime.KeepAlive(all)
	if *plotFile != "" {
		return os.WriteFile(*plotFile, []byte(drawCosts(costs, count/scaleSteps)), 0o644)
	}
	return nil
}

// scaleSteps is how many parts of the reports are timed by themselves.
const scaleSteps = 20

// linked adds the readings and gives the processor time a report of each part of them, in microseconds.
func linked(l *ledger.Ledger, readings []*resolve.Reading) (costs []float64) {
	if *linkFile != "" {
		defer profiled(*linkFile)()
	}
	begin, computed := time.Now(), processor()
	for s := range scaleSteps {
		from, part := processor(), readings[s*len(readings)/scaleSteps:(s+1)*len(readings)/scaleSteps]
		for _, r := range part {
			l.Add(r)
		}
		costs = append(costs, float64((processor()-from).Microseconds())/float64(len(part)))
		fmt.Printf("scale: %6d reports: %.0f µs a report\n", l.Len(), costs[s])
	}
	took, busy := time.Since(begin), processor()-computed
	fmt.Printf("scale: %d reports in %v, %.0f a second; processor time %v, %.0f a second of it\n", l.Len(), took.Round(time.Millisecond), float64(l.Len())/took.Seconds(), busy.Round(time.Millisecond), float64(l.Len())/busy.Seconds())
	return costs
}

// heapProfile writes what is allocated now to a file, "" for none.
func heapProfile(file string) error {
	if file == "" {
		return nil
	}
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	return errors.Join(pprof.WriteHeapProfile(f), f.Close())
}

// drawCosts is a plot of the time a report against the reports already there, as SVG.
func drawCosts(costs []float64, step int) string {
	const w, h, left, bottom = 640., 280., 60., 40.
	top := 0.
	for _, c := range costs {
		top = max(top, c)
	}
	top *= 1.25
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %g %g" role="img" font-family="sans-serif" font-size="12">`, w, h)
	b.WriteString(`<title>Time to add and link a report, by the number of reports in the ledger</title>`)
	x := func(i int) float64 { return left + (w-left-20)*float64(i+1)/float64(len(costs)) }
	y := func(c float64) float64 { return 20 + (h-20-bottom)*(1-c/top) }
	fmt.Fprintf(&b, `<path d="M%g 20V%gH%g" fill="none" stroke="#888"/>`, left, h-bottom, w-20)
	for k := range 5 {
		c := top * float64(k) / 4
		fmt.Fprintf(&b, `<text x="%g" y="%.1f" text-anchor="end">%.0f µs</text>`, left-6, y(c)+4, c)
	}
	for i := 3; i < len(costs); i += 4 {
		fmt.Fprintf(&b, `<text x="%.1f" y="%g" text-anchor="middle">%d</text>`, x(i), h-bottom+18, (i+1)*step)
	}
	b.WriteString(`<polyline fill="none" stroke="#06c" stroke-width="2" points="`)
	for i, c := range costs {
		fmt.Fprintf(&b, "%.1f,%.1f ", x(i), y(c))
	}
	b.WriteString(`"/></svg>` + "\n")
	return b.String()
}
