package web

import (
	"encoding/json"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// From a page as of a day, every link that stays in the ledger keeps the day, and leads to something that was there then.
func TestEveryLinkKeepsTheDay(t *testing.T) {
	const day = "2031-05-09"
	get := serve(t, newLedger(t, true))
	later := map[string]bool{}
	_, all, _ := get("/reports.json")
	var list struct{ Rows []struct{ ID, Day string } }
	if err := json.Unmarshal([]byte(all), &list); err != nil {
		t.Fatal(err)
	}
	for _, r := range list.Rows {
		later[r.ID] = r.Day > day
	}
	links := regexp.MustCompile(`<a [^>]*href="([/?][^"]*)"`)
	queue, seen := []string{"/?asof=" + day}, map[string]bool{}
	for len(queue) > 0 {
		path := queue[0]
		queue = queue[1:]
		status, body, _ := get(path)
		if status != 200 {
			t.Errorf("%s: %d", path, status)
			continue
		}
		of := strings.HasPrefix(path, "/feeds") || strings.HasPrefix(path, "/jobs") || strings.HasPrefix(path, "/decisions") || strings.HasPrefix(path, "/users")
		if !of && !strings.Contains(body, "<b>as of 9 May 2031</b>") {
			t.Errorf("%s does not say its day", path)
		}
		for _, l := range links.FindAllStringSubmatch(body, -1) {
			u, err := url.Parse(html.UnescapeString(l[1]))
			if err != nil {
				t.Fatal(err)
			}
			if u.Path == "" {
				u.Path, _, _ = strings.Cut(path, "?")
			}
			if strings.Contains(l[1], "asof=&") || strings.HasSuffix(l[1], "asof=") || strings.HasSuffix(u.Path, ".json") {
				continue // the way out, and the data
			}
			if u.Query().Get("asof") != day {
				t.Errorf("%s leads to the present: %s", path, l[1])
			}
			if id := strings.TrimPrefix(u.Path, "/reports/"); later[id] {
				t.Errorf("%s leads to report %s, which was not there", path, id)
			}
			u.Fragment = ""
			if to := u.String(); !seen[to] && len(seen) < 700 {
				seen[to] = true
				queue = append(queue, to)
			}
		}
	}
	if len(seen) < 100 {
		t.Errorf("only %d pages", len(seen))
	}
}

// A report that was changed later is shown as it was, and one that was published later is not there.
func TestReportAsOf(t *testing.T) {
	get := serve(t, newLedger(t, true))
	const evacuated = "/reports/dfcc1873d025d086"
	_, now, _ := get(evacuated + ".json")
	_, then, _ := get(evacuated + ".json?asof=2031-05-09")
	_, page, _ := get(evacuated + "?asof=2031-05-09")
	if !strings.Contains(now, "number of people killed to 12") || !strings.Contains(now, "figure changed") {
		t.Error("the present text is not the corrected one")
	}
	if !strings.Contains(then, "number of people killed to 21") || strings.Contains(then, "Correction, May 10") || strings.Contains(page, "Changed after publication") || strings.Contains(page, "2 revisions") {
		t.Error("the text as of 9 May is the corrected one")
	}
	if status, body, _ := get(evacuated + "?asof=2031-05-08"); status != 404 || !strings.Contains(body, "it was published later") || !strings.Contains(body, evacuated+`?asof="`) {
		t.Errorf("as of the day before: %d %s", status, body)
	}
	_, early, _ := get("/sources/so-b635f2e0f478.json?asof=2031-05-05")
	var src struct {
		AsOf   string `json:"as_of"`
		Source struct{ Reports int }
		Across []struct{ Reports int }
	}
	if err := json.Unmarshal([]byte(early), &src); err != nil || src.AsOf != "2031-05-05" || src.Source.Reports != 4 || len(src.Across) != 1 || src.Across[0].Reports != 4 {
		t.Errorf("the fire chief as of 5 May: %s", early)
	}
}

func TestLinkOn(t *testing.T) {
	for link, want := range map[string]string{
		"/reports/a#e7":              "/reports/a?asof=2031-05-09#e7",
		"/reports/a?revision=b#p1":   "/reports/a?revision=b&amp;asof=2031-05-09#p1",
		"/claims?asof=":              "/claims?asof=",
		"?":                          "?asof=2031-05-09",
		"?revision=b":                "?revision=b&amp;asof=2031-05-09",
		"#main":                      "#main",
		"/static/site.css":           "/static/site.css",
		"//elsewhere.example/":       "//elsewhere.example/",
		"https://elsewhere.example/": "https://elsewhere.example/",
	} {
		if got := linkOn(link, "2031-05-09"); got != want {
			t.Errorf("%s: %s, want %s", link, got, want)
		}
	}
}
