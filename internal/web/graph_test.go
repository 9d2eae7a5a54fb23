package web

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"sayso/export"
)

// A graph of many origins says how many it leaves out, its table leaves out none, and no label leaves its box.
func TestGraphOfManyOrigins(t *testing.T) {
	outlets := map[string]string{}
	var claims []export.ClaimRow
	for i := range 30 {
		first, second := fmt.Sprintf("a%d", i), fmt.Sprintf("b%d", i)
		outlets[first], outlets[second] = fmt.Sprintf("The Example Evening Herald and Courier %d", i%9), fmt.Sprintf("Channel %d", i%4)
		who := export.Who{ID: fmt.Sprintf("so-%d", i), Label: fmt.Sprintf("officials at the ministry of ports and inland waters %d", i), Anonymous: true, Kind: "group"}
		claims = append(claims, export.ClaimRow{ID: fmt.Sprintf("cl-%d", i), Origins: []export.Origin{{Who: who, Kind: "source", Outlet: outlets[first], Party: "striker", Reports: []string{first, second}}}})
	}
	g := originGraph(claims, outlets)
	if g.Drawn != maxOrigins || len(g.Rows) != 30 {
		t.Errorf("%d drawn of %d", g.Drawn, len(g.Rows))
	}
	for _, r := range g.Rows {
		if len(r.First) != 1 || len(r.Repeated) != 1 || r.Claims != 1 || r.Who.ID == "" {
			t.Errorf("%+v", r)
		}
	}
	svg := string(g.Drawing)
	wellFormed(t, svg)
	for _, m := range regexp.MustCompile(`<text x="([0-9.]+)"[^>]*>([^<]+)</text>`).FindAllStringSubmatch(svg, -1) {
		room := 170.0
		if m[1] == "510.0" {
			room = 300
		}
		if n := len([]rune(m[2])); float64(n)*8.4 > room {
			t.Errorf("%q does not fit into its box", m[2])
		}
	}
	if strings.Contains(svg, `role="img"`) {
		t.Error("links within an image cannot be reached")
	}
}

// What a story's page leaves out is said.
func TestStorySaysWhatItLeavesOut(t *testing.T) {
	d, err := state(t, newLedger(t, true)).Story(storyID(t, newLedger(t, true)), "")
	if err != nil {
		t.Fatal(err)
	}
	for what, n := range map[string][2]int{"claims": {len(d.Claims), d.Of.Claims}, "against": {len(d.Against), d.Of.Against}, "meetings": {len(d.Meetings), d.Of.Meetings}, "copies": {len(d.Copies), d.Of.Copies},
		"quotations": {len(d.Quotations), d.Of.Quotations}, "sources": {len(d.Sources), d.Of.Sources}} {
		if n[0] > n[1] {
			t.Errorf("%s: %d of %d", what, n[0], n[1])
		}
	}
	if len(d.Claims) == d.Of.Claims {
		t.Fatal("nothing is left out of the sample story's page")
	}
	get := serve(t, newLedger(t, true))
	_, page, _ := get("/stories/" + d.ID)
	if !strings.Contains(page, fmt.Sprintf(`<a href="/claims?story=%s">All %d claims of the story</a>`, d.ID, d.Of.Claims)) {
		t.Error("no way to all claims")
	}
}
