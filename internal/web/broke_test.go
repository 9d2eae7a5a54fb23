package web

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// A mistake that one page runs into is answered and told; the next request is served.
func TestBrokenPage(t *testing.T) {
	s, err := newServer(nil, Options{})
	if err != nil {
		t.Fatal(err)
	}
	mux := http.NewServeMux()
	s.page(mux, "/broken", "home", func(*http.Request) (any, error) { panic("no such word") })
	h := s.observe(mux, mux)
	for _, address := range []string{"/broken", "/broken.json", "/broken"} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest("GET", address, nil))
		if w.Code != http.StatusInternalServerError || w.Body.Len() == 0 || strings.Contains(w.Body.String(), "goroutine") {
			t.Errorf("%s: %d %s", address, w.Code, w.Body)
		}
	}
}
