package web

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"sayso/internal/store"
)

// metrics are what /metrics tells. Labels are bounded: routes are patterns, never addresses.
type metrics struct {
	registry *prometheus.Registry
	requests *prometheus.CounterVec
	seconds  *prometheus.HistogramVec
}

func (s *Server) newMetrics() *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "sayso_http_requests_total", Help: "Requests answered."}, []string{"route", "status"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "sayso_http_request_seconds", Help: "Time to answer a request.",
			Buckets: []float64{.001, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10}}, []string{"route"}),
	}
	m.registry.MustRegister(m.requests, m.seconds, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}), &ledgerCollector{s: s},
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "sayso_info", Help: "1; the version is the label.", ConstLabels: prometheus.Labels{"version": s.version}}, func() float64 { return 1 }))
	return m
}

// ledgerCollector counts what is in the ledger when it is asked.
type ledgerCollector struct{ s *Server }

var (
	ledgerRows = prometheus.NewDesc("sayso_ledger_rows", "What is in the ledger, newest revisions only.", []string{"kind"}, nil)
	feedCount  = prometheus.NewDesc("sayso_feeds", "Feeds by state; failing ones are watched too.", []string{"state"}, nil)
	jobCount   = prometheus.NewDesc("sayso_jobs", "Jobs by state.", []string{"state"}, nil)
	jobOpen    = prometheus.NewDesc("sayso_reports_waiting", "Reports that are queued and not read yet.", nil, nil)
	ledgerUp   = prometheus.NewDesc("sayso_ledger_up", "1 where the ledger could be asked.", nil, nil)
)

// collectIn is how long the ledger has to answer; beyond, it is told as down.
const collectIn = 5 * time.Second

func (c *ledgerCollector) Describe(ch chan<- *prometheus.Desc) {
	ch <- ledgerRows
	ch <- feedCount
	ch <- jobCount
	ch <- jobOpen
	ch <- ledgerUp
}

func (c *ledgerCollector) Collect(ch chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), collectIn)
	defer cancel()
	gauge := func(d *prometheus.Desc, v float64, labels ...string) {
		ch <- prometheus.MustNewConstMetric(d, prometheus.GaugeValue, v, labels...)
	}
	n, err := c.s.store.Counts(ctx)
	feeds, ferr := c.s.store.Feeds(ctx)
	states, open, jerr := c.s.store.JobCounts(ctx)
	if err != nil || ferr != nil || jerr != nil {
		gauge(ledgerUp, 0)
		return
	}
	gauge(ledgerUp, 1)
	for kind, v := range map[string]int{"reports": n.Reports, "revisions": n.Revisions, "statements": n.Statements, "sources": n.Sources, "events": n.Events, "figures": n.Figures, "failures": n.Failures} {
		gauge(ledgerRows, float64(v), kind)
	}
	for _, state := range []string{store.JobWaiting, store.JobRunning, store.JobDone, store.JobFailed, store.JobCancelled} {
		gauge(jobCount, float64(states[state]), state)
	}
	gauge(jobOpen, float64(open))
	f := &feedsData{Feeds: feeds}
	for _, state := range []string{"watched", "paused", "gone"} {
		gauge(feedCount, float64(f.Count(state)), state)
	}
	gauge(feedCount, float64(f.Troubled()), "failing")
}

func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}

// A recorder remembers the status that was answered.
type recorder struct {
	http.ResponseWriter
	status int
	bytes  int
}

func (w *recorder) WriteHeader(status int) {
	if w.status == 0 {
		w.status = status
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *recorder) Write(b []byte) (int, error) {
	if w.status == 0 {
		w.status = http.StatusOK
	}
	n, err := w.ResponseWriter.Write(b)
	w.bytes += n
	return n, err
}

// Unwrap gives http.ResponseController the writer below.
func (w *recorder) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// observe counts and logs every request. The query is not logged: it can hold what somebody searches for.
func (s *Server) observe(mux *http.ServeMux, h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		begin := time.Now()
		id := requestID()
		w.Header().Set("X-Request-Id", id)
		rec := &recorder{ResponseWriter: w}
		h.ServeHTTP(rec, r)
		_, route := mux.Handler(r)
		if route == "" {
			route = "none"
		}
		took := time.Since(begin)
		s.metrics.requests.WithLabelValues(route, strconv.Itoa(rec.status)).Inc()
		s.metrics.seconds.WithLabelValues(route).Observe(took.Seconds())
		s.log.Info("request", "id", id, "method", r.Method, "path", r.URL.Path, "status", rec.status, "bytes", rec.bytes, "ms", took.Milliseconds(), "from", s.address(r))
	})
}

func requestID() string {
	var b [8]byte
	rand.Read(b[:])
	return hex.EncodeToString(b[:])
}

// health is what /healthz tells.
type health struct {
	Status  string `json:"status"` // "ok", or what is wrong
	Version string `json:"version"`
}

// healthy answers 200 where the ledger can be asked, 503 where not. Why not is for the log.
func (s *Server) healthy(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), 2*time.Second)
	defer cancel()
	h, status := health{Status: "ok", Version: s.version}, http.StatusOK
	if _, err := s.store.HasUsers(ctx); err != nil {
		s.log.Error("health", "err", err)
		h.Status, status = "the ledger cannot be asked", http.StatusServiceUnavailable
	}
	s.writeJSON(w, status, "application/json", h)
}
