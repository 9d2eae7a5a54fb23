package store

import (
	"context"
	"os"
	"testing"

	"sayso/internal/store/pgtest"
)

func TestMain(m *testing.M) { os.Exit(pgtest.M{M: m}.Run()) }

// An opener makes a new, empty ledger for a test.
type opener func(testing.TB) *Store

// openPostgresTest is a ledger in a schema of its own.
func openPostgresTest(t testing.TB) *Store {
	t.Helper()
	s, err := Open(context.Background(), pgtest.URL(t), true)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// engines are the database engines that the whole suite is run on.
var engines = []struct {
	name string
	open opener
}{{"sqlite", openTest}, {"postgres", openPostgresTest}}

// TestStore is what a ledger must do on every engine.
func TestStore(t *testing.T) {
	for _, e := range engines {
		t.Run(e.name, func(t *testing.T) {
			for _, c := range []struct {
				name string
				test func(*testing.T, opener)
			}{
				{"AddTwiceAddsNothing", testAddTwiceAddsNothing},
				{"ReadingComesBackWhole", testReadingComesBackWhole},
				{"OrderOfAddingDoesNotMatter", testOrderOfAddingDoesNotMatter},
				{"ListsAndPages", testListsAndPages},
				{"SearchMarksWords", testSearchMarksWords},
				{"Failures", testFailures},
				{"CheckFindsDamage", testCheckFindsDamage},
				{"RereadRepairs", testRereadRepairs},
				{"Find", testFind},
				{"Copy", testCopy},
				{"OddValues", testOddValues},
				{"Backup", testBackup},
				{"PlainWordsMatchAlike", testPlainWordsMatchAlike},
				{"DecisionsAreKept", testDecisionsAreKept},
				{"SampleComesBackWhole", testSampleComesBackWhole},
				{"Feeds", testFeeds},
				{"FeedEntries", testFeedEntries},
				{"AsOf", testAsOf},
				{"Jobs", testJobs},
				{"LeaseEnds", testLeaseEnds},
				{"JobsCancelled", testJobsCancelled},
				{"JobsWait", testJobsWait},
				{"ManyWorkers", testManyWorkers},
				{"EarlierSnapshotChangesMark", testEarlierSnapshotChangesMark},
				{"Accounts", testAccounts},
				{"AuditIsKept", testAuditIsKept},
			} {
				t.Run(c.name, func(t *testing.T) { c.test(t, e.open) })
			}
		})
	}
}
