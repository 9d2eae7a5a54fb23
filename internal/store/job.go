package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"
)

// What can be wrong with a job.
var (
	ErrLost  = errors.New("another worker has taken the job over, or it was cancelled")
	ErrState = errors.New("the job is past that")
)

// What a job can be.
const (
	JobWaiting   = "waiting"
	JobRunning   = "running"
	JobDone      = "done"
	JobFailed    = "failed" // some of its reports failed for good; the others are in the ledger
	JobCancelled = "cancelled"
)

// A Job is some reports that were taken in together and are still to be read, or were.
type Job struct {
	ID      int64     `json:"id"`
	Name    string    `json:"name"` // its first origin and its last
	State   string    `json:"state"`
	Queued  time.Time `json:"queued"`
	Due     time.Time `json:"due"` // not before
	Started time.Time `json:"started,omitzero"`
	Ended   time.Time `json:"ended,omitzero"`
	Worker  string    `json:"worker,omitempty"` // who has or had it
	Silent  bool      `json:"silent,omitempty"` // its worker has not been heard of for the time of its lease: the next may take it
	Tries   int       `json:"tries"`            // runs that ended badly since something was done
	Total   int       `json:"total"`            // reports
	Done    int       `json:"done"`
	Added   int       `json:"added"`
	Revised int       `json:"revised"`
	Known   int       `json:"known"`
	Failed  int       `json:"failed"`
	Reason  string    `json:"reason,omitempty"` // why it failed or waits for another try
}

// An Enqueued says what queueing did.
type Enqueued struct {
	Job    int64 // 0 where nothing was new
	Queued int
	Known  int // in the ledger or in the queue already
}

// Enqueue keeps reports as they came and queues their reading, in one transaction: when it returns
// they are on the disk and will be read, whatever happens to this program. Reports without bytes are
// addresses that are fetched later. What the ledger or the queue has already is passed over; what
// had failed or was cancelled is queued again in its own job.
func (s *Store) Enqueue(ctx context.Context, ins []*Intake) (done Enqueued, err error) {
	rows := make([]queued, len(ins))
	for i, in := range ins {
		rows[i] = prepareQueued(in)
	}
	err = s.tx(ctx, func(w *writer) error {
		done = Enqueued{}
		return w.enqueue(rows, &done)
	})
	if err != nil {
		return Enqueued{}, fmt.Errorf("queue in ledger %s: %w", s.Path, err)
	}
	return done, nil
}

// A queued is an intake made ready for the queue.
type queued struct {
	Entry
	key string
}

func prepareQueued(in *Intake) queued {
	kept := *in
	kept.Origin, kept.URL = storable(in.Origin), storable(in.URL)
	q := queued{key: in.Key()}
	q.in, q.seen, q.headers, q.given = &kept, micros(in.Fetched), encode(in.Headers), encode(in.Given)
	if in.Bytes == nil {
		q.key = id("fetch", kept.Origin, q.given)
		return q
	}
	q.sha256, q.size, q.packed = hashed(in.Bytes), len(in.Bytes), in.pack()
	return q
}

func (w *writer) enqueue(rows []queued, done *Enqueued) error {
	for i := range rows {
		if q := &rows[i]; w.knows(q) {
			done.Known++
			continue
		}
		if done.Job == 0 {
			done.Job, _ = w.number(`INSERT INTO job (name, state, queued_at, due_at, started_at, ended_at, worker, token, lease_until, tries, total, done, added, revised, known, failed, reason)
				VALUES ('', 'waiting', ` + w.d.now + `, ` + w.d.now + `, 0, 0, '', '', 0, 0, 0, 0, 0, 0, 0, 0, '') RETURNING n`)
		}
		w.item(&rows[i], done)
		if w.err != nil {
			return w.err
		}
	}
	if done.Job != 0 {
		w.exec("UPDATE job SET total = $2, name = $3 WHERE n = $1", done.Job, done.Queued, jobName(rows))
	}
	return w.err
}

// knows reports whether the ledger has an intake, fetched no later, or the queue has it. What
// the queue has as failed or cancelled is set to wait again.
func (w *writer) knows(q *queued) bool {
	if _, ok := w.number("SELECT 1 FROM intake WHERE id = $1 AND (fetched, origin) <= ($2, $3)", q.key, q.seen, q.in.Origin); ok {
		return true
	}
	item, ok := w.number("SELECT n FROM job_item WHERE key = $1", q.key)
	if !ok {
		return false
	}
	w.exec("UPDATE job_item SET fetched = $2, origin = $3, status = $4, headers = $5 WHERE n = $1 AND (fetched, origin) > ($2, $3)", item, q.seen, q.in.Origin, q.in.Status, q.headers)
	if job, ok := w.number("SELECT j.n FROM job_item i JOIN job j ON j.n = i.job WHERE i.n = $1 AND (i.state = 'failed' AND j.state <> 'running' OR j.state = 'cancelled')", item); ok {
		w.again(job)
	}
	return true
}

func (w *writer) item(q *queued, done *Enqueued) {
	var snapshot any
	if q.sha256 != "" {
		snapshot = w.snapshot(&q.Entry)
	}
	w.exec(`INSERT INTO job_item (job, key, snapshot, origin, url, fetched, status, headers, given, media, state, tries, reason)
		VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'waiting', 0, '')`,
		done.Job, q.key, snapshot, q.in.Origin, q.in.URL, q.seen, q.in.Status, q.headers, q.given, q.in.Media)
	done.Queued++
}

// jobName is "a.jsonl#1 … a.jsonl#100".
func jobName(rows []queued) string {
	first, last := rows[0].in.Origin, rows[len(rows)-1].in.Origin
	if first == last {
		return first
	}
	return first + " … " + last
}

// A Lease is the right to work on a job, until it runs out.
type Lease struct {
	Job   int64
	Name  string
	Tries int // runs of the job that ended badly since something was done
	token string
	time  time.Duration
}

// claimable is the condition of a job that may be taken.
func (s *Store) claimable() string {
	return "(state = 'waiting' AND due_at <= " + s.d.now + " OR state = 'running' AND lease_until < " + s.d.now + ")"
}

// Claim takes the job that has waited longest, or whose worker has not been heard of; nil where there
// is none. While its holder calls [Store.Keep] in time, nobody else gets it.
func (s *Store) Claim(ctx context.Context, worker string, lease time.Duration) (*Lease, error) {
	var some int
	err := s.read.QueryRowContext(ctx, "SELECT 1 FROM job WHERE "+s.claimable()+" LIMIT 1").Scan(&some)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	l := &Lease{token: rand.Text(), time: lease}
	if err == nil {
		err = s.transact(ctx, func(w *writer) error {
			return w.tx.QueryRowContext(ctx, `UPDATE job SET state = 'running', token = $1, worker = $2, lease_until = `+s.d.now+` + $3, started_at = `+s.d.now+`,
				tries = tries + CASE WHEN state = 'running' THEN 1 ELSE 0 END
				WHERE n = (SELECT n FROM job WHERE `+s.claimable()+` ORDER BY due_at, n LIMIT 1) RETURNING n, name, tries`,
				l.token, worker, lease.Microseconds()).Scan(&l.Job, &l.Name, &l.Tries)
		})
	}
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil // another was faster
	}
	if err != nil {
		return nil, fmt.Errorf("take a job of ledger %s: %w", s.Path, s.d.explain(err))
	}
	return l, nil
}

// Keep makes a lease last longer. [ErrLost] where the job is another's by now, or was cancelled.
func (s *Store) Keep(ctx context.Context, l *Lease) error {
	return s.tx(ctx, func(w *writer) error { return w.keep(l) })
}

// keep holds the job for the rest of the transaction: nobody can take it before the commit.
func (w *writer) keep(l *Lease) error {
	if _, ok := w.number("UPDATE job SET lease_until = "+w.d.now+" + $3 WHERE n = $1 AND token = $2 AND state = 'running' RETURNING n", l.Job, l.token, l.time.Microseconds()); !ok && w.err == nil {
		return fmt.Errorf("job %d: %w", l.Job, ErrLost)
	}
	return w.err
}

// An Item is one report of a job.
type Item struct {
	Origin string
	Tries  int
	Fetch  bool // it is an address that is still to be fetched

	n       int64
	fetched int64
	given   string
}

// Items are the next reports of a job that are still to be read, behind the item after.
func (s *Store) Items(ctx context.Context, l *Lease, after *Item, limit int) (out []*Item, err error) {
	last := int64(0)
	if after != nil {
		last = after.n
	}
	err = s.each(ctx, "SELECT n, origin, tries, snapshot IS NULL, fetched, given FROM job_item WHERE job = $1 AND state = 'waiting' AND n > $2 ORDER BY n LIMIT $3", func(row scanner) error {
		i := &Item{}
		err := row.Scan(&i.n, &i.Origin, &i.Tries, &i.Fetch, &i.fetched, &i.given)
		out = append(out, i)
		return err
	}, l.Job, last, limit)
	return out, err
}

// Queued is what came in with an item; without bytes where it is still to be fetched.
func (s *Store) Queued(ctx context.Context, i *Item) (*Intake, error) {
	in := &Intake{Origin: i.Origin}
	if i.Fetch {
		return in, json.Unmarshal([]byte(i.given), &in.Given)
	}
	var headers string
	var packed []byte
	err := s.read.QueryRowContext(ctx, `SELECT i.url, i.status, i.headers, i.media, p.bytes FROM job_item i JOIN snapshot p ON p.n = i.snapshot WHERE i.n = $1`, i.n).
		Scan(&in.URL, &in.Status, &headers, &in.Media, &packed)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, fmt.Errorf("report %s: %w", i.Origin, ErrLost)
	}
	if err != nil {
		return nil, s.d.explain(err)
	}
	in.Fetched, in.packed = moment(i.fetched), packed
	if in.Bytes, err = unpack(packed); err != nil {
		return nil, fmt.Errorf("snapshot of %s: %w: %w", i.Origin, ErrDamaged, err)
	}
	return in, errors.Join(json.Unmarshal([]byte(headers), &in.Headers), json.Unmarshal([]byte(i.given), &in.Given))
}

// Trying notes that an item is about to be read, for one that may end its reader.
func (s *Store) Trying(ctx context.Context, l *Lease, i *Item) error {
	return s.tx(ctx, func(w *writer) error {
		if err := w.keep(l); err != nil {
			return err
		}
		w.exec("UPDATE job_item SET tries = tries + 1 WHERE n = $1", i.n)
		return w.err
	})
}

// A Result is what became of an item.
type Result struct {
	*Item
	Entry *Entry // nil where Err is set or the ledger had it already
	Err   error
	Later bool // Err may pass: the item waits for another try
	At    time.Time
}

// Did puts what was read into the ledger and takes it out of the queue, in one transaction. It is
// [ErrLost], and nothing is changed, where the job is another's by now: so each report of the queue
// comes in once, however many workers had it in hand.
func (s *Store) Did(ctx context.Context, l *Lease, rs []Result) ([]Outcome, error) {
	out := make([]Outcome, len(rs))
	err := s.tx(ctx, func(w *writer) error {
		if err := w.keep(l); err != nil {
			return err
		}
		n := map[Outcome]int{}
		for i := range rs {
			out[i] = w.did(&rs[i])
			n[out[i]]++
		}
		w.exec(`UPDATE job SET done = done + $2, added = added + $3, revised = revised + $4, known = known + $5, failed = failed + $6, tries = CASE WHEN $2 > 0 THEN 0 ELSE tries END WHERE n = $1`,
			l.Job, n[Added]+n[Revised]+n[Known]+n[failing], n[Added], n[Revised], n[Known], n[failing])
		return w.err
	})
	if err != nil {
		return nil, fmt.Errorf("write ledger %s: %w", s.Path, err)
	}
	return out, nil
}

const (
	failing Outcome = "failed"  // for good
	waiting Outcome = "waiting" // for another try
)

func (w *writer) did(r *Result) Outcome {
	switch {
	case r.Err != nil && r.Later:
		w.exec("UPDATE job_item SET tries = tries + 1, reason = $2 WHERE n = $1", r.n, storable(r.Err.Error()))
		return waiting
	case r.Err != nil:
		w.exec("UPDATE job_item SET tries = tries + 1, state = 'failed', reason = $2 WHERE n = $1", r.n, storable(r.Err.Error()))
		w.fail(Failure{r.Origin, r.Err.Error(), r.At})
		return failing
	}
	out := Known
	if r.Entry != nil {
		out = w.add(r.Entry)
	}
	// Not where the same bytes were queued meanwhile with an earlier fetch: that one is still to be noted.
	if _, ok := w.number("DELETE FROM job_item WHERE n = $1 AND fetched = $2 AND origin = $3 RETURNING n", r.n, r.fetched, storable(r.Origin)); !ok {
		return waiting
	}
	return out
}

// End ends a run of a job: it is done or has failed or, where reports of it wait for another try, it
// waits for so long as later says after so many tries.
func (s *Store) End(ctx context.Context, l *Lease, later func(tries int) time.Duration) error {
	return s.tx(ctx, func(w *writer) error {
		if err := w.keep(l); err != nil {
			return err
		}
		var open, fresh, tries int
		var reason string
		if err := w.tx.QueryRowContext(ctx, `SELECT count(*), coalesce(sum(CASE WHEN reason = '' THEN 1 ELSE 0 END), 0), coalesce(max(tries), 0), coalesce(max(reason), '') FROM job_item WHERE job = $1 AND state = 'waiting'`, l.Job).Scan(&open, &fresh, &tries, &reason); err != nil {
			return err
		}
		if open > 0 {
			wait := later(tries)
			if fresh > 0 {
				wait = 0
			}
			w.exec("UPDATE job SET state = 'waiting', token = '', due_at = "+w.d.now+" + $2, reason = $3 WHERE n = $1", l.Job, wait.Microseconds(), reason)
			return w.err
		}
		w.exec(`UPDATE job SET state = CASE WHEN failed > 0 THEN 'failed' ELSE 'done' END, token = '', ended_at = `+w.d.now+`,
			reason = coalesce((SELECT min(reason) FROM job_item i WHERE i.job = job.n AND i.state = 'failed'), '') WHERE n = $1`, l.Job)
		return w.err
	})
}

// Return hands a job back unfinished: it waits for whoever comes first.
func (s *Store) Return(ctx context.Context, l *Lease) error {
	return s.tx(ctx, func(w *writer) error {
		if err := w.keep(l); err != nil {
			return err
		}
		w.exec("UPDATE job SET state = 'waiting', token = '' WHERE n = $1", l.Job)
		return w.err
	})
}

// Jobs lists jobs, the unfinished first, then the newest; of the states that are named, else of all.
func (s *Store) Jobs(ctx context.Context, limit int, states ...string) ([]Job, error) {
	q := &query{}
	if len(states) > 0 {
		q.add("state IN (?"+strings.Repeat(", ?", len(states)-1)+")", anys(states)...)
	}
	out := []Job{}
	err := s.each(ctx, numbered(`SELECT n, name, state, queued_at, due_at, started_at, ended_at, worker, state = 'running' AND lease_until < `+s.d.now+`, tries, total, done, added, revised, known, failed, reason
		FROM job WHERE `+q.where()+` ORDER BY CASE state WHEN 'running' THEN 0 WHEN 'waiting' THEN 1 ELSE 2 END, n DESC LIMIT ?`), func(row scanner) error {
		var j Job
		var at [4]int64
		err := row.Scan(&j.ID, &j.Name, &j.State, &at[0], &at[1], &at[2], &at[3], &j.Worker, &j.Silent, &j.Tries, &j.Total, &j.Done, &j.Added, &j.Revised, &j.Known, &j.Failed, &j.Reason)
		j.Queued, j.Due, j.Started, j.Ended = moment(at[0]), moment(at[1]), moment(at[2]), moment(at[3])
		out = append(out, j)
		return err
	}, append(q.args, limit)...)
	return out, err
}

func anys(ss []string) (out []any) {
	for _, s := range ss {
		out = append(out, s)
	}
	return out
}

// JobCounts is how many jobs there are in each state, and how many reports wait in those unfinished.
func (s *Store) JobCounts(ctx context.Context) (states map[string]int, reports int, err error) {
	states = map[string]int{}
	err = s.each(ctx, "SELECT state, count(*), sum(total - done) FROM job GROUP BY state", func(row scanner) error {
		var state string
		var n, open int
		err := row.Scan(&state, &n, &open)
		states[state] = n
		if state == JobWaiting || state == JobRunning {
			reports += open
		}
		return err
	})
	return states, reports, err
}

// A FailedItem is a report of a job that could not be read.
type FailedItem struct {
	Job    int64  `json:"job"`
	Origin string `json:"origin"`
	Reason string `json:"reason"`
	Tries  int    `json:"tries"`
	State  string `json:"state"` // failed, or waiting for another try
}

// FailedItems are reports of jobs that failed, for good or so far, by job.
func (s *Store) FailedItems(ctx context.Context, limit int) ([]FailedItem, error) {
	out := []FailedItem{}
	err := s.each(ctx, "SELECT job, origin, reason, tries, state FROM job_item WHERE reason <> '' ORDER BY job DESC, n LIMIT $1", func(row scanner) error {
		var i FailedItem
		err := row.Scan(&i.Job, &i.Origin, &i.Reason, &i.Tries, &i.State)
		out = append(out, i)
		return err
	}, limit)
	return out, err
}

// Retry lets what failed in a job, or was cancelled with it, wait to be read again, at once.
func (s *Store) Retry(ctx context.Context, job int64) error {
	return s.turn(ctx, job, "'failed', 'cancelled', 'waiting'", func(w *writer) { w.again(job) })
}

func (w *writer) again(job int64) {
	w.exec("UPDATE job SET state = 'waiting', token = '', due_at = "+w.d.now+", ended_at = 0, tries = 0, reason = '', failed = 0, done = done - failed WHERE n = $1", job)
	w.exec("UPDATE job_item SET state = 'waiting', tries = 0, reason = '' WHERE job = $1", job)
}

// Cancel ends a job before it is done. What it did stays; what was still to be read is kept and can be
// read after all with [Store.Retry].
func (s *Store) Cancel(ctx context.Context, job int64) error {
	return s.turn(ctx, job, "'waiting', 'running'", func(w *writer) {
		w.exec("UPDATE job SET state = 'cancelled', token = '', ended_at = "+w.d.now+" WHERE n = $1", job)
	})
}

// turn changes a job that is in one of some states.
func (s *Store) turn(ctx context.Context, job int64, from string, change func(*writer)) error {
	return s.tx(ctx, func(w *writer) error {
		var state string
		var ok bool
		err := w.tx.QueryRowContext(ctx, "SELECT state, state IN ("+from+") FROM job WHERE n = $1", job).Scan(&state, &ok)
		switch {
		case errors.Is(err, sql.ErrNoRows):
			return fmt.Errorf("job %d: %w", job, ErrNotFound)
		case err != nil:
			return err
		case !ok:
			return fmt.Errorf("job %d: %w: it is %s", job, ErrState, state)
		}
		change(w)
		return w.err
	})
}
