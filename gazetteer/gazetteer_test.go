package gazetteer

import (
	"strings"
	"testing"
)

func lookup(name string) []Place { return Lookup(nil, Fold(nil, name)) }

func TestLookup(t *testing.T) {
	for name, want := range map[string]string{
		"Venezuela":              "iso:VE",
		"U.S.":                   "iso:US",
		"the moon":               "",
		"Strait of Hormuz":       "sayso:strait-of-hormuz",
		"São Paulo":              "geonames:3448439",
		"Sao Paulo":              "geonames:3448439",
		"N’Djamena":              "geonames:2427123",
		"Côte d’Ivoire":          "iso:CI",
		"Bavaria":                "iso:DE-BY",
		"Donetsk oblast":         "iso:UA-14",
		"Venezuelan":             "",
		"Khan Younis":            "geonames:281124",
		"West Bank":              "sayso:west-bank",
		"":                       "",
		"Nagorno-Karabakh":       "sayso:nagorno-karabakh",
		strings.Repeat("x", 400): "",
	} {
		got := ""
		if ps := lookup(name); len(ps) > 0 {
			got = ps[0].ID
		}
		if got != want {
			t.Errorf("%.40q: %q, want %q", name, got, want)
		}
	}
}

func TestDemonym(t *testing.T) {
	for word, want := range map[string]string{"Venezuelan": "VE", "Venezuelans": "VE", "US": "US", "U.S.": "US", "American": "US", "French": "FR", "Kyiv": "", "Danes": "DK", "South Korean": "KR", "": ""} {
		if got := Demonym(Fold(nil, word)); got != want {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
}

func TestShown(t *testing.T) {
	for code, want := range map[string]string{"VE": "Venezuela", "US-TX": "Texas", "XX": "", "XK": "Kosovo", "NL": "Netherlands"} {
		if got := Shown(code); got != want {
			t.Errorf("%s: %q, want %q", code, got, want)
		}
	}
}

func BenchmarkLookup(b *testing.B) {
	b.ReportAllocs()
	var key [64]byte
	var found [40]Place
	for b.Loop() {
		Lookup(found[:0], Fold(key[:0], "Port-au-Prince"))
	}
}
