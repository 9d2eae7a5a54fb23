package store

import (
	"bytes"
	"context"
	"encoding/json"
	"reflect"
	"testing"
	"time"

	"sayso"
	"sayso/article"
	"sayso/resolve"
	"sayso/sample"
)

// Whatever the engine finds in the sample story comes back from the ledger as it was, and the
// ledger is whole.
func testSampleComesBackWhole(t *testing.T, open opener) {
	s := open(t)
	ctx := context.Background()
	var entries []*Entry
	want := map[string]*resolve.Reading{}
	for line := range bytes.Lines(sample.Story) {
		var a article.Article
		if err := json.Unmarshal(line, &a); err != nil {
			t.Fatal(err)
		}
		a.ID = ReportID(&a)
		r := sayso.Read(&a)
		e, err := Prepare(&Intake{Origin: "sample", URL: a.URL, Media: "application/json", Bytes: line, Fetched: time.UnixMicro(1)}, r, a.ID, Engine{"1", "sha256:0"})
		if err != nil {
			t.Fatal(err)
		}
		entries = append(entries, e)
		want[e.Revision] = r
	}
	mustAdd(t, s, entries...)
	var last int64
	for g, err := range s.Readings(ctx, true) {
		if err != nil {
			t.Fatal(err)
		}
		r := want[g.Revision]
		emptyToNil(reflect.ValueOf(r).Elem())
		emptyToNil(reflect.ValueOf(g.Reading).Elem())
		if !reflect.DeepEqual(g.Reading, r) {
			t.Errorf("%s: the reading that came back is another", r.Article.Title)
		}
		at, _ := r.Article.PublishedTime()
		if micros(at) < last {
			t.Errorf("%s: not in order of publication", r.Article.Title)
		}
		last = micros(at)
		delete(want, g.Revision)
	}
	if len(want) > 0 {
		t.Errorf("%d readings did not come back", len(want))
	}
	if got := problems(t, s); len(got) > 0 {
		t.Error(got)
	}
}

// emptyToNil makes empty lists nil, which the stored form does not tell apart.
func emptyToNil(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			emptyToNil(v.Elem())
		}
	case reflect.Slice:
		if v.Len() == 0 {
			v.SetZero()
		}
		for i := range v.Len() {
			emptyToNil(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			emptyToNil(v.Field(i))
		}
	}
}
