package web

import (
	"strings"
	"testing"
)

// The list of events names each story once, above its events, and an event's page is headed as the list has it.
func TestEventsStandUnderTheirStory(t *testing.T) {
	st := newLedger(t, true)
	get := serve(t, st)
	_, body, _ := get("/events")
	if n := strings.Count(body, `<tr class="of">`); n < 1 || n > strings.Count(body, `<a href="/events/`)/2 {
		t.Errorf("%d headings over %d events", n, strings.Count(body, `<a href="/events/`))
	}
	d, err := state(t, st).Story(storyID(t, st), "")
	if err != nil {
		t.Fatal(err)
	}
	e := d.Timeline[0]
	if _, page, _ := get("/events/" + e.ID); !strings.Contains(page, "<h1>"+e.Title+"</h1>") {
		t.Errorf("the page of %q is headed otherwise", e.Title)
	}
	if _, page, _ := get("/events/" + e.ID); !strings.Contains(page, "The story’s page tells it") || !strings.Contains(page, "in "+count(e.Reports, "report")+": those") {
		t.Errorf("the page of %q does not say how the story's page counts its %d reports", e.Title, e.Reports)
	}
	if got := strings.Join(named([]string{"they", "Divers", "who", "the mission"}), ", "); got != "Divers, the mission" {
		t.Error(got)
	}
}

// What is long is cut between words, and a name in a drawing where its room ends.
func TestCut(t *testing.T) {
	long := strings.Repeat("carried ", 20)
	if got := cut(long, 70); got != strings.TrimSpace(strings.Repeat("carried ", 8))+" …" {
		t.Errorf("%q", got)
	}
	if got := cut("the London-based Bureau", 10); got != "the Londo…" {
		t.Errorf("%q", got)
	}
	if got := cut("short", 10); got != "short" {
		t.Error(got)
	}
}
