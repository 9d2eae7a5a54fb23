package web

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"reflect"
	"strings"
	"testing"
	"time"

	"sayso/internal/access"
	"sayso/internal/store"
)

var update = flag.Bool("update", false, "write openapi.json anew")

// apiServer is a server over the sample story that anybody may ask anything, with something decided, a token,
// and feeds, so that no list is empty.
func apiServer(t *testing.T) (*Server, http.Handler) {
	t.Helper()
	ctx := context.Background()
	st := newLedger(t, true)
	now := time.Date(2031, 5, 21, 0, 0, 0, 0, time.UTC)
	h, err := New(st, Options{Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := st.AddFeed(ctx, store.Feed{Address: "https://news.example/rss", Interval: time.Hour}, now); err != nil {
		t.Fatal(err)
	}
	s, err := newServer(st, Options{Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	s.routes(http.NewServeMux())
	return s, h
}

// ids are an id of each kind of thing that has pages of its own, from the lists.
func ids(t *testing.T, h http.Handler) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, kind := range []string{"stories", "claims", "reports"} {
		var l struct{ Rows []struct{ ID string } }
		get(t, h, "/"+kind+".json", &l)
		if len(l.Rows) == 0 {
			t.Fatalf("no %s in the sample", kind)
		}
		out[kind] = l.Rows[0].ID
	}
	var sources struct{ Rows []struct{ ID string } }
	get(t, h, "/sources.json", &sources)
	out["sources"] = sources.Rows[0].ID
	var story struct{ Timeline []struct{ ID string } }
	get(t, h, "/stories/"+out["stories"]+".json", &story)
	if len(story.Timeline) == 0 {
		t.Fatal("no events in the sample's story")
	}
	out["events"] = story.Timeline[0].ID
	return out
}

func get(t *testing.T, h http.Handler, path string, to any) []byte {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
	if w.Code != http.StatusOK {
		t.Fatalf("%s: %d %s", path, w.Code, w.Body)
	}
	if err := json.Unmarshal(w.Body.Bytes(), to); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return w.Body.Bytes()
}

func withID(path string, ids map[string]string) (string, string) {
	kind := section(strings.TrimSuffix(path, ".json"))
	return strings.Replace(path, "{id}", ids[kind], 1), ids[kind]
}

// The committed description is what the types give; every .json route is in it; and what the server answers
// is what it says.
func TestOpenAPI(t *testing.T) {
	s, h := apiServer(t)
	known := ids(t, h)
	d := &describer{map[string]schema{}, map[string]reflect.Type{}}
	paths := map[string]any{}
	schemas := map[string]schema{}
	for _, route := range s.api {
		path, id := withID(route.path, known)
		r := httptest.NewRequest("GET", path, nil)
		r.SetPathValue("id", id)
		r = r.WithContext(context.WithValue(r.Context(), personKey{}, person{Role: access.Admin, Open: true}))
		data, err := route.data(r)
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		shown := data
		if p, ok := shown.(printed); ok {
			shown = p.printed()
		}
		t := reflect.TypeOf(shown)
		if t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		schemas[route.path] = d.of(t)
		paths[route.path] = map[string]any{"get": operation(route, data, schemas[route.path])}
	}
	problems := d.of(reflect.TypeFor[problem]())
	doc := map[string]any{
		"openapi": "3.1.0",
		"info": map[string]any{"title": "sayso", "version": "1", "description": "Who said what, on whose say-so: the ledger's pages as data. Every page has its data at the same address with .json.",
			"license": map[string]any{"name": "Apache-2.0", "identifier": "Apache-2.0"}},
		"paths":    paths,
		"security": []any{map[string]any{"token": []string{}}, map[string]any{"session": []string{}}, map[string]any{}},
		"components": map[string]any{
			"schemas":   d.named,
			"responses": map[string]any{"Problem": map[string]any{"description": "What was wrong (RFC 9457)", "content": map[string]any{"application/problem+json": map[string]any{"schema": problems}}}},
			"securitySchemes": map[string]any{
				"token":   map[string]any{"type": "http", "scheme": "bearer", "description": "made with: sayso users token add"},
				"session": map[string]any{"type": "apiKey", "in": "cookie", "name": "__Host-sayso", "description": "of a browser that is logged in; named sayso over HTTP"},
			},
		},
	}
	b, err := json.MarshalIndent(doc, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	b = append(b, '\n')
	if *update {
		if err := os.WriteFile("openapi.json", b, 0o644); err != nil {
			t.Fatal(err)
		}
	} else if !bytes.Equal(b, OpenAPI) {
		t.Errorf("openapi.json is not what the types give: go test ./internal/web -run OpenAPI -update")
	}
	for _, route := range s.api {
		path, _ := withID(route.path, known)
		var answer any
		get(t, h, path, &answer)
		if w := d.wrong(schemas[route.path], answer, ""); w != "" {
			t.Errorf("%s: the answer is not what openapi.json says: %.300s", path, w)
		}
	}
}

// operation describes one route.
func operation(route apiRoute, data any, answer schema) map[string]any {
	parameters := []any{}
	parameter := func(in, name, about string, required bool) {
		parameters = append(parameters, map[string]any{"in": in, "name": name, "description": about, "required": required, "schema": map[string]any{"type": "string"}})
	}
	if strings.Contains(route.path, "{id}") {
		parameter("path", "id", "as lists give it", true)
	}
	l, list := data.(interface{ filters() []field })
	if list {
		for _, f := range l.filters() {
			parameter("query", f.Name, f.Label, false)
		}
		parameter("query", "limit", "rows on a page, 1 to 1000", false)
		parameter("query", "after", "where the page begins: follow next", false)
	}
	if _, ok := data.(interface{ ofDay() string }); ok && !list {
		parameter("query", "asof", "the page as it stood at the end of this day", false)
	}
	answers := map[string]any{"200": map[string]any{"description": "OK", "content": map[string]any{"application/json": map[string]any{"schema": answer}}}}
	for _, status := range []int{400, 401, 403, 404, 503} {
		answers[fmt.Sprint(status)] = map[string]any{"$ref": "#/components/responses/Problem"}
	}
	return map[string]any{"operationId": route.name, "summary": strings.ToUpper(route.name[:1]) + route.name[1:], "parameters": parameters, "responses": answers}
}
