package store

import (
	"context"
	"strings"
	"testing"
)

// The first page of a list must not cost a walk over the whole ledger: rows come from an index in
// their order, without a sort.
func TestListsAreNotSorted(t *testing.T) {
	s := openTest(t)
	for name, sql := range map[string]string{"reports": reportColumns, "statements": statementColumns, "events": eventColumns + " WHERE e.salient", "figures": figureColumns} {
		var plan []string
		err := s.each(context.Background(), "EXPLAIN QUERY PLAN "+sql+" ORDER BY v.at DESC, v.id, 3 LIMIT 51", func(row scanner) error {
			var id, parent, unused int
			var step string
			err := row.Scan(&id, &parent, &unused, &step)
			plan = append(plan, step)
			return err
		})
		if all := strings.Join(plan, "\n"); err != nil || !strings.Contains(all, "revision_at") || strings.Contains(all, "TEMP B-TREE") {
			t.Errorf("%s: %v\n%s", name, err, all)
		}
	}
}
