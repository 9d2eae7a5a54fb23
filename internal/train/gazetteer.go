package main

import (
	"embed"
	"os"
	"path/filepath"
	"strings"

	"sayso/parse"
)

//go:embed lists
var lists embed.FS

func init() { models["gazetteer"] = gazetteer }

// gazetteer makes the table of known names from the lists.
func gazetteer(j job) error {
	var g parse.Gazetteer
	for name, to := range map[string]*[]string{"given": &g.Given, "surname": &g.Surname, "city": &g.City, "country": &g.Country, "region": &g.Region} {
		b, err := lists.ReadFile("lists/" + name + ".txt")
		if err != nil {
			return err
		}
		*to = parse.ParseList(string(b))
	}
	for _, o := range parse.Outlets() {
		g.Outlet = append(g.Outlet, strings.ToLower(o))
	}
	origin, err := lists.ReadFile("lists/README.txt")
	if err != nil {
		return err
	}
	to := filepath.Join(j.out, "parse", "data", "gazetteer")
	if err := os.WriteFile(to+".bin", g.Table(), 0o644); err != nil {
		return err
	}
	return os.WriteFile(to+".txt", append([]byte("The gazetteer of the name model. Command: go run ./internal/train -corpora DIR gazetteer\n\n"), origin...), 0o644)
}
