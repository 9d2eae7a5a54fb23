package ledger

import "slices"

// A CoursePart is one event of a happening.
type CoursePart struct {
	ID       string
	Title    Ref
	Headline string // see Event
	Reports  int    // that tell it outside background
}

// CourseOf is the happening of its story that an event is told in, with its events, the one that leads it first; none where no page names it.
func (v *View) CourseOf(id string) (c Course, parts []CoursePart) {
	set, ok := v.lookup('e', id)
	if !ok {
		return c, nil
	}
	story := v.storyID(v.stories[v.storyOf[v.event[v.eventSets[set][0]].entry]][0])
	for _, o := range v.gathered(story) {
		if !slices.Contains(o.sets, set) {
			continue
		}
		v.outline(o)
		for _, s := range o.sets {
			part := CoursePart{ID: v.eventSetID(s)}
			part.Title, part.Headline, _ = v.eventTitle(v.eventSets[s])
			var told reportCount
			for _, m := range v.eventSets[s] {
				if e, it := v.mention(m); !e.r.Events[it.n].Background {
					told.add(v, v.event[m].entry)
				}
			}
			part.Reports = told.n
			parts = append(parts, part)
		}
		return *o, parts
	}
	return c, nil
}
