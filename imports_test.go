package sayso

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// ladder is the order of the house: a package imports only packages above it in this list, or of a
// rank above its own. ARCHITECTURE.md explains it.
var ladder = [][]string{
	{"article", "gazetteer", "internal/access", "internal/learn", "internal/treebank", "sample"},
	{"internal/syntax", "internal/makegazetteer"},
	{"extract", "parse", "internal/fetch"},
	{"read"},
	{"resolve"},
	{".", "ledger"},
	{"export"},
	{"internal/store"},
	{"internal/ingest", "internal/live"},
	{"internal/web", "internal/watch", "internal/jobs", "internal/eval", "internal/train"},
	{"cmd/sayso"},
}

// impure are the standard packages through which code reaches the world. The public packages are
// values in, values out.
var impure = []string{"os", "net", "net/http", "log", "log/slog", "math/rand", "math/rand/v2", "database/sql", "os/exec", "syscall"}

func TestImportsGoDownTheLadder(t *testing.T) {
	rank := map[string]int{}
	for i, ps := range ladder {
		for _, p := range ps {
			rank[p] = i
		}
	}
	comments := map[string]bool{}
	for file, f := range sources(t) {
		dir := path.Dir(file)
		own, ok := rankOf(rank, dir)
		if !ok {
			t.Errorf("%s: package %s has no place on the ladder", file, dir)
			continue
		}
		comments[dir] = comments[dir] || f.doc != ""
		for _, imp := range f.imports {
			if slices.Contains(impure, imp) && !strings.HasPrefix(dir, "internal/") && !strings.HasPrefix(dir, "cmd/") {
				t.Errorf("%s: a public package imports %s", file, imp)
			}
			local, ok := strings.CutPrefix(imp, "sayso/")
			if imp == "sayso" {
				local, ok = ".", true
			}
			if !ok {
				continue
			}
			if r, known := rankOf(rank, local); !known || r >= own && !strings.HasPrefix(dir, local+"/") {
				t.Errorf("%s: %s may not import %s", file, dir, local)
			}
		}
	}
	for dir, ok := range comments {
		if !ok {
			t.Errorf("package %s has no package comment", dir)
		}
	}
}

// rankOf is the rank of dir or of the nearest folder above it that has one.
func rankOf(rank map[string]int, dir string) (int, bool) {
	for d := dir; ; d = path.Dir(d) {
		if r, ok := rank[d]; ok && (d != "." || dir == ".") {
			return r, true
		}
		if d == "." {
			return 0, false
		}
	}
}

type source struct {
	imports []string
	doc     string
}

func sources(t *testing.T) map[string]source {
	out := map[string]source{}
	err := filepath.WalkDir(".", func(file string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() && (e.Name() == "testdata" || file != "." && strings.HasPrefix(e.Name(), ".") || e.Name() == "e2e" || e.Name() == "out") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly|parser.ParseComments)
		if err != nil {
			return err
		}
		s := source{doc: f.Doc.Text()}
		for _, i := range f.Imports {
			p, _ := strconv.Unquote(i.Path.Value)
			s.imports = append(s.imports, p)
		}
		out[filepath.ToSlash(file)] = s
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
