package main

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"runtime/pprof"
	"slices"
	"time"

	"sayso/internal/live"
	"sayso/ledger"
	"sayso/resolve"
)

// pages times what the largest story's pages ask for, and a claim, an event and a source.
func pages(v *live.State) {
	timed := func(what string, do func() int) {
		from, busy := time.Now(), processor()
		n := do()
		took := time.Since(from)
		fmt.Printf("scale: %-34s %8.1f ms, %.1f of processor time, %d\n", what, float64(took.Microseconds())/1000, float64((processor()-busy).Microseconds())/1000, n)
	}
	var stories []ledger.Story
	timed("list of stories", func() int { stories = v.Stories(); return len(stories) })
	big := largest(stories)
	fmt.Printf("scale: largest story has %d reports\n", len(big.Reports))
	timed("page of the largest story", func() int { p, _ := v.Story(big.ID, ""); return len(p.Claims) })
	timed("the same again", func() int { p, _ := v.Story(big.ID, ""); return len(p.Claims) })
	timed("page of its first claim", func() int {
		p, _ := v.Story(big.ID, "")
		c, _ := v.Claim(p.Claims[0].ID)
		return len(c.Sayings)
	})
	timed("story: claims", func() int { return len(v.ClaimsOf(big.ID)) })
	timed("story: events", func() int { return len(v.EventsOf(big.ID)) })
	timed("story: tallies", func() int { return len(v.Tallies(big.ID)) })
	timed("story: meetings", func() int { return len(v.Meetings(big.ID)) })
	timed("story: copies", func() int { return len(v.Copies(big.ID)) })
	timed("story: sources", func() int { return len(v.SourcesOf(big.ID)) })
	timed("story: quotations", func() int { return len(v.QuotationsOf(big.ID)) })
	timed("story: what it refused", func() int { return v.RefusedStories(big.ID).Of })
	if cs := v.TopClaims(big.ID, 1); len(cs) > 0 {
		timed("claim: what it refused", func() int { return v.RefusedClaims(cs[0].ID).Of })
	}
	if es := v.EventsOf(big.ID); len(es) > 0 {
		timed("event: what it refused", func() int { return v.RefusedEvents(es[0].ID).Of })
	}
	if ss := v.SourcesOf(big.ID); len(ss) > 0 {
		timed("source: what it refused", func() int { return v.RefusedSources(ss[0].ID).Of })
		timed("source", func() int { s, _ := v.Source(ss[0].ID); return len(s.Mentions) })
	}
	timed("report: all across reports", func() int { return len(v.InReport(big.Reports[len(big.Reports)-1]).WhyStory) })
	timed("report", func() int { r, _ := v.Report(big.Reports[len(big.Reports)-1]); return len(r.ID) })
}

// How many new states of the ledger are timed, and how many reports come in before each.
const (
	newStates  = 15
	newReports = 5
)

// states times the pages that readers ask for first, each time in a state that has made none yet.
func states(s *live.State, l *ledger.Ledger, more []*resolve.Reading) {
	names := []string{"view", "page of the largest story", "page of its first claim", "list of claims", "list of sources", "list of events", "list of stories"}
	took, own := make([][]time.Duration, len(names)), make([][]time.Duration, len(names))
	if *profile != "" {
		defer profiled(*profile)()
	}
	for k := range newStates {
		timed := func(i int, do func()) {
			from, busy := time.Now(), processor()
			pprof.Do(context.Background(), pprof.Labels("page", names[i]), func(context.Context) { do() })
			took[i], own[i] = append(took[i], time.Since(from)), append(own[i], processor()-busy)
		}
		in := more[k*newReports : (k+1)*newReports]
		for _, r := range in {
			l.Add(r)
		}
		timed(0, func() { s = s.After(l, in) })
		big := largest(s.View.Stories())
		var claim string
		timed(1, func() { p, _ := s.Story(big.ID, ""); claim = p.Claims[0].ID })
		timed(2, func() { s.Claim(claim) })
		timed(3, func() { s.ClaimList(live.Filter{}) })
		timed(4, func() { s.SourceList(live.SourceFilter{}) })
		timed(5, func() { s.HappeningList(live.Filter{}) })
		timed(6, func() { s.StoryList(live.Filter{}) })
	}
	for i, name := range names {
		slices.Sort(took[i])
		slices.Sort(own[i])
		fmt.Printf("scale: in %d new states: %-26s %8.1f ms, best %.1f, worst %.1f; computed %.1f, best %.1f\n", newStates, name, ms(took[i][newStates/2]), ms(took[i][0]), ms(took[i][newStates-1]),
			ms(own[i][newStates/2]), ms(own[i][0]))
	}
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// largest is the story of most reports.
func largest(stories []ledger.Story) ledger.Story {
	return slices.MaxFunc(stories, func(a, b ledger.Story) int { return len(a.Reports) - len(b.Reports) })
}

// profiled writes a profile of what is computed until the result is called, with a sample each half millisecond.
func profiled(file string) func() {
	f, err := os.Create(file)
	if err != nil {
		fmt.Fprintln(os.Stderr, "across scale:", err)
		return func() {}
	}
	runtime.SetCPUProfileRate(2000)
	pprof.StartCPUProfile(f)
	return func() {
		pprof.StopCPUProfile()
		f.Close()
	}
}
