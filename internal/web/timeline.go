package web

import "sort"

// A dayRow is one day or stretch of days of a report's timeline, with what is said to happen then.
type dayRow struct {
	First, Last string // ISO 8601; "" where open
	Events      []eventRow
}

// timeline puts the events worth a row and dated by the report's words in the order of their days, and counts those
// without days.
func timeline(es []eventRow) (rows []dayRow, undated int) {
	at := map[[2]string]int{}
	for _, e := range es {
		if !e.Salient {
			continue
		}
		if e.First == "" && e.Last == "" {
			undated++
			continue
		}
		key := [2]string{e.First, e.Last}
		k, ok := at[key]
		if !ok {
			k = len(rows)
			at[key] = k
			rows = append(rows, dayRow{First: e.First, Last: e.Last})
		}
		rows[k].Events = append(rows[k].Events, e)
	}
	sort.SliceStable(rows, func(i, j int) bool {
		if a, b := rows[i].begins(), rows[j].begins(); a != b {
			return a < b
		}
		return rows[i].Last < rows[j].Last
	})
	return rows, undated
}

// begins orders a row: what is only known to have ended by a day stands at that day.
func (r *dayRow) begins() string {
	if r.First != "" {
		return r.First
	}
	return r.Last
}
