package store

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"
)

// queuedReport is the i-th report as it came in, and its entry.
func queuedReport(t *testing.T, i int) (*Intake, *Entry) {
	t.Helper()
	in := &Intake{Origin: fmt.Sprintf("reports.jsonl#%d", i), Media: "application/json", Fetched: time.UnixMicro(int64(i + 1)).UTC(), Bytes: fmt.Append(nil, "bytes ", i), Headers: map[string][]string{"A": {"b"}}, Given: Given{Outlet: "Marla Post"}}
	r := reading(fmt.Sprintf("https://example.com/%d", i), "Marla Post", "2031-03-02", sampleText)
	e, err := Prepare(in, r, ReportID(r.Article), Engine{"1", "sha256:0"})
	if err != nil {
		t.Fatal(err)
	}
	return in, e
}

// enqueue queues reports from up to below to.
func enqueue(t *testing.T, s *Store, from, to int) Enqueued {
	t.Helper()
	var ins []*Intake
	for i := from; i < to; i++ {
		in, _ := queuedReport(t, i)
		ins = append(ins, in)
	}
	done, err := s.Enqueue(context.Background(), ins)
	if err != nil {
		t.Fatal(err)
	}
	return done
}

func claim(t *testing.T, s *Store, lease time.Duration) *Lease {
	t.Helper()
	l, err := s.Claim(context.Background(), "marla/1", lease)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// results reads all items of a job; those whose number is in bad fail.
func results(t *testing.T, s *Store, l *Lease, bad map[int]error) (out []Result) {
	t.Helper()
	items, err := s.Items(context.Background(), l, nil, 1000)
	if err != nil {
		t.Fatal(err)
	}
	for _, it := range items {
		var n int
		fmt.Sscanf(it.Origin, "reports.jsonl#%d", &n)
		_, e := queuedReport(t, n)
		r := Result{Item: it, Entry: e, At: time.UnixMicro(7)}
		if r.Err = bad[n]; r.Err != nil {
			r.Entry = nil
		}
		out = append(out, r)
	}
	return out
}

func soon(int) time.Duration { return 0 }

func oneJob(t *testing.T, s *Store, id int64) Job {
	t.Helper()
	all, err := s.Jobs(context.Background(), 1000)
	if err != nil {
		t.Fatal(err)
	}
	for _, j := range all {
		if j.ID == id {
			return j
		}
	}
	t.Fatalf("no job %d in %+v", id, all)
	return Job{}
}

func testJobs(t *testing.T, open opener) {
	ctx := context.Background()
	s := open(t)
	if l := claim(t, s, time.Minute); l != nil {
		t.Error("a job of an empty queue")
	}
	done := enqueue(t, s, 0, 5)
	if done.Queued != 5 || done.Known != 0 || done.Job == 0 {
		t.Errorf("%+v", done)
	}
	if again := enqueue(t, s, 0, 5); again != (Enqueued{Known: 5}) {
		t.Errorf("queued twice: %+v", again)
	}
	if c, err := s.Counts(ctx); err != nil || c.Snapshots != 5 || c.Reports != 0 {
		t.Errorf("%+v %v", c, err)
	}
	l := claim(t, s, time.Minute)
	if other := claim(t, s, time.Minute); l == nil || other != nil {
		t.Fatalf("%v %v", l, other)
	}
	items, err := s.Items(ctx, l, nil, 2)
	if err != nil || len(items) != 2 {
		t.Fatal(items, err)
	}
	in, err := s.Queued(ctx, items[1])
	want, _ := queuedReport(t, 1)
	if err != nil || string(in.Bytes) != string(want.Bytes) || in.Key() != want.Key() || !in.Fetched.Equal(want.Fetched) || in.Headers["A"][0] != "b" || in.Media != want.Media {
		t.Errorf("%+v %v", in, err)
	}
	if items, err = s.Items(ctx, l, items[1], 10); err != nil || len(items) != 3 {
		t.Fatal(items, err)
	}
	rs := results(t, s, l, map[int]error{3: errors.New("read it: not text")})
	if out, err := s.Did(ctx, l, rs[:4]); err != nil || out[0] != Added || out[3] != failing {
		t.Error(out, err)
	}
	if err := s.Return(ctx, l); err != nil {
		t.Error(err)
	}
	if err := s.Keep(ctx, l); !errors.Is(err, ErrLost) {
		t.Error(err)
	}
	l = claim(t, s, time.Minute)
	if out, err := s.Did(ctx, l, results(t, s, l, nil)); err != nil || len(out) != 1 {
		t.Error(out, err)
	}
	if err := s.End(ctx, l, soon); err != nil {
		t.Error(err)
	}
	if j := oneJob(t, s, l.Job); j.State != JobFailed || j.Total != 5 || j.Done != 5 || j.Added != 4 || j.Failed != 1 || j.Reason != "read it: not text" || j.Name != "reports.jsonl#0 … reports.jsonl#4" || j.Ended.IsZero() {
		t.Errorf("%+v", j)
	}
	if fs, err := s.Failures(ctx); err != nil || len(fs) != 1 || fs[0].Origin != "reports.jsonl#3" {
		t.Error(fs, err)
	}
	if fs, err := s.FailedItems(ctx, 10); err != nil || len(fs) != 1 || fs[0].Job != l.Job || fs[0].State != "failed" {
		t.Error(fs, err)
	}
	if got := problems(t, s); len(got) > 0 {
		t.Error(got)
	}
	if err := s.Retry(ctx, l.Job); err != nil {
		t.Error(err)
	}
	l = claim(t, s, time.Minute)
	if out, err := s.Did(ctx, l, results(t, s, l, nil)); err != nil || len(out) != 1 || out[0] != Added {
		t.Error(out, err)
	}
	if err := s.End(ctx, l, soon); err != nil {
		t.Error(err)
	}
	if j := oneJob(t, s, l.Job); j.State != JobDone || j.Done != 5 || j.Added != 5 || j.Failed != 0 || j.Reason != "" {
		t.Errorf("%+v", j)
	}
	if fs, err := s.Failures(ctx); err != nil || len(fs) != 0 {
		t.Error(fs, err)
	}
	if err := s.Retry(ctx, l.Job); !errors.Is(err, ErrState) {
		t.Error(err)
	}
	if err := s.Cancel(ctx, 999); !errors.Is(err, ErrNotFound) {
		t.Error(err)
	}
	if again := enqueue(t, s, 0, 5); again != (Enqueued{Known: 5}) {
		t.Errorf("known: %+v", again)
	}
	if got := problems(t, s); len(got) > 0 {
		t.Error(got)
	}
}

// A worker that is not heard of loses its job, and what it still says of it changes nothing.
func testLeaseEnds(t *testing.T, open opener) {
	ctx := context.Background()
	s := open(t)
	enqueue(t, s, 0, 3)
	slow := claim(t, s, time.Millisecond)
	rs := results(t, s, slow, nil)
	time.Sleep(20 * time.Millisecond)
	if j := oneJob(t, s, slow.Job); !j.Silent || j.State != JobRunning {
		t.Errorf("%+v", j)
	}
	quick := claim(t, s, time.Minute)
	if quick == nil || quick.Job != slow.Job || quick.Tries != 1 {
		t.Fatalf("%+v", quick)
	}
	if _, err := s.Did(ctx, slow, rs); !errors.Is(err, ErrLost) {
		t.Error(err)
	}
	if c, _ := s.Counts(ctx); c.Reports != 0 {
		t.Error("the report of a worker that had lost its job came in")
	}
	if _, err := s.Did(ctx, quick, results(t, s, quick, nil)); err != nil {
		t.Error(err)
	}
	for _, err := range []error{s.Keep(ctx, slow), s.Return(ctx, slow), s.End(ctx, slow, soon), s.Trying(ctx, slow, rs[0].Item)} {
		if !errors.Is(err, ErrLost) {
			t.Error(err)
		}
	}
	if err := s.End(ctx, quick, soon); err != nil {
		t.Error(err)
	}
	if j := oneJob(t, s, quick.Job); j.State != JobDone || j.Added != 3 || j.Done != 3 || j.Tries != 0 {
		t.Errorf("%+v", j)
	}
}

// What is cancelled stays as it is until it is retried; its worker is told.
func testJobsCancelled(t *testing.T, open opener) {
	ctx := context.Background()
	s := open(t)
	enqueue(t, s, 0, 3)
	l := claim(t, s, time.Minute)
	rs := results(t, s, l, nil)
	if _, err := s.Did(ctx, l, rs[:1]); err != nil {
		t.Fatal(err)
	}
	if err := s.Cancel(ctx, l.Job); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Did(ctx, l, rs[1:]); !errors.Is(err, ErrLost) {
		t.Error(err)
	}
	if claim(t, s, time.Minute) != nil {
		t.Error("a cancelled job was given out")
	}
	if err := s.Cancel(ctx, l.Job); !errors.Is(err, ErrState) || !strings.Contains(err.Error(), "it is cancelled") {
		t.Error(err)
	}
	if j := oneJob(t, s, l.Job); j.State != JobCancelled || j.Done != 1 {
		t.Errorf("%+v", j)
	}
	if got := problems(t, s); len(got) > 0 {
		t.Error(got)
	}
	// What was cancelled and is added again is read after all.
	if again := enqueue(t, s, 0, 3); again.Known != 3 {
		t.Errorf("%+v", again)
	}
	l = claim(t, s, time.Minute)
	if l == nil {
		t.Fatal("it does not wait")
	}
	if out, err := s.Did(ctx, l, results(t, s, l, nil)); err != nil || len(out) != 2 {
		t.Error(out, err)
	}
}

// What may pass waits for another try, later each time; what is queued with an earlier fetch
// meanwhile is not lost.
func testJobsWait(t *testing.T, open opener) {
	ctx := context.Background()
	s := open(t)
	enqueue(t, s, 5, 7)
	l := claim(t, s, time.Minute)
	rs := results(t, s, l, map[int]error{5: errors.New("no answer")})
	rs[0].Later = true
	early, _ := queuedReport(t, 6)
	early.Fetched, early.Origin = time.UnixMicro(2), "earlier.jsonl#6"
	if done, err := s.Enqueue(ctx, []*Intake{early}); err != nil || done.Known != 1 {
		t.Error(done, err)
	}
	if out, err := s.Did(ctx, l, rs); err != nil || out[0] != waiting || out[1] != waiting {
		t.Error(out, err)
	}
	items, err := s.Items(ctx, l, nil, 9)
	if err != nil || len(items) != 2 || items[0].Tries != 1 || items[1].Origin != "earlier.jsonl#6" {
		t.Fatalf("%+v %v", items, err)
	}
	if _, err := s.Did(ctx, l, []Result{{Item: items[1]}}); err != nil {
		t.Error(err)
	}
	if err := s.End(ctx, l, func(tries int) time.Duration { return time.Duration(tries) * time.Hour }); err != nil {
		t.Error(err)
	}
	j := oneJob(t, s, l.Job)
	if j.State != JobWaiting || j.Due.Sub(j.Queued) < time.Hour || j.Reason != "no answer" || j.Done != 1 {
		t.Errorf("%+v", j)
	}
	if claim(t, s, time.Minute) != nil {
		t.Error("it did not wait")
	}
	if err := s.Retry(ctx, l.Job); err != nil || claim(t, s, time.Minute) == nil {
		t.Error("it cannot be tried at once", err)
	}
}

// However many workers take from one queue, each report comes in once, and the ledger is that of
// one who adds them all in turn.
func testManyWorkers(t *testing.T, open opener) {
	ctx := context.Background()
	s := open(t)
	for i := range 12 {
		enqueue(t, s, 4*i, 4*i+4)
	}
	var all sync.WaitGroup
	var mu sync.Mutex
	added := map[string]int{}
	for range 4 {
		all.Go(func() {
			for {
				l, err := s.Claim(ctx, "w", time.Minute)
				if err != nil || l == nil {
					if err != nil {
						t.Error(err)
					}
					return
				}
				rs := results(t, s, l, nil)
				if _, err := s.Did(ctx, l, rs); err != nil {
					t.Error(err)
				}
				mu.Lock()
				for _, r := range rs {
					added[r.Origin]++
				}
				mu.Unlock()
				if err := s.End(ctx, l, soon); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	for o, n := range added {
		if n != 1 {
			t.Errorf("%s was read %d times", o, n)
		}
	}
	if states, open, err := s.JobCounts(ctx); err != nil || states[JobDone] != 12 || open != 0 || len(added) != 48 {
		t.Error(states, open, err, len(added))
	}
	calm := open(t)
	for i := range 48 {
		_, e := queuedReport(t, i)
		mustAdd(t, calm, e)
	}
	if everything(t, s) != everything(t, calm) {
		t.Error("the ledger is not the one that a single writer makes")
	}
	if got := problems(t, s); len(got) > 0 {
		t.Error(got)
	}
}

// A reading that gives way to one of an earlier snapshot is seen by who follows the readings.
func testEarlierSnapshotChangesMark(t *testing.T, open opener) {
	ctx := context.Background()
	s := open(t)
	_, a := queuedReport(t, 9)
	_, b := queuedReport(t, 1)
	mustAdd(t, s, a, b)
	before, err := s.Mark(ctx)
	if err != nil {
		t.Fatal(err)
	}
	in, _ := queuedReport(t, 9)
	in.Bytes, in.Fetched = []byte("the same report with another advertisement"), time.UnixMicro(1)
	r := reading("https://example.com/9", "Marla Post", "2031-03-02", sampleText)
	e, err := Prepare(in, r, ReportID(r.Article), Engine{"1", "sha256:0"})
	if err != nil {
		t.Fatal(err)
	}
	mustAdd(t, s, e)
	after, err := s.Mark(ctx)
	if err != nil || after == before {
		t.Error("the mark is the same", err)
	}
	if follows, err := before.Follows(ctx, s); follows || err != nil {
		t.Error("it is said to follow", err)
	}
}
